//! The sums due of a school year, as those who run the scheme follow them.

use crate::{
    Agreement, AgreementId,
    agreement::academies,
    sum_due::{self, SumId},
    sum_form::ChangeForm,
    sum_state::SumState,
};
use db::{Error, Result, Tx, args};
use school::Viewer;

pub use super::row::{Line, Row, Tally};

/// As many as a page shows.
pub const PER_PAGE: i64 = 50;

/// Which sums are asked for.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The year the school year begins in.
    pub year: i64,
    /// Where the titre stands; none for anywhere.
    pub state: Option<SumState>,
    /// The département, as the first three characters of a UAI; empty for any.
    pub department: String,
    /// The académies the viewer runs the scheme for, as one bound value.
    academies: String,
}

impl Filter {
    /// The sums of a year in the académies a viewer runs the scheme for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever runs it nowhere.
    pub async fn of(tx: &mut Tx, viewer: &Viewer, year: i64) -> Result<Self> {
        let codes = academies(tx, viewer).await?;
        if codes.is_empty() {
            return Err(Error::NotFound);
        }
        let academies = serde_json::to_string(&codes).map_err(Error::fault)?;
        Ok(Self { year, state: None, department: String::new(), academies })
    }

    fn state(&self) -> &'static str {
        self.state.map_or("", SumState::as_str)
    }
}

/// One condition for every way sums are read: the year, the académies, the state, the département.
macro_rules! select_sums {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from sum_due s join agreement a on a.id = s.agreement_id join authority o on o.id = a.authority_id ",
            "join sum_line l on l.sum_id = s.id where s.year = $1 and s.academy in (select value from json_each($2)) ",
            "and s.state = coalesce(nullif($3, ''), s.state) ",
            "and a.department = coalesce(nullif($4, ''), a.department) ",
            $rest
        )
    };
}

/// A page of the list, by authority.
///
/// # Errors
/// A fault of the database.
pub async fn page(tx: &mut Tx, filter: &Filter, page: i64) -> Result<Vec<Row>> {
    let offset = (page.max(1) - 1).saturating_mul(PER_PAGE);
    tx.all(
        select_sums!(
            "s.id, s.agreement_id, a.number, o.name as authority, s.state, s.titre_number, \
             cast(count(*) as bigint) as schools, cast(sum(l.amount_cents) as bigint) as total_cents",
            "group by s.id, s.agreement_id, a.number, o.name, o.sort_key, s.state, s.titre_number \
             order by o.sort_key, a.number limit $5 offset $6"
        ),
        args![filter.year, &filter.academies, filter.state(), &filter.department, PER_PAGE, offset],
    )
    .await
}

/// What the sums of each state come to, those of the filter alone.
///
/// # Errors
/// A fault of the database.
pub async fn tallies(tx: &mut Tx, filter: &Filter) -> Result<Vec<Tally>> {
    let mut tallies: Vec<Tally> = tx
        .all(
            select_sums!(
                "s.state, cast(count(distinct s.id) as bigint) as sums, cast(count(*) as bigint) as lines, \
                 cast(sum(l.amount_cents) as bigint) as total_cents",
                "group by s.state"
            ),
            args![filter.year, &filter.academies, filter.state(), &filter.department],
        )
        .await?;
    tallies.sort_by_key(|it| it.state);
    Ok(tallies)
}

/// Every line of the filter, by authority and school.
///
/// # Errors
/// A fault of the database.
pub async fn lines(tx: &mut Tx, filter: &Filter) -> Result<Vec<Line>> {
    tx.all(
        select_sums!(
            "a.number, o.siret, o.name as authority, o.address, o.postcode, o.town, o.chorus_service, \
             o.chorus_commitment, l.uai, l.label, s.year, l.amount_cents, s.state, s.titre_number",
            "order by o.sort_key, a.number, l.uai"
        ),
        args![filter.year, &filter.academies, filter.state(), &filter.department],
    )
    .await
}

/// The départements there are sums of, whatever the rest of the filter.
///
/// # Errors
/// A fault of the database.
pub async fn departments(tx: &mut Tx, filter: &Filter) -> Result<Vec<String>> {
    tx.column(
        "select distinct a.department from sum_due s join agreement a on a.id = s.agreement_id \
         where s.year = $1 and s.academy in (select value from json_each($2)) order by a.department",
        args![filter.year, &filter.academies],
    )
    .await
}

/// The years there are sums of, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn years(tx: &mut Tx, filter: &Filter) -> Result<Vec<i64>> {
    tx.column(
        "select distinct year from sum_due where academy in (select value from json_each($1)) order by year desc",
        args![&filter.academies],
    )
    .await
}

/// Notes that sums were sent to those who have titres issued; tells how many. All of them, or none.
///
/// # Errors
/// [`Error::NotFound`] for a sum of another académie; [`Error::Conflict`] when one was sent already; [`Error::Invalid`] when
/// the day cannot be.
pub async fn request(tx: &mut Tx, viewer: &Viewer, sums: &[SumId], form: &ChangeForm) -> Result<usize> {
    let today = tx.now().day();
    for id in sums {
        let agreement: AgreementId = tx.one_value("select agreement_id from sum_due where id = $1", args![*id]).await?;
        let agreement = Agreement::managed(tx, viewer, agreement).await?;
        let sum = sum_due::of(tx, agreement.id).await?.ok_or(Error::NotFound)?;
        if sum.state != SumState::ToIssue {
            return Err(Error::Conflict);
        }
        let change = form.check(&sum, today)?;
        sum.change(tx, &change, viewer.account).await?;
    }
    Ok(sums.len())
}
