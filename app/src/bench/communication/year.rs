//! A year of content of a whole territory, as the services would have written it: posts, words of the carnet de liaison
//! with their signatures, conversations between teachers and families, messages to whole classes.
//!
//! The national figures count as many visits to messages as to school life, and three times those to the homework diary
//! (domain.md §5.3): in a class, the volumes below.

use super::sheet::{Cell::*, load, push};
use db::{Db, Error, FromRow, Result, Rows, Tx, Uuid, args, id_list};
use school::CircleId;
use std::collections::BTreeMap;

/// What a class writes in a year.
const POSTS: i64 = 60;
const MOTS: i64 = 30;
const CONVERSATIONS: i64 = 60;
const MESSAGES: i64 = 3;
const CLASS_MESSAGES: i64 = 8;
/// Over how many days that year has gone.
const DAYS: i64 = 300;
/// Classes written in one transaction.
const CHUNK: usize = 100;
const TEXT: &str = "Demain matin, nous partirons à huit heures et demie pour la forêt. Prévoir des bottes, un vêtement de \
                    pluie et un pique-nique sans déchets.";

const TABLES: &[&str] =
    &["thing", "share", "post", "mot", "mot_child", "receipt", "conversation", "message", "message_reader"];

/// A class with those who write to one another there.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Class {
    pub(super) class: Uuid,
    pub(super) school: Uuid,
    pub(super) families: Uuid,
    pub(super) teacher: Uuid,
}

#[derive(FromRow)]
struct Tie {
    class: Uuid,
    child: Uuid,
    adult: Uuid,
}

/// One teacher a class.
pub(super) const CLASSES: &str = "\
select c.id as class, c.school_id as school, f.id as families, (select m.person_id from member m \
    where m.circle_id = c.id and m.role = 'teacher' and m.until is null order by m.person_id limit 1) as teacher \
from circle c join circle f on f.of_circle = c.id and f.kind = 'families' \
where c.kind = 'class' and c.until is null and exists (select 1 from member m \
    where m.circle_id = c.id and m.role = 'teacher' and m.until is null) order by c.id";

const TIES: &str = "\
select m.circle_id as class, m.person_id as child, g.adult_id as adult from member m \
join guardianship g on g.child_id = m.person_id and g.until is null \
where m.circle_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and m.until is null \
order by m.circle_id, m.person_id, g.position, g.adult_id";

/// Writes the share `content` (1 for all) of a year in each class, and tells how many rows that made.
pub(super) async fn write(db: &Db, content: f64) -> Result<usize> {
    let mut tx = db.read().await?;
    let classes: Vec<Class> = tx.all(CLASSES, &[]).await?;
    drop(tx);
    let mut tx = db.write().await?;
    let suspended = tx.suspend_indexes(TABLES).await?;
    tx.commit().await?;
    let mut written = 0;
    for some in classes.chunks(CHUNK) {
        let mut tx = db.write().await?;
        let ties: Vec<Tie> = tx.all(TIES, args![id_list(some.iter().map(|it| CircleId(it.class)))]).await?;
        let mut year = Year::new(&tx, content)?;
        let mut families: BTreeMap<Uuid, Vec<Tie>> = BTreeMap::new();
        for tie in ties {
            families.entry(tie.class).or_default().push(tie);
        }
        for class in some {
            year.class(&tx, class, families.get(&class.class).map_or(&[], Vec::as_slice));
        }
        written += year.load(&mut tx).await?;
        tx.commit().await?;
    }
    let mut tx = db.write().await?;
    tx.resume_indexes(suspended).await?;
    tx.refresh_statistics(TABLES).await?;
    tx.commit().await?;
    Ok(written)
}

/// The rows of some classes, waiting.
struct Year {
    content: f64,
    now: i64,
    year: i64,
    body: String,
    things: Rows,
    shares: Rows,
    posts: Rows,
    mots: Rows,
    versions: Rows,
    children: Rows,
    receipts: Rows,
    conversations: Rows,
    messages: Rows,
    readers: Rows,
}

