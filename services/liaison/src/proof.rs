//! The proof of a mot: what it said in each version, whom it was for, who did what, when and how. For those who manage it.

use crate::{
    W,
    child::{self, Aimed, Guardian},
    follow::Grid,
    mot::Mot,
    slip,
    terms::{Acts, Reply},
    version::{self, Version},
};
use commons::{
    access::{self, Topic},
    audit::{self, Action},
    receipt::{self, Channel, Receipt},
};
use db::{Moment, PARIS, Result, Tx, args, id_list};
use school::{Circle, PersonId, School, Viewer, person::Name};
use web::dates;

/// Makes the proof, and keeps in the journal that it left the house.
///
/// # Errors
/// [`db::Error::NotFound`] when the viewer has no seat in the school; a fault of the database.
pub async fn export(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<pdf::Proof> {
    let thing = &mot.thing;
    let receipts = receipt::of(tx, thing.id, 1).await?;
    let actor = mot.acting(viewer)?;
    let people = named(tx, &receipts, actor).await?;
    let school = School::load(tx, thing.school_id).await?;
    let class = Circle::load(tx, thing.circle_id).await?;
    let children = child::of(tx, thing, mot.target).await?;
    let guardians = child::guardians_of(tx, thing).await?;
    let grid = Grid::of(tx, mot).await?;
    let versions = version::of(tx, mot).await?;
    audit::write(tx, Some(viewer.account), Action::ProofExported, Some(thing.id.to_string()), None).await?;
    access::note(tx, viewer, children.iter().map(|child| child.child_id), Topic::Proof, Some(&thing.title)).await?;
    let ledger = Ledger { mot, receipts: &receipts, guardians: &guardians, people: &people };
    Ok(pdf::Proof {
        school: school.name,
        title: thing.title.clone(),
        about: about(mot, &class.name),
        made: W.proof_made(instant(tx.now()), name_of(&people, actor)),
        versions: versions.iter().map(told).collect(),
        summary: if mot.terms.reply.asks() { vec![W.proof_done(grid.done(), grid.all())] } else { Vec::new() },
        lines: children.iter().flat_map(|child| ledger.lines(child)).collect(),
    })
}

/// The names of the people receipts are about, of those who entered them, and of whoever makes the proof.
async fn named(tx: &mut Tx, receipts: &[Receipt], actor: PersonId) -> Result<Vec<Name>> {
    let people = receipts.iter().flat_map(|it| [Some(it.adult_id), it.entered_by]);
    let people = people.flatten().chain([actor]);
    tx.all(
        "select id, first_name, last_name from person where id in (select unhex(value) from json_each($1))",
        args![id_list(people)],
    )
    .await
}

fn name_of(people: &[Name], id: PersonId) -> String {
    people.iter().find(|it| it.id == id).map(Name::full).unwrap_or_default()
}

/// « 6 octobre 2026 à 18 h 12 »: a proof is read years later.
fn instant(at: Moment) -> String {
    let local = at.timestamp().to_zoned_datetime(PARIS.clone());
    W.proof_at(dates::date(local.date()), dates::hour(local.time()))
}

/// Where, what was asked, of whom, until when.
fn about(mot: &Mot, class: &str) -> Vec<String> {
    let asked = match mot.terms.reply {
        Reply::None => W.proof_asks_nothing(),
        Reply::Read => W.proof_asks_reading(),
        Reply::Sign => W.proof_asks_signature(),
        Reply::Choose => W.proof_asks_choice(),
        Reply::Text => W.proof_asks_words(),
    };
    let of_whom = match mot.terms.acts {
        Acts::One => W.proof_of_one(),
        Acts::Each => W.proof_of_each(),
        Acts::Named => W.proof_of_named(),
    };
    let mut lines = vec![class.to_owned(), asked.to_owned()];
    if mot.terms.reply.asks() {
        lines.push(of_whom.to_owned());
    }
    lines.extend(mot.terms.due.map(|day| W.proof_due(dates::date(day))));
    lines.extend(mot.delivered_at.map(|at| W.proof_delivered(instant(at))));
    lines
}

fn told(version: &Version) -> pdf::ProofVersion {
    let when = instant(version.changed_at);
    let heading = match version.asks_again {
        true => W.proof_version_again(version.number, when, &version.changed_by),
        false => W.proof_version(version.number, when, &version.changed_by),
    };
    let mut paragraphs = vec![version.title.clone()];
    paragraphs.extend(slip::lines(&version.body.to_plain()));
    if !version.choices.is_empty() {
        paragraphs.push(W.proof_choices(version.choices.join(" / ")));
    }
    if !version.pieces.is_empty() {
        paragraphs.push(W.proof_pieces(version.pieces.join(", ")));
    }
    pdf::ProofVersion { heading, paragraphs }
}

/// All that is known of a mot, to be told line by line.
struct Ledger<'a> {
    mot: &'a Mot,
    receipts: &'a [Receipt],
    guardians: &'a [Guardian],
    people: &'a [Name],
}

impl Ledger<'_> {
    /// The lines of a child: its adults in the order of contact, then whoever signed once and is responsible no more.
    fn lines(&self, child: &Aimed) -> Vec<pdf::ProofLine> {
        let own = self.guardians.iter().filter(|it| it.child_id == child.child_id);
        let mut adults: Vec<(PersonId, String)> = own.map(|it| (it.adult_id, it.full())).collect();
        for receipt in self.receipts.iter().filter(|it| it.child_id == child.child_id) {
            if adults.iter().all(|(adult, _)| *adult != receipt.adult_id) {
                let unsaid = receipt.adult_id == child.child_id;
                let name = if unsaid { W.proof_unsaid().to_owned() } else { name_of(self.people, receipt.adult_id) };
                adults.push((receipt.adult_id, name));
            }
        }
        if adults.is_empty() {
            adults.push((child.child_id, W.proof_no_adult().to_owned()));
        }
        adults.into_iter().flat_map(|(adult, name)| self.lines_of(child, adult, &name)).collect()
    }

    fn lines_of(&self, child: &Aimed, adult: PersonId, name: &str) -> Vec<pdf::ProofLine> {
        let line = |state: &str| pdf::ProofLine {
            child: child.full(),
            adult: name.to_owned(),
            state: state.to_owned(),
            ..pdf::ProofLine::default()
        };
        let own = self.receipts.iter().filter(|it| it.child_id == child.child_id && it.adult_id == adult);
        let told = own.filter_map(|it| {
            let at = it.signed_at.or(it.opened_at)?;
            Some(pdf::ProofLine {
                at: instant(at),
                channel: self.channel(it),
                version: it.version.to_string(),
                answer: it.answer.clone().unwrap_or_default(),
                ..line(if it.signed_at.is_some() { self.done() } else { W.proof_opened() })
            })
        });
        let lines: Vec<pdf::ProofLine> = told.collect();
        if lines.is_empty() { vec![line(W.proof_unopened())] } else { lines }
    }

    fn done(&self) -> &'static str {
        match self.mot.terms.reply {
            Reply::None | Reply::Read => W.proof_read(),
            Reply::Sign => W.proof_signed(),
            Reply::Choose | Reply::Text => W.proof_answered(),
        }
    }

    fn channel(&self, receipt: &Receipt) -> String {
        match receipt.channel {
            Channel::App => W.proof_by_app().to_owned(),
            Channel::Mail => W.proof_by_mail().to_owned(),
            Channel::Paper => match receipt.entered_by {
                Some(by) => W.proof_by_paper_entered(name_of(self.people, by)),
                None => W.proof_by_paper().to_owned(),
            },
        }
    }
}
