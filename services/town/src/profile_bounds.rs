//! Until when a municipal profile may last.

use db::{Result, Tx};
use jiff::civil::Date;
use school::{Authority, Territory};

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
