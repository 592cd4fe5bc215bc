//! What files would do to a school: worked out each time from the files, the choices and the school as it is.

use super::{
    adult::{self, AdultPlan, ChildRef, Ended},
    choices::{Choices, IGNORED, NEW},
    class::{self, Class, Goal},
    group::{self, Group},
    known::{Known, Person},
    pupil::{self, PupilPlan, State},
    reading::{self, FileRead},
    remark::Said,
    run::Run,
    teacher::{self, TeacherPlan},
};
use crate::W;
use db::{Result, Tx};
use school::{CircleId, PersonId, Role, Source};
use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
};

/// From more than one in so many who would leave, somebody answers for it (product.md §3.28).
const MOST_LEAVING: usize = 10;

/// What files would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Whether the académie delivers the school: nothing is applied then.
    pub checks: bool,
    /// The files.
    pub files: Vec<FileRead>,
    pub(crate) classes: Vec<Class>,
    pub(crate) pupils: Vec<PupilPlan>,
    pub(crate) adults: Vec<AdultPlan>,
    pub(crate) ended: Vec<Ended>,
    pub(crate) teachers: Vec<TeacherPlan>,
    pub(crate) groups: Vec<Group>,
    pub(super) gone: Vec<Person>,
    /// Whether nobody is said to have left, because a line could not be read.
    pub withheld: bool,
    pub(crate) said: Vec<Said>,
    pub(super) known: Known,
    /// How many pupils could have left.
    could_leave: usize,
    /// How many pupils are left out with their class.
    pub ignored: usize,
}

/// A pupil of another school, who comes if the head says so.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Who.
    pub person: PersonId,
    /// « MARTY Zoé ».
    pub name: String,
    /// The school.
    pub from: String,
    /// Whether the head said so.
    pub said: bool,
}

/// A class of the files, to be answered about.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What tells it from the others.
    pub key: String,
    /// Its label.
    pub label: String,
    /// How many pupils of the files are in it.
    pub pupils: i64,
    /// What the house takes it for by itself, in words; nothing once the head chose.
    pub found: Option<String>,
    /// Whether it is new by itself: to say so again is no other answer.
    pub is_new: bool,
    /// What the head chose, as the form sends it.
    pub chosen: Option<String>,
}

