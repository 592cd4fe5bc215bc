//! What awaits an act of the viewer, for « Aujourd’hui »: on the side of the académie, how many conventions wait for what; on
//! that of an authority, each of its own.

use crate::{Agreement, W, awaited, board, breach_reminder, campaign, decision};
use db::{Error, Moment, Result, Tx, args};
use jiff::ToSpan;
use school::{Right, Viewer};
use web::Task;

/// So many days after a reminder, an authority that has not answered is shown again.
const ANSWER_DAYS: i64 = 7;

/// All that awaits the viewer about conventions.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = breach_reminder::tasks(tx, viewer).await?;
    if viewer.may_over(Right::ManageAgreements) {
        tasks.extend(of_academy(tx, viewer).await?);
    }
    if viewer.may_over(Right::HandleAgreement) {
        tasks.extend(of_authority(tx, viewer).await?);
    }
    Ok(tasks)
}

async fn of_academy(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let codes = crate::agreement::academies(tx, viewer).await?;
    let academies = serde_json::to_string(&codes).map_err(Error::fault)?;
    let today = tx.now().day();
    let asked: (i64, Option<Moment>, Option<i64>) = tx
        .one(
            "select count(e.school_id) as schools, min(e.asked_at) as since, max(e.year) as year from enrolment e \
             join agreement a on a.id = e.agreement_id where e.state = 'requested' and e.withdrawn_at is null \
             and a.state = 'draft' and a.ends_on >= $2 and a.academy in (select value from json_each($1))",
            args![&academies, today.to_string()],
        )
        .await?;
    let since = today.saturating_sub(board::SILENT_DAYS.days()).to_string();
    // Whoever was just reminded is given some days to answer.
    let reminded = today.saturating_sub(ANSWER_DAYS.days()).to_string();
    let silent: (i64, Option<Moment>, Option<i64>) = tx
        .one(
            "select count(*) as agreements, min(changed_at) as since, max(year) as year from agreement \
             where state in ('proposed', 'signed-by-one') and authority_signed_on is null and proposed_on <= $2 \
             and ends_on >= $3 and coalesce(reminded_on, '') <= $4 and academy in (select value from json_each($1))",
            args![academies, since, today.to_string(), reminded],
        )
        .await?;
    let mut tasks = Vec::new();
    if let (count @ 1.., Some(since), Some(year)) = asked {
        tasks.push(of_board(W.task_requests(count), W.task_requests_act(), year, "demandes", since));
    }
    if let (count @ 1.., Some(since), Some(year)) = silent {
        tasks.push(of_board(
            W.task_silent(count, board::SILENT_DAYS),
            W.task_silent_act(),
            year,
            "sans-reponse",
            since,
        ));
    }
    Ok(tasks)
}

/// A task done from the board.
fn of_board(title: String, act: &'static str, year: i64, pending: &str, since: Moment) -> Task {
    Task {
        title,
        href: format!("/conventions?annee={year}&attente={pending}"),
        icon: "document",
        about: W.task_campaign(campaign::year_name(year)),
        child: None,
        act,
        due: None,
        since,
    }
}

async fn of_authority(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let today = tx.now().day().to_string();
    let agreements: Vec<Agreement> = tx
        .all(
            crate::select_agreement!(
                "o.territory in (select value from json_each($1)) and a.state in ('proposed', 'signed-by-one') \
                 and a.authority_signed_on is null and a.ends_on >= $2 order by a.id"
            ),
            args![viewer.scope_list(Right::HandleAgreement), today],
        )
        .await?;
    let mut tasks = Vec::new();
    for agreement in agreements {
        let authorised = decision::of(tx, agreement.id).await?.is_some_and(|it| it.lets_sign());
        tasks.push(of_agreement(&agreement, authorised));
    }
    Ok(tasks)
}

fn of_agreement(agreement: &Agreement, authorised: bool) -> Task {
    let year = campaign::year_name(agreement.year);
    let signs = matches!(awaited::step(agreement.state, false, authorised), "both" | "authority");
    let (title, rest, act) = match signs {
        true => (W.task_sign(year), "signatures", W.commune_sign()),
        false => (W.task_decide(year), "deliberation", W.task_decide_act()),
    };
    Task {
        title,
        href: format!("/conventions/{}/{rest}", agreement.id),
        icon: if signs { "a-signer" } else { "document" },
        about: W.breach_task_about(&agreement.authority, &agreement.number),
        child: None,
        act,
        due: None,
        since: agreement.changed_at,
    }
}
