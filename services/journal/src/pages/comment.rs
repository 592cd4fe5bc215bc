//! Comments under a post.

use super::{action::Action, alert::Alerts, is_pupil, post_page::PostPage};
use crate::{
    W,
    comment::{self, Comment, CommentId, CommentState},
    post::Post,
    report,
};
use commons::{Level, ThingId, report::Outcome};
use db::{Error, Moment, Problems, Result, Tx};
use richtext::{Doc, Labels};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn, care,
    component::{Button, Checkbox, Field, LinkButton, Notice, SafeHtml},
    dates,
};

/// The comments of a post, and the form for one more.
pub(crate) struct Talk {
    pub(crate) comments: Vec<Said>,
    pub(crate) form: Option<TalkForm>,
}

/// A comment as it is shown.
pub(crate) struct Said {
    pub(crate) about: String,
    pub(crate) mark: Option<&'static str>,
    pub(crate) body: SafeHtml,
    /// What was reported about it, for those in charge.
    pub(crate) alerts: Vec<String>,
    pub(crate) actions: Vec<Action>,
    pub(crate) report: Option<LinkButton>,
}

/// The form for a comment.
pub(crate) struct TalkForm {
    pub(crate) address: String,
    pub(crate) words: Field,
    /// What a child reads before sending all the same.
    pub(crate) read_again: Option<(Notice, Checkbox)>,
    pub(crate) send: Button,
}

/// A comment as it was typed.
#[derive(Deserialize)]
pub(crate) struct CommentForm {
    comment: String,
    relu: Option<String>,
}

pub(crate) async fn write(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<CommentForm>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let written = write_with_care(&mut tx, &visit.viewer, &post, &form).await;
    match written {
        Ok(said) => {
            tx.commit().await?;
            Ok(visit.done(&post.path(), &said))
        }
        Err(Error::Invalid(problems)) => {
            let page = PostPage::build(&mut tx, &visit.viewer, &post).await?.with(&form.comment, &problems);
            drop(tx);
            visit.again(&post.thing.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes a comment a child was asked to read again, if need be; answers what is said of it. An adult is told which words
/// the school watches.
async fn write_with_care(tx: &mut Tx, viewer: &Viewer, post: &Post, form: &CommentForm) -> Result<String> {
    let school = post.thing.school_id;
    if comment::may_write(post, tx.now()) {
        care::require(tx, viewer, school, &form.comment, form.relu.is_some()).await?;
    }
    let state = comment::write(tx, viewer, post, &form.comment).await?;
    if is_pupil(viewer) {
        return Ok(said(state).to_owned());
    }
    let advice = care::advice(tx, viewer, school, &form.comment).await?;
    Ok(advice.map_or_else(|| said(state).to_owned(), |advice| format!("{} {advice}", said(state))))
}

pub(crate) async fn let_read(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    comment::let_read(&mut tx, &visit.viewer, &post, comment).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.comment_let_read()))
}

pub(crate) async fn hide(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    comment::hide(&mut tx, &visit.viewer, &post, comment).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.comment_was_hidden()))
}

pub(crate) async fn take_back(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::See).await?;
    comment::take_back(&mut tx, &visit.viewer, &post, comment).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.comment_was_taken_back()))
}

/// Looked at what was reported, and found nothing wrong.
pub(crate) async fn keep(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let comment = comment::load(&mut tx, &visit.viewer, &post, comment).await?;
    report::settle(&mut tx, &visit.viewer, &post, Some(comment.id), Outcome::Kept).await?;
    tx.commit().await?;
    Ok(visit.done(&post.path(), W.comment_was_kept()))
}

fn said(state: CommentState) -> &'static str {
    match state {
        CommentState::Pending => W.comment_waits(),
        CommentState::Published | CommentState::Hidden => W.comment_published(),
    }
}

