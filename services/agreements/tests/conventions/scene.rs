//! A commune with three schools, and its convention for 2026-2027, in preparation.

use agreements::{Agreement, AgreementId, enrolment, renewal::EXPIRE, select_agreement};
use commons::identity::Identity;
use db::{Arg, Tx, Uuid, args};
use school::{Authority, SchoolId, Territory, authority::set_payer};
use std::{
    io::Write,
    process::{Command, Stdio},
};
use testkit::{App, Client, Page, Place, Who};

/// The scope of whoever handles the convention for the commune.
pub(crate) const MONTAUBRAC: &str = "town:031:montaubrac";
/// The national codes of its two other schools.
pub(crate) const OTHERS: [&str; 2] = ["0311696A", "0311710R"];

/// The convention of Montaubrac, in preparation, with its three schools.
pub(crate) async fn prepared(app: &App) -> AgreementId {
    let mut tx = app.write().await;
    identity().save(&mut tx, "academy:16").await.unwrap();
    let authority = commune(&mut tx).await;
    campaign(&mut tx, 2026).await;
    let agreement = draft(&mut tx, &authority, 2026, "2026-16-0001").await;
    let mut schools = vec![Place::Tilleuls.id()];
    for uai in OTHERS {
        schools.push(school(&mut tx, uai).await);
    }
    for school in schools {
        set_payer(&mut tx, school, authority.id, "hand").await.unwrap();
        enrol(&mut tx, &authority, agreement, school, 2026).await;
    }
    enrolment::recount(&mut tx, agreement).await.unwrap();
    tx.commit().await.unwrap();
    agreement
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

async fn commune(tx: &mut Tx) -> Authority {
    let territory = Territory::of(MONTAUBRAC).unwrap();
    let authority = Authority {
        siret: Some("21310118100013".to_owned()),
        address: "1 place de la Mairie".to_owned(),
        postcode: "31999".to_owned(),
        town: "Montaubrac".to_owned(),
        representative: "Mireille Sans".to_owned(),
        quality: "Maire".to_owned(),
        email: Some("mairie@montaubrac.example".to_owned()),
        ..Authority::new(tx.id(), "Commune de Montaubrac", Some(&territory), "031", tx.now())
    };
    authority.save(tx).await.unwrap();
    authority
}

/// Opens the campaign of a year.
pub(crate) async fn campaign(tx: &mut Tx, year: i64) {
    let now = tx.now();
    tx.change(
        "insert into campaign (year, price_cents, opens_on, closes_on, opened_at) values ($1, 4500, '2026-04-01', '2027-06-30', $2)",
        args![year, now],
    )
    .await
    .unwrap();
}

async fn draft(tx: &mut Tx, authority: &Authority, year: i64, number: &str) -> AgreementId {
    let (id, now): (AgreementId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into agreement (id, year, authority_id, academy, department, number, state, template, price_cents, ends_on, \
         sort_key, search_key, created_at, changed_at) \
         values ($1, $2, $3, '16', '031', $4, 'draft', 1, 4500, $5, 'commune de montaubrac', $7, $6, $6)",
        args![
            id,
            year,
            authority.id,
            number,
            format!("{}-09-05", year + 1),
            now,
            format!(" commune de montaubrac {}", number.replace('-', " "))
        ],
    )
    .await
    .unwrap();
    id
}

/// Another school of Montaubrac.
async fn school(tx: &mut Tx, uai: &str) -> SchoolId {
    let (id, now): (SchoolId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into school (id, academy, jointure, uai, name, kind, town, details, sort_key, created_at) \
         values ($1, '16', $2, $3, 'Laïque', 'E.E.PU', 'Montaubrac', '{}', 'laique', $4)",
        args![id, uai[2..7].parse::<i64>().unwrap(), uai, now],
    )
    .await
    .unwrap();
    id
}

async fn enrol(tx: &mut Tx, authority: &Authority, agreement: AgreementId, school: SchoolId, year: i64) {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into enrolment (id, year, school_id, authority_id, agreement_id, state, asked_at) \
         values ($1, $2, $3, $4, $5, 'requested', $6)",
        args![id, year, school, authority.id, agreement, now],
    )
    .await
    .unwrap();
}

/// Adélaïde with another task: the only one in the world who has one.
pub(crate) async fn task<'a>(app: &'a App, role: &str, scope: &str) -> Client<'a> {
    run(
        app,
        // Stories may begin before the world does.
        "update account_grant set role = $2, scope = $3, since = 0 where account_id = $1",
        args![Who::Adelaide.account(), role, scope],
    )
    .await;
    app.by(Who::Adelaide).await
}

/// Who runs the scheme for the académie.
pub(crate) async fn academy(app: &App) -> Client<'_> {
    task(app, "academy-admin", "academy:16").await
}

/// Who handles the convention at the mairie.
pub(crate) async fn mairie(app: &App) -> Client<'_> {
    task(app, "town-officer", MONTAUBRAC).await
}

/// Runs a statement behind the pages.
pub(crate) async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The night after a day: what is over ends.
pub(crate) async fn night(app: &App, over: &str) {
    (EXPIRE.run)(app.house.clone(), over.to_owned()).await.unwrap();
}

/// The number a statement answers.
pub(crate) async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// A convention as it is kept.
pub(crate) async fn kept(app: &App, id: AgreementId) -> Agreement {
    app.read().await.one(select_agreement!("a.id = $1"), args![id]).await.unwrap()
}

/// An address under that of a convention.
pub(crate) fn at(id: AgreementId, rest: &str) -> String {
    format!("/conventions/{id}{rest}")
}

/// Proposes it.
pub(crate) async fn propose(app: &App, id: AgreementId) -> Page {
    academy(app).await.post_then(&at(id, "/proposer"), &[]).await
}

/// What is typed of a decision that authorises, some fields of it otherwise.
pub(crate) fn decision<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("tenue", "2026-12-08"),
        ("issue", "adoptee"),
        ("autorise", "on"),
        ("numero", "2026/08-13"),
        ("montant", "135"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).filter(|(_, typed)| !typed.is_empty()).collect()
}

/// What is typed of a signature.
pub(crate) fn signature<'a>(party: &'a str, day: &'a str) -> [(&'a str, &'a str); 5] {
    let (name, quality) = match party {
        "academy" => ("Camille Faure", "recteur de l’académie de Toulouse"),
        _ => ("Mireille Sans", "Maire"),
    };
    [("partie", party), ("jour", day), ("lieu", "Montaubrac"), ("nom", name), ("qualite", quality)]
}

/// Both parties sign it, the académie first, on 27 October and 9 December 2026.
pub(crate) async fn in_force(app: &App, id: AgreementId) {
    propose(app, id).await;
    both_sign(app, id).await;
}

/// Both parties sign what was proposed.
pub(crate) async fn both_sign(app: &App, id: AgreementId) {
    app.at("2026-12-10T10:00");
    let adelaide = academy(app).await;
    assert_eq!(adelaide.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await.status, 303);
    for (party, day) in [("academy", "2026-10-27"), ("authority", "2026-12-09")] {
        let answer = adelaide.upload(&at(id, "/signatures"), &signature(party, day), &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
}

/// What `pdftotext` finds in a document, every space as one plain space.
pub(crate) fn text_of(page: &Page) -> String {
    assert_eq!(page.status, 200);
    let mut reader = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("pdftotext is missing ({error}): install poppler-utils"));
    let mut input = reader.stdin.take().unwrap();
    input.write_all(&page.bytes).unwrap();
    drop(input);
    let output = reader.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
