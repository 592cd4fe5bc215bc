//! Writing the world into an empty house.

use crate::people::{Classroom, ENTRIES, Entry, KARIM_AGAIN, PASSWORD_HASH, Place, TOTP_SECRET, Who, number};
use db::{Result, Tx, Uuid, args, fold, search_key, sort_key};
use school::{CircleId, CircleKind, PersonId, PersonKind, Role, account, charter::Audience};

const YEAR: i64 = 2026;
const ACADEMY: &str = "16";

/// Writes everybody and everything. The transaction's clock must stand after the beginning of the school year.
pub(crate) async fn build(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.change("insert into academy (code, name) values ($1, 'TOULOUSE')", args![ACADEMY]).await?;
    school(tx, Place::Tilleuls, "Les Tilleuls", "Montaubrac").await?;
    school(tx, Place::JulesVerne, "Jules-Verne", "Sainte-Foy").await?;
    for entry in ENTRIES {
        person(tx, entry.who.person(), entry, now.0).await?;
    }
    if let Some(karim) = ENTRIES.iter().find(|it| it.who == Who::Karim) {
        person(tx, KARIM_AGAIN, karim, now.0).await?;
    }
    class(tx, Classroom::Cp, Place::Tilleuls, "CP de M. Roux", &[Who::Thomas], &[Who::Zoe]).await?;
    class(tx, Classroom::Ce, Place::Tilleuls, "CE1-CE2 de Mme Vidal", &[Who::Helene], &[Who::Tom, Who::Lina]).await?;
    class(tx, Classroom::Cm, Place::JulesVerne, "CM1 de Mme Carrère", &[Who::Thea], &[Who::Enzo]).await?;
    level(tx, 60, "CE1", Who::Lina).await?;
    level(tx, 61, "CE2", Who::Tom).await?;
    teams(tx).await?;
    families(tx).await?;
    accounts(tx).await
}

async fn school(tx: &mut Tx, place: Place, name: &str, town: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into school (id, academy, jointure, uai, name, kind, town, details, sort_key, created_at) \
         values ($1, $2, $3, $4, $5, 'E.P.PU', $6, '{}', $7, $8)",
        args![place.id(), ACADEMY, 1 + place as i64, place.uai(), name, town, fold(name), now],
    )
    .await?;
    circle(tx, place.staff(), place, CircleKind::Staff, 0, "Équipe de l’école", None).await?;
    circle(tx, place.pupils(), place, CircleKind::School, 0, "Élèves de l’école", None).await
}

async fn circle(
    tx: &mut Tx,
    id: CircleId,
    place: Place,
    kind: CircleKind,
    year: i64,
    name: &str,
    of: Option<CircleId>,
) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into circle (id, school_id, kind, year, academy, key, of_circle, name, sort_key, since) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![id, place.id(), kind, year, ACADEMY, id.to_string(), of, name, fold(name), now],
    )
    .await
}

async fn class(
    tx: &mut Tx,
    class: Classroom,
    place: Place,
    name: &str,
    teachers: &[Who],
    pupils: &[Who],
) -> Result<()> {
    circle(tx, class.id(), place, CircleKind::Class, YEAR, name, None).await?;
    let families = format!("Familles : {name}");
    circle(tx, class.families(), place, CircleKind::Families, YEAR, &families, Some(class.id())).await?;
    for teacher in teachers {
        seat(tx, class.id(), teacher.person(), Role::Teacher, "hand").await?;
    }
    for pupil in pupils {
        seat(tx, class.id(), pupil.person(), Role::Pupil, "aaf").await?;
        seat(tx, place.pupils(), pupil.person(), Role::Pupil, "aaf").await?;
    }
    Ok(())
}

/// A level of the class of several.
async fn level(tx: &mut Tx, id: u128, name: &str, pupil: Who) -> Result<()> {
    let of = CircleId(number(id));
    circle(tx, of, Place::Tilleuls, CircleKind::Level, YEAR, name, Some(Classroom::Ce.id())).await?;
    seat(tx, of, pupil.person(), Role::Pupil, "aaf").await
}

