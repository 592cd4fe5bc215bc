//! Sessions: opaque tokens in a cookie, kept hashed, listed and revocable.

use crate::{AccountId, Door, Profile, Viewer, charter::Audience, text_enum};
use data_encoding::BASE64URL_NOPAD;
use db::{FromRow, Moment, Result, Tx, args};
use sha2::{Digest, Sha256};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

text_enum! {
    /// How long somebody stays signed in, by who it is and on what.
    Stay {
        /// A child, on whatever tablet.
        Pupil = "pupil",
        /// A child at the wall of a device of the class: it goes back to the wall by itself.
        Wall = "wall",
        /// An adult, on a browser others may use.
        Visit = "visit",
        /// An adult who asked to stay, on a device of their own.
        Device = "device",
        /// Somebody who administers a territory.
        Administrator = "administrator",
    }
}

impl Stay {
    /// The stay of a profile; `asked` says whether it was asked to last.
    pub const fn of(profile: Profile, asked: bool) -> Self {
        match (profile, asked) {
            (Profile::Pupil, _) => Self::Pupil,
            (Profile::Town | Profile::Administrator, _) => Self::Administrator,
            (Profile::Guardian | Profile::Staff | Profile::Teacher | Profile::Head, true) => Self::Device,
            (Profile::Guardian | Profile::Staff | Profile::Teacher | Profile::Head, false) => Self::Visit,
        }
    }

    /// How long a session rests unused before it has ended, and how long it lasts at most, in seconds.
    const fn limits(self) -> (i64, Option<i64>) {
        match self {
            // A tablet of the class goes from hand to hand: a break is survived, a change of class is not, nor the night.
            Self::Pupil => (2 * HOUR, Some(12 * HOUR)),
            Self::Wall => (HOUR / 3, Some(3 * HOUR)),
            // The computer of the staff room or of the kitchen: what the morning opened, the next morning does not find.
            Self::Visit => (12 * HOUR, Some(14 * HOUR)),
            // A telephone that locks by itself: a family that looks once a month need not sign in each time.
            Self::Device => (30 * DAY, None),
            // Every school hangs on it: a working day, whatever was asked.
            Self::Administrator => (8 * HOUR, Some(12 * HOUR)),
        }
    }

    /// How long the browser keeps the cookie, in seconds; without a number, until it is closed.
    pub const fn kept_seconds(self) -> Option<i64> {
        match self {
            Self::Device => Some(self.limits().0),
            Self::Pupil | Self::Wall | Self::Visit | Self::Administrator => None,
        }
    }

    /// How long a session rests unused before it has ended, in seconds.
    pub const fn rest_seconds(self) -> i64 {
        self.limits().0
    }

    fn ends_at(self, begun: Moment, now: Moment) -> Moment {
        let (rest, whole) = self.limits();
        let rested = now.plus_seconds(rest);
        whole.map_or(rested, |whole| rested.min(begun.plus_seconds(whole)))
    }
}

/// `seen_at` is written at most this often: a page view must not be a write. A wall does not wait longer than twice that.
const SEEN_EVERY_SECONDS: i64 = 600;

/// How long a fresh proof lasts: long enough to send what one was about to, too short for a browser found open.
const PROVED_SECONDS: i64 = 15 * 60;

/// A session.
#[derive(Debug, Clone, FromRow)]
pub struct Session {
    /// SHA-256 of the token.
    pub token: Vec<u8>,
    /// Whose it is.
    pub account_id: AccountId,
    /// The browser and system, in a few words.
    pub device: String,
    /// How long it lives.
    pub stay: Stay,
    /// By which door it began.
    pub door: Door,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to ten minutes.
    pub seen_at: Moment,
    /// When its owner last showed being there by more than the password.
    pub proved_at: Option<Moment>,
    /// Whether it began with an activation code, handed over by the school.
    pub vouched: bool,
    /// Version of the charter its account accepted last.
    pub charter: i64,
    /// In which wording.
    pub charter_audience: Option<String>,
    /// Whether its account has a second factor.
    pub second_factor: bool,
}

/// One list of columns for the two ways sessions are found. A telephone is the child's as long as whoever lent it is still
/// responsible for the child, in an account that is open: a link that ends, by a delivery or by hand, ends it at once.
macro_rules! select_session {
    ($condition:literal) => {
        concat!(
            "select s.token, s.account_id, s.device, s.stay, s.door, s.created_at, s.seen_at, s.proved_at, ",
            "s.vouched_at is not null as vouched, a.charter, a.charter_audience, a.totp is not null as second_factor ",
            "from session s join account a on a.id = s.account_id where (s.lent_by is null or exists (select 1 ",
            "from account l join account_person h on h.account_id = l.id ",
            "join person w on w.id = h.person_id and w.gone_at is null ",
            "join guardianship g on g.adult_id = w.id and g.until is null ",
            "join account_person c on c.person_id = g.child_id and c.account_id = s.account_id ",
            "where l.id = s.lent_by and l.blocked_at is null)) and ",
            $condition
        )
    };
}

/// What begins the token of a session the code of a family opened.
const AT_HOME: &str = "maison.";

/// Whether a token was given to a child who typed the code of the family. The browser still holds it once the session has ended:
/// such a child begins anew at that door, not at that of adults.
pub fn began_at_home(token: &str) -> bool {
    token.starts_with(AT_HOME)
}

