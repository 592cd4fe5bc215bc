//! What everybody reads: the home page of a site, and its pages.

use super::{event_line, event_line::EventLine, lines, parts, parts::Reader, under};
use crate::{
    W, director,
    public::{self, Entry},
    site::PublicSite,
};
use askama::Template;
use db::{Result, Tx};
use web::{Answer, Passerby, Path, component::SafeHtml, dates};

/// What surrounds every page of a site.
pub(super) struct Around {
    pub(super) title: String,
    /// The name of the menu, for screen readers.
    pub(super) menu: String,
    pub(super) links: Vec<Link>,
}

/// A page of the menu.
pub(super) struct Link {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) current: bool,
}

#[derive(Template)]
#[template(path = "site_home.html")]
struct HomePage {
    around: Around,
    presentation: Option<SafeHtml>,
    news: Vec<NewsLine>,
    events: Vec<EventLine>,
    agenda: Option<String>,
    contact: Option<SafeHtml>,
    foot: Foot,
}

struct NewsLine {
    title: String,
    href: String,
    when: String,
}

#[derive(Template)]
#[template(path = "site_page.html")]
struct ShownPage {
    around: Around,
    title: String,
    when: Option<String>,
    parts: Vec<SafeHtml>,
    foot: Foot,
}

/// What stands under every page: who answers for it, and where to ask for it to be taken off line.
struct Foot {
    under: String,
    dated: Option<String>,
    report: String,
}

/// `GET /sites/{slug}`
pub(crate) async fn home(visit: Passerby, Path(slug): Path<String>) -> Answer {
    let mut tx = visit.read().await?;
    let site = PublicSite::open(&mut tx, &slug).await?;
    let page = home_page(&mut tx, &site).await?;
    drop(tx);
    visit.page(&site.title, &page)
}

async fn home_page(tx: &mut Tx, site: &PublicSite) -> Result<HomePage> {
    let director = director::of(tx, site).await?;
    let events = public::events(tx, site.id).await?;
    let news = public::news(tx, site.id).await?;
    let line = |it: &Entry| NewsLine {
        title: it.title.clone(),
        href: format!("{}/{}", site.address(), it.slug),
        when: dates::date(it.published_at.day()),
    };
    Ok(HomePage {
        around: Around::of(tx, site, "").await?,
        presentation: lines(&site.presentation),
        news: news.iter().map(line).collect(),
        agenda: (!events.is_empty()).then(|| format!("{}/agenda.ics", site.address())),
        events: events.iter().map(|it| EventLine::of(it, &site.address())).collect(),
        contact: lines(&site.contact),
        foot: Foot {
            under: under(&director.name, &director.quality),
            dated: None,
            report: format!("{}/signalement", site.address()),
        },
    })
}

/// `GET /sites/{slug}/{page}`
pub(crate) async fn page(visit: Passerby, Path((slug, page)): Path<(String, String)>) -> Answer {
    let mut tx = visit.read().await?;
    let site = PublicSite::open(&mut tx, &slug).await?;
    let shown = public::page(&mut tx, &site, &page).await?;
    let when =
        event_line::when(shown.starts_on.as_ref(), shown.starts_at.as_deref(), shown.ends_on.as_ref(), &shown.place);
    let page = ShownPage {
        around: Around::of(&mut tx, &site, &shown.slug).await?,
        title: shown.title.clone(),
        when,
        parts: parts::drawn(&mut tx, &site, &shown.blocks, Reader::Everybody).await?,
        foot: Foot {
            under: under(&shown.responsible, &shown.quality),
            dated: Some(W.on_line_since(dates::date(shown.published_at.day()))),
            report: format!("{}/{}/signalement", site.address(), shown.slug),
        },
    };
    drop(tx);
    visit.page(&W.page_of_site(&shown.title, &site.title), &page)
}

impl Around {
    /// The way around a site, from the page with a short name; none for its home page.
    pub(super) async fn of(tx: &mut Tx, site: &PublicSite, here: &str) -> Result<Self> {
        let link = |label: String, slug: &str| Link {
            label,
            href: if slug.is_empty() { site.address() } else { format!("{}/{slug}", site.address()) },
            current: slug == here,
        };
        let mut links = vec![link(W.site_home().to_owned(), "")];
        for entry in public::menu(tx, site.id).await? {
            links.push(link(entry.title, &entry.slug));
        }
        links.push(link(W.legal_title().to_owned(), "mentions-legales"));
        Ok(Self { title: site.title.clone(), menu: W.site_menu(&site.title), links })
    }
}
