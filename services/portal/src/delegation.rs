//! The right to publish, given by the director of publication to somebody of the school or of the commune, for some days.
//! Who has it publishes as the director does, and gives it to nobody.

use crate::{W, site::PublicSite, site::SiteId, step, step::Verb};
use commons::audit::{self, Action};
use db::{Day, Error, FromRow, Moment, Problems, Result, Tx, args, id};
use jiff::civil::Date;
use school::{AccountId, Territory, Viewer, person};
use std::collections::HashSet;

id! {
    /// A delegation.
    DelegationId
}

/// The longest, in days: a school year is given again at each rentrée.
const LONGEST_DAYS: i32 = 366;

/// A delegation.
#[derive(Debug, Clone, FromRow)]
pub struct Delegation {
    /// The delegation.
    pub id: DelegationId,
    /// To which account.
    pub account_id: AccountId,
    /// To whom, as the person was called then.
    pub name: String,
    /// The first day.
    pub since_on: Day,
    /// The last day.
    pub until_on: Day,
    /// When it was taken back.
    pub ended_at: Option<Moment>,
}

/// Somebody the right can be given to.
#[derive(Debug, Clone, FromRow)]
pub struct Candidate {
    /// The account.
    pub account_id: AccountId,
    /// The name.
    pub name: String,
}

#[derive(FromRow)]
struct Colleague {
    account_id: AccountId,
    first_name: String,
    last_name: String,
}

/// A delegation as it was typed.
#[derive(Debug, Clone, Default)]
pub struct DelegationForm {
    /// The account, as text.
    pub account: String,
    /// The first day.
    pub since: String,
    /// The last day.
    pub until: String,
}

/// Whether somebody was given the right to publish on a site, today.
///
/// # Errors
/// A fault of the database.
pub async fn holds(tx: &mut Tx, site: SiteId, account: AccountId) -> Result<bool> {
    let today = tx.now().day().to_string();
    let held = tx
        .count(
            "select count(*) as n from portal_delegation where site_id = $1 and account_id = $2 and ended_at is null \
             and since_on <= $3 and until_on >= $3",
            args![site, account, today],
        )
        .await?;
    Ok(held > 0)
}

/// The delegations of a site, the newest first. For those who loaded its desk.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx, site: SiteId) -> Result<Vec<Delegation>> {
    tx.all(
        "select id, account_id, name, since_on, until_on, ended_at from portal_delegation where site_id = $1 \
         order by given_at desc, id desc",
        args![site],
    )
    .await
}

/// The delegations of a site that hold today, of people who are still there: said in its legal notice.
///
/// # Errors
/// A fault of the database.
pub async fn current(tx: &mut Tx, site: &PublicSite) -> Result<Vec<Delegation>> {
    let today = Day::from(tx.now().day());
    let there = people(tx, site).await?;
    let mut current = all(tx, site.id).await?;
    current.retain(|it| it.ended_at.is_none() && it.since_on <= today && it.until_on >= today);
    current.retain(|it| there.iter().any(|person| person.account_id == it.account_id));
    Ok(current)
}

/// Those the right can be given to: the team of the school, the people of the commune who have a task for it.
///
/// # Errors
/// A fault of the database.
pub async fn candidates(tx: &mut Tx, viewer: &Viewer, site: &PublicSite) -> Result<Vec<Candidate>> {
    let mut candidates = people(tx, site).await?;
    let mut known = HashSet::new();
    candidates.retain(|it| it.account_id != viewer.account && known.insert(it.account_id));
    Ok(candidates)
}

async fn people(tx: &mut Tx, site: &PublicSite) -> Result<Vec<Candidate>> {
    match site.territory()? {
        Territory::School(school) => colleagues(tx, school).await,
        _ => officers(tx, &site.scope).await,
    }
}

