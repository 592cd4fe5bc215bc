//! Asking for help: what was typed, what of it can be kept, and the request made of it.

use crate::{
    W, around,
    entry::reach,
    level::Level,
    origin::Origin,
    request::{HelpKind, KIND, State, Urgency},
    telling::{self, Verb},
};
use commons::{
    Attention, ThingId,
    paper::{self, Judged},
    thing::{self, Card, NewThing},
};
use db::{Problems, Result, Tx, args};
use richtext::Doc;
use school::{CircleId, PersonId, Profile, Role, SchoolId, SchoolYear, Territory, Viewer};

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;
/// The longest path of a page kept.
const LONGEST_PAGE: usize = 200;
/// The longest incident number; those of the house have eight signs.
const LONGEST_INCIDENT: usize = 16;
/// The topic of the files of a request and of its answers.
pub const TOPIC: &str = "assistance";

/// A form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct AskForm {
    /// The text of a [`HelpKind`].
    pub kind: String,
    /// The text of an [`Urgency`].
    pub urgency: String,
    /// The value of an [`Origin`].
    pub origin: String,
    /// In a few words.
    pub title: String,
    /// The text, plain.
    pub body: String,
    /// The document of the editor.
    pub body_json: String,
    /// The page they came from.
    pub page: String,
    /// The incident number they saw.
    pub incident: String,
}

/// What can be kept of a form.
#[derive(Debug)]
pub struct Ask {
    kind: HelpKind,
    urgency: Urgency,
    origin: Origin,
    title: String,
    body: Doc,
    page: String,
    incident: String,
}

impl AskForm {
    /// What can be kept, or what is wrong.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with a message for each field.
    pub fn check(&self, origins: &[Origin]) -> Result<Ask> {
        let mut problems = Problems::default();
        let kind = HelpKind::try_from(self.kind.clone()).unwrap_or_else(|_| {
            problems.add("kind", W.kind_missing());
            HelpKind::Incident
        });
        let urgency = Urgency::try_from(self.urgency.clone()).unwrap_or(Urgency::Normal);
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let body = richtext::written(&self.body, &self.body_json).unwrap_or_else(|refused| {
            problems.add("body", refused.message());
            Doc::default()
        });
        problems.require(!body.is_empty() || problems.of("body").is_some(), "body", W.body_missing());
        let incident = self.incident.trim().to_uppercase();
        let readable = incident.len() <= LONGEST_INCIDENT && incident.chars().all(|it| it.is_ascii_alphanumeric());
        problems.require(readable, "incident", W.incident_wrong());
        let found = match origins {
            [only] => Some(only),
            several => several.iter().find(|origin| origin.value() == self.origin),
        };
        let Some(origin) = found.cloned() else {
            problems.add("origin", W.origin_missing());
            return Err(db::Error::Invalid(problems));
        };
        problems.or(Ask { kind, urgency, origin, title, body, page: inside(&self.page), incident })
    }
}

/// The path of a page of this site, without what follows its question mark; nothing for anything else. Our addresses hold
/// letters and digits: what is kept stands in a link as it is.
pub fn inside(page: &str) -> String {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let is_plain = path.chars().all(|it| it.is_ascii_alphanumeric() || "/-_.".contains(it));
    match web::safe_return(path) == path && is_plain && path.len() <= LONGEST_PAGE {
        true => path.to_owned(),
        false => String::new(),
    }
}

/// Makes a request, and tells those of the school when it is theirs to answer.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, ask: &Ask, browser: &str, papers: &[Judged]) -> Result<ThingId> {
    let around = around::around(tx, &ask.origin.place).await?;
    let level = ask.origin.first_level(tx, &around).await?;
    let person = acting(viewer, &ask.origin);
    let id = make_thing(tx, viewer, ask, person).await?;
    insert(tx, viewer, ask, Row { id, level, person, browser, around: &around, files: papers.len() }).await?;
    reach(tx, id, level, &around).await?;
    for judged in papers {
        paper::keep(tx, id.0, TOPIC, judged, Some(viewer.account)).await?;
    }
    let school = school_of(&ask.origin);
    Verb::Asked.record(tx, school, id, person).await?;
    if let Some(school) = school.filter(|_| ask.origin.family) {
        telling::tell_school(tx, school, id, Verb::Asked).await?;
    }
    Ok(id)
}

fn school_of(origin: &Origin) -> Option<SchoolId> {
    match origin.place {
        Territory::School(id) => Some(id),
        _ => None,
    }
}

