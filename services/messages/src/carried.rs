//! Files that travel with a text: kept with a draft or a message held, or passed on from a message the viewer reads.

use crate::{
    conversation::{self, Conversation},
    matrix,
};
use commons::{
    ThingId,
    attachment::{self, Attachment, Piece, Source},
    deposit::{self, DepositId},
    file::FileId,
};
use db::{Error, Result, Tx, args, id_list};
use school::Viewer;

/// How long a draft keeps files nobody has sent yet, in days.
const KEPT_DAYS: i64 = 60;

/// Pieces as they are stored, one a line: « depot:… », then what the picture shows.
pub(crate) fn stored(pieces: &[Piece]) -> String {
    let line = |piece: &Piece| {
        let alt = piece.alt.as_deref().unwrap_or_default().replace(['\n', '\t'], " ");
        format!("{}\t{alt}", piece.source)
    };
    pieces.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What [`stored`] wrote.
pub(crate) fn read(text: &str) -> Result<Vec<Piece>> {
    text.lines().map(read_line).collect()
}

fn read_line(line: &str) -> Result<Piece> {
    let (source, alt) = line.split_once('\t').unwrap_or((line, ""));
    let piece: Piece = source.parse()?;
    Ok(Piece { alt: (!alt.is_empty()).then(|| alt.to_owned()), ..piece })
}

/// Lets the files of a draft wait as long as it does.
pub(crate) async fn keep(tx: &mut Tx, viewer: &Viewer, pieces: &[Piece]) -> Result<()> {
    let deposit = |piece: &Piece| match piece.source {
        Source::Deposit(id) => Some(id),
        Source::File(_) => None,
    };
    let deposits: Vec<DepositId> = pieces.iter().filter_map(deposit).collect();
    let until = tx.now().plus_days(KEPT_DAYS);
    if deposits.is_empty() { Ok(()) } else { deposit::keep(tx, viewer, &deposits, until).await }
}

/// A file of a message the viewer reads.
#[derive(Debug)]
struct Lent {
    thing: ThingId,
    file: Attachment,
}

async fn find(tx: &mut Tx, viewer: &Viewer, file: FileId) -> Result<Option<Lent>> {
    let schools = id_list(matrix::schools(viewer));
    let carrying: Vec<ThingId> = tx
        .column(
            "select a.thing_id from attachment a join conversation c on c.thing_id = a.thing_id \
             where a.file_id = $1 and c.school_id in (select unhex(value) from json_each($2)) order by a.thing_id",
            args![file, schools],
        )
        .await?;
    for thing in carrying {
        let conversation = match Conversation::load(tx, viewer, thing).await {
            Ok(conversation) => conversation,
            Err(Error::NotFound | Error::Forbidden) => continue,
            Err(error) => return Err(error),
        };
        let messages = conversation::messages(tx, viewer, &conversation).await?;
        let is_read = |it: &Attachment| messages.iter().any(|message| it.part == Some(message.id.0));
        let files = attachment::everywhere(tx, thing).await?;
        if let Some(file) = files.into_iter().find(|it| it.file_id == file && is_read(it)) {
            return Ok(Some(Lent { thing, file }));
        }
    }
    Ok(None)
}

/// Of some pieces, the files of messages the viewer reads: they may be attached again.
pub(crate) async fn lent(tx: &mut Tx, viewer: &Viewer, pieces: &[Piece]) -> Result<Vec<Attachment>> {
    let mut lent = Vec::new();
    for piece in pieces {
        if let Source::File(file) = piece.source {
            lent.extend(find(tx, viewer, file).await?.map(|it| it.file));
        }
    }
    Ok(lent)
}

/// The files a form carries already.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    /// The files.
    pub(crate) files: Vec<Attachment>,
    /// The conversation those passed on are read in.
    pub(crate) from: Option<ThingId>,
}

impl Chosen {
    /// Where the files passed on are served.
    pub(crate) fn address(&self) -> String {
        match self.from {
            Some(thing) => format!("{}/pieces", conversation::KIND.path(thing)),
            None => "/messages".to_owned(),
        }
    }
}

/// What some pieces name, to be shown in a form. What is gone, or no more read, is left out.
pub(crate) async fn chosen(tx: &mut Tx, viewer: &Viewer, pieces: &[Piece]) -> Result<Chosen> {
    let mut chosen = Chosen::default();
    for piece in pieces {
        match piece.source {
            Source::Deposit(_) => {
                chosen.files.extend(attachment::chosen(tx, viewer, None, std::slice::from_ref(piece)).await?);
            }
            Source::File(file) => {
                if let Some(Lent { thing, mut file }) = find(tx, viewer, file).await? {
                    file.alt = piece.alt.clone().unwrap_or(file.alt);
                    chosen.from = chosen.from.or(Some(thing));
                    chosen.files.push(file);
                }
            }
        }
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_read_as_they_were_stored() {
        let text = "depot:01970000000070008000000000000001\tLa mare\npiece:01970000000070008000000000000002\t";
        assert!(read(text).is_ok_and(|pieces| stored(&pieces) == text));
        assert!(read("").is_ok_and(|pieces| pieces.is_empty()));
    }
}
