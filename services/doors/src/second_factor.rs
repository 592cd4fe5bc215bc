//! The second factor: codes of six figures that change every thirty seconds (TOTP, RFC 6238).
//!
//! Whoever administers a territory must have one; those who work in a school may. The secret proposed is derived, so that
//! it is the same when the form comes back, and another after each enrolment.

use crate::{W, owner::Owner, sign_in};
use commons::{
    House,
    audit::{self, Action},
    mail::{self, Letter},
};
use data_encoding::BASE32_NOPAD;
use db::{Error, Moment, Problems, Result, Tx, args};
use fast_qr::{ECL, QRBuilder};
use school::{
    Profile, Viewer,
    account::{self, Account},
    session::{self, Session},
};
use totp_rs::{Builder, Totp};

/// For so long what was added with the password alone shows nothing: the time for its owner to hear of it.
pub(crate) const DELAY_SECONDS: i64 = 86_400;

/// What a second factor just set is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Enrolled {
    /// It shows at once that the owner is there.
    Proved,
    /// It will in a day.
    Later,
}

/// The field of a code.
pub(crate) const CODE: &str = "code";
/// The name applications show beside the code, escaped for an address.
const ISSUER: &str = "Pr%C3%A9au";
/// The white margin readers need around a QR code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// Whether somebody must set a second factor before anything else: an administrator who has none.
pub fn must_enrol(viewer: &Viewer, account: &Account) -> bool {
    viewer.profile() >= Profile::Town && account.totp.is_none()
}

/// Whether somebody may have one.
pub(crate) fn may_enrol(viewer: &Viewer) -> bool {
    match viewer.profile() {
        Profile::Administrator | Profile::Town | Profile::Head | Profile::Teacher | Profile::Staff => true,
        Profile::Guardian | Profile::Pupil => false,
    }
}

/// The secret proposed to an account, in base32.
pub(crate) fn candidate(house: &House, account: &Account) -> String {
    let password = account.password.as_deref().unwrap_or_default();
    let words = format!("{}:{password}:{}", account.id, account.totp.as_deref().unwrap_or_default());
    let mut secret = house.derive("second-factor", &words).to_vec();
    secret.extend(&house.derive("second-factor-end", &words)[..4]);
    BASE32_NOPAD.encode(&secret)
}

/// What applications read in the QR code.
pub(crate) fn uri(account: &Account, secret: &str) -> String {
    format!("otpauth://totp/{ISSUER}:{}?secret={secret}&issuer={ISSUER}", account.login)
}

/// A QR code as inline SVG, without a style attribute; empty when the text is too long for any. `label` is one of our
/// words: it is not escaped.
pub(crate) fn qr(text: &str, label: &str) -> String {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return String::new() };
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for line in 0..code.size {
        for (column, module) in code[line].iter().enumerate() {
            if module.value() {
                path.push_str(&format!("M{} {}h1v1h-1z", column + QUIET, line + QUIET));
            }
        }
    }
    format!(
        "<svg role=\"img\" aria-label=\"{label}\" width=\"224\" height=\"224\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

/// Whether a code is right now, and was not used before.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn accept(tx: &mut Tx, account: &Account, typed: &str) -> Result<bool> {
    let Some(step) = account.totp.as_deref().and_then(|secret| step_of(secret, typed, tx.now())) else {
        return Ok(false);
    };
    let used = tx
        .changed_rows(
            "insert into second_factor_use (account_id, step) values ($1, $2) \
             on conflict (account_id) do update set step = excluded.step where second_factor_use.step < excluded.step",
            args![account.id, step],
        )
        .await?;
    Ok(used > 0)
}

/// Sets the second factor once a code shows that the application has the secret. The password is asked: whoever finds
/// a browser open must not bind a telephone of theirs. A trusted session has then proved to be there; one that showed the
/// password alone waits a day before the telephone proves anything, and the owner is told meanwhile.
///
/// # Errors
/// [`Error::Invalid`] with what is wrong; [`Error::Forbidden`] for those who may not; a fault of the database.
pub(crate) async fn enrol(
    house: &House,
    owner: &Owner,
    session: Option<&Session>,
    typed: &str,
    password: &str,
) -> Result<Enrolled> {
    if !may_enrol(&owner.viewer) {
        return Err(Error::Forbidden);
    }
    let mut problems = Problems::default();
    let known = sign_in::confirm(house, &owner.account, password).await?;
    let secret = candidate(house, &owner.account);
    let right = step_of(&secret, typed, house.db.now()).is_some();
    // In the order of the form, as the summary above it lists them.
    problems.require(right, CODE, W.second_factor_wrong());
    problems.require(known, crate::password::OLD, W.password_wrong());
    problems.or(())?;
    let mut tx = house.db.write().await?;
    let id = owner.account.id;
    account::set_totp(&mut tx, id, Some(&secret)).await?;
    // The code just shown opens nothing more.
    let account = Account::load(&mut tx, id).await?;
    accept(&mut tx, &account, typed).await?;
    let now = tx.now();
    let enrolled = match session.filter(|it| it.is_trusted(now)) {
        Some(trusted) => {
            session::prove(&mut tx, id, &trusted.token).await?;
            Enrolled::Proved
        }
        None => {
            account::delay_totp(&mut tx, id, now.plus_seconds(DELAY_SECONDS)).await?;
            Enrolled::Later
        }
    };
    tell_owner(&mut tx, &account).await?;
    audit::write(&mut tx, Some(id), Action::SecondFactorSet, None, None).await?;
    tx.commit().await?;
    Ok(enrolled)
}

/// Whoever stole a password may bind a telephone: the confirmed address hears of it.
async fn tell_owner(tx: &mut Tx, account: &Account) -> Result<()> {
    let Some(to) = account.email.clone() else { return Ok(()) };
    let text = web::letter(&[&W.letter_second_factor(&account.login)]);
    mail::post(tx, &Letter { to, subject: W.letter_second_factor_subject().to_owned(), text }).await
}

/// The step of thirty seconds a code belongs to, when that is now, just before or just after.
fn step_of(secret: &str, typed: &str, now: Moment) -> Option<i64> {
    let figures: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    let seconds = u64::try_from(now.0 / 1000).ok()?;
    let step = generator(secret)?.check(&figures, seconds)?;
    i64::try_from(step).ok()
}

fn generator(secret: &str) -> Option<Totp> {
    let bytes: [u8; 20] = BASE32_NOPAD.decode(secret.as_bytes()).ok()?.try_into().ok()?;
    Builder::new().with_secret(bytes).build().ok()
}

#[cfg(test)]
mod tests {
    use super::{qr, step_of};
    use data_encoding::BASE32_NOPAD;
    use db::Moment;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        let secret = BASE32_NOPAD.encode(b"12345678901234567890");
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
            let now = Moment(seconds * 1000);
            assert_eq!(step_of(&secret, code, now), Some(seconds / 30));
            assert_eq!(step_of(&secret, &format!("{} {}", &code[..3], &code[3..]), now), Some(seconds / 30));
            assert_eq!(step_of(&secret, code, now.plus_seconds(90)), None);
        }
        assert_eq!(step_of(&secret, "", Moment(59_000)), None);
    }

    #[test]
    fn a_qr_code_needs_no_style() {
        let code = qr("otpauth://totp/x?secret=ABC", "Code QR");
        assert!(code.contains("aria-label=\"Code QR\"") && !code.contains("style="));
        assert!(qr(&"x".repeat(5000), "Code QR").is_empty());
    }
}
