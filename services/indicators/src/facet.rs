//! What a count is about, in one text: everything, a service, a device, or a slot of the week.

use commons::usage::Device;
use jiff::civil::Date;

/// Everything: the facet of totals.
pub const ALL: &str = "";

/// The services of the national figures that pages of this house count as, the most used first, `PAGE_ENT` aside: pages of
/// administration are measured, not published. National files have a column for each of the others too, always empty.
pub const SERVICES: &[&str] = &[
    "ACCUEIL",
    "COURRIER_ELECTRONIQUE",
    "CAHIER_LIAISON",
    "ACTUALITES",
    "PRODUCTION_COLLABORATIVE",
    "SERVICE_COLLECTIVITE",
];

/// The hours slots begin at; the first goes from midnight to the second.
pub const SLOT_HOURS: [i8; 9] = [0, 8, 10, 12, 14, 16, 18, 20, 22];

/// The facet of a slot: `h13` is Monday, 12 h to 14 h.
pub fn slot(weekday: i8, number: usize) -> String {
    format!("h{weekday}{number}")
}

/// The facet of a slot of a day.
pub(crate) fn slot_of(day: Date, number: usize) -> String {
    slot(day.weekday().to_monday_one_offset(), number)
}

/// The families of facets: those of one family cover everything together, and overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    All,
    Service,
    Device,
    Slot,
}

impl Family {
    pub(crate) fn of(facet: &str) -> Self {
        if facet.is_empty() {
            return Self::All;
        }
        if Device::ALL.iter().any(|device| device.as_str() == facet) {
            return Self::Device;
        }
        match facet.strip_prefix('h') {
            Some(rest) if rest.len() == 2 && rest.bytes().all(|it| it.is_ascii_digit()) => Self::Slot,
            _ => Self::Service,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Family, SERVICES, slot};

    #[test]
    fn a_facet_says_its_family() {
        assert_eq!(Family::of(ALL), Family::All);
        assert_eq!(Family::of(&slot(7, 8)), Family::Slot);
        assert_eq!(Family::of("phone"), Family::Device);
        assert!(SERVICES.iter().all(|label| Family::of(label) == Family::Service));
        assert_eq!(Family::of("PAGE_ENT"), Family::Service);
    }
}
