//! The form of a mot as it is shown.

use super::{acts_word, carnet_rows::name, reminders_word, reply_word, target_part::TargetPart, theme_word};
use crate::{
    W,
    class::{self, Class},
    draft_form::{DraftForm, LONGEST_TITLE, LONGEST_URGENT, Offered, Revision},
    follow::Grid,
    follow::Standing,
    model::MODELS,
    mot::{Mot, State},
    terms::{Acts, Reminders, Reply, Theme},
};
use askama::Template;
use commons::{attachment::Attachment, delivery};
use db::{Problems, Result, Tx};
use school::{Circle, Viewer};
use web::{
    component::{AudienceChip, Button, Choice, ErrorSummary, Field, FilePicker, LinkButton, Opt, RichEditor},
    dates,
};

/// The form, new or to change a mot.
#[derive(Template)]
#[template(path = "form.html")]
pub(crate) struct FormPage {
    heading: &'static str,
    chip: AudienceChip,
    others: Vec<LinkButton>,
    models: Vec<(&'static str, String)>,
    summary: Option<ErrorSummary>,
    /// Where the mot is, when somebody changed it since the form was opened.
    changed: Option<String>,
    revision: Option<Choice>,
    address: String,
    edition: String,
    draft_key: String,
    title: Field,
    theme: Choice,
    body: RichEditor,
    picker: FilePicker,
    reply: Choice,
    choices: Field,
    acts: Choice,
    due: Field,
    reminders: Choice,
    target: Option<TargetPart>,
    urgent: Option<Field>,
    delivery: Option<String>,
    buttons: Vec<Button>,
    back: String,
}

impl FormPage {
    /// The form of a new mot, or of one to change, with what is typed in it.
    pub(crate) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        class: &Class,
        mot: Option<&Mot>,
        form: &DraftForm,
        offered: &Offered,
        pieces: Vec<Attachment>,
    ) -> Result<Self> {
        let now = tx.now();
        let is_delivered = mot.is_some_and(|mot| mot.is_delivered(now));
        let delivered_at = delivery::instant(tx, class.home.school_id, None).await?;
        let draft_of = mot.map_or_else(|| class.target.id.to_string(), |mot| mot.thing.id.to_string());
        let path = mot.map(Mot::path);
        Ok(Self {
            heading: if mot.is_some() { W.edit_mot() } else { W.new_mot() },
            chip: AudienceChip::new(W.families_of(name(&class.target)), "famille", None),
            others: if mot.is_none() { others(tx, class).await? } else { Vec::new() },
            models: if mot.is_none() { models(class) } else { Vec::new() },
            summary: None,
            changed: None,
            revision: revision(tx, mot, form).await?,
            address: path.clone().unwrap_or_else(|| format!("/classes/{}/mots", class.target.id)),
            edition: form.edition.clone(),
            draft_key: format!("mot-{draft_of}-{}", viewer.account),
            title: Field::text("title", W.title()).value(&form.title).maxlength(LONGEST_TITLE).required(),
            theme: theme(form),
            body: editor(form),
            picker: FilePicker::new(W.pieces())
                .kept(&format!("{}/pieces", path.clone().unwrap_or_default()), pieces)
                .voice(false),
            reply: reply(form),
            choices: Field::area("choices", W.choices(), 3).value(&form.choices).hint(W.choices_hint()),
            acts: acts(form),
            due: Field::date("due", W.due()).value(&form.due).optional(W.optional()),
            reminders: reminders(form),
            target: (!is_delivered).then(|| TargetPart::new(form, offered)),
            urgent: (!is_delivered && offered.urgent).then(|| urgent(form)),
            delivery: (!is_delivered).then(|| W.if_sent_now(dates::delivery(delivered_at, now))),
            buttons: buttons(mot),
            back: path.unwrap_or_else(|| class.path()),
        })
    }

    /// The same form with what is wrong in it.
    pub(crate) fn with(self, problems: &Problems) -> Self {
        Self {
            summary: web::summary(problems),
            changed: problems.of("edition").map(|_| self.back.clone()),
            revision: self.revision.map(|it| it.error(problems.of("revision"))),
            title: self.title.error(problems.of("title")),
            body: self.body.error(problems.of("body")),
            picker: self.picker.error(problems.of("pieces")),
            reply: self.reply.error(problems.of("reply")),
            choices: self.choices.error(problems.of("choices")),
            acts: self.acts.error(problems.of("acts")),
            due: self.due.error(problems.of("due")),
            target: self.target.map(|it| it.with(problems)),
            urgent: self.urgent.map(|it| it.error(problems.of("urgent"))),
            ..self
        }
    }
}

