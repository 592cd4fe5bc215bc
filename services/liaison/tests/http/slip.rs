//! Coupons to print: for whom, and the document.

use crate::{SERVICES, paper::sent};
use db::args;
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Page,
    Who::{self, *},
    on_both,
};

/// Checks that an answer is a PDF to keep, under this name.
#[track_caller]
pub(crate) fn assert_paper(answer: &Page, name: &str) {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let header = |name: &str| answer.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("content-disposition"), format!("attachment; filename=\"{name}\""));
    assert!(answer.bytes.starts_with(b"%PDF-") && answer.bytes.len() > 1000);
}

/// As if this person had never come in.
async fn forget(app: &App, who: Who) {
    let mut tx = app.write().await;
    tx.change("update account set activated_at = null where id = $1", args![who.account()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_teacher_prints_coupons_for_the_families_chosen() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let mot = sent(app, &helene, Ce, &[]).await;
        let page = helene.get(&format!("{mot}/coupons")).await;
        assert!(page.says("Toutes les familles (2)") && page.says("pas encore répondu (2)"), "{}", page.text());
        assert!(page.says("n’a activé son compte (0)"));
        for query in ["", "?pour=tous", "?pour=attendus&par-page=2", "?par-page=99"] {
            assert_paper(&helene.get(&format!("{mot}/coupons.pdf{query}")).await, "coupons.pdf");
        }
    })
    .await;
}

#[tokio::test]
async fn families_without_an_account_are_those_nobody_of_whom_came_in() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = sent(app, &thomas, Cp, &[]).await;
        let address = format!("{mot}/coupons.pdf?pour=sans-compte");
        for who in [Paul, Claire] {
            let page = thomas.follow(&thomas.get(&address).await).await;
            assert!(page.says("Aucune famille n’est dans ce cas"), "{}", page.text());
            forget(app, who).await;
        }
        assert_paper(&thomas.get(&address).await, "coupons.pdf");
    })
    .await;
}