async fn colleagues(tx: &mut Tx, school: school::SchoolId) -> Result<Vec<Candidate>> {
    let now = tx.now();
    let colleagues: Vec<Colleague> = tx
        .all(
            "select a.account_id, p.first_name, p.last_name from circle c join member m on m.circle_id = c.id \
             join person p on p.id = m.person_id join account_person a on a.person_id = p.id \
             where c.school_id = $1 and c.kind = 'staff' and c.until is null and m.role in ('teacher', 'staff') \
             and m.since <= $2 and (m.until is null or m.until > $2) and p.gone_at is null order by p.sort_key, p.id",
            args![school, now],
        )
        .await?;
    let candidate =
        |it: Colleague| Candidate { account_id: it.account_id, name: person::full(&it.first_name, &it.last_name) };
    Ok(colleagues.into_iter().map(candidate).collect())
}

async fn officers(tx: &mut Tx, scope: &str) -> Result<Vec<Candidate>> {
    let now = tx.now();
    tx.all(
        "select g.account_id, coalesce(a.name, a.login) as name from account_grant g \
         join account a on a.id = g.account_id where g.scope = $1 and g.role in ('town-editor', 'town-officer') \
         and g.since <= $2 and (g.until is null or g.until > $2) and a.blocked_at is null order by a.login, a.id",
        args![scope, now],
    )
    .await
}

/// Gives the right to publish for some days.
///
/// # Errors
/// [`Error::Invalid`] with a message for each field.
pub async fn give(tx: &mut Tx, viewer: &Viewer, site: &PublicSite, form: &DelegationForm) -> Result<()> {
    let candidates = candidates(tx, viewer, site).await?;
    let (candidate, since, until) = form.check(tx.now().day(), candidates)?;
    let (id, now): (DelegationId, _) = (tx.id(), tx.now());
    tx.run(
        "insert into portal_delegation (id, site_id, account_id, name, since_on, until_on, given_by, given_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            id,
            site.id,
            candidate.account_id,
            &candidate.name,
            since.to_string(),
            until.to_string(),
            viewer.account,
            now
        ],
    )
    .await?;
    let word = W.delegation_step(&candidate.name, web::dates::date(since), web::dates::date(until));
    step::record(tx, Some(viewer), site.id, None, Verb::Delegated, Some(&word)).await?;
    let subject = candidate.account_id.to_string();
    let detail = format!("{} {since} {until}", site.scope);
    audit::write(tx, Some(viewer.account), Action::PublicationDelegated, Some(subject), Some(&detail)).await
}

/// Takes the right back before its day.
///
/// # Errors
/// [`Error::NotFound`] when there is no such delegation; [`Error::Conflict`] when it was taken back already.
pub async fn end(tx: &mut Tx, viewer: &Viewer, site: &PublicSite, id: DelegationId) -> Result<()> {
    let known = all(tx, site.id).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    let now = tx.now();
    let ended = tx
        .run(
            "update portal_delegation set ended_at = $3 where id = $1 and site_id = $2 and ended_at is null",
            args![id, site.id, now],
        )
        .await?;
    if ended == 0 {
        return Err(Error::Conflict);
    }
    step::record(tx, Some(viewer), site.id, None, Verb::Undelegated, Some(&known.name)).await?;
    audit::write(tx, Some(viewer.account), Action::DelegationEnded, Some(id.to_string()), Some(&site.scope)).await
}

impl DelegationForm {
    fn check(&self, today: Date, candidates: Vec<Candidate>) -> Result<(Candidate, Date, Date)> {
        let mut problems = Problems::default();
        let candidate = candidates.into_iter().find(|it| it.account_id.to_string() == self.account);
        problems.require(candidate.is_some(), "account", W.delegation_nobody());
        let since: Option<Date> = self.since.trim().parse().ok();
        problems.require(since.is_some(), "since", W.day_unreadable());
        let until: Option<Date> = self.until.trim().parse().ok();
        problems.require(until.is_some(), "until", W.day_unreadable());
        if let Some((since, until)) = since.zip(until) {
            problems.require(until >= since && until >= today, "until", W.delegation_past());
            let days = until.since(since).map_or(i32::MAX, |span| span.get_days());
            problems.require(days <= LONGEST_DAYS, "until", W.delegation_long());
        }
        match (candidate, since, until) {
            (Some(candidate), Some(since), Some(until)) => problems.or((candidate, since, until)),
            _ => Err(Error::Invalid(problems)),
        }
    }
}
