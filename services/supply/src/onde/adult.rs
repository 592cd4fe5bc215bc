//! The adults of the files, matched by name among those who are responsible for the same children. Two parents of two families
//! who have one name are two people.

use super::{
    details,
    known::{Known, Person},
    names::{Names, alike, is_garbled},
    pupil::{Change, PupilPlan},
    reading::{Line, Reading},
    remark::Said,
};
use crate::{W, correction::Field};
use onde::{Child, Guardian};
use school::{PersonId, PersonKind, Source};
use std::collections::{BTreeMap, BTreeSet};

/// A child of an adult.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ChildRef {
    /// A pupil of the files, by rank.
    Planned(usize),
    /// A pupil of the school whom the files of this run do not name.
    Known(PersonId),
}

/// An adult of the files.
#[derive(Debug, Clone)]
pub(crate) struct AdultPlan {
    pub(super) line: Line<Guardian>,
    /// Who it is; nobody yet for one who is new.
    pub(super) person: Option<Person>,
    pub(crate) children: BTreeSet<ChildRef>,
    /// Which of them the adult is not responsible for yet.
    pub(super) new_children: BTreeSet<ChildRef>,
    pub(crate) changes: Vec<Change>,
}

impl AdultPlan {
    /// « FABRE Claire », as the files write it.
    pub(crate) fn listed(&self) -> String {
        format!("{} {}", last_name(&self.line.says), self.line.says.first_name)
    }

    /// Whether nobody knew the adult.
    pub(crate) fn is_new(&self) -> bool {
        self.person.is_none()
    }

    /// How many links begin.
    pub(crate) fn links(&self) -> usize {
        self.new_children.len()
    }
}

/// A link that ONDE does not know any more.
#[derive(Debug, Clone)]
pub(crate) struct Ended {
    pub(crate) child: PersonId,
    pub(crate) adult: PersonId,
    /// « FABRE Claire », « MARTY Zoé ».
    pub(crate) names: (String, String),
}

/// The adults of the files, the links that are over, and what is said of their lines.
/// Nothing is said of the children who are left out with their class.
pub(super) fn plan(
    known: &Known,
    reading: &Reading,
    pupils: &[PupilPlan],
    left_out: &[Names],
) -> (Vec<AdultPlan>, Vec<Ended>, Vec<Said>) {
    let doubted = reading.lacks_guardians;
    let mut plans = Plans { known, pupils, left_out, done: Vec::new(), said: Vec::new(), doubted };
    for line in &reading.guardians {
        plans.take(line);
    }
    let ended = plans.ended();
    (plans.done, ended, plans.said)
}

pub(super) fn last_name(line: &Guardian) -> &str {
    line.usage_name.as_deref().unwrap_or(&line.last_name)
}

fn names_of(line: &Guardian) -> Names {
    Names::new(&line.first_name, [line.last_name.as_str(), line.usage_name.as_deref().unwrap_or_default()])
}

fn child_names(child: &Child) -> Names {
    Names::new(&child.first_name, [child.last_name.as_str(), child.usage_name.as_deref().unwrap_or_default()])
}

struct Plans<'a> {
    known: &'a Known,
    pupils: &'a [PupilPlan],
    /// The children left out with their class.
    left_out: &'a [Names],
    done: Vec<AdultPlan>,
    said: Vec<Said>,
    /// Whether a line could not be taken whole: no link is over then.
    doubted: bool,
}

