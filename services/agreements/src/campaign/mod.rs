//! A campaign: the school year conventions are made for, and its tariff.

pub mod form;
mod year;

use db::{Error, FromRow, Result, Tx, args};
use jiff::civil::Date;
use school::AccountId;

pub use year::{end_of, year_name};

/// What a school costs a year unless the région says otherwise: 45.00 €, all taxes included (convention, article 4).
pub const PRICE_CENTS: i64 = 4500;

/// A campaign.
#[derive(Debug, Clone, FromRow)]
pub struct Campaign {
    /// The year its school year begins in.
    pub year: i64,
    /// What a school costs, in cents, all taxes included. No proration, whatever the day of signing.
    pub price_cents: i64,
    /// The first day communes may enrol their schools.
    pub opens_on: String,
    /// The last one.
    pub closes_on: String,
}

impl Campaign {
    /// The campaign of a year.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it was not opened.
    pub async fn load(tx: &mut Tx, year: i64) -> Result<Self> {
        Self::find(tx, year).await?.ok_or(Error::NotFound)
    }

    /// The campaign of a year, if it was opened.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn find(tx: &mut Tx, year: i64) -> Result<Option<Self>> {
        tx.first("select year, price_cents, opens_on, closes_on from campaign where year = $1", args![year]).await
    }

    /// Every campaign, the latest first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn all(tx: &mut Tx) -> Result<Vec<Self>> {
        tx.all("select year, price_cents, opens_on, closes_on from campaign order by year desc", &[]).await
    }

    /// The campaigns in which communes may enrol their schools on a day, the earliest year first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn open_on(tx: &mut Tx, day: Date) -> Result<Vec<Self>> {
        tx.all(
            "select year, price_cents, opens_on, closes_on from campaign where opens_on <= $1 and closes_on >= $1 \
             order by year",
            args![day.to_string()],
        )
        .await
    }

    /// Keeps a campaign, new or changed.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn save(&self, tx: &mut Tx, by: AccountId) -> Result<()> {
        let now = tx.now();
        tx.change(
            "insert into campaign (year, price_cents, opens_on, closes_on, opened_at, opened_by) \
             values ($1, $2, $3, $4, $5, $6) on conflict (year) do update set price_cents = excluded.price_cents, \
             opens_on = excluded.opens_on, closes_on = excluded.closes_on",
            args![self.year, self.price_cents, &self.opens_on, &self.closes_on, now, by],
        )
        .await
    }

    /// How many agreements of some académies stand where, for this year.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn tally(&self, tx: &mut Tx, academies: &[String]) -> Result<Vec<(String, String, i64)>> {
        let academies = serde_json::to_string(academies).map_err(Error::fault)?;
        tx.all(
            "select academy, state, count(*) as n from agreement where year = $1 \
             and academy in (select value from json_each($2)) group by academy, state order by academy, state",
            args![self.year, academies],
        )
        .await
    }

    /// « 2022-2023 »
    pub fn name(&self) -> String {
        year_name(self.year)
    }
}
