//! The directory row by row, to see what was written, and what was not.

use db::{FromRow, Record, Tx, Uuid, args};
use std::{collections::BTreeSet, fmt::Debug};
use testkit::App;

/// Every row of the directory.
#[derive(Debug)]
pub(crate) struct Dump(BTreeSet<String>);

#[derive(Debug, PartialEq, FromRow)]
struct Person {
    id: Uuid,
    kind: String,
    academy: Option<String>,
    jointure: Option<i64>,
    last_name: String,
    first_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    level: Option<String>,
    details: String,
    sort_key: String,
    search_key: String,
    digest: Option<i64>,
    incomplete: bool,
    created_at: i64,
    gone_at: Option<i64>,
}

#[derive(Debug, PartialEq, FromRow)]
struct Guardianship {
    child_id: Uuid,
    adult_id: Uuid,
    relation: Option<i64>,
    position: i64,
    source: String,
    since: i64,
    until: Option<i64>,
}

#[derive(Debug, PartialEq, FromRow)]
struct Circle {
    id: Uuid,
    school_id: Uuid,
    kind: String,
    year: i64,
    academy: String,
    key: String,
    of_circle: Option<Uuid>,
    name: String,
    sort_key: String,
    since: i64,
    until: Option<i64>,
}

#[derive(Debug, PartialEq, FromRow)]
struct Member {
    circle_id: Uuid,
    person_id: Uuid,
    role: String,
    source: String,
    since: i64,
    until: Option<i64>,
}

#[derive(Debug, PartialEq, FromRow)]
struct School {
    id: Uuid,
    academy: String,
    jointure: Option<i64>,
    uai: String,
    name: String,
    kind: Option<String>,
    town: Option<String>,
    details: String,
    sort_key: String,
    digest: Option<i64>,
    hours: Option<String>,
    created_at: i64,
    gone_at: Option<i64>,
}

#[derive(Debug, PartialEq, FromRow)]
struct AwaitedLink {
    academy: String,
    child_id: Uuid,
    adult_jointure: i64,
    relation: Option<i64>,
    position: i64,
    seated: bool,
}

#[derive(Debug, PartialEq, FromRow)]
struct Academy {
    code: String,
    name: String,
    delivered_on: Option<String>,
}

impl Dump {
    pub(crate) async fn of(app: &App) -> Self {
        let mut tx = app.read().await;
        let mut all = BTreeSet::new();
        all.extend(rows::<Person>(&mut tx, "select * from person").await);
        all.extend(rows::<Guardianship>(&mut tx, "select * from guardianship").await);
        all.extend(rows::<Circle>(&mut tx, "select * from circle").await);
        all.extend(rows::<Member>(&mut tx, "select * from member").await);
        all.extend(rows::<School>(&mut tx, "select * from school").await);
        all.extend(rows::<AwaitedLink>(&mut tx, "select * from awaited_link").await);
        all.extend(rows::<Academy>(&mut tx, "select * from academy").await);
        Self(all)
    }

    /// Checks that nothing was written since.
    pub(crate) async fn still(&self, app: &App) {
        let now = Self::of(app).await;
        let changes: Vec<&String> = self.0.symmetric_difference(&now.0).collect();
        assert!(changes.is_empty(), "{changes:#?}");
    }
}

async fn rows<T: Record + Debug>(tx: &mut Tx, sql: &'static str) -> Vec<String> {
    let rows: Vec<T> = tx.all(sql, &[]).await.unwrap();
    rows.iter().map(|row| format!("{row:?}")).collect()
}

/// Those who are there in an académie, where they sit and who answers for them, whenever it was written. The circles of
/// levels are left out: once a class had two, they stay.
pub(crate) async fn living(app: &App, academy: &str) -> BTreeSet<String> {
    let mut tx = app.read().await;
    let people: Vec<(i64, String)> = tx.all(PEOPLE, args![academy]).await.unwrap();
    let seats: Vec<(i64, String)> = tx.all(SEATS, args![academy]).await.unwrap();
    let links: Vec<(i64, i64, Option<i64>, i64)> = tx.all(LINKS, args![academy]).await.unwrap();
    let said = people.iter().chain(&seats).map(|row| format!("{row:?}"));
    said.chain(links.iter().map(|row| format!("{row:?}"))).collect()
}

const PEOPLE: &str = "\
select jointure, kind || ' ' || last_name || ' ' || first_name || ' ' || coalesce(birth_day, '-') || ' ' || \
    coalesce(email, '-') || ' ' || coalesce(ine, '-') || ' ' || coalesce(level, '-') || ' ' || details as said \
from person where academy = $1 and jointure is not null and gone_at is null";

const SEATS: &str = "\
select p.jointure, c.kind || ' ' || c.key || ' ' || m.role || ' ' || m.source as said from person p \
join member m on m.person_id = p.id and m.until is null join circle c on c.id = m.circle_id and c.kind <> 'level' \
where p.academy = $1 and p.jointure is not null and p.gone_at is null";

const LINKS: &str = "\
select k.jointure as child, a.jointure as adult, g.relation, g.position from guardianship g \
join person k on k.id = g.child_id and k.gone_at is null join person a on a.id = g.adult_id and a.gone_at is null \
where g.until is null and k.academy = $1 and k.jointure is not null and a.jointure is not null";