impl Year {
    fn new(tx: &Tx, content: f64) -> Result<Self> {
        Ok(Self {
            content,
            now: tx.now().0,
            year: school::SchoolYear::of(tx.now().day()).0,
            body: richtext::parse_plain(TEXT).map_err(Error::fault)?.to_json(),
            things: tx.rows(
                "thing",
                &[
                    "id", "kind", "school_id", "circle_id", "year", "author_id", "title", "excerpt", "attention",
                    "created_at", "updated_at",
                ],
            ),
            shares: tx.rows("share", &["thing_id", "circle_id", "level", "visible_from", "given_by", "given_at"]),
            posts: tx.rows(
                "post",
                &[
                    "thing_id", "school_id", "circle_id", "state", "body", "audience", "comments", "version",
                    "published_at", "delivered_at",
                ],
            ),
            mots: tx.rows(
                "mot",
                &[
                    "thing_id", "school_id", "circle_id", "state", "theme", "body", "reply", "choices", "acts",
                    "reminders", "pupils", "whole", "version", "asked_version", "edition", "sent_at", "sent_by",
                    "delivered_at",
                ],
            ),
            versions: tx.rows(
                "mot_version",
                &[
                    "thing_id", "school_id", "version", "title", "body", "reply", "choices", "acts", "changed_at",
                    "changed_by", "asks_again",
                ],
            ),
            children: tx.rows("mot_child", &["thing_id", "school_id", "child_id", "code", "added_at"]),
            receipts: tx.rows(
                "receipt",
                &["thing_id", "version", "child_id", "adult_id", "opened_at", "signed_at", "channel"],
            ),
            conversations: tx.rows(
                "conversation",
                &["thing_id", "school_id", "child_id", "class_id", "mass", "audience", "created_at"],
            ),
            messages: tx.rows(
                "message",
                &["id", "thing_id", "school_id", "author_id", "body", "search", "automatic", "readers", "sent_at"],
            ),
            readers: tx.rows(
                "message_reader",
                &[
                    "message_id", "thing_id", "school_id", "person_id", "child_id", "own", "visible_from", "opened_at",
                ],
            ),
        })
    }

    fn class(&mut self, tx: &Tx, class: &Class, ties: &[Tie]) {
        for rank in 0..self.times(POSTS) {
            self.post(tx, class, self.at(rank, POSTS));
        }
        for rank in 0..self.times(MOTS) {
            self.mot(tx, class, ties, self.at(rank, MOTS));
        }
        for (rank, tie) in (0..self.times(CONVERSATIONS)).zip(ties.iter().cycle()) {
            self.conversation(tx, class, tie, self.at(rank, CONVERSATIONS));
        }
        for rank in 0..self.times(CLASS_MESSAGES) {
            self.class_message(tx, class, ties, self.at(rank, CLASS_MESSAGES));
        }
    }

    /// How many of a year's number are written.
    fn times(&self, number: i64) -> i64 {
        (number as f64 * self.content).ceil() as i64
    }

    /// The instant of something by its rank, the latest first: an hour ago, then over the year.
    fn at(&self, rank: i64, of: i64) -> i64 {
        self.now - 3_600_000 - rank * DAYS * 86_400_000 / self.times(of).max(1)
    }

    fn thing(&mut self, id: Uuid, kind: &str, attention: &str, class: &Class, title: &str, at: i64) {
        let Self { year, .. } = *self;
        push(
            &mut self.things,
            &[
                Id(id), Text(kind), Id(class.school), Id(class.class), Int(year), Id(class.teacher), Text(title),
                Text(TEXT), Text(attention), Int(at), Int(at),
            ],
        );
    }

    fn share(&mut self, thing: Uuid, circle: Uuid, level: i64, at: i64, by: Uuid) {
        push(&mut self.shares, &[Id(thing), Id(circle), Int(level), Int(at), Id(by), Int(at)]);
    }

    fn post(&mut self, tx: &Tx, class: &Class, at: i64) {
        let id: Uuid = tx.id();
        self.thing(id, "billets", "memory", class, "Au bord de la rivière", at);
        push(
            &mut self.posts,
            &[
                Id(id), Id(class.school), Id(class.class), Text("published"), Text(&self.body),
                Text("class-and-families"), Bool(false), Int(1), Int(at), Int(at),
            ],
        );
        for circle in [class.class, class.families] {
            self.share(id, circle, 1, at, class.teacher);
        }
    }

