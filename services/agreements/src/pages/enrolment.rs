//! The schools of a convention: adding, confirming, taking off, while it is a draft.

use crate::{
    Agreement, AgreementId, Side, State, W,
    campaign::year_name,
    enrolling::{self, Judged, Verdict},
    enrolment::{self, Enrolled, Stage},
    school_line,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::SchoolId;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, Notice, Status, StatusKind},
    summary,
};

#[derive(Template)]
#[template(path = "enrolment.html")]
struct EnrolmentPage {
    title: String,
    about: String,
    back: String,
    address: String,
    summary: Option<ErrorSummary>,
    fixed: Option<Notice>,
    schools: Vec<Line>,
    confirm: Option<Button>,
    /// What became of each line that was typed.
    verdicts: Vec<(String, String)>,
    add: Option<(Field, Button)>,
}

struct Line {
    label: String,
    status: Status,
    remove: Option<(String, Button)>,
}

/// `GET /conventions/{id}/ecoles`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &agreement, side, "", &[]).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// Lines that were typed, or pasted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Added {
    ecoles: String,
}

/// `POST /conventions/{id}/ecoles`
pub(crate) async fn add(mut visit: SignedIn, Path(id): Path<AgreementId>, Form(added): Form<Added>) -> Answer {
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    let judged = enrolling::judge(&mut tx, &agreement, school_line::lines(&added.ecoles)).await?;
    if judged.is_empty() || judged.iter().any(|it| it.verdict != Verdict::Good) {
        let page = page(&mut tx, &agreement, Side::Academy, &added.ecoles, &judged).await?;
        let page = EnrolmentPage { summary: summary(&problems(&judged)), ..page };
        drop(tx);
        return visit.again(&page.title, &page);
    }
    match enrolling::add(&mut tx, &visit.viewer, &agreement, &judged).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Conflict) => return Ok(visit.not_done(&address(id), W.enrol_not_now())),
        Err(other) => return Err(other.into()),
    }
    let otherwise = judged.iter().filter(|it| it.is_labelled_otherwise()).count();
    let mut said = W.enrol_added(i64::try_from(judged.len()).unwrap_or(i64::MAX));
    if otherwise > 0 {
        said = format!("{said} {}", W.enrol_otherwise(i64::try_from(otherwise).unwrap_or(i64::MAX)));
    }
    Ok(visit.done(&address(id), &said))
}

/// `POST /conventions/{id}/ecoles/confirmation`
pub(crate) async fn confirm(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    match enrolling::confirm(&mut tx, &agreement).await {
        Ok(count) => {
            tx.commit().await?;
            Ok(visit.done(&address(id), &W.enrol_confirmed(count)))
        }
        Err(Error::Conflict) => Ok(visit.not_done(&address(id), W.enrol_not_now())),
        Err(other) => Err(other.into()),
    }
}

/// `POST /conventions/{id}/ecoles/{school}/retrait`
pub(crate) async fn remove(mut visit: SignedIn, Path((id, school)): Path<(AgreementId, SchoolId)>) -> Answer {
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    match enrolling::withdraw(&mut tx, &visit.viewer, &agreement, school).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&address(id), W.enrol_removed()))
        }
        Err(Error::Conflict) => Ok(visit.not_done(&address(id), W.enrol_not_now())),
        Err(other) => Err(other.into()),
    }
}

fn address(id: AgreementId) -> String {
    format!("/conventions/{id}/ecoles")
}

fn problems(judged: &[Judged]) -> Problems {
    Problems::one("ecoles", if judged.is_empty() { W.enrol_none() } else { W.enrol_some_refused() })
}

async fn page(tx: &mut Tx, agreement: &Agreement, side: Side, typed: &str, judged: &[Judged]) -> Result<EnrolmentPage> {
    let schools = enrolment::of(tx, agreement.id).await?;
    let stages = enrolment::stages_of(tx, &schools, agreement.state.is_over()).await?;
    let changes = side == Side::Academy && agreement.state == State::Draft;
    let requested = schools.iter().any(|it| it.stage == Stage::Requested);
    let wrong = (!judged.is_empty()).then(|| W.enrol_some_refused().to_owned());
    let field =
        Field::area("ecoles", W.enrol_field(), 6).hint(W.enrol_hint()).value(typed).spellcheck_off().error(wrong);
    Ok(EnrolmentPage {
        title: W.enrol_title(&agreement.authority),
        about: W.enrol_about(&agreement.number, year_name(agreement.year)),
        back: format!("/conventions/{}", agreement.id),
        address: address(agreement.id),
        summary: None,
        fixed: (agreement.state != State::Draft).then(|| Notice::info(W.enrol_fixed())),
        schools: schools.iter().zip(stages).map(|(it, stage)| line(it, stage, agreement.id, changes)).collect(),
        confirm: (changes && requested).then(|| Button::primary(W.enrol_confirm())),
        verdicts: judged.iter().map(|it| (it.line.typed.clone(), verdict(it))).collect(),
        add: changes.then(|| (field, Button::secondary(W.enrol_add()).icon("ajouter"))),
    })
}

fn line(school: &Enrolled, stage: Stage, agreement: AgreementId, changes: bool) -> Line {
    let action = format!("{}/{}/retrait", address(agreement), school.school_id);
    Line {
        label: enrolment::label(school),
        status: status(stage),
        remove: changes.then(|| (action, Button::danger(W.enrol_remove(&school.uai)))),
    }
}

/// Where an enrolment stands, in a word.
pub(crate) fn status(stage: Stage) -> Status {
    match stage {
        Stage::Requested => Status::new(StatusKind::Review, W.enrol_stage_requested()),
        Stage::Enrolled => Status::new(StatusKind::Ready, W.enrol_stage_enrolled()),
        Stage::Opened => Status::new(StatusKind::Ready, W.enrol_stage_opened()),
        Stage::Live => Status::new(StatusKind::Published, W.enrol_stage_live()),
        Stage::Closed => Status::new(StatusKind::Archived, W.enrol_stage_closed()),
    }
}

fn verdict(judged: &Judged) -> String {
    match &judged.verdict {
        Verdict::Good if judged.is_labelled_otherwise() => {
            let label = judged.school.as_ref().map(crate::charge::Charged::label);
            W.enrol_verdict_otherwise(label.unwrap_or_default())
        }
        Verdict::Good => W.enrol_verdict_good().to_owned(),
        Verdict::Here => W.enrol_verdict_here().to_owned(),
        Verdict::Elsewhere(authority) => W.enrol_verdict_elsewhere(authority),
        Verdict::Unknown => W.enrol_verdict_unknown().to_owned(),
        Verdict::NoCode => W.enrol_verdict_no_code().to_owned(),
        Verdict::OtherAcademy => W.enrol_verdict_other_academy().to_owned(),
        Verdict::Twice => W.enrol_verdict_twice().to_owned(),
    }
}
