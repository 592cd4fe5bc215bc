//! A device of a class: enrolled by the teacher on the device itself, or by a pairing code the teacher then says yes to.
//!
//! It holds an opaque token, kept here as a digest. It opens the wall of one class and nothing else.

use crate::{class::Class, code::year_end, pairing::Pairing};
use commons::audit::Action;
use data_encoding::BASE64URL_NOPAD;
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::{AccountId, CircleId, SchoolId, Viewer, session};

id! {
    /// A device.
    DeviceId
}

/// How long a device that is not enrolled for the year lasts.
const DAY_SECONDS: i64 = 12 * 3600;
/// How long a device waits for the yes of the teacher.
const PENDING_SECONDS: i64 = 600;
/// The longest name.
pub(crate) const LONGEST_NAME: usize = 60;

/// A device.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Device {
    /// The device.
    pub(crate) id: DeviceId,
    /// The school of its class.
    pub(crate) school_id: SchoolId,
    /// Its class.
    pub(crate) circle_id: CircleId,
    /// What it is called.
    pub(crate) name: String,
    /// When it was enrolled.
    pub(crate) created_at: Moment,
    /// When the teacher said yes; at once on the device itself.
    pub(crate) confirmed_at: Option<Moment>,
    /// When a child last came in by it.
    pub(crate) seen_at: Option<Moment>,
    /// Until when it lasts.
    pub(crate) until: Moment,
}

/// One list of columns for the ways devices are found.
macro_rules! select_device {
    ($condition:literal) => {
        concat!(
            "select d.id, d.school_id, d.circle_id, d.name, d.created_at, d.confirmed_at, d.seen_at, d.until ",
            "from tablet_device d where d.school_id is not null and d.revoked_at is null and ",
            $condition
        )
    };
}

/// The living device a browser holds the token of, confirmed or not.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn find(tx: &mut Tx, token: Option<&str>) -> Result<Option<Device>> {
    let Some(token) = token else { return Ok(None) };
    tx.first(
        select_device!(
            "d.token = $1 and d.until > $2 \
             and exists (select 1 from circle c where c.id = d.circle_id and c.until is null)"
        ),
        args![session::digest(token), tx.now()],
    )
    .await
}

/// The living, confirmed device a browser holds the token of.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn confirmed(tx: &mut Tx, token: Option<&str>) -> Result<Option<Device>> {
    Ok(find(tx, token).await?.filter(|device| device.confirmed_at.is_some()))
}

/// The living devices of a class, those that wait first, then the last enrolled.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, class: &Class) -> Result<Vec<Device>> {
    let mut devices: Vec<Device> = tx
        .all(
            select_device!("d.circle_id = $1 and d.school_id = $2 and d.until > $3 order by d.created_at desc, d.id"),
            args![class.circle.id, class.circle.school_id, tx.now()],
        )
        .await?;
    devices.sort_by_key(|device| device.confirmed_at.is_some());
    Ok(devices)
}

/// A living device of a class.
///
/// # Errors
/// [`Error::NotFound`] when the class has no such device.
pub(crate) async fn load(tx: &mut Tx, class: &Class, id: DeviceId) -> Result<Device> {
    of(tx, class).await?.into_iter().find(|device| device.id == id).ok_or(Error::NotFound)
}

/// Calls a device otherwise. For whoever loaded it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn rename(tx: &mut Tx, device: &Device, name: &str) -> Result<()> {
    tx.change(
        "update tablet_device set name = $3 where id = $1 and school_id = $2",
        args![device.id, device.school_id, kept_name(name)],
    )
    .await
}

fn kept_name(typed: &str) -> String {
    typed.trim().chars().take(LONGEST_NAME).collect()
}

/// Enrols the device the teacher holds; answers what its cookie holds and for how many seconds.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn enrol(
    tx: &mut Tx,
    class: &Class,
    viewer: &Viewer,
    name: &str,
    year_long: bool,
) -> Result<(String, i64)> {
    let now = tx.now();
    let until = end(now, year_long);
    let (school, circle) = (class.circle.school_id, class.circle.id);
    let new = New { school, circle, name, year_long, by: viewer.account, confirmed_at: Some(now), until };
    let token = put(tx, &new).await?;
    class.journal(tx, viewer, Action::TabletEnrolled, if year_long { "year" } else { "day" }).await?;
    Ok((token, (until.0 - now.0) / 1000))
}

