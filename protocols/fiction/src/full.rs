//! The full delivery of a September.

use std::io;

use crate::academy::Source;
use crate::delivery::Delivery;
use crate::family::Family;
use crate::promotion;
use crate::school::School;
use crate::staff::{self, Staff};
use crate::territory::Jurisdiction;
use crate::xml::{Entity, Request};

/// Writes everything of one academy, one locality at a time; returns the number of classes.
/// `step` hears the number of schools just written.
pub(crate) fn write(
    source: Source<'_>,
    jurisdiction: &Jurisdiction,
    delivery: &mut Delivery,
    step: &mut dyn FnMut(usize),
) -> io::Result<u64> {
    let mut classes = 0;
    for locality in &jurisdiction.localities {
        let schools = locality.schools(source);
        for school in &schools {
            add_school(source, delivery, school)?;
            classes += school.classes.len() as u64;
        }
        for family in promotion::families(source, locality, &schools) {
            add_family(delivery, &family, &schools)?;
        }
        step(schools.len());
    }
    for district in &jurisdiction.districts {
        for member in district.staff(source) {
            add_staff(source, delivery, &member)?;
        }
    }
    Ok(classes)
}

/// Adds the records of a family whose children are in these schools.
pub(crate) fn add_family(delivery: &mut Delivery, family: &Family, schools: &[School]) -> io::Result<()> {
    for child in &family.children {
        let mut record = delivery.record(Request::Add, Entity::Eleve, child.id)?;
        child.describe(&mut record, schools);
        record.close();
    }
    for guardian in &family.guardians {
        let mut record = delivery.record(Request::Add, Entity::PersRelEleve, guardian.id)?;
        guardian.describe(&mut record);
        record.close();
    }
    Ok(())
}

/// Adds the record of a member of staff.
pub(crate) fn add_staff(source: Source<'_>, delivery: &mut Delivery, member: &Staff) -> io::Result<()> {
    let mut record = delivery.record(Request::Add, Entity::PersEducNat, member.id())?;
    member.describe(&mut record, source);
    record.close();
    Ok(())
}

fn add_school(source: Source<'_>, delivery: &mut Delivery, school: &School) -> io::Result<()> {
    let mut record = delivery.record(Request::Add, Entity::EtabEducNat, school.id)?;
    school.describe(&mut record, source.academy);
    record.close();
    let staff = staff::of_school(source, school);
    for member in &staff {
        add_staff(source, delivery, member)?;
    }
    for (place, class) in (0..).zip(&school.classes) {
        for teacher in staff::teachers(source, school, place) {
            delivery.link(&school.uai, class.id, teacher)?;
        }
    }
    Ok(())
}
