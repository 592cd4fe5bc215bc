//! Preparing the conventions of a year: a draft for each authority that pays for schools, with all of them on it.

use crate::{
    AgreementId, Campaign,
    campaign::end_of,
    enrolment::{self, EnrolmentId, Stage},
    step::Verb,
};
use db::{FromRow, Moment, Result, Rows, Tx, Uuid, args, fold};
use school::{AccountId, Authority, AuthorityId, SchoolId};

/// Prepares a draft for each authority that pays for public schools of an académie and has no convention with it this year, with
/// those of its schools that are on no other; tells how many. Doing it again prepares what came since.
///
/// # Errors
/// [`db::Error::NotFound`] when there is no campaign; [`db::Error::Conflict`] when somebody does the same; a fault of the
/// database.
pub async fn prepare(tx: &mut Tx, year: i64, academy: &str) -> Result<u64> {
    let campaign = Campaign::load(tx, year).await?;
    let waiting: Vec<Waiting> = tx.all(WAITING, args![academy, year, year - 1]).await?;
    let mut drafts = Drafts::begin(tx, &campaign, academy).await?;
    let mut last: Option<(AuthorityId, AgreementId)> = None;
    for row in &waiting {
        let agreement = match last {
            Some((authority, agreement)) if authority == row.authority_id => agreement,
            _ => drafts.agreement(tx, &row.party()),
        };
        last = Some((row.authority_id, agreement));
        drafts.school(tx, agreement, row.school_id, row.authority_id);
    }
    drafts.write(tx).await
}

/// Prepares the draft of one authority, without schools. For those who may.
///
/// # Errors
/// [`db::Error::Conflict`] when it has one; a fault of the database.
pub async fn draft(
    tx: &mut Tx,
    campaign: &Campaign,
    authority: &Authority,
    academy: &str,
    by: AccountId,
) -> Result<AgreementId> {
    let previous: Option<(AgreementId,)> = tx
        .first(
            "select id from agreement where year = $1 and authority_id = $2 and academy = $3",
            args![campaign.year - 1, authority.id, academy],
        )
        .await?;
    let mut drafts = Drafts::begin(tx, campaign, academy).await?;
    drafts.by = Some(by);
    let party = Party {
        authority: authority.id,
        name: &authority.name,
        department: &authority.department,
        previous: previous.map(|row| row.0),
    };
    let agreement = drafts.agreement(tx, &party);
    drafts.write(tx).await?;
    Ok(agreement)
}

/// A school that waits for a convention.
#[derive(Debug, FromRow)]
struct Waiting {
    school_id: SchoolId,
    authority_id: AuthorityId,
    name: String,
    department: String,
    previous: Option<AgreementId>,
}

impl Waiting {
    fn party(&self) -> Party<'_> {
        Party { authority: self.authority_id, name: &self.name, department: &self.department, previous: self.previous }
    }
}

// Private schools (types that end with PR) are put on a convention by hand only.
const WAITING: &str = "\
select s.id as school_id, o.id as authority_id, o.name, o.department, p.id as previous from school s \
join authority_school l on l.school_id = s.id \
join authority o on o.id = l.authority_id and o.gone_at is null \
left join agreement p on p.authority_id = o.id and p.year = $3 and p.academy = $1 \
where s.academy = $1 and s.gone_at is null and coalesce(s.kind, '') not like '%PR' \
and not exists (select 1 from agreement a where a.authority_id = o.id and a.year = $2 and a.academy = $1) \
and not exists (select 1 from enrolment e where e.year = $2 and e.school_id = s.id and e.withdrawn_at is null) \
order by o.sort_key, o.id, s.uai";

struct Party<'a> {
    authority: AuthorityId,
    name: &'a str,
    department: &'a str,
    previous: Option<AgreementId>,
}

/// Drafts on their way to the database.
struct Drafts {
    agreements: Rows,
    enrolments: Rows,
    steps: Rows,
    year: i64,
    price_cents: i64,
    academy: String,
    template: i64,
    last_number: i64,
    ends_on: String,
    now: Moment,
    by: Option<AccountId>,
}

