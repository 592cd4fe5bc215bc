//! An adult related to pupils and the record of that adult (interfaces.md §1.6).

use crate::dice::Dice;
use crate::person::Person;
use crate::town::Address;
use crate::xml::Record;

/// An adult related to pupils.
#[derive(Clone)]
pub(crate) struct Guardian {
    /// Join number.
    pub(crate) id: u32,
    /// Relation code (interfaces.md §1.8).
    pub(crate) relation: &'static str,
    /// Civil state, without birth date as in real deliveries.
    pub(crate) person: Person,
    /// Home.
    pub(crate) address: Address,
    /// How to reach them.
    pub(crate) contact: Contact,
    /// Join numbers of the children.
    pub(crate) children: Vec<u32>,
}

/// Telephones, e-mail, and whether the address may be given to parents' associations. Empty when unknown.
#[derive(Clone)]
pub(crate) struct Contact {
    home_phone: String,
    work_phone: String,
    /// Mobile telephone.
    pub(crate) mobile: String,
    /// Private e-mail.
    pub(crate) mail: String,
    shares_address: bool,
}

impl Contact {
    /// The contact details of a person; `number` keeps the addresses of homonyms apart.
    pub(crate) fn draw(dice: &mut Dice, person: &Person, number: u32) -> Contact {
        Contact {
            home_phone: if dice.chance(250) { home_phone(dice) } else { String::new() },
            work_phone: if dice.chance(200) { home_phone(dice) } else { String::new() },
            mobile: if dice.chance(930) { mobile_phone(dice) } else { String::new() },
            mail: if dice.chance(650) { person.mail(number, "example.org") } else { String::new() },
            shares_address: dice.chance(600),
        }
    }
}

/// A mobile number nobody has.
pub(crate) fn mobile_phone(dice: &mut Dice) -> String {
    format!("060000{:04}", dice.below(10_000))
}

fn home_phone(dice: &mut Dice) -> String {
    format!("050000{:04}", dice.below(10_000))
}

impl Guardian {
    /// The value of ENTEleveAutoriteParentale of a pupil, if the adult is recorded for that pupil.
    pub(crate) fn authority_over(&self, pupil: u32) -> Option<String> {
        self.children.contains(&pupil).then(|| format!("{}${}", self.id, self.relation))
    }

    /// Writes the attributes of the adult.
    pub(crate) fn describe(&self, record: &mut Record<'_>) {
        record.number("ENTPersonJointure", self.id);
        self.person.describe(record);
        record.one("ENTPersonTelPerso", &self.contact.home_phone);
        record.one("ENTPersRelEleveTelPro", &self.contact.work_phone);
        record.one("ENTPersRelEleveTelMobile", &self.contact.mobile);
        self.describe_address(record);
        record.flag("ENTPersonAdresseDiffusion", self.contact.shares_address);
        record.one("ENTPersonMail", &self.contact.mail);
        let children: Vec<String> = self.children.iter().map(u32::to_string).collect();
        record.many("ENTPersRelEleveEleve", &children);
        record.one("categoriePersonne", "PERS_REL_ELEVE");
    }

    /// Writes the address only, as when a family moves.
    pub(crate) fn describe_address(&self, record: &mut Record<'_>) {
        record.one("ENTPersonAdresse", &self.address.lines);
        record.one("ENTPersonCodePostal", &self.address.post_code);
        record.one("ENTPersonVille", &self.address.town);
        record.one("ENTPersonPays", "FRANCE");
    }
}
