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
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    paper::received,
};

#[derive(Template)]
#[template(path = "signature.html")]
struct SignaturePage {
    about: String,
    summary: Option<ErrorSummary>,
    action: String,
    party: Choice,
    day: Field,
    place: Field,
    name: Field,
    quality: Field,
    paper_error: Option<String>,
    sign: Button,
    back: String,
}

/// `GET /conventions/{id}/signatures`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let Some(first) = may_sign(&agreement, side).first().copied() else {
        return Ok(Redirect::to(&address(id)).into_response());
    };
    let form = proposed(&mut tx, &agreement, first).await?;
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

impl SignaturePage {
    fn new(agreement: &Agreement, side: Side, form: &SignatureForm, problems: &Problems) -> Self {
        let path = address(agreement.id);
        let option = |party: Party| {
            Opt::new(party.as_str(), W.breach_party(party.as_str())).checked(form.party == party.as_str())
        };
        let options: Vec<Opt> = may_sign(agreement, side).into_iter().map(option).collect();
        let line = |name: &'static str, label: &str, value: &str| {
            Field::text(name, label).value(value).maxlength(LONGEST).required().error(problems.of(name))
        };
        Self {
            about: title(agreement),
            summary: web::summary(problems),
            action: format!("{path}/signatures"),
            party: Choice::radios("partie", W.signature_party(), options).required().error(problems.of("partie")),
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
