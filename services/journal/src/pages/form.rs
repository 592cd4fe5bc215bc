//! Writing a post and changing it: one form, with its photographs.

use super::{
    form_page::FormPage,
    image_guard::{self, VERIFIED},
    is_pupil,
};
use crate::{
    W,
    class::Class,
    draft,
    draft_form::{Draft, DraftForm},
    photo::{self, Revision, Sent},
    post::{KIND, Post, State},
    review,
};
use axum::{
    extract::{FromRequest, Request},
    response::Response,
};
use commons::{Level, ThingId, file::Picture};
use db::{Error, Problems, Result, Tx};
use school::{CircleId, SchoolId, Viewer};
use std::mem;
use web::{Answer, Path, SignedIn, Upload, care};

/// A form as it was sent.
struct Filled {
    form: DraftForm,
    next: Next,
    /// What becomes of the photographs already there, and how many of them stay.
    revision: Revision,
    kept: usize,
    /// New photographs; taken out when they are read.
    sent: Vec<Sent>,
    had_photographs: bool,
    /// Whether a child read the text again, and sends it all the same.
    read_again: bool,
    /// Whether who adds photographs looked at them.
    verified: bool,
}

/// What was asked with the button pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Keep it.
    Keep,
    /// Keep it, then choose when to publish.
    Publish,
    /// Keep it, and ask for it to be read over.
    Submit,
}

pub(crate) async fn blank(mut visit: SignedIn, Path(circle): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_write(&mut tx, &visit.viewer, circle).await?;
    let form = DraftForm { audience: "class-and-families".to_owned(), ..DraftForm::default() };
    let page = FormPage::build(&mut tx, &visit.viewer, &class, None, &form, &Revision::default()).await?;
    drop(tx);
    visit.page(W.new_post(), &page)
}

