//! The form of a pupil of the first morning.

use super::entry_pupil::CHOSEN_GUARDIAN;
use crate::{
    W,
    entry::{
        Entry,
        pupil::CHOSEN,
        pupil_form::{Chosen, NOBODY},
        resemblance::Known,
        typed::{LONGEST_EMAIL, LONGEST_NAME, Typed},
    },
};
use aaf::LEVELS;
use askama::Template;
use db::Problems;
use school::Circle;
use web::{
    component::{Button, Choice, ErrorSummary, Field, LinkButton, Notice, Opt},
    dates, summary,
};

/// Who of the school resembles those typed.
#[derive(Debug, Default)]
pub(super) struct Like {
    pub(super) pupils: Vec<Known>,
    pub(super) guardians: Vec<Known>,
}

impl Like {
    /// Whether somebody is still to say who it is. A pupil the school knows has those responsible already.
    pub(super) fn is_unanswered(&self, chosen: Chosen, chosen_guardian: Chosen) -> bool {
        let waits = |known: &[Known], chosen: Chosen| !known.is_empty() && chosen == Chosen::Nothing;
        let is_known = matches!(chosen, Chosen::Known(_));
        waits(&self.pupils, chosen) || (!is_known && waits(&self.guardians, chosen_guardian))
    }

    /// The question, as the summary of the form says it.
    pub(super) fn problems(&self) -> Problems {
        let mut problems = Problems::default();
        problems.require(self.pupils.is_empty(), CHOSEN, W.entry_like_problem());
        problems.require(self.guardians.is_empty(), CHOSEN_GUARDIAN, W.entry_like_problem());
        problems
    }
}

#[derive(Template)]
#[template(path = "entry_pupil.html")]
pub(super) struct PupilPage {
    title: String,
    class: String,
    summary: Option<ErrorSummary>,
    notice: Option<Notice>,
    questions: Vec<Choice>,
    action: String,
    first_name: Field,
    last_name: Field,
    birth_day: Field,
    level: Choice,
    guardian: Option<GuardianPart>,
    save: Button,
    back: String,
    entered: Vec<LinkButton>,
    /// Where the entry is ended, and the button.
    end: Option<(String, Button)>,
}

/// The adult responsible.
struct GuardianPart {
    first_name: Field,
    last_name: Field,
    email: Field,
}

impl PupilPage {
    /// For somebody new.
    pub(super) fn blank(class: &Circle, entered: &[Entry], typed: &Typed, like: &Like, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(typed.text(name)).error(problems.of(name));
        let guardian = GuardianPart {
            first_name: field(
                Field::text("responsable_prenom", W.entry_first_name())
                    .maxlength(LONGEST_NAME)
                    .optional(W.entry_optional()),
                "responsable_prenom",
            ),
            last_name: field(
                Field::text("responsable_nom", W.entry_last_name())
                    .maxlength(LONGEST_NAME)
                    .optional(W.entry_optional()),
                "responsable_nom",
            ),
            email: field(
                Field::email("responsable_courriel", W.entry_email())
                    .maxlength(LONGEST_EMAIL)
                    .optional(W.entry_optional()),
                "responsable_courriel",
            ),
        };
        let questions = [
            question(CHOSEN, W.entry_like_pupil(), &like.pupils, typed, problems),
            question(CHOSEN_GUARDIAN, W.entry_like_guardian(), &like.guardians, typed, problems),
        ];
        let change = |it: &Entry| {
            let address = format!("/classes/{}/eleves/{}", class.id, it.person_id);
            LinkButton::secondary(W.entry_change(it.name()), address).icon("crayon")
        };
        let action = format!("/classes/{}/eleves/nouveau", class.id);
        let page = Self::build(class, W.entry_new_pupil().to_owned(), action, typed, problems);
        Self {
            questions: questions.into_iter().flatten().collect(),
            guardian: Some(guardian),
            entered: entered.iter().map(change).collect(),
            ..page
        }
    }

    /// Says what becomes of the pupil.
    pub(super) fn about(self, words: &str) -> Self {
        Self { notice: Some(Notice::info(words)), ..self }
    }

    /// For a pupil entered already.
    pub(super) fn of(class: &Circle, entry: &Entry, typed: &Typed, problems: &Problems) -> Self {
        let action = format!("/classes/{}/eleves/{}", class.id, entry.person_id);
        let end = (format!("{action}/fin"), Button::danger(W.entry_withdraw(entry.name())).icon("retire"));
        let page = Self::build(class, entry.name(), action, typed, problems);
        Self { end: Some(end), save: Button::primary(W.entry_save()).icon("fait"), ..page }
    }

    fn build(class: &Circle, title: String, action: String, typed: &Typed, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(typed.text(name)).error(problems.of(name));
        Self {
            title,
            class: class.name.clone(),
            summary: summary(problems),
            notice: None,
            questions: Vec::new(),
            action,
            first_name: field(Field::text("prenom", W.entry_first_name()).maxlength(LONGEST_NAME).required(), "prenom"),
            last_name: field(Field::text("nom", W.entry_last_name()).maxlength(LONGEST_NAME).required(), "nom"),
            birth_day: field(
                Field::date("naissance", W.entry_birth_day()).hint(W.entry_birth_hint()).optional(W.entry_optional()),
                "naissance",
            ),
            level: level(typed, problems),
            guardian: None,
            save: Button::primary(W.entry_enter()).icon("ajouter"),
            back: format!("/classes/{}", class.id),
            entered: Vec::new(),
            end: None,
        }
    }
}

fn level(typed: &Typed, problems: &Problems) -> Choice {
    let chosen = typed.text("niveau");
    let none = Opt::new("", W.entry_no_level()).checked(chosen.is_empty());
    let each = LEVELS.iter().map(|it| Opt::new(it.code, it.label).checked(it.code == chosen));
    Choice::select("niveau", W.entry_level(), std::iter::once(none).chain(each).collect())
        .optional(W.entry_optional())
        .error(problems.of("niveau"))
}

/// Who it may be, and that it is nobody of them; nothing where nobody resembles.
fn question(name: &str, legend: &str, known: &[Known], typed: &Typed, problems: &Problems) -> Option<Choice> {
    let chosen = typed.text(name);
    let option = |it: &Known| {
        let value = it.id.to_string();
        let checked = value == chosen;
        let option = Opt::new(value, it.name()).checked(checked);
        match about(it) {
            Some(about) => option.hint(about),
            None => option,
        }
    };
    let nobody = Opt::new(NOBODY, W.entry_like_nobody()).checked(chosen == NOBODY);
    let options: Vec<Opt> = known.iter().map(option).chain([nobody]).collect();
    (!known.is_empty())
        .then(|| Choice::radios(name, legend, options).hint(W.entry_like_hint()).error(problems.of(name)))
}

fn about(known: &Known) -> Option<String> {
    let born = known.birth_day.as_deref().and_then(|day| day.parse().ok()).map(|day| W.entry_born(dates::date(day)));
    let parts: Vec<String> = known.place.clone().into_iter().chain(born).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
