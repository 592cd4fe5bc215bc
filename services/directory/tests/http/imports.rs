//! The académie sends an archive and hears what became of it.

use crate::{
    IMPORTS, SERVICES,
    archive::{altered, samples, without, zipped},
    audited, count, newest, once_done, run,
};
use testkit::{App, Client, Page, Who::*, on_both};

/// Takes everybody out of the directory; those who have an account keep it.
async fn empty(app: &App) {
    for statement in [
        "delete from member",
        "delete from guardianship",
        "delete from circle",
        "delete from person",
        "delete from school",
    ] {
        run(app, statement, &[]).await;
    }
}

async fn send(client: &Client<'_>, fields: &[(&str, &str)], archive: &[u8]) -> Page {
    client.upload(IMPORTS, fields, &[("archive", "ENT1DVA.20260907.zip", archive)]).await
}

/// Who is in the directory.
const PEOPLE: &str = "select count(*) as n from person where gone_at is null";

#[tokio::test]
async fn an_archive_is_imported_and_its_report_tells_the_figures() {
    on_both(SERVICES, async |app| {
        empty(app).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(IMPORTS).await;
        assert!(page.says("Aucun import n’a encore été fait."), "{}", page.text());
        assert!(page.has("form[enctype='multipart/form-data'] input[type='file'][name='archive']"));

        let answer = send(&adelaide, &[], &zipped(&samples())).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let list = once_done(&adelaide, 1).await;
        let row = &list.texts("main tbody tr")[0];
        assert!(row.contains("TOULOUSE Complète, du 7 septembre 2026 appliquée 2 0 0 0"), "{row}");

        let report = newest(&adelaide, &list).await;
        assert!(report.says("Import de l’académie TOULOUSE"), "{}", report.text());
        assert!(report.says("L’annuaire est à jour de cette livraison."), "{}", report.text());
        let figures = [
            "Écoles 1 0 0 0 0 0 0",
            "Classes et groupes 2 0 0 0 0 0 0",
            "Élèves 2 0 0 0 0 0 0",
            "Responsables légaux 2 0 0 0 0 0 0",
            "Personnels 2 0 0 0 0 0 0",
            "Liens entre élèves et responsables légaux 2 0 0 0 0 0 0",
            "LES TILLEULS (0319991S) Élève 2 0 0 0 0",
            "LES TILLEULS (0319991S) Personnel 2 0 0 0 0",
        ];
        assert_eq!(report.texts("main tbody tr"), figures);
        assert_eq!(audited(app, Adelaide, "directory-imported", "16").await, 1);
        assert_eq!(count(app, PEOPLE, &[]).await, 6);
    })
    .await;
}

#[tokio::test]
async fn a_delivery_that_empties_a_school_waits_until_the_academy_accepts() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let before = count(app, PEOPLE, &[]).await;
        send(&adelaide, &[], &zipped(&samples())).await;
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("arrêtée"), "{}", list.text());
        let report = newest(&adelaide, &list).await;
        assert!(report.says("Livraison Complète, du 7 septembre 2026 : arrêtée"), "{}", report.text());
        assert!(
            report.says("6 personnes sur 7 disparaîtraient de l’école Les Tilleuls (0310001H)."),
            "{}",
            report.text()
        );
        assert_eq!(count(app, PEOPLE, &[]).await, before);

        app.wait(60);
        send(&adelaide, &[("accepter", "oui")], &zipped(&samples())).await;
        let list = once_done(&adelaide, 2).await;
        assert!(list.texts("main tbody tr")[0].contains("appliquée"), "the newest comes first: {}", list.text());
        assert_eq!(count(app, "select count(*) as n from person where gone_at is not null", &[]).await, before - 1);
    })
    .await;
}

