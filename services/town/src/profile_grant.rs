//! What the académie decides of a request: it grants a profile until a day, or refuses it ([`crate::profile_refusal`]).

use crate::{
    W, clock,
    fields::Fields,
    profile::{ProfileState, ROLES, TownProfile},
    profile_account::account_of,
    profile_letter,
};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Error, Problems, Result, Tx, args, id_list};
use jiff::civil::Date;
use school::{AuthorityId, Role, Territory, Viewer, account, schools_in};

pub use crate::{
    profile_bounds::Bounds,
    profile_refusal::{reason, refuse},
};

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
        .changed_rows(
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
