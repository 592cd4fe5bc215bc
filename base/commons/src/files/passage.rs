//! The passage: where a delivery lies while it is read. It is in the data folder, because the system's temporary folder is
//! often memory and open to others; each process has a folder of its own there, and removes those of processes that died.

use db::Result;
use std::{
    fs::{self, DirBuilder, File, Permissions},
    io::ErrorKind,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::Path,
    sync::Arc,
};
use tempfile::TempDir;

/// The file a process keeps locked in its folder for as long as it lives; the system gives the lock back after a crash.
const LOCK: &str = "verrou";
/// Children's names go through here.
const OWNER_ONLY: u32 = 0o700;

/// A private folder of this process. Cheap to clone; removed with the last of its clones.
#[derive(Clone, Debug)]
pub struct Passage {
    room: Arc<Room>,
}

#[derive(Debug)]
struct Room {
    // Removed first, while it is still locked.
    folder: TempDir,
    _lock: File,
}

impl Passage {
    /// A folder of this process in `parent`, which is made when absent. What processes that died left there is removed.
    ///
    /// # Errors
    /// A fault when the folder cannot be used.
    pub fn open(parent: &Path) -> Result<Self> {
        DirBuilder::new().recursive(true).mode(OWNER_ONLY).create(parent)?;
        // One process at a time: none may remove a folder whose lock is about to be taken.
        let _door = lock(parent)?;
        for entry in fs::read_dir(parent)? {
            let path = entry?.path();
            if path.is_dir() && is_left(&path) {
                remove(&path);
            }
        }
        let permissions = Permissions::from_mode(OWNER_ONLY);
        let folder = tempfile::Builder::new().permissions(permissions).tempdir_in(parent)?;
        let lock = lock(folder.path())?;
        Ok(Self { room: Arc::new(Room { folder, _lock: lock }) })
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        self.room.folder.path()
    }
}

fn lock(folder: &Path) -> Result<File> {
    let file = File::options().write(true).create(true).truncate(false).mode(0o600).open(folder.join(LOCK))?;
    file.lock()?;
    Ok(file)
}

/// Whether nobody holds the lock of a folder any more.
fn is_left(folder: &Path) -> bool {
    match File::options().write(true).open(folder.join(LOCK)) {
        Ok(file) => file.try_lock().is_ok(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// A folder that cannot be removed keeps nobody from starting; it is tried again the next time.
fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder)
        && error.kind() != ErrorKind::NotFound
    {
        tracing::warn!(%error, folder = %folder.display(), "what a crash left was not removed");
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_goes_at_the_next_start() {
        let data = tempfile::tempdir().unwrap();
        let parent = data.path().join("passage");
        for left in ["locked-once", "never-locked"] {
            fs::create_dir_all(parent.join(left)).unwrap();
            fs::write(parent.join(left).join("eleves.xml"), "Zoé").unwrap();
        }
        drop(lock(&parent.join("locked-once")).unwrap());
        let passage = Passage::open(&parent).unwrap();
        let folders = fs::read_dir(&parent).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_dir());
        assert_eq!(folders.collect::<Vec<_>>(), [passage.path()]);
    }

    #[test]
    fn a_process_at_work_keeps_its_folder_until_it_ends() {
        let data = tempfile::tempdir().unwrap();
        let first = Passage::open(data.path()).unwrap();
        fs::write(first.path().join("eleves.xml"), "Zoé").unwrap();
        let second = Passage::open(data.path()).unwrap();
        assert!(first.path().join("eleves.xml").exists());
        let folder = first.path().to_owned();
        drop(first.clone());
        assert!(folder.exists());
        drop(first);
        assert!(!folder.exists());
        assert!(second.path().exists());
    }

    #[test]
    fn nobody_else_looks_into_it() {
        let data = tempfile::tempdir().unwrap();
        let parent = data.path().join("passage");
        let passage = Passage::open(&parent).unwrap();
        for folder in [parent.as_path(), passage.path()] {
            let mode = folder.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, OWNER_ONLY, "{}", folder.display());
        }
    }
}
