//! The accounts of a class and of a school: how far each person is, over time.

use crate::{
    SERVICES,
    activation::FINE,
    sheets::assert_paper,
    steps::{CLAIRE, assert_leads, change, code_of, letters_to, reopened, type_code},
};
use db::args;
use school::{Viewer, merge};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who,
    Who::*,
    on_both,
};

const DAY: i64 = 86_400;

/// The states Thomas reads, in the order of the page: Zoé, then her parents.
async fn states(app: &App) -> Vec<String> {
    app.by(Thomas).await.get(&Cp.path("/comptes")).await.texts("ul.rows .status")
}

async fn print_for(app: &App, who: Who) {
    let id = who.person().to_string();
    let answer = app.by(Thomas).await.post(&Cp.path("/comptes/impression"), &[("personne", id.as_str())]).await;
    assert_paper(&answer);
}

#[tokio::test]
async fn a_pupil_is_followed_by_those_responsible() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get(&Cp.path("/comptes")).await;
        assert_eq!(page.texts("ul.rows .row-title label"), ["Zoé MARTY", "Claire FABRE", "Paul MARTY"]);
        let page = app.by(Helene).await.get(&Ce.path("/comptes?vue=familles")).await;
        assert_eq!(page.texts("ul.rows .row-title label"), ["Samia BENALI", "Karim BENALI", "Karim BENALI"]);
        assert!(page.says("Lina B., Tom B."), "{}", page.text());
        // A line is a name, a state, a word, and one thing to open; what it does is named for who does not see the line.
        let opened = page.texts("ul.rows-compact > li > details > summary");
        assert_eq!(opened[0], "Agir pour Samia BENALI");
        assert_eq!(opened.len(), page.texts("ul.rows-compact > li > .status").len());
        assert_eq!(page.texts("form > details > summary"), ["Imprimer ou écrire à plusieurs"]);
    })
    .await;
}

#[tokio::test]
async fn a_sheet_read_with_an_account_of_another_name_says_so_to_those_in_charge() {
    on_both(SERVICES, async |app| {
        app.wait(60);
        let mut tx = app.write().await;
        merge::join(&mut tx, Samia.account(), Paul.account(), None).await.unwrap();
        tx.commit().await.unwrap();
        let line = "lu avec le compte de Samia BENALI";
        let page = app.by(Thomas).await.get(&Cp.path("/comptes")).await;
        assert!(page.says(line), "{}", page.text());
        let page = app.by(Helene).await.get(&format!("/ecoles/{}/comptes?vue=familles", Tilleuls.id())).await;
        assert_eq!(page.text().matches(line).count(), 1, "{}", page.text());
        for (who, told) in [(Helene, 1), (Thomas, 0), (Claire, 0), (Samia, 0)] {
            let mut tx = app.read().await;
            let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
            let tasks = (doors::SERVICE.tasks)(&mut tx, &viewer).await.unwrap();
            let words = "La fiche de Paul MARTY est lue avec le compte de Samia BENALI";
            assert_eq!(tasks.iter().filter(|it| it.title == words).count(), told, "{who:?}");
        }
        // A teacher who is the other parent is told nothing of it.
        let tie = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
             values ($1, $2, 10, 4, 'hand', $3)";
        change(app, tie, args![Zoe.person(), Thomas.person(), app.now()]).await;
        assert!(!app.by(Thomas).await.get(&Cp.path("/comptes")).await.says(line));
    })
    .await;
}

#[tokio::test]
async fn somebody_is_invited_then_out_of_reach_then_in() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        assert_eq!(states(app).await, ["Actif", "Jamais connecté", "Actif"]);
        print_for(app, Claire).await;
        assert_eq!(states(app).await, ["Actif", "Invité", "Actif"]);
        app.wait(30 * DAY);
        assert_eq!(states(app).await, ["Actif", "Injoignable", "Actif"]);
        print_for(app, Claire).await;
        assert_eq!(states(app).await, ["Actif", "Invité", "Actif"]);
        let choice = type_code(&app.anonymous(), &Claire.login(), &code_of(app, Claire).await).await;
        assert_leads(&app.anonymous().post(&choice.location().unwrap(), FINE).await, "/");
        let page = app.by(Thomas).await.get(&Cp.path("/comptes")).await;
        assert_eq!(page.texts("ul.rows .status"), ["Actif", "Actif", "Actif"]);
        assert!(page.says("Vu le "), "{}", page.text());
        // A new sheet is another invitation: the older one invites to nothing any more.
        print_for(app, Claire).await;
        reopened(app, Claire).await;
        assert_eq!(states(app).await, ["Actif", "Jamais connecté", "Actif"]);
    })
    .await;
}

