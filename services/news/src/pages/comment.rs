//! Comments under a news.

use super::news_page::NewsPage;
use crate::{
    W,
    comment::{self, Comment, CommentId, CommentState},
    news::News,
};
use commons::{Level, ThingId};
use db::{Error, Moment, Problems, Result, Tx};
use richtext::{Doc, Labels};
use school::{Profile, Viewer};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn, care,
    component::{Button, Checkbox, Field, Notice, SafeHtml},
    dates,
};

/// The comments of a news, and the form for one more.
pub(crate) struct Talk {
    pub(crate) comments: Vec<Said>,
    pub(crate) form: Option<TalkForm>,
}

/// A comment as it is shown.
pub(crate) struct Said {
    pub(crate) about: String,
    pub(crate) mark: Option<&'static str>,
    pub(crate) body: SafeHtml,
    /// What can be done with it, each with where its form is sent.
    pub(crate) actions: Vec<(String, Button)>,
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
    #[serde(default)]
    comment: String,
    relu: Option<String>,
}

pub(crate) async fn write(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<CommentForm>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    match write_with_care(&mut tx, &visit.viewer, &news, &form).await {
        Ok(state) => {
            tx.commit().await?;
            Ok(visit.done(&news.path(), said(state)))
        }
        Err(Error::Invalid(problems)) => {
            let page = NewsPage::build(&mut tx, &visit.viewer, &news).await?.with(&form.comment, &problems);
            drop(tx);
            visit.again(&news.thing.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes a comment a child was asked to read again, if need be.
async fn write_with_care(tx: &mut Tx, viewer: &Viewer, news: &News, form: &CommentForm) -> Result<CommentState> {
    if comment::may_write(news, tx.now()) {
        care::require(tx, viewer, news.thing.school_id, &form.comment, form.relu.is_some()).await?;
    }
    comment::write(tx, viewer, news, &form.comment).await
}

pub(crate) async fn let_read(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    comment::settle(&mut tx, &visit.viewer, &news, comment, true).await?;
    tx.commit().await?;
    Ok(visit.done(&news.path(), W.comment_let_read()))
}

pub(crate) async fn hide(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    comment::settle(&mut tx, &visit.viewer, &news, comment, false).await?;
    tx.commit().await?;
    Ok(visit.done(&news.path(), W.comment_was_hidden()))
}

pub(crate) async fn take_back(mut visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    let mut tx = visit.write().await?;
    let news = News::load(&mut tx, &visit.viewer, id, Level::See).await?;
    comment::take_back(&mut tx, &visit.viewer, &news, comment).await?;
    tx.commit().await?;
    Ok(visit.done(&news.path(), W.comment_was_taken_back()))
}

fn said(state: CommentState) -> &'static str {
    match state {
        CommentState::Pending => W.comment_waits(),
        CommentState::Published | CommentState::Hidden => W.comment_published(),
    }
}

impl Talk {
    /// The comments this viewer reads; nothing where there are none and none may be written.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<Option<Self>> {
        let now = tx.now();
        let readable = comment::of(tx, viewer, news).await?;
        let comments: Vec<Said> = readable.iter().map(|comment| Said::of(viewer, news, comment, now)).collect();
        let form = comment::may_write(news, now).then(|| TalkForm::blank(viewer, news));
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
    fn blank(viewer: &Viewer, news: &News) -> Self {
        let hint = match (news.is_managed(), viewer.profile()) {
            (true, _) => W.comment_hint_in_charge().to_owned(),
            (false, Profile::Pupil) => W.comment_hint("tu"),
            (false, _) => W.comment_hint("vous"),
        };
        Self {
            address: format!("{}/commentaires", news.path()),
            words: Field::area("comment", W.your_comment(), 3).maxlength(comment::LONGEST).hint(hint),
            read_again: None,
            send: Button::secondary(W.send_comment()).icon("commentaire"),
        }
    }
}

impl Said {
    fn of(viewer: &Viewer, news: &News, comment: &Comment, now: Moment) -> Self {
        Self {
            about: W.about_comment(comment.author(), dates::past(comment.created_at, now)),
            mark: match comment.state {
                CommentState::Pending => Some(W.comment_is_waiting()),
                CommentState::Hidden => Some(W.comment_is_hidden()),
                CommentState::Published => None,
            },
            body: SafeHtml(Doc::from_plain(&comment.body).to_html(&|_| None, &Labels::FRENCH)),
            actions: actions(viewer, news, comment),
        }
    }
}

/// What those in charge do with a comment; its author takes it back while nobody else reads it.
fn actions(viewer: &Viewer, news: &News, comment: &Comment) -> Vec<(String, Button)> {
    let address = |noun: &str| format!("{}/commentaires/{}/{noun}", news.path(), comment.id);
    let let_read = || (address("validation"), Button::secondary(W.let_comment_read()).icon("fait"));
    let hide = || (address("masquage"), Button::danger(W.hide_comment()).icon("retire"));
    match (news.is_managed(), comment.state) {
        (true, CommentState::Pending) => vec![let_read(), hide()],
        (true, CommentState::Published) => vec![hide()],
        (true, CommentState::Hidden) => vec![let_read()],
        (false, CommentState::Pending) if comment.is_by(viewer) => {
            vec![(address("retrait"), Button::secondary(W.take_comment_back()).icon("retire"))]
        }
        (false, _) => Vec::new(),
    }
}
