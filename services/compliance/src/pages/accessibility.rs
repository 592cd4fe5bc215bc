//! « Accessibilité »: the declaration as everybody reads it, and the form that tells a difficulty.

use crate::{
    W,
    barrier::{self, Barrier, BarrierForm},
    controller::{Controller, lines},
    declaration::Declaration,
    declaration_form::percent,
};
use askama::Template;
use commons::{
    conformity::Conformity,
    identity::{Identity, REGION},
};
use db::{Day, Error, Moment, Problems, Result, Tx};
use web::{
    Answer, Form, Visit,
    component::{Button, ErrorSummary, Field},
    conformity_words, dates, summary,
};

/// The address.
pub(crate) const PATH: &str = "/accessibilite";

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage {
    summary: Option<ErrorSummary>,
    state: &'static str,
    explained: String,
    audit: Option<String>,
    contents: Vec<(&'static str, Vec<String>)>,
    scheme: String,
    plan: String,
    made_by: String,
    contact: String,
    form: [Field; 3],
    send: Button,
    own: Vec<(String, String, String)>,
}

/// `GET /accessibilite`
pub(crate) async fn show(mut visit: Visit) -> Answer {
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit, &BarrierForm::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.accessibility_title(), &page)
}

/// `POST /accessibilite/signalement`
pub(crate) async fn tell(mut visit: Visit, Form(form): Form<BarrierForm>) -> Answer {
    let account = visit.viewer.as_ref().map(|it| it.account);
    let mut tx = visit.write().await?;
    match barrier::tell(&mut tx, account, &form).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(PATH, W.barrier_told()))
        }
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &visit, &form, &problems).await?;
            drop(tx);
            visit.again(W.accessibility_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(tx: &mut Tx, visit: &Visit, typed: &BarrierForm, problems: &Problems) -> Result<AccessibilityPage> {
    let declaration = Declaration::latest(tx).await?;
    let controller = Controller::load(tx).await?;
    let region = Identity::of(tx, REGION).await?.email;
    let now = tx.now();
    let own = match &visit.viewer {
        Some(viewer) => barrier::of(tx, viewer).await?,
        None => Vec::new(),
    };
    let state = declaration.as_ref().map_or(Conformity::NotConform, |it| it.state(now.day()));
    let text = |of: fn(&Declaration) -> &String| declaration.as_ref().map(of).cloned().unwrap_or_default();
    Ok(AccessibilityPage {
        summary: summary(problems),
        state: conformity_words(state),
        explained: explained(declaration.as_ref(), state),
        audit: declaration.as_ref().and_then(audit),
        contents: declaration.as_ref().map(contents).unwrap_or_default(),
        scheme: text(|it| &it.scheme),
        plan: text(|it| &it.plan),
        made_by: made_by(declaration.as_ref(), &controller),
        contact: Some(text(|it| &it.contact)).filter(|it| !it.is_empty()).unwrap_or(region),
        form: fields(visit.viewer.is_some(), typed, problems),
        send: Button::primary(W.barrier_send()),
        own: own.iter().map(|it| told(it, now)).collect(),
    })
}

/// Why the state is what it is.
fn explained(declaration: Option<&Declaration>, state: Conformity) -> String {
    let audited = declaration.and_then(|it| it.rate.zip(it.holds_until()));
    match (audited, state) {
        (None, _) => W.accessibility_no_audit(W.declaration_version_now()),
        (Some((rate, until)), Conformity::NotConform) if rate >= 500 => W.accessibility_audit_over(dates::date(until)),
        (Some((rate, _)), Conformity::NotConform) => W.accessibility_under_half(percent(rate)),
        (Some((rate, _)), Conformity::Partial) => W.accessibility_over_half(percent(rate)),
        (Some(_), Conformity::Total) => W.accessibility_all().to_owned(),
    }
}

fn audit(declaration: &Declaration) -> Option<String> {
    let day = declaration.audited_on.as_ref().and_then(Day::date)?;
    let rate = percent(declaration.rate?);
    Some(W.accessibility_audit(dates::date(day), &declaration.auditor, &declaration.rgaa, rate))
}

fn contents(declaration: &Declaration) -> Vec<(&'static str, Vec<String>)> {
    let groups = [
        (W.accessibility_gaps_group(), &declaration.gaps),
        (W.accessibility_exempt_group(), &declaration.exempt),
        (W.accessibility_burden_group(), &declaration.burden),
    ];
    groups.into_iter().map(|(label, text)| (label, lines(text))).filter(|(_, lines)| !lines.is_empty()).collect()
}

fn made_by(declaration: Option<&Declaration>, controller: &Controller) -> String {
    match declaration {
        Some(it) => W.accessibility_written(dates::date(it.written_at.day()), &controller.name),
        None => W.accessibility_made_by_text().to_owned(),
    }
}

fn fields(signed_in: bool, typed: &BarrierForm, problems: &Problems) -> [Field; 3] {
    let email = Field::email("courriel", W.barrier_address())
        .value(&typed.courriel)
        .autocomplete("email")
        .error(problems.of("courriel"));
    [
        Field::area("texte", W.barrier_words(), 5).value(&typed.texte).error(problems.of("texte")).required(),
        Field::text("page", W.barrier_page()).value(&typed.page).optional(W.optional()).error(problems.of("page")),
        if signed_in { email.optional(W.optional()).hint(W.barrier_address_hint()) } else { email.required() },
    ]
}

/// What the viewer told: when, what, what was answered.
fn told(barrier: &Barrier, now: Moment) -> (String, String, String) {
    let answer = barrier.answer.clone().unwrap_or_else(|| W.barrier_waits(dates::date(barrier.due().day())));
    (dates::past(barrier.at, now), barrier.words.clone(), answer)
}
