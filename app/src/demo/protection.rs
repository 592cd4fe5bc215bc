//! What protects the children of the demonstration: image rights, answered by some families only, and the words the school
//! watches.

use super::{People, families::Family, past::Past, viewer_of};
use commons::{
    House,
    image_right::{self, Answer, Purpose, Respondent},
    watched,
};
use db::Result;
use school::{PersonId, SchoolId, SchoolYear};

/// Words the head adds to those watched everywhere.
const WORDS: [&str; 2] = ["gros bêta", "face de rat"];
/// What most families answer.
const ALL: &[(Purpose, Answer)] = &[
    (Purpose::Class, Answer::Yes),
    (Purpose::School, Answer::Yes),
    (Purpose::ClassBook, Answer::Yes),
    (Purpose::PublicSite, Answer::Yes),
    (Purpose::Press, Answer::Yes),
];
/// What a family answers that wants its child shown to the school alone.
const WITHIN: &[(Purpose, Answer)] = &[
    (Purpose::Class, Answer::Yes),
    (Purpose::School, Answer::Yes),
    (Purpose::ClassBook, Answer::Yes),
    (Purpose::PublicSite, Answer::No),
    (Purpose::Press, Answer::No),
];
/// What the parent has answered up to now, for the first child alone.
const BEGUN: &[(Purpose, Answer)] =
    &[(Purpose::Class, Answer::Yes), (Purpose::School, Answer::Yes), (Purpose::PublicSite, Answer::No)];

/// Answers and adds.
pub(super) async fn write(past: &Past, people: &People, families: &[Family]) -> Result<()> {
    for class in &people.classes {
        let of_class = families.iter().filter(|it| it.class == class.id);
        for (rank, family) in of_class.enumerate() {
            let answers = if rank == 2 { WITHIN } else { ALL };
            answer(&past.house(5, -30), class.school, family.child, family.adult, answers).await?;
        }
    }
    let Some(class) = people.classes.first() else { return Ok(()) };
    answer(&past.house(4, -10), class.school, class.child, people.parent, BEGUN).await?;
    watch(&past.house(5, -45), people).await
}

async fn answer(
    house: &House,
    school: SchoolId,
    child: PersonId,
    adult: PersonId,
    answers: &[(Purpose, Answer)],
) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, adult).await?;
    let of = Respondent { school, year: SchoolYear::of(tx.now().day()).0, child, adult };
    for (purpose, answer) in answers {
        image_right::answer(&mut tx, &viewer, &of, *purpose, *answer, None).await?;
    }
    tx.commit().await
}

async fn watch(house: &House, people: &People) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, people.head).await?;
    for word in WORDS {
        watched::add(&mut tx, &viewer, people.school, people.head, word).await?;
    }
    tx.commit().await
}