impl Plans<'_> {
    fn take(&mut self, line: &Line<Guardian>) {
        let mut children = BTreeSet::new();
        let (mut waits, mut left_out) = (false, false);
        for child in &line.says.children {
            if self.is_left_out(child) {
                left_out = true;
                continue;
            }
            match self.child(child) {
                Ok(ChildRef::Planned(rank)) if !self.pupils[rank].is_taken() => waits = true,
                Ok(found) => {
                    children.insert(found);
                }
                Err(text) => {
                    self.doubted = true;
                    let named = format!("{} {}", child.last_name, child.first_name);
                    self.say(line, text, Some(named), false);
                }
            }
        }
        if children.is_empty() && left_out && !waits {
            return;
        }
        if children.is_empty() {
            let text = if waits { W.remark_child_waits() } else { W.remark_no_child() };
            return self.say(line, text, None, true);
        }
        self.place(line, children);
    }

    /// Whether a line names a child left out with the class, and nobody else of the files.
    fn is_left_out(&self, child: &Child) -> bool {
        let names = child_names(child);
        let named = self.left_out.iter().any(|it| it.fits(&names));
        named && !self.pupils.iter().any(|it| it.answers_to(&names))
    }

    /// The one child a line names: among the pupils of the files first, by class where two have the names.
    fn child(&self, child: &Child) -> Result<ChildRef, &'static str> {
        let names = child_names(child);
        let mut planned: Vec<usize> =
            (0..self.pupils.len()).filter(|rank| self.pupils[*rank].answers_to(&names)).collect();
        if planned.len() > 1 {
            let class = child.class.as_deref().map(super::names::key);
            planned.retain(|rank| self.pupils[*rank].line.says.class.as_deref().map(super::names::key) == class);
            return match planned.as_slice() {
                [one] => Ok(ChildRef::Planned(*one)),
                _ => Err(W.remark_child_twice()),
            };
        }
        if let Some(rank) = planned.first() {
            return Ok(ChildRef::Planned(*rank));
        }
        let mut known = self.known.active().filter(|it| it.names().fits(&names));
        match (known.next(), known.next()) {
            (Some(one), None) => Ok(ChildRef::Known(one.id)),
            (Some(_), Some(_)) => Err(W.remark_child_twice()),
            (None, _) => Err(W.remark_child_unknown()),
        }
    }

    fn place(&mut self, line: &Line<Guardian>, children: BTreeSet<ChildRef>) {
        let names = names_of(&line.says);
        if let Some(rank) = self.same_line(line, &names, &children) {
            return self.join(rank, children);
        }
        let ids: BTreeSet<PersonId> = children.iter().filter_map(|it| self.id(*it)).collect();
        let known = self.known;
        let parents: BTreeSet<PersonId> =
            known.links.iter().filter(|it| ids.contains(&it.child)).map(|it| it.adult).collect();
        let fitting: Vec<&Person> = known.adults.iter().filter(|it| it.names().fits(&names)).collect();
        let near: Vec<&Person> = fitting.iter().filter(|it| parents.contains(&it.id)).copied().collect();
        let reached: Vec<&Person> = fitting.iter().filter(|it| is_reached_alike(it, &line.says)).copied().collect();
        let person = match (near.as_slice(), reached.as_slice()) {
            ([_, _, ..], _) => return self.say(line, W.remark_several_adults(), None, true),
            ([one], _) | ([], [one]) => Some((*one).clone()),
            ([], _) => None,
        };
        let id = person.as_ref().map(|it| it.id);
        if id.is_some() && self.done.iter().any(|it| it.person.as_ref().map(|it| it.id) == id) {
            return self.say(line, W.remark_again(), None, true);
        }
        let others = !fitting.is_empty() || self.done.iter().any(|it| names_of(&it.line.says).fits(&names));
        if id.is_none() && others {
            self.say(line, W.remark_adult_namesake(), None, false);
        }
        let new_children = self.unlinked(person.as_ref(), &children);
        let changes = person.as_ref().map(|it| changes(it, &line.says)).unwrap_or_default();
        self.done.push(AdultPlan { line: line.clone(), person, children, new_children, changes });
    }

    /// A line before that is about the same adult: the same names, and a child or a way to be reached in common.
    fn same_line(&self, line: &Line<Guardian>, names: &Names, children: &BTreeSet<ChildRef>) -> Option<usize> {
        let says = &line.says;
        self.done.iter().position(|it| {
            let other = &it.line.says;
            let email = says.email.is_some() && says.email == other.email;
            let phone = says.phones.iter().any(|number| other.phones.contains(number));
            names_of(other).fits(names) && (email || phone || !it.children.is_disjoint(children))
        })
    }

    fn join(&mut self, rank: usize, children: BTreeSet<ChildRef>) {
        let person = self.done[rank].person.clone();
        let new = self.unlinked(person.as_ref(), &children);
        self.done[rank].children.extend(children);
        self.done[rank].new_children.extend(new);
    }

    fn unlinked(&self, person: Option<&Person>, children: &BTreeSet<ChildRef>) -> BTreeSet<ChildRef> {
        let linked = |child: PersonId, adult: PersonId| {
            self.known.links.iter().any(|it| it.child == child && it.adult == adult && !it.over)
        };
        let is_linked =
            |child: &ChildRef| self.id(*child).zip(person).is_some_and(|(child, adult)| linked(child, adult.id));
        children.iter().filter(|it| !is_linked(it)).copied().collect()
    }

    fn id(&self, child: ChildRef) -> Option<PersonId> {
        match child {
            ChildRef::Planned(rank) => self.pupils[rank].person_id(),
            ChildRef::Known(id) => Some(id),
        }
    }

    /// The links ONDE made and does not know any more, of children whom a line names.
    fn ended(&self) -> Vec<Ended> {
        let mut said: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
        for plan in &self.done {
            for child in plan.children.iter().filter_map(|it| self.id(*it)) {
                said.entry(child).or_default().extend(plan.person.as_ref().map(|it| it.id));
            }
        }
        if self.doubted {
            return Vec::new();
        }
        let over = self.known.links.iter().filter(|link| {
            let named = said.get(&link.child);
            !link.over && link.source == Source::Onde && named.is_some_and(|adults| !adults.contains(&link.adult))
        });
        let named = over.filter_map(|link| {
            let adult = self.known.adults.iter().find(|it| it.id == link.adult)?;
            let child = self.known.pupils.iter().find(|it| it.id == link.child)?;
            Some(Ended { child: link.child, adult: link.adult, names: (adult.listed(), child.listed()) })
        });
        named.collect()
    }

    fn say(&mut self, line: &Line<Guardian>, text: &str, value: Option<String>, left_out: bool) {
        self.doubted |= left_out;
        self.said.push(Said {
            file: line.file.clone(),
            line: line.says.line,
            who: Some(format!("{} {}", last_name(&line.says), line.says.first_name)),
            text: text.to_owned(),
            column: None,
            value,
            left_out,
            wrong: None,
        });
    }
}

