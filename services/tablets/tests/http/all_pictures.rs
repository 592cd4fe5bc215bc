//! Three pictures for a whole class at once.

use crate::{MORNING, SERVICES, acts, assert_came_in, codes, count, level, tablet};
use commons::audit::Action;
use db::args;
use testkit::{
    App,
    Classroom::Cp,
    Page,
    Who::{self, *},
    on_both,
};

/// The names of the pictures a page shows.
fn shown(page: &Page) -> Vec<String> {
    let uses = page.attributes(".wall-chosen use", "href");
    uses.iter().filter_map(|it| it.split_once('#')).map(|it| it.1.to_owned()).collect()
}

/// What a pupil presses with these pictures answers.
async fn presses(app: &App, who: Who, pictures: &[String]) -> Page {
    let device = tablet(app, Thomas, Cp, "jour").await;
    let path = format!("/tablette/eleves/{}/images", who.person());
    device.post(&path, &[("deja", &pictures[..2].join(".")), ("image", &pictures[2])]).await
}

#[tokio::test]
async fn a_whole_class_gets_pictures_on_one_list_and_nobody_twice() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let thomas = app.by(Thomas).await;
        let before = thomas.get(&Cp.path("/codes")).await;
        assert!(before.says("Donner des images à toute la classe"), "{}", before.text());
        assert!(!before.says("Changer celles de tous"), "nobody has any");
        let list = thomas.post(&Cp.path("/codes/images"), &[]).await;
        assert!(list.status == 200 && list.says("Zoé") && list.has("print-page[hidden] button"), "{}", list.text());
        let pictures = shown(&list);
        assert_eq!((pictures.len(), list.texts(".wall-chosen li").len()), (3, 3));
        assert_eq!(acts(app, Action::ChildSecretChanged).await, 1);
        let own = "select count(*) as n from audit where subject = $1 and detail = 'pictures'";
        assert_eq!(count(app, own, args![Zoe.person().to_string()]).await, 1, "told as one pupil's are");
        let again = thomas.post_then(&Cp.path("/codes/images"), &[]).await;
        assert!(again.says("Personne n’attend d’images") && !again.says("Donner des images à toute la classe"));
        assert_came_in(&presses(app, Zoe, &pictures).await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_pictures_of_all_are_changed_once_that_was_asked() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let thomas = app.by(Thomas).await;
        let old = shown(&thomas.post(&codes(Cp, Zoe, "/images"), &[("hasard", "on")]).await);
        let question = Cp.path("/codes/images/tous");
        assert_eq!(thomas.get(&Cp.path("/codes")).await.link("Changer celles de tous").as_deref(), Some(&*question));
        let page = thomas.get(&question).await;
        assert!(page.says("1 élève reçoit trois autres images."), "{}", page.text());
        assert_eq!(acts(app, Action::ChildSecretChanged).await, 1, "a question changes nothing");
        let new = shown(&thomas.post(&question, &[]).await);
        assert_eq!((new.len(), acts(app, Action::ChildSecretChanged).await), (3, 2));
        if old != new {
            assert_eq!(presses(app, Zoe, &old).await.status, 422);
        }
        assert_came_in(&presses(app, Zoe, &new).await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_youngest_come_in_with_a_tap_and_get_none() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        let thomas = app.by(Thomas).await;
        assert!(!thomas.get(&Cp.path("/codes")).await.says("Donner des images à toute la classe"));
        for path in ["/codes/images", "/codes/images/tous"] {
            let page = thomas.post_then(&Cp.path(path), &[]).await;
            assert!(page.says("Personne n’attend d’images"), "{path}: {}", page.text());
        }
        assert_eq!(acts(app, Action::ChildSecretChanged).await, 0);
    })
    .await;
}
