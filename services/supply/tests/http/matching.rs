//! Whom a line is about.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SERVICES, applied, apply, count, csv, given, guardian, open_marelle, pupil, seated,
};
use db::args;
use testkit::{App, Place::Tilleuls, Who::*, on_both};

const CP: (&str, &str) = ("CP", "880031");

#[tokio::test]
async fn twins_are_two_and_so_are_namesakes() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let lines = [
            pupil("BARTHE", "Ninon", "2020-01-02", "", "CP", CP),
            pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP),
            pupil("BARTHE", "Mona", "2020-11-12", "", "CP", CP),
        ];
        let file = csv(PUPILS, &lines.concat());
        let run = given(&hector, MARELLE, &[&file]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Un autre élève a le même nom et le même prénom : les deux sont gardés."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(seated(app, MARELLE).await, 3);
        app.wait(60);
        applied(&hector, MARELLE, &[&file]).await;
        assert_eq!(seated(app, MARELLE).await, 3, "each is found again");
    })
    .await;
}

#[tokio::test]
async fn two_who_fit_are_left_out_and_have_not_left() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let two = [
            pupil("BARTHE", "Mona", "2020-01-02", "990000003AA", "CP", CP),
            pupil("BARTHE", "Mona", "2020-01-02", "990000004AA", "CP", CP),
        ];
        applied(&hector, MARELLE, &[&csv(PUPILS, &two.concat())]).await;
        assert_eq!(seated(app, MARELLE).await, 2);
        app.wait(60);
        let line = pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP);
        let page = hector.get(&given(&hector, MARELLE, &[&csv(PUPILS, &line)]).await).await;
        assert!(page.says("Plusieurs élèves de l’école correspondent à cette ligne"), "{}", page.text());
        assert!(!page.says("leur départ est noté"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_number_of_another_child_is_no_match() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(&hector, MARELLE, &[&csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "990000003AA", "CP", CP))])
            .await;
        app.wait(60);
        let line = pupil("CAZAL", "Milo", "2020-03-04", "990000003AA", "CP", CP);
        let page = hector.get(&given(&hector, MARELLE, &[&csv(PUPILS, &line)]).await).await;
        let words = "L’INE de cette ligne est celui d’un autre élève de l’école : BARTHE Mona.";
        assert!(page.says(words), "{}", page.text());
    })
    .await;
}

/// Whether Zoé sits among the pupils of a school.
async fn zoe_sits(app: &App, school: school::SchoolId) -> bool {
    let sql = "select count(*) as n from member m join circle c on c.id = m.circle_id where m.person_id = $1 \
         and c.school_id = $2 and c.kind = 'school' and m.until is null";
    count(app, sql, args![Zoe.person(), school]).await > 0
}

#[tokio::test]
async fn a_child_of_another_school_comes_only_when_the_head_says_so() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let file = csv(PUPILS, &pupil("Marty", "Zoe", "14/05/2020", "", "CP", CP));
        let run = given(&hector, MARELLE, &[&file]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Aujourd’hui à l’école Les Tilleuls (Montaubrac)"), "{}", page.text());
        let person = page.attributes("input[name='arrive']", "value");
        assert_eq!(person, [Zoe.person().to_string()]);
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert!(!zoe_sits(app, MARELLE).await && zoe_sits(app, Tilleuls.id()).await, "nothing moves by itself");

        app.wait(60);
        let run = given(&hector, MARELLE, &[&file]).await;
        hector.post_then(&format!("{run}/choix"), &[("arrive", person[0].as_str())]).await;
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert!(zoe_sits(app, MARELLE).await && !zoe_sits(app, Tilleuls.id()).await);
        let told = "select count(*) as n from audit where action = 'onde-applied' and subject = $1 and account_id = $2";
        assert_eq!(count(app, told, args![Zoe.person().to_string(), Hector.account()]).await, 1, "by whom");
        let account = "select count(*) as n from account_person where person_id = $1 and account_id = $2";
        assert_eq!(count(app, account, args![Zoe.person(), Zoe.account()]).await, 1, "the account follows");
        let parents = "select count(*) as n from guardianship where child_id = $1 and until is null";
        assert_eq!(count(app, parents, args![Zoe.person()]).await, 2, "so do the parents");
        let name = "select count(*) as n from person where id = $1 and first_name = 'Zoé'";
        assert_eq!(count(app, name, args![Zoe.person()]).await, 1, "what the académie delivered stays");
        let list = hector.get(&format!("/ecoles/{MARELLE}/corrections")).await;
        assert!(list.says("Rien à corriger."), "ONDE says it already: {}", list.text());

        app.wait(60);
        hector.post_then(&format!("{run}/annulation"), &[]).await;
        assert!(!zoe_sits(app, MARELLE).await && zoe_sits(app, Tilleuls.id()).await);
    })
    .await;
}

