//! `GET /conventions/{id}`: one page for both sides, with what is awaited of whom.

use super::{
    agreement_acts as acts, agreement_parts as parts, decision_facts, office_tabs,
    panel::{self, BreachPanel, SumPanel},
    status::status,
};
use crate::{
    Agreement, AgreementId, Side, W, campaign, check,
    decision::{self, Decision},
    document::Facts,
    money, step,
};
use askama::Template;
use commons::paper;
use db::{Problems, Result, Tx};
use school::{Authority, Viewer};
use web::{
    Answer, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, LinkButton, Notice, Status, Table, Tabs},
};

#[derive(Template)]
#[template(path = "agreement.html")]
pub(crate) struct AgreementPage {
    /// The sides of the office; its authority goes back to its one page.
    tabs: Option<Tabs>,
    title: String,
    number: String,
    status: Status,
    summary: Option<ErrorSummary>,
    awaited: Notice,
    warnings: Vec<Notice>,
    authority: (String, String),
    facts: Vec<(&'static str, String)>,
    schools: Option<Table>,
    /// What it comes to; its authority reads it once it is proposed.
    amount: Option<String>,
    documents: Vec<LinkButton>,
    decision: Vec<(&'static str, String)>,
    signatures: Vec<parts::SignaturePart>,
    sums: SumPanel,
    breach: Option<BreachPanel>,
    papers: Vec<parts::PaperPart>,
    /// Where one is added: its authority does once it is proposed.
    papers_action: Option<String>,
    nature: Choice,
    paper_error: Option<String>,
    keep: Button,
    history: Vec<String>,
    links: Vec<LinkButton>,
    posts: Vec<acts::Post>,
}

/// Where a convention is.
pub(crate) fn address(id: AgreementId) -> String {
    format!("/conventions/{id}")
}

/// « Convention 2026-2027 · Montaubrac ».
pub(crate) fn title(agreement: &Agreement) -> String {
    W.agreement_title(campaign::year_name(agreement.year), &agreement.authority)
}

/// `GET /conventions/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let page = AgreementPage::build(&mut tx, &visit.viewer, &agreement, side, &Problems::default()).await?;
    drop(tx);
    visit.page(&title(&agreement), &page)
}

impl AgreementPage {
    /// The page, with what is wrong with what was sent from it.
    pub(crate) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        agreement: &Agreement,
        side: Side,
        problems: &Problems,
    ) -> Result<Self> {
        let facts = Facts::load(tx, agreement).await?;
        let decision = decision::of(tx, agreement.id).await?;
        let authority = Authority::load(tx, agreement.authority_id).await?;
        let open = agreement.is_open_to(side);
        let papers = if open { paper::about(tx, agreement.id.into()).await? } else { Vec::new() };
        let steps = step::of(tx, agreement.id).await?;
        let now = tx.now();
        let total = facts.total_cents();
        let path = address(agreement.id);
        Ok(Self {
            tabs: (side == Side::Academy).then(|| office_tabs(viewer, "/conventions")),
            title: title(agreement),
            number: W.agreement_number(&agreement.number),
            status: status(agreement.state),
            summary: web::summary(problems),
            awaited: parts::awaited(agreement, side, decision.as_ref()),
            warnings: warnings(agreement, &facts, decision.as_ref(), &authority, &now.day().to_string()),
            authority: (format!("/collectivites/{}", agreement.authority_id), facts.parties.authority.name.clone()),
            facts: parts::facts(agreement, &facts, &authority, open),
            schools: (!facts.schools.is_empty()).then(|| parts::schools(&facts, open)),
            amount: open.then(|| W.agreement_amount(money::euros(total), money::in_words(total))),
            documents: if open { parts::documents(&path) } else { Vec::new() },
            decision: decision.as_ref().map(decision_facts::facts).unwrap_or_default(),
            signatures: parts::signatures(tx, agreement, side, &facts.signatures).await?,
            sums: panel::sums(tx, agreement, side).await?,
            breach: panel::breaches(tx, agreement).await?,
            papers: papers.iter().map(|paper| parts::paper(&path, paper, now)).collect(),
            papers_action: open.then(|| format!("{path}/pieces")),
            nature: parts::nature(),
            paper_error: problems.of("fichier"),
            keep: Button::secondary(W.agreement_paper_keep()).icon("piece-jointe"),
            history: steps.iter().map(|step| parts::told(step, now)).collect(),
            links: acts::links(agreement, side, decision.is_some()),
            posts: acts::posts(agreement, side),
        })
    }
}

/// What does not fit together, and what the text would leave blank.
fn warnings(
    agreement: &Agreement,
    facts: &Facts,
    decision: Option<&Decision>,
    authority: &Authority,
    today: &str,
) -> Vec<Notice> {
    let blanks = if agreement.state.is_over() { Vec::new() } else { check::blanks(&facts.parties) };
    let disagreements = decision.map(|it| check::decision(it, facts.total_cents())).unwrap_or_default();
    let blanks = blanks.into_iter().map(str::to_owned);
    let mandate = check::mandate(agreement, authority, today);
    let session = decision.and_then(|it| check::session(it, today));
    blanks.chain(mandate).chain(session).chain(disagreements).map(Notice::attention).collect()
}
