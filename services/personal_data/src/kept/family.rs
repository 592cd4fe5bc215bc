//! What ties children and adults: who is responsible for whom, what was answered and signed. Of what several adults did about
//! a child, each reads their own part only.

use crate::{W, whose::Whose};
use db::{FromRow, Moment, Result, Tx, args};
use school::person;
use web::personal::{Datum, Part};

#[derive(FromRow)]
struct Link {
    first_name: String,
    last_name: String,
    of_child: bool,
    since: Moment,
    until: Option<Moment>,
}

// The links of an adult; those of a child, all for the child itself.
const LINKS: &str = "\
select k.first_name, k.last_name, cast(0 as boolean) as of_child, g.since, g.until from guardianship g \
join person k on k.id = g.child_id where g.adult_id in (select unhex(value) from json_each($1)) \
union all \
select a.first_name, a.last_name, cast(1 as boolean), g.since, g.until from guardianship g \
join person a on a.id = g.adult_id where g.child_id in (select unhex(value) from json_each($1)) \
    and ($2 = true or g.adult_id in (select unhex(value) from json_each($3))) \
order by 4, 2, 1";

pub(super) async fn guardianships(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let links: Vec<Link> = tx.all(LINKS, args![whose.list(), whose.own, whose.adult_list()]).await?;
    let columns = [W.column_link(), W.column_name(), W.column_since(), W.column_until()];
    let row = |it: Link| {
        let link = if it.of_child { W.link_adult() } else { W.link_child() };
        let name = person::full(&it.first_name, &it.last_name);
        vec![link.into(), name.into(), it.since.into(), it.until.into()]
    };
    Ok(Part::new("responsabilites", W.part_guardianships(), &columns).rows(links.into_iter().map(row)))
}

#[derive(FromRow)]
struct Said {
    first_name: String,
    last_name: String,
    school: String,
    purpose: String,
    answer: String,
    answered_at: Moment,
    on_paper: bool,
    note: Option<String>,
}

// What an adult answered; about one child, what its reader answered.
const SAID: &str = "\
select k.first_name, k.last_name, s.name as school, i.purpose, i.answer, i.answered_at, \
    i.entered_by is not null as on_paper, i.note \
from image_right i join person k on k.id = i.child_id join school s on s.id = i.school_id \
where i.adult_id in (select unhex(value) from json_each($1)) \
    and ($2 = false or i.child_id in (select unhex(value) from json_each($3))) \
order by i.answered_at desc, i.purpose, i.id";

/// Answers about the image of a child, with all those before.
pub(super) async fn image_rights(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let given: Vec<Said> = tx.all(SAID, args![whose.adult_list(), whose.about_child, whose.list()]).await?;
    let columns = [
        W.column_child(),
        W.column_school(),
        W.column_purpose(),
        W.column_answer(),
        W.column_at(),
        W.column_how(),
        W.column_note(),
    ];
    let row = |it: Said| -> Vec<Datum> {
        let how = if it.on_paper { W.on_paper() } else { W.in_application() };
        let name = person::full(&it.first_name, &it.last_name);
        vec![
            name.into(),
            it.school.into(),
            W.purpose(it.purpose).into(),
            W.answer_word(it.answer).into(),
            it.answered_at.into(),
            how.into(),
            it.note.into(),
        ]
    };
    Ok(Part::new("droit-image", W.part_image_rights(), &columns).rows(given.into_iter().map(row)))
}

#[derive(FromRow)]
struct Signed {
    title: String,
    version: i64,
    first_name: String,
    last_name: String,
    opened_at: Option<Moment>,
    signed_at: Option<Moment>,
    answer: Option<String>,
    channel: String,
}

const SIGNED: &str = "\
select t.title, r.version, k.first_name, k.last_name, r.opened_at, r.signed_at, r.answer, r.channel from receipt r \
join thing t on t.id = r.thing_id join person k on k.id = r.child_id \
where r.adult_id in (select unhex(value) from json_each($1)) \
    and ($2 = false or r.child_id in (select unhex(value) from json_each($3))) \
order by t.created_at desc, t.id, r.version, k.sort_key limit 20000";

/// What was opened, signed and answered.
pub(super) async fn receipts(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let signed: Vec<Signed> = tx.all(SIGNED, args![whose.adult_list(), whose.about_child, whose.list()]).await?;
    let columns = [
        W.column_thing(),
        W.column_version(),
        W.column_child(),
        W.column_opened(),
        W.column_signed(),
        W.column_answer(),
        W.column_how(),
    ];
    let row = |it: Signed| -> Vec<Datum> {
        vec![
            it.title.into(),
            it.version.to_string().into(),
            person::full(&it.first_name, &it.last_name).into(),
            it.opened_at.into(),
            it.signed_at.into(),
            it.answer.into(),
            W.channel(it.channel).into(),
        ]
    };
    Ok(Part::new("lectures-et-signatures", W.part_receipts(), &columns).rows(signed.into_iter().map(row)))
}
