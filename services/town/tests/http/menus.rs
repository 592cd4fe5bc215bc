//! Menus: begun, filled in, taken up from the week before, given to families.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, action, answers, count, editor, school, task};
use testkit::{App, Client, Page, Place, Who::*, on_both};

const WEEK: &str = "/ma-commune/cantine?commune=town:031:montaubrac&semaine=2026-09-28";
const GRATIN: &[(&str, &str)] = &[
    ("plat", "Gratin de courge"),
    ("plat-allergenes", "lait"),
    ("plat-allergenes", "gluten"),
    ("plat-labels", "bio"),
    ("note", "Goûter d’automne"),
];

/// Begins the menu of every school for a week; answers the page of the week.
async fn begin(client: &Client<'_>, week: &str, changes: &[(&str, &str)]) -> Page {
    let usual = [("commune", MONTAUBRAC), ("semaine", week), ("pour", "toutes")];
    let fields = crate::form(&usual, changes);
    client.post_then("/ma-commune/cantine/menus", &fields).await
}

/// Begins and fills in the Monday of this week; answers the page of the week.
async fn gratin(client: &Client<'_>) -> Page {
    let page = begin(client, "2026-09-28", &[]).await;
    let day = page.link("Modifier lundi 28 septembre").unwrap();
    client.post_then(&day, GRATIN).await
}

/// Publishes the menu of a page.
async fn publish(client: &Client<'_>, page: &Page) {
    let published = client.post_then(&action(page, "/publication"), &[]).await;
    assert!(published.says("Le menu est publié"), "{}", published.text());
}

async fn reads(app: &App, who: testkit::Who) -> Page {
    app.by(who).await.get("/cantine?semaine=2026-09-28").await
}

#[tokio::test]
async fn a_menu_is_written_once_and_read_by_the_families_of_the_commune_once_published() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let page = gratin(&editor).await;
        assert!(page.says("Gratin de courge") && page.says("Goûter d’automne"), "{}", page.text());
        assert!(!reads(app, Claire).await.says("Gratin"), "a draft is nobody's but theirs");
        publish(&editor, &page).await;
        for who in [Claire, Samia, Zoe, Tom, Thomas, Helene, Agnes] {
            let page = reads(app, who).await;
            assert!(page.says("Gratin de courge") && page.says("Bio") && page.says("lait"), "{who:?}: {}", page.text());
        }
        assert!(!reads(app, Perrine).await.says("Gratin"), "another commune");
        let page = editor.get(WEEK).await;
        editor.post_then(&action(&page, "/retrait"), &[]).await;
        assert!(!reads(app, Claire).await.says("Gratin"));
    })
    .await;
}

#[tokio::test]
async fn a_child_sees_drawings_beside_the_words() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let page = gratin(&editor).await;
        publish(&editor, &page).await;
        assert!(reads(app, Zoe).await.has("main use[href$='#allergene-lait']"));
        assert!(!reads(app, Claire).await.has("main use[href$='#allergene-lait']"));
        assert!(reads(app, Enzo).await.says("Le menu de cette semaine n’est pas encore là."));
    })
    .await;
}

#[tokio::test]
async fn the_dishes_of_the_week_before_are_taken_up_but_not_what_was_said_of_its_days() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        gratin(&editor).await;
        let page = begin(&editor, "2026-10-05", &[("reprise", "on")]).await;
        assert!(page.says("Gratin de courge"), "{}", page.text());
        assert!(!page.says("Goûter d’automne"), "{}", page.text());
        assert!(page.says("lundi 5 octobre"), "{}", page.text());
        // Twice takes nothing more up.
        let again = editor.post_then(&action(&page, "/reprise"), &[]).await;
        assert!(again.says("Rien n’était à reprendre."), "{}", again.text());
    })
    .await;
}

#[tokio::test]
async fn a_school_with_a_menu_of_its_own_reads_that_one() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let page = gratin(&editor).await;
        publish(&editor, &page).await;
        let tilleuls = school(Place::Tilleuls);
        let own = [("pour", "choisies"), ("ecoles", tilleuls.as_str())];
        let page = begin(&editor, "2026-09-28", &own).await;
        let days = page.attributes("a.button", "href");
        let monday = days.iter().rfind(|it| it.ends_with("/2026-09-28")).unwrap();
        let page = editor.post_then(monday, &[("plat", "Pique-nique")]).await;
        assert!(reads(app, Claire).await.says("Gratin"), "not published yet");
        publish(&editor, &page).await;
        let page = reads(app, Claire).await;
        assert!(page.says("Pique-nique") && !page.says("Gratin"), "{}", page.text());
        let again = editor
            .post("/ma-commune/cantine/menus", &[("commune", MONTAUBRAC), ("semaine", "2026-09-28"), own[0], own[1]])
            .await;
        assert_eq!((again.status, again.has("#f-ecoles-error")), (422, true), "{}", again.text());
    })
    .await;
}

