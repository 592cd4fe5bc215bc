//! « Somme due » of a convention: what is due, and where its titre stands.

use super::{document::drawn, sum_table};
use crate::{
    Agreement, AgreementId, Side, W,
    campaign::year_name,
    day,
    money::euros,
    sum_due::{self, SumDue},
    sum_form::ChangeForm,
    sum_state::SumState,
    sum_statement,
};
use askama::Template;
use db::{Day, Error, Problems, Result, Tx};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, EmptyState, ErrorSummary, Field, LinkButton, Notice, Opt, Status, StatusKind, Table},
    summary,
};

#[derive(Template)]
#[template(path = "sum.html")]
struct SumPage {
    lead: String,
    summary: Option<ErrorSummary>,
    warning: Notice,
    state: Option<Status>,
    total: String,
    note: String,
    days: Vec<(String, String)>,
    lines: Option<Table>,
    statement: Option<LinkButton>,
    empty: Option<EmptyState>,
    /// Where the académie makes the statement.
    making: Option<Making>,
    /// Where it follows the titre.
    following: Option<Following>,
    back: String,
}

struct Making {
    address: String,
    again: bool,
    make: Button,
}

struct Following {
    address: String,
    state: Choice,
    day: Field,
    /// Of a titre that is to be issued: nothing typed there is lost elsewhere.
    number: Option<Field>,
    note: Field,
    save: Button,
}

/// The address of a convention's sum.
pub(crate) fn address(agreement: AgreementId) -> String {
    format!("/conventions/{agreement}/somme")
}

/// The address of its statement on paper.
pub(crate) fn statement_address(agreement: AgreementId) -> String {
    format!("/conventions/{agreement}/etat-des-sommes.pdf")
}

/// `GET /conventions/{id}/somme`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &agreement, side, &ChangeForm::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.sum_title(), &page)
}

/// `POST /conventions/{id}/somme`
pub(crate) async fn create(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    match sum_due::create(&mut tx, &agreement, Some(visit.viewer.account)).await {
        Ok(_) => tx.commit().await?,
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &agreement, Side::Academy, &ChangeForm::default(), &problems).await?;
            drop(tx);
            return visit.again(W.sum_title(), &page);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(visit.done(&address(id), W.sum_made_said()))
}

/// `POST /conventions/{id}/somme/etat`
pub(crate) async fn change(mut visit: SignedIn, Path(id): Path<AgreementId>, Form(form): Form<ChangeForm>) -> Answer {
    let mut tx = visit.write().await?;
    let agreement = Agreement::managed(&mut tx, &visit.viewer, id).await?;
    let sum = sum_due::of(&mut tx, id).await?.ok_or(Error::NotFound)?;
    match form.check(&sum, tx.now().day()) {
        Ok(change) => sum.change(&mut tx, &change, visit.viewer.account).await?,
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &agreement, Side::Academy, &form, &problems).await?;
            drop(tx);
            return visit.again(W.sum_title(), &page);
        }
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(visit.done(&address(id), W.sum_changed_said()))
}

