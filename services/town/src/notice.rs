//! Notices of a commune to the families of its schools: a strike, a closure, an incident, a last day to register.

use crate::{W, strike::StrikeId};
use commons::{Kind, Level, Thing, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use richtext::Doc;
use school::{Right, SchoolId, Viewer};
use web::dates;

pub use crate::notice_kind::NoticeKind;

/// What notices are: whoever runs the commune manages them.
pub const KIND: Kind = Kind { name: "avis", managed_by: Some(Right::RunTown) };

/// A notice the viewer may see.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The thing it is.
    pub thing: Thing,
    /// The scope it comes from.
    pub scope: String,
    /// What it is about.
    pub kind: NoticeKind,
    /// Its text.
    pub body: Doc,
    /// The kinds of offers concerned, as their texts with a space between.
    pub offers: String,
    /// The first day concerned.
    pub first: Date,
    /// The last day concerned.
    pub last: Date,
    /// Why it did not wait for the hours, when it did not.
    pub urgent: Option<String>,
    /// When families see it; it may be to come.
    pub delivered_at: Moment,
    /// What stays open that day, when it tells of a strike.
    pub strike: Option<StrikeId>,
    /// Why it was withdrawn.
    pub withdrawn_reason: Option<String>,
    /// From whom it comes: « Commune · Montaubrac ».
    pub from: String,
    /// The schools it is for.
    pub schools: Vec<(SchoolId, String)>,
}

#[derive(FromRow)]
struct Row {
    scope: String,
    kind: NoticeKind,
    body: String,
    offers: String,
    first_day: String,
    last_day: String,
    urgent: Option<String>,
    delivered_at: Moment,
    strike_id: Option<StrikeId>,
    withdrawn_reason: Option<String>,
    place: String,
}

impl Notice {
    /// Reads a notice when the viewer may do `needed` with it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent, withdrawn or hidden from the viewer; [`Error::Forbidden`] when it is seen but
    /// the level is not enough.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId, needed: Level) -> Result<Self> {
        let thing = Thing::load(tx, viewer, &KIND, id, needed).await?;
        let row: Row = tx
            .one(
                "select n.scope, n.kind, n.body, n.offers, n.first_day, n.last_day, n.urgent, n.delivered_at, n.strike_id, \
                 n.withdrawn_reason, coalesce(t.from_label, '') as place from town_notice n \
                 join thing t on t.id = n.thing_id where n.thing_id = $1",
                args![id],
            )
            .await?;
        let schools = tx
            .all(
                "select s.id, s.name from town_notice_school n join school s on s.id = n.school_id \
                 where n.thing_id = $1 order by s.sort_key, s.id",
                args![id],
            )
            .await?;
        Self::of(thing, row, schools)
    }

    fn of(thing: Thing, row: Row, schools: Vec<(SchoolId, String)>) -> Result<Self> {
        Ok(Self {
            thing,
            scope: row.scope,
            kind: row.kind,
            body: richtext::parse(&row.body).map_err(Error::fault)?,
            offers: row.offers,
            first: row.first_day.parse().map_err(Error::fault)?,
            last: row.last_day.parse().map_err(Error::fault)?,
            urgent: row.urgent,
            delivered_at: row.delivered_at,
            strike: row.strike_id,
            withdrawn_reason: row.withdrawn_reason,
            from: row.place,
            schools,
        })
    }

    /// Whether the viewer sent it or one of those who run the commune with them.
    pub fn is_managed(&self) -> bool {
        self.thing.level == Level::Manage
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.thing.id)
    }
}

/// « jeudi 8 octobre », « du jeudi 8 octobre au vendredi 9 octobre ».
pub fn days(first: Date, last: Date) -> String {
    match first == last {
        true => dates::long_day(first),
        false => W.from_to(dates::long_day(first), dates::long_day(last)),
    }
}
