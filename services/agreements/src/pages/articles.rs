//! The articles of conventions, version after version: read by those who run the scheme, written by the région.

use super::{
    articles_form::{ArticlesForm, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE, NAMES},
    document::drawn,
    office_tabs,
};
use crate::{
    W, campaign,
    document::{Facts, convention},
    enrolment::{Enrolled, Stage},
    parties::{Issuer, Parties, Payer},
    template::{self, Template, VARIABLES, Version},
};
use askama::Template as Page;
use commons::identity::{Identity, REGION};
use db::{Error, Moment, Problems, Result, Tx, Uuid};
use school::{Right, SchoolYear, Territory, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Cell, Column, ErrorSummary, Field, LinkButton, Notice, Table, Tabs},
    dates,
};

const PATH: &str = "/conventions/articles";

#[derive(Page)]
#[template(path = "articles.html")]
struct VersionsPage {
    tabs: Tabs,
    versions: Table,
}

#[derive(Page)]
#[template(path = "articles_version.html")]
struct VersionPage {
    title: String,
    summary: Option<ErrorSummary>,
    about: Notice,
    preview: LinkButton,
    action: String,
    draft_key: String,
    variables: String,
    note: Field,
    articles: Vec<(Field, Field)>,
    /// The articles as those read them who do not write them: a title, and paragraphs.
    read: Vec<(String, Vec<String>)>,
    save: Option<Button>,
    put_in_force: Option<Button>,
    back: &'static str,
}

/// `GET /conventions/articles`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let versions = template::versions(&mut tx).await?;
    drop(tx);
    let columns = vec![
        Column::new(W.articles_version()),
        Column::new(W.articles_note()),
        Column::new(W.articles_made()),
        Column::new(W.articles_state()),
    ];
    let rows = versions.iter().map(row).collect();
    let page = VersionsPage {
        tabs: office_tabs(&visit.viewer, PATH),
        versions: Table::new(W.articles_versions(), columns, rows).caption_hidden(),
    };
    visit.page(W.articles_title(), &page)
}

fn row(version: &Version) -> Vec<Cell> {
    let made = if version.made_at == Moment::DAWN { String::new() } else { dates::date(version.made_at.day()) };
    let state = if version.in_force { W.articles_in_force() } else { W.articles_not_in_force() };
    vec![
        Cell::link(W.articles_version_number(version.version), format!("{PATH}/{}", version.version)),
        Cell::text(&version.note),
        Cell::text(made),
        Cell::text(state),
    ]
}

/// `GET /conventions/articles/{version}`
pub(crate) async fn show(mut visit: SignedIn, Path(version): Path<i64>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let template = template::load(&mut tx, version).await?;
    let draft = template::is_draft(&mut tx, &template.version).await?;
    drop(tx);
    let form = ArticlesForm::of(&template.version.note, &template.articles);
    let page = VersionPage::new(&visit.viewer, &template.version, draft, &form, &Problems::default());
    visit.page(&W.articles_version_title(version), &page)
}