impl Talk {
    /// The comments this viewer reads; nothing where there are none and none may be written.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, post: &Post, alerts: &Alerts) -> Result<Option<Self>> {
        let now = tx.now();
        let readable = comment::of(tx, viewer, post).await?;
        let comments: Vec<Said> = readable.iter().map(|comment| Said::of(viewer, post, comment, alerts, now)).collect();
        let form = comment::may_write(post, now).then(|| TalkForm::blank(viewer, post));
        Ok((!comments.is_empty() || form.is_some()).then_some(Self { comments, form }))
    }

    /// The form again, with what was typed and what is wrong.
    pub(crate) fn with(self, typed: &str, problems: &Problems) -> Self {
        let form = self.form.map(|form| TalkForm {
            words: form.words.value(typed).error(problems.of("comment")),
            read_again: care::asked(problems),
            ..form
        });
        Self { form, ..self }
    }
}

impl TalkForm {
    fn blank(viewer: &Viewer, post: &Post) -> Self {
        let hint = match (post.is_managed(), is_pupil(viewer)) {
            (true, _) => W.comment_hint_to_teacher(),
            (false, true) => W.comment_hint_to_pupil(),
            (false, false) => W.comment_hint(),
        };
        Self {
            address: format!("{}/commentaires", post.path()),
            words: Field::area("comment", W.your_comment(), 3).maxlength(comment::LONGEST).hint(hint),
            read_again: None,
            send: Button::secondary(W.send_comment()).icon("commentaire"),
        }
    }
}

impl Said {
    fn of(viewer: &Viewer, post: &Post, comment: &Comment, alerts: &Alerts, now: Moment) -> Self {
        let alerts = alerts.about(Some(comment.id));
        Self {
            about: W.about_comment(comment.signature(post), dates::past(comment.created_at, now)),
            mark: match comment.state {
                CommentState::Pending if post.is_managed() => Some(W.comment_is_pending()),
                CommentState::Pending => Some(W.comment_is_waiting()),
                CommentState::Hidden => Some(W.comment_is_hidden()),
                CommentState::Published => None,
            },
            body: words(comment),
            actions: match post.is_managed() {
                true => moderation(post, comment, !alerts.is_empty()),
                false => own(viewer, post, comment),
            },
            alerts,
            report: report_link(viewer, post, comment),
        }
    }
}

/// What a comment says.
pub(super) fn words(comment: &Comment) -> SafeHtml {
    SafeHtml(Doc::from_plain(&comment.body).to_html(&|_| None, &Labels::FRENCH))
}

/// The raised hand under what somebody else wrote; those in charge have better than that.
fn report_link(viewer: &Viewer, post: &Post, comment: &Comment) -> Option<LinkButton> {
    let offered = !post.is_managed() && !comment.is_by(viewer) && report::may_report(viewer, post);
    let address = format!("{}/commentaires/{}/signalement", post.path(), comment.id);
    offered.then(|| LinkButton::secondary(W.report_comment(), address).icon("signaler"))
}

/// What somebody can do with a comment of their own: take it back while nobody else reads it.
fn own(viewer: &Viewer, post: &Post, comment: &Comment) -> Vec<Action> {
    if comment.state != CommentState::Pending || !comment.is_by(viewer) {
        return Vec::new();
    }
    let address = format!("{}/commentaires/{}/retrait", post.path(), comment.id);
    vec![Action { address, button: Button::secondary(W.take_comment_back()).icon("retire") }]
}

/// What a teacher can do with a comment.
fn moderation(post: &Post, comment: &Comment, reported: bool) -> Vec<Action> {
    let address = |noun: &str| format!("{}/commentaires/{}/{noun}", post.path(), comment.id);
    let keep = || Action {
        address: address("signalement/classement"),
        button: Button::secondary(W.keep_comment()).icon("fait"),
    };
    let let_read =
        || Action { address: address("validation"), button: Button::secondary(W.let_comment_read()).icon("fait") };
    let hide = || Action { address: address("masquage"), button: Button::danger(W.hide_comment()).icon("retire") };
    match comment.state {
        CommentState::Pending => vec![let_read(), hide()],
        CommentState::Published if reported => vec![keep(), hide()],
        CommentState::Published => vec![hide()],
        CommentState::Hidden => vec![let_read()],
    }
}
