//! A pupil whom another school enters: the school the child leaves answers, and nothing moves back by itself.

use crate::{
    MARELLE, PUPILS, SERVICES, apply, count, csv, double_steps::delivered_in_cp, entry_steps::delegate, given,
    open_marelle, pupil, run,
};
use db::args;
use school::{PersonId, Role, circle};
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::*, on_both, strangers_find_nothing};

const REASON: &str = "Zoé est en classe ce matin.";

/// Hector enters Zoé at La Marelle from an extraction; answers the address of the files.
async fn taken(app: &App) -> String {
    open_marelle(app).await;
    entered(app).await
}

async fn entered(app: &App) -> String {
    bring(app, &pupil("Marty", "Zoe", "14/05/2020", "", "CP", ("CP", "880031")), &[Zoe.person()]).await
}

/// Hector gives La Marelle an extraction with these lines, says that these pupils come, and applies it.
async fn bring(app: &App, lines: &str, pupils: &[PersonId]) -> String {
    let hector = app.by(Hector).await;
    let files = given(&hector, MARELLE, &[&csv(PUPILS, lines)]).await;
    let pupils: Vec<String> = pupils.iter().map(PersonId::to_string).collect();
    let said: Vec<(&str, &str)> = pupils.iter().map(|it| ("arrive", it.as_str())).collect();
    hector.post_then(&format!("{files}/choix"), &said).await;
    assert_eq!(apply(&hector, &files, &[]).await.status, 303);
    app.wait(60);
    files
}

/// The pages of the transfer: for the school the child leaves, for the one that entered it, for the académie.
async fn pages(app: &App) -> [String; 3] {
    let mut tx = app.read().await;
    let (id,): (supply::transfer::TransferId,) =
        tx.one("select id from supply_transfer where school_id is not null", &[]).await.unwrap();
    [
        format!("/ecoles/{}/transferts/{id}", Tilleuls.id()),
        format!("/ecoles/{MARELLE}/transferts/{id}"),
        format!("/annuaire/transferts/{id}"),
    ]
}

/// Whether Zoé sits among the pupils of a school.
async fn sits(app: &App, school: school::SchoolId) -> bool {
    let sql = "select count(*) as n from member m join circle c on c.id = m.circle_id where m.person_id = $1 \
         and c.school_id = $2 and c.kind = 'school' and m.until is null";
    count(app, sql, args![Zoe.person(), school]).await > 0
}

/// How many rows of the journal tell an act about Zoé.
async fn told(app: &App, action: &str) -> i64 {
    let sql = "select count(*) as n from audit where action = $1 and subject = $2";
    count(app, sql, args![action, Zoe.person().to_string()]).await
}

fn list(school: school::SchoolId) -> String {
    format!("/ecoles/{school}/transferts")
}

#[tokio::test]
async fn the_school_a_pupil_leaves_is_told_and_says_that_it_is_so() {
    on_both(SERVICES, async |app| {
        delegate(app).await;
        let address = "update account set email = 'helene@example.org' where id = $1";
        run(app, address, args![Helene.account()]).await;
        taken(app).await;
        let waits = ["Zoé M. est maintenant à l’école La Marelle (Montaubrac)"];
        assert_eq!(app.tasks(Helene).await, waits);
        assert_eq!(app.tasks(Rose).await, waits, "whom the head lets run the people of the school");
        assert!(app.tasks(Thomas).await.is_empty() && app.tasks(Hector).await.is_empty());
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].contains("L’école La Marelle a inscrit 1 élève de votre école"), "{}", letters[0]);
        assert!(!letters[0].contains("Zoé"), "{}", letters[0]);

        let helene = app.by(Helene).await;
        let [page, joined, _] = pages(app).await;
        let shown = helene.get(&page).await;
        for words in ["Zoé MARTY", "La Marelle (Montaubrac)", "Hector LOUBET · direction de l’école", "radiation"]
        {
            assert!(shown.says(words), "{words}: {}", shown.text());
        }
        assert!(helene.get(&list(Tilleuls.id())).await.says("À confirmer"));
        assert!(app.by(Hector).await.get(&joined).await.says("L’école que l’enfant quitte est prévenue."));
        let done = helene.post_then(&format!("{page}/accord"), &[]).await;
        assert!(done.says("C’est réglé.") && done.says("Confirmé"), "{}", done.text());
        assert!(app.tasks(Helene).await.is_empty());
        assert_eq!(told(app, "transfer-agreed").await, 1);
        assert_eq!(helene.post(&format!("{page}/accord"), &[]).await.status, 409);
        assert_eq!(helene.post(&format!("{page}/contestation"), &[("motif", REASON)]).await.status, 409);
        assert!(sits(app, MARELLE).await && !sits(app, Tilleuls.id()).await);
    })
    .await;
}

