//! Activation when something is wrong: the code, the password, the time.

use crate::{
    SERVICES,
    activation::{FINE, choice_of},
    steps::{NEW, WRONG, account_of, assert_leads, change, code_of, reopened, session_cookie, sign_in, type_code},
};
use db::args;
use doors::CODE_DAYS;
use std::collections::BTreeSet;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::*, on_both};

const NO_CODE: &str = "aaaaaaaa";
/// What somebody reads who holds a sheet that is too old.
const OVER: &str = "n’est plus valable";

/// What is sent, and the fields that are wrong in it.
type Refused<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[tokio::test]
async fn a_weak_password_is_refused_with_an_advice_of_its_own() {
    on_both(SERVICES, async |app| {
        let path = choice_of(app, Claire).await;
        let mut advices = BTreeSet::new();
        let endless = "Tulipe-nuage-77! ".repeat(40);
        let weak = ["Tulipe7!", "tulipesnuageux", "Motdepasse2024!", "AbcAbcAbcAbc", "tulipe-FABRE-nuage", &endless];
        for typed in weak {
            let fields = [("nouveau", typed), ("confirmation", typed), ("charte", "on")];
            let answer = app.anonymous().post(&path, &fields).await;
            assert_eq!(answer.status, 422, "{typed}");
            assert_eq!(answer.texts(".field-error").len(), 1, "{typed}");
            assert!(session_cookie(&answer).is_none() && !answer.html().contains(typed), "{typed}");
            assert!(answer.has("input[name=charte][checked]"), "what was right must not be done again");
            advices.extend(answer.texts("#f-nouveau-error"));
        }
        assert_eq!(advices.len(), weak.len(), "{advices:?}");
        let account = account_of(app, Claire).await;
        assert!(account.password.is_none() && account.activated_at.is_none());
        assert_leads(&app.anonymous().post(&path, FINE).await, "/");
    })
    .await;
}

