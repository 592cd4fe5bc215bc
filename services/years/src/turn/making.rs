//! The circles of the classes prepared: each class, its families, and its levels when pupils of several go there. One made before,
//! and taken back, begins again.

use super::{DraftClassId, TurnId, level};
use crate::W;
use db::{FromRow, Result, Rows, Tx, Uuid, args, fold};
use school::{CircleKind, SchoolId};
use std::collections::HashMap;

#[derive(FromRow)]
struct Class {
    id: DraftClassId,
    turn_id: TurnId,
    school_id: SchoolId,
    academy: String,
    year: i64,
    name: String,
}

/// A circle to be made.
struct Wanted<'a> {
    class: &'a Class,
    kind: CircleKind,
    key: String,
    name: String,
    of_circle: Option<Uuid>,
    level: Option<&'a str>,
    /// The identifier it gets if there is none yet.
    fresh: Uuid,
}

/// Rows on their way to the tables.
struct Load {
    circles: Rows,
    made: Rows,
}

const CIRCLE_COLUMNS: &[&str] =
    &["id", "school_id", "kind", "year", "academy", "key", "of_circle", "name", "sort_key", "since"];
const MADE_COLUMNS: &[&str] = &["circle_id", "turn_id", "school_id", "class_id", "kind", "level"];

/// Makes the circles of the classes of some turns; tells how many classes there are.
pub(super) async fn circles(tx: &mut Tx, turns: &str) -> Result<i64> {
    let classes: Vec<Class> = tx.all(CLASSES, args![turns]).await?;
    let mut levels: HashMap<DraftClassId, Vec<String>> = HashMap::new();
    let rows: Vec<(DraftClassId, String)> = tx.all(LEVELS, args![turns]).await?;
    for (class, level) in rows {
        levels.entry(class).or_default().push(level);
    }
    let known: Vec<(Uuid, String, String)> = tx.all(KNOWN, args![turns]).await?;
    let known: HashMap<(String, String), Uuid> = known.into_iter().map(|(id, kind, key)| ((kind, key), id)).collect();
    let mut load = Load { circles: tx.rows("circle", CIRCLE_COLUMNS), made: tx.rows("turn_circle", MADE_COLUMNS) };
    for class in &classes {
        make(tx, class, CircleKind::Class, None, &known, &mut load).await?;
        // As the deliveries do: a class of one level has no circle for it.
        let several = levels.get(&class.id).filter(|it| it.len() > 1);
        for level in several.into_iter().flatten() {
            make(tx, class, CircleKind::Level, Some(level.as_str()), &known, &mut load).await?;
        }
    }
    tx.load(&mut load.circles).await?;
    tx.load(&mut load.made).await?;
    Ok(i64::try_from(classes.len()).unwrap_or(i64::MAX))
}

const CLASSES: &str = "\
select k.id, k.turn_id, k.school_id, s.academy, t.year, k.name from turn_class k \
join turn_draft t on t.id = k.turn_id and t.school_id = k.school_id join school s on s.id = k.school_id \
where k.turn_id in (select unhex(value) from json_each($1)) order by k.turn_id, k.sort_key, k.id";

const LEVELS: &str = "\
select p.class_id, p.level from turn_pupil p join turn_draft t on t.id = p.turn_id and t.school_id = p.school_id \
where t.id in (select unhex(value) from json_each($1)) and p.class_id is not null and p.level is not null \
group by p.class_id, p.level order by p.class_id, p.level";

const KNOWN: &str = "\
select c.id, c.kind, c.key from turn_draft t join circle c on c.school_id = t.school_id and c.year = t.year \
    and c.kind in ('class', 'level', 'families') and c.key like '%hand:%' \
where t.id in (select unhex(value) from json_each($1)) and t.school_id = c.school_id";

/// A circle and that of its families.
async fn make(
    tx: &mut Tx,
    class: &Class,
    kind: CircleKind,
    level: Option<&str>,
    known: &HashMap<(String, String), Uuid>,
    load: &mut Load,
) -> Result<()> {
    let (key, name, of_circle, fresh) = match level {
        None => (format!("hand:{}", class.id), class.name.clone(), None, class.id.0),
        Some(code) => {
            let name = W.level_of_class(level::label(code), &class.name);
            (format!("hand:{}/{code}", class.id), name, Some(class.id.0), tx.id())
        }
    };
    let families_key = format!("{}:{key}", kind.as_str());
    let families_name = W.families_of(&name);
    let id = put(tx, &Wanted { class, kind, key, name, of_circle, level, fresh }, known, load).await?;
    let families = Wanted {
        class,
        kind: CircleKind::Families,
        key: families_key,
        name: families_name,
        of_circle: Some(id),
        level,
        fresh: tx.id(),
    };
    put(tx, &families, known, load).await.map(drop)
}

async fn put(
    tx: &mut Tx,
    wanted: &Wanted<'_>,
    known: &HashMap<(String, String), Uuid>,
    load: &mut Load,
) -> Result<Uuid> {
    let before = known.get(&(wanted.kind.as_str().to_owned(), wanted.key.clone())).copied();
    let id = before.unwrap_or(wanted.fresh);
    match before {
        Some(id) => {
            tx.change(
                "update circle set name = $2, sort_key = $3, until = null where id = $1",
                args![id, &wanted.name, fold(&wanted.name)],
            )
            .await?;
        }
        None => push(&mut load.circles, wanted, id, tx.now().0),
    }
    let made = &mut load.made;
    made.begin();
    made.uuid(Some(id));
    made.uuid(Some(wanted.class.turn_id.0));
    made.uuid(Some(wanted.class.school_id.0));
    made.uuid(Some(wanted.class.id.0));
    made.text(Some(wanted.kind.as_str()));
    made.text(wanted.level);
    Ok(id)
}

fn push(rows: &mut Rows, wanted: &Wanted<'_>, id: Uuid, now: i64) {
    let class = wanted.class;
    rows.begin();
    rows.uuid(Some(id));
    rows.uuid(Some(class.school_id.0));
    rows.text(Some(wanted.kind.as_str()));
    rows.int(Some(class.year));
    rows.text(Some(&class.academy));
    rows.text(Some(&wanted.key));
    rows.uuid(wanted.of_circle);
    rows.text(Some(&wanted.name));
    rows.text(Some(&fold(&wanted.name)));
    rows.int(Some(now));
}
