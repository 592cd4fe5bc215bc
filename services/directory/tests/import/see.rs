//! What the directory holds after an import, in the deliveries' own numbers.

use db::{FromRow, Uuid, args};
use serde_json::Value;
use testkit::App;

/// The directory of an académie.
#[derive(Clone, Copy)]
pub(crate) struct Academy<'a> {
    app: &'a App,
    code: &'static str,
}

/// A person.
#[derive(Debug, PartialEq, FromRow)]
pub(crate) struct Person {
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) last_name: String,
    pub(crate) first_name: String,
    pub(crate) birth_day: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) ine: Option<String>,
    pub(crate) level: Option<String>,
    pub(crate) details: String,
    pub(crate) incomplete: bool,
    pub(crate) gone: bool,
}

impl Person {
    /// One of the details; null when it is not kept.
    pub(crate) fn detail(&self, name: &str) -> Value {
        let details: Value = serde_json::from_str(&self.details).unwrap();
        details[name].clone()
    }
}

/// A school.
#[derive(Debug, PartialEq, FromRow)]
pub(crate) struct School {
    pub(crate) id: Uuid,
    pub(crate) uai: String,
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) town: Option<String>,
    pub(crate) gone: bool,
}

/// A circle.
#[derive(Debug, PartialEq, FromRow)]
pub(crate) struct Circle {
    pub(crate) id: Uuid,
    pub(crate) of_circle: Option<Uuid>,
    pub(crate) name: String,
    pub(crate) over: bool,
}

impl<'a> Academy<'a> {
    pub(crate) fn of(app: &'a App, code: &'static str) -> Self {
        Self { app, code }
    }

    /// A person, if known.
    pub(crate) async fn find(self, jointure: i64) -> Option<Person> {
        let sql = "select id, kind, last_name, first_name, birth_day, email, ine, level, details, incomplete, \
             gone_at is not null as gone from person where academy = $1 and jointure = $2";
        self.app.read().await.first(sql, args![self.code, jointure]).await.unwrap()
    }

    /// A person who must be known.
    pub(crate) async fn person(self, jointure: i64) -> Person {
        self.find(jointure).await.unwrap_or_else(|| panic!("nobody is {jointure}"))
    }

    /// Where a person sits now: `class 880001 pupil`, in the order of the letters.
    pub(crate) async fn seats(self, jointure: i64) -> Vec<String> {
        let sql = "select c.kind, c.key, m.role from person p join member m on m.person_id = p.id and m.until is null \
             join circle c on c.id = m.circle_id where p.academy = $1 and p.jointure = $2";
        let rows: Vec<(String, String, String)> =
            self.app.read().await.all(sql, args![self.code, jointure]).await.unwrap();
        let mut seats: Vec<String> = rows.iter().map(|(kind, key, role)| format!("{kind} {key} {role}")).collect();
        seats.sort();
        seats
    }

    /// Who sits in a circle now.
    pub(crate) async fn members(self, kind: &str, key: &str) -> Vec<i64> {
        let sql = "select p.jointure from circle c join member m on m.circle_id = c.id and m.until is null \
             join person p on p.id = m.person_id where c.academy = $1 and c.kind = $2 and c.key = $3 order by p.jointure";
        self.app.read().await.column(sql, args![self.code, kind, key]).await.unwrap()
    }

    /// Those responsible for a pupil now, with the relation, in the order of contact.
    pub(crate) async fn guardians(self, pupil: i64) -> Vec<(i64, Option<i64>)> {
        let sql = "select a.jointure, g.relation from person p join guardianship g on g.child_id = p.id \
             join person a on a.id = g.adult_id where p.academy = $1 and p.jointure = $2 and g.until is null \
             order by g.position";
        self.app.read().await.all(sql, args![self.code, pupil]).await.unwrap()
    }

    /// A school, if known.
    pub(crate) async fn find_school(self, jointure: i64) -> Option<School> {
        let sql = "select id, uai, name, kind, town, gone_at is not null as gone from school \
             where academy = $1 and jointure = $2";
        self.app.read().await.first(sql, args![self.code, jointure]).await.unwrap()
    }

    /// A school that must be known.
    pub(crate) async fn school(self, jointure: i64) -> School {
        self.find_school(jointure).await.unwrap_or_else(|| panic!("no school is {jointure}"))
    }

    /// A circle that must be known; of the last year that has one of this key.
    pub(crate) async fn circle(self, kind: &str, key: &str) -> Circle {
        let sql = "select id, of_circle, name, until is not null as over from circle \
             where academy = $1 and kind = $2 and key = $3 order by year desc limit 1";
        let found = self.app.read().await.first(sql, args![self.code, kind, key]).await.unwrap();
        found.unwrap_or_else(|| panic!("no circle is {kind} {key}"))
    }

    /// The circles that are not over: `class 880001: CP A`, in the order of the letters.
    pub(crate) async fn circles(self) -> Vec<String> {
        let sql = "select kind, key, name from circle where academy = $1 and until is null";
        let rows: Vec<(String, String, String)> = self.app.read().await.all(sql, args![self.code]).await.unwrap();
        let mut circles: Vec<String> = rows.iter().map(|(kind, key, name)| format!("{kind} {key}: {name}")).collect();
        circles.sort();
        circles
    }
}
