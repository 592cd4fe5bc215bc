//! A pupil and the record of a pupil (interfaces.md §1.5).

use crate::dice::Dice;
use crate::level::{CP, LEVELS};
use crate::person::Person;
use crate::school::School;
use crate::seat::Seat;
use crate::xml::Record;

/// A pupil.
pub(crate) struct Pupil {
    /// Join number.
    pub(crate) id: u32,
    /// National number, sometimes missing.
    pub(crate) ine: String,
    /// Civil state.
    pub(crate) person: Person,
    /// Place in the schools of the locality.
    pub(crate) seat: Seat,
    /// Values of ENTEleveAutoriteParentale.
    pub(crate) guardians: Vec<String>,
    /// Date of arrival in the school.
    pub(crate) entry: String,
    /// Date of arrival in the class.
    pub(crate) class_entry: String,
    /// What the family uses outside class time.
    pub(crate) services: Services,
}

/// Canteen, transport, care before and after class, supervised study; whether the child sings.
#[derive(Clone, Copy)]
pub(crate) struct Services {
    /// Eats at school.
    pub(crate) canteen: bool,
    transport: bool,
    morning_care: bool,
    evening_care: bool,
    study: bool,
    choir: bool,
}

impl Services {
    /// The services of a pupil of a level.
    pub(crate) fn draw(dice: &mut Dice, level: usize) -> Services {
        Services {
            canteen: dice.chance(720),
            transport: dice.chance(120),
            morning_care: dice.chance(250),
            evening_care: dice.chance(400),
            study: level >= CP && dice.chance(200),
            choir: level >= CP && dice.chance(150),
        }
    }
}

impl Pupil {
    /// The value of ENTPersonClasses.
    pub(crate) fn class_value(&self, schools: &[School]) -> String {
        let school = &schools[self.seat.school];
        let class = &school.classes[self.seat.class];
        format!("{}$ORD${}${}${}", school.id, LEVELS[self.seat.level].code, class.id, class.name)
    }

    /// Writes the attributes of the pupil, whose place is in these schools.
    pub(crate) fn describe(&self, record: &mut Record<'_>, schools: &[School]) {
        record.number("ENTPersonJointure", self.id);
        record.one("ENTEleveINE", &self.ine);
        self.person.describe(record);
        record.one("ENTPersonMail", "");
        record.one("categoriePersonne", "ELEVE");
        record.many("ENTEleveAutoriteParentale", &self.guardians);
        self.describe_schooling(record, schools);
        self.describe_services(record);
    }

    fn describe_schooling(&self, record: &mut Record<'_>, schools: &[School]) {
        let level = &LEVELS[self.seat.level];
        let school = &schools[self.seat.school];
        let choir = if self.services.choir { school.choir() } else { None };
        record.number("ENTPersonStructRattach", school.id);
        record.one("ENTPersonClasses", &self.class_value(schools));
        record.one("ENTPersonGroupes", choir.as_deref().unwrap_or_default());
        record.one("ENTEleveNiveau", &format!("{}${}", level.code, level.label));
        record.one("ENTEleveCycle", level.cycle);
        record.one("ENTEleveTypeClasse", "ordinaire");
        record.one("ENTEleveDateEntreeClasses", &self.class_entry);
        record.one("ENTEleveDateSortieClasses", "");
        record.one("ENTEleveDateEntreeStructRattach", &self.entry);
        record.one("ENTEleveDateSortieStructRattach", "");
    }

    fn describe_services(&self, record: &mut Record<'_>) {
        let services = self.services;
        record.flag("ENTEleveRestaurantScolaire", services.canteen);
        record.flag("ENTEleveTransport", services.transport);
        record.flag("ENTEleveGarderieMatin", services.morning_care);
        record.flag("ENTEleveGarderieSoir", services.evening_care);
        record.flag("ENTEleveEtudesSurveillees", services.study);
    }
}

/// The national number of a pupil: mostly nine digits and two letters, sometimes the older ten digits and one
/// letter, sometimes missing. It differs between academies where join numbers do not.
pub(crate) fn national_number(dice: &mut Dice, academy: u32, id: u32) -> String {
    const LETTERS: [char; 8] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    let digits = 990_000_000 + (id - 80_000_000);
    let own = if academy == 0 { 'T' } else { 'M' };
    let letter = dice.pick(&LETTERS);
    match dice.below(100) {
        0..3 => String::new(),
        3..8 => format!("0{digits}{own}"),
        _ => format!("{digits}{own}{letter}"),
    }
}
