//! The pupils of the files, each matched in this order: the national number, whatever the school; names and day of birth in the
//! school, then in another; else somebody new (interfaces.md §2.3). Who sits in another school is proposed, and never taken by
//! itself.

use super::{
    choices::Choices,
    class::{self, Class, Goal},
    known::{Elsewhere, Known, Person, elsewhere, moved_on},
    names::{Names, alike, is_garbled},
    reading::{Line, Reading},
    remark::Said,
};
use crate::{W, correction::Field};
use db::{Result, Tx, sort_key};
use onde::{Pupil, Sex};
use school::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of a pupil of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Nobody knew the child.
    New,
    /// Comes from another school, if the head says so.
    Proposed,
    /// Comes from another school: the head said so.
    Arrives,
    /// Was there before, and had left.
    Back,
    /// Goes to another class.
    Moved,
    /// Something else changes.
    Changed,
    /// Nothing changes.
    Same,
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// What.
    pub(crate) field: Field,
    /// In the directory.
    pub(crate) before: String,
    /// In the files.
    pub(crate) after: String,
}

/// A pupil of the files.
#[derive(Debug, Clone)]
pub(crate) struct PupilPlan {
    pub(super) line: Line<Pupil>,
    /// Who it is; nobody yet for one who is new.
    pub(super) person: Option<Person>,
    /// The school the pupil comes from.
    pub(crate) from: Option<String>,
    /// The class, as a rank among those of the files; none when the files say none.
    pub(super) class: Option<usize>,
    /// The names of the classes the pupil sits in.
    pub(crate) classes_before: Vec<String>,
    pub(crate) changes: Vec<Change>,
    pub(crate) state: State,
}

impl PupilPlan {
    /// Who it is, when somebody known.
    pub(crate) fn person_id(&self) -> Option<PersonId> {
        self.person.as_ref().map(|it| it.id)
    }

    /// « MARTY Zoé », as the files write it.
    pub(crate) fn listed(&self) -> String {
        format!("{} {}", last_name(&self.line.says), self.line.says.first_name)
    }

    /// The day of birth, ISO.
    pub(crate) fn birth_day(&self) -> Option<&str> {
        let known = self.person.as_ref().and_then(|it| it.birth_day.as_deref());
        self.line.says.birth_day.as_deref().or(known)
    }

    /// The level code, as the files say it, else as it is known.
    pub(super) fn level(&self) -> Option<&str> {
        let known = self.person.as_ref().and_then(|it| it.level.as_deref());
        level(&self.line.says).or(known)
    }

    /// Whether the pupil is seated in the school once the files are applied.
    pub(crate) fn is_taken(&self) -> bool {
        self.state != State::Proposed
    }

    /// The names by which lines about adults may call the child.
    pub(super) fn answers_to(&self, names: &Names) -> bool {
        let known = self.person.as_ref().map(Person::names);
        names_of(&self.line.says).fits(names) || known.is_some_and(|it| it.fits(names))
    }
}

/// The name in use.
pub(super) fn last_name(line: &Pupil) -> &str {
    line.usage_name.as_deref().unwrap_or(&line.last_name)
}

pub(super) fn level(line: &Pupil) -> Option<&'static str> {
    line.level.as_deref().and_then(onde::level_code)
}

pub(super) fn civility(line: &Pupil) -> Option<&'static str> {
    line.sex.map(|sex| match sex {
        Sex::Female => "Mme",
        Sex::Male => "M.",
    })
}

fn names_of(line: &Pupil) -> Names {
    Names::new(&line.first_name, [line.last_name.as_str(), line.usage_name.as_deref().unwrap_or_default()])
}

