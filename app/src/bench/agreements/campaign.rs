//! The campaign of the bench: prepared, proposed, signed, with its papers and its sums due.

use super::office::Office;
use crate::figures::counted;
use agreements::{
    Agreement, AgreementId, Campaign,
    bulk::{self, Act},
    document::{Facts, convention},
    preparation, sum_due, sum_list,
};
use commons::House;
use db::{Db, Error, Result, args, id_list};
use school::SchoolYear;
use std::time::Instant;
use tokio::task::spawn_blocking;

/// How many of the territory there are.
pub(super) async fn sizes(db: &Db) -> Result<String> {
    let mut tx = db.read().await?;
    let schools = tx.count("select count(*) as n from school where gone_at is null", &[]).await?;
    let communes = tx.count("select count(*) as n from authority where gone_at is null", &[]).await?;
    let communes = counted(communes, "commune", "communes");
    Ok(format!("{}, {communes}", counted(schools, "école", "écoles")))
}

fn told(what: &str, count: String, begun: Instant) {
    println!("{what:44} {count} en {:.1} s", begun.elapsed().as_secs_f64());
}

/// Opens the campaign, prepares its conventions and proposes them; tells which.
pub(super) async fn run(house: &House, office: &Office) -> Result<Vec<AgreementId>> {
    let begun = Instant::now();
    let mut tx = house.db.write().await?;
    let year = SchoolYear::of(tx.now().day()).0;
    let (opens_on, closes_on) = (format!("{year}-03-01"), format!("{}-06-30", year + 1));
    let campaign = Campaign { year, price_cents: 4_500, opens_on, closes_on };
    campaign.save(&mut tx, office.viewer.account).await?;
    for academy in &office.academies {
        preparation::prepare(&mut tx, year, academy).await?;
    }
    tx.commit().await?;
    let mut tx = house.db.read().await?;
    let drafts: Vec<AgreementId> =
        tx.column("select id from agreement where year = $1 and state = 'draft' order by id", args![year]).await?;
    let all: Vec<AgreementId> = tx.column("select id from agreement where year = $1 order by id", args![year]).await?;
    drop(tx);
    told("conventions préparées", counted(drafts.len(), "convention", "conventions"), begun);
    let begun = Instant::now();
    for some in drafts.chunks(bulk::MOST) {
        let report = bulk::act(house, &office.viewer, Act::Propose, some).await?;
        if let Some(refused) = report.refused.first() {
            return Err(Error::fault(format!("{}: {}", refused.number, refused.why)));
        }
    }
    told("conventions proposées, une à une", counted(drafts.len(), "convention", "conventions"), begun);
    Ok(all)
}

/// What drawing took.
pub(super) struct Drawn {
    pub(super) seconds: f64,
    pub(super) bytes: usize,
}

/// Draws each convention, on two threads; what they say is read first, and counts.
pub(super) async fn draw(house: &House, office: &Office, ids: &[AgreementId]) -> Result<Drawn> {
    let begun = Instant::now();
    let mut tx = house.db.read().await?;
    let mut first = Vec::with_capacity(ids.len());
    for id in ids {
        let (agreement, _) = Agreement::load(&mut tx, &office.viewer, *id).await?;
        first.push(Facts::load(&mut tx, &agreement).await?);
    }
    drop(tx);
    let second = first.split_off(first.len() / 2);
    let workers = [first, second].map(|facts| spawn_blocking(move || weigh(&facts)));
    let mut bytes = 0;
    for worker in workers {
        bytes += worker.await.map_err(Error::fault)??;
    }
    Ok(Drawn { seconds: begun.elapsed().as_secs_f64(), bytes })
}

fn weigh(facts: &[Facts]) -> Result<usize> {
    let mut bytes = 0;
    for it in facts {
        bytes += pdf::document(&convention::of(it)).map_err(Error::fault)?.len();
    }
    Ok(bytes)
}

/// Two conventions out of three are signed by both: their sums due are made, and come to the price of their schools.
pub(super) async fn sums(house: &House, office: &Office, ids: &[AgreementId]) -> Result<()> {
    let begun = Instant::now();
    let signed = &ids[..ids.len() * 2 / 3];
    let mut tx = house.db.write().await?;
    let today = tx.now().day().to_string();
    tx.change(
        "update agreement set state = 'active', academy_signed_on = $1, authority_signed_on = $1, effective_on = $1 \
         where id in (select unhex(value) from json_each($2))",
        args![today, id_list(signed.iter().copied())],
    )
    .await?;
    let mut year = 0;
    for id in signed {
        let (agreement, _) = Agreement::load(&mut tx, &office.viewer, *id).await?;
        sum_due::create(&mut tx, &agreement, None).await?;
        year = agreement.year;
    }
    let filter = sum_list::Filter::of(&mut tx, &office.viewer, year).await?;
    let lines = sum_list::lines(&mut tx, &filter).await?;
    let due = tx
        .count(
            "select cast(sum(schools * price_cents) as bigint) as due from agreement where year = $1 and state = 'active'",
            args![year],
        )
        .await?;
    tx.commit().await?;
    let total: i64 = lines.iter().map(|line| line.amount_cents).sum();
    if total != due {
        return Err(Error::fault(format!("sums come to {total} cents, schools to {due}")));
    }
    told("sommes dues, total juste", counted(lines.len(), "ligne", "lignes"), begun);
    Ok(())
}