#[tokio::test]
async fn every_field_is_looked_at() {
    on_both(SERVICES, async |app| {
        let path = choice_of(app, Claire).await;
        let refused: [Refused<'_>; 4] = [
            (&[("nouveau", NEW), ("confirmation", NEW)], &["#f-charte-error"]),
            (&[("nouveau", NEW), ("confirmation", WRONG), ("charte", "on")], &["#f-confirmation-error"]),
            (
                &[("nouveau", NEW), ("confirmation", NEW), ("courriel", "claire"), ("charte", "on")],
                &["#f-courriel-error"],
            ),
            (&[], &["#f-nouveau-error", "#f-charte-error"]),
        ];
        for (fields, wrong) in refused {
            let answer = app.anonymous().post(&path, fields).await;
            assert_eq!(answer.status, 422, "{wrong:?}");
            assert_eq!(answer.texts(".field-error").len(), wrong.len(), "{wrong:?}: {}", answer.text());
            assert!(wrong.iter().all(|css| answer.has(css)), "{wrong:?}: {}", answer.text());
            assert!(session_cookie(&answer).is_none(), "{wrong:?}");
        }
        assert!(account_of(app, Claire).await.activated_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_wrong_code_reads_like_an_unknown_login() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        let blocked = reopened(app, Perrine).await;
        change(app, "update account set blocked_at = 1 where id = $1", args![Perrine.account()]).await;
        let active = code_of(app, Thomas).await;
        let mut pages = Vec::new();
        for (login, code) in [
            (Claire.login(), NO_CODE),
            (Claire.login(), ""),
            ("personne.inconnue".to_owned(), NO_CODE),
            (Thomas.login(), active.as_str()),
            (Perrine.login(), blocked.as_str()),
        ] {
            let answer = type_code(&app.anonymous(), &login, code).await;
            assert_eq!(answer.status, 422, "{login}");
            assert!(answer.has("#f-identifiant-error"), "{login}");
            pages.push((answer.texts("title"), answer.text()));
        }
        for page in &pages {
            assert_eq!(page, &pages[0]);
        }
        assert_eq!(account_of(app, Thomas).await.failures, 0, "an old sheet closes nobody's account");
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_close_the_account_for_a_minute() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Claire).await;
        let claire = Claire.login();
        for _ in 0..4 {
            assert_eq!(type_code(&app.anonymous(), &claire, NO_CODE).await.status, 422);
        }
        // At either door.
        assert_eq!(sign_in(&app.anonymous(), &claire, NO_CODE).await.status, 422);
        assert_eq!(type_code(&app.anonymous(), &claire, &code).await.status, 422);
        assert_eq!(sign_in(&app.anonymous(), &claire, &code).await.status, 422);
        app.wait(59);
        assert_eq!(type_code(&app.anonymous(), &claire, &code).await.status, 422);
        app.wait(1);
        assert_eq!(type_code(&app.anonymous(), &claire, &code).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn there_is_half_an_hour_to_choose() {
    on_both(SERVICES, async |app| {
        let path = choice_of(app, Claire).await;
        app.wait(1799);
        assert_eq!(app.anonymous().get(&path).await.status, 200);
        app.wait(1);
        assert_leads(&app.anonymous().get(&path).await, "/activation");
        let late = app.anonymous().post(&path, FINE).await;
        assert_leads(&late, "/activation");
        assert!(account_of(app, Claire).await.activated_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_proof_opens_nothing() {
    on_both(SERVICES, async |app| {
        let path = choice_of(app, Claire).await;
        let (start, end) = path.split_at(path.len() - 10);
        let swapped: String = end.chars().rev().collect();
        for forged in ["/activation/x".to_owned(), format!("{start}{swapped}"), start.to_owned(), format!("{path}A")] {
            assert_leads(&app.anonymous().get(&forged).await, "/activation");
            assert_leads(&app.anonymous().post(&forged, FINE).await, "/activation");
        }
        assert!(account_of(app, Claire).await.activated_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_newer_sheet_voids_the_older() {
    on_both(SERVICES, async |app| {
        let older = reopened(app, Claire).await;
        let path = choice_of(app, Claire).await;
        assert_eq!(type_code(&app.anonymous(), &Claire.login(), &older).await.status, 422);
        reopened(app, Claire).await;
        assert_leads(&app.anonymous().get(&path).await, "/activation");
    })
    .await;
}

#[tokio::test]
async fn a_code_lives_for_three_months_and_whoever_holds_it_is_told() {
    on_both(SERVICES, async |app| {
        let (code, claire) = (reopened(app, Claire).await, Claire.login());
        app.wait(CODE_DAYS * 86_400);
        let last_day = type_code(&app.anonymous(), &claire, &code).await;
        assert_eq!(last_day.status, 303, "{}", last_day.text());
        app.wait(86_400);
        for late in [type_code(&app.anonymous(), &claire, &code).await, sign_in(&app.anonymous(), &claire, &code).await]
        {
            assert!(late.status == 422 && late.says(OVER), "{}", late.text());
            // Not « the school »: heads and administrators have sheets too.
            assert!(late.says("à qui a remis la fiche"), "{}", late.text());
            assert!(session_cookie(&late).is_none());
        }
        assert_eq!(account_of(app, Claire).await.failures, 0, "an old code is not a wrong one");
        for (login, code) in [(claire.as_str(), NO_CODE), ("personne.inconnue", code.as_str())] {
            let wrong = type_code(&app.anonymous(), login, code).await;
            assert!(wrong.status == 422 && !wrong.says(OVER), "{login}: {}", wrong.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_sheet_says_its_last_day_and_printing_replaces_a_code_that_had_its_time() {
    on_both(SERVICES, async |app| {
        let old = reopened(app, Helene).await;
        assert_eq!(day_on_the_sheet_of_helene(app).await, "30 décembre 2026");
        assert_eq!(code_of(app, Helene).await, old);
        app.wait((CODE_DAYS + 1) * 86_400);
        assert_eq!(day_on_the_sheet_of_helene(app).await, "31 mars 2027");
        let new = code_of(app, Helene).await;
        assert_ne!(new, old);
        assert_eq!(type_code(&app.anonymous(), &Helene.login(), &new).await.status, 303);
        let voided = type_code(&app.anonymous(), &Helene.login(), &old).await;
        assert!(voided.status == 422 && !voided.says(OVER), "{}", voided.text());
        // From the class too.
        let claire = reopened(app, Claire).await;
        app.wait((CODE_DAYS + 1) * 86_400);
        app.by(Thomas).await.post(&Cp.path("/fiches"), &[("pour", "familles")]).await;
        assert_ne!(code_of(app, Claire).await, claire);
    })
    .await;
}

async fn day_on_the_sheet_of_helene(app: &App) -> String {
    let mut tx = app.write().await;
    let mut sheets = doors::sheets_of_heads(&mut tx, &app.house, Tilleuls.uai()).await.unwrap();
    tx.commit().await.unwrap();
    sheets.remove(0).valid_until.unwrap()
}
