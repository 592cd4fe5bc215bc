//! Three pictures for a whole class at once: to the pupils who have none, or to all of them, which is asked first. The list is
//! shown this once, for the teacher to print and keep.

use super::{child, picture_grid::PictureTile};
use crate::{
    W,
    class::{self, Class, Pupil},
    picture,
};
use askama::Template;
use commons::access::{self, Topic};
use db::Moment;
use school::CircleId;
use web::{
    Answer, AskPage, Path, SignedIn,
    component::{Button, LinkButton},
};

/// What the page of the codes of a class offers; nothing to a class whose pupils all come in with one tap.
pub(super) struct AllPictures {
    /// Gives to those who have none; missing when nobody is left.
    pub(super) give: Option<Button>,
    /// Leads to the question before all are changed; missing when nobody has any.
    pub(super) change: Option<LinkButton>,
}

impl AllPictures {
    /// The part of a class.
    pub(super) fn of(class: &Class, pupils: &[Pupil], now: Moment) -> Option<Self> {
        let asked: Vec<&Pupil> = pupils.iter().filter(|pupil| !pupil.is_free()).collect();
        let given = asked.iter().filter(|pupil| pupil.has_pictures(now)).count();
        let change = || LinkButton::secondary(W.pictures_all_change(), question(class)).icon("image");
        (!asked.is_empty()).then(|| Self {
            give: (given < asked.len()).then(|| Button::secondary(W.pictures_all_give()).icon("etoile")),
            change: (given > 0).then(change),
        })
    }
}

fn question(class: &Class) -> String {
    class.path("/codes/images/tous")
}

/// Asks before the pictures of all are changed.
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let pupils = class::pupils(&mut tx, id).await?;
    drop(tx);
    let count = pupils.iter().filter(|pupil| !pupil.is_free()).count();
    let button = Button::danger(W.pictures_all_change());
    let page = AskPage::new(W.pictures_all_ask(), question(&class), button, back(&class))
        .says(W.pictures_all_cost(i64::try_from(count).unwrap_or(i64::MAX)))
        .whole();
    visit.page(W.pictures_all_ask(), &page)
}

fn back(class: &Class) -> LinkButton {
    LinkButton::secondary(W.back_to_codes(), class.path("/codes")).icon("gauche")
}

#[derive(Template)]
#[template(path = "given_all.html")]
struct GivenPage {
    title: String,
    print: Button,
    lines: Vec<Line>,
    back: LinkButton,
}

/// A pupil and the three pictures given.
struct Line {
    name: String,
    pictures: Vec<PictureTile>,
}

/// Gives three pictures to each pupil who has none.
pub(crate) async fn give(visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    give_to(visit, id, false).await
}

/// Gives three other pictures to each pupil.
pub(crate) async fn change(visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    give_to(visit, id, true).await
}

async fn give_to(mut visit: SignedIn, id: CircleId, all: bool) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let now = tx.now();
    let class = Class::load(&mut tx, &viewer, id).await?;
    let mut pupils = class::pupils(&mut tx, id).await?;
    pupils.retain(|pupil| !pupil.is_free() && (all || !pupil.has_pictures(now)));
    if pupils.is_empty() {
        drop(tx);
        return Ok(visit.not_done(&class.path("/codes"), W.pictures_all_nobody()));
    }
    let mut lines = Vec::new();
    for pupil in &pupils {
        let given = picture::draw(&tx);
        picture::give(&mut tx, &house, pupil.id, &given).await?;
        child::journal(&mut tx, &viewer, pupil, "pictures").await?;
        let pictures = given.into_iter().filter_map(picture::find).map(PictureTile::new).collect();
        lines.push(Line { name: pupil.name().full(), pictures });
    }
    let people: Vec<_> = pupils.iter().map(|pupil| pupil.id).collect();
    access::note(&mut tx, &viewer, people, Topic::Sheets, None).await?;
    tx.commit().await?;
    let page = GivenPage {
        title: W.pictures_of_class(&class.circle.name),
        print: Button::secondary(W.print_page()).icon("imprimer"),
        lines,
        back: back(&class),
    };
    visit.page(W.pictures_all(), &page)
}