#[tokio::test]
async fn many_pupils_of_one_school_are_one_task_and_one_letter() {
    on_both(SERVICES, async |app| {
        let address = "update account set email = 'helene@example.org' where id = $1";
        run(app, address, args![Helene.account()]).await;
        open_marelle(app).await;
        let ana = delivered_in_cp(app, ("Ana", "TEYSSIER"), Some("2020-01-02")).await;
        let class = ("CP-CE2", "880031");
        let lines = [
            pupil("Marty", "Zoe", "14/05/2020", "", "CP", class),
            pupil("Benali", "Lina", "21/09/2019", "", "CE1", class),
            pupil("Benali", "Tom", "03/02/2018", "", "CE2", class),
            pupil("Teyssier", "Ana", "02/01/2020", "", "CP", class),
        ];
        bring(app, &lines.concat(), &[Zoe.person(), Lina.person(), Tom.person(), ana]).await;
        let waits = app.awaiting(Helene).await;
        assert_eq!(waits.len(), 1);
        assert_eq!(testkit::plain_spaced(&waits[0].title), "4 élèves sont maintenant dans d’autres écoles");
        assert_eq!((&waits[0].href, waits[0].about.as_str()), (&list(Tilleuls.id()), "Les Tilleuls"));
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].contains("L’école La Marelle a inscrit 4 élèves de votre école"), "{}", letters[0]);
        // Once one is answered each of the others is a task.
        let helene = app.by(Helene).await;
        let page = helene.get(&list(Tilleuls.id())).await.link("Voir : Ana TEYSSIER").unwrap();
        helene.post_then(&format!("{page}/accord"), &[]).await;
        let waits = app.tasks(Helene).await;
        assert_eq!(waits.len(), 3, "{waits:?}");
        assert!(waits.iter().all(|it| it.ends_with("est maintenant à l’école La Marelle (Montaubrac)")), "{waits:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_contested_is_told_to_whoever_applied_and_putting_the_files_back_closes_it() {
    on_both(SERVICES, async |app| {
        let files = taken(app).await;
        let address = "update account set email = 'hector@example.org' where id = $1";
        run(app, address, args![Hector.account()]).await;
        let helene = app.by(Helene).await;
        let [page, joined, over] = pages(app).await;
        let contest = format!("{page}/contestation");
        let refused = helene.post(&contest, &[("motif", " ")]).await;
        assert!(refused.status == 422 && refused.says("Dites pourquoi vous contestez."), "{}", refused.text());
        let long = "très ".repeat(101);
        let refused = helene.post(&contest, &[("motif", &long)]).await;
        assert!(refused.status == 422 && refused.texts("textarea")[0].contains("très très"), "{}", refused.text());
        assert_eq!(helene.post(&contest, &[("motif", REASON)]).await.status, 303);
        assert!(helene.get(&page).await.says("Votre motif est transmis"));
        assert_eq!(told(app, "transfer-contested").await, 1);
        assert!(sits(app, MARELLE).await && !sits(app, Tilleuls.id()).await, "nothing moves by itself");

        assert!(app.tasks(Helene).await.is_empty());
        assert_eq!(app.tasks(Hector).await, ["Zoé M. : inscription contestée par l’école Les Tilleuls"]);
        assert_eq!(app.tasks(Adelaide).await, ["1 changement d’école contesté"]);
        app.run_jobs().await;
        assert!(app.letters().iter().any(|it| it.contains("Les Tilleuls conteste l’inscription")));
        let adelaide = app.by(Adelaide).await;
        assert!(adelaide.get("/annuaire/doublons").await.link("Changements d’école contestés").is_some());
        assert_eq!(adelaide.get("/annuaire/transferts").await.link("Voir : Zoé MARTY"), Some(over.clone()));
        assert!(adelaide.get(&over).await.says(REASON));
        let hector = app.by(Hector).await;
        let shown = hector.get(&joined).await;
        assert!(shown.says(REASON), "{}", shown.text());
        assert_eq!(shown.link("Revoir le fichier appliqué, pour annuler"), Some(files.clone()));

        let undone = hector.post_then(&format!("{files}/annulation"), &[]).await;
        assert!(undone.says("L’école est revenue à ce qu’elle était avant ces fichiers."), "{}", undone.text());
        assert!(sits(app, Tilleuls.id()).await && !sits(app, MARELLE).await);
        assert!(app.tasks(Hector).await.is_empty() && app.tasks(Adelaide).await.is_empty());
        assert!(helene.get(&list(Tilleuls.id())).await.says("Annulé"));
        assert_eq!(adelaide.post(&format!("{over}/cloture"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn the_academie_settles_what_both_schools_say() {
    on_both(SERVICES, async |app| {
        taken(app).await;
        let [page, joined, over] = pages(app).await;
        let (helene, hector, adelaide) = (app.by(Helene).await, app.by(Hector).await, app.by(Adelaide).await);
        assert_eq!(adelaide.get(&over).await.status, 404, "what nobody contests is none of hers");
        assert_eq!(hector.post(&format!("{joined}/maintien"), &[]).await.status, 409);
        helene.post(&format!("{page}/contestation"), &[("motif", REASON)]).await;
        assert_eq!(hector.post(&format!("{joined}/maintien"), &[]).await.status, 303);
        assert!(app.tasks(Hector).await.is_empty());
        assert_eq!(told(app, "transfer-kept").await, 1);
        assert!(adelaide.get("/annuaire/transferts").await.says("Contesté et maintenu"));
        let done = adelaide.post_then(&format!("{over}/cloture"), &[]).await;
        assert!(done.says("C’est réglé pour les deux écoles."), "{}", done.text());
        assert!(app.tasks(Adelaide).await.is_empty());
        assert_eq!(told(app, "transfer-settled").await, 1);
        assert!(helene.get(&page).await.says("Réglé par l’académie"));
        assert_eq!(helene.post(&format!("{page}/accord"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn a_school_left_long_ago_is_not_told_where_the_child_is() {
    on_both(SERVICES, async |app| {
        let address = "update account set email = 'helene@example.org' where id = $1";
        run(app, address, args![Helene.account()]).await;
        // The year turned: the class is over with its members, who are not among the pupils of the school any more.
        let now = app.now();
        let turned = "update circle set until = $2 where school_id = $1 and year > 0";
        run(app, turned, args![Tilleuls.id(), now]).await;
        let left = "update member set until = $3 where person_id = $1 and circle_id = $2";
        run(app, left, args![Zoe.person(), Tilleuls.pupils(), now]).await;
        app.wait(60);
        taken(app).await;
        assert!(sits(app, MARELLE).await);
        assert_eq!(count(app, "select count(*) as n from supply_transfer where school_id is not null", &[]).await, 0);
        assert!(app.tasks(Helene).await.is_empty());
        app.run_jobs().await;
        assert!(app.letters().is_empty(), "{:?}", app.letters());
        let kept = "select count(*) as n from member where person_id = $1 and circle_id = $2 and until is null";
        assert_eq!(count(app, kept, args![Zoe.person(), Cp.id()]).await, 1, "what is over stays as it was");
    })
    .await;
}

#[tokio::test]
async fn each_school_answers_for_itself() {
    on_both(SERVICES, async |app| {
        taken(app).await;
        let [page, joined, _] = pages(app).await;
        let hector = app.by(Hector).await;
        assert_eq!(hector.get(&page).await.status, 404);
        assert_eq!(hector.post(&format!("{joined}/accord"), &[]).await.status, 404);
        assert_eq!(hector.post(&format!("{joined}/contestation"), &[("motif", REASON)]).await.status, 404);
        let helene = app.by(Helene).await;
        assert_eq!(helene.get(&joined).await.status, 404);
        assert_eq!(helene.post(&format!("{page}/maintien"), &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn whoever_runs_both_schools_needs_not_be_told() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        circle::seat(&mut tx, Tilleuls.staff(), Hector.person(), Role::Head, None).await.unwrap();
        tx.commit().await.unwrap();
        taken(app).await;
        assert!(app.tasks(Helene).await.is_empty() && app.tasks(Hector).await.is_empty());
        assert!(app.by(Helene).await.get(&list(Tilleuls.id())).await.says("Aucun changement d’école à voir."));
    })
    .await;
}

#[tokio::test]
async fn strangers_find_nothing_of_a_transfer() {
    on_both(SERVICES, async |app| {
        taken(app).await;
        let [page, joined, over] = pages(app).await;
        app.by(Helene).await.post(&format!("{page}/contestation"), &[("motif", REASON)]).await;
        let fill = |path: &str, school: &str, page: &str| {
            let path = path.replace("/ecoles/{school}/transferts/{transfer}", page);
            path.replace("{school}", school).replace("/annuaire/transferts/{transfer}", &over)
        };
        let patterns = || supply::SERVICE.paths.iter().filter_map(|it| it.split_once(' '));
        let of = |school: &str, page: &str| -> Vec<(&'static str, String)> {
            let ours = patterns().filter(|(_, path)| path.starts_with("/ecoles/") && path.contains("/transferts"));
            ours.map(|(method, path)| (method, fill(path, school, page))).collect()
        };
        let left = of(&Tilleuls.id().to_string(), &page);
        let entered = of(&MARELLE.to_string(), &joined);
        assert!(left.len() == 5 && entered.len() == 5, "{left:?}");
        let nobody = [Thomas, Agnes, Zoe, Paul, Claire, Thea, Enzo, Perrine, Adelaide];
        strangers_find_nothing(app, &left, &nobody).await;
        strangers_find_nothing(app, &left, &[Hector]).await;
        strangers_find_nothing(app, &entered, &nobody).await;
        strangers_find_nothing(app, &entered, &[Helene]).await;
        let ours = patterns().filter(|(_, path)| path.starts_with("/annuaire/transferts"));
        let office: Vec<(&str, String)> = ours.map(|(method, path)| (method, fill(path, "", ""))).collect();
        assert_eq!(office.len(), 3, "{office:?}");
        strangers_find_nothing(app, &office, &[Helene, Hector, Thomas, Agnes, Zoe, Claire, Thea, Perrine]).await;
    })
    .await;
}