const AGREEMENT: &[&str] = &[
    "id",
    "year",
    "authority_id",
    "academy",
    "department",
    "number",
    "state",
    "template",
    "price_cents",
    "ends_on",
    "previous",
    "sort_key",
    "search_key",
    "created_at",
    "created_by",
    "changed_at",
];
const ENROLMENT: &[&str] = &["id", "year", "school_id", "authority_id", "agreement_id", "state", "asked_at"];
const STEP: &[&str] = &["id", "agreement_id", "verb", "detail", "at", "account_id"];

impl Drafts {
    async fn begin(tx: &mut Tx, campaign: &Campaign, academy: &str) -> Result<Self> {
        // The articles in force; the first ones until the région wrote others.
        let template =
            tx.count("select coalesce(max(version), 1) as version from template where in_force", &[]).await?;
        let last_number = tx
            .count(
                "select coalesce(max(cast(substr(number, 9) as bigint)), 0) as last from agreement \
                 where year = $1 and academy = $2",
                args![campaign.year, academy],
            )
            .await?;
        Ok(Self {
            agreements: tx.rows("agreement", AGREEMENT),
            enrolments: tx.rows("enrolment", ENROLMENT),
            steps: tx.rows("agreement_step", STEP),
            year: campaign.year,
            price_cents: campaign.price_cents,
            academy: academy.to_owned(),
            template,
            last_number,
            ends_on: end_of(campaign.year).to_string(),
            now: tx.now(),
            by: None,
        })
    }

    fn agreement(&mut self, tx: &Tx, party: &Party<'_>) -> AgreementId {
        let id: AgreementId = tx.id();
        self.last_number += 1;
        let number = format!("{}-{}-{:04}", self.year, self.academy, self.last_number);
        let by = self.by.map(Uuid::from);
        let (name, now) = (fold(party.name), Some(self.now.0));
        let row = &mut self.agreements;
        row.begin();
        row.uuid(Some(id.into()));
        row.int(Some(self.year));
        row.uuid(Some(party.authority.into()));
        row.text(Some(&self.academy));
        row.text(Some(party.department));
        row.text(Some(&number));
        row.text(Some(crate::State::Draft.as_str()));
        row.int(Some(self.template));
        row.int(Some(self.price_cents));
        row.text(Some(&self.ends_on));
        row.uuid(party.previous.map(Uuid::from));
        row.text(Some(&name));
        // Found by a word of the name, or by the number.
        row.text(Some(&format!(" {name} {}", fold(&number))));
        row.int(now);
        row.uuid(by);
        row.int(now);
        self.prepared(tx, id);
        id
    }

    fn prepared(&mut self, tx: &Tx, agreement: AgreementId) {
        let row = &mut self.steps;
        row.begin();
        row.uuid(Some(tx.id()));
        row.uuid(Some(agreement.into()));
        row.text(Some(Verb::Prepared.as_str()));
        row.text(Some(""));
        row.int(Some(self.now.0));
        row.uuid(self.by.map(Uuid::from));
    }

    fn school(&mut self, tx: &Tx, agreement: AgreementId, school: SchoolId, authority: AuthorityId) {
        let id: EnrolmentId = tx.id();
        let row = &mut self.enrolments;
        row.begin();
        row.uuid(Some(id.into()));
        row.int(Some(self.year));
        row.uuid(Some(school.into()));
        row.uuid(Some(authority.into()));
        row.uuid(Some(agreement.into()));
        row.text(Some(Stage::Enrolled.as_str()));
        row.int(Some(self.now.0));
    }

    /// Tells how many agreements were written.
    async fn write(mut self, tx: &mut Tx) -> Result<u64> {
        let count = self.agreements.len();
        tx.load(&mut self.agreements).await?;
        tx.load(&mut self.enrolments).await?;
        tx.load(&mut self.steps).await?;
        enrolment::recount_drafts(tx, self.year, &self.academy).await?;
        Ok(u64::try_from(count).unwrap_or(u64::MAX))
    }
}
