//! The classes of the files, and what each is in the school.

use super::{
    choices::{Choices, ClassChoice},
    known::{Known, Room},
    names::key,
    reading::Reading,
};
use crate::W;
use db::{Result, Tx, args};
use school::{CircleId, CircleKind};

/// The levels a class may have, as ONDE words them.
const LEVELS: [&str; 11] = ["TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS", "UPE2A"];

/// What a class of the files is in the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Goal {
    /// This class, whose name stays or becomes that of the files.
    Known(CircleId),
    /// A class to be opened, with this key when no other school has it.
    New(Option<String>),
    /// Its pupils are left out with it: nothing is done about them.
    Ignored,
}

/// A class of the files.
#[derive(Debug, Clone)]
pub(crate) struct Class {
    /// What tells it from the others of the files.
    pub(crate) key: String,
    /// Its label.
    pub(crate) label: String,
    /// Its number in ONDE.
    pub(crate) number: Option<String>,
    /// How many pupils of the files are in it.
    pub(crate) pupils: usize,
    /// What it is in the school.
    pub(crate) goal: Goal,
    /// Whether the head said so.
    pub(crate) chosen: bool,
    /// Its name in the school, when it takes that of the files.
    pub(crate) renamed: Option<String>,
}

/// Finds the classes of the files in the school.
pub(super) async fn plan(tx: &mut Tx, known: &Known, reading: &Reading, choices: &Choices) -> Result<Vec<Class>> {
    let mut classes = listed(reading);
    for class in &mut classes {
        let chosen = choices.classes.get(&class.key);
        class.chosen = chosen.is_some();
        let by_number = class.number.as_ref().and_then(|number| known.classes().find(|it| it.key == *number));
        class.goal = match chosen {
            Some(ClassChoice::Ignored) => Goal::Ignored,
            Some(ClassChoice::Known(id)) if known.classes().any(|it| it.id == *id) => Goal::Known(*id),
            Some(ClassChoice::New | ClassChoice::Known(_)) => fresh(tx, known, class, by_number.is_some()).await?,
            None => match by_number.or_else(|| by_name(known, &class.label)) {
                Some(room) => Goal::Known(room.id),
                None => fresh(tx, known, class, false).await?,
            },
        };
        // Only the number says that a class of another name is the same.
        let same = by_number.filter(|it| class.goal == Goal::Known(it.id));
        class.renamed = same.filter(|it| it.name != class.label).map(|it| it.name.clone());
    }
    Ok(classes)
}

fn listed(reading: &Reading) -> Vec<Class> {
    let mut classes: Vec<Class> = Vec::new();
    let of_pupils = reading.pupils.iter().map(|it| (it.says.class_number.as_deref(), it.says.class.as_deref(), 1));
    let of_teachers = reading.teachers.iter().flat_map(|it| &it.says.classes).map(|it| (None, Some(it.as_str()), 0));
    let mut named: Vec<_> = of_pupils.chain(of_teachers).collect();
    // A class whose number some lines alone say is the one of that label.
    named.sort_by_key(|it| it.0.is_none());
    for (number, label, pupils) in named {
        match find(&classes, number, label) {
            Some(rank) => classes[rank].pupils += pupils,
            None => classes.extend(class(number, label, pupils)),
        }
    }
    classes.sort_by(|one, other| key(&one.label).cmp(&key(&other.label)).then_with(|| one.key.cmp(&other.key)));
    classes
}

fn class(number: Option<&str>, label: Option<&str>, pupils: usize) -> Option<Class> {
    let label = match (label, number) {
        (Some(label), _) => label.trim().to_owned(),
        (None, Some(number)) => W.class_numbered(number),
        (None, None) => return None,
    };
    Some(Class {
        key: number.map_or_else(|| format!("={}", key(&label)), str::to_owned),
        label,
        number: number.map(str::to_owned),
        pupils,
        goal: Goal::Ignored,
        chosen: false,
        renamed: None,
    })
}

/// The class a line speaks of, by its number, else by its label.
pub(super) fn find(classes: &[Class], number: Option<&str>, label: Option<&str>) -> Option<usize> {
    match (number, label) {
        (Some(number), _) => classes.iter().position(|it| it.number.as_deref() == Some(number)),
        (None, Some(label)) => classes.iter().position(|it| key(&it.label) == key(label)),
        (None, None) => None,
    }
}

fn by_name<'a>(known: &'a Known, label: &str) -> Option<&'a Room> {
    let mut same = known.classes().filter(|it| key(&it.name) == key(label));
    let first = same.next();
    first.filter(|_| same.next().is_none())
}

/// A class to be opened. The number is its key, unless another class or school has it.
async fn fresh(tx: &mut Tx, known: &Known, class: &Class, taken: bool) -> Result<Goal> {
    let Some(number) = class.number.as_deref().filter(|_| !taken) else { return Ok(Goal::New(None)) };
    let elsewhere = tx
        .count(
            "select count(*) as n from circle where academy = $1 and kind = $2 and year = $3 and key = $4 \
             and school_id <> $5",
            args![&known.school.academy, CircleKind::Class, known.year, number, known.school.id],
        )
        .await?;
    Ok(Goal::New((elsewhere == 0).then(|| number.to_owned())))
}

/// The word of a level by its code.
pub(super) fn level_label(code: &str) -> &str {
    LEVELS.into_iter().find(|it| onde::level_code(it) == Some(code)).unwrap_or(code)
}

impl Class {
    /// Its name in the school once the files are applied; none for one nobody is seated in.
    pub(super) fn name<'a>(&'a self, known: &'a Known) -> Option<&'a str> {
        match &self.goal {
            Goal::Ignored => None,
            Goal::New(_) => Some(&self.label),
            Goal::Known(_) if self.renamed.is_some() => Some(&self.label),
            Goal::Known(id) => known.room(*id).map(|it| it.name.as_str()),
        }
    }
}
