//! The XML files of a delivery and what their names say (interfaces.md §1.1).

use std::path::PathBuf;

use crate::value::iso_date_from_compact;
use crate::{Entity, Kind};

/// One XML file of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Where it is.
    pub path: PathBuf,
    /// Its name, without its folder.
    pub file: String,
    /// What it is about.
    pub entity: Entity,
    /// Its size.
    pub bytes: u64,
}

/// What a file name says. Only its end is needed to make it a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberName {
    pub(crate) entity: Entity,
    pub(crate) part: String,
    pub(crate) kind: Option<Kind>,
    /// `yyyy-mm-dd`.
    pub(crate) date: Option<String>,
    /// The project that asked for the delivery, such as `ENT1DVA-ENTDEMO`.
    pub(crate) project: Option<String>,
}

impl MemberName {
    /// Reads `<project>_<Complet|Delta>_<YYYYMMDD>_<Entity>_<NNNN>.xml`; `None` for any file that does not end so.
    pub(crate) fn parse(file: &str) -> Option<Self> {
        let (stem, extension) = file.rsplit_once('.')?;
        let (head, part) = stem.rsplit_once('_')?;
        let is_part = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !extension.eq_ignore_ascii_case("xml") || !is_part {
            return None;
        }
        let (entity, before) = split_entity(head)?;
        let (before, date) = match before.trim_end_matches('_').rsplit_once('_') {
            Some((before, date)) => (before, iso_date_from_compact(date)),
            None => (before, None),
        };
        let (project, kind) = match before.rsplit_once('_') {
            Some((project, word)) => (Some(project), kind_of_word(word)),
            None => (None, None),
        };
        let project = project.filter(|_| kind.is_some() && date.is_some()).map(str::to_owned);
        Some(Self { entity, part: part.to_owned(), kind, date, project })
    }
}

/// The kind an archive name announces (interfaces.md §1.1); nothing for a name outside the convention.
pub(crate) fn announced_kind(archive: &str) -> Option<Kind> {
    let name = archive.to_ascii_lowercase();
    if name.contains("delta") {
        return Some(Kind::Delta);
    }
    (name.contains("complet") || name.starts_with("ent1d")).then_some(Kind::Full)
}

/// The first eight digits of an archive name that make a day, as `yyyy-mm-dd`.
pub(crate) fn announced_date(archive: &str) -> Option<String> {
    archive.split(|letter: char| !letter.is_ascii_digit()).find_map(iso_date_from_compact)
}

fn split_entity(head: &str) -> Option<(Entity, &str)> {
    Entity::ALL.into_iter().find_map(|entity| {
        let before = head.strip_suffix(entity.aaf_name())?;
        // Without its underscore `Eleve` would also end `PersRelEleve`.
        (entity != Entity::Pupil || before.ends_with('_')).then_some((entity, before))
    })
}

fn kind_of_word(word: &str) -> Option<Kind> {
    [Kind::Full, Kind::Delta].into_iter().find(|kind| kind.aaf_name().eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_full_name_says_everything() {
        let name = MemberName::parse("ENT1DVA-ENTDEMO_Complet_20260907_Eleve_0001.xml").unwrap();
        assert_eq!(name.entity, Entity::Pupil);
        assert_eq!(name.part, "0001");
        assert_eq!(name.kind, Some(Kind::Full));
        assert_eq!(name.date.as_deref(), Some("2026-09-07"));
        assert_eq!(name.project.as_deref(), Some("ENT1DVA-ENTDEMO"));
    }

    #[test]
    fn only_the_end_of_the_name_matters() {
        let entity = |file: &str| MemberName::parse(file).map(|name| name.entity);
        assert_eq!(entity("x_PersRelEleve_0000.xml"), Some(Entity::Guardian));
        assert_eq!(entity("xPersEducNat_12.XML"), Some(Entity::Staff));
        assert_eq!(entity("x_Eleve_0000.xml"), Some(Entity::Pupil));
        assert_eq!(entity("Eleve_0000.xml"), None);
        assert_eq!(entity("x_MefEducNat_0000.xml"), None);
        assert_eq!(entity("ficAlimMENESR.dtd"), None);
        assert_eq!(entity("x_Eleve_.xml"), None);
    }

    #[test]
    fn archive_names_announce_their_kind_and_date() {
        assert_eq!(announced_kind("ENT1DVA.20260914.Delta.tgz"), Some(Kind::Delta));
        assert_eq!(announced_kind("ENT1D.20260907.tgz"), Some(Kind::Full));
        assert_eq!(announced_kind("envoi.zip"), None);
        assert_eq!(announced_date("ENT1D.20260907.tgz").as_deref(), Some("2026-09-07"));
    }
}
