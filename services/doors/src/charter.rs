//! The charter of use, in four wordings, accepted before anything else; each is asked again when it changes.
//!
//! Access depends on it; it is personal, lent, and ends with the years at school (domain.md §10).

use crate::W;
use commons::audit::{self, Action};
use db::{Result, Tx};
use school::{
    AccountId,
    charter::{self, Audience},
};

/// One wording.
#[derive(Clone, Debug)]
pub struct Charter {
    /// Its title.
    pub title: &'static str,
    /// What it is, in a sentence.
    pub lead: &'static str,
    /// Its rules, in the order of reading.
    pub rules: Vec<Rule>,
}

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// In a few words.
    pub title: &'static str,
    /// In a few sentences.
    pub text: &'static str,
}

impl Charter {
    /// The wording for an audience.
    pub fn of(audience: Audience) -> Self {
        match audience {
            Audience::Pupils => Self::new(W.charter_pupils(), W.charter_pupils_lead(), PUPILS),
            Audience::Families => Self::new(W.charter_families(), W.charter_families_lead(), FAMILIES),
            Audience::Staff => Self::new(W.charter_staff(), W.charter_staff_lead(), STAFF),
            Audience::Readers => Self::new(W.charter_readers(), W.charter_readers_lead(), READERS),
        }
    }

    fn new(title: &'static str, lead: &'static str, rules: &[RuleWords]) -> Self {
        let rules = rules.iter().map(|rule| rule()).map(|(title, text)| Rule { title, text }).collect();
        Self { title, lead, rules }
    }
}

/// Words are methods, hence these lists of functions.
type RuleWords = fn() -> (&'static str, &'static str);

const PUPILS: &[RuleWords] = &[
    || (W.pupils_secret(), W.pupils_secret_text()),
    || (W.pupils_kind(), W.pupils_kind_text()),
    || (W.pupils_pictures(), W.pupils_pictures_text()),
    || (W.pupils_copy(), W.pupils_copy_text()),
    || (W.pupils_private(), W.pupils_private_text()),
    || (W.pupils_adult(), W.pupils_adult_text()),
    || (W.pupils_care(), W.pupils_care_text()),
];

const FAMILIES: &[RuleWords] = &[
    || (W.families_access(), W.families_access_text()),
    || (W.families_password(), W.families_password_text()),
    || (W.families_pictures(), W.families_pictures_text()),
    || (W.families_respect(), W.families_respect_text()),
    || (W.families_neutral(), W.families_neutral_text()),
    || (W.families_hours(), W.families_hours_text()),
    || (W.families_report(), W.families_report_text()),
    || (W.families_data(), W.families_data_text()),
];

const STAFF: &[RuleWords] = &[
    || (W.staff_access(), W.staff_access_text()),
    || (W.staff_password(), W.staff_password_text()),
    || (W.staff_publishing(), W.staff_publishing_text()),
    || (W.staff_pictures(), W.staff_pictures_text()),
    || (W.staff_works(), W.staff_works_text()),
    || (W.staff_neutral(), W.staff_neutral_text()),
    || (W.staff_hours(), W.staff_hours_text()),
    || (W.staff_data(), W.staff_data_text()),
    || (W.staff_sanctions(), W.staff_sanctions_text()),
];

const READERS: &[RuleWords] = &[
    || (W.readers_access(), W.readers_access_text()),
    || (W.readers_password(), W.readers_password_text()),
    || (W.readers_pictures(), W.readers_pictures_text()),
    || (W.readers_discretion(), W.readers_discretion_text()),
    || (W.readers_data(), W.readers_data_text()),
];

/// Dates the acceptance of the wording in force.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn accept(tx: &mut Tx, account: AccountId, audience: Audience) -> Result<()> {
    charter::accept(tx, account, audience).await?;
    let detail = format!("{} {}", audience.as_str(), audience.version());
    audit::write(tx, Some(account), Action::CharterAccepted, None, Some(&detail)).await
}
