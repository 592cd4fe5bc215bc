//! What awaits the viewer: each mot to sign or to answer, for each child. « Aujourd’hui » asks for it too.

use crate::{
    W,
    child::named_adult,
    departure::present,
    mot::KIND,
    terms::{Reply, Theme},
};
use commons::ThingId;
use db::{Day, FromRow, Moment, Result, Tx, args, id_list};
use school::{PersonId, Viewer, person};
use web::{Soon, Task};

/// A mot that awaits an act of the viewer for a child.
#[derive(Debug, Clone, FromRow)]
pub struct Awaiting {
    /// The mot.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub theme: Theme,
    /// What is asked.
    pub reply: Reply,
    /// The last day.
    pub due_day: Option<Day>,
    /// Since when it waits.
    pub delivered_at: Moment,
    /// The child.
    pub child_id: PersonId,
    first_name: String,
    last_name: String,
    class_name: String,
}

// From the viewer's children, whose mots have an index. Done is as in `pending`.
const AWAITING: &str = concat!(
    "select distinct m.thing_id as id, t.title, m.theme, m.reply, m.due_day, m.delivered_at, c.child_id, p.first_name, \
        p.last_name, k.name as class_name from guardianship g \
     join mot_child c on c.child_id = g.child_id \
     join mot m on m.thing_id = c.thing_id and m.school_id = c.school_id and m.state = 'sent' and m.reply <> 'none' \
        and m.delivered_at <= $2 \
     join thing t on t.id = m.thing_id and t.withdrawn_at is null \
     join person p on p.id = c.child_id \
     join circle k on k.id = t.circle_id \
     where g.adult_id in (select unhex(value) from json_each($1)) and g.until is null and (m.acts <> 'named' or ",
    named_adult!(),
    " is null or ",
    named_adult!(),
    " in (select unhex(value) from json_each($1))) and ",
    present!("c.child_id", "p.merged_into", "m.school_id", "m.target_id", "$2"),
    " and exists (select 1 from share s where s.thing_id = m.thing_id and s.visible_from <= $2 \
        and s.circle_id in (select unhex(value) from json_each($3))) \
     and not exists (select 1 from receipt r where r.thing_id = m.thing_id and r.child_id = c.child_id \
        and r.version >= m.asked_version and r.signed_at is not null \
        and (m.acts = 'one' or r.adult_id in (select unhex(value) from json_each($1)) \
            or (m.acts = 'named' and (r.adult_id = c.child_id or ",
    named_adult!(),
    " is null)))) order by m.delivered_at, m.thing_id, c.child_id"
);

impl Awaiting {
    /// « Zoé M. · CP de M. Roux ».
    pub fn about(&self) -> String {
        W.child_and_class(person::short(&self.first_name, &self.last_name), &self.class_name)
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.id)
    }
}

/// What awaits the viewer, the oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Awaiting>> {
    // Most people of a school have no child there: nothing is asked of the database for them.
    if viewer.children().is_empty() {
        return Ok(Vec::new());
    }
    let own = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(AWAITING, args![own, tx.now(), viewer.circle_list()]).await
}

/// The same as « Aujourd’hui » shows it.
pub(crate) fn tasks<'a>(tx: &'a mut Tx, viewer: &'a Viewer) -> Soon<'a, Vec<Task>> {
    Box::pin(async move { Ok(of(tx, viewer).await?.iter().map(task).collect()) })
}

fn task(mot: &Awaiting) -> Task {
    Task {
        title: mot.title.clone(),
        href: mot.path(),
        icon: mot.theme.icon(),
        about: mot.about(),
        child: Some(mot.child_id),
        act: act(mot.reply),
        due: mot.due_day.as_ref().and_then(Day::date),
        since: mot.delivered_at,
    }
}

/// What is to be done, in the infinitive.
pub fn act(reply: Reply) -> &'static str {
    match reply {
        Reply::None => W.read_it(),
        Reply::Read => W.confirm_reading(),
        Reply::Sign => W.sign(),
        Reply::Choose | Reply::Text => W.answer(),
    }
}