#[tokio::test]
async fn allergens_without_a_dish_come_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let page = begin(&editor, "2026-09-28", &[]).await;
        let day = page.link("Modifier mardi 29 septembre").unwrap();
        let wrong = [("entree", "Carottes"), ("plat-allergenes", "lait"), ("note", "Goûter")];
        let answer = editor.post(&day, &wrong).await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("#f-plat-error"), "{}", answer.text());
        assert_eq!(answer.attributes("#f-entree", "value"), ["Carottes"]);
        assert!(answer.has("input[name=plat-allergenes][value=lait][checked]"));
        assert_eq!(count(app, "select count(*) as n from town_menu_day", &[]).await, 0);
        let long = "x".repeat(121);
        assert_eq!(editor.post(&day, &[("plat", long.as_str())]).await.status, 422);
        // A day of another week is no day of this menu.
        assert_eq!(editor.get(&day.replace("2026-09-29", "2026-10-06")).await.status, 404);
        assert_eq!(editor.get(&day.replace("2026-09-29", "2026-09-31")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_empty_menu_is_not_published_and_another_commune_finds_nothing() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let page = begin(&editor, "2026-09-28", &[]).await;
        let day = page.link("Modifier lundi 28 septembre").unwrap();
        let menu = day.trim_end_matches("/2026-09-28").to_owned();
        assert_eq!(editor.post(&format!("{menu}/publication"), &[]).await.status, 409);
        task(app, "town-officer", SAINTE_FOY).await;
        answers(app, &day, 404, &[Adelaide]).await;
        answers(app, WEEK, 404, &[Adelaide]).await;
        let stranger = app.by(Adelaide).await;
        for noun in ["publication", "retrait", "reprise", "2026-09-28"] {
            assert_eq!(stranger.post(&format!("{menu}/{noun}"), GRATIN).await.status, 404, "{noun}");
        }
        // A school of another commune is not taken up.
        let tilleuls = school(Place::Tilleuls);
        let fields = [("commune", SAINTE_FOY), ("semaine", "2026-09-28"), ("pour", "choisies"), ("ecoles", &*tilleuls)];
        assert_eq!(stranger.post("/ma-commune/cantine/menus", &fields).await.status, 422);
        assert!(stranger.get("/ma-commune").await.says("Jules-Verne"));
        assert!(!stranger.get("/ma-commune").await.says("Les Tilleuls"));
    })
    .await;
}

#[tokio::test]
async fn the_town_hall_proofreads_allergens_and_a_new_dish_does_not_keep_those_of_the_old_one_unasked() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let page = gratin(&editor).await;
        assert!(page.says("Allergènes :") && page.says("lait") && page.says("Bio"), "{}", page.text());
        let day = page.link("Modifier lundi 28 septembre").unwrap();
        let changed = crate::form(GRATIN, &[("plat", "Œuf mayonnaise")]);
        let asked = editor.post(&day, &changed).await;
        assert!(asked.status == 422 && asked.has("#f-plat-error"), "{}", asked.text());
        assert_eq!(asked.attributes("input[name=plat-relu]", "value"), ["Œuf mayonnaise"]);
        let seen = [&changed[..], &[("plat-relu", "Œuf mayonnaise")][..]].concat();
        assert!(editor.post_then(&day, &seen).await.says("Œuf mayonnaise"));
        // Other boxes were looked at already.
        let others = [("plat", "Lentilles"), ("plat-allergenes", "moutarde")];
        assert!(editor.post_then(&day, &others).await.says("moutarde"));
    })
    .await;
}

#[tokio::test]
async fn a_week_that_has_its_menu_leads_to_it_and_says_so() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        gratin(&editor).await;
        let page = begin(&editor, "2026-09-28", &[]).await;
        assert!(page.says("Cette semaine a déjà son menu") && page.says("Gratin de courge"), "{}", page.text());
        assert!(!page.says("prêt à être rempli"));
    })
    .await;
}
