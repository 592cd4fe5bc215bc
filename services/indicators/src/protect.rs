//! Small counts are hidden, and cannot be worked out from larger ones (issue 4 §3).
//!
//! **What is kept.** When a week is counted, each count of people of a school (by profile and facet) is *protected* once, and
//! only the protected count is kept; the true one is erased with the pseudonyms. A count under 5 is *hidden*: pages say
//! « moins de 5 », for 0 as for 4. And every count is rounded to a multiple of 5 beside it, up or down by chance, so that it
//! stands for itself on average over schools: 7 becomes 5 in three schools of five, 10 in two. How long visits lasted is
//! rounded in the same way, to ten minutes: exact, a total would give away how long a hidden count lasted.
//!
//! **Why weeks cannot be averaged.** Small counts are the same each week: were chance drawn anew each time, three parents
//! would be 0 or 5, and 3 on average over a year. So chance is the same for the same count of a school and a profile, all
//! year long (`chance.rs`): what comes back is rounded the same way, whatever the facet. tests/weeks.rs plays both.
//!
//! **Why nothing can be subtracted.** Everything told afterwards, whatever the level, the period or the table, is worked out
//! from protected counts and from nothing else: the figures of a commune, of an académie, of a month are sums of them. No
//! difference of published figures can say more than the protected counts themselves, were they all given away. And such a
//! count alone says: hidden and rounded to 0, from 0 to 4; hidden and rounded to 5, from 1 to 4; told as 5·k, between 5 (or
//! 5·k − 4) and 5·k + 4. Pages and visits of a hidden count are not told at all; in sums they weigh as much as those of
//! counts that are told.
//!
//! **What is left to reasoning.** Counts of one school are not independent: the people of a service are among those of the
//! school, and everybody came to some service, on some device, at some hour. So a total is at most the sum of its services,
//! of its devices, of its slots. Whoever knows that may bound a hidden count from below: total, less the most the others can
//! be. When a total could be as high as all that its parts can be, every count of the school is rounded down; else that
//! bound is 3 at most. Either way at least two values stay possible for each hidden count: tests/attack.rs lets an attacker
//! who is given all protected counts and all these inequalities look for one.
//!
//! **What it costs.** Nothing on average; on the total of a territory of a thousand schools, less than one in two hundred. A
//! school alone is told to the nearest five, over a year as over a week.

use crate::facet::Family;
use std::collections::BTreeMap;

/// Fewer people than this are hidden.
pub const THRESHOLD: i64 = 5;
/// How long visits lasted is told in steps of so many seconds.
const STEP_SECONDS: i64 = 600;

/// A true count of a school in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// As whom the people are counted; nothing for everybody together, as slots of the week are.
    pub profile: String,
    /// What it is about.
    pub facet: String,
    /// How many people.
    pub users: i64,
    /// Their visits.
    pub visits: i64,
    /// How long these lasted.
    pub seconds: i64,
}

/// What is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As whom the people are counted.
    pub profile: String,
    /// What it is about.
    pub facet: String,
    /// How many people, to the nearest five or the next.
    pub users: i64,
    /// Their visits, in the same way; nothing for a hidden count, whose visits [`weigh`] makes up.
    pub visits: i64,
    /// How long these lasted, in steps of ten minutes.
    pub seconds: i64,
    /// Whether the count is under five.
    pub hidden: bool,
}

/// Protects all counts of a school in a week. `draw` gives a number by chance for what is counted and how much it is: the
/// same for the same, never negative.
pub fn protect(counts: &[Count], draw: &mut impl FnMut(&str, i64) -> i64) -> Vec<Told> {
    let down = is_tight(counts);
    let mut round = |about: &str, count: i64, step: i64| {
        if down { floor(count, step) } else { rounded(count, step, draw(about, count)) }
    };
    let mut told = Vec::with_capacity(counts.len());
    for count in counts {
        let hidden = count.users < THRESHOLD;
        let profile = &count.profile;
        told.push(Told {
            profile: count.profile.clone(),
            facet: count.facet.clone(),
            users: round(profile, count.users, THRESHOLD),
            visits: if hidden { 0 } else { round(&format!("{profile} visits"), count.visits, THRESHOLD) },
            seconds: if hidden { 0 } else { round(&format!("{profile} seconds"), count.seconds, STEP_SECONDS) },
            hidden,
        });
    }
    told
}

