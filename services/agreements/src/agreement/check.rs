//! What does not fit together about a convention: told to both sides, never refused (domain.md §1.1, D2 and D4).

use crate::{
    Agreement, W, day,
    decision::{Decision, Names},
    money,
    parties::Parties,
};
use db::fold;
use school::Authority;

/// What is to be looked at before the convention is proposed: what its text would leave blank.
pub fn blanks(parties: &Parties) -> Vec<&'static str> {
    let (academy, authority) = (&parties.academy, &parties.authority);
    let missing = [
        (academy.name.is_empty() || academy.signatory.is_empty(), W.check_academy_unknown()),
        (authority.siret.is_empty(), W.check_siret_missing()),
        (authority.town.is_empty(), W.check_address_missing()),
        (authority.representative.is_empty() || authority.quality.is_empty(), W.check_representative_missing()),
    ];
    missing.into_iter().filter(|(wrong, _)| *wrong).map(|(_, words)| words).collect()
}

/// That the mandate of who represents the authority is over, on the day it signed, or today.
pub fn mandate(agreement: &Agreement, authority: &Authority, today: &str) -> Option<String> {
    let until = authority.mandate_until.as_deref()?;
    let on = agreement.authority_signed_on.as_deref().unwrap_or(today);
    let over = !agreement.state.is_over() && until < on;
    over.then(|| W.check_mandate_over(day::written(until)))
}

/// That the session a decision was taken in is still to come: a slip, most often of the year.
pub fn session(decision: &Decision, today: &str) -> Option<String> {
    (decision.held_on.as_str() > today).then(|| W.check_session_to_come(day::written(&decision.held_on)))
}

/// What does not fit in a decision: with the convention, or with itself.
pub fn decision(decision: &Decision, total_cents: i64) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(amount) = decision.amount_cents.filter(|amount| *amount != total_cents) {
        found.push(W.check_amount(money::euros(amount), money::euros(total_cents)));
    }
    if decision.adopted && !decision.authorises {
        found.push(W.check_not_authorising().to_owned());
    }
    days(decision, &mut found);
    counts(decision, &mut found);
    names(decision, &decision.listed(), &mut found);
    found
}

/// The days of a decision: its council is called before the session, its extract certified and received after.
fn days(decision: &Decision, found: &mut Vec<String>) {
    let held = decision.held_on.as_str();
    let told = || day::written(held);
    if let Some(convened) = decision.convened_on.as_deref().filter(|day| *day > held) {
        found.push(W.check_convened_after(day::written(convened), told()));
    }
    if let Some(certified) = decision.certified_on.as_deref().filter(|day| *day < held) {
        found.push(W.check_certified_before(day::written(certified), told()));
    }
    if let Some(received) = decision.received_on.as_deref().filter(|day| *day < held) {
        found.push(W.check_received_before(day::written(received), told()));
    }
}

/// The counts of a decision, where enough of them were given to be compared.
fn counts(decision: &Decision, found: &mut Vec<String>) {
    if let (Some(in_office), Some(members)) = (decision.in_office, decision.members)
        && in_office > members
    {
        found.push(W.check_in_office(in_office, members));
    }
    let in_office = decision.in_office.or(decision.members);
    if let (Some(present), Some(absent), Some(in_office)) = (decision.present, decision.absent, in_office)
        && present + absent != in_office
    {
        found.push(W.check_presence(present, absent, in_office));
    }
    let voices = [decision.votes_for, decision.votes_against, decision.abstained];
    if let ([Some(favour), Some(against), Some(abstained)], Some(cast)) = (voices, decision.votes_cast) {
        // Some councils count those who abstain among the votes cast, some do not.
        let sums = [favour + against, favour + against + abstained];
        if !sums.contains(&cast) {
            found.push(W.check_votes(favour, against, abstained, cast));
        }
    }
}

