//! What a parent is asked or told on « Aujourd’hui »: an entry that may be theirs, a reader another adult invited or left out,
//! accounts just joined.

use crate::{W, double, household, merging};
use db::{Moment, Result, Tx, args, id_list};
use school::{Child, PersonId, Viewer, person};
use web::Task;

/// For how many days is told that another adult invited a reader, or ended an invitation.
const TOLD_DAYS: i64 = 7;
/// For how many days accounts just joined are told.
const JOINED_DAYS: i64 = 3;

/// What awaits the viewer.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if !household::opens(viewer) {
        return Ok(Vec::new());
    }
    let mut tasks = Vec::new();
    for it in double::of(tx, viewer).await? {
        let href = format!("/foyer/fiches/{}", it.other_id);
        tasks.push(task(
            W.task_double().to_owned(),
            W.task_double_about().to_owned(),
            W.task_answer(),
            href,
            it.found_at,
        ));
    }
    let fresh = tx.now().plus_days(-JOINED_DAYS);
    for it in merging::of(tx, viewer).await?.into_iter().filter(|it| it.at > fresh) {
        tasks.push(look(W.task_joined().to_owned(), W.task_joined_about(&it.login), it.at));
    }
    tasks.extend(invited_by_others(tx, viewer).await?);
    tasks.extend(ended_by_others(tx, viewer).await?);
    Ok(tasks)
}

fn task(title: String, about: String, act: &'static str, href: String, since: Moment) -> Task {
    Task { title, href, icon: "famille", about, child: None, act, due: None, since }
}

/// Something to look at on the page of the household.
fn look(title: String, about: String, since: Moment) -> Task {
    task(title, about, W.task_look(), "/foyer".to_owned(), since)
}

/// A reader: the child, first and last name, the word of the family, when.
type Row = (PersonId, String, String, String, Moment);

async fn invited_by_others(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let children = viewer.children();
    let list = id_list(children.iter().map(|child| child.id));
    let since = tx.now().plus_days(-TOLD_DAYS);
    let rows: Vec<Row> = tx
        .all(
            "select i.child_id, i.first_name, i.last_name, i.word, i.at from family_invitation i \
             where i.child_id in (select unhex(value) from json_each($1)) and i.ended_at is null and i.at > $2 \
             and i.invited_by not in (select person_id from account_person where account_id = $3) order by i.at, i.id",
            args![list, since, viewer.account],
        )
        .await?;
    Ok(told(&children, rows, |name, word, child| W.task_invited(name, word, child)))
}

async fn ended_by_others(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let children = viewer.children();
    let list = id_list(children.iter().map(|child| child.id));
    let since = tx.now().plus_days(-TOLD_DAYS);
    let rows: Vec<Row> = tx
        .all(
            "select i.child_id, i.first_name, i.last_name, i.word, i.ended_at from family_invitation i \
             where i.child_id in (select unhex(value) from json_each($1)) and i.ended_by_other and i.ended_at > $2 \
             and i.invited_by in (select person_id from account_person where account_id = $3) \
             order by i.ended_at, i.id",
            args![list, since, viewer.account],
        )
        .await?;
    Ok(told(&children, rows, |name, word, child| W.task_ended(web::of_name(name), word, child)))
}

/// A task for each reader, in the words of what happened.
fn told(children: &[Child], rows: Vec<Row>, words: impl Fn(String, String, String) -> String) -> Vec<Task> {
    let told = rows.into_iter().filter_map(|(child, first, last, word, at)| {
        let child = children.iter().find(|it| it.id == child)?;
        let title = words(person::full(&first, &last), word, web::of_name(&child.first_name));
        Some(Task { child: Some(child.id), ..look(title, child.short_name.clone(), at) })
    });
    told.collect()
}
