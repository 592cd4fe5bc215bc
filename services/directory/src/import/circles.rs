//! The circles a delivery speaks of: schools, their staff, classes, levels, groups, and the families of each.

use crate::W;
use db::{FromRow, Result, Tx, Uuid, args, fold};
use school::CircleKind;
use std::collections::HashMap;

/// One circle as the delivery names it.
#[derive(FromRow)]
struct Named {
    kind: String,
    key: String,
    school: i64,
    school_id: Uuid,
    name: String,
}

#[derive(FromRow)]
struct Known {
    id: Uuid,
    kind: String,
    key: String,
    name: String,
    over: bool,
}

/// What is needed to write circles.
struct Scribe {
    known: HashMap<(String, String), Known>,
    rows: db::Rows,
    year: i64,
    ambient: db::Ambient,
}

const COLUMNS: &[&str] = &[
    "id", "school_id", "school", "kind", "year", "key", "of_circle", "name", "sort_key", "is_new", "changed",
];

/// Stages every circle with its identifier, known or new, then the seats of pupils in the levels of their classes.
pub(super) async fn stage(tx: &mut Tx, academy: &str, year: i64) -> Result<()> {
    note_contradictions(tx).await?;
    let named: Vec<Named> = tx
        .all(
            "select s.kind, s.key, min(s.school) as school, l.id as school_id, max(s.name) as name \
             from (select kind, key, school, name, row_number() over (partition by kind, key order by seq desc) as last_first \
                   from stage.seat) s join stage.place l on l.jointure = s.school \
             where s.last_first = 1 group by s.kind, s.key, l.id",
            &[],
        )
        .await?;
    let levels = levels(tx).await?;
    let known: Vec<Known> = tx
        .all(
            "select id, kind, key, name, until is not null as over from circle where academy = $1 and (year = $2 or year = 0)",
            args![academy, year],
        )
        .await?;
    let known = known.into_iter().map(|it| ((it.kind.clone(), it.key.clone()), it)).collect();
    let mut scribe = Scribe { known, rows: tx.rows("stage.circle", COLUMNS), year, ambient: tx.ambient().clone() };
    for circle in &named {
        scribe.write(circle, levels.get(&circle.key).map_or(&[], Vec::as_slice));
    }
    tx.load(&mut scribe.rows).await?;
    tx.script("create index circle_key on stage.circle (kind, key);\nanalyze stage.circle;\n").await?;
    seat_levels(tx).await
}

/// The levels of each class that has several.
async fn levels(tx: &mut Tx) -> Result<HashMap<String, Vec<String>>> {
    let pairs: Vec<(String, String)> = tx
        .all(
            "select distinct s.key, p.level from stage.seat s join stage.person p on p.seq = s.seq \
             where s.kind = 'class' and p.level is not null order by s.key, p.level",
            &[],
        )
        .await?;
    let mut levels: HashMap<String, Vec<String>> = HashMap::new();
    for (class, level) in pairs {
        levels.entry(class).or_default().push(level);
    }
    levels.retain(|_, levels| levels.len() > 1);
    Ok(levels)
}

impl Scribe {
    fn write(&mut self, circle: &Named, levels: &[String]) {
        let (kind, name) = match circle.kind.as_str() {
            "school" => (CircleKind::School, W.pupils_of_school().to_owned()),
            "staff" => (CircleKind::Staff, W.staff_of_school().to_owned()),
            "group" => (CircleKind::Group, circle.name.clone()),
            _ => (CircleKind::Class, circle.name.clone()),
        };
        let id = self.one(circle, kind, &circle.key, &name, None);
        if kind == CircleKind::Staff {
            return;
        }
        let families = W.families_of(&name);
        let families_key = format!("{}:{}", kind.as_str(), circle.key);
        self.one(circle, CircleKind::Families, &families_key, &families, Some(id));
        for level in levels.iter().filter(|_| kind == CircleKind::Class) {
            self.write_level(circle, id, level);
        }
    }

    fn write_level(&mut self, circle: &Named, class: Uuid, level: &str) {
        let label = level.parse().ok().and_then(aaf::level_of).map_or(level, |it| it.label);
        let key = format!("{}/{level}", circle.key);
        let name = W.level_of_class(label, &circle.name);
        let id = self.one(circle, CircleKind::Level, &key, &name, Some(class));
        self.one(circle, CircleKind::Families, &format!("level:{key}"), &W.families_of(&name), Some(id));
    }

    fn one(&mut self, circle: &Named, kind: CircleKind, key: &str, name: &str, of: Option<Uuid>) -> Uuid {
        let known = self.known.get(&(kind.as_str().to_owned(), key.to_owned()));
        let id = known.map_or_else(|| self.ambient.uuid(), |it| it.id);
        let changed = known.is_some_and(|it| it.over || it.name != name);
        let is_new = known.is_none();
        let lasting = matches!(kind, CircleKind::School | CircleKind::Staff) || key.starts_with("school:");
        let rows = &mut self.rows;
        rows.begin();
        rows.uuid(Some(id));
        rows.uuid(Some(circle.school_id));
        rows.int(Some(circle.school));
        rows.text(Some(kind.as_str()));
        rows.int(Some(if lasting { 0 } else { self.year }));
        rows.text(Some(key));
        rows.uuid(of);
        rows.text(Some(name));
        rows.text(Some(&fold(name)));
        rows.bool(Some(is_new));
        rows.bool(Some(changed));
        id
    }
}

/// Row 17: two names for one class, the last is kept. Row 18: one class in two schools, the first keeps it.
async fn note_contradictions(tx: &mut Tx) -> Result<()> {
    tx.run(
        "insert into stage.finding (file, entity, attribute, code, message, value, rejected) \
         select '', 'pupil', 'ENTPersonClasses', 'class-renamed', $1, key, false from stage.seat \
         where kind in ('class', 'group') group by kind, key, school having min(name) <> max(name)",
        args![W.class_renamed()],
    )
    .await?;
    let noted = tx
        .run(
            "insert into stage.finding (file, entity, record, attribute, code, message, value, rejected) \
             select '', 'pupil', s.person, 'ENTPersonClasses', 'class-of-two-schools', $1, s.key, false \
             from stage.seat s join (select kind, key, min(seq) as first from stage.seat where kind in ('class', 'group') \
                  group by kind, key having min(school) <> max(school)) d on d.kind = s.kind and d.key = s.key \
             join stage.seat f on f.seq = d.first and f.kind = d.kind and f.key = d.key where s.school <> f.school",
            args![W.class_of_two_schools()],
        )
        .await?;
    if noted > 0 {
        tx.run(
            "delete from stage.seat where kind in ('class', 'group') and school <> \
             (select f.school from stage.seat f where f.kind = seat.kind and f.key = seat.key order by f.seq limit 1)",
            &[],
        )
        .await?;
    }
    Ok(())
}

async fn seat_levels(tx: &mut Tx) -> Result<()> {
    tx.run(
        "insert into stage.seat (seq, person, school, kind, key, name, role) \
         select s.seq, s.person, s.school, 'level', c.key, '', s.role from stage.seat s \
         join stage.person p on p.seq = s.seq \
         join stage.circle c on c.kind = 'level' and c.key = s.key || '/' || p.level where s.kind = 'class'",
        &[],
    )
    .await
    .map(drop)
}
