//! The register of processing says what the product does: all of it, and for as long as it is really kept.

use compliance::register::shipped;
use preau::services::SERVICES;

#[test]
fn every_service_has_an_entry_in_the_register() {
    let said: Vec<&str> = shipped().iter().flat_map(|entry| &entry.services).map(String::as_str).collect();
    let forgotten: Vec<&str> = SERVICES.iter().map(|it| it.name).filter(|name| !said.contains(name)).collect();
    assert!(forgotten.is_empty(), "not in services/compliance/src/register/processing.json: {forgotten:?}");
    let unknown: Vec<&&str> = said.iter().filter(|name| SERVICES.iter().all(|it| it.name != **name)).collect();
    assert!(unknown.is_empty(), "in the register, but no service: {unknown:?}");
}

#[test]
fn every_rule_of_retention_is_said_by_the_register_once_declared() {
    let rules: Vec<_> = SERVICES.iter().flat_map(|it| it.retention).collect();
    let mut topics: Vec<&str> = rules.iter().map(|it| it.topic).collect();
    topics.sort_unstable();
    let count = topics.len();
    topics.dedup();
    assert_eq!(count, topics.len(), "two rules of one name: {topics:?}");
    let said: Vec<&str> = shipped().iter().flat_map(|entry| &entry.retention).map(String::as_str).collect();
    topics.retain(|topic| !said.contains(topic));
    assert!(topics.is_empty(), "rules no entry of the register names: {topics:?}");
    for rule in rules {
        let bounds = rule.least_days..=rule.most_days;
        assert!(bounds.contains(&rule.default_days), "{}", rule.topic);
    }
}
