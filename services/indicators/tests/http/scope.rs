//! Everybody sees what lies in their own scope.

use crate::{SERVICES, school, task, usual_week};
use testkit::{App, Place, Who, Who::*, on_both};

async fn answers(app: &App, who: Who, place: &str) -> u16 {
    app.by(who).await.get(&format!("/indicateurs?lieu={place}")).await.status
}

/// Every kind of place of the world, and one elsewhere of each.
fn places() -> Vec<String> {
    let mut places: Vec<String> = [
        "region",
        "academy:16",
        "academy:11",
        "department:031",
        "department:081",
        "town:031:montaubrac",
        "town:031:sainte-foy",
        "town:081:albi",
        "district:16:790001",
        "district:11:790001",
    ]
    .map(str::to_owned)
    .to_vec();
    places.extend([school(Place::Tilleuls), school(Place::JulesVerne)]);
    places
}

async fn seen(app: &App, who: Who) -> Vec<String> {
    let mut seen = Vec::new();
    for place in places() {
        match answers(app, who, &place).await {
            200 => seen.push(place),
            status => assert_eq!(status, 404, "{place} to {who:?}"),
        }
    }
    seen
}

#[tokio::test]
async fn a_scope_holds_what_lies_in_it_and_nothing_else() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let (tilleuls, jules_verne) = (school(Place::Tilleuls), school(Place::JulesVerne));
        let towns = ["town:031:montaubrac", "town:031:sainte-foy"];
        assert_eq!(seen(app, Helene).await, [tilleuls.as_str()]);
        assert_eq!(seen(app, Hector).await, [jules_verne.as_str()]);
        task(app, "town-editor", "town:031:montaubrac").await;
        assert_eq!(seen(app, Adelaide).await, ["town:031:montaubrac", &tilleuls]);
        task(app, "academy-admin", "academy:16").await;
        assert_eq!(
            seen(app, Adelaide).await,
            ["academy:16", "department:031", towns[0], towns[1], "district:16:790001", &tilleuls, &jules_verne]
        );
        task(app, "academy-admin", "department:031").await;
        assert_eq!(seen(app, Adelaide).await, ["department:031", towns[0], towns[1], &tilleuls, &jules_verne]);
        task(app, "academy-admin", "region").await;
        assert_eq!(seen(app, Adelaide).await.len(), places().len());
        task(app, "help-agent", "academy:16").await;
        assert!(seen(app, Adelaide).await.is_empty(), "the help desk needs no figures");
    })
    .await;
}

#[tokio::test]
async fn a_circonscription_sees_its_own_schools() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let mut tx = app.write().await;
        tx.change("update school set district = 790001 where id = $1", db::args![Place::Tilleuls.id()]).await.unwrap();
        tx.commit().await.unwrap();
        for role in ["district-admin", "district-adviser"] {
            task(app, role, "district:16:790001").await;
            assert_eq!(seen(app, Adelaide).await, ["district:16:790001", &school(Place::Tilleuls)], "{role}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_any() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        for who in [Thomas, Rose, Agnes, Zoe, Paul, Thea] {
            assert!(seen(app, who).await.is_empty(), "{who:?}");
            assert_eq!(app.by(who).await.get("/indicateurs").await.status, 404, "{who:?}");
        }
        for place in ["", "commune", "school:1", "town:031:Montaubrac"] {
            assert_eq!(answers(app, Helene, place).await, 404, "{place}");
        }
    })
    .await;
}
