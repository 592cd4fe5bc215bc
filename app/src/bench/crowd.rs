//! The territory the pages are measured on: every class has a term of posts; some parents and teachers are signed in.

use commons::House;
use db::{Db, Error, FromRow, Moment, Result, Tx, Uuid, args};
use directory::import::{Options, Outcome, import};
use school::{
    Profile, account,
    charter::{self, Audience},
    person::Name,
    session::{self, Stay},
};
use std::path::Path;

/// How many different people of each profile are signed in.
pub(crate) const USERS: i64 = 64;
/// Posts in the journal of each class.
const POSTS: i64 = 10;
/// Drafts ready to be published, of each teacher.
const DRAFTS: i64 = 400;
const CHUNK: usize = 2_000;
const BODY: &str = "Ce matin, nous avons suivi la rivière jusqu’au vieux pont et compté sept espèces d’oiseaux.";

/// Somebody signed in.
#[derive(Debug)]
pub(crate) struct User {
    /// The token of the session.
    pub(crate) token: String,
    /// Something to open: a post of the class.
    pub(crate) post: Uuid,
    /// Drafts to publish, for a teacher.
    pub(crate) drafts: Vec<Uuid>,
}

#[derive(FromRow)]
struct Seat {
    class: Uuid,
    school: Uuid,
    families: Uuid,
    teacher: Uuid,
}

// One teacher a class.
const CLASSES: &str = "\
select c.id as class, c.school_id as school, f.id as families, (select m.person_id from member m \
    where m.circle_id = c.id and m.role = 'teacher' and m.until is null order by m.person_id limit 1) as teacher \
from circle c join circle f on f.of_circle = c.id and f.kind = 'families' \
where c.kind = 'class' and c.until is null and exists (select 1 from member m \
    where m.circle_id = c.id and m.role = 'teacher' and m.until is null) order by c.id";

/// Fills an empty database with a territory; tells whether it was empty.
///
/// # Errors
/// A fault of the machine or of the database.
pub(crate) async fn territory(house: &House, schools: u32, seed: u64) -> Result<bool> {
    if !crate::demo::is_needed(&house.db).await? {
        return Ok(false);
    }
    let folder = tempfile::tempdir()?;
    let year = crate::demo::school_year(&house.db);
    let options = fiction::Options { schools, seed, year, ..fiction::Options::default() };
    let summary = fiction::write(folder.path(), &options, &mut |_| {})?;
    for report in import(house, folder.path(), &Options::default(), &|_| {}).await? {
        if report.outcome != Outcome::Applied {
            return Err(Error::fault(report.reasons.join(" ")));
        }
    }
    for academy in &summary.academies {
        attach(house, &folder.path().join(academy).join("liens-enseignants.csv")).await?;
    }
    Ok(true)
}

/// Fills an empty database with a territory and its posts.
///
/// # Errors
/// A fault of the machine or of the database.
pub(crate) async fn settle(house: &House, schools: u32, seed: u64) -> Result<()> {
    match territory(house, schools, seed).await? {
        true => write_posts(&house.db).await,
        false => Ok(()),
    }
}

async fn attach(house: &House, links: &Path) -> Result<()> {
    let mut tx = house.db.write().await?;
    directory::teaching::import_links(&mut tx, links).await?;
    tx.commit().await
}

async fn write_posts(db: &Db) -> Result<()> {
    let mut tx = db.read().await?;
    let classes: Vec<Seat> = tx.all(CLASSES, &[]).await?;
    drop(tx);
    for some in classes.chunks(CHUNK) {
        let mut tx = db.write().await?;
        let now = tx.now();
        let posts: Vec<(&Seat, Uuid, i64)> = some
            .iter()
            .flat_map(|class| (0..POSTS).map(move |rank| (class, rank)))
            .map(|(class, rank)| (class, tx.id(), now.plus_days(-rank).0))
            .collect();
        load(&mut tx, &posts, "published").await?;
        tx.commit().await?;
    }
    let mut tx = db.write().await?;
    // A territory fills over a term, and its database takes note on the way.
    tx.refresh_statistics(&["thing", "post", "share"]).await?;
    tx.commit().await
}

