//! « Données »: the space of the DPO, which leads to all the rest and says what is not as it should be.

use super::{breach::clock_words, retention::state};
use crate::{
    W, allowed, barrier,
    breach::DataBreach,
    chain::{self, Check},
    register::version,
    retention_paper::{Proof, day},
    schedule::Schedule,
};
use askama::Template;
use commons::audit::Action;
use db::Moment;
use web::{
    Answer, SignedIn,
    component::{Cell, Column, Notice, Table},
    dates,
};

/// The address.
pub(crate) const PATH: &str = "/espace-dpo";
/// How far back acts are counted, in days.
const COUNTED_DAYS: i64 = 30;
/// How old the last reading of the journal may be.
const CHECKED_SECONDS: i64 = 36 * 3600;

#[derive(Template)]
#[template(path = "space.html")]
struct SpacePage {
    alerts: Vec<Notice>,
    cards: Vec<Card>,
    acts: Table,
    acts_about: String,
}

/// A place with its state.
struct Card {
    title: &'static str,
    href: &'static str,
    state: String,
}

/// `GET /espace-dpo`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let viewer = visit.viewer.clone();
    allowed::keeper(&viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let now = tx.now();
    let schedule = Schedule::load(&mut tx, &house).await?;
    let proof = Proof::load(&mut tx, schedule).await?;
    let breaches = DataBreach::open(&mut tx).await?;
    let check = chain::latest(&mut tx).await?;
    let entries = version::all(&mut tx).await?.len();
    let waiting = barrier::all(&mut tx, &viewer).await?.iter().filter(|it| it.answered_at.is_none()).count();
    let acts = chain::tally(&mut tx, now.plus_days(-COUNTED_DAYS)).await?;
    drop(tx);
    let counted = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let card = |title, href, state| Card { title, href, state };
    let page = SpacePage {
        alerts: alerts(&breaches, &proof, check.as_ref(), now),
        cards: vec![
            card(W.space_rights(), "/demandes-de-droits", W.space_rights_about().to_owned()),
            card(W.register_title(), "/registre", W.space_register(counted(entries))),
            card(W.retention_title(), "/conservation", state(&proof)),
            card(W.breach_title(), "/violations", W.space_breaches(counted(breaches.len()))),
            card(W.space_tasks(), "/espace-dpo/missions", W.space_tasks_about().to_owned()),
            card(W.barriers_title(), "/accessibilite/signalements", W.space_barriers(counted(waiting))),
            card(W.declaration_title(), "/accessibilite/declaration", W.space_declaration().to_owned()),
            card(W.data_title(), "/protection-des-donnees", W.space_notice().to_owned()),
        ],
        acts: table(&acts),
        acts_about: W.space_acts_about(COUNTED_DAYS),
    };
    visit.page(W.space_title(), &page)
}

/// What is to be looked at, and that the journal is whole when it is.
fn alerts(breaches: &[DataBreach], proof: &Proof, check: Option<&Check>, now: Moment) -> Vec<Notice> {
    let open = breaches.iter().filter(|it| !it.is_notification_settled());
    let mut alerts: Vec<Notice> = open
        .map(|it| {
            let path = super::breach::address(it.id);
            Notice::attention(clock_words(it, now)).title(W.breach_named(it.number)).link(W.space_open_breach(), path)
        })
        .collect();
    if proof.late() > 0 {
        alerts.push(Notice::attention(W.retention_late(proof.late())).link(W.retention_title(), "/conservation"));
    }
    alerts.push(journal(check, now));
    alerts
}

/// What the last reading of the journal found.
fn journal(check: Option<&Check>, now: Moment) -> Notice {
    let Some(check) = check else { return Notice::info(W.chain_never()) };
    let when = dates::past(check.at, now);
    match check.broken {
        // Nothing was sealed yet when it was read.
        None if check.last == 0 => Notice::info(W.chain_never()),
        Some(number) => Notice::problem(W.chain_broken(number, when)),
        None if check.at.plus_seconds(CHECKED_SECONDS) < now => Notice::attention(W.chain_old(day(&check.day))),
        None => Notice::success(W.chain_whole(check.last, when)),
    }
}

/// The acts counted by their words; those of daily life together.
fn table(acts: &[(String, i64)]) -> Table {
    let columns = vec![Column::new(W.acts_what()), Column::numeric(W.acts_count())];
    let mut rows: Vec<(&'static str, i64)> = Vec::new();
    for (action, count) in acts {
        let word = Action::try_from(action.clone()).ok().and_then(word).unwrap_or_else(|| W.act_other());
        match rows.iter_mut().find(|(known, _)| *known == word) {
            Some((_, sum)) => *sum += count,
            None => rows.push((word, *count)),
        }
    }
    let cells = rows.into_iter().map(|(word, count)| vec![Cell::text(word), Cell::text(count.to_string())]);
    Table::new(W.space_acts(), columns, cells.collect()).caption_hidden()
}

/// The acts that look at the files of others, or open the house; the others are counted together.
fn word(action: Action) -> Option<&'static str> {
    let known = [
        (Action::SignedIn, W.act_signed_in()),
        (Action::SignInRefused, W.act_refused()),
        (Action::PasswordChanged, W.act_password()),
        (Action::AccessRenewed, W.act_renewed()),
        (Action::SheetsPrinted, W.act_sheets()),
        (Action::DirectoryImported, W.act_imported()),
        (Action::MessageTraced, W.act_traced()),
        (Action::ReportedRead, W.act_reported()),
        (Action::ProofExported, W.act_proof()),
        (Action::ContentWithdrawn, W.act_withdrawn()),
        (Action::MassSent, W.act_mass()),
        (Action::TaskSuspended, W.act_suspended()),
    ];
    known.into_iter().find(|(it, _)| *it == action).map(|(_, word)| word)
}
