//! The faces of a class, kept by its teacher: one by one, or many files at once, told apart by the names they bear.

use super::file_field::FileField;
use crate::{
    W,
    class::Class,
    face::{self, Face},
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use commons::{
    file::{Files, Photo},
    image_right::State,
};
use db::{Error, Problems, Result, Tx, fold};
use school::{CircleId, PersonId, person::Name};
use std::collections::HashMap;
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, ErrorSummary, Notice, Status, StatusKind},
    summary,
};

/// The field of the files told apart by their names.
const MANY: &str = "photos";

#[derive(Template)]
#[template(path = "photos.html")]
struct PhotosPage {
    title: String,
    summary: Option<ErrorSummary>,
    notice: Option<Notice>,
    address: String,
    many: FileField,
    send: Button,
    lines: Vec<Line>,
    back: String,
}

struct Line {
    name: String,
    right: Status,
    photo: Option<Face>,
    field: Option<FileField>,
    remove: Option<(String, Button)>,
}

/// The pupils of a class, with what is allowed of each.
struct Pupils {
    names: Vec<Name>,
    rights: HashMap<PersonId, State>,
}

impl Pupils {
    async fn of(tx: &mut Tx, class: &Class) -> Result<Self> {
        let names = class.pupils(tx).await?;
        let ids: Vec<PersonId> = names.iter().map(|it| it.id).collect();
        let rights = face::rights(tx, &class.circle, &ids).await?;
        Ok(Self { names, rights })
    }

    fn allows(&self, pupil: PersonId) -> bool {
        self.rights.get(&pupil) == Some(&State::Yes)
    }

    /// The pupil whose name a file bears: « MARTY Zoé.jpg », or « zoe.jpg » where one pupil alone is called so.
    fn named(&self, file: &str) -> Option<&Name> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let typed = sorted(stem);
        let whole = |it: &&Name| sorted(&it.full()) == typed;
        let first = |it: &&Name| sorted(&it.first_name) == typed;
        only(self.names.iter().filter(whole)).or_else(|| only(self.names.iter().filter(first)))
    }
}

/// The words of a name, folded, in the order of the alphabet: files bear first and last names in any order.
fn sorted(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut words: Vec<String> = folded.split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect();
    words.sort();
    words
}

fn only<'a>(mut names: impl Iterator<Item = &'a Name>) -> Option<&'a Name> {
    let first = names.next()?;
    names.next().is_none().then_some(first)
}

/// `GET /classes/{circle}/trombinoscope/photos`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let page = PhotosPage::build(&mut tx, &class, &Problems::default(), 0).await?;
    drop(tx);
    visit.page(W.photos(), &page)
}

/// `POST /classes/{circle}/trombinoscope/photos`
pub(crate) async fn keep(mut visit: SignedIn, Path(id): Path<CircleId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let pupils = Pupils::of(&mut tx, &class).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let house = visit.site.house.clone();
    let (received, problems) = receive(&house.files, &pupils, upload).await?;
    let kept = i64::try_from(received.len()).unwrap_or(i64::MAX);
    let mut tx = visit.write().await?;
    // Photographs take time: the class is read again, as it is now.
    let class = Class::load_to_manage(&mut tx, &visit.viewer, id).await?;
    for (pupil, photo) in &received {
        face::keep_of_pupil(&mut tx, &house, &visit.viewer, &class.circle, *pupil, photo).await?;
    }
    if problems.is_empty() {
        tx.commit().await?;
        return Ok(visit.done(&class.path(), &W.photos_kept(kept)));
    }
    let page = PhotosPage::build(&mut tx, &class, &problems, kept).await?;
    tx.commit().await?;
    visit.again(W.photos(), &page)
}

