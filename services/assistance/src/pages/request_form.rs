//! The forms of the page of a request: each is there for those who may send it.

use super::files::FilesPart;
use crate::{
    W, act,
    level::Level,
    request::{HelpRequest, Rating, State},
};
use db::{Problems, Result, Tx};
use school::Viewer;
use web::component::{Button, Checkbox, Choice, Field, Opt, RichEditor};

pub(super) struct ReplyPart {
    pub(super) draft_key: String,
    pub(super) came_back: bool,
    pub(super) title: &'static str,
    pub(super) body: RichEditor,
    pub(super) files: FilesPart,
    /// Whom it is for, and whether an answer is waited for: for desks.
    pub(super) desk: Option<(Choice, Checkbox)>,
    pub(super) send: Button,
}

pub(super) struct TakePart {
    pub(super) agent: Option<Choice>,
    pub(super) take: Button,
}

pub(super) struct PassPart {
    pub(super) open: bool,
    pub(super) level: Choice,
    pub(super) word: Field,
    pub(super) pass: Button,
}

pub(super) struct SolvePart {
    pub(super) open: bool,
    pub(super) word: Option<Field>,
    pub(super) solve: Button,
}

pub(super) struct RatePart {
    pub(super) rating: Choice,
    pub(super) word: Field,
    pub(super) rate: Button,
}

/// What was typed in a form of the page that came back.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    pub(crate) body: String,
    pub(crate) body_json: String,
    pub(crate) internal: bool,
    pub(crate) asks: bool,
    pub(crate) level: String,
    pub(crate) pass_word: String,
    pub(crate) solve_word: String,
    pub(crate) reopen_word: String,
    pub(crate) rating: String,
    pub(crate) rating_word: String,
}

pub(super) fn reply(viewer: &Viewer, request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<ReplyPart> {
    let as_desk = request.is_held() && request.state.is_open();
    let as_author = request.is_own() && request.state != State::Closed;
    if !as_desk && !as_author {
        return None;
    }
    let editor = RichEditor::new("body", W.reply_body()).value(&typed.body).error(problems.of("body"));
    let body = if typed.body_json.is_empty() { editor } else { editor.document(&typed.body_json) };
    let options = vec![
        Opt::new("reponse", W.reply_public()).checked(!typed.internal),
        Opt::new("note", W.reply_internal()).hint(W.reply_internal_hint()).checked(typed.internal),
    ];
    Some(ReplyPart {
        draft_key: format!("aide-reponse-{}-{}", request.id, viewer.account),
        came_back: !problems.is_empty(),
        title: if as_desk { W.reply_title() } else { W.reply_title_author() },
        body,
        files: FilesPart::new(problems),
        desk: as_desk.then(|| {
            let whom = Choice::radios("whom", W.reply_whom(), options);
            (whom, Checkbox::new("asks", W.reply_asks()).checked(typed.asks))
        }),
        send: Button::primary(W.reply_send()).icon("a-envoyer"),
    })
}

pub(super) async fn take(
    tx: &mut Tx,
    viewer: &Viewer,
    request: &HelpRequest,
    problems: &Problems,
) -> Result<Option<TakePart>> {
    if !request.is_held() || !request.state.is_open() {
        return Ok(None);
    }
    let colleagues = act::colleagues(tx, request).await?;
    let others: Vec<Opt> = colleagues
        .iter()
        .filter(|it| it.id != viewer.account)
        .map(|it| Opt::new(it.id.to_string(), &it.name).checked(Some(it.id) == request.assignee_id))
        .collect();
    if others.is_empty() && request.assignee_id == Some(viewer.account) {
        return Ok(None);
    }
    let agent = (!others.is_empty()).then(|| {
        let mine = request.assignee_id.is_none_or(|it| it == viewer.account);
        let me = Opt::new("", W.take_me()).checked(mine);
        let options = [me].into_iter().chain(others).collect();
        Choice::select("agent", W.take_who(), options).error(problems.of("agent"))
    });
    Ok(Some(TakePart { agent, take: Button::secondary(W.take()).icon("main-levee") }))
}

pub(super) async fn pass(
    tx: &mut Tx,
    request: &HelpRequest,
    typed: &Typed,
    problems: &Problems,
) -> Result<Option<PassPart>> {
    if !request.is_held() {
        return Ok(None);
    }
    let targets = act::targets(tx, request).await?;
    if targets.is_empty() {
        return Ok(None);
    }
    let further = targets.iter().copied().find(|level| *level > request.level).or(targets.first().copied());
    let option = |level: &Level| {
        let chosen = if typed.level.is_empty() { further == Some(*level) } else { typed.level == level.as_str() };
        Opt::new(level.as_str(), level.word()).checked(chosen)
    };
    let wrong = problems.of("level").is_some() || problems.of("pass_word").is_some();
    Ok(Some(PassPart {
        open: wrong,
        level: Choice::radios("level", W.pass_to(), targets.iter().map(option).collect()).error(problems.of("level")),
        word: Field::area("pass_word", W.pass_word(), 4)
            .value(&typed.pass_word)
            .hint(W.pass_word_hint())
            .error(problems.of("pass_word"))
            .required(),
        pass: Button::secondary(W.pass()).icon("droite"),
    }))
}

pub(super) fn solve(request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<SolvePart> {
    if !request.state.is_open() || !(request.is_held() || request.is_own()) {
        return None;
    }
    let word = request.is_held().then(|| {
        Field::area("solve_word", W.solve_word(), 4)
            .value(&typed.solve_word)
            .optional(W.optional())
            .error(problems.of("solve_word"))
    });
    let label = if request.is_held() { W.solve() } else { W.solve_author() };
    Some(SolvePart { open: problems.of("solve_word").is_some(), word, solve: Button::secondary(label).icon("fait") })
}

pub(super) fn reopen(request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<(Field, Button)> {
    (request.is_own() && !request.state.is_open()).then(|| {
        let word = Field::area("reopen_word", W.reopen_word(), 4)
            .value(&typed.reopen_word)
            .error(problems.of("reopen_word"))
            .required();
        (word, Button::secondary(W.reopen()).icon("retablir"))
    })
}

pub(super) fn rate(request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<RatePart> {
    if !request.is_own() || request.state.is_open() {
        return None;
    }
    let chosen = Rating::try_from(typed.rating.clone()).ok().or(request.rating());
    let option = |it: &Rating| Opt::new(it.as_str(), it.word()).checked(chosen == Some(*it));
    let said =
        if problems.is_empty() { request.rating_word.clone().unwrap_or_default() } else { typed.rating_word.clone() };
    Some(RatePart {
        rating: Choice::radios("rating", W.rating_question(), Rating::ALL.iter().map(option).collect())
            .error(problems.of("rating"))
            .required(),
        word: Field::area("rating_word", W.rating_word(), 3)
            .value(said)
            .optional(W.optional())
            .error(problems.of("rating_word")),
        rate: Button::secondary(W.rate()).icon("pouce"),
    })
}
