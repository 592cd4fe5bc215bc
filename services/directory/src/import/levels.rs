//! The circles of the levels in classes of several levels.

use super::{
    batch::{Batch, Way},
    sorter::ClassLevels,
    stage::Filled,
};
use db::{Result, Tx, Uuid, args, id_list};
use school::Role;
use std::{
    collections::{BTreeSet, HashMap},
    sync::PoisonError,
};

/// Seats of pupils who are not in the delivery: they belong to no record of it.
const OF_NO_RECORD: i64 = -1;

/// Seats the pupils of each class that has several levels in the circle of theirs.
pub(super) async fn seat(tx: &mut Tx, filled: &Filled, batch: &mut Batch) -> Result<()> {
    let levels = &filled.gathered.levels;
    let others = match filled.way {
        Way::Straight => HashMap::new(),
        Way::Aside => known_pupils(tx, levels).await?,
    };
    let mut circles = filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner);
    for (key, class) in levels {
        let known = others.get(&class.class).map_or(&[][..], Vec::as_slice);
        let names: BTreeSet<&str> =
            class.pupils.iter().map(|it| it.1.as_str()).chain(known.iter().map(|it| it.1.as_str())).collect();
        if names.len() < 2 && !names.iter().any(|level| circles.has_levels(key, level)) {
            continue;
        }
        let unseated: Vec<_> = known.iter().filter(|it| !circles.has_levels(key, &it.1)).collect();
        for (pupil, level, seq) in &class.pupils {
            batch.add_sit(circles.of_level(key, class.class, class.school, level), *pupil, Role::Pupil, *seq);
        }
        for (pupil, level) in unseated {
            batch.add_sit(circles.of_level(key, class.class, class.school, level), *pupil, Role::Pupil, OF_NO_RECORD);
        }
    }
    Ok(())
}

/// The pupils already in these classes who stay and are not looked at themselves, with their levels.
async fn known_pupils(
    tx: &mut Tx,
    levels: &HashMap<String, ClassLevels>,
) -> Result<HashMap<Uuid, Vec<(Uuid, String)>>> {
    let classes: Vec<Uuid> = levels.values().map(|class| class.class).collect();
    let mut known: HashMap<Uuid, Vec<(Uuid, String)>> = HashMap::new();
    for some in classes.chunks(500) {
        let rows: Vec<(Uuid, Uuid, String)> = tx
            .all(
                "select m.circle_id, p.id, p.level from member m join person p on p.id = m.person_id \
                 where m.circle_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and m.source = 'aaf' \
                 and m.until is null and p.gone_at is null and p.level is not null \
                 and p.id not in (select id from stage.person) and p.id not in (select id from stage.gone)",
                args![id_list(some.iter().copied())],
            )
            .await?;
        for (class, pupil, level) in rows {
            known.entry(class).or_default().push((pupil, level));
        }
    }
    Ok(known)
}
