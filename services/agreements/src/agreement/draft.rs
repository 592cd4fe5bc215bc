//! Drafts of conventions on their way to the database, each with its schools: one way for all that prepare some.

use super::steps::Steps;
use crate::{
    AgreementId, Campaign,
    campaign::end_of,
    enrolment::{self, EnrolmentId, Stage},
    step::Verb,
};
use db::{Moment, Result, Rows, Tx, Uuid, args, fold};
use school::{AccountId, AuthorityId, SchoolId};

/// An authority a convention is prepared for, and its convention of the year before.
pub(super) struct Party<'a> {
    pub(super) authority: AuthorityId,
    pub(super) name: &'a str,
    pub(super) department: &'a str,
    pub(super) previous: Option<AgreementId>,
}

/// Drafts of a campaign in an académie.
pub(super) struct Drafts {
    agreements: Rows,
    enrolments: Rows,
    steps: Steps,
    year: i64,
    price_cents: i64,
    academy: String,
    template: i64,
    last_rank: i64,
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

impl Drafts {
    pub(super) async fn begin(tx: &mut Tx, campaign: &Campaign, academy: &str, by: Option<AccountId>) -> Result<Self> {
        // The articles in force; the first ones until the région wrote others.
        let template =
            tx.count("select coalesce(max(version), 1) as version from template where in_force", &[]).await?;
        Ok(Self {
            last_rank: last_rank(tx, campaign.year, academy).await?,
            agreements: tx.rows("agreement", AGREEMENT),
            enrolments: tx.rows("enrolment", ENROLMENT),
            steps: Steps::begin(tx),
            year: campaign.year,
            price_cents: campaign.price_cents,
            academy: academy.to_owned(),
            template,
            ends_on: end_of(campaign.year).to_string(),
            now: tx.now(),
            by,
        })
    }

    pub(super) fn agreement(&mut self, tx: &Tx, party: &Party<'_>) -> AgreementId {
        let id: AgreementId = tx.id();
        self.last_rank += 1;
        let number = format!("{}-{}-{:04}", self.year, self.academy, self.last_rank);
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
        row.uuid(self.by.map(Uuid::from));
        row.int(now);
        self.steps.note(tx, id, Verb::Prepared, "", self.by);
        if let Some(previous) = party.previous {
            self.steps.note(tx, previous, Verb::Renewed, &number, self.by);
        }
        id
    }

    pub(super) fn school(&mut self, tx: &Tx, agreement: AgreementId, school: SchoolId, authority: AuthorityId) {
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
    pub(super) async fn write(mut self, tx: &mut Tx) -> Result<u64> {
        let count = self.agreements.len();
        tx.load(&mut self.agreements).await?;
        tx.load(&mut self.enrolments).await?;
        self.steps.write(tx).await?;
        enrolment::recount_drafts(tx, self.year, &self.academy).await?;
        Ok(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

/// The rank of the last number given: « 2022-16-0007 » is the seventh.
async fn last_rank(tx: &mut Tx, year: i64, academy: &str) -> Result<i64> {
    let last: Option<String> = tx
        .value(
            "select number from agreement where year = $1 and academy = $2 order by length(number) desc, number desc limit 1",
            args![year, academy],
        )
        .await?;
    let rank = last.and_then(|number| number.rsplit('-').next().and_then(|it| it.parse().ok()));
    Ok(rank.unwrap_or(0))
}
