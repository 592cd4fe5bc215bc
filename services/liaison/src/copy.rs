//! Writing a mot again from one that exists: last year's outing, the same word to another day.

use crate::{
    child::{self, Chosen},
    class::Class,
    draft,
    draft_form::Draft,
    mot::Mot,
    terms::Terms,
};
use commons::ThingId;
use db::{Error, Result, Tx};
use school::Viewer;

/// Begins a new draft with the words and the terms of a mot, for the same children.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; a fault of the database.
pub async fn copy(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<ThingId> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let class = Class::load_to_write(tx, viewer, mot.target).await?;
    let children = child::of(tx, &mot.thing, mot.target).await?;
    let present = children.iter().filter(|it| it.present);
    let draft = Draft {
        edition: 0,
        title: mot.thing.title.clone(),
        body: mot.body.clone(),
        // The last day of before means nothing now, neither does its urgency.
        terms: Terms { due: None, urgent: None, ..mot.terms.clone() },
        whole: mot.whole,
        children: present.map(|it| Chosen { child: it.child_id, adult: it.named_adult }).collect(),
        revision: None,
    };
    draft::create(tx, viewer, &class, &draft, &[]).await
}
