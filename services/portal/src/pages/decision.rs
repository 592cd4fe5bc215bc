//! Proposing, putting away, and what needs words: giving back, taking off line.

use super::decision_page::{Decision, DecisionPage};
use crate::{
    W,
    page::{PageId, SitePage},
    publication,
    site::{Desk, SiteId},
};
use db::{Error, Problems};
use serde::Deserialize;
use web::{Answer, Form, Path, SignedIn};

/// The words typed.
#[derive(Deserialize)]
pub(crate) struct WordForm {
    word: String,
}

/// `POST /mon-site/{site}/pages/{page}/proposition`
pub(crate) async fn propose(mut visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    publication::propose(&mut tx, &visit.viewer, &desk, page.id).await?;
    tx.commit().await?;
    Ok(visit.done(&page.desk(), W.page_proposed()))
}

/// `POST /mon-site/{site}/pages/{page}/archive`
pub(crate) async fn archive(mut visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    publication::archive(&mut tx, &visit.viewer, &desk, &page).await?;
    tx.commit().await?;
    Ok(visit.done(&page.desk(), W.page_archived()))
}

/// `GET /mon-site/{site}/pages/{page}/retour`
pub(crate) async fn ask_return(visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    ask(visit, site, id, Decision::GiveBack).await
}

/// `POST /mon-site/{site}/pages/{page}/retour`
pub(crate) async fn give_back(
    visit: SignedIn,
    Path((site, id)): Path<(SiteId, PageId)>,
    Form(form): Form<WordForm>,
) -> Answer {
    decide(visit, site, id, Decision::GiveBack, &form.word).await
}

/// `GET /mon-site/{site}/pages/{page}/retrait`
pub(crate) async fn ask_withdrawal(visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    ask(visit, site, id, Decision::Withdraw).await
}

/// `POST /mon-site/{site}/pages/{page}/retrait`
pub(crate) async fn withdraw(
    visit: SignedIn,
    Path((site, id)): Path<(SiteId, PageId)>,
    Form(form): Form<WordForm>,
) -> Answer {
    decide(visit, site, id, Decision::Withdraw, &form.word).await
}

async fn ask(mut visit: SignedIn, site: SiteId, id: PageId, decision: Decision) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    drop(tx);
    if !decision.is_open(&page) {
        return Err(Error::Conflict.into());
    }
    visit.page(decision.heading(), &DecisionPage::new(decision, &page, "", &Problems::default()))
}

async fn decide(mut visit: SignedIn, site: SiteId, id: PageId, decision: Decision, word: &str) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    let taken = match decision {
        Decision::GiveBack => publication::give_back(&mut tx, &visit.viewer, &desk, &page, word).await,
        Decision::Withdraw => publication::withdraw(&mut tx, &visit.viewer, &desk, &page, word).await,
    };
    match taken {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&page.desk(), decision.said()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(decision.heading(), &DecisionPage::new(decision, &page, word, &problems))
        }
        Err(error) => Err(error.into()),
    }
}
