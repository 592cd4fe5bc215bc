//! The columns people have: however they write their names, and what each holds (interfaces.md §2.1, §2.2).

/// What the lines of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Pupils.
    Pupils,
    /// Adults responsible for pupils.
    Guardians,
    /// Teachers.
    Teachers,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    LastName,
    UsageName,
    FirstName,
    Civility,
    BirthDay,
    Sex,
    Ine,
    Level,
    Class,
    ClassNumber,
    Groups,
    Street,
    Postcode,
    Town,
    Country,
    Email,
    HomePhone,
    WorkPhone,
    MobilePhone,
    Heads,
    ChildLastName,
    ChildUsageName,
    ChildFirstName,
    ChildClass,
    /// Of a child, and of no use.
    ChildUnused,
    /// Known, and of no use.
    Unused,
}

type Columns = &'static [(&'static str, Field)];

/// Columns any file may have.
const COMMON: Columns = &[
    ("nom", Field::LastName),
    ("nomdefamille", Field::LastName),
    ("nomusage", Field::UsageName),
    ("nomdusage", Field::UsageName),
    ("prenom", Field::FirstName),
    ("civilite", Field::Civility),
    ("datenaissance", Field::BirthDay),
    ("datedenaissance", Field::BirthDay),
    ("date_naiss", Field::BirthDay),
    ("neele", Field::BirthDay),
    ("ne(e)le", Field::BirthDay),
    ("sexe", Field::Sex),
    ("classe", Field::Class),
    ("adresse", Field::Street),
    ("adresse1", Field::Street),
    ("cp", Field::Postcode),
    ("cp1", Field::Postcode),
    ("codepostal", Field::Postcode),
    ("ville", Field::Town),
    ("commune", Field::Town),
    ("commune1", Field::Town),
    ("pays", Field::Country),
    ("pays1", Field::Country),
    ("email", Field::Email),
    ("courriel", Field::Email),
    ("telephone", Field::HomePhone),
    ("telephonedomicile", Field::HomePhone),
    ("telephonetravail", Field::WorkPhone),
    ("telephoneportable", Field::MobilePhone),
    ("numerodeposte", Field::Unused),
    ("adresse2", Field::Unused),
    ("cp2", Field::Unused),
    ("commune2", Field::Unused),
    ("pays2", Field::Unused),
    ("id", Field::Unused),
    ("externalid", Field::Unused),
    ("alias", Field::Unused),
    ("login", Field::Unused),
    ("multietab", Field::Unused),
];

/// Columns only files of pupils have.
const OF_PUPILS: Columns = &[
    ("nomeleve", Field::LastName),
    ("nomdusageeleve", Field::UsageName),
    ("nomusageeleve", Field::UsageName),
    ("prenomeleve", Field::FirstName),
    ("ine", Field::Ine),
    ("niveau", Field::Level),
    ("libelleclasse", Field::Class),
    ("classeouregroupement", Field::Class),
    ("identifiantclasse", Field::ClassNumber),
    ("regroupement", Field::Groups),
    ("regroupements", Field::Groups),
    ("regroupement(s)", Field::Groups),
    // Cycles of before 2016 are still written: they say nothing.
    ("cycle", Field::Unused),
    ("attestationfournie", Field::Unused),
    ("autorisationassociation", Field::Unused),
    ("autorisationassociations", Field::Unused),
    ("autorisationsassociations", Field::Unused),
    ("autorisationphoto", Field::Unused),
    ("autorisationphotos", Field::Unused),
    ("autorisationsphotos", Field::Unused),
    ("decisiondepassage", Field::Unused),
    ("deuxiemeprenom", Field::Unused),
    ("troisiemeprenom", Field::Unused),
    ("communenaissance", Field::Unused),
    ("deptnaissance", Field::Unused),
    ("paysnaissance", Field::Unused),
    ("dateinscription", Field::Unused),
    ("etat", Field::Unused),
    ("dispositif", Field::Unused),
    ("dispositifs", Field::Unused),
    ("dispositif(s)", Field::Unused),
    ("intervenant", Field::Unused),
];

/// Columns only files of adults responsible for pupils have.
const OF_GUARDIANS: Columns = &[
    ("nomresponsable", Field::LastName),
    ("nomusageresponsable", Field::UsageName),
    ("nomdusageresponsable", Field::UsageName),
    ("prenomresponsable", Field::FirstName),
    ("civiliteresponsable", Field::Civility),
    ("adresseresponsable", Field::Street),
    ("cpresponsable", Field::Postcode),
    ("communeresponsable", Field::Town),
    ("paysresponsable", Field::Country),
    ("nomenfant", Field::ChildLastName),
    ("nomdefamilleenfant", Field::ChildLastName),
    ("nomdefamilleeleve", Field::ChildLastName),
    ("nomdeleleve", Field::ChildLastName),
    ("nomdusageenfant", Field::ChildUsageName),
    ("prenomenfant", Field::ChildFirstName),
    ("prenomdeleleve", Field::ChildFirstName),
    ("classeenfant", Field::ChildClass),
    ("classesenfants", Field::ChildClass),
    ("classeseleves", Field::ChildClass),
    ("classesdeleleve", Field::ChildClass),
    ("idenfant", Field::ChildUnused),
    ("childid", Field::ChildUnused),
    ("childexternalid", Field::ChildUnused),
];

