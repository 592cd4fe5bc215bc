//! What is written to the person of a municipal profile: how to come in, that it was refused, that it ends soon.

use crate::{
    W,
    profile::{TownProfile, role_word},
    profile_grant::Decision,
};
use commons::{
    House,
    activation::{CODE_DAYS, activation_code},
    identity::Identity,
    mail::{self, Letter},
};
use db::{Error, Result, Tx};
use jiff::civil::Date;
use pdf::{Document, Part};
use school::{AccountId, Role, Territory, account::Account};
use web::dates;

/// What a letter says of a profile: paragraphs.
async fn said(tx: &mut Tx, house: &House, role: Role, scope: &str, until: Date, id: AccountId) -> Result<Vec<String>> {
    let place = place(tx, scope).await?;
    let account = Account::load(tx, id).await?;
    let mut said = vec![W.letter_granted(role_word(role), place, dates::date(until))];
    if account.activated_at.is_none() {
        let code = activation_code(house, id, account.sheet);
        said.push(W.letter_code(format!("{}/activation", house.address), &account.login, code, CODE_DAYS));
        said.push(W.letter_factor().to_owned());
    } else {
        said.push(W.letter_known(&account.login));
    }
    said.push(W.letter_duties().to_owned());
    Ok(said)
}

async fn place(tx: &mut Tx, scope: &str) -> Result<String> {
    let territory = Territory::of(scope).ok_or(Error::NotFound)?;
    web::place_name(tx, &territory).await
}

/// Posts the letter that tells how to come in.
///
/// # Errors
/// A fault of the database.
pub async fn post(
    tx: &mut Tx,
    house: &House,
    profile: &TownProfile,
    decision: &Decision,
    account: AccountId,
) -> Result<()> {
    let said = said(tx, house, decision.role, &decision.scope, decision.until, account).await?;
    send(tx, &profile.email, W.letter_granted_subject(), &said).await
}

/// Posts the letter that tells why a request was refused.
///
/// # Errors
/// A fault of the database.
pub async fn post_refusal(tx: &mut Tx, profile: &TownProfile, why: &str) -> Result<()> {
    let place = place(tx, &profile.scope).await?;
    send(tx, &profile.email, W.letter_refused_subject(), &[W.letter_refused(place, why)]).await
}

/// Posts the letter that tells of an end to come.
///
/// # Errors
/// A fault of the database.
pub async fn post_warning(tx: &mut Tx, profile: &TownProfile, until: Date) -> Result<()> {
    let place = place(tx, &profile.scope).await?;
    let said = [W.letter_ends(role_word(profile.role), place, dates::date(until))];
    send(tx, &profile.email, W.letter_ends_subject(), &said).await
}

async fn send(tx: &mut Tx, to: &str, subject: &str, said: &[String]) -> Result<()> {
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let letter = Letter { to: to.to_owned(), subject: subject.to_owned(), text: web::letter(&said) };
    mail::post(tx, &letter).await
}

/// The letter on paper, for a profile in force.
///
/// # Errors
/// [`Error::Conflict`] when the profile has no account or no end yet.
pub async fn printed(tx: &mut Tx, house: &House, profile: &TownProfile) -> Result<Document> {
    let (account, until) = profile.account_id.zip(profile.until()).ok_or(Error::Conflict)?;
    let identity = Identity::of(tx, &format!("academy:{}", profile.academy)).await?;
    let place = place(tx, &profile.scope).await?;
    let said = said(tx, house, profile.role, &profile.scope, until, account).await?;
    let issuer = [identity.name].into_iter().chain(identity.address.lines().map(str::to_owned));
    let parts = [W.letter_hello().to_owned()].into_iter().chain(said).chain([W.letter_close().to_owned()]);
    Ok(Document {
        title: W.letter_granted_subject().to_owned(),
        issuer: issuer.filter(|line| !line.trim().is_empty()).collect(),
        recipient: vec![profile.name(), profile.position.clone(), place],
        about: vec![W.letter_made(dates::date(tx.now().day()))],
        footer: W.letter_footer().to_owned(),
        parts: parts.map(Part::Paragraph).collect(),
    })
}
