//! Writing: beginning a mot and changing it. Before its hour everything changes freely; after it each change is a version
//! that everybody concerned can read, and signatures are kept or asked again by a choice the author must make.

use crate::{
    W,
    child::{self, Chosen},
    class::Class,
    departure,
    draft_form::{Draft, DraftForm, Revision},
    mot::{KIND, Mot, State},
    reminder, sending,
    terms::Terms,
    verb::Verb,
    version,
};
use commons::{
    Attention, Level, Thing, ThingId,
    attachment::{self, Holder, Piece},
    attention, delivery, notification,
    receipt::{self, Receipt},
    thing::{self, Card, NewThing},
};
use db::{Day, Error, Result, Tx, args};
use school::{PersonId, SchoolYear, Viewer};

/// How many characters of the text a card shows.
const EXCERPT: usize = 160;

/// Begins a mot.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, class: &Class, draft: &Draft, pieces: &[Piece]) -> Result<ThingId> {
    let home = &class.home;
    let author = viewer.acting_in(home.id, home.school_id)?;
    let new = NewThing {
        kind: &KIND,
        school: home.school_id,
        circle: home.id,
        year: year(tx, class),
        author,
        card: Card { title: &draft.title, excerpt: &draft.body.excerpt(EXCERPT), cover: None, cover_alt: None },
        attention: attention_of(draft),
    };
    let id = thing::create(tx, &new).await?;
    tx.change(
        "insert into mot (thing_id, school_id, circle_id, target_id, state, theme, body, reply, choices, acts, \
             reminders, pupils, whole, version, asked_version, edition) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, 'none', false, true, 1, 1, 0)",
        args![
            id,
            home.school_id,
            home.id,
            class.target.id,
            State::Draft,
            draft.terms.theme,
            draft.body.to_json(),
            draft.terms.reply,
            draft.terms.acts
        ],
    )
    .await?;
    let mot = Mot::load(tx, viewer, id, Level::Write).await?;
    write(tx, viewer, &mot, &Draft { edition: mot.edition, ..draft.clone() }, pieces, author).await?;
    child::revise(tx, &mot.thing, &draft.children).await?;
    Verb::Created.record(tx, home.school_id, id, author, None).await?;
    Ok(id)
}

/// The school year of a mot: that of its class, or the one that runs for circles that outlive the years.
fn year(tx: &Tx, class: &Class) -> i64 {
    match class.home.year {
        0 => SchoolYear::of(tx.now().day()).0,
        year => year,
    }
}

/// Changes a mot. What its readers see already becomes a version.
///
/// # Errors
/// [`Error::Forbidden`] when the viewer may not change it as it stands; [`Error::Invalid`] under `edition` when it was
/// changed since the form was opened, under `revision` when the author must say what becomes of signatures.
pub async fn edit(tx: &mut Tx, viewer: &Viewer, mot: &Mot, draft: &Draft, pieces: &[Piece]) -> Result<()> {
    if !mot.may_be_edited() {
        return Err(Error::Forbidden);
    }
    let actor = mot.acting(viewer)?;
    if mot.is_delivered(tx.now()) {
        return revise(tx, viewer, mot, draft, pieces, actor).await;
    }
    write(tx, viewer, mot, draft, pieces, actor).await?;
    child::revise(tx, &mot.thing, &draft.children).await?;
    if mot.state == State::Sent {
        let changed = Mot::load(tx, viewer, mot.thing.id, Level::Manage).await?;
        sending::deliver(tx, viewer, &changed, actor).await?;
    }
    Verb::Edited.record(tx, mot.thing.school_id, mot.thing.id, actor, None).await
}

/// Changes a mot its readers have: for the same children, as a new version.
async fn revise(
    tx: &mut Tx,
    viewer: &Viewer,
    mot: &Mot,
    draft: &Draft,
    pieces: &[Piece],
    actor: PersonId,
) -> Result<()> {
    let thing = &mot.thing;
    let signed = signed(tx, mot).await?;
    let asks_again = asks_again(mot, draft, !signed.is_empty())?;
    // For whom it is, and why it was urgent, is settled once it is delivered.
    let terms = Terms { urgent: mot.terms.urgent.clone(), pupils: mot.terms.pupils, ..draft.terms.clone() };
    let kept = Draft { terms, whole: mot.whole, ..draft.clone() };
    write(tx, viewer, mot, &kept, pieces, actor).await?;
    let number = mot.version + 1;
    let asked = if asks_again { number } else { mot.asked_version };
    tx.change(
        "update mot set version = $3, asked_version = $4, relanced_on = case when $4 = $3 then null else relanced_on end \
         where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, number, asked],
    )
    .await?;
    let changed = Mot::load(tx, viewer, thing.id, Level::Manage).await?;
    version::keep(tx, &changed, number, asks_again, actor).await?;
    follow(tx, mot, &changed, asks_again, &signed, actor).await
}

