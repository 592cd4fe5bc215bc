//! Who runs the campaign of the bench, and the pages they open.

use crate::bench::page::Page;
use agreements::{AgreementId, commune::found_communes};
use commons::identity::{Identity, REGION};
use db::{Db, Result, Tx, fold};
use school::{
    AccountId, Role, Viewer,
    account::{self, Account},
    charter::{self, Audience},
    session::{self, Stay},
};

/// The longest a page may take at p99.
const LIMIT_MILLIS: f64 = 60.0;

/// Those who act in the bench.
#[derive(Debug)]
pub(super) struct Office {
    /// Who runs the scheme for the whole région.
    pub(super) viewer: Viewer,
    token: String,
    /// The codes of the académies.
    pub(super) academies: Vec<String>,
}

/// Names the région and its communes, and lets in who runs the scheme.
pub(super) async fn settle(db: &Db) -> Result<Office> {
    let mut tx = db.write().await?;
    identity().save(&mut tx, REGION).await?;
    let academies: Vec<String> =
        tx.column("select distinct academy from school where gone_at is null order by academy", &[]).await?;
    for academy in &academies {
        found_communes(&mut tx, academy).await?;
    }
    // What a commune fills in on its sheet: its conventions are as long as true ones.
    tx.change(
        "update authority set address = '1 place de la Mairie', postcode = '31999', representative = 'Claude Martin', \
         quality = 'Maire' where representative = ''",
        &[],
    )
    .await?;
    let (account, token) = let_in(&mut tx, "bench.region", Role::AcademyAdmin, REGION).await?;
    tx.commit().await?;
    let mut tx = db.read().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    Ok(Office { viewer, token, academies })
}

fn identity() -> Identity {
    Identity {
        name: "Région académique Occitanie".to_owned(),
        address: "75 rue Saint-Roch\n31400 Toulouse".to_owned(),
        signatory: "Camille Faure".to_owned(),
        quality: "recteur de région académique".to_owned(),
        delegation: "par délégation".to_owned(),
        email: "ent@region.invalid".to_owned(),
        court: "tribunal administratif de Montpellier".to_owned(),
        ..Identity::default()
    }
}

/// An account with a task, signed in.
async fn let_in(tx: &mut Tx, login: &str, role: Role, scope: &str) -> Result<(AccountId, String)> {
    let id = match Account::by_login(tx, login).await? {
        Some(account) => account.id,
        None => {
            let id = account::create(tx, login).await?;
            account::grant(tx, id, role, scope).await?;
            id
        }
    };
    // Nobody signs in with it: the second factor must only be there.
    account::set_totp(tx, id, Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")).await?;
    charter::accept(tx, id, Audience::Staff).await?;
    let token = session::begin(tx, id, "bench", Stay::Device).await?;
    Ok((id, token))
}

/// The pages measured: the board, what is looked for on it, conventions, the page of a commune.
pub(super) async fn pages(db: &Db, office: &Office, ids: &[AgreementId]) -> Result<Vec<Page>> {
    let mut tx = db.write().await?;
    tx.refresh_statistics(&["agreement", "enrolment", "authority", "authority_school", "sum_due", "sum_line"]).await?;
    let communes: Vec<(String, String)> =
        tx.all("select name, territory from authority where gone_at is null order by id limit 500", &[]).await?;
    let schools: Vec<String> =
        tx.column("select uai from school where gone_at is null order by id limit 500", &[]).await?;
    let first = communes.first().map_or("region", |it| it.1.as_str());
    let (_, town_hall) = let_in(&mut tx, "bench.mairie", Role::TownOfficer, first).await?;
    tx.commit().await?;
    let page = |name, paths: Vec<String>| Page { name, token: office.token.clone(), paths, limit_millis: LIMIT_MILLIS };
    let board = |rest: &str| format!("/conventions{rest}");
    // Names are looked for by their beginning, as people type.
    let begun = |name: &String| fold(name).chars().take(6).collect::<String>().trim().replace(' ', "+");
    Ok(vec![
        page("tableau des conventions", vec![board("")]),
        page("tableau, un état", vec![board("?etat=active"), board("?etat=proposed")]),
        page("tableau, pages suivantes", (2..40).map(|it| board(&format!("?page={it}"))).collect()),
        page("recherche par nom", communes.iter().map(|it| board(&format!("?q={}", begun(&it.0)))).collect()),
        page("recherche par UAI", schools.iter().map(|it| board(&format!("?q={it}"))).collect()),
        page("convention", ids.iter().take(500).map(|it| format!("/conventions/{it}")).collect()),
        Page { name: "page d’une commune", token: town_hall, paths: vec![board("")], limit_millis: LIMIT_MILLIS },
    ])
}
