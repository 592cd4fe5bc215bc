//! The connection sheets of a whole school as one document, asked for by its head as on the day of the rentrée: first while
//! accounts are opened, then again.

use crate::{
    bench::{
        client::{Ask, FORM, drive, request},
        verdict,
    },
    config::Config,
    figures::counted,
};
use axum::http::{Method, StatusCode};
use commons::House;
use db::{Result, Tx, args};
use school::{
    SchoolId, account,
    charter::{self, Audience},
    person::Name,
    session::{self, Stay},
};
use std::{sync::Arc, time::Duration};

/// A school whose sheets are printed, and its head.
pub(super) struct Printed {
    school: SchoolId,
    pupils: i64,
    token: String,
}

/// Its document within so many seconds.
const LIMIT: f64 = 3.0;
/// The school looked for, in pupils.
const PUPILS: i64 = 400;

const NEAREST: &str = "\
select school_id, pupils from ( \
    select c.school_id, count(*) as pupils from circle c join member m on m.circle_id = c.id \
    where c.kind = 'school' and c.until is null and m.role = 'pupil' and m.until is null group by c.school_id) s \
order by abs(pupils - $1), school_id limit 1";

const HEAD: &str = "\
select p.id, p.first_name, p.last_name from circle c join member m on m.circle_id = c.id \
join person p on p.id = m.person_id \
where c.school_id = $1 and c.kind = 'staff' and m.role = 'head' and m.until is null order by p.id limit 1";

/// Finds the school, and lets its head in.
///
/// # Errors
/// A fault of the database.
pub(super) async fn school(house: &House) -> Result<Printed> {
    let mut tx = house.db.write().await?;
    let (school, pupils): (SchoolId, i64) = tx.one(NEAREST, args![PUPILS]).await?;
    let token = head(&mut tx, school).await?;
    tx.commit().await?;
    Ok(Printed { school, pupils, token })
}

/// Measures and prints two lines a kind of sheets. The server listens already.
///
/// # Errors
/// A fault of the machine, or an answer that is not a document.
pub(super) async fn measure(config: &Config, printed: &Printed) -> Result<()> {
    for (name, view, format) in [
        ("fiches des familles", "familles", "page"),
        ("fiches des familles, 8 par page", "familles", "huit"),
        ("cartes des élèves", "eleves", "huit"),
        ("fiches des élèves", "eleves", "page"),
    ] {
        for turn in ["la première fois", "de nouveau"] {
            print(config, printed, (view, format), &format!("{name}, {turn}")).await?;
        }
    }
    Ok(())
}

/// A session of the head of a school.
async fn head(tx: &mut Tx, school: SchoolId) -> Result<String> {
    let head: Name = tx.one(HEAD, args![school]).await?;
    let account = account::open_for(tx, &head).await?;
    charter::accept(tx, account, Audience::Staff).await?;
    session::begin(tx, account, "bench", Stay::Device).await
}

async fn print(config: &Config, printed: &Printed, (view, format): (&str, &str), name: &str) -> Result<()> {
    let path = format!("/ecoles/{}/comptes/impression", printed.school);
    let body = format!("vue={view}&tout=on&format={format}");
    let token = printed.token.clone();
    // One document: the next turn asks for nothing.
    let ask: Ask = Arc::new(move |_: usize, turn: usize| {
        (turn == 0).then(|| request(Method::POST, &path, &token, body.clone().into_bytes(), FORM)).flatten()
    });
    let mut samples = drive(&config.listen, 1, Duration::from_secs(60), &ask, StatusCode::OK).await?;
    let took = samples.quantile(0.5) / 1000.0;
    println!(
        "{name:48} {} : {took:5.2} s, {:.1} Mo = {:4.2} × la limite de {LIMIT:.0} s  {}",
        counted(printed.pupils, "élève", "élèves"),
        samples.bytes as f64 / 1e6,
        took / LIMIT,
        verdict(took <= LIMIT),
    );
    Ok(())
}
