//! The pages of the service.

pub(crate) mod agreement;
mod agreement_acts;
mod agreement_parts;
pub(crate) mod articles;
mod articles_form;
pub(crate) mod authority;
pub(crate) mod authority_list;
pub(crate) mod authority_new;
pub(crate) mod board;
mod board_filter;
mod board_parts;
pub(crate) mod breach;
mod breach_part;
pub(crate) mod campaign;
pub(crate) mod campaign_list;
pub(crate) mod charge;
mod commune;
mod commune_card;
pub(crate) mod decision;
mod decision_facts;
mod decision_fields;
pub(crate) mod directory;
pub(crate) mod document;
pub(crate) mod enrolment;
pub(crate) mod identity;
pub(crate) mod move_on;
pub(crate) mod panel;
pub(crate) mod paper;
pub(crate) mod reason;
pub(crate) mod renewal;
pub(crate) mod request;
pub(crate) mod signature;
pub(crate) mod status;
pub(crate) mod sum;
mod sum_table;
pub(crate) mod sums;

use crate::W;
use db::{Result, Tx};
use school::{Right, Territory, Viewer};
use web::component::{Tab, Tabs};

/// The sides of the office, for those who run the scheme.
pub(crate) fn office_tabs(viewer: &Viewer, here: &str) -> Tabs {
    let sides = [
        (W.office_tab_board(), "/conventions", Right::ManageAgreements),
        (W.office_tab_authorities(), "/collectivites", Right::ManageAgreements),
        (W.office_tab_campaigns(), "/conventions/campagnes", Right::ManageAgreements),
        (W.sums_title(), "/conventions/sommes", Right::ManageAgreements),
        (W.office_tab_articles(), "/conventions/articles", Right::ManageAgreements),
        (W.office_tab_directory(), "/conventions/annuaire", Right::ManageAgreements),
        (W.office_tab_identity(), "/conventions/identite", Right::SetIdentity),
    ];
    let mine = sides.into_iter().filter(|(_, _, right)| viewer.may_over(*right));
    Tabs::new(W.office_tabs(), mine.map(|(label, href, _)| Tab::new(label, href, href == here)).collect())
}

/// « Académie · Toulouse »
pub(crate) async fn academy_name(tx: &mut Tx, code: &str) -> Result<String> {
    web::place_name(tx, &Territory::Academy(code.to_owned())).await
}

/// A number of rows as a count of pages, at least one.
pub(crate) fn pages(rows: i64, a_page: i64) -> u64 {
    u64::try_from((rows + a_page - 1) / a_page).unwrap_or(1).max(1)
}
