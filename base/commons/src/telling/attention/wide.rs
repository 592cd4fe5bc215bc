//! From a territory to the circles of its schools: the circle of the families of an académie has no row, its schools have.

use db::{Result, Tx, args, id_list};
use school::{
    CircleId, School,
    territory::{Public, Territory},
};
use std::collections::HashSet;

/// The version of the identifiers of territories (see `school::circle`).
const HASHED: usize = 8;

/// The circles of a profile around a school: its own, and those of what lies above it.
fn circles_around(school: &School, public: Public) -> Vec<CircleId> {
    Territory::around(school).into_iter().map(|it| it.circle(public)).collect()
}

/// The same circles, those of a territory replaced by the ones of its schools. Pupils are told by the page alone.
pub(super) async fn expanded(tx: &mut Tx, circles: &[CircleId]) -> Result<Vec<CircleId>> {
    let is_wide = |circle: &CircleId| circle.0.get_version_num() == HASHED;
    let wide: HashSet<CircleId> = circles.iter().copied().filter(is_wide).collect();
    let mut all: Vec<CircleId> = circles.iter().copied().filter(|it| !is_wide(it)).collect();
    if wide.is_empty() {
        return Ok(all);
    }
    let schools = school::schools_in(tx, &Territory::Region).await?;
    for (public, kind) in [(Public::Families, "families"), (Public::Staff, "staff"), (Public::TownAgents, "staff")] {
        let inside = schools.iter().filter(|it| circles_around(it, public).iter().any(|circle| wide.contains(circle)));
        let rows: Vec<CircleId> = tx
            .column(
                "select id from circle where school_id in (select unhex(value) from json_each($1)) and kind = $2 \
                 and until is null",
                args![id_list(inside.map(|it| it.id)), kind],
            )
            .await?;
        all.extend(rows);
    }
    all.sort();
    all.dedup();
    Ok(all)
}
