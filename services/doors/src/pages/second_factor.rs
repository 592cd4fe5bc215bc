//! Setting the second factor: a QR code for the telephone, then a code that shows it was read.

use super::{Back, account::owner_of, password_field};
use crate::{
    W,
    owner::Owner,
    password::OLD,
    second_factor::{self, CODE, Enrolled},
};
use askama::Template;
use commons::House;
use db::{Error, Problems};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, SafeHtml},
    safe_return, summary,
};

#[derive(Template)]
#[template(path = "second_factor.html")]
struct SecondFactorPage {
    summary: Option<ErrorSummary>,
    lead: &'static str,
    qr: SafeHtml,
    /// In groups of four, to be typed where no camera is at hand.
    secret: String,
    password: Field,
    code: Field,
    to: Hidden,
    button: Button,
}

impl SecondFactorPage {
    fn new(house: &House, owner: &Owner, to: &str, problems: &Problems) -> Self {
        let secret = second_factor::candidate(house, &owner.account);
        let qr = second_factor::qr(&second_factor::uri(&owner.account, &secret), W.second_factor_qr());
        let must = second_factor::must_enrol(&owner.viewer, &owner.account);
        Self {
            summary: summary(problems),
            lead: if must { W.second_factor_must() } else { W.second_factor_may() },
            qr: SafeHtml(qr),
            secret: grouped(&secret),
            password: password_field(OLD, W.password(), problems),
            code: code_field(problems),
            to: Hidden::new("retour", to),
            button: Button::primary(W.second_factor_confirm()),
        }
    }
}

/// Six figures.
pub(super) fn code_field(problems: &Problems) -> Field {
    Field::text(CODE, W.second_factor_code())
        .hint(W.second_factor_code_hint())
        .required()
        .autocomplete("one-time-code")
        .inputmode("numeric")
        .maxlength(7)
        .spellcheck_off()
        .error(problems.of(CODE))
}

fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

/// The page that shows the secret.
pub(crate) async fn show(mut visit: SignedIn, Query(back): Query<Back>) -> Answer {
    let owner = owner_of(&mut visit).await?;
    if !second_factor::may_enrol(&owner.viewer) {
        return Err(Error::NotFound.into());
    }
    let page = SecondFactorPage::new(&visit.site.house, &owner, &back.retour, &Problems::default());
    visit.page(W.second_factor(), &page)
}

/// What that page sends.
#[derive(Deserialize)]
pub(crate) struct EnrolmentForm {
    code: String,
    #[serde(default)]
    ancien: String,
    #[serde(default)]
    retour: String,
}

/// Sets it. Whoever came from a page that asked for it goes back there.
pub(crate) async fn enrol(mut visit: SignedIn, Form(form): Form<EnrolmentForm>) -> Answer {
    let owner = owner_of(&mut visit).await?;
    let house = visit.site.house.clone();
    let session = visit.session.clone();
    let to = if form.retour.is_empty() { "/compte" } else { safe_return(&form.retour) };
    match second_factor::enrol(&house, &owner, session.as_ref(), &form.code, &form.ancien).await {
        Ok(Enrolled::Proved) => Ok(visit.done(to, W.second_factor_done())),
        Ok(Enrolled::Later) => Ok(visit.done(to, W.second_factor_later())),
        Err(Error::Invalid(problems)) => {
            let page = SecondFactorPage::new(&house, &owner, &form.retour, &problems);
            visit.again(W.second_factor(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_secret_is_read_four_by_four() {
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
