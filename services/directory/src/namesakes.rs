//! Classes of one school that bear the same name: nobody knows any more which to write to. They are named, never joined here: what
//! was written in a class stays with it, and two records the deliveries hold are two until ONDE says otherwise.

use db::{FromRow, Result, Tx, args};
use school::{CircleId, School, SchoolYear};

/// A class that bears the name of another of its school and year.
#[derive(Debug, Clone, FromRow)]
pub struct Namesake {
    /// The class.
    pub id: CircleId,
    /// Its name.
    pub name: String,
    /// The name folded: namesakes have the same.
    sort_key: String,
    /// Its pupils.
    pub pupils: i64,
    /// Those who teach in it.
    pub teachers: i64,
    /// Its pupils whom a delivery seats in it.
    delivered: i64,
}

impl Namesake {
    /// Whether a delivery says who is in it.
    pub fn is_delivered(&self) -> bool {
        self.delivered > 0
    }
}

/// Namesakes, those of one name side by side.
#[derive(Debug, Clone, Default)]
pub struct Namesakes {
    /// All of them are delivered: ONDE alone puts that right.
    pub delivered: Vec<Namesake>,
    /// One at least is the school's: it ends by itself when its pupils are in that of the delivery.
    pub beside: Vec<Namesake>,
}

impl Namesakes {
    /// The classes in force of a school that bear one name. For its head.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: &School) -> Result<Self> {
        let now = tx.now();
        let classes: Vec<Namesake> = tx.all(CLASSES, args![school.id, SchoolYear::of(now.day()).0, now]).await?;
        let mut found = Self::default();
        for of_one_name in classes.chunk_by(|one, other| one.sort_key == other.sort_key) {
            if of_one_name.len() > 1 {
                let all = of_one_name.iter().all(Namesake::is_delivered);
                let list = if all { &mut found.delivered } else { &mut found.beside };
                list.extend_from_slice(of_one_name);
            }
        }
        Ok(found)
    }

    /// Whether each class has a name of its own.
    pub fn is_empty(&self) -> bool {
        self.delivered.is_empty() && self.beside.is_empty()
    }
}

const CLASSES: &str = "\
select c.id, c.name, c.sort_key, \
    (select count(distinct m.person_id) from member m where m.circle_id = c.id and m.role = 'pupil' \
        and m.since <= $3 and (m.until is null or m.until > $3)) as pupils, \
    (select count(distinct m.person_id) from member m where m.circle_id = c.id and m.role = 'teacher' \
        and m.since <= $3 and (m.until is null or m.until > $3)) as teachers, \
    (select count(distinct m.person_id) from member m where m.circle_id = c.id and m.role = 'pupil' \
        and m.source = 'aaf' and m.since <= $3 and (m.until is null or m.until > $3)) as delivered \
from circle c where c.school_id = $1 and c.kind = 'class' and c.year = $2 and c.until is null order by c.sort_key, c.id";
