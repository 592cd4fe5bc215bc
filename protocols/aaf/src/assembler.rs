//! From the draft of a request to the request: checks of interfaces.md §1.13 that concern a whole record.

use std::collections::HashSet;
use std::sync::Arc;

use crate::draft::{Draft, Operation};
use crate::reading::Reading;
use crate::value;
use crate::{Entity, Finding, Kind, Modification, Origin, Reason, Record, Request};

/// Unknown attribute names remembered per member, so that each is said once.
const UNKNOWN_LIMIT: usize = 1000;

/// Makes the requests of one member.
pub(crate) struct Assembler {
    entity: Entity,
    kind: Kind,
    origin: Arc<Origin>,
    unknown: HashSet<String>,
    /// What was found since the caller last emptied it.
    pub(crate) findings: Vec<Finding>,
}

impl Assembler {
    pub(crate) fn new(entity: Entity, kind: Kind, origin: Arc<Origin>) -> Self {
        Self { entity, kind, origin, unknown: HashSet::new(), findings: Vec::new() }
    }

    /// The request of a draft; `None` when it is rejected, and then a finding says why.
    pub(crate) fn request(&mut self, draft: &mut Draft) -> Option<Request> {
        let Some(id) = value::identifier(draft.id.trim()) else {
            self.reading(None).reject(Reason::InvalidIdentifier, &draft.id);
            return None;
        };
        if let Some((reason, value)) = self.objection(draft) {
            self.reading(Some(id)).reject(reason, value);
            return None;
        }
        self.report_draft(draft, id);
        match draft.operation {
            Operation::Add => self.add(draft, id),
            Operation::Modify => Some(Request::Modify(self.modification(draft, id))),
            Operation::Delete => Some(Request::Delete { entity: self.entity, id }),
        }
    }

    /// Reports that the member was read in another encoding than it announces.
    pub(crate) fn report_encoding(&mut self) {
        self.reading(None).warn(Reason::EncodingContradiction, "");
    }

    fn reading(&mut self, id: Option<i64>) -> Reading<'_> {
        Reading { origin: &self.origin, entity: self.entity, id, attribute: "", findings: &mut self.findings }
    }

    fn objection<'d>(&self, draft: &'d Draft) -> Option<(Reason, &'d str)> {
        let category = draft.category.trim();
        if !category.is_empty() && !category.eq_ignore_ascii_case(self.entity.aaf_name()) {
            return Some((Reason::WrongCategory, category));
        }
        if self.kind == Kind::Full && draft.operation != Operation::Add {
            return Some((Reason::UnexpectedRequest, ""));
        }
        draft.refused_operation.as_deref().map(|operation| (Reason::UnsupportedOperation, operation))
    }

    fn report_draft(&mut self, draft: &mut Draft, id: i64) {
        let mut reading = self.reading(Some(id));
        for (attribute, literal) in &draft.unknown_references {
            reading.attribute = attribute;
            reading.warn(Reason::UnknownReference, literal);
        }
        for attribute in &draft.repeated {
            reading.attribute = attribute;
            reading.warn(Reason::RepeatedAttribute, "");
        }
        if !draft.repeated.is_empty() {
            draft.unite_repeated();
        }
    }

    fn add(&mut self, draft: &Draft, id: i64) -> Option<Request> {
        let mut record = Record::new(self.entity, id);
        let mut reading = Reading {
            origin: &self.origin,
            entity: self.entity,
            id: Some(id),
            attribute: "",
            findings: &mut self.findings,
        };
        let values = draft.values();
        for (attribute, values) in draft.attributes(&values) {
            reading.attribute = attribute;
            if attribute == self.entity.identifier_attribute()
                && let Some(first) = values.first()
                && value::identifier(first) != Some(id)
            {
                reading.reject(Reason::IdentifierMismatch, first);
                return None;
            }
            if !record.set(values, &mut reading) && is_news(&mut self.unknown, attribute) {
                reading.warn(Reason::UnknownAttribute, "");
            }
        }
        record.complete(&mut reading).then_some(Request::Add(record))
    }

    fn modification(&self, draft: &Draft, id: i64) -> Modification {
        let values = draft.values();
        let changes = draft
            .attributes(&values)
            .map(|(attribute, values)| (attribute.to_owned(), values.iter().map(|value| (*value).to_owned()).collect()))
            .collect();
        Modification { entity: self.entity, id, changes, origin: Arc::clone(&self.origin) }
    }
}

fn is_news(known: &mut HashSet<String>, name: &str) -> bool {
    if known.contains(name) || known.len() == UNKNOWN_LIMIT {
        return false;
    }
    known.insert(name.to_owned())
}
