//! Accounts that became one are two again at their owner's wish, for thirty days.

use crate::{SERVICES, acts, assert_leads, ends, give_email, held, household::join, letters_to, run};
use commons::audit::Action;
use db::args;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn what_was_joined_is_parted_again() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, "claire@example.org").await;
        join(app, Claire, Perrine).await;
        let claire = app.by(Claire).await;
        let undo = ends(&claire, "/annulation").await.remove(0);
        assert!(claire.get("/foyer").await.says("perrine.rives"));
        let asked = claire.get(&undo).await;
        assert!(asked.says("Séparer perrine.rives ?") && asked.says("le mot de passe qu’il avait"), "{}", asked.text());
        assert_eq!(asked.attributes("main form", "action"), [undo.as_str()]);
        assert_eq!(held(app, Claire).await, 2, "asking parts nothing");
        assert_leads(&claire.post(&undo, &[]).await, "/foyer");
        assert_eq!((held(app, Claire).await, held(app, Perrine).await), (1, 1));
        assert!(!claire.get("/foyer").await.says("Enzo"));
        assert!(app.by(Perrine).await.get("/foyer").await.says("Enzo"));
        assert_eq!((claire.get(&undo).await.status, claire.post(&undo, &[]).await.status), (404, 404));
        assert_eq!(acts(app, Action::AccountsParted).await, 1);
        assert_eq!(letters_to(app, "claire@example.org").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_parts_them_and_nobody_after_thirty_days() {
    on_both(SERVICES, async |app| {
        join(app, Claire, Perrine).await;
        let undo = ends(&app.by(Claire).await, "/annulation").await.remove(0);
        for who in [Paul, Samia, Helene, Thomas, Zoe, Adelaide] {
            let client = app.by(who).await;
            assert_eq!(client.get(&undo).await.status, 404, "{who:?}");
            assert_eq!(client.post(&undo, &[]).await.status, 404, "{who:?}");
        }
        run(app, "update account_merge set at = at - $1", args![31 * 86_400_000_i64]).await;
        let claire = app.by(Claire).await;
        assert!(ends(&claire, "/annulation").await.is_empty());
        assert_eq!(claire.post(&undo, &[]).await.status, 404);
        assert_eq!(held(app, Claire).await, 2);
    })
    .await;
}
