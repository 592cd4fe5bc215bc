//! How many of those who could come have come once: accounts activated, families reached. Counted from the directory when
//! a week is, and protected like all the rest.

use crate::protect::{Count, protect};
use commons::usage::Chance;
use db::FromRow;

/// The people of a place, and those who have come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Adoption {
    /// Teachers and other staff.
    pub staff: i64,
    /// Those with an account that was activated.
    pub staff_active: i64,
    /// Adults responsible for pupils.
    pub adults: i64,
    /// Those with an account that was activated.
    pub adults_active: i64,
    /// Pupils.
    pub children: i64,
    /// Those for whom at least one adult has come in.
    pub children_reached: i64,
}

impl Adoption {
    pub(crate) fn add(&mut self, other: Self) {
        self.staff += other.staff;
        self.staff_active += other.staff_active;
        self.adults += other.adults;
        self.adults_active += other.adults_active;
        self.children += other.children;
        self.children_reached += other.children_reached;
    }

    /// The same, each count rounded. Those who came are rounded as those they are among: where all came, all are told to.
    pub(crate) fn protected(self, place: i64, chance: &Chance) -> Self {
        let told = |profile: &str, users: i64| {
            let count = Count { profile: profile.to_owned(), facet: String::new(), users, visits: 0, seconds: 0 };
            let told = protect(&[count], &mut |about, value| chance.draw(place, about, value));
            told.first().map_or(0, |it| it.users)
        };
        Self {
            staff: told("all staff", self.staff),
            staff_active: told("all staff", self.staff_active),
            adults: told("all adults", self.adults),
            adults_active: told("all adults", self.adults_active),
            children: told("all children", self.children),
            children_reached: told("all children", self.children_reached),
        }
    }
}

/// The percentage some are of all, 100 at most; nothing where all are too few to be told.
pub fn percent(some: i64, all: i64) -> Option<i64> {
    (all >= 10).then(|| (100 * some / all).min(100))
}

#[cfg(test)]
mod tests {
    use super::{Adoption, percent};
    use commons::usage::Chance;

    #[test]
    fn shares_are_told_of_enough_people_only() {
        assert_eq!((percent(30, 60), percent(5, 5), percent(65, 60)), (Some(50), None, Some(100)));
    }

    #[test]
    fn counts_of_people_are_protected_too() {
        let true_counts = Adoption { staff: 3, staff_active: 2, adults: 41, ..Adoption::default() };
        let chance = Chance::new(&[1; 16]);
        for place in 0..50 {
            let kept = true_counts.protected(place, &chance);
            assert!([0, 5].contains(&kept.staff) && [0, 5].contains(&kept.staff_active), "{kept:?}");
            assert!([40, 45].contains(&kept.adults) && kept.adults_active == 0, "{kept:?}");
            assert_eq!(kept, true_counts.protected(place, &chance), "a week says no more than another");
        }
    }
}
