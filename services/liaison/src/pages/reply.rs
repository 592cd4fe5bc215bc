//! The answer of a parent for a child.

use super::{
    mot_page::MotPage,
    reply_form::{ANSWER, answer_of},
};
use crate::{W, mot::Mot, reply, terms::Reply};
use commons::{Level, ThingId};
use db::{Error, Problems};
use school::PersonId;
use web::{Answer, Form, Path, SignedIn};

/// The fields of a form: the name of the answer's depends on the child.
type Fields = Vec<(String, String)>;

pub(crate) async fn answer(mut visit: SignedIn, Path(id): Path<ThingId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let child: PersonId = text(&fields, "child").parse().ok().ok_or(Error::NotFound)?;
    let typed = typed(&fields, child);
    // A page of the house says which version it showed.
    let seen = text(&fields, "version").parse().unwrap_or(mot.version);
    match reply::answer(&mut tx, &visit.viewer, &mot, seen, child, &typed).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&mot.path(), said(mot.terms.reply)))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            again(visit, &mot, child, &typed, &problems).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn again(mut visit: SignedIn, mot: &Mot, child: PersonId, typed: &str, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let concerns = reply::concerns(&mut tx, &visit.viewer, mot).await?;
    let page = MotPage::build(&mut tx, &visit.viewer, mot, concerns).await?.with(child, typed, problems);
    drop(tx);
    visit.again(&mot.thing.title, &page)
}

fn text<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text)
}

fn typed(fields: &Fields, child: PersonId) -> String {
    let own = text(fields, &answer_of(child));
    if own.is_empty() { text(fields, ANSWER) } else { own }.to_owned()
}

fn said(reply: Reply) -> &'static str {
    match reply {
        Reply::None | Reply::Read => W.thanks_read(),
        Reply::Sign => W.thanks_signed(),
        Reply::Choose | Reply::Text => W.thanks_answered(),
    }
}
