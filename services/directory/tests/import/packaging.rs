//! Rows 1, 2, 3 and 33 of interfaces.md §1.13: which files make a delivery.

use crate::{
    hamlet::{ana, hamlet},
    house::{applied, in_every_house, refused, refused_at, tried},
    parcel::Parcel,
    record::{ENTITIES, PUPIL, STAFF},
    see::Academy,
};
use directory::import::{Options, Outcome, Tally};

#[tokio::test]
async fn row_01_a_truncated_file_refuses_the_whole_delivery_and_the_state_before_stays() {
    in_every_house(async |app| {
        let truncated = "Livraison refusée : le fichier est tronqué, « ENT1DVA-PREAU_Complet_2026090";
        // On an empty académie, then on one that is known.
        for date in ["20260907", "20260908"] {
            let whole = hamlet().dated(date).replace(ana().named(date));
            let text = whole.text(STAFF);
            let within = text.find("</addRequest>").unwrap();
            for cut in [within, text.find("ENTPersonPrenom").unwrap(), text.len() - 5] {
                let short = whole.clone().raw(whole.member(STAFF), &text[..cut]);
                let reason = refused(app, &short).await;
                assert!(reason.starts_with(truncated), "{reason}");
                assert!(reason.contains("_PersEducNat_0000.xml », ligne "), "{reason}");
            }
            applied(app, &whole).await;
            assert_eq!(Academy::of(app, "11").person(8001).await.last_name, date);
        }
    })
    .await;
}

#[tokio::test]
async fn row_01_a_truncated_second_part_refuses_the_first_part_too() {
    in_every_house(async |app| {
        let whole = hamlet().part(1, &[ana().named("DURAND")]);
        let second = whole.member(PUPIL).replace("_0000", "_0001");
        let text = whole.members()[&second].clone();
        let short = whole.raw(second, &text[..text.len() - 30]);
        let reason = refused(app, &short).await;
        assert!(
            reason.contains("le fichier est tronqué, « ENT1DVA-PREAU_Complet_20260907_Eleve_0001.xml »"),
            "{reason}"
        );
        assert_eq!(Academy::of(app, "11").find(8002).await, None);
        applied(app, &hamlet()).await;
    })
    .await;
}

#[tokio::test]
async fn row_02_a_full_without_the_file_of_an_entity_is_refused() {
    in_every_house(async |app| {
        for (entity, label) in ENTITIES.into_iter().zip(["écoles", "élèves", "responsables", "personnels"]) {
            let reason = refused(app, &hamlet().without(entity)).await;
            assert_eq!(reason, format!("Livraison refusée : le fichier des {label} manque."));
        }
        applied(app, &hamlet()).await;
        refused(app, &hamlet().dated("20260908").without(PUPIL)).await;
    })
    .await;
}

#[tokio::test]
async fn row_03_a_full_whose_file_is_empty_is_refused() {
    in_every_house(async |app| {
        for (entity, label) in ENTITIES.into_iter().zip(["écoles", "élèves", "responsables", "personnels"]) {
            let reason = refused(app, &hamlet().raw(hamlet().member(entity), "<ficAlimMENESR/>")).await;
            assert_eq!(reason, format!("Livraison refusée : le fichier des {label} est vide."));
        }
        applied(app, &hamlet()).await;
        let emptied = hamlet().dated("20260908");
        let reason = refused(app, &emptied.clone().raw(emptied.member(PUPIL), "<ficAlimMENESR/>")).await;
        assert_eq!(reason, "Livraison refusée : le fichier des élèves est vide.");
        // A delta without any record is a day on which nothing happened.
        let quiet = Parcel::delta("20260908");
        let report = applied(app, &quiet.clone().raw(quiet.member(PUPIL), quiet.text(PUPIL))).await;
        assert_eq!(report.counts.pupils, Tally::default());
    })
    .await;
}

#[tokio::test]
async fn row_33_a_delivery_of_another_academy_than_expected_is_refused() {
    in_every_house(async |app| {
        let folder = hamlet().sent();
        let expected = Options { academy: Some("16".to_owned()), ..Options::default() };
        let reason = refused_at(app, folder.path(), &expected).await;
        assert_eq!(reason, "La livraison vient de l’académie 11, alors que l’académie 16 est attendue.");
    })
    .await;
}

#[tokio::test]
async fn row_33_a_folder_of_an_academy_cannot_hold_the_files_of_another() {
    in_every_house(async |app| {
        let region = tempfile::tempdir().unwrap();
        hamlet().write(&region.path().join("TOULOUSE"));
        let reason = refused_at(app, region.path(), &Options::default()).await;
        assert_eq!(reason, "Livraison refusée : elle vient de l’académie 11 au lieu de l’académie 16.");
    })
    .await;
}

#[tokio::test]
async fn row_33_files_of_two_academies_are_not_mixed() {
    in_every_house(async |app| {
        let other = hamlet().of_academy("16").text(STAFF);
        let reason = refused(app, &hamlet().raw(hamlet().member(STAFF), other)).await;
        assert_eq!(reason, "Livraison refusée : elle mêle deux origines, « 11 » et « 16 ».");
    })
    .await;
}

#[tokio::test]
async fn row_33_a_delivery_that_does_not_say_its_academy_waits_for_somebody_who_does() {
    in_every_house(async |app| {
        let silent = hamlet().of_academy("");
        let reason = refused(app, &silent).await;
        assert_eq!(reason, "La livraison ne dit pas de quelle académie elle vient : précisez-la.");
        let said = Options { academy: Some("11".to_owned()), ..Options::default() };
        let report = tried(app, &silent, &said).await;
        assert_eq!((report.outcome, report.academy.as_str()), (Outcome::Applied, "11"));
        assert!(Academy::of(app, "11").find(8001).await.is_some());
    })
    .await;
}

#[tokio::test]
async fn row_33_a_code_with_a_leading_zero_is_the_same_academy() {
    in_every_house(async |app| {
        let expected = Options { academy: Some("11".to_owned()), ..Options::default() };
        let report = tried(app, &hamlet().of_academy("011"), &expected).await;
        assert_eq!((report.outcome, report.academy.as_str()), (Outcome::Applied, "11"));
    })
    .await;
}
