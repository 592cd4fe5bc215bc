//! The board of a campaign: its conventions by state, found by a word, a SIRET, a national code or a number, and what is
//! awaited of whom. Two statements a view, whatever the number of conventions: one adds up, one lists.

pub mod bulk;
pub mod export;
mod row;
mod sought;

use crate::{Campaign, State, agreement::academies};
use db::{Error, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{SchoolYear, Viewer, text_enum};
use sought::Sought;

pub use row::{Row, Tally};

/// How many conventions a page shows.
pub const PAGE: i64 = 50;
/// After so many days without an answer, a convention is looked at again.
pub const SILENT_DAYS: i64 = 30;

text_enum! {
    /// Something to look at among the conventions of a year, whatever their state.
    Pending {
        /// Schools were asked for, and wait to be confirmed.
        Requests = "demandes",
        /// The authority has not answered for a month.
        Silent = "sans-reponse",
    }
}

/// Which conventions are asked for.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The year the school year begins in.
    pub year: i64,
    /// The code of an académie; empty for all the viewer runs the scheme for.
    pub academy: String,
    /// The département, as the first three characters of a UAI; empty for any.
    pub department: String,
    /// Where it stands; none for anywhere.
    pub state: Option<State>,
    /// What is to be looked at.
    pub pending: Option<Pending>,
    /// What was typed to find some.
    pub words: String,
    managed: Vec<String>,
    today: Date,
}

/// The conventions of a year, in some académies, in a département; one index holds all it looks at.
macro_rules! within {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from agreement a where a.year = $1 and a.academy in (select value from json_each($2)) ",
            "and a.department = coalesce(nullif($3, ''), a.department) ",
            "and a.state = coalesce(nullif($4, ''), a.state) ",
            $rest
        )
    };
}

/// The same, found by words, by the beginning of a SIRET or of a national code, or among what is to be looked at.
macro_rules! found {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from agreement a where a.year = $1 and a.academy in (select value from json_each($2)) ",
            "and a.department = coalesce(nullif($3, ''), a.department) ",
            "and a.state = coalesce(nullif($4, ''), a.state) and a.search_key like $5 ",
            "and ($6 = '' or a.authority_id in (select o.id from authority o where o.siret like $6)) ",
            "and ($7 = '' or a.id in (select e.agreement_id from enrolment e join school s on s.id = e.school_id ",
            "where s.uai >= $7 and s.uai < $7 || '~' and e.withdrawn_at is null)) ",
            "and ($8 = '' or a.id in (select e.agreement_id from enrolment e where e.year = $1 and e.state = $8 ",
            "and e.withdrawn_at is null and e.school_id is not null)) ",
            "and ($9 = '' or (a.state in ('proposed', 'signed-by-one') and a.authority_signed_on is null ",
            "and a.proposed_on <= $9)) ",
            $rest
        )
    };
}

/// The columns of rows whose identifiers a statement answers.
macro_rules! listed {
    ($($ids:tt)*) => {
        concat!(
            "select a.id, a.number, o.name as authority, o.siret, o.email, a.department, a.state, a.schools, ",
            "a.price_cents, a.proposed_on, a.academy_signed_on, a.authority_signed_on, a.effective_on, a.ends_on, ",
            "a.reminded_on, d.held_on as decided_on, a.changed_at from (",
            $($ids)*,
            ") as p join agreement a on a.id = p.id join authority o on o.id = a.authority_id ",
            "left join decision d on d.agreement_id = a.id and d.adopted and d.authorises order by a.sort_key, a.id"
        )
    };
}

const PAGE_WITHIN: &str = listed!(within!("a.id", "order by a.sort_key, a.id limit $5 offset $6"));
const PAGE_FOUND: &str = listed!(found!("a.id", "order by a.sort_key, a.id limit $10 offset $11"));
const TALLIES_WITHIN: &str = within!(
    "a.state, cast(count(*) as bigint) as agreements, cast(sum(a.schools) as bigint) as schools, \
     cast(sum(a.schools * a.price_cents) as bigint) as total_cents",
    "group by a.state"
);
const TALLIES_FOUND: &str = found!(
    "a.state, cast(count(*) as bigint) as agreements, cast(sum(a.schools) as bigint) as schools, \
     cast(sum(a.schools * a.price_cents) as bigint) as total_cents",
    "group by a.state"
);

