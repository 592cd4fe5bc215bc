//! A service of the product, and what pages that know no service ask of all.

mod answer;
mod function;

use crate::{Site, component::LinkButton, navigation::Place};
use axum::Router;
use commons::{
    erasure::{Erase, Eraser, Remembers},
    job::JobKind,
    retention::Rule,
    untold::{Untold, UntoldAfterDeparture},
};
use db::{Migration, Result, Tx};
use function::{
    FactsInClass, FactsOnCards, FindConformity, FindDepartureSentences, FindFlashes, FindReading, FindReportable,
    FindReviews, FindTasks, HoursChanged, PeopleLeft, PersonalData, PhraseGiven, SchoolLine, TitlesKept,
};
use school::{AccountId, CircleId, Door, PersonId, Role, SchoolId, Viewer, closed, past};
use std::borrow::Cow;

pub use answer::{Bearer, Fact, Reading, Reportable, Review, Task};

/// What a service answers in time.
pub use db::Soon;

/// A service: plain data and function pointers, listed once by the program. All but what [`Service::new`] takes is nothing
/// unless a service says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    // What it is.
    /// Its name, for logs and tests.
    pub name: &'static str,
    /// Its routes, all in one list.
    pub routes: fn() -> Router<Site>,
    /// Its addresses as patterns with their methods, for the snapshot of all routes.
    pub paths: &'static [&'static str],
    /// Its schema.
    pub migrations: &'static [Migration],
    /// The service of the national audience measurement its pages count as (interfaces.md §7.3).
    pub label: &'static str,

    // To whom it opens.
    /// The doors its pages are behind: a child who came in by three pictures finds nothing private.
    pub doors: &'static [Door],
    /// Whether a school may close it to its pupils, its families, its teachers.
    pub closable: bool,
    /// Whether it opens to those who only read with a family, invited by it.
    pub readers: bool,

    // What it does when nobody looks.
    /// Its jobs.
    pub jobs: &'static [JobKind],
    /// Those of its jobs that run each night, with the day that is over as payload.
    pub nightly: &'static [JobKind],
    /// How long it keeps what it keeps: executed each night, shown in the schedule of the house.
    pub retention: &'static [Rule],
    /// Moves what waits for its hour to the new hours of a school.
    pub hours_changed: HoursChanged,
    /// Takes note, in the transaction in which people leave the directory, of who they are and of what holds at that moment.
    pub people_left: PeopleLeft,
    /// Notes that the viewer gave the account of a child a phrase to come in with, so that the child and the family hear of it.
    pub phrase_given: PhraseGiven,

    // Where it leads.
    /// Its places in the navigation of a viewer.
    pub places: fn(&Viewer) -> Vec<Place>,
    /// Its pages about a school, for the pages of other services: those this viewer may open, as in the four that follow.
    pub links_of_school: fn(&Viewer, SchoolId) -> Vec<LinkButton>,
    /// Its pages about a class of a school, for those who work there.
    pub links_of_class: fn(&Viewer, CircleId, SchoolId) -> Vec<LinkButton>,
    /// Its pages about a group in force, and the school that holds it, for the adults of its schools.
    pub links_of_group: fn(&Viewer, CircleId, SchoolId) -> Vec<LinkButton>,
    /// Its pages about a challenge in force, for the adults of its territory.
    pub links_of_challenge: fn(&Viewer, CircleId) -> Vec<LinkButton>,
    /// Its pages about a child, for those responsible for the child.
    pub links_of_child: fn(&Viewer, PersonId) -> Vec<LinkButton>,

    // What it says on the pages of others.
    /// What awaits an act of the viewer, for « Aujourd’hui ».
    pub tasks: FindTasks,
    /// What waits to be read over by the viewer, for « À valider ».
    pub to_review: FindReviews,
    /// What a notice says, from its verb and the title of its thing; nothing for the verbs of other services.
    pub sentence: fn(&str, &str) -> Option<String>,
    /// What it says over every page of its readers until they close it: all that is in force, and what is to come.
    pub flashes: FindFlashes,
    /// What it says to whoever left, or whose child did, on pages that would have nothing to show: a sentence for each departure.
    pub departure_sentences: FindDepartureSentences,
    /// What it has to say of a school, in a line, to those who run the school: whether it is covered by a convention.
    pub school_line: SchoolLine,
    /// What it says beside the names of some people on the page of a class, as far as the viewer may read it.
    pub facts_in_class: FactsInClass,
    /// What it says of some people on their cards, as far as the viewer may read it.
    pub facts_on_cards: FactsOnCards,
    /// How far the service conforms to the RGAA, when this is the service that keeps the declaration.
    pub conformity: FindConformity,

    // What it gives of its things and of people.
    /// A thing of this service for the bearer of a signed link, on behalf of a child and an adult; nothing for the kinds
    /// of others, and for what that adult may not read now.
    pub reading: FindReading,
    /// A thing of this service the viewer reads, to be reported or looked at after a report; not found for what the viewer
    /// does not read, nothing for the kinds of others.
    pub reportable: FindReportable,
    /// What somebody wrote or chose in it, for a copy of all that is kept of them: never the words of others.
    pub personal_data: PersonalData,
    /// Erases what it keeps of somebody who left for good, or makes it nobody's where others still read it.
    pub erase: Erase,
    /// Whether something others read still leads to the persons of somebody it erased: their rows stay then, without a name.
    pub remembers: Remembers,
    /// The titles its things had at an instant, where it keeps what was before: for whoever read them until then.
    pub titles_kept: TitlesKept,
    /// Of its things that still reach a viewer, those it tells of no more, in notices or letters: the children they came by left.
    pub untold_after_departure: Option<UntoldAfterDeparture>,
}