impl Plan {
    /// Works it out. For those who loaded the run.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, run: &Run, files: &[(String, Vec<u8>)]) -> Result<Self> {
        let checks = school::School::is_delivered(tx, run.school_id).await?;
        let reading = reading::read(files, &run.choices);
        let mut known = Known::load(tx, run.school_id).await?;
        let mut choices: Choices = run.choices.clone();
        if checks {
            // A school that is only compared takes nobody from another: what is known of a child there is not told here.
            choices.moved.clear();
        }
        let classes = class::plan(tx, &known, &reading, &choices).await?;
        let left_out = pupil::left_out(&reading, &classes);
        let (mut pupils, mut said, doubted) = pupil::plan(tx, &known, &reading, &classes, &choices).await?;
        let arriving: Vec<PersonId> =
            pupils.iter().filter(|it| it.from.is_some() && it.is_taken()).filter_map(PupilPlan::person_id).collect();
        // Who was there before and comes back from another school is read already.
        let unread: Vec<PersonId> =
            arriving.into_iter().filter(|id| known.pupils.iter().all(|it| it.id != *id)).collect();
        known.add_families(tx, &unread).await?;
        let (mut adults, ended, of_adults) = adult::plan(&known, &reading, &pupils, &left_out);
        let (teachers, of_teachers) = teacher::plan(&known, &reading, &classes);
        said.extend(of_adults.into_iter().chain(of_teachers));
        if !checks {
            keep_delivered(&mut pupils, &mut adults);
        }
        let groups = if checks { Vec::new() } else { group::plan(&known, &reading, &pupils, &choices) };
        let (gone, could_leave) = gone(&known, &pupils, &doubted, checks);
        let has_pupils = !reading.pupils.is_empty();
        let withheld = has_pupils && reading.lacks_pupils;
        let gone = if has_pupils && !withheld { gone } else { Vec::new() };
        let mut all = reading.remarks;
        all.extend(said);
        all.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        Ok(Self {
            checks,
            files: reading.files,
            classes,
            pupils,
            adults,
            ended,
            teachers,
            groups,
            gone,
            withheld,
            said: all,
            known,
            could_leave,
            ignored: left_out.len(),
        })
    }

    /// Whether a file is still to be looked at before anything else.
    pub fn is_readable(&self) -> bool {
        !self.files.is_empty() && self.files.iter().all(|it| !it.refused)
    }

    /// Whether so many would leave that somebody is to answer for it.
    pub fn empties(&self) -> bool {
        self.gone.len() * MOST_LEAVING > self.could_leave
    }

    /// How many classes would be opened.
    pub(super) fn new_classes(&self) -> usize {
        let opened = self.classes.iter().filter(|it| matches!(it.goal, Goal::New(_)));
        if self.checks { 0 } else { opened.count() }
    }

    /// Whether applying writes something that no list tells: ONDE takes over somebody known by another source, a class takes
    /// the name of the files, a teacher a class.
    pub fn takes_over(&self) -> bool {
        let renames = self.classes.iter().any(|it| it.renamed.is_some() || matches!(it.goal, Goal::New(_)));
        let taken = self.pupils.iter().filter(|it| it.is_taken()).any(|it| self.is_taken_over(it));
        let back = self.adults.iter().any(|it| it.person.as_ref().is_some_and(|person| person.gone));
        !self.checks && (renames || taken || back || !self.teachers.is_empty())
    }

    fn is_taken_over(&self, pupil: &PupilPlan) -> bool {
        let Some(person) = &pupil.person else { return false };
        let seats = |id: CircleId| self.known.seats(Source::Onde, id, person.id, Role::Pupil);
        let in_class = pupil.class.is_none_or(|rank| match &self.classes[rank].goal {
            Goal::Known(id) => seats(*id),
            Goal::New(_) | Goal::Ignored => false,
        });
        person.source == Source::Hand || !self.known.is_seated_by(Source::Onde, person.id) || !in_class
    }

    /// How many would leave.
    pub fn leaving(&self) -> usize {
        self.gone.len()
    }

    /// What tells this plan from another: what is applied is what was seen.
    pub fn digest(&self) -> String {
        let mut hasher = DefaultHasher::new();
        format!("{self:?}").hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }

    /// The pupils of other schools.
    pub fn arrivals(&self) -> Vec<Arrival> {
        let told = self.pupils.iter().filter_map(|it| {
            let (person, from) = (it.person_id()?, it.from.clone()?);
            Some(Arrival { person, name: it.listed(), from, said: it.is_taken() })
        });
        told.collect()
    }

    /// The classes of the files.
    pub fn asked(&self) -> Vec<Asked> {
        let asked = self.classes.iter().map(|it| {
            let known = it.name(&self.known).map(str::to_owned);
            let found = match (&it.goal, known) {
                (Goal::New(_), _) if self.checks => W.class_of_none().to_owned(),
                (Goal::New(_), _) => W.class_to_open().to_owned(),
                (Goal::Ignored, _) | (Goal::Known(_), None) => W.class_left_out().to_owned(),
                (Goal::Known(_), Some(name)) => name,
            };
            let chosen = it.chosen.then(|| match &it.goal {
                Goal::Known(id) => id.to_string(),
                Goal::New(_) => NEW.to_owned(),
                Goal::Ignored => IGNORED.to_owned(),
            });
            let pupils = i64::try_from(it.pupils).unwrap_or(i64::MAX);
            let is_new = !it.chosen && matches!(it.goal, Goal::New(_));
            let found = (!it.chosen).then_some(found);
            Asked { key: it.key.clone(), label: it.label.clone(), pupils, found, is_new, chosen }
        });
        asked.collect()
    }

    /// The groups the files name, to be answered about.
    pub(crate) fn named_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|it| !it.pupils.is_empty())
    }

    /// The name of the class a pupil of the files comes to sit in; none when the files change nothing there.
    pub(crate) fn class_name(&self, pupil: &PupilPlan) -> Option<String> {
        pupil.class.and_then(|rank| self.classes[rank].name(&self.known)).map(str::to_owned)
    }

    /// The name of a child of an adult.
    pub(crate) fn child_name(&self, child: ChildRef) -> Option<String> {
        match child {
            ChildRef::Planned(rank) => self.pupils.get(rank).map(PupilPlan::listed),
            ChildRef::Known(id) => self.known.pupils.iter().find(|it| it.id == id).map(Person::listed),
        }
    }

    /// The classes of the school a class of the files may be.
    pub fn rooms(&self) -> Vec<(CircleId, String)> {
        self.known.classes().map(|it| (it.id, it.name.clone())).collect()
    }

    /// Everybody of the school a page about it names.
    pub fn people(&self) -> Vec<PersonId> {
        let pupils = self.pupils.iter().filter_map(PupilPlan::person_id);
        pupils.chain(self.gone.iter().map(|it| it.id)).collect()
    }
}

/// In a school that is fed by ONDE the entries the académie delivered stay as they are: nothing of them changes. What ONDE says
/// otherwise is right in ONDE already: the next delivery brings it, nobody has anything to correct.
fn keep_delivered(pupils: &mut [PupilPlan], adults: &mut [AdultPlan]) {
    let delivered = |person: &Option<Person>| person.as_ref().is_some_and(|it| it.source == Source::Aaf);
    for pupil in pupils.iter_mut().filter(|it| it.is_taken() && delivered(&it.person)) {
        pupil.changes.clear();
        pupil.state = if pupil.state == State::Changed { State::Same } else { pupil.state };
    }
    for adult in adults.iter_mut().filter(|it| delivered(&it.person)) {
        adult.changes.clear();
    }
}

/// The pupils ONDE brought, or any of a school that is only compared, whom no line is about; with how many there are.
fn gone(known: &Known, pupils: &[PupilPlan], doubted: &BTreeSet<PersonId>, checks: bool) -> (Vec<Person>, usize) {
    let named: BTreeSet<PersonId> = pupils.iter().filter_map(PupilPlan::person_id).collect();
    let by_onde = |it: &Person| it.source == Source::Onde || known.is_seated_by(Source::Onde, it.id);
    let could: Vec<&Person> = known.active().filter(|it| checks || by_onde(it)).collect();
    let gone = could.iter().filter(|it| !named.contains(&it.id) && !doubted.contains(&it.id));
    (gone.map(|it| (*it).clone()).collect(), could.len())
}
