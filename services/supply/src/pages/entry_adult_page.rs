//! The form of an adult a school enters.

use super::entry_list::{self, kind_word};
use crate::{
    W,
    entry::{
        Entry, EntryKind, adult,
        adult_form::{self, ANOTHER, PLACES},
        resemblance::Known,
        typed::{LONGEST_EMAIL, LONGEST_NAME, Typed},
    },
};
use askama::Template;
use db::{Problems, Result, Tx};
use school::{Circle, Right, School, SchoolId, Viewer, viewer::or_not_found};
use web::{
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Notice, Opt},
    summary,
};

/// A school whose people a viewer runs, and where adults may sit there.
pub(super) struct Desk {
    pub(super) school: School,
    pub(super) choices: Vec<Circle>,
}

impl Desk {
    pub(super) async fn open(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<Self> {
        or_not_found(viewer.may_at(Right::EnterPeople, id))?;
        Ok(Self { school: School::load(tx, id).await?, choices: adult::choices(tx, id).await? })
    }
}

#[derive(Template)]
#[template(path = "entry_adult.html")]
pub(super) struct AdultPage {
    title: String,
    lead: String,
    summary: Option<ErrorSummary>,
    like: Option<LikePart>,
    action: String,
    kind: Option<Choice>,
    first_name: Field,
    last_name: Field,
    email: Field,
    until: Field,
    places: Option<Choice>,
    save: Button,
    back: String,
}

/// Those who resemble, and the box by which one says that it is somebody else.
struct LikePart {
    notice: Notice,
    people: Vec<(String, Option<String>)>,
    another: Checkbox,
}

impl AdultPage {
    /// For somebody new.
    pub(super) fn blank(desk: &Desk, typed: &Typed, like: &[Known], problems: &Problems) -> Self {
        let chosen = adult_form::kind(typed);
        let option = |kind: &EntryKind| {
            Opt::new(kind.as_str(), kind_word(*kind)).hint(kind_hint(*kind)).checked(chosen == Some(*kind))
        };
        let kinds = Choice::radios("genre", W.entry_kind(), EntryKind::ADULTS.iter().map(option).collect())
            .required()
            .error(problems.of("genre"));
        let page = Self::build(desk, W.entry_new_adult().to_owned(), chosen, typed, problems);
        Self { kind: Some(kinds), like: like_part(desk.school.id, like), ..page }
    }

    /// For somebody entered already.
    pub(super) fn of(desk: &Desk, entry: &Entry, typed: &Typed, problems: &Problems) -> Self {
        let page = Self::build(desk, entry.name(), Some(entry.kind), typed, problems);
        let action = format!("{}/{}", entry_list::path(desk.school.id), entry.person_id);
        let lead = format!("{} · {}", kind_word(entry.kind), desk.school.name);
        Self { action, lead, save: Button::primary(W.entry_save()).icon("fait"), ..page }
    }

    fn build(desk: &Desk, title: String, kind: Option<EntryKind>, typed: &Typed, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(typed.text(name)).error(problems.of(name));
        let until = Field::date("fin", W.entry_until()).hint(W.entry_until_hint());
        let until = if kind == Some(EntryKind::Guest) { until.required() } else { until };
        Self {
            title,
            lead: desk.school.name.clone(),
            summary: summary(problems),
            like: None,
            action: entry_list::path(desk.school.id),
            kind: None,
            first_name: field(Field::text("prenom", W.entry_first_name()).maxlength(LONGEST_NAME).required(), "prenom"),
            last_name: field(Field::text("nom", W.entry_last_name()).maxlength(LONGEST_NAME).required(), "nom"),
            email: field(
                Field::email("courriel", W.entry_email()).maxlength(LONGEST_EMAIL).optional(W.entry_optional()),
                "courriel",
            ),
            until: field(until, "fin"),
            places: places(desk, typed, problems),
            save: Button::primary(W.entry_enter()).icon("ajouter"),
            back: entry_list::path(desk.school.id),
        }
    }
}

fn kind_hint(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Guest => W.entry_guest_hint(),
        EntryKind::Agent => W.entry_agent_hint(),
        EntryKind::Aesh | EntryKind::Pupil => W.entry_aesh_hint(),
        EntryKind::Substitute => W.entry_substitute_hint(),
    }
}

fn places(desk: &Desk, typed: &Typed, problems: &Problems) -> Option<Choice> {
    let chosen: Vec<&str> = typed.all(PLACES).collect();
    let option = |circle: &Circle| {
        let value = circle.id.to_string();
        let checked = chosen.contains(&value.as_str());
        Opt::new(value, &circle.name).checked(checked)
    };
    let options: Vec<Opt> = desk.choices.iter().map(option).collect();
    (!options.is_empty()).then(|| {
        Choice::checkboxes(PLACES, W.entry_places(), options).hint(W.entry_places_hint()).error(problems.of(PLACES))
    })
}

fn like_part(school: SchoolId, like: &[Known]) -> Option<LikePart> {
    // Whoever was entered by hand is found in the list, to be let back; whoever is of the team is there already.
    let person = |it: &Known| {
        let address = it.place.is_some().then(|| format!("{}/{}", entry_list::path(school), it.id));
        (it.name(), address)
    };
    (!like.is_empty()).then(|| LikePart {
        notice: Notice::attention(W.entry_like_adult()).title(W.entry_like_title()),
        people: like.iter().map(person).collect(),
        another: Checkbox::new(ANOTHER, W.entry_like_another()),
    })
}
