//! Those chosen among the accounts of a place: their sheets printed, or a letter written to each.

use super::{ALONE, NEVER, PERSON, WHOLE, Wanted, may_be_asked, name_of};
use crate::{
    W,
    board::Line,
    holder::Holder,
    invitation,
    pages::sheet::{FORMAT, layout_of, paper},
    sheet::{self, Place},
};
use axum::response::Response;
use db::{Result, Tx};
use school::{CircleId, PersonId, SchoolId};
use web::{Answer, Form, Path, SignedIn};

/// What was ticked or pressed.
struct Asked {
    wanted: Wanted,
    people: Vec<PersonId>,
    whole: bool,
    never: bool,
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
            wanted: Wanted { vue: text("vue"), etat: text("etat"), page: String::new() },
            people: if is_alone { alone } else { ids(PERSON) },
            whole: !is_alone && text(WHOLE) == "on",
            never: !is_alone && !text(NEVER).is_empty(),
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

async fn send(visit: SignedIn, mut tx: Tx, place: &Place, asked: &Asked) -> Answer {
    let house = visit.site.house.clone();
    let chosen = asked.chosen(&mut tx, place).await?;
    let sent = invitation::send(&mut tx, &house, &visit.viewer, place, &chosen).await?;
    tx.commit().await?;
    let back = asked.wanted.address(place);
    let answer: Response = match sent.sent {
        0 if chosen.is_empty() => visit.not_done(&back, W.accounts_nobody_chosen()),
        0 => visit.not_done(&back, W.accounts_sent_none()),
        _ if sent.left > 0 => visit.done(&back, &W.accounts_sent_but(W.accounts_sent(sent.sent), sent.left)),
        _ => visit.done(&back, &W.accounts_sent(sent.sent)),
    };
    Ok(answer)
}
