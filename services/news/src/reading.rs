//! What opening a news notes, for the families of a class or a school: that they saw it, and that the notices about it are
//! read. Nothing is noted of the readers of a territory: a row for each would make its news cost what its people are.

use crate::{
    news::{KIND, News},
    scope::Scope,
};
use commons::{Level, ThingId, notification, receipt};
use db::{Error, FromRow, Result, Tx, args, id_list};
use school::{CircleKind, PersonId, Seat, Territory, Viewer};
use web::{Bearer, Reading, Reportable, dates};

/// A news has one version: opening it counts once, whatever changes afterwards.
const VERSION: i64 = 1;

/// What one opening of a news would note.
#[derive(Debug)]
pub struct Opening {
    /// Each child concerned with the adult who opens, where it is the first time.
    first_time: Vec<(PersonId, PersonId)>,
    /// The viewer's persons, when one of them has an unread notice about the news.
    told: Option<String>,
}

#[derive(FromRow)]
struct Opened {
    child_id: PersonId,
    adult_id: PersonId,
}

impl Opening {
    /// Looks what there is to note.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<Self> {
        let people = id_list(viewer.people.iter().map(|me| me.id));
        let first_time = first_time(tx, viewer, news, &people).await?;
        let unread = tx
            .count(
                "select count(*) as n from notification where thing_id = $2 and read_at is null \
                 and person_id in (select unhex(value) from json_each($1))",
                args![&people, news.thing.id],
            )
            .await?;
        Ok(Self { first_time, told: (unread > 0).then_some(people) })
    }

    /// Whether there is anything to write.
    pub fn is_new(&self) -> bool {
        !self.first_time.is_empty() || self.told.is_some()
    }

    /// Writes it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note(self, tx: &mut Tx, news: &News) -> Result<()> {
        for (child, adult) in self.first_time {
            receipt::opened(tx, news.thing.id, VERSION, child, adult).await?;
        }
        if let Some(people) = self.told {
            notification::mark_read(tx, people, news.thing.id).await?;
        }
        Ok(())
    }
}

/// The children for whom an adult of the viewer opens it for the first time.
async fn first_time(tx: &mut Tx, viewer: &Viewer, news: &News, people: &str) -> Result<Vec<(PersonId, PersonId)>> {
    let concerned = concerned(viewer, news);
    if concerned.is_empty() || !news.is_delivered(tx.now()) {
        return Ok(Vec::new());
    }
    let opened: Vec<Opened> = tx
        .all(
            "select child_id, adult_id from receipt where thing_id = $1 and version = $2 and opened_at is not null \
             and adult_id in (select unhex(value) from json_each($3))",
            args![news.thing.id, VERSION, people],
        )
        .await?;
    let is_new = |pair: &(PersonId, PersonId)| opened.iter().all(|it| (it.child_id, it.adult_id) != *pair);
    Ok(concerned.into_iter().filter(is_new).collect())
}

/// The viewer's children of the class or the school, each once with the person who is their adult.
fn concerned(viewer: &Viewer, news: &News) -> Vec<(PersonId, PersonId)> {
    let mut concerned: Vec<(PersonId, PersonId)> = Vec::new();
    if !news.publics.has_families() {
        return concerned;
    }
    for seat in viewer.seats.iter().filter(|seat| seat.kind == CircleKind::Families && is_within(seat, &news.scope)) {
        let Some(child) = seat.child else { continue };
        if !concerned.contains(&(child, seat.person)) {
            concerned.push((child, seat.person));
        }
    }
    concerned
}

fn is_within(seat: &Seat, scope: &Scope) -> bool {
    match scope {
        Scope::Class(class) => seat.of_circle == Some(*class),
        Scope::Territory(Territory::School(school)) => seat.school == *school,
        Scope::Territory(
            Territory::Region
            | Territory::Academy(_)
            | Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..),
        ) => false,
    }
}

/// How many families opened a news, for those who manage it; none where it is not counted.
///
/// # Errors
/// A fault of the database.
pub async fn reach(tx: &mut Tx, news: &News) -> Result<Option<i64>> {
    let counted = news.is_managed() && !news.scope.is_wide() && news.publics.has_families();
    if !counted || news.delivered_at.is_none_or(|at| at > tx.now()) {
        return Ok(None);
    }
    receipt::families_reached(tx, news.thing.id).await.map(Some)
}

/// A news the viewer reads, to be reported or looked at after a report; nothing for the kinds of others, nor for what is of
/// a territory: nobody in a school looks after it.
///
/// # Errors
/// [`Error::NotFound`] when the viewer does not read it; a fault of the database.
pub async fn reportable(tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<Option<Reportable>> {
    if kind != KIND.name {
        return Ok(None);
    }
    let news = News::load(tx, viewer, id, Level::See).await?;
    if news.scope.is_wide() {
        return Err(Error::NotFound);
    }
    let may_withdraw = news.is_managed() && news.is_delivered(tx.now());
    let withdrawal = may_withdraw.then(|| format!("{}/retrait", news.path()));
    Ok(Some(Reportable { thing: news.thing, withdrawal, look: None }))
}

/// A news for the bearer of a signed link, who may read it now.
///
/// # Errors
/// A fault of the database.
pub async fn by_link(tx: &mut Tx, bearer: &Bearer) -> Result<Option<Reading>> {
    if bearer.kind != KIND.name {
        return Ok(None);
    }
    let viewer = Viewer::load(tx, bearer.account).await?;
    let now = tx.now();
    match News::load(tx, &viewer, bearer.thing, Level::See).await {
        Ok(news) => Ok(Some(Reading {
            title: news.thing.title.clone(),
            about: format!(
                "{} · {}",
                news.from(),
                dates::past(news.delivered_at.unwrap_or(news.thing.created_at), now)
            ),
            body: news.body,
            asked: None,
        })),
        Err(Error::NotFound | Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}
