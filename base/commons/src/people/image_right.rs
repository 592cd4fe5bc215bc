//! Image rights: what the adults responsible for a child allow of the child's image, use by use, for a school year
//! (product.md §3.17, domain.md §10).
//!
//! Every answer is kept: withdrawing is answering again. The strictest adult wins, and nothing counts as a yes before each
//! adult has said it. Consent given for one school is none for another, and none for what a later wording adds to a use.

use crate::{
    audit::{self, Action},
    limitation::{self, Topic},
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{Circle, CircleId, CircleKind, PersonId, Role, SchoolId, Viewer, circle, person::Name, text_enum};

text_enum! {
    /// What an image may be used for, the narrowest circle first.
    Purpose {
        /// The journal of the class or of a group, for those of it and their families.
        Class = "class",
        /// Inside the school.
        School = "school",
        /// The book of the class, printed for its families.
        ClassBook = "class-book",
        /// The public pages of the school.
        PublicSite = "public-site",
        /// Newspapers and posters.
        Press = "press",
    }
}

impl Purpose {
    /// The wording it is asked about in now: one more each time it comes to allow more than before.
    pub fn wording(self) -> i64 {
        match self {
            // The first named the class alone, the second the groups too, which may gather several schools.
            Self::Class => 2,
            Self::School | Self::ClassBook | Self::PublicSite | Self::Press => 1,
        }
    }
}

text_enum! {
    /// What an adult answers.
    Answer {
        /// Allows it.
        Yes = "yes",
        /// Refuses it.
        No = "no",
    }
}

/// What is allowed once all answers are read together; the strictest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Every adult allows it.
    Yes,
    /// An adult has not answered, and none refuses.
    Unanswered,
    /// An adult refuses.
    No,
}

/// What one adult responsible for a child answered last about one use; nothing yet where `answer` is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The child.
    pub child: PersonId,
    /// The adult.
    pub adult: PersonId,
    /// The use.
    pub purpose: Purpose,
    /// The answer.
    pub answer: Option<Answer>,
    /// Whether it answers the wording of now.
    pub is_current: bool,
}

impl Given {
    /// Whether the adult has still to say something: nothing was answered, or a yes to less than is asked now. A refusal of less
    /// refuses more.
    pub fn is_awaited(&self) -> bool {
        match self.answer {
            None => true,
            Some(Answer::Yes) => !self.is_current,
            Some(Answer::No) => false,
        }
    }
}

/// The answers in force about some children: a line for each adult now responsible and each use.
#[derive(Debug, Clone, Default)]
pub struct Register {
    given: Vec<Given>,
    /// The children whose image is used no more, at the request of a person or by a restriction.
    opposed: Vec<PersonId>,
}

impl Register {
    /// The answers given in a school for a year about some children. For those who may read them.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(
        tx: &mut Tx,
        school: SchoolId,
        year: i64,
        children: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self> {
        let children: Vec<PersonId> = children.into_iter().collect();
        let rows: Vec<Row> = tx.all(IN_FORCE, args![id_list(children.iter().copied()), school, year]).await?;
        let opposed = limitation::limited(tx, children, Topic::Image).await?;
        let given = rows.chunk_by(|one, other| (one.child_id, one.adult_id) == (other.child_id, other.adult_id));
        Ok(Self { given: given.flat_map(each_purpose).collect(), opposed })
    }

    /// What is allowed of a child, in the first wording at least. A child nobody is responsible for waits for an answer; an
    /// objection is a refusal.
    pub fn state(&self, child: PersonId, purpose: Purpose) -> State {
        self.strictest(child, purpose, |it| match it.answer {
            Some(Answer::Yes) => State::Yes,
            Some(Answer::No) => State::No,
            None => State::Unanswered,
        })
    }

    /// The same for all that the wording of now asks: a yes to an earlier one awaits an answer.
    pub fn state_as_worded(&self, child: PersonId, purpose: Purpose) -> State {
        self.strictest(child, purpose, |it| match it.answer {
            Some(Answer::No) => State::No,
            Some(Answer::Yes) if it.is_current => State::Yes,
            Some(Answer::Yes) | None => State::Unanswered,
        })
    }

