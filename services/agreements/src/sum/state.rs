//! Where the titre of a sum due stands, and where it may go from there (domain.md §1.4).

use crate::W;
use school::text_enum;

text_enum! {
    /// Where the titre of a sum due stands. The State's accounting system issues it; here it is followed.
    SumState {
        /// To be sent to those who have titres issued.
        ToIssue = "to-issue",
        /// Sent to them.
        Requested = "requested",
        /// The titre has its number.
        Issued = "issued",
        /// The authority received it.
        Notified = "notified",
        /// Paid. The end: what was received is never given back (convention, article 11).
        Paid = "paid",
        /// Contested before the accountant, which suspends recovery.
        Contested = "contested",
        /// Let go by the State.
        Remitted = "remitted",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

impl SumState {
    /// Where it may go from here.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::ToIssue => &[Self::Requested, Self::Cancelled],
            Self::Requested => &[Self::Issued, Self::Cancelled],
            Self::Issued => &[Self::Notified, Self::Cancelled],
            Self::Notified => &[Self::Paid, Self::Contested, Self::Remitted, Self::Cancelled],
            Self::Contested => &[Self::Paid, Self::Cancelled, Self::Remitted],
            Self::Paid | Self::Remitted | Self::Cancelled => &[],
        }
    }

    /// Whether it may go there from here.
    pub fn leads_to(self, to: Self) -> bool {
        self.next().contains(&to)
    }

    /// Its word, as people read it.
    pub fn word(self) -> String {
        W.sum_state(self.as_str())
    }

    /// What its day is called in a form: « Jour de la notification ».
    pub fn day_word(self) -> String {
        W.sum_day(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::SumState::{self, *};

    #[test]
    fn a_titre_goes_the_way_of_the_accountant_and_no_other() {
        let way = [ToIssue, Requested, Issued, Notified, Contested, Paid];
        assert!(way.windows(2).all(|pair| pair[0].leads_to(pair[1])));
        assert!(!ToIssue.leads_to(Issued) && !ToIssue.leads_to(Paid) && !Requested.leads_to(Notified));
        assert!(!Issued.leads_to(Paid), "nobody pays a titre before receiving it");
    }

    #[test]
    fn what_was_paid_is_never_given_back() {
        assert!(SumState::ALL.iter().all(|to| !Paid.leads_to(*to)));
    }

    #[test]
    fn nothing_stays_where_it_is() {
        assert!(SumState::ALL.iter().all(|state| !state.leads_to(*state)));
    }
}