/// Who of some people a line is about.
enum Hit<'a> {
    One(&'a Person),
    /// Several fit.
    Several,
    /// The number is that of somebody else.
    Another(&'a Person),
    Nobody,
}

/// What came of a line.
enum Outcome {
    Matched(Box<Person>),
    Open,
    LeftOut(String),
}

/// Matches the pupils of the files. Who is left out with a doubt has not left: they are told too.
pub(super) async fn plan(
    tx: &mut Tx,
    known: &Known,
    reading: &Reading,
    classes: &[Class],
    choices: &Choices,
) -> Result<(Vec<PupilPlan>, Vec<Said>, BTreeSet<PersonId>)> {
    let mut others = numbered(tx, known, reading).await?;
    let held: BTreeSet<String> = others.iter().filter_map(|it| it.person.ine.clone()).collect();
    let outcomes: Vec<Outcome> = reading.pupils.iter().map(|line| in_school(known, &line.says, &held)).collect();
    let open = reading.pupils.iter().zip(&outcomes).filter(|(_, it)| matches!(it, Outcome::Open));
    let by_name = named(tx, known, open.map(|(line, _)| &line.says)).await?;
    let of_number: BTreeSet<PersonId> = others.iter().map(|it| it.person.id).collect();
    others.extend(by_name.into_iter().filter(|it| !of_number.contains(&it.person.id)));
    let doubted = doubted(known, reading, classes, &outcomes, &held);
    let mut homes = moved_on(tx, known).await?;
    homes.extend(others.iter().map(|it| (it.person.id, it.school.clone())));
    let strangers = others.into_iter().map(|it| it.person).collect();
    let mut plans = Plans { known, classes, choices, strangers, homes, done: Vec::new(), said: Vec::new() };
    for (line, outcome) in reading.pupils.iter().zip(outcomes).filter(|(it, _)| !is_ignored(classes, &it.says)) {
        plans.take(line, outcome);
    }
    Ok((plans.done, plans.said, doubted))
}

/// The names of the pupils who are left out with their class.
pub(super) fn left_out(reading: &Reading, classes: &[Class]) -> Vec<Names> {
    let ignored = reading.pupils.iter().filter(|it| is_ignored(classes, &it.says));
    ignored.map(|it| names_of(&it.says)).collect()
}

/// Whether the head leaves the class of a line out: nothing is done about the pupil.
fn is_ignored(classes: &[Class], line: &Pupil) -> bool {
    let class = class::find(classes, line.class_number.as_deref(), line.class.as_deref());
    class.is_some_and(|rank| classes[rank].goal == Goal::Ignored)
}

/// Everybody of the school a line may be about that was left out, or whose number somebody of another school has.
fn doubted(
    known: &Known,
    reading: &Reading,
    classes: &[Class],
    outcomes: &[Outcome],
    held: &BTreeSet<String>,
) -> BTreeSet<PersonId> {
    let doubtful = |line: &Pupil, it: &Outcome| match it {
        Outcome::LeftOut(_) => true,
        Outcome::Open => is_held(line, held) || is_ignored(classes, line),
        Outcome::Matched(_) => is_ignored(classes, line),
    };
    let left_out = reading.pupils.iter().zip(outcomes).filter(|(line, it)| doubtful(&line.says, it));
    let lines: Vec<&Pupil> = left_out.map(|(line, _)| &line.says).collect();
    let may_be = |person: &Person, line: &Pupil| {
        person.names().fits(&names_of(line)) || (person.ine.is_some() && person.ine == line.ine)
    };
    known.active().filter(|person| lines.iter().any(|line| may_be(person, line))).map(|it| it.id).collect()
}

/// Whether somebody of another school has the number of a line.
fn is_held(line: &Pupil, held: &BTreeSet<String>) -> bool {
    line.ine.as_ref().is_some_and(|it| held.contains(it))
}

fn in_school(known: &Known, line: &Pupil, held: &BTreeSet<String>) -> Outcome {
    // The number comes first: who has it elsewhere is who the line is about, whoever has the names here.
    let here = known.pupils.iter().any(|it| it.ine.is_some() && it.ine == line.ine);
    if !here && is_held(line, held) {
        return Outcome::Open;
    }
    match among(&known.pupils, line) {
        Hit::One(person) => Outcome::Matched(Box::new(person.clone())),
        Hit::Several => Outcome::LeftOut(W.remark_several().to_owned()),
        Hit::Another(person) => Outcome::LeftOut(W.remark_ine_of(person.listed())),
        Hit::Nobody => Outcome::Open,
    }
}

fn among<'a>(people: &'a [Person], line: &Pupil) -> Hit<'a> {
    let names = names_of(line);
    if let Some(ine) = &line.ine {
        let same: Vec<&Person> = people.iter().filter(|it| it.ine.as_ref() == Some(ine)).collect();
        match same.as_slice() {
            [] => {}
            &[one] if resembles(one, line, &names) => return Hit::One(one),
            &[one] => return Hit::Another(one),
            _ => return Hit::Several,
        }
    }
    let fits =
        |it: &&Person| it.names().fits(&names) && !(it.ine.is_some() && line.ine.is_some() && it.ine != line.ine);
    let fitting: Vec<&Person> = people.iter().filter(fits).collect();
    let born = |it: &&&Person| it.birth_day.is_some() && it.birth_day == line.birth_day;
    let exact: Vec<&Person> = fitting.iter().filter(born).copied().collect();
    // A day that one of the two does not know tells nobody apart.
    let unsure = |it: &&&Person| it.birth_day.is_none() || line.birth_day.is_none();
    let found: Vec<&Person> = if exact.is_empty() { fitting.iter().filter(unsure).copied().collect() } else { exact };
    match found.as_slice() {
        [] => Hit::Nobody,
        &[one] => Hit::One(one),
        _ => Hit::Several,
    }
}