/// `GET /conventions/{id}/etat-des-sommes.pdf`
pub(crate) async fn statement(mut visit: SignedIn, Path(id): Path<AgreementId>) -> Answer {
    let mut tx = visit.read().await?;
    let (agreement, _) = Agreement::load(&mut tx, &visit.viewer, id).await?;
    let sum = sum_due::of(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let document = sum_statement::document(&mut tx, &agreement, &sum).await?;
    drop(tx);
    Ok(drawn(document, &W.sum_paper_file(&agreement.number)).await?)
}

async fn page(
    tx: &mut Tx,
    agreement: &Agreement,
    side: Side,
    typed: &ChangeForm,
    problems: &Problems,
) -> Result<SumPage> {
    let sum = sum_due::of(tx, agreement.id).await?;
    let manages = side == Side::Academy;
    let again = sum.as_ref().is_some_and(|it| it.state == SumState::Cancelled);
    let makes = manages && agreement.effective_on.is_some() && (again || sum.is_none());
    let today = tx.now().day().to_string();
    Ok(SumPage {
        lead: W.sum_lead(&agreement.authority, &agreement.number, year_name(agreement.year)),
        summary: summary(problems),
        warning: Notice::info(W.sum_warning()),
        state: sum.as_ref().map(|it| status(it.state)),
        total: sum.as_ref().map(|it| W.sum_total(euros(it.total()))).unwrap_or_default(),
        note: sum.as_ref().map(|it| it.note.clone()).unwrap_or_default(),
        days: sum.as_ref().map(days).unwrap_or_default(),
        lines: sum.as_ref().map(|it| sum_table::lines(&it.lines, it.total())),
        statement: sum
            .as_ref()
            .map(|_| LinkButton::secondary(W.sum_print(), statement_address(agreement.id)).icon("imprimer")),
        empty: sum.is_none().then(|| EmptyState::new("documents", empty_words(agreement), None)),
        making: makes.then(|| Making { address: address(agreement.id), again, make: Button::primary(W.sum_make()) }),
        following: sum
            .filter(|it| manages && !it.state.next().is_empty())
            .map(|it| following(&it, typed, problems, &today)),
        back: format!("/conventions/{}", agreement.id),
    })
}

fn empty_words(agreement: &Agreement) -> &'static str {
    if agreement.effective_on.is_some() { W.sum_none_yet() } else { W.sum_before_signature() }
}

/// Where a titre stands, in a word and a colour.
pub(crate) fn status(state: SumState) -> Status {
    let kind = match state {
        SumState::ToIssue => StatusKind::Draft,
        SumState::Requested | SumState::Issued | SumState::Notified => StatusKind::Scheduled,
        SumState::Contested => StatusKind::Review,
        SumState::Paid => StatusKind::Published,
        SumState::Remitted => StatusKind::Archived,
        SumState::Cancelled => StatusKind::Withdrawn,
    };
    Status::new(kind, state.word())
}

/// What happened to it, in order: what, which day.
fn days(sum: &SumDue) -> Vec<(String, String)> {
    let line = |state: SumState, day: &Option<Day>| day.as_ref().map(|day| (state.word(), day::of(Some(day))));
    let settled = match sum.state {
        SumState::Paid | SumState::Remitted | SumState::Cancelled => line(sum.state, &sum.settled_on),
        SumState::ToIssue | SumState::Requested | SumState::Issued | SumState::Notified | SumState::Contested => None,
    };
    let issued = line(SumState::Issued, &sum.issued_on).map(|(word, day)| {
        let number = sum.titre_number.clone().unwrap_or_default();
        (W.sum_titre(word, number), day)
    });
    let lines = [
        line(SumState::Requested, &sum.requested_on),
        issued,
        line(SumState::Notified, &sum.notified_on),
        line(SumState::Contested, &sum.contested_on),
        settled,
    ];
    lines.into_iter().flatten().collect()
}

fn following(sum: &SumDue, typed: &ChangeForm, problems: &Problems, today: &str) -> Following {
    let option = |state: &SumState| Opt::new(state.as_str(), state.word()).checked(typed.etat == state.as_str());
    let untouched = typed.jour.is_empty() && problems.is_empty();
    let day = if untouched { today } else { typed.jour.as_str() };
    // The day has one name for one way to go; another where there is a choice.
    let label = match sum.state.next() {
        [only, cancelled] if *cancelled == SumState::Cancelled => only.day_word(),
        _ => W.sum_day_any().to_owned(),
    };
    let number = || {
        Field::text("numero", W.sum_number())
            .hint(W.sum_number_hint())
            .value(&typed.numero)
            .error(problems.of("numero"))
            .spellcheck_off()
    };
    Following {
        address: format!("{}/etat", address(sum.agreement_id)),
        state: Choice::radios("etat", W.sum_next(), sum.state.next().iter().map(option).collect())
            .error(problems.of("etat"))
            .required(),
        day: Field::date("jour", label).value(day).error(problems.of("jour")).required(),
        number: sum.state.leads_to(SumState::Issued).then(number),
        note: Field::area("note", W.sum_note(), 3)
            .value(&typed.note)
            .optional(W.office_optional())
            .error(problems.of("note")),
        save: Button::primary(W.sum_save()),
    }
}
