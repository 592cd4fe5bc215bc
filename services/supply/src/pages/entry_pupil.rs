//! A pupil of the first morning: entered by the teacher, corrected, withdrawn.

use super::{
    entry_pupil_page::{Like, PupilPage},
    note_departures,
};
use crate::{
    W,
    entry::{
        self, Entry,
        pupil::{self, Arrival, CHOSEN},
        pupil_form::{self, Chosen, NewGuardian, NewPupil},
        resemblance,
        typed::Typed,
    },
};
use db::{Error, Problems, Result, Tx};
use school::{Circle, CircleId, PersonId, School, Viewer, person::full};
use web::{Answer, Form, Path, SignedIn};

/// The field by which somebody says who an adult is.
pub(super) const CHOSEN_GUARDIAN: &str = "choix_responsable";

/// `GET /classes/{circle}/eleves/nouveau`
pub(crate) async fn blank(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = entry::class_of(&mut tx, &visit.viewer, id).await?;
    let entered = entry::of_class(&mut tx, &class).await?;
    let about = about(&mut tx, &class).await?;
    drop(tx);
    let page = PupilPage::blank(&class, &entered, &Typed::default(), &Like::default(), &Problems::default());
    let page = page.about(about);
    visit.page(W.entry_new_pupil(), &page)
}

/// What became of a form.
enum Outcome {
    /// The pupil sits in the class, under this name.
    Seated(String),
    /// Somebody resembles, and this is to be answered.
    Resembles(Like, Problems),
}

/// `POST /classes/{circle}/eleves/nouveau`
pub(crate) async fn create(mut visit: SignedIn, Path(id): Path<CircleId>, Form(typed): Form<Typed>) -> Answer {
    let mut tx = visit.write().await?;
    let class = entry::class_of(&mut tx, &visit.viewer, id).await?;
    let (like, problems) = match enter(&mut tx, &visit.viewer, &class, &typed).await {
        Ok(Outcome::Seated(name)) => {
            tx.commit().await?;
            return Ok(visit.done(&format!("/classes/{id}"), &W.entry_pupil_entered(name)));
        }
        Ok(Outcome::Resembles(like, problems)) => (like, problems),
        Err(Error::Invalid(problems)) => (Like::default(), problems),
        Err(error) => return Err(error.into()),
    };
    let entered = entry::of_class(&mut tx, &class).await?;
    let about = about(&mut tx, &class).await?;
    drop(tx);
    let page = PupilPage::blank(&class, &entered, &typed, &like, &problems).about(about);
    visit.again(W.entry_new_pupil(), &page)
}

/// What becomes of a pupil entered: the académie brings the pupil one day, or the files of ONDE do.
async fn about(tx: &mut Tx, class: &Circle) -> Result<&'static str> {
    let delivered = School::is_delivered(tx, class.school_id).await?;
    Ok(if delivered { W.entry_pupil_about() } else { W.entry_pupil_about_files() })
}

async fn enter(tx: &mut Tx, viewer: &Viewer, class: &Circle, typed: &Typed) -> Result<Outcome> {
    let today = tx.now().day();
    let (new, guardian) = pupil_form::pupil_and_guardian(typed, today)?;
    let (chosen, chosen_guardian) = (Chosen::of(typed, CHOSEN), Chosen::of(typed, CHOSEN_GUARDIAN));
    let like = like(tx, class, &new, guardian.as_ref()).await?;
    if like.is_unanswered(chosen, chosen_guardian) {
        let problems = like.problems();
        return Ok(Outcome::Resembles(like, problems));
    }
    let arrival = Arrival { class, pupil: &new, chosen, guardian: guardian.as_ref(), chosen_guardian };
    match pupil::enter(tx, viewer, &arrival).await {
        Ok(_) => Ok(Outcome::Seated(full(&new.first_name, &new.last_name))),
        Err(Error::Invalid(problems)) => Ok(Outcome::Resembles(like, problems)),
        Err(error) => Err(error),
    }
}

async fn like(tx: &mut Tx, class: &Circle, new: &NewPupil, guardian: Option<&NewGuardian>) -> Result<Like> {
    let pupils = resemblance::pupils(tx, class.school_id, new).await?;
    let guardians = match guardian {
        Some(guardian) => resemblance::guardians(tx, class.school_id, guardian).await?,
        None => Vec::new(),
    };
    Ok(Like { pupils, guardians })
}

/// `GET /classes/{circle}/eleves/{person}`
pub(crate) async fn show(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let (class, entry) = Entry::load_pupil(&mut tx, &visit.viewer, id, person).await?;
    drop(tx);
    let pairs = [
        ("nom", entry.last_name.clone()),
        ("prenom", entry.first_name.clone()),
        ("naissance", entry.birth_day.clone().unwrap_or_default()),
        ("niveau", entry.level.clone().unwrap_or_default()),
    ];
    let typed = Typed(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    visit.page(&entry.name(), &PupilPage::of(&class, &entry, &typed, &Problems::default()))
}

/// `POST /classes/{circle}/eleves/{person}`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((id, person)): Path<(CircleId, PersonId)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut tx = visit.write().await?;
    let (class, entry) = Entry::load_pupil(&mut tx, &visit.viewer, id, person).await?;
    let today = tx.now().day();
    let new = match pupil_form::pupil(&typed, today) {
        Ok(new) => new,
        Err(Error::Invalid(problems)) => {
            drop(tx);
            return visit.again(&entry.name(), &PupilPage::of(&class, &entry, &typed, &problems));
        }
        Err(error) => return Err(error.into()),
    };
    pupil::change(&mut tx, &visit.viewer, &class, &entry, &new).await?;
    note_departures(&visit.site, &mut tx).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{id}"), W.entry_changed()))
}

/// `POST /classes/{circle}/eleves/{person}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let (_, entry) = Entry::load_pupil(&mut tx, &visit.viewer, id, person).await?;
    entry::end(&mut tx, &visit.viewer, &entry).await?;
    note_departures(&visit.site, &mut tx).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{id}"), &W.entry_ended(entry.name())))
}