/// Reads the files, each for its pupil. What is good is kept, whatever is wrong with the others: nobody sends a class twice.
async fn receive(files: &Files, pupils: &Pupils, upload: Upload) -> Result<(Vec<(PersonId, Photo)>, Problems)> {
    let (mut received, mut problems) = (Vec::new(), Problems::default());
    let (mut unknown, mut refused, mut unreadable) = (Vec::new(), Vec::new(), Vec::new());
    problems.require(!upload.files.is_empty(), MANY, W.photos_missing());
    for file in upload.files {
        let named = match file.field.strip_prefix("photo-") {
            Some(id) => pupils.names.iter().find(|it| it.id.to_string() == id),
            None => pupils.named(&file.name),
        };
        match named {
            None => unknown.push(file.name),
            Some(pupil) if !pupils.allows(pupil.id) => refused.push(pupil.full()),
            Some(pupil) => match face::receive(files, &file.name, file.bytes).await? {
                Some(photo) => received.push((pupil.id, photo)),
                None => unreadable.push(file.name),
            },
        }
    }
    problems.require(unknown.is_empty(), MANY, W.photos_unknown(unknown.join(", ")));
    problems.require(refused.is_empty(), MANY, W.photos_refused(refused.join(", ")));
    problems.require(unreadable.is_empty(), MANY, W.photos_unreadable(unreadable.join(", ")));
    Ok((received, problems))
}

/// `POST /classes/{circle}/trombinoscope/photos/{person}/retrait`
pub(crate) async fn remove(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let class = Class::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let pupils = class.pupils(&mut tx).await?;
    let pupil = pupils.iter().find(|it| it.id == person).ok_or(Error::NotFound)?;
    face::remove_of_pupil(&mut tx, &house, &visit.viewer, pupil.id).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("{}/photos", class.path()), &W.photo_removed(web::of_name(pupil.full()))))
}

impl PhotosPage {
    async fn build(tx: &mut Tx, class: &Class, problems: &Problems, kept: i64) -> Result<Self> {
        let pupils = Pupils::of(tx, class).await?;
        let ids: Vec<PersonId> = pupils.names.iter().map(|it| it.id).collect();
        let mut faces = face::of(tx, &ids).await?;
        let address = format!("{}/photos", class.path());
        let all: Vec<String> = problems.all().iter().map(|(_, message)| message.clone()).collect();
        let error = (!all.is_empty()).then(|| all.join(" "));
        let lines = pupils.names.iter().map(|it| line(it, &pupils, faces.remove(&it.id), &address));
        Ok(Self {
            title: W.photos_of(&class.circle.name),
            summary: summary(problems),
            notice: (kept > 0).then(|| Notice::info(W.photos_kept(kept))),
            lines: lines.collect(),
            address,
            many: FileField::several(MANY, W.photos_many()).hint(W.photos_many_hint()).error(error),
            send: Button::primary(W.keep_photos()).icon("photo"),
            back: class.path(),
        })
    }
}

fn line(pupil: &Name, pupils: &Pupils, photo: Option<Face>, address: &str) -> Line {
    let right = match pupils.rights.get(&pupil.id) {
        Some(State::Yes) => Status::new(StatusKind::Published, W.right_given()),
        Some(State::No) => Status::new(StatusKind::Withdrawn, W.right_refused()),
        Some(State::Unanswered) | None => Status::new(StatusKind::Draft, W.right_awaited()),
    };
    let allowed = pupils.allows(pupil.id);
    let field = allowed.then(|| FileField::one(format!("photo-{}", pupil.id), W.photo_of(web::of_name(pupil.full()))));
    let remove = photo.as_ref().map(|_| {
        let button = Button::secondary(W.remove_photo_of(web::of_name(pupil.full()))).icon("retire");
        (format!("{address}/{}/retrait", pupil.id), button)
    });
    // A face that may be shown to nobody is not shown here either; it can be taken away.
    Line { name: pupil.full(), right, photo: photo.filter(|_| allowed), field, remove }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    #[test]
    fn a_file_is_of_the_pupil_whose_name_it_bears() {
        let name = |number: u128, first: &str, last: &str| Name {
            id: PersonId(Uuid::from_u128(number)),
            first_name: first.to_owned(),
            last_name: last.to_owned(),
        };
        let names = vec![name(1, "Zoé", "MARTY"), name(2, "Lina", "BENALI"), name(3, "Lina", "ROUX-PY")];
        let pupils = Pupils { names, rights: HashMap::new() };
        for (file, number) in [
            ("MARTY Zoé.jpg", Some(1)),
            ("zoe_marty.JPEG", Some(1)),
            ("zoe.png", Some(1)),
            ("lina.png", None),
            ("Lina-Roux-Py.jpg", Some(3)),
            ("IMG_0041.jpg", None),
        ] {
            assert_eq!(pupils.named(file).map(|it| it.id.0.as_u128()), number, "{file}");
        }
    }
}
