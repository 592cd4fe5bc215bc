//! Staff: heads, teachers, those who complete them, replacements, and their record (interfaces.md §1.7).

use crate::academy::Source;
use crate::date::Year;
use crate::dice::Topic;
use crate::numbering;
use crate::person::Person;
use crate::school::School;
use crate::xml::Record;

/// What someone does in a structure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Post {
    /// Teaches a class.
    Teaching,
    /// Directs the school.
    Direction,
    /// Accompanies pupils (AESH).
    Assistance,
    /// Replaces absent teachers (ZIL).
    Replacement,
    /// Psychologist of the RASED.
    Psychology,
    /// Adviser of the circonscription (CPC).
    Advice,
}

/// A member of staff.
pub(crate) struct Staff {
    /// Rank in the academy.
    pub(crate) rank: u32,
    /// Civil state.
    pub(crate) person: Person,
    /// Join number of the structure the administration attaches them to.
    pub(crate) attached_to: u32,
    /// Structures and what is done there.
    pub(crate) posts: Vec<(u32, Post)>,
}

/// A circonscription and those who work in several of its schools.
pub(crate) struct District {
    /// Join number.
    pub(crate) id: u32,
    /// Rank of its first school in the academy; the others follow.
    pub(crate) first_school: u32,
    /// Number of schools.
    pub(crate) schools: u32,
    /// Rank of its first member of staff in the academy.
    pub(crate) first_staff: u32,
}

const ADVISERS_PER_DISTRICT: u32 = 2;
// Out of a thousand, each summer.
const RELIEVED: u32 = 100;

impl Post {
    // The last four fields of ENTPersonFonctions.
    fn fields(self) -> &'static str {
        match self {
            Post::Teaching => "ENS$ENSEIGNEMENT$G0000$ENSEIGNANT CLASSE ELEMENTAIRE",
            Post::Direction => "DIR$DIRECTION$D0000$DIRECTION",
            Post::Assistance => "AES$ACCOMPAGNANT$-$",
            Post::Replacement => "RPL$REMPLACEMENT$G0000$TITULAIRE REMPLACANT",
            Post::Psychology => "PSY$PSYCHOLOGUE$-$",
            Post::Advice => "CPC$CONSEILLER PEDAGOGIQUE$-$",
        }
    }

    fn is_teaching(self) -> bool {
        match self {
            Post::Teaching | Post::Direction | Post::Replacement | Post::Advice => true,
            Post::Assistance | Post::Psychology => false,
        }
    }
}

/// The rank of whoever holds, in the year of the source, the post of somebody of day 0.
pub(crate) fn holder(source: Source<'_>, post: u32) -> u32 {
    let mut newcomers = source.year.after_first().rev().map(|year| numbering::staff_newcomer(year, post));
    newcomers.find(|rank| source.dice(Topic::Relief, *rank).chance(RELIEVED)).unwrap_or(post)
}

/// The person who holds a rank; class names are made from it without building the whole roster.
pub(crate) fn person(source: Source<'_>, rank: u32) -> Person {
    let mut dice = source.dice(Topic::Staff, rank);
    let culture = source.names.culture(&mut dice);
    let woman = dice.chance(820);
    let last = culture.last(&mut dice);
    let birth_name = if woman && dice.chance(350) { culture.last(&mut dice) } else { last.clone() };
    let first = culture.first(&mut dice, woman);
    let others = if dice.chance(300) { vec![culture.first(&mut dice, woman)] } else { Vec::new() };
    let birth = format!("{:02}/{:02}/{}", dice.between(1, 28), dice.between(1, 12), dice.between(1963, 2001));
    Person { last, birth_name, first, others, woman, birth }
}

/// Those who work in one school only.
pub(crate) fn of_school(source: Source<'_>, school: &School) -> Vec<Staff> {
    let hire = |place: u32| {
        let rank = holder(source, school.first_staff + place);
        let posts = school_posts(school, place);
        let assists = posts.contains(&(school.id, Post::Assistance));
        let attached_to = if assists { school.district } else { school.id };
        Staff { rank, person: person(source, rank), attached_to, posts }
    };
    (0..school.staff_count()).map(hire).collect()
}

/// The join numbers of the teachers of a class: its own, then the one who completes the hours.
pub(crate) fn teachers(source: Source<'_>, school: &School, class: u32) -> Vec<u32> {
    let classes = school.classes.len() as u32;
    let first_complement = classes + u32::from(school.has_discharged_head());
    // Each completes three classes, and the first of them is the head's.
    let complement = class / 3;
    let mut places = vec![class];
    if complement < school.complements {
        places.push(first_complement + complement);
    }
    places.into_iter().map(|place| numbering::STAFF + holder(source, school.first_staff + place)).collect()
}

