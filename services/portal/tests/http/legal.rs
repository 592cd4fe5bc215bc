//! The legal notice: named people, named host.

use crate::{PUBLIC, SERVICES, site};
use commons::identity::Identity;
use db::{Arg, args};
use testkit::{App, Place::Tilleuls, Who::*, on_both};

/// Changes what the directory says.
async fn change(app: &App, statement: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    assert_eq!(tx.changed_rows(statement, args).await.unwrap(), 1, "{statement}");
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_notice_names_the_editor_the_director_and_the_host() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        assert!(
            app.by(Helene).await.get(&format!("{desk}/reglages")).await.says("n’a pas encore renseigné l’hébergeur")
        );
        let mut tx = app.write().await;
        let identity = Identity {
            host: "Hébergeur Exemple\n1 rue du Port\n31000 Toulouse".to_owned(),
            officer: "dpd@exemple.fr".to_owned(),
            ..Identity::default()
        };
        identity.save(&mut tx, "region").await.unwrap();
        tx.commit().await.unwrap();
        let notice = app.anonymous().get(&format!("{PUBLIC}/mentions-legales")).await;
        for words in [
            "École Les Tilleuls, Montaubrac",
            "0310001H",
            "Hélène VIDAL, directrice de l’école",
            "Hébergeur Exemple",
            "dpd@exemple.fr",
            "Signaler ce contenu",
        ] {
            assert!(notice.says(words), "{words}: {}", notice.text());
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_director_says_of_the_site_is_read_at_once() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let helene = app.by(Helene).await;
        let address = format!("{desk}/reglages");
        let fields = [("title", ""), ("presentation", "Six classes."), ("contact", "05 00 00 00 00"), ("legal", "")];
        let again = helene.post(&address, &fields).await;
        assert!(again.status == 422 && again.says("Six classes."));
        let fields = [("title", "Les Tilleuls"), fields[1], fields[2], fields[3]];
        assert_eq!(helene.post(&address, &fields).await.status, 303);
        let home = app.anonymous().get(PUBLIC).await;
        assert!(home.says("Les Tilleuls") && home.says("Six classes.") && home.says("05 00 00 00 00"));
    })
    .await;
}

#[tokio::test]
async fn two_heads_are_both_named_and_neither_is_the_director_alone() {
    on_both(SERVICES, async |app| {
        site(app).await;
        let second = "update member set role = 'head' where circle_id = $1 and person_id = $2";
        change(app, second, args![Tilleuls.staff(), Rose.person()]).await;
        let notice = app.anonymous().get(&format!("{PUBLIC}/mentions-legales")).await;
        assert!(notice.says("Rose CALMETTE, Hélène VIDAL, direction de l’école"), "{}", notice.text());
        assert!(!notice.says("directrice"), "{}", notice.text());
    })
    .await;
}

#[tokio::test]
async fn a_head_alone_is_named_by_the_civility_the_directory_says() {
    on_both(SERVICES, async |app| {
        site(app).await;
        for (civility, title) in [(Some("M."), "directeur de l’école"), (None, "direction de l’école")] {
            change(app, "update person set civility = $2 where id = $1", args![Helene.person(), civility]).await;
            let notice = app.anonymous().get(&format!("{PUBLIC}/mentions-legales")).await;
            assert!(notice.says(&format!("Hélène VIDAL, {title}")), "{}", notice.text());
        }
    })
    .await;
}
