//! The rows of a year of some classes, waiting to be loaded.

use super::{
    sheet::{Cell::*, load, push},
    year::{Class, Tie},
};
use db::{Error, Result, Rows, Tx, Uuid};
use school::CircleId;

/// What a class writes in a year.
const POSTS: i64 = 60;
const MOTS: i64 = 30;
const CONVERSATIONS: i64 = 60;
const MESSAGES: i64 = 3;
const CLASS_MESSAGES: i64 = 8;
/// Over how many days that year has gone.
const DAYS: i64 = 300;
const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;
const TEXT: &str = "Demain matin, nous partirons à huit heures et demie pour la forêt. Prévoir des bottes, un vêtement de \
                    pluie et un pique-nique sans déchets.";

/// The rows of some classes, waiting.
pub(super) struct Year {
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
    pub(super) fn new(tx: &Tx, content: f64) -> Result<Self> {
        Ok(Self {
            content,
            now: tx.now().0,
            year: school::SchoolYear::of(tx.now().day()).0,
            body: richtext::parse_plain(TEXT).map_err(Error::fault)?.to_json(),
            things: tx.rows(
                "thing",
                &[
                    "id",
                    "kind",
                    "school_id",
                    "circle_id",
                    "year",
                    "author_id",
                    "title",
                    "excerpt",
                    "attention",
                    "created_at",
                    "updated_at",
                ],
            ),
            shares: tx.rows("share", &["thing_id", "circle_id", "level", "visible_from", "given_by", "given_at"]),
            posts: tx.rows(
                "post",
                &[
                    "thing_id",
                    "school_id",
                    "circle_id",
                    "state",
                    "body",
                    "audience",
                    "comments",
                    "version",
                    "published_at",
                    "delivered_at",
                ],
            ),
            mots: tx.rows(
                "mot",
                &[
                    "thing_id",
                    "school_id",
                    "circle_id",
                    "state",
                    "theme",
                    "body",
                    "reply",
                    "choices",
                    "acts",
                    "reminders",
                    "pupils",
                    "whole",
                    "version",
                    "asked_version",
                    "edition",
                    "sent_at",
                    "sent_by",
                    "delivered_at",
                ],
            ),
            versions: tx.rows(
                "mot_version",
                &[
                    "thing_id",
                    "school_id",
                    "version",
                    "title",
                    "body",
                    "reply",
                    "choices",
                    "acts",
                    "changed_at",
                    "changed_by",
                    "asks_again",
                ],
            ),
            children: tx.rows("mot_child", &["thing_id", "school_id", "child_id", "code", "added_at"]),
            receipts: tx
                .rows("receipt", &["thing_id", "version", "child_id", "adult_id", "opened_at", "signed_at", "channel"]),
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
                &["message_id", "thing_id", "school_id", "person_id", "child_id", "own", "visible_from", "opened_at"],
            ),
        })
    }

    pub(super) fn class(&mut self, tx: &Tx, class: &Class, ties: &[Tie]) {
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
        self.now - HOUR - rank * DAYS * DAY / self.times(of).max(1)
    }

    fn thing(&mut self, id: Uuid, kind: &str, attention: &str, class: &Class, title: &str, at: i64) {
        let Self { year, .. } = *self;
        push(
            &mut self.things,
            &[
                Id(id),
                Text(kind),
                Id(class.school),
                Id(class.class),
                Int(year),
                Id(class.teacher),
                Text(title),
                Text(TEXT),
                Text(attention),
                Int(at),
                Int(at),
            ],
        );
    }

    fn share(&mut self, thing: Uuid, circle: Uuid, level: i64, at: i64, by: Uuid) {
        push(&mut self.shares, &[Id(thing), Id(circle), Int(level), Int(at), Id(by), Int(at)]);
    }

    pub(super) fn post(&mut self, tx: &Tx, class: &Class, at: i64) {
        let id: Uuid = tx.id();
        self.thing(id, "billets", "memory", class, "Au bord de la rivière", at);
        push(
            &mut self.posts,
            &[
                Id(id),
                Id(class.school),
                Id(class.class),
                Text("published"),
                Text(&self.body),
                Text("class-and-families"),
                Bool(false),
                Int(1),
                Int(at),
                Int(at),
            ],
        );
        for circle in [class.class, class.families] {
            self.share(id, circle, 1, at, class.teacher);
        }
    }

    pub(super) fn mot(&mut self, tx: &Tx, class: &Class, ties: &[Tie], at: i64) -> Uuid {
        let id: Uuid = tx.id();
        self.thing(id, "mots", "action", class, "Sortie en forêt", at);
        push(
            &mut self.mots,
            &[
                Id(id),
                Id(class.school),
                Id(class.class),
                Text("sent"),
                Text("day-trip"),
                Text(&self.body),
                Text("sign"),
                Text("[]"),
                Text("one"),
                Text("none"),
                Bool(false),
                Bool(true),
                Int(1),
                Int(1),
                Int(1),
                Int(at),
                Id(class.teacher),
                Int(at),
            ],
        );
        push(
            &mut self.versions,
            &[
                Id(id),
                Id(class.school),
                Int(1),
                Text("Sortie en forêt"),
                Text(&self.body),
                Text("sign"),
                Text("[]"),
                Text("one"),
                Int(at),
                Id(class.teacher),
                Bool(false),
            ],
        );
        self.share(id, class.families, 1, at, class.teacher);
        let is_recent = self.now - at < 5 * DAY;
        for (rank, of_child) in ties.chunk_by(|one, other| one.child == other.child).enumerate() {
            let Some(tie) = of_child.first() else { continue };
            push(&mut self.children, &[Id(id), Id(class.school), Id(tie.child), Text(&format!("B{rank:05}")), Int(at)]);
            // The families have signed; the latest word waits.
            if !is_recent {
                let signed = at + HOUR;
                push(
                    &mut self.receipts,
                    &[Id(id), Int(1), Id(tie.child), Id(tie.adult), Int(signed), Int(signed), Text("app")],
                );
            }
        }
        id
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
            let (author, reader) = if turn % 2 == 0 { (class.teacher, tie.adult) } else { (tie.adult, class.teacher) };
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
                Id(id),
                Id(thing),
                Id(class.school),
                Id(author),
                Text(&self.body),
                Text("demain matin foret bottes"),
                Bool(false),
                Int(readers),
                Int(at),
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
        let opened = if own || self.now - at < 2 * DAY { NoInt } else { Int(at + 60_000) };
        push(
            &mut self.readers,
            &[Id(message), Id(thing), Id(class.school), Id(person), child.map_or(NoId, Id), Bool(own), Int(at), opened],
        );
    }

    pub(super) async fn load(&mut self, tx: &mut Tx) -> Result<usize> {
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
