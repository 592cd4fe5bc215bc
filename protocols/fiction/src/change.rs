//! The delta of one day. Each family and each member of staff changes on one day of the year at most, and the
//! change follows from the state of day 0: deltas applied in order never contradict one another.

use std::io;

use crate::academy::Source;
use crate::date::Date;
use crate::delivery::Delivery;
use crate::dice::{Dice, Topic};
use crate::family::{self, Families, Family};
use crate::full;
use crate::guardian;
use crate::locality::Locality;
use crate::numbering::{GUARDIANS, LAST_DAY, SUCCESSOR};
use crate::school::School;
use crate::seat::{self, Seat};
use crate::staff::{self, District, Post, Staff};
use crate::territory::Jurisdiction;
use crate::town::Address;
use crate::xml::{Entity, Request};

/// The changes of one academy on one day, being written.
pub(crate) struct Changes<'a> {
    source: Source<'a>,
    jurisdiction: &'a Jurisdiction,
    delivery: &'a mut Delivery,
    day: u32,
    today: String,
    slices: u32,
}

// A small territory is spread over fewer days, so that a demonstration of some days shows every kind of change.
const SMALL_TERRITORY_SCHOOLS: u32 = 50;
const SMALL_TERRITORY_SLICES: u32 = 30;

impl<'a> Changes<'a> {
    /// The changes of a day, from 1 on, of a territory of so many schools.
    pub(crate) fn of(
        source: Source<'a>,
        jurisdiction: &'a Jurisdiction,
        delivery: &'a mut Delivery,
        day: u32,
        schools: u32,
    ) -> Changes<'a> {
        let slices = if schools < SMALL_TERRITORY_SCHOOLS { SMALL_TERRITORY_SLICES } else { LAST_DAY };
        Changes { source, jurisdiction, delivery, day, today: Date::of_delivery(source.year, day).french(), slices }
    }

    /// Writes them, one locality at a time; `step` hears the number of schools just passed.
    pub(crate) fn write(&mut self, step: &mut dyn FnMut(usize)) -> io::Result<()> {
        let jurisdiction = self.jurisdiction;
        for locality in &jurisdiction.localities {
            let schools = locality.schools(self.source);
            self.change_locality(locality, &schools)?;
            step(schools.len());
        }
        for district in &jurisdiction.districts {
            for member in district.staff(self.source) {
                self.change_staff(member, Some(district))?;
            }
        }
        Ok(())
    }

    fn change_locality(&mut self, locality: &Locality, schools: &[School]) -> io::Result<()> {
        for family in Families::of(self.source, locality, schools) {
            if self.is_due(Topic::FamilyDay, family.key) {
                self.change_family(family, locality, schools)?;
            }
        }
        if let Some(family) = family::newcomers(self.source, locality, schools, self.day, &self.today) {
            full::add_family(self.delivery, &family, schools)?;
        }
        for school in schools {
            for member in staff::of_school(self.source, school) {
                self.change_staff(member, None)?;
            }
        }
        Ok(())
    }

    fn is_due(&self, topic: Topic, key: u32) -> bool {
        self.source.dice(topic, key).below(self.slices) + 1 == self.day
    }

    fn change_family(&mut self, family: Family, locality: &Locality, schools: &[School]) -> io::Result<()> {
        let mut dice = self.source.dice(Topic::FamilyChange, family.key);
        match dice.below(100) {
            0..20 => self.change_class(family, schools),
            20..35 => self.move_away(family, locality, &mut dice),
            35..70 => self.correct_guardian(&family, &mut dice),
            70..85 => self.correct_pupil(&family, &mut dice),
            _ => self.depart(&family),
        }
    }

    // The eldest changes class or, in a school with one class of the level, stops or starts eating there.
    fn change_class(&mut self, mut family: Family, schools: &[School]) -> io::Result<()> {
        let Some(pupil) = family.children.first_mut() else {
            return Ok(());
        };
        let mut record = self.delivery.record(Request::Modify, Entity::Eleve, pupil.id)?;
        if let Some(seat) = seat::other_class(schools, pupil.seat) {
            pupil.seat = seat;
            record.one("ENTPersonClasses", &pupil.class_value(schools));
            record.one("ENTEleveDateEntreeClasses", &self.today);
        } else {
            record.flag("ENTEleveRestaurantScolaire", !pupil.services.canteen);
        }
        record.close();
        Ok(())
    }

    // The children go to the schools of the next locality with the adults of their first address.
    fn move_away(&mut self, mut family: Family, locality: &Locality, dice: &mut Dice) -> io::Result<()> {
        let localities = &self.jurisdiction.localities;
        let target = &localities[(locality.rank as usize + 1) % localities.len()];
        let schools = target.schools(self.source);
        let levels = family.children.iter().map(|child| child.seat.level);
        let seats: Option<Vec<Seat>> = levels.map(|level| seat::arrival(&schools, level)).collect();
        let Some(seats) = seats else {
            return self.correct_guardian(&family, dice);
        };
        for (child, seat) in family.children.iter_mut().zip(seats) {
            child.seat = seat;
            child.entry.clone_from(&self.today);
            child.class_entry.clone_from(&self.today);
            let mut record = self.delivery.record(Request::Add, Entity::Eleve, child.id)?;
            child.describe(&mut record, &schools);
            record.close();
        }
        let address = Address::draw(dice, &schools[0].town, &schools[0].post_code);
        self.change_address(family, &address)
    }

    fn change_address(&mut self, family: Family, address: &Address) -> io::Result<()> {
        let left = family.guardians.first().map(|guardian| guardian.address.lines.clone());
        for mut guardian in family.guardians {
            if Some(&guardian.address.lines) != left.as_ref() {
                continue;
            }
            guardian.address = address.clone();
            let mut record = self.delivery.record(Request::Modify, Entity::PersRelEleve, guardian.id)?;
            guardian.describe_address(&mut record);
            record.close();
        }
        Ok(())
    }

    fn correct_guardian(&mut self, family: &Family, dice: &mut Dice) -> io::Result<()> {
        let Some(guardian) = family.guardians.last() else {
            return self.correct_pupil(family, dice);
        };
        let number = (guardian.id - GUARDIANS) * 2 + self.source.academy.number;
        let mail = guardian.person.mail(number, "courriel.example.org");
        let mut record = self.delivery.record(Request::Modify, Entity::PersRelEleve, guardian.id)?;
        record.one("ENTPersRelEleveTelMobile", &guardian::mobile_phone(dice));
        record.one("ENTPersonMail", &mail);
        record.close();
        Ok(())
    }

    // The name in use becomes a double name.
    fn correct_pupil(&mut self, family: &Family, dice: &mut Dice) -> io::Result<()> {
        let Some(pupil) = family.children.first() else {
            return Ok(());
        };
        let added = self.source.names.culture(dice).last(dice);
        let name = format!("{}-{added}", pupil.person.last).to_uppercase();
        let mut record = self.delivery.record(Request::Modify, Entity::Eleve, pupil.id)?;
        record.one("ENTPersonNom", &name);
        record.close();
        Ok(())
    }

    fn depart(&mut self, family: &Family) -> io::Result<()> {
        for child in &family.children {
            self.delivery.record(Request::Delete, Entity::Eleve, child.id)?.close();
        }
        for guardian in &family.guardians {
            self.delivery.record(Request::Delete, Entity::PersRelEleve, guardian.id)?.close();
        }
        Ok(())
    }

    fn change_staff(&mut self, member: Staff, district: Option<&District>) -> io::Result<()> {
        if !self.is_due(Topic::StaffDay, member.rank) {
            return Ok(());
        }
        match (member.main_post(), district) {
            (Post::Assistance, _) => self.succeed(member),
            (Post::Replacement, Some(district)) => self.reassign(member, district),
            _ => self.rename(member),
        }
    }

    // One leaves, another comes to the same posts.
    fn succeed(&mut self, member: Staff) -> io::Result<()> {
        self.delivery.record(Request::Delete, Entity::PersEducNat, member.id())?.close();
        let rank = member.rank + SUCCESSOR;
        let successor = Staff { rank, person: staff::person(self.source, rank), ..member };
        full::add_staff(self.source, self.delivery, &successor)
    }

    // A replacement now goes to the next schools around the circonscription.
    fn reassign(&mut self, mut member: Staff, district: &District) -> io::Result<()> {
        for (school, _) in &mut member.posts {
            *school = district.next_school(*school);
        }
        let mut record = self.delivery.record(Request::Modify, Entity::PersEducNat, member.id())?;
        record.many("ENTPersonFonctions", &member.functions());
        record.close();
        Ok(())
    }

    fn rename(&mut self, mut member: Staff) -> io::Result<()> {
        let mut dice = self.source.dice(Topic::StaffChange, member.rank);
        member.person.last = self.source.names.culture(&mut dice).last(&mut dice);
        let mut record = self.delivery.record(Request::Modify, Entity::PersEducNat, member.id())?;
        record.one("ENTPersonNom", &member.person.last.to_uppercase());
        record.one("ENTPersonMail", &member.mail(self.source));
        record.close();
        Ok(())
    }
}