/// How many adults of ONDE have a name.
async fn adults(app: &App, last: &str) -> i64 {
    let sql = "select count(*) as n from person where kind = 'guardian' and source = 'onde' and last_name = $1";
    count(app, sql, args![last]).await
}

#[tokio::test]
async fn parents_are_matched_by_their_children() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let pupils = csv(
            PUPILS,
            &[pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP), pupil("CAZAL", "Milo", "2020-03-04", "", "CP", CP)]
                .concat(),
        );
        let lines = [
            guardian("Mme", "BARTHE", "Lou", "0600000011", ("BARTHE", "Mona")),
            guardian("M.", "VERGNE", "Luc", "0600000012", ("BARTHE", "Mona")),
            guardian("M.", "VERGNE", "Luc", "0600000013", ("CAZAL", "Milo")),
            guardian("M.", "VERGNE", "Max", "0600000014", ("INCONNU", "Jo")),
        ];
        let guardians = csv(GUARDIANS, &lines.concat());
        let run = given(&hector, MARELLE, &[&pupils, &guardians]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Un autre adulte de l’école a le même nom et le même prénom"), "{}", page.text());
        assert!(page.says("Aucun enfant de cette ligne n’est dans l’école."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(adults(app, "VERGNE").await, 2, "separated parents and namesakes are all there");
        app.wait(60);
        applied(&hector, MARELLE, &[&pupils, &guardians]).await;
        assert_eq!(adults(app, "VERGNE").await, 2);
        assert_eq!(adults(app, "BARTHE").await, 1);

        app.wait(60);
        applied(&hector, MARELLE, &[&pupils, &csv(GUARDIANS, &lines[..1].concat())]).await;
        let links = "select count(*) as n from guardianship where source = 'onde' and until is null";
        assert_eq!(count(app, links, &[]).await, 2, "Milo is named by no line: his link stays");
    })
    .await;
}

#[tokio::test]
async fn a_temporary_pupil_is_the_one_the_extraction_brings() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(&hector, MARELLE, &[&csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP))]).await;
        let by_hand = "update person set source = 'hand', birth_day = null, level = null where last_name = 'BARTHE'";
        crate::run(app, by_hand, &[]).await;
        crate::run(app, "update member set source = 'hand' where source = 'onde'", &[]).await;
        app.wait(60);
        applied(&hector, MARELLE, &[&csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP))]).await;
        let known = "select count(*) as n from person where last_name = 'BARTHE' and source = 'onde' \
             and birth_day = '2020-01-02'";
        assert_eq!(count(app, known, &[]).await, 1);
        let hands = "select count(*) as n from member where source = 'hand' and until is null and role = 'pupil'";
        assert_eq!(count(app, hands, &[]).await, 0);
        assert_eq!(seated(app, MARELLE).await, 1);
    })
    .await;
}

#[tokio::test]
async fn teachers_come_with_their_classes_and_no_file_makes_a_head() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let teachers = "Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;Téléphone portable;\
Directeur;Classe\nMme;;SAUVAGNAC;Odile;;;;;o.sauvagnac@example.org;;;oui;CP\nM.;;LOUBET;Hector;;;;;;;;non;CP\n";
        let pupils = csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP));
        let run = given(&hector, MARELLE, &[&pupils, teachers]).await;
        let page = hector.get(&run).await;
        assert!(page.says("cette page ne donne pas la direction"), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        let taught = "select count(*) as n from member m join circle c on c.id = m.circle_id where c.school_id = $1 \
             and c.kind = 'class' and m.role = 'teacher' and m.source = 'onde' and m.until is null";
        assert_eq!(count(app, taught, args![MARELLE]).await, 2);
        let heads = "select count(*) as n from member m join circle c on c.id = m.circle_id where c.school_id = $1 \
             and m.role = 'head'";
        assert_eq!(count(app, heads, args![MARELLE]).await, 1);
        let hectors = "select count(*) as n from person where first_name = 'Hector'";
        assert_eq!(count(app, hectors, &[]).await, 1, "whoever is of the team is found there");
    })
    .await;
}

