//! « À corriger dans ONDE ».

use crate::{SERVICES, count};
use db::args;
use testkit::{Place::Tilleuls, Who::*, on_both};

#[tokio::test]
async fn a_teacher_signals_and_the_head_says_it_is_done() {
    on_both(SERVICES, async |app| {
        let address = format!("/ecoles/{}/corrections", Tilleuls.id());
        let thomas = app.by(Thomas).await;
        let zoe = Zoe.person().to_string();
        let typed = [("person", zoe.as_str()), ("field", "birth-day"), ("says", "15/05/2020")];
        let page = thomas.post_then(&address, &typed).await;
        assert!(page.says("C’est noté dans la liste."), "{}", page.text());
        let words = "Date de naissance : l’annuaire dit « 14 mai 2020 », à corriger en « 15 mai 2020 »";
        assert!(page.says(words), "{}", page.text());
        assert!(page.says("Signalé aujourd’hui à 10 h par Thomas"), "{}", page.text());
        assert!(!page.says("Marquer comme fait"), "{}", page.text());

        let helene = app.by(Helene).await;
        let list = helene.get(&address).await;
        assert!(list.says(words), "{}", list.text());
        let act = list.attributes("main form[action$='/fait']", "action");
        assert_eq!(act.len(), 1);
        assert_eq!(thomas.post(&act[0], &[]).await.status, 404);
        let done = helene.post_then(&act[0], &[]).await;
        assert!(done.says("Rien à corriger.") && done.says("Fait"), "{}", done.text());
        // Twice is the same as once.
        assert_eq!(helene.post(&act[0], &[]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn what_was_corrected_is_read_for_thirty_days_and_may_be_reopened() {
    on_both(SERVICES, async |app| {
        let address = format!("/ecoles/{}/corrections", Tilleuls.id());
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        let zoe = Zoe.person().to_string();
        thomas.post_then(&address, &[("person", zoe.as_str()), ("field", "ine"), ("says", "990000001AB")]).await;
        let act = helene.get(&address).await.attributes("main form[action$='/fait']", "action");
        let done = helene.post_then(&act[0], &[]).await;
        let folded = done.texts("main details");
        assert_eq!(folded.len(), 1, "{}", done.text());
        for words in ["Déjà corrigé", "MARTY Zoé", "990000001AB", "par Hélène VIDAL"] {
            assert!(folded[0].contains(words), "{words}: {folded:?}");
        }
        // Who signalled it reads the same, and reopens nothing.
        let read = thomas.get(&address).await;
        assert!(read.says("par Hélène VIDAL") && !read.has("form[action$='/reprise']"), "{}", read.text());
        let back = done.attributes("main details form[action$='/reprise']", "action");
        assert_eq!(back.len(), 1, "{}", done.text());
        assert_eq!(thomas.post(&back[0], &[]).await.status, 404);

        let reopened = helene.post_then(&back[0], &[]).await;
        assert!(reopened.says("La correction est de nouveau à faire."), "{}", reopened.text());
        assert!(!reopened.has("main details") && reopened.has("form[action$='/fait']"), "{}", reopened.text());
        assert_eq!(helene.post(&back[0], &[]).await.status, 303, "twice is the same as once");

        helene.post_then(&act[0], &[]).await;
        app.wait(31 * 86_400);
        let later = app.by(Helene).await.get(&address).await;
        assert!(later.says("Rien à corriger.") && !later.has("main details"), "{}", later.text());
        assert_eq!(app.by(Helene).await.post(&back[0], &[]).await.status, 404, "shown no more, reopened no more");
    })
    .await;
}

#[tokio::test]
async fn what_was_signalled_again_since_makes_no_second_line() {
    on_both(SERVICES, async |app| {
        let address = format!("/ecoles/{}/corrections", Tilleuls.id());
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        let zoe = Zoe.person().to_string();
        let typed = [("person", zoe.as_str()), ("field", "ine"), ("says", "990000001AB")];
        thomas.post_then(&address, &typed).await;
        let act = helene.get(&address).await.attributes("main form[action$='/fait']", "action");
        let back = helene.post_then(&act[0], &[]).await.attributes("form[action$='/reprise']", "action");
        app.wait(60);
        thomas.post_then(&address, &typed).await;
        let page = helene.post_then(&back[0], &[]).await;
        assert!(page.says("elle est déjà à faire."), "{}", page.text());
        assert_eq!(page.attributes("form[action$='/fait']", "action").len(), 1, "{}", page.text());
        assert_eq!(page.attributes("form[action$='/reprise']", "action"), back, "it stays corrected");
        // What another field says of the same pupil changes nothing.
        let other = page.attributes("form[action$='/fait']", "action");
        helene.post_then(&other[0], &[]).await;
        thomas.post_then(&address, &[("person", zoe.as_str()), ("field", "other"), ("says", "Un tréma.")]).await;
        let reopened = helene.post_then(&back[0], &[]).await;
        assert!(reopened.says("La correction est de nouveau à faire."), "{}", reopened.text());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_wrong_until_it_is_chosen() {
    on_both(SERVICES, async |app| {
        let address = format!("/ecoles/{}/corrections", Tilleuls.id());
        let thomas = app.by(Thomas).await;
        let form = thomas.get(&address).await;
        assert_eq!(form.texts("select[name='field'] option")[0], "Choisir");
        assert!(!form.has("select[name='field'] option[selected]"), "{}", form.text());
        let zoe = Zoe.person().to_string();
        let page = thomas.post(&address, &[("person", zoe.as_str()), ("field", ""), ("says", "Zoë")]).await;
        assert_eq!((page.status, page.texts("#f-field-error")), (422, vec!["Choisissez ce qui est faux.".to_owned()]));
        assert_eq!(page.attributes("input[name='says']", "value"), ["Zoë"]);
        assert_eq!(page.attributes("select[name='person'] option[selected]", "value"), [zoe]);
        let kept = "select count(*) as n from supply_correction where school_id = $1";
        assert_eq!(count(app, kept, args![Tilleuls.id()]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back_and_others_pupils_are_not_chosen() {
    on_both(SERVICES, async |app| {
        let address = format!("/ecoles/{}/corrections", Tilleuls.id());
        let thomas = app.by(Thomas).await;
        let tom = Tom.person().to_string();
        let page =
            thomas.post(&address, &[("person", tom.as_str()), ("field", "other"), ("says", "Il a déménagé.")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Choisissez un élève de la liste."), "{}", page.text());
        assert_eq!(page.attributes("input[name='says']", "value"), ["Il a déménagé."]);
        assert!(!page.says("BENALI Tom"), "a teacher names the pupils of the own class: {}", page.text());
        let kept = "select count(*) as n from supply_correction where school_id = $1";
        assert_eq!(count(app, kept, args![Tilleuls.id()]).await, 0);
        assert!(app.by(Rose).await.get(&address).await.says("Vous ne suivez aucun élève de cette école."));
    })
    .await;
}
