//! The blocks of a page, drawn: for everybody, or over again for those who make it.

use super::{event_line::EventLine, lines};
use crate::{
    W,
    block::{Block, Blocks},
    public,
    site::PublicSite,
};
use askama::Template;
use db::{Result, Tx, Uuid};
use richtext::Labels;
use web::component::SafeHtml;

/// For whom a page is drawn: where its files are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// For everybody.
    Everybody,
    /// For those who make it.
    Author,
}

#[derive(Template)]
#[template(source = "<h2>{{ text }}</h2>", ext = "html")]
struct Heading<'a> {
    text: &'a str,
}

#[derive(Template)]
#[template(source = r#"<div class="prose">{{ html }}</div>"#, ext = "html")]
struct Prose {
    html: SafeHtml,
}

#[derive(Template)]
#[template(
    source = r#"<figure><img src="{{ src }}" alt="{{ alt }}" width="{{ width }}" height="{{ height }}" loading="lazy" decoding="async"></figure>"#,
    ext = "html"
)]
struct Figure<'a> {
    src: String,
    alt: &'a str,
    width: i64,
    height: i64,
}

#[derive(Template)]
#[template(source = r#"<p><a href="{{ href }}" rel="noopener noreferrer nofollow">{{ label }}</a></p>"#, ext = "html")]
struct Link<'a> {
    href: &'a str,
    label: String,
}

#[derive(Template)]
#[template(path = "agenda.html")]
struct Agenda {
    events: Vec<EventLine>,
}

/// The blocks of a page of a site, each as it is shown.
///
/// # Errors
/// A fault of the database or of a template.
pub(crate) async fn drawn(tx: &mut Tx, site: &PublicSite, blocks: &Blocks, reader: Reader) -> Result<Vec<SafeHtml>> {
    let events = match blocks.has_agenda() {
        true => public::events(tx, site.id).await?,
        false => Vec::new(),
    };
    let mut parts = Vec::new();
    for block in &blocks.0 {
        let part = match block {
            Block::Text { doc } => Prose { html: SafeHtml(doc.to_html(&|_| None, &Labels::FRENCH)) }.render(),
            Block::Heading { text } => Heading { text }.render(),
            Block::Picture { file, alt, width, height } => {
                let src = address(site, reader, "images", *file);
                Figure { src, alt, width: *width, height: *height }.render()
            }
            Block::Document { file, label } => {
                let href = address(site, reader, "documents", *file);
                Link { href: &href, label: W.document_link(label) }.render()
            }
            Block::Link { address, label } => Link { href: address, label: label.clone() }.render(),
            Block::Contact => match lines(&site.contact) {
                Some(html) => Prose { html }.render(),
                None => continue,
            },
            Block::Agenda => {
                let events = events.iter().map(|it| EventLine::of(it, &site.address())).collect();
                Agenda { events }.render()
            }
        };
        parts.push(SafeHtml(part.map_err(db::Error::fault)?));
    }
    Ok(parts)
}

fn address(site: &PublicSite, reader: Reader, folder: &str, file: Uuid) -> String {
    match reader {
        Reader::Everybody => format!("{}/{folder}/{file}", site.address()),
        Reader::Author => format!("{}/fichiers/{file}", site.desk()),
    }
}
