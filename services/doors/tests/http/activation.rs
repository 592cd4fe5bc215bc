//! Activation: the code of a sheet for a password of one's own.

use crate::{
    SERVICES,
    steps::{
        NEW, account_of, acts, assert_leads, code_of, gets_in, is_inside, letters_to, links, reopened, session_cookie,
        sign_in, type_code,
    },
};
use commons::audit::Action;
use doors::charter::Charter;
use school::charter::Audience;
use testkit::{App, Who, Who::*, on_both, people::PASSWORD};

/// What a newcomer sends when all is well.
pub(crate) const FINE: &[(&str, &str)] = &[("nouveau", NEW), ("confirmation", NEW), ("courriel", ""), ("charte", "on")];

/// The page where somebody chooses a password, the code of a new sheet having been typed.
pub(crate) async fn choice_of(app: &App, who: Who) -> String {
    let code = reopened(app, who).await;
    let answer = type_code(&app.anonymous(), &who.login(), &code).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

#[tokio::test]
async fn the_code_of_a_sheet_opens_the_account_once() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Claire).await;
        let client = app.anonymous();
        let page = client.get("/activation").await;
        assert_eq!(page.attributes("form[action='/activation'] input", "name"), ["identifiant", "code"]);
        // As it is read aloud: in two groups, in capitals.
        let spelled = format!(" {} {}", &code[..4], &code[4..]).to_uppercase();
        let answer = type_code(&client, "Claire.FABRE", &spelled).await;
        let path = answer.location().unwrap();
        let choice = client.follow(&answer).await;
        assert_eq!(choice.status, 200);
        let fields = ["username", "nouveau", "confirmation", "courriel", "charte"];
        assert_eq!(choice.attributes("main form input", "name"), fields);
        assert_eq!(choice.attributes("input[name=username]", "value"), [Claire.login()]);
        assert!(!is_inside(&client).await, "a code alone lets nobody in");
        let done = client.post(&path, FINE).await;
        assert_leads(&done, "/");
        assert!(session_cookie(&done).is_some() && is_inside(&client).await);
        assert!(gets_in(app, Claire, NEW).await && !gets_in(app, Claire, PASSWORD).await);
        assert_eq!(acts(app, Action::Activated).await, [(Some(Claire.account()), None, None)]);
        // The code and the page it led to are of no use any more.
        assert_eq!(type_code(&app.anonymous(), &Claire.login(), &code).await.status, 422);
        assert_eq!(type_code(&app.anonymous(), &Claire.login(), &code_of(app, Claire).await).await.status, 422);
        assert_leads(&app.anonymous().get(&path).await, "/activation");
        assert_leads(&app.anonymous().post(&path, FINE).await, "/activation");
    })
    .await;
}

#[tokio::test]
async fn the_address_of_the_qr_code_fills_the_form() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Claire).await;
        // Some telephones open an address by themselves to show what is there.
        for _ in 0..2 {
            let page = app.anonymous().get(&format!("/activation?identifiant=claire.fabre&code={code}")).await;
            assert_eq!(page.status, 200);
            assert_eq!(page.attributes("input[name=identifiant]", "value"), ["claire.fabre"]);
            assert_eq!(page.attributes("input[name=code]", "value").join(" "), code);
        }
        assert_eq!(type_code(&app.anonymous(), "claire.fabre", &code).await.status, 303);
        assert_eq!(app.anonymous().get("/activation").await.attributes("input[name=code]", "value"), [""]);
    })
    .await;
}

#[tokio::test]
async fn a_code_typed_as_a_password_leads_to_the_activation() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Rose).await;
        let client = app.anonymous();
        let answer = sign_in(&client, &Rose.login(), &code.to_uppercase()).await;
        let path = answer.location().unwrap();
        assert!(answer.status == 303 && path.starts_with("/activation/"), "{path}");
        assert!(session_cookie(&answer).is_none());
        assert!(client.follow(&answer).await.has("input[name=nouveau]"));
        assert_leads(&client.post(&path, FINE).await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_charter_of_ones_own_is_read_before_choosing() {
    on_both(SERVICES, async |app| {
        for (who, audience) in [(Tom, Audience::Pupils), (Samia, Audience::Families), (Rose, Audience::Staff)] {
            let path = choice_of(app, who).await;
            let page = app.anonymous().get(&path).await;
            let charter = Charter::of(audience);
            assert_eq!(page.texts("main ol > li").len(), charter.rules.len(), "{who:?}");
            assert!(page.says(charter.lead), "{who:?}");
            for rule in &charter.rules {
                assert!(page.says(rule.title) && page.says(rule.text), "{who:?}: {}", rule.title);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_given_on_the_way_in_waits_for_its_letter() {
    on_both(SERVICES, async |app| {
        let path = choice_of(app, Claire).await;
        let fields = [("nouveau", NEW), ("confirmation", NEW), ("courriel", " Claire@Example.org"), ("charte", "on")];
        assert_leads(&app.anonymous().post(&path, &fields).await, "/");
        assert_eq!(account_of(app, Claire).await.email, None);
        let letters = letters_to(app, "claire@example.org").await;
        assert_eq!(letters.len(), 1);
        let link = links(&letters[0], "/courriel?").remove(0);
        let page = app.anonymous().get(&link).await;
        let proof = page.attributes("input[name=jeton]", "value").remove(0);
        let fields = [("adresse", "claire@example.org"), ("jeton", proof.as_str())];
        assert_leads(&app.anonymous().post("/courriel", &fields).await, "/");
        assert_eq!(account_of(app, Claire).await.email.as_deref(), Some("claire@example.org"));
    })
    .await;
}

#[tokio::test]
async fn a_child_chooses_three_words_and_gives_no_address() {
    on_both(SERVICES, async |app| {
        let path = choice_of(app, Tom).await;
        let page = app.anonymous().get(&path).await;
        assert!(page.has("input[name=nouveau]") && !page.has("input[name=courriel]"));
        let words = "chat bleu lune";
        let fields = [("nouveau", words), ("confirmation", words), ("courriel", "tom@example.org"), ("charte", "on")];
        assert_leads(&app.anonymous().post(&path, &fields).await, "/");
        assert_eq!((account_of(app, Tom).await.email, app.run_jobs().await), (None, 0));
        assert!(gets_in(app, Tom, words).await);
    })
    .await;
}
