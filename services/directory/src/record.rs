//! The kinds of records, in the words of an académie.

use crate::W;

/// The word for a kind of record, in the deliveries' or our own spelling.
pub(crate) fn word(kind: &str) -> &str {
    match kind {
        "Eleve" | "pupil" => W.pupil(),
        "PersRelEleve" | "guardian" => W.guardian(),
        STAFF | "staff" | "agent" => W.staff_member(),
        "EtabEducNat" | "school" => W.school(),
        other => other,
    }
}

/// What deliveries call a member of staff.
pub(crate) const STAFF: &str = "PersEducNat";