/// What a change of a delivered mot sets in motion.
async fn follow(
    tx: &mut Tx,
    before: &Mot,
    changed: &Mot,
    asks_again: bool,
    signed: &[Receipt],
    actor: PersonId,
) -> Result<()> {
    let thing = &changed.thing;
    let families = sending::families(tx, changed).await?;
    let at = delivery::instant(tx, thing.school_id, None).await?;
    let newly_asked = !before.terms.reply.asks() && changed.terms.reply.asks();
    if !changed.terms.reply.asks() {
        attention::hush(tx, thing.id).await?;
    } else if asks_again || newly_asked {
        attention::hush(tx, thing.id).await?;
        attention::alert_circles(tx, thing.id, &families, at).await?;
    }
    if changed.terms.reply.asks() {
        reminder::plan(tx, thing, &changed.terms, at).await?;
    }
    let verb = if asks_again { Verb::AskedAgain } else { Verb::Corrected };
    let told = adults(&of_those_who_stay(tx, thing, signed).await?);
    notification::tell_all(tx, &told, thing.id, verb.as_str(), at).await?;
    verb.record(tx, thing.school_id, thing.id, actor, None).await?;
    delivery::wake(tx, thing.id).await
}

/// What was signed of what is asked now, slips included.
async fn signed(tx: &mut Tx, mot: &Mot) -> Result<Vec<Receipt>> {
    let mut receipts = receipt::of(tx, mot.thing.id, mot.asked_version).await?;
    receipts.retain(|it| it.signed_at.is_some());
    Ok(receipts)
}

/// What was signed for the children who are still in the school: what becomes of the mot is no matter of the others.
async fn of_those_who_stay<'a>(tx: &mut Tx, thing: &Thing, signed: &'a [Receipt]) -> Result<Vec<&'a Receipt>> {
    let children: Vec<PersonId> = signed.iter().map(|it| it.child_id).collect();
    let left = departure::left(tx, thing, &children).await?;
    Ok(signed.iter().filter(|it| !left.contains(&it.child_id)).collect())
}

/// The adults who signed, each once; a slip without a name stands for nobody to tell.
fn adults(signed: &[&Receipt]) -> Vec<PersonId> {
    let named = signed.iter().filter(|it| it.adult_id != it.child_id);
    let mut adults: Vec<PersonId> = named.map(|it| it.adult_id).collect();
    adults.sort_unstable();
    adults.dedup();
    adults
}

/// Whether a change asks everybody again. Once something was signed, the author must say; a change of what is asked is
/// never a mere correction.
fn asks_again(mot: &Mot, draft: &Draft, signed: bool) -> Result<bool> {
    if !signed {
        return Ok(false);
    }
    match draft.revision {
        Some(Revision::AskAgain) => Ok(true),
        Some(Revision::Correction) if mot.terms.ask_the_same(&draft.terms) => Ok(false),
        Some(Revision::Correction) => Err(Error::invalid("revision", W.revision_must_ask())),
        None => Err(Error::invalid("revision", W.revision_missing())),
    }
}

/// Writes the words and the terms.
async fn write(
    tx: &mut Tx,
    viewer: &Viewer,
    mot: &Mot,
    draft: &Draft,
    pieces: &[Piece],
    actor: PersonId,
) -> Result<()> {
    let thing = &mot.thing;
    let terms = &draft.terms;
    let changed = tx
        .changed_rows(
            "update mot set theme = $3, body = $4, reply = $5, choices = $6, acts = $7, due_day = $8, reminders = $9, \
                 pupils = $10, whole = $11, urgent_reason = $12, edition = edition + 1 \
             where thing_id = $1 and school_id = $2 and edition = $13 and state = $14",
            args![
                thing.id,
                thing.school_id,
                terms.theme,
                draft.body.to_json(),
                terms.reply,
                terms.choice_lines(),
                terms.acts,
                terms.due.map(Day::from),
                terms.reminders,
                terms.pupils,
                draft.whole,
                terms.urgent.as_deref(),
                draft.edition,
                mot.state
            ],
        )
        .await?;
    if changed == 0 {
        return Err(Error::invalid("edition", W.changed_meanwhile()));
    }
    let card = Card { title: &draft.title, excerpt: &draft.body.excerpt(EXCERPT), cover: None, cover_alt: None };
    thing::set_card(tx, thing.id, card).await?;
    thing::set_attention(tx, thing.id, attention_of(draft)).await?;
    attachment::set(tx, viewer, &holder(thing, actor), pieces).await
}

/// What asks for an answer is told at once, the rest in the digest of the day.
fn attention_of(draft: &Draft) -> Attention {
    if draft.terms.reply.asks() { Attention::Action } else { Attention::Info }
}

fn holder(thing: &Thing, owner: PersonId) -> Holder {
    Holder { school: thing.school_id, owner, thing: thing.id, part: None }
}

/// The form of a mot as it is.
///
/// # Errors
/// A fault of the database.
pub async fn form(tx: &mut Tx, mot: &Mot) -> Result<DraftForm> {
    let children = child::of(tx, &mot.thing, mot.target).await?;
    let chosen: Vec<Chosen> = children.iter().map(|it| Chosen { child: it.child_id, adult: it.named_adult }).collect();
    Ok(DraftForm::of(mot, &chosen))
}
