//! The letters: a title, the child, the last day, and a link that reads one thing. Nothing else of a child is in them.

use crate::W;
use commons::{
    House, ThingId,
    attention::{
        Channel, Compose, Outing, Told, Word,
        digest::{of_day, of_week},
        still_told,
    },
    mail::Letter,
    reading_link, share, thing,
    untold::Untold,
};
use db::{Error, Result, Soon, Tx, args};
use school::{AccountId, CircleId, PersonId, Viewer, account::Account};
use std::sync::Arc;
use web::{Bearer, NOTIFICATIONS, Service};

/// Writes the letters of the queue, with what the services say of their things; wakes nobody for what is closed to them.
pub fn compose(services: &'static [&'static Service]) -> Compose {
    Arc::new(move |house: House, outing: Outing| -> Soon<'static, Option<Word>> {
        Box::pin(write(house, services, outing))
    })
}

/// Who writes to whom.
struct Desk<'a> {
    house: &'a House,
    services: &'static [&'static Service],
    viewer: Viewer,
    /// What the viewer's schools closed to them.
    untold: Vec<Untold>,
    to: String,
}

async fn write(house: House, services: &'static [&'static Service], outing: Outing) -> Result<Option<Word>> {
    let mut tx = house.db.read().await?;
    let thing = ThingId(outing.thing_id);
    // It says nothing of the thing, and tens of thousands leave on a Monday at 7 h: only what may be closed is looked up.
    if outing.channel == Channel::Push && !may_be_closed(&mut tx, services, outing.account_id, thing).await? {
        return Ok(Some(Word::Push));
    }
    let viewer = Viewer::load(&mut tx, outing.account_id).await?;
    let untold = web::untold_to(&mut tx, services, &viewer).await?;
    if outing.channel == Channel::Push {
        let is_open = !untold.iter().any(Untold::is_closed);
        let wakes = is_open || due(&mut tx, &viewer, thing, &untold).await?.is_some();
        return Ok(wakes.then_some(Word::Push));
    }
    let Some(to) = Account::load(&mut tx, outing.account_id).await?.email else { return Ok(None) };
    let desk = Desk { house: &house, services, viewer, untold, to };
    let letter = match outing.channel {
        Channel::Push | Channel::Mail => desk.about_thing(&mut tx, thing).await?,
        Channel::Day => desk.day(&mut tx, &outing).await?,
        Channel::Week => desk.week(&mut tx, &outing).await?,
    };
    Ok(letter.map(Word::Letter))
}

/// Whether a thing may be of a service that a school of its reader closed.
async fn may_be_closed(tx: &mut Tx, services: &[&'static Service], account: AccountId, thing: ThingId) -> Result<bool> {
    let kind: Option<String> = tx.value("select kind from thing where id = $1", args![thing]).await?;
    match kind {
        Some(kind) => web::may_be_closed(tx, services, account, &kind).await,
        None => Ok(false),
    }
}

/// A thing the viewer is still told of now.
async fn due(tx: &mut Tx, viewer: &Viewer, id: ThingId, untold: &[Untold]) -> Result<Option<Told>> {
    let told = still_told(tx, viewer, id, untold).await?;
    let now = tx.now();
    if told.is_none() && share::of(tx, id).await?.iter().any(|it| it.visible_from > now) {
        // Its hour was moved while this waited: tried again later rather than sent early or lost.
        return Err(Error::fault("the thing waits for its hour"));
    }
    Ok(told)
}

impl Desk<'_> {
    async fn about_thing(&self, tx: &mut Tx, id: ThingId) -> Result<Option<Letter>> {
        let Some(told) = due(tx, &self.viewer, id, &self.untold).await? else { return Ok(None) };
        let line = self.line(tx, &told).await?;
        let text = web::letter(&[W.letter_action(), &line, &self.link_note()]);
        Ok(Some(self.letter(W.letter_action_subject(), text)))
    }

    async fn day(&self, tx: &mut Tx, outing: &Outing) -> Result<Option<Letter>> {
        let told = of_day(tx, &self.viewer, outing, &self.untold).await?;
        if told.is_empty() {
            return Ok(None);
        }
        let mut parts = vec![W.letter_day().to_owned()];
        for it in &told {
            parts.push(self.line(tx, it).await?);
        }
        parts.extend([self.link_note(), self.choose()]);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        Ok(Some(self.letter(W.letter_day_subject(), web::letter(&parts))))
    }

    async fn week(&self, tx: &mut Tx, outing: &Outing) -> Result<Option<Letter>> {
        let id = PersonId(outing.thing_id);
        let Some(child) = self.viewer.children().into_iter().find(|child| child.id == id) else { return Ok(None) };
        let told = of_week(tx, &self.viewer, id, outing.round, &self.untold).await?;
        if told.is_empty() {
            return Ok(None);
        }
        let titles: Vec<String> = told.iter().map(|it| W.letter_item(&it.title)).collect();
        let count = i64::try_from(told.len()).unwrap_or(i64::MAX);
        let text = web::letter(&[
            &W.letter_week(web::of_name(&child.first_name), W.letter_memories(count)),
            &titles.join("\n"),
            &W.letter_journal(format!("{}/journal", self.house.address)),
            &self.choose(),
        ]);
        Ok(Some(self.letter(W.letter_week_subject(), text)))
    }

    /// The title, the children concerned, what is asked, the link.
    async fn line(&self, tx: &mut Tx, told: &Told) -> Result<String> {
        let mut lines = vec![W.letter_item(&told.title)];
        let children = self.children(tx, told.id).await?;
        if !children.is_empty() {
            lines.push(W.letter_children(children.join(", ")));
        }
        let account = self.viewer.account;
        let link = match self.asked(tx, told, account).await? {
            Some(asked) => {
                lines.extend(asked);
                reading_link::sign(self.house, account, &told.kind, told.id, tx.now())
            }
            None => thing::path(&told.kind, told.id),
        };
        lines.push(format!("{}{link}", self.house.address));
        Ok(lines.join("\n"))
    }

    /// What is asked, when a service lets the thing be read by a link.
    async fn asked(&self, tx: &mut Tx, told: &Told, account: AccountId) -> Result<Option<Option<String>>> {
        let bearer = Bearer { kind: told.kind.clone(), thing: told.id, account };
        for service in self.services {
            if let Some(reading) = (service.reading)(tx, &bearer).await? {
                return Ok(Some(reading.asked));
            }
        }
        Ok(None)
    }

    /// The first names of the children by whom the thing reaches the account.
    async fn children(&self, tx: &mut Tx, thing: ThingId) -> Result<Vec<String>> {
        let circles: Vec<CircleId> = share::of(tx, thing).await?.into_iter().map(|it| it.circle_id).collect();
        let concerned = |child: &school::Child| {
            let seats = self.viewer.seats.iter().filter(|seat| seat.child == Some(child.id));
            let mut reached = seats.map(|seat| seat.circle).chain([CircleId::family_of(child.id)]);
            reached.any(|circle| circles.contains(&circle))
        };
        Ok(self.viewer.children().into_iter().filter(concerned).map(|child| child.first_name).collect())
    }

    fn link_note(&self) -> String {
        W.letter_link(reading_link::HOURS)
    }

    fn choose(&self) -> String {
        W.letter_choose(format!("{}{NOTIFICATIONS}", self.house.address))
    }

    fn letter(&self, subject: &str, text: String) -> Letter {
        Letter { to: self.to.clone(), subject: subject.to_owned(), text }
    }
}
