//! « Collectivités »: the communes and groupings of the territory, for those who run the scheme.

use super::{office_tabs, pages};
use crate::{
    W,
    agreement::academies,
    authority::{self, Listed, PAGE, Search, near::near},
    authority_form::mandate_is_over,
    commune::found_communes,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Error, fold};
use jiff::civil::Date;
use school::{Right, authority::AuthorityKind, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Button, Cell, Choice, Column, EmptyState, Field, LinkButton, Opt, Pager, Table, Tabs},
};

#[derive(Template)]
#[template(path = "authority_list.html")]
struct ListPage {
    tabs: Tabs,
    words: Field,
    department: Choice,
    search: Button,
    add: LinkButton,
    found: Button,
    counted: String,
    table: Option<Table>,
    empty: EmptyState,
    /// Names near what was typed, when nothing is found: address, name.
    near: Vec<(String, String)>,
    pager: Pager,
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    q: String,
    departement: String,
    page: i64,
}

impl Wanted {
    fn looking_for(&self, name: &str) -> Self {
        Self { q: name.to_owned(), departement: self.departement.clone(), page: 0 }
    }
}

/// `GET /collectivites`
pub(crate) async fn list(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    if !visit.viewer.may_over(Right::ManageAgreements) {
        return own(visit).await;
    }
    let mut tx = visit.read().await?;
    let departments = authority::departments(&mut tx, &visit.viewer).await?;
    let chosen: Vec<String> = match departments.contains(&wanted.departement) {
        true => vec![wanted.departement.clone()],
        false => departments.clone(),
    };
    let search = Search::new(&chosen, &wanted.q)?;
    let count = search.count(&mut tx).await?;
    let found = search.page(&mut tx, wanted.page).await?;
    let near = if count == 0 { near(&mut tx, &chosen, &wanted.q).await? } else { Vec::new() };
    let near = near.into_iter().map(|name| (address(&wanted.looking_for(&name)), name)).collect();
    let today = tx.now().day();
    drop(tx);
    let number = u64::try_from(wanted.page.max(1)).unwrap_or(1);
    let page = ListPage {
        tabs: office_tabs(&visit.viewer, "/collectivites"),
        words: Field::search("q", W.authority_search()).hint(W.authority_search_hint()).value(&wanted.q),
        department: Choice::select("departement", W.office_department(), options(&departments, &wanted.departement)),
        search: Button::secondary(W.office_search()).icon("chercher"),
        add: LinkButton::primary(W.authority_add(), "/collectivites/nouvelle").icon("ajouter"),
        found: Button::secondary(W.communes_found()).icon("ecole"),
        counted: W.authorities_counted(count),
        table: (!found.is_empty()).then(|| table(&found, today)),
        empty: EmptyState::new("recherche", W.authorities_none(), None),
        near,
        pager: Pager::new(address(&wanted), number, pages(count, PAGE), W.authority_pages())
            .steps(W.office_page_before(), W.office_page_after()),
    };
    visit.set_wide();
    visit.page(W.authorities_title(), &page)
}

/// An officer of one authority goes to it.
async fn own(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::HandleAgreement))?;
    let mut tx = visit.read().await?;
    let handled = authority::handled(&mut tx, &visit.viewer).await?;
    let first = handled.first().ok_or(Error::NotFound)?;
    Ok(Redirect::to(&format!("/collectivites/{}", first.id)).into_response())
}

/// `POST /collectivites/communes`
pub(crate) async fn found(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.write().await?;
    let mut count = 0;
    for academy in academies(&mut tx, &visit.viewer).await? {
        count += found_communes(&mut tx, &academy).await?;
    }
    tx.commit().await?;
    Ok(visit.done("/collectivites", &W.communes_founded(i64::try_from(count).unwrap_or(i64::MAX))))
}

fn options(departments: &[String], chosen: &str) -> Vec<Opt> {
    let all = Opt::new("", W.office_departments_all()).checked(chosen.is_empty());
    let one = |it: &String| Opt::new(it, it.trim_start_matches('0')).checked(it == chosen);
    [all].into_iter().chain(departments.iter().map(one)).collect()
}

/// The list without its page; folded words find the same.
fn address(wanted: &Wanted) -> String {
    let department: String = wanted.departement.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("/collectivites?q={}&departement={department}", fold(&wanted.q).replace(' ', "+"))
}

fn table(found: &[Listed], today: Date) -> Table {
    let columns = vec![
        Column::new(W.office_authority()),
        Column::new(W.office_kind()),
        Column::new(W.office_department()),
        Column::numeric(W.office_schools()),
        Column::new(W.office_siret()),
        Column::new(W.office_to_look_at()),
    ];
    let rows = found.iter().map(|it| {
        vec![
            Cell::link(&it.name, format!("/collectivites/{}", it.id)),
            Cell::text(kind_word(it.kind)),
            Cell::text(it.department.trim_start_matches('0')),
            Cell::text(it.schools.to_string()),
            Cell::text(it.siret.as_deref().unwrap_or_else(|| W.office_siret_to_fill())),
            Cell::text(if mandate_is_over(it.mandate_until.as_deref(), today) {
                W.office_mandate_over_short()
            } else {
                ""
            }),
        ]
    });
    Table::new(W.authorities_title(), columns, rows.collect()).caption_hidden()
}

/// What an authority is, in a word.
pub(crate) fn kind_word(kind: AuthorityKind) -> &'static str {
    match kind {
        AuthorityKind::Commune => W.office_commune(),
        AuthorityKind::Grouping => W.office_grouping(),
    }
}
