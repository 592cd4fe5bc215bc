//! The departure of a child as the adults responsible know it: they are told at once, and say what becomes of what the child gave to
//! others; a pupil who does not read yet is not asked.

use super::say;
use crate::W;
use commons::audit::{self, Action};
use db::{Day, FromRow, Moment, Result, Tx, args, id_list};
use jiff::civil::Date;
use school::{
    PersonId, PersonKind, Viewer,
    past::{self, PastSeat},
    viewer::or_not_found,
};
use web::dates;

/// A child of the viewer who left and is not erased yet.
#[derive(Debug, Clone, FromRow)]
pub struct LeftChild {
    /// The child.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// When the child left.
    pub gone_at: Moment,
    school: Option<String>,
    /// Whether the viewer still reads what was published there for the child.
    #[sqlx(skip)]
    reads: bool,
    /// Whether the viewer still reads what was published for the child, there or in a school of before.
    #[sqlx(skip)]
    has_past: bool,
    has_account: bool,
    closes_on: Option<Day>,
    erases_on: Option<Day>,
    /// What was chosen: what the child gave to others stays, without a name, or goes.
    pub stays: Option<bool>,
}

// Who was no more responsible when the child left is told nothing.
const CHILDREN: &str = "\
select p.id, p.first_name, p.gone_at, \
    (select s.name from member m join circle c on c.id = m.circle_id and c.kind = 'school' \
        join school s on s.id = c.school_id where m.person_id = p.id and m.role = 'pupil' \
        order by coalesce(m.until, 9000000000000000) desc, m.since desc, c.id limit 1) as school, \
    d.account_id is not null as has_account, d.closes_on, d.erases_on, d.stays \
from person p left join departure d on d.person_id = p.id \
where p.gone_at is not null and p.erased_at is null and p.merged_into is null \
and p.id in (select g.child_id from guardianship g join person k on k.id = g.child_id \
    where g.adult_id in (select unhex(value) from json_each($1)) and coalesce(g.until, k.gone_at) >= k.gone_at) \
order by p.gone_at desc, p.first_name, p.id";

/// The children of the viewer who left, the last first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<LeftChild>> {
    let adults: Vec<PersonId> =
        viewer.people.iter().filter(|me| me.kind == PersonKind::Guardian).map(|me| me.id).collect();
    if adults.is_empty() {
        return Ok(Vec::new());
    }
    let mut children: Vec<LeftChild> = tx.all(CHILDREN, args![id_list(adults)]).await?;
    if children.is_empty() {
        return Ok(children);
    }
    // Links that ended with the departure lead no more to what was published, and a stay may have been too short to count.
    let seats = past::seats(tx, viewer).await?;
    for child in &mut children {
        let of_school = |it: &PastSeat| child.school.as_ref().is_none_or(|school| *school == it.school_name);
        let own = || seats.iter().filter(|it| it.child == Some(child.id));
        (child.reads, child.has_past) = (own().any(of_school), own().next().is_some());
    }
    Ok(children)
}

/// Keeps what an adult responsible chose for a child. It can be changed until the child is erased; the last word stands.
///
/// # Errors
/// [`db::Error::NotFound`] for no child of the viewer, or one whose days are not noted; a fault of the database.
pub async fn choose(tx: &mut Tx, viewer: &Viewer, child: PersonId, stays: bool) -> Result<()> {
    or_not_found(of(tx, viewer).await?.iter().any(|it| it.id == child))?;
    let now = tx.now();
    or_not_found(tx.changed_rows(CHOOSE, args![child, stays, now]).await? > 0)?;
    let detail = if stays { "stay" } else { "go" };
    audit::write(tx, Some(viewer.account), Action::ContributionsChosen, Some(child.to_string()), Some(detail)).await
}

const CHOOSE: &str = "\
update departure set stays = $2, answered_at = $3 where person_id in (select d.person_id from departure d where d.person_id = $1 \
union select o.person_id from departure d join departure o on o.account_id = d.account_id where d.person_id = $1)";

impl LeftChild {
    /// Whether the days of the departure are noted.
    pub fn is_noted(&self) -> bool {
        self.erases_on.is_some()
    }

    /// The day the child is erased, once noted.
    pub fn erases(&self) -> Option<Date> {
        self.erases_on.as_ref().and_then(Day::date)
    }

    /// « Éloïse a quitté l’école Les Tilleuls le 24 novembre 2026. »
    pub(crate) fn left(&self) -> String {
        let day = dates::date(self.gone_at.day());
        match &self.school {
            Some(school) => W.child_left_school(&self.first_name, school, day),
            None => W.child_left(&self.first_name, day),
        }
    }

    /// Whether the adult still reads something of the child, in the school left or in one of before.
    pub(crate) fn has_past(&self) -> bool {
        self.has_past
    }

    /// What the adult still reads, and until when.
    pub(crate) fn readable(&self) -> Option<String> {
        self.reads.then(|| match self.erases() {
            Some(erases) => W.child_reads(dates::date(erases)),
            None => W.child_reads_for_now().to_owned(),
        })
    }

    /// Until when the account of the child opens, and when all is erased.
    pub(crate) fn days(&self) -> String {
        let day = |day: &Day| day.date().map(dates::date).unwrap_or_default();
        match (&self.closes_on, &self.erases_on) {
            (Some(closes), Some(erases)) if self.has_account => W.child_days(day(closes), day(erases)),
            (_, Some(erases)) => W.child_erased(day(erases)),
            (_, None) => W.child_days_tomorrow().to_owned(),
        }
    }

    /// All of it in one breath, for the pages of others.
    pub(crate) fn told(&self) -> String {
        let asked = (self.is_noted() && self.stays.is_none()).then(|| W.child_asked().to_owned());
        say([Some(self.left()), self.readable(), asked])
    }
}
