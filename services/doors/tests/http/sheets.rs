//! Connection sheets: who prints them, for whom, and what printing changes.

use crate::{
    SERVICES,
    steps::{account_of, acts, assert_leads, change, code_of, gets_in, reopened, type_code},
};
use commons::audit::Action;
use db::args;
use doors::CODE_DAYS;
use school::account::{self, Account};
use testkit::{
    Classroom::{Ce, Cp},
    Page,
    Place::Tilleuls,
    Who::*,
    on_both,
    people::PASSWORD,
};

fn team() -> String {
    format!("/ecoles/{}/fiches", Tilleuls.id())
}

#[track_caller]
pub(crate) fn assert_paper(answer: &Page) {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let header = |name: &str| answer.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("cache-control"), "no-store");
    assert!(header("content-disposition").starts_with("attachment; filename=\"fiches"));
    assert!(answer.bytes.starts_with(b"%PDF-") && answer.bytes.len() > 1000);
}

#[tokio::test]
async fn a_teacher_prints_the_sheets_of_the_class() {
    on_both(SERVICES, async |app| {
        let client = app.by(Thomas).await;
        let page = client.get(&Cp.path("/fiches")).await;
        assert_eq!(page.texts("ul.rows .row-title"), ["Claire FABRE", "Paul MARTY"]);
        assert!(page.says("Zoé M.") && !page.says("BENALI"), "{}", page.text());
        assert_eq!(page.attributes(".tabs a[aria-current]", "href"), [Cp.path("/fiches?pour=familles")]);
        let pupils = client.get(&Cp.path("/fiches?pour=eleves")).await;
        assert_eq!(pupils.texts("ul.rows .row-title"), ["Zoé MARTY"]);
        let form = format!("form[action='{}'] input[name=pour]", Cp.path("/fiches"));
        for (page, readers) in [(page, "familles"), (pupils, "eleves")] {
            assert_eq!(page.attributes(&form, "value"), [readers]);
            assert_paper(&client.post(&Cp.path("/fiches"), &[("pour", readers)]).await);
        }
    })
    .await;
}

#[tokio::test]
async fn a_head_prints_the_sheets_of_every_class_and_of_the_team() {
    on_both(SERVICES, async |app| {
        let client = app.by(Helene).await;
        for path in [Cp.path("/fiches"), Ce.path("/fiches"), team()] {
            assert_eq!(client.get(&path).await.status, 200, "{path}");
            assert_paper(&client.post(&path, &[]).await);
            assert_paper(&client.post(&path, &[("format", "huit")]).await);
        }
        let families = client.get(&Ce.path("/fiches")).await;
        // By pupil: Lina, then Tom. The directory lists Karim twice: the school holds two sheets, which open one account.
        assert_eq!(families.texts("ul.rows .row-title"), ["Samia BENALI", "Karim BENALI", "Karim BENALI"]);
        assert!(families.says("Tom B.") && families.says("Lina B."));
        let staff = client.get(&team()).await.texts("ul.rows .row-title");
        assert_eq!(staff, ["Rose CALMETTE", "Agnès PUJOL", "Thomas ROUX", "Hélène VIDAL"]);
    })
    .await;
}

#[tokio::test]
async fn every_print_is_kept_in_the_journal() {
    on_both(SERVICES, async |app| {
        let (teacher, head) = (app.by(Thomas).await, app.by(Helene).await);
        teacher.get(&Cp.path("/fiches")).await;
        assert!(acts(app, Action::SheetsPrinted).await.is_empty(), "looking is not printing");
        teacher.post(&Cp.path("/fiches"), &[("pour", "familles")]).await;
        app.wait(1);
        head.post(&Ce.path("/fiches"), &[("pour", "eleves")]).await;
        app.wait(1);
        head.post(&team(), &[]).await;
        let kept = acts(app, Action::SheetsPrinted).await;
        let about: Vec<_> = kept.iter().map(|(by, subject, _)| (*by, subject.clone())).collect();
        let expected = [
            (Some(Thomas.account()), Some(Cp.id().to_string())),
            (Some(Helene.account()), Some(Ce.id().to_string())),
            (Some(Helene.account()), Some(Tilleuls.id().to_string())),
        ];
        assert_eq!(about, expected);
        let counts: Vec<Option<&str>> =
            kept.iter().map(|(_, _, detail)| detail.as_deref()?.split(' ').next_back()).collect();
        assert_eq!(counts, [Some("2"), Some("2"), Some("4")]);
    })
    .await;
}

