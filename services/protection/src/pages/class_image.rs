//! The register of image rights of a class, as its teachers and the head read it, and the answers they enter from paper.

use super::{answer_word, purpose_word, state_word};
use crate::{
    W,
    guardian::{self, Guardian},
};
use askama::Template;
use commons::{
    access::Topic,
    image_right::{self, Answer as Reply, Paper, Purpose, Register, Respondent},
};
use db::{Error, Problems, Result, Tx};
use school::{Circle, CircleId, CircleKind, PersonId, Right, Role, Viewer, circle, person::Name, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Cell, Choice, Column, EmptyState, ErrorSummary, Field, Opt, Table},
    summary,
};

/// The longest note kept with a paper, in characters.
const LONGEST_NOTE: usize = 200;

#[derive(Template)]
#[template(path = "class_image.html")]
struct ClassImagePage {
    class: String,
    summary: Option<ErrorSummary>,
    table: Option<Table>,
    empty: EmptyState,
    address: String,
    who: Choice,
    purposes: Choice,
    reply: Choice,
    note: Field,
    enter: Button,
    back: String,
}

/// What was chosen and typed from a paper.
#[derive(Default)]
struct PaperForm {
    who: String,
    purposes: Vec<String>,
    reply: String,
    note: String,
}

/// What can be kept of it.
struct Entered {
    child: PersonId,
    adult: PersonId,
    purposes: Vec<Purpose>,
    reply: Reply,
    note: String,
}

/// The pupils of a class, those responsible for them, and their answers.
struct Class {
    circle: Circle,
    pupils: Vec<Name>,
    guardians: Vec<Guardian>,
    register: Register,
}

/// The address of the register of a class.
pub(super) fn path(class: CircleId) -> String {
    format!("/classes/{class}/droit-image")
}

/// `GET /classes/{circle}/droit-image`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    visit.looked(class.pupils.iter().map(|pupil| pupil.id).collect(), Topic::ImageRights, None).await;
    visit.set_wide();
    visit.page(W.image_rights(), &ClassImagePage::new(&class, &PaperForm::default(), &Problems::default()))
}

