//! Conversations in lists: received, sent, put away, thrown away, in a folder, of the class. Newest first, a page at a time:
//! each list walks the index of the reader's own rows and stops when the page is full.

use crate::{
    conversation::{MessageId, shown},
    folder::FolderId,
};
use commons::ThingId;
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{CircleId, PersonKind, Viewer, person};

/// How many conversations a page shows.
pub const PAGE: usize = 30;

/// How long what was thrown away can be taken back, in days.
pub const BIN_DAYS: i64 = 30;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// What others wrote.
    Received,
    /// What one wrote.
    Sent,
    /// What was put away.
    Archived,
    /// What was thrown away.
    Bin,
    /// What was put in a folder.
    Folder(FolderId),
}

/// A conversation in a list, by its newest message there.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The conversation.
    pub thing_id: ThingId,
    /// Its newest message of the list.
    pub message_id: MessageId,
    /// From when the viewer sees that message.
    pub visible_from: Moment,
    /// The subject.
    pub title: String,
    /// To whom it was written, in words.
    pub audience: String,
    /// Whether it is to be read.
    pub unread: bool,
    /// Whether the author took the message back.
    pub recalled: bool,
    body: String,
    first_name: String,
    last_name: String,
    author_kind: PersonKind,
    child_first_name: Option<String>,
    child_last_name: Option<String>,
}

impl Line {
    /// Who wrote the newest message.
    pub fn author(&self) -> String {
        shown(self.author_kind, &self.first_name, &self.last_name)
    }

    /// The child it is attached to, « Zoé M. ».
    pub fn child(&self) -> Option<String> {
        Some(person::short(self.child_first_name.as_deref()?, self.child_last_name.as_deref()?))
    }

    /// The first words of the newest message.
    pub fn excerpt(&self) -> String {
        richtext::parse(&self.body).map(|doc| doc.excerpt(120)).unwrap_or_default()
    }

    /// Where the list goes on after this line.
    pub fn mark(&self) -> Mark {
        Mark { at: self.visible_from, id: self.message_id }
    }
}

/// Where a page of a list begins: after this message. Many share Monday 7 h, hence the identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The instant the viewer saw it.
    pub at: Moment,
    /// The message.
    pub id: MessageId,
}

impl Mark {
    /// The newest page.
    pub const TOP: Self = Self { at: Moment(i64::MAX), id: MessageId(Uuid::nil()) };
}

/// One statement for all lists: the newest message of each conversation that is of the list.
macro_rules! select_lines {
    ($row:literal, $newer:literal, $condition:literal) => {
        concat!(
            "select r.thing_id, r.message_id, r.visible_from, t.title, c.audience, m.body, a.first_name, a.last_name, ",
            "a.kind as author_kind, k.first_name as child_first_name, k.last_name as child_last_name, ",
            "(r.opened_at is null or coalesce(b.unread, false)) as unread, m.recalled_at is not null as recalled ",
            "from message_reader r join message m on m.id = r.message_id and m.school_id = r.school_id ",
            "join conversation c on c.thing_id = r.thing_id and c.school_id = r.school_id ",
            "join thing t on t.id = r.thing_id join person a on a.id = m.author_id ",
            "left join person k on k.id = c.child_id ",
            "left join message_box b on b.account_id = $2 and b.thing_id = r.thing_id and b.school_id = r.school_id ",
            "where r.person_id = $1 and r.recalled_at is null and r.visible_from <= $3 ",
            "and (r.visible_from, r.message_id) < ($4, $5) and ",
            $row,
            " and not exists (select 1 from message_reader n where n.thing_id = r.thing_id and n.person_id = r.person_id ",
            "and n.school_id = r.school_id and n.recalled_at is null and n.visible_from <= $3 and ",
            $newer,
            " and (n.visible_from, n.message_id) > (r.visible_from, r.message_id)) and ",
            $condition,
            " order by r.visible_from desc, r.message_id desc limit $6"
        )
    };
}

const RECEIVED: &str = select_lines!(
    "r.own = false",
    "n.own = false",
    "b.archived_at is null and b.deleted_at is null and b.folder_id is null"
);
const SENT: &str = select_lines!("r.own = true", "n.own = true", "b.deleted_at is null");
const ARCHIVED: &str =
    select_lines!("r.own is not null", "n.own is not null", "b.archived_at is not null and b.deleted_at is null");
const BIN: &str = select_lines!("r.own is not null", "n.own is not null", "b.deleted_at > $7");
const FOLDER: &str = select_lines!(
    "r.own is not null",
    "n.own is not null",
    "b.folder_id = $7 and b.archived_at is null and b.deleted_at is null"
);

