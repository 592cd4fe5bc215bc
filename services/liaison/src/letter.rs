//! A mot as the signed link of a letter shows it: to be read; signing asks to come in.

use crate::{
    W,
    awaiting::act,
    mot::{KIND, Mot},
};
use commons::Level;
use db::{Error, Result, Tx};
use school::{Circle, Viewer};
use web::{Bearer, Reading, Soon, dates};

/// The mot a signed link leads to, when its bearer still sees it.
pub(crate) fn reading<'a>(tx: &'a mut Tx, bearer: &'a Bearer) -> Soon<'a, Option<Reading>> {
    Box::pin(read(tx, bearer))
}

async fn read(tx: &mut Tx, bearer: &Bearer) -> Result<Option<Reading>> {
    if bearer.kind != KIND.name {
        return Ok(None);
    }
    let viewer = Viewer::load(tx, bearer.account).await?;
    let mot = match Mot::load(tx, &viewer, bearer.thing, Level::See).await {
        Ok(mot) => mot,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let now = tx.now();
    if !mot.is_delivered(now) {
        return Ok(None);
    }
    let class = Circle::load(tx, mot.target).await?;
    let delivered_at = mot.delivered_at.unwrap_or(now);
    Ok(Some(Reading {
        title: mot.thing.title.clone(),
        about: W.class_and_when(class.name, dates::past(delivered_at, now)),
        asked: asked(&mot),
        body: mot.body,
    }))
}

/// « Signer avant le vendredi 9 octobre ».
pub(crate) fn asked(mot: &Mot) -> Option<String> {
    let reply = mot.terms.reply;
    reply.asks().then(|| match mot.terms.due {
        Some(day) => W.act_before(act(reply), dates::long_day(day)),
        None => act(reply).to_owned(),
    })
}
