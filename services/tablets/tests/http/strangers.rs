//! Who finds the pages of the doors: those who open them, and nobody else.

use crate::SERVICES;
use testkit::{
    Classroom::Cp,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// What is before a door is open to everybody; what is one's own is nobody else's.
const OPEN: [&str; 5] = ["/tablette", "/badge", "/maison", "/mes-travaux", "/enfants/{person}/code-maison"];

fn filled(path: &str) -> String {
    path.replace("{circle}", &Cp.id().to_string())
        .replace("{person}", &Zoe.person().to_string())
        .replace("{device}", &Zoe.person().to_string())
}

#[tokio::test]
async fn the_doors_of_a_class_are_its_teachers_and_the_heads() {
    on_both(SERVICES, async |app| {
        let lines = ::tablets::SERVICE.paths.iter().map(|line| line.split_once(' ').unwrap());
        let behind = lines.filter(|(_, path)| !OPEN.iter().any(|open| path.starts_with(open)));
        let addresses: Vec<_> = behind.map(|(method, path)| (method, filled(path))).collect();
        assert!(addresses.len() > 15);
        let others = [Zoe, Tom, Lina, Claire, Paul, Samia, Karim, Rose, Agnes, Adelaide];
        let everybody: Vec<Who> = others.into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &addresses, &everybody).await;
    })
    .await;
}

#[tokio::test]
async fn the_code_of_a_child_is_its_familys() {
    on_both(SERVICES, async |app| {
        let path = filled("/enfants/{person}/code-maison");
        let addresses = [("GET", path.clone()), ("POST", path)];
        let others = [Zoe, Tom, Lina, Samia, Karim, Rose, Agnes, Adelaide, Thomas, Helene];
        let everybody: Vec<Who> = others.into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &addresses, &everybody).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_before_the_doors_is_open_and_well_made() {
    on_both(SERVICES, async |app| {
        for path in ["/tablette", "/badge", "/maison"] {
            let page = app.anonymous().get(path).await;
            assert_eq!((page.status, page.texts("h1").len()), (200, 1), "{path}");
            assert!(!page.has("[style], [onclick], [onsubmit]"));
            for id in page.attributes("main input:not([type=hidden])", "id") {
                assert_eq!(page.texts(&format!("label[for='{id}']")).len(), 1, "{id} has no label");
            }
        }
        let thomas = app.by(Thomas).await;
        for path in
            [Cp.path("/tablettes"), Cp.path("/codes"), crate::codes(Cp, Zoe, ""), crate::codes(Cp, Zoe, "/images")]
        {
            let page = thomas.get(&path).await;
            assert_eq!(page.status, 200, "{path}: {}", page.text());
            for id in page.attributes("main input:not([type=hidden])", "id") {
                assert_eq!(page.texts(&format!("label[for='{id}']")).len(), 1, "{id} has no label");
            }
        }
    })
    .await;
}