    fn strictest(&self, child: PersonId, purpose: Purpose, state: impl Fn(&Given) -> State) -> State {
        if self.opposed.contains(&child) {
            return State::No;
        }
        let of_child = self.given.iter().filter(|it| it.child == child && it.purpose == purpose);
        of_child.map(state).max().unwrap_or(State::Unanswered)
    }

    /// What an adult answered about a child to all that is asked now; none for no answer, and for a yes to less.
    pub fn answer_of(&self, child: PersonId, adult: PersonId, purpose: Purpose) -> Option<Answer> {
        self.of(child, adult, purpose).filter(|it| !it.is_awaited()).and_then(|it| it.answer)
    }

    /// Whether an adult allowed less than is asked now, and has not answered since.
    pub fn allowed_less(&self, child: PersonId, adult: PersonId, purpose: Purpose) -> bool {
        self.of(child, adult, purpose).is_some_and(|it| it.answer.is_some() && it.is_awaited())
    }

    fn of(&self, child: PersonId, adult: PersonId, purpose: Purpose) -> Option<&Given> {
        self.given.iter().find(|it| (it.child, it.adult, it.purpose) == (child, adult, purpose))
    }

    /// The adults responsible for a child who have not answered about everything.
    pub fn awaited(&self, child: PersonId) -> Vec<PersonId> {
        let silent = self.given.iter().filter(|it| it.child == child && it.is_awaited());
        let mut adults: Vec<PersonId> = Vec::new();
        for given in silent {
            if !adults.contains(&given.adult) {
                adults.push(given.adult);
            }
        }
        adults
    }
}

#[derive(FromRow)]
struct Row {
    child_id: PersonId,
    adult_id: PersonId,
    purpose: Option<String>,
    answer: Option<String>,
    wording: Option<i64>,
}

const IN_FORCE: &str = "\
select g.child_id, g.adult_id, i.purpose, i.answer, i.wording from guardianship g \
join person a on a.id = g.adult_id and a.gone_at is null \
left join image_right i on i.child_id = g.child_id and i.adult_id = g.adult_id and i.school_id = $2 and i.year = $3 \
    and i.number = (select max(l.number) from image_right l where l.child_id = i.child_id and l.adult_id = i.adult_id \
        and l.purpose = i.purpose and l.school_id = i.school_id and l.year = i.year) \
where g.until is null and g.child_id in (select unhex(value) from json_each($1)) \
order by g.child_id, g.position, g.adult_id";

/// The rows of one adult for one child, as a line for each use.
fn each_purpose(rows: &[Row]) -> Vec<Given> {
    let Some(first) = rows.first() else { return Vec::new() };
    let line = |purpose: &Purpose| {
        let answered = rows.iter().find(|row| row.purpose.as_deref() == Some(purpose.as_str()));
        let answer = answered.and_then(|row| row.answer.clone()).and_then(|text| Answer::try_from(text).ok());
        let is_current = answered.and_then(|row| row.wording).is_some_and(|wording| wording >= purpose.wording());
        Given { child: first.child_id, adult: first.adult_id, purpose: *purpose, answer, is_current }
    };
    Purpose::ALL.iter().map(line).collect()
}

/// What is allowed of some children for one use, each with its state.
///
/// # Errors
/// A fault of the database.
pub async fn state(
    tx: &mut Tx,
    school: SchoolId,
    year: i64,
    children: &[PersonId],
    purpose: Purpose,
) -> Result<Vec<(PersonId, State)>> {
    let register = Register::read(tx, school, year, children.iter().copied()).await?;
    Ok(children.iter().map(|child| (*child, register.state(*child, purpose))).collect())
}

/// A pupil who must not be recognised on the photographs of a class or a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Who.
    pub name: Name,
    /// Why: an adult refuses, or one has not answered where all must have allowed it.
    pub state: State,
}

