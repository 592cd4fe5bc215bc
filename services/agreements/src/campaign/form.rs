//! What is typed to open a campaign, or to correct it.

use crate::{
    Campaign, W,
    campaign::{PRICE_CENTS, year_name},
    money,
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx, args};
use jiff::civil::{Date, date};
use school::{SchoolYear, Viewer};
use serde::Deserialize;

/// No tariff is that high: somebody forgot the comma.
const MOST_CENTS: i64 = 10_000_000;

/// The form, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CampaignForm {
    /// The year its school year begins in.
    pub annee: String,
    /// The price of a school in euros: « 45,00 ».
    pub prix: String,
    /// The first day of enrolment.
    pub debut: String,
    /// The last one.
    pub fin: String,
}

impl CampaignForm {
    /// What is proposed for the year after the last campaign: the same tariff, from March to October.
    pub fn next(campaigns: &[Campaign], today: Date) -> Self {
        let last = campaigns.first();
        let year = last.map_or(SchoolYear::of(today).0, |it| it.year + 1);
        let day =
            |month, day| i16::try_from(year).map_or_else(|_| String::new(), |it| date(it, month, day).to_string());
        Self {
            annee: year.to_string(),
            prix: money::typed(last.map_or(PRICE_CENTS, |it| it.price_cents)),
            debut: day(3, 1),
            fin: day(10, 31),
        }
    }

    /// A campaign, to be corrected.
    pub fn of(campaign: &Campaign) -> Self {
        Self {
            annee: campaign.year.to_string(),
            prix: money::typed(campaign.price_cents),
            debut: campaign.opens_on.clone(),
            fin: campaign.closes_on.clone(),
        }
    }

    fn check(&self, today: Date) -> Result<Campaign> {
        let mut problems = Problems::default();
        let around = SchoolYear::of(today).0;
        let year = self.annee.trim().parse().ok().filter(|it| (around - 5..=around + 2).contains(it));
        problems.require(year.is_some(), "annee", W.campaign_year_wrong());
        let price = money::read(&self.prix).filter(|it| (1..=MOST_CENTS).contains(it));
        problems.require(price.is_some(), "prix", W.campaign_price_wrong());
        let (first, last) = (self.debut.parse::<Date>().ok(), self.fin.parse::<Date>().ok());
        problems.require(first.is_some(), "debut", W.office_day_wrong());
        problems.require(last.is_some(), "fin", W.office_day_wrong());
        let in_order = first.zip(last).is_none_or(|(first, last)| first <= last);
        problems.require(in_order, "fin", W.office_days_disordered());
        let text = |day: Option<Date>| day.map(|it| it.to_string()).unwrap_or_default();
        problems.or(Campaign {
            year: year.unwrap_or_default(),
            price_cents: price.unwrap_or_default(),
            opens_on: text(first),
            closes_on: text(last),
        })
    }

    /// Opens the campaign typed. For those who run the scheme.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside what cannot be, or when the year has one; a fault of the database.
    pub async fn open(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Campaign> {
        let campaign = self.check(tx.now().day())?;
        if Campaign::find(tx, campaign.year).await?.is_some() {
            return Err(Error::invalid("annee", W.campaign_known(campaign.name())));
        }
        keep(tx, viewer, campaign).await
    }

    /// Corrects a campaign: its tariff only as long as no convention has it.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn correct(&self, tx: &mut Tx, viewer: &Viewer, before: &Campaign) -> Result<Campaign> {
        let form = Self { annee: before.year.to_string(), ..self.clone() };
        // The years around today are for opening; an older one is corrected still.
        let day = i16::try_from(before.year).map_or(tx.now().day(), |it| date(it, 9, 1));
        let campaign = form.check(day)?;
        let prepared = tx.count("select count(*) as n from agreement where year = $1", args![before.year]).await?;
        if campaign.price_cents != before.price_cents && prepared > 0 {
            return Err(Error::invalid("prix", W.campaign_price_used(prepared)));
        }
        keep(tx, viewer, campaign).await
    }
}

async fn keep(tx: &mut Tx, viewer: &Viewer, campaign: Campaign) -> Result<Campaign> {
    campaign.save(tx, viewer.account).await?;
    let detail = format!("{} {} {}", campaign.price_cents, campaign.opens_on, campaign.closes_on);
    let subject = Some(year_name(campaign.year));
    audit::write(tx, Some(viewer.account), Action::CampaignSet, subject, Some(&detail)).await?;
    Ok(campaign)
}
