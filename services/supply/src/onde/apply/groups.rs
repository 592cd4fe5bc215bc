//! The groups the files name: opened, joined, left; one that has no pupil any more ends, and one the head does not want.

use super::Writing;
use crate::{W, onde::group::is_of_onde};
use db::{Result, args};
use school::{CircleKind, Role, Source, circle::NewCircle};

impl Writing<'_> {
    /// Opens the groups and seats their pupils; the seats ONDE gave before end.
    pub(super) async fn seat_groups(&mut self) -> Result<()> {
        let plan = self.plan;
        let school = &plan.known.school;
        for group in plan.groups.iter().filter(|it| it.wanted) {
            let families = W.families_of(&group.name);
            let new = NewCircle {
                school: school.id,
                academy: &school.academy,
                kind: CircleKind::Group,
                year: plan.known.year,
                key: &group.key,
                of_circle: None,
                name: &group.name,
                families: Some(&families),
            };
            let circle = match group.circle {
                Some(circle) => circle,
                None => self.open(&new).await?,
            };
            for rank in &group.joining {
                if let Some(pupil) = self.pupils.get(*rank).copied().flatten() {
                    self.seat(circle, pupil, Role::Pupil).await?;
                }
            }
            for pupil in &group.leaving {
                self.unseat(circle, *pupil, Role::Pupil, Source::Onde).await?;
            }
        }
        Ok(())
    }

    /// Ends the groups the head wants no more, with the seats ONDE gave there.
    pub(super) async fn end_unwanted(&mut self) -> Result<()> {
        let plan = self.plan;
        for group in plan.groups.iter().filter(|it| it.ends()) {
            let Some(circle) = group.circle else { continue };
            for pupil in &group.leaving {
                self.unseat(circle, *pupil, Role::Pupil, Source::Onde).await?;
            }
            self.close(circle).await?;
        }
        Ok(())
    }

    /// Ends the groups of ONDE that were there before and have no pupil any more, whoever seated them.
    pub(super) async fn end_groups(&mut self) -> Result<()> {
        let (plan, now) = (self.plan, self.tx.now());
        for room in plan.known.rooms.iter().filter(|it| is_of_onde(it)) {
            let pupils = self
                .tx
                .count(
                    "select count(*) as n from member where circle_id = $1 and role = 'pupil' \
                     and (until is null or until > $2)",
                    args![room.id, now],
                )
                .await?;
            if pupils == 0 {
                self.close(room.id).await?;
            }
        }
        Ok(())
    }
}
