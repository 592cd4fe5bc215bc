//! The link of a letter: one thing, to read and nothing more, for the account the letter was written to, during two days.
//!
//! The token carries what it is for and is signed by the house; nothing is stored. Whether the account may still read the
//! thing is asked when the link is opened.

use crate::{House, secret::same, thing::ThingId};
use data_encoding::BASE64URL_NOPAD;
use db::{Moment, Uuid};
use school::AccountId;

/// How long a link is good, in hours.
pub const HOURS: i64 = 48;
/// The longest name of a kind.
const LONGEST_KIND: usize = 40;
const HOUR_MILLIS: i64 = 3_600_000;

/// The path of the link to a thing: `/lecture/…`.
pub fn sign(house: &House, account: AccountId, kind: &str, thing: ThingId, now: Moment) -> String {
    let ends = u32::try_from(now.0.div_euclid(HOUR_MILLIS) + 1 + HOURS).unwrap_or(0);
    let signature = signature(house, account, kind, thing, ends);
    let (account, thing) = (Uuid::from(account), Uuid::from(thing));
    let parts = [&account.as_bytes()[..], thing.as_bytes(), &ends.to_be_bytes(), &signature, kind.as_bytes()];
    format!("/lecture/{}", BASE64URL_NOPAD.encode(&parts.concat()))
}

/// What a token says, when this house signed it and its time is not over.
pub fn verify(house: &House, token: &str, now: Moment) -> Option<(AccountId, String, ThingId)> {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    let (account, rest) = bytes.split_first_chunk::<16>()?;
    let (thing, rest) = rest.split_first_chunk::<16>()?;
    let (ends, rest) = rest.split_first_chunk::<4>()?;
    let (given, kind) = rest.split_first_chunk::<16>()?;
    if kind.len() > LONGEST_KIND {
        return None;
    }
    let kind = std::str::from_utf8(kind).ok()?.to_owned();
    let (account, thing) = (AccountId(Uuid::from_bytes(*account)), ThingId(Uuid::from_bytes(*thing)));
    let ends = u32::from_be_bytes(*ends);
    let good = same(&signature(house, account, &kind, thing, ends), given);
    (good && now.0 < i64::from(ends) * HOUR_MILLIS).then_some((account, kind, thing))
}

fn signature(house: &House, account: AccountId, kind: &str, thing: ThingId, ends: u32) -> [u8; 16] {
    house.derive("lecture", &format!("{account} {thing} {ends} {kind}"))
}
