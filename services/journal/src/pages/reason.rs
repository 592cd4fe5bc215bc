//! Decisions that need words: giving back, withdrawing, reporting. One page for all; withdrawing, which is asked from
//! the page of the post, over that page too.

use super::{comment::words, is_pupil};
use crate::{
    W,
    comment::{self, Comment, CommentId},
    post::Post,
    report, review, withdrawal,
};
use commons::{Level, ThingId};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Dialog, SafeHtml},
    reason::{ReasonForm, ReasonPage, ReasonQuestion},
};

/// What is decided.
#[derive(Clone, Copy)]
enum Decision {
    GiveBack,
    Withdraw,
    Report,
    ReportComment(CommentId),
}

pub(crate) async fn ask_return(visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    ask(visit, id, Decision::GiveBack).await
}

pub(crate) async fn give_back(visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, Decision::GiveBack, &form.reason).await
}

pub(crate) async fn ask_withdrawal(visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    ask(visit, id, Decision::Withdraw).await
}

pub(crate) async fn withdraw(visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, Decision::Withdraw, &form.reason).await
}

pub(crate) async fn ask_report(visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    ask(visit, id, Decision::Report).await
}

pub(crate) async fn report(visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<ReasonForm>) -> Answer {
    decide(visit, id, Decision::Report, &form.reason).await
}

pub(crate) async fn ask_comment_report(visit: SignedIn, Path((id, comment)): Path<(ThingId, CommentId)>) -> Answer {
    ask(visit, id, Decision::ReportComment(comment)).await
}

pub(crate) async fn report_comment(
    visit: SignedIn,
    Path((id, comment)): Path<(ThingId, CommentId)>,
    Form(form): Form<ReasonForm>,
) -> Answer {
    decide(visit, id, Decision::ReportComment(comment), &form.reason).await
}

async fn ask(mut visit: SignedIn, id: ThingId, decision: Decision) -> Answer {
    let mut tx = visit.read().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, decision.needed()).await?;
    let comment = decision.comment(&mut tx, &visit.viewer, &post).await?;
    drop(tx);
    let page = page(decision, &visit.viewer, &post, comment.as_ref(), "", &Problems::default());
    visit.page(decision.heading(), &page)
}

async fn decide(mut visit: SignedIn, id: ThingId, decision: Decision, words: &str) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, decision.needed()).await?;
    let comment = decision.comment(&mut tx, &visit.viewer, &post).await?;
    let taken = decision.take(&mut tx, &visit.viewer, &post, comment.as_ref(), words).await;
    match taken {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&post.path(), decision.said(&visit.viewer)))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(decision, &visit.viewer, &post, comment.as_ref(), words, &problems);
            visit.again(decision.heading(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(
    decision: Decision,
    viewer: &Viewer,
    post: &Post,
    comment: Option<&Comment>,
    typed: &str,
    problems: &Problems,
) -> ReasonPage {
    let question = decision.question(viewer, post).typed(typed, problems);
    ReasonPage::new(decision.heading(), &post.thing.title, question, problems).quoting(comment.map(words))
}

/// What the link to a withdrawal opens over the page of its post.
pub(crate) const WITHDRAWAL: &str = "depublication";

/// The same question as on the page, which those without script get.
pub(crate) fn withdrawal_dialog(viewer: &Viewer, post: &Post) -> Dialog {
    let question = Decision::Withdraw.question(viewer, post);
    Dialog::new(WITHDRAWAL, Decision::Withdraw.heading(), SafeHtml::of(&question))
}

impl Decision {
    fn question(self, viewer: &Viewer, post: &Post) -> ReasonQuestion {
        let (explanation, address) = (self.explanation(viewer), self.address(post));
        ReasonQuestion::new(self.label(), explanation, address, self.button(), post.path())
    }

    fn needed(self) -> Level {
        match self {
            Self::GiveBack | Self::Withdraw => Level::Manage,
            Self::Report | Self::ReportComment(_) => Level::See,
        }
    }

    /// The comment it is about, when the viewer reads it.
    async fn comment(self, tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Option<Comment>> {
        match self {
            Self::GiveBack | Self::Withdraw | Self::Report => Ok(None),
            Self::ReportComment(id) => comment::load(tx, viewer, post, id).await.map(Some),
        }
    }

    async fn take(
        self,
        tx: &mut Tx,
        viewer: &Viewer,
        post: &Post,
        comment: Option<&Comment>,
        words: &str,
    ) -> Result<()> {
        match self {
            Self::GiveBack => review::give_back(tx, viewer, post, words).await,
            Self::Withdraw => withdrawal::withdraw(tx, viewer, post, words).await,
            Self::Report | Self::ReportComment(_) => report::file(tx, viewer, post, comment, words).await,
        }
    }

    fn address(self, post: &Post) -> String {
        let path = post.path();
        match self {
            Self::GiveBack => format!("{path}/retour"),
            Self::Withdraw => format!("{path}/retrait"),
            Self::Report => format!("{path}/signalement"),
            Self::ReportComment(id) => format!("{path}/commentaires/{id}/signalement"),
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::GiveBack => W.give_back(),
            Self::Withdraw => W.withdraw(),
            Self::Report => W.report(),
            Self::ReportComment(_) => W.report_comment(),
        }
    }

    fn explanation(self, viewer: &Viewer) -> &'static str {
        match self {
            Self::GiveBack => W.give_back_explained(),
            Self::Withdraw => W.withdraw_explained(),
            Self::Report if is_pupil(viewer) => W.report_explained_to_pupil(),
            Self::ReportComment(_) if is_pupil(viewer) => W.report_comment_explained_to_pupil(),
            Self::Report | Self::ReportComment(_) => W.report_explained(),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::GiveBack => W.give_back_label(),
            Self::Withdraw => W.withdraw_label(),
            Self::Report | Self::ReportComment(_) => W.report_label(),
        }
    }

    fn button(self) -> Button {
        match self {
            Self::GiveBack => Button::primary(W.give_back_button()),
            Self::Withdraw => Button::danger(W.withdraw()).icon("retire"),
            Self::Report | Self::ReportComment(_) => Button::primary(W.report_button()).icon("main-levee"),
        }
    }

    fn said(self, viewer: &Viewer) -> &'static str {
        match self {
            Self::GiveBack => W.given_back(),
            Self::Withdraw => W.withdrawn(),
            Self::Report | Self::ReportComment(_) if is_pupil(viewer) => W.reported_to_pupil(),
            Self::Report | Self::ReportComment(_) => W.reported(),
        }
    }
}
