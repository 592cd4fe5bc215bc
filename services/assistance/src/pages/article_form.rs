//! Writing an article, or making one of an answer.

use super::adult;
use crate::{
    W,
    article::{
        Article, PATH, PROFILES,
        edit::{self, ArticleForm, LONGEST_TITLE},
        writes,
    },
    entry::{self, EntryId},
    request::HelpRequest,
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use commons::ThingId;
use db::{Error, Problems, Result, Tx};
use school::{Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn, Upload,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Hidden, Notice, Opt, RichEditor},
    profile_word, summary,
};

#[derive(Template)]
#[template(path = "article_form.html")]
struct FormPage {
    heading: &'static str,
    summary: Option<ErrorSummary>,
    notice: Option<Notice>,
    address: String,
    draft_key: String,
    edition: Hidden,
    title: Field,
    body: RichEditor,
    profiles: Choice,
    pages: Field,
    published: Checkbox,
    save: Button,
    back: String,
}

/// The answer an article is made of.
#[derive(Deserialize)]
pub(crate) struct Source {
    demande: Option<ThingId>,
    reponse: Option<EntryId>,
}

fn writer(viewer: &Viewer) -> Result<()> {
    adult(viewer)?;
    or_not_found(writes(viewer))
}

/// `GET /aide-en-ligne/nouvel-article`
pub(crate) async fn blank(mut visit: SignedIn, Query(from): Query<Source>) -> Answer {
    writer(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let form = match from.demande.zip(from.reponse) {
        Some((request, reply)) => of_answer(&mut tx, &visit.viewer, request, reply).await?,
        None => ArticleForm::default(),
    };
    drop(tx);
    let notice = (!form.body.is_empty()).then(|| Notice::attention(W.remove_names()));
    let page = FormPage { notice, ..page(&visit.viewer, None, &form, &Problems::default()) };
    visit.page(W.new_article(), &page)
}

async fn of_answer(tx: &mut Tx, viewer: &Viewer, request: ThingId, reply: EntryId) -> Result<ArticleForm> {
    let request = HelpRequest::load(tx, viewer, request).await?;
    or_not_found(request.is_followed())?;
    let body = entry::one(tx, &request, reply).await?.doc()?;
    Ok(ArticleForm {
        title: request.title.clone(),
        body: body.to_plain(),
        body_json: body.to_json(),
        pages: request.page,
        ..ArticleForm::default()
    })
}

/// `POST /aide-en-ligne/nouvel-article`
pub(crate) async fn create(mut visit: SignedIn, request: Request) -> Answer {
    writer(&visit.viewer)?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload);
    match save_new(&mut visit, &form).await {
        Ok(slug) => Ok(visit.done(&format!("{PATH}/{slug}"), W.article_saved())),
        Err(Error::Invalid(problems)) => {
            let page = page(&visit.viewer, None, &form, &problems);
            visit.again(W.new_article(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn save_new(visit: &mut SignedIn, form: &ArticleForm) -> Result<String> {
    let draft = form.check()?;
    let mut tx = visit.write().await?;
    let slug = edit::create(&mut tx, &visit.viewer, &draft).await?;
    tx.commit().await?;
    Ok(slug)
}

/// `GET /aide-en-ligne/{slug}/modifier`
pub(crate) async fn edit(mut visit: SignedIn, Path(slug): Path<String>) -> Answer {
    writer(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let article = Article::load(&mut tx, &visit.viewer, &slug).await?;
    drop(tx);
    let page = page(&visit.viewer, Some(&article), &ArticleForm::of(&article)?, &Problems::default());
    visit.page(W.edit_article(), &page)
}

/// `POST /aide-en-ligne/{slug}/modifier`
pub(crate) async fn update(mut visit: SignedIn, Path(slug): Path<String>, request: Request) -> Answer {
    writer(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let article = Article::load(&mut tx, &visit.viewer, &slug).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let mut form = typed(&upload);
    match save_changes(&mut visit, &slug, &form).await {
        Ok(()) => Ok(visit.done(&article.path(), W.article_saved())),
        Err(Error::Invalid(problems)) => {
            if problems.of("edition").is_some() {
                // Told of the change: what is sent next is written over it knowingly.
                form.edition = article.edition.to_string();
            }
            let page = page(&visit.viewer, Some(&article), &form, &problems);
            visit.again(W.edit_article(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn save_changes(visit: &mut SignedIn, slug: &str, form: &ArticleForm) -> Result<()> {
    let draft = form.check()?;
    let mut tx = visit.write().await?;
    let article = Article::load(&mut tx, &visit.viewer, slug).await?;
    edit::change(&mut tx, &visit.viewer, &article, &draft).await?;
    tx.commit().await
}

fn typed(upload: &Upload) -> ArticleForm {
    ArticleForm {
        edition: upload.text("edition").to_owned(),
        title: upload.text("title").to_owned(),
        body: upload.text("body").to_owned(),
        body_json: upload.text("body_json").to_owned(),
        profiles: upload.texts("profiles").into_iter().map(str::to_owned).collect(),
        pages: upload.text("pages").to_owned(),
        published: upload.has("published"),
    }
}

fn page(viewer: &Viewer, article: Option<&Article>, form: &ArticleForm, problems: &Problems) -> FormPage {
    let option = |(profile, key): &(school::Profile, &'static str)| {
        Opt::new(*key, profile_word(*profile)).checked(form.profiles.iter().any(|it| it == key))
    };
    let editor = RichEditor::new("body", W.article_body()).value(&form.body).error(problems.of("body"));
    let subject = article.map_or_else(|| "nouveau".to_owned(), |it| it.id.to_string());
    FormPage {
        heading: if article.is_some() { W.edit_article() } else { W.new_article() },
        summary: summary(problems),
        notice: None,
        address: article.map_or_else(|| format!("{PATH}/nouvel-article"), |it| format!("{}/modifier", it.path())),
        draft_key: format!("article-{subject}-{}", viewer.account),
        edition: Hidden::new("edition", &form.edition),
        title: Field::text("title", W.title())
            .value(&form.title)
            .maxlength(LONGEST_TITLE)
            .error(problems.of("title"))
            .required(),
        body: if form.body_json.is_empty() { editor } else { editor.document(&form.body_json) },
        profiles: Choice::checkboxes("profiles", W.article_profiles(), PROFILES.iter().map(option).collect())
            .error(problems.of("profiles")),
        pages: Field::area("pages", W.article_pages(), 3)
            .value(&form.pages)
            .hint(W.article_pages_hint())
            .optional(W.optional())
            .error(problems.of("pages")),
        published: Checkbox::new("published", W.article_publish()).checked(form.published),
        save: Button::primary(W.save()),
        back: article.map_or_else(|| PATH.to_owned(), Article::path),
    }
}
