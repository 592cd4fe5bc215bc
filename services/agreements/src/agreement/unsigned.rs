//! A convention that awaits its authority, and when that is worth a letter.

use crate::AgreementId;
use db::{FromRow, Moment, Result, Tx, args};
use jiff::{ToSpan, civil::Date};

/// So many days after it was proposed, an authority that has not signed is reminded.
const AFTER_PROPOSAL: [i64; 3] = [14, 30, 45];
/// So many days after its council decided, too: all that is left is to sign.
const AFTER_DECISION: [i64; 2] = [7, 21];

/// A convention that awaits its authority.
#[derive(Debug, FromRow)]
pub(super) struct Unsigned {
    pub(super) id: AgreementId,
    proposed_on: String,
    reminded_on: Option<String>,
    decided_at: Option<Moment>,
}

impl Unsigned {
    /// Those not over yet.
    pub(super) async fn all(tx: &mut Tx, today: Date) -> Result<Vec<Self>> {
        tx.all(
            "select a.id, a.proposed_on, a.reminded_on, d.entered_at as decided_at from agreement a \
             left join decision d on d.agreement_id = a.id and d.adopted and d.authorises \
             where a.state in ('proposed', 'signed-by-one') and a.authority_signed_on is null \
             and a.proposed_on is not null and a.ends_on >= $1 order by a.id",
            args![today.to_string()],
        )
        .await
    }

    /// The last day until now on which a reminder was due, unless one left since.
    pub(super) fn is_due(&self, today: Date) -> bool {
        let proposed = self.proposed_on.parse::<Date>().ok();
        let after = |day: Option<Date>, days: &[i64]| -> Vec<Date> {
            let day = day.into_iter();
            day.flat_map(|day| days.iter().map(move |it| day.saturating_add((*it).days()))).collect()
        };
        let decided = self.decided_at.map(Moment::day);
        let due = after(proposed, &AFTER_PROPOSAL).into_iter().chain(after(decided, &AFTER_DECISION));
        let last = due.filter(|it| *it <= today).max().map(|it| it.to_string());
        last.is_some_and(|due| self.reminded_on.as_ref().is_none_or(|reminded| *reminded < due))
    }
}

#[cfg(test)]
mod tests {
    use super::Unsigned;
    use crate::AgreementId;
    use db::{Moment, Uuid};
    use jiff::{Timestamp, civil::date};

    fn waiting(reminded_on: Option<&str>, decided_at: Option<Moment>) -> Unsigned {
        Unsigned {
            id: AgreementId(Uuid::nil()),
            proposed_on: "2026-10-01".to_owned(),
            reminded_on: reminded_on.map(str::to_owned),
            decided_at,
        }
    }

    #[test]
    fn an_authority_is_reminded_once_in_each_time() {
        for (reminded_on, today, due) in [
            (None, date(2026, 10, 14), false),
            (None, date(2026, 10, 15), true),
            (Some("2026-10-15"), date(2026, 10, 16), false),
            (Some("2026-10-15"), date(2026, 10, 31), true),
            // Asked for by hand meanwhile.
            (Some("2026-10-31"), date(2026, 11, 1), false),
            (Some("2026-11-01"), date(2026, 11, 15), true),
            (Some("2026-11-15"), date(2027, 3, 1), false),
            // A night was missed.
            (None, date(2026, 12, 1), true),
        ] {
            assert_eq!(waiting(reminded_on, None).is_due(today), due, "{reminded_on:?} {today}");
        }
    }

    #[test]
    fn a_council_that_decided_is_reminded_to_have_it_signed() {
        let decided: Timestamp = "2026-12-09T09:00:00Z".parse().unwrap_or_default();
        let reminded = Some("2026-11-15");
        for (today, due) in [(date(2026, 12, 15), false), (date(2026, 12, 16), true)] {
            assert_eq!(waiting(reminded, Some(decided.into())).is_due(today), due, "{today}");
        }
    }
}
