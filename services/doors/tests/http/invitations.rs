//! Letters that invite: to whom, with what, and to whom not.

use crate::{
    SERVICES,
    steps::{CLAIRE, acts, assert_leads, change, code_of, letters_to, reopened},
};
use commons::audit::Action;
use db::args;
use testkit::{Classroom::Cp, Who::*, on_both};

#[tokio::test]
async fn a_letter_says_what_the_sheet_says() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Claire).await;
        let client = app.by(Thomas).await;
        let (claire, paul) = (Claire.person().to_string(), Paul.person().to_string());
        // Paul came in already: he is not written to.
        let fields = [("personne", claire.as_str()), ("personne", paul.as_str())];
        // Nothing leaves before it is read how many, to whom, with what.
        let asked = client.post(&Cp.path("/comptes/envoi"), &fields).await;
        assert!(asked.status == 200 && asked.says("1 courriel va partir.") && asked.says(CLAIRE), "{}", asked.text());
        assert_eq!(asked.attributes("main form input[name=personne]", "value"), [claire.clone(), paul.clone()]);
        assert!(letters_to(app, CLAIRE).await.is_empty());
        let sure = [fields[0], fields[1], ("confirme", "oui")];
        let answer = client.post(&Cp.path("/comptes/envoi"), &sure).await;
        assert!(client.follow(&answer).await.says("1 courriel part"));
        let letters = letters_to(app, CLAIRE).await;
        assert_eq!((letters.len(), app.letters().len()), (1, 1));
        let link = format!("/activation#identifiant={}&code={code}", Claire.login());
        assert!(letters[0].contains(&link) && letters[0].contains(&code), "{}", letters[0]);
        assert!(!letters[0].contains("Zoé"), "no child in a letter that may go astray: {}", letters[0]);
        assert_eq!(code_of(app, Claire).await, code);
        let kept = acts(app, Action::InvitationsSent).await;
        assert_eq!(kept, [(Some(Thomas.account()), Some(Cp.id().to_string()), Some("1".to_owned()))]);
    })
    .await;
}

#[tokio::test]
async fn all_who_were_never_asked_are_written_to_once() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        reopened(app, Zoe).await;
        change(app, "delete from account_person where person_id = $1", args![Paul.person()]).await;
        let client = app.by(Thomas).await;
        assert!(client.get(&Cp.path("/comptes")).await.has("button[name=jamais]"));
        let asked = client.post(&Cp.path("/comptes/envoi"), &[("jamais", "oui")]).await;
        assert!(asked.says("2 courriels vont partir."), "{}", asked.text());
        let sure = [("jamais", "oui"), ("confirme", "oui")];
        let answer = client.post(&Cp.path("/comptes/envoi"), &sure).await;
        let told = client.follow(&answer).await;
        // Zoé gets her sheet in her hand.
        assert!(told.says("2 courriels partent") && told.says("1 personne n’en reçoit pas"), "{}", told.text());
        client.post(&Cp.path("/comptes/envoi"), &sure).await;
        let claire = Claire.person().to_string();
        let again = client.post(&Cp.path("/comptes/envoi"), &[("seul", claire.as_str())]).await;
        assert!(client.follow(&again).await.has(".notice-attention"), "one was sent a moment ago");
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 2);
        app.wait(120);
        client.post(&Cp.path("/comptes/envoi"), &[("seul", claire.as_str())]).await;
        assert_eq!(letters_to(app, CLAIRE).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_is_not_invited() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        let claire = Claire.person().to_string();
        let answer = app.by(Thomas).await.post(&Cp.path("/comptes/envoi"), &[("seul", claire.as_str())]).await;
        assert_leads(&answer, &Cp.path("/comptes?vue=tous"));
        assert!(letters_to(app, CLAIRE).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn those_without_address_are_counted_and_listed() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        reopened(app, Paul).await;
        change(app, "update person set email = null where id = $1", args![Paul.person()]).await;
        let client = app.by(Thomas).await;
        let fields = [("vue", "familles"), ("tout", "on")];
        let asked = client.post(&Cp.path("/comptes/envoi"), &fields).await;
        assert!(asked.says("1 personne n’a pas d’adresse connue"), "{}", asked.text());
        let lost = Cp.path("/comptes?vue=familles&etat=sans-adresse");
        assert_eq!(asked.link("Sans adresse"), Some(lost.clone()));
        let sure = [fields[0], fields[1], ("confirme", "oui")];
        let answer = client.post(&Cp.path("/comptes/envoi"), &sure).await;
        let told = client.follow(&answer).await;
        assert!(told.says("voyez « Sans adresse »"), "{}", told.text());
        assert!(told.texts(".tabs a").iter().any(|it| it == "Sans adresse (1)"), "{}", told.text());
        assert_eq!(client.get(&lost).await.texts("ul.rows .row-title label"), ["Paul MARTY"]);
        // Pupils get no letter, and none is offered.
        let pupils = client.get(&Cp.path("/comptes?vue=eleves")).await;
        assert!(!pupils.has("form button[formaction$='/envoi']"), "{}", pupils.text());
        let families = client.get(&Cp.path("/comptes?vue=familles")).await;
        assert!(families.has("form button[formaction$='/envoi']"));
    })
    .await;
}
