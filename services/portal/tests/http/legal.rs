//! The legal notice: named people, named host.

use crate::{PUBLIC, SERVICES, site};
use commons::identity::Identity;
use testkit::{Who::*, on_both};

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
