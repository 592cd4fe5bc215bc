//! A year of content of a whole territory, as the services would have written it: posts, words of the carnet de liaison
//! with their signatures, conversations between teachers and families, messages to whole classes.
//!
//! The national figures count as many visits to messages as to school life, and three times those to the homework diary
//! (domain.md §5.3): in a class, the volumes of [`Year`].

use super::rows::Year;
use db::{Db, FromRow, Result, Tx, Uuid, args, id_list};
use school::CircleId;
use std::collections::BTreeMap;

/// Classes written in one transaction.
const CHUNK: usize = 100;

const TABLES: &[&str] =
    &["thing", "share", "post", "mot", "mot_child", "receipt", "conversation", "message", "message_reader"];

/// A class with those who write to one another there.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Class {
    pub(super) class: Uuid,
    pub(super) school: Uuid,
    pub(super) families: Uuid,
    pub(super) teacher: Uuid,
}

/// A child of a class with an adult responsible.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Tie {
    class: Uuid,
    pub(super) child: Uuid,
    pub(super) adult: Uuid,
}

/// One teacher a class.
pub(super) const CLASSES: &str = "\
select c.id as class, c.school_id as school, f.id as families, (select m.person_id from member m \
    where m.circle_id = c.id and m.role = 'teacher' and m.until is null order by m.person_id limit 1) as teacher \
from circle c join circle f on f.of_circle = c.id and f.kind = 'families' \
where c.kind = 'class' and c.until is null and exists (select 1 from member m \
    where m.circle_id = c.id and m.role = 'teacher' and m.until is null) order by c.id";

const TIES: &str = "\
select m.circle_id as class, m.person_id as child, g.adult_id as adult from member m \
join guardianship g on g.child_id = m.person_id and g.until is null \
where m.circle_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and m.until is null \
order by m.circle_id, m.person_id, g.position, g.adult_id";

/// Writes the share `content` (1 for all) of a year in each class, and tells how many rows that made.
pub(super) async fn write(db: &Db, content: f64) -> Result<usize> {
    let mut tx = db.read().await?;
    let classes: Vec<Class> = tx.all(CLASSES, &[]).await?;
    drop(tx);
    let mut tx = db.write().await?;
    let suspended = tx.suspend_indexes(TABLES).await?;
    tx.commit().await?;
    let mut written = 0;
    for some in classes.chunks(CHUNK) {
        let mut tx = db.write().await?;
        let ties: Vec<Tie> = tx.all(TIES, args![id_list(some.iter().map(|it| CircleId(it.class)))]).await?;
        let mut year = Year::new(&tx, content)?;
        let mut families: BTreeMap<Uuid, Vec<Tie>> = BTreeMap::new();
        for tie in ties {
            families.entry(tie.class).or_default().push(tie);
        }
        for class in some {
            year.class(&tx, class, families.get(&class.class).map_or(&[], Vec::as_slice));
        }
        written += year.load(&mut tx).await?;
        tx.commit().await?;
    }
    let mut tx = db.write().await?;
    tx.resume_indexes(suspended).await?;
    tx.refresh_statistics(TABLES).await?;
    tx.commit().await?;
    Ok(written)
}

/// The children of a class with their adults.
pub(super) async fn ties(tx: &mut Tx, class: &Class) -> Result<Vec<Tie>> {
    tx.all(TIES, args![id_list([CircleId(class.class)])]).await
}
