//! Sums due and breaches of conventions through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod breach;
mod exports;
mod letters;
mod list;
mod reminders;
mod strangers;
mod sum;

use agreements::AgreementId;
use commons::identity::Identity;
use db::{Arg, Tx, Uuid, args};
use school::{Authority, AuthorityId, Role, Territory, account};
use testkit::{App, Client, Page, Place, Who, people::TOTP_SECRET};
use web::Service;

const SERVICES: &[&Service] = &[&agreements::SERVICE];

/// The secretary of the town hall of Montaubrac.
const OFFICER: Who = Who::Agnes;
/// That of Sainte-Foy: a stranger.
const OTHER_OFFICER: Who = Who::Thea;

/// A page under a convention: `path(convention, "somme")`.
fn path(agreement: AgreementId, rest: &str) -> String {
    format!("/conventions/{agreement}/{rest}")
}

/// A convention of Montaubrac in force since 15 September, for the two schools of the world; both town halls have an officer.
async fn convention(app: &App) -> AgreementId {
    let mut tx = app.write().await;
    identity(&mut tx).await;
    officer(&mut tx, OFFICER, "town:031:montaubrac").await;
    officer(&mut tx, OTHER_OFFICER, "town:031:sainte-foy").await;
    let montaubrac = authority(&mut tx, "Commune de Montaubrac", "montaubrac", "21310118100013").await;
    let agreement = agreement(&mut tx, montaubrac, "2026-16-0007").await;
    enrol(&mut tx, agreement, montaubrac, Place::Tilleuls).await;
    enrol(&mut tx, agreement, montaubrac, Place::JulesVerne).await;
    tx.commit().await.unwrap();
    agreement
}

async fn identity(tx: &mut Tx) {
    let identity = Identity {
        name: "Académie de Toulouse".to_owned(),
        address: "75 rue Saint-Roch\n31400 Toulouse".to_owned(),
        signatory: "Marthe Lacaze".to_owned(),
        quality: "rectrice".to_owned(),
        delegation: "par délégation du recteur de région académique".to_owned(),
        email: "ecoles@ac-example.fr".to_owned(),
        court: "tribunal administratif de Montpellier".to_owned(),
        ..Identity::default()
    };
    identity.save(tx, "academy:16").await.unwrap();
}

/// Gives somebody a task over a territory in place of what they are in the directory.
async fn officer(tx: &mut Tx, who: Who, scope: &str) {
    tx.change("delete from account_person where account_id = $1", args![who.account()]).await.unwrap();
    account::grant(tx, who.account(), Role::TownOfficer, scope).await.unwrap();
    account::set_totp(tx, who.account(), Some(TOTP_SECRET)).await.unwrap();
}

async fn authority(tx: &mut Tx, name: &str, key: &str, siret: &str) -> AuthorityId {
    let town = Territory::Town("031".to_owned(), key.to_owned());
    let mut authority = Authority::new(tx.id(), name, Some(&town), "031", tx.now());
    authority.siret = Some(siret.to_owned());
    authority.address = "1 place de la Mairie".to_owned();
    authority.postcode = "31370".to_owned();
    authority.town = "Montaubrac".to_owned();
    authority.representative = "Jean Salvy".to_owned();
    authority.quality = "Maire".to_owned();
    authority.email = Some("mairie@montaubrac.example.org".to_owned());
    authority.chorus_service = Some("ECOLES".to_owned());
    authority.save(tx).await.unwrap();
    authority.id
}

async fn agreement(tx: &mut Tx, authority: AuthorityId, number: &str) -> AgreementId {
    let (id, now): (AgreementId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into agreement (id, year, authority_id, academy, department, number, state, template, price_cents, \
         effective_on, ends_on, sort_key, search_key, created_at, changed_at) \
         values ($1, 2026, $2, '16', '031', $3, 'active', 1, 4500, '2026-09-15', '2027-09-05', $3, $3, $4, $4)",
        args![id, authority, number, now],
    )
    .await
    .unwrap();
    id
}

async fn enrol(tx: &mut Tx, agreement: AgreementId, authority: AuthorityId, place: Place) {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into enrolment (id, year, school_id, authority_id, agreement_id, state, asked_at) \
         values ($1, 2026, $2, $3, $4, 'enrolled', $5)",
        args![id, place.id(), authority, agreement, now],
    )
    .await
    .unwrap();
}

/// Sends a form of the breach, which may carry files; answers the answer.
async fn enter(client: &Client<'_>, agreement: AgreementId, act: &str, fields: &[(&str, &str)]) -> Page {
    let end = if act.is_empty() { "manquement".to_owned() } else { format!("manquement/{act}") };
    client.upload(&path(agreement, &end), fields, &[]).await
}

/// Formal notice by the académie, dated today.
const NOTICE: [(&str, &str); 3] = [
    ("partie", "academy"),
    ("jour-mise-en-demeure", "2026-10-01"),
    ("griefs", "Le débit du raccordement ne suffit pas.\nAucune réponse aux relances."),
];

/// Where a convention stands.
async fn state(app: &App, agreement: AgreementId) -> String {
    text(app, "select state from agreement where id = $1", args![agreement]).await
}

/// Where its titre stands.
async fn sum_state(app: &App, agreement: AgreementId) -> String {
    text(app, "select state from sum_due where agreement_id = $1", args![agreement]).await
}

/// The text a statement answers.
async fn text(app: &App, sql: &'static str, args: &[Arg]) -> String {
    let (found,): (String,) = app.read().await.one(sql, args).await.unwrap();
    found
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Has the académie make the statement of a convention, and follow its titre through these steps, each on its day.
async fn follow(app: &App, agreement: AgreementId, steps: &[(&str, &str)]) {
    let adelaide = app.by(Who::Adelaide).await;
    adelaide.post_then(&path(agreement, "somme"), &[]).await;
    for (state, day) in steps {
        let answer = change(&adelaide, agreement, state, day).await;
        assert_eq!(answer.status, 303, "{state}: {}", answer.text());
    }
}

/// Has a titre go on, with a number for those that are issued.
async fn change(client: &Client<'_>, agreement: AgreementId, state: &str, day: &str) -> Page {
    let fields = [("etat", state), ("jour", day), ("numero", "TP-2026-114")];
    client.post(&path(agreement, "somme/etat"), &fields).await
}
