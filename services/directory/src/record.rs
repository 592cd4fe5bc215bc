//! The kinds of records, in the deliveries' or our own spelling.

use crate::W;

/// The word for a kind of record.
pub(crate) fn word(kind: &str) -> &str {
    match kind {
        "Eleve" | "pupil" => W.pupil(),
        "PersRelEleve" | "guardian" => W.guardian(),
        "EtabEducNat" | "school" => W.school(),
        other if is_staff(other) => W.staff_member(),
        other => other,
    }
}

/// Whether a record is one of staff.
pub(crate) fn is_staff(kind: &str) -> bool {
    matches!(kind, "PersEducNat" | "staff" | "agent")
}