/// Keeps a device that typed a pairing code; it waits for the yes of the teacher.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn wait(tx: &mut Tx, pairing: &Pairing, name: &str) -> Result<(String, i64)> {
    let now = tx.now();
    let new = New {
        school: pairing.school_id,
        circle: pairing.circle_id,
        name,
        year_long: pairing.year_long,
        by: pairing.by_id,
        confirmed_at: None,
        until: now.plus_seconds(PENDING_SECONDS),
    };
    let token = put(tx, &new).await?;
    // The cookie outlives the wait: once confirmed, the device keeps it.
    Ok((token, (end(now, pairing.year_long).0 - now.0) / 1000))
}

struct New<'a> {
    school: SchoolId,
    circle: CircleId,
    name: &'a str,
    year_long: bool,
    by: AccountId,
    confirmed_at: Option<Moment>,
    until: Moment,
}

async fn put(tx: &mut Tx, new: &New<'_>) -> Result<String> {
    let token = BASE64URL_NOPAD.encode(&tx.ambient().dice.bytes::<32>());
    let (id, now): (DeviceId, Moment) = (tx.id(), tx.now());
    let name = kept_name(new.name);
    tx.change(
        "insert into tablet_device (id, school_id, circle_id, name, token, year_long, enrolled_by, created_at, \
         confirmed_at, until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            id,
            new.school,
            new.circle,
            name,
            session::digest(&token),
            new.year_long,
            new.by,
            now,
            new.confirmed_at,
            new.until
        ],
    )
    .await?;
    Ok(token)
}

fn end(now: Moment, year_long: bool) -> Moment {
    if year_long { year_end(now) } else { now.plus_seconds(DAY_SECONDS) }
}

/// Says yes to a device that waits.
///
/// # Errors
/// [`Error::NotFound`] when none waits under this identifier in the class.
pub(crate) async fn confirm(tx: &mut Tx, class: &Class, viewer: &Viewer, id: DeviceId) -> Result<()> {
    let now = tx.now();
    let (circle, school) = (class.circle.id, class.circle.school_id);
    let confirmed = tx
        .changed_rows(
            "update tablet_device set confirmed_at = $4, until = case when year_long then $5 else $6 end \
             where id = $1 and circle_id = $2 and school_id = $3 and confirmed_at is null and revoked_at is null \
             and until > $4",
            args![id, circle, school, now, end(now, true), end(now, false)],
        )
        .await?;
    if confirmed == 0 {
        return Err(Error::NotFound);
    }
    class.journal(tx, viewer, Action::TabletEnrolled, "paired").await
}

/// Puts a device out of use, and ends what was begun on it.
///
/// # Errors
/// [`Error::NotFound`] when the class has no such device; a fault of the database.
pub(crate) async fn revoke(tx: &mut Tx, class: &Class, viewer: &Viewer, id: DeviceId) -> Result<()> {
    let now = tx.now();
    let (circle, school) = (class.circle.id, class.circle.school_id);
    let revoked = tx
        .changed_rows(
            "update tablet_device set revoked_at = $4 \
             where id = $1 and circle_id = $2 and school_id = $3 and revoked_at is null",
            args![id, circle, school, now],
        )
        .await?;
    if revoked == 0 {
        return Err(Error::NotFound);
    }
    end_sessions(tx, school, id).await?;
    class.journal(tx, viewer, Action::TabletRevoked, &id.to_string()).await
}

/// Puts every device of a class out of use.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn revoke_all(tx: &mut Tx, class: &Class, viewer: &Viewer) -> Result<()> {
    for device in of(tx, class).await? {
        revoke(tx, class, viewer, device.id).await?;
    }
    Ok(())
}

async fn end_sessions(tx: &mut Tx, school: SchoolId, device: DeviceId) -> Result<()> {
    let begun: Vec<(Vec<u8>, AccountId)> = tx
        .all(
            "delete from tablet_entry where device_id = $1 and school_id = $2 returning token, account_id",
            args![device, school],
        )
        .await?;
    for (token, account) in begun {
        session::end(tx, account, &token).await?;
    }
    Ok(())
}

/// Notes that a child came in by a device: the session ends with it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note_entry(tx: &mut Tx, device: &Device, account: AccountId, token: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into tablet_entry (token, school_id, device_id, account_id, at) values ($1, $2, $3, $4, $5)",
        args![session::digest(token), device.school_id, device.id, account, now],
    )
    .await?;
    tx.change(
        "update tablet_device set seen_at = $3 where id = $1 and school_id = $2",
        args![device.id, device.school_id, now],
    )
    .await
}
