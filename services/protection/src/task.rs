//! What awaits somebody: a child who asks to talk, reports to look at.

use crate::{
    IMAGE_RIGHTS, W,
    held::{self, Held},
    talk,
    talk::Verb,
};
use commons::report;
use db::{Moment, PARIS, Result, Tx};
use jiff::civil::date;
use school::{SchoolYear, Viewer};
use web::Task;

/// What a reporter is told once a report was looked at and nothing taken away.
pub const REPORT_KEPT: &str = "report.kept";

/// What awaits the viewer, children first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let requests = talk::waiting(tx, viewer).await?;
    let mut tasks: Vec<Task> = requests.iter().map(request).collect();
    let reports = report::queue(tx, viewer).await?;
    if let Some(oldest) = reports.first() {
        let count = i64::try_from(reports.len()).unwrap_or(i64::MAX);
        tasks.push(Task {
            title: W.reports_waiting(count),
            href: "/a-valider".to_owned(),
            icon: "signaler",
            about: String::new(),
            child: None,
            act: W.look_at(),
            due: None,
            since: oldest.created_at,
        });
    }
    let since = start_of_year(tx.now());
    tasks.extend(held::unanswered(tx, viewer).await?.iter().map(|child| image_right(child, since)));
    Ok(tasks)
}

/// Nothing says when an answer began to be awaited: the year did.
fn start_of_year(now: Moment) -> Moment {
    let SchoolYear(year) = SchoolYear::of(now.day());
    let first = i16::try_from(year).map(|year| date(year, 9, 1).at(0, 0, 0, 0));
    first.ok().and_then(|it| PARIS.to_timestamp(it).ok()).map_or(now, Moment::from)
}

/// Neither late nor due: nobody is hurried to allow.
fn image_right(held: &Held, since: Moment) -> Task {
    Task {
        title: W.image_to_answer(web::of_name(&held.first_name)),
        href: IMAGE_RIGHTS.to_owned(),
        icon: "photo",
        about: held.school_name.clone(),
        child: Some(held.child),
        act: W.answer(),
        due: None,
        since,
    }
}

fn request(waiting: &talk::Waiting) -> Task {
    Task {
        title: W.talk_told().to_owned(),
        href: talk::KIND.path(waiting.thing_id),
        icon: "oreille",
        about: String::new(),
        child: None,
        act: W.look_at(),
        due: None,
        since: waiting.asked_at,
    }
}

/// What a notice says; nothing for the verbs of other services.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    if verb == report::RAISED {
        return Some(W.told_report_raised().to_owned());
    }
    if verb == REPORT_KEPT {
        return Some(W.told_report_kept(title));
    }
    match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Asked => Some(W.talk_told().to_owned()),
        Verb::PassedOn => Some(W.talk_told_passed_on().to_owned()),
    }
}
