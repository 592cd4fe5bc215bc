//! A conversation (« fil »), who is in it, and its messages as a viewer reads them.

use crate::{matrix, team};
use commons::{Kind, Level, Thing, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use richtext::Doc;
use school::{CircleId, PersonId, PersonKind, SchoolId, Viewer, person};

id! {
    /// A message.
    MessageId
}

/// The kind of a conversation. Nobody manages it: a head reads no conversation of others.
pub const KIND: Kind = Kind { name: "messages", managed_by: None };

/// A conversation the viewer may read.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// The thing: its school, its subject, who began it.
    pub thing: Thing,
    /// The child it is attached to.
    pub child: Option<PersonId>,
    /// The class whose teachers keep it.
    pub class: Option<CircleId>,
    /// The group whose team it was written to.
    pub group: Option<CircleId>,
    /// Whether nobody answers to all.
    pub mass: bool,
    /// To whom it was written, in words.
    pub audience: String,
    /// Until when the viewer reads it as one of a team that keeps or kept it; none for others.
    pub team_until: Option<Moment>,
}

#[derive(FromRow)]
struct Row {
    child_id: Option<PersonId>,
    class_id: Option<CircleId>,
    group_id: Option<CircleId>,
    mass: bool,
    audience: String,
}

impl Conversation {
    /// Reads a conversation.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent, or hidden from the viewer.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let thing = Thing::load(tx, viewer, &KIND, id, Level::See).await?;
        let row: Row = tx
            .one(
                "select child_id, class_id, group_id, mass, audience from conversation where thing_id = $1 and school_id = $2",
                args![id, thing.school_id],
            )
            .await?;
        let team_until = team::reads_until(tx, viewer, (id, thing.school_id), row.class_id).await?;
        let Row { child_id: child, class_id: class, group_id: group, mass, audience } = row;
        Ok(Self { child, class, group, mass, audience, team_until, thing })
    }

    /// Whether the viewer is of the team of the group it was written to.
    pub(crate) fn is_of_group(&self, viewer: &Viewer) -> bool {
        self.group.is_some_and(|group| matrix::is_of_team(viewer, group))
    }

    /// Whether the viewer left the group it was written to, and works in another school: it is read, and answered no more.
    pub(crate) fn has_left_group(&self, viewer: &Viewer) -> bool {
        self.group.is_some() && !self.is_of_group(viewer) && !matrix::works_in(viewer, self.thing.school_id)
    }

    /// Its address.
    pub fn path(&self) -> String {
        self.thing.path()
    }
}

/// A message as a viewer reads it.
#[derive(Debug, Clone, FromRow)]
pub struct Message {
    /// The message.
    pub id: MessageId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// The author's first name.
    pub first_name: String,
    /// The author's last name.
    pub last_name: String,
    /// What the directory says the author is.
    pub author_kind: PersonKind,
    /// Its text, as stored.
    body: String,
    /// Why it was delivered at once, when it was.
    pub urgent: Option<String>,
    /// Whether an absence wrote it.
    pub automatic: bool,
    /// To how many it was written.
    pub readers: i64,
    /// When it was sent.
    pub sent_at: Moment,
    /// When its author took it back.
    pub recalled_at: Option<Moment>,
    /// From when the viewer reads it; none for a teacher who came to the class since.
    pub visible_from: Option<Moment>,
}

impl Message {
    /// Its text.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(|refused| Error::fault(refused.message()))
    }

    /// Whether the viewer wrote it.
    pub fn is_by(&self, viewer: &Viewer) -> bool {
        viewer.people.iter().any(|me| me.id == self.author_id)
    }

    /// Its author as readers see the name.
    pub fn author(&self) -> String {
        shown(self.author_kind, &self.first_name, &self.last_name)
    }
}

/// A name as messages show it: adults in full, children by first name and initial.
pub fn shown(kind: PersonKind, first_name: &str, last_name: &str) -> String {
    match kind {
        PersonKind::Pupil => person::short(first_name, last_name),
        PersonKind::Guardian | PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => {
            person::full(first_name, last_name)
        }
    }
}