/// The number of Zoé once she has the names of Mona.
const NUMBER: &str = "990000397TB";

/// La Marelle knows « Mona BARTHE » without a number; Zoé, of Les Tilleuls, has her names, her day and a number.
async fn mona_twice(app: &App) {
    open_marelle(app).await;
    let line = pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP);
    applied(&app.by(Hector).await, MARELLE, &[&csv(PUPILS, &line)]).await;
    let named = "update person set last_name = 'BARTHE', first_name = 'Mona', birth_day = '2020-01-02', ine = $2 \
         where id = $1";
    crate::run(app, named, args![Zoe.person(), NUMBER]).await;
    app.wait(60);
}

/// A file with the line of the number.
fn numbered() -> String {
    csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", NUMBER, "CP", CP))
}

#[tokio::test]
async fn the_number_tells_who_it_is_before_the_names_of_the_school_do() {
    on_both(SERVICES, async |app| {
        mona_twice(app).await;
        let hector = app.by(Hector).await;
        // Entered by hand, and ended.
        crate::run(app, "update person set source = 'hand', gone_at = 1 where source = 'onde'", &[]).await;
        crate::run(app, "update member set source = 'hand', until = since where source = 'onde'", &[]).await;
        let run = given(&hector, MARELLE, &[&numbered()]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Élèves d’une autre école, à confirmer"), "{}", page.text());
        assert!(!page.says("Élèves qui reviennent"), "{}", page.text());
        assert_eq!(page.attributes("input[name='arrive']", "value"), [Zoe.person().to_string()]);
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        let held = "select count(*) as n from person where ine = $1";
        assert_eq!(count(app, held, args![NUMBER]).await, 1, "no second entry has the number");
        assert_eq!(seated(app, MARELLE).await, 0, "nothing moves by itself");

        app.wait(60);
        let run = given(&hector, MARELLE, &[&numbered()]).await;
        hector.post_then(&format!("{run}/choix"), &[("arrive", &Zoe.person().to_string())]).await;
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert!(zoe_sits(app, MARELLE).await && !zoe_sits(app, Tilleuls.id()).await);
        assert_eq!(count(app, held, args![NUMBER]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_the_names_of_a_number_of_another_school_has_not_left() {
    on_both(SERVICES, async |app| {
        mona_twice(app).await;
        let hector = app.by(Hector).await;
        let page = hector.get(&given(&hector, MARELLE, &[&numbered()]).await).await;
        assert!(page.says("Élèves d’une autre école, à confirmer"), "{}", page.text());
        assert!(!page.says("leur départ est noté"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn whoever_left_and_is_in_another_school_comes_back_only_when_the_head_says_so() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let file = csv(PUPILS, &pupil("Marty", "Zoe", "14/05/2020", "", "CP", CP));
        let run = given(&hector, MARELLE, &[&file]).await;
        hector.post_then(&format!("{run}/choix"), &[("arrive", &Zoe.person().to_string())]).await;
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        app.wait(60);
        // A delivery seats her again where she was.
        let left = "update member set until = since where source = 'onde' and person_id = $1";
        crate::run(app, left, args![Zoe.person()]).await;
        let back = "update member set until = null where source = 'aaf' and person_id = $1";
        crate::run(app, back, args![Zoe.person()]).await;
        let page = hector.get(&given(&hector, MARELLE, &[&file]).await).await;
        assert!(page.says("Aujourd’hui à l’école Les Tilleuls (Montaubrac)"), "{}", page.text());
        assert!(!page.says("Élèves qui reviennent"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_letter_lost_on_the_way_changes_no_name() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let line = |first| csv(PUPILS, &pupil("BARTHE", first, "2020-01-02", "990000003AA", "CP", CP));
        applied(&hector, MARELLE, &[&line("Zoé")]).await;
        app.wait(60);
        let page = hector.get(&given(&hector, MARELLE, &[&line("Zo?")]).await).await;
        assert!(!page.says("Fiches d’élèves qui changent"), "{}", page.text());
        applied(&hector, MARELLE, &[&line("Zo?")]).await;
        let named = "select count(*) as n from person where last_name = 'BARTHE' and first_name = 'Zoé'";
        assert_eq!(count(app, named, &[]).await, 1);
    })
    .await;
}