/// Whether somebody with the number of a line has a name or a day of it too.
fn resembles(person: &Person, line: &Pupil, names: &Names) -> bool {
    let same_day = person.birth_day.is_some() && person.birth_day == line.birth_day;
    same_day || alike(&person.first_name, &line.first_name) || person.names().fits(names)
}

/// The pupils of other schools who have the number of a line.
async fn numbered(tx: &mut Tx, known: &Known, reading: &Reading) -> Result<Vec<Elsewhere>> {
    let ines: Vec<String> = reading.pupils.iter().filter_map(|it| it.says.ine.clone()).collect();
    elsewhere(tx, known, &ines, &[]).await
}

/// The pupils of other schools who have the names of a line.
async fn named<'a>(tx: &mut Tx, known: &Known, lines: impl Iterator<Item = &'a Pupil>) -> Result<Vec<Elsewhere>> {
    let mut keys = Vec::new();
    for line in lines {
        if line.birth_day.is_some() {
            keys.push(sort_key(&line.last_name, &line.first_name));
            keys.extend(line.usage_name.as_deref().map(|last| sort_key(last, &line.first_name)));
        }
    }
    elsewhere(tx, known, &[], &keys).await
}

struct Plans<'a> {
    known: &'a Known,
    classes: &'a [Class],
    choices: &'a Choices,
    /// The pupils of other schools whom lines may be about.
    strangers: Vec<Person>,
    /// Where they are, and those who left.
    homes: BTreeMap<PersonId, String>,
    done: Vec<PupilPlan>,
    said: Vec<Said>,
}

