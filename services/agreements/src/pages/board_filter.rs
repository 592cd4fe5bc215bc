//! Which conventions of the board are looked at, as its address says.

use crate::{
    State,
    board::{self, Filter, Pending},
};
use db::{Result, Tx, fold};
use school::Viewer;
use serde::Deserialize;

/// Where the board is.
pub(super) const PATH: &str = "/conventions";

/// Which conventions are asked for, as an address says it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(super) q: String,
    pub(super) annee: String,
    pub(super) academie: String,
    pub(super) departement: String,
    pub(super) etat: String,
    pub(super) attente: String,
    pub(super) page: String,
}

impl Wanted {
    pub(super) async fn filter(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Filter> {
        let year = match self.annee.parse::<i64>().ok().filter(|it| (2000..=2200).contains(it)) {
            Some(year) => year,
            None => board::usual_year(tx).await?,
        };
        let mut filter = Filter::of(tx, viewer, year).await?;
        // What is no code filters nothing, and is printed nowhere.
        let is_code = |it: &str| it.len() == 3 && it.bytes().all(|it| it.is_ascii_alphanumeric());
        filter.academy = filter.managed().iter().find(|it| **it == self.academie).cloned().unwrap_or_default();
        filter.department = if is_code(&self.departement) { self.departement.clone() } else { String::new() };
        filter.state = State::try_from(self.etat.clone()).ok();
        filter.pending = Pending::try_from(self.attente.clone()).ok();
        filter.words = self.q.chars().take(200).collect();
        Ok(filter)
    }

    pub(super) fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1).max(1)
    }
}

/// The filter as an address holds it; folded words find the same.
pub(super) fn pairs(filter: &Filter) -> [(&'static str, String); 6] {
    [
        ("annee", filter.year.to_string()),
        ("academie", filter.academy.clone()),
        ("departement", filter.department.clone()),
        ("etat", filter.state.map_or("", State::as_str).to_owned()),
        ("attente", filter.pending.map_or("", Pending::as_str).to_owned()),
        ("q", fold(&filter.words)),
    ]
}

/// The filter after a question mark.
pub(super) fn query(filter: &Filter) -> String {
    let told = pairs(filter).into_iter().filter(|(_, value)| !value.is_empty());
    let told: Vec<String> = told.map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    format!("?{}", told.join("&"))
}

/// Where the board is, filtered so.
pub(super) fn address(filter: &Filter) -> String {
    format!("{PATH}{}", query(filter))
}
