//! Whoever has no business with a news finds nothing of it, whatever the address.

use crate::{SERVICES, answers, class, count, form, published};
use testkit::{Classroom::Cp, Who::*, on_both, strangers_find_nothing};

#[tokio::test]
async fn strangers_find_nothing_at_any_address_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Thomas).await, &form(&class(Cp), &[])).await;
        let id = news.rsplit('/').next().unwrap();
        let of_it = news::SERVICE.paths.iter().filter(|pattern| pattern.contains("{id}"));
        let addresses: Vec<(&str, String)> = of_it
            .map(|pattern| {
                let (method, path) = pattern.split_once(' ').unwrap();
                let none = "01970000000070008000000000009999";
                (method, path.replace("{id}", id).replace("{file}", none).replace("{comment}", none))
            })
            .collect();
        let events = "select count(*) as n from event";
        let before = count(app, events, &[]).await;
        let strangers = [Hector, Thea, Enzo, Perrine, Tom, Lina, Samia, Karim, Zoe, Rose, Agnes, Adelaide];
        strangers_find_nothing(app, &addresses, &strangers).await;
        assert_eq!(count(app, events, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_everywhere() {
    on_both(SERVICES, async |app| {
        let own = [
            ("GET", "/actualites".to_owned()),
            ("POST", "/actualites".to_owned()),
            ("GET", "/actualites/nouvelle".to_owned()),
        ];
        strangers_find_nothing(app, &own, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn identifiers_that_are_none_find_nothing() {
    on_both(SERVICES, async |app| {
        for path in ["/actualites/1", "/actualites/0197000000007000800000000000ffff"] {
            answers(app, path, 404, &[Thomas, Helene, Claire, Adelaide]).await;
        }
    })
    .await;
}
