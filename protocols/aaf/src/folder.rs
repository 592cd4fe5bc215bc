//! From a path to the deliveries in it (interfaces.md §1.1).

use std::collections::HashSet;
use std::fs;
use std::path::{Component, Path};
use std::sync::Arc;

use tempfile::TempDir;

use crate::academies::academy_code;
use crate::archive;
use crate::member::{MemberName, announced_date, announced_kind};
use crate::{Delivery, Entity, Kind, Limits, Member, Refusal};

/// Names and order of the academies of a regional delivery.
pub(crate) const DIRECTORY_LIST: &str = "importDirectories.json";

/// Finds the deliveries at a path: a `.tgz`, `.tar.gz` or `.zip` archive, a folder with XML members, or a folder of
/// academies, in the order of `importDirectories.json` or else of their names.
///
/// # Errors
/// What names, sizes and archive entries are enough to refuse. Contents are looked at by [`Delivery::header`].
pub fn deliveries(path: &Path, limits: &Limits) -> Result<Vec<Delivery>, Refusal> {
    if fs::metadata(path).map_err(|cause| unreadable(path, cause))?.is_dir() {
        return Search { limits, archive: "", shown: path, unpacked: None }.deliveries(path);
    }
    let unpacked = Arc::new(archive::unpack(path, limits)?);
    let archive = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let folder = unpacked.path().to_owned();
    Search { limits, archive, shown: path, unpacked: Some(unpacked) }.deliveries(&folder)
}

/// What is known about a folder from where it was found.
struct Search<'s> {
    limits: &'s Limits,
    /// Name of the archive, or empty.
    archive: &'s str,
    /// The path the caller knows.
    shown: &'s Path,
    unpacked: Option<Arc<TempDir>>,
}

impl Search<'_> {
    fn deliveries(&self, folder: &Path) -> Result<Vec<Delivery>, Refusal> {
        if let Some(names) = directory_list(folder)? {
            return names.iter().map(|name| self.listed(folder, name)).collect();
        }
        let members = members_of(folder)?;
        if !members.is_empty() {
            return Ok(vec![self.delivery(members, None)?]);
        }
        self.sub_folders(folder)
    }

    fn listed(&self, folder: &Path, name: &str) -> Result<Delivery, Refusal> {
        let mut components = Path::new(name).components();
        let is_plain = matches!((components.next(), components.next()), (Some(Component::Normal(_)), None));
        let academy = folder.join(name);
        if !is_plain || !academy.is_dir() {
            return Err(Refusal::MissingDirectory(name.to_owned()));
        }
        self.delivery(members_of(&academy)?, Some(name))
    }

    fn sub_folders(&self, folder: &Path) -> Result<Vec<Delivery>, Refusal> {
        let mut found = Vec::new();
        for name in names_in(folder)? {
            let academy = folder.join(&name);
            if academy.is_dir() {
                let members = members_of(&academy)?;
                if !members.is_empty() {
                    found.push((name, members));
                }
            }
        }
        if found.is_empty() {
            return Err(Refusal::NoMember(self.shown.to_owned()));
        }
        let is_alone = found.len() == 1;
        let deliveries = found.into_iter().map(|(name, members)| {
            // The only folder of an archive is more often a wrapping than an académie.
            let is_academy = !is_alone || academy_code(&name).is_some();
            self.delivery(members, is_academy.then_some(name.as_str()))
        });
        deliveries.collect()
    }

    fn delivery(&self, mut found: Vec<Found>, academy: Option<&str>) -> Result<Delivery, Refusal> {
        found.sort_by(|one, other| (one.name.entity, &one.member.file).cmp(&(other.name.entity, &other.member.file)));
        let Some(first) = found.first() else {
            return Err(Refusal::NoMember(self.shown.join(academy.unwrap_or_default())));
        };
        self.check_sizes(&found)?;
        check_parts(&found)?;
        let kind = self.kind(&found)?;
        let date = self.date(&found)?;
        if let Some(other) = found.iter().find(|other| other.name.project != first.name.project) {
            let project = |found: &Found| found.name.project.clone().unwrap_or_default();
            return Err(Refusal::MixedAcademies(project(first), project(other)));
        }
        Ok(Delivery {
            academy: academy.map(str::to_owned),
            kind,
            date,
            members: found.into_iter().map(|found| found.member).collect(),
            path: academy.map_or_else(|| self.shown.to_owned(), |name| self.shown.join(name)),
            unpacked: self.unpacked.clone(),
        })
    }

    fn check_sizes(&self, found: &[Found]) -> Result<(), Refusal> {
        let mut total = 0_u64;
        for Found { member, .. } in found {
            total = total.saturating_add(member.bytes);
            if member.bytes > self.limits.member_bytes || total > self.limits.total_bytes {
                return Err(Refusal::TooLarge(member.file.clone()));
            }
        }
        Ok(())
    }

    fn kind(&self, found: &[Found]) -> Result<Kind, Refusal> {
        let announced = announced_kind(self.archive);
        let mut kind = None;
        for Found { name, member } in found {
            let own = name.kind.or(announced).unwrap_or(Kind::Full);
            if let Some(announced) = announced.filter(|announced| *announced != own) {
                return Err(Refusal::KindContradiction { announced, file: member.file.clone() });
            }
            if *kind.get_or_insert(own) != own {
                return Err(Refusal::MixedKinds);
            }
        }
        let kind = kind.unwrap_or(Kind::Full);
        let is_missing = |entity: &Entity| !found.iter().any(|found| found.name.entity == *entity);
        match Entity::ALL.into_iter().find(is_missing) {
            // An absent file would say that everybody has left.
            Some(entity) if kind == Kind::Full => Err(Refusal::MissingEntity(entity)),
            _ => Ok(kind),
        }
    }

    fn date(&self, found: &[Found]) -> Result<String, Refusal> {
        let announced = announced_date(self.archive);
        let mut date: Option<String> = None;
        for Found { name, member } in found {
            let Some(own) = name.date.clone().or_else(|| announced.clone()) else {
                return Err(Refusal::MissingDate(member.file.clone()));
            };
            if let Some(known) = date.as_ref().filter(|known| **known != own) {
                return Err(Refusal::MixedDates(known.clone(), own));
            }
            date = Some(own);
        }
        Ok(date.unwrap_or_default())
    }
}

