//! The link of a letter: one thing, to read and nothing more.

use crate::W;
use askama::Template;
use axum::http::{HeaderName, HeaderValue, header};
use commons::{
    audit::{self, Action},
    reading_link,
};
use db::Result;
use richtext::Labels;
use school::account::Account;
use web::{
    Answer, Bearer, Path, Reading, Visit,
    component::{EmptyState, LinkButton, SafeHtml},
};

#[derive(Template)]
#[template(path = "reading.html")]
struct ReadingPage {
    title: String,
    about: String,
    asked: Option<String>,
    body: SafeHtml,
    enter: LinkButton,
}

#[derive(Template)]
#[template(source = "<h1>{{ crate::W.link_over_title() }}</h1>{{ empty }}", ext = "html")]
struct OverPage {
    empty: EmptyState,
}

/// `GET /lecture/{token}`
pub(crate) async fn show(mut visit: Visit, Path(token): Path<String>) -> Answer {
    let answer = match opened(&mut visit, &token).await? {
        Some((bearer, reading)) => {
            let enter = format!("/{}/{}", bearer.kind, bearer.thing);
            let page = ReadingPage {
                about: reading.about,
                asked: reading.asked,
                // Files and pictures stay behind the door.
                body: SafeHtml(reading.body.to_html(&|_| None, &Labels::FRENCH)),
                enter: LinkButton::primary(W.sign_in_to_answer(), enter).icon("entrer"),
                title: reading.title,
            };
            let title = page.title.clone();
            visit.page(&title, &page)
        }
        None => {
            let enter = Some((W.sign_in().to_owned(), "/".to_owned()));
            let empty = EmptyState::new("introuvable", W.link_over(reading_link::HOURS), enter);
            visit.page(W.link_over_title(), &OverPage { empty })
        }
    };
    answer.map(|mut response| {
        let headers = response.headers_mut();
        // The address opens something: no search engine keeps it, no site learns it.
        headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response
    })
}

/// What the link opens now, noted in the audit journal; nothing when it is over, or when the thing may be read no more.
async fn opened(visit: &mut Visit, token: &str) -> Result<Option<(Bearer, Reading)>> {
    let house = visit.site.house.clone();
    let Some((account, kind, thing)) = reading_link::verify(&house, token, house.db.now()) else { return Ok(None) };
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    let known = Account::load(&mut tx, account).await?;
    if known.blocked_at.is_some() || known.activated_at.is_none() {
        return Ok(None);
    }
    let bearer = Bearer { kind, thing, account };
    for service in services {
        if let Some(reading) = (service.reading)(&mut tx, &bearer).await? {
            audit::write(&mut tx, Some(account), Action::ReadByLink, Some(thing.to_string()), None).await?;
            tx.commit().await?;
            return Ok(Some((bearer, reading)));
        }
    }
    Ok(None)
}
