//! What pages that know no service ask of all, and what each answers.

use commons::{Thing, ThingId};
use db::Moment;
use jiff::civil::Date;
use richtext::Doc;
use school::{AccountId, PersonId};

/// Something that awaits an act of the viewer, as « Aujourd’hui » shows it: a word to sign, a request to answer.
#[derive(Clone, Debug)]
pub struct Task {
    /// What it is: « Sortie à la ferme ».
    pub title: String,
    /// Where it is done.
    pub href: String,
    /// Its drawing.
    pub icon: &'static str,
    /// For which child, in which class: « Zoé · CP de M. Roux ».
    pub about: String,
    /// The child it concerns, when it concerns one.
    pub child: Option<PersonId>,
    /// What is to be done, in the infinitive: « Signer ».
    pub act: &'static str,
    /// The last day to do it.
    pub due: Option<Date>,
    /// Since when it waits.
    pub since: Moment,
}

/// Something a service says of a person beside the name.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Of whom.
    pub person: PersonId,
    /// What it is: « Jours de présence ».
    pub label: &'static str,
    /// « lundi et mardi ».
    pub value: String,
    /// Whether the list of whom to call shows it too: a number, which the teachers of the class may read as well, for that
    /// list is printed and leaves the school with whoever takes the class out.
    pub is_listed: bool,
}

/// A thing as the signed link of a letter shows it: to be read, nothing more (product.md §3.4).
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its title.
    pub title: String,
    /// Who wrote it and when.
    pub about: String,
    /// Its text.
    pub body: Doc,
    /// What is asked, when something is: « À signer avant le 12 octobre ».
    pub asked: Option<String>,
}

/// A thing somebody reads and may report, as the page every service shares for it needs it.
#[derive(Clone, Debug)]
pub struct Reportable {
    /// The thing, as the viewer loaded it.
    pub thing: Thing,
    /// Where it is taken from its readers with a reason, when the viewer may do so.
    pub withdrawal: Option<String>,
    /// Where what was reported of it is read by those in charge who do not read the thing itself: a head reads private
    /// messages there, no more than was reported. None for its readers.
    pub look: Option<String>,
}

/// Something that waits to be read over by the viewer before others read it: a post of a pupil, a comment.
#[derive(Clone, Debug)]
pub struct Review {
    /// What it is: « Billet à relire ».
    pub what: &'static str,
    /// Its title, or its first words.
    pub title: String,
    /// Where it is read over.
    pub href: String,
    /// By whom, in which class.
    pub about: String,
    /// Since when it waits.
    pub since: Moment,
}

/// What the signed link of a letter says: which thing, to whom it was written.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// The kind's name.
    pub kind: String,
    /// The thing.
    pub thing: ThingId,
    /// The account the letter was written to. What it may read is asked again when the link is opened.
    pub account: AccountId,
}
