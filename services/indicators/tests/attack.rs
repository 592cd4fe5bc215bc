//! An attack by difference on small counts (issue 4 §6). The attacker is given more than anybody gets: every protected count
//! of every school, the sums told at each level, and all that is known of counts beforehand — that the people of a service are
//! among those of the school, that everybody came on some device, to some service, at some hour. What can be reasoned about
//! each count is worked out as an interval, until nothing changes.

#![expect(clippy::unwrap_used, reason = "tests")]

use indicators::{
    facet::slot,
    protect::{Count, THRESHOLD, Told, protect},
};
use proptest::prelude::*;

const PROFILES: [&str; 3] = ["pupil", "guardian", "teacher"];
const SERVICES: [&str; 4] = ["ACCUEIL", "ACTUALITES", "CAHIER_LIAISON", "PAGE_ENT"];
const DEVICES: [&str; 4] = ["computer", "phone", "tablet", "other"];

/// Somebody who came: as whom, and which services, devices and slots of the week, one at least of each.
#[derive(Debug, Clone)]
struct Visitor {
    profile: usize,
    services: u8,
    devices: u8,
    slots: u8,
}

fn has(set: u8, place: usize) -> bool {
    set & (1 << place) != 0
}

fn count(profile: &str, facet: &str, users: usize) -> Count {
    let users = i64::try_from(users).unwrap_or(0);
    Count { profile: profile.to_owned(), facet: facet.to_owned(), users, visits: users, seconds: 60 * users }
}

/// The true counts of a school. `zeros` tells whether counts nobody makes are among them.
fn counts(visitors: &[Visitor], zeros: bool) -> Vec<Count> {
    let mut counts = Vec::new();
    for (number, profile) in PROFILES.into_iter().enumerate() {
        let of =
            |keep: &dyn Fn(&Visitor) -> bool| visitors.iter().filter(|it| it.profile == number && keep(it)).count();
        counts.push(count(profile, "", of(&|_| true)));
        for (place, service) in SERVICES.into_iter().enumerate() {
            counts.push(count(profile, service, of(&|it| has(it.services, place))));
        }
        for (place, device) in DEVICES.into_iter().enumerate() {
            counts.push(count(profile, device, of(&|it| has(it.devices, place))));
        }
    }
    for place in 0..4 {
        counts.push(count("", &slot(1, place + 1), visitors.iter().filter(|it| has(it.slots, place)).count()));
    }
    counts.retain(|it| zeros || it.users > 0);
    counts
}

/// What is known of one count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Between(i64, i64);

