//! Putting a staged delivery right: what is there twice, what leads nowhere (interfaces.md §1.13).

use crate::W;
use db::{Result, Tx, args};

/// Removes what cannot stand and notes each removal. `full` deliveries hold every school; a delta may lean on those known.
pub(super) async fn mend(tx: &mut Tx, academy: &str, full: bool) -> Result<()> {
    drop_repeated_people(tx).await?;
    drop_repeated_schools(tx).await?;
    place_schools(tx, academy, full).await?;
    drop_seats_without_school(tx).await?;
    note_shared_ine(tx).await
}

/// Row 11: the last of two records with one jointure wins.
async fn drop_repeated_people(tx: &mut Tx) -> Result<()> {
    let repeated = tx
        .run(
            "insert into stage.finding (file, entity, record, code, message, rejected) \
             select '', kind, jointure, 'repeated-record', $1, false from stage.person \
             group by jointure, kind having count(*) > 1",
            args![W.repeated_record()],
        )
        .await?;
    if repeated == 0 {
        return Ok(());
    }
    tx.run(
        "delete from stage.person where seq < (select max(b.seq) from stage.person b where b.jointure = person.jointure)",
        &[],
    )
    .await?;
    for orphaned in [
        "delete from stage.tie where not exists (select 1 from stage.person p where p.seq = tie.seq)",
        "delete from stage.seat where not exists (select 1 from stage.person p where p.seq = seat.seq)",
    ] {
        tx.run(orphaned, &[]).await?;
    }
    Ok(())
}

/// Rows 11 and 25: one record per jointure (the last), one per UAI (the first).
async fn drop_repeated_schools(tx: &mut Tx) -> Result<()> {
    tx.run(
        "delete from stage.school where seq < (select max(b.seq) from stage.school b where b.jointure = school.jointure)",
        &[],
    )
    .await?;
    tx.run(
        "insert into stage.finding (file, entity, record, attribute, code, message, value, rejected) \
         select '', 'EtabEducNat', s.jointure, 'ENTStructureUAI', 'repeated-uai', $1, s.uai, true from stage.school s \
         where s.seq > (select min(b.seq) from stage.school b where b.uai = s.uai)",
        args![W.repeated_uai()],
    )
    .await?;
    tx.run("delete from stage.school where seq > (select min(b.seq) from stage.school b where b.uai = school.uai)", &[])
        .await
        .map(drop)
}

/// Says which school of the house each jointure is: known by jointure, else by UAI, else new.
async fn place_schools(tx: &mut Tx, academy: &str, full: bool) -> Result<()> {
    tx.run(
        "insert into stage.place (jointure, id, uai) \
         select s.jointure, coalesce(j.id, u.id, s.id), s.uai from stage.school s \
         left join school j on j.academy = $1 and j.jointure = s.jointure \
         left join school u on u.uai = s.uai",
        args![academy],
    )
    .await?;
    if !full {
        tx.run(
            "insert into stage.place (jointure, id, uai) select s.jointure, s.id, s.uai from school s \
             where s.academy = $1 and s.jointure is not null and s.gone_at is null \
             and not exists (select 1 from stage.place p where p.jointure = s.jointure)",
            args![academy],
        )
        .await?;
    }
    tx.script("create index place_jointure on stage.place (jointure);\nanalyze stage.place;\n").await
}

/// Row 16: a class, a group or a function in a school nobody delivered.
async fn drop_seats_without_school(tx: &mut Tx) -> Result<()> {
    let noted = tx
        .run(
            "insert into stage.finding (file, entity, record, code, message, value, rejected) \
             select '', p.kind, s.person, 'unknown-school', $1, cast(s.school as text), false \
             from stage.seat s join stage.person p on p.seq = s.seq \
             where not exists (select 1 from stage.place l where l.jointure = s.school)",
            args![W.unknown_school()],
        )
        .await?;
    if noted > 0 {
        tx.run("delete from stage.seat where not exists (select 1 from stage.place l where l.jointure = seat.school)", &[])
            .await?;
    }
    Ok(())
}

/// Row 12: both pupils stay; somebody must look at them.
async fn note_shared_ine(tx: &mut Tx) -> Result<()> {
    tx.run(
        "insert into stage.finding (file, entity, record, attribute, code, message, rejected) \
         select '', 'pupil', p.jointure, 'ENTEleveINE', 'shared-ine', $1, false from stage.person p \
         where p.ine in (select ine from stage.person where ine is not null group by ine having count(*) > 1)",
        args![W.shared_ine()],
    )
    .await
    .map(drop)
}
