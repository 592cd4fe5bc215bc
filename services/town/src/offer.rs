//! Offers: what a commune holds open around the school day, and until when one registers for it.

use crate::{charge, clock, served::Served};
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use jiff::civil::{DateTime, Time};
use school::{SchoolId, Viewer};

pub use crate::{
    offer_change::{change, create, end},
    offer_draft::{OfferDraft, typed},
    offer_kind::OfferKind,
};

id! {
    /// An offer.
    OfferId
}

/// An offer.
#[derive(Debug, Clone, FromRow)]
pub struct Offer {
    /// The offer.
    pub id: OfferId,
    /// The scope of those who run it.
    pub scope: String,
    /// The school whose children it is for.
    pub school_id: SchoolId,
    /// What it is.
    pub kind: OfferKind,
    /// Its own name, when it has one.
    pub name: String,
    /// When it is open.
    pub hours: String,
    /// Where.
    pub place: String,
    /// Whom to ask.
    pub contact: String,
    /// Where one registers, on another site.
    pub link: String,
    /// The day of the week until which one registers, 1 for Monday.
    pub weekday: Option<i64>,
    /// The hour until which one registers.
    pub closes_at: Option<String>,
}

/// One list of columns for the ways offers are found.
macro_rules! select_offers {
    ($condition:literal) => {
        concat!(
            "select id, scope, school_id, kind, name, hours, place, contact, link, weekday, closes_at from town_offer where ",
            $condition
        )
    };
}

impl Offer {
    /// An offer, for those who run it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else, and for one that has ended.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: OfferId) -> Result<Self> {
        let offer: Self = tx.one(select_offers!("id = $1 and ended_at is null"), args![id]).await?;
        if charge::runs(viewer, &offer.scope) { Ok(offer) } else { Err(Error::NotFound) }
    }

    /// What it is called: its name, else its kind.
    pub fn title(&self) -> String {
        if self.name.is_empty() { self.kind.word() } else { self.name.clone() }
    }

    /// Until when one registers next.
    pub fn deadline(&self, now: Moment) -> Option<DateTime> {
        let at: Time = self.closes_at.as_deref()?.parse().ok()?;
        clock::next(self.weekday?, at, now)
    }
}

/// The offers somebody runs in a scope, by school and kind.
///
/// # Errors
/// A fault of the database.
pub async fn of_scope(tx: &mut Tx, scope: &str) -> Result<Vec<Offer>> {
    tx.all(select_offers!("scope = $1 and ended_at is null order by school_id, kind, name, id"), args![scope]).await
}

/// The offers of the schools of a reader, given there by those who run the school today.
///
/// # Errors
/// A fault of the database.
pub async fn read_by(tx: &mut Tx, schools: &[Served]) -> Result<Vec<Offer>> {
    let ids = id_list(schools.iter().map(|it| it.id));
    let offers: Vec<Offer> = tx
        .all(
            select_offers!(
                "school_id in (select unhex(value) from json_each($1)) and ended_at is null order by kind, name, id"
            ),
            args![ids],
        )
        .await?;
    let is_run = |offer: &Offer| {
        schools.iter().any(|school| school.id == offer.school_id && school.scopes.contains(&offer.scope))
    };
    Ok(offers.into_iter().filter(is_run).collect())
}
