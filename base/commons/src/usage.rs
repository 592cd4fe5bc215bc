//! What is measured of the use of pages (domain.md §5): who opened a page of which service, where, on what kind of device.
//!
//! Nothing leaves the house, nothing is put into the browser. A page leaves a [`Hit`] in memory; the indicators write them by
//! the batch, under pseudonyms that change each week and cannot be worked out again once the week is counted.

use db::{Moment, Uuid};
use hmac::{Hmac, KeyInit, Mac};
use school::{AccountId, PersonKind, Profile, Role, Territory, Viewer, text_enum};
use sha2::Sha256;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

text_enum! {
    /// As whom somebody is counted. The municipal staff is kept apart here, though the national layout knows it not.
    UsedBy {
        /// A pupil.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Guardian = "guardian",
        /// A teacher; a head is one.
        Teacher = "teacher",
        /// Other staff of schools: AESH, psychologists.
        Staff = "staff",
        /// Those a commune employs, in its schools or at the town hall.
        Town = "town",
        /// Those who run the scheme: académie, circonscriptions, help desk.
        Office = "office",
    }
}

text_enum! {
    /// What kind of device a page was opened on.
    Device {
        /// A computer.
        Computer = "computer",
        /// A telephone.
        Phone = "phone",
        /// A tablet.
        Tablet = "tablet",
        /// Nothing of these, or nothing said.
        Other = "other",
    }
}

impl Device {
    /// The kind of device a browser says it runs on. Nothing finer is read: no version, no system.
    pub fn of(user_agent: &str) -> Self {
        let agent = user_agent.to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| agent.contains(word));
        if says(&["bot", "crawler", "spider", "smart-tv", "smarttv", "playstation", "nintendo", "xbox"]) {
            return Self::Other;
        }
        // A tablet of Android is one that does not say « mobile ».
        if says(&["ipad", "tablet", "kindle", "silk/"]) || (says(&["android"]) && !says(&["mobile"])) {
            return Self::Tablet;
        }
        if says(&["iphone", "ipod", "android", "windows phone", "mobile"]) {
            return Self::Phone;
        }
        if says(&["windows nt", "macintosh", "cros ", "x11", "linux"]) {
            return Self::Computer;
        }
        Self::Other
    }
}

/// A page somebody opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// When.
    pub at: Moment,
    /// Who: in memory only, never written.
    pub account: AccountId,
    /// Where they are counted: `school:…` for whoever sits in a school, the scope of their task for others.
    pub place: String,
    /// As whom.
    pub profile: UsedBy,
    /// The label of the service.
    pub service: &'static str,
    /// On what.
    pub device: Device,
}

impl Hit {
    /// The hit of a viewer; none for whoever sits nowhere and has no task.
    ///
    /// A user of several schools counts in the first one where they are what they are counted as: a teacher whose children go
    /// to another school counts in the one they teach in.
    pub fn of(viewer: &Viewer, at: Moment, service: &'static str, device: Device) -> Option<Self> {
        let profile = used_by(viewer);
        let own = viewer.seats.iter().find(|seat| counted_as(seat.role) == profile);
        let seat = own.or_else(|| viewer.seats.first());
        let place = match seat {
            Some(seat) => Territory::School(seat.school).to_string(),
            None => viewer.grants.first()?.scope.clone(),
        };
        Some(Self { at, account: viewer.account, place, profile, service, device })
    }
}

fn used_by(viewer: &Viewer) -> UsedBy {
    match viewer.profile() {
        Profile::Pupil => UsedBy::Pupil,
        Profile::Guardian => UsedBy::Guardian,
        // Pages are laid out alike for an AESH and for somebody the commune employs; they are counted apart.
        Profile::Staff if viewer.people.iter().all(|me| me.kind != PersonKind::Staff) => UsedBy::Town,
        Profile::Staff => UsedBy::Staff,
        Profile::Teacher | Profile::Head => UsedBy::Teacher,
        Profile::Town => UsedBy::Town,
        Profile::Administrator => UsedBy::Office,
    }
}

fn counted_as(role: Role) -> UsedBy {
    match role {
        Role::Pupil => UsedBy::Pupil,
        Role::Guardian => UsedBy::Guardian,
        Role::Teacher | Role::Head => UsedBy::Teacher,
        Role::Staff => UsedBy::Staff,
        Role::TownAgent | Role::TownEditor | Role::TownOfficer => UsedBy::Town,
        Role::AcademyAdmin | Role::DistrictAdmin | Role::DistrictAdviser | Role::HelpAgent | Role::DataOfficer => {
            UsedBy::Office
        }
    }
}

