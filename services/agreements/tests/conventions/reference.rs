//! The reference case, end to end (domain.md §1): three schools of a commune, an académie that signs on 27 October 2022, a
//! council that votes on 8 December, 135 euros, the end on 5 September 2023; then what a breach would have made of it.

use crate::{
    SERVICES,
    scene::{at, count, kept, night, signature, task, text_of},
};
use agreements::{Agreement, AgreementId, State, select_agreement};
use commons::identity::Identity;
use db::{args, fold};
use school::{Authority, SchoolId, Territory, authority::set_payer};
use testkit::{App, Client, on_both};

const TOWN: &str = "town:031:l-orme-d-aure";
/// As the directory writes them.
const SCHOOLS: [(&str, &str); 3] =
    [("0311696A", "ÉCOLE LAÏQUE"), ("0311710R", "Jean Moulin"), ("0312962B", "Les Grands Chênes")];

async fn academy(app: &App) -> Client<'_> {
    task(app, "academy-admin", "academy:16").await
}

async fn town_hall(app: &App) -> Client<'_> {
    task(app, "town-officer", TOWN).await
}

/// The commune and its schools; it pays for two of them, as far as anybody said.
async fn commune(app: &App) {
    let mut tx = app.write().await;
    let territory = Territory::of(TOWN).unwrap();
    let (id, now) = (tx.id(), tx.now());
    let authority = Authority {
        siret: Some("21310118100013".to_owned()),
        address: "1 place de la Mairie".to_owned(),
        postcode: "31999".to_owned(),
        town: "L’Orme-d’Aure".to_owned(),
        representative: "Mireille Sans".to_owned(),
        quality: "Maire".to_owned(),
        email: Some("mairie@orme.example".to_owned()),
        ..Authority::new(id, "Commune de L’Orme-d’Aure", Some(&territory), "031", now)
    };
    authority.save(&mut tx).await.unwrap();
    for (rank, (uai, name)) in SCHOOLS.into_iter().enumerate() {
        let school: SchoolId = tx.id();
        tx.change(
            "insert into school (id, academy, uai, name, kind, town, details, sort_key, created_at) \
             values ($1, '16', $2, $3, 'E.E.PU', 'L ORME D AURE', '{}', $4, $5)",
            args![school, uai, name, fold(name), now],
        )
        .await
        .unwrap();
        if rank > 0 {
            set_payer(&mut tx, school, authority.id, "annuaire").await.unwrap();
        }
    }
    identity().save(&mut tx, "academy:16").await.unwrap();
    tx.commit().await.unwrap();
}

fn identity() -> Identity {
    Identity {
        name: "Région académique Occitanie".to_owned(),
        address: "75 rue Saint-Roch\n31400 Toulouse".to_owned(),
        signatory: "Camille Faure".to_owned(),
        quality: "recteur de l’académie de Toulouse".to_owned(),
        delegation: "par délégation du recteur de région académique".to_owned(),
        email: "ent@ac-example.fr".to_owned(),
        court: "tribunal administratif de Montpellier".to_owned(),
        ..Identity::default()
    }
}

/// The campaign is opened, the convention prepared and proposed: by the académie, in its pages.
async fn proposed(app: &App) -> AgreementId {
    app.at("2022-09-15T10:00");
    commune(app).await;
    let adelaide = academy(app).await;
    let campaign = [("annee", "2022"), ("prix", "45,00"), ("debut", "2022-09-01"), ("fin", "2022-12-31")];
    assert_eq!(adelaide.post("/conventions/campagnes", &campaign).await.status, 303);
    let page = adelaide.post_then("/conventions/campagnes/2022/preparation", &[("academie", "16")]).await;
    assert!(page.says("1 convention est préparée."), "{}", page.text());
    let (id,): (AgreementId,) = app.read().await.one("select id from agreement", &[]).await.unwrap();
    // The same school is written with its accents and without: its code says which it is.
    let line = "0311696A - L'ORME D'AURE - 031 - E.E.PU ECOLE LAIQUE";
    let page = adelaide.post_then(&at(id, "/ecoles"), &[("ecoles", line)]).await;
    assert!(page.says("1 école est ajoutée.") && !page.says("diffère"), "{}", page.text());
    app.at("2022-10-20T10:00");
    let page = academy(app).await.post_then(&at(id, "/proposer"), &[]).await;
    assert!(page.says("Proposée") && page.says("Participation : 135,00 € (cent trente-cinq euros)"), "{}", page.text());
    id
}

/// Nineteen names present, two both present and absent, four absent with a proxy each: as they stand in the extract.
fn names() -> [String; 3] {
    let named = |letter: char, count: usize| (1..=count).map(|rank| format!("{letter}. Nom{rank}")).collect::<Vec<_>>();
    let mut present = named('P', 19);
    present.extend(["Béa Roy".to_owned(), "Léo D’Aure".to_owned()]);
    let mut absent = named('A', 4);
    absent.extend(["BÉA ROY".to_owned(), "Léo d'Aure".to_owned()]);
    let proxies: Vec<String> = named('A', 4).into_iter().map(|giver| format!("{giver} → P. Nom1")).collect();
    [present.join("\n"), absent.join("\n"), proxies.join("\n")]
}

