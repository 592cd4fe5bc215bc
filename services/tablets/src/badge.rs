//! The badge of a pupil: a card whose QR code holds 256 bits of chance, kept as a digest.
//!
//! Whoever holds it is the pupil: so it works on a device of the pupil's class alone, or while the teacher lets badges in, and
//! dies with the school year. The code printed beside it is for a browser without camera or script.

use crate::{
    code::{letters, mark, normalized, year_end},
    device::Device,
};
use commons::House;
use data_encoding::BASE64URL_NOPAD;
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::{AccountId, CircleId, Door, SchoolId, account, person::Name, session};

/// A badge just made: what is printed, once.
pub(crate) struct Badge {
    /// What the QR code holds.
    pub(crate) token: String,
    /// What is typed instead.
    pub(crate) code: String,
}

/// Whose badge was shown, and for which class it counts here.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The pupil.
    pub(crate) pupil: Name,
    /// Whether it counts here.
    pub(crate) counts: bool,
    /// A class of the pupil, to tell its teacher when it does not.
    pub(crate) class: Option<(CircleId, SchoolId)>,
}

/// Makes a badge for a pupil; the one before is void, and what was opened with it ends. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn give(tx: &mut Tx, house: &House, pupil: &Name, by: AccountId) -> Result<Badge> {
    take_back(tx, pupil).await?;
    let (id, now): (Uuid, Moment) = (tx.id(), tx.now());
    let token = BASE64URL_NOPAD.encode(&tx.ambient().dice.bytes::<32>());
    let code = letters(tx.ambient().dice.bytes::<16>());
    tx.change(
        "insert into tablet_badge (id, person_id, token, mark, given_at, given_by, until) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, pupil.id, session::digest(&token), mark_of(house, &code), now, by, year_end(now)],
    )
    .await?;
    Ok(Badge { token, code })
}

/// Puts the badge of a pupil out of use, and ends what was opened with it. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn take_back(tx: &mut Tx, pupil: &Name) -> Result<()> {
    let gone = tx.changed_rows("delete from tablet_badge where person_id = $1", args![pupil.id]).await?;
    if gone > 0 {
        let account = account::open_for_pupil(tx, pupil).await?;
        session::end_by_door(tx, account, Door::Badge).await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Class {
    circle_id: CircleId,
    school_id: SchoolId,
    badges_until: Option<Moment>,
}

/// Whose badge was shown: its token, or the code printed on it; nothing when it is none. It counts on a device of a class of
/// the pupil, and while a teacher of theirs lets badges in.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn shown(
    tx: &mut Tx,
    house: &House,
    token: &str,
    typed: &str,
    device: Option<&Device>,
) -> Result<Option<Shown>> {
    let now = tx.now();
    let by_token = tx.first(BY_TOKEN, args![session::digest(token), now]).await?;
    let found: Option<Name> = match by_token {
        Some(name) => Some(name),
        None => tx.first(BY_MARK, args![mark_of(house, &normalized(typed)), now]).await?,
    };
    let Some(pupil) = found else { return Ok(None) };
    let classes: Vec<Class> = tx.all(CLASSES, args![pupil.id, now]).await?;
    let here = |class: &&Class| device.is_some_and(|device| device.circle_id == class.circle_id);
    let open = |class: &&Class| class.badges_until.is_some_and(|until| until > now);
    let counting = classes.iter().find(here).or_else(|| classes.iter().find(open));
    let class = counting.or(classes.first()).map(|class| (class.circle_id, class.school_id));
    Ok(Some(Shown { pupil, counts: counting.is_some(), class }))
}

const BY_TOKEN: &str = "\
select p.id, p.first_name, p.last_name from tablet_badge b join person p on p.id = b.person_id and p.gone_at is null \
where b.token = $1 and b.until > $2";

const BY_MARK: &str = "\
select p.id, p.first_name, p.last_name from tablet_badge b join person p on p.id = b.person_id and p.gone_at is null \
where b.mark = $1 and b.until > $2";

const CLASSES: &str = "\
select c.id as circle_id, c.school_id, t.badges_until from member m \
join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
left join tablet_class t on t.circle_id = c.id and t.school_id = c.school_id \
where m.person_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) order by c.id";

fn mark_of(house: &House, code: &str) -> Vec<u8> {
    mark(house, "tablet-badge", code)
}
