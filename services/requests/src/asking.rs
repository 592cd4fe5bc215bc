//! Asking: what was typed, what of it can be kept, and the request made of it.

use crate::{
    W, clock,
    extra::{self, Said},
    new_entry::keep_papers,
    procedure::Procedure,
    procedure_form::one_line,
    request::{KIND, Priority, Request, State},
    side::Side,
    telling::{self, Verb},
};
use commons::{
    Attention, House, ThingId,
    paper::Judged,
    thing::{self, Card, NewThing},
};
use db::{Problems, Result, Tx, args};
use school::{SchoolYear, Seat, Viewer, naming};

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;
/// The longest text, in characters.
pub const LONGEST_BODY: usize = 5000;

/// A form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct AskForm {
    /// In a few words.
    pub title: String,
    /// The text.
    pub body: String,
    /// The text of a [`Priority`].
    pub priority: String,
    /// The answers to what the kind asks, in its order.
    pub answers: Vec<String>,
    /// Whether a name that was found is meant.
    pub confirmed: bool,
}

/// What can be kept of a form.
#[derive(Debug)]
pub struct Ask {
    title: String,
    body: String,
    priority: Priority,
    answers: Vec<Said>,
}

impl AskForm {
    /// What can be kept for a kind, or what is wrong.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with a message for each field.
    pub fn check(&self, procedure: &Procedure) -> Result<Ask> {
        let mut problems = Problems::default();
        let title = one_line(&self.title);
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let answers = extra::check(&procedure.extras, &self.answers, &mut problems);
        let body = body(&self.body, &mut problems);
        let priority = Priority::try_from(self.priority.clone()).unwrap_or(Priority::Normal);
        problems.or(Ask { title, body, priority, answers })
    }

    /// All its words.
    fn words(&self) -> String {
        let parts = [&self.title, &self.body].into_iter().chain(&self.answers);
        parts.map(String::as_str).collect::<Vec<_>>().join(" . ")
    }
}

/// A text of several lines, as it is kept.
pub(crate) fn body(typed: &str, problems: &mut Problems) -> String {
    let body = typed.trim().replace("\r\n", "\n");
    problems.require(!body.is_empty(), "body", W.body_missing());
    problems.require(body.chars().count() <= LONGEST_BODY, "body", W.body_too_long());
    body
}

/// The pupils of the school a form names, unless its author says that it is meant.
///
/// # Errors
/// A fault of the database.
pub async fn named(tx: &mut Tx, seat: &Seat, form: &AskForm) -> Result<Vec<String>> {
    match form.confirmed {
        true => Ok(Vec::new()),
        false => naming::found(tx, seat.school, &form.words()).await,
    }
}

/// What is asked, of whom, for which school.
#[derive(Debug)]
pub struct Asking<'a> {
    /// The seat of who asks, in the team of the school.
    pub seat: &'a Seat,
    /// Whom the school asks.
    pub scope: &'a str,
    /// The kind.
    pub procedure: &'a Procedure,
    /// What was typed.
    pub ask: Ask,
    /// The files with it.
    pub papers: &'a [Judged],
}

/// Makes a request, and tells the commune.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, house: &House, viewer: &Viewer, asking: Asking<'_>) -> Result<ThingId> {
    let Asking { seat, scope, procedure, ask, papers } = asking;
    let new = NewThing {
        kind: &KIND,
        school: seat.school,
        circle: seat.circle,
        year: SchoolYear::of(tx.now().day()).0,
        author: seat.person,
        card: Card { title: &ask.title, excerpt: "", cover: None, cover_alt: None },
        attention: Attention::Info,
    };
    let id = thing::create(tx, &new).await?;
    let due_on = clock::working(clock::shifted(tx.now().day(), procedure.delay_days)).to_string();
    let request = Request {
        id,
        school_id: seat.school,
        school_name: seat.school_name.clone(),
        scope: scope.to_owned(),
        label: procedure.label.clone(),
        title: ask.title,
        body: ask.body,
        answers: extra::json(&ask.answers)?,
        priority: ask.priority,
        state: State::Received,
        author: viewer.name(),
        service: procedure.service.clone(),
        email: procedure.email.clone(),
        files: i64::try_from(papers.len()).unwrap_or(i64::MAX),
        deadline: Some(due_on.clone()),
        due_on,
        planned_on: None,
        waiting_since: None,
        created_at: tx.now(),
        done_at: None,
        side: Side::School,
    };
    insert(tx, &request, &procedure.slug, viewer).await?;
    keep_papers(tx, id.0, papers, viewer).await?;
    telling::tell_town(tx, house, &request, Verb::Asked, Some(seat.person)).await?;
    Ok(id)
}

async fn insert(tx: &mut Tx, request: &Request, procedure: &str, viewer: &Viewer) -> Result<()> {
    tx.change(
        "insert into town_request (id, school_id, scope, procedure, label, title, body, answers, priority, state, author, \
         account_id, service, email, files, due_on, deadline, created_at, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17, $17)",
        args![
            request.id,
            request.school_id,
            &request.scope,
            procedure,
            &request.label,
            &request.title,
            &request.body,
            &request.answers,
            request.priority,
            request.state,
            &request.author,
            viewer.account,
            &request.service,
            request.email.as_deref(),
            request.files,
            &request.due_on,
            request.created_at
        ],
    )
    .await
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::shipped;

    fn form() -> AskForm {
        AskForm {
            title: " Une  vitre cassée ".to_owned(),
            body: "Elle donne sur la cour.\r\nLe verre est ramassé.".to_owned(),
            priority: "danger".to_owned(),
            answers: vec!["Salle 3".to_owned()],
            confirmed: false,
        }
    }

    fn problem(form: &AskForm, field: &str) -> bool {
        match form.check(&shipped::procedures()[0]) {
            Err(db::Error::Invalid(problems)) => problems.of(field).is_some(),
            _ => false,
        }
    }

    #[test]
    fn a_form_is_cleaned() {
        let ask = form().check(&shipped::procedures()[0]).unwrap();
        assert_eq!((ask.title.as_str(), ask.priority), ("Une vitre cassée", Priority::Danger));
        assert_eq!(ask.body, "Elle donne sur la cour.\nLe verre est ramassé.");
        assert_eq!(ask.answers[0].value, "Salle 3");
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        assert!(problem(&AskForm { title: " ".to_owned(), ..form() }, "title"));
        assert!(problem(&AskForm { body: "\n".to_owned(), ..form() }, "body"));
        assert!(problem(&AskForm { answers: Vec::new(), ..form() }, "champ_1"));
    }
}