/// Whether an adult of the school is reached by the same address or number.
fn is_reached_alike(person: &Person, line: &Guardian) -> bool {
    let email = person.email.as_deref().zip(line.email.as_deref()).is_some_and(|(one, other)| alike(one, other));
    let numbers = ["mobile", "home_phone", "work_phone"].map(|it| details::get(&person.details, it));
    person.kind == PersonKind::Guardian && (email || numbers.iter().flatten().any(|it| line.phones.contains(it)))
}

/// What the files say otherwise of an adult.
fn changes(person: &Person, line: &Guardian) -> Vec<Change> {
    let silent =
        line.usage_name.is_none() && person.birth_name().is_some_and(|birth_name| alike(&birth_name, &line.last_name));
    let told = [
        (Field::LastName, Some(person.last_name.as_str()), (!silent).then(|| last_name(line))),
        (Field::FirstName, Some(person.first_name.as_str()), Some(line.first_name.as_str())),
        (Field::Civility, person.civility.as_deref(), line.civility.as_deref()),
        (Field::Email, person.email.as_deref(), line.email.as_deref()),
    ];
    let mut changes: Vec<Change> = Vec::new();
    for (field, before, after) in told {
        let (before, Some(after)) = (before.unwrap_or_default(), after) else { continue };
        if !alike(before, after) && !is_garbled(after) {
            changes.push(Change { field, before: before.to_owned(), after: after.to_owned() });
        }
    }
    if !details::same(&person.details, &details::of_adult(&person.details, line)) {
        // Where people live and their numbers are not for a list.
        changes.push(Change { field: Field::Contact, before: String::new(), after: String::new() });
    }
    changes
}
