//! Before sending: who will have it, when, and what could be said more simply.

use super::{acts_word, reply_word};
use crate::{
    W,
    child::{self, Guardian},
    mot::{Mot, State},
    sending,
    simple::{self, Advice},
    terms::{Acts, Theme},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::{Level, ThingId};
use db::{Error, Moment, Result, Tx};
use jiff::civil::Date;
use school::{Circle, Viewer};
use web::{
    Answer, Path, SignedIn,
    component::{AudienceChip, Button, LinkButton, Notice, SeesWho},
    dates,
};

#[derive(Template)]
#[template(path = "send.html")]
struct SendPage {
    title: String,
    chip: AudienceChip,
    asked: String,
    when: Notice,
    sees: SeesWho,
    notices: Vec<Notice>,
    advice: Vec<String>,
    address: String,
    send: Button,
    edit: LinkButton,
    back: String,
}

pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if mot.state != State::Draft {
        return Ok(Redirect::to(&mot.path()).into_response());
    }
    let page = SendPage::build(&mut tx, &visit.viewer, &mot).await?;
    drop(tx);
    visit.page(W.send(), &page)
}

pub(crate) async fn send(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    match sending::send(&mut tx, &visit.viewer, &mot).await {
        Ok(delivered_at) => {
            let now = tx.now();
            tx.commit().await?;
            let said = if delivered_at > now { dates::delivery(delivered_at, now) } else { W.sent().to_owned() };
            Ok(visit.done(&mot.path(), &said))
        }
        // Every child it was for has left since, or its last day is over: the form says so.
        Err(Error::Invalid(problems)) => {
            let why = problems.of("due").unwrap_or_else(|| W.nobody_aimed().to_owned());
            Ok(visit.not_done(&format!("{}/modifier", mot.path()), &why))
        }
        Err(error) => Err(error.into()),
    }
}

impl SendPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<Self> {
        let now = tx.now();
        let delivered_at = sending::instant(tx, viewer, mot).await?;
        let target = Circle::load(tx, mot.target).await?;
        let pupils = child::pupils(tx, mot.target).await?;
        let chosen = child::of(tx, &mot.thing, mot.target).await?;
        let guardians = child::guardians(tx, mot.target).await?;
        let aimed = pupils.iter().filter(|it| mot.whole || chosen.iter().any(|to| to.child_id == it.id));
        let lines: Vec<String> = aimed.map(|pupil| line(pupil, &guardians)).collect();
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let families = sending::families(tx, mot).await?;
        let economy = web::economy::warning(tx, viewer, &families).await?;
        let when = dates::delivery(delivered_at, now);
        let to_come = delivered_at > now;
        Ok(Self {
            title: mot.thing.title.clone(),
            chip: AudienceChip::new(W.families_of(super::carnet_rows::name(&target)), "famille", None)
                .people(W.pupils(count)),
            asked: asked(mot, now.day()),
            when: Notice::info(if to_come { W.may_be_taken_back() } else { W.seen_at_once() }).title(when.clone()),
            sees: SeesWho::new(W.who_will_see(), vec![(W.pupils(count), lines)], Some(when)),
            notices: due(mot, delivered_at)
                .into_iter()
                .chain(economy)
                .chain(night(mot))
                .chain(urgent(viewer, mot))
                .collect(),
            advice: simple::advice(&mot.body.to_plain()).into_iter().map(sentence).collect(),
            address: format!("{}/envoi", mot.path()),
            send: Button::primary(if to_come { W.send_later() } else { W.send() }).icon("a-envoyer"),
            edit: LinkButton::secondary(W.edit(), format!("{}/modifier", mot.path())).icon("crayon"),
            back: mot.path(),
        })
    }
}

/// « Signer · un responsable suffit · avant le vendredi 9 octobre ».
fn asked(mot: &Mot, today: Date) -> String {
    let terms = &mot.terms;
    let mut parts = vec![reply_word(terms.reply).to_owned()];
    if terms.reply.asks() {
        parts.push(acts_word(terms.acts).to_owned());
    }
    parts.extend(terms.due.map(|day| W.before(dates::day_from(day, today))));
    parts.join(" · ")
}

/// A child with its adults, or without any.
fn line(pupil: &child::Pupil, guardians: &[Guardian]) -> String {
    let mut adults: Vec<String> = Vec::new();
    for guardian in guardians.iter().filter(|it| it.child_id == pupil.id) {
        let name = guardian.full();
        if !adults.contains(&name) {
            adults.push(name);
        }
    }
    match adults.is_empty() {
        true => W.family_without_adult(pupil.full()),
        false => W.family(pupil.full(), adults.join(", ")),
    }
}

/// What has a night asks each adult: case law says so (product.md §3.1).
fn night(mot: &Mot) -> Option<Notice> {
    let one = mot.terms.reply.asks() && mot.terms.acts != Acts::Each;
    (mot.terms.theme == Theme::Journey && one).then(|| Notice::attention(W.journey_needs_each()))
}

fn due(mot: &Mot, delivered_at: Moment) -> Option<Notice> {
    sending::is_due_before(mot, delivered_at).then(|| Notice::problem(W.due_before_delivery()))
}

fn urgent(viewer: &Viewer, mot: &Mot) -> Option<Notice> {
    let why = mot.terms.urgent.as_ref().filter(|_| sending::is_urgent(viewer, mot))?;
    Some(Notice::attention(why).title(W.urgent()))
}

fn sentence(advice: Advice) -> String {
    match advice {
        Advice::LongSentence { beginning, words } => {
            W.simple_long_sentence(beginning, i64::try_from(words).unwrap_or(i64::MAX))
        }
        Advice::SeveralDays(count) => W.simple_several_days(i64::try_from(count).unwrap_or(i64::MAX)),
        Advice::VagueDay(day) => W.simple_vague_day(day),
        Advice::BringList => W.simple_bring_list().to_owned(),
        Advice::Jargon(word) => W.simple_jargon(word),
    }
}
