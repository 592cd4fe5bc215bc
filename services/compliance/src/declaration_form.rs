//! What is typed about accessibility.

use crate::{
    W,
    declaration::{Declaration, Declared},
};
use db::{Day, Problems, Result};
use jiff::civil::Date;
use serde::Deserialize;

/// The longest text of a field.
const LONGEST: usize = 6000;

/// The form, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DeclarationForm {
    /// The day of the audit.
    pub jour: String,
    /// The version of the RGAA.
    pub version: String,
    /// Who made it.
    pub auditeur: String,
    /// The share of criteria met, in percent.
    pub taux: String,
    /// What does not conform.
    pub ecarts: String,
    /// What the law exempts.
    pub exemptions: String,
    /// What would be out of proportion.
    pub charges: String,
    /// Where the scheme is read.
    pub schema: String,
    /// Where the plan of the year is read.
    pub plan: String,
    /// An address to write to.
    pub contact: String,
}

impl DeclarationForm {
    /// The form of the declaration in force.
    pub fn of(declaration: &Declaration) -> Self {
        Self {
            jour: declaration.audited_on.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default(),
            version: declaration.rgaa.clone(),
            auditeur: declaration.auditor.clone(),
            taux: declaration.rate.map(percent).unwrap_or_default(),
            ecarts: declaration.gaps.clone(),
            exemptions: declaration.exempt.clone(),
            charges: declaration.burden.clone(),
            schema: declaration.scheme.clone(),
            plan: declaration.plan.clone(),
            contact: declaration.contact.clone(),
        }
    }

    /// What is declared. An audit is whole or none.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what is missing or wrong.
    pub fn check(&self, today: Date) -> Result<Declared> {
        let mut problems = Problems::default();
        let audit = self.audit(today, &mut problems);
        for (name, text) in [("ecarts", &self.ecarts), ("exemptions", &self.exemptions), ("charges", &self.charges)] {
            problems.require(text.chars().count() <= LONGEST, name, W.too_long());
        }
        for (name, link) in [("schema", &self.schema), ("plan", &self.plan)] {
            problems.require(is_link(link.trim()), name, W.declaration_link_wrong());
        }
        let audited = [&self.jour, &self.auditeur, &self.taux];
        let said = [&self.ecarts, &self.exemptions, &self.charges, &self.schema, &self.plan];
        let is_empty = audited.into_iter().chain(said).all(|it| it.trim().is_empty());
        problems.require(!is_empty, "ecarts", W.declaration_empty());
        let contact = self.contact.trim();
        problems.require(contact.is_empty() || is_address(contact), "contact", W.address_wrong());
        let kept = |text: &String| text.trim().to_owned();
        problems.or(Declared {
            audit,
            contents: [&self.ecarts, &self.exemptions, &self.charges].map(kept),
            links: [&self.schema, &self.plan, &self.contact].map(kept),
        })
    }

    fn audit(&self, today: Date, problems: &mut Problems) -> Option<(Day, String, String, i64)> {
        let typed = [&self.jour, &self.auditeur, &self.taux];
        if typed.iter().all(|it| it.trim().is_empty()) {
            return None;
        }
        let day = self.jour.trim().parse::<Date>().ok().filter(|day| *day <= today);
        let rate = tenths(&self.taux);
        problems.require(day.is_some(), "jour", W.declaration_day_wrong());
        problems.require(!self.auditeur.trim().is_empty(), "auditeur", W.declaration_auditor_missing());
        problems.require(self.auditeur.chars().count() <= 200, "auditeur", W.too_long());
        problems.require(!self.version.trim().is_empty(), "version", W.declaration_version_missing());
        problems.require(self.version.chars().count() <= 40, "version", W.too_long());
        problems.require(rate.is_some(), "taux", W.declaration_rate_wrong());
        Some((Day::from(day?), self.version.trim().to_owned(), self.auditeur.trim().to_owned(), rate?))
    }
}

fn is_link(link: &str) -> bool {
    let whole = link.starts_with("https://") || link.starts_with("http://");
    link.is_empty() || (whole && link.len() <= 500 && !link.contains(char::is_whitespace))
}

/// An address a letter may be sent to: the plain ones, which every mail server takes.
pub fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let filled = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    let named = |it: char| it.is_ascii_alphanumeric() || "._%+-'".contains(it);
    let hosted = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '.';
    text.len() <= 200
        && name.chars().all(named)
        && name.split('.').all(|part| !part.is_empty())
        && host.contains('.')
        && host.chars().all(hosted)
        && host.split('.').all(filled)
}

/// « 72,5 », « 100 » as tenths of a percent.
fn tenths(typed: &str) -> Option<i64> {
    let typed = typed.trim().trim_end_matches('%').trim().replace(',', ".");
    let (whole, rest) = typed.split_once('.').unwrap_or((typed.as_str(), "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole) || !digits(rest) || whole.len() > 3 {
        return None;
    }
    // What is beyond a tenth is dropped: a rate is never rounded up to a better state.
    let rate = whole.parse::<i64>().ok()? * 10 + rest.get(..1)?.parse::<i64>().ok()?;
    (rate <= 1000).then_some(rate)
}

/// « 72,5 », « 100 » for tenths of a percent.
pub fn percent(rate: i64) -> String {
    match rate % 10 {
        0 => (rate / 10).to_string(),
        tenth => format!("{},{tenth}", rate / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_as_people_write_it() {
        for (typed, rate) in [
            ("72,5", Some(725)),
            ("72.59 %", Some(725)),
            ("100", Some(1000)),
            ("0", Some(0)),
            ("100,1", None),
            ("beaucoup", None),
            ("-3", None),
            ("", None),
        ] {
            assert_eq!(tenths(typed), rate, "{typed}");
        }
        assert_eq!((percent(725), percent(1000)), ("72,5".to_owned(), "100".to_owned()));
    }

    #[test]
    fn an_address_has_a_name_and_a_host() {
        assert!(is_address("zoe@example.org"));
        for wrong in ["zoe", "zoe@", "@example.org", "a b@example.org", "a@b@example.org", "a@b"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
