//! Letters that remind: what was proposed and is not signed, a campaign that closes, a mandate that is over, a convention
//! that ends. By night, each in its time and once; or asked for from the board.

use super::unsigned::Unsigned;
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
use db::{Error, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{AccountId, Authority, Viewer};
use web::dates;

/// The nightly job that reminds; its payload is the day that is over.
pub const REMIND: JobKind = JobKind { name: "agreements.remind", run: |house, over| Box::pin(remind(house, over)) };

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

async fn remind_unsigned(tx: &mut Tx, house: &str, today: Date) -> Result<()> {
    let waiting = Unsigned::all(tx, today).await?;
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
    let authorised = decision::of(tx, agreement.id).await?.is_some_and(|it| it.lets_sign());
    let asked = if authorised { W.remind_sign() } else { W.remind_decide() };
    let proposed = agreement.proposed_on.as_deref().map(day::written).unwrap_or_default();
    let told = W.remind_waiting(&agreement.number, proposed, asked);
    note(tx, agreement.id, asked, by).await?;
    write(tx, to, agreement, &told, format!("{house}/conventions/{}", agreement.id)).await
}

/// Notes that a reminder left, and about what.
async fn note(tx: &mut Tx, agreement: AgreementId, about: &str, by: Option<AccountId>) -> Result<()> {
    let today = tx.now().day().to_string();
    tx.change("update agreement set reminded_on = $2 where id = $1", args![agreement, today]).await?;
    step::record(tx, agreement, Verb::Reminded, about, by).await
}

async fn write(tx: &mut Tx, to: String, agreement: &Agreement, told: &str, link: String) -> Result<()> {
    let subject = W.letter_agreement_subject(campaign::year_name(agreement.year), &agreement.authority);
    post(tx, to, subject, told, link).await
}

async fn post(tx: &mut Tx, to: String, subject: String, told: &str, link: String) -> Result<()> {
    let link = W.letter_agreement_link(link);
    let text = web::letter(&[told, &link]);
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
