//! What somebody asked, answered and attended, for a copy of all that is kept of them: never the words of others.

use crate::{
    W,
    request::{HelpKind, State},
    training,
};
use db::{FromRow, Moment, Result, Tx, args};
use school::AccountId;
use web::personal::{Part, Subject};

/// What is kept of an account: pupils have none here.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let Some(account) = subject.account else { return Ok(Vec::new()) };
    let parts =
        [asked(tx, account).await?, answers(tx, account).await?, training::personal_data::of(tx, account).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

#[derive(FromRow)]
struct Asked {
    kind: HelpKind,
    title: String,
    body: String,
    page: String,
    browser: String,
    incident: String,
    state: State,
    created_at: Moment,
    rating_word: Option<String>,
}

async fn asked(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let requests: Vec<Asked> = tx
        .all(
            "select kind, title, body, page, browser, incident, state, created_at, rating_word from help_request \
             where account_id = $1 order by created_at, id",
            args![account],
        )
        .await?;
    let columns = [
        W.kind(),
        W.title(),
        W.data_text(),
        W.context_page(),
        W.context_browser(),
        W.context_incident(),
        W.state(),
        W.asked_at(),
        W.rating_word(),
    ];
    let row = |it: Asked| {
        vec![
            it.kind.word().into(),
            it.title.into(),
            plain(it.body).into(),
            it.page.into(),
            it.browser.into(),
            it.incident.into(),
            it.state.word().into(),
            it.created_at.into(),
            it.rating_word.into(),
        ]
    };
    Ok(Part::new("demandes-aide", W.data_requests(), &columns).rows(requests.into_iter().map(row)))
}

#[derive(FromRow)]
struct Answered {
    title: String,
    body: String,
    at: Moment,
}

/// Notes desks keep among themselves are about somebody else.
async fn answers(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let answers: Vec<Answered> = tx
        .all(
            "select r.title, e.body, e.at from help_entry e join help_request r on r.id = e.request_id \
             where e.account_id = $1 and e.body <> '' and e.kind in ('answer', 'solved', 'reopened') order by e.at, e.id",
            args![account],
        )
        .await?;
    let columns = [W.data_request(), W.data_text(), W.data_said_at()];
    let row = |it: Answered| vec![it.title.into(), plain(it.body).into(), it.at.into()];
    Ok(Part::new("reponses-aide", W.data_answers(), &columns).rows(answers.into_iter().map(row)))
}

fn plain(body: String) -> String {
    match richtext::parse(&body) {
        Ok(doc) => doc.to_plain(),
        Err(_) => body,
    }
}
