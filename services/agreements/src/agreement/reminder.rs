//! Letters that remind: what was proposed and is not signed, a campaign that closes, a mandate that is over, a convention
//! that ends. By night, each in its time and once; or asked for from the board.

use crate::{
    Agreement, AgreementId, Campaign, W, awaited, campaign, day, deadline, decision,
    step::{self, Verb},
};
use commons::{
    House,
    identity::Identity,
    job::JobKind,
    mail::{self, Letter},
};
use db::{Error, FromRow, Moment, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{AccountId, Authority, Viewer};
use web::dates;

/// The nightly job that reminds; its payload is the day that is over.
pub const REMIND: JobKind = JobKind { name: "agreements.remind", run: |house, over| Box::pin(remind(house, over)) };

/// So many days after it was proposed, an authority that has not signed is reminded.
const AFTER_PROPOSAL: [i64; 3] = [14, 30, 45];
/// So many days after its council decided, too: all that is left is to sign.
const AFTER_DECISION: [i64; 2] = [7, 21];
/// So many days before a campaign closes, an académie is told which schools still wait to be confirmed.
const BEFORE_CLOSING: [i64; 2] = [7, 1];
/// So many days before a convention ends, its authority is told of the next campaign.
const BEFORE_END: i64 = 60;

async fn remind(house: House, over: String) -> Result<()> {
    let over: Date = over.parse().map_err(Error::fault)?;
    let today = over.saturating_add(1.day());
    let mut tx = house.db.write().await?;
    remind_unsigned(&mut tx, &house.address, today).await?;
    remind_closing(&mut tx, &house.address, today).await?;
    remind_mandates(&mut tx, &house.address, over).await?;
    remind_ending(&mut tx, &house.address, today).await?;
    tx.commit().await
}

/// A convention that awaits its authority.
#[derive(Debug, FromRow)]
struct Waiting {
    id: AgreementId,
    proposed_on: String,
    reminded_on: Option<String>,
    decided_at: Option<Moment>,
}

impl Waiting {
    /// The last day until now on which a reminder was due, unless one left since.
    fn is_due(&self, today: Date) -> bool {
        let proposed = self.proposed_on.parse::<Date>().ok();
        let after = |day: Option<Date>, days: &[i64]| -> Vec<Date> {
            let day = day.into_iter();
            day.flat_map(|day| days.iter().map(move |it| day.saturating_add((*it).days()))).collect()
        };
        let decided = self.decided_at.map(Moment::day);
        let due = after(proposed, &AFTER_PROPOSAL).into_iter().chain(after(decided, &AFTER_DECISION));
        let last = due.filter(|it| *it <= today).max().map(|it| it.to_string());
        last.is_some_and(|due| self.reminded_on.as_ref().is_none_or(|reminded| *reminded < due))
    }
}

async fn remind_unsigned(tx: &mut Tx, house: &str, today: Date) -> Result<()> {
    let waiting: Vec<Waiting> = tx
        .all(
            "select a.id, a.proposed_on, a.reminded_on, d.entered_at as decided_at from agreement a \
             left join decision d on d.agreement_id = a.id and d.adopted and d.authorises \
             where a.state in ('proposed', 'signed-by-one') and a.authority_signed_on is null \
             and a.proposed_on is not null and a.ends_on >= $1 order by a.id",
            args![today.to_string()],
        )
        .await?;
    for waiting in waiting.iter().filter(|it| it.is_due(today)) {
        let agreement: Agreement = tx.one(crate::select_agreement!("a.id = $1"), args![waiting.id]).await?;
        if let Some(to) = address_of(tx, &agreement).await? {
            ask(tx, house, &agreement, to, None).await?;
        }
    }
    Ok(())
}

/// Reminds the authority of a convention of what is awaited of it. For those who manage it.
///
/// # Errors
/// [`Error::Conflict`] when nothing is awaited of it; [`Error::Invalid`] when it has no address, or was reminded today.
pub async fn ask_again(tx: &mut Tx, house: &str, viewer: &Viewer, agreement: &Agreement) -> Result<()> {
    if !awaited::is_of_authority(agreement.state, agreement.authority_signed_on.is_some()) {
        return Err(Error::Conflict);
    }
    let today = tx.now().day();
    let said = "select count(*) as n from agreement where id = $1 and reminded_on = $2";
    if tx.count(said, args![agreement.id, today.to_string()]).await? > 0 {
        return Err(Error::invalid("conventions", W.remind_already()));
    }
    let Some(to) = address_of(tx, agreement).await? else {
        return Err(Error::invalid("conventions", W.remind_no_address()));
    };
    ask(tx, house, agreement, to, Some(viewer.account)).await
}

/// Where letters to the authority go.
async fn address_of(tx: &mut Tx, agreement: &Agreement) -> Result<Option<String>> {
    Ok(reached(Authority::load(tx, agreement.authority_id).await?.email))
}

fn reached(email: Option<String>) -> Option<String> {
    email.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
}

/// Writes what is awaited: the council's decision, or the signature alone.
async fn ask(tx: &mut Tx, house: &str, agreement: &Agreement, to: String, by: Option<AccountId>) -> Result<()> {
    let authorised = decision::of(tx, agreement.id).await?.is_some_and(|it| it.adopted && it.authorises);
    let asked = if authorised { W.remind_sign() } else { W.remind_decide() };
    let proposed = agreement.proposed_on.as_deref().map(day::written).unwrap_or_default();
    let told = W.remind_waiting(&agreement.number, proposed, asked);
    note(tx, agreement.id, asked, by).await?;
    write(tx, to, agreement, &told, format!("{house}/conventions/{}", agreement.id)).await
}

/// Notes that a reminder left, and about what.
async fn note(tx: &mut Tx, agreement: AgreementId, about: &str, by: Option<AccountId>) -> Result<()> {
    let today = tx.now().day().to_string();
    tx.run("update agreement set reminded_on = $2 where id = $1", args![agreement, today]).await?;
    step::record(tx, agreement, Verb::Reminded, about, by).await
}

async fn write(tx: &mut Tx, to: String, agreement: &Agreement, told: &str, link: String) -> Result<()> {
    let subject = W.letter_agreement_subject(campaign::year_name(agreement.year), &agreement.authority);
    post(tx, to, subject, told, link).await
}

async fn post(tx: &mut Tx, to: String, subject: String, told: &str, link: String) -> Result<()> {
    let link = W.letter_agreement_link(link);
    let text = [W.letter_agreement_hello(), told, link.as_str(), W.letter_agreement_end()].join("\n\n");
    mail::post(tx, &Letter { to, subject, text }).await
}

/// Tells an académie which schools wait to be confirmed before a campaign closes.
async fn remind_closing(tx: &mut Tx, house: &str, today: Date) -> Result<()> {
    for open in Campaign::open_on(tx, today).await? {
        let closes = open.closes_on.parse::<Date>().map_err(Error::fault)?;
        if !BEFORE_CLOSING.contains(&deadline::days_left(today, closes)) {
            continue;
        }
        let waiting: Vec<(String, i64)> = tx
            .all(
                "select a.academy, cast(count(e.school_id) as bigint) as schools from enrolment e \
                 join agreement a on a.id = e.agreement_id \
                 where e.year = $1 and e.state = 'requested' and e.withdrawn_at is null and a.state = 'draft' \
                 group by a.academy",
                args![open.year],
            )
            .await?;
        for (academy, schools) in waiting {
            let identity = Identity::of(tx, &format!("academy:{academy}")).await?;
            let Some(to) = reached(Some(identity.email)) else { continue };
            let subject = W.remind_closing_subject(open.name());
            let told = W.remind_closing(open.name(), day::written(&open.closes_on), schools);
            post(tx, to, subject, &told, format!("{house}/conventions?annee={}&attente=demandes", open.year)).await?;
        }
    }
    Ok(())
}

/// Tells an authority, the night its representative's mandate ends, that its sheet is to be looked at.
async fn remind_mandates(tx: &mut Tx, house: &str, over: Date) -> Result<()> {
    let agreements: Vec<Agreement> = tx
        .all(
            crate::select_agreement!(
                "o.mandate_until = $1 and o.gone_at is null and a.state in ('draft', 'proposed', 'signed-by-one') \
                 order by a.id"
            ),
            args![over.to_string()],
        )
        .await?;
    for agreement in &agreements {
        let Some(to) = address_of(tx, agreement).await? else { continue };
        let told = W.remind_mandate(dates::date(over));
        step::record(tx, agreement.id, Verb::Reminded, W.office_mandate_over_short(), None).await?;
        write(tx, to, agreement, &told, format!("{house}/collectivites/{}", agreement.authority_id)).await?;
    }
    Ok(())
}

/// Tells an authority whose convention ends soon that the next campaign is open; once, when both are true.
async fn remind_ending(tx: &mut Tx, house: &str, today: Date) -> Result<()> {
    for open in Campaign::open_on(tx, today).await? {
        let near = campaign::end_of(open.year - 1).saturating_sub(BEFORE_END.days());
        if today < near {
            continue;
        }
        let since = near.to_string().max(open.opens_on.clone());
        let agreements: Vec<Agreement> = tx
            .all(
                crate::select_agreement!(
                    "a.year = $1 and a.state = 'active' and a.ends_on >= $2 \
                     and (a.reminded_on is null or a.reminded_on < $3) \
                     and not exists (select 1 from agreement n where n.year = $1 + 1 \
                     and n.authority_id = a.authority_id and n.academy = a.academy) order by a.id"
                ),
                args![open.year - 1, today.to_string(), since],
            )
            .await?;
        for agreement in &agreements {
            let Some(to) = address_of(tx, agreement).await? else { continue };
            let last = day::written(&agreement.ends_on);
            let told = W.remind_ending(&agreement.number, last, open.name(), day::written(&open.closes_on));
            note(tx, agreement.id, &W.remind_ending_step(open.name()), None).await?;
            write(tx, to, agreement, &told, format!("{house}/conventions/inscriptions")).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Waiting;
    use crate::AgreementId;
    use db::{Moment, Uuid};
    use jiff::{Timestamp, civil::date};

    fn waiting(reminded_on: Option<&str>, decided_at: Option<Moment>) -> Waiting {
        Waiting {
            id: AgreementId(Uuid::nil()),
            proposed_on: "2026-10-01".to_owned(),
            reminded_on: reminded_on.map(str::to_owned),
            decided_at,
        }
    }

    #[test]
    fn an_authority_is_reminded_once_in_each_time() {
        for (reminded_on, today, due) in [
            (None, date(2026, 10, 14), false),
            (None, date(2026, 10, 15), true),
            (Some("2026-10-15"), date(2026, 10, 16), false),
            (Some("2026-10-15"), date(2026, 10, 31), true),
            // Asked for by hand meanwhile.
            (Some("2026-10-31"), date(2026, 11, 1), false),
            (Some("2026-11-01"), date(2026, 11, 15), true),
            (Some("2026-11-15"), date(2027, 3, 1), false),
            // A night was missed.
            (None, date(2026, 12, 1), true),
        ] {
            assert_eq!(waiting(reminded_on, None).is_due(today), due, "{reminded_on:?} {today}");
        }
    }

    #[test]
    fn a_council_that_decided_is_reminded_to_have_it_signed() {
        let decided: Timestamp = "2026-12-09T09:00:00Z".parse().unwrap_or_default();
        let reminded = Some("2026-11-15");
        for (today, due) in [(date(2026, 12, 15), false), (date(2026, 12, 16), true)] {
            assert_eq!(waiting(reminded, Some(decided.into())).is_due(today), due, "{today}");
        }
    }
}