/// The levels of the class, or the class of the level: other families to write to from here.
async fn others(tx: &mut Tx, class: &Class) -> Result<Vec<LinkButton>> {
    let link = |circle: &Circle| LinkButton::secondary(name(circle), format!("/classes/{}/mots/nouveau", circle.id));
    let levels = class::levels(tx, class.home.id).await?;
    let mut others: Vec<&Circle> = vec![&class.home];
    others.extend(levels.iter());
    Ok(others.into_iter().filter(|it| it.id != class.target.id).map(link).collect())
}

fn models(class: &Class) -> Vec<(&'static str, String)> {
    let address = |name: &str| format!("/classes/{}/mots/nouveau?modele={name}", class.target.id);
    MODELS.iter().map(|model| (model.title(), address(model.name))).collect()
}

/// What becomes of signatures: asked once something was signed.
async fn revision(tx: &mut Tx, mot: Option<&Mot>, form: &DraftForm) -> Result<Option<Choice>> {
    let Some(mot) = mot.filter(|it| it.state == State::Sent) else { return Ok(None) };
    let grid = Grid::of(tx, mot).await?;
    if grid.at(Standing::Signed) + grid.at(Standing::Paper) == 0 {
        return Ok(None);
    }
    let option = |revision: Revision, label: &str, hint: &str| {
        Opt::new(revision.as_str(), label).hint(hint).checked(form.revision == revision.as_str())
    };
    let options = vec![
        option(Revision::Correction, W.revision_correction(), W.revision_correction_hint()),
        option(Revision::AskAgain, W.revision_ask_again(), W.revision_ask_again_hint()),
    ];
    Ok(Some(Choice::radios("revision", W.revision(), options).required()))
}

fn theme(form: &DraftForm) -> Choice {
    let option = |theme: &Theme| Opt::new(theme.as_str(), theme_word(*theme)).checked(form.theme == theme.as_str());
    Choice::select("theme", W.theme(), Theme::ALL.iter().map(option).collect())
}

fn editor(form: &DraftForm) -> RichEditor {
    let editor = RichEditor::new("body", W.body()).value(&form.body);
    if form.body_json.is_empty() { editor } else { editor.document(&form.body_json) }
}

fn reply(form: &DraftForm) -> Choice {
    let option = |reply: &Reply| Opt::new(reply.as_str(), reply_word(*reply)).checked(form.reply == reply.as_str());
    Choice::radios("reply", W.reply(), Reply::ALL.iter().map(option).collect()).required()
}

fn acts(form: &DraftForm) -> Choice {
    let option = |acts: &Acts| Opt::new(acts.as_str(), acts_word(*acts)).checked(form.acts == acts.as_str());
    Choice::radios("acts", W.acts(), Acts::ALL.iter().map(option).collect()).hint(W.acts_hint())
}

fn reminders(form: &DraftForm) -> Choice {
    let option = |it: &Reminders| Opt::new(it.as_str(), reminders_word(*it)).checked(form.reminders == it.as_str());
    Choice::radios("reminders", W.reminders(), Reminders::ALL.iter().map(option).collect()).hint(W.reminders_hint())
}

fn urgent(form: &DraftForm) -> Field {
    let field = Field::area("urgent", W.urgent_label(), 2).value(&form.urgent).maxlength(LONGEST_URGENT);
    field.hint(W.urgent_hint()).optional(W.optional())
}

/// Towards sending for what is in hand; for what was sent, keeping is enough.
fn buttons(mot: Option<&Mot>) -> Vec<Button> {
    if mot.is_some_and(|mot| mot.state == State::Sent) {
        return vec![Button::primary(W.save_changes())];
    }
    vec![
        Button::primary(W.go_on_to_send()).name_value("suite", "envoi"),
        Button::secondary(W.save_draft()).name_value("suite", "brouillon"),
    ]
}
