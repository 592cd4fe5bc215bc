//! The functions by which a service answers in time, each as the field of [`Service`](super::Service) that holds it tells.

use super::{Bearer, Fact, Reading, Reportable, Review, Soon, Task};
use crate::personal::{Part, Subject};
use commons::{ThingId, conformity::Conformity, flash::Flash};
use db::{Moment, Tx};
use school::{AccountId, CircleId, PersonId, SchoolId, Viewer};

// Within the transaction of what happened.
pub(super) type HoursChanged = for<'a> fn(&'a mut Tx, SchoolId) -> Soon<'a, ()>;
pub(super) type PeopleLeft = for<'a> fn(&'a mut Tx) -> Soon<'a, ()>;
pub(super) type PhraseGiven = for<'a> fn(&'a mut Tx, &'a Viewer, AccountId) -> Soon<'a, ()>;

// For the pages of others.
pub(super) type FindTasks = for<'a> fn(&'a mut Tx, &'a Viewer) -> Soon<'a, Vec<Task>>;
pub(super) type FindReviews = for<'a> fn(&'a mut Tx, &'a Viewer) -> Soon<'a, Vec<Review>>;
pub(super) type FindFlashes = for<'a> fn(&'a mut Tx) -> Soon<'a, Vec<Flash>>;
pub(super) type FindDepartureSentences = for<'a> fn(&'a mut Tx, &'a Viewer) -> Soon<'a, Vec<String>>;
pub(super) type SchoolLine = for<'a> fn(&'a mut Tx, SchoolId) -> Soon<'a, Option<String>>;
pub(super) type FactsInClass = for<'a> fn(&'a mut Tx, &'a Viewer, CircleId, &'a [PersonId]) -> Soon<'a, Vec<Fact>>;
pub(super) type FactsOnCards = for<'a> fn(&'a mut Tx, &'a Viewer, &'a [PersonId]) -> Soon<'a, Vec<Fact>>;
pub(super) type FindConformity = for<'a> fn(&'a mut Tx) -> Soon<'a, Option<Conformity>>;

// Of its things and of people.
pub(super) type FindReading = for<'a> fn(&'a mut Tx, &'a Bearer) -> Soon<'a, Option<Reading>>;
pub(super) type FindReportable = for<'a> fn(&'a mut Tx, &'a Viewer, &'a str, ThingId) -> Soon<'a, Option<Reportable>>;
pub(super) type TitlesKept = for<'a> fn(&'a mut Tx, &'a [(ThingId, Moment)]) -> Soon<'a, Vec<(ThingId, String)>>;
pub(super) type PersonalData = for<'a> fn(&'a mut Tx, &'a Subject) -> Soon<'a, Vec<Part>>;
