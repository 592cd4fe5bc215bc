//! The teachers of a plan: of the team, and in their classes. What somebody attached by hand stays.

use super::{Writing, new_person};
use crate::onde::{
    ledger::Key,
    teacher::{TeacherPlan, last_name},
};
use db::{Result, args};
use school::{CircleId, CircleKind, PersonId, PersonKind, Role, Source, person::NewPerson};

impl Writing<'_> {
    /// Enters the teachers and seats them.
    pub(super) async fn seat_team(&mut self) -> Result<()> {
        let plan = self.plan;
        if plan.teachers.is_empty() {
            return Ok(());
        }
        let staff = self.staff().await?;
        for teacher in &plan.teachers {
            let id = match &teacher.person {
                Some(person) => {
                    self.note_email(teacher, person.id).await?;
                    person.id
                }
                None => self.enter_teacher(teacher).await?,
            };
            let is_seated = plan.known.seats.iter().any(|it| it.circle == staff && it.person == id);
            if !is_seated {
                self.seat(staff, id, Role::Teacher).await?;
            }
            let classes: Vec<CircleId> =
                teacher.classes.iter().filter_map(|rank| self.rooms[*rank].as_ref()).map(|it| it.0).collect();
            self.attach(id, &classes).await?;
        }
        Ok(())
    }

    /// Seats a teacher in the classes of the files; those ONDE gave before end. Files that say no class change nothing.
    async fn attach(&mut self, id: PersonId, classes: &[CircleId]) -> Result<()> {
        let plan = self.plan;
        for class in classes {
            self.seat(*class, id, Role::Teacher).await?;
        }
        let before = plan.known.seats.iter().filter(|it| {
            it.person == id && it.role == Role::Teacher && it.source == Source::Onde && !classes.contains(&it.circle)
        });
        for seat in before.filter(|_| !classes.is_empty()) {
            if plan.known.room(seat.circle).is_some_and(|it| it.kind == CircleKind::Class) {
                self.unseat(seat.circle, id, seat.role, seat.source).await?;
            }
        }
        Ok(())
    }

    async fn enter_teacher(&mut self, teacher: &TeacherPlan) -> Result<PersonId> {
        let says = &teacher.line.says;
        let new = NewPerson {
            civility: says.civility.as_deref(),
            email: says.email.as_deref(),
            ..new_person(self.plan, PersonKind::Staff, (&says.first_name, last_name(says)))
        };
        self.enter(&new, None).await
    }

    /// The address the files give to a teacher they brought.
    async fn note_email(&mut self, teacher: &TeacherPlan, id: PersonId) -> Result<()> {
        let Some(email) = &teacher.line.says.email else { return Ok(()) };
        self.ledger.note(self.tx, Key::Person(id)).await?;
        self.tx.change("update person set email = $2 where id = $1 and source = 'onde'", args![id, email]).await
    }
}
