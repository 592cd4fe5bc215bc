//! `/aide-en-ligne`: the articles, and one of them, with whether it helped.

use super::{Link, adult, prose, with_articles};
use crate::{
    W,
    article::{
        Article, ArticleState, PATH,
        reading::{self, Kept},
        search, writes,
    },
    origin,
};
use askama::Template;
use db::{Error, Moment, Result, Tx};
use school::{AccountId, Viewer};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn, Visit,
    component::{Button, Cell, Column, LinkButton, Notice, SafeHtml, Table},
    dates,
};

#[derive(Template)]
#[template(path = "articles.html")]
struct ArticlesPage {
    write: Option<LinkButton>,
    articles: Vec<Link>,
    kept: Option<Table>,
}

#[derive(Template)]
#[template(path = "article.html")]
struct ArticlePage {
    title: String,
    notice: Option<Notice>,
    body: SafeHtml,
    address: String,
    opinion: Option<&'static str>,
    useful: Button,
    useless: Button,
    ask: Option<LinkButton>,
    edit: Option<LinkButton>,
    back: &'static str,
}

/// Whether it helped.
#[derive(Deserialize)]
pub(crate) struct Opinion {
    #[serde(default)]
    utile: String,
}

/// `GET /aide-en-ligne`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    adult(&visit.viewer)?;
    let mut tx = with_articles(&mut visit).await?;
    let now = tx.now();
    let articles = search::all(&mut tx, &visit.viewer).await?;
    let writer = writes(&visit.viewer);
    let kept = if writer { Some(reading::kept(&mut tx).await?) } else { None };
    drop(tx);
    let page = ArticlesPage {
        write: writer.then(|| LinkButton::primary(W.new_article(), format!("{PATH}/nouvel-article")).icon("ajouter")),
        articles: articles.into_iter().map(Link::from).collect(),
        kept: kept.map(|kept| table(&kept, now)),
    };
    visit.page(W.all_articles(), &page)
}

fn table(kept: &[Kept], now: Moment) -> Table {
    let columns = vec![
        Column::new(W.article()),
        Column::new(W.state()),
        Column::new(W.changed_at()),
        Column::numeric(W.views()),
        Column::numeric(W.useful()),
        Column::numeric(W.useless()),
    ];
    let row = |it: &Kept| {
        vec![
            Cell::link(&it.title, format!("{PATH}/{}", it.slug)),
            Cell::text(it.state.word()),
            Cell::text(dates::past(it.changed_at, now)),
            Cell::text(it.views.to_string()),
            Cell::text(it.useful.to_string()),
            Cell::text(it.useless.to_string()),
        ]
    };
    Table::new(W.kept_title(), columns, kept.iter().map(row).collect())
}

/// `GET /aide-en-ligne/{slug}`
pub(crate) async fn show(mut visit: SignedIn, Path(slug): Path<String>) -> Answer {
    adult(&visit.viewer)?;
    let mut tx = with_articles(&mut visit).await?;
    let article = Article::load(&mut tx, &visit.viewer, &slug).await?;
    let page = ArticlePage::build(&mut tx, &visit.viewer, &article).await?;
    let account = visit.viewer.account;
    let first = reading::is_first(&mut tx, account, article.id).await?;
    drop(tx);
    if first && !visit.is_in_advance() {
        web::note(note(&mut visit, account, &article)).await;
    }
    visit.page(&article.title, &page)
}

async fn note(visit: &mut Visit, account: AccountId, article: &Article) -> Result<()> {
    let mut tx = visit.write().await?;
    reading::note(&mut tx, account, article.id).await?;
    tx.commit().await
}

/// `POST /aide-en-ligne/{slug}/avis`
pub(crate) async fn judge(mut visit: SignedIn, Path(slug): Path<String>, Form(form): Form<Opinion>) -> Answer {
    adult(&visit.viewer)?;
    let mut tx = visit.write().await?;
    let article = Article::load(&mut tx, &visit.viewer, &slug).await?;
    let useful = match form.utile.as_str() {
        "oui" => true,
        "non" => false,
        _ => return Err(Error::invalid("utile", W.opinion_missing()).into()),
    };
    reading::judge(&mut tx, &visit.viewer, &article, useful).await?;
    tx.commit().await?;
    Ok(visit.done(&article.path(), if useful { W.opinion_thanks() } else { W.opinion_sorry() }))
}

impl ArticlePage {
    async fn build(tx: &mut Tx, viewer: &Viewer, article: &Article) -> Result<Self> {
        let opinion = reading::opinion(tx, viewer.account, article.id).await?;
        let said = |useful: bool| if useful { W.opinion_was_useful() } else { W.opinion_was_useless() };
        let edit = || LinkButton::secondary(W.edit_article(), format!("{}/modifier", article.path())).icon("crayon");
        Ok(Self {
            title: article.title.clone(),
            notice: (article.state == ArticleState::Draft).then(|| Notice::attention(W.article_is_draft())),
            body: prose(&article.doc()?),
            address: format!("{}/avis", article.path()),
            opinion: opinion.map(said),
            useful: Button::secondary(W.yes_useful()).icon("pouce").name_value("utile", "oui"),
            useless: Button::secondary(W.not_useful()).name_value("utile", "non"),
            ask: origin::asks(viewer).then(|| LinkButton::secondary(W.ask(), ask_path(article)).icon("main-levee")),
            edit: writes(viewer).then(edit),
            back: PATH,
        })
    }
}

/// Whoever read the article asks with its first page in hand.
fn ask_path(article: &Article) -> String {
    match article.pages.lines().next().filter(|page| !page.contains('*')) {
        Some(page) => format!("/assistance/nouvelle?page={page}"),
        None => "/assistance/nouvelle".to_owned(),
    }
}
