//! What waits for a director of publication, for the pages every service shares: « À valider » for the head of a school,
//! « À traiter » for every director, and for what people asked to be taken off line.

use super::kind_word;
use crate::{
    W, desk,
    desk::Published,
    page::{self, SitePage},
    report,
};
use db::{Result, Tx, id_list};
use school::Viewer;
use web::{Review, Task};

/// The pages a head reads over.
pub(crate) async fn to_review(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Review>> {
    if viewer.headed().is_empty() {
        return Ok(Vec::new());
    }
    let sites = desk::published_by(tx, viewer).await?;
    let headed: Vec<&Published> = sites.iter().filter(|it| it.as_head).collect();
    let pages = proposed(tx, &headed).await?;
    let review = |page: &SitePage| Review {
        what: W.page_to_review(),
        title: page.title.clone(),
        href: page.desk(),
        about: W.proposed_by(kind_word(page.kind), page.proposed_name.as_deref().unwrap_or_default()),
        since: page.proposed_at.unwrap_or(page.changed_at),
    };
    Ok(pages.iter().map(review).collect())
}

/// The pages that wait for their director, and what people asked to be taken off line.
pub(crate) async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let sites = desk::published_by(tx, viewer).await?;
    let mut tasks = Vec::new();
    for page in proposed(tx, &sites.iter().collect::<Vec<_>>()).await? {
        let site = sites.iter().find(|it| it.site.id == page.site_id);
        tasks.push(Task {
            title: page.title.clone(),
            href: page.desk(),
            icon: "globe",
            about: about(&page, site),
            child: None,
            act: W.look_and_publish(),
            due: None,
            since: page.proposed_at.unwrap_or(page.changed_at),
        });
    }
    for Published { site, .. } in &sites {
        if let Some((count, since)) = report::waiting(tx, site).await? {
            tasks.push(Task {
                title: W.reports_waiting(count),
                href: format!("{}/signalements", site.desk()),
                icon: "signaler",
                about: site.title.clone(),
                child: None,
                act: W.answer(),
                due: None,
                since,
            });
        }
    }
    Ok(tasks)
}

/// « Page à publier · L’ARC-EN-CIEL ».
fn about(page: &SitePage, site: Option<&Published>) -> String {
    let title = site.map(|it| it.site.title.clone()).unwrap_or_default();
    [W.page_to_publish(page.proposed_name.as_deref().unwrap_or_default()), title].join(" · ")
}

/// The pages that wait on some sites.
async fn proposed(tx: &mut Tx, sites: &[&Published]) -> Result<Vec<SitePage>> {
    let those: Vec<_> = sites.iter().map(|it| it.site.id).collect();
    match those.is_empty() {
        true => Ok(Vec::new()),
        false => page::proposed(tx, &id_list(those)).await,
    }
}
