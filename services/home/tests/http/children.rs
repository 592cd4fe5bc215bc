//! The children of a parent: faces on top, a page for each.

use crate::{
    SERVICES,
    steps::{assert_well_made, cards, change, publish_now},
};
use db::args;
use testkit::{
    Classroom::{Ce, Cp},
    Page, Who,
    Who::*,
    on_both, strangers_find_nothing,
};

fn page_of(child: Who) -> String {
    format!("/enfants/{}", child.person())
}

/// Where the faces above a page lead: the first, then the others in order of address.
fn faces(page: &Page) -> Vec<String> {
    let mut faces = page.attributes("nav.faces a", "href");
    if let Some(rest) = faces.get_mut(1..) {
        rest.sort();
    }
    faces
}

#[tokio::test]
async fn a_parent_of_two_sees_each_child_once_and_all_of_them_first() {
    on_both(SERVICES, async |app| {
        // Karim is listed twice by the directory, once for each child.
        for who in [Samia, Karim] {
            let client = app.by(who).await;
            let page = client.get("/").await;
            let mut expected = vec!["/".to_owned(), page_of(Tom), page_of(Lina)];
            expected[1..].sort();
            assert_eq!(faces(&page), expected, "{who:?}");
            assert_eq!(page.attributes("nav.faces a[aria-current]", "href"), ["/"]);
            for child in [Tom, Lina] {
                let page = client.get(&page_of(child)).await;
                assert_well_made(&page);
                assert_eq!(faces(&page), expected, "{who:?}");
                assert_eq!(page.attributes("nav.faces a[aria-current]", "href"), [page_of(child)]);
                let first_name = child.name().split(' ').next().unwrap().to_owned();
                assert_eq!(page.texts("h1"), [first_name]);
                assert!(page.says("Les Tilleuls"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn one_child_needs_no_faces() {
    on_both(SERVICES, async |app| {
        for who in [Claire, Paul, Helene, Thomas, Zoe, Adelaide] {
            assert!(!app.by(who).await.get("/").await.has("nav.faces"), "{who:?}");
        }
        assert_well_made(&app.by(Claire).await.get(&page_of(Zoe)).await);
        assert_eq!(app.by(Claire).await.get("/").await.link("La page de Zoé"), Some(page_of(Zoe)));
    })
    .await;
}

#[tokio::test]
async fn the_page_of_a_child_is_for_its_parents_alone() {
    on_both(SERVICES, async |app| {
        let of_tom = [("GET", page_of(Tom))];
        let others = [Claire, Paul, Tom, Lina, Zoe, Helene, Thomas, Rose, Agnes, Adelaide];
        let everybody: Vec<Who> = others.into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &of_tom, &everybody).await;
        let client = app.by(Samia).await;
        for path in [page_of(Zoe), page_of(Samia), page_of(Karim), "/enfants/nimporte".to_owned()] {
            assert_eq!(client.get(&path).await.status, 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_that_ended_opens_nothing_any_more() {
    on_both(SERVICES, async |app| {
        let ended = "update guardianship set until = since where adult_id = $1 and child_id = $2";
        change(app, ended, args![Samia.person(), Tom.person()]).await;
        let client = app.by(Samia).await;
        assert_eq!(client.get(&page_of(Tom)).await.status, 404);
        assert_eq!(client.get(&page_of(Lina)).await.status, 200);
        assert_eq!(app.by(Karim).await.get(&page_of(Tom)).await.status, 200);
        let first = client.get("/").await;
        assert!(!first.has("nav.faces") && !first.html().contains(&page_of(Tom)));
    })
    .await;
}

#[tokio::test]
async fn the_page_of_a_child_holds_the_news_of_the_childs_class() {
    on_both(SERVICES, async |app| {
        change(
            app,
            "insert into guardianship (child_id, adult_id, relation, position, source, since) \
             values ($1, $2, 10, 3, 'aaf', 0)",
            args![Zoe.person(), Samia.person()],
        )
        .await;
        publish_now(app, (Cp, Thomas), "Les escargots").await;
        publish_now(app, (Ce, Helene), "Le moulin").await;
        let client = app.by(Samia).await;
        assert_eq!(cards(&client.get(&page_of(Zoe)).await), ["Les escargots"]);
        assert_eq!(cards(&client.get(&page_of(Tom)).await), ["Le moulin"]);
        let everything = client.get("/").await;
        assert_eq!(cards(&everything).len(), 2);
        // Each card says whom it is for.
        let mut chips = everything.texts(".card .audience-chip");
        chips.sort();
        assert!(chips[0].contains("Tom") && chips[0].contains("Lina") && !chips[0].contains("Zoé"), "{chips:?}");
        assert_eq!(chips[1], "Zoé");
        let mut classes = everything.texts(".card-class");
        classes.sort();
        assert_eq!(classes, ["CE1-CE2 de Mme Vidal", "CP de M. Roux"]);
    })
    .await;
}

#[tokio::test]
async fn a_head_who_is_a_parent_too_finds_her_child() {
    on_both(SERVICES, async |app| {
        let parent = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                      values ($1, $2, 10, 3, 'aaf', 0)";
        for who in [Helene, Thomas, Agnes] {
            change(app, parent, args![Zoe.person(), who.person()]).await;
            let client = app.by(who).await;
            let page = client.get("/").await;
            assert_eq!(page.attributes(".children a", "href"), [page_of(Zoe)], "{who:?}");
            assert!(!page.has("nav.faces"), "{who:?}");
            assert_well_made(&client.get(&page_of(Zoe)).await);
        }
    })
    .await;
}