/// What an attacker knows: an interval for each count, and the relations between them.
#[derive(Debug, Default)]
struct Attack {
    known: Vec<Between>,
    /// Counts whose sum lies between two numbers.
    sums: Vec<(Vec<usize>, i64, i64)>,
    /// Wholes, and parts that cover them and overlap.
    covers: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Attack {
    /// Adds the counts of a school, with the interval each is told to lie in.
    fn school(&mut self, counts: &[Count], between: impl Fn(usize) -> Between) {
        let first = self.known.len();
        self.known.extend((0..counts.len()).map(between));
        let of = |keep: &dyn Fn(&Count) -> bool| -> Vec<usize> {
            counts.iter().enumerate().filter(|(_, it)| keep(it)).map(|(place, _)| first + place).collect()
        };
        for profile in PROFILES {
            let whole = of(&|it| it.profile == profile && it.facet.is_empty());
            for family in [SERVICES, DEVICES] {
                let parts = of(&|it| it.profile == profile && family.contains(&it.facet.as_str()));
                self.covers.push((whole.clone(), parts));
            }
        }
        self.covers.push((of(&|it| it.facet.is_empty()), of(&|it| it.profile.is_empty())));
    }

    fn run(&mut self) {
        loop {
            let before = self.known.clone();
            for (parts, low, high) in self.sums.clone() {
                self.bound(&parts, low, high);
            }
            for (wholes, parts) in self.covers.clone() {
                self.cover(&wholes, &parts);
            }
            if self.known == before {
                return;
            }
        }
    }

    fn low(&self, places: &[usize]) -> i64 {
        places.iter().map(|it| self.known[*it].0).sum()
    }

    fn high(&self, places: &[usize]) -> i64 {
        places.iter().map(|it| self.known[*it].1).sum()
    }

    /// The sum of some counts lies between two numbers.
    fn bound(&mut self, parts: &[usize], low: i64, high: i64) {
        let (lows, highs) = (self.low(parts), self.high(parts));
        for place in parts {
            let Between(least, most) = self.known[*place];
            self.known[*place] = Between(least.max(low - (highs - most)), most.min(high - (lows - least)));
        }
    }

    /// Each part is at most the wholes together, and these at most all the parts.
    fn cover(&mut self, wholes: &[usize], parts: &[usize]) {
        if parts.is_empty() {
            return;
        }
        let (low, high) = (self.low(wholes), self.high(wholes));
        self.bound(parts, low, i64::MAX / 2);
        for place in parts {
            let Between(least, most) = self.known[*place];
            self.known[*place] = Between(least, most.min(high));
        }
        let biggest = parts.iter().map(|it| self.known[*it].0).max().unwrap_or(0);
        let all = self.high(parts);
        self.bound(wholes, biggest, all);
    }
}

/// What a protected count says of the true one.
fn said(told: &Told) -> Between {
    match (told.hidden, told.users) {
        (true, 0) => Between(0, THRESHOLD - 1),
        (true, _) => Between(1, THRESHOLD - 1),
        (false, users) => Between(THRESHOLD.max(users - 4), users + 4),
    }
}

/// The sums told of some schools: each profile and facet over all of them, each school over its profiles, everything.
fn levels(schools: &[Vec<Count>]) -> Vec<Vec<usize>> {
    let mut named: std::collections::BTreeMap<String, Vec<usize>> = std::collections::BTreeMap::new();
    let mut place = 0;
    for (school, counts) in schools.iter().enumerate() {
        for it in counts {
            named.entry(format!("all {} {}", it.profile, it.facet)).or_default().push(place);
            if !it.profile.is_empty() {
                named.entry(format!("school {school} {}", it.facet)).or_default().push(place);
                named.entry(format!("everything {}", it.facet)).or_default().push(place);
            }
            place += 1;
        }
    }
    named.into_values().collect()
}

fn attack(schools: &[Vec<Count>], told: &[Vec<Told>]) -> Vec<Between> {
    let mut attack = Attack::default();
    for (counts, told) in schools.iter().zip(told) {
        attack.school(counts, |place| said(&told[place]));
    }
    let users: Vec<i64> = told.iter().flatten().map(|it| it.users).collect();
    for parts in levels(schools) {
        // Each count is less than five away from what it is rounded to.
        let (sum, away) = (parts.iter().map(|it| users[*it]).sum::<i64>(), 4 * i64::try_from(parts.len()).unwrap());
        attack.sums.push((parts, sum - away, sum + away));
    }
    attack.run();
    attack.known
}

/// Counts under five are left out, all the rest and every sum are told as they are: what protects nothing.
fn attack_on_left_out(schools: &[Vec<Count>]) -> Vec<Between> {
    let mut attack = Attack::default();
    for counts in schools {
        attack.school(counts, |place| match counts[place].users {
            ..THRESHOLD => Between(0, THRESHOLD - 1),
            users => Between(users, users),
        });
    }
    let users: Vec<i64> = schools.iter().flatten().map(|it| it.users).collect();
    for parts in levels(schools) {
        let sum = parts.iter().map(|it| users[*it]).sum();
        attack.sums.push((parts, sum, sum));
    }
    attack.run();
    attack.known
}

fn visitor() -> impl Strategy<Value = Visitor> {
    (0..PROFILES.len(), 1..16_u8, prop::sample::select(vec![1_u8, 2, 4, 8, 3]), 1..16_u8)
        .prop_map(|(profile, services, devices, slots)| Visitor { profile, services, devices, slots })
}

/// The two schools of a commune, or a few of a circonscription, each of a few dozens of people.
fn territory() -> impl Strategy<Value = Vec<Vec<Visitor>>> {
    prop::collection::vec(prop::collection::vec(visitor(), 0..40), 1..4)
}

proptest! {
    #[test]
    fn no_small_count_can_be_worked_out(
        territory in territory(),
        zeros in any::<bool>(),
        drawn in prop::collection::vec(0..5_i64, 50),
    ) {
        let mut next = drawn.iter().copied().cycle();
        let schools: Vec<Vec<Count>> = territory.iter().map(|visitors| counts(visitors, zeros)).collect();
        let told: Vec<Vec<Told>> =
            schools.iter().map(|counts| protect(counts, &mut |_, _| next.next().unwrap_or(0))).collect();
        let known = attack(&schools, &told);
        for (count, between) in schools.iter().flatten().zip(known) {
            prop_assert!(between.0 <= count.users && count.users <= between.1, "{count:?} {between:?}: wrong reasoning");
            prop_assert!(count.users >= THRESHOLD || between.0 < between.1, "{count:?} is found: {between:?}");
        }
    }

    #[test]
    fn even_where_every_part_is_at_its_most(people in 1..5_usize, shown in any::<bool>(), drawn in 0..5_i64) {
        // As many people on each device, nobody on two; everybody, or a part of each, comes to each service.
        let visitors: Vec<Visitor> = (0..4 * people)
            .map(|rank| Visitor {
                profile: 0,
                services: if shown { 0b1111 } else { 1 << (rank % 4) },
                devices: 1 << (rank % 4),
                slots: 1 << (rank % 4),
            })
            .collect();
        let schools = vec![counts(&visitors, false)];
        let told = vec![protect(&schools[0], &mut |_, _| drawn)];
        for (count, between) in schools[0].iter().zip(attack(&schools, &told)) {
            prop_assert!(count.users >= THRESHOLD || between.0 < between.1, "{count:?} is found: {between:?}");
        }
    }
}

#[test]
fn the_same_attacker_finds_what_is_only_left_out() {
    // Twelve pupils, nine parents, three teachers; the school tells twenty-four.
    let of =
        |profile: usize, many: usize| (0..many).map(move |_| Visitor { profile, services: 1, devices: 1, slots: 1 });
    let visitors: Vec<Visitor> = of(0, 12).chain(of(1, 9)).chain(of(2, 3)).collect();
    let schools = vec![counts(&visitors, true)];
    let found = |known: &[Between]| {
        let all = schools[0].iter().zip(known);
        all.filter(|(count, between)| count.users == 3 && **between == Between(3, 3)).count()
    };
    assert!(found(&attack_on_left_out(&schools)) > 0);
    let told = vec![protect(&schools[0], &mut |_, _| 4)];
    assert_eq!(found(&attack(&schools, &told)), 0);
}