impl Service {
    /// A service without schema, jobs or places, which tells nothing and in which nothing waits for an hour.
    pub const fn new(name: &'static str, routes: fn() -> Router<Site>, paths: &'static [&'static str]) -> Self {
        Self {
            name,
            routes,
            paths,
            migrations: &[],
            label: "PAGE_ENT",
            doors: &[Door::Password],
            closable: false,
            readers: false,
            jobs: &[],
            nightly: &[],
            retention: &[],
            hours_changed: |_, _| Box::pin(async { Ok(()) }),
            people_left: |_| Box::pin(async { Ok(()) }),
            phrase_given: |_, _, _| Box::pin(async { Ok(()) }),
            places: |_| Vec::new(),
            links_of_school: |_, _| Vec::new(),
            links_of_class: |_, _, _| Vec::new(),
            links_of_group: |_, _, _| Vec::new(),
            links_of_challenge: |_, _| Vec::new(),
            links_of_child: |_, _| Vec::new(),
            tasks: |_, _| Box::pin(async { Ok(Vec::new()) }),
            to_review: |_, _| Box::pin(async { Ok(Vec::new()) }),
            sentence: |_, _| None,
            flashes: |_| Box::pin(async { Ok(Vec::new()) }),
            departure_sentences: |_, _| Box::pin(async { Ok(Vec::new()) }),
            school_line: |_, _| Box::pin(async { Ok(None) }),
            facts_in_class: |_, _, _, _| Box::pin(async { Ok(Vec::new()) }),
            facts_on_cards: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
            conformity: |_| Box::pin(async { Ok(None) }),
            reading: |_, _| Box::pin(async { Ok(None) }),
            reportable: |_, _, _, _| Box::pin(async { Ok(None) }),
            personal_data: |_, _| Box::pin(async { Ok(Vec::new()) }),
            erase: |_, _| Box::pin(async { Ok(0) }),
            remembers: |_, _| Box::pin(async { Ok(false) }),
            titles_kept: |_, _| Box::pin(async { Ok(Vec::new()) }),
            untold_after_departure: None,
        }
    }

    /// What it does when somebody is erased, as the house keeps it for jobs.
    pub(crate) fn eraser(&self) -> Eraser {
        Eraser { service: self.name, erase: self.erase, remembers: self.remembers }
    }

    /// Whether its pages open to a viewer: the door of the session leads there, a school of the viewer has it open, and it is for
    /// invited readers too when the viewer is nothing else.
    pub fn admits(&self, viewer: &Viewer) -> bool {
        let is_open = !self.closable || viewer.is_open(self.name);
        is_open && self.doors.contains(&viewer.door) && (self.readers || !self.within(viewer).only_reads())
    }

    /// The viewer as this service knows them: nobody in the schools that closed it to who the viewer is there. All that a service
    /// shows or says is for that viewer.
    pub fn within<'a>(&self, viewer: &'a Viewer) -> Cow<'a, Viewer> {
        if self.closable { viewer.within(self.name) } else { Cow::Borrowed(viewer) }
    }

    /// Whether all schools of a viewer closed it to them.
    pub(crate) fn is_closed_to(&self, viewer: &Viewer) -> bool {
        self.closable && !viewer.is_open(self.name)
    }

    /// The kinds of things that may be its own: their words begin its addresses.
    fn kinds(&self) -> Vec<&'static str> {
        let addresses = self.paths.iter().filter_map(|known| known.strip_prefix("GET /"));
        addresses.filter_map(|path| path.split_once('/')).map(|(word, _)| word).collect()
    }
}

/// Of the services, those a school of a viewer closed to them, so that nothing of it is told from there; nor from anywhere
/// when all of them did. And, once a pupil left a school, those that tell the family, or the pupil, of some of their things no more.
///
/// # Errors
/// A fault of the database.
pub async fn untold_to(tx: &mut Tx, services: &[&'static Service], viewer: &Viewer) -> Result<Vec<Untold>> {
    let has_pupils = viewer.seats.iter().any(|seat| matches!(seat.role, Role::Guardian | Role::Pupil));
    let some_left = has_pupils && past::some_left(tx, viewer).await?;
    let mut all = Vec::new();
    for service in services {
        // By the doors of home a child sits nowhere, and so is within nothing: what the schools closed is closed there too.
        if service.is_closed_to(viewer) {
            all.push(Untold::whole(service.kinds()));
        } else if let Cow::Owned(inside) = service.within(viewer) {
            all.push(Untold::of(tx, service.kinds(), inside).await?);
        }
        if let Some(untold_after_departure) = service.untold_after_departure.filter(|_| some_left) {
            all.push(Untold::after_departure(service.kinds(), untold_after_departure));
        }
    }
    Ok(all)
}

/// Whether a school an account sits in, or has a child in, closed the service that keeps this kind of things, to whomever: where none
/// did, nothing of that kind is shut to it. For what leaves by the thousand: no viewer is loaded.
///
/// # Errors
/// A fault of the database.
pub async fn may_be_closed(tx: &mut Tx, services: &[&'static Service], account: AccountId, kind: &str) -> Result<bool> {
    for service in services.iter().filter(|it| it.closable && it.kinds().contains(&kind)) {
        if closed::in_a_school_of(tx, account, service.name).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
