//! A device that types the code of the teacher's screen.

use crate::{MORNING, SERVICES};
use testkit::{App, Classroom::Cp, Client, Who::*, on_both};

/// Has Thomas show a code; answers it as it is shown.
async fn code(app: &App) -> String {
    let fields = [("duree", "annee"), ("charte", "on")];
    let page = app.by(Thomas).await.post_then(&Cp.path("/tablettes/code"), &fields).await;
    let code = page.texts(".given-secret").concat();
    assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 6, "{}", page.text());
    code
}

async fn types<'a>(app: &'a App, code: &str) -> (Client<'a>, u16) {
    let device = app.anonymous();
    let answer = device.post("/tablette", &[("code", code)]).await;
    (device, answer.status)
}

#[tokio::test]
async fn a_code_opens_nothing_before_the_teacher_says_yes() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let code = code(app).await;
        let (device, status) = types(app, &code).await;
        assert_eq!(status, 303);
        let page = device.get("/tablette").await;
        assert!(page.says("attend l’accord") && !page.has(".wall-tile"), "{}", page.text());
        let thomas = app.by(Thomas).await;
        let list = thomas.get(&Cp.path("/tablettes")).await;
        assert!(list.says("Attend votre accord") && list.texts(".given-secret").is_empty());
        let yes = list.attributes("form[action$='/accord']", "action").concat();
        assert_eq!(thomas.post(&yes, &[]).await.status, 303);
        assert!(device.get("/tablette").await.has(".wall-tile"));
        app.at("2027-07-01T09:00");
        assert!(device.get("/tablette").await.has(".wall-tile"), "it lasts the year");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_once_and_for_ten_minutes() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let first = code(app).await;
        assert_eq!(types(app, &first).await.1, 303);
        assert_eq!(types(app, &first).await.1, 422);
        let second = code(app).await;
        app.wait(599);
        assert!(app.by(Thomas).await.get(&Cp.path("/tablettes")).await.says(&second));
        app.wait(2);
        assert_eq!(types(app, &second).await.1, 422);
    })
    .await;
}

#[tokio::test]
async fn the_code_shown_before_is_void_and_a_device_nobody_accepts_is_forgotten() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let (old, new) = (code(app).await, code(app).await);
        if old != new {
            assert_eq!(types(app, &old).await.1, 422);
        }
        let (device, _) = types(app, &new).await;
        app.wait(601);
        assert!(!device.get("/tablette").await.says("attend l’accord"));
        assert!(!app.by(Thomas).await.get(&Cp.path("/tablettes")).await.says("Attend votre accord"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_code_says_so() {
    on_both(SERVICES, async |app| {
        for wrong in ["", "000000", "é", "12 34 56 78"] {
            let page = app.anonymous().post("/tablette", &[("code", wrong)]).await;
            assert!(page.status == 422 && page.says("Ce code n’est pas le bon"), "{wrong}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn the_name_typed_with_the_code_is_the_devices_and_is_changed_later() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let thomas = app.by(Thomas).await;
        let fields = [("nom", " Tablette bleue "), ("duree", "jour"), ("charte", "on")];
        let shown = thomas.post_then(&Cp.path("/tablettes/code"), &fields).await;
        assert_eq!(types(app, &shown.texts(".given-secret").concat()).await.1, 303);
        let list = thomas.get(&Cp.path("/tablettes")).await;
        assert_eq!(list.texts("ul.rows .row-title"), ["Tablette bleue"], "{}", list.text());
        let rename = list.link("Renommer l’appareil").unwrap();
        assert_eq!(thomas.get(&rename).await.attributes("input[name=nom]", "value"), ["Tablette bleue"]);
        let none = thomas.post(&rename, &[("nom", " ")]).await;
        assert!(none.status == 422 && none.says("Donnez un nom à l’appareil."), "{}", none.text());
        let list = thomas.post_then(&rename, &[("nom", "La verte")]).await;
        assert!(list.says("L’appareil est renommé."), "{}", list.text());
        assert_eq!(list.texts("ul.rows .row-title"), ["La verte"]);
        let nowhere = Cp.path(&format!("/tablettes/{}/nom", Zoe.person()));
        assert_eq!(thomas.get(&nowhere).await.status, 404);
        assert_eq!(app.by(Thea).await.get(&rename).await.status, 404);
    })
    .await;
}
