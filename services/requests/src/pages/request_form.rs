//! The forms of the page of a request: each is there for those who may send it.

use super::{FilesPart, NamedPart};
use crate::{
    W,
    asking::LONGEST_BODY,
    request::{Request, State},
    side::Side,
};
use db::{Moment, Problems};
use school::Viewer;
use web::component::{Button, Choice, Field, Opt};

/// What an answer of the commune is.
pub(super) const ANSWER: &str = "reponse";
/// An answer that asks the school something.
pub(super) const QUESTION: &str = "question";
/// What the commune alone reads.
pub(super) const NOTE: &str = "note";

pub(super) struct ReplyPart {
    pub(super) draft_key: String,
    pub(super) came_back: bool,
    pub(super) title: &'static str,
    pub(super) action: &'static str,
    pub(super) body: Field,
    pub(super) files: FilesPart,
    /// For whom it is: for the commune.
    pub(super) whom: Option<Choice>,
    pub(super) named: Option<NamedPart>,
    pub(super) send: Button,
}

/// What was typed in a form of the page that came back.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub(super) body: String,
    pub(super) whom: String,
    pub(super) names: Vec<String>,
    pub(super) day: String,
    pub(super) plan_word: String,
    pub(super) finish_word: String,
    /// Service and address, when they were typed.
    pub(super) service: Option<(String, String)>,
}

pub(super) fn reply(
    viewer: &Viewer,
    request: &Request,
    typed: Typed,
    problems: &Problems,
    now: Moment,
) -> Option<ReplyPart> {
    let reopens = request.side == Side::School && request.state == State::Done;
    if reopens && !request.reopens(now.day()) {
        return None;
    }
    let (title, action, send) = match (request.side, reopens) {
        (Side::Town, _) => (W.answer_title(), "reponses", W.answer_send()),
        (Side::School, false) => (W.reply_title(), "reponses", W.reply_send()),
        (Side::School, true) => (W.reopen_title(), "reprise", W.reopen_send()),
    };
    let body = Field::area("body", W.reply_body(), 5).value(&typed.body).maxlength(LONGEST_BODY);
    let body = if request.side == Side::School { body.hint(W.no_pupil_data()) } else { body };
    Some(ReplyPart {
        draft_key: format!("demande-reponse-{}-{}", request.id, viewer.account),
        came_back: problems.of("body").is_some() || !typed.names.is_empty() || problems.of(super::FILES).is_some(),
        title,
        action,
        body: body.error(problems.of("body")).required(),
        files: FilesPart::new(problems),
        whom: (request.side == Side::Town).then(|| whom(request, &typed.whom)),
        named: NamedPart::new(typed.names),
        send: Button::primary(send).icon("a-envoyer"),
    })
}

fn whom(request: &Request, chosen: &str) -> Choice {
    let is_known = [QUESTION, NOTE].contains(&chosen);
    let answer = Opt::new(ANSWER, W.whom_answer()).checked(!is_known);
    let question = Opt::new(QUESTION, W.whom_question()).hint(W.whom_question_hint()).checked(chosen == QUESTION);
    let note = Opt::new(NOTE, W.whom_note()).hint(W.whom_note_hint()).checked(chosen == NOTE);
    // What is over asks nothing any more.
    let options = if request.state.is_open() { vec![answer, question, note] } else { vec![answer, note] };
    Choice::radios("whom", W.whom(), options)
}
