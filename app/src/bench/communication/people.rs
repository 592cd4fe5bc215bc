//! Those who read and write during the bench: teachers spread over the territory, a parent of the class of each.

use super::{
    rows::Year,
    year::{self, CLASSES, Class},
};
use crate::bench::crowd::session_of;
use db::{Db, Error, Result, Tx, Uuid, args};
use school::Profile;

/// How many of each profile.
pub(super) const USERS: usize = 64;
/// Words each parent signs during the bench.
const TO_SIGN: i64 = 80;
/// Posts of the journals that are much longer than the others.
const LONG_JOURNAL: i64 = 2_000;
/// How many classes have one.
pub(super) const LONG: usize = 8;

/// Somebody signed in, with what they open.
#[derive(Debug, Clone)]
pub(super) struct User {
    pub(super) token: String,
    pub(super) class: Uuid,
    pub(super) child: Uuid,
    pub(super) conversation: Uuid,
    pub(super) mots: Vec<Uuid>,
}

/// The cast of the bench.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) parents: Vec<User>,
    pub(super) teachers: Vec<User>,
    /// Parents of other classes, whom many words await: those who read live an ordinary day.
    pub(super) signers: Vec<User>,
    /// Their teachers.
    pub(super) senders: Vec<User>,
    /// Parents of classes whose journals are as long as those of many years.
    pub(super) long: Vec<User>,
    /// Who publishes for an académie.
    pub(super) administrator: Option<String>,
    pub(super) academy: String,
}

/// Signs everybody in, and writes what they will sign.
pub(super) async fn cast(db: &Db) -> Result<People> {
    let mut tx = db.read().await?;
    let classes: Vec<Class> = tx.all(CLASSES, &[]).await?;
    drop(tx);
    let chosen = 2 * USERS + LONG;
    let step = (classes.len() / chosen).max(1);
    let mut people = People::default();
    for (rank, class) in classes.iter().step_by(step).take(chosen).enumerate() {
        let mut tx = db.write().await?;
        let (posts, mots) = match rank {
            0..LONG => (LONG_JOURNAL, 0),
            _ if rank % 2 == 0 => (0, TO_SIGN),
            _ => (0, 0),
        };
        let (parent, teacher) = users(&mut tx, class, posts, mots).await?;
        tx.commit().await?;
        if posts > 0 {
            people.long.push(parent);
        } else if mots > 0 {
            people.signers.push(parent);
            people.senders.push(teacher);
        } else {
            people.parents.push(parent);
            people.teachers.push(teacher);
        }
    }
    let mut tx = db.write().await?;
    let academy: String =
        tx.one_value("select academy from school where gone_at is null order by id limit 1", &[]).await?;
    people.administrator = Some(administrator(&mut tx, &academy).await?);
    people.academy = academy;
    tx.refresh_statistics(&["thing", "share", "post", "mot", "mot_child", "session"]).await?;
    tx.commit().await?;
    Ok(people)
}

async fn users(tx: &mut Tx, class: &Class, posts: i64, words: i64) -> Result<(User, User)> {
    let ties = year::ties(tx, class).await?;
    let tie = ties.first().ok_or(Error::NotFound)?.clone();
    let mut year = Year::new(tx, 1.0)?;
    let mut mots = Vec::new();
    let now = tx.now().0;
    for rank in 0..posts {
        year.post(tx, class, now - 4_000_000 - rank * 60_000);
    }
    for rank in 0..words {
        mots.push(year.mot(tx, class, &ties, now - 4_000_000 - rank * 60_000));
    }
    year.load(tx).await?;
    let conversation: Uuid = tx
        .one_value(
            "select thing_id from message_reader where person_id = $1 order by visible_from desc, thing_id limit 1",
            args![tie.adult],
        )
        .await?;
    let parent = User {
        token: session_of(tx, tie.adult, Profile::Guardian).await?,
        class: class.class,
        child: tie.child,
        conversation,
        mots,
    };
    let teacher = User { token: session_of(tx, class.teacher, Profile::Teacher).await?, ..parent.clone() };
    Ok((parent, teacher))
}

async fn administrator(tx: &mut Tx, academy: &str) -> Result<String> {
    use school::{
        account,
        charter::{self, Audience},
        session::{self, Stay},
    };
    let login = format!("bench.{academy}");
    let id = match account::Account::by_login(tx, &login).await? {
        Some(account) => account.id,
        None => {
            let id = account::create(tx, &login).await?;
            account::grant(tx, id, school::Role::AcademyAdmin, &format!("academy:{academy}")).await?;
            id
        }
    };
    // Nobody signs in with it: the second factor must only be there.
    account::set_totp(tx, id, Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")).await?;
    charter::accept(tx, id, Audience::Staff).await?;
    session::begin(tx, id, "bench", Stay::Device).await
}
