//! One delivery of one académie: what was sent, and its reading.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use crate::academies::academy_code;
use crate::reader::{Opening, read_member, read_opening};
use crate::{Entity, Finding, Header, Kind, Member, Refusal, Request, Summary};

/// What a reading hands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A request that keeps to the rules. The findings about it came just before.
    Request(Request),
    /// Something to report.
    Finding(Finding),
    /// Bytes of the whole delivery read so far; about once per megabyte and at the end of each member.
    Progress {
        /// See [`Delivery::bytes`] for the total.
        bytes: u64,
    },
}

/// The members of one académie, of one kind and one date. While it lives, an archive stays unpacked.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Name of the folder of the académie, such as `TOULOUSE`; absent for a bare folder or archive.
    pub academy: Option<String>,
    /// Full or delta.
    pub kind: Kind,
    /// Date, `yyyy-mm-dd`.
    pub date: String,
    /// Members in the order of processing: by entity, then by name.
    pub members: Vec<Member>,
    /// The folder or the archive the caller named, or the folder of the académie in it.
    pub path: PathBuf,
    /// Keeps the unpacked archive until the last delivery in it is dropped.
    pub(crate) unpacked: Option<Arc<TempDir>>,
}

impl Delivery {
    /// Size of all members, in bytes.
    pub fn bytes(&self) -> u64 {
        self.members.iter().map(|member| member.bytes).sum()
    }

    /// What the comments of the first member say, once the start of every member has been looked at.
    ///
    /// # Errors
    /// Members that name two académies, another académie than the folder, another degree than `1D`; a full delivery
    /// without records for an entity; any member whose start cannot be read.
    pub fn header(&self) -> Result<Header, Refusal> {
        let mut agreed = Header::default();
        let mut filled = [false; 4];
        for member in &self.members {
            let Opening { header, is_empty } = read_opening(member)?;
            filled[member.entity as usize] |= !is_empty;
            agreed.agree(header)?;
        }
        if self.kind == Kind::Full
            && let Some(entity) = Entity::ALL.into_iter().find(|entity| !filled[*entity as usize])
        {
            return Err(Refusal::EmptyEntity(entity));
        }
        if let Some(expected) = self.academy.as_deref().and_then(academy_code) {
            agreed.expect_academy(expected)?;
        }
        Ok(agreed)
    }

    /// Reads everything: schools, pupils, guardians, staff; each entity's parts in lexical order. Stops without error
    /// when the visitor breaks.
    ///
    /// # Errors
    /// Any [`Refusal`]; then nothing of what was handed over may be kept (interfaces.md §1.13, row 1).
    pub fn read(&self, visit: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<Summary, Refusal> {
        self.header()?;
        let mut summary = Summary::default();
        for member in &self.members {
            let entity = member.entity;
            let bytes_before = summary.bytes;
            let mut count = |item: Item| {
                match &item {
                    Item::Request(request) => summary.request(entity, request),
                    Item::Finding(finding) => summary.finding(entity, finding),
                    Item::Progress { .. } => {}
                }
                visit(item)
            };
            let flow = read_member(member, self.kind, &self.date, bytes_before, &mut count)?;
            if flow.is_break() {
                summary.stopped = true;
                return Ok(summary);
            }
            summary.bytes += member.bytes;
        }
        Ok(summary)
    }

    /// Reads one member alone, so that several can be read at the same time; [`Self::header`] must have been asked
    /// first. False when the visitor broke. [`Item::Progress`] counts the bytes of this member.
    ///
    /// # Errors
    /// Any [`Refusal`] of the whole delivery.
    pub fn read_member(
        &self,
        member: &Member,
        visit: &mut dyn FnMut(Item) -> ControlFlow<()>,
    ) -> Result<bool, Refusal> {
        Ok(read_member(member, self.kind, &self.date, 0, visit)?.is_continue())
    }

    /// Where the archive is unpacked, if it is one.
    pub fn unpacked_at(&self) -> Option<&Path> {
        self.unpacked.as_deref().map(TempDir::path)
    }
}
