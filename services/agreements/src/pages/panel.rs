//! What the page of a convention shows of its sum due and of its breach: printed there as components are, `{{ sums }}`.

use super::{breach as breach_page, breach_part, sum};
use crate::{Agreement, Side, State, W, breach, money::euros, sum_due};
use askama::{Template, filters::HtmlSafe};
use db::{Result, Tx};
use web::component::{LinkButton, Notice, Status};

/// The sum due, in a few lines.
#[derive(Template)]
#[template(path = "sum_panel.html")]
pub(crate) struct SumPanel {
    state: Option<Status>,
    said: String,
    links: Vec<LinkButton>,
}

impl HtmlSafe for SumPanel {}

/// The sum due of a convention. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn sums(tx: &mut Tx, agreement: &Agreement, side: Side) -> Result<SumPanel> {
    let sum = sum_due::of(tx, agreement.id).await?;
    let address = sum::address(agreement.id);
    let in_force = agreement.effective_on.is_some();
    let made = sum.is_some();
    let (state, said) = match sum {
        Some(sum) => (Some(sum::status(sum.state)), W.sum_total(euros(sum.total()))),
        None if in_force => (None, W.sum_none_yet().to_owned()),
        None => (None, W.sum_before_signature().to_owned()),
    };
    let follow =
        (in_force && (made || side == Side::Academy)).then(|| LinkButton::secondary(W.sum_panel_follow(), address));
    let print =
        made.then(|| LinkButton::secondary(W.sum_print(), sum::statement_address(agreement.id)).icon("imprimer"));
    Ok(SumPanel { state, said, links: [follow, print].into_iter().flatten().collect() })
}

/// The breach, when there is one; else where it is said that there is.
#[derive(Template)]
#[template(path = "breach_panel.html")]
pub(crate) struct BreachPanel {
    notice: Option<Notice>,
    awaited: Vec<(String, String)>,
    link: LinkButton,
}

impl HtmlSafe for BreachPanel {}

/// The breach of a convention; nothing for one that never was in force. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn breaches(tx: &mut Tx, agreement: &Agreement) -> Result<Option<BreachPanel>> {
    let latest = breach::latest(tx, agreement.id).await?;
    if latest.is_none() && agreement.state != State::Active {
        return Ok(None);
    }
    let today = tx.now().day();
    let address = breach_page::address(agreement.id);
    let running = latest.as_ref().filter(|it| it.settled_on.is_none());
    let label = if running.is_some() { W.breach_panel_follow() } else { W.breach_panel_enter() };
    Ok(Some(BreachPanel {
        notice: running.map(|it| Notice::attention(W.breach_panel_said(it.by_party.as_str()))),
        awaited: running.and_then(|it| it.next(today)).map(|it| breach_part::awaited(it, today)).into_iter().collect(),
        link: LinkButton::secondary(label, address),
    }))
}
