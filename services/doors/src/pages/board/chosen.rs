//! Those chosen among the accounts of a place: their sheets printed, or a letter written to each.

use super::{ALONE, NEVER, PERSON, UNADDRESSED, WHOLE, Wanted, may_be_asked, name_of};
use crate::{
    W,
    board::Line,
    holder::Holder,
    invitation,
    pages::sheet::{FORMAT, layout_of, paper},
    sheet::{self, Place},
};
use askama::Template;
use axum::response::Response;
use db::{Result, Tx};
use school::{CircleId, PersonId, SchoolId};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Hidden, LinkButton},
};

/// What says that the page that asks was read.
const SURE: &str = "confirme";

/// What was ticked or pressed.
struct Asked {
    wanted: Wanted,
    people: Vec<PersonId>,
    whole: bool,
    never: bool,
    /// Whether those who would be written to were read first, or pressed one by one.
    sure: bool,
    format: String,
}

impl Asked {
    fn read(fields: &[(String, String)]) -> Self {
        let text = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default();
        let ids = |name: &str| -> Vec<PersonId> {
            fields.iter().filter(|it| it.0 == name).filter_map(|it| it.1.parse().ok()).collect()
        };
        let alone = ids(ALONE);
        let is_alone = !alone.is_empty();
        Self {
            wanted: Wanted::new(&text("vue"), &text("etat"), &text("page")),
            people: if is_alone { alone } else { ids(PERSON) },
            whole: !is_alone && text(WHOLE) == "on",
            never: !is_alone && !text(NEVER).is_empty(),
            sure: is_alone || !text(SURE).is_empty(),
            format: text(FORMAT),
        }
    }

    /// Those chosen, among the people of the view: nobody of another place.
    async fn chosen(&self, tx: &mut Tx, place: &Place) -> Result<Vec<Holder>> {
        let (all, shown) = self.wanted.lines(tx, place).await?;
        let lines: Vec<Line> = if self.never {
            all.into_iter().filter(may_be_asked).collect()
        } else if self.whole {
            shown
        } else {
            all.into_iter().filter(|it| self.people.contains(&it.holder.name.id)).collect()
        };
        Ok(lines.into_iter().map(|it| it.holder).collect())
    }
}

/// `POST /classes/{circle}/comptes/impression`
pub(crate) async fn print_class(
    mut visit: SignedIn,
    Path(id): Path<CircleId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let place = Place::accounts_of_class(&mut tx, &viewer, id).await?;
    print(visit, tx, place, &Asked::read(&fields)).await
}

/// `POST /ecoles/{school}/comptes/impression`
pub(crate) async fn print_school(
    mut visit: SignedIn,
    Path(id): Path<SchoolId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let place = Place::accounts_of_school(&mut tx, &viewer, id).await?;
    print(visit, tx, place, &Asked::read(&fields)).await
}

async fn print(visit: SignedIn, mut tx: Tx, place: Place, asked: &Asked) -> Answer {
    let house = visit.site.house.clone();
    let chosen = asked.chosen(&mut tx, &place).await?;
    if chosen.is_empty() {
        return Ok(visit.not_done(&asked.wanted.address(&place), W.accounts_nobody_chosen()));
    }
    let sheets = sheet::prepare(&mut tx, &house, &visit.viewer, &place, "chosen", &chosen).await?;
    tx.commit().await?;
    paper(name_of(&place), layout_of(&asked.format), sheets).await
}

/// `POST /classes/{circle}/comptes/envoi`
pub(crate) async fn send_class(
    mut visit: SignedIn,
    Path(id): Path<CircleId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let place = Place::accounts_of_class(&mut tx, &viewer, id).await?;
    send(visit, tx, &place, &Asked::read(&fields)).await
}

/// `POST /ecoles/{school}/comptes/envoi`
pub(crate) async fn send_school(
    mut visit: SignedIn,
    Path(id): Path<SchoolId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let place = Place::accounts_of_school(&mut tx, &viewer, id).await?;
    send(visit, tx, &place, &Asked::read(&fields)).await
}

/// Whom a letter leaves for: an adult who has not come in yet, and whose address is known.
fn is_written_to(holder: &Holder) -> bool {
    !holder.active && holder.address().is_some()
}

/// Before many letters leave: how many, to whom, with what.
#[derive(Template)]
#[template(path = "send.html")]
struct SendPage {
    place: String,
    action: String,
    count: String,
    lost: Option<(String, LinkButton)>,
    people: Vec<(String, String)>,
    hidden: Vec<Hidden>,
    send: Button,
    back: LinkButton,
}

impl SendPage {
    fn new(place: &Place, asked: &Asked, chosen: &[Holder]) -> Self {
        let written: Vec<&Holder> = chosen.iter().filter(|it| is_written_to(it)).collect();
        let count = i64::try_from(written.len()).unwrap_or(i64::MAX);
        let lost = chosen.iter().filter(|it| invitation::is_unaddressed(it)).count();
        let lost = i64::try_from(lost).unwrap_or(i64::MAX);
        let wanted = &asked.wanted;
        let (view, _) = wanted.view(place);
        let unaddressed = Wanted::new(view, UNADDRESSED, "").address(place);
        let mut hidden = vec![
            Hidden::new("vue", view),
            Hidden::new("etat", wanted.filter()),
            Hidden::new("page", wanted.page().to_string()),
            Hidden::new(SURE, "oui"),
        ];
        // All who were chosen: the answer counts those who get none.
        hidden.extend(chosen.iter().map(|it| Hidden::new(PERSON, it.name.id.to_string())));
        Self {
            place: name_of(place).to_owned(),
            action: format!("{}/envoi", place.accounts_path()),
            count: W.accounts_send_count(count),
            lost: (lost > 0)
                .then(|| (W.accounts_send_lost(lost), LinkButton::secondary(W.accounts_unaddressed(), unaddressed))),
            people: written.iter().map(|it| (it.name.full(), it.address().unwrap_or_default())).collect(),
            hidden,
            send: Button::primary(W.accounts_send_now(count)).icon("courrier"),
            back: LinkButton::secondary(W.accounts_back(), wanted.address_here(place)),
        }
    }
}

async fn send(visit: SignedIn, mut tx: Tx, place: &Place, asked: &Asked) -> Answer {
    let house = visit.site.house.clone();
    let chosen = asked.chosen(&mut tx, place).await?;
    if !asked.sure && chosen.iter().any(is_written_to) {
        drop(tx);
        return visit.page(W.accounts_send_title(), &SendPage::new(place, asked, &chosen));
    }
    let sent = invitation::send(&mut tx, &house, &visit.viewer, place, &chosen).await?;
    tx.commit().await?;
    let back = asked.wanted.address_here(place);
    let told = match sent.left {
        0 => W.accounts_sent(sent.sent),
        left => W.accounts_sent_but(W.accounts_sent(sent.sent), left),
    };
    let told = match sent.unaddressed {
        0 => told,
        count => W.accounts_sent_lost(told, count),
    };
    let answer: Response = match sent.sent {
        0 if chosen.is_empty() => visit.not_done(&back, W.accounts_nobody_chosen()),
        0 => visit.not_done(&back, W.accounts_sent_none()),
        _ => visit.done(&back, &told),
    };
    Ok(answer)
}
