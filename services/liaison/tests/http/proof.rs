//! The proof of a mot, for those who look after it.

use crate::{SERVICES, paper::sent, slip::assert_paper};
use db::args;
use testkit::{Classroom::Cp, Who::*, on_both};

#[tokio::test]
async fn a_proof_is_made_and_kept_in_the_journal() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[]).await;
        assert_paper(&thomas.get(&format!("{mot}/preuve.pdf")).await, "preuve.pdf");
        let sql = "select count(*) as n from audit where action = 'proof-exported' and account_id = $1";
        assert_eq!(app.read().await.count(sql, args![Thomas.account()]).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_proof_that_is_refused_leaves_no_trace() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, &app.by(Thomas).await, Cp, &[]).await;
        assert_eq!(app.by(Paul).await.get(&format!("{mot}/preuve.pdf")).await.status, 403);
        let sql = "select count(*) as n from audit where action = 'proof-exported'";
        assert_eq!(app.read().await.count(sql, &[]).await.unwrap(), 0);
    })
    .await;
}
