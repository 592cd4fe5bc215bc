//! What is asked for one child, and the form that answers: a button for each answer, one tap.

use crate::{
    W,
    awaiting::act,
    mot::Mot,
    reply::{Concern, Stance},
    terms::{LONGEST_ANSWER, Reply},
};
use db::{Moment, Problems};
use school::PersonId;
use web::{
    component::{Button, Field, Hidden},
    dates,
};

/// One child's part of the page.
pub(crate) struct ReplyPart {
    pub(crate) child: PersonId,
    pub(crate) name: String,
    /// What was done, or that nothing is to be.
    pub(crate) said: Option<String>,
    /// The answer the viewer gave.
    pub(crate) answer: Option<String>,
    /// The form, when there is something to do or to change.
    pub(crate) form: Option<AnswerForm>,
    /// Whether the form changes an answer given already.
    pub(crate) again: bool,
}

/// A form that answers for a child.
pub(crate) struct AnswerForm {
    pub(crate) address: String,
    pub(crate) child: Hidden,
    /// The version that is read above: it is the one that is signed.
    pub(crate) version: Hidden,
    pub(crate) text: Option<Field>,
    pub(crate) buttons: Vec<Button>,
}

/// The field of an answer in words; the first form of a page has the plain name, which problems link to.
pub(crate) const ANSWER: &str = "answer";

/// The field of the answer for a child whose form is not the first.
pub(crate) fn answer_of(child: PersonId) -> String {
    format!("{ANSWER}-{child}")
}

impl ReplyPart {
    /// The parts of a mot, one for each child of the viewer; none where nothing is asked. Of a family that left nothing is awaited.
    pub(crate) fn all(mot: &Mot, concerns: &[Concern], now: Moment) -> Vec<Self> {
        let stays = |it: &&Concern| it.stance != Stance::NotAsked && !(it.left && it.stance == Stance::Awaited);
        let asked = concerns.iter().filter(stays);
        asked.enumerate().map(|(rank, concern)| Self::of(mot, concern, rank == 0, now)).collect()
    }

    fn of(mot: &Mot, concern: &Concern, first: bool, now: Moment) -> Self {
        let (said, answer, form) = match &concern.stance {
            Stance::NotAsked => (None, None, None),
            Stance::Awaited => (None, None, Some(AnswerForm::new(mot, concern, first, ""))),
            Stance::DoneForChild => (Some(W.done_for_child(&concern.first_name)), None, None),
            Stance::OfAnother => (Some(W.asked_of_another(web::of_name(&concern.first_name))), None, None),
            Stance::Done { at, answer, on_paper } => {
                let when = dates::past(*at, now);
                let said = if *on_paper { W.done_on_paper(when) } else { done(mot.terms.reply, when) };
                (Some(said), answer.clone(), AnswerForm::to_change(mot, concern, first, answer.as_deref()))
            }
        };
        let form = form.filter(|_| !concern.left);
        let again = concern.stance != Stance::Awaited;
        Self { child: concern.child, name: concern.short_name.clone(), said, answer, form, again }
    }

    /// The same with what is wrong, for the child it is about.
    pub(crate) fn with(self, child: PersonId, typed: &str, problems: &Problems) -> Self {
        if self.child != child {
            // Problems link to the plain name, which stands once on the page.
            let form = self.form.map(|form| form.renamed(self.child));
            return Self { form, ..self };
        }
        let form = self.form.map(|form| form.with(typed, problems));
        Self { form, ..self }
    }
}

fn done(reply: Reply, when: String) -> String {
    match reply {
        Reply::None | Reply::Read => W.you_read(when),
        Reply::Sign => W.you_signed(when),
        Reply::Choose | Reply::Text => W.you_answered(when),
    }
}

impl AnswerForm {
    fn new(mot: &Mot, concern: &Concern, first: bool, given: &str) -> Self {
        let name = if first { ANSWER.to_owned() } else { answer_of(concern.child) };
        Self {
            address: format!("{}/reponse", mot.path()),
            child: Hidden::new("child", concern.child.to_string()),
            version: Hidden::new("version", mot.version.to_string()),
            text: (mot.terms.reply == Reply::Text).then(|| field(name, given)),
            buttons: buttons(mot, concern, given),
        }
    }

    /// A way to change an answer that can be changed: a signature is given once.
    fn to_change(mot: &Mot, concern: &Concern, first: bool, given: Option<&str>) -> Option<Self> {
        let changes = matches!(mot.terms.reply, Reply::Choose | Reply::Text);
        changes.then(|| Self::new(mot, concern, first, given.unwrap_or_default()))
    }

    fn with(self, typed: &str, problems: &Problems) -> Self {
        let text = self.text.map(|_| field(ANSWER.to_owned(), typed).error(problems.of(ANSWER)));
        Self { text, ..self }
    }

    fn renamed(self, child: PersonId) -> Self {
        Self { text: self.text.map(|_| field(answer_of(child), "")), ..self }
    }
}

fn field(name: String, value: &str) -> Field {
    Field::text(name, W.your_answer()).value(value).maxlength(LONGEST_ANSWER)
}

/// One button, or one for each answer to choose among.
fn buttons(mot: &Mot, concern: &Concern, given: &str) -> Vec<Button> {
    match mot.terms.reply {
        Reply::None => Vec::new(),
        Reply::Choose => mot
            .terms
            .choices
            .iter()
            .map(|choice| match choice == given {
                true => Button::primary(choice).name_value(ANSWER, choice),
                false => Button::secondary(choice).name_value(ANSWER, choice),
            })
            .collect(),
        Reply::Read | Reply::Sign | Reply::Text => {
            let label = W.act_for_child(act(mot.terms.reply), &concern.first_name);
            vec![Button::primary(label).icon(if mot.terms.reply == Reply::Sign { "a-signer" } else { "fait" })]
        }
    }
}
