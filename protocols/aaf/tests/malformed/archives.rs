//! Rows 31 and 32: archives, honest and hostile.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use aaf::{Delivery, Entity, Kind, Limits, Refusal, deliveries};
use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

use crate::parcel::{Parcel, name, read};

type Tar = tar::Builder<GzEncoder<File>>;

struct Post {
    folder: TempDir,
}

impl Post {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn tar(&self, file: &str, fill: impl FnOnce(&mut Tar)) -> PathBuf {
        let path = self.folder.path().join(file);
        let mut tar = tar::Builder::new(GzEncoder::new(File::create(&path).unwrap(), Compression::fast()));
        fill(&mut tar);
        tar.into_inner().unwrap().finish().unwrap();
        path
    }

    fn zip(&self, file: &str, parcel: &Parcel) -> PathBuf {
        let path = self.folder.path().join(file);
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        for (name, bytes) in members(parcel) {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        zip.finish().unwrap();
        path
    }
}

fn members(parcel: &Parcel) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(parcel.path()).unwrap().map(Result::unwrap);
    let files = entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()));
    files.collect()
}

fn add(tar: &mut Tar, name: &str, bytes: &[u8]) {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    // Written as bytes: the library would not write a path that leaves its folder.
    header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_cksum();
    tar.append(&header, bytes).unwrap();
}

fn add_members(tar: &mut Tar, folder: &str) {
    for (name, bytes) in members(&Parcel::full()) {
        add(tar, &[folder, &name].concat(), &bytes);
    }
}

fn found(path: &Path) -> Result<Vec<Delivery>, Refusal> {
    deliveries(path, &Limits::default())
}

#[test]
fn archives_of_both_formats_are_read() {
    let post = Post::new();
    let tar = post.tar("ENT1DVA.20260907.tgz", |tar| add_members(tar, ""));
    let wrapped = post.tar("envoi.tar.gz", |tar| add_members(tar, "./envoi/"));
    let zip = post.zip("envoi.zip", &Parcel::full());
    for path in [tar, wrapped, zip] {
        let found = found(&path).unwrap();
        let [delivery] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(delivery.academy, None);
        assert_eq!(read(delivery).unwrap().requests.len(), 4, "{}", path.display());
    }
}

#[test]
fn the_private_folder_goes_with_the_delivery() {
    let post = Post::new();
    let found = found(&post.tar("envoi.tgz", |tar| add_members(tar, ""))).unwrap();
    let folder = found[0].unpacked_at().unwrap().to_owned();
    assert!(folder.is_dir());
    drop(found);
    assert!(!folder.exists());
}

#[test]
fn academies_of_an_archive_are_told_apart() {
    let post = Post::new();
    let path = post.tar("envoi.tgz", |tar| {
        add_members(tar, "TOULOUSE/");
        add_members(tar, "MONTPELLIER/");
        add(tar, "importDirectories.json", br#"["TOULOUSE", "MONTPELLIER"]"#);
    });
    let names: Vec<Option<String>> = found(&path).unwrap().into_iter().map(|delivery| delivery.academy).collect();
    assert_eq!(names, [Some("TOULOUSE".to_owned()), Some("MONTPELLIER".to_owned())]);
}

#[test]
fn row_31_path_traversal() {
    for name in ["../x_Eleve_0000.xml", "/tmp/x_Eleve_0000.xml", "a/../../x_Eleve_0000.xml", "..\\x_Eleve_0000.xml"] {
        let post = Post::new();
        let refusal = found(&post.tar("envoi.tgz", |tar| add(tar, name, b"x"))).unwrap_err();
        assert!(matches!(refusal, Refusal::PathTraversal(_)), "{refusal}");
    }
}

#[test]
fn row_31_links() {
    for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Fifo] {
        let post = Post::new();
        let path = post.tar("envoi.tgz", |tar| {
            let mut header = tar::Header::new_gnu();
            header.set_entry_type(kind);
            header.set_size(0);
            header.set_path("x_Eleve_0000.xml").unwrap();
            header.set_link_name("/etc/passwd").unwrap();
            header.set_cksum();
            tar.append(&header, std::io::empty()).unwrap();
        });
        let refusal = found(&path).unwrap_err();
        assert!(matches!(refusal, Refusal::SpecialEntry(_)), "{refusal}");
    }
}

