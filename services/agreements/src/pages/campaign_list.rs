//! « Campagnes »: the school years conventions are made for, and the form that opens the next one.

use super::office_tabs;
use crate::{Campaign, W, campaign_form::CampaignForm, money::euros};
use askama::Template;
use db::{Error, Problems};
use school::{Right, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, SignedIn,
    component::{Button, Cell, Column, ErrorSummary, Field, Table, Tabs},
    dates, summary,
};

const PATH: &str = "/conventions/campagnes";

#[derive(Template)]
#[template(path = "campaign_list.html")]
struct CampaignsPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    table: Option<Table>,
    fields: Vec<Field>,
    open: Button,
}

/// `GET /conventions/campagnes`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let campaigns = Campaign::all(&mut tx).await?;
    let today = tx.now().day();
    drop(tx);
    let page = page(&visit.viewer, &campaigns, &CampaignForm::next(&campaigns, today), &Problems::default());
    visit.page(W.campaigns_title(), &page)
}

/// `POST /conventions/campagnes`
pub(crate) async fn open(mut visit: SignedIn, Form(form): Form<CampaignForm>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.write().await?;
    match form.open(&mut tx, &visit.viewer).await {
        Ok(campaign) => {
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{}", campaign.year), &W.campaign_opened(campaign.name())))
        }
        Err(Error::Invalid(problems)) => {
            let campaigns = Campaign::all(&mut tx).await?;
            drop(tx);
            let page = page(&visit.viewer, &campaigns, &form, &problems);
            visit.again(W.campaigns_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

fn page(viewer: &Viewer, campaigns: &[Campaign], form: &CampaignForm, problems: &Problems) -> CampaignsPage {
    let mut fields = vec![
        Field::text("annee", W.campaign_year())
            .hint(W.campaign_year_hint())
            .value(&form.annee)
            .inputmode("numeric")
            .error(problems.of("annee"))
            .required(),
    ];
    fields.extend(tariff(form, problems));
    CampaignsPage {
        tabs: office_tabs(viewer, PATH),
        summary: summary(problems),
        table: (!campaigns.is_empty()).then(|| table(campaigns)),
        fields,
        open: Button::primary(W.campaign_open()),
    }
}

/// The fields a campaign is corrected by, too.
pub(super) fn tariff(form: &CampaignForm, problems: &Problems) -> Vec<Field> {
    vec![
        Field::text("prix", W.campaign_price())
            .hint(W.campaign_price_hint())
            .value(&form.prix)
            .inputmode("decimal")
            .error(problems.of("prix"))
            .required(),
        Field::date("debut", W.campaign_opens()).value(&form.debut).error(problems.of("debut")).required(),
        Field::date("fin", W.campaign_closes()).value(&form.fin).error(problems.of("fin")).required(),
    ]
}

fn table(campaigns: &[Campaign]) -> Table {
    let columns = vec![
        Column::new(W.campaign_year()),
        Column::numeric(W.campaign_price()),
        Column::new(W.campaign_opens()),
        Column::new(W.campaign_closes()),
    ];
    let rows = campaigns.iter().map(|it| {
        vec![
            Cell::link(it.name(), format!("{PATH}/{}", it.year)),
            Cell::text(euros(it.price_cents)),
            Cell::text(day(&it.opens_on)),
            Cell::text(day(&it.closes_on)),
        ]
    });
    Table::new(W.campaigns_title(), columns, rows.collect()).caption_hidden()
}

/// A day kept, as people read it.
pub(super) fn day(kept: &str) -> String {
    kept.parse().map_or_else(|_| String::new(), dates::date)
}
