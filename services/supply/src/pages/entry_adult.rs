//! An adult a school enters, changes, lets come back.

use super::{
    entry_adult_page::{AdultPage, Desk},
    entry_list,
};
use crate::{
    W,
    entry::{
        Entry, adult,
        adult_form::{self, ANOTHER, NewAdult, PLACES},
        resemblance::{self, Known},
        typed::Typed,
    },
};
use db::{Error, Problems, Result, Tx};
use school::{PersonId, SchoolId, Viewer};
use serde::Deserialize;
use web::{Answer, Form, Path, Query, SignedIn};

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    genre: String,
}

/// `GET /ecoles/{school}/personnes/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::open(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let typed = Typed(vec![("genre".to_owned(), wanted.genre)]);
    visit.page(W.entry_new_adult(), &AdultPage::blank(&desk, &typed, &[], &Problems::default()))
}

/// What became of a form.
enum Outcome {
    /// Somebody was entered.
    Entered(NewAdult),
    /// Somebody resembles.
    Resembles(Vec<Known>),
}

/// `POST /ecoles/{school}/personnes`
pub(crate) async fn create(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(typed): Form<Typed>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::open(&mut tx, &visit.viewer, id).await?;
    let (like, problems) = match enter(&mut tx, &visit.viewer, &desk, &typed).await {
        Ok(Outcome::Entered(new)) => {
            tx.commit().await?;
            let name = school::person::full(&new.first_name, &new.last_name);
            return Ok(visit.done(&entry_list::path(id), &W.entry_entered(name)));
        }
        Ok(Outcome::Resembles(like)) => (like, Problems::one(ANOTHER, W.entry_like_problem())),
        Err(Error::Invalid(problems)) => (Vec::new(), problems),
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    visit.again(W.entry_new_adult(), &AdultPage::blank(&desk, &typed, &like, &problems))
}

async fn enter(tx: &mut Tx, viewer: &Viewer, desk: &Desk, typed: &Typed) -> Result<Outcome> {
    let today = tx.now().day();
    let new = adult_form::adult(typed, adult_form::kind(typed), &desk.choices, today)?;
    let like = resemblance::adults(tx, desk.school.id, &new).await?;
    if !like.is_empty() && typed.text(ANOTHER).is_empty() {
        return Ok(Outcome::Resembles(like));
    }
    adult::enter(tx, viewer, &desk.school, &new).await?;
    Ok(Outcome::Entered(new))
}

/// An adult of a school, to be changed: a pupil is changed in the class.
async fn loaded(tx: &mut Tx, viewer: &Viewer, id: SchoolId, person: PersonId) -> Result<(Desk, Entry)> {
    let desk = Desk::open(tx, viewer, id).await?;
    let entry = Entry::load(tx, viewer, id, person).await?;
    school::viewer::or_not_found(crate::entry::EntryKind::ADULTS.contains(&entry.kind))?;
    Ok((desk, entry))
}

/// `GET /ecoles/{school}/personnes/{person}`
pub(crate) async fn show(mut visit: SignedIn, Path((id, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let (desk, entry) = loaded(&mut tx, &visit.viewer, id, person).await?;
    let taken = adult::taken(&mut tx, &entry).await?;
    drop(tx);
    let mut pairs = vec![
        ("nom".to_owned(), entry.last_name.clone()),
        ("prenom".to_owned(), entry.first_name.clone()),
        ("courriel".to_owned(), entry.email.clone().unwrap_or_default()),
        ("fin".to_owned(), entry.until.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    pairs.extend(taken.iter().map(|circle| (PLACES.to_owned(), circle.to_string())));
    visit.page(&entry.name(), &AdultPage::of(&desk, &entry, &Typed(pairs), &Problems::default()))
}

/// `POST /ecoles/{school}/personnes/{person}`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((id, person)): Path<(SchoolId, PersonId)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut tx = visit.write().await?;
    let (desk, entry) = loaded(&mut tx, &visit.viewer, id, person).await?;
    let today = tx.now().day();
    let new = match adult_form::adult(&typed, Some(entry.kind), &desk.choices, today) {
        Ok(new) => new,
        Err(Error::Invalid(problems)) => {
            drop(tx);
            return visit.again(&entry.name(), &AdultPage::of(&desk, &entry, &typed, &problems));
        }
        Err(error) => return Err(error.into()),
    };
    adult::change(&mut tx, &visit.viewer, &entry, &new).await?;
    tx.commit().await?;
    Ok(visit.done(&entry_list::path(id), W.entry_changed()))
}
