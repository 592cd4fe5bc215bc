//! What is done to a request: taken, answered, passed on, solved, reopened, rated.

use crate::{
    W, agent, around,
    asking::waiting_at,
    entry::{EntryKind, NewEntry, reach},
    level::Level,
    request::{HelpRequest, Rating},
    telling::{self, Verb},
};
use commons::paper::Judged;
use db::{Error, Result, Tx, args};
use richtext::Doc;
use school::{AccountId, PersonId, Territory, Viewer};

/// The longest word with a rating, in characters.
const LONGEST_WORD: usize = 500;

/// Turns no row changed into a conflict: somebody was faster, or it is over.
fn first(rows: u64) -> Result<()> {
    if rows == 0 { Err(Error::Conflict) } else { Ok(()) }
}

/// The desks a request may be passed on to from where it is: none for what a family asks its school.
///
/// # Errors
/// A fault of the database.
pub async fn targets(tx: &mut Tx, request: &HelpRequest) -> Result<Vec<Level>> {
    let mut targets = Vec::new();
    if request.family || !request.state.is_open() {
        return Ok(targets);
    }
    let around = around::around(tx, &request.territory()?).await?;
    for level in [Level::District, Level::Academy, Level::Provider] {
        if level != request.level && agent::is_held(tx, level, &around).await? {
            targets.push(level);
        }
    }
    Ok(targets)
}

/// Those of the desk a request is at who may be given it.
///
/// # Errors
/// A fault of the database.
pub async fn colleagues(tx: &mut Tx, request: &HelpRequest) -> Result<Vec<agent::Agent>> {
    let around: Vec<Territory> = match request.level {
        Level::Provider => vec![Territory::Region],
        Level::School | Level::District | Level::Academy => around::around(tx, &request.territory()?).await?,
    };
    agent::agents(tx, request.level, &around).await
}

/// Takes care of a request, or gives it to somebody of the desk.
///
/// # Errors
/// [`Error::Invalid`] when that person is not of the desk; [`Error::Conflict`] when it moved meanwhile.
pub async fn take(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, given: Option<AccountId>) -> Result<()> {
    let (id, name) = match given.filter(|it| *it != viewer.account) {
        None => (viewer.account, viewer.name()),
        Some(given) => {
            let agent = colleagues(tx, request).await?.into_iter().find(|it| it.id == given);
            let agent = agent.ok_or_else(|| Error::invalid("agent", W.agent_wrong()))?;
            (agent.id, agent.name)
        }
    };
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update help_request set assignee_id = $2, assignee = $3, changed_at = $4, \
             state = case when state = 'waiting' then state else 'assigned' end \
             where id = $1 and level = $5 and state in ('new', 'assigned', 'waiting', 'escalated')",
            args![request.id, id, &name, now, request.level],
        )
        .await?;
    first(rows)?;
    NewEntry { detail: &name, ..NewEntry::step(EntryKind::Taken, true) }.write(tx, viewer, request.id).await.map(drop)
}

/// What a desk says about a request.
#[derive(Debug)]
pub struct Saying<'a> {
    /// Its words.
    pub body: &'a Doc,
    /// The files with it.
    pub papers: &'a [Judged],
    /// Whether desks keep it among themselves.
    pub internal: bool,
    /// Whether the author is asked something.
    pub asks: bool,
}

/// Says something about a request, as the desk it is at.
///
/// # Errors
/// [`Error::Conflict`] when it is over, or moved meanwhile.
pub async fn answer(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, saying: &Saying<'_>) -> Result<()> {
    let kind = if saying.internal { EntryKind::Note } else { EntryKind::Answer };
    let entry = NewEntry { papers: saying.papers, ..NewEntry::step(kind, true) }.saying(Some(saying.body));
    if saying.internal {
        return entry.write(tx, viewer, request.id).await.map(drop);
    }
    let now = tx.now();
    let state = if saying.asks { "waiting" } else { "assigned" };
    let rows = tx
        .changed_rows(
            "update help_request set state = $2, changed_at = $3, first_answer_at = coalesce(first_answer_at, $3), \
             assignee_id = coalesce(assignee_id, $4), assignee = coalesce(assignee, $5) \
             where id = $1 and level = $6 and state in ('new', 'assigned', 'waiting', 'escalated')",
            args![request.id, state, now, viewer.account, viewer.name(), request.level],
        )
        .await?;
    first(rows)?;
    entry.write(tx, viewer, request.id).await?;
    Verb::Answered.record(tx, request.school()?, request.id, None).await?;
    telling::tell_author(tx, request, Verb::Answered).await
}

