//! Those whose telephones are woken on Monday: accounts of parents, a device each, a push that waits for each.

use super::sheet::{Cell::*, load, push};
use db::{Db, Moment, Result, Uuid, args};

/// The key and the secret of a browser, those of the standard's example (RFC 8291, appendix A).
const P256DH: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
const CHUNK: usize = 5_000;

/// Opens so many accounts, each with a device at a push service of this machine, numbered in its address; tells how many
/// there are in a territory too small for all.
pub(super) async fn gather(db: &Db, count: usize, service: &str) -> Result<usize> {
    let mut tx = db.write().await?;
    tx.change("delete from outing", &[]).await?;
    tx.change("delete from push_subscription where device = 'bench'", &[]).await?;
    tx.commit().await?;
    let mut tx = db.read().await?;
    let wanted = i64::try_from(count).unwrap_or(i64::MAX);
    let people: Vec<(Uuid, Option<Uuid>)> = tx
        .all(
            "select p.id, h.account_id from person p left join account_person h on h.person_id = p.id \
             where p.kind = 'guardian' and p.gone_at is null order by p.id limit $1",
            args![wanted],
        )
        .await?;
    drop(tx);
    for (part, some) in people.chunks(CHUNK).enumerate() {
        let mut tx = db.write().await?;
        let now = tx.now().0;
        let mut accounts = tx.rows(
            "account",
            &["id", "login", "sheet", "sheet_since", "charter", "failures", "created_at", "activated_at"],
        );
        let mut links = tx.rows("account_person", &["person_id", "account_id", "since"]);
        let mut devices =
            tx.rows("push_subscription", &["id", "account_id", "endpoint", "p256dh", "auth", "device", "created_at"]);
        for (rank, (person, account)) in some.iter().enumerate() {
            let id = account.unwrap_or_else(|| tx.id());
            if account.is_none() {
                let login = format!("bench-{}", person.simple());
                push(&mut accounts, &[Id(id), Text(&login), Int(1), Int(now), Int(0), Int(0), Int(now), Int(now)]);
                push(&mut links, &[Id(*person), Id(id), Int(now)]);
            }
            let endpoint = format!("{service}/{}", part * CHUNK + rank);
            push(
                &mut devices,
                &[Id(tx.id()), Id(id), Text(&endpoint), Text(P256DH), Text(AUTH), Text("bench"), Int(now)],
            );
        }
        load(&mut tx, &mut [&mut accounts, &mut links, &mut devices]).await?;
        tx.commit().await?;
    }
    Ok(people.len())
}

/// Puts a push in the queue for each device, due evenly between two instants; the number of a device tells its turn.
pub(super) async fn wait(db: &Db, count: usize, from: Moment, millis: u64) -> Result<()> {
    let mut tx = db.read().await?;
    let devices: Vec<(Uuid, String)> =
        tx.all("select account_id, endpoint from push_subscription where device = 'bench'", &[]).await?;
    let thing: Uuid = tx.one_value("select id from thing where withdrawn_at is null limit 1", &[]).await?;
    drop(tx);
    for some in devices.chunks(CHUNK) {
        let mut tx = db.write().await?;
        let mut rows = tx.rows(
            "outing",
            &[
                "id",
                "account_id",
                "person_id",
                "thing_id",
                "channel",
                "round",
                "ready_at",
                "due_at",
                "state",
                "attempts",
            ],
        );
        for (account, endpoint) in some {
            let turn: usize = endpoint.rsplit('/').next().and_then(|it| it.parse().ok()).unwrap_or(0);
            let due = due(from, millis, turn, count).0;
            push(
                &mut rows,
                &[
                    Id(tx.id()),
                    Id(*account),
                    Id(*account),
                    Id(thing),
                    Text("push"),
                    Int(due),
                    Int(due),
                    Int(due),
                    Text("waiting"),
                    Int(0),
                ],
            );
        }
        load(&mut tx, &mut [&mut rows]).await?;
        tx.commit().await?;
    }
    let mut tx = db.write().await?;
    tx.refresh_statistics(&["outing", "push_subscription", "account", "account_person"]).await?;
    tx.commit().await
}

/// When the push of a turn is due.
pub(super) fn due(from: Moment, millis: u64, turn: usize, count: usize) -> Moment {
    let share = millis as f64 * turn as f64 / count.max(1) as f64;
    Moment(from.0 + share as i64)
}
