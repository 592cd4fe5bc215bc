//! « Ce que je montre »: an adult chooses what colleagues and parents of the class find of them.

use super::{Portrait, file_field::FileField};
use crate::{
    W, face,
    shown::{self, Shown, To},
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use db::{Error, Problems, Result, Tx};
use school::{Profile, Viewer};
use web::{
    Answer, SignedIn, Upload,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Notice, Opt},
    summary,
};

const PATH: &str = "/annuaire/moi";
const COLLEAGUES: &str = "collegues";
const PARENTS: &str = "parents";

#[derive(Template)]
#[template(path = "me.html")]
struct MePage {
    duty: Notice,
    summary: Option<ErrorSummary>,
    listed: Option<Checkbox>,
    phone: Field,
    choices: Vec<Choice>,
    photo: FileField,
    portrait: Portrait,
    remove: Option<Button>,
    send: Button,
}

/// `GET /annuaire/moi`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let people = shown::own(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let first = people.first().copied().ok_or(Error::NotFound)?;
    let chosen = shown::of(&mut tx, &[first]).await?.remove(&first).unwrap_or_default();
    let page = MePage::build(&mut tx, &visit.viewer, &chosen, &Problems::default()).await?;
    drop(tx);
    visit.page(W.what_i_show(), &page)
}

/// `POST /annuaire/moi`
pub(crate) async fn save(mut visit: SignedIn, request: Request) -> Answer {
    let people = shown::own(&visit.viewer)?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let typed = typed(&upload);
    let house = visit.site.house.clone();
    let photo = match upload.files.into_iter().next() {
        None => None,
        Some(file) => match face::receive(&house.files, &file.name, file.bytes).await? {
            Some(photo) => Some(photo),
            None => return again(visit, &typed, &Problems::one("photo", W.photos_unreadable(file.name))).await,
        },
    };
    let shown = match typed.clone().check() {
        Ok(shown) => shown,
        Err(Error::Invalid(problems)) => return again(visit, &typed, &problems).await,
        Err(error) => return Err(error.into()),
    };
    let mut tx = visit.write().await?;
    shown.save(&mut tx, &people).await?;
    if let Some(photo) = &photo {
        face::keep_own(&mut tx, &house, &visit.viewer, &people, photo).await?;
    }
    tx.commit().await?;
    Ok(visit.done(PATH, W.choices_kept()))
}

/// `POST /annuaire/moi/photo/retrait`
pub(crate) async fn remove_photo(mut visit: SignedIn) -> Answer {
    let people = shown::own(&visit.viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    for person in people {
        face::remove(&mut tx, &house, person).await?;
    }
    tx.commit().await?;
    Ok(visit.done(PATH, W.own_photo_removed()))
}

async fn again(mut visit: SignedIn, typed: &Shown, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let page = MePage::build(&mut tx, &visit.viewer, typed, problems).await?;
    drop(tx);
    visit.again(W.what_i_show(), &page)
}

fn typed(upload: &Upload) -> Shown {
    let to = |name: &str| {
        let chosen = upload.texts(name);
        To { colleagues: chosen.contains(&COLLEAGUES), parents: chosen.contains(&PARENTS) }
    };
    Shown {
        phone: upload.text("telephone").to_owned(),
        listed: upload.has("visible"),
        phone_to: to("telephone-a"),
        email_to: to("adresse-a"),
        photo_to: to("photo-a"),
    }
}

impl MePage {
    async fn build(tx: &mut Tx, viewer: &Viewer, chosen: &Shown, problems: &Problems) -> Result<Self> {
        let people = shown::own(viewer)?;
        let first = people.first().copied().ok_or(Error::NotFound)?;
        let photo = face::of(tx, &[first]).await?.remove(&first);
        let is_parent = !viewer.children().is_empty();
        // Whoever is nothing but a parent has no colleague here.
        let works = viewer.profile() != Profile::Guardian;
        let choice = |name: &str, legend: &str, to: To| {
            let colleagues = works.then(|| Opt::new(COLLEAGUES, W.to_colleagues()).checked(to.colleagues));
            let parents = Opt::new(PARENTS, W.to_parents()).checked(to.parents);
            Choice::checkboxes(name, legend, colleagues.into_iter().chain([parents]).collect())
        };
        let listed = Checkbox::new("visible", W.listed()).hint(W.listed_hint()).checked(chosen.listed);
        Ok(Self {
            duty: Notice::info(if works { W.duty_of_staff() } else { W.duty_of_parents() }),
            summary: summary(problems),
            listed: is_parent.then_some(listed),
            phone: Field::text("telephone", W.column_phone())
                .value(&chosen.phone)
                .hint(W.phone_hint())
                .inputmode("tel")
                .autocomplete("tel")
                .optional(W.optional())
                .error(problems.of("telephone")),
            choices: vec![
                choice("telephone-a", W.phone_to(), chosen.phone_to),
                choice("adresse-a", W.email_to(), chosen.email_to),
                choice("photo-a", W.photo_to(), chosen.photo_to),
            ],
            photo: FileField::one("photo", W.own_photo()).error(problems.of("photo")),
            remove: photo.is_some().then(|| Button::secondary(W.remove_own_photo()).icon("retire")),
            portrait: Portrait::new(first, &viewer.name(), photo),
            send: Button::primary(W.keep()),
        })
    }
}