/// The pupils of a class or a group whose image must not be used so, in the order of their names. For those who publish there.
///
/// A refusal is looked for in each of the schools the pupils are of. Where a group gathers several, photographs are shown to
/// families of other schools than the child's: there, every adult must have allowed it in the wording that says so.
///
/// # Errors
/// A fault of the database.
pub async fn to_hide(tx: &mut Tx, class: CircleId, purpose: Purpose) -> Result<Vec<Hidden>> {
    let class = Circle::load(tx, class).await?;
    let pupils = circle::members(tx, class.id, Role::Pupil).await?;
    let schools = schools_of(tx, class.id).await?;
    let gathers_schools = class.kind == CircleKind::Group && schools.len() > 1;
    let mut registers = Vec::new();
    for school in schools {
        registers.push(Register::read(tx, school, class.year, pupils.iter().map(|pupil| pupil.id)).await?);
    }
    let why = |pupil: PersonId| {
        let is_refused = registers.iter().any(|register| register.state(pupil, purpose) == State::No);
        let is_allowed = || registers.iter().any(|register| register.state_as_worded(pupil, purpose) == State::Yes);
        match is_refused {
            true => Some(State::No),
            false => (gathers_schools && !is_allowed()).then_some(State::Unanswered),
        }
    };
    Ok(pupils.into_iter().filter_map(|name| why(name.id).map(|state| Hidden { name, state })).collect())
}

/// The school of a class or a group, and those its pupils are of.
async fn schools_of(tx: &mut Tx, class: CircleId) -> Result<Vec<SchoolId>> {
    tx.column(
        "select c.school_id from circle c where c.id = $1 \
         union select h.school_id from member m \
             join member n on n.person_id = m.person_id and n.role = 'pupil' and n.since <= $2 \
                 and (n.until is null or n.until > $2) \
             join circle h on h.id = n.circle_id and h.kind in ('school', 'class') and h.until is null \
             where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2)",
        args![class, tx.now()],
    )
    .await
}

/// Whose answer is kept, about whom, for where and when.
#[derive(Debug, Clone, Copy)]
pub struct Respondent {
    /// The school.
    pub school: SchoolId,
    /// The school year.
    pub year: i64,
    /// The child.
    pub child: PersonId,
    /// The adult who answers.
    pub adult: PersonId,
}

/// An answer given on paper, by whom it was entered.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    /// Who enters it.
    pub entered_by: PersonId,
    /// What is worth keeping: where the paper is, a condition.
    pub note: &'a str,
}

/// Keeps an answer after those before it.
///
/// # Errors
/// [`Error::NotFound`] when the adult is not responsible for the child; [`Error::Conflict`] when another answer arrives at
/// the same moment.
pub async fn answer(
    tx: &mut Tx,
    viewer: &Viewer,
    of: &Respondent,
    purpose: Purpose,
    answer: Answer,
    paper: Option<Paper<'_>>,
) -> Result<()> {
    responsible(tx, of.child, of.adult).await?;
    let (id, now): (Uuid, Moment) = (tx.id(), tx.now());
    let number = tx
        .count(
            "select coalesce(max(number), 0) + 1 as n from image_right \
             where child_id = $1 and adult_id = $2 and purpose = $3 and school_id = $4 and year = $5",
            args![of.child, of.adult, purpose, of.school, of.year],
        )
        .await?;
    let (entered_by, note) = paper.map(|it| (it.entered_by, it.note)).unzip();
    tx.change(
        "insert into image_right (id, school_id, child_id, adult_id, purpose, year, number, answer, answered_at, \
         entered_by, note, wording) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            id,
            of.school,
            of.child,
            of.adult,
            purpose,
            of.year,
            number,
            answer,
            now,
            entered_by,
            note,
            purpose.wording()
        ],
    )
    .await?;
    let said = format!("{}: {}", purpose.as_str(), answer.as_str());
    audit::write(tx, Some(viewer.account), Action::ImageRightAnswered, Some(of.child.to_string()), Some(&said)).await
}