/// A page of a list and one line more when there are older ones. Each of the viewer's persons has their own index; a
/// conversation that reached two of them is shown once.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer, shelf: Shelf, after: Mark) -> Result<Vec<Line>> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (now, account) = (tx.now(), viewer.account);
    let mut lines: Vec<Line> = Vec::new();
    for me in &viewer.people {
        let found: Vec<Line> = match shelf {
            Shelf::Received => tx.all(RECEIVED, args![me.id, account, now, after.at, after.id, limit]).await?,
            Shelf::Sent => tx.all(SENT, args![me.id, account, now, after.at, after.id, limit]).await?,
            Shelf::Archived => tx.all(ARCHIVED, args![me.id, account, now, after.at, after.id, limit]).await?,
            Shelf::Bin => {
                let since = now.plus_days(-BIN_DAYS);
                tx.all(BIN, args![me.id, account, now, after.at, after.id, limit, since]).await?
            }
            Shelf::Folder(id) => tx.all(FOLDER, args![me.id, account, now, after.at, after.id, limit, id]).await?,
        };
        lines.extend(found);
    }
    Ok(newest_once(lines))
}

/// The lines newest first, each conversation once, as many as a page and one more.
pub(crate) fn newest_once(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| std::cmp::Reverse((line.visible_from, line.message_id)));
    let mut once: Vec<Line> = Vec::new();
    for line in lines {
        if once.iter().all(|known| known.thing_id != line.thing_id) {
            once.push(line);
        }
    }
    once.truncate(PAGE + 1);
    once
}

/// A conversation a class keeps.
#[derive(Debug, Clone, FromRow)]
pub struct ClassLine {
    /// The conversation.
    pub thing_id: ThingId,
    /// The subject.
    pub title: String,
    /// When it began.
    pub created_at: Moment,
    /// The name of the class.
    pub class: String,
    first_name: String,
    last_name: String,
}

impl ClassLine {
    /// The child it is attached to, « Zoé M. ».
    pub fn child(&self) -> String {
        person::short(&self.first_name, &self.last_name)
    }
}

/// How many conversations of the class are shown.
const OF_CLASS: i64 = 60;

/// The conversations about children of the classes a teacher has, also those written before the teacher came, and those of
/// children who have left them.
///
/// # Errors
/// A fault of the database.
pub async fn of_classes(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<ClassLine>> {
    let taught: Vec<CircleId> = viewer.taught().collect();
    let teams = id_list(taught.iter().map(|class| CircleId::team_of(*class)));
    let now = tx.now();
    tx.all(
        "select c.thing_id, t.title, c.created_at, k.name as class, p.first_name, p.last_name from conversation c \
         join thing t on t.id = c.thing_id and t.school_id = c.school_id join circle k on k.id = c.class_id \
         join person p on p.id = c.child_id \
         where c.thing_id in (select n.thing_id from conversation n \
                 where n.class_id in (select unhex(value) from json_each($1)) \
             union select b.thing_id from conversation_past_team b \
                 where b.class_id in (select unhex(value) from json_each($1))) \
         and exists (select 1 from share s where s.thing_id = c.thing_id and s.visible_from <= $3 \
             and s.circle_id in (select unhex(value) from json_each($2))) \
         order by c.created_at desc, c.thing_id desc limit $4",
        args![id_list(taught), teams, now, OF_CLASS],
    )
    .await
}

/// A conversation by the words in it.
///
/// # Errors
/// A fault of the database.
pub async fn search(tx: &mut Tx, viewer: &Viewer, typed: &str) -> Result<Vec<Line>> {
    let words = crate::search::patterns(typed);
    let (now, account) = (tx.now(), viewer.account);
    let limit = i64::try_from(PAGE * 3).unwrap_or(i64::MAX);
    let mut lines: Vec<Line> = Vec::new();
    let [first, second, third] = &words;
    for me in &viewer.people {
        let found: Vec<Line> =
            tx.all(crate::search::FOUND, args![me.id, account, now, first, second, third, limit]).await?;
        lines.extend(found);
    }
    Ok(newest_once(lines))
}

/// Whether a shelf is one of the viewer's.
///
/// # Errors
/// [`db::Error::NotFound`] for the folder of somebody else.
pub async fn check(tx: &mut Tx, viewer: &Viewer, shelf: Shelf) -> Result<()> {
    match shelf {
        Shelf::Folder(id) => crate::folder::load(tx, viewer, id).await.map(drop),
        Shelf::Received | Shelf::Sent | Shelf::Archived | Shelf::Bin => Ok(()),
    }
}