    fn mot(&mut self, tx: &Tx, class: &Class, ties: &[Tie], at: i64) {
        let id: Uuid = tx.id();
        self.thing(id, "mots", "action", class, "Sortie en forêt", at);
        push(
            &mut self.mots,
            &[
                Id(id), Id(class.school), Id(class.class), Text("sent"), Text("day-trip"), Text(&self.body),
                Text("sign"), Text("[]"), Text("one"), Text("none"), Bool(false), Bool(true), Int(1), Int(1), Int(1),
                Int(at), Id(class.teacher), Int(at),
            ],
        );
        push(
            &mut self.versions,
            &[
                Id(id), Id(class.school), Int(1), Text("Sortie en forêt"), Text(&self.body), Text("sign"), Text("[]"),
                Text("one"), Int(at), Id(class.teacher), Bool(false),
            ],
        );
        self.share(id, class.families, 1, at, class.teacher);
        let is_recent = self.now - at < 5 * 86_400_000;
        for (rank, of_child) in ties.chunk_by(|one, other| one.child == other.child).enumerate() {
            let Some(tie) = of_child.first() else { continue };
            push(
                &mut self.children,
                &[Id(id), Id(class.school), Id(tie.child), Text(&format!("B{rank:05}")), Int(at)],
            );
            // The families have signed; the latest word waits.
            if !is_recent {
                let signed = at + 3_600_000;
                push(
                    &mut self.receipts,
                    &[Id(id), Int(1), Id(tie.child), Id(tie.adult), Int(signed), Int(signed), Text("app")],
                );
            }
        }
    }

    fn conversation(&mut self, tx: &Tx, class: &Class, tie: &Tie, at: i64) {
        let id: Uuid = tx.id();
        self.thing(id, "messages", "action", class, "Rendez-vous", at);
        push(
            &mut self.conversations,
            &[Id(id), Id(class.school), Id(tie.child), Id(class.class), Bool(false), Text("Famille"), Int(at)],
        );
        let team = CircleId::team_of(CircleId(class.class)).0;
        for circle in [class.teacher, tie.adult, team] {
            self.share(id, circle, 2, at, class.teacher);
        }
        for turn in 0..MESSAGES {
            let sent = at + turn * 600_000;
            let (author, reader) =
                if turn % 2 == 0 { (class.teacher, tie.adult) } else { (tie.adult, class.teacher) };
            let message = self.message(tx, id, class, author, 1, sent);
            self.reader(message, id, class, author, Some(tie.child), true, sent);
            self.reader(message, id, class, reader, Some(tie.child), false, sent);
        }
    }

    fn class_message(&mut self, tx: &Tx, class: &Class, ties: &[Tie], at: i64) {
        let id: Uuid = tx.id();
        self.thing(id, "messages", "action", class, "Photo de classe", at);
        push(
            &mut self.conversations,
            &[Id(id), Id(class.school), NoId, Id(class.class), Bool(true), Text("Familles de la classe"), Int(at)],
        );
        let readers = i64::try_from(ties.len()).unwrap_or(i64::MAX);
        let message = self.message(tx, id, class, class.teacher, readers, at);
        self.reader(message, id, class, class.teacher, None, true, at);
        self.share(id, class.teacher, 2, at, class.teacher);
        let mut told: Vec<Uuid> = Vec::new();
        for tie in ties {
            // Whoever has two children in the class receives one message.
            if !told.contains(&tie.adult) {
                told.push(tie.adult);
                self.reader(message, id, class, tie.adult, Some(tie.child), false, at);
                self.share(id, tie.adult, 2, at, class.teacher);
            }
        }
    }

    fn message(&mut self, tx: &Tx, thing: Uuid, class: &Class, author: Uuid, readers: i64, at: i64) -> Uuid {
        let id: Uuid = tx.id();
        push(
            &mut self.messages,
            &[
                Id(id), Id(thing), Id(class.school), Id(author), Text(&self.body), Text("demain matin foret bottes"),
                Bool(false), Int(readers), Int(at),
            ],
        );
        id
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of a row")]
    fn reader(
        &mut self,
        message: Uuid,
        thing: Uuid,
        class: &Class,
        person: Uuid,
        child: Option<Uuid>,
        own: bool,
        at: i64,
    ) {
        // The latest is not opened yet.
        let opened = if own || self.now - at < 2 * 86_400_000 { NoInt } else { Int(at + 60_000) };
        push(
            &mut self.readers,
            &[
                Id(message), Id(thing), Id(class.school), Id(person), child.map_or(NoId, Id), Bool(own), Int(at), opened,
            ],
        );
    }

    async fn load(&mut self, tx: &mut Tx) -> Result<usize> {
        let sheets = &mut [
            &mut self.things,
            &mut self.posts,
            &mut self.mots,
            &mut self.versions,
            &mut self.children,
            &mut self.receipts,
            &mut self.conversations,
            &mut self.messages,
            &mut self.readers,
            &mut self.shares,
        ];
        load(tx, sheets).await
    }
}
