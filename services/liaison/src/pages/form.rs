//! Writing a mot and changing it: one form, begun from a model or blank.

use super::form_page::FormPage;
use crate::{
    W, child,
    class::Class,
    draft,
    draft_form::{DraftForm, Offered},
    model::{self, Model},
    mot::{KIND, Mot},
};
use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect, Response},
};
use commons::{Level, ThingId, attachment};
use db::{Error, Problems, Result, Tx};
use school::{CircleId, Right, Viewer};
use serde::Deserialize;
use web::{Answer, Path, Query, SignedIn, Upload};

/// Which model the form begins with.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    modele: Option<String>,
}

pub(crate) async fn blank(mut visit: SignedIn, Path(circle): Path<CircleId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_write(&mut tx, &visit.viewer, circle).await?;
    let offered = offered(&mut tx, &visit.viewer, &class).await?;
    let form = wanted.modele.as_deref().and_then(Model::named).map_or_else(model::blank, Model::form);
    let page = FormPage::build(&mut tx, &visit.viewer, &class, None, &form, &offered, Vec::new()).await?;
    drop(tx);
    visit.page(W.new_mot(), &page)
}

/// Somebody who reloads after a form came back finds the mots of the class.
pub(crate) async fn back(mut visit: SignedIn, Path(circle): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_write(&mut tx, &visit.viewer, circle).await?;
    Ok(Redirect::to(&class.path()).into_response())
}

pub(crate) async fn create(mut visit: SignedIn, Path(circle): Path<CircleId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_write(&mut tx, &visit.viewer, circle).await?;
    let offered = offered(&mut tx, &visit.viewer, &class).await?;
    drop(tx);
    // Files are read only from whoever may write.
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload, &offered);
    match save_new(&mut visit, &class, &offered, &form, &upload).await {
        Ok(id) => Ok(saved(&visit, id, &upload)),
        Err(Error::Invalid(problems)) => again(visit, &class, None, form, &offered, &upload, &problems).await,
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn edit(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let (class, mot) = written(&mut tx, &visit.viewer, id).await?;
    let offered = offered(&mut tx, &visit.viewer, &class).await?;
    let form = draft::form(&mut tx, &mot).await?;
    let pieces = attachment::of(&mut tx, id, None).await?;
    let page = FormPage::build(&mut tx, &visit.viewer, &class, Some(&mot), &form, &offered, pieces).await?;
    drop(tx);
    visit.page(W.edit_mot(), &page)
}

pub(crate) async fn update(mut visit: SignedIn, Path(id): Path<ThingId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let (class, mot) = written(&mut tx, &visit.viewer, id).await?;
    let offered = offered(&mut tx, &visit.viewer, &class).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload, &offered);
    match save_changes(&mut visit, id, &offered, &form, &upload).await {
        Ok(()) => Ok(saved(&visit, id, &upload)),
        Err(Error::Invalid(problems)) => again(visit, &class, Some(&mot), form, &offered, &upload, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// A mot the viewer may change, with the circle it is aimed at.
async fn written(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<(Class, Mot)> {
    let mot = Mot::load(tx, viewer, id, Level::Manage).await?;
    if !mot.may_be_edited() {
        return Err(Error::Forbidden);
    }
    let class = Class::load_to_write(tx, viewer, mot.target).await?;
    Ok((class, mot))
}

/// What a form of the class is checked against.
async fn offered(tx: &mut Tx, viewer: &Viewer, class: &Class) -> Result<Offered> {
    Ok(Offered {
        pupils: child::pupils(tx, class.target.id).await?,
        guardians: child::guardians(tx, class.target.id).await?,
        urgent: viewer.may_in(Right::SendUrgent, class.home.id, class.home.school_id),
    })
}

async fn save_new(
    visit: &mut SignedIn,
    class: &Class,
    offered: &Offered,
    form: &DraftForm,
    upload: &Upload,
) -> Result<ThingId> {
    let pieces = web::pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    let draft = form.check(tx.now(), offered)?;
    let id = draft::create(&mut tx, &visit.viewer, class, &draft, &pieces).await?;
    tx.commit().await?;
    Ok(id)
}

async fn save_changes(
    visit: &mut SignedIn,
    id: ThingId,
    offered: &Offered,
    form: &DraftForm,
    upload: &Upload,
) -> Result<()> {
    let pieces = web::pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    // Files take time: the mot is read again, as it is now.
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let draft = form.check(tx.now(), offered)?;
    draft::edit(&mut tx, &visit.viewer, &mot, &draft, &pieces).await?;
    tx.commit().await
}

async fn again(
    mut visit: SignedIn,
    class: &Class,
    mot: Option<&Mot>,
    mut form: DraftForm,
    offered: &Offered,
    upload: &Upload,
    problems: &Problems,
) -> Answer {
    let mut tx = visit.read().await?;
    if let (Some(mot), Some(_)) = (mot, problems.of("edition")) {
        // Told of the change, with a way to see it: what is sent next is written over it knowingly.
        let changed = Mot::load(&mut tx, &visit.viewer, mot.thing.id, Level::Manage).await?;
        form.edition = changed.edition.to_string();
    }
    let holder = mot.map(|mot| (mot.thing.id, None));
    let pieces = web::pieces::chosen(&mut tx, &visit.viewer, holder, upload).await?;
    let page = FormPage::build(&mut tx, &visit.viewer, class, mot, &form, offered, pieces).await?;
    drop(tx);
    let title = if mot.is_some() { W.edit_mot() } else { W.new_mot() };
    visit.again(title, &page.with(problems))
}

fn saved(visit: &SignedIn, id: ThingId, upload: &Upload) -> Response {
    let mot = KIND.path(id);
    match upload.text("suite") {
        "envoi" => visit.done(&format!("{mot}/envoi"), W.saved()),
        _ => visit.done(&mot, W.saved()),
    }
}

fn typed(upload: &Upload, offered: &Offered) -> DraftForm {
    let text = |name: &str| upload.text(name).to_owned();
    let named = offered.pupils.iter().map(|pupil| (pupil.id.to_string(), text(&format!("named-{}", pupil.id))));
    DraftForm {
        edition: text("edition"),
        title: text("title"),
        body: text("body"),
        body_json: text("body_json"),
        theme: text("theme"),
        reply: text("reply"),
        choices: text("choices"),
        acts: text("acts"),
        due: text("due"),
        reminders: text("reminders"),
        pupils: upload.has("pupils"),
        whole: text("whole"),
        children: upload.texts("children").into_iter().map(str::to_owned).collect(),
        named: named.collect(),
        urgent: text("urgent"),
        revision: text("revision"),
    }
}
