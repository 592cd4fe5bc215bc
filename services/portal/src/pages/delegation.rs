//! To whom the director gave the right to publish, until when.

use super::desk;
use crate::{
    W,
    delegation::{self, Delegation, DelegationForm, DelegationId},
    site::{Desk, SiteId},
};
use askama::Template;
use db::{Day, Error, Problems, Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "delegations.html")]
struct DelegationsPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    rows: Vec<Row>,
    address: String,
    account: Choice,
    since: Field,
    until: Field,
    give: Button,
}

struct Row {
    name: String,
    days: String,
    ended: Option<&'static str>,
    end: Option<(String, Button)>,
}

/// A delegation as it was typed.
#[derive(Deserialize)]
pub(crate) struct GiveForm {
    #[serde(default)]
    account: String,
    since: String,
    until: String,
}

/// `GET /mon-site/{site}/delegations`
pub(crate) async fn list(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_direct(&mut tx, &visit.viewer, id).await?;
    let form = DelegationForm { since: tx.now().day().to_string(), ..DelegationForm::default() };
    let page = DelegationsPage::build(&mut tx, &visit.viewer, &desk, &form, &Problems::default()).await?;
    drop(tx);
    visit.page(W.delegations(), &page)
}

/// `POST /mon-site/{site}/delegations`
pub(crate) async fn give(mut visit: SignedIn, Path(id): Path<SiteId>, Form(form): Form<GiveForm>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_direct(&mut tx, &visit.viewer, id).await?;
    let form = DelegationForm { account: form.account, since: form.since, until: form.until };
    match delegation::give(&mut tx, &visit.viewer, &desk.site, &form).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&format!("{}/delegations", desk.site.desk()), W.delegation_given()))
        }
        Err(Error::Invalid(problems)) => {
            let page = DelegationsPage::build(&mut tx, &visit.viewer, &desk, &form, &problems).await?;
            drop(tx);
            visit.again(W.delegations(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /mon-site/{site}/delegations/{delegation}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path((site, id)): Path<(SiteId, DelegationId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_direct(&mut tx, &visit.viewer, site).await?;
    delegation::end(&mut tx, &visit.viewer, &desk.site, id).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("{}/delegations", desk.site.desk()), W.delegation_ended()))
}

impl DelegationsPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        desk: &Desk,
        form: &DelegationForm,
        problems: &Problems,
    ) -> Result<Self> {
        let candidates = delegation::candidates(tx, viewer, &desk.site).await?;
        let today = Day::from(tx.now().day());
        let options = candidates.into_iter().map(|it| {
            let value = it.account_id.to_string();
            let chosen = value == form.account;
            Opt::new(value, it.name).checked(chosen)
        });
        let options = std::iter::once(Opt::new("", W.delegation_choose())).chain(options).collect();
        let rows = delegation::all(tx, desk.site.id).await?;
        Ok(Self {
            tabs: desk::tabs(desk, "/delegations"),
            summary: web::summary(problems),
            rows: rows.iter().map(|it| Row::of(it, desk, &today)).collect(),
            address: format!("{}/delegations", desk.site.desk()),
            account: Choice::select("account", W.delegation_to(), options).required().error(problems.of("account")),
            since: Field::date("since", W.first_day()).required().value(&form.since).error(problems.of("since")),
            until: Field::date("until", W.last_day()).required().value(&form.until).error(problems.of("until")),
            give: Button::primary(W.delegate()),
        })
    }
}

impl Row {
    fn of(delegation: &Delegation, desk: &Desk, today: &Day) -> Self {
        let day = |day: &Day| day.date().map(dates::date).unwrap_or_default();
        let ended = match delegation.ended_at {
            Some(_) => Some(W.delegation_taken_back()),
            None if delegation.until_on < *today => Some(W.delegation_over()),
            None => None,
        };
        Self {
            name: delegation.name.clone(),
            days: W.from_to(day(&delegation.since_on), day(&delegation.until_on)),
            end: ended.is_none().then(|| {
                let address = format!("{}/delegations/{}/fin", desk.site.desk(), delegation.id);
                (address, Button::danger(W.end_delegation(&delegation.name)))
            }),
            ended,
        }
    }
}
