//! The circles a plan needs: the school, its staff, its classes, their levels, each with its families.

use super::Writing;
use crate::{
    W,
    onde::{
        class::{Goal, level_label},
        ledger::Key,
    },
};
use db::{Result, Tx, Uuid, args};
use school::{CircleId, CircleKind, PersonId, Role, Source, circle, circle::NewCircle};
use std::collections::{BTreeMap, BTreeSet};

impl Writing<'_> {
    /// The circle of all pupils.
    pub(super) async fn school(&mut self) -> Result<CircleId> {
        let families = W.families_of(W.pupils_of_school());
        self.lasting(CircleKind::School, W.pupils_of_school(), Some(&families)).await
    }

    /// The circle of the team.
    pub(super) async fn staff(&mut self) -> Result<CircleId> {
        self.lasting(CircleKind::Staff, W.staff_of_school(), None).await
    }

    async fn lasting(&mut self, kind: CircleKind, name: &str, families: Option<&str>) -> Result<CircleId> {
        let plan = self.plan;
        if let Some(room) = plan.known.whole(kind) {
            return Ok(room.id);
        }
        let school = &plan.known.school;
        let key = format!("hand:{}", school.id);
        let new = NewCircle {
            school: school.id,
            academy: &school.academy,
            kind,
            year: 0,
            key: &key,
            of_circle: None,
            name,
            families,
        };
        self.open(&new).await
    }

    /// Opens the classes, and gives those found by their number the name they have in ONDE.
    pub(super) async fn open_classes(&mut self) -> Result<()> {
        let plan = self.plan;
        for class in &plan.classes {
            let room = match &class.goal {
                Goal::Ignored => None,
                Goal::Known(id) if class.renamed.is_none() => plan.known.room(*id).map(|it| (it.id, it.key.clone())),
                Goal::Known(id) => {
                    let key = plan.known.room(*id).map(|it| it.key.clone()).unwrap_or_default();
                    Some((self.class(&key, &class.label).await?, key))
                }
                Goal::New(number) => {
                    let fresh: Uuid = self.tx.id();
                    let key = number.clone().unwrap_or_else(|| format!("hand:{}", fresh.simple()));
                    Some((self.class(&key, &class.label).await?, key))
                }
            };
            self.rooms.push(room);
        }
        Ok(())
    }

    async fn class(&mut self, key: &str, name: &str) -> Result<CircleId> {
        let plan = self.plan;
        let (school, year) = (&plan.known.school, plan.known.year);
        let families = W.families_of(name);
        let new = NewCircle {
            school: school.id,
            academy: &school.academy,
            kind: CircleKind::Class,
            year,
            key,
            of_circle: None,
            name,
            families: Some(&families),
        };
        self.open(&new).await
    }

    /// Opens a circle; it and its families are noted before.
    pub(super) async fn open(&mut self, new: &NewCircle<'_>) -> Result<CircleId> {
        let known: Option<CircleId> = self
            .tx
            .value(
                "select id from circle where academy = $1 and kind = $2 and year = $3 and key = $4",
                args![new.academy, new.kind, new.year, new.key],
            )
            .await?;
        if let Some(id) = known {
            self.note_circle(id).await?;
        }
        let id = circle::open(self.tx, new).await?;
        self.ledger.made(Key::Circle(id));
        if let Some(families) = families(self.tx, id).await? {
            self.ledger.made(Key::Circle(families));
        }
        Ok(id)
    }

    /// Ends a circle; it and its families are noted before.
    pub(super) async fn close(&mut self, id: CircleId) -> Result<()> {
        self.note_circle(id).await?;
        circle::close(self.tx, id).await
    }

    async fn note_circle(&mut self, id: CircleId) -> Result<()> {
        self.ledger.note(self.tx, Key::Circle(id)).await?;
        if let Some(families) = families(self.tx, id).await? {
            self.ledger.note(self.tx, Key::Circle(families)).await?;
        }
        Ok(())
    }

    /// Seats the pupils of each class of several levels in the circle of theirs.
    pub(super) async fn seat_levels(&mut self) -> Result<()> {
        let plan = self.plan;
        for rank in 0..plan.classes.len() {
            let Some((class, key)) = self.rooms[rank].clone() else { continue };
            let levels = self.levels(rank);
            let has_levels =
                plan.known.rooms.iter().any(|it| it.kind == CircleKind::Level && it.of_circle == Some(class));
            for (code, pupils) in &levels {
                let several = levels.len() > 1 || has_levels;
                let level = if several { Some(self.level(class, &key, rank, code).await?) } else { None };
                for pupil in pupils {
                    self.leave_levels(*pupil, level).await?;
                    if let Some(level) = level {
                        self.seat(level, *pupil, Role::Pupil).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The pupils of a class of the files, by level.
    fn levels(&self, rank: usize) -> BTreeMap<String, BTreeSet<PersonId>> {
        let mut levels: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
        for (pupil, id) in self.plan.pupils.iter().zip(&self.pupils) {
            if let (Some(id), Some(level)) = (id, pupil.level().filter(|_| pupil.class == Some(rank))) {
                levels.entry(level.to_owned()).or_default().insert(*id);
            }
        }
        levels
    }

    async fn level(&mut self, class: CircleId, class_key: &str, rank: usize, code: &str) -> Result<CircleId> {
        let plan = self.plan;
        let school = &plan.known.school;
        let name = W.level_of_class(level_label(code), plan.classes[rank].name(&plan.known).unwrap_or_default());
        let (families, key) = (W.families_of(&name), format!("{class_key}/{code}"));
        let new = NewCircle {
            school: school.id,
            academy: &school.academy,
            kind: CircleKind::Level,
            year: plan.known.year,
            key: &key,
            of_circle: Some(class),
            name: &name,
            families: Some(&families),
        };
        self.open(&new).await
    }

    /// Ends the seats ONDE gave in other levels.
    async fn leave_levels(&mut self, pupil: PersonId, stays: Option<CircleId>) -> Result<()> {
        let plan = self.plan;
        for seat in plan.known.seats.iter().filter(|it| it.person == pupil && it.role == Role::Pupil) {
            let is_level = plan.known.room(seat.circle).is_some_and(|it| it.kind == CircleKind::Level);
            if is_level && Some(seat.circle) != stays && seat.source == Source::Onde {
                self.unseat(seat.circle, pupil, seat.role, seat.source).await?;
            }
        }
        Ok(())
    }
}

async fn families(tx: &mut Tx, of: CircleId) -> Result<Option<CircleId>> {
    tx.value("select id from circle where of_circle = $1 and kind = 'families'", args![of]).await
}
