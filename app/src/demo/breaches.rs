//! Two conventions of the demonstration that went wrong: one ended by the académie last year, one in which the parties are to
//! meet.

use super::office::Office;
use agreements::{
    Agreement, AgreementId,
    agreement::Party,
    breach::{self, Case, Outcome},
    breach_entry,
    breach_form::{Act, Entry},
    renewal,
};
use db::Result;
use jiff::civil::Date;

const NOT_CONNECTED: &str = "Le raccordement de l’école au réseau, promis pour la rentrée, n’est pas fait. Les tablettes prêtées ne \
     peuvent pas servir.";
const NOT_ANSWERED: &str = "Le correspondant de la commune n’est plus désigné depuis septembre : personne ne répond aux demandes de \
     l’école.";
const REASONS: &str = "La réunion de conciliation n’a permis aucun accord sur la date des travaux.";

/// Formal notice, a meeting without agreement, the end.
pub(super) async fn end(office: &Office<'_>, id: AgreementId) -> Result<()> {
    let year = office.year;
    let on = office.planned(year, 1, 12);
    let notice = notice(on, NOT_CONNECTED);
    enter(office, on, id, Act::Notice, notice).await?;
    let on = office.planned(year, 2, 3);
    enter(office, on, id, Act::Conciliation, Entry::Conciliation(on, Some(Outcome::Failed))).await?;
    let on = office.planned(year, 2, 10);
    enter(office, on, id, Act::Termination, Entry::Termination(on, REASONS.to_owned())).await?;
    // It takes effect fifteen days after the letter.
    let (mut tx, _) = office.open(office.planned(year, 2, 26)).await?;
    renewal::expire_until(&mut tx, office.planned(year, 2, 25)).await?;
    tx.commit().await
}

/// Formal notice some days ago; a meeting is to come.
pub(super) async fn begin(office: &Office<'_>, id: AgreementId) -> Result<()> {
    let on = office.past.day(-12);
    enter(office, on, id, Act::Notice, notice(on, NOT_ANSWERED)).await?;
    let meeting = Entry::Conciliation(office.past.day(8), None);
    enter(office, office.past.day(-2), id, Act::Conciliation, meeting).await
}

fn notice(on: Date, grievances: &str) -> Entry {
    Entry::Notice { by: Party::Academy, on, received: None, grievances: grievances.to_owned() }
}

async fn enter(office: &Office<'_>, day: Date, id: AgreementId, act: Act, entry: Entry) -> Result<()> {
    let (mut tx, viewer) = office.open(day).await?;
    let agreement = Agreement::managed(&mut tx, &viewer, id).await?;
    let breach = breach::latest(&mut tx, id).await?;
    breach_entry::enter(&mut tx, &Case { agreement, breach }, act, &entry, &[], viewer.account).await?;
    tx.commit().await
}
