//! What the decision of a council says, on the page of its convention.

use crate::{
    W, day,
    decision::{self, Decision},
    money,
};

/// What the decision says, a name and a value each.
pub(super) fn facts(decision: &Decision) -> Vec<(&'static str, String)> {
    let dated = |day: &Option<String>| day.as_deref().map(day::written).unwrap_or_default();
    let count = |count: Option<i64>| count.map(|it| it.to_string()).unwrap_or_default();
    let names = decision.listed();
    let proxy = |(giver, holder): &(String, String)| match holder.as_str() {
        "" => giver.clone(),
        holder => format!("{giver} → {holder}"),
    };
    let proxies: Vec<String> = names.proxies.iter().map(proxy).collect();
    let authorises = if decision.authorises { W.decision_yes() } else { W.decision_no() };
    let known = [
        (W.decision_outcome(), W.decision_outcome_told(decision::outcome(decision.adopted))),
        (W.decision_authorises_short(), authorises.to_owned()),
        (W.decision_held(), day::written(&decision.held_on)),
        (W.decision_number(), decision.number.clone()),
        (W.decision_session(), decision.session_number.clone()),
        (W.decision_theme(), decision.theme.clone()),
        (W.decision_convened(), dated(&decision.convened_on)),
        (W.decision_place(), decision.place.clone()),
        (W.decision_chair(), decision.chair.clone()),
        (W.decision_secretary(), decision.secretary.clone()),
        (W.decision_members(), count(decision.members)),
        (W.decision_in_office(), count(decision.in_office)),
        (W.decision_present(), count(decision.present)),
        (W.decision_absent(), count(decision.absent)),
        (W.decision_cast(), count(decision.votes_cast)),
        (W.decision_for(), count(decision.votes_for)),
        (W.decision_against(), count(decision.votes_against)),
        (W.decision_abstained(), count(decision.abstained)),
        (W.decision_names_present(), names.present.join(", ")),
        (W.decision_names_absent(), names.absent.join(", ")),
        (W.decision_names_excused(), names.excused.join(", ")),
        (W.decision_proxies(), proxies.join(", ")),
        (W.decision_amount(), decision.amount_cents.map(money::euros).unwrap_or_default()),
        (W.decision_certified(), dated(&decision.certified_on)),
        (W.decision_received(), dated(&decision.received_on)),
    ];
    known.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
