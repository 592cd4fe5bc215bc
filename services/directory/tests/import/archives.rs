//! Rows 31 and 32 of interfaces.md §1.13: archives, honest and hostile, as far as the database.

use crate::{
    hamlet::hamlet,
    house::{import_at, in_every_house, refused_at},
    parcel::Parcel,
    see::Academy,
};
use directory::import::{Options, Outcome, Progress, import};
use flate2::{Compression, write::GzEncoder};
use std::{
    fs::{self, File},
    io::Write,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};
use tempfile::TempDir;
use testkit::App;

type Tar = tar::Builder<GzEncoder<File>>;

/// A folder for archives.
struct Post(TempDir);

impl Post {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn tar(&self, file: &str, fill: impl FnOnce(&mut Tar)) -> PathBuf {
        let path = self.0.path().join(file);
        let mut tar = tar::Builder::new(GzEncoder::new(File::create(&path).unwrap(), Compression::fast()));
        fill(&mut tar);
        tar.into_inner().unwrap().finish().unwrap();
        path
    }

    fn zip(&self, file: &str, parcel: &Parcel) -> PathBuf {
        let path = self.0.path().join(file);
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        for (name, bytes) in parcel.members() {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        zip.finish().unwrap();
        path
    }
}

fn add(tar: &mut Tar, name: &str, bytes: &[u8], size: u64) {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    // Written as bytes: the library would not write a path that leaves its folder.
    header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_cksum();
    tar.append(&header, bytes).unwrap();
}

fn add_all(tar: &mut Tar, parcel: &Parcel) {
    for (name, bytes) in parcel.members() {
        add(tar, &name, &bytes, bytes.len() as u64);
    }
}

async fn reason(app: &App, path: &std::path::Path) -> String {
    refused_at(app, path, &Options::default()).await
}

#[tokio::test]
async fn an_honest_archive_of_either_format_is_applied() {
    in_every_house(async |app| {
        let post = Post::new();
        let tgz = post.tar("ENT1DVA.20260907.tgz", |tar| add_all(tar, &hamlet()));
        let zip = post.zip("envoi.zip", &hamlet().dated("20260908"));
        for path in [tgz, zip] {
            let reports = import_at(app, &path, &Options::default()).await.unwrap();
            assert_eq!(reports[0].outcome, Outcome::Applied, "{:?}", reports[0].reasons);
        }
        assert_eq!(Academy::of(app, "11").members("class", "880001").await, [8001, 8002]);
    })
    .await;
}

#[tokio::test]
async fn an_archive_is_unpacked_in_the_passage_of_the_data_folder() {
    in_every_house(async |app| {
        let post = Post::new();
        let path = post.zip("ENT1DVA.20260907.zip", &hamlet());
        let passage = app.house.passage.path();
        let unpacked = || fs::read_dir(passage).unwrap().filter(|it| it.as_ref().unwrap().path().is_dir()).count();
        let most = AtomicUsize::new(0);
        let progress = |_: Progress| {
            let _before = most.fetch_max(unpacked(), Ordering::SeqCst);
        };
        let reports = import(&app.house, &path, &Options::default(), &progress).await.unwrap();
        assert_eq!(reports[0].outcome, Outcome::Applied, "{:?}", reports[0].reasons);
        assert_eq!(most.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn row_31_a_path_that_leaves_the_folder_is_refused() {
    in_every_house(async |app| {
        for name in ["../x_Eleve_0000.xml", "/tmp/x_Eleve_0000.xml", "a/../../x_Eleve_0000.xml"] {
            let post = Post::new();
            let path = post.tar("envoi.tgz", |tar| {
                add_all(tar, &hamlet());
                add(tar, name, b"x", 1);
            });
            let reason = reason(app, &path).await;
            assert_eq!(reason, format!("Livraison refusée : « {name} » sortirait du dossier de l’archive."));
        }
    })
    .await;
}

#[tokio::test]
async fn row_31_a_link_is_refused() {
    in_every_house(async |app| {
        let post = Post::new();
        let path = post.tar("envoi.tgz", |tar| {
            let mut header = tar::Header::new_gnu();
            header.set_entry_type(tar::EntryType::Symlink);
            header.set_size(0);
            header.set_path("x_Eleve_0000.xml").unwrap();
            header.set_link_name("/etc/passwd").unwrap();
            header.set_cksum();
            tar.append(&header, std::io::empty()).unwrap();
        });
        let reason = reason(app, &path).await;
        assert_eq!(reason, "Livraison refusée : « x_Eleve_0000.xml » n’est pas un fichier ordinaire.");
    })
    .await;
}

#[tokio::test]
async fn row_31_an_archive_in_the_archive_is_refused() {
    in_every_house(async |app| {
        let post = Post::new();
        let path = post.tar("envoi.tgz", |tar| {
            add_all(tar, &hamlet());
            add(tar, "suite.zip", b"x", 1);
        });
        let reason = reason(app, &path).await;
        assert_eq!(reason, "Livraison refusée : « suite.zip » est une archive dans l’archive.");
    })
    .await;
}

#[tokio::test]
async fn row_31_a_member_of_ten_gigabytes_is_refused_before_it_is_written() {
    in_every_house(async |app| {
        let post = Post::new();
        let path = post.tar("envoi.tgz", |tar| add(tar, "x_Eleve_0000.xml", b"x", 10 << 30));
        let reason = reason(app, &path).await;
        assert_eq!(reason, "Livraison refusée : « x_Eleve_0000.xml » dépasse la taille permise.");
    })
    .await;
}

#[tokio::test]
async fn row_32_an_archive_named_delta_that_holds_full_members_is_refused() {
    in_every_house(async |app| {
        let post = Post::new();
        let path = post.tar("ENT1DVA.20260907.Delta.tgz", |tar| add_all(tar, &hamlet()));
        let reason = reason(app, &path).await;
        let file = "ENT1DVA-PREAU_Complet_20260907_EtabEducNat_0000.xml";
        assert_eq!(reason, format!("Livraison refusée : l’archive s’annonce « Delta » mais contient « {file} »."));
    })
    .await;
}