async fn responsible(tx: &mut Tx, child: PersonId, adult: PersonId) -> Result<()> {
    let links = tx
        .count(
            "select count(*) as n from guardianship where child_id = $1 and adult_id = $2 and until is null",
            args![child, adult],
        )
        .await?;
    if links == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// An answer of the past, as its own adult reads it.
#[derive(Debug, Clone, FromRow)]
pub struct Past {
    /// The use.
    pub purpose: Purpose,
    /// What was answered.
    pub answer: Answer,
    /// When.
    pub answered_at: Moment,
    /// Whether the school entered it from paper.
    pub on_paper: bool,
}

/// What an adult answered about a child in a year, newest first. For that adult.
///
/// # Errors
/// A fault of the database.
pub async fn history(tx: &mut Tx, of: &Respondent) -> Result<Vec<Past>> {
    tx.all(
        "select purpose, answer, answered_at, entered_by is not null as on_paper from image_right \
         where child_id = $1 and adult_id = $2 and school_id = $3 and year = $4 \
         order by answered_at desc, purpose, number desc",
        args![of.child, of.adult, of.school, of.year],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn given(adult: u128, answer: Option<Answer>) -> Given {
        Given { child: person(1), adult: person(adult), purpose: Purpose::Class, answer, is_current: true }
    }

    #[test]
    fn the_strictest_adult_wins() {
        let (yes, no) = (Some(Answer::Yes), Some(Answer::No));
        for (answers, state) in [
            (vec![], State::Unanswered),
            (vec![yes], State::Yes),
            (vec![yes, yes], State::Yes),
            (vec![yes, None], State::Unanswered),
            (vec![None, no], State::No),
            (vec![no, yes], State::No),
        ] {
            let given = (2..).zip(&answers).map(|(adult, answer)| given(adult, *answer)).collect();
            assert_eq!(
                Register { given, ..Register::default() }.state(person(1), Purpose::Class),
                state,
                "{answers:?}"
            );
        }
    }

    #[test]
    fn a_yes_to_an_earlier_wording_awaits_an_answer_and_a_refusal_stands() {
        for (answer, before, now) in [
            (Some(Answer::Yes), State::Yes, State::Unanswered),
            (Some(Answer::No), State::No, State::No),
            (None, State::Unanswered, State::Unanswered),
        ] {
            let earlier = Given { is_current: false, ..given(2, answer) };
            let register = Register { given: vec![given(3, Some(Answer::Yes)), earlier], ..Register::default() };
            let child = person(1);
            assert_eq!(register.state(child, Purpose::Class), before, "{answer:?}");
            assert_eq!(register.state_as_worded(child, Purpose::Class), now, "{answer:?}");
            assert_eq!(register.awaited(child).is_empty(), answer == Some(Answer::No), "{answer:?}");
            assert_eq!(register.answer_of(child, person(2), Purpose::Class), answer.filter(|it| *it == Answer::No));
            assert_eq!(register.allowed_less(child, person(2), Purpose::Class), answer == Some(Answer::Yes));
        }
    }

    #[test]
    fn an_objection_is_a_refusal() {
        let register = Register { given: vec![given(2, Some(Answer::Yes))], opposed: vec![person(1)] };
        assert_eq!(register.state(person(1), Purpose::Class), State::No);
    }

    #[test]
    fn whoever_left_something_unanswered_is_awaited_once() {
        let row = |adult: u128, purpose: Option<&str>| Row {
            child_id: person(1),
            adult_id: person(adult),
            purpose: purpose.map(str::to_owned),
            answer: purpose.map(|_| "yes".to_owned()),
            wording: purpose.map(|_| Purpose::Class.wording()),
        };
        let given = [each_purpose(&[row(2, Some("class"))]), each_purpose(&[row(3, None)])].concat();
        let register = Register { given, ..Register::default() };
        assert_eq!(register.awaited(person(1)), [person(2), person(3)]);
        assert_eq!(register.answer_of(person(1), person(2), Purpose::Class), Some(Answer::Yes));
        assert_eq!(register.answer_of(person(1), person(3), Purpose::Class), None);
    }
}
