//! What the académie decides of a request: it grants a profile until a day, or refuses it with a reason.

use crate::{
    W, clock,
    fields::Fields,
    profile::{ProfileState, ROLES, TownProfile},
    profile_letter,
};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Error, Problems, Result, Tx, args, fold, id_list};
use jiff::civil::Date;
use school::{AccountId, Authority, AuthorityId, Role, Territory, Viewer, account, schools_in};

/// What was decided of a request.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What the profile lets do.
    pub role: Role,
    /// Over which commune or grouping.
    pub scope: String,
    /// Its last day.
    pub until: Date,
    /// Whether the letter leaves by mail; else it is printed.
    pub by_mail: bool,
}

/// The last days a profile may have: the one proposed, and the latest.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// 5 September following, or the end of the mandate when it comes before.
    pub proposed: Date,
    /// The later of both.
    pub latest: Date,
}

impl Bounds {
    /// For a profile over a scope.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, scope: &str) -> Result<Self> {
        let today = tx.now().day();
        let authority = match Territory::of(scope) {
            Some(territory) => Authority::of_territory(tx, &territory).await?,
            None => None,
        };
        let mandate = authority.and_then(|it| it.mandate_until).and_then(|day| day.parse().ok());
        Ok(Self::between(today, mandate))
    }

    fn between(today: Date, mandate: Option<Date>) -> Self {
        let september = next_september(today);
        let mandate = mandate.filter(|day| *day > today).unwrap_or(september);
        Self { proposed: september.min(mandate), latest: september.max(mandate) }
    }
}

/// 5 September following, the day conventions end (domain.md §1.3, 10).
fn next_september(today: Date) -> Date {
    let this_year = jiff::civil::date(today.year(), 9, 5);
    if today < this_year { this_year } else { jiff::civil::date(today.year() + 1, 9, 5) }
}

/// The scopes a request may be granted over: the one asked for, and the groupings that pay for one of its schools.
///
/// # Errors
/// A fault of the database.
pub async fn scopes(tx: &mut Tx, profile: &TownProfile) -> Result<Vec<(String, String)>> {
    let Some(asked) = Territory::of(&profile.scope) else { return Ok(Vec::new()) };
    let mut scopes = vec![(profile.scope.clone(), web::place_name(tx, &asked).await?)];
    let schools = schools_in(tx, &asked).await?;
    let payers: Vec<(AuthorityId, String, String)> = tx
        .all(
            "select distinct a.id, a.name, a.territory from authority_school s join authority a on a.id = s.authority_id \
             where s.school_id in (select unhex(value) from json_each($1)) and a.kind = 'grouping' and a.gone_at is null",
            args![id_list(schools.iter().map(|school| school.id))],
        )
        .await?;
    for (_, name, territory) in payers {
        if scopes.iter().all(|known| known.0 != territory) {
            scopes.push((territory, name));
        }
    }
    Ok(scopes)
}

/// What was typed of a decision.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be.
pub async fn typed(tx: &mut Tx, profile: &TownProfile, fields: &Fields) -> Result<Decision> {
    let mut problems = Problems::default();
    let role = Role::try_from(fields.text("role").to_owned()).ok().filter(|role| ROLES.contains(role));
    problems.require(role.is_some(), "role", W.role_missing());
    let scope = fields.text("scope").to_owned();
    let is_offered = scopes(tx, profile).await?.iter().any(|known| known.0 == scope);
    problems.require(is_offered, "scope", W.scope_missing());
    let bounds = Bounds::of(tx, &scope).await?;
    let until: Option<Date> = fields.text("until").parse().ok();
    let fits = until.is_some_and(|day| day > tx.now().day() && day <= bounds.latest);
    problems.require(fits, "until", W.until_wrong(web::dates::date(bounds.latest)));
    let by_mail = fields.text("way") != "papier";
    match role.zip(until) {
        Some((role, until)) => problems.or(Decision { role, scope, until, by_mail }),
        None => Err(Error::Invalid(problems)),
    }
}

