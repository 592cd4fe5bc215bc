//! What the school says of a parent, as ONDE knows it: shown to the parent alone, and changed nowhere here.

use db::{FromRow, Result, Tx, args};
use school::Viewer;
use serde::Deserialize;

/// What ONDE says, each value once: an adult may be listed twice.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// Telephones.
    pub(crate) phones: Vec<String>,
    /// Electronic addresses.
    pub(crate) emails: Vec<String>,
    /// Postal addresses, on one line.
    pub(crate) addresses: Vec<String>,
}

/// The part of a record's details that tells how to reach an adult.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Details {
    home_phone: Option<String>,
    work_phone: Option<String>,
    mobile: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
}

impl Details {
    /// Reads the details of a record; nothing where they are not understood.
    pub(crate) fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// Telephones, as they are written.
    pub(crate) fn phones(&self) -> impl Iterator<Item = &str> {
        [&self.mobile, &self.home_phone, &self.work_phone].into_iter().flatten().map(String::as_str)
    }

    /// The postal address on one line; none where there is no street.
    pub(crate) fn postal(&self) -> Option<String> {
        let street = self.address.as_deref()?.lines().map(str::trim).collect::<Vec<_>>().join(", ");
        let town = [&self.postcode, &self.city].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        let whole = [street, town].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
        (!whole.is_empty()).then_some(whole)
    }
}

#[derive(FromRow)]
struct Entry {
    email: Option<String>,
    details: String,
}

impl Said {
    /// What is said of the viewer, as somebody responsible for children.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let entries: Vec<Entry> = tx
            .all(
                "select email, details from person where id in (select unhex(value) from json_each($1)) \
                 and gone_at is null order by id",
                args![crate::household::guardians(viewer)],
            )
            .await?;
        Ok(Self::gathered(&entries))
    }

    fn gathered(entries: &[Entry]) -> Self {
        let mut said = Self::default();
        for entry in entries {
            let details = Details::read(&entry.details);
            details.phones().for_each(|it| add(&mut said.phones, it));
            entry.email.iter().for_each(|it| add(&mut said.emails, it));
            details.postal().iter().for_each(|it| add(&mut said.addresses, it));
        }
        said
    }

    /// Whether the school has a way to reach the parent without anything given here.
    pub(crate) fn reaches(&self) -> bool {
        !self.phones.is_empty() || !self.emails.is_empty()
    }
}

fn add(values: &mut Vec<String>, value: &str) {
    if !value.trim().is_empty() && values.iter().all(|known| known != value) {
        values.push(value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_entries_say_is_said_once() {
        let entry = |email: &str, details: &str| Entry { email: Some(email.to_owned()), details: details.to_owned() };
        let said = Said::gathered(&[
            entry("a@example.org", r#"{"mobile":"06 11 22 33 44","address":"3 rue des Ormes","city":"Albi"}"#),
            entry("a@example.org", r#"{"mobile":"06 11 22 33 44","home_phone":"05 00 00 00 00"}"#),
            entry("", "nothing readable"),
        ]);
        assert_eq!(said.phones, ["06 11 22 33 44", "05 00 00 00 00"]);
        assert_eq!(
            (said.emails, said.addresses),
            (vec!["a@example.org".to_owned()], vec!["3 rue des Ormes, Albi".to_owned()])
        );
    }
}
