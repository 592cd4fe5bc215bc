//! The letters of a breach: made when what they say is entered, by whom they are from.

use crate::{NOTICE, OFFICER, SERVICES, convention, enter, path};
use agreements::{Agreement, AgreementId, breach, breach_letter, breach_letter::Letter};
use school::Viewer;
use testkit::{App, Who, Who::Adelaide, on_both};

const ALL: [&str; 5] = [
    "mise-en-demeure.pdf",
    "invitation-conciliation.pdf",
    "proces-verbal-conciliation.pdf",
    "resiliation.pdf",
    "information-ecoles.pdf",
];

/// Which letters somebody finds.
async fn found(app: &App, who: Who, id: AgreementId) -> Vec<&'static str> {
    let client = app.by(who).await;
    let mut found = Vec::new();
    for file in ALL {
        let page = client.get(&path(id, &format!("manquement/{file}"))).await;
        if page.status == 200 {
            assert_eq!(&page.bytes[..5], b"%PDF-", "{file}");
            found.push(file);
        } else {
            assert_eq!(page.status, 404, "{file}");
        }
    }
    found
}

/// What a letter says, as somebody asks for it.
async fn said(app: &App, who: Who, id: AgreementId, letter: Letter) -> String {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let (agreement, side) = Agreement::load(&mut tx, &viewer, id).await.unwrap();
    let breach = breach::latest(&mut tx, id).await.unwrap().unwrap();
    let paper = breach_letter::document(&mut tx, &agreement, &breach, letter, side).await.unwrap();
    format!("{:?} {:?} {:?} {:?}", paper.issuer, paper.recipient, paper.about, paper.parts)
}

#[tokio::test]
async fn each_letter_comes_with_its_step() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        assert!(found(app, Adelaide, id).await.is_empty());
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        assert_eq!(found(app, Adelaide, id).await, ALL[..1]);
        let meeting = ("jour-conciliation", "2026-10-01");
        enter(&app.by(Adelaide).await, id, "conciliation", &[meeting]).await;
        assert_eq!(found(app, OFFICER, id).await, ALL[..2]);
        enter(&app.by(Adelaide).await, id, "conciliation", &[meeting, ("issue", "failed")]).await;
        assert_eq!(found(app, OFFICER, id).await, ALL[..3]);
        let end = [("jour-resiliation", "2026-10-01"), ("motifs", "Aucun engagement n’est tenu.")];
        enter(&app.by(Adelaide).await, id, "resiliation", &end).await;
        assert_eq!(found(app, Adelaide, id).await, ALL);
        assert!(found(app, crate::OTHER_OFFICER, id).await.is_empty());
        let page = app.by(Adelaide).await.get(&path(id, "manquement")).await;
        assert!(page.link("Information des écoles").is_some(), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn letters_say_the_days_the_reasons_and_that_nothing_is_given_back() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        let notice = said(app, OFFICER, id, Letter::Notice).await;
        for words in [
            "[\"Académie de Toulouse\", \"75 rue Saint-Roch\", \"31400 Toulouse\"] [\"Commune de Montaubrac\", \
             \"Jean Salvy, Maire\"",
            "Madame, Monsieur,",
            "par délégation du recteur de région académique",
            "Lettre recommandée avec demande d’avis de réception",
            "Aucune réponse aux relances.",
            "au plus tard le 1er novembre 2026",
            "ne sont pas remboursées",
            "Marthe Lacaze",
        ] {
            assert!(notice.contains(words), "{words}: {notice}");
        }
        enter(&app.by(Adelaide).await, id, "conciliation", &[("jour-conciliation", "2026-10-01"), ("issue", "failed")])
            .await;
        enter(
            &app.by(Adelaide).await,
            id,
            "resiliation",
            &[("jour-resiliation", "2026-10-01"), ("motifs", "Rien n’est fait.")],
        )
        .await;
        let end = said(app, Adelaide, id, Letter::Termination).await;
        for words in [
            "Rien n’est fait.",
            "soit le 16 octobre 2026",
            "à partir du 1er novembre 2026",
            "tribunal administratif de Montpellier",
        ] {
            assert!(end.contains(words), "{words}: {end}");
        }
        let heads = said(app, Adelaide, id, Letter::Heads).await;
        assert!(heads.contains("prend fin le 16 octobre 2026") && heads.contains("ecoles@ac-example.fr"), "{heads}");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_from_the_party_that_asks_for_it() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        enter(&app.by(OFFICER).await, id, "conciliation", &[("jour-conciliation", "2026-10-20")]).await;
        assert!(said(app, OFFICER, id, Letter::Invitation).await.starts_with("[\"Commune de Montaubrac\""));
        assert!(said(app, Adelaide, id, Letter::Invitation).await.starts_with("[\"Académie de Toulouse\""));
    })
    .await;
}
