//! The kinds of requests a commune takes (*types de téléprocédures*): what each asks, who handles it, within how many days.

use crate::{extra, extra::Extra, shipped};
use db::{Error, FromRow, Result, Tx, Uuid, args, fold};

/// A kind of request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// Its name in addresses, the same for ever.
    pub slug: String,
    /// What people read.
    pub label: String,
    /// What it asks besides a text.
    pub extras: Vec<Extra>,
    /// Which service of the commune handles it; empty when nobody said.
    pub service: String,
    /// Where that service is written to.
    pub email: Option<String>,
    /// Within how many days it is to be done.
    pub delay_days: i64,
    /// Whether schools may ask for it now.
    pub active: bool,
}

#[derive(FromRow)]
struct Row {
    slug: String,
    label: String,
    fields: String,
    service: String,
    email: Option<String>,
    delay_days: i64,
    active: bool,
}

impl Row {
    fn read(self) -> Result<Procedure> {
        let Self { slug, label, fields, service, email, delay_days, active } = self;
        Ok(Procedure { slug, label, extras: extra::parsed(&fields)?, service, email, delay_days, active })
    }
}

/// Every kind of a scope, closed ones too: those shipped in their order, then those added, by label. No personal data in
/// it but the address of a service, hence no viewer: pages ask who may see them.
///
/// # Errors
/// A fault of the database.
pub async fn of_scope(tx: &mut Tx, scope: &str) -> Result<Vec<Procedure>> {
    let rows: Vec<Row> = tx
        .all(
            "select slug, label, fields, service, email, delay_days, active from town_procedure where scope = $1 \
             order by sort_key, slug",
            args![scope],
        )
        .await?;
    let mut kept = rows.into_iter().map(Row::read).collect::<Result<Vec<Procedure>>>()?;
    let mut all = Vec::new();
    for procedure in shipped::procedures() {
        match kept.iter().position(|it| it.slug == procedure.slug) {
            Some(at) => all.push(kept.remove(at)),
            None => all.push(procedure),
        }
    }
    all.extend(kept);
    Ok(all)
}

/// One kind of a scope.
///
/// # Errors
/// [`Error::NotFound`] when the scope has no such kind.
pub async fn one(tx: &mut Tx, scope: &str, slug: &str) -> Result<Procedure> {
    of_scope(tx, scope).await?.into_iter().find(|it| it.slug == slug).ok_or(Error::NotFound)
}

/// A name in addresses for a kind that is added.
pub fn new_slug(tx: &Tx) -> String {
    let id: Uuid = tx.id();
    id.simple().to_string()
}

/// Keeps a kind of a scope, new or changed. Requests made before keep what they were asked and by when.
///
/// # Errors
/// A fault of the database.
pub async fn save(tx: &mut Tx, scope: &str, procedure: &Procedure) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into town_procedure (scope, slug, label, sort_key, fields, service, email, delay_days, active, \
         changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (scope, slug) do update \
         set label = excluded.label, sort_key = excluded.sort_key, fields = excluded.fields, \
         service = excluded.service, email = excluded.email, delay_days = excluded.delay_days, \
         active = excluded.active, changed_at = excluded.changed_at",
        args![
            scope,
            &procedure.slug,
            &procedure.label,
            fold(&procedure.label),
            extra::json(&procedure.extras)?,
            &procedure.service,
            procedure.email.as_deref(),
            procedure.delay_days,
            procedure.active,
            now
        ],
    )
    .await
}
