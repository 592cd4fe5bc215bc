//! Safe unpacking of the archives deliveries come in (interfaces.md §1.13, row 31). The entities of an archive come in
//! any order, so members are first written into a private folder, deleted with the last delivery that lies in it.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Read, Seek};
use std::os::unix::fs::PermissionsExt;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;
use tempfile::TempDir;

use crate::folder::DIRECTORY_LIST;
use crate::member::MemberName;
use crate::{Limits, Refusal};

/// Bytes that headers and long names may take between two entries.
const HEADER_ALLOWANCE: u64 = 1024 * 1024;
/// Bytes of padding that may follow the last entry.
const TAIL_ALLOWANCE: u64 = 16 * 1024 * 1024;
const ARCHIVE_EXTENSIONS: [&str; 9] = ["7z", "bz2", "gz", "rar", "tar", "tgz", "xz", "zip", "zst"];

/// Unpacks the members of an archive into a new private folder.
pub(crate) fn unpack(path: &Path, limits: &Limits) -> Result<TempDir, Refusal> {
    let mut file = File::open(path).map_err(|cause| unreadable(path, cause))?;
    let mut start = Vec::with_capacity(4);
    file.by_ref().take(4).read_to_end(&mut start).map_err(|cause| unreadable(path, cause))?;
    file.rewind().map_err(|cause| unreadable(path, cause))?;
    let folder = private_folder(limits)?;
    let mut unpacking = Unpacking { archive: path, limits, folder: folder.path(), entries: 0, total: 0 };
    match start.as_slice() {
        [0x1f, 0x8b, ..] => unpacking.tar_gz(file)?,
        [b'P', b'K', 3 | 5, 4 | 6] => unpacking.zip(file)?,
        _ => return Err(Refusal::UnknownFormat(path.to_owned())),
    }
    Ok(folder)
}

fn private_folder(limits: &Limits) -> Result<TempDir, Refusal> {
    let parent = limits.unpack_in.clone().unwrap_or_else(std::env::temp_dir);
    // Children's names: for the owner alone, whatever the folder around it allows.
    let permissions = fs::Permissions::from_mode(0o700);
    tempfile::Builder::new()
        .prefix("aaf-")
        .permissions(permissions)
        .tempdir_in(&parent)
        .map_err(|cause| unreadable(&parent, cause))
}

struct Unpacking<'u> {
    archive: &'u Path,
    limits: &'u Limits,
    folder: &'u Path,
    entries: usize,
    total: u64,
}

