//! The two steps of the form that asks.

use super::{FilesPart, NamedPart, ask::Desk};
use crate::{
    W,
    asking::{AskForm, LONGEST_BODY, LONGEST_TITLE},
    extra::{ANSWERS, Extra, ExtraKind},
    procedure::Procedure,
    request::Priority,
};
use askama::{Template, filters::HtmlSafe};
use db::Problems;
use school::{Seat, Viewer};
use web::component::{Button, Choice, Field, Hidden, Notice, Opt, SafeHtml};

/// The school, then the kind.
pub(super) struct ChoosePart {
    pub(super) carried: Option<Hidden>,
    pub(super) question: Choice,
    pub(super) go_on: Button,
}

/// What the kind asks.
#[derive(Template)]
#[template(path = "ask_form.html")]
pub(super) struct FormPart {
    draft_key: String,
    came_back: bool,
    heading: String,
    delay: String,
    warning: Notice,
    school: Hidden,
    kind: Hidden,
    title: Field,
    extras: Vec<SafeHtml>,
    body: Field,
    priority: Choice,
    files: FilesPart,
    named: Option<NamedPart>,
    send: Button,
    back: String,
}

impl HtmlSafe for FormPart {}

impl ChoosePart {
    pub(super) fn new(seats: &[&Seat], desk: Option<&Desk>) -> Self {
        let go_on = Button::primary(W.go_on()).icon("droite");
        match desk {
            None => {
                let schools = seats.iter().map(|seat| Opt::new(seat.school.to_string(), &seat.school_name)).collect();
                Self { carried: None, question: Choice::radios("ecole", W.which_school(), schools).required(), go_on }
            }
            Some(desk) => {
                let option = |kind: &Procedure| Opt::new(&kind.slug, &kind.label).hint(W.delay(kind.delay_days));
                let kinds = desk.kinds.iter().map(option).collect();
                Self {
                    carried: Some(Hidden::new("ecole", desk.seat.school.to_string())),
                    question: Choice::radios("type", W.which_kind(), kinds).required(),
                    go_on,
                }
            }
        }
    }
}

impl FormPart {
    pub(super) fn new(
        viewer: &Viewer,
        desk: &Desk,
        procedure: &Procedure,
        form: &AskForm,
        names: Vec<String>,
        problems: &Problems,
    ) -> Self {
        let school = desk.seat.school;
        Self {
            draft_key: format!("demande-{school}-{}-{}", procedure.slug, viewer.account),
            came_back: !problems.is_empty(),
            heading: format!("{} · {}", procedure.label, desk.seat.school_name),
            delay: W.delay(procedure.delay_days),
            warning: Notice::info(W.no_pupil_data()),
            school: Hidden::new("ecole", school.to_string()),
            kind: Hidden::new("type", &procedure.slug),
            title: Field::text("title", W.title())
                .value(&form.title)
                .maxlength(LONGEST_TITLE)
                .error(problems.of("title"))
                .required(),
            extras: extras(&procedure.extras, form, problems),
            body: Field::area("body", W.body(), 8)
                .value(&form.body)
                .hint(W.body_hint())
                .maxlength(LONGEST_BODY)
                .error(problems.of("body"))
                .required(),
            priority: Choice::radios("priority", W.priority(), priorities(&form.priority)),
            files: FilesPart::new(problems),
            named: NamedPart::new(names),
            send: Button::primary(W.send()).icon("a-envoyer"),
            back: format!("/demandes/nouvelle?ecole={school}"),
        }
    }
}

fn priorities(chosen: &str) -> Vec<Opt> {
    let chosen = Priority::try_from(chosen.to_owned()).unwrap_or(Priority::Normal);
    let hint = |priority: Priority| match priority {
        Priority::Normal => W.priority_normal_hint(),
        Priority::Urgent => W.priority_urgent_hint(),
        Priority::Danger => W.priority_danger_hint(),
    };
    let option = |it: &Priority| Opt::new(it.as_str(), it.word()).hint(hint(*it)).checked(*it == chosen);
    Priority::ALL.iter().map(option).collect()
}

/// The controls of what a kind asks, as they were filled in.
fn extras(extras: &[Extra], form: &AskForm, problems: &Problems) -> Vec<SafeHtml> {
    let control = |(rank, (extra, name)): (usize, (&Extra, &'static str))| {
        let typed = form.answers.get(rank).map_or("", String::as_str);
        control(extra, name, typed, problems.of(name))
    };
    extras.iter().zip(ANSWERS).enumerate().map(control).collect()
}

fn control(extra: &Extra, name: &'static str, typed: &str, error: Option<String>) -> SafeHtml {
    let label = extra.label.as_str();
    let field = match extra.kind {
        ExtraKind::Choice => return choice(extra, name, typed, error),
        ExtraKind::Text => Field::text(name, label),
        ExtraKind::Date => Field::date(name, label),
        ExtraKind::Number => Field::number(name, label).inputmode("numeric"),
    };
    let field = field.value(typed).error(error);
    SafeHtml::of(&if extra.required { field.required() } else { field.optional(W.optional()) })
}

fn choice(extra: &Extra, name: &'static str, typed: &str, error: Option<String>) -> SafeHtml {
    let none = Opt::new("", W.no_choice()).checked(typed.is_empty());
    let each = extra.options.iter().map(|option| Opt::new(option, option).checked(option == typed));
    let choice = Choice::select(name, &extra.label, [none].into_iter().chain(each).collect()).error(error);
    SafeHtml::of(&if extra.required { choice.required() } else { choice.optional(W.optional()) })
}
