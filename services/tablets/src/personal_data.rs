//! What the doors for children keep of somebody: for a copy of it, and when somebody leaves for good.

use crate::W;
use db::{Moment, Result, Tx, args};
use web::personal::{Datum, Leaver, Part, Subject};

/// What a child was given to come in with, and the devices an adult enrolled. No secret is in a copy: it would open.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let parts = [given(tx, subject).await?, enrolled(tx, subject).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn given(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let list = subject.list();
    let pictures: Vec<Moment> = tx
        .column(
            "select changed_at from tablet_pupil where person_id in (select unhex(value) from json_each($1)) \
             order by changed_at",
            args![&list],
        )
        .await?;
    let badges: Vec<Moment> = tx
        .column(
            "select given_at from tablet_badge where person_id in (select unhex(value) from json_each($1)) order by given_at",
            args![&list],
        )
        .await?;
    let homes: Vec<Moment> = tx
        .column(
            "select since from tablet_home where child_id in (select unhex(value) from json_each($1)) order by since",
            args![&list],
        )
        .await?;
    let named = |moments: Vec<Moment>, what: &'static str| {
        moments.into_iter().map(move |at| vec![Datum::from(what), Datum::from(at)])
    };
    let rows =
        named(pictures, W.mine_pictures()).chain(named(badges, W.mine_badge())).chain(named(homes, W.mine_home_code()));
    Ok(Part::new("portes-des-eleves", W.mine_doors(), &[W.mine_what(), W.mine_at()]).rows(rows))
}

async fn enrolled(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let devices: Vec<(String, Moment)> = match subject.account {
        Some(account) => {
            tx.all(
                "select name, created_at from tablet_device where enrolled_by = $1 and school_id is not null \
                 order by created_at, id",
                args![account],
            )
            .await?
        }
        None => Vec::new(),
    };
    let rows = devices.into_iter().map(|(name, at)| vec![name.into(), at.into()]);
    Ok(Part::new("tablettes-de-classe", W.mine_devices(), &[W.mine_what(), W.mine_at()]).rows(rows))
}

/// Erases what opens doors for children who left; what adults enrolled is nobody's any more.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let list = leaver.list();
    let mut rows = 0;
    for statement in OF_PEOPLE {
        rows += tx.changed_rows(statement, args![&list]).await?;
    }
    if let Some(account) = leaver.account {
        for statement in OF_ACCOUNT {
            rows += tx.changed_rows(statement, args![account]).await?;
        }
    }
    Ok(rows)
}

const OF_PEOPLE: [&str; 4] = [
    "delete from tablet_pupil where person_id in (select unhex(value) from json_each($1))",
    "delete from tablet_badge where person_id in (select unhex(value) from json_each($1))",
    "delete from tablet_home where child_id in (select unhex(value) from json_each($1))",
    "update tablet_refusal set person_id = null \
     where person_id in (select unhex(value) from json_each($1)) and school_id is not null",
];

const OF_ACCOUNT: [&str; 6] = [
    "delete from tablet_entry where account_id = $1 and school_id is not null",
    "delete from tablet_pairing where by_id = $1 and school_id is not null",
    "update tablet_device set enrolled_by = null where enrolled_by = $1 and school_id is not null",
    "update tablet_class set charter_by = null where charter_by = $1 and school_id is not null",
    "update tablet_badge set given_by = null where given_by = $1",
    "update tablet_home set given_by = null where given_by = $1",
];
