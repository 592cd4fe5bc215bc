//! All of a delivery or nothing; each académie for itself.

use crate::{
    dump::Dump,
    hamlet::{ana, hamlet, pines},
    house::{applied, count, empty, import_at, in_every_house},
    parcel::Parcel,
    record::{PUPIL, STAFF},
    see::Academy,
};
use db::args;
use directory::import::{Options, Outcome};
use std::fs;
use tempfile::TempDir;
use testkit::{Who::Adelaide, on_both, plain_spaced};

/// The hamlet of Toulouse: the numbers of that of Montpellier, another UAI, another name for Ana.
fn toulouse() -> Parcel {
    let school = pines().with("ENTStructureUAI", &["0319991S"]);
    hamlet().of_academy("16").replace(school).replace(ana().named("DURAND"))
}

/// Both académies in the folder of a région.
fn region(toulouse: &Parcel, montpellier: &Parcel) -> TempDir {
    let region = tempfile::tempdir().unwrap();
    toulouse.write(&region.path().join("TOULOUSE"));
    montpellier.write(&region.path().join("MONTPELLIER"));
    fs::write(region.path().join("importDirectories.json"), r#"["TOULOUSE", "MONTPELLIER"]"#).unwrap();
    region
}

/// A delivery whose file of an entity stops in the middle.
fn cut(parcel: &Parcel, entity: &str) -> Parcel {
    let text = parcel.text(entity);
    let middle = text.find("</attributes>").unwrap();
    parcel.clone().raw(parcel.member(entity), &text[..middle])
}

#[tokio::test]
async fn two_academies_with_the_same_numbers_do_not_collide() {
    in_every_house(async |app| {
        empty(app).await;
        let folder = region(&toulouse(), &hamlet());
        let reports = import_at(app, folder.path(), &Options::default()).await.unwrap();
        let said: Vec<_> = reports.iter().map(|it| (it.academy.as_str(), it.outcome)).collect();
        assert_eq!(said, [("16", Outcome::Applied), ("11", Outcome::Applied)]);

        let (toulouse, montpellier) = (Academy::of(app, "16"), Academy::of(app, "11"));
        for jointure in [8001, 8002, 9001, 6001] {
            assert_ne!(toulouse.person(jointure).await.id, montpellier.person(jointure).await.id, "{jointure}");
        }
        assert_eq!(toulouse.person(8001).await.last_name, "DURAND");
        assert_eq!(montpellier.person(8001).await.last_name, "MARTIN");
        assert_ne!(toulouse.circle("class", "880001").await.id, montpellier.circle("class", "880001").await.id);
        assert_eq!(toulouse.circles().await, montpellier.circles().await);
        let crossed = "select count(*) as n from member m join person p on p.id = m.person_id \
             join circle c on c.id = m.circle_id where p.academy <> c.academy";
        assert_eq!(count(app, crossed, &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from person where academy is not null", &[]).await, 8);
    })
    .await;
}

#[tokio::test]
async fn a_region_again_writes_nothing() {
    in_every_house(async |app| {
        empty(app).await;
        let folder = region(&toulouse(), &hamlet());
        import_at(app, folder.path(), &Options::default()).await.unwrap();
        let before = Dump::of(app).await;
        let reports = import_at(app, folder.path(), &Options::default()).await.unwrap();
        assert_eq!(reports.len(), 2);
        before.still(app).await;
    })
    .await;
}

#[tokio::test]
async fn an_academy_that_is_refused_takes_nothing_back_from_the_one_before() {
    in_every_house(async |app| {
        empty(app).await;
        let folder = region(&toulouse(), &cut(&hamlet(), STAFF));
        let reports = import_at(app, folder.path(), &Options::default()).await.unwrap();
        let outcomes: Vec<Outcome> = reports.iter().map(|it| it.outcome).collect();
        assert_eq!(outcomes, [Outcome::Applied, Outcome::Refused]);
        assert!(Academy::of(app, "16").find(8001).await.is_some());
        assert_eq!(count(app, "select count(*) as n from person where academy = '11'", &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from circle where academy = '11'", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_academies_after_one_that_is_refused_are_not_tried() {
    in_every_house(async |app| {
        empty(app).await;
        let folder = region(&cut(&toulouse(), PUPIL), &hamlet());
        let reports = import_at(app, folder.path(), &Options::default()).await.unwrap();
        assert_eq!(reports.len(), 1);
        assert!(plain_spaced(&reports[0].reasons.join(" ")).starts_with("Livraison refusée : le fichier est tronqué"));
        assert_eq!(Academy::of(app, "11").find(8001).await, None);
    })
    .await;
}

#[tokio::test]
async fn an_import_leaves_its_report_and_a_line_in_the_audit_journal() {
    on_both(crate::SERVICES, async |app| {
        let by_adelaide = Options { account: Some(Adelaide.account()), ..Options::default() };
        let folder = hamlet().sent();
        let reports = import_at(app, folder.path(), &by_adelaide).await.unwrap();
        let kept = "select count(*) as n from import_run where id = $1 and academy = '11' and kind = 'Complet' \
             and delivered_on = '2026-09-07' and outcome = 'applied'";
        assert_eq!(count(app, kept, args![reports[0].id]).await, 1);
        let audited = "select count(*) as n from audit where account_id = $1 and action = 'directory-imported' \
             and subject = '11' and detail = '2026-09-07'";
        assert_eq!(count(app, audited, args![Adelaide.account()]).await, 1);
        assert_eq!(count(app, "select count(*) as n from academy where code = '11'", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_people_of_the_other_academy_stay_as_they_are() {
    on_both(crate::SERVICES, async |app| {
        let seats = "select count(*) as n from member m join circle c on c.id = m.circle_id \
             where c.academy = '16' and m.until is null";
        let before = count(app, seats, &[]).await;
        applied(app, &hamlet()).await;
        assert_eq!(count(app, seats, &[]).await, before);
        assert_eq!(
            count(app, "select count(*) as n from person where academy = '16' and gone_at is not null", &[]).await,
            0
        );
    })
    .await;
}
