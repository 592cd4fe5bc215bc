//! Who must act for each child: one adult, each adult, an adult named.

use crate::{SERVICES, awaiting, progress, reply, sent, sign, step, tasks};
use db::args;
use testkit::{Classroom::Cp, Who::*, on_both};

#[tokio::test]
async fn one_adult_is_enough_and_the_other_reads_that_it_is_done_without_a_name() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        assert_eq!(progress(app, Thomas, &mot).await, "0 sur 1");
        sign(app, Claire, &mot, Zoe).await;
        let page = app.by(Paul).await.get(&mot).await;
        assert!(page.says("Déjà fait pour Zoé."), "{}", page.text());
        assert!(!page.says("Claire") && !page.has(".mot-reply form"), "{}", page.text());
        assert!(awaiting(app, Paul).await.is_empty());
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
    })
    .await;
}

#[tokio::test]
async fn each_adult_signs_and_reads_nothing_of_the_other() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("theme", "journey"), ("acts", "each"), ("reply", "text")]).await;
        assert_eq!(reply(app, Claire, &mot, Zoe, "Elle est allergique.").await.status, 303);
        assert_eq!(progress(app, Thomas, &mot).await, "0 sur 1", "two must sign");
        let page = app.by(Paul).await.get(&mot).await;
        assert!(page.has(".mot-reply form") && !page.says("allergique"), "{}", page.text());
        assert_eq!(awaiting(app, Paul).await, ["Zoé M. · CP de M. Roux"]);
        assert_eq!((tasks(app, Claire).await, tasks(app, Paul).await), (0, 1));
        assert_eq!(reply(app, Paul, &mot, Zoe, "D’accord.").await.status, 303);
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
        assert!(!app.by(Claire).await.get(&mot).await.says("D’accord."));
    })
    .await;
}

#[tokio::test]
async fn an_adult_named_is_the_only_one_asked() {
    on_both(SERVICES, async |app| {
        let (zoe, paul) = (Zoe.person().to_string(), Paul.person().to_string());
        let name = format!("named-{zoe}");
        let mot = sent(app, Thomas, Cp, &[("acts", "named"), (name.as_str(), paul.as_str())]).await;
        assert_eq!((awaiting(app, Paul).await.len(), awaiting(app, Claire).await.len()), (1, 0));
        let page = app.by(Claire).await.get(&mot).await;
        assert!(page.says("Cette réponse est demandée à un autre responsable de Zoé."), "{}", page.text());
        assert_eq!(reply(app, Claire, &mot, Zoe, "").await.status, 403);
        sign(app, Paul, &mot, Zoe).await;
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
    })
    .await;
}

#[tokio::test]
async fn where_nobody_is_named_one_adult_is_enough() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("acts", "named")]).await;
        assert_eq!((tasks(app, Paul).await, tasks(app, Claire).await), (1, 1));
        sign(app, Claire, &mot, Zoe).await;
        assert_eq!((tasks(app, Paul).await, tasks(app, Claire).await), (0, 0));
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
    })
    .await;
}

#[tokio::test]
async fn once_the_adult_named_is_responsible_no_more_anybody_answers() {
    on_both(SERVICES, async |app| {
        let (zoe, paul) = (Zoe.person().to_string(), Paul.person().to_string());
        let name = format!("named-{zoe}");
        let mot = sent(app, Thomas, Cp, &[("acts", "named"), (name.as_str(), paul.as_str())]).await;
        let mut tx = app.write().await;
        let ended = "update guardianship set until = since where adult_id = $1 and child_id = $2";
        tx.change(ended, args![Paul.person(), Zoe.person()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(awaiting(app, Claire).await, ["Zoé M. · CP de M. Roux"]);
        assert!(app.by(Thomas).await.get(&step(&mot, "suivi")).await.says("Claire FABRE (pour Zoé M.)"));
        sign(app, Claire, &mot, Zoe).await;
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
        assert!(app.by(Thomas).await.get("/carnet").await.says("1 sur 1"));
    })
    .await;
}