#[test]
fn row_31_nested_archive() {
    let post = Post::new();
    for name in ["x.zip", "x.tar.gz", "dossier/x.TGZ"] {
        let refusal = found(&post.tar("envoi.tgz", |tar| add(tar, name, b"x"))).unwrap_err();
        assert!(matches!(refusal, Refusal::NestedArchive(_)), "{refusal}");
    }
}

#[test]
fn row_31_members_beyond_the_limits() {
    let post = Post::new();
    let tar = post.tar("envoi.tgz", |tar| add(tar, "x_Eleve_0000.xml", &[b' '; 4096]));
    let zip = post.zip("envoi.zip", &Parcel::full());
    for path in [tar, zip] {
        for limits in
            [Limits { member_bytes: 100, ..Limits::default() }, Limits { total_bytes: 100, ..Limits::default() }]
        {
            let refusal = deliveries(&path, &limits).unwrap_err();
            assert!(matches!(refusal, Refusal::TooLarge(_)), "{refusal}");
        }
    }
}

#[test]
fn row_31_a_name_that_unpacks_to_megabytes() {
    let post = Post::new();
    let path = post.tar("envoi.tgz", |tar| {
        let name = vec![b'a'; 3 * 1024 * 1024];
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(tar::EntryType::GNULongName);
        header.set_path("././@LongLink").unwrap();
        header.set_size(name.len() as u64);
        header.set_cksum();
        tar.append(&header, name.as_slice()).unwrap();
    });
    let refusal = found(&path).unwrap_err();
    assert!(matches!(refusal, Refusal::TooLarge(_)), "{refusal}");
}

#[test]
fn row_31_too_many_entries() {
    let post = Post::new();
    let path = post.tar("envoi.tgz", |tar| add_members(tar, ""));
    let refusal = deliveries(&path, &Limits { entries: 3, ..Limits::default() }).unwrap_err();
    assert!(matches!(refusal, Refusal::TooManyEntries), "{refusal}");
}

#[test]
fn a_truncated_or_foreign_archive_is_refused() {
    let post = Post::new();
    let path = post.tar("envoi.tgz", |tar| add_members(tar, ""));
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 10]).unwrap();
    let refusal = found(&path).unwrap_err();
    assert!(matches!(refusal, Refusal::DamagedArchive { .. }), "{refusal}");
    fs::write(&path, "bonjour").unwrap();
    let refusal = found(&path).unwrap_err();
    assert!(matches!(refusal, Refusal::UnknownFormat(_)), "{refusal}");
}

#[test]
fn one_member_twice_is_refused() {
    let post = Post::new();
    let file = name("Complet", Entity::Pupil);
    let path = post.tar("envoi.tgz", |tar| {
        add(tar, &file, b"x");
        add(tar, &file, b"x");
    });
    let refusal = found(&path).unwrap_err();
    assert!(matches!(refusal, Refusal::DuplicateMember(_)), "{refusal}");
}

#[test]
fn row_32_archive_named_as_the_other_kind() {
    let post = Post::new();
    let path = post.tar("ENT1DVA.20260907.Delta.tgz", |tar| add_members(tar, ""));
    let refusal = found(&path).unwrap_err();
    assert!(matches!(refusal, Refusal::KindContradiction { announced: Kind::Delta, .. }), "{refusal}");
    let path = post.tar("ENT1DVA.20260907.tgz", |tar| {
        add(tar, &name("Delta", Entity::Pupil), b"<ficAlimMENESR/>");
    });
    let refusal = found(&path).unwrap_err();
    assert!(matches!(refusal, Refusal::KindContradiction { announced: Kind::Full, .. }), "{refusal}");
}
