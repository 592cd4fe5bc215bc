//! A mot as others than its pages meet it: by the signed link of a letter, to be read (signing asks to come in); by a report.

use crate::{
    W,
    awaiting::act,
    mot::{KIND, Mot},
};
use commons::{Level, ThingId};
use db::{Error, Result, Tx};
use jiff::civil::Date;
use school::{Circle, Viewer};
use web::{Bearer, Reading, Reportable, Soon, dates};

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
        asked: asked(&mot, now.day()),
        body: mot.body,
    }))
}

/// A mot the viewer reads, to be reported or looked at after a report; nothing for the kinds of others.
pub(crate) async fn reportable(tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<Option<Reportable>> {
    if kind != KIND.name {
        return Ok(None);
    }
    let mot = Mot::load(tx, viewer, id, Level::See).await?;
    let may_withdraw = mot.is_managed() && mot.is_delivered(tx.now());
    let withdrawal = may_withdraw.then(|| format!("{}/retrait", mot.path()));
    Ok(Some(Reportable { thing: mot.thing, withdrawal, look: None }))
}

/// « Signer avant le vendredi 9 octobre ».
pub(crate) fn asked(mot: &Mot, today: Date) -> Option<String> {
    let reply = mot.terms.reply;
    reply.asks().then(|| match mot.terms.due {
        Some(day) => W.act_before(act(reply), dates::day_from(day, today)),
        None => act(reply).to_owned(),
    })
}