/// Answers as the author: the desk has it again, what was solved is open again.
///
/// # Errors
/// [`Error::Conflict`] when it is closed: it is reopened with a word first.
pub async fn reply(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, body: &Doc, papers: &[Judged]) -> Result<()> {
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update help_request set changed_at = $2, solved_at = null, \
             state = case when assignee_id is null then $3 else 'assigned' end where id = $1 and state <> 'closed'",
            args![request.id, now, waiting_at(request.level)],
        )
        .await?;
    first(rows)?;
    let entry = NewEntry { papers, ..NewEntry::step(EntryKind::Answer, false) }.saying(Some(body));
    entry.write(tx, viewer, request.id).await?;
    tell_desk(tx, request, Verb::Replied).await
}

/// Passes a request on to another desk, with a word for it.
///
/// # Errors
/// [`Error::Forbidden`] for what a family asks its school, which goes nowhere else; [`Error::Invalid`] when nobody answers
/// there; [`Error::Conflict`] when it moved meanwhile.
pub async fn pass(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, to: Level, word: &Doc) -> Result<()> {
    if request.family {
        return Err(Error::Forbidden);
    }
    if !targets(tx, request).await?.contains(&to) {
        return Err(Error::invalid("level", W.level_wrong()));
    }
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update help_request set level = $2, state = $3, assignee_id = null, assignee = null, changed_at = $4 \
             where id = $1 and level = $5 and state in ('new', 'assigned', 'waiting', 'escalated')",
            args![request.id, to, waiting_at(to), now, request.level],
        )
        .await?;
    first(rows)?;
    let around = around::around(tx, &request.territory()?).await?;
    reach(tx, request.id, to, &around).await?;
    let entry = NewEntry { detail: to.as_str(), ..NewEntry::step(EntryKind::Passed, true) }.saying(Some(word));
    entry.write(tx, viewer, request.id).await?;
    Verb::Passed.record(tx, request.school()?, request.id, None).await?;
    telling::tell_author(tx, request, Verb::Passed).await
}

/// Says that a request is solved: by its desk, or by its author.
///
/// # Errors
/// [`Error::Conflict`] when it is already.
pub async fn solve(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, word: Option<&Doc>) -> Result<()> {
    let now = tx.now();
    let by_desk = request.is_held();
    let rows = tx
        .changed_rows(
            "update help_request set state = 'solved', solved_at = $2, changed_at = $2, \
             first_answer_at = case when $3 then coalesce(first_answer_at, $2) else first_answer_at end \
             where id = $1 and level = $4 and state in ('new', 'assigned', 'waiting', 'escalated')",
            args![request.id, now, by_desk, request.level],
        )
        .await?;
    first(rows)?;
    NewEntry::step(EntryKind::Solved, by_desk).saying(word).write(tx, viewer, request.id).await?;
    let actor = request.person_id.filter(|_| !by_desk);
    Verb::Solved.record(tx, request.school()?, request.id, actor).await?;
    match request.is_own() {
        true => Ok(()),
        false => telling::tell_author(tx, request, Verb::Solved).await,
    }
}

/// Says, as its author, that a request is not solved.
///
/// # Errors
/// [`Error::Conflict`] when it is open.
pub async fn reopen(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, word: &Doc) -> Result<()> {
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update help_request set changed_at = $2, solved_at = null, closed_at = null, \
             state = case when assignee_id is null then $3 else 'assigned' end \
             where id = $1 and state in ('solved', 'closed')",
            args![request.id, now, waiting_at(request.level)],
        )
        .await?;
    first(rows)?;
    NewEntry::step(EntryKind::Reopened, false).saying(Some(word)).write(tx, viewer, request.id).await?;
    tell_desk(tx, request, Verb::Reopened).await
}

/// Says how the help was, as the author, once it is solved.
///
/// # Errors
/// [`Error::Invalid`] when the word is too long; [`Error::Conflict`] when it is not solved.
pub async fn rate(tx: &mut Tx, request: &HelpRequest, rating: Rating, word: &str) -> Result<()> {
    let word = word.trim();
    if word.chars().count() > LONGEST_WORD {
        return Err(Error::invalid("rating_word", W.rating_word_too_long()));
    }
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update help_request set rating = $2, rating_word = $3, rated_at = $4 \
             where id = $1 and state in ('solved', 'closed')",
            args![request.id, rating, Some(word).filter(|it| !it.is_empty()), now],
        )
        .await?;
    first(rows)
}

/// Tells those of the school; other desks find it among what they have to treat.
async fn tell_desk(tx: &mut Tx, request: &HelpRequest, verb: Verb) -> Result<()> {
    let (school, actor): (_, Option<PersonId>) = (request.school()?, request.person_id);
    verb.record(tx, school, request.id, actor).await?;
    match school.filter(|_| request.family) {
        Some(school) => telling::tell_school(tx, school, request.id, verb).await,
        None => Ok(()),
    }
}