/// The académie signs first, the council votes, the commune signs.
async fn in_force(app: &App) -> AgreementId {
    let id = proposed(app).await;
    app.at("2022-10-27T11:00");
    let signed = signature("academy", "2022-10-27");
    assert_eq!(academy(app).await.upload(&at(id, "/signatures"), &signed, &[]).await.status, 303);
    assert_eq!(kept(app, id).await.state, State::SignedByOne);
    app.at("2022-12-09T14:00");
    let town_hall = town_hall(app).await;
    let signed = signature("authority", "2022-12-09");
    let early = town_hall.upload(&at(id, "/signatures"), &signed, &[]).await;
    assert!(early.status == 422 && early.says("aucune délibération adoptée"), "{}", early.text());
    let [present, absent, proxies] = names();
    let decision = [
        ("tenue", "2022-12-08"),
        ("issue", "adoptee"),
        ("autorise", "on"),
        ("seance", "2022/08"),
        ("numero", "2022/08-13"),
        ("membres", "29"),
        ("exercice", "29"),
        ("presents", "20"),
        ("absents", "9"),
        ("exprimes", "24"),
        ("pour", "24"),
        ("contre", "0"),
        ("abstentions", "0"),
        ("montant", "135"),
        ("noms_presents", present.as_str()),
        ("noms_absents", absent.as_str()),
        ("procurations", proxies.as_str()),
        ("certifiee", "2022-12-09"),
    ];
    let answer = town_hall.upload(&at(id, "/deliberation"), &decision, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    app.at("2022-12-12T09:00");
    let signed = signature("authority", "2022-12-12");
    let town_hall = self::town_hall(app).await;
    assert_eq!(town_hall.upload(&at(id, "/signatures"), &signed, &[]).await.status, 303);
    id
}

fn days(agreement: &Agreement) -> [Option<&str>; 5] {
    [
        agreement.proposed_on.as_deref(),
        agreement.academy_signed_on.as_deref(),
        agreement.authority_signed_on.as_deref(),
        agreement.effective_on.as_deref(),
        Some(agreement.ends_on.as_str()),
    ]
}

#[tokio::test]
async fn the_convention_of_2022_runs_from_its_last_signature_to_5_september_2023() {
    on_both(SERVICES, async |app| {
        let id = in_force(app).await;
        let now = kept(app, id).await;
        assert_eq!((now.state, now.number.as_str()), (State::Active, "2022-16-0001"));
        let expected = ["2022-10-20", "2022-10-27", "2022-12-12", "2022-12-12", "2023-09-05"].map(Some);
        assert_eq!(days(&now), expected);
        let page = academy(app).await.get(&at(id, "")).await;
        for told in [
            "La liste des présents a 21 noms, et la délibération en compte 20.",
            "La liste des absents et excusés a 6 noms, et la délibération en compte 9.",
            "À la fois parmi les présents et parmi les absents : Béa Roy, Léo D’Aure",
            "2022/08-13",
            "8 décembre 2022",
        ] {
            assert!(page.says(told), "{told}: {}", page.text());
        }
        assert!(!page.says("votes exprimés pour"), "24 votes are 20 present and 4 proxies");
        let page = town_hall(app).await.get("/conventions").await;
        assert!(page.says("En vigueur") && page.says("0311696A - L ORME D AURE - 031 - E.E.PU ÉCOLE LAÏQUE"));
        for (over, state) in [("2023-09-04", State::Active), ("2023-09-05", State::Expired)] {
            night(app, over).await;
            assert_eq!(kept(app, id).await.state, state, "once {over} is over");
        }
    })
    .await;
}

#[tokio::test]
async fn its_papers_say_who_what_and_how_much() {
    on_both(SERVICES, async |app| {
        let id = in_force(app).await;
        let town_hall = town_hall(app).await;
        let text = text_of(&town_hall.get(&at(id, "/convention.pdf")).await);
        for said in [
            "Année scolaire 2022-2023",
            "Région académique Occitanie",
            "Commune de L’Orme-d’Aure",
            "21310118100013",
            "0311696A",
            "0311710R",
            "0312962B",
            "45,00 €",
            "135,00 €",
            "cent trente-cinq euros",
            "3 écoles",
            "27 octobre 2022",
            "12 décembre 2022",
            "5 septembre 2023",
            "tribunal administratif de Montpellier",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let text = text_of(&town_hall.get(&at(id, "/etat-des-sommes.pdf")).await);
        assert!(text.contains("n’est pas un titre de perception") && text.contains("135,00 €"), "{text}");
        let file = academy(app).await.get("/conventions/sommes.csv?annee=2022").await.html();
        let rows: Vec<&str> = file.lines().skip(1).collect();
        assert_eq!(rows.len(), 3, "{file}");
        for (row, (uai, _)) in rows.iter().zip(SCHOOLS) {
            assert!(row.contains(&format!(";{uai};")) && row.contains(";2022-2023;45,00;"), "{row}");
            assert!(row.starts_with("2022-16-0001;21310118100013;"), "{row}");
        }
        let board = academy(app).await.get("/conventions?annee=2022&q=l%27orme%20d+aure").await;
        assert!(board.says("En vigueur 1 3 135,00 €"), "{}", board.text());
    })
    .await;
}

const NOTICE: [(&str, &str); 3] =
    [("partie", "academy"), ("jour-mise-en-demeure", "2023-01-31"), ("griefs", "Le débit ne suffit pas.")];

/// Enters an act of a breach as the académie, the day it is.
async fn enter(app: &App, id: AgreementId, act: &str, fields: &[(&str, &str)]) {
    let answer = academy(app).await.upload(&at(id, &format!("/manquement{act}")), fields, &[]).await;
    assert_eq!(answer.status, 303, "{act}: {}", answer.text());
}

/// The titre goes its way until it is paid.
async fn pay(app: &App, id: AgreementId) {
    let adelaide = academy(app).await;
    for (state, day) in
        [("requested", "2022-12-13"), ("issued", "2022-12-20"), ("notified", "2023-01-04"), ("paid", "2023-01-20")]
    {
        let fields = [("etat", state), ("jour", day), ("numero", "TP-2022-1")];
        let answer = adelaide.post(&at(id, "/somme/etat"), &fields).await;
        assert_eq!(answer.status, 303, "{state}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_breach_that_is_not_settled_ends_it_fifteen_days_after_the_letter_and_nothing_is_given_back() {
    on_both(SERVICES, async |app| {
        let id = in_force(app).await;
        app.at("2023-01-31T10:00");
        pay(app, id).await;
        enter(app, id, "", &NOTICE).await;
        let page = town_hall(app).await.get(&at(id, "/manquement")).await;
        assert!(page.says("Conciliation à tenir au plus tard le 28 février 2023"), "a month, clamped: {}", page.text());
        app.at("2023-02-20T10:00");
        let failed = [("jour-conciliation", "2023-02-17"), ("issue", "failed")];
        enter(app, id, "/conciliation", &failed).await;
        enter(app, id, "/resiliation", &[("jour-resiliation", "2023-02-20"), ("motifs", "Rien n’a changé.")]).await;
        let now = kept(app, id).await;
        assert_eq!((now.state, now.ended_on.as_deref()), (State::TerminationNotice, Some("2023-03-07")));
        night(app, "2023-03-05").await;
        assert_eq!(kept(app, id).await.state, State::TerminationNotice);
        night(app, "2023-03-06").await;
        assert_eq!(kept(app, id).await.state, State::Terminated);
        app.at("2023-03-20T10:00");
        enter(app, id, "/tribunal", &[("jour-tribunal", "2023-03-20")]).await;
        let page = town_hall(app).await.get(&at(id, "/somme")).await;
        assert!(page.says("135,00 €") && page.says("jamais remboursées"), "{}", page.text());
        let back = [("etat", "cancelled"), ("jour", "2023-03-20")];
        let answer = academy(app).await.post(&at(id, "/somme/etat"), &back).await;
        assert!(answer.status == 422 && answer.says("ni remboursée, ni annulée"), "{}", answer.text());
        let lines = "select cast(sum(amount_cents) as bigint) as n from sum_line";
        assert_eq!(count(app, lines, &[]).await, 13_500);
    })
    .await;
}

#[tokio::test]
async fn a_conciliation_that_succeeds_leaves_the_convention_to_its_end() {
    on_both(SERVICES, async |app| {
        let id = in_force(app).await;
        app.at("2023-02-20T10:00");
        enter(app, id, "", &NOTICE).await;
        assert_eq!(kept(app, id).await.state, State::Notice);
        enter(app, id, "/conciliation", &[("jour-conciliation", "2023-02-20"), ("issue", "agreed")]).await;
        assert_eq!(kept(app, id).await.state, State::Active);
        night(app, "2023-09-05").await;
        assert_eq!(kept(app, id).await.state, State::Expired);
    })
    .await;
}

#[tokio::test]
async fn a_commune_that_refuses_owes_nothing_and_its_schools_may_be_taken_up_again() {
    on_both(SERVICES, async |app| {
        let id = proposed(app).await;
        app.at("2022-12-09T14:00");
        let town_hall = town_hall(app).await;
        let rejected = [("tenue", "2022-12-08"), ("issue", "rejetee")];
        assert_eq!(town_hall.upload(&at(id, "/deliberation"), &rejected, &[]).await.status, 303);
        assert_eq!(kept(app, id).await.state, State::Refused);
        assert_eq!(count(app, "select count(*) as n from sum_due", &[]).await, 0);
        let adelaide = academy(app).await;
        assert_eq!(adelaide.post(&at(id, "/annuler"), &[("reason", "Refusée.")]).await.status, 303);
        let none: Option<Agreement> = app.read().await.first(select_agreement!("a.schools > 0"), &[]).await.unwrap();
        assert!(none.is_none(), "its schools are free");
    })
    .await;
}
