//! Whoever left still reads their messages until the account closes, and writes none.

use crate::{OPEN, SERVICES, person, send, try_send};
use db::args;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn whoever_left_reads_messages_and_writes_none() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&person(Claire)], "Sortie", "Bonjour.").await;
        app.wait(60);
        // Her only child leaves, then she does.
        app.leaves(Zoe).await;
        assert!(app.by(Claire).await.get("/messages").await.says("Sortie"));
        let mut tx = app.write().await;
        let now = tx.now();
        tx.change("update person set gone_at = $2 where id = $1", args![Claire.person(), now]).await.unwrap();
        tx.commit().await.unwrap();
        let claire = app.by(Claire).await;
        let list = claire.get("/messages").await;
        assert!(list.says("Sortie") && !list.has("a[href='/messages/nouveau']"), "{}", list.text());
        let page = claire.get(&thread).await;
        assert!(page.says("Bonjour.") && !page.has("form[action$='/reponses']"), "{}", page.text());
        let refused = claire.upload(&format!("{thread}/reponses"), &[("body", "Merci.")], &[]).await;
        assert_eq!(refused.status, 403);
        assert_eq!(claire.get("/messages/nouveau").await.status, 404);
        assert_eq!(try_send(&claire, &[&person(Thomas)], "Merci", "Merci.", &[]).await.status, 404);
    })
    .await;
}
