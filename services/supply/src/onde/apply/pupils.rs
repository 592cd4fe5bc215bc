//! The pupils of a plan: entered, changed, seated; those who left, dated.

use super::{Writing, new_person};
use crate::{
    onde::{
        details,
        known::Person,
        ledger::Key,
        names::is_garbled,
        pupil::{PupilPlan, State, civility, last_name, level},
    },
    transfer::Taken,
};
use db::{FromRow, Result, args, search_key, sort_key};
use school::{CircleId, CircleKind, PersonId, PersonKind, Role, SchoolId, Source, person::NewPerson};

/// A seat of a pupil in another school.
#[derive(FromRow)]
struct Elsewhere {
    circle_id: CircleId,
    source: Source,
    school_id: SchoolId,
    kind: CircleKind,
}

impl Writing<'_> {
    /// Enters, changes and seats the pupils of the files.
    pub(super) async fn seat_pupils(&mut self) -> Result<()> {
        let plan = self.plan;
        if plan.pupils.is_empty() {
            return Ok(());
        }
        let school = self.school().await?;
        for pupil in &plan.pupils {
            if !pupil.is_taken() {
                self.pupils.push(None);
                continue;
            }
            let id = match &pupil.person {
                None => self.enter_pupil(pupil).await?,
                Some(person) => {
                    self.change(pupil, person).await?;
                    person.id
                }
            };
            self.pupils.push(Some(id));
            if pupil.state == State::Arrives {
                self.leave_elsewhere(id).await?;
            }
            self.seat(school, id, Role::Pupil).await?;
            if let Some(class) = pupil.class.and_then(|rank| self.rooms[rank].as_ref()).map(|it| it.0) {
                self.seat(class, id, Role::Pupil).await?;
                self.leave_others(pupil, id, class).await?;
            }
        }
        Ok(())
    }

    async fn enter_pupil(&mut self, pupil: &PupilPlan) -> Result<PersonId> {
        let says = &pupil.line.says;
        let new = NewPerson {
            civility: civility(says),
            birth_day: says.birth_day.as_deref(),
            ine: says.ine.as_deref(),
            level: level(says),
            ..new_person(self.plan, PersonKind::Pupil, (&says.first_name, last_name(says)))
        };
        let birth_name = says.usage_name.as_ref().map(|_| says.last_name.clone());
        let details = birth_name.map(|it| details::with("{}", &[("birth_name", Some(it))]));
        self.enter(&new, details).await
    }

    /// What ONDE brought, and whom somebody entered before it came, becomes as the files say. What the académie delivered stays.
    async fn change(&mut self, pupil: &PupilPlan, person: &Person) -> Result<()> {
        if person.source == Source::Aaf {
            return if person.gone { self.bring_back(person.id).await } else { Ok(()) };
        }
        if person.source == Source::Onde && pupil.changes.is_empty() && !person.gone {
            return Ok(());
        }
        self.ledger.note(self.tx, Key::Person(person.id)).await?;
        let says = &pupil.line.says;
        let birth_name = says.usage_name.as_ref().map(|_| says.last_name.clone()).filter(|it| !is_garbled(it));
        let kept = is_garbled(last_name(says)) || (says.usage_name.is_none() && person.birth_name().is_some());
        let last = if kept { person.last_name.as_str() } else { last_name(says) };
        let first = if is_garbled(&says.first_name) { &person.first_name } else { &says.first_name };
        let now_said = |said: Option<&str>, known: &Option<String>| said.map(str::to_owned).or_else(|| known.clone());
        self.tx
            .change(
                "update person set source = 'onde', last_name = $2, first_name = $3, civility = $4, birth_day = $5, \
                 ine = $6, level = $7, details = $8, sort_key = $9, search_key = $10, gone_at = null where id = $1",
                args![
                    person.id,
                    last,
                    first,
                    now_said(civility(says), &person.civility),
                    now_said(says.birth_day.as_deref(), &person.birth_day),
                    now_said(says.ine.as_deref(), &person.ine),
                    now_said(level(says), &person.level),
                    details::with(&person.details, &[("birth_name", birth_name)]),
                    sort_key(last, first),
                    search_key(first, last)
                ],
            )
            .await
    }

    pub(super) async fn bring_back(&mut self, person: PersonId) -> Result<()> {
        self.ledger.note(self.tx, Key::Person(person)).await?;
        self.tx.change("update person set gone_at = null where id = $1", args![person]).await
    }

    /// Ends the seats ONDE gave in other classes; those somebody gave by hand too, for whom was entered by hand. ONDE says
    /// nothing of the groups people make: whoever sits in one stays there.
    async fn leave_others(&mut self, pupil: &PupilPlan, id: PersonId, class: CircleId) -> Result<()> {
        let by_hand = pupil.person.as_ref().is_some_and(|it| it.source == Source::Hand);
        let plan = self.plan;
        for seat in plan.known.seats.iter().filter(|it| it.person == id && it.role == Role::Pupil) {
            let Some(room) = plan.known.room(seat.circle) else { continue };
            let ends = match seat.source {
                Source::Aaf => false,
                Source::Hand => by_hand && room.kind != CircleKind::Group,
                Source::Onde => match room.kind {
                    CircleKind::Class => room.id != class,
                    CircleKind::Level => room.of_circle != Some(class),
                    CircleKind::School
                    | CircleKind::Staff
                    | CircleKind::Group
                    | CircleKind::Families
                    | CircleKind::Challenge => false,
                },
            };
            if ends {
                self.unseat(seat.circle, id, seat.role, seat.source).await?;
            }
        }
        Ok(())
    }

    /// Ends the seats of a pupil in other schools: person and account stay, what was shared with them follows. Seats in circles that
    /// are over stay as they are: a school the child left long ago is not told where the child is now.
    async fn leave_elsewhere(&mut self, pupil: PersonId) -> Result<()> {
        let now = self.tx.now();
        let seats: Vec<Elsewhere> = self
            .tx
            .all(
                "select m.circle_id, m.source, c.school_id, c.kind from member m \
                 join circle c on c.id = m.circle_id and c.until is null \
                 where m.person_id = $1 and m.role = 'pupil' and c.school_id <> $2 and (m.until is null or m.until > $3) \
                 order by m.circle_id, m.source",
                args![pupil, self.plan.known.school.id, now],
            )
            .await?;
        for seat in seats {
            self.unseat(seat.circle_id, pupil, Role::Pupil, seat.source).await?;
            // Whoever sits among the pupils of a school is its pupil; a group may gather those of several.
            if seat.kind == CircleKind::School {
                self.taken.insert(Taken { school: seat.school_id, person: pupil });
            }
        }
        Ok(())
    }

    /// Those who left: seats end here; whoever sits in no other school and came by ONDE is dated.
    pub(super) async fn see_off(&mut self) -> Result<()> {
        let plan = self.plan;
        for person in &plan.gone {
            let seats = plan.known.seats.iter().filter(|it| it.person == person.id && it.role == Role::Pupil);
            for seat in seats.filter(|it| it.source == Source::Onde || person.source == Source::Onde) {
                self.unseat(seat.circle, person.id, seat.role, seat.source).await?;
            }
            if person.source == Source::Onde && !self.sits_somewhere(person.id).await? {
                self.ledger.note(self.tx, Key::Person(person.id)).await?;
                let now = self.tx.now();
                self.tx.change("update person set gone_at = $2 where id = $1", args![person.id, now]).await?;
            }
        }
        Ok(())
    }

    async fn sits_somewhere(&mut self, pupil: PersonId) -> Result<bool> {
        let now = self.tx.now();
        let seats = self
            .tx
            .count(
                "select count(*) as n from member m join circle c on c.id = m.circle_id and c.kind = 'school' \
                 and c.until is null where m.person_id = $1 and m.role = 'pupil' and (m.until is null or m.until > $2)",
                args![pupil, now],
            )
            .await?;
        Ok(seats > 0)
    }
}
