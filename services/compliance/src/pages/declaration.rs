//! Writing the declaration of accessibility, and answering what people tell.

use super::accessibility::PATH;
use crate::{
    W,
    barrier::{self, Barrier, BarrierId},
    declaration::{self, Declaration},
    declaration_form::DeclarationForm,
};
use askama::Template;
use db::{Error, Moment, Problems};
use school::{AccountId, Right, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, EmptyState, ErrorSummary, Field},
    dates, summary,
};

#[derive(Template)]
#[template(path = "declaration.html")]
struct DeclarationPage {
    summary: Option<ErrorSummary>,
    draft: String,
    audit: [Field; 4],
    fields: [Field; 6],
    save: Button,
}

/// Whoever keeps data protection, or says what the région is called.
fn may_declare(viewer: &Viewer) -> db::Result<()> {
    or_not_found(viewer.may_over(Right::ManageData) || viewer.may_over(Right::SetIdentity))
}

/// `GET /accessibilite/declaration`
pub(crate) async fn ask(mut visit: SignedIn) -> Answer {
    may_declare(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let latest = Declaration::latest(&mut tx).await?;
    drop(tx);
    let form = latest.as_ref().map_or_else(fresh, DeclarationForm::of);
    let page = page(visit.viewer.account, &form, &Problems::default());
    visit.page(W.declaration_title(), &page)
}

fn fresh() -> DeclarationForm {
    DeclarationForm { version: W.declaration_version_now().to_owned(), ..DeclarationForm::default() }
}

/// `POST /accessibilite/declaration`
pub(crate) async fn save(mut visit: SignedIn, Form(form): Form<DeclarationForm>) -> Answer {
    may_declare(&visit.viewer)?;
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    match form.check(tx.now().day()) {
        Ok(declared) => {
            declaration::write(&mut tx, &viewer, &declared).await?;
            tx.commit().await?;
            Ok(visit.done(PATH, W.declaration_saved()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(viewer.account, &form, &problems);
            visit.again(W.declaration_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(account: AccountId, form: &DeclarationForm, problems: &Problems) -> DeclarationPage {
    let text = |name: &'static str, label: &'static str, value: &str| {
        Field::text(name, label).value(value).error(problems.of(name))
    };
    let area = |name: &'static str, label: &'static str, value: &str| {
        Field::area(name, label, 5).value(value).hint(W.register_a_line()).error(problems.of(name))
    };
    DeclarationPage {
        summary: summary(problems),
        draft: format!("declaration-{account}"),
        audit: [
            Field::date("jour", W.declaration_day()).value(&form.jour).error(problems.of("jour")),
            text("version", W.declaration_version(), &form.version),
            text("auditeur", W.declaration_auditor(), &form.auditeur),
            text("taux", W.declaration_rate(), &form.taux).hint(W.declaration_rate_hint()).inputmode("decimal"),
        ],
        fields: [
            area("ecarts", W.accessibility_gaps_group(), &form.ecarts),
            area("exemptions", W.accessibility_exempt_group(), &form.exemptions),
            area("charges", W.accessibility_burden_group(), &form.charges),
            text("schema", W.declaration_scheme(), &form.schema).inputmode("url"),
            text("plan", W.declaration_plan(), &form.plan).inputmode("url"),
            Field::email("contact", W.declaration_contact()).value(&form.contact).error(problems.of("contact")),
        ],
        save: Button::primary(W.declaration_save()),
    }
}

#[derive(Template)]
#[template(path = "barriers.html")]
struct BarriersPage {
    summary: Option<ErrorSummary>,
    barriers: Vec<Line>,
    empty: Option<EmptyState>,
}

struct Line {
    title: String,
    href: String,
    page: String,
    words: String,
    answer: Option<String>,
    /// Where it is answered, while it is not.
    form: Option<(String, Field, Button)>,
}

/// An answer, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerForm {
    reponse: String,
}

/// `GET /accessibilite/signalements`
pub(crate) async fn barriers(mut visit: SignedIn) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let all = barrier::all(&mut tx, &viewer).await?;
    let now = tx.now();
    drop(tx);
    visit.page(W.barriers_title(), &list(&all, now, None, &Problems::default()))
}

/// `GET /accessibilite/signalements/{id}`
pub(crate) async fn one(mut visit: SignedIn, Path(id): Path<BarrierId>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let all = barrier::all(&mut tx, &viewer).await?;
    let now = tx.now();
    drop(tx);
    or_not_found(all.iter().any(|it| it.id == id))?;
    visit.page(W.barriers_title(), &list(&all, now, Some((id, "")), &Problems::default()))
}

/// `POST /accessibilite/signalements/{id}`
pub(crate) async fn answer(mut visit: SignedIn, Path(id): Path<BarrierId>, Form(form): Form<AnswerForm>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    match barrier::answer(&mut tx, &viewer, id, &form.reponse).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done("/accessibilite/signalements", W.barrier_answered()))
        }
        Err(Error::Invalid(problems)) => {
            let all = barrier::all(&mut tx, &viewer).await?;
            let now = tx.now();
            drop(tx);
            visit.again(W.barriers_title(), &list(&all, now, Some((id, &form.reponse)), &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// The whole list; the form of one of them, since a page has one field of a name.
fn list(all: &[Barrier], now: Moment, asked: Option<(BarrierId, &str)>, problems: &Problems) -> BarriersPage {
    let waiting = all.iter().find(|it| it.answered_at.is_none()).map(|it| (it.id, ""));
    let asked = asked.or(waiting);
    let line = |it: &Barrier| {
        let typed = asked.filter(|(id, _)| *id == it.id && it.answered_at.is_none()).map(|(_, typed)| typed);
        Line {
            title: title(it, now),
            href: format!("/accessibilite/signalements/{}", it.id),
            page: it.page.clone(),
            words: it.words.clone(),
            answer: it.answer.clone(),
            form: typed.map(|typed| form(it.id, typed, problems)),
        }
    };
    BarriersPage {
        summary: summary(problems),
        barriers: all.iter().map(line).collect(),
        empty: all.is_empty().then(|| EmptyState::new("termine", W.barriers_none(), None)),
    }
}

fn title(barrier: &Barrier, now: Moment) -> String {
    let told = dates::past(barrier.at, now);
    let due = dates::date(barrier.due().day());
    match barrier.answered_at {
        Some(at) => W.barrier_answered_at(told, dates::past(at, now)),
        None if barrier.due() < now => W.barrier_late(told, due),
        None => W.barrier_due(told, due),
    }
}

fn form(id: BarrierId, typed: &str, problems: &Problems) -> (String, Field, Button) {
    (
        format!("/accessibilite/signalements/{id}"),
        Field::area("reponse", W.barrier_answer(), 4).value(typed).error(problems.of("reponse")).required(),
        Button::primary(W.barrier_answer_send()),
    )
}
