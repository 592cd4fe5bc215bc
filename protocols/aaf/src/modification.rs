//! A `modifyRequest`: values to put in place of others (interfaces.md §1.11).

use std::sync::Arc;

use crate::reading::Reading;
use crate::value;
use crate::{Entity, Finding, Origin, Reason, Record};

/// New values for some attributes of a record that the caller knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Modification {
    /// Kind of the record.
    pub entity: Entity,
    /// Its jointure.
    pub id: i64,
    /// AAF name of each attribute and all its new values; none clears it.
    pub changes: Vec<(String, Vec<String>)>,
    /// Where the request was read, for the findings of [`Self::apply_to`].
    pub origin: Arc<Origin>,
}

impl Modification {
    /// Changes the record, by the same rules as an `addRequest`. What is wrong in a value leaves the field empty, save
    /// names and UAI, which keep what they have. A record of another kind or jointure is left alone.
    pub fn apply_to(&self, record: &mut Record, findings: &mut Vec<Finding>) {
        let mut reading =
            Reading { origin: &self.origin, entity: self.entity, id: Some(self.id), attribute: "", findings };
        if record.entity() != self.entity || record.id() != self.id {
            reading.reject(Reason::IdentifierMismatch, &record.id().to_string());
            return;
        }
        for (attribute, values) in &self.changes {
            reading.attribute = attribute;
            let values: Vec<&str> = values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
            self.apply_one(&values, record, &mut reading);
        }
    }

    fn apply_one(&self, values: &[&str], record: &mut Record, reading: &mut Reading<'_>) {
        if reading.attribute == self.entity.identifier_attribute() {
            if let Some(other) = values.iter().find(|text| value::identifier(text) != Some(self.id)) {
                reading.warn(Reason::IdentifierMismatch, other);
            }
            return;
        }
        if !record.set(values, reading) {
            reading.warn(Reason::UnknownAttribute, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pupil;

    fn pupil() -> Record {
        let last_name = "ORVAL".to_owned();
        Record::Pupil(Box::new(Pupil { id: 7, last_name, canteen: Some(true), ..Pupil::default() }))
    }

    fn modification(attribute: &str, values: &[&str]) -> Modification {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Modification {
            entity: Entity::Pupil,
            id: 7,
            changes: vec![(attribute.to_owned(), values)],
            ..Modification::default()
        }
    }

    fn applied(change: &Modification) -> (Record, Vec<Reason>) {
        let (mut record, mut findings) = (pupil(), Vec::new());
        change.apply_to(&mut record, &mut findings);
        (record, findings.into_iter().map(|finding| finding.reason).collect())
    }

    #[test]
    fn an_empty_value_clears_the_field() {
        let (record, reasons) = applied(&modification("ENTEleveRestaurantScolaire", &[""]));
        assert!(matches!(record, Record::Pupil(pupil) if pupil.canteen.is_none()));
        assert_eq!(reasons, []);
    }

    #[test]
    fn a_name_is_never_emptied() {
        let (record, reasons) = applied(&modification("ENTPersonNom", &[" "]));
        assert_eq!(record, pupil());
        assert_eq!(reasons, [Reason::EmptyName]);
    }

    #[test]
    fn another_record_is_left_alone() {
        let change = Modification { id: 8, ..modification("ENTEleveRestaurantScolaire", &["N"]) };
        let (record, reasons) = applied(&change);
        assert_eq!(record, pupil());
        assert_eq!(reasons, [Reason::IdentifierMismatch]);
    }

    #[test]
    fn an_unknown_attribute_is_reported() {
        assert_eq!(applied(&modification("ENTNouveau", &["x"])).1, [Reason::UnknownAttribute]);
    }
}