/// Begins a session and returns the token for the cookie; those of the account that have ended are forgotten.
///
/// # Errors
/// A fault of the database.
pub async fn begin(tx: &mut Tx, account: AccountId, device: &str, stay: Stay) -> Result<String> {
    begin_by(tx, account, device, stay, Door::Password).await
}

/// Begins a session by another door than a password; returns the token for the cookie.
///
/// # Errors
/// A fault of the database.
pub async fn begin_by(tx: &mut Tx, account: AccountId, device: &str, stay: Stay, door: Door) -> Result<String> {
    let secret = BASE64URL_NOPAD.encode(&tx.ambient().dice.bytes::<32>());
    let token = if door == Door::Home { format!("{AT_HOME}{secret}") } else { secret };
    let now = tx.now();
    tx.change("delete from session where account_id = $1 and ends_at <= $2", args![account, now]).await?;
    tx.change(
        "insert into session (token, account_id, device, stay, door, created_at, seen_at, ends_at) \
         values ($1, $2, $3, $4, $5, $6, $6, $7)",
        args![digest(&token), account, device, stay, door, now, stay.ends_at(now, now)],
    )
    .await?;
    Ok(token)
}

/// The living session of a token.
///
/// # Errors
/// A fault of the database.
pub async fn find(tx: &mut Tx, token: &str) -> Result<Option<Session>> {
    tx.first(
        select_session!("s.token = $1 and s.ends_at > $2 and a.blocked_at is null"),
        args![digest(token), tx.now()],
    )
    .await
}

impl Session {
    /// Whether its account accepted the wording of the charter for its viewer, in its version in force, or need not: a child of the
    /// first cycle cannot read it, and comes in by narrow doors because an adult who did opened them. The class reads it aloud, the
    /// family accepted its own.
    pub fn accepted(&self, viewer: &Viewer) -> bool {
        if self.door.is_narrow() && viewer.is_of_first_cycle() {
            return true;
        }
        let audience = Audience::of_viewer(viewer);
        self.charter_audience.as_deref() == Some(audience.as_str()) && self.charter >= audience.version()
    }

    /// Whether its owner showed being there a short while ago. What could harm many people asks for it.
    pub fn is_proved(&self, now: Moment) -> bool {
        self.proved_at.is_some_and(|at| at.plus_seconds(PROVED_SECONDS) > now)
    }

    /// Whether what its owner adds to the account shows at once that the owner is there: the password alone may be stolen.
    pub fn is_trusted(&self, now: Moment) -> bool {
        self.vouched || self.is_proved(now)
    }

    /// Whether the last use should be noted again.
    pub fn is_stale(&self, now: Moment) -> bool {
        self.seen_at.plus_seconds(SEEN_EVERY_SECONDS) < now
    }

    /// Notes that the session is in use, and lets it live on.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn touch(&self, tx: &mut Tx) -> Result<()> {
        let now = tx.now();
        tx.change(
            "update session set seen_at = $2, ends_at = $3 where token = $1",
            args![self.token.clone(), now, self.stay.ends_at(self.created_at, now)],
        )
        .await
    }
}

/// The living sessions of an account, the last used first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Vec<Session>> {
    tx.all(select_session!("s.account_id = $1 and s.ends_at > $2 order by s.seen_at desc"), args![account, tx.now()])
        .await
}

/// Notes that the owner of a session has just shown being there by more than the password.
///
/// # Errors
/// A fault of the database.
pub async fn prove(tx: &mut Tx, account: AccountId, token: &[u8]) -> Result<()> {
    let now = tx.now();
    tx.change("update session set proved_at = $3 where account_id = $1 and token = $2", args![account, token, now])
        .await
}

/// Notes that a session began with an activation code.
///
/// # Errors
/// A fault of the database.
pub async fn vouch(tx: &mut Tx, account: AccountId, token: &[u8]) -> Result<()> {
    let now = tx.now();
    tx.change("update session set vouched_at = $3 where account_id = $1 and token = $2", args![account, token, now])
        .await
}

/// Ends one session of an account.
///
/// # Errors
/// A fault of the database.
pub async fn end(tx: &mut Tx, account: AccountId, token: &[u8]) -> Result<()> {
    tx.change("delete from session where account_id = $1 and token = $2", args![account, token]).await
}

/// Ends every session of an account but one: after a change of password, or at the owner's wish.
///
/// # Errors
/// A fault of the database.
pub async fn end_others(tx: &mut Tx, account: AccountId, kept: &[u8]) -> Result<()> {
    tx.change("delete from session where account_id = $1 and token <> $2", args![account, kept]).await
}

/// Ends the sessions of an account that began by a door: its badge was lost, the code of the family is another.
///
/// # Errors
/// A fault of the database.
pub async fn end_by_door(tx: &mut Tx, account: AccountId, door: Door) -> Result<()> {
    tx.change("delete from session where account_id = $1 and door = $2", args![account, door]).await
}

/// Ends every session of an account: its password was forgotten, or a new code was given.
///
/// # Errors
/// A fault of the database.
pub async fn end_all(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.change("delete from session where account_id = $1", args![account]).await
}

/// What is stored of a token: a thief of the database cannot sign in with it.
pub fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
