//! Breaches of personal data: their clock, their timeline, what must be said before they are closed.

use crate::{SERVICES, change, count, identity, officer};
use compliance::SERVICE;
use db::args;
use school::Viewer;
use testkit::{App, Client, Who::Adelaide, on_both};
use web::Task;

const FIELDS: [(&str, &str); 10] = [
    ("jour", "2026-10-01"),
    ("heure", "08:00"),
    ("confidentialite", "on"),
    ("recit", "Une liste de classe a été envoyée à une autre école."),
    ("personnes", "Élèves de CP et leurs familles"),
    ("nombre", "24"),
    ("donnees", "Noms, téléphones"),
    ("consequences", "Appels non voulus."),
    ("mesures", "Le courriel est rappelé."),
    ("risque", "high"),
];

fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FIELDS.into_iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    kept.chain(others.iter().copied()).collect()
}

async fn entered(dpo: &Client<'_>, fields: &[(&str, &str)]) -> String {
    let answer = dpo.post("/violations", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

async fn awaited(app: &App) -> Vec<Task> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, Adelaide.account()).await.unwrap();
    (SERVICE.tasks)(&mut tx, &viewer).await.unwrap()
}

#[tokio::test]
async fn the_clock_runs_from_the_discovery() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let path = entered(&dpo, &FIELDS).await;
        let page = dpo.get(&path).await;
        assert!(page.says("Il reste 70 h 0 min pour notifier la CNIL."), "{}", page.text());
        assert!(page.says("Violation n° 1") && page.says("À notifier au plus tard le 4 octobre 2026 à 8 h."));
        let tasks = awaited(app).await;
        assert_eq!(tasks.len(), 1);
        assert_eq!((tasks[0].act, tasks[0].due.unwrap().to_string()), ("Notifier à la CNIL", "2026-10-04".to_owned()));
        app.at("2026-10-04T10:30");
        let list = dpo.get("/violations").await;
        assert!(list.says("Le délai de 72 heures est dépassé de 2 heures"), "{}", list.text());
        let page = dpo.get(&path).await;
        assert!(page.says("En retard : à notifier sans attendre.") && !page.says("au plus tard"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn letters_leave_after_a_day_and_before_the_end_until_it_is_settled() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        identity(app).await;
        change(app, "update account set email = 'dpd@ac-example.fr' where id = $1", args![Adelaide.account()]).await;
        let dpo = officer(app).await;
        let path = entered(&dpo, &FIELDS).await;
        let settled = entered(&dpo, &FIELDS).await;
        let done = [("fait", "oui"), ("jour", "2026-10-01"), ("heure", "09:30"), ("precision", "CNIL-2026-12")];
        assert_eq!(dpo.post(&format!("{settled}/notification"), &done).await.status, 303);
        app.at("2026-10-02T07:59");
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 0);
        app.at("2026-10-02T08:00");
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 2, "{letters:?}");
        for to in ["dpd@ac-example.fr", "ent@ac-example.fr"] {
            assert!(letters.iter().any(|it| it.contains(&format!("To: {to}"))), "{to}: {letters:?}");
        }
        assert!(letters.iter().all(|it| it.contains(&path) && !it.contains("liste de classe")), "{letters:?}");
        app.at("2026-10-03T20:00");
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 4);
        assert!(dpo.get(&path).await.says("Rappel envoyé, plus de 60 heures après la découverte"));
    })
    .await;
}

