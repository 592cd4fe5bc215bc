//! Names looked for among all the people of a region, as people type them.

use crate::bench::page::Page;
use db::{Db, Result, args, fold};
use school::{
    Role, Viewer,
    account::{self, Account},
    charter::{self, Audience},
    session::{self, Stay},
};

/// A search, its page included.
const LIMIT_MILLIS: f64 = 30.0;
const LOGIN: &str = "bench.annuaire";

/// How many people there are.
pub(super) async fn count(db: &Db) -> Result<i64> {
    db.read().await?.count("select count(*) as n from person where gone_at is null", &[]).await
}

/// Who looks: somebody with the task to find people of the whole region, who said why. The token of the session.
async fn let_in(db: &Db) -> Result<String> {
    let mut tx = db.write().await?;
    let id = match Account::by_login(&mut tx, LOGIN).await? {
        Some(account) => account.id,
        None => {
            let id = account::create(&mut tx, LOGIN).await?;
            account::grant(&mut tx, id, Role::AcademyAdmin, "region").await?;
            id
        }
    };
    // Nobody signs in with it: the second factor must only be there.
    account::set_totp(&mut tx, id, Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")).await?;
    charter::accept(&mut tx, id, Audience::Staff).await?;
    let viewer = Viewer::load(&mut tx, id).await?;
    people::reason::give(&mut tx, &viewer, "Mesure de la recherche dans l’annuaire").await?;
    let token = session::begin(&mut tx, id, "bench", Stay::Device).await?;
    tx.commit().await?;
    Ok(token)
}

/// The searches measured.
pub(super) async fn pages(db: &Db) -> Result<Vec<Page>> {
    let token = let_in(db).await?;
    let mut tx = db.read().await?;
    // The first listed and the last: pupils of one end of the region, adults of the other.
    let names: Vec<(String, String)> = tx
        .all(
            "select first_name, last_name from (select id, first_name, last_name from person order by id limit $1) a \
             union all \
             select first_name, last_name from (select id, first_name, last_name from person order by id desc limit $1) b",
            args![500_i64],
        )
        .await?;
    // Folded names hold letters, digits and spaces; those of other alphabets are left out of addresses.
    let names: Vec<(String, String)> = names.into_iter().map(|(first, last)| (fold(&first), fold(&last))).collect();
    let page = |name, typed: fn(&str, &str) -> String| Page {
        name,
        token: token.clone(),
        paths: names.iter().map(|(first, last)| address(&typed(first, last))).filter(|it| it.is_ascii()).collect(),
        limit_millis: LIMIT_MILLIS,
    };
    Ok(vec![
        page("recherche, début du nom", |_, last| begun(last, 4)),
        page("recherche, nom entier", |_, last| last.to_owned()),
        page("recherche, prénom", |first, _| first.to_owned()),
        page("recherche, prénom et nom", |first, last| format!("{first} {last}")),
        page("recherche, début du nom et du prénom", |first, last| format!("{} {}", begun(last, 3), begun(first, 3))),
        page("recherche, nom que personne ne porte", |_, last| format!("{last}zyx")),
    ])
}

fn begun(name: &str, letters: usize) -> String {
    name.chars().take(letters).collect::<String>().trim().to_owned()
}

/// The address of a search; too short a name is looked for as somebody would, by going on typing.
fn address(typed: &str) -> String {
    let typed = if typed.len() < 3 { format!("{typed}aaa") } else { typed.to_owned() };
    format!("/annuaire/personnes?q={}", typed.replace(' ', "+"))
}
