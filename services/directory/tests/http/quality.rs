//! « Qualité ONDE »: what a head should put right.

use crate::{SERVICES, run};
use db::{Uuid, args, fold, sort_key};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Page,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

const RUN: Uuid = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0901);

async fn sheet(app: &App) -> Page {
    let page = app.by(Helene).await.get(&format!("/ecoles/{}/qualite", Tilleuls.id())).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

#[tokio::test]
async fn a_school_in_order_is_told_so() {
    on_both(SERVICES, async |app| {
        let page = sheet(app).await;
        assert!(page.says("Les Tilleuls (0310001H), le 1er octobre 2026"), "{}", page.text());
        assert!(page.says("Rien à corriger : les données de l’école sont complètes."), "{}", page.text());
        assert!(page.texts("main h2").is_empty(), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn pupils_without_birth_date_or_guardian_are_listed() {
    on_both(SERVICES, async |app| {
        run(app, "update person set birth_day = null where id = $1", args![Zoe.person()]).await;
        run(app, "update guardianship set until = $2 where child_id = $1", args![Tom.person(), app.now()]).await;
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Élèves sans date de naissance (1)", "Élèves sans responsable légal (1)"]);
        let rows = ["MARTY Zoé CP de M. Roux Inconnue", "BENALI Tom CE1-CE2 de Mme Vidal 3 février 2018"];
        assert_eq!(page.texts("main tbody tr"), rows);
        let advice = "À corriger dans ONDE : complétez la date de naissance dans la fiche de l’élève.";
        assert!(page.says(advice), "{}", page.text());
        assert!(!page.says("Rien à corriger"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn pupils_who_seem_to_be_there_twice_are_listed_side_by_side() {
    on_both(SERVICES, async |app| {
        let alike = "update person set birth_day = '2018-02-03', first_name = 'Tom', sort_key = $2 where id = $1";
        run(app, alike, args![Lina.person(), sort_key("BENALI", "Tom")]).await;
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Élèves qui semblent être deux fois (2)"]);
        assert_eq!(page.texts("main tbody tr"), ["BENALI Tom CE1-CE2 de Mme Vidal 3 février 2018"; 2]);
    })
    .await;
}

#[tokio::test]
async fn pupils_who_share_an_ine_are_listed() {
    on_both(SERVICES, async |app| {
        for who in [Zoe, Tom, Enzo] {
            run(app, "update person set ine = '990000001AB' where id = $1", args![who.person()]).await;
        }
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Élèves qui portent le même INE (2)"]);
        assert!(!page.says("RIVES"), "a head sees nobody of another school: {}", page.text());
    })
    .await;
}

#[tokio::test]
async fn classes_without_teacher_are_listed_with_a_link() {
    on_both(SERVICES, async |app| {
        run(app, "delete from member where circle_id = $1 and role = 'teacher'", args![Cp.id()]).await;
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Classes sans enseignant (1)"]);
        assert_eq!(page.link("CP de M. Roux"), Some(Cp.path("")));
    })
    .await;
}

#[tokio::test]
async fn classes_of_one_name_are_told_with_what_corrects_them_and_none_is_joined() {
    on_both(SERVICES, async |app| {
        let name = "CP de M. Roux";
        run(app, "update circle set name = $2, sort_key = $3 where id = $1", args![Ce.id(), name, fold(name)]).await;
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Classes qui portent le même nom (2)"]);
        let mut rows = page.texts("main tbody tr");
        rows.sort();
        let told = ["CP de M. Roux 1 1 Annuaire de l’académie", "CP de M. Roux 2 1 Annuaire de l’académie"];
        assert_eq!(rows, told);
        assert!(page.says("Deux classes de l’annuaire ne se réunissent pas ici"), "{}", page.text());
        assert!(!page.says("Rien à corriger") && !page.has("main form[method=post]"), "{}", page.text());
        // No delivery says who is in one of them.
        run(app, "update member set source = 'hand' where circle_id = $1 and role = 'pupil'", args![Ce.id()]).await;
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Classes de l’école qui portent le nom d’une autre (2)"]);
        assert!(page.says("CP de M. Roux 2 1 École, ou fichier d’ONDE"), "{}", page.text());
        assert!(page.says("se termine d’elle-même"), "{}", page.text());
        // A class that is over bears no name any more.
        run(app, "update circle set until = $2 where id = $1", args![Ce.id(), app.now()]).await;
        assert!(sheet(app).await.says("Rien à corriger"));
    })
    .await;
}

/// The identifier of somebody in deliveries.
fn jointure(who: Who) -> i64 {
    i64::try_from(who.person().0.as_u128() & 0xffff).unwrap()
}

/// An import applied, and two lines of it: one about the school, one about another.
async fn imported(app: &App, id: Uuid, kind: &str, message: &str) {
    let sql = "insert into import_run (id, academy, kind, delivered_on, started_at, finished_at, outcome, counts) \
         values ($1, '16', $2, '2026-10-01', $3, $3, 'applied', '[]')";
    run(app, sql, args![id, kind, app.now()]).await;
    for (position, uai) in [(1_i64, "0310001H"), (2, "0310002J")] {
        let line = "insert into import_finding (run_id, position, file, entity, record, attribute, code, message, value, \
             rejected, uai) values ($1, $2, '', 'Eleve', $5, 'ENTEleveINE', 'invalid-ine', $3, '990', false, $4)";
        run(app, line, args![id, position, message, uai, jointure(Zoe)]).await;
    }
    app.wait(60);
}

#[tokio::test]
async fn the_lines_of_the_last_full_delivery_and_of_those_after_are_listed() {
    on_both(SERVICES, async |app| {
        imported(app, Uuid::from_u128(RUN.as_u128() + 1), "Complet", "Ancien.").await;
        imported(app, Uuid::from_u128(RUN.as_u128() + 2), "Complet", "Complet.").await;
        imported(app, Uuid::from_u128(RUN.as_u128() + 3), "Delta", "Delta.").await;
        let page = sheet(app).await;
        assert_eq!(page.texts("main h2"), ["Lignes de l’annuaire à regarder (2)"]);
        let rows = [
            "Élève MARTY Zoé Delta. ENTEleveINE 990 fiche gardée",
            "Élève MARTY Zoé Complet. ENTEleveINE 990 fiche gardée",
        ];
        assert_eq!(page.texts("main tbody tr"), rows);
    })
    .await;
}

#[tokio::test]
async fn more_lines_than_a_page_holds_are_all_counted_and_read_page_by_page() {
    on_both(SERVICES, async |app| {
        imported(app, RUN, "Complet", "Complet.").await;
        for position in 3..=60_i64 {
            let line = "insert into import_finding (run_id, position, file, code, message, rejected, uai) \
                 values ($1, $2, '', 'invalid-ine', 'Encore.', false, '0310001H')";
            run(app, line, args![RUN, position]).await;
        }
        let first = sheet(app).await;
        assert_eq!(first.texts("main h2"), ["Lignes de l’annuaire à regarder (59)"]);
        assert_eq!(first.texts("main tbody tr").len(), 50);
        let next = first.attributes("a[rel=next]", "href");
        let second = app.by(Helene).await.get(&next[0]).await;
        assert_eq!(second.texts("main h2"), ["Lignes de l’annuaire à regarder (59)"]);
        assert_eq!(second.texts("main tbody tr").len(), 9);
    })
    .await;
}

#[tokio::test]
async fn lines_about_staff_stand_apart_and_name_nobody_of_another_school() {
    on_both(SERVICES, async |app| {
        imported(app, RUN, "Complet", "Complet.").await;
        for (position, who) in [(3_i64, Thomas), (4, Hector)] {
            let line = "insert into import_finding (run_id, position, file, entity, record, code, message, rejected, uai) \
                 values ($1, $2, '', 'PersEducNat', $3, 'unknown-school', 'Inconnue.', false, '0310001H')";
            run(app, line, args![RUN, position, jointure(who)]).await;
        }
        let page = sheet(app).await;
        let titles = ["Lignes de l’annuaire à regarder (1)", "Lignes sur l’équipe, à signaler à l’académie (2)"];
        assert_eq!(page.texts("main h2"), titles);
        let rows = [
            "Élève MARTY Zoé Complet. ENTEleveINE 990 fiche gardée".to_owned(),
            "Personnel ROUX Thomas Inconnue. fiche gardée".to_owned(),
            format!("Personnel {} Inconnue. fiche gardée", jointure(Hector)),
        ];
        assert_eq!(page.texts("main tbody tr"), rows);
    })
    .await;
}

#[tokio::test]
async fn a_school_the_academie_delivers_not_is_told_of_files_and_an_empty_one_is_not_complete() {
    on_both(SERVICES, async |app| {
        run(app, "update school set jointure = null where id = $1", args![Tilleuls.id()]).await;
        run(app, "update member set source = 'hand' where source = 'aaf'", args![]).await;
        assert!(sheet(app).await.says("avec les prochains fichiers ONDE envoyés par la direction"));
        run(app, "update member set until = $1 where role = 'pupil'", args![app.now()]).await;
        run(app, "update circle set until = $1 where kind = 'class'", args![app.now()]).await;
        app.wait(60);
        let page = sheet(app).await;
        assert!(page.says("Aucun élève n’est encore dans l’école") && !page.says("complètes"), "{}", page.text());
        let home = format!("/ecoles/{}", Tilleuls.id());
        let page = app.by(Helene).await.get(&home).await;
        assert!(!page.says("prochaine livraison"), "{}", page.text());
        assert!(page.says("avec les fichiers que la direction envoie"), "{}", page.text());
        assert_eq!(page.link("Fichiers ONDE"), Some(format!("{home}/onde")));
    })
    .await;
}
