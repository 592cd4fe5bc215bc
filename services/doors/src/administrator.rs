//! Administrators of an académie or of the whole région: in no directory, created from the terminal.

use crate::W;
use commons::{
    House,
    activation::activation_code,
    audit::{self, Action},
};
use db::{Error, Result, Tx};
use school::{
    Public, Role, Territory,
    account::{self, Account},
    session,
};

/// Creates the account of an administrator and tells its activation code. `academy` is a code of two digits
/// (interfaces.md §6.2), or `region`.
///
/// # Errors
/// [`Error::Invalid`] when the login or the académie cannot be; [`Error::Conflict`] when somebody has this login.
pub async fn create_administrator(tx: &mut Tx, house: &House, login: &str, academy: &str) -> Result<String> {
    let login = login.trim().to_lowercase();
    if !is_login(&login) {
        return Err(Error::invalid("login", W.login_impossible()));
    }
    let scope = scope_of(academy).ok_or_else(|| Error::invalid("academy", W.academy_impossible()))?;
    let id = account::create(tx, &login).await?;
    account::grant(tx, id, Role::AcademyAdmin, &scope).await?;
    audit::write(tx, None, Action::AdministratorCreated, Some(id.to_string()), Some(&scope)).await?;
    Ok(activation_code(house, id, 1))
}

/// Gives a task over a territory to an account that holds tasks, or to a new one whose activation code is then told. An
/// account of somebody of a school gets none: two hats, two accounts.
///
/// # Errors
/// [`Error::Invalid`] for a role or a scope that is none; [`Error::Forbidden`] for the account of somebody of a school;
/// [`Error::Conflict`] when the account has this task; a fault of the database.
pub async fn grant_task(tx: &mut Tx, house: &House, login: &str, role: &str, scope: &str) -> Result<Option<String>> {
    let login = login.trim().to_lowercase();
    if !is_login(&login) {
        return Err(Error::invalid("login", W.login_impossible()));
    }
    let (role, scope) = task(role, scope)?;
    let known = Account::by_login(tx, &login).await?;
    let (id, code) = match known {
        Some(account) => (account.id, None),
        None => {
            let id = account::create(tx, &login).await?;
            (id, Some(activation_code(house, id, 1)))
        }
    };
    if !school::Viewer::load(tx, id).await?.people.is_empty() {
        return Err(Error::Forbidden);
    }
    account::grant(tx, id, role, &scope.to_string()).await?;
    let given = format!("{} {scope}", role.as_str());
    audit::write(tx, None, Action::AdministratorCreated, Some(id.to_string()), Some(&given)).await?;
    Ok(code)
}

/// The roles that are tasks over a territory, and no seat; a school is headed, it is nobody's task.
fn task(role: &str, scope: &str) -> Result<(Role, Territory)> {
    let role = Role::try_from(role.to_owned()).ok().filter(|role| Public::of(*role).is_none());
    let role = role.ok_or_else(|| Error::invalid("role", W.role_impossible()))?;
    let scope = Territory::of(scope).filter(|scope| !matches!(scope, Territory::School(_)));
    Ok((role, scope.ok_or_else(|| Error::invalid("scope", W.scope_impossible()))?))
}

/// Gives a new activation code to somebody nobody else can help: an administrator, or a head with a second factor, who
/// lost the password or the telephone.
///
/// # Errors
/// [`Error::NotFound`] when no such account has this login; a fault of the database.
pub async fn renew_administrator(tx: &mut Tx, house: &House, login: &str) -> Result<String> {
    let account = Account::by_login(tx, login).await?.ok_or(Error::NotFound)?;
    let viewer = school::Viewer::load(tx, account.id).await?;
    if viewer.grants.is_empty() && account.totp.is_none() {
        return Err(Error::NotFound);
    }
    account::reopen(tx, account.id).await?;
    account::set_totp(tx, account.id, None).await?;
    session::end_all(tx, account.id).await?;
    audit::write(tx, None, Action::AccessRenewed, Some(account.id.to_string()), None).await?;
    Ok(activation_code(house, account.id, account.sheet + 1))
}

fn is_login(login: &str) -> bool {
    let letters = login.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, '.' | '-'));
    letters && (3..=60).contains(&login.len())
}

fn scope_of(academy: &str) -> Option<String> {
    if academy == "region" {
        return Some(academy.to_owned());
    }
    let is_code = academy.len() == 2 && academy.bytes().all(|it| it.is_ascii_digit());
    is_code.then(|| format!("academy:{academy}"))
}

#[cfg(test)]
mod tests {
    use super::{is_login, scope_of, task};

    #[test]
    fn a_task_is_no_seat_and_a_school_is_nobodys_task() {
        assert!(
            task("town-editor", "town:031:montaubrac")
                .is_ok_and(|(_, scope)| scope.to_string() == "town:031:montaubrac")
        );
        for (role, scope) in [
            ("head", "academy:16"),
            ("mayor", "region"),
            ("town-editor", "town:031:Montaubrac"),
            ("academy-admin", "school:01970000000070008000000000000001"),
        ] {
            assert!(task(role, scope).is_err(), "{role} {scope}");
        }
    }

    #[test]
    fn a_territory_is_an_academie_or_the_region() {
        assert_eq!(scope_of("16").as_deref(), Some("academy:16"));
        assert_eq!(scope_of("region").as_deref(), Some("region"));
        for wrong in ["", "6", "016", "ac", "academy:16"] {
            assert_eq!(scope_of(wrong), None);
        }
    }

    #[test]
    fn a_login_is_typed_without_accents_or_spaces() {
        for (login, fine) in [("admin.toulouse", true), ("ab", false), ("é.martin", false), ("a b c", false)] {
            assert_eq!(is_login(login), fine, "{login}");
        }
    }
}
