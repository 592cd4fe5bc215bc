//! « Ce que je montre »: what an adult chose is what others find.

use crate::{SERVICES, answers, card, count, enzo_joins};
use testkit::{Who::*, on_both, photograph};

const PATH: &str = "/annuaire/moi";
const EMAIL: &str = "thomas.roux@ac-example.fr";

#[tokio::test]
async fn a_teacher_hides_the_address_from_colleagues_and_not_from_the_head() {
    on_both(SERVICES, async |app| {
        let (thomas, rose, paul) = (app.by(Thomas).await, app.by(Rose).await, app.by(Paul).await);
        assert!(rose.get(&card(Thomas)).await.says(EMAIL), "a professional address, until Thomas chooses");
        assert!(!paul.get(&card(Thomas)).await.says(EMAIL));
        let sent = thomas.upload(PATH, &[("telephone", "05 61 00 00 09"), ("telephone-a", "parents")], &[]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let page = rose.get(&card(Thomas)).await;
        assert!(!page.says(EMAIL) && !page.says("05 61 00 00 09"), "{}", page.text());
        assert!(paul.get(&card(Thomas)).await.says("05 61 00 00 09"));
        assert!(!app.by(Samia).await.get(&card(Thomas)).await.says("05 61 00 00 09"), "of another class");
        assert!(!app.by(Zoe).await.get(&card(Thomas)).await.says("05 61 00 00 09"), "no number for a child");
        assert!(app.by(Helene).await.get(&card(Thomas)).await.says(EMAIL));
        assert_eq!(thomas.get(PATH).await.attributes("#f-telephone", "value"), ["05 61 00 00 09"]);
    })
    .await;
}

#[tokio::test]
async fn a_parent_is_found_by_the_others_of_the_class_when_they_choose_it() {
    on_both(SERVICES, async |app| {
        enzo_joins(app).await;
        let (paul, claire) = (app.by(Paul).await, app.by(Claire).await);
        assert_eq!(paul.get(&card(Perrine)).await.status, 404);
        let fields =
            [("visible", "on"), ("telephone", "06 00 00 00 07"), ("telephone-a", "parents"), ("adresse-a", "parents")];
        assert_eq!(app.by(Perrine).await.upload(PATH, &fields, &[]).await.status, 303);
        let page = paul.get(&card(Perrine)).await;
        assert!(page.says("Perrine RIVES") && page.says("06 00 00 00 07"), "{}", page.text());
        assert!(paul.get("/annuaire/personnes?q=perrine").await.says("Perrine RIVES"));
        answers(app, &card(Perrine), 404, &[Samia, Zoe, Agnes]).await;
        // Claire shows herself to the parents of the class; Paul, who shares a child with her, is not told.
        assert_eq!(claire.upload(PATH, &fields, &[]).await.status, 303);
        answers(app, &card(Claire), 200, &[Perrine]).await;
        answers(app, &card(Claire), 404, &[Paul]).await;
        assert!(!paul.get("/annuaire/personnes?q=claire").await.says("FABRE"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_number_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let fields = [("telephone", "appelez-moi"), ("adresse-a", "parents"), ("photo-a", "collegues")];
        let page = thomas.upload(PATH, &fields, &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.texts("#f-telephone-error").concat().contains("n’est pas lisible"), "{}", page.text());
        assert_eq!(page.attributes("#f-telephone", "value"), ["appelez-moi"]);
        assert!(page.has("input[name='adresse-a'][value=parents][checked]"));
        assert!(!page.has("input[name='adresse-a'][value=collegues][checked]"));
        let page = thomas.upload(PATH, &[("telephone-a", "parents")], &[]).await;
        assert!(page.status == 422 && page.says("Écrivez le numéro à montrer."), "{}", page.text());
        assert_eq!(count(app, "select count(*) as n from people_shown", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_adult_shows_a_photograph_and_takes_it_back() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let photo = photograph::jpeg(400, 400);
        let file = [("photo", "moi.jpg", photo.as_slice())];
        assert_eq!(thomas.upload(PATH, &[("photo-a", "collegues")], &file).await.status, 303);
        let face = thomas.get(PATH).await.attributes(".face-of-card img", "src").concat();
        answers(app, &face, 200, &[Thomas, Rose, Helene]).await;
        answers(app, &face, 404, &[Paul, Zoe, Hector]).await;
        thomas.post_then(&format!("{PATH}/photo/retrait"), &[]).await;
        answers(app, &face, 404, &[Thomas, Rose]).await;
    })
    .await;
}

#[tokio::test]
async fn a_child_chooses_nothing_here() {
    on_both(SERVICES, async |app| {
        answers(app, PATH, 404, &[Zoe, Tom, Adelaide]).await;
        answers(app, PATH, 200, &[Thomas, Agnes, Paul, Karim]).await;
        assert_eq!(app.by(Zoe).await.upload(PATH, &[("visible", "on")], &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_card_for_an_address_book_holds_what_is_shown() {
    on_both(SERVICES, async |app| {
        let card_of = |who: testkit::Who| format!("{}/carte.vcf", card(who));
        let file = app.by(Rose).await.get(&card_of(Thomas)).await;
        assert_eq!(file.headers["content-type"], "text/vcard; charset=utf-8");
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(text.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n") && text.ends_with("END:VCARD\r\n"), "{text}");
        for line in ["FN:Thomas ROUX", "N:ROUX;Thomas;;M.;", "EMAIL:thomas.roux@ac-example.fr", "ORG:Les Tilleuls"] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
        }
        for (who, whom) in [(Paul, Thomas), (Thomas, Zoe), (Rose, Claire), (Hector, Thomas)] {
            assert_eq!(app.by(who).await.get(&card_of(whom)).await.status, 404, "{who:?} {whom:?}");
        }
    })
    .await;
}
