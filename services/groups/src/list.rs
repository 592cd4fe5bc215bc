//! The groups of a school: its own, those of other schools it is of or asked to join, what the académie delivered.

use crate::{
    challenge,
    group::{Group, select_groups},
    part::State,
};
use db::{Result, Tx, args};
use school::{Circle, School, SchoolId, SchoolYear, select_circles};

/// The groups of a school in this year. For those who make groups there.
#[derive(Debug, Clone)]
pub struct List {
    /// Those that are on.
    pub open: Vec<Group>,
    /// Those that ended.
    pub ended: Vec<Group>,
    /// Those of other schools it is asked to join.
    pub asked: Vec<Group>,
    /// The challenges proposed to it that are on.
    pub challenges: Vec<Group>,
    /// Those the académie delivered: changed at their source.
    pub delivered: Vec<Circle>,
}

impl List {
    /// The groups of a school.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: &School) -> Result<Self> {
        let own: Vec<Group> = tx.all(OWN, args![school.id, SchoolYear::of(tx.now().day()).0]).await?;
        let (mut open, mut ended) = (Vec::new(), Vec::new());
        for group in own.into_iter().chain(of_others(tx, school.id, State::In).await?) {
            // A challenge is told of once, whoever holds it.
            match (group.is_challenge(), group.ended_at) {
                (true, _) => {}
                (false, None) => open.push(group),
                (false, Some(_)) => ended.push(group),
            }
        }
        let mut asked = of_others(tx, school.id, State::Asked).await?;
        asked.retain(|group| group.ended_at.is_none());
        let mut challenges = challenge::for_school(tx, school).await?;
        challenges.retain(|group| group.ended_at.is_none());
        Ok(Self { open, ended, asked, challenges, delivered: delivered(tx, school.id).await? })
    }

    /// All of them but what was delivered.
    pub fn all(&self) -> impl Iterator<Item = &Group> {
        self.open.iter().chain(&self.ended).chain(&self.asked).chain(&self.challenges)
    }
}

const OWN: &str = select_groups!("where g.school_id = $1 and c.year = $2 order by c.sort_key, c.id");

const OF_OTHERS: &str = select_groups!(
    "join groups_school x on x.circle_id = g.circle_id \
     where x.school_id = $1 and x.state = $2 and c.year = $3 order by c.sort_key, c.id"
);

async fn of_others(tx: &mut Tx, school: SchoolId, state: State) -> Result<Vec<Group>> {
    let year = SchoolYear::of(tx.now().day()).0;
    tx.all(OF_OTHERS, args![school, state, year]).await
}

async fn delivered(tx: &mut Tx, school: SchoolId) -> Result<Vec<Circle>> {
    let year = SchoolYear::of(tx.now().day()).0;
    tx.all(
        select_circles!(
            "c.school_id = $1 and c.kind = 'group' and c.year = $2 and c.until is null and not exists \
             (select 1 from groups_group g where g.circle_id = c.id and g.school_id = c.school_id) order by c.sort_key"
        ),
        args![school, year],
    )
    .await
}
