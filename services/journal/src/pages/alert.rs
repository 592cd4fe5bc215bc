//! Reports nobody has settled yet, as those in charge read them.

use crate::{W, author::told_apart, comment::CommentId, post::Post, report};
use commons::report::Report;
use db::{Moment, Result, Tx};
use school::{Right, Viewer};
use web::dates;

/// A line for each open report of a post and of its comments.
pub(crate) struct Alerts(Vec<(Option<CommentId>, String)>);

impl Alerts {
    /// The lines this viewer reads: none without managing the post.
    pub(crate) async fn read(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Self> {
        if !post.is_managed() {
            return Ok(Self(Vec::new()));
        }
        let reports = report::open(tx, post).await?;
        let (now, named) = (tx.now(), viewer.may_at(Right::Unpublish, post.thing.school_id));
        Ok(Self(reports.iter().map(|report| (report.part.map(CommentId), line(report, named, now))).collect()))
    }

    /// The lines about a comment, or about the post itself.
    pub(crate) fn about(&self, comment: Option<CommentId>) -> Vec<String> {
        self.0.iter().filter(|(about, _)| *about == comment).map(|(_, line)| line.clone()).collect()
    }
}

/// Whoever reported is named to the director of publication only.
fn line(report: &Report, named: bool, now: Moment) -> String {
    let when = dates::past(report.created_at, now);
    match named {
        true => {
            let name = told_apart(report.kind, &report.first_name, &report.last_name);
            W.report_line_named(&report.reason, name, when)
        }
        false => W.report_line(&report.reason, when),
    }
}