pub(crate) async fn create(mut visit: SignedIn, Path(circle): Path<CircleId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load_to_write(&mut tx, &visit.viewer, circle).await?;
    drop(tx);
    // A hundred megabytes are read only from whoever may write.
    let upload = Upload::from_request(request, &visit.site).await?;
    let mut filled = Filled::of(upload, &[]);
    match save_new(&mut visit, &class, &mut filled).await {
        Ok(id) => Ok(saved(&visit, id, filled.next)),
        Err(Error::Invalid(problems)) => again(visit, &class, None, filled, &problems).await,
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn edit(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let (class, post) = written(&mut tx, &visit.viewer, id).await?;
    if !post.may_be_edited() {
        return Err(Error::Forbidden.into());
    }
    let form = DraftForm::of(&post, &post.authors(&mut tx).await?, tx.now());
    let page = FormPage::build(&mut tx, &visit.viewer, &class, Some(&post), &form, &Revision::default()).await?;
    drop(tx);
    visit.page(W.edit_post(), &page)
}

pub(crate) async fn update(mut visit: SignedIn, Path(id): Path<ThingId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    // Whoever was typing when somebody else sent it keeps the words: the form is read, then shown again.
    let (class, post) = written(&mut tx, &visit.viewer, id).await?;
    let pictures = photo::of(&mut tx, &post.thing, "petit").await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let mut filled = Filled::of(upload, &pictures);
    match save_changes(&mut visit, &class, id, &mut filled).await {
        Ok(()) => Ok(saved(&visit, id, filled.next)),
        Err(Error::Invalid(problems)) => again(visit, &class, Some(&post), filled, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// A post the viewer writes, with its class; it may be out of the viewer's hands by now.
async fn written(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<(Class, Post)> {
    let post = Post::load(tx, viewer, id, Level::Write).await?;
    let class = Class::load(tx, viewer, post.thing.circle_id).await?;
    Ok((class, post))
}

async fn save_new(visit: &mut SignedIn, class: &Class, filled: &mut Filled) -> Result<ThingId> {
    let files = visit.site.house.files.clone();
    let received = photo::receive(&files, filled.kept, mem::take(&mut filled.sent)).await?;
    let mut tx = visit.write().await?;
    let draft = filled.form.check(tx.now(), class.manages, &received)?;
    filled.require_care(&mut tx, &visit.viewer, class.circle.school_id, &draft).await?;
    let id = draft::create(&mut tx, &visit.viewer, class, &draft, &received.photos).await?;
    if filled.next == Next::Submit {
        submit(&mut tx, &visit.viewer, id).await?;
    }
    tx.commit().await?;
    Ok(id)
}

async fn save_changes(visit: &mut SignedIn, class: &Class, id: ThingId, filled: &mut Filled) -> Result<()> {
    let files = visit.site.house.files.clone();
    let received = photo::receive(&files, filled.kept, mem::take(&mut filled.sent)).await?;
    let mut tx = visit.write().await?;
    // Photographs take time: the post is read again, as it is now.
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Write).await?;
    if !post.may_be_edited() {
        let told = if is_pupil(&visit.viewer) { W.sent_meanwhile_to_pupil() } else { W.sent_meanwhile() };
        return Err(Error::invalid("edition", told));
    }
    let draft = filled.form.check(tx.now(), class.manages, &received)?;
    filled.require_care(&mut tx, &visit.viewer, class.circle.school_id, &draft).await?;
    if !received.photos.is_empty() {
        filled.require_look(&mut tx, &post).await?;
    }
    draft::edit(&mut tx, &visit.viewer, &post, &draft, &filled.revision, &received.photos).await?;
    if filled.next == Next::Submit {
        submit(&mut tx, &visit.viewer, id).await?;
    }
    tx.commit().await
}

async fn submit(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<()> {
    let post = Post::load(tx, viewer, id, Level::Write).await?;
    review::submit(tx, viewer, &post).await
}

async fn again(
    mut visit: SignedIn,
    class: &Class,
    post: Option<&Post>,
    mut filled: Filled,
    problems: &Problems,
) -> Answer {
    let mut tx = visit.read().await?;
    if let (Some(post), Some(_)) = (post, problems.of("edition")) {
        // Told of the change, with a way to see it: what is sent next is written over it knowingly.
        let changed = Post::load(&mut tx, &visit.viewer, post.thing.id, Level::Write).await?;
        filled.form.edition = changed.edition.to_string();
    }
    let page = FormPage::build(&mut tx, &visit.viewer, class, post, &filled.form, &filled.revision).await?;
    drop(tx);
    let page = page.with(problems, filled.had_photographs);
    let title = if post.is_some() { W.edit_post() } else { W.new_post() };
    visit.again(title, &page)
}

fn saved(visit: &SignedIn, id: ThingId, next: Next) -> Response {
    let post = KIND.path(id);
    match next {
        Next::Keep => visit.done(&post, W.saved()),
        Next::Publish => visit.done(&format!("{post}/publication"), W.saved()),
        Next::Submit if is_pupil(&visit.viewer) => visit.done(&post, W.submitted_to_pupil()),
        Next::Submit => visit.done(&post, W.submitted()),
    }
}

impl Next {
    fn of(upload: &Upload) -> Self {
        match upload.text("suite") {
            "publication" => Self::Publish,
            "relecture" => Self::Submit,
            _ => Self::Keep,
        }
    }
}

impl Filled {
    fn of(upload: Upload, pictures: &[Picture]) -> Self {
        let revision = revision(&upload, pictures);
        Self {
            form: typed(&upload),
            next: Next::of(&upload),
            kept: pictures.len() - revision.removed.len(),
            revision,
            had_photographs: !upload.files.is_empty(),
            read_again: upload.has(care::READ_AGAIN),
            verified: upload.has(VERIFIED),
            sent: sent(upload),
        }
    }

    /// Has whoever adds photographs to what is read already look at them, when a child is not to be recognised on them.
    async fn require_look(&self, tx: &mut Tx, post: &Post) -> Result<()> {
        if self.verified || post.state != State::Published || image_guard::to_hide_if_shown(tx, post).await?.is_empty()
        {
            return Ok(());
        }
        Err(Error::invalid(VERIFIED, W.images_to_verify()))
    }

    /// Has a child read again what is about to be sent, when a word in it may hurt.
    async fn require_care(&self, tx: &mut Tx, viewer: &Viewer, school: SchoolId, draft: &Draft) -> Result<()> {
        if self.next != Next::Submit {
            return Ok(());
        }
        let text = format!("{}\n{}", draft.title, draft.body.to_plain());
        care::require(tx, viewer, school, &text, self.read_again).await
    }
}

fn typed(upload: &Upload) -> DraftForm {
    DraftForm {
        edition: upload.text("edition").to_owned(),
        title: upload.text("title").to_owned(),
        body: upload.text("body").to_owned(),
        body_json: upload.text("body_json").to_owned(),
        audience: upload.text("audience").to_owned(),
        day: upload.text("day").to_owned(),
        time: upload.text("time").to_owned(),
        comments: upload.has("comments"),
        authors: upload.texts("authors").into_iter().map(str::to_owned).collect(),
        forgets: upload.has(web::FORGET_TEXT),
    }
}

/// The files with their descriptions, which come in the same order.
fn sent(upload: Upload) -> Vec<Sent> {
    let alts: Vec<String> = upload.texts("alt").into_iter().map(str::to_owned).collect();
    let described = upload.files.into_iter().zip(alts.into_iter().chain(std::iter::repeat(String::new())));
    described.map(|(file, alt)| Sent { name: file.name, alt, bytes: file.bytes }).collect()
}

/// What becomes of the photographs already there.
fn revision(upload: &Upload, pictures: &[Picture]) -> Revision {
    let mut revision = Revision::default();
    for file in pictures.iter().map(|picture| picture.file_id) {
        let description = format!("alt-{file}");
        if upload.has(&format!("retirer-{file}")) {
            revision.removed.push(file);
        } else if upload.has(&description) {
            revision.described.push((file, upload.text(&description).to_owned()));
        }
    }
    revision
}
