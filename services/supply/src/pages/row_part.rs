//! A row of the lists of what somebody is to settle: entries that may be of one person, pupils whom another school entered.

use web::component::{LinkButton, Status};

/// The row.
pub(super) struct RowPart {
    pub(super) title: String,
    pub(super) status: Status,
    pub(super) about: String,
    pub(super) look: LinkButton,
}