#[tokio::test]
async fn a_trial_is_read_whole_and_changes_nothing() {
    on_both(SERVICES, async |app| {
        empty(app).await;
        let adelaide = app.by(Adelaide).await;
        let odd = altered(samples(), "9900000002C", "990");
        send(&adelaide, &[("essai", "oui")], &zipped(&odd)).await;
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("essayée 2 0 0 0"), "{}", list.text());
        let report = newest(&adelaide, &list).await;
        assert!(report.says("Rien n’a été changé : voici ce que cette livraison changerait."), "{}", report.text());
        for row in ["0319991S Élève 2 0 0 0 0", "0319991S Personnel 2 0 0 0 0"] {
            assert!(report.texts("main tbody tr").contains(&row.to_owned()), "{}", report.text());
        }
        let lines = adelaide.get(&report.link("0319991S").unwrap()).await;
        let line = "Élève 8100002 ENTEleveINE 990 fiche gardée 0319991S";
        assert!(lines.texts("main tbody tr").iter().any(|row| row.contains(line)), "{}", lines.text());
        assert_eq!(count(app, "select count(*) as n from person", &[]).await, 0);
        assert_eq!(audited(app, Adelaide, "directory-imported", "16").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_trial_with_doubts_is_a_trial_that_says_them() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let before = count(app, PEOPLE, &[]).await;
        send(&adelaide, &[("essai", "oui")], &zipped(&samples())).await;
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("essayée"), "{}", list.text());
        let report = newest(&adelaide, &list).await;
        let told = "Rien n’a été changé. Un import de cette livraison s’arrêterait pour les raisons ci-dessous";
        assert!(report.says(told), "{}", report.text());
        let doubt = "6 personnes sur 7 disparaîtraient de l’école Les Tilleuls (0310001H).";
        assert!(report.texts("main section ul li").contains(&doubt.to_owned()), "{}", report.text());
        let pupils = "Les Tilleuls (0310001H) Élève 0 0 0 3 0".to_owned();
        assert!(report.texts("main tbody tr").contains(&pupils), "{}", report.text());
        assert_eq!(count(app, PEOPLE, &[]).await, before);
        assert_eq!(audited(app, Adelaide, "directory-imported", "16").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_delivery_is_told_beside_its_field() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let zip = |members: Vec<(String, String)>| zipped(&members);
        for (archive, told) in [
            (
                b"bonjour".to_vec(),
                "Livraison refusée : « ENT1DVA.20260907.zip » n’est ni un dossier ni une archive connue.",
            ),
            (zip(without(samples(), "_Eleve_")), "Livraison refusée : le fichier des élèves manque."),
            (zip(Vec::new()), "Livraison refusée : « ENT1DVA.20260907.zip » ne contient aucun fichier AAF."),
        ] {
            let page = send(&adelaide, &[("accepter", "oui")], &archive).await;
            assert_eq!(page.status, 422, "{}", page.text());
            assert!(page.texts("#f-archive-error")[0].contains(told), "{}", page.text());
            assert!(page.says("Un point est à corriger"), "{}", page.text());
            assert!(!page.html().contains("/tmp"), "{}", page.html());
            assert!(page.has("input[name='accepter'][checked]"), "what was ticked stays");
        }
        let nothing = adelaide.upload(IMPORTS, &[("essai", "oui")], &[]).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.says("Choisissez l’archive à importer."), "{}", nothing.text());
        assert_eq!(count(app, "select count(*) as n from import_run", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_delivery_that_is_refused_leaves_a_report_that_says_why() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let before = count(app, PEOPLE, &[]).await;
        let other = altered(samples(), "codeAcademieExport=\"16\"", "codeAcademieExport=\"11\"");
        let answer = send(&adelaide, &[], &zipped(&other)).await;
        let page = adelaide.follow(&answer).await;
        assert!(page.says("L’import est fini. Voici son compte rendu."), "{}", page.text());
        assert!(page.says("Rien n’a été changé : cette livraison ne peut pas être utilisée."), "{}", page.text());
        let told = "La livraison vient de l’académie 11, alors que l’académie 16 est attendue.";
        assert_eq!(page.texts("main section ul li")[0], told);
        assert!(page.says("Une livraison refusée n’est pas lue en entier"), "{}", page.text());
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("refusée 0 0 0 0"), "{}", list.text());
        assert_eq!(count(app, PEOPLE, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn whoever_imports_for_one_academy_cannot_name_another() {
    on_both(SERVICES, async |app| {
        empty(app).await;
        let adelaide = app.by(Adelaide).await;
        assert!(!adelaide.get(IMPORTS).await.has("[name='academie']"));
        send(&adelaide, &[("academie", "11")], &zipped(&samples())).await;
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("TOULOUSE"), "{}", list.text());
        assert_eq!(count(app, "select count(*) as n from import_run where academy = '16'", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_imports_do_not_run_at_once() {
    on_both(SERVICES, async |app| {
        let workshop = app.house.db.workshop().await.unwrap();
        let adelaide = app.by(Adelaide).await;
        let archive = zipped(&samples());
        let sending = send(&adelaide, &[], &archive);
        let Ok(page) = tokio::time::timeout(std::time::Duration::from_secs(10), sending).await else {
            panic!("the page waits for the other import");
        };
        assert_eq!(page.status, 422, "{}", page.text());
        assert!(
            page.says("Un autre import est en cours. Attendez son compte rendu, puis recommencez."),
            "{}",
            page.text()
        );
        workshop.close().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_of_a_school_imports() {
    on_both(SERVICES, async |app| {
        for who in [Helene, Thomas, Claire, Zoe] {
            let client = app.by(who).await;
            let answer = send(&client, &[], &zipped(&samples())).await;
            assert_eq!(answer.status, 404, "{who:?}: {}", answer.text());
            assert_eq!(client.get(IMPORTS).await.status, 404, "{who:?}");
        }
        let visitor = app.anonymous();
        assert!(send(&visitor, &[], &zipped(&samples())).await.asks_to_sign_in());
        assert_eq!(count(app, "select count(*) as n from import_run", &[]).await, 0);
    })
    .await;
}
