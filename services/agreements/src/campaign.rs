//! A campaign: the school year conventions are made for, and its tariff.

use db::{Error, FromRow, Result, Tx, args};
use jiff::civil::{Date, date};

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

    /// « 2022-2023 »
    pub fn name(&self) -> String {
        year_name(self.year)
    }
}

/// « 2022-2023 », for the year a school year begins in.
pub fn year_name(year: i64) -> String {
    format!("{year}-{}", year + 1)
}

/// The day conventions of a school year end: 5 September after it (convention, article 10).
pub fn end_of(year: i64) -> Date {
    i16::try_from(year + 1).map_or(Date::MAX, |year| date(year, 9, 5))
}