impl Unpacking<'_> {
    fn tar_gz(&mut self, file: File) -> Result<(), Refusal> {
        let allowance = Rc::new(Cell::new(HEADER_ALLOWANCE));
        let decoder = MultiGzDecoder::new(BufReader::with_capacity(256 * 1024, file));
        let mut archive = tar::Archive::new(Metered { inner: decoder, allowance: Rc::clone(&allowance) });
        for entry in archive.entries().map_err(|cause| self.damaged(&cause))? {
            let mut entry = entry.map_err(|cause| self.damaged_or_large(&cause, &allowance))?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let kind = entry.header().entry_type();
            let size = entry.size();
            if !(kind.is_file() || kind.is_dir() || kind.is_pax_global_extensions()) {
                return Err(Refusal::SpecialEntry(name));
            }
            let target = self.accept(&name, kind.is_file(), size)?;
            allowance.set(size.saturating_add(HEADER_ALLOWANCE));
            self.write(&name, &mut entry, size, target)?;
            allowance.set(HEADER_ALLOWANCE);
        }
        // The checksum of the compressed stream is only verified at its end.
        allowance.set(TAIL_ALLOWANCE);
        io::copy(&mut archive.into_inner(), &mut io::sink())
            .map_err(|cause| self.damaged_or_large(&cause, &allowance))?;
        Ok(())
    }

    fn zip(&mut self, file: File) -> Result<(), Refusal> {
        let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|cause| self.damaged(&cause))?;
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|cause| self.damaged(&cause))?;
            let name = entry.name().map_err(|cause| self.damaged(&cause))?.into_owned();
            // The type bits of the Unix mode: a plain file, a folder, or unknown.
            let is_plain = matches!(entry.unix_mode().unwrap_or(0) & 0o170_000, 0 | 0o100_000 | 0o040_000);
            if entry.is_symlink() || !is_plain {
                return Err(Refusal::SpecialEntry(name));
            }
            let is_file = !entry.is_dir();
            let size = entry.size();
            let target = self.accept(&name, is_file, size)?;
            if target.is_some() {
                self.write(&name, &mut entry, size, target)?;
            }
        }
        Ok(())
    }

    /// Judges an entry by its name and its declared size; gives the file to write when it is a member.
    fn accept(&mut self, name: &str, is_file: bool, size: u64) -> Result<Option<PathBuf>, Refusal> {
        self.entries += 1;
        if self.entries > self.limits.entries {
            return Err(Refusal::TooManyEntries);
        }
        let Some(relative) = safe_path(name) else {
            return Err(Refusal::PathTraversal(name.to_owned()));
        };
        self.total = self.total.saturating_add(size);
        if size > self.limits.member_bytes || self.total > self.limits.total_bytes {
            return Err(Refusal::TooLarge(name.to_owned()));
        }
        let file = relative.file_name().and_then(|file| file.to_str()).unwrap_or_default();
        if !is_file {
            return Ok(None);
        }
        if is_archive(file) {
            return Err(Refusal::NestedArchive(name.to_owned()));
        }
        let is_wanted = file == DIRECTORY_LIST || MemberName::parse(file).is_some();
        Ok(is_wanted.then(|| self.folder.join(relative)))
    }

    /// Writes an entry, or passes over it, and never more than it declared.
    fn write(&self, name: &str, entry: &mut dyn Read, size: u64, target: Option<PathBuf>) -> Result<(), Refusal> {
        let mut entry = entry.take(size.saturating_add(1));
        let Some(target) = target else {
            io::copy(&mut entry, &mut io::sink()).map_err(|cause| self.damaged(&cause))?;
            return Ok(());
        };
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(|cause| unreadable(parent, cause))?;
        }
        let mut file = match OpenOptions::new().write(true).create_new(true).open(&target) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                return Err(Refusal::DuplicateMember(name.to_owned()));
            }
            Err(cause) => return Err(unreadable(&target, cause)),
        };
        let written = io::copy(&mut entry, &mut file).map_err(|cause| self.damaged(&cause))?;
        if written > size {
            return Err(Refusal::TooLarge(name.to_owned()));
        }
        Ok(())
    }

    fn damaged(&self, cause: &dyn std::error::Error) -> Refusal {
        Refusal::DamagedArchive { path: self.archive.to_owned(), cause: cause.to_string() }
    }

    fn damaged_or_large(&self, cause: &io::Error, allowance: &Cell<u64>) -> Refusal {
        if allowance.get() == 0 {
            return Refusal::TooLarge(self.archive.display().to_string());
        }
        self.damaged(cause)
    }
}

/// A stream that gives no more bytes than it is allowed: an entry header that unpacks to gigabytes would otherwise be
/// read into memory.
struct Metered<R> {
    inner: R,
    allowance: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let allowed = usize::try_from(self.allowance.get()).unwrap_or(usize::MAX).min(target.len());
        if allowed == 0 && !target.is_empty() {
            return Err(io::Error::other("the archive holds more than it declares"));
        }
        let read = self.inner.read(&mut target[..allowed])?;
        self.allowance.set(self.allowance.get() - read as u64);
        Ok(read)
    }
}

/// The path of an entry when it stays within the folder it is unpacked into.
fn safe_path(name: &str) -> Option<PathBuf> {
    if name.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut path = PathBuf::new();
    for component in Path::new(name).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

fn is_archive(file: &str) -> bool {
    let extension = file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| ARCHIVE_EXTENSIONS.contains(&extension.as_str()))
}

fn unreadable(path: &Path, cause: io::Error) -> Refusal {
    Refusal::Io { path: path.to_owned(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_within_the_folder() {
        assert_eq!(safe_path("./TOULOUSE/a.xml"), Some(PathBuf::from("TOULOUSE/a.xml")));
        for name in ["../a.xml", "TOULOUSE/../../a.xml", "/etc/a.xml", "a\\..\\b.xml", "C:a.xml"] {
            assert_eq!(safe_path(name), None, "{name}");
        }
    }
}
