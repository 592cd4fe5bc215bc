//! Records of a delivery in a few words, values written as they stand in the file.

pub(crate) const SCHOOL: &str = "EtabEducNat";
pub(crate) const PUPIL: &str = "Eleve";
pub(crate) const GUARDIAN: &str = "PersRelEleve";
pub(crate) const STAFF: &str = "PersEducNat";

/// All of them, in the order of processing.
pub(crate) const ENTITIES: [&str; 4] = [SCHOOL, PUPIL, GUARDIAN, STAFF];

/// What a request asks for.
#[derive(Clone, Copy)]
enum Operation {
    Add,
    /// With the word of its modifications, `replace` in honest files.
    Change(&'static str),
    End,
}

/// A request about one record.
#[derive(Clone)]
pub(crate) struct Record {
    pub(crate) entity: &'static str,
    pub(crate) id: i64,
    operation: Operation,
    attributes: Vec<(&'static str, Vec<String>)>,
}

/// A school of its own UAI.
pub(crate) fn school(id: i64, name: &str) -> Record {
    let record = Record::new(SCHOOL, id, Operation::Add);
    record.with("ENTStructureUAI", &[&uai(id)]).with("ENTStructureNomCourant", &[&format!("E.P.PU${name}$SAINT-CLAIR")])
}

/// A pupil of a school, in no class.
pub(crate) fn pupil(id: i64, school: i64, first_name: &str) -> Record {
    named(PUPIL, id, first_name).with("ENTPersonStructRattach", &[&school.to_string()])
}

/// An adult who is responsible for somebody when a pupil says so.
pub(crate) fn guardian(id: i64, first_name: &str) -> Record {
    named(GUARDIAN, id, first_name)
}

/// Somebody of the staff, without function.
pub(crate) fn staff(id: i64, first_name: &str) -> Record {
    named(STAFF, id, first_name)
}

/// A change of a record; [`Record::with`] says what replaces what.
pub(crate) fn change(entity: &'static str, id: i64) -> Record {
    Record::new(entity, id, Operation::Change("replace"))
}

/// The end of a record.
pub(crate) fn end(entity: &'static str, id: i64) -> Record {
    Record::new(entity, id, Operation::End)
}

/// The UAI of a school: seven digits and their check letter (interfaces.md §1.4).
pub(crate) fn uai(school: i64) -> String {
    let number = 340_000 + school % 10_000;
    let letter = b"ABCDEFGHJKLMNPRSTUVWXYZ"[usize::try_from(number % 23).unwrap()];
    format!("{number:07}{}", char::from(letter))
}

fn named(entity: &'static str, id: i64, first_name: &str) -> Record {
    let record = Record::new(entity, id, Operation::Add);
    record.with("ENTPersonNom", &["MARTIN"]).with("ENTPersonPrenom", &[first_name])
}

impl Record {
    fn new(entity: &'static str, id: i64, operation: Operation) -> Self {
        Self { entity, id, operation, attributes: Vec::new() }
    }

    /// The only values of an attribute.
    pub(crate) fn with(mut self, attribute: &'static str, values: &[&str]) -> Self {
        self.attributes.retain(|(name, _)| *name != attribute);
        self.again(attribute, values)
    }

    /// An attribute written even if it stands there already.
    pub(crate) fn again(mut self, attribute: &'static str, values: &[&str]) -> Self {
        self.attributes.push((attribute, values.iter().map(|value| (*value).to_owned()).collect()));
        self
    }

    /// Another last name.
    pub(crate) fn named(self, last_name: &str) -> Self {
        self.with("ENTPersonNom", &[last_name])
    }

    /// The only class, its five fields.
    pub(crate) fn class(self, value: &str) -> Self {
        self.with("ENTPersonClasses", &[value])
    }

    /// The level, code and label.
    pub(crate) fn level(self, value: &str) -> Self {
        self.with("ENTEleveNiveau", &[value])
    }

    /// Those responsible, each with the code of the relation.
    pub(crate) fn of(self, values: &[&str]) -> Self {
        self.with("ENTEleveAutoriteParentale", values)
    }

    /// The functions.
    pub(crate) fn works(self, values: &[&str]) -> Self {
        self.with("ENTPersonFonctions", values)
    }

    /// The schools directed.
    pub(crate) fn directs(self, schools: &[&str]) -> Self {
        self.with("ENTEnsFonctionDir", schools)
    }

    /// A change by another word than `replace`.
    pub(crate) fn by(self, word: &'static str) -> Self {
        Self { operation: Operation::Change(word), ..self }
    }

    /// The request as the file holds it.
    pub(crate) fn xml(&self) -> String {
        let category = if self.entity == SCHOOL { "categorieStructure" } else { "categoriePersonne" };
        let head = format!(
            "<operationalAttributes><attr name=\"{category}\"><value>{}</value></attr></operationalAttributes>\n\
             <identifier><id>{}</id></identifier>\n",
            self.entity, self.id
        );
        match self.operation {
            Operation::Add => {
                let attributes = self.lines("attr", "");
                format!("<addRequest>\n{head}<attributes>\n{attributes}</attributes>\n</addRequest>\n")
            }
            Operation::Change(word) => {
                let changes = self.lines("modification", &format!(" operation=\"{word}\""));
                format!("<modifyRequest>\n{head}<modifications>\n{changes}</modifications>\n</modifyRequest>\n")
            }
            Operation::End => format!("<deleteRequest>\n{head}</deleteRequest>\n"),
        }
    }

    fn lines(&self, element: &str, more: &str) -> String {
        let line = |(name, values): &(&str, Vec<String>)| {
            let values: String = values.iter().map(|value| format!("<value>{value}</value>")).collect();
            format!("<{element} name=\"{name}\"{more}>{values}</{element}>\n")
        };
        self.attributes.iter().map(line).collect()
    }
}