/// Posts as the journal writes them: thing, post, and the shares of what is published.
async fn load(tx: &mut Tx, posts: &[(&Seat, Uuid, i64)], state: &str) -> Result<()> {
    let year = school::SchoolYear::of(tx.now().day()).0;
    let published = state == "published";
    let body = richtext::parse_plain(BODY).map_err(Error::fault)?.to_json();
    let mut things = tx.rows(
        "thing",
        &["id", "kind", "school_id", "circle_id", "year", "author_id", "title", "excerpt", "created_at", "updated_at"],
    );
    let mut rows = tx.rows(
        "post",
        &[
            "thing_id",
            "school_id",
            "circle_id",
            "state",
            "body",
            "audience",
            "comments",
            "version",
            "published_at",
            "delivered_at",
        ],
    );
    let mut authors = tx.rows("post_author", &["thing_id", "school_id", "person_id"]);
    let mut shares = tx.rows("share", &["thing_id", "circle_id", "level", "visible_from", "given_by", "given_at"]);
    for (seat, id, at) in posts {
        things.begin();
        things.uuid(Some(*id));
        things.text(Some("billets"));
        for uuid in [seat.school, seat.class] {
            things.uuid(Some(uuid));
        }
        things.int(Some(year));
        things.uuid(Some(seat.teacher));
        things.text(Some("Au bord de la rivière"));
        things.text(Some(BODY));
        things.int(Some(*at));
        things.int(Some(*at));
        rows.begin();
        for uuid in [*id, seat.school, seat.class] {
            rows.uuid(Some(uuid));
        }
        rows.text(Some(state));
        rows.text(Some(&body));
        rows.text(Some("class-and-families"));
        rows.bool(Some(false));
        rows.int(Some(1));
        rows.int(published.then_some(*at));
        rows.int(published.then_some(*at));
        authors.begin();
        for uuid in [*id, seat.school, seat.teacher] {
            authors.uuid(Some(uuid));
        }
        for circle in [seat.class, seat.families].into_iter().filter(|_| published) {
            shares.begin();
            shares.uuid(Some(*id));
            shares.uuid(Some(circle));
            shares.int(Some(1));
            shares.int(Some(*at));
            shares.uuid(Some(seat.teacher));
            shares.int(Some(*at));
        }
    }
    for rows in [&mut things, &mut rows, &mut authors, &mut shares] {
        tx.load(rows).await?;
    }
    Ok(())
}

/// Signs teachers in, spread over the territory, and a parent of the class of each: parents, then teachers.
///
/// # Errors
/// [`Error::NotFound`] when the territory is too small; a fault of the database.
pub(crate) async fn sign_in(db: &Db) -> Result<[Vec<User>; 2]> {
    let mut tx = db.read().await?;
    let classes: Vec<Seat> = tx.all(CLASSES, &[]).await?;
    drop(tx);
    let step = (classes.len() / USERS as usize).max(1);
    let (mut parents, mut teachers) = (Vec::new(), Vec::new());
    for class in classes.iter().step_by(step).take(USERS as usize) {
        let mut tx = db.write().await?;
        let parent: Uuid = tx
            .one_value(
                "select g.adult_id from member m join guardianship g on g.child_id = m.person_id and g.until is null \
                 where m.circle_id = $1 and m.role = 'pupil' and m.until is null order by g.adult_id limit 1",
                args![class.class],
            )
            .await?;
        let post: Uuid = tx
            .one_value(
                "select thing_id from post where circle_id = $1 and delivered_at is not null order by thing_id limit 1",
                args![class.class],
            )
            .await?;
        let now = tx.now();
        let drafts: Vec<(&Seat, Uuid, i64)> = (0..DRAFTS).map(|_| (class, tx.id(), now.0)).collect();
        load(&mut tx, &drafts, "draft").await?;
        let token = session_of(&mut tx, parent, Profile::Guardian).await?;
        parents.push(User { token, post, drafts: Vec::new() });
        let token = session_of(&mut tx, class.teacher, Profile::Teacher).await?;
        let drafts = drafts.into_iter().map(|(_, id, _)| id).collect();
        teachers.push(User { token, post, drafts });
        tx.commit().await?;
    }
    Ok([parents, teachers])
}

pub(crate) async fn session_of(tx: &mut Tx, person: Uuid, profile: Profile) -> Result<String> {
    let name: Name = tx.one("select id, first_name, last_name from person where id = $1", args![person]).await?;
    let id = account::open_for(tx, &name).await?;
    charter::accept(tx, id, Audience::of(profile)).await?;
    // The feed was looked at a moment ago: a page view is a read, as it is nearly always.
    let now: Moment = tx.now();
    tx.change(
        "insert into feed_seen (account_id, at) values ($1, $2) on conflict (account_id) do update set at = excluded.at",
        args![id, now],
    )
    .await?;
    session::begin(tx, id, "bench", Stay::Device).await
}
