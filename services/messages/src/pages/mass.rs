//! Confirming a message to many people: how many, some of them by name, the text; and who is there, proved afresh.

use crate::{
    W,
    conversation::KIND,
    mass::{self, Count, Held, MassSendId},
    wording,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::delivery;
use db::{Error, Problems, Tx};
use school::Viewer;
use web::{
    Answer, Path, SignedIn,
    component::{Button, ErrorSummary, LinkButton, Notice},
    dates, summary,
};

/// Where a message is written.
const COMPOSE: &str = "/messages/nouveau";

#[derive(Template)]
#[template(path = "mass.html")]
struct MassPage {
    summary: Option<ErrorSummary>,
    subject: String,
    counts: Vec<String>,
    when: Notice,
    sample: Vec<String>,
    /// What is written, paragraph by paragraph.
    text: Vec<String>,
    pieces: Option<String>,
    /// That the same families were given much today.
    economy: Option<Notice>,
    address: String,
    send: Option<Button>,
    prove: Option<LinkButton>,
    change: Button,
}

impl MassPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, held: &Held, proved: bool, problems: &Problems) -> db::Result<Self> {
        let recipients = held.recipients(tx, viewer).await?;
        let proved = proved || !mass::needs_proof(&held.outgoing.targets, &recipients);
        let circles = wording::circles(tx, &held.outgoing.targets).await?;
        let sample = mass::sample(tx, &recipients).await?;
        let at = delivery::instant(tx, held.school, None).await?;
        let total = i64::try_from(recipients.len()).unwrap_or(i64::MAX);
        let pieces = i64::try_from(held.outgoing.pieces.len()).unwrap_or(i64::MAX);
        let when = match &held.outgoing.urgent {
            Some(reason) => Notice::attention(W.mass_urgent(reason)),
            None => Notice::info(dates::delivery(at, tx.now())),
        };
        let address = mass::path(held.id);
        Ok(Self {
            summary: summary(problems),
            subject: held.outgoing.subject.clone(),
            counts: counts(Count::of(&recipients)),
            when,
            sample: sample.into_iter().map(line).collect(),
            text: held.outgoing.body.to_plain().lines().map(str::to_owned).collect(),
            economy: web::economy::warning(tx, viewer, &circles).await?,
            pieces: (pieces > 0).then(|| W.mass_pieces(pieces)),
            send: proved.then(|| Button::primary(W.mass_send(total)).icon("a-envoyer")),
            prove: (!proved).then(|| LinkButton::primary(W.mass_prove(), verification(&address)).icon("bouclier")),
            change: Button::secondary(W.mass_change()).icon("crayon"),
            address,
        })
    }
}

/// « 24 familles (41 adultes) », « 3 personnes de l’équipe ».
fn counts(count: Count) -> Vec<String> {
    let mut lines = Vec::new();
    if count.adults > 0 {
        lines.push(W.mass_families(count.families, W.mass_adults(count.adults)));
    }
    if count.pupils > 0 {
        lines.push(W.mass_pupils(count.pupils));
    }
    if count.team > 0 {
        lines.push(W.mass_team(count.team));
    }
    lines
}

fn line((name, child): mass::Sampled) -> String {
    match child {
        Some(child) => W.mass_for_child(name, child),
        None => name,
    }
}

fn verification(back: &str) -> String {
    format!("/verification?retour={back}")
}

fn is_proved(visit: &SignedIn) -> bool {
    let now = visit.site.house.db.now();
    visit.session.as_ref().is_some_and(|it| it.is_proved(now))
}

/// `GET /messages/envois/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<MassSendId>) -> Answer {
    let proved = is_proved(&visit);
    let mut tx = visit.read().await?;
    let held = Held::load(&mut tx, &visit.viewer, id).await?;
    let page = MassPage::build(&mut tx, &visit.viewer, &held, proved, &Problems::default()).await?;
    drop(tx);
    visit.page(W.mass_title(), &page)
}

/// `POST /messages/envois/{id}`: sends it, once somebody has proved to be there when that is asked.
pub(crate) async fn send(mut visit: SignedIn, Path(id): Path<MassSendId>) -> Answer {
    let proved = is_proved(&visit);
    let mut tx = visit.write().await?;
    let held = Held::load(&mut tx, &visit.viewer, id).await?;
    let recipients = held.recipients(&mut tx, &visit.viewer).await?;
    if !proved && mass::needs_proof(&held.outgoing.targets, &recipients) {
        return Ok(Redirect::to(&verification(&mass::path(id))).into_response());
    }
    match held.send(&mut tx, &visit.viewer).await {
        Ok(sent) => {
            let now = tx.now();
            tx.commit().await?;
            let count = i64::try_from(sent.recipients).unwrap_or(i64::MAX);
            let said = W.mass_sent(count, dates::delivery(sent.first_at, now));
            Ok(visit.done(&KIND.path(sent.thing), &said))
        }
        Err(Error::Invalid(problems)) => {
            // What was begun is given back; the message is still held.
            drop(tx);
            let mut tx = visit.read().await?;
            let page = MassPage::build(&mut tx, &visit.viewer, &held, proved, &problems).await?;
            drop(tx);
            visit.again(W.mass_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /messages/envois/{id}/brouillon`: back to the form, with all that was written.
pub(crate) async fn keep(mut visit: SignedIn, Path(id): Path<MassSendId>) -> Answer {
    let mut tx = visit.write().await?;
    let held = Held::load(&mut tx, &visit.viewer, id).await?;
    let draft = held.keep(&mut tx, &visit.viewer).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{COMPOSE}?brouillon={draft}")).into_response())
}
