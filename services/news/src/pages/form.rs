//! Writing a news and changing it: one form, with its files.

use super::form_page::FormPage;
use crate::{
    W, draft,
    draft_form::{Brought, DraftForm},
    news::{KIND, News},
    scope,
};
use axum::{
    extract::{FromRequest, Request},
    response::Response,
};
use commons::{Level, ThingId, attachment};
use db::{Error, Problems, Result};
use web::{Answer, Path, SignedIn, Upload};

pub(crate) async fn blank(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let places = scope::places(&mut tx, &visit.viewer).await?;
    drop(tx);
    let Some(first) = places.first() else { return Err(Error::Forbidden.into()) };
    let form = DraftForm { scope: first.scope.to_string(), ..DraftForm::blank() };
    let page = FormPage::new(&visit.viewer, &places, &form, Vec::new());
    visit.page(W.new_news(), &page)
}

pub(crate) async fn create(mut visit: SignedIn, request: Request) -> Answer {
    if !scope::writes(&visit.viewer) {
        return Err(Error::Forbidden.into());
    }
    // A hundred megabytes are read only from whoever may write.
    let upload = Upload::from_request(request, &visit.site).await?;
    match save_new(&mut visit, &upload).await {
        Ok(id) => Ok(saved(&visit, id, &upload)),
        Err(Error::Invalid(problems)) => again_new(visit, &upload, &problems).await,
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn edit(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if !news.may_be_edited() {
        return Err(Error::Forbidden.into());
    }
    let kept = attachment::of(&mut tx, id, None).await?;
    let forgetting = web::forgetting_box(&mut tx, id, false).await?;
    let page = FormPage::of(&visit.viewer, &news, &DraftForm::of(&news, tx.now()), kept, tx.now());
    let page = page.forgetting(forgetting);
    drop(tx);
    visit.page(W.edit_news(), &page)
}

pub(crate) async fn update(mut visit: SignedIn, Path(id): Path<ThingId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    match save_changes(&mut visit, id, &upload).await {
        Ok(()) => Ok(saved(&visit, id, &upload)),
        Err(Error::Invalid(problems)) => again(visit, id, &upload, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn save_new(visit: &mut SignedIn, upload: &Upload) -> Result<ThingId> {
    let pieces = web::pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    let form = typed(upload);
    let places = scope::places(&mut tx, &visit.viewer).await?;
    // Whatever a form says, news go where their author may publish them.
    let place = places.iter().find(|place| place.scope.to_string() == form.scope);
    let place = place.ok_or_else(|| Error::invalid("scope", W.scope_missing()))?;
    let draft = form.check(tx.now(), brought(upload, !pieces.is_empty()))?;
    let id = draft::create(&mut tx, &visit.viewer, place, &draft, &pieces).await?;
    tx.commit().await?;
    Ok(id)
}

async fn save_changes(visit: &mut SignedIn, id: ThingId, upload: &Upload) -> Result<()> {
    let pieces = web::pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    // Files take time: the news is read again, as it is now.
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let draft = typed(upload).check(tx.now(), brought(upload, !pieces.is_empty()))?;
    draft::edit(&mut tx, &visit.viewer, &news, &draft, &pieces).await?;
    tx.commit().await
}

async fn again_new(mut visit: SignedIn, upload: &Upload, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let places = scope::places(&mut tx, &visit.viewer).await?;
    let chosen = web::pieces::chosen(&mut tx, &visit.viewer, None, upload).await?;
    drop(tx);
    let page = FormPage::new(&visit.viewer, &places, &typed(upload), chosen).with(problems);
    visit.again(W.new_news(), &page)
}

async fn again(mut visit: SignedIn, id: ThingId, upload: &Upload, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let chosen = web::pieces::chosen(&mut tx, &visit.viewer, Some((id, None)), upload).await?;
    let mut form = typed(upload);
    if problems.of("edition").is_some() {
        // Told of the change, with a way to see it: what is sent next is written over it knowingly.
        form.edition = news.edition.to_string();
    }
    let forgetting = web::forgetting_box(&mut tx, id, form.forgets).await?;
    let page = FormPage::of(&visit.viewer, &news, &form, chosen, tx.now()).forgetting(forgetting).with(problems);
    drop(tx);
    visit.again(W.edit_news(), &page)
}

/// On to publication, when that was the button pressed.
fn saved(visit: &SignedIn, id: ThingId, upload: &Upload) -> Response {
    let news = KIND.path(id);
    match upload.text("suite") {
        "publication" => visit.done(&format!("{news}/publication"), W.saved()),
        _ => visit.done(&news, W.saved()),
    }
}

fn brought(upload: &Upload, pieces: bool) -> Brought {
    Brought { body: web::written(upload, "body"), pieces }
}

fn typed(upload: &Upload) -> DraftForm {
    DraftForm {
        edition: upload.text("edition").to_owned(),
        scope: upload.text("scope").to_owned(),
        title: upload.text("title").to_owned(),
        body: upload.text("body").to_owned(),
        body_json: upload.text("body_json").to_owned(),
        publics: upload.texts("publics").into_iter().map(str::to_owned).collect(),
        rubric: upload.text("rubric").to_owned(),
        front: upload.has("front"),
        flash: upload.has("flash"),
        comments: upload.has("comments"),
        until: upload.text("until").to_owned(),
        day: upload.text("day").to_owned(),
        time: upload.text("time").to_owned(),
        forgets: upload.has(web::FORGET_TEXT),
    }
}