// What the viewer has a row for is read from its instant on; a teacher who came to the class since reads what has no row.
const MESSAGES: &str = "\
select m.id, m.author_id, p.first_name, p.last_name, p.kind as author_kind, m.body, m.urgent, m.automatic, m.readers, \
    m.sent_at, m.recalled_at, r.visible_from \
from message m join person p on p.id = m.author_id \
left join (select message_id, min(visible_from) as visible_from, max(case when recalled_at is null then 1 else 0 end) as kept \
    from message_reader where thing_id = $1 and school_id = $2 and person_id in (select unhex(value) from json_each($3)) \
    group by message_id) r on r.message_id = m.id \
where m.thing_id = $1 and m.school_id = $2 and ((r.kept = 1 and r.visible_from <= $4) \
    or (m.sent_at < $5 and r.message_id is null and m.recalled_at is null)) \
order by m.sent_at, m.id";

/// The messages of a conversation the viewer may read now, oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn messages(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation) -> Result<Vec<Message>> {
    let thing = &conversation.thing;
    let (own, now) = (own(viewer), tx.now());
    let team_until = conversation.team_until.unwrap_or(Moment(0));
    tx.all(MESSAGES, args![thing.id, thing.school_id, own, now, team_until]).await
}

/// One message of a conversation, when the viewer may read it.
///
/// # Errors
/// [`Error::NotFound`] when it is absent, or hidden from the viewer.
pub async fn message(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation, id: MessageId) -> Result<Message> {
    let all = messages(tx, viewer, conversation).await?;
    all.into_iter().find(|message| message.id == id).ok_or(Error::NotFound)
}

/// The viewer's persons, as one bound value.
pub(crate) fn own(viewer: &Viewer) -> String {
    id_list(viewer.people.iter().map(|me| me.id))
}

/// Somebody who wrote or received in a conversation.
#[derive(Debug, Clone, FromRow)]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// Through which child.
    pub child: Option<PersonId>,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Whether the person is still in the directory, still works in the school or teaches in the group it was written to, or is
    /// still responsible for the child.
    pub reached: bool,
}

// A seat in a group of several schools, or in a challenge a school only lends a place to, makes nobody one who works there.
const PARTICIPANTS: &str = "\
select p.id as person, r.child_id as child, p.kind, p.first_name, p.last_name, \
    (p.gone_at is null and (p.kind in ('pupil', 'guardian') or exists (select 1 from member m \
        join circle c on c.id = m.circle_id and (c.until is null or c.until > $3) and c.kind not in ('group', 'challenge') \
        where m.person_id = p.id and c.school_id = $2 and m.since <= $3 and (m.until is null or m.until > $3)) \
    or exists (select 1 from member m join circle c on c.id = m.circle_id and (c.until is null or c.until > $3) \
        where m.person_id = p.id and m.circle_id = $4 and m.role = 'teacher' and m.since <= $3 \
        and (m.until is null or m.until > $3))) and (r.child_id is null or exists (select 1 from guardianship g \
        where g.child_id = r.child_id and g.adult_id = p.id and g.until is null))) as reached \
from (select distinct person_id, child_id from message_reader \
    where thing_id = $1 and school_id = $2 and recalled_at is null) r \
join person p on p.id = r.person_id order by p.sort_key, p.id";

/// Those who wrote or received in a conversation, each once. For those who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn participants(tx: &mut Tx, conversation: &Conversation) -> Result<Vec<Participant>> {
    let (thing, now) = (&conversation.thing, tx.now());
    let rows: Vec<Participant> =
        tx.all(PARTICIPANTS, args![thing.id, thing.school_id, now, conversation.group]).await?;
    let mut once: Vec<Participant> = Vec::new();
    for row in rows {
        match once.iter_mut().find(|known| known.person == row.person) {
            Some(known) if known.child.is_none() => *known = row,
            Some(_) => {}
            None => once.push(row),
        }
    }
    Ok(once)
}

/// The conversation somebody already began by answering a mass message.
///
/// # Errors
/// A fault of the database.
pub async fn of_answer(tx: &mut Tx, mass: ThingId, school: SchoolId, by: PersonId) -> Result<Option<ThingId>> {
    tx.value(
        "select thing_id from conversation where answers = $1 and answered_by = $2 and school_id = $3",
        args![mass, by, school],
    )
    .await
}
