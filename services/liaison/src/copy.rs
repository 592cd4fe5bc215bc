//! Writing a mot again from one that exists: last year's outing, the same word to another day.

use crate::{
    child::{self, Chosen},
    class::{self, Class},
    draft,
    draft_form::Draft,
    mot::Mot,
    terms::Terms,
};
use commons::ThingId;
use db::{Error, Result, Tx};
use school::Viewer;

/// Begins a new draft with the words and the terms of a mot: for the same children, or for all those of the class of this
/// year when the mot is of a past one.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it, or write to no class of the school any more; a fault of the database.
pub async fn copy(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<ThingId> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let (class, whole, children) = match Class::load_to_write(tx, viewer, mot.target).await {
        Ok(class) => (class, mot.whole, same(tx, mot).await?),
        Err(Error::Forbidden) => {
            let class = of_this_year(tx, viewer, mot).await?;
            let children = all(tx, &class).await?;
            (class, true, children)
        }
        Err(error) => return Err(error),
    };
    let draft = Draft {
        edition: 0,
        title: mot.thing.title.clone(),
        body: mot.body.clone(),
        // The last day of before means nothing now, neither does its urgency.
        terms: Terms { due: None, urgent: None, ..mot.terms.clone() },
        whole,
        children,
        revision: None,
    };
    draft::create(tx, viewer, &class, &draft, &[]).await
}

/// The children of the mot who are still there.
async fn same(tx: &mut Tx, mot: &Mot) -> Result<Vec<Chosen>> {
    let children = child::of(tx, &mot.thing, mot.target).await?;
    let present = children.iter().filter(|it| it.present);
    Ok(present.map(|it| Chosen { child: it.child_id, adult: it.named_adult }).collect())
}

/// The first class the viewer writes to in the school of a mot of a past year: one taught comes before the others.
async fn of_this_year(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<Class> {
    let circles = class::of(tx, viewer).await?;
    let here = circles.iter().find(|it| it.school_id == mot.thing.school_id).ok_or(Error::Forbidden)?;
    Class::load_to_write(tx, viewer, here.id).await
}

async fn all(tx: &mut Tx, class: &Class) -> Result<Vec<Chosen>> {
    let pupils = child::pupils(tx, class.target.id).await?;
    Ok(pupils.iter().map(|pupil| Chosen { child: pupil.id, adult: None }).collect())
}