/// Which of the viewer's persons asks there; none for whoever holds a task.
fn acting(viewer: &Viewer, origin: &Origin) -> Option<PersonId> {
    let school = school_of(origin)?;
    let side = |role: Role| (role == Role::Guardian) == origin.family;
    viewer.seats.iter().find(|seat| seat.school == school && side(seat.role)).map(|seat| seat.person)
}

async fn make_thing(tx: &mut Tx, viewer: &Viewer, ask: &Ask, person: Option<PersonId>) -> Result<ThingId> {
    let place = &ask.origin.place;
    let circle = match school_of(&ask.origin) {
        Some(school) => staff_circle(tx, school).await?.unwrap_or_else(|| place.place()),
        None => place.place(),
    };
    let new = NewThing {
        kind: &KIND,
        school: place.school(),
        circle,
        year: SchoolYear::of(tx.now().day()).0,
        // An account where a person is written down: no person has its identifier.
        author: person.unwrap_or(PersonId(viewer.account.0)),
        card: Card { title: &ask.title, excerpt: "", cover: None, cover_alt: None },
        attention: Attention::Info,
    };
    thing::create(tx, &new).await
}

async fn staff_circle(tx: &mut Tx, school: SchoolId) -> Result<Option<CircleId>> {
    tx.value("select id from circle where school_id = $1 and kind = 'staff' and until is null", args![school]).await
}

/// What a row holds that nobody typed.
struct Row<'a> {
    id: ThingId,
    level: Level,
    person: Option<PersonId>,
    browser: &'a str,
    around: &'a [Territory],
    files: usize,
}

async fn insert(tx: &mut Tx, viewer: &Viewer, ask: &Ask, row: Row<'_>) -> Result<()> {
    let now = tx.now();
    let profile = if ask.origin.family { Profile::Guardian } else { viewer.profile() };
    let (department, district) = around::counted_by(row.around);
    let files = i64::try_from(row.files).unwrap_or(i64::MAX);
    tx.change(
        "insert into help_request (id, kind, title, body, urgency, account_id, person_id, author, profile, place, \
         place_label, family, department, district, page, browser, incident, files, level, state, created_at, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21)",
        args![
            row.id,
            ask.kind,
            &ask.title,
            ask.body.to_json(),
            ask.urgency,
            viewer.account,
            row.person,
            viewer.name(),
            web::profile_word(profile),
            ask.origin.place.to_string(),
            &ask.origin.label,
            ask.origin.family,
            department,
            district,
            &ask.page,
            row.browser,
            &ask.incident,
            files,
            row.level,
            waiting_at(row.level),
            now
        ],
    )
    .await
}

/// Where a request stands that nobody took yet, at a desk.
pub(crate) fn waiting_at(level: Level) -> State {
    match level {
        Level::Provider => State::Escalated,
        Level::School | Level::District | Level::Academy => State::New,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Error;

    fn origins() -> Vec<Origin> {
        let place = Territory::Academy("16".to_owned());
        vec![Origin { place, family: false, label: "Académie".to_owned() }]
    }

    fn form() -> AskForm {
        AskForm {
            kind: "incident".to_owned(),
            title: " Le  carnet ".to_owned(),
            body: "Rien ne s’affiche.".to_owned(),
            page: "/carnet?enfant=3".to_owned(),
            incident: " abcd2345 ".to_owned(),
            ..AskForm::default()
        }
    }

    fn problem(form: &AskForm, field: &str) -> Option<String> {
        match form.check(&origins()) {
            Err(Error::Invalid(problems)) => problems.of(field),
            _ => None,
        }
    }

    #[test]
    fn a_form_is_cleaned_and_its_page_keeps_no_question() {
        let ask = form().check(&origins());
        let clean = |it: &Ask| it.title == "Le carnet" && it.page == "/carnet" && it.incident == "ABCD2345";
        assert!(ask.as_ref().is_ok_and(clean), "{ask:?}");
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        assert!(problem(&AskForm { kind: String::new(), ..form() }, "kind").is_some());
        assert!(problem(&AskForm { title: String::new(), ..form() }, "title").is_some());
        assert!(problem(&AskForm { body: String::new(), ..form() }, "body").is_some());
        assert!(problem(&AskForm { incident: "a b".to_owned(), ..form() }, "incident").is_some());
    }

    #[test]
    fn a_page_elsewhere_is_forgotten() {
        for (page, kept) in [
            ("/mots/1?x", "/mots/1"),
            ("https://ailleurs.example/", ""),
            ("//ailleurs.example", ""),
            ("/a\"b", ""),
            ("", ""),
        ] {
            assert_eq!(inside(page), kept);
        }
    }
}