/// Columns of the children of an adult that are the pupil's own in a file of pupils.
const OF_CHILDREN: Columns = &[
    ("nomeleve", Field::ChildLastName),
    ("nomdusageeleve", Field::ChildUsageName),
    ("nomusageeleve", Field::ChildUsageName),
    ("prenomeleve", Field::ChildFirstName),
];

/// Columns only files of teachers have; a civility alone is an adult's, and adults responsible for pupils name them.
const OF_TEACHERS: Columns = &[
    ("civilite", Field::Civility),
    ("directeur", Field::Heads),
    ("fonction", Field::Unused),
    ("discipline", Field::Unused),
    ("matiereenseignee", Field::Unused),
    ("professeurprincipal", Field::Unused),
];

impl Kind {
    /// What a header with these normalised names says that the lines are.
    pub(crate) fn of(names: &[&str]) -> Option<Self> {
        let has_some = |columns: Columns| names.iter().any(|name| find(columns, name).is_some());
        if has_some(OF_GUARDIANS) {
            return Some(Self::Guardians);
        }
        if has_some(OF_PUPILS) || names.iter().any(|name| is_of_relation(name)) {
            return Some(Self::Pupils);
        }
        if has_some(OF_TEACHERS) {
            return Some(Self::Teachers);
        }
        let names_people = |name: &&str| matches!(find(COMMON, name), Some(Field::LastName | Field::FirstName));
        names.iter().any(names_people).then_some(Self::Pupils)
    }

    /// What the column of this normalised name holds, if anybody knows.
    pub(crate) fn field(self, name: &str) -> Option<Field> {
        let own: [Columns; 2] = match self {
            Self::Pupils => [OF_PUPILS, &[]],
            Self::Guardians => [OF_GUARDIANS, OF_CHILDREN],
            Self::Teachers => [OF_TEACHERS, &[]],
        };
        let field = own.into_iter().chain([COMMON]).find_map(|columns| find(columns, name));
        let field = field.or_else(|| self.unnamed(name))?;
        Some(if self.keeps(field) { field } else { Field::Unused })
    }

    /// Columns that are of no use under whatever name exactly.
    fn unnamed(self, name: &str) -> Option<Field> {
        match self {
            Self::Pupils => is_of_relation(name).then_some(Field::Unused),
            Self::Guardians if name.contains("naissance") => Some(Field::ChildUnused),
            Self::Guardians => (name.contains("pcs") || name.contains("communication")).then_some(Field::Unused),
            Self::Teachers => None,
        }
    }

    fn keeps(self, field: Field) -> bool {
        match field {
            Field::LastName | Field::UsageName | Field::FirstName | Field::Unused => true,
            Field::BirthDay | Field::Sex | Field::Ine | Field::Level | Field::ClassNumber | Field::Groups => {
                self == Self::Pupils
            }
            Field::Class => self != Self::Guardians,
            Field::Street | Field::Postcode | Field::Town | Field::Country => self != Self::Teachers,
            Field::Civility | Field::Email => self != Self::Pupils,
            Field::HomePhone | Field::WorkPhone | Field::MobilePhone => self == Self::Guardians,
            Field::Heads => self == Self::Teachers,
            Field::ChildLastName
            | Field::ChildUsageName
            | Field::ChildFirstName
            | Field::ChildClass
            | Field::ChildUnused => self == Self::Guardians,
        }
    }

    /// Columns without which nothing can be done, as ONDE writes them.
    pub(crate) fn needs(self) -> &'static [(Field, &'static str)] {
        match self {
            Self::Pupils => &[
                (Field::LastName, "Nom élève"),
                (Field::FirstName, "Prénom élève"),
                (Field::BirthDay, "Date naissance"),
            ],
            Self::Guardians => &[
                (Field::LastName, "Nom responsable"),
                (Field::FirstName, "Prénom responsable"),
                (Field::ChildLastName, "Nom de famille enfant"),
                (Field::ChildFirstName, "Prénom enfant"),
            ],
            Self::Teachers => &[(Field::LastName, "Nom"), (Field::FirstName, "Prénom")],
        }
    }
}

/// True for a column of any file we read.
pub(crate) fn is_known(name: &str) -> bool {
    [Kind::Pupils, Kind::Guardians, Kind::Teachers].into_iter().any(|kind| kind.field(name).is_some())
}

/// A name of a column in small letters, without accents, spaces, quotes, apostrophes, stars, nor what cannot be seen.
pub(crate) fn normalised(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'î' | 'ï' => plain.push('i'),
            'ô' | 'ö' => plain.push('o'),
            'ù' | 'û' | 'ü' => plain.push('u'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '*' | '"' | '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            // Accents of their own, the mark of a file, marks where a word may be cut.
            '\u{300}'..='\u{36f}' | '\u{feff}' | '\u{200b}' | '\u{ad}' => {}
            _ if letter.is_whitespace() || letter.is_control() => {}
            _ => plain.push(letter),
        }
    }
    plain
}

fn find(columns: Columns, name: &str) -> Option<Field> {
    columns.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

/// `r1_nom`, `r2_prenom` …: the adults of a pupil, as Pronote writes them on the pupil's line.
fn is_of_relation(name: &str) -> bool {
    matches!(name.as_bytes(), [b'r', b'1'..=b'9', b'_', _, ..])
}
