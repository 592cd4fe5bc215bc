//! The groups (*regroupements*) the files name: circles of the school and the year that hold the pupils ONDE says, as those a
//! delivery brings. A group made by people is another, even of the same name. Labels are free texts, some written for the office
//! alone (« PAI », « Aide sociale »), and whoever sits in a group reads its name: none is opened before the head wants it.

use super::{
    choices::Choices,
    known::{Known, Room, Seat},
    names::{is_garbled, key},
    pupil::PupilPlan,
    reading::Reading,
};
use school::{CircleId, CircleKind, PersonId, Role, Source};
use std::collections::BTreeMap;

/// What the keys of their circles begin with.
const ONDE: &str = "onde:";

/// A group the files name, or one ONDE gave before that somebody leaves.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// What tells its circle from others.
    pub(crate) key: String,
    pub(crate) name: String,
    /// Its circle, when there is one.
    pub(crate) circle: Option<CircleId>,
    /// Whether it is a group of the school once the files are applied.
    pub(crate) wanted: bool,
    /// Its pupils, as ranks among those of the files.
    pub(crate) pupils: Vec<usize>,
    /// Those of them who do not sit there yet.
    pub(super) joining: Vec<usize>,
    /// Who sits there by ONDE, and does no more.
    pub(super) leaving: Vec<PersonId>,
}

impl Group {
    fn new(key: &str, name: &str, circle: Option<CircleId>) -> Self {
        let (key, name) = (key.to_owned(), name.to_owned());
        Self { key, name, circle, wanted: false, pupils: Vec::new(), joining: Vec::new(), leaving: Vec::new() }
    }

    /// Whether its circle ends because the head wants it no more.
    pub(super) fn ends(&self) -> bool {
        !self.wanted && self.circle.is_some()
    }

    /// Who sits there by ONDE, in the order of the pupils of the school.
    fn seated(&self, known: &Known) -> Vec<PersonId> {
        let by_onde = |it: &&Seat| it.role == Role::Pupil && it.source == Source::Onde;
        let seats = known.seats.iter().filter(by_onde).filter(|it| Some(it.circle) == self.circle);
        let mut seated: Vec<PersonId> = seats.map(|it| it.person).collect();
        seated.sort_by_key(|id| known.pupils.iter().position(|it| it.id == *id));
        seated
    }

    fn seats(&self, known: &Known, pupil: &PupilPlan) -> bool {
        let seated = |circle, person| known.seats(Source::Onde, circle, person, Role::Pupil);
        self.circle.zip(pupil.person_id()).is_some_and(|(circle, person)| seated(circle, person))
    }
}

/// Whether the circle is one ONDE named.
pub(super) fn is_of_onde(room: &Room) -> bool {
    room.kind == CircleKind::Group && room.key.starts_with(ONDE)
}

/// The groups of the files, and those of before that somebody leaves, in the order of their names.
pub(super) fn plan(known: &Known, reading: &Reading, pupils: &[PupilPlan], choices: &Choices) -> Vec<Group> {
    let of_onde = known.rooms.iter().filter(|it| is_of_onde(it));
    let mut groups: BTreeMap<String, Group> =
        of_onde.map(|it| (it.key.clone(), Group::new(&it.key, &it.name, Some(it.id)))).collect();
    let told: Vec<usize> = (0..pupils.len()).filter(|rank| is_told(reading, &pupils[*rank])).collect();
    for rank in &told {
        for name in pupils[*rank].line.says.groups.iter().filter(|it| !key(it).is_empty()) {
            let key = format!("{ONDE}{}:{}", known.school.id, key(name));
            let group = groups.entry(key.clone()).or_insert_with(|| Group::new(&key, name, None));
            if !group.pupils.contains(rank) {
                group.pupils.push(*rank);
            }
        }
    }
    for group in groups.values_mut() {
        group.wanted = choices.groups.get(&group.key).copied().unwrap_or(group.circle.is_some());
        if !group.wanted {
            group.leaving = group.seated(known);
            continue;
        }
        let joining = group.pupils.iter().copied().filter(|rank| !group.seats(known, &pupils[*rank])).collect();
        let others = told.iter().filter(|rank| !group.pupils.contains(rank)).map(|rank| &pupils[*rank]);
        let leaving = others.filter(|it| group.seats(known, it)).filter_map(PupilPlan::person_id).collect();
        (group.joining, group.leaving) = (joining, leaving);
    }
    groups.into_values().filter(|it| !it.pupils.is_empty() || !it.leaving.is_empty()).collect()
}

/// Whether the files say the groups of a pupil: a file without the column says nothing, and a name that lost letters neither.
fn is_told(reading: &Reading, pupil: &PupilPlan) -> bool {
    let garbled = pupil.line.says.groups.iter().any(|it| is_garbled(it));
    pupil.is_taken() && reading.grouped.contains(&pupil.line.file) && !garbled
}