/// `POST /conventions/articles/{version}`
pub(crate) async fn write(
    mut visit: SignedIn,
    Path(version): Path<i64>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    or_forbidden(&visit.viewer)?;
    let form = ArticlesForm::typed(&fields);
    let mut tx = visit.write().await?;
    let old = template::load(&mut tx, version).await?;
    match form.check() {
        Ok(articles) => {
            let kept = template::write(&mut tx, &visit.viewer, version, &form.note, &articles).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{kept}"), &W.articles_saved(kept)))
        }
        Err(Error::Invalid(problems)) => {
            let draft = template::is_draft(&mut tx, &old.version).await?;
            drop(tx);
            let page = VersionPage::new(&visit.viewer, &old.version, draft, &form, &problems);
            visit.again(&W.articles_version_title(version), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /conventions/articles/{version}/vigueur`
pub(crate) async fn put_in_force(mut visit: SignedIn, Path(version): Path<i64>) -> Answer {
    or_forbidden(&visit.viewer)?;
    let mut tx = visit.write().await?;
    template::put_in_force(&mut tx, &visit.viewer, version).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, &W.articles_put_in_force_done(version)))
}

/// `GET /conventions/articles/{version}/apercu.pdf`
pub(crate) async fn preview(mut visit: SignedIn, Path(version): Path<i64>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let template = template::load(&mut tx, version).await?;
    let facts = example(&mut tx, template).await?;
    drop(tx);
    Ok(drawn(convention::of(&facts), &format!("articles-{version}.pdf")).await?)
}

/// The région writes them; its académies read them.
fn or_forbidden(viewer: &Viewer) -> Result<()> {
    or_not_found(viewer.may_over(Right::ManageAgreements))?;
    if writes(viewer) { Ok(()) } else { Err(Error::Forbidden) }
}

fn writes(viewer: &Viewer) -> bool {
    viewer.territories(Right::ManageAgreements).any(|it| it == Territory::Region)
}

/// A convention of an example, to see the articles in.
async fn example(tx: &mut Tx, template: Template) -> Result<Facts> {
    let today = tx.now().day();
    let year = SchoolYear::of(today).0;
    let academy = Issuer::from(Identity::of(tx, REGION).await?);
    let authority = Payer { name: W.articles_example().to_owned(), ..Payer::default() };
    Ok(Facts {
        number: W.articles_version_number(template.version.version),
        year,
        parties: Parties { academy, authority },
        articles: template.articles,
        price_cents: campaign::PRICE_CENTS,
        schools: vec![example_school()],
        ends_on: campaign::end_of(year).to_string(),
        signatures: Vec::new(),
        proposed: false,
        today,
    })
}

fn example_school() -> Enrolled {
    Enrolled {
        id: Uuid::nil().into(),
        school_id: Uuid::nil().into(),
        stage: Stage::Enrolled,
        uai: "0310000G".to_owned(),
        name: W.articles_example_school().to_owned(),
        town: Some(W.articles_example().to_owned()),
        kind: None,
    }
}

impl VersionPage {
    fn new(viewer: &Viewer, version: &Version, draft: bool, form: &ArticlesForm, problems: &Problems) -> Self {
        let path = format!("{PATH}/{}", version.version);
        let writes = writes(viewer);
        let about = if draft { W.articles_about_draft() } else { W.articles_about_kept() };
        let article = |(article, (title, body)): (&template::Article, (&'static str, &'static str))| {
            let rows = u16::try_from(article.body.lines().count()).unwrap_or(20).clamp(4, 20);
            (
                Field::text(title, W.articles_article_title())
                    .value(&article.title)
                    .maxlength(LONGEST_TITLE)
                    .error(problems.of(title)),
                Field::area(body, W.articles_article_body(), rows)
                    .value(&article.body)
                    .maxlength(LONGEST_TEXT)
                    .error(problems.of(body)),
            )
        };
        let paragraphs = |it: &template::Article| it.body.split("\n\n").map(str::to_owned).collect::<Vec<String>>();
        let written = form.articles.iter().filter(|it| !writes && !it.title.is_empty());
        Self {
            title: W.articles_version_title(version.version),
            summary: web::summary(problems),
            about: Notice::info(if writes { about } else { W.articles_about_read() }),
            preview: LinkButton::secondary(W.articles_preview(), format!("{path}/apercu.pdf")).icon("telecharger"),
            draft_key: format!("articles-{}-{}", version.version, viewer.account),
            variables: VARIABLES.map(|name| format!("{{{name}}}")).join(" "),
            note: Field::text("note", W.articles_note())
                .value(&form.note)
                .maxlength(LONGEST_NOTE)
                .error(problems.of("note")),
            articles: form.articles.iter().zip(NAMES).map(article).collect(),
            read: written.map(|it| (it.title.clone(), paragraphs(it))).collect(),
            save: writes.then(|| Button::primary(if draft { W.articles_save() } else { W.articles_save_new() })),
            put_in_force: (writes && !version.in_force).then(|| Button::secondary(W.articles_put_in_force())),
            action: path,
            back: PATH,
        }
    }
}
