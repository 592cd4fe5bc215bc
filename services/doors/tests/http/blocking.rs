//! An account closed by the head, and opened again.

use crate::{
    SERVICES,
    steps::{CLAIRE, acts, assert_leads, change, gets_in, is_inside, letters_to},
};
use commons::audit::Action;
use db::args;
use testkit::{Place::Tilleuls, Who, Who::*, on_both, people::PASSWORD};
use web::personal::Leaver;

const REASON: &str = "Le téléphone a été volé.";

fn address(who: Who, rest: &str) -> String {
    format!("/ecoles/{}/comptes/{}/{rest}", Tilleuls.id(), who.person())
}

fn accounts() -> String {
    format!("/ecoles/{}/comptes", Tilleuls.id())
}

#[tokio::test]
async fn a_head_closes_an_account_and_opens_it_again() {
    on_both(SERVICES, async |app| {
        let (head, parent) = (app.by(Helene).await, app.by(Claire).await);
        assert_eq!(head.get(&address(Claire, "blocage")).await.status, 200);
        let without = head.post(&address(Claire, "blocage"), &[("reason", " ")]).await;
        assert!(without.status == 422 && without.has("#f-reason-error"), "{}", without.text());
        assert!(is_inside(&parent).await);
        assert_leads(&head.post(&address(Claire, "blocage"), &[("reason", REASON)]).await, &accounts());
        assert!(!is_inside(&parent).await && !gets_in(app, Claire, PASSWORD).await);
        let board = head.get(&format!("{}?vue=familles&etat=bloques", accounts())).await;
        assert_eq!(board.texts("ul.rows .row-title label"), ["Claire FABRE"]);
        assert_eq!(head.post(&address(Claire, "blocage"), &[("reason", REASON)]).await.status, 409);
        assert_eq!(head.get(&address(Claire, "deblocage")).await.status, 200);
        assert_leads(&head.post(&address(Claire, "deblocage"), &[]).await, &accounts());
        assert!(gets_in(app, Claire, PASSWORD).await);
        assert_eq!(head.post(&address(Claire, "deblocage"), &[]).await.status, 409);
        let subject = Some(Claire.person().to_string());
        let closed = (Some(Helene.account()), subject.clone(), Some(REASON.to_owned()));
        assert_eq!(acts(app, Action::AccountBlocked).await, [closed]);
        assert_eq!(acts(app, Action::AccountUnblocked).await, [(Some(Helene.account()), subject, None)]);
        let letters = letters_to(app, CLAIRE).await;
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().any(|it| it.contains(REASON)), "{letters:?}");
        assert!(app.by(Claire).await.get("/compte").await.says("débloqué par Hélène VIDAL"));
    })
    .await;
}

#[tokio::test]
async fn a_head_closes_neither_the_own_account_nor_what_opens_more() {
    on_both(SERVICES, async |app| {
        let head = app.by(Helene).await;
        assert_eq!(head.post(&address(Helene, "blocage"), &[("reason", REASON)]).await.status, 403);
        for who in [Hector, Thea, Enzo, Perrine] {
            assert_eq!(head.post(&address(who, "blocage"), &[("reason", REASON)]).await.status, 404, "{who:?}");
        }
        assert_leads(&head.post(&address(Rose, "blocage"), &[("reason", REASON)]).await, &accounts());
        let parent = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                      values ($1, $2, 10, 3, 'aaf', 0)";
        change(app, parent, args![Enzo.person(), Claire.person()]).await;
        let refused = head.post(&address(Claire, "blocage"), &[("reason", REASON)]).await;
        assert!(head.follow(&refused).await.says("ouvre aussi une autre école"));
        assert!(gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn what_others_closed_is_not_the_heads_to_open() {
    on_both(SERVICES, async |app| {
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        assert_eq!(app.by(Helene).await.post(&address(Claire, "deblocage"), &[]).await.status, 403);
        assert!(!gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn who_leaves_for_good_leaves_nothing_at_the_doors() {
    on_both(SERVICES, async |app| {
        gets_in(app, Claire, PASSWORD).await;
        app.by(Helene).await.post(&address(Claire, "blocage"), &[("reason", REASON)]).await;
        let leaver =
            Leaver { people: vec![Claire.person()], account: Some(Claire.account()), contributions_stay: true };
        let mut tx = app.write().await;
        assert!((doors::SERVICE.erase)(&mut tx, &leaver).await.unwrap() >= 2);
        let left = tx.count("select count(*) as n from door_act where account_id = $1", args![Claire.account()]).await;
        assert_eq!(left.unwrap(), 0);
        let left = tx.count("select count(*) as n from door_seen where account_id = $1", args![Claire.account()]).await;
        assert_eq!(left.unwrap(), 0);
        tx.commit().await.unwrap();
    })
    .await;
}
