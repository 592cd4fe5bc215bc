//! A pupil of the first morning, then the delivery that brings the child: the deliveries and what a school enters meet.

use db::args;
use directory::import::{Options, Outcome, import};
use preau::services::SERVICES;
use school::{CircleId, PersonId, Role, circle};
use std::fs;
use testkit::{App, Who::*, on_both};

const CLASS: &str = "7001$ORD$1121$880001$CP A";

/// A request that adds a record.
pub(crate) fn record(entity: &str, category: &str, id: i64, attributes: &[(&str, &str)]) -> String {
    let lines: String = attributes
        .iter()
        .map(|(name, value)| format!("<attr name=\"{name}\"><value>{value}</value></attr>\n"))
        .collect();
    format!(
        "<addRequest>\n<operationalAttributes><attr name=\"{category}\"><value>{entity}</value></attr>\
         </operationalAttributes>\n<identifier><id>{id}</id></identifier>\n<attributes>\n{lines}</attributes>\n</addRequest>\n"
    )
}

/// A pupil of the school, in the CP A.
pub(crate) fn pupil(id: i64, first_name: &str, last_name: &str, born: &str) -> String {
    let attributes = [
        ("ENTPersonNom", last_name),
        ("ENTPersonPrenom", first_name),
        ("ENTPersonDateNaissance", born),
        ("ENTPersonStructRattach", "7001"),
        ("ENTPersonClasses", CLASS),
        ("ENTEleveNiveau", "1121$CP"),
    ];
    record("Eleve", "categoriePersonne", id, &attributes)
}

/// What is told of an adult at least.
pub(crate) fn named(name: &str) -> [(&str, &str); 2] {
    [("ENTPersonNom", name), ("ENTPersonPrenom", "Camille")]
}

/// The UAI of the school.
pub(crate) fn uai() -> String {
    // The letter is the remainder of the number, as every UAI has it.
    let number = 347_001_usize;
    format!("{number:07}{}", char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23]))
}

/// The school.
pub(crate) fn pines() -> String {
    let uai = uai();
    let attributes = [("ENTStructureUAI", uai.as_str()), ("ENTStructureNomCourant", "E.P.PU$LES PINS$SAINT-CLAIR")];
    record("EtabEducNat", "categorieStructure", 7001, &attributes)
}

/// Imports a delivery of académie 11, which must be applied.
pub(crate) async fn delivered(app: &App, kind: &str, date: &str, members: &[(&str, String)]) {
    let folder = tempfile::tempdir().unwrap();
    for (entity, body) in members {
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n\
             <ficAlimMENESR>\n<!-- codeAcademieExport=\"11\" -->\n{body}</ficAlimMENESR>\n"
        );
        fs::write(folder.path().join(format!("ENT1DVA-PREAU_{kind}_{date}_{entity}_0000.xml")), text).unwrap();
    }
    let reports = import(&app.house, folder.path(), &Options::default(), &|_| {}).await.unwrap();
    assert_eq!(reports.last().unwrap().outcome, Outcome::Applied, "{:?}", reports.last().unwrap().reasons);
    app.wait(60);
}

/// The class of the delivery, in which Thomas teaches from now on.
async fn class(app: &App) -> CircleId {
    let mut tx = app.write().await;
    let (id,): (CircleId,) = tx
        .one("select id from circle where academy = '11' and kind = 'class' and name = $1", args!["CP A"])
        .await
        .unwrap();
    circle::seat(&mut tx, id, Thomas.person(), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn the_delivery_that_brings_a_temporary_pupil_takes_the_place_of_the_entry() {
    on_both(SERVICES, async |app| {
        let full = [
            ("EtabEducNat", pines()),
            ("Eleve", pupil(8001, "Ana", "MARTIN", "14/05/2020")),
            ("PersRelEleve", record("PersRelEleve", "categoriePersonne", 9001, &named("BRUN"))),
            ("PersEducNat", record("PersEducNat", "categoriePersonne", 6001, &named("ROCHE"))),
        ];
        delivered(app, "Complet", "20260907", &full).await;
        let class = class(app).await;
        let thomas = app.by(Thomas).await;
        let typed = [("prenom", "Zélie"), ("nom", "D’Orval"), ("naissance", "2020-02-03")];
        let page = thomas.post_then(&format!("/classes/{class}/eleves/nouveau"), &typed).await;
        assert!(page.says("Zélie D’Orval (provisoire)"), "{}", page.text());
        delivered(app, "Delta", "20260910", &[("Eleve", pupil(8002, "ZELIE", "D'ORVAL", "03/02/2020"))]).await;
        app.run_jobs().await;
        let page = thomas.get(&format!("/classes/{class}")).await;
        assert!(page.says("D'ORVAL"), "{}", page.text());
        assert!(!page.says("provisoire"), "{}", page.text());
        let mut tx = app.read().await;
        let (merged, kept): (PersonId, PersonId) = tx
            .one("select merged_into, id from person where source = 'hand' and merged_into is not null", &[])
            .await
            .unwrap();
        assert_ne!(merged, kept);
    })
    .await;
}
