//! Who lives in the world of the tests, and where.

use db::Uuid;
use school::{AccountId, CircleId, PersonId, PersonKind, SchoolId};

/// The people of the world. Their sign-in names are `prenom.nom`; their password is [`PASSWORD`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Hélène Vidal, head of Les Tilleuls, who also teaches the CE1-CE2.
    Helene,
    /// Thomas Roux, teacher of the CP.
    Thomas,
    /// Rose Calmette, a replacement: of the team, attached to no class.
    Rose,
    /// Agnès Pujol, whom the commune employs in the school.
    Agnes,
    /// Zoé Marty, a pupil of the CP. Her parents live apart.
    Zoe,
    /// Paul Marty, Zoé's father.
    Paul,
    /// Claire Fabre, Zoé's mother.
    Claire,
    /// Tom Benali, a pupil of CE2.
    Tom,
    /// Lina Benali, his sister, a pupil of CE1 in the same class.
    Lina,
    /// Samia Benali, mother of Tom and Lina.
    Samia,
    /// Karim Benali, their father, listed twice by the directory: once for each child. One account holds both entries.
    Karim,
    /// Hector Loubet, head of Jules-Verne: a stranger.
    Hector,
    /// Théa Carrère, teacher at Jules-Verne: a stranger.
    Thea,
    /// Enzo Rives, a pupil of Jules-Verne: a stranger.
    Enzo,
    /// Perrine Rives, his mother: a stranger.
    Perrine,
    /// Adélaïde Costes, who runs the scheme for the académie of Toulouse.
    Adelaide,
}

/// The password of everybody, strong enough for everybody.
pub const PASSWORD: &str = "Tulipe-nuage-77!";
/// Its Argon2id hash, worked out once: hashing for each test would take longer than the test.
pub(crate) const PASSWORD_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$cHJlYXUtdGVzdGtpdC0wMQ$bk78G/Tlze/knN1Wfq4gI8EtsrWpif0T5gfAyPP/DAM";
/// The base32 secret of Adélaïde's second factor.
pub const TOTP_SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// The schools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// École Les Tilleuls at Montaubrac.
    Tilleuls,
    /// École Jules-Verne at Sainte-Foy.
    JulesVerne,
}

/// The classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classroom {
    /// The CP of Les Tilleuls: Thomas, Zoé.
    Cp,
    /// The CE1-CE2 of Les Tilleuls: Hélène, Tom, Lina.
    Ce,
    /// The CM1 of Jules-Verne: Théa, Enzo.
    Cm,
}

/// One line of the directory.
pub(crate) struct Entry {
    pub(crate) who: Who,
    pub(crate) kind: PersonKind,
    pub(crate) first_name: &'static str,
    pub(crate) last_name: &'static str,
    pub(crate) civility: &'static str,
    /// MEFSTAT4 code and birth day of a pupil.
    pub(crate) pupil: Option<(&'static str, &'static str)>,
    pub(crate) email: Option<&'static str>,
}

macro_rules! entries {
    ($($who:ident $kind:ident $civility:literal $first:literal $last:literal $pupil:expr, $email:expr;)*) => {
        &[$(Entry { who: Who::$who, kind: PersonKind::$kind, first_name: $first, last_name: $last,
            civility: $civility, pupil: $pupil, email: $email }),*]
    };
}

/// Everybody of the directory. Adélaïde is in none.
pub(crate) const ENTRIES: &[Entry] = entries! {
    Helene Staff "Mme" "Hélène" "VIDAL" None, Some("helene.vidal@ac-example.fr");
    Thomas Staff "M." "Thomas" "ROUX" None, Some("thomas.roux@ac-example.fr");
    Rose Staff "Mme" "Rose" "CALMETTE" None, None;
    Agnes Agent "Mme" "Agnès" "PUJOL" None, None;
    Zoe Pupil "Mme" "Zoé" "MARTY" Some(("1121", "2020-05-14")), None;
    Paul Guardian "M." "Paul" "MARTY" None, Some("paul.marty@example.org");
    Claire Guardian "Mme" "Claire" "FABRE" None, Some("claire.fabre@example.org");
    Tom Pupil "M." "Tom" "BENALI" Some(("1123", "2018-02-03")), None;
    Lina Pupil "Mme" "Lina" "BENALI" Some(("1122", "2019-09-21")), None;
    Samia Guardian "Mme" "Samia" "BENALI" None, Some("famille.benali@example.org");
    Karim Guardian "M." "Karim" "BENALI" None, Some("famille.benali@example.org");
    Hector Staff "M." "Hector" "LOUBET" None, None;
    Thea Staff "Mme" "Théa" "CARRÈRE" None, None;
    Enzo Pupil "M." "Enzo" "RIVES" Some(("1124", "2017-06-30")), None;
    Perrine Guardian "Mme" "Perrine" "RIVES" None, None;
};

/// Karim's second entry, Lina's father.
pub const KARIM_AGAIN: PersonId = PersonId(number(50));

impl Who {
    /// The directory entry. Adélaïde has none: her number leads to nobody.
    pub const fn person(self) -> PersonId {
        PersonId(number(100 + self as u128))
    }

    /// The account.
    pub const fn account(self) -> AccountId {
        AccountId(number(200 + self as u128))
    }

    /// The sign-in name.
    pub fn login(self) -> String {
        match ENTRIES.iter().find(|entry| entry.who == self) {
            Some(entry) => format!("{}.{}", db::fold(entry.first_name), db::fold(entry.last_name)),
            None => "adelaide.costes".to_owned(),
        }
    }

    /// The whole name, as pages show it.
    pub fn name(self) -> String {
        let entry = ENTRIES.iter().find(|entry| entry.who == self);
        entry.map_or_else(String::new, |it| format!("{} {}", it.first_name, it.last_name))
    }

    /// Everybody of the second school.
    pub const STRANGERS: [Self; 4] = [Self::Hector, Self::Thea, Self::Enzo, Self::Perrine];
}

impl Place {
    /// The school.
    pub const fn id(self) -> SchoolId {
        SchoolId(number(1 + self as u128))
    }

    /// The circle of its staff.
    pub const fn staff(self) -> CircleId {
        CircleId(number(10 + self as u128))
    }

    /// The circle of its pupils.
    pub const fn pupils(self) -> CircleId {
        CircleId(number(20 + self as u128))
    }

    /// Its UAI.
    pub const fn uai(self) -> &'static str {
        match self {
            Self::Tilleuls => "0310001H",
            Self::JulesVerne => "0310002J",
        }
    }
}

impl Classroom {
    /// The class.
    pub const fn id(self) -> CircleId {
        CircleId(number(30 + self as u128))
    }

    /// The families of the class.
    pub const fn families(self) -> CircleId {
        CircleId(number(40 + self as u128))
    }

    /// A path under the class: `Cp.path("/journal")`.
    pub fn path(self, rest: &str) -> String {
        format!("/classes/{}{rest}", self.id())
    }
}

/// An identifier that looks like those of the house and is always the same.
pub(crate) const fn number(n: u128) -> Uuid {
    Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 + n)
}
