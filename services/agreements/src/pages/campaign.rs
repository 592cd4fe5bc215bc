//! A campaign: where its conventions stand, preparing them, correcting its tariff and its days.

use super::{
    academy_name,
    campaign_list::{day, tariff},
    office_tabs,
};
use crate::{
    Campaign, State, W,
    agreement::{academies, manages},
    campaign::year_name,
    campaign_form::CampaignForm,
    money::euros,
    preparation,
};
use askama::Template;
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx};
use school::{Right, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Cell, Column, ErrorSummary, Field, LinkButton, Table, Tabs},
    summary,
};

#[derive(Template)]
#[template(path = "campaign.html")]
struct CampaignPage {
    title: String,
    about: String,
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    address: String,
    table: Option<Table>,
    board: LinkButton,
    /// The code of each académie, with the button that prepares its conventions.
    prepare: Vec<(String, Button)>,
    renew: Button,
    fields: Vec<Field>,
    save: Button,
}

/// `GET /conventions/campagnes/{year}`
pub(crate) async fn show(mut visit: SignedIn, Path(year): Path<i64>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let campaign = Campaign::load(&mut tx, year).await?;
    let form = CampaignForm::of(&campaign);
    let page = page(&mut tx, &visit.viewer, &campaign, &form, &Problems::default()).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /conventions/campagnes/{year}`
pub(crate) async fn correct(mut visit: SignedIn, Path(year): Path<i64>, Form(form): Form<CampaignForm>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.write().await?;
    let campaign = Campaign::load(&mut tx, year).await?;
    match form.correct(&mut tx, &visit.viewer, &campaign).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(visit.done(&format!("/conventions/campagnes/{year}"), W.campaign_saved()))
        }
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &visit.viewer, &campaign, &form, &problems).await?;
            drop(tx);
            visit.again(&page.title, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// Of which académie.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Prepared {
    academie: String,
}

/// `POST /conventions/campagnes/{year}/preparation`
pub(crate) async fn prepare(mut visit: SignedIn, Path(year): Path<i64>, Form(form): Form<Prepared>) -> Answer {
    or_not_found(manages(&visit.viewer, &form.academie))?;
    let mut tx = visit.write().await?;
    let count = preparation::prepare(&mut tx, year, &form.academie).await?;
    let (subject, detail) = (Some(format!("academy:{}", form.academie)), format!("{year} {count}"));
    audit::write(&mut tx, Some(visit.viewer.account), Action::AgreementsPrepared, subject, Some(&detail)).await?;
    tx.commit().await?;
    let said = W.agreements_prepared(i64::try_from(count).unwrap_or(i64::MAX));
    Ok(visit.done(&format!("/conventions/campagnes/{year}"), &said))
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    campaign: &Campaign,
    form: &CampaignForm,
    problems: &Problems,
) -> Result<CampaignPage> {
    let academies = academies(tx, viewer).await?;
    let mut names = Vec::new();
    for code in &academies {
        names.push(academy_name(tx, code).await?);
    }
    let tally = campaign.tally(tx, &academies).await?;
    let board = format!("/conventions?annee={}", campaign.year);
    let prepare = academies.iter().zip(&names).enumerate().map(|(rank, (code, name))| {
        let button =
            if rank == 0 { Button::primary(W.prepare_for(name)) } else { Button::secondary(W.prepare_for(name)) };
        (code.clone(), button)
    });
    Ok(CampaignPage {
        title: W.campaign_title(campaign.name()),
        about: W.campaign_about(euros(campaign.price_cents), day(&campaign.opens_on), day(&campaign.closes_on)),
        tabs: office_tabs(viewer, "/conventions/campagnes"),
        summary: summary(problems),
        address: format!("/conventions/campagnes/{}", campaign.year),
        table: (!tally.is_empty()).then(|| table(&academies, &names, &tally)),
        board: LinkButton::secondary(W.campaign_board(), board).icon("liste"),
        prepare: prepare.collect(),
        renew: Button::secondary(W.campaign_renew(year_name(campaign.year - 1))).icon("retablir"),
        fields: tariff(form, problems),
        save: Button::secondary(W.campaign_save()),
    })
}

/// A line per state that some convention is in, a column per académie.
fn table(academies: &[String], names: &[String], tally: &[(String, String, i64)]) -> Table {
    let columns = [Column::new(W.campaign_state())].into_iter().chain(names.iter().map(Column::numeric)).collect();
    let of = |academy: &String, state: State| {
        let found = tally.iter().find(|(it, text, _)| it == academy && text == state.as_str());
        found.map_or(0, |it| it.2)
    };
    let seen = State::ALL.iter().filter(|state| tally.iter().any(|it| it.1 == state.as_str()));
    let rows = seen.map(|state| {
        let counts = academies.iter().map(|academy| Cell::text(of(academy, *state).to_string()));
        [Cell::text(W.agreement_state(state.as_str()))].into_iter().chain(counts).collect()
    });
    Table::new(W.campaign_tally(), columns, rows.collect())
}
