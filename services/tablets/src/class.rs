//! A class as its teacher opens its doors: its pupils, whether the charter was read, whether badges are let in.

use crate::pair::{self, Pair};
use commons::audit::{self, Action};
use db::{Day, Error, FromRow, Moment, Result, Tx, args};
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, Viewer, account,
    charter::{self, Audience},
    person::Name,
    viewer::or_not_found,
};

/// For how long badges are let in beside the devices of the class.
const WINDOW_SECONDS: i64 = 3600;

/// A class whose doors the viewer opens.
#[derive(Debug, Clone)]
pub(crate) struct Class {
    /// The class.
    pub(crate) circle: Circle,
    /// The day the charter was read in it.
    pub(crate) charter_on: Option<Day>,
    /// Until when badges are let in.
    pub(crate) badges_until: Option<Moment>,
}

/// A pupil of a class, with what opens the wall for them.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Pupil {
    /// The pupil.
    pub(crate) id: PersonId,
    /// First name.
    pub(crate) first_name: String,
    /// Last name.
    pub(crate) last_name: String,
    /// Level code (MEFSTAT4, interfaces.md §1.8).
    pub(crate) level: Option<String>,
    /// By which lists are sorted.
    pub(crate) sort_key: String,
    /// The animal that was chosen.
    pub(crate) animal: Option<String>,
    /// Until when the three pictures are good.
    pub(crate) pictures_until: Option<Moment>,
    /// Until when nobody tries pictures.
    pub(crate) locked_until: Option<Moment>,
    /// Since when the pupil has a badge that is good.
    pub(crate) badge_at: Option<Moment>,
    /// When a phrase was last given.
    pub(crate) phrase_at: Option<Moment>,
    /// What stands for the pupil on the wall; handed out by [`pupils`].
    #[sqlx(skip)]
    pub(crate) pair: Pair,
}

impl Class {
    /// The class a viewer opens the doors of.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when the viewer does not.
    pub(crate) async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let circle = Circle::load(tx, id).await?;
        let runs = viewer.may_in(Right::RunTablets, id, circle.school_id);
        or_not_found(circle.kind == CircleKind::Class && runs)?;
        let row: Option<(Option<Day>, Option<Moment>)> = tx
            .first(
                "select charter_on, badges_until from tablet_class where circle_id = $1 and school_id = $2",
                args![id, circle.school_id],
            )
            .await?;
        let (charter_on, badges_until) = row.unwrap_or_default();
        Ok(Self { badges_until: badges_until.filter(|until| *until > tx.now()), circle, charter_on })
    }

    /// One of its pages: `/codes`.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/classes/{}{rest}", self.circle.id)
    }

    /// Whether that is today: nothing more is to be noted.
    pub(crate) fn read_today(&self, now: Moment) -> bool {
        self.charter_on == Some(Day::from(now.day()))
    }

    /// Notes that the charter was read aloud today, and accepts it for the pupils who were there.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn read_charter(&self, tx: &mut Tx, viewer: &Viewer) -> Result<()> {
        for pupil in pupils(tx, self.circle.id).await? {
            let account = account::open_for(tx, &pupil.name()).await?;
            // An entry of a child may be held by somebody else's account: nobody accepts for an adult.
            if Viewer::load(tx, account).await?.profile() == school::Profile::Pupil {
                charter::accept(tx, account, Audience::Pupils).await?;
            }
        }
        let today = Day::from(tx.now().day());
        tx.change(
            "insert into tablet_class (circle_id, school_id, charter_on, charter_by) values ($1, $2, $3, $4) \
             on conflict (circle_id) do update set charter_on = excluded.charter_on, charter_by = excluded.charter_by \
             where tablet_class.school_id = excluded.school_id",
            args![self.circle.id, self.circle.school_id, today, viewer.account],
        )
        .await?;
        let detail = format!("version {}", Audience::Pupils.version());
        self.journal(tx, viewer, Action::CharterReadInClass, &detail).await
    }

    /// Lets badges in for an hour, or no longer.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn let_badges_in(&self, tx: &mut Tx, viewer: &Viewer, open: bool) -> Result<()> {
        let until = open.then(|| tx.now().plus_seconds(WINDOW_SECONDS));
        tx.change(
            "insert into tablet_class (circle_id, school_id, badges_until) values ($1, $2, $3) \
             on conflict (circle_id) do update set badges_until = excluded.badges_until \
             where tablet_class.school_id = excluded.school_id",
            args![self.circle.id, self.circle.school_id, until],
        )
        .await?;
        self.journal(tx, viewer, Action::BadgesOpened, if open { "open" } else { "closed" }).await
    }

    /// Keeps in the journal what was done to the class.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn journal(&self, tx: &mut Tx, viewer: &Viewer, action: Action, detail: &str) -> Result<()> {
        audit::write(tx, Some(viewer.account), action, Some(self.circle.id.to_string()), Some(detail)).await
    }
}

/// The pupils of a class, by level then by name. For whoever loaded the class, or stands before one of its devices.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn pupils(tx: &mut Tx, class: CircleId) -> Result<Vec<Pupil>> {
    let now = tx.now();
    let mut pupils: Vec<Pupil> = tx.all(PUPILS, args![class, now]).await?;
    pair::hand_out(&mut pupils);
    // Those without a level come last, on both databases.
    pupils.sort_by(|one, other| one.place().cmp(&other.place()));
    Ok(pupils)
}

/// One pupil of a class.
///
/// # Errors
/// [`Error::NotFound`] when nobody of the class has this identifier.
pub(crate) async fn pupil(tx: &mut Tx, class: CircleId, id: PersonId) -> Result<Pupil> {
    pupils(tx, class).await?.into_iter().find(|pupil| pupil.id == id).ok_or(Error::NotFound)
}

const PUPILS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.level, p.sort_key, t.animal, t.pictures_until, t.locked_until, t.phrase_at, \
(select max(b.given_at) from tablet_badge b where b.person_id = p.id and b.until > $2) as badge_at \
from member m join circle c on c.id = m.circle_id and c.until is null \
join person p on p.id = m.person_id and p.gone_at is null \
left join tablet_pupil t on t.person_id = p.id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2)";

impl Pupil {
    fn place(&self) -> (bool, Option<&str>, &str, PersonId) {
        (self.level.is_none(), self.level.as_deref(), &self.sort_key, self.id)
    }

    /// The name, as accounts are opened with.
    pub(crate) fn name(&self) -> Name {
        Name { id: self.id, first_name: self.first_name.clone(), last_name: self.last_name.clone() }
    }

    /// Whether one tap is enough: the youngest, whose teacher stands beside them.
    pub(crate) fn is_free(&self) -> bool {
        matches!(self.level.as_deref(), Some("1110" | "1111" | "1112"))
    }

    /// Whether a phrase can be read and typed: from CE2.
    pub(crate) fn types_phrases(&self) -> bool {
        matches!(self.level.as_deref(), Some("1123" | "1124" | "1125"))
    }

    /// Whether the pupil is of the first cycle: larger pages.
    pub(crate) fn is_small(&self) -> bool {
        self.is_free() || self.level.as_deref() == Some("1113")
    }

    /// Whether three pictures open the wall now.
    pub(crate) fn has_pictures(&self, now: Moment) -> bool {
        self.pictures_until.is_some_and(|until| until > now)
    }

    /// Whether nobody tries pictures now.
    pub(crate) fn is_locked(&self, now: Moment) -> bool {
        self.locked_until.is_some_and(|until| until > now)
    }

    /// The animal that stands for the pupil.
    pub(crate) fn animal(&self) -> &'static str {
        self.pair.animal()
    }
}
