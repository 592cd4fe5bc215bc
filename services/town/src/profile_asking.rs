//! Asking for a municipal profile: by the public page, by an officer for a colleague, by the académie.

use crate::{
    W,
    fields::Fields,
    profile::{Origin, ProfileId, ProfileState, ROLES},
};
use commons::audit::{self, Action};
use db::{Error, Moment, Problems, Result, Tx, args};
use school::{AccountId, Role, Territory, schools_in};

pub use crate::profile_place::place;

/// The longest of the short texts.
const LONGEST: usize = 80;
/// The longest address.
const LONGEST_EMAIL: usize = 254;
/// The longest reason.
pub const LONGEST_REASON: usize = 500;

/// One address waits for so many answers at most.
const MOST_FOR_EMAIL: i64 = 3;
/// The public page takes so many requests for one commune in a day.
const MOST_FOR_SCOPE: i64 = 10;
/// It takes so many in an hour: beyond, somebody plays with it.
const MOST_IN_ALL: i64 = 200;

/// What was typed about somebody.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What the profile would let do.
    pub role: Role,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What the person does there.
    pub position: String,
    /// Where letters go, in lower case.
    pub email: String,
    /// Why it is asked for.
    pub reason: String,
}

/// What was typed about somebody.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields, mut problems: Problems) -> Result<Asked> {
    let role = Role::try_from(fields.text("role").to_owned()).ok().filter(|role| ROLES.contains(role));
    problems.require(role.is_some(), "role", W.role_missing());
    let first_name = fields.line(&mut problems, "first_name", LONGEST, W.too_long());
    let last_name = fields.line(&mut problems, "last_name", LONGEST, W.too_long());
    let position = fields.line(&mut problems, "position", LONGEST, W.too_long());
    let email = fields.short(&mut problems, "email", LONGEST_EMAIL, W.too_long()).to_lowercase();
    let reason = fields.short(&mut problems, "reason", LONGEST_REASON, W.too_long());
    problems.require(!first_name.is_empty(), "first_name", W.first_name_missing());
    problems.require(!last_name.is_empty(), "last_name", W.last_name_missing());
    problems.require(!position.is_empty(), "position", W.position_missing());
    problems.require(is_address(&email), "email", W.email_wrong());
    match role {
        Some(role) => problems.or(Asked { role, first_name, last_name, position, email, reason }),
        None => Err(Error::Invalid(problems)),
    }
}

/// Whether a text can be an electronic address: a letter shows the rest.
fn is_address(email: &str) -> bool {
    let Some((name, host)) = email.split_once('@') else { return false };
    let plain = email.chars().all(|it| it.is_ascii_graphic() && !matches!(it, ',' | ';' | '<' | '>' | '"'));
    plain && !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
}

/// Writes a request down. By the public page, one too many is passed over in silence: whoever plays with it learns nothing.
///
/// # Errors
/// [`Error::NotFound`] for a place without schools; a fault of the database.
pub async fn ask(
    tx: &mut Tx,
    scope: &Territory,
    asked: &Asked,
    origin: Origin,
    by: Option<AccountId>,
) -> Result<Option<ProfileId>> {
    let scope_text = scope.to_string();
    if origin == Origin::Public && is_too_much(tx, &scope_text, &asked.email).await? {
        return Ok(None);
    }
    let schools = schools_in(tx, scope).await?;
    let academy = schools.first().map(|school| school.academy.clone()).ok_or(Error::NotFound)?;
    let (id, now): (ProfileId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into town_profile (id, scope, academy, role, first_name, last_name, position, email, reason, state, origin, \
         asked_at, asked_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            id,
            &scope_text,
            &academy,
            asked.role,
            &asked.first_name,
            &asked.last_name,
            &asked.position,
            &asked.email,
            &asked.reason,
            ProfileState::Requested,
            origin,
            now,
            by
        ],
    )
    .await?;
    let detail = format!("{} {scope_text}", asked.role.as_str());
    audit::write(tx, by, Action::TownProfileAsked, Some(id.to_string()), Some(&detail)).await?;
    Ok(Some(id))
}

async fn is_too_much(tx: &mut Tx, scope: &str, email: &str) -> Result<bool> {
    let now = tx.now();
    let same = "select count(*) as n from town_profile where email = $1 and state = 'requested'";
    if tx.count(same, args![email]).await? >= MOST_FOR_EMAIL {
        return Ok(true);
    }
    let twice = "select count(*) as n from town_profile where email = $1 and scope = $2 and state = 'requested'";
    let there = "select count(*) as n from town_profile where scope = $1 and origin = 'public' and asked_at > $2";
    let in_all = "select count(*) as n from town_profile where origin = 'public' and asked_at > $1";
    let (day, hour): (Moment, Moment) = (now.plus_days(-1), now.plus_seconds(-3600));
    Ok(tx.count(twice, args![email, scope]).await? > 0
        || tx.count(there, args![scope, day]).await? >= MOST_FOR_SCOPE
        || tx.count(in_all, args![hour]).await? >= MOST_IN_ALL)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for fine in ["mairie@example.fr", "a.b+c@mairie.example.fr"] {
            assert!(is_address(fine), "{fine}");
        }
        for wrong in ["", "mairie", "@example.fr", "a@b", "a@b.fr,c@d.fr", "a b@example.fr", "a@b@c.fr", "é@example.fr"]
        {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