async fn teams(tx: &mut Tx) -> Result<()> {
    for (place, who, role) in [
        (Place::Tilleuls, Who::Helene, Role::Head),
        (Place::Tilleuls, Who::Thomas, Role::Teacher),
        (Place::Tilleuls, Who::Rose, Role::Teacher),
        (Place::Tilleuls, Who::Agnes, Role::TownAgent),
        (Place::JulesVerne, Who::Hector, Role::Head),
        (Place::JulesVerne, Who::Thea, Role::Teacher),
    ] {
        seat(tx, place.staff(), who.person(), role, "aaf").await?;
    }
    Ok(())
}

async fn seat(tx: &mut Tx, circle: CircleId, person: PersonId, role: Role, source: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into member (circle_id, person_id, role, source, since) values ($1, $2, $3, $4, $5)",
        args![circle, person, role, source, now],
    )
    .await
}

async fn families(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    for (child, adult, position) in [
        (Who::Zoe, Who::Claire.person(), 1_i64),
        (Who::Zoe, Who::Paul.person(), 2),
        (Who::Tom, Who::Samia.person(), 1),
        (Who::Tom, Who::Karim.person(), 2),
        (Who::Lina, Who::Samia.person(), 1),
        (Who::Lina, KARIM_AGAIN, 2),
        (Who::Enzo, Who::Perrine.person(), 1),
    ] {
        tx.change(
            "insert into guardianship (child_id, adult_id, relation, position, source, since) values ($1, $2, 10, $3, 'aaf', $4)",
            args![child.person(), adult, position, now],
        )
        .await?;
    }
    Ok(())
}

async fn person(tx: &mut Tx, id: PersonId, entry: &Entry, created_at: i64) -> Result<()> {
    let (level, birth_day) = entry.pupil.unzip();
    let jointure = i64::try_from(id.0.as_u128() & 0xffff).unwrap_or(0);
    // What a commune employs is no record of the académie.
    let source = (entry.kind != PersonKind::Agent).then_some(ACADEMY);
    tx.change(
        "insert into person (id, kind, academy, jointure, last_name, first_name, civility, birth_day, email, level, details, \
         sort_key, search_key, incomplete, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '{}', $11, $12, false, $13)",
        args![
            id, entry.kind, source, source.map(|_| jointure), entry.last_name, entry.first_name, entry.civility, birth_day,
            entry.email, level, sort_key(entry.last_name, entry.first_name), search_key(entry.first_name, entry.last_name),
            created_at
        ],
    )
    .await
}

/// Everybody has come in once: password chosen, charter accepted.
async fn accounts(tx: &mut Tx) -> Result<()> {
    for entry in ENTRIES {
        active_account(tx, entry.who, audience_of(entry.kind)).await?;
        account::link(tx, entry.who.account(), entry.who.person(), None).await?;
    }
    account::link(tx, Who::Karim.account(), KARIM_AGAIN, None).await?;
    active_account(tx, Who::Adelaide, Audience::Staff).await?;
    account::grant(tx, Who::Adelaide.account(), Role::AcademyAdmin, "academy:16").await?;
    account::set_totp(tx, Who::Adelaide.account(), Some(TOTP_SECRET)).await
}

fn audience_of(kind: PersonKind) -> Audience {
    match kind {
        PersonKind::Pupil => Audience::Pupils,
        PersonKind::Guardian => Audience::Families,
        PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => Audience::Staff,
    }
}

async fn active_account(tx: &mut Tx, who: Who, audience: Audience) -> Result<()> {
    let now = tx.now();
    let id: Uuid = who.account().into();
    tx.change(
        "insert into account (id, login, password, sheet, sheet_since, charter, charter_audience, failures, created_at, \
         activated_at) values ($1, $2, $3, 2, $4, $5, $6, 0, $4, $4)",
        args![id, who.login(), PASSWORD_HASH, now, audience.version(), audience],
    )
    .await
}
