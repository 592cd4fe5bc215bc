//! Asking: the two steps, what is typed wrong, pupils that are named, files, whom a school asks.

use crate::{MONTAUBRAC, SERVICES, answers, ask, colleague, count, officer, school, send, task};
use school::{Authority, authority::set_payer};
use testkit::{App, Place::Tilleuls, Who::*, on_both, photograph};

#[tokio::test]
async fn a_head_chooses_a_kind_then_says_what_it_asks() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let first = helene.get("/demandes/nouvelle").await;
        let kinds = first.attributes("input[name=type]", "value");
        assert_eq!(
            kinds,
            ["travaux", "informatique", "fournitures", "transport", "salle", "securite", "restauration", "autre"]
        );
        assert!(!first.has("form[method=post][enctype]"));
        let second = helene.get(&format!("/demandes/nouvelle?ecole={}&type=salle", school(Tilleuls))).await;
        assert!(second.says("Prêt de salle · Les Tilleuls") && second.says("Commune · Montaubrac"));
        assert!(second.has("input[type=date][name=champ_2]") && second.says("Délai habituel : 10 jours"));
        assert!(second.says("aucune donnée d’élève") && second.says("aucun visage"), "{}", second.text());
        let request = ask(app, &[]).await;
        let page = helene.get(&request).await;
        for said in
            ["Une vitre cassée", "Elle donne sur la cour.", "Salle 3", "Reçue", "Il reste 32 jours", "Les Tilleuls"]
        {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert!(helene.get("/demandes").await.says("Une vitre cassée"));
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back_whole() {
    on_both(SERVICES, async |app| {
        for (changed, field) in [(("title", " "), "title"), (("body", ""), "body"), (("champ_1", ""), "champ_1")] {
            let answer = send(app, &[changed]).await;
            assert_eq!((answer.status, answer.texts(&format!("#f-{field}-error")).len()), (422, 1), "{field}");
        }
        let answer = send(app, &[("champ_1", "")]).await;
        assert!(answer.says("Elle donne sur la cour."));
        assert_eq!(answer.attributes("input[name=title]", "value"), ["Une vitre cassée"]);
        let wrong = send(app, &[("type", "salle"), ("champ_1", "Préau"), ("champ_2", "demain")]).await;
        assert_eq!((wrong.status, wrong.texts("#f-champ_2-error").len()), (422, 1));
        assert_eq!(count(app, "select count(*) as n from town_request", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_names_a_pupil_is_told_and_may_confirm() {
    on_both(SERVICES, async |app| {
        for named in [("body", "Le casier de zoe marty ferme mal."), ("champ_1", "Place de BENALI Tom")] {
            let answer = send(app, &[named]).await;
            assert_eq!(answer.status, 422, "{}", answer.text());
            assert!(answer.says("Un élève semble nommé") && answer.has("input[name=confirmed]"), "{}", answer.text());
            assert!(answer.html().contains(named.1), "what was typed is kept");
        }
        assert_eq!(send(app, &[("body", "Enzo Rives est d’une autre école.")]).await.status, 303);
        let request = ask(app, &[("body", "Le casier de Zoé Marty ferme mal."), ("confirmed", "on")]).await;
        let helene = app.by(Helene).await;
        let reply = format!("{request}/reponses");
        assert_eq!(helene.upload(&reply, &[("body", "Zoé MARTY l’a vu.")], &[]).await.status, 422);
        let confirmed = [("body", "Zoé MARTY l’a vu."), ("confirmed", "on")];
        assert_eq!(helene.upload(&reply, &confirmed, &[]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn files_are_read_by_both_sides_alone() {
    on_both(SERVICES, async |app| {
        let photo = photograph::jpeg(32, 24);
        let tilleuls = school(Tilleuls);
        let fields = [&crate::REQUEST[..], &[("ecole", tilleuls.as_str())][..]].concat();
        let helene = app.by(Helene).await;
        let exe = [("fichiers", "programme.exe", b"MZ\x90\x00 program".as_slice())];
        let refused = helene.upload("/demandes/nouvelle", &fields, &exe).await;
        assert_eq!((refused.status, refused.texts("#f-fichiers-error").len()), (422, 1), "{}", refused.text());
        let files = [("fichiers", "vitre.jpg", photo.as_slice())];
        let request = helene.upload("/demandes/nouvelle", &fields, &files).await.location().unwrap();
        let file = helene.get(&request).await.link("vitre.jpg").unwrap();
        officer(app).await;
        answers(app, &file, 200, &[Helene, Adelaide]).await;
        answers(app, &file, 404, &[Thomas, Claire, Agnes, Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn a_danger_is_written_at_once_without_its_words() {
    on_both(SERVICES, async |app| {
        let officer = officer(app).await;
        let fields = [("label", "Sécurité"), ("delay", "3"), ("active", "on"), ("email", "voirie@mairie.example.fr")];
        officer.post_then("/demandes/types/securite", &crate::typed(&fields, &[("commune", MONTAUBRAC)])).await;
        colleague(app, "accueil@mairie.example.fr", MONTAUBRAC).await;
        ask(app, &[("type", "securite"), ("title", "Portail tombé"), ("priority", "danger")]).await;
        ask(app, &[("type", "securite"), ("title", "Serrure usée")]).await;
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 3, "the service and the officers for a danger, the service alone else");
        assert!(letters.iter().all(|it| !it.contains("Portail") && !it.contains("Elle donne")), "{letters:?}");
        assert!(letters.iter().any(|it| it.contains("To: accueil@mairie.example.fr")), "{letters:?}");
        let tasks = app.tasks(Adelaide).await;
        assert_eq!(tasks, ["Danger signalé : Portail tombé", "1 demande d’école reçue"]);
    })
    .await;
}

async fn grouping(app: &App) -> Authority {
    let mut tx = app.write().await;
    let (id, now) = (tx.id(), tx.now());
    let authority = Authority::new(id, "SIVU des Deux Rives", None, "031", now);
    authority.save(&mut tx).await.unwrap();
    set_payer(&mut tx, Tilleuls.id(), authority.id, "hand").await.unwrap();
    tx.commit().await.unwrap();
    authority
}

#[tokio::test]
async fn the_grouping_that_pays_for_a_school_is_asked_in_place_of_the_commune() {
    on_both(SERVICES, async |app| {
        let sivu = grouping(app).await;
        let request = ask(app, &[]).await;
        assert!(app.by(Helene).await.get(&request).await.says("SIVU des Deux Rives"));
        officer(app).await;
        answers(app, &request, 404, &[Adelaide]).await;
        task(app, "town-officer", &sivu.territory).await;
        answers(app, &request, 200, &[Adelaide]).await;
        assert!(app.by(Adelaide).await.get("/demandes").await.says("Une vitre cassée"));
    })
    .await;
}
