//! What somebody accepted is what is written: a wording of the charter never changes under its version.

use doors::charter::Charter;
use school::charter::Audience;

/// A snapshot is named for its version. A text that changed is not accepted into the old one: raise the version of its
/// wording (base/school/src/charter.rs), and a new snapshot is written beside it. The old ones stay, for whoever asks what
/// was accepted.
#[test]
fn a_wording_changes_with_its_version() {
    for audience in Audience::ALL {
        let charter = Charter::of(*audience);
        let rules = charter.rules.iter().flat_map(|rule| [rule.title, rule.text]);
        let text: Vec<&str> = [charter.title, charter.lead].into_iter().chain(rules).collect();
        let name = format!("{}_{}", audience.as_str(), audience.version());
        insta::assert_snapshot!(name, testkit::plain_spaced(&text.join("\n")));
    }
}
