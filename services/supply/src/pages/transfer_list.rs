//! `/ecoles/{school}/transferts`: the pupils of a school whom others entered, and those it entered.

use super::{row_part::RowPart, transfer_part};
use crate::{
    W,
    transfer::{self, Transfer},
};
use askama::Template;
use db::Moment;
use school::{School, SchoolId};
use web::{Answer, Path, SignedIn, component::EmptyState};

#[derive(Template)]
#[template(path = "transfer_list.html")]
struct ListPage {
    place: String,
    about: &'static str,
    lists: Vec<(&'static str, Vec<RowPart>)>,
    empty: EmptyState,
    back: String,
    back_word: &'static str,
}

/// `GET /ecoles/{school}/transferts`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let left = transfer::left(&mut tx, &visit.viewer, id).await?;
    let joined = transfer::joined(&mut tx, &visit.viewer, id).await?;
    let school = School::load(&mut tx, id).await?;
    let now = tx.now();
    drop(tx);
    visit.page(W.transfers(), &ListPage::of_school(school, &left, &joined, now))
}

impl ListPage {
    fn of_school(school: School, left: &[Transfer], joined: &[Transfer], now: Moment) -> Self {
        let address = format!("/ecoles/{}", school.id);
        let row = |it: &Transfer, places: String| {
            transfer_part::row(it, &places, format!("{address}/transferts/{}", it.id), now)
        };
        let left = left.iter().map(|it| row(it, W.transfer_gone_to(it.to_place()))).collect();
        let joined = joined.iter().map(|it| row(it, W.transfer_come_from(&it.school_name))).collect();
        let lists = vec![(W.transfers_left(), left), (W.transfers_joined(), joined)];
        Self::new(school.name, W.transfers_about(), lists, (address, W.back_to_school()))
    }

    fn new(
        place: String,
        about: &'static str,
        lists: Vec<(&'static str, Vec<RowPart>)>,
        (back, back_word): (String, &'static str),
    ) -> Self {
        let lists = lists.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
        Self { place, about, lists, empty: EmptyState::new("termine", W.no_transfer(), None), back, back_word }
    }
}

/// The page of the académie, which has the same parts.
pub(super) fn over(rows: Vec<RowPart>) -> impl Template {
    ListPage::new(
        W.transfers_over_place().to_owned(),
        W.transfers_over_about(),
        vec![(W.transfers_contested(), rows)],
        (super::double_list::PATH.to_owned(), W.double_back()),
    )
}
