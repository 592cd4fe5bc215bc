//! An import that runs is followed on the page it was started from, by those in charge of its académie.

use crate::{
    IMPORTS, SERVICES,
    archive::{samples, zipped},
    once_done, run,
};
use db::{Tx, args};
use school::{Role, account};
use testkit::{
    App, Client, Page,
    Who::{Adelaide, Hector},
    on_both,
    people::TOTP_SECRET,
};

/// What an import waits for before it writes: on SQLite the one writer, on PostgreSQL the row of its académie.
async fn obstacle(app: &App) -> Tx {
    let mut tx = app.write().await;
    tx.change("update academy set name = name where code = '16'", &[]).await.unwrap();
    tx
}

/// Somebody who runs the imports of another académie, and is in no directory: two hats, two accounts.
async fn neighbour(app: &App) -> Client<'_> {
    let mut tx = app.write().await;
    tx.change("delete from account_person where account_id = $1", args![Hector.account()]).await.unwrap();
    account::grant(&mut tx, Hector.account(), Role::AcademyAdmin, "academy:11").await.unwrap();
    account::set_totp(&mut tx, Hector.account(), Some(TOTP_SECRET)).await.unwrap();
    tx.commit().await.unwrap();
    app.by(Hector).await
}

/// Starts an import that nothing but the obstacle stops.
async fn start(client: &Client<'_>) -> Page {
    let archive = zipped(&samples());
    client.upload(IMPORTS, &[("accepter", "oui")], &[("archive", "ENT1DVA.20260907.zip", &archive)]).await
}

/// The page of imports once it says this.
async fn once_it_says(client: &Client<'_>, words: &str) -> Page {
    for _ in 0..1500 {
        let page = client.get(IMPORTS).await;
        if page.says(words) {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the page never says « {words} »");
}

/// Whether the page asks for itself again, with script and without.
fn follows(page: &Page) -> bool {
    let without_script = page.html().contains("http-equiv=\"refresh\"");
    assert_eq!(page.has("fresh-part[data-every]"), without_script, "{}", page.html());
    without_script
}

#[tokio::test]
async fn an_import_that_runs_is_followed_until_it_ends() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let hector = neighbour(app).await;
        assert!(!follows(&adelaide.get(IMPORTS).await));
        let obstacle = obstacle(app).await;
        let begun = adelaide.follow(&start(&adelaide).await).await;
        assert!(begun.says("L’import est lancé."), "{}", begun.text());
        let page = once_it_says(&adelaide, "Écriture").await;
        assert_eq!(page.texts("main h2")[0], "Import en cours pour l’académie TOULOUSE");
        assert_eq!(page.texts("label[for='etape']"), ["Écriture"]);
        assert!(page.has("progress#etape[max='100']:not([value])"), "{}", page.html());
        assert!(follows(&page));
        assert!(!page.has("input[type='file']"), "another cannot begin");

        let still = adelaide.get(&page.link("Ne plus actualiser cette page").unwrap()).await;
        assert!(still.says("Écriture") && !follows(&still), "{}", still.html());
        assert_eq!(still.link("Actualiser cette page régulièrement"), Some(IMPORTS.to_owned()));

        let second = start(&adelaide).await;
        assert_eq!(second.status, 422, "{}", second.text());
        assert!(second.texts("#f-archive-error")[0].contains("Un autre import est en cours."), "{}", second.text());
        assert!(!follows(&second), "what is typed there would be lost");

        obstacle.commit().await.unwrap();
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("appliquée"), "{}", list.text());
        assert!(!list.says("Import en cours") && !follows(&list), "{}", list.html());
        assert!(list.has("input[type='file']"));
        let told = "Le dernier import lancé depuis cette page est fini : livraison appliquée.";
        assert!(list.says(told), "{}", list.text());
        assert_eq!(list.link("Lire son compte rendu"), Some(list.attributes("main tbody a", "href").remove(0)));
        assert!(!hector.get(IMPORTS).await.says(told));
    })
    .await;
}

#[tokio::test]
async fn another_academy_hears_only_that_an_import_runs() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let hector = neighbour(app).await;
        assert!(!hector.get(IMPORTS).await.says("import est en cours"));
        let obstacle = obstacle(app).await;
        start(&adelaide).await;
        once_it_says(&adelaide, "Écriture").await;
        let page = hector.get(IMPORTS).await;
        assert!(page.says("Un autre import est en cours. Attendez qu’il soit fini pour en lancer un."));
        assert!(!page.has("progress") && !page.says("Écriture") && !page.says("TOULOUSE"), "{}", page.text());
        assert!(!follows(&page) && page.has("input[type='file']"), "a form being filled stays");
        obstacle.commit().await.unwrap();
        once_done(&adelaide, 1).await;
        assert!(!hector.get(IMPORTS).await.says("import est en cours"));
    })
    .await;
}

#[tokio::test]
async fn an_import_that_broke_is_told_until_the_next() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let hector = neighbour(app).await;
        run(app, "alter table import_school rename to import_school_away", &[]).await;
        let answer = start(&adelaide).await;
        assert!(matches!(answer.status, 303 | 500), "{}", answer.text());
        let told = "Le dernier import lancé depuis cette page s’est arrêté sur une erreur du programme.";
        let page = once_it_says(&adelaide, told).await;
        assert!(!page.html().contains("import_school"), "{}", page.html());
        assert!(!page.has("progress") && !follows(&page) && page.has("input[type='file']"), "{}", page.html());
        assert!(!hector.get(IMPORTS).await.says(told));

        run(app, "alter table import_school_away rename to import_school", &[]).await;
        start(&adelaide).await;
        let list = once_done(&adelaide, 1).await;
        assert!(list.texts("main tbody tr")[0].contains("appliquée"), "{}", list.text());
        assert!(!list.says(told), "{}", list.text());
    })
    .await;
}
