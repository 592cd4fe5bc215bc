//! « Droit à l’image » of a parent: for each child and each use, what it means, the answer, what counts now.

use super::{answer_word, purpose_word, state_word};
use crate::{
    IMAGE_RIGHTS, W,
    held::{Held, held},
};
use askama::Template;
use commons::image_right::{self, Answer as Reply, Past, Purpose, Register, State};
use db::{Error, Result, Tx};
use school::{PersonId, SchoolId, SchoolYear, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, Notice, Opt},
    dates,
};

#[derive(Template)]
#[template(path = "image.html")]
struct ImagePage {
    year: String,
    children: Vec<ChildPart>,
    explained: Notice,
}

/// What concerns one child.
struct ChildPart {
    name: String,
    school: String,
    address: String,
    questions: Vec<Question>,
    save: Button,
    history: Vec<String>,
}

/// One use of the child's image.
struct Question {
    choice: Choice,
    state: String,
}

/// `GET /droit-image`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let held = held(&visit.viewer);
    or_not_found(!held.is_empty())?;
    let mut tx = visit.read().await?;
    let year = SchoolYear::of(tx.now().day());
    let mut children = Vec::new();
    for child in &held {
        children.push(ChildPart::build(&mut tx, child, year).await?);
    }
    drop(tx);
    let page = ImagePage {
        year: W.school_year(year),
        children,
        explained: Notice::info(W.image_explained()).title(W.image_explained_title()),
    };
    visit.page(W.image_rights(), &page)
}

/// `POST /droit-image/{school}/{child}`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((school, child)): Path<(SchoolId, PersonId)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let held = held(&visit.viewer).into_iter().find(|it| (it.school, it.child) == (school, child));
    let held = held.ok_or(Error::NotFound)?;
    let mut tx = visit.write().await?;
    let year = SchoolYear::of(tx.now().day());
    let register = Register::read(&mut tx, school, year.0, [child]).await?;
    for (purpose, reply) in replies(&held, &fields) {
        for of in held.respondents(year) {
            // Only what changes is an answer: sending the same form twice says nothing new.
            if register.answer_of(child, of.adult, purpose) != Some(reply) {
                image_right::answer(&mut tx, &visit.viewer, &of, purpose, reply, None).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(visit.done(IMAGE_RIGHTS, &W.image_saved(held.first_name)))
}

/// The answers of a form; what is none is left out.
fn replies(held: &Held, fields: &[(String, String)]) -> Vec<(Purpose, Reply)> {
    let reply = |purpose: &Purpose| {
        let name = field(held, *purpose);
        let (_, value) = fields.iter().find(|(field, _)| *field == name)?;
        Some((*purpose, Reply::try_from(value.clone()).ok()?))
    };
    Purpose::ALL.iter().filter_map(reply).collect()
}

/// The name of a question: a page holds those of several children, in several schools.
fn field(held: &Held, purpose: Purpose) -> String {
    format!("{}-{}-{}", purpose.as_str(), held.school, held.child)
}

impl ChildPart {
    async fn build(tx: &mut Tx, held: &Held, year: SchoolYear) -> Result<Self> {
        let of = held.respondent(year);
        let register = Register::read(tx, held.school, year.0, [held.child]).await?;
        let history = image_right::history(tx, &of).await?;
        Ok(Self {
            name: held.first_name.clone(),
            school: held.school_name.clone(),
            address: format!("{IMAGE_RIGHTS}/{}/{}", held.school, held.child),
            questions: Purpose::ALL.iter().map(|purpose| Question::of(held, &register, *purpose)).collect(),
            save: Button::secondary(W.save_answers(&held.first_name)),
            history: history.iter().map(past_line).collect(),
        })
    }
}

impl Question {
    fn of(held: &Held, register: &Register, purpose: Purpose) -> Self {
        let own = register.answer_of(held.child, held.adult, purpose);
        let allowed_less = register.allowed_less(held.child, held.adult, purpose);
        let option = |reply: &Reply| Opt::new(reply.as_str(), answer_word(*reply)).checked(own == Some(*reply));
        let options = Reply::ALL.iter().map(option).collect();
        Self {
            choice: Choice::radios(field(held, purpose), purpose_word(purpose), options).hint(meaning(purpose)),
            state: counts(own, allowed_less, register.state(held.child, purpose)),
        }
    }
}

/// What counts now; why one's own yes does not yet, or not for all that is asked since.
fn counts(own: Option<Reply>, allowed_less: bool, state: State) -> String {
    match (own, state) {
        (Some(Reply::Yes), State::Unanswered) => W.counts_once_all().to_owned(),
        _ if allowed_less => W.counts_for_less(state_word(state)),
        _ => W.counts_now(state_word(state)),
    }
}

/// What a use means, in a sentence.
fn meaning(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Class => W.meaning_class(),
        Purpose::School => W.meaning_school(),
        Purpose::ClassBook => W.meaning_class_book(),
        Purpose::PublicSite => W.meaning_public_site(),
        Purpose::Press => W.meaning_press(),
    }
}

fn past_line(past: &Past) -> String {
    let day = dates::date(past.answered_at.day());
    match past.on_paper {
        true => W.past_answer_on_paper(purpose_word(past.purpose), answer_word(past.answer), day),
        false => W.past_answer(purpose_word(past.purpose), answer_word(past.answer), day),
    }
}
