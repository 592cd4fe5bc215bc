//! Schools.

use db::{FromRow, Result, Tx, args, id};

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
    /// Its hours of delivery as JSON, when the head has changed the national ones.
    pub hours: Option<String>,
}

impl School {
    /// Reads a school. No personal data in it, hence no viewer.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none.
    pub async fn load(tx: &mut Tx, id: SchoolId) -> Result<Self> {
        tx.one("select id, academy, uai, name, town, hours from school where id = $1", args![id]).await
    }

    /// Keeps the school's own hours of delivery.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn set_hours(tx: &mut Tx, id: SchoolId, hours: &str) -> Result<()> {
        tx.run("update school set hours = $2 where id = $1", args![id, hours]).await.map(drop)
    }
}
