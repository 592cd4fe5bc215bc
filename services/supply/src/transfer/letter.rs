//! The letters: to those who run the school a child leaves, and to those who run the other one when they contest it. No child is
//! named in them.

use super::Transfer;
use crate::W;
use commons::{
    House, head,
    mail::{self, Letter},
};
use db::{Result, Tx};
use school::{School, SchoolId};

/// Tells a school that another one entered some of its pupils.
pub(super) async fn to_school_left(
    tx: &mut Tx,
    house: &House,
    school: &School,
    to: &School,
    pupils: usize,
) -> Result<()> {
    let day = web::dates::date(tx.now().day());
    let said = W.letter_transfer(i64::try_from(pupils).unwrap_or(i64::MAX), &to.name, day);
    let link = format!("{}/ecoles/{}/transferts", house.address, school.id);
    post(tx, school.id, W.letter_transfer_subject(), &[said.as_str(), W.letter_transfer_ask(), link.as_str()]).await
}

/// Tells the school that entered a child that the other one contests it.
pub(super) async fn to_school_joined(tx: &mut Tx, house: &House, transfer: &Transfer) -> Result<()> {
    let said = W.letter_contested(&transfer.school_name);
    let link = format!("{}/ecoles/{}/transferts/{}", house.address, transfer.to_school, transfer.id);
    post(
        tx,
        transfer.to_school,
        W.letter_contested_subject(),
        &[said.as_str(), W.letter_contested_ask(), link.as_str()],
    )
    .await
}

/// To the head and those the head lets run a part of the school.
async fn post(tx: &mut Tx, school: SchoolId, subject: &str, parts: &[&str]) -> Result<()> {
    let text = web::letter(parts);
    for head in head::reached(tx, school, true).await? {
        mail::post(tx, &Letter { to: head.email, subject: subject.to_owned(), text: text.clone() }).await?;
    }
    Ok(())
}
