//! New codes for many at once: proved, counted, told.

use crate::{
    SERVICES,
    steps::{
        CLAIRE, acts, assert_leads, change, code_of, gets_in, is_inside, letters_to, links, prove, reopened, type_code,
    },
};
use commons::audit::Action;
use db::args;
use testkit::{
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
    people::PASSWORD,
};

const REASON: &str = "Une pile de fiches a été perdue.";

fn address() -> String {
    format!("/ecoles/{}/comptes/renouveler", Tilleuls.id())
}

#[tokio::test]
async fn a_head_renews_the_families_of_the_school_once_proved() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Paul).await;
        let (head, claire, zoe) = (app.by(Helene).await, app.by(Claire).await, app.by(Zoe).await);
        let path = format!("{}?pour=familles", address());
        let before = head.get(&path).await;
        assert!(before.says("4 comptes concernés") && !before.has("input[name=nombre]"), "{}", before.text());
        let fields = [("pour", "familles"), ("reason", REASON), ("nombre", "4")];
        let sent = head.post(&address(), &fields).await;
        assert!(sent.location().is_some_and(|to| to.starts_with("/verification")), "{:?}", sent.location());
        assert!(is_inside(&claire).await);
        prove(app, Helene).await;
        assert!(head.get(&path).await.has("input[name=nombre]"));
        let wrong = head.post(&address(), &[("pour", "familles"), ("reason", REASON), ("nombre", "40")]).await;
        assert!(wrong.status == 422 && wrong.has("#f-nombre-error") && wrong.says(REASON), "{}", wrong.text());
        let without = head.post(&address(), &[("pour", "familles"), ("nombre", "4")]).await;
        assert!(without.status == 422 && without.has("#f-reason-error"));
        assert_leads(&head.post(&address(), &fields).await, &address());
        assert!(!is_inside(&claire).await && is_inside(&zoe).await && is_inside(&head).await);
        for who in [Claire, Samia, Karim] {
            assert!(!gets_in(app, who, PASSWORD).await, "{who:?}");
        }
        // Sheets handed over before open nothing either; those printed now do.
        assert_eq!(type_code(&app.anonymous(), &Paul.login(), &code).await.status, 422);
        assert_eq!(type_code(&app.anonymous(), &Paul.login(), &code_of(app, Paul).await).await.status, 303);
        let letters = letters_to(app, CLAIRE).await;
        assert!(letters.len() == 1 && letters[0].contains(REASON), "{letters:?}");
        let detail = Some(format!("Families 4 {REASON}"));
        let kept = acts(app, Action::AccessRenewedForMany).await;
        assert_eq!(kept, [(Some(Helene.account()), Some(Tilleuls.id().to_string()), detail)]);
    })
    .await;
}

#[tokio::test]
async fn one_class_is_a_scope_and_the_others_stay() {
    on_both(SERVICES, async |app| {
        let head = app.by(Helene).await;
        prove(app, Helene).await;
        let class = Cp.id().to_string();
        let fields = [("pour", "eleves"), ("classe", class.as_str()), ("reason", REASON), ("nombre", "1")];
        assert!(head.get(&format!("{}?pour=eleves&classe={class}", address())).await.says("CP de M. Roux"));
        assert_leads(&head.post(&address(), &fields).await, &address());
        assert!(!gets_in(app, Zoe, PASSWORD).await && gets_in(app, Tom, PASSWORD).await);
        let subject = acts(app, Action::AccessRenewedForMany).await.remove(0).1;
        assert_eq!(subject, Some(class));
        for (class, readers) in [(Ce.families().to_string(), "eleves"), ("ailleurs".to_owned(), "eleves")] {
            let path = format!("{}?pour={readers}&classe={class}", address());
            assert_eq!(head.get(&path).await.status, 404, "{class}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_head_and_what_opens_more_are_left_aside() {
    on_both(SERVICES, async |app| {
        let head = app.by(Helene).await;
        prove(app, Helene).await;
        let page = head.get(&format!("{}?pour=equipe", address())).await;
        assert!(page.says("3 comptes concernés") && page.says("1 compte est laissé de côté"), "{}", page.text());
        // Hector heads another school, and has a child here.
        let parent = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                      values ($1, $2, 10, 3, 'aaf', 0)";
        change(app, parent, args![Zoe.person(), Hector.person()]).await;
        let page = head.get(&format!("{}?pour=familles", address())).await;
        assert!(page.says("4 comptes concernés") && page.says("1 compte est laissé de côté"), "{}", page.text());
        let fields = [("pour", "equipe"), ("reason", REASON), ("nombre", "3")];
        assert_leads(&head.post(&address(), &fields).await, &address());
        assert!(is_inside(&head).await && gets_in(app, Helene, PASSWORD).await);
        assert!(!gets_in(app, Thomas, PASSWORD).await && gets_in(app, Hector, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn the_academie_renews_for_a_school_of_its_territory() {
    on_both(SERVICES, async |app| {
        let office = app.by(Adelaide).await;
        prove(app, Adelaide).await;
        let fields = [("pour", "eleves"), ("reason", REASON), ("nombre", "3")];
        assert_leads(&office.post(&address(), &fields).await, &address());
        assert!(!gets_in(app, Zoe, PASSWORD).await && !gets_in(app, Lina, PASSWORD).await);
        assert!(gets_in(app, Enzo, PASSWORD).await && gets_in(app, Claire, PASSWORD).await);
        change(app, "update account_grant set scope = 'academy:11'", args![]).await;
        assert_eq!(app.by(Adelaide).await.get(&address()).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_delay_of_the_proof_is_told_before_and_the_letter_leads_back() {
    on_both(SERVICES, async |app| {
        let head = app.by(Helene).await;
        let path = format!("{}?pour=familles", address());
        let page = head.get(&path).await;
        assert!(page.says("qu’après 24 heures") && page.says("demandez à l’académie"), "{}", page.text());
        let to = page.link("Vérifier que c’est bien vous").unwrap();
        let page = head.get(&to).await;
        assert!(page.says("qu’après 24 heures"), "{}", page.text());
        let account = page.link("Confirmer une adresse électronique").unwrap();
        let page = head.get(&account).await;
        let back = page.attributes("form[action='/compte/courriel'] input[name=retour]", "value").remove(0);
        assert!(back.starts_with(&path), "{back}");
        let fields = [("courriel", "helene@example.org"), ("actuel", PASSWORD), ("retour", back.as_str())];
        assert_leads(&head.post("/compte/courriel", &fields).await, "/compte");
        let letter = letters_to(app, "helene@example.org").await.remove(0);
        let page = head.get(&links(&letter, "/courriel?")[0]).await;
        let value = |name: &str| page.attributes(&format!("input[name={name}]"), "value").remove(0);
        let (adresse, jeton, retour) = (value("adresse"), value("jeton"), value("retour"));
        let fields = [("adresse", adresse.as_str()), ("jeton", jeton.as_str()), ("retour", retour.as_str())];
        assert_leads(&head.post("/courriel", &fields).await, &back);
        assert!(head.get(&path).await.says("est trop récent"), "the delay runs, and is told");
    })
    .await;
}