/// Gives hidden counts the visits their people would have had, were they like those of the counts that are told: a figure
/// worked out from told counts alone, so that it tells nothing about anybody hidden.
pub fn weigh<'a>(told: impl Iterator<Item = &'a mut Told>) {
    let mut told: Vec<&'a mut Told> = told.collect();
    let mut sums: BTreeMap<(String, String), (i64, i64, i64)> = BTreeMap::new();
    for it in told.iter().filter(|it| !it.hidden) {
        let sum = sums.entry((it.profile.clone(), it.facet.clone())).or_default();
        *sum = (sum.0 + it.users, sum.1 + it.visits, sum.2 + it.seconds);
    }
    for it in told.iter_mut().filter(|it| it.hidden && it.users > 0) {
        let known = sums.get(&(it.profile.clone(), it.facet.clone())).copied().filter(|sum| sum.0 > 0);
        let (users, visits, seconds) = known.unwrap_or((1, 1, 0));
        it.visits = nearest(it.users * visits / users, THRESHOLD);
        it.seconds = nearest(it.users * seconds / users, STEP_SECONDS);
    }
}

fn floor(count: i64, step: i64) -> i64 {
    count - count % step
}

/// The multiple of a step nearest to what is no count of anybody: a figure worked out from told ones, an average of weeks.
pub(crate) fn nearest(figure: i64, step: i64) -> i64 {
    floor(figure + step / 2, step)
}

/// The multiple of a step below or above: above as often as the count is near it.
fn rounded(count: i64, step: i64, drawn: i64) -> i64 {
    let over = count % step;
    floor(count, step) + if drawn % step < over { step } else { 0 }
}

/// Whether a total is as high as its parts can be at the least they may be thought able to.
fn is_tight(counts: &[Count]) -> bool {
    let totals = || counts.iter().filter(|count| Family::of(&count.facet) == Family::All);
    let everybody: i64 = totals().map(|total| total.users).sum();
    let reaches = |users: i64, most: Option<i64>| most.is_some_and(|most| users >= most);
    reaches(everybody, most(counts, Family::Slot, None))
        || totals().any(|total| {
            let parts = |family| most(counts, family, Some(&total.profile));
            reaches(total.users, parts(Family::Service)) || reaches(total.users, parts(Family::Device))
        })
}

/// The most the counts of a family can be together, for whoever knows the least of what is told of each; none without any.
fn most(counts: &[Count], family: Family, profile: Option<&str>) -> Option<i64> {
    let parts = counts.iter().filter(|part| Family::of(&part.facet) == family);
    let parts = parts.filter(|part| profile.is_none_or(|it| part.profile == it));
    let most: i64 = parts.map(|part| floor(part.users, THRESHOLD) + THRESHOLD - 1).sum();
    (most > 0).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(facet: &str, users: i64) -> Count {
        Count { profile: "pupil".to_owned(), facet: facet.to_owned(), users, visits: 3 * users, seconds: 100 * users }
    }

    #[test]
    fn a_count_is_rounded_to_a_five_beside_it_and_stands_for_itself_on_average() {
        for value in 0..30 {
            let all: Vec<i64> = (0..5).map(|drawn| rounded(value, 5, drawn)).collect();
            assert!(all.iter().all(|it| it % 5 == 0 && (it - value).abs() < 5), "{value}: {all:?}");
            assert_eq!(all.iter().sum::<i64>(), 5 * value);
        }
    }

    #[test]
    fn what_is_under_five_is_hidden_with_its_visits() {
        let told = protect(&[count("", 4), count("ACCUEIL", 0), count("phone", 4)], &mut |_, _| 0);
        assert!(told.iter().all(|it| it.hidden && it.visits == 0 && it.seconds == 0));
        let told = protect(&[count("", 7), count("ACCUEIL", 6), count("ACTUALITES", 6)], &mut |_, _| 4);
        assert!(told.iter().all(|it| !it.hidden && it.users == 5));
    }

    #[test]
    fn when_every_part_is_at_its_most_all_goes_down() {
        // Four devices with four people each, nobody on two of them: sixteen, rounded up, would give them all away.
        let mut counts: Vec<Count> = ["computer", "phone", "tablet", "other"].map(|it| count(it, 4)).to_vec();
        counts.extend([count("", 16), count("ACCUEIL", 16)]);
        let told = protect(&counts, &mut |_, _| 0);
        assert_eq!(told.iter().map(|it| it.users).collect::<Vec<_>>(), [0, 0, 0, 0, 15, 15]);
    }

    #[test]
    fn hidden_people_weigh_as_those_who_are_told() {
        let mut told = protect(&[count("", 20)], &mut |_, _| 0);
        told.extend(protect(&[count("", 4), count("ACCUEIL", 8), count("phone", 8), count("h13", 8)], &mut |_, _| 0));
        weigh(told.iter_mut());
        assert_eq!((told[1].users, told[1].visits, told[1].seconds), (5, 15, 600));
    }

    #[test]
    fn what_hidden_people_weigh_is_rounded_as_all_the_rest() {
        let mut told = protect(&[count("", 35)], &mut |_, _| 4);
        told[0].visits = 145;
        told.extend(protect(&[count("", 4), count("ACCUEIL", 8), count("phone", 8), count("h13", 8)], &mut |_, _| 0));
        weigh(told.iter_mut());
        assert_eq!((told[1].users, told[1].visits, told[1].seconds), (5, 20, 600));
    }
}
