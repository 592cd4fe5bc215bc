//! `GET /conventions/{id}/signatures`: noting a signature. The académie notes either, for papers that came back; the
//! authority its own.

use super::{
    agreement::{address, title},
    paper,
};
use crate::{
    Agreement, AgreementId, Side, State, W,
    agreement::Party,
    letter::{self, News},
    parties::Parties,
    signature::{self, LONGEST, SignatureForm},
    topic::Topic,
};
use askama::Template;
use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect},
};
use commons::paper::Judged;
use db::{Error, Problems, Result, Tx};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field, LinkButton, Opt},
    paper::received,
};

#[derive(Template)]
#[template(path = "signature.html")]
struct SignaturePage {
    about: String,
    summary: Option<ErrorSummary>,
    action: String,
    party: Choice,
    /// Where the signature of the other party is noted instead, and what the link says.
    other: Option<(String, String)>,
    day: Field,
    place: Field,
    name: Field,
    quality: Field,
    paper_error: Option<String>,
    sign: Button,
    back: String,
}

/// Asked before the form, which is filled in for one party.
#[derive(Template)]
#[template(path = "signature_party.html")]
struct PartyPage {
    about: String,
    parties: Vec<LinkButton>,
    back: String,
}

/// Whose signature is noted, where both are awaited.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Whose {
    partie: String,
}

/// `GET /conventions/{id}/signatures`, `?partie=academy` where both are awaited.
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<AgreementId>, Query(whose): Query<Whose>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let may = may_sign(&agreement, side);
    if may.is_empty() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let Some(party) = chosen(&may, &whose.partie) else {
        drop(tx);
        return visit.page(W.signature_enter(), &PartyPage::new(&agreement, &may));
    };
    let form = proposed(&mut tx, &agreement, party).await?;
    drop(tx);
    let page = SignaturePage::new(&agreement, side, &form, &Problems::default());
    visit.page(W.signature_enter(), &page)
}

/// `POST /conventions/{id}/signatures`
pub(crate) async fn sign(mut visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload, side);
    match noted(&mut visit, id, &form, &upload).await {
        Ok(State::Active) => Ok(visit.done(&address(id), W.signature_in_force())),
        Ok(_) => Ok(visit.done(&address(id), W.signature_noted())),
        Err(Error::Invalid(problems)) => {
            let page = SignaturePage::new(&agreement, side, &form, &problems);
            visit.again(W.signature_enter(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn noted(visit: &mut SignedIn, id: AgreementId, form: &SignatureForm, upload: &Upload) -> Result<State> {
    let scans: Vec<Judged> = received(&visit.site, upload, paper::FIELD).await?;
    let house = visit.site.house.address.clone();
    let mut tx = visit.write().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    if may_sign(&agreement, side).is_empty() {
        return Err(Error::Conflict);
    }
    let put = form.check(&mut tx, &agreement).await?;
    let state = signature::sign(&mut tx, &visit.viewer, &agreement, &put).await?;
    paper::keep(&mut tx, &visit.viewer, &agreement, Topic::SignedAgreement, &scans).await?;
    let news = if state == State::Active { News::InForce } else { News::Signed };
    letter::tell_other(&mut tx, &house, &agreement, side, news).await?;
    tx.commit().await?;
    Ok(state)
}

/// Whose signature somebody of a side may note now.
fn may_sign(agreement: &Agreement, side: Side) -> Vec<Party> {
    let own = match side {
        Side::Academy => Party::ALL,
        Side::Authority => &[Party::Authority],
    };
    own.iter().copied().filter(|party| agreement.awaits(*party)).collect()
}

/// The party asked for, or the only one awaited.
fn chosen(may: &[Party], typed: &str) -> Option<Party> {
    let only = if let [only] = may { Some(*only) } else { None };
    may.iter().copied().find(|it| it.as_str() == typed).or(only)
}

/// Where the signature of a party is noted.
fn form_of(agreement: &Agreement, party: Party) -> String {
    format!("{}/signatures?partie={}", address(agreement.id), party.as_str())
}

/// What is likely: who the convention says signs, today.
async fn proposed(tx: &mut Tx, agreement: &Agreement, party: Party) -> Result<SignatureForm> {
    let parties = Parties::of(tx, agreement).await?;
    let (name, quality) = match party {
        Party::Academy => (parties.academy.signatory, parties.academy.quality),
        Party::Authority => (parties.authority.representative, parties.authority.quality),
    };
    let day = tx.now().day().to_string();
    Ok(SignatureForm { party: party.as_str().to_owned(), day, place: String::new(), name, quality })
}

/// What was typed; the authority notes its own signature, whatever was sent.
fn typed(upload: &Upload, side: Side) -> SignatureForm {
    let text = |name: &str| upload.text(name).to_owned();
    let party = match side {
        Side::Academy => text("partie"),
        Side::Authority => Party::Authority.as_str().to_owned(),
    };
    SignatureForm { party, day: text("jour"), place: text("lieu"), name: text("nom"), quality: text("qualite") }
}

impl PartyPage {
    fn new(agreement: &Agreement, may: &[Party]) -> Self {
        let link = |party: &Party| {
            LinkButton::secondary(W.breach_party(party.as_str()), form_of(agreement, *party)).icon("a-signer")
        };
        Self { about: title(agreement), parties: may.iter().map(link).collect(), back: address(agreement.id) }
    }
}

impl SignaturePage {
    fn new(agreement: &Agreement, side: Side, form: &SignatureForm, problems: &Problems) -> Self {
        let path = address(agreement.id);
        let option = |party: Party| {
            Opt::new(party.as_str(), W.breach_party(party.as_str())).checked(form.party == party.as_str())
        };
        let may = may_sign(agreement, side);
        let party = chosen(&may, &form.party);
        let offered = party.map_or_else(|| may.clone(), |it| vec![it]);
        let options: Vec<Opt> = offered.into_iter().map(option).collect();
        let other = party.and_then(|party| may.iter().copied().find(|it| *it != party));
        let line = |name: &'static str, label: &str, value: &str| {
            Field::text(name, label).value(value).maxlength(LONGEST).required().error(problems.of(name))
        };
        Self {
            about: title(agreement),
            summary: web::summary(problems),
            action: format!("{path}/signatures"),
            party: Choice::radios("partie", W.signature_party(), options).required().error(problems.of("partie")),
            other: other.map(|it| (form_of(agreement, it), W.signature_of_other(it.as_str()))),
            day: Field::date("jour", W.signature_day()).value(&form.day).required().error(problems.of("jour")),
            place: line("lieu", W.signature_place(), &form.place),
            name: line("nom", W.signature_name(), &form.name),
            quality: line("qualite", W.signature_quality(), &form.quality),
            paper_error: problems.of("fichier"),
            sign: Button::primary(W.signature_enter()).icon("a-signer"),
            back: path,
        }
    }
}
