//! Schools.

use crate::{Territory, territory::town_key};
use db::{FromRow, Result, Tx, args, fold, id};

id! {
    /// A school: one UAI.
    SchoolId
}

/// A school as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct School {
    /// The school.
    pub id: SchoolId,
    /// Code of its académie, two digits (interfaces.md §6.2).
    pub academy: String,
    /// Its national code, seven digits and a letter.
    pub uai: String,
    /// Its name, without type and town.
    pub name: String,
    /// Its town.
    pub town: Option<String>,
    /// The number of its circonscription in the deliveries of its académie.
    pub district: Option<i64>,
    /// Its hours of delivery as JSON, when the head has changed the national ones.
    pub hours: Option<String>,
}

impl School {
    /// Reads a school. No personal data in it, hence no viewer.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none.
    pub async fn load(tx: &mut Tx, id: SchoolId) -> Result<Self> {
        tx.one("select id, academy, uai, name, town, district, hours from school where id = $1", args![id]).await
    }

    /// Whether a delivery of the académie knows the school, or seats somebody there. Otherwise its head sends the files of ONDE.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn is_delivered(tx: &mut Tx, id: SchoolId) -> Result<bool> {
        let known =
            tx.count("select count(*) as n from school where id = $1 and jointure is not null", args![id]).await?;
        let seated = tx
            .count(
                "select count(*) as n from circle c join member m on m.circle_id = c.id \
                 where c.school_id = $1 and c.kind in ('school', 'staff') and m.source = 'aaf' and m.until is null",
                args![id],
            )
            .await?;
        Ok(known + seated > 0)
    }

    /// Its département, by the three characters its code begins with.
    pub fn department(&self) -> &str {
        self.uai.get(..3).unwrap_or_default()
    }

    /// Whether each word begins one of the name, of the commune or of the code.
    fn answers(&self, words: &[&str]) -> bool {
        let known = fold(&format!("{} {} {}", self.name, self.town.as_deref().unwrap_or_default(), self.uai));
        words.iter().all(|word| known.split(' ').any(|it| it.starts_with(*word)))
    }

    /// Keeps the school's own hours of delivery.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn set_hours(tx: &mut Tx, id: SchoolId, hours: &str) -> Result<()> {
        tx.change("update school set hours = $2 where id = $1", args![id, hours]).await
    }

    /// What the school closed to whom, as [`crate::closed`] reads it.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is no such school; a fault of the database.
    pub async fn closed(tx: &mut Tx, id: SchoolId) -> Result<String> {
        tx.one_value("select closed from school where id = $1", args![id]).await
    }

    /// Closes some services to some, and opens all others.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn set_closed(tx: &mut Tx, id: SchoolId, closed: &str) -> Result<()> {
        tx.change("update school set closed = $2 where id = $1", args![id, closed]).await
    }
}

/// One list of columns for the ways schools are found.
macro_rules! select_schools {
    ($condition:literal) => {
        concat!(
            "select id, academy, uai, name, town, district, hours from school where gone_at is null and ",
            $condition,
            " order by sort_key, id"
        )
    };
}

/// The schools of a territory that are open, by town and name.
///
/// # Errors
/// A fault of the database.
pub async fn schools_in(tx: &mut Tx, territory: &Territory) -> Result<Vec<School>> {
    match territory {
        Territory::Region => tx.all(select_schools!("1 = 1"), &[]).await,
        Territory::Academy(code) => tx.all(select_schools!("academy = $1"), args![code]).await,
        Territory::Department(code) => in_department(tx, code).await,
        Territory::District(academy, number) => {
            tx.all(select_schools!("academy = $1 and district = $2"), args![academy, *number]).await
        }
        Territory::Town(department, key) => {
            let mut schools = in_department(tx, department).await?;
            schools.retain(|school| school.town.as_deref().is_some_and(|town| town_key(town) == *key));
            Ok(schools)
        }
        Territory::Authority(id) => {
            tx.all(
                select_schools!("id in (select school_id from authority_school where authority_id = $1)"),
                args![*id],
            )
            .await
        }
        Territory::School(id) => tx.all(select_schools!("id = $1"), args![*id]).await,
    }
}

/// The schools of a territory of which each word typed begins one of the name, of the commune or of the code, by name: what any
/// public list says of them. None when nothing was typed.
///
/// # Errors
/// A fault of the database.
pub async fn schools_named(tx: &mut Tx, territory: &Territory, typed: &str) -> Result<Vec<School>> {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').filter(|it| !it.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    // Communes are folded here: a few thousand schools at most.
    let mut schools = schools_in(tx, territory).await?;
    schools.retain(|it| it.answers(&words));
    Ok(schools)
}

/// The codes of a département lie together in the index of national codes: `~` comes after every letter.
async fn in_department(tx: &mut Tx, code: &str) -> Result<Vec<School>> {
    tx.all(select_schools!("uai >= $1 and uai < $2"), args![code, format!("{code}~")]).await
}
