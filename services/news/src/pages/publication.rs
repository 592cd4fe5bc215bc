//! Before publishing: who will see it, and when.

use super::chip;
use crate::{
    W,
    news::{News, State},
    publication,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::{Level, ThingId};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{AudienceChip, Button, Checkbox, ErrorSummary, Field, LinkButton, Notice},
    dates,
};

#[derive(Template)]
#[template(path = "publication.html")]
struct PublicationPage {
    title: String,
    summary: Option<ErrorSummary>,
    chip: AudienceChip,
    when: Notice,
    /// Whether a banner shows it over every page of its readers.
    flash: bool,
    /// That the same people were given much today.
    economy: Option<Notice>,
    /// That its last day comes before its delivery.
    until: Option<Notice>,
    urgent: Option<(Checkbox, Field)>,
    address: String,
    publish: Button,
    edit: LinkButton,
    back: String,
}

/// What is chosen on the page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Chosen {
    urgent: Option<String>,
    #[serde(default)]
    reason: String,
}

pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if news.state != State::Draft {
        return Ok(Redirect::to(&news.path()).into_response());
    }
    let page = PublicationPage::build(&mut tx, &visit.viewer, &news, &Chosen::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.publication(), &page)
}

pub(crate) async fn publish(mut visit: SignedIn, Path(id): Path<ThingId>, Form(chosen): Form<Chosen>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let urgent = chosen.urgent.as_ref().map(|_| chosen.reason.as_str());
    match publication::publish(&mut tx, &visit.viewer, &news, urgent).await {
        Ok(delivered_at) => {
            let now = tx.now();
            let said = if delivered_at > now { dates::delivery(delivered_at, now) } else { W.published().to_owned() };
            tx.commit().await?;
            Ok(visit.done(&news.path(), &said))
        }
        Err(Error::Invalid(problems)) => {
            // Nothing of what was begun is kept.
            drop(tx);
            let mut tx = visit.read().await?;
            let page = PublicationPage::build(&mut tx, &visit.viewer, &news, &chosen, &problems).await?;
            drop(tx);
            visit.again(W.publication(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl PublicationPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, news: &News, chosen: &Chosen, problems: &Problems) -> Result<Self> {
        let now = tx.now();
        let delivered_at = publication::instant(tx, news).await?;
        let to_come = delivered_at > now;
        let circles = news.scope.circles(tx, &news.publics).await?;
        let told = if to_come { W.may_be_taken_back() } else { W.seen_at_once() };
        // Who may hurry is asked only where there is something to wait for.
        let hurries = to_come && news.may_be_urgent(viewer);
        Ok(Self {
            title: news.thing.title.clone(),
            summary: web::summary(problems),
            chip: chip(news),
            when: Notice::info(told).title(dates::delivery(delivered_at, now)),
            flash: news.flash,
            economy: web::economy::warning(tx, viewer, &circles).await?,
            until: problems.of("until").map(Notice::problem),
            urgent: hurries.then(|| urgent(chosen, problems)),
            address: format!("{}/publication", news.path()),
            publish: Button::primary(W.publish()).icon("a-envoyer"),
            edit: LinkButton::secondary(W.edit(), format!("{}/modifier", news.path())).icon("crayon"),
            back: news.path(),
        })
    }
}

fn urgent(chosen: &Chosen, problems: &Problems) -> (Checkbox, Field) {
    let now = Checkbox::new("urgent", W.urgent()).checked(chosen.urgent.is_some()).hint(W.urgent_hint());
    let why = Field::text("reason", W.urgent_reason()).maxlength(web::reason::LONGEST).value(&chosen.reason);
    (now, why.error(problems.of("reason")))
}
