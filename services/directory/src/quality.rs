//! The quality of a school's directory data: what its head should look at and put right in ONDE.

use crate::{
    import_run::Slice,
    last_lines::{self, LastLine},
    namesakes::Namesakes,
};
use db::{Day, FromRow, Result, Tx, args};
use school::{CircleId, PersonId, School, SchoolYear};
use std::collections::BTreeMap;

/// What a head should look at.
#[derive(Debug, Clone, Default)]
pub struct Quality {
    /// How many pupils were looked at.
    pub pupil_count: usize,
    /// Pupils whose birth date is not known.
    pub without_birth_day: Vec<Pupil>,
    /// Pupils nobody is responsible for.
    pub without_guardian: Vec<Pupil>,
    /// Pupils who have the same name and birth date as another, side by side.
    pub alike: Vec<Pupil>,
    /// Pupils who have the INE of another, side by side.
    pub shared_ine: Vec<Pupil>,
    /// Classes that bear one name.
    pub namesakes: Namesakes,
    /// Classes nobody was attached to.
    pub classes_without_teacher: Vec<(CircleId, String)>,
    /// What the last deliveries said of the school that was not taken as it was: the part asked for.
    pub lines: Vec<LastLine>,
    /// How many such lines there are in all.
    pub line_count: i64,
    /// How many of them are about staff, whom a head cannot correct.
    pub staff_line_count: i64,
}

/// A pupil as the sheet lists it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pupil {
    /// The pupil.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The name folded: two homonyms have the same.
    sort_key: String,
    /// Birth date.
    pub birth_day: Option<Day>,
    /// National identifier.
    ine: Option<String>,
    /// Class.
    pub class_name: Option<String>,
    /// How many adults are responsible for the pupil.
    guardians: i64,
}

impl Quality {
    /// Looks at a school, and reads a part of the lines of its last deliveries. For its head.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: &School, slice: Slice) -> Result<Self> {
        let pupils: Vec<Pupil> = tx.all(PUPILS, args![school.id, tx.now()]).await?;
        Ok(Self {
            pupil_count: pupils.len(),
            without_birth_day: pupils.iter().filter(|it| it.birth_day.is_none()).cloned().collect(),
            without_guardian: pupils.iter().filter(|it| it.guardians == 0).cloned().collect(),
            alike: sharing(&pupils, |it| it.birth_day.clone().map(|day| (it.sort_key.clone(), day))),
            shared_ine: sharing(&pupils, |it| it.ine.clone()),
            namesakes: Namesakes::of(tx, school).await?,
            classes_without_teacher: classes_without_teacher(tx, school).await?,
            lines: last_lines::of_school(tx, school, slice).await?,
            line_count: last_lines::count(tx, school).await?,
            staff_line_count: last_lines::count_of_staff(tx, school).await?,
        })
    }

    /// The pupils it names.
    pub fn people(&self) -> Vec<PersonId> {
        let pupils = [&self.without_birth_day, &self.without_guardian, &self.alike, &self.shared_ine];
        pupils.into_iter().flatten().map(|pupil| pupil.id).collect()
    }

    /// Whether there is nothing to put right.
    pub fn is_good(&self) -> bool {
        let pupils = [&self.without_birth_day, &self.without_guardian, &self.alike, &self.shared_ine];
        let classes_are_good = self.namesakes.is_empty() && self.classes_without_teacher.is_empty();
        pupils.iter().all(|it| it.is_empty()) && classes_are_good && self.line_count == 0
    }
}

/// The pupils whose key another pupil has too, those of one key side by side.
fn sharing<K: Ord>(pupils: &[Pupil], key: impl Fn(&Pupil) -> Option<K>) -> Vec<Pupil> {
    let mut groups: BTreeMap<K, Vec<&Pupil>> = BTreeMap::new();
    for pupil in pupils {
        if let Some(key) = key(pupil) {
            groups.entry(key).or_default().push(pupil);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).flatten().cloned().collect()
}

async fn classes_without_teacher(tx: &mut Tx, school: &School) -> Result<Vec<(CircleId, String)>> {
    let year = SchoolYear::of(tx.now().day());
    tx.all(
        "select c.id, c.name from circle c where c.school_id = $1 and c.kind = 'class' and c.year = $2 \
         and c.until is null and not exists (select 1 from member m where m.circle_id = c.id and m.role = 'teacher' \
             and m.since <= $3 and (m.until is null or m.until > $3)) order by c.sort_key",
        args![school.id, year.0, tx.now()],
    )
    .await
}

const PUPILS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, p.birth_day, p.ine, \
    (select min(k.name) from member n join circle k on k.id = n.circle_id where n.person_id = p.id and n.role = 'pupil' \
        and (n.until is null or n.until > $2) and k.kind = 'class' and k.school_id = $1 and k.until is null) as class_name, \
    (select count(*) from guardianship g join person a on a.id = g.adult_id and a.gone_at is null \
        where g.child_id = p.id and g.until is null) as guardians \
from circle c join member m on m.circle_id = c.id join person p on p.id = m.person_id \
where c.school_id = $1 and c.kind = 'school' and m.role = 'pupil' and m.since <= $2 \
    and (m.until is null or m.until > $2) order by p.sort_key";

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use jiff::civil::date;

    fn pupil(number: u128, sort_key: &str, day: Option<i8>, ine: Option<&str>) -> Pupil {
        Pupil {
            id: PersonId(Uuid::from_u128(number)),
            first_name: String::new(),
            last_name: String::new(),
            sort_key: sort_key.to_owned(),
            birth_day: day.map(|day| date(2018, 3, day).into()),
            ine: ine.map(str::to_owned),
            class_name: None,
            guardians: 1,
        }
    }

    fn numbers(pupils: &[Pupil]) -> Vec<u128> {
        pupils.iter().map(|it| it.id.0.as_u128()).collect()
    }

    #[test]
    fn homonyms_of_another_day_are_not_alike() {
        let school = [
            pupil(1, "martin  zoe", Some(4), None),
            pupil(2, "martin  zoe", Some(5), None),
            pupil(3, "martin  zoe", None, None),
            pupil(4, "petit  tom", Some(4), None),
            pupil(5, "martin  zoe", Some(4), None),
        ];
        let alike = sharing(&school, |it| it.birth_day.clone().map(|day| (it.sort_key.clone(), day)));
        assert_eq!(numbers(&alike), [1, 5]);
    }

    #[test]
    fn no_ine_is_shared_with_nobody() {
        let school = [
            pupil(1, "a", None, Some("x")),
            pupil(2, "b", None, None),
            pupil(3, "c", None, Some("x")),
            pupil(4, "d", None, None),
        ];
        assert_eq!(numbers(&sharing(&school, |it| it.ine.clone())), [1, 3]);
    }
}