impl Plans<'_> {
    fn take(&mut self, line: &Line<Pupil>, outcome: Outcome) {
        match outcome {
            Outcome::LeftOut(text) => self.say(line, text, true),
            Outcome::Matched(person) => self.take_known(line, *person),
            Outcome::Open => self.open(line),
        }
    }

    /// Somebody the school does not know: a number, or names with a day, are needed to find a child elsewhere.
    fn open(&mut self, line: &Line<Pupil>) {
        let numbered = |it: &Person| it.ine.is_some() && it.ine == line.says.ine;
        let outcome = match among(&self.strangers, &line.says) {
            Hit::One(it) if numbered(it) || is_dated(it, &line.says) => Outcome::Matched(Box::new(it.clone())),
            Hit::Another(_) => Outcome::LeftOut(W.remark_ine_elsewhere().to_owned()),
            Hit::Several => Outcome::LeftOut(W.remark_several_elsewhere().to_owned()),
            Hit::One(_) | Hit::Nobody => Outcome::Open,
        };
        match outcome {
            Outcome::Matched(person) => self.take_known(line, *person),
            Outcome::LeftOut(text) => self.say(line, text, true),
            Outcome::Open => self.newcomer(line),
        }
    }

    fn newcomer(&mut self, line: &Line<Pupil>) {
        let says = &line.says;
        let names = names_of(says);
        let same_ine = |it: &Pupil| it.ine.is_some() && it.ine == says.ine;
        let same_child = |it: &Pupil| {
            it.birth_day == says.birth_day && names_of(it).fits(&names) && (it.ine.is_none() || says.ine.is_none())
        };
        if self.done.iter().map(|it| &it.line.says).any(|it| same_ine(it) || same_child(it)) {
            return self.say(line, W.remark_again().to_owned(), true);
        }
        let namesake = self.known.active().any(|it| it.names().fits(&names))
            || self.done.iter().any(|it| names_of(&it.line.says).fits(&names));
        if namesake {
            self.say(line, W.remark_namesake().to_owned(), false);
        }
        self.done.push(self.plan(line, None, None));
    }

    fn take_known(&mut self, line: &Line<Pupil>, person: Person) {
        let from = self.homes.get(&person.id).cloned();
        if self.done.iter().any(|it| it.person_id() == Some(person.id)) {
            return self.say(line, W.remark_again().to_owned(), true);
        }
        self.done.push(self.plan(line, Some(person), from));
    }

    fn plan(&self, line: &Line<Pupil>, person: Option<Person>, from: Option<String>) -> PupilPlan {
        let says = &line.says;
        let class = class::find(self.classes, says.class_number.as_deref(), says.class.as_deref());
        let before = person.as_ref().map(|it| self.known.classes_of(it.id)).unwrap_or_default();
        let moves = class.is_some_and(|rank| match &self.classes[rank].goal {
            Goal::Known(id) => before.len() != 1 || before[0].id != *id,
            Goal::New(_) => true,
            Goal::Ignored => false,
        });
        let changes = person.as_ref().map(|it| changes(it, says)).unwrap_or_default();
        let state = match &person {
            None => State::New,
            Some(it) if from.is_some() && self.choices.moved.contains(&it.id) => State::Arrives,
            Some(_) if from.is_some() => State::Proposed,
            Some(it) if it.gone || !self.known.is_active(it.id) => State::Back,
            Some(_) if moves => State::Moved,
            Some(_) if !changes.is_empty() => State::Changed,
            Some(_) => State::Same,
        };
        let classes_before = before.iter().map(|it| it.name.clone()).collect();
        PupilPlan { line: line.clone(), person, from, class, classes_before, changes, state }
    }

    fn say(&mut self, line: &Line<Pupil>, text: String, left_out: bool) {
        self.said.push(Said {
            file: line.file.clone(),
            line: line.says.line,
            who: Some(format!("{} {}", last_name(&line.says), line.says.first_name)),
            text,
            column: None,
            value: None,
            left_out,
            wrong: None,
        });
    }
}

fn is_dated(person: &Person, line: &Pupil) -> bool {
    person.birth_day.is_some() && person.birth_day == line.birth_day
}

/// What the files say otherwise of somebody. What they do not say does not differ.
fn changes(person: &Person, line: &Pupil) -> Vec<Change> {
    // Without its own column, the name in use stays that of the directory, where the name of birth is the one of the files.
    let silent =
        line.usage_name.is_none() && person.birth_name().is_some_and(|birth_name| alike(&birth_name, &line.last_name));
    let last = (!silent).then(|| last_name(line));
    let told = [
        (Field::LastName, Some(person.last_name.as_str()), last),
        (Field::FirstName, Some(person.first_name.as_str()), Some(line.first_name.as_str())),
        (Field::BirthDay, person.birth_day.as_deref(), line.birth_day.as_deref()),
        (Field::Ine, person.ine.as_deref(), line.ine.as_deref()),
        (Field::Civility, person.civility.as_deref(), civility(line)),
        (Field::Level, person.level.as_deref(), level(line)),
    ];
    let differing = told.into_iter().filter_map(|(field, before, after)| {
        let (before, after) = (before.unwrap_or_default(), after?);
        (!alike(before, after) && !is_garbled(after)).then(|| Change {
            field,
            before: before.to_owned(),
            after: after.to_owned(),
        })
    });
    differing.collect()
}
