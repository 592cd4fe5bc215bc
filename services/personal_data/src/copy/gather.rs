//! What goes into a copy: what the house keeps, what each service keeps, the files somebody sent.

use crate::{
    W,
    kept::{self, Reader},
    whose::Whose,
};
use db::{Error, FromRow, Moment, Result, Tx, args};
use serde::{Deserialize, Serialize};
use web::{Service, personal::Part};

/// The files of a copy together, at most, in bytes. The others are named in it, without their bytes.
const MOST_BYTES: i64 = 500 * 1024 * 1024;
/// How many files are looked for.
const MOST_FILES: i64 = 10_000;

/// All that was gathered, as it waits to be packed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Content {
    /// Whose it is.
    pub(super) name: String,
    /// When it was gathered.
    pub(super) at: Moment,
    /// Its tables.
    pub(super) parts: Vec<Part>,
    /// Its files.
    pub(super) files: Vec<Carried>,
}

/// A file somebody sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Carried {
    /// Its name in the archive.
    pub(super) path: String,
    /// The name of its bytes in the store.
    pub(super) hash: String,
    /// How many.
    pub(super) size: u64,
}

impl Content {
    pub(super) fn to_json(&self) -> Result<String> {
        serde_json::to_string(self).map_err(Error::fault)
    }

    pub(super) fn of_json(json: &str) -> Result<Self> {
        serde_json::from_str(json).map_err(Error::fault)
    }
}

pub(super) async fn gather(tx: &mut Tx, services: &[&Service], whose: &Whose) -> Result<Content> {
    let mut parts = kept::shown(tx, whose, Reader::Copy).await?;
    parts.extend(kept::besides(tx, whose).await?);
    let subject = whose.subject();
    for service in services {
        parts.extend((service.personal_data)(tx, &subject).await?);
    }
    let sent = sent(tx, whose).await?;
    let mut files = Vec::new();
    let mut left = MOST_BYTES;
    let mut rows = Vec::new();
    for (number, file) in (1_usize..).zip(&sent) {
        let fits = file.size <= left;
        let path = format!("fichiers/{number:04}-{}", plain(&file.name));
        if fits {
            left -= file.size;
            let size = u64::try_from(file.size).unwrap_or(0);
            files.push(Carried { path: path.clone(), hash: file.hash.clone(), size });
        }
        let place = if fits { path } else { W.file_left_out().to_owned() };
        rows.push(vec![file.name.as_str().into(), file.created_at.into(), file.size.to_string().into(), place.into()]);
    }
    let columns = [W.column_file(), W.column_at(), W.column_size(), W.column_place()];
    parts.extend(Part::new("fichiers", W.part_files(), &columns).rows(rows).unless_empty());
    Ok(Content { name: whose.name.clone(), at: tx.now(), parts, files })
}

#[derive(FromRow)]
struct Sent {
    name: String,
    hash: String,
    size: i64,
    created_at: Moment,
}

/// The files somebody sent with what is still there. What a child asked an adult in confidence is the child's alone; what it
/// wrote in private is given to nobody responsible for it.
async fn sent(tx: &mut Tx, whose: &Whose) -> Result<Vec<Sent>> {
    tx.all(
        "select f.name, f.hash, f.size, f.created_at from file f \
         where f.owner_id in (select unhex(value) from json_each($1)) \
             and exists (select 1 from attachment a join thing t on t.id = a.thing_id \
                 where a.file_id = f.id and ($2 = true or t.kind <> 'paroles') and ($3 = false or t.kind <> 'messages')) \
         order by f.created_at, f.id limit $4",
        args![whose.list(), whose.own, whose.is_by_guardian(), MOST_FILES],
    )
    .await
}

/// A name that is one part of a path on every system.
fn plain(name: &str) -> String {
    let kept = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | ' ');
    let plain: String = name.chars().map(|it| if kept(it) { it } else { '_' }).take(100).collect();
    plain.trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_leads_to_no_other_folder() {
        for (name, kept) in [
            ("mare.jpg", "mare.jpg"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\Temp\\été.pdf", "C__Temp_été.pdf"),
            ("..", ""),
            ("a\0b\n.txt", "a_b_.txt"),
        ] {
            assert_eq!(plain(name), kept, "{name}");
        }
    }
}
