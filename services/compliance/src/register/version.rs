//! Versions of entries: written by those who keep the register, never changed.

use super::{Entry, shipped};
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args};
use school::Viewer;

/// A version, as it was written.
#[derive(Debug, Clone, FromRow)]
pub struct Version {
    /// Of which entry.
    pub entry: String,
    /// Its number, from 1.
    pub number: i64,
    content: String,
    shipped: Option<String>,
    /// Why it was written.
    pub note: String,
    /// By whom.
    pub by_name: String,
    /// When.
    pub at: Moment,
}

/// An entry in force.
#[derive(Debug, Clone)]
pub struct Processing {
    /// What it says.
    pub entry: Entry,
    /// The version it comes from; none for what the product shipped.
    pub version: Option<Version>,
    /// Whether it is the région's own.
    pub local: bool,
}

impl Version {
    /// The entry it holds.
    ///
    /// # Errors
    /// A fault when it cannot be read.
    pub fn entry(&self) -> Result<Entry> {
        serde_json::from_str(&self.content).map_err(Error::fault)
    }
}

impl Processing {
    fn of_product(entry: &Entry) -> Self {
        Self { entry: entry.clone(), version: None, local: false }
    }

    /// The number of the version in force; 0 for what the product shipped.
    pub fn number(&self) -> i64 {
        self.version.as_ref().map_or(0, |it| it.number)
    }

    /// Whether the product ships another text since this version was written.
    pub fn is_outdated(&self) -> bool {
        let then = self.version.as_ref().and_then(|it| it.shipped.as_deref());
        let now = shipped().iter().find(|it| it.key == self.entry.key);
        match (then, now) {
            (Some(then), Some(now)) => serde_json::from_str::<Entry>(then).ok().as_ref() != Some(now),
            _ => false,
        }
    }
}

/// All entries in force: those of the product in its order, then those of the région by title.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx) -> Result<Vec<Processing>> {
    let versions: Vec<Version> = tx
        .all(
            "select entry, number, content, shipped, note, by_name, at from register_version v \
             where number = (select max(number) from register_version l where l.entry = v.entry) order by entry",
            &[],
        )
        .await?;
    let mut all: Vec<Processing> = shipped().iter().map(Processing::of_product).collect();
    let mut local = Vec::new();
    for version in versions {
        let entry = version.entry()?;
        match all.iter_mut().find(|it| it.entry.key == version.entry) {
            Some(place) => *place = Processing { entry, version: Some(version), local: false },
            None => local.push(Processing { entry, version: Some(version), local: true }),
        }
    }
    local.sort_by_key(|it| db::fold(&it.entry.title));
    all.extend(local);
    Ok(all)
}

/// The entry of a key.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn one(tx: &mut Tx, key: &str) -> Result<Processing> {
    all(tx).await?.into_iter().find(|it| it.entry.key == key).ok_or(Error::NotFound)
}

/// The versions of an entry, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn history(tx: &mut Tx, key: &str) -> Result<Vec<Version>> {
    tx.all(
        "select entry, number, content, shipped, note, by_name, at from register_version where entry = $1 \
         order by number desc",
        args![key],
    )
    .await
}

/// Writes the version that follows the one somebody read.
///
/// # Errors
/// [`Error::Conflict`] when somebody else wrote one meanwhile.
pub async fn write(tx: &mut Tx, viewer: &Viewer, entry: &Entry, read: i64, note: &str) -> Result<()> {
    let content = serde_json::to_string(entry).map_err(Error::fault)?;
    let of_product = shipped().iter().find(|it| it.key == entry.key);
    let shipped = of_product.map(serde_json::to_string).transpose().map_err(Error::fault)?;
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into register_version (id, entry, number, content, shipped, note, account_id, by_name, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![id, &entry.key, read + 1, content, shipped, note, viewer.account, viewer.name(), now],
    )
    .await?;
    let detail = format!("{} {}", entry.key, read + 1);
    audit::write(tx, Some(viewer.account), Action::RegisterChanged, None, Some(&detail)).await
}
