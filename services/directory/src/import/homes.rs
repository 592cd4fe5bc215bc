//! The school each circle of pupils or of staff is of, on the bench: the report of a delivery that is not applied finds the
//! new ones nowhere else.

use super::stage::Filled;
use db::{Result, Tx};
use std::sync::PoisonError;

/// Writes what a delivery leads to.
pub(super) async fn write(tx: &mut Tx, filled: &Filled) -> Result<()> {
    let mut rows = tx.rows("stage.home", &["circle_id", "uai"]);
    {
        let circles = filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner);
        for (circle, school) in circles.of_schools() {
            let Some(uai) = filled.shared.places.uai(school) else { continue };
            rows.begin();
            rows.uuid(Some(circle));
            rows.text(Some(uai));
        }
    }
    tx.load(&mut rows).await
}