/// Grants a profile until a day, or grants it again: the account is made when the person has none, and a letter tells how to
/// come in.
///
/// # Errors
/// [`Error::Conflict`] for a request that was refused; a fault of the database.
pub async fn grant(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    profile: &TownProfile,
    decision: &Decision,
) -> Result<()> {
    let account = account_of(tx, profile).await?;
    if profile.account_id.is_some()
        && (profile.role, profile.scope.as_str()) != (decision.role, decision.scope.as_str())
    {
        account::end_grant(tx, account, profile.role, &profile.scope).await?;
    }
    let now = tx.now();
    let changed = tx
        .run(
            "update town_profile set state = $2, role = $3, scope = $4, until_day = $5, account_id = $6, decided_at = $7, \
             decided_by = $8, decision = null, ended_at = null, warned_at = null where id = $1 and state <> 'refused'",
            args![
                profile.id,
                ProfileState::Granted,
                decision.role,
                &decision.scope,
                decision.until.to_string(),
                account,
                now,
                viewer.account
            ],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    account::grant_until(tx, account, decision.role, &decision.scope, clock::end_of(decision.until)).await?;
    let detail = format!("{} {} {}", decision.role.as_str(), decision.scope, decision.until);
    audit::write(tx, Some(viewer.account), Action::TownProfileGranted, Some(account.to_string()), Some(&detail))
        .await?;
    match decision.by_mail {
        true => profile_letter::post(tx, house, profile, decision, account).await,
        false => Ok(()),
    }
}

/// The account of the person: the one of this profile, or of another profile of the same person; a new one else. Several
/// people of a mairie share one address: the name counts too.
async fn account_of(tx: &mut Tx, profile: &TownProfile) -> Result<AccountId> {
    if let Some(account) = profile.account_id {
        return Ok(account);
    }
    let known: Vec<(AccountId, String, String)> = tx
        .all(
            "select account_id, first_name, last_name from town_profile where email = $1 and account_id is not null \
             order by decided_at desc",
            args![&profile.email],
        )
        .await?;
    let is_same =
        |first: &str, last: &str| fold(first) == fold(&profile.first_name) && fold(last) == fold(&profile.last_name);
    if let Some(row) = known.iter().find(|row| is_same(&row.1, &row.2)) {
        return Ok(row.0);
    }
    let login = account::free_login(tx, &profile.first_name, &profile.last_name).await?;
    let account = account::create(tx, &login).await?;
    account::set_name(tx, account, &profile.name()).await?;
    Ok(account)
}

/// Refuses a request, and tells the person why.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when it was decided already.
pub async fn refuse(tx: &mut Tx, viewer: &Viewer, profile: &TownProfile, why: &str) -> Result<()> {
    let why = reason(why)?;
    let now = tx.now();
    let changed = tx
        .run(
            "update town_profile set state = $2, decision = $3, decided_at = $4, decided_by = $5 \
             where id = $1 and state = 'requested'",
            args![profile.id, ProfileState::Refused, why, now, viewer.account],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    audit::write(tx, Some(viewer.account), Action::TownProfileRefused, Some(profile.id.to_string()), Some(why)).await?;
    profile_letter::post_refusal(tx, profile, why).await
}

/// A reason without spaces around it.
///
/// # Errors
/// [`Error::Invalid`] beside `reason` when there is none, or too much of it.
pub fn reason(typed: &str) -> Result<&str> {
    let reason = typed.trim();
    let mut problems = Problems::default();
    problems.require(!reason.is_empty(), "reason", W.reason_missing());
    problems.require(reason.chars().count() <= crate::profile_asking::LONGEST_REASON, "reason", W.too_long());
    problems.or(reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_profile_ends_on_5_september_or_with_the_mandate() {
        let autumn = date(2026, 10, 1);
        let bounds = Bounds::between(autumn, None);
        assert_eq!((bounds.proposed, bounds.latest), (date(2027, 9, 5), date(2027, 9, 5)));
        let bounds = Bounds::between(autumn, Some(date(2032, 3, 20)));
        assert_eq!((bounds.proposed, bounds.latest), (date(2027, 9, 5), date(2032, 3, 20)));
        let bounds = Bounds::between(autumn, Some(date(2027, 3, 20)));
        assert_eq!((bounds.proposed, bounds.latest), (date(2027, 3, 20), date(2027, 9, 5)));
        let bounds = Bounds::between(autumn, Some(date(2026, 3, 20)));
        assert_eq!(bounds.proposed, date(2027, 9, 5), "a mandate that is over says nothing");
        assert_eq!(next_september(date(2027, 9, 4)), date(2027, 9, 5));
        assert_eq!(next_september(date(2027, 9, 5)), date(2028, 9, 5));
    }
}