/// Hits wait here until they are written, at most so many: a page is never slowed down for being counted.
const MOST_WAITING: usize = 20_000;

/// The hits that wait to be written, as this node knows them. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Usage(Arc<Mutex<Waiting>>);

/// Hits, and how many more there was no room for.
#[derive(Debug, Default)]
pub struct Waiting {
    /// The hits, oldest first.
    pub hits: Vec<Hit>,
    /// How many were not kept.
    pub missed: u64,
}

impl Usage {
    /// Keeps a hit, or counts it as missed when too many wait.
    pub fn note(&self, hit: Hit) {
        let mut waiting = self.waiting();
        match waiting.hits.len() < MOST_WAITING {
            true => waiting.hits.push(hit),
            false => waiting.missed += 1,
        }
    }

    /// Takes all that waits.
    pub fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting())
    }

    /// Gives back what could not be written: it comes before what was kept since, as far as there is room.
    pub fn give_back(&self, mut taken: Waiting) {
        let mut waiting = self.waiting();
        taken.hits.append(&mut waiting.hits);
        let over = taken.hits.len().saturating_sub(MOST_WAITING);
        taken.hits.truncate(MOST_WAITING);
        taken.missed += waiting.missed + u64::try_from(over).unwrap_or(0);
        *waiting = taken;
    }

    // What a panic left is a list of hits like any other.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pseudonym of an account under the key of a week: 64 bits, enough to count a région without mixing two people up.
pub fn pseudonym(key: &[u8; 16], account: AccountId) -> i64 {
    let id: Uuid = account.into();
    let mut bytes = [0; 8];
    // A key of 16 bytes is always accepted; the zeros of the impossible case would count everybody as one.
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) {
        mac.update(id.as_bytes());
        bytes.copy_from_slice(&mac.finalize().into_bytes()[..8]);
    }
    i64::from_be_bytes(bytes)
}

/// The number a place has in the tables of the measure: it follows from its scope, so that nobody has to hand numbers out.
pub fn place_number(scope: &str) -> i64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&blake3::hash(scope.as_bytes()).as_bytes()[..8]);
    i64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_told_by_what_its_browser_says() {
        for (agent, device) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
                Device::Computer,
            ),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1.15", Device::Computer),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/126.0 Safari/537.36", Device::Computer),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", Device::Computer),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 Safari/604.1", Device::Phone),
            ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/126.0 Mobile Safari/537.36", Device::Phone),
            ("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/126.0 Safari/537.36", Device::Tablet),
            ("Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) Mobile/15E148 Safari/604.1", Device::Tablet),
            ("Googlebot/2.1 (+http://www.google.com/bot.html)", Device::Other),
            ("", Device::Other),
        ] {
            assert_eq!(Device::of(agent), device, "{agent}");
        }
    }

    fn hit(at: i64) -> Hit {
        let (account, profile, device) = (AccountId(Uuid::from_u128(1)), UsedBy::Pupil, Device::Other);
        Hit { at: Moment(at), account, place: "region".to_owned(), profile, service: "ACCUEIL", device }
    }

    #[test]
    fn too_many_hits_are_counted_and_not_kept() {
        let usage = Usage::default();
        for at in 0..20_003 {
            usage.note(hit(at));
        }
        let taken = usage.take();
        assert_eq!((taken.hits.len(), taken.missed), (MOST_WAITING, 3));
        usage.note(hit(30_000));
        usage.give_back(taken);
        let again = usage.take();
        assert_eq!((again.hits.len(), again.missed), (MOST_WAITING, 4));
        assert_eq!(again.hits.first().map(|it| it.at), Some(Moment(0)));
    }

    #[test]
    fn a_pseudonym_says_nothing_without_its_key() {
        let (one, other) = (AccountId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));
        assert_eq!(pseudonym(&[1; 16], one), pseudonym(&[1; 16], one));
        assert_ne!(pseudonym(&[1; 16], one), pseudonym(&[1; 16], other));
        assert_ne!(pseudonym(&[1; 16], one), pseudonym(&[2; 16], one));
    }
}