#[tokio::test]
async fn what_is_entered_late_has_one_letter_to_the_officer() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T10:00");
        identity(app).await;
        change(app, "update account set email = 'admin@ac-example.fr' where id = $1", args![Adelaide.account()]).await;
        let academy = crate::task(app, "academy-admin", "academy:16").await;
        entered(&academy, &FIELDS).await;
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 2, "{letters:?}");
        for to in ["dpd@ac-example.fr", "ent@ac-example.fr"] {
            assert!(letters.iter().any(|it| it.contains(&format!("To: {to}"))), "{to}: {letters:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_late_notification_says_why_and_closing_waits_for_all() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let path = entered(&dpo, &FIELDS).await;
        app.at("2026-10-05T09:00");
        let closing = dpo.post(&format!("{path}/cloture"), &[("reason", "Tout est fait.")]).await;
        assert_eq!(closing.status, 422);
        assert!(
            closing.says("consignez la notification à la CNIL")
                && closing.says("consignez l’information des personnes")
        );
        let done = [("fait", "oui"), ("jour", "2026-10-05"), ("heure", "08:30"), ("precision", "CNIL-2026-77")];
        let page = dpo.post(&format!("{path}/notification"), &done).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Au-delà de 72 heures, la CNIL demande pourquoi."), "{}", page.text());
        assert_eq!(page.attributes("input[name=precision]", "value"), ["CNIL-2026-77"]);
        let late = [&done[..], &[("motif", "Découverte pendant un pont.")]].concat();
        assert_eq!(dpo.post(&format!("{path}/notification"), &late).await.status, 303);
        // Of two who notify, one does.
        assert_eq!(dpo.post(&format!("{path}/notification"), &late).await.status, 409);
        let told =
            [("fait", "oui"), ("jour", "2026-10-05"), ("heure", "08:45"), ("precision", "Courriel aux familles")];
        assert_eq!(dpo.post(&format!("{path}/personnes"), &told).await.status, 303);
        let page = dpo.post_then(&format!("{path}/cloture"), &[("reason", "Les listes sont relues à deux.")]).await;
        assert!(page.says("Notifiée le 5 octobre 2026 à 8 h 30, référence CNIL-2026-77."), "{}", page.text());
        assert!(page.says("Au-delà de 72 heures : Découverte pendant un pont."));
        assert_eq!(dpo.post(&format!("{path}/modifier"), &with(&[("motif", "Oubli.")])).await.status, 409);
        assert_eq!(awaited(app).await.len(), 0);
        // The timeline stays open, and nothing of it went away.
        let page = dpo.post_then(&format!("{path}/suivi"), &[("reason", "Réponse de la CNIL reçue.")]).await;
        assert!(page.says("Réponse de la CNIL reçue.") && page.says("Consignée"));
        assert_eq!(count(app, "select count(*) as n from data_breach_step").await, 5);
    })
    .await;
}

#[tokio::test]
async fn only_what_is_without_risk_is_reasoned_away() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let path = entered(&dpo, &FIELDS).await;
        let not = [("fait", "non"), ("motif", "Fichier chiffré.")];
        let page = dpo.post(&format!("{path}/notification"), &not).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Avec un risque pour les personnes, la CNIL est notifiée."), "{}", page.text());
        let lower = with(&[("risque", "none"), ("edition", "1"), ("motif", "Le fichier était chiffré.")]);
        assert_eq!(dpo.post(&format!("{path}/modifier"), &lower).await.status, 303);
        assert_eq!(dpo.post(&format!("{path}/notification"), &not).await.status, 303);
        assert!(dpo.get(&path).await.says("Non notifiée : Fichier chiffré."));
        // Once there is a risk again, the reason holds no more and the clock runs.
        let higher = with(&[("risque", "some"), ("edition", "3"), ("motif", "La clé a fui aussi.")]);
        assert_eq!(dpo.post(&format!("{path}/modifier"), &higher).await.status, 303);
        let page = dpo.get(&path).await;
        assert!(page.says("Il reste 70 h 0 min"), "{}", page.text());
        assert!(page.says("Avant · Risque pour les personnes : Improbable"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_or_to_come_comes_back() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let page = dpo
            .post("/violations", &with(&[("heure", "18:00"), ("recit", ""), ("nombre", "beaucoup"), ("risque", "")]))
            .await;
        assert_eq!(page.status, 422);
        for said in [
            "La découverte ne peut pas être à venir.",
            "Il faut quelques mots, même provisoires.",
            "Il faut un nombre, ou rien.",
            "Il faut estimer le risque",
        ] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert!(page.says("Élèves de CP et leurs familles"));
        assert_eq!(count(app, "select count(*) as n from data_breach").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_correction_over_an_older_page_is_refused() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let path = entered(&dpo, &FIELDS).await;
        let change = with(&[("edition", "1"), ("nombre", "25"), ("motif", "Recompté.")]);
        assert_eq!(dpo.post(&format!("{path}/modifier"), &change).await.status, 303);
        assert_eq!(dpo.post(&format!("{path}/modifier"), &change).await.status, 409);
        assert!(dpo.get(&path).await.says("Avant · Nombre approximatif de personnes : 24"));
    })
    .await;
}

#[tokio::test]
async fn they_are_printed_and_exported() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let path = entered(&dpo, &FIELDS).await;
        assert!(dpo.get(&format!("{path}/fiche.pdf")).await.bytes.starts_with(b"%PDF-"));
        let table = dpo.get("/violations.csv").await.html();
        assert!(table.contains("Une liste de classe") && table.contains("Risque élevé"), "{table}");
    })
    .await;
}