#[tokio::test]
async fn printing_changes_no_code_and_no_password() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Claire).await;
        let client = app.by(Thomas).await;
        for _ in 0..2 {
            assert_paper(&client.post(&Cp.path("/fiches"), &[("pour", "familles")]).await);
        }
        assert_eq!(code_of(app, Claire).await, code);
        assert_eq!(type_code(&app.anonymous(), &Claire.login(), &code).await.status, 303);
        assert!(gets_in(app, Paul, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn two_who_print_at_once_hand_out_one_code() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        app.wait((CODE_DAYS + 1) * 86_400);
        let seen = account_of(app, Claire).await;
        let (teacher, head, path) = (app.by(Thomas).await, app.by(Helene).await, Cp.path("/fiches"));
        let families = &[("pour", "familles")];
        let (one, other) = tokio::join!(teacher.post(&path, families), head.post(&path, families));
        assert_paper(&one);
        assert_paper(&other);
        assert_eq!(
            account_of(app, Claire).await.sheet,
            seen.sheet + 1,
            "the paper of one was void when it was printed"
        );
        // However close they came: who read the account before the other wrote voids nothing.
        let mut tx = app.write().await;
        assert!(!account::next_sheet(&mut tx, &seen).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(account_of(app, Claire).await.sheet, seen.sheet + 1);
    })
    .await;
}

#[tokio::test]
async fn printing_opens_the_account_of_whoever_has_none() {
    on_both(SERVICES, async |app| {
        // Paul comes back from another académie: the directory has him, no account does any more.
        change(app, "delete from account_person where person_id = $1", args![Paul.person()]).await;
        let client = app.by(Thomas).await;
        for _ in 0..2 {
            assert_paper(&client.post(&Cp.path("/fiches"), &[("pour", "familles")]).await);
        }
        let mut tx = app.read().await;
        let account = Account::by_login(&mut tx, "paul.marty2").await.unwrap().unwrap();
        let third = Account::by_login(&mut tx, "paul.marty3").await.unwrap();
        drop(tx);
        assert!(third.is_none(), "printed twice, opened once");
        assert!(account.activated_at.is_none() && account.password.is_none());
        let code = doors::activation_code(&app.house, account.id, account.sheet);
        let answer = type_code(&app.anonymous(), "paul.marty2", &code).await;
        assert!(app.anonymous().follow(&answer).await.says("Paul"));
    })
    .await;
}

#[tokio::test]
async fn the_list_says_who_has_come_in() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        let page = app.by(Thomas).await.get(&Cp.path("/fiches")).await;
        let renewals = page.attributes("form[action$='/code']", "action");
        assert_eq!(renewals, [Cp.path(&format!("/fiches/{}/code", Paul.person()))]);
        // Two presses, with or without script: the first opens what a new code costs.
        assert_eq!(page.texts("details > summary").iter().filter(|it| it.contains("Paul MARTY")).count(), 1);
        assert!(page.has("details:not([open]) > form[action$='/code'] > p + input[name=pour]"));
    })
    .await;
}

#[tokio::test]
async fn a_place_without_anybody_prints_nothing() {
    on_both(SERVICES, async |app| {
        change(app, "update guardianship set until = since where child_id = $1", args![Zoe.person()]).await;
        let client = app.by(Thomas).await;
        let page = client.get(&Cp.path("/fiches")).await;
        assert!(page.has(".empty-state") && !page.has(&format!("form[action='{}']", Cp.path("/fiches"))));
        let answer = client.post(&Cp.path("/fiches"), &[("pour", "familles")]).await;
        assert_leads(&answer, &Cp.path("/fiches"));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_seated_by_hand_is_of_the_team() {
    on_both(SERVICES, async |app| {
        let guest =
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'guest', 'hand', 0)";
        change(app, guest, args![Cp.id(), Thea.person()]).await;
        let deputy =
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'deputy', 'hand', 0)";
        change(app, deputy, args![Tilleuls.staff(), Rose.person()]).await;
        let staff = app.by(Helene).await.get(&team()).await.texts("ul.rows .row-title");
        assert_eq!(staff, ["Rose CALMETTE", "Théa CARRÈRE", "Agnès PUJOL", "Thomas ROUX", "Hélène VIDAL"]);
    })
    .await;
}
