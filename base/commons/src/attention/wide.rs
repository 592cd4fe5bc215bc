//! From a territory to the circles of its schools: the circle of the families of an académie has no row, its schools have.

use db::{FromRow, Result, Tx, args, id_list};
use school::{
    CircleId, SchoolId,
    territory::{Public, Territory, town_key},
};
use std::collections::HashSet;

/// The version of the identifiers of territories (see `school::circle`).
const HASHED: usize = 8;

#[derive(FromRow)]
struct Place {
    id: SchoolId,
    academy: String,
    uai: String,
    town: Option<String>,
    district: Option<i64>,
}

impl Place {
    /// The circles of a profile around the school: its own, and those of what lies above it.
    fn circles(&self, public: Public) -> Vec<CircleId> {
        let department = self.uai.get(..3).unwrap_or_default().to_owned();
        let town = self.town.as_deref().map(town_key).filter(|it| !it.is_empty());
        let territories = [
            Some(Territory::Region),
            Some(Territory::Academy(self.academy.clone())),
            self.district.map(|number| Territory::District(self.academy.clone(), number)),
            town.map(|town| Territory::Town(department.clone(), town)),
            Some(Territory::Department(department)),
            Some(Territory::School(self.id)),
        ];
        territories.into_iter().flatten().map(|it| it.circle(public)).collect()
    }
}

/// The same circles, those of a territory replaced by the ones of its schools. Pupils are told by the page alone.
pub(super) async fn expanded(tx: &mut Tx, circles: &[CircleId]) -> Result<Vec<CircleId>> {
    let is_wide = |circle: &CircleId| circle.0.get_version_num() == HASHED;
    let wide: HashSet<CircleId> = circles.iter().copied().filter(is_wide).collect();
    let mut all: Vec<CircleId> = circles.iter().copied().filter(|it| !is_wide(it)).collect();
    if wide.is_empty() {
        return Ok(all);
    }
    let schools: Vec<Place> =
        tx.all("select id, academy, uai, town, district from school where gone_at is null", &[]).await?;
    for (public, kind) in [(Public::Families, "families"), (Public::Staff, "staff"), (Public::TownAgents, "staff")] {
        let inside = schools.iter().filter(|it| it.circles(public).iter().any(|circle| wide.contains(circle)));
        let rows: Vec<(CircleId,)> = tx
            .all(
                "select id from circle where school_id in (select unhex(value) from json_each($1)) and kind = $2 \
                 and until is null",
                args![id_list(inside.map(|it| it.id)), kind],
            )
            .await?;
        all.extend(rows.into_iter().map(|row| row.0));
    }
    all.sort();
    all.dedup();
    Ok(all)
}
