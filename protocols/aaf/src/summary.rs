//! What a reading has gone through.

use crate::{Entity, Finding, Request, Severity};

/// Requests and findings of one entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// `addRequest` handed over.
    pub added: u64,
    /// `modifyRequest` handed over.
    pub modified: u64,
    /// `deleteRequest` handed over.
    pub deleted: u64,
    /// Records rejected.
    pub rejected: u64,
    /// Warnings.
    pub warnings: u64,
}

/// Totals of one [`crate::Delivery::read`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// One count per entity, in the order of [`Entity::ALL`].
    pub counts: [Count; 4],
    /// Bytes read.
    pub bytes: u64,
    /// True when the visitor asked to stop before the end.
    pub stopped: bool,
}

impl Summary {
    /// The count of one entity.
    pub const fn of(&self, entity: Entity) -> &Count {
        &self.counts[entity as usize]
    }

    pub(crate) const fn request(&mut self, entity: Entity, request: &Request) {
        let count = &mut self.counts[entity as usize];
        match request {
            Request::Add(_) => count.added += 1,
            Request::Modify(_) => count.modified += 1,
            Request::Delete { .. } => count.deleted += 1,
        }
    }

    pub(crate) const fn finding(&mut self, entity: Entity, finding: &Finding) {
        let count = &mut self.counts[entity as usize];
        match finding.severity {
            Severity::Warning => count.warnings += 1,
            Severity::Rejected => count.rejected += 1,
        }
    }
}
