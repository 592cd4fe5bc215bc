//! A service of the product, and what pages that know no service ask of all.

use crate::{
    Site,
    component::LinkButton,
    navigation::Place,
    personal::{Part, Subject},
};
use axum::Router;
use commons::{Thing, ThingId, conformity::Conformity, flash::Flash, job::JobKind, retention::Rule};
use db::{Migration, Moment, Result, Tx};
use jiff::civil::Date;
use richtext::Doc;
use school::{AccountId, CircleId, PersonId, SchoolId, Viewer};
use std::pin::Pin;

/// What a service does in the transaction in which a school changes its hours of delivery.
pub type HoursChanged = for<'a> fn(&'a mut Tx, SchoolId) -> Soon<'a, ()>;

/// What a service answers in time.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

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

/// What a page is about, for which other services may have pages of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// A school, for those who work there.
    School(SchoolId),
    /// A class, for those who work there.
    Class {
        /// The class.
        circle: CircleId,
        /// Its school.
        school: SchoolId,
    },
    /// A child, for those responsible for the child.
    Child(PersonId),
}

/// What a service answers about a thing of a kind; nothing for the kinds of others.
pub type FindReportable = for<'a> fn(&'a mut Tx, &'a Viewer, &'a str, ThingId) -> Soon<'a, Option<Reportable>>;

/// What a service answers about what it keeps of somebody.
pub type PersonalData = for<'a> fn(&'a mut Tx, &'a Subject) -> Soon<'a, Vec<Part>>;

/// A service: plain data and function pointers, listed once by the program.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// Its name, for logs and tests.
    pub name: &'static str,
    /// Its routes, all in one list.
    pub routes: fn() -> Router<Site>,
    /// Its addresses as patterns with their methods, for the snapshot of all routes.
    pub paths: &'static [&'static str],
    /// Its schema.
    pub migrations: &'static [Migration],
    /// Its jobs.
    pub jobs: &'static [JobKind],
    /// Those of its jobs that run each night, with the day that is over as payload.
    pub nightly: &'static [JobKind],
    /// The service of the national audience measurement its pages count as (interfaces.md §7.3).
    pub label: &'static str,
    /// Its places in the navigation of a viewer.
    pub places: fn(&Viewer) -> Vec<Place>,
    /// Its pages about a school, a class, a child, for the pages of other services: those this viewer may open.
    pub links: fn(&Viewer, Around) -> Vec<LinkButton>,
    /// What it has to say of a school, in a line, to those who run the school: whether it is covered by a convention.
    pub school_line: for<'a> fn(&'a mut Tx, SchoolId) -> Soon<'a, Option<String>>,
    /// What a notice says, from its verb and the title of its thing; nothing for the verbs of other services.
    pub sentence: fn(&str, &str) -> Option<String>,
    /// Moves what waits for its hour to the new hours of a school.
    pub hours_changed: HoursChanged,
    /// What awaits an act of the viewer, for « Aujourd’hui ».
    pub tasks: for<'a> fn(&'a mut Tx, &'a Viewer) -> Soon<'a, Vec<Task>>,
    /// What it says over every page of its readers until they close it: all that is in force, and what is to come.
    pub flashes: for<'a> fn(&'a mut Tx) -> Soon<'a, Vec<Flash>>,
    /// A thing of this service for the bearer of a signed link, on behalf of a child and an adult; nothing for the kinds
    /// of others, and for what that adult may not read now.
    pub reading: for<'a> fn(&'a mut Tx, &'a Bearer) -> Soon<'a, Option<Reading>>,
    /// A thing of this service the viewer reads, to be reported or looked at after a report; not found for what the viewer
    /// does not read, nothing for the kinds of others.
    pub reportable: FindReportable,
    /// What waits to be read over by the viewer, for « À valider ».
    pub to_review: for<'a> fn(&'a mut Tx, &'a Viewer) -> Soon<'a, Vec<Review>>,
    /// What somebody wrote or chose in it, for a copy of all that is kept of them: never the words of others.
    pub personal_data: PersonalData,
    /// How long it keeps what it keeps: executed each night, shown in the schedule of the house.
    pub retention: &'static [Rule],
    /// How far the service conforms to the RGAA, when this is the service that keeps the declaration.
    pub conformity: for<'a> fn(&'a mut Tx) -> Soon<'a, Option<Conformity>>,
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

impl Service {
    /// A service without schema, jobs or places, which tells nothing and in which nothing waits for an hour.
    pub const fn new(name: &'static str, routes: fn() -> Router<Site>, paths: &'static [&'static str]) -> Self {
        Self {
            name,
            routes,
            paths,
            migrations: &[],
            jobs: &[],
            nightly: &[],
            label: "PAGE_ENT",
            places: |_| Vec::new(),
            links: |_, _| Vec::new(),
            school_line: |_, _| Box::pin(async { Ok(None) }),
            sentence: |_, _| None,
            hours_changed: |_, _| Box::pin(async { Ok(()) }),
            tasks: |_, _| Box::pin(async { Ok(Vec::new()) }),
            flashes: |_| Box::pin(async { Ok(Vec::new()) }),
            reading: |_, _| Box::pin(async { Ok(None) }),
            reportable: |_, _, _, _| Box::pin(async { Ok(None) }),
            to_review: |_, _| Box::pin(async { Ok(Vec::new()) }),
            personal_data: |_, _| Box::pin(async { Ok(Vec::new()) }),
            retention: &[],
            conformity: |_| Box::pin(async { Ok(None) }),
        }
    }
}
