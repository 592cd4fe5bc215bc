//! A class opened to a substitute for some days: the code, the class, the end.

use crate::{SERVICES, THURSDAY, answers, audited, code, count, may, of_school, open, run, typed, viewer};
use db::args;
use school::Right;
use testkit::{
    Classroom::{Ce, Cm, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_substitute_has_the_class_for_its_days_and_nothing_of_another() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let slip = open(&helene, Cp, "2", Thomas).await;
        assert!(helene.get(&slip).await.has("print-page[hidden] button"));
        let code = code(&helene, &slip).await;
        assert_eq!(code.len(), 11, "two groups of five: {code}");
        assert_eq!(audited(app, Helene, "class-opened").await, 1);
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
        let taken = typed(app, Thea, &code).await;
        assert_eq!(taken.location(), Some(Cp.path("")), "{}", taken.text());
        assert_eq!(audited(app, Thea, "class-taken").await, 1);
        for right in [Right::SeeClass, Right::PublishJournal, Right::PrintSheets, Right::WriteLiaison] {
            assert!(may(app, Thea, right, Cp).await, "{right:?}");
            assert!(!may(app, Thea, right, Ce).await, "{right:?} in another class");
        }
        let thea = viewer(app, Thea).await;
        assert!(thea.circles().any(|it| it == Cp.id()) && thea.circles().any(|it| it == Tilleuls.staff()));
        assert!(!thea.may_at(Right::EnterPupil, Tilleuls.id()), "the team gives nothing over the school");
        answers(app, &Ce.path("/remplacements"), 404, &[Thea]).await;
        answers(app, &of_school("/remplacements"), 404, &[Thea]).await;
        // The teacher of the class, the substitute and the head read who replaces whom.
        for who in [Thomas, Thea, Helene] {
            let page = app.by(who).await.get(&Cp.path("/remplacements")).await;
            assert!(page.says("Remplacement de Thomas ROUX par Théa CARRÈRE En cours"), "{}", page.text());
            assert!(page.says("jusqu’au 2 octobre 2026 inclus"), "{}", page.text());
        }
        app.at("2026-10-02T23:59");
        assert!(may(app, Thea, Right::SeeClass, Cp).await);
        app.at("2026-10-03T00:00");
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
        assert!(viewer(app, Thea).await.circles().all(|it| it != Tilleuls.staff()));
        answers(app, &Cp.path("/remplacements"), 404, &[Thea]).await;
        answers(app, &Cm.path("/remplacements"), 200, &[Thea]).await;
        assert!(helene.get(&Cp.path("/remplacements")).await.says("Terminé"));
    })
    .await;
}

#[tokio::test]
async fn somebody_of_the_team_keeps_the_team_when_the_replacement_is_over() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let slip = open(&helene, Cp, "1", Thomas).await;
        assert_eq!(typed(app, Rose, &code(&helene, &slip).await).await.status, 303);
        assert!(may(app, Rose, Right::SeeClass, Cp).await);
        app.at("2026-10-02T00:00");
        assert!(!may(app, Rose, Right::SeeClass, Cp).await);
        assert!(viewer(app, Rose).await.circles().any(|it| it == Tilleuls.staff()));
    })
    .await;
}

