//! Coupons to print: for whom, how many on a page, and the document.

use crate::{
    W,
    mot::{Mot, State},
    paper,
    slip::{self, Whom},
};
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use commons::{Level, ThingId};
use db::{Error, Result, Tx};
use serde::Deserialize;
use tokio::task::spawn_blocking;
use web::{
    Answer, Path, Query, SignedIn,
    component::{Button, Choice, LinkButton, Opt},
};

/// Coupons on a page unless asked otherwise.
const USUAL: usize = 3;
const MOST: usize = 4;

/// What is asked of the printer.
#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    pour: String,
    #[serde(default, rename = "par-page")]
    per_page: Option<usize>,
}

#[derive(Template)]
#[template(path = "paper_slips.html")]
struct SlipsPage {
    title: String,
    address: String,
    whom: Choice,
    per_page: Choice,
    print: Button,
    enter: Option<LinkButton>,
    back: String,
}

/// The word of an address for each choice.
const WORDS: [(Whom, &str); 3] =
    [(Whom::WithoutAccount, "sans-compte"), (Whom::Awaited, "attendus"), (Whom::All, "tous")];

fn whom(word: &str) -> Whom {
    WORDS.iter().find(|(_, it)| *it == word).map_or(Whom::All, |(whom, _)| *whom)
}

fn label(whom: Whom, count: i64) -> String {
    match whom {
        Whom::WithoutAccount => W.slips_without_account(count),
        Whom::Awaited => W.slips_awaited(count),
        Whom::All => W.slips_all(count),
    }
}

impl SlipsPage {
    async fn build(tx: &mut Tx, mot: &Mot) -> Result<Self> {
        let mut options = Vec::new();
        for (whom, word) in WORDS {
            let count = slip::chosen(tx, mot, whom).await?.len();
            let label = label(whom, i64::try_from(count).unwrap_or(i64::MAX));
            options.push(Opt::new(word, label).checked(whom == Whom::All));
        }
        let numbers = (1..=MOST).map(|count| {
            let label = W.slips_on_a_page(i64::try_from(count).unwrap_or(1));
            Opt::new(count.to_string(), label).checked(count == USUAL)
        });
        Ok(Self {
            title: mot.thing.title.clone(),
            address: format!("{}/coupons.pdf", mot.path()),
            whom: Choice::radios("pour", W.slips_for(), options).required(),
            per_page: Choice::select("par-page", W.slips_per_page(), numbers.collect()).hint(W.slips_fewer()),
            print: Button::primary(W.slips_print()).icon("imprimer"),
            enter: paper::is_open(mot)
                .then(|| LinkButton::secondary(W.paper_enter_link(), format!("{}/papier", mot.path()))),
            back: mot.path(),
        })
    }
}

/// For whom to print.
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if mot.state != State::Sent {
        return Ok(visit.not_done(&mot.path(), W.paper_not_sent()));
    }
    let page = SlipsPage::build(&mut tx, &mot).await?;
    drop(tx);
    visit.page(W.slips(), &page)
}

/// The document. Its name tells nothing of the mot.
pub(crate) async fn print(mut visit: SignedIn, Path(id): Path<ThingId>, Query(wish): Query<Wish>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if mot.state != State::Sent {
        return Ok(visit.not_done(&mot.path(), W.paper_not_sent()));
    }
    let rows = slip::chosen(&mut tx, &mot, whom(&wish.pour)).await?;
    if rows.is_empty() {
        return Ok(visit.not_done(&format!("{}/coupons", mot.path()), W.slips_nobody()));
    }
    let (printed, slips) = slip::printed(&mut tx, &house, &mot, &rows).await?;
    drop(tx);
    let title = W.slips_title(&mot.thing.title);
    let per_page = wish.per_page.unwrap_or(USUAL).clamp(1, MOST);
    let drawn = spawn_blocking(move || pdf::slips(&title, &printed, &slips, per_page));
    let bytes = drawn.await.map_err(Error::fault)?.map_err(Error::fault)?;
    Ok(as_file("coupons.pdf", bytes))
}

/// A PDF to keep.
pub(crate) fn as_file(name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, bytes).into_response()
}
