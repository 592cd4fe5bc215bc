//! « Manquement » of a convention: what was entered, what is awaited, and the letters.

use super::{
    breach_part::{self, FormPart},
    document::drawn,
};
use crate::{
    Agreement, AgreementId, State, W,
    breach::{self, Breach, Case},
    breach_entry,
    breach_form::{self, Act, BreachForm},
    breach_letter,
    campaign::year_name,
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use commons::paper::{self as papers, PaperId};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Path, SignedIn, Upload,
    component::{EmptyState, ErrorSummary, Notice},
    paper, summary,
};

#[derive(Template)]
#[template(path = "breach.html")]
struct BreachPage {
    lead: String,
    summary: Option<ErrorSummary>,
    warning: Notice,
    deadlines: Vec<(String, String)>,
    breaches: Vec<breach_part::BreachPart>,
    forms: Vec<FormPart>,
    /// Whose drafts are kept on this device.
    account: String,
    empty: Option<EmptyState>,
    back: String,
}

/// The address of a convention's breach.
pub(crate) fn address(agreement: AgreementId) -> String {
    format!("/conventions/{agreement}/manquement")
}

/// `GET /conventions/{id}/manquement`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer, id, None, &Problems::default()).await?;
    drop(tx);
    visit.page(W.breach_title(), &page)
}

/// `POST /conventions/{id}/manquement`: formal notice.
pub(crate) async fn give_notice(visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    enter(visit, id, request, Act::Notice).await
}

/// `POST /conventions/{id}/manquement/reception`
pub(crate) async fn receive(visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    enter(visit, id, request, Act::Receipt).await
}

/// `POST /conventions/{id}/manquement/conciliation`
pub(crate) async fn conciliate(visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    enter(visit, id, request, Act::Conciliation).await
}

/// `POST /conventions/{id}/manquement/accord`
pub(crate) async fn settle(visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    enter(visit, id, request, Act::Settlement).await
}

/// `POST /conventions/{id}/manquement/resiliation`
pub(crate) async fn terminate(visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    enter(visit, id, request, Act::Termination).await
}

/// `POST /conventions/{id}/manquement/tribunal`
pub(crate) async fn go_to_court(visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    enter(visit, id, request, Act::Court).await
}

async fn enter(mut visit: SignedIn, id: AgreementId, request: Request, act: Act) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    Agreement::load(&mut tx, &viewer, id).await?;
    drop(tx);
    // Scans are read only from whoever stands on a side of the convention.
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = BreachForm::of(&upload, act);
    match save(&mut visit, id, act, &form, &upload).await {
        Ok(()) => Ok(visit.done(&address(id), &W.breach_entered(act.slug()))),
        Err(Error::Invalid(problems)) => {
            let mut tx = visit.read().await?;
            let page = page(&mut tx, &viewer, id, Some((act, &form)), &problems).await?;
            drop(tx);
            visit.again(W.breach_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn save(visit: &mut SignedIn, id: AgreementId, act: Act, form: &BreachForm, upload: &Upload) -> Result<()> {
    let scans = paper::received(&visit.site, upload, act.scan()).await?;
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let (agreement, side) = Agreement::load(&mut tx, &viewer, id).await?;
    let breach = breach::latest(&mut tx, id).await?;
    let case = Case { agreement, breach };
    let entry = breach_form::check(act, form, &case, side, tx.now().day())?;
    breach_entry::enter(&mut tx, &case, act, &entry, &scans, viewer.account).await?;
    tx.commit().await
}

/// `GET /conventions/{id}/manquement/{letter}`: one of the letters, `resiliation.pdf`.
pub(crate) async fn letter(mut visit: SignedIn, Path((id, file)): Path<(AgreementId, String)>) -> Answer {
    let wanted = breach_letter::named(&file).ok_or(Error::NotFound)?;
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let breach = breach::latest(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let document = breach_letter::document(&mut tx, &agreement, &breach, wanted, side).await?;
    drop(tx);
    Ok(drawn(document, &file).await?)
}

/// `GET /conventions/{id}/manquement/pieces/{paper}`: a scan.
pub(crate) async fn scan(mut visit: SignedIn, Path((id, wanted)): Path<(AgreementId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    Agreement::load(&mut tx, &visit.viewer, id).await?;
    let mut found = None;
    for breach in breach::of(&mut tx, id).await? {
        match papers::one(&mut tx, breach.id.0, wanted).await {
            Ok(paper) => found = Some(paper),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    drop(tx);
    paper::serve(&visit.site, &found.ok_or(Error::NotFound)?).await
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    id: AgreementId,
    typed: Option<(Act, &BreachForm)>,
    problems: &Problems,
) -> Result<BreachPage> {
    let (agreement, side) = Agreement::load(tx, viewer, id).await?;
    let today = tx.now().day();
    let breaches = breach::of(tx, agreement.id).await?;
    let mut parts = Vec::new();
    for breach in &breaches {
        let scans = papers::about(tx, breach.id.0).await?;
        let letters = breaches.first().is_some_and(|latest| latest.id == breach.id);
        parts.push(breach_part::breach(breach, letters, &scans));
    }
    let case = Case { agreement, breach: breaches.into_iter().next() };
    let agreement = &case.agreement;
    let forms = breach_part::forms(&case, side, typed, problems, today);
    let deadlines = case.breach.as_ref().map(Breach::deadlines).unwrap_or_default();
    Ok(BreachPage {
        lead: W.sum_lead(&agreement.authority, &agreement.number, year_name(agreement.year)),
        summary: summary(problems),
        warning: Notice::attention(W.breach_warning()),
        deadlines: deadlines.into_iter().map(|it| breach_part::awaited(it, today)).collect(),
        account: viewer.account.to_string(),
        empty: (parts.is_empty() && forms.is_empty()).then(|| EmptyState::new("documents", none(agreement), None)),
        breaches: parts,
        back: format!("/conventions/{}", agreement.id),
        forms,
    })
}

fn none(agreement: &Agreement) -> &'static str {
    if agreement.state == State::Active { W.breach_none() } else { W.breach_not_active() }
}
