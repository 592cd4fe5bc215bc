//! Who reads what, and from when.

use crate::SERVICES;
use testkit::{Classroom::Cp, Who::*, on_both};

#[tokio::test]
async fn the_journal_is_there_from_the_first_day() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get(&Cp.path("/journal")).await;
        assert_eq!(page.status, 200);
        assert!(page.says("CP de M. Roux"), "{}", page.text());
    })
    .await;
}