/// `POST /classes/{circle}/droit-image`
pub(crate) async fn enter(
    mut visit: SignedIn,
    Path(id): Path<CircleId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    let form = PaperForm::read(&fields);
    match form.check(&class) {
        Ok(entered) => {
            keep(&mut tx, &visit.viewer, &class.circle, &entered).await?;
            tx.commit().await?;
            Ok(visit.done(&path(id), W.paper_entered()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.set_wide();
            visit.again(W.image_rights(), &ClassImagePage::new(&class, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(tx: &mut Tx, viewer: &Viewer, class: &Circle, entered: &Entered) -> Result<()> {
    let entered_by = viewer.acting_in(class.id, class.school_id)?;
    let of = Respondent { school: class.school_id, year: class.year, child: entered.child, adult: entered.adult };
    for purpose in &entered.purposes {
        let paper = Paper { entered_by, note: &entered.note };
        image_right::answer(tx, viewer, &of, *purpose, entered.reply, Some(paper)).await?;
    }
    Ok(())
}

impl Class {
    async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let circle = Circle::load(tx, id).await?;
        or_not_found(circle.kind == CircleKind::Class && viewer.may_in(Right::SeeImageRights, id, circle.school_id))?;
        let pupils = circle::members(tx, id, Role::Pupil).await?;
        let children: Vec<PersonId> = pupils.iter().map(|pupil| pupil.id).collect();
        let guardians = guardian::of(tx, children.iter().copied()).await?;
        let register = Register::read(tx, circle.school_id, circle.year, children).await?;
        Ok(Self { circle, pupils, guardians, register })
    }

    fn guardians_of(&self, child: PersonId) -> impl Iterator<Item = &Guardian> {
        self.guardians.iter().filter(move |guardian| guardian.child_id == child)
    }

    fn row(&self, pupil: &Name) -> Vec<Cell> {
        let states = Purpose::ALL.iter().map(|purpose| Cell::text(state_word(self.register.state(pupil.id, *purpose))));
        let awaited = self.register.awaited(pupil.id);
        let names: Vec<String> =
            self.guardians_of(pupil.id).filter(|it| awaited.contains(&it.id)).map(Guardian::full).collect();
        let missing = if names.is_empty() { W.nobody_awaited().to_owned() } else { names.join(", ") };
        [Cell::text(pupil.full())].into_iter().chain(states).chain([Cell::text(missing)]).collect()
    }

    fn table(&self) -> Table {
        let purposes = Purpose::ALL.iter().map(|purpose| Column::new(purpose_word(*purpose)));
        let columns = [Column::new(W.pupil())].into_iter().chain(purposes).chain([Column::new(W.awaited())]);
        let rows = self.pupils.iter().map(|pupil| self.row(pupil));
        Table::new(W.register_of(&self.circle.name), columns.collect(), rows.collect())
    }

    /// A child with one adult, as an option of the form.
    fn pairs(&self) -> impl Iterator<Item = (String, String)> {
        self.pupils.iter().flat_map(move |pupil| {
            self.guardians_of(pupil.id)
                .map(move |it| (pair(pupil.id, it.id), W.child_and_adult(pupil.full(), it.full())))
        })
    }
}

fn pair(child: PersonId, adult: PersonId) -> String {
    format!("{child}.{adult}")
}

impl PaperForm {
    fn read(fields: &[(String, String)]) -> Self {
        let all = |name: &str| -> Vec<String> {
            fields.iter().filter(|(it, _)| it == name).map(|(_, value)| value.clone()).collect()
        };
        Self {
            who: all("who").concat(),
            purposes: all("purposes"),
            reply: all("reply").concat(),
            note: all("note").concat(),
        }
    }

    fn check(&self, class: &Class) -> Result<Entered> {
        let known = class.guardians.iter().find(|it| pair(it.child_id, it.id) == self.who);
        let purposes: Vec<Purpose> =
            self.purposes.iter().filter_map(|text| Purpose::try_from(text.clone()).ok()).collect();
        let reply = Reply::try_from(self.reply.clone()).ok();
        let note = self.note.trim();
        let mut problems = Problems::default();
        problems.require(known.is_some(), "who", W.who_missing());
        problems.require(!purposes.is_empty(), "purposes", W.purposes_missing());
        problems.require(reply.is_some(), "reply", W.reply_missing());
        problems.require(note.chars().count() <= LONGEST_NOTE, "note", W.note_too_long());
        let (known, reply) = problems.or((known, reply))?;
        let (known, reply) = known.zip(reply).ok_or(Error::NotFound)?;
        Ok(Entered { child: known.child_id, adult: known.id, purposes, reply, note: note.to_owned() })
    }
}

impl ClassImagePage {
    fn new(class: &Class, form: &PaperForm, problems: &Problems) -> Self {
        let first = Opt::new("", W.choose());
        let pairs = class.pairs().map(|(value, label)| {
            let checked = value == form.who;
            Opt::new(value, label).checked(checked)
        });
        let purposes = Purpose::ALL.iter().map(|purpose| {
            let checked = form.purposes.iter().any(|it| it == purpose.as_str());
            Opt::new(purpose.as_str(), purpose_word(*purpose)).checked(checked)
        });
        let replies = Reply::ALL
            .iter()
            .map(|reply| Opt::new(reply.as_str(), answer_word(*reply)).checked(form.reply == reply.as_str()));
        Self {
            class: class.circle.name.clone(),
            summary: summary(problems),
            table: (!class.pupils.is_empty()).then(|| class.table().caption_hidden()),
            empty: EmptyState::new("classe", W.no_pupil(), None),
            address: path(class.circle.id),
            who: Choice::select("who", W.who_answers(), std::iter::once(first).chain(pairs).collect())
                .error(problems.of("who")),
            purposes: Choice::checkboxes("purposes", W.for_what(), purposes.collect()).error(problems.of("purposes")),
            reply: Choice::radios("reply", W.reply(), replies.collect()).required().error(problems.of("reply")),
            note: Field::text("note", W.note())
                .value(&form.note)
                .maxlength(LONGEST_NOTE)
                .hint(W.note_hint())
                .optional(W.optional())
                .error(problems.of("note")),
            enter: Button::primary(W.enter_paper()),
            back: format!("/classes/{}/journal", class.circle.id),
        }
    }
}