/// The names of a decision beside its counts.
fn names(decision: &Decision, names: &Names, found: &mut Vec<String>) {
    let away = names.absent.len() + names.excused.len();
    let listed = [
        (names.present.len(), decision.present, W.check_listed_present()),
        (away, decision.absent, W.check_listed_absent()),
    ];
    for (length, stated, who) in listed {
        let listed = i64::try_from(length).unwrap_or(i64::MAX);
        if let Some(stated) = stated.filter(|stated| length > 0 && *stated != listed) {
            found.push(W.check_listed(who, listed, stated));
        }
    }
    let folded = |list: &[String]| list.iter().map(|name| fold(name)).collect::<Vec<_>>();
    let absent = [folded(&names.absent), folded(&names.excused)].concat();
    let twice = names.present.iter().filter(|name| absent.contains(&fold(name)));
    let twice: Vec<&str> = twice.map(String::as_str).collect();
    if !twice.is_empty() {
        found.push(W.check_twice(twice.join(", ")));
    }
    let proxies = i64::try_from(names.proxies.len()).unwrap_or(i64::MAX);
    if let (Some(present), Some(cast)) = (decision.present, decision.votes_cast)
        && cast > present + proxies
    {
        found.push(W.check_cast(cast, present, proxies));
    }
    if names.proxies.iter().any(|(_, holder)| holder.is_empty()) {
        found.push(W.check_proxy().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::decision;
    use crate::decision::{Decision, Names};

    fn named(letter: char, count: usize) -> Vec<String> {
        (0..count).map(|rank| format!("{letter} {rank}")).collect()
    }

    /// The lists of the decision this was designed from: 21 names present where 20 are stated, two of them absent too.
    #[test]
    fn lists_that_disagree_with_counts_are_told_and_nothing_is_derived() {
        let mut names = Names { present: named('p', 19), absent: named('a', 4), ..Names::default() };
        for both in ["Béa Roy", "Léo D’Aure"] {
            names.present.push(both.to_owned());
            names.excused.push(both.to_uppercase());
        }
        names.proxies = named('a', 4).into_iter().map(|giver| (giver, "p 1".to_owned())).collect();
        let stated = Decision {
            members: Some(29),
            in_office: Some(29),
            present: Some(20),
            absent: Some(9),
            votes_cast: Some(24),
            adopted: true,
            authorises: true,
            amount_cents: Some(13_500),
            names: serde_json::to_string(&names).unwrap_or_default(),
            ..Decision::default()
        };
        let told = decision(&stated, 13_500).join("\n");
        assert!(told.contains("21") && told.contains("20") && told.contains('9') && told.contains('6'), "{told}");
        assert!(told.contains("Béa Roy, Léo D’Aure"), "{told}");
        assert_eq!(told.lines().count(), 3, "the votes cast are those present and the proxies: {told}");
    }

    #[test]
    fn a_decision_that_says_little_is_not_reproached_for_it() {
        let stated = Decision { adopted: true, authorises: true, ..Decision::default() };
        assert!(decision(&stated, 4_500).is_empty());
        let told = decision(&Decision { amount_cents: Some(9_000), ..stated }, 4_500);
        assert_eq!(told.len(), 1, "{told:?}");
    }

    #[test]
    fn days_out_of_order_and_more_members_in_office_than_members_are_told() {
        let day = |iso: &str| Some(iso.to_owned());
        let stated = Decision {
            adopted: true,
            authorises: true,
            held_on: "2026-12-08".to_owned(),
            convened_on: day("2026-12-01"),
            certified_on: day("2026-12-08"),
            received_on: day("2026-12-10"),
            members: Some(19),
            in_office: Some(19),
            ..Decision::default()
        };
        assert!(decision(&stated, 0).is_empty());
        for wrong in [
            Decision { convened_on: day("2026-12-09"), ..stated.clone() },
            Decision { certified_on: day("2026-12-07"), ..stated.clone() },
            Decision { received_on: day("2026-12-07"), ..stated.clone() },
            Decision { members: Some(15), ..stated.clone() },
        ] {
            assert_eq!(decision(&wrong, 0).len(), 1, "{wrong:?}");
        }
    }

    #[test]
    fn votes_are_compared_with_the_votes_cast() {
        let stated = Decision { adopted: true, authorises: true, votes_for: Some(20), ..Decision::default() };
        let stated = Decision { votes_against: Some(1), abstained: Some(3), ..stated };
        for (cast, wrong) in [(24, 0), (21, 0), (22, 1)] {
            assert_eq!(decision(&Decision { votes_cast: Some(cast), ..stated.clone() }, 0).len(), wrong, "{cast}");
        }
    }
}
