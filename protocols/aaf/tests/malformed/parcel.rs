//! A folder of members built for a test, and what reading it gives.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use aaf::{
    Delivery, Entity, Finding, Guardian, Item, Limits, Pupil, Reason, Record, Refusal, Request, School, Severity,
    Staff, Summary, deliveries,
};
use tempfile::TempDir;

pub(crate) const DATE: &str = "20260907";

/// Members in a private folder. A full parcel starts with one valid record per entity.
pub(crate) struct Parcel {
    folder: TempDir,
    kind: &'static str,
}

/// All that a reading hands over.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) requests: Vec<Request>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) summary: Summary,
}

impl Parcel {
    pub(crate) fn full() -> Self {
        let parcel = Self { folder: tempfile::tempdir().unwrap(), kind: "Complet" };
        for entity in Entity::ALL {
            parcel.write(&name("Complet", entity), document(&valid(entity)).as_bytes());
        }
        parcel
    }

    pub(crate) fn delta() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), kind: "Delta" }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.path().join(file), bytes).unwrap();
    }

    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.path().join(file)).unwrap();
    }

    /// Replaces the member of an entity by these bytes.
    pub(crate) fn with(self, entity: Entity, bytes: impl AsRef<[u8]>) -> Self {
        self.write(&name(self.kind, entity), bytes.as_ref());
        self
    }

    /// Replaces the member of an entity by one record with these attributes beside the compulsory ones.
    pub(crate) fn with_record(self, entity: Entity, attributes: &str) -> Self {
        let body = record(entity, 1, &[compulsory(entity).as_str(), attributes].concat());
        self.with(entity, document(&body))
    }

    pub(crate) fn delivery(&self) -> Result<Delivery, Refusal> {
        deliveries(self.path(), &Limits::default()).map(|mut found| {
            assert_eq!(found.len(), 1);
            found.remove(0)
        })
    }

    pub(crate) fn read(&self) -> Result<Outcome, Refusal> {
        read(&self.delivery()?)
    }
}

impl Outcome {
    pub(crate) fn reasons(&self) -> Vec<Reason> {
        self.findings.iter().map(|finding| finding.reason).collect()
    }

    pub(crate) fn rejected(&self) -> Vec<Reason> {
        let rejected = self.findings.iter().filter(|finding| finding.severity == Severity::Rejected);
        rejected.map(|finding| finding.reason).collect()
    }

    pub(crate) fn pupil(&self) -> &Pupil {
        let pupil = self.added().find_map(|record| match record {
            Record::Pupil(pupil) => Some(&**pupil),
            _ => None,
        });
        pupil.unwrap()
    }

    pub(crate) fn school(&self) -> &School {
        let school = self.added().find_map(|record| match record {
            Record::School(school) => Some(&**school),
            _ => None,
        });
        school.unwrap()
    }

    pub(crate) fn guardian(&self) -> &Guardian {
        let guardian = self.added().find_map(|record| match record {
            Record::Guardian(guardian) => Some(&**guardian),
            _ => None,
        });
        guardian.unwrap()
    }

    pub(crate) fn staff(&self) -> &Staff {
        let staff = self.added().find_map(|record| match record {
            Record::Staff(staff) => Some(&**staff),
            _ => None,
        });
        staff.unwrap()
    }

    fn added(&self) -> impl Iterator<Item = &Record> {
        self.requests.iter().filter_map(|request| match request {
            Request::Add(record) => Some(record),
            Request::Modify(_) | Request::Delete { .. } => None,
        })
    }
}

pub(crate) fn read(delivery: &Delivery) -> Result<Outcome, Refusal> {
    let (mut requests, mut findings) = (Vec::new(), Vec::new());
    let summary = delivery.read(&mut |item| {
        match item {
            Item::Request(request) => requests.push(request),
            Item::Finding(finding) => findings.push(finding),
            Item::Progress { .. } => {}
        }
        ControlFlow::Continue(())
    })?;
    Ok(Outcome { requests, findings, summary })
}

/// The member name of an entity.
pub(crate) fn name(kind: &str, entity: Entity) -> String {
    format!("ENT1DVA-ENTDEMO_{kind}_{DATE}_{}_0000.xml", entity.aaf_name())
}

/// A member around its requests.
pub(crate) fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n\
         <ficAlimMENESR>\n{body}</ficAlimMENESR>\n"
    )
}

/// An `addRequest`.
pub(crate) fn record(entity: Entity, id: i64, attributes: &str) -> String {
    format!("<addRequest>\n{}<attributes>\n{attributes}</attributes>\n</addRequest>\n", envelope(entity, id))
}

/// What every request starts with.
pub(crate) fn envelope(entity: Entity, id: i64) -> String {
    let category = if entity == Entity::School { "categorieStructure" } else { "categoriePersonne" };
    format!(
        "<operationalAttributes><attr name=\"{category}\"><value>{}</value></attr></operationalAttributes>\n\
         <identifier><id>{id}</id></identifier>\n",
        entity.aaf_name()
    )
}

/// One attribute with its raw values.
pub(crate) fn attribute(name: &str, values: &[&str]) -> String {
    let values: String = values.iter().map(|value| format!("<value>{value}</value>")).collect();
    format!("<attr name=\"{name}\">{values}</attr>\n")
}

pub(crate) fn valid(entity: Entity) -> String {
    record(entity, 1, &compulsory(entity))
}

fn compulsory(entity: Entity) -> String {
    match entity {
        Entity::School => {
            attribute("ENTStructureUAI", &["0319991S"]) + &attribute("ENTStructureNomCourant", &["LES TILLEULS"])
        }
        Entity::Pupil | Entity::Guardian | Entity::Staff => {
            attribute("ENTPersonNom", &["NÉMOZ"]) + &attribute("ENTPersonPrenom", &["Zélie"])
        }
    }
}
