//! What the owner of an account hears of what happened to it: for a day what was added with the password alone, for a week what
//! those in charge did; what was given to one's children. The head of a school hears of a sheet read with
//! an account of another name.

use crate::{W, act, owner::voice, second_factor::DELAY_SECONDS};
use db::{Moment, Result, Tx};
use school::{Profile, Role, SchoolId, Viewer, account::Account, bearer};
use web::Task;

/// What was added to the account of the viewer and shows nothing yet, and what others did to it lately.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = done(tx, viewer).await?;
    tasks.extend(given_to_children(tx, viewer).await?);
    if viewer.profile() != Profile::Pupil {
        tasks.extend(added(tx, viewer).await?);
    }
    tasks.extend(borne(tx, viewer).await?);
    Ok(tasks)
}

/// The sheets of parents that passed lately to an account of another name, for the head of the school.
async fn borne(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let from = tx.now().plus_days(-act::TOLD_DAYS);
    let mut schools: Vec<SchoolId> =
        viewer.seats.iter().filter(|seat| seat.role == Role::Head).map(|seat| seat.school).collect();
    schools.sort_unstable();
    schools.dedup();
    let mut tasks = Vec::new();
    for school in schools {
        let borne = bearer::borne_since(tx, viewer, school, from).await?;
        tasks.extend(borne.into_iter().map(|it| {
            let title = W.task_borne(web::of_name(it.name), web::of_name(it.bearer));
            let href = format!("/ecoles/{school}/comptes?vue=familles");
            Task { href, ..task(&title, W.task_borne_about().to_owned(), it.since) }
        }));
    }
    Ok(tasks)
}

async fn done(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let who = voice(viewer.profile());
    let acts = act::lately(tx, viewer.account).await?;
    Ok(acts.iter().map(|it| task(&it.sentence(who), W.acts_about(who), it.at)).collect())
}

/// The last phrase given to each child of the viewer.
async fn given_to_children(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let children = viewer.children();
    if children.is_empty() {
        return Ok(Vec::new());
    }
    let phrases = act::phrases(tx, &children).await?;
    let told = children.into_iter().filter_map(|child| {
        let phrase = phrases.iter().find(|it| it.child == child.id)?;
        let title = phrase.sentence(&child.first_name);
        let href = format!("/enfants/{}", child.id);
        let about = W.child_phrase_about().to_owned();
        Some(Task { href, child: Some(child.id), ..task(&title, about, phrase.at) })
    });
    Ok(told.collect())
}

async fn added(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let account = Account::load(tx, viewer.account).await?;
    let now = tx.now();
    let added = [(account.totp_from, W.second_factor_added()), (account.email_from, W.address_added())];
    let waiting = added.into_iter().filter_map(|(from, title)| Some((from.filter(|from| *from > now)?, title)));
    Ok(waiting
        .map(|(from, title)| task(title, W.added_about().to_owned(), from.plus_seconds(-DELAY_SECONDS)))
        .collect())
}

fn task(title: &str, about: String, since: Moment) -> Task {
    Task {
        title: title.to_owned(),
        href: "/compte".to_owned(),
        icon: "cle",
        about,
        child: None,
        act: W.look_at_account(),
        due: None,
        since,
    }
}
