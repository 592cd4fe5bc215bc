//! The adults of a plan, and who is responsible for whom.

use super::{Writing, new_person};
use crate::onde::{
    adult::{AdultPlan, ChildRef, last_name},
    details,
    known::Person,
    ledger::Key,
    names::is_garbled,
};
use db::{Result, args, search_key, sort_key};
use school::{PersonId, PersonKind, Source, person::NewPerson};

impl Writing<'_> {
    /// Enters and changes the adults, ties them to their children, ends the links ONDE knows no more.
    pub(super) async fn link_families(&mut self) -> Result<()> {
        let plan = self.plan;
        for adult in &plan.adults {
            let id = match &adult.person {
                None => self.enter_adult(adult).await?,
                Some(person) => {
                    self.change_adult(adult, person).await?;
                    person.id
                }
            };
            for child in &adult.new_children {
                if let Some(child) = self.child(*child) {
                    self.link(child, id).await?;
                }
            }
        }
        for link in &plan.ended {
            self.unlink(link.child, link.adult).await?;
        }
        Ok(())
    }

    fn child(&self, child: ChildRef) -> Option<PersonId> {
        match child {
            ChildRef::Planned(rank) => self.pupils.get(rank).copied().flatten(),
            ChildRef::Known(id) => Some(id),
        }
    }

    async fn enter_adult(&mut self, adult: &AdultPlan) -> Result<PersonId> {
        let says = &adult.line.says;
        let new = NewPerson {
            civility: says.civility.as_deref(),
            email: says.email.as_deref(),
            ..new_person(self.plan, PersonKind::Guardian, (&says.first_name, last_name(says)))
        };
        self.enter(&new, Some(details::of_adult("{}", says))).await
    }

    async fn change_adult(&mut self, adult: &AdultPlan, person: &Person) -> Result<()> {
        if person.source == Source::Aaf {
            return if person.gone { self.bring_back(person.id).await } else { Ok(()) };
        }
        if adult.changes.is_empty() && !person.gone {
            return Ok(());
        }
        self.ledger.note(self.tx, Key::Person(person.id)).await?;
        let says = &adult.line.says;
        let kept = is_garbled(last_name(says)) || (says.usage_name.is_none() && person.birth_name().is_some());
        let last = if kept { person.last_name.as_str() } else { last_name(says) };
        let first = if is_garbled(&says.first_name) { &person.first_name } else { &says.first_name };
        let civility = says.civility.clone().or_else(|| person.civility.clone());
        let email = says.email.clone().or_else(|| person.email.clone());
        self.tx
            .change(
                "update person set source = 'onde', last_name = $2, first_name = $3, civility = $4, email = $5, \
                 details = $6, sort_key = $7, search_key = $8, gone_at = null where id = $1",
                args![
                    person.id,
                    last,
                    first,
                    civility,
                    email,
                    details::of_adult(&person.details, says),
                    sort_key(last, first),
                    search_key(first, last)
                ],
            )
            .await
    }

    /// Ties an adult to a child, after those who are already. ONDE says no relation.
    async fn link(&mut self, child: PersonId, adult: PersonId) -> Result<()> {
        self.ledger.note(self.tx, Key::Link(child, adult)).await?;
        let now = self.tx.now();
        let others = self
            .tx
            .count("select count(*) as n from guardianship where child_id = $1 and until is null", args![child])
            .await?;
        self.tx
            .change(
                "insert into guardianship (child_id, adult_id, position, source, since) values ($1, $2, $3, 'onde', $4) \
                 on conflict (child_id, adult_id) do update \
                 set position = excluded.position, source = 'onde', since = excluded.since, until = null \
                 where guardianship.until is not null",
                args![child, adult, others + 1, now],
            )
            .await
    }

    /// Ends a link; an adult of ONDE who has none left is dated.
    async fn unlink(&mut self, child: PersonId, adult: PersonId) -> Result<()> {
        self.ledger.note(self.tx, Key::Link(child, adult)).await?;
        let now = self.tx.now();
        self.tx
            .change(
                "update guardianship set until = $3 where child_id = $1 and adult_id = $2 and until is null",
                args![child, adult, now],
            )
            .await?;
        let left = self
            .tx
            .count("select count(*) as n from guardianship where adult_id = $1 and until is null", args![adult])
            .await?;
        if left == 0 {
            self.ledger.note(self.tx, Key::Person(adult)).await?;
            self.tx
                .change(
                    "update person set gone_at = $2 where id = $1 and source = 'onde' and gone_at is null",
                    args![adult, now],
                )
                .await?;
        }
        Ok(())
    }
}
