//! The decision of a council, as it is entered and completed.

use crate::{
    SERVICES,
    scene::{academy, at, count, decision, in_force, kept, mairie, prepared, propose},
};
use agreements::State;
use db::args;
use testkit::on_both;

/// The start of a PDF, as far as anybody looks.
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

/// The start of a program.
const PROGRAM: &[u8] = b"MZ\x90\x00\x03\x00";

#[tokio::test]
async fn a_decision_whose_counts_and_names_disagree_is_kept_as_it_is_and_told() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let typed = decision(&[
            ("montant", "90"),
            ("convocation", "2026-12-09"),
            ("certifiee", "2026-12-07"),
            ("membres", "27"),
            ("exercice", "29"),
            ("presents", "20"),
            ("absents", "9"),
            ("exprimes", "24"),
            ("noms_presents", "Anne Roy\nLuc Blé"),
            ("noms_absents", "ANNE ROY"),
            ("procurations", "Jean Pic → Anne Roy"),
        ]);
        let answer = mairie(app).await.upload(&at(id, "/deliberation"), &typed, &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = academy(app).await.get(&at(id, "")).await;
        for told in [
            "La délibération indique 90,00 €, et la convention 135,00 €.",
            "La liste des présents a 2 noms, et la délibération en compte 20.",
            "La liste des absents et excusés a 1 nom, et la délibération en compte 9.",
            "À la fois parmi les présents et parmi les absents : Anne Roy",
            "24 votes exprimés pour 20 présents et 1 procuration.",
            "La convocation est datée du 9 décembre 2026, après la séance du 8 décembre 2026.",
            "L’extrait est certifié le 7 décembre 2026, avant la séance du 8 décembre 2026.",
            "29 membres en exercice pour un conseil de 27 membres.",
            "Anne Roy, Luc Blé",
            "Jean Pic → Anne Roy",
            "2026/08-13",
        ] {
            assert!(page.says(told), "{told}: {}", page.text());
        }
        let form = mairie(app).await.get(&at(id, "/deliberation")).await;
        assert_eq!(form.attributes("#f-presents", "value"), ["20"]);
        assert_eq!(form.texts("#f-procurations"), ["Jean Pic → Anne Roy"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        let typed = decision(&[("tenue", ""), ("presents", "vingt"), ("theme", "École"), ("noms_excuses", "Zoé Lys")]);
        let answer = mairie(app).await.upload(&at(id, "/deliberation"), &typed, &[]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("Donnez la date de la séance.") && answer.says("Écrivez un nombre de 0 à 999."));
        assert_eq!(answer.attributes("#f-presents", "value"), ["vingt"]);
        assert_eq!(answer.attributes("#f-theme", "value"), ["École"]);
        assert_eq!(answer.texts("#f-noms_excuses"), ["Zoé Lys"]);
        assert_eq!(count(app, "select count(*) as n from decision", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_session_still_to_come_decides_nothing() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        let answer = mairie(app).await.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("La séance est datée du 8 décembre 2026, qui n’est pas encore venu."), "{}", answer.text());
        assert_eq!(answer.attributes("#f-numero", "value"), ["2026/08-13"]);
        assert_eq!(count(app, "select count(*) as n from decision", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_rejected_decision_refuses_the_convention_which_the_academy_may_prepare_again() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let typed = decision(&[("issue", "rejetee"), ("autorise", "")]);
        let adelaide = academy(app).await;
        assert_eq!(adelaide.upload(&at(id, "/deliberation"), &typed, &[]).await.status, 303);
        let page = adelaide.get(&at(id, "")).await;
        assert!(page.says("Refusée") && page.says("rejetée le 8 décembre 2026"), "{}", page.text());
        assert_eq!(adelaide.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await.status, 409);
        assert_eq!(adelaide.get(&at(id, "/deliberation")).await.status, 303);
        adelaide.post_then(&at(id, "/brouillon"), &[]).await;
        assert_eq!(kept(app, id).await.state, State::Draft);
        assert_eq!(count(app, "select count(*) as n from decision", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_decision_in_force_is_completed_but_not_undone() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        let mairie = mairie(app).await;
        let complete = decision(&[("certifiee", "2026-12-09"), ("recue", "2026-12-10")]);
        let scan = [("fichier", "extrait.pdf", PDF)];
        let answer = mairie.upload(&at(id, "/deliberation"), &complete, &scan).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = mairie.get(&at(id, "")).await;
        assert!(page.says("10 décembre 2026") && page.says("Extrait de la délibération"), "{}", page.text());
        let paper = mairie.get(&page.link("extrait.pdf").unwrap()).await;
        assert_eq!((paper.status, paper.bytes.as_slice()), (200, PDF));
        let undone = decision(&[("issue", "rejetee")]);
        let answer = mairie.upload(&at(id, "/deliberation"), &undone, &[]).await;
        assert!(answer.status == 422 && answer.says("en vertu de cette délibération"), "{}", answer.text());
        assert_eq!(kept(app, id).await.state, State::Active);
        let entered = "select count(*) as n from audit where action = 'decision-entered' and subject = $1";
        assert_eq!(count(app, entered, args![id.to_string()]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn papers_are_kept_by_both_sides_and_programs_are_not() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        let mairie = mairie(app).await;
        let nature = [("nature", "signed-agreement")];
        assert_eq!(mairie.upload(&at(id, "/pieces"), &nature, &[("fichier", "signee.pdf", PDF)]).await.status, 303);
        let page = mairie.get(&at(id, "")).await;
        assert!(page.says("Convention signée"), "{}", page.text());
        let answer = mairie.upload(&at(id, "/pieces"), &nature, &[("fichier", "a.exe", PROGRAM)]).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        let answer = mairie.upload(&at(id, "/pieces"), &nature, &[]).await;
        assert!(answer.status == 422 && answer.says("Choisissez le document à déposer."), "{}", answer.text());
    })
    .await;
}
