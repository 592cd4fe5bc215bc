//! Writing a page and changing it: one form, with its blocks. What adds, moves or takes away a block sends the form, which
//! comes back with all that was typed.

use super::form_page::FormPage;
use crate::{
    W,
    block_form::field,
    draft,
    file::{self, Received},
    naming,
    page::{PageId, PageKind, SitePage},
    page_form::{Arrange, PageForm},
    publication,
    site::{Desk, SiteId},
    wrong::Wrong,
};
use axum::{
    extract::{FromRequest, Request},
    response::Response,
};
use db::Result;
use serde::Deserialize;
use web::{Answer, Path, Query, SignedIn, Upload};

/// What becomes of a page once it is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Keep,
    Propose,
    Publish,
}

/// What came of keeping a page.
enum Outcome {
    Kept(PageId),
    Wrong(Wrong),
    /// Names of pupils stand in it, which nobody said were meant.
    Names(Vec<String>),
}

/// Which kind of page is begun.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    genre: Option<String>,
}

/// `GET /mon-site/{site}/pages/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Path(id): Path<SiteId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    let kind = PageKind::try_from(wanted.genre.unwrap_or_default()).unwrap_or(PageKind::Page);
    let page = FormPage::build(&mut tx, &desk, None, &PageForm::blank(kind)).await?;
    drop(tx);
    visit.page(W.new_page(), &page)
}

/// `GET /mon-site/{site}/pages/{page}/modifier`
pub(crate) async fn edit(mut visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    page.require_edit(&desk)?;
    let shown = FormPage::build(&mut tx, &desk, Some(&page), &PageForm::again(&page)).await?;
    drop(tx);
    visit.page(W.edit_page(), &shown)
}

/// `POST /mon-site/{site}/pages`
pub(crate) async fn create(mut visit: SignedIn, Path(id): Path<SiteId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    // A hundred megabytes are read only from whoever may write.
    let upload = Upload::from_request(request, &visit.site).await?;
    sent(visit, desk, None, upload).await
}

/// `POST /mon-site/{site}/pages/{page}`
pub(crate) async fn update(mut visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    page.require_edit(&desk)?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    sent(visit, desk, Some(page), upload).await
}

async fn sent(mut visit: SignedIn, desk: Desk, page: Option<SitePage>, upload: Upload) -> Answer {
    let mut form = PageForm::of(&upload);
    let wrong = receive(&mut visit, &desk, &upload, &mut form).await?;
    let asked = upload.text("etape");
    if let Some(arrange) = Arrange::of(asked) {
        form.arrange(arrange);
        return again(visit, &desk, page, form, Outcome::Wrong(wrong)).await;
    }
    let next = Next::of(asked);
    let outcome = match wrong.is_empty() {
        true => keep(&mut visit, &desk, page.as_ref(), &form, next).await?,
        false => Outcome::Wrong(wrong),
    };
    match outcome {
        Outcome::Kept(id) => Ok(kept(&visit, &desk, id, next)),
        outcome => again(visit, &desk, page, form, outcome).await,
    }
}

/// Takes the files of a form in: they are kept at once, since no browser sends a file twice by itself.
async fn receive(visit: &mut SignedIn, desk: &Desk, upload: &Upload, form: &mut PageForm) -> Result<Wrong> {
    let mut wrong = Wrong::default();
    let files = visit.site.house.files.clone();
    for (place, block) in form.blocks.iter_mut().enumerate() {
        let (pictures, documents) = (field(place, "photo"), field(place, "upload"));
        for sent in &upload.files {
            let received = match &sent.field {
                name if *name == pictures => file::receive_picture(&files, &sent.name, sent.bytes.clone()).await?,
                name if *name == documents => file::receive_document(&files, &sent.name, sent.bytes.clone()).await?,
                _ => continue,
            };
            match received {
                Some(received) => block.file = store(visit, desk, &received).await?,
                None if sent.field == pictures => wrong.add(pictures.clone(), W.picture_unreadable(&sent.name)),
                None => wrong.add(documents.clone(), W.document_unreadable(&sent.name)),
            }
        }
    }
    Ok(wrong)
}

async fn store(visit: &mut SignedIn, desk: &Desk, received: &Received) -> Result<String> {
    let mut tx = visit.write().await?;
    let id = file::keep(&mut tx, &visit.viewer, desk.site.id, received).await?;
    tx.commit().await?;
    Ok(id.to_string())
}

async fn keep(
    visit: &mut SignedIn,
    desk: &Desk,
    page: Option<&SitePage>,
    form: &PageForm,
    next: Next,
) -> Result<Outcome> {
    let mut tx = visit.write().await?;
    // Files take time: who may still write is asked again.
    let desk = Desk::load(&mut tx, &visit.viewer, desk.site.id).await?;
    let known = file::known(&mut tx, desk.site.id, &form.files()).await?;
    let content = match form.check(&known) {
        Ok(content) => content,
        Err(wrong) => return Ok(Outcome::Wrong(wrong)),
    };
    if !form.confirmed {
        let words = [content.title.as_str(), &content.place, &content.blocks.plain()].join("\n");
        let names = naming::found(&mut tx, &desk.site, &words).await?;
        if !names.is_empty() {
            return Ok(Outcome::Names(names));
        }
    }
    let id = match page {
        None => draft::create(&mut tx, &visit.viewer, &desk, &content).await?,
        Some(page) => {
            let now = SitePage::load(&mut tx, &desk, page.id).await?;
            now.require_edit(&desk)?;
            if !draft::edit(&mut tx, &visit.viewer, &now, &form.edition, &content).await? {
                let mut wrong = Wrong::default();
                wrong.add("edition", W.changed_meanwhile());
                return Ok(Outcome::Wrong(wrong));
            }
            page.id
        }
    };
    if next == Next::Propose {
        publication::propose(&mut tx, &visit.viewer, &desk, id).await?;
    }
    tx.commit().await?;
    Ok(Outcome::Kept(id))
}

async fn again(
    mut visit: SignedIn,
    desk: &Desk,
    page: Option<SitePage>,
    mut form: PageForm,
    outcome: Outcome,
) -> Answer {
    let mut tx = visit.read().await?;
    if let (Some(page), Outcome::Wrong(wrong)) = (&page, &outcome)
        && wrong.of("edition").is_some()
    {
        // Told of the change, with a way to see it: what is sent next is written over it knowingly.
        form.edition = SitePage::load(&mut tx, desk, page.id).await?.edition.to_string();
    }
    let shown = FormPage::build(&mut tx, desk, page.as_ref(), &form).await?;
    drop(tx);
    let shown = match outcome {
        Outcome::Wrong(wrong) => shown.with(&wrong),
        Outcome::Names(names) => shown.naming(&names),
        Outcome::Kept(_) => shown,
    };
    visit.again(if page.is_some() { W.edit_page() } else { W.new_page() }, &shown)
}

fn kept(visit: &SignedIn, desk: &Desk, id: PageId, next: Next) -> Response {
    let page = format!("{}/pages/{id}", desk.site.desk());
    match next {
        Next::Keep => visit.done(&page, W.page_kept()),
        Next::Propose => visit.done(&page, W.page_proposed()),
        Next::Publish => visit.done(&format!("{page}/publication"), W.page_kept()),
    }
}

impl Next {
    fn of(asked: &str) -> Self {
        match asked {
            "proposer" => Self::Propose,
            "publier" => Self::Publish,
            _ => Self::Keep,
        }
    }
}