#[tokio::test]
async fn the_substitute_who_is_there_is_not_offered_as_the_one_replaced() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let slip = open(&helene, Cp, "2", Thomas).await;
        assert_eq!(typed(app, Thea, &code(&helene, &slip).await).await.status, 303);
        app.wait(60);
        let page = helene.get(&Cp.path("/remplacements")).await;
        let offered = page.texts("select[name='replaced'] option").join(", ");
        assert!(offered.contains("Thomas ROUX") && !offered.contains("Théa CARRÈRE"), "{offered}");
        let fields = [("days", "2"), ("replaced", &*Thea.person().to_string())];
        assert_eq!(helene.post(&Cp.path("/remplacements"), &fields).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn the_head_ends_a_replacement_and_cancels_a_code() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let slip = open(&helene, Cp, "5", Thomas).await;
        let first = code(&helene, &slip).await;
        typed(app, Thea, &first).await;
        app.wait(60);
        let asked = helene.get(&format!("{slip}/fin")).await;
        assert!(asked.status == 200 && asked.says("Théa CARRÈRE") && asked.says("un autre code"), "{}", asked.text());
        assert!(may(app, Thea, Right::SeeClass, Cp).await, "nothing ends by being asked");
        let page = helene.post_then(&format!("{slip}/fin"), &[]).await;
        assert!(page.says("Arrêté"), "{}", page.text());
        assert_eq!(helene.get(&format!("{slip}/fin")).await.status, 409, "what is over is not ended");
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
        assert!(viewer(app, Thea).await.circles().all(|it| it != Tilleuls.staff()));
        assert_eq!(helene.post(&format!("{slip}/fin"), &[]).await.status, 409, "nothing is ended twice");
        let slip = open(&helene, Cp, "5", Thomas).await;
        let second = code(&helene, &slip).await;
        assert_ne!(first, second);
        helene.post(&format!("{slip}/fin"), &[]).await;
        let refused = typed(app, Thea, &second).await;
        assert_eq!(refused.status, 422);
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
        assert_eq!(audited(app, Helene, "class-opening-ended").await, 2);
        // A substitute may come back.
        let slip = open(&helene, Cp, "1", Thomas).await;
        typed(app, Thea, &code(&helene, &slip).await).await;
        assert!(may(app, Thea, Right::SeeClass, Cp).await);
    })
    .await;
}

#[tokio::test]
async fn a_code_is_shown_to_whoever_made_it_for_a_while_and_kept_nowhere() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let slip = open(&helene, Cp, "2", Thomas).await;
        let shown = code(&helene, &slip).await;
        let page = helene.get(&slip).await;
        assert!(page.has("main svg") && page.says("https://preau.example.org/remplacement"), "{}", page.text());
        let kept = shown.replace(' ', "");
        let sql = "select count(*) as n from headship_pass where fingerprint = $1";
        assert_eq!(count(app, sql, args![kept]).await, 0);
        // The académie may open the class, and does not read the code of another.
        assert_eq!(code(&app.by(Adelaide).await, &slip).await, "");
        app.wait(16 * 60);
        assert!(helene.get(&slip).await.says("Le code n’est plus affiché."));
        assert_eq!(typed(app, Thea, &shown.to_uppercase()).await.status, 303, "it is still good");
    })
    .await;
}

#[tokio::test]
async fn a_teacher_reads_who_comes_and_opens_nothing() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let slip = open(&app.by(Helene).await, Cp, "2", Thomas).await;
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&Cp.path("/remplacements")).await;
        assert!(page.says("Remplacement de Thomas ROUX Code à utiliser"), "{}", page.text());
        assert!(!page.has("main form"), "{}", page.text());
        assert_eq!(page.link("J’ai un code de remplacement").as_deref(), Some("/remplacement"));
        assert_eq!(thomas.post(&Cp.path("/remplacements"), &[("days", "2")]).await.status, 403);
        assert_eq!(thomas.get(&slip).await.status, 403);
        assert_eq!(thomas.post(&format!("{slip}/fin"), &[]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        for days in ["", "0", "31", "deux"] {
            let fields = [("days", days), ("replaced", &*Thomas.person().to_string())];
            let page = helene.post(&Cp.path("/remplacements"), &fields).await;
            assert_eq!(page.status, 422, "{days}");
            assert_eq!(page.texts("#f-days-error"), ["Indiquez un nombre de jours de 1 à 30."]);
            assert_eq!(page.attributes("input[name='days']", "value"), [days]);
            assert_eq!(page.texts("select[name='replaced'] option[selected]"), ["Thomas ROUX"]);
        }
        let fields = [("days", "2"), ("replaced", &*Rose.person().to_string())];
        let page = helene.post(&Cp.path("/remplacements"), &fields).await;
        assert_eq!(page.texts("#f-replaced-error"), ["Choisissez une personne qui enseigne dans la classe."]);
        assert_eq!(count(app, "select count(*) as n from headship_pass", &[]).await, 0);
        // A class that is over is no class to open.
        run(app, "update circle set until = $2 where id = $1", args![Cp.id(), app.now()]).await;
        answers(app, &Cp.path("/remplacements"), 404, &[Helene]).await;
    })
    .await;
}