#[tokio::test]
async fn the_last_day_is_told_without_its_hour() {
    on_both(SERVICES, async |app| {
        app.at("2026-11-05T10:34");
        app.by(Claire).await.get("/compte").await;
        app.at("2026-11-09T08:00");
        let page = app.by(Thomas).await.get(&Cp.path("/comptes?vue=familles")).await;
        assert!(page.says("Vu le 5 novembre 2026") && !page.says("10 h 34"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_comes_back_is_seen() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        let elsewhere = "update person set email = 'claire@nulle-part.invalid' where id = $1";
        change(app, elsewhere, args![Claire.person()]).await;
        let id = Claire.person().to_string();
        let answer = app.by(Thomas).await.post(&Cp.path("/comptes/envoi"), &[("seul", id.as_str())]).await;
        assert_leads(&answer, &Cp.path("/comptes?vue=tous"));
        assert_eq!(states(app).await[1], "Invité");
        assert!(letters_to(app, CLAIRE).await.is_empty());
        assert_eq!(states(app).await[1], "Injoignable");
        // What is handed over needs no address.
        print_for(app, Claire).await;
        assert_eq!(states(app).await[1], "Invité");
    })
    .await;
}

#[tokio::test]
async fn those_without_account_are_counted_and_filtered() {
    on_both(SERVICES, async |app| {
        reopened(app, Claire).await;
        change(app, "delete from account_person where person_id = $1", args![Paul.person()]).await;
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&Cp.path("/comptes")).await;
        let tabs = page.texts(".tabs a");
        for told in ["Tous (3)", "Jamais connecté (2)", "Actif (1)"] {
            assert!(tabs.iter().any(|it| it == told), "{told} is missing from {tabs:?}");
        }
        let never = thomas.get(&Cp.path("/comptes?vue=tous&etat=jamais")).await;
        assert_eq!(never.texts("ul.rows .row-title label"), ["Claire FABRE", "Paul MARTY"]);
        let nobody = thomas.get(&Cp.path("/comptes?vue=eleves&etat=injoignables")).await;
        assert!(nobody.has(".empty-state") && !nobody.has("ul.rows"));
        // The first sheet opens the account.
        let fields = [("vue", "tous"), ("etat", "jamais"), ("tout", "on"), ("format", "huit")];
        assert_paper(&thomas.post(&Cp.path("/comptes/impression"), &fields).await);
        assert_eq!(states(app).await[2], "Invité");
    })
    .await;
}

#[tokio::test]
async fn nobody_chosen_prints_nothing_and_nobody_of_elsewhere_is_printed() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let stranger = Samia.person().to_string();
        let nobody: &[(&str, &str)] = &[];
        for fields in [nobody, &[("personne", stranger.as_str())]] {
            let answer = thomas.post(&Cp.path("/comptes/impression"), fields).await;
            assert_leads(&answer, &Cp.path("/comptes?vue=tous"));
            assert!(thomas.follow(&answer).await.has(".notice-attention"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_head_sees_the_school_in_three_views() {
    on_both(SERVICES, async |app| {
        let path = format!("/ecoles/{}/comptes", Tilleuls.id());
        let head = app.by(Helene).await;
        let team = head.get(&path).await;
        let names = ["Rose CALMETTE", "Agnès PUJOL", "Thomas ROUX", "Hélène VIDAL"];
        assert_eq!(team.texts("ul.rows .row-title label"), names);
        let families = head.get(&format!("{path}?vue=familles")).await;
        let names = ["Samia BENALI", "Karim BENALI", "Karim BENALI", "Claire FABRE", "Paul MARTY"];
        assert_eq!(families.texts("ul.rows .row-title label"), names);
        assert!(families.says("CP de M. Roux") && families.says("CE1-CE2 de Mme Vidal"));
        let pupils = head.get(&format!("{path}?vue=eleves")).await;
        assert_eq!(pupils.texts("ul.rows .row-title label"), ["Lina BENALI", "Tom BENALI", "Zoé MARTY"]);
        let fields = [("vue", "familles"), ("tout", "on")];
        assert_paper(&head.post(&format!("{path}/impression"), &fields).await);
    })
    .await;
}

#[tokio::test]
async fn a_new_code_asked_from_there_leads_back_there() {
    on_both(SERVICES, async |app| {
        let fields = [("pour", "familles"), ("retour", "comptes")];
        let path = Cp.path(&format!("/fiches/{}/code", Claire.person()));
        let (teacher, claire) = (app.by(Thomas).await, Claire.person());
        let answer = teacher.post(&path, &fields).await;
        assert_leads(&answer, &Cp.path(&format!("/comptes?vue=tous&nouveau={claire}")));
        let page = teacher.follow(&answer).await;
        assert!(
            page.says("un nouveau code est prêt : Claire FABRE") && page.says("Imprimer sa fiche"),
            "{}",
            page.text()
        );
        assert_eq!(page.attributes("main form input[name=seul]", "value"), [claire.to_string()]);
        let school = format!("/ecoles/{}", Tilleuls.id());
        let path = format!("{school}/fiches/{}/code", Paul.person());
        // The list, its filter and its page are those one came from.
        let fields = [fields[0], fields[1], ("vue", "familles"), ("etat", "actifs"), ("page", "2")];
        let back = format!("{school}/comptes?vue=familles&etat=actifs&page=2&nouveau={}", Paul.person());
        assert_leads(&app.by(Helene).await.post(&path, &fields).await, &back);
        assert_eq!(states(app).await, ["Actif", "Jamais connecté", "Jamais connecté"]);
    })
    .await;
}
