//! An answer, read as somebody reads it.

use axum::{
    body::to_bytes,
    http::{HeaderMap, header},
    response::Response,
};
use scraper::{Html, Selector};

/// An answer.
#[derive(Debug)]
pub struct Page {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Page {
    pub(crate) async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_else(|error| panic!("{error}"));
        Self { status: parts.status.as_u16(), headers: parts.headers, bytes: bytes.to_vec() }
    }

    /// The HTML, or any other text, its unbreakable spaces as plain ones.
    pub fn html(&self) -> String {
        plain_spaced(&String::from_utf8_lossy(&self.bytes))
    }

    /// What can be read, every space as one plain space.
    pub fn text(&self) -> String {
        let document = Html::parse_document(&self.html());
        // Scripts are not read; neither are texts for screens that cannot show what they describe.
        let root = document.select(&selector("body")).next().unwrap_or_else(|| document.root_element());
        one_spaced(root.text())
    }

    /// Whether somebody can read this on it.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(&one_spaced([words].into_iter()))
    }

    /// The texts of the elements a CSS selector finds.
    pub fn texts(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.html()).select(&selector(css)).map(|it| one_spaced(it.text())).collect()
    }

    /// An attribute of the elements a CSS selector finds, where they have it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let document = Html::parse_document(&self.html());
        document.select(&selector(css)).filter_map(|it| it.attr(name)).map(str::to_owned).collect()
    }

    /// Whether a CSS selector finds something.
    pub fn has(&self, css: &str) -> bool {
        Html::parse_document(&self.html()).select(&selector(css)).next().is_some()
    }

    /// Where the link or the button with these words leads.
    pub fn link(&self, words: &str) -> Option<String> {
        let document = Html::parse_document(&self.html());
        let wanted = one_spaced([words].into_iter());
        let found = document.select(&selector("a[href]")).find(|it| one_spaced(it.text()).contains(&wanted));
        found.and_then(|it| it.attr("href")).map(str::to_owned)
    }

    /// Where the answer leads to.
    pub fn location(&self) -> Option<String> {
        self.headers.get(header::LOCATION).and_then(|it| it.to_str().ok()).map(str::to_owned)
    }

    /// Whether it leads to the sign-in page.
    pub fn asks_to_sign_in(&self) -> bool {
        self.status == 303 && self.location().is_some_and(|it| it.starts_with("/connexion"))
    }
}

/// What somebody typed or reads, its unbreakable spaces as the plain ones a test is written with.
pub fn plain_spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

fn one_spaced<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let joined = texts.collect::<Vec<_>>().join(" ");
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}
