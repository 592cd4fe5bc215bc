//! An attack over time (issue 4 §6): a handful of people come to a school every week of a year. The attacker reads, each week,
//! what is told of everybody and of each profile that is not hidden, takes the difference, and averages it over the year.

use commons::usage::Chance;
use indicators::protect::{Count, protect};

const WEEKS: i64 = 36;
const SCHOOLS: i64 = 300;

fn count(profile: &str, facet: &str, users: i64) -> Count {
    let (profile, facet) = (profile.to_owned(), facet.to_owned());
    Count { profile, facet, users, visits: 3 * users, seconds: 700 * users }
}

/// A week: pupils as many as it happens, and the same few parents, who use what they always do.
fn week(school: i64, week: i64, few: i64) -> Vec<Count> {
    let pupils = 20 + (school * 7 + week * 13) % 23;
    let mut counts = vec![count("pupil", "", pupils), count("guardian", "", few)];
    for facet in ["ACCUEIL", "CAHIER_LIAISON", "phone", "computer"] {
        counts.push(count("pupil", facet, pupils - 1));
        counts.push(count("guardian", facet, few));
    }
    counts
}

/// The hidden parents, as the difference of what is told gives them: everybody, less the pupils.
fn difference(counts: &[Count], draw: &mut impl FnMut(&str, i64) -> i64) -> i64 {
    let told = protect(counts, draw);
    let totals = || told.iter().filter(|it| it.facet.is_empty());
    let everybody: i64 = totals().map(|it| it.users).sum();
    everybody - totals().filter(|it| !it.hidden).map(|it| it.users).sum::<i64>()
}

/// How often the average over a year is the true number.
fn found(few: i64, mut draw: impl FnMut(i64, &str, i64) -> i64) -> i64 {
    let mut found = 0;
    for school in 0..SCHOOLS {
        let sum: i64 = (0..WEEKS)
            .map(|number| difference(&week(school, number, few), &mut |about, value| draw(school, about, value)))
            .sum();
        found += i64::from((sum + WEEKS / 2) / WEEKS == few);
    }
    found
}

#[test]
fn a_year_of_weeks_says_no_more_of_a_few_people_than_one() {
    let chance = Chance::new(&[9; 16]);
    for few in 1..5 {
        assert_eq!(found(few, |school, about, value| chance.draw(school, about, value)), 0, "{few}");
        for school in 0..SCHOOLS {
            let mut each = (0..WEEKS).map(|number| {
                difference(&week(school, number, few), &mut |about, value| chance.draw(school, about, value))
            });
            let first = each.next();
            assert!(each.all(|it| Some(it) == first), "school {school}, {few}: weeks differ");
        }
    }
}

#[test]
fn the_same_attacker_finds_them_where_chance_is_drawn_each_week() {
    let chance = Chance::new(&[9; 16]);
    let mut drawn = 0;
    let anew = |_: i64, _: &str, _: i64| {
        drawn += 1;
        chance.draw(drawn, "", 0)
    };
    assert!(found(3, anew) > SCHOOLS / 2);
}
