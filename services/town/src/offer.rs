//! Offers: what a commune holds open around the school day, and until when one registers for it.

use crate::{
    W,
    charge::{self, Charge},
    clock,
    fields::Fields,
    served::Served,
};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id, id_list};
use jiff::civil::{DateTime, Time};
use school::{School, SchoolId, Viewer, text_enum};

id! {
    /// An offer.
    OfferId
}

text_enum! {
    /// What an offer is.
    OfferKind {
        /// Children are looked after before school.
        Morning = "garderie-matin",
        /// Children are looked after behind school.
        Evening = "garderie-soir",
        /// Children learn there what they must.
        Study = "etude",
        /// A centre of leisure tied to the school.
        Alae = "alae",
        /// The bus.
        Transport = "transport",
        /// The canteen.
        Canteen = "cantine",
    }
}

impl OfferKind {
    /// Its word.
    pub fn word(self) -> String {
        W.offer_kind(self.as_str())
    }
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
    #[sqlx(try_from = "String")]
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

/// What can be kept of a form.
#[derive(Debug)]
pub struct OfferDraft {
    kind: OfferKind,
    name: String,
    hours: String,
    place: String,
    contact: String,
    link: String,
    deadline: Option<(i64, String)>,
}

const LONGEST: usize = 200;

/// What was typed about an offer.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields) -> Result<OfferDraft> {
    let mut problems = Problems::default();
    let kind = OfferKind::try_from(fields.text("kind").to_owned()).ok();
    problems.require(kind.is_some(), "kind", W.offer_kind_missing());
    let mut text = |name: &'static str| fields.line(&mut problems, name, LONGEST, W.too_long());
    let (name, hours, place) = (text("name"), text("hours"), text("place"));
    let (contact, link) = (text("contact"), text("link"));
    problems.require(!hours.is_empty(), "hours", W.offer_hours_missing());
    problems.require(link.is_empty() || is_site(&link), "link", W.offer_link_wrong());
    let deadline = deadline(fields, &mut problems);
    match kind {
        Some(kind) => problems.or(OfferDraft { kind, name, hours, place, contact, link, deadline }),
        None => Err(Error::Invalid(problems)),
    }
}

/// A day and an hour, both or none.
fn deadline(fields: &Fields, problems: &mut Problems) -> Option<(i64, String)> {
    let (day, at) = (fields.text("weekday"), fields.text("closes"));
    if day.is_empty() && at.is_empty() {
        return None;
    }
    let weekday = day.parse::<i64>().ok().filter(|day| (1..=7).contains(day));
    let time = at.parse::<Time>().ok();
    problems.require(weekday.is_some() && time.is_some(), "closes", W.offer_deadline_wrong());
    weekday.zip(time).map(|(weekday, time)| (weekday, format!("{:02}:{:02}", time.hour(), time.minute())))
}

/// Whether a text is the address of a site that is read in safety: `https` and a host with a dot, nothing to deceive.
fn is_site(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let letters = host.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-'));
    let whole = link.chars().all(|it| !it.is_whitespace() && !it.is_control() && it != '\\');
    letters && whole && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

/// Adds an offer for some schools: one for each, so that each goes its own way.
///
/// # Errors
/// [`Error::Invalid`] beside `ecoles` when no school was chosen; a fault of the database.
pub async fn create(tx: &mut Tx, charge: &Charge, schools: &[&School], draft: &OfferDraft) -> Result<()> {
    if schools.is_empty() {
        return Err(Error::invalid("ecoles", W.choose_school()));
    }
    for school in schools {
        let (id, now): (OfferId, _) = (tx.id(), tx.now());
        tx.run(
            "insert into town_offer (id, scope, school_id, kind, name, hours, place, contact, link, weekday, closes_at, \
             changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            args![
                id,
                charge.scope.to_string(),
                school.id,
                draft.kind,
                &draft.name,
                &draft.hours,
                &draft.place,
                &draft.contact,
                &draft.link,
                draft.deadline.as_ref().map(|it| it.0),
                draft.deadline.as_ref().map(|it| it.1.as_str()),
                now
            ],
        )
        .await?;
    }
    Ok(())
}

/// Changes an offer.
///
/// # Errors
/// A fault of the database.
pub async fn change(tx: &mut Tx, offer: &Offer, draft: &OfferDraft) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update town_offer set kind = $3, name = $4, hours = $5, place = $6, contact = $7, link = $8, weekday = $9, \
         closes_at = $10, changed_at = $11 where id = $1 and school_id = $2",
        args![
            offer.id,
            offer.school_id,
            draft.kind,
            &draft.name,
            &draft.hours,
            &draft.place,
            &draft.contact,
            &draft.link,
            draft.deadline.as_ref().map(|it| it.0),
            draft.deadline.as_ref().map(|it| it.1.as_str()),
            now
        ],
    )
    .await
    .map(drop)
}

/// Ends an offer.
///
/// # Errors
/// A fault of the database.
pub async fn end(tx: &mut Tx, offer: &Offer) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update town_offer set ended_at = $3 where id = $1 and school_id = $2 and ended_at is null",
        args![offer.id, offer.school_id, now],
    )
    .await
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::is_site;

    #[test]
    fn a_link_leads_to_a_site_read_in_safety() {
        for fine in ["https://famille.example.fr", "https://www.example.fr/portail?x=1#y"] {
            assert!(is_site(fine), "{fine}");
        }
        for wrong in [
            "http://famille.example.fr",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://moi@example.fr",
            "https://example.fr:8080/",
            "https://exa mple.fr",
            "//example.fr",
        ] {
            assert!(!is_site(wrong), "{wrong}");
        }
    }
}