// Places: class teachers, the discharged head if any, those who complete, those who accompany.
fn school_posts(school: &School, place: u32) -> Vec<(u32, Post)> {
    let classes = school.classes.len() as u32;
    let discharged = school.has_discharged_head();
    if discharged && place == classes {
        return vec![(school.id, Post::Direction)];
    }
    if !discharged && place == 0 {
        return vec![(school.id, Post::Teaching), (school.id, Post::Direction)];
    }
    let teachers = classes + u32::from(discharged) + school.complements;
    vec![(school.id, if place < teachers { Post::Teaching } else { Post::Assistance })]
}

impl District {
    /// Number of people who work for the circonscription.
    pub(crate) fn staff_count(&self) -> u32 {
        self.replacements() + self.psychologists() + ADVISERS_PER_DISTRICT
    }

    /// Those who work in several schools, or for the inspector.
    pub(crate) fn staff(&self, source: Source<'_>) -> Vec<Staff> {
        (0..self.staff_count()).map(|place| self.hire(source, place)).collect()
    }

    /// The school after another one, around the circonscription.
    pub(crate) fn next_school(&self, school: u32) -> u32 {
        let first = numbering::SCHOOLS + self.first_school;
        first + (school - first + 1) % self.schools
    }

    fn replacements(&self) -> u32 {
        self.schools / 3 + 1
    }

    fn psychologists(&self) -> u32 {
        self.schools / 12 + 1
    }

    fn hire(&self, source: Source<'_>, place: u32) -> Staff {
        let post = self.first_staff + place;
        let rank = holder(source, post);
        let person = person(source, rank);
        if place < self.replacements() {
            let posts = self.round(source, post, Post::Replacement, (2, 5));
            // The administration attaches a replacement to one of the schools.
            let attached_to = posts.first().map_or(self.id, |(school, _)| *school);
            return Staff { rank, person, attached_to, posts };
        }
        let posts = if place < self.replacements() + self.psychologists() {
            self.round(source, post, Post::Psychology, (3, 8))
        } else {
            vec![(self.id, Post::Advice)]
        };
        Staff { rank, person, attached_to: self.id, posts }
    }

    // The same post in several neighbouring schools, whoever holds it.
    fn round(&self, source: Source<'_>, rank: u32, post: Post, reach: (u32, u32)) -> Vec<(u32, Post)> {
        let mut dice = source.dice(Topic::Itinerant, rank);
        let count = dice.between(reach.0, reach.1).min(self.schools);
        let start = dice.below(self.schools);
        let place = |step: u32| numbering::SCHOOLS + self.first_school + (start + step) % self.schools;
        (0..count).map(|step| (place(step), post)).collect()
    }
}

impl Staff {
    /// Join number.
    pub(crate) fn id(&self) -> u32 {
        numbering::STAFF + self.rank
    }

    /// The first post, which decides the category.
    pub(crate) fn main_post(&self) -> Post {
        self.posts.first().map_or(Post::Teaching, |(_, post)| *post)
    }

    /// The academic e-mail, unique over the two academies.
    pub(crate) fn mail(&self, source: Source<'_>) -> String {
        self.person.mail(self.rank * 2 + source.academy.number, "ac-example.fr")
    }

    /// The values of ENTPersonFonctions.
    pub(crate) fn functions(&self) -> Vec<String> {
        self.posts.iter().map(|(structure, post)| format!("{structure}${}", post.fields())).collect()
    }

    /// Writes the attributes of the member of staff.
    pub(crate) fn describe(&self, record: &mut Record<'_>, source: Source<'_>) {
        let teaching = self.main_post().is_teaching();
        let directs = self.posts.iter().filter(|(_, post)| *post == Post::Direction);
        let directs: Vec<String> = directs.map(|(school, _)| school.to_string()).collect();
        let attached_to = vec![self.attached_to.to_string()];
        let functions = self.functions();
        record.number("ENTPersonJointure", self.id());
        self.person.describe(record);
        record.one("ENTPersonMail", &self.mail(source));
        record.many("ENTPersonStructRattach", &attached_to);
        record.many("ENTPersonStructRattachDate", &dated(&attached_to, source.year));
        record.many("ENTPersonFonctions", &functions);
        record.many("ENTPersonFonctionsDate", &dated(&functions, source.year));
        record.many("ENTEnsFonctionDir", &directs);
        record.many("ENTEnsFonctionDirDate", &dated(&directs, source.year));
        record.flag("ENTPersonCategorieEnseignant", teaching);
        record.one("categoriePersonne", if teaching { "ENSEIGNANT" } else { "NON_ENSEIGNANT" });
    }
}

// The exact syntax is not public; interfaces.md §1.7 only says that dates follow the value.
fn dated(values: &[String], year: Year) -> Vec<String> {
    let (start, end) = (year.back_to_school(), year.end());
    values.iter().map(|value| format!("{value}${start}${end}")).collect()
}