struct Found {
    name: MemberName,
    member: Member,
}

/// Members directly in a folder; other files do not matter.
fn members_of(folder: &Path) -> Result<Vec<Found>, Refusal> {
    let mut found = Vec::new();
    for file in names_in(folder)? {
        let Some(name) = MemberName::parse(&file) else {
            continue;
        };
        let path = folder.join(&file);
        let metadata = fs::metadata(&path).map_err(|cause| unreadable(&path, cause))?;
        if metadata.is_file() {
            let member = Member { path, file, entity: name.entity, bytes: metadata.len() };
            found.push(Found { name, member });
        }
    }
    Ok(found)
}

/// Names in a folder, in lexical order. A name that is not Unicode cannot be a member's.
fn names_in(folder: &Path) -> Result<Vec<String>, Refusal> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|cause| unreadable(folder, cause))?;
    let mut names: Vec<String> = entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    Ok(names)
}

/// Two parts of one entity with one number are two deliveries in one folder.
fn check_parts(found: &[Found]) -> Result<(), Refusal> {
    let mut known = HashSet::new();
    for Found { name, member } in found {
        if !known.insert((name.entity, &name.project, &name.part)) {
            return Err(Refusal::DuplicateMember(member.file.clone()));
        }
    }
    Ok(())
}

fn directory_list(folder: &Path) -> Result<Option<Vec<String>>, Refusal> {
    let path = folder.join(DIRECTORY_LIST);
    if !path.is_file() {
        return Ok(None);
    }
    let json = fs::read(&path).map_err(|cause| unreadable(&path, cause))?;
    match serde_json::from_slice::<Vec<String>>(&json) {
        Ok(names) if !names.is_empty() => Ok(Some(names)),
        _ => Err(Refusal::DirectoryList(path)),
    }
}

fn unreadable(path: &Path, cause: std::io::Error) -> Refusal {
    Refusal::Io { path: path.to_owned(), cause }
}
