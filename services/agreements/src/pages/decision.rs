//! `GET /conventions/{id}/deliberation`: the council's decision, entered by either side, completed as papers come.

use super::{
    agreement::{address, title},
    decision_fields::{self, Group},
    paper,
};
use crate::{
    Agreement, AgreementId, W,
    decision::{self, Decision},
    decision_form::DecisionForm,
    enrolment,
    letter::{self, News},
    money,
    topic::Topic,
};
use askama::Template;
use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect},
};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, Checkbox, Choice, ErrorSummary, Field},
    paper::received,
};

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage {
    about: String,
    summary: Option<ErrorSummary>,
    draft_key: String,
    action: String,
    outcome: Choice,
    authorises: Checkbox,
    groups: Vec<Group>,
    amount: Field,
    paper_error: Option<String>,
    save: Button,
    back: String,
}

/// `GET /conventions/{id}/deliberation`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, _) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    if !agreement.takes_decision() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let form = match decision::of(&mut tx, id).await? {
        Some(entered) => DecisionForm::of(&entered),
        None => DecisionForm::default(),
    };
    let total = total_cents(&mut tx, &agreement).await?;
    drop(tx);
    let page = DecisionPage::new(&visit.viewer, &agreement, &form, total, &Problems::default());
    visit.page(W.decision_title(), &page)
}

/// `POST /conventions/{id}/deliberation`
pub(crate) async fn enter(mut visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, _) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let total = total_cents(&mut tx, &agreement).await?;
    let today = tx.now().day();
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = DecisionForm::typed(|name| upload.text(name));
    let checked = form.check(today);
    match entered(&mut visit, id, checked, &upload).await {
        Ok(decision) if decision.adopted => Ok(visit.done(&address(id), W.decision_entered())),
        Ok(_) => Ok(visit.done(&address(id), W.decision_entered_rejected())),
        Err(Error::Invalid(problems)) => {
            let page = DecisionPage::new(&visit.viewer, &agreement, &form, total, &problems);
            visit.again(W.decision_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn entered(
    visit: &mut SignedIn,
    id: AgreementId,
    checked: Result<Decision>,
    upload: &Upload,
) -> Result<Decision> {
    let typed = checked?;
    let scans = received(&visit.site, upload, paper::FIELD).await?;
    let house = visit.site.house.address.clone();
    let mut tx = visit.write().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let known = decision::of(&mut tx, id).await?;
    decision::enter(&mut tx, &visit.viewer, &agreement, &typed).await?;
    paper::keep(&mut tx, &visit.viewer, &agreement, Topic::Decision, &scans).await?;
    // A date completed later is no news.
    if known.is_none_or(|it| it.adopted != typed.adopted || it.authorises != typed.authorises) {
        letter::tell_other(&mut tx, &house, &agreement, side, News::Decided).await?;
    }
    tx.commit().await?;
    Ok(typed)
}

async fn total_cents(tx: &mut Tx, agreement: &Agreement) -> Result<i64> {
    let schools = enrolment::of(tx, agreement.id).await?.len();
    Ok(agreement.price_cents * i64::try_from(schools).unwrap_or(i64::MAX))
}

impl DecisionPage {
    fn new(viewer: &Viewer, agreement: &Agreement, form: &DecisionForm, total: i64, problems: &Problems) -> Self {
        let path = address(agreement.id);
        let amount = Field::text("montant", W.decision_amount()).value(form.get("montant")).inputmode("decimal");
        Self {
            about: title(agreement),
            summary: web::summary(problems),
            draft_key: format!("deliberation-{}-{}", agreement.id, viewer.account),
            action: format!("{path}/deliberation"),
            outcome: decision_fields::outcome(form, problems),
            authorises: Checkbox::new("autorise", W.decision_authorises())
                .checked(!form.get("autorise").is_empty())
                .hint(W.decision_authorises_hint()),
            groups: decision_fields::groups(form, problems),
            amount: amount
                .hint(W.decision_amount_hint(money::euros(total)))
                .optional(W.office_optional())
                .error(problems.of("montant")),
            paper_error: problems.of(paper::FIELD),
            save: Button::primary(W.decision_save()),
            back: path,
        }
    }
}