/// The year people look at first: that of the latest campaign open today, else of the latest one.
///
/// # Errors
/// A fault of the database.
pub async fn usual_year(tx: &mut Tx) -> Result<i64> {
    let today = tx.now().day();
    if let Some(open) = Campaign::open_on(tx, today).await?.last() {
        return Ok(open.year);
    }
    Ok(Campaign::all(tx).await?.first().map_or(SchoolYear::of(today).0, |latest| latest.year))
}

impl Filter {
    /// All conventions of a year in the académies a viewer runs the scheme for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever runs it nowhere.
    pub async fn of(tx: &mut Tx, viewer: &Viewer, year: i64) -> Result<Self> {
        let managed = academies(tx, viewer).await?;
        if managed.is_empty() {
            return Err(Error::NotFound);
        }
        let (academy, department, words) = Default::default();
        Ok(Self { year, academy, department, state: None, pending: None, words, managed, today: tx.now().day() })
    }

    /// The same in a state alone, or in any.
    #[must_use]
    pub fn narrowed(&self, state: Option<State>) -> Self {
        Self { state, ..self.clone() }
    }

    /// The same, looking for a name.
    #[must_use]
    pub fn looking_for(&self, name: &str) -> Self {
        Self { words: name.to_owned(), ..self.clone() }
    }

    /// The académies the viewer runs the scheme for, by code.
    pub fn managed(&self) -> &[String] {
        &self.managed
    }

    /// The académies looked at, as one bound value.
    fn academies(&self) -> Result<String> {
        let chosen: Vec<&String> =
            self.managed.iter().filter(|it| self.academy.is_empty() || **it == self.academy).collect();
        serde_json::to_string(&chosen).map_err(Error::fault)
    }

    fn state(&self) -> &'static str {
        self.state.map_or("", State::as_str)
    }

    /// Whether it looks at whole territories: nothing is looked for by words.
    pub fn is_plain(&self) -> bool {
        self.words.trim().is_empty() && self.pending.is_none()
    }

    /// Conventions proposed until that day are silent; empty when they are not asked for.
    fn silent_since(&self) -> String {
        let day = self.today.saturating_sub(SILENT_DAYS.days()).to_string();
        if self.pending == Some(Pending::Silent) { day } else { String::new() }
    }

    fn stage(&self) -> &'static str {
        if self.pending == Some(Pending::Requests) { "requested" } else { "" }
    }

    /// A page of them, by authority; pages are counted from 1.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn page(&self, tx: &mut Tx, page: i64) -> Result<Vec<Row>> {
        let skipped = (page.clamp(1, 1_000_000) - 1) * PAGE;
        self.rows(tx, PAGE, skipped).await
    }

    /// All of them, by authority.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn all(&self, tx: &mut Tx) -> Result<Vec<Row>> {
        self.rows(tx, 1_000_000, 0).await
    }

    async fn rows(&self, tx: &mut Tx, most: i64, skipped: i64) -> Result<Vec<Row>> {
        let academies = self.academies()?;
        if self.is_plain() {
            return tx
                .all(PAGE_WITHIN, args![self.year, academies, &self.department, self.state(), most, skipped])
                .await;
        }
        let sought = Sought::of(&self.words);
        tx.all(
            PAGE_FOUND,
            args![
                self.year,
                academies,
                &self.department,
                self.state(),
                sought.name,
                sought.siret,
                sought.uai,
                self.stage(),
                self.silent_since(),
                most,
                skipped
            ],
        )
        .await
    }

    /// What the conventions of each state come to, in the order states follow one another; those of every state, whatever
    /// state is looked at.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn tallies(&self, tx: &mut Tx) -> Result<Vec<Tally>> {
        let academies = self.academies()?;
        let mut tallies: Vec<Tally> = if self.is_plain() {
            tx.all(TALLIES_WITHIN, args![self.year, academies, &self.department, ""]).await?
        } else {
            let sought = Sought::of(&self.words);
            tx.all(
                TALLIES_FOUND,
                args![
                    self.year,
                    academies,
                    &self.department,
                    "",
                    sought.name,
                    sought.siret,
                    sought.uai,
                    self.stage(),
                    self.silent_since()
                ],
            )
            .await?
        };
        tallies.sort_by_key(|it| it.state);
        Ok(tallies)
    }

    /// The départements there are conventions of that year in, whatever the rest of the filter.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn departments(&self, tx: &mut Tx) -> Result<Vec<String>> {
        let managed = serde_json::to_string(&self.managed).map_err(Error::fault)?;
        tx.column(
            "select distinct department from agreement where year = $1 \
             and academy in (select value from json_each($2)) order by department",
            args![self.year, managed],
        )
        .await
    }
}
