//! The legal notice of a site, made from what the house knows: who publishes, who answers for it, who hosts it, and how to
//! ask for something to be taken off line.

use super::{lines, open::Around};
use crate::{
    W, delegation, director,
    site::{self, PublicSite},
};
use askama::Template;
use commons::identity::Identity;
use db::{Result, Tx};
use school::{Authority, School, Territory, schools_in};
use web::{Answer, Passerby, Path, component::SafeHtml, dates};

#[derive(Template)]
#[template(path = "legal.html")]
struct LegalPage {
    around: Around,
    editor: Vec<String>,
    director: String,
    delegates: Vec<String>,
    host: Option<SafeHtml>,
    contact: Option<SafeHtml>,
    officer: Option<SafeHtml>,
    extras: Option<SafeHtml>,
    report: String,
}

/// `GET /sites/{slug}/mentions-legales`
pub(crate) async fn show(visit: Passerby, Path(slug): Path<String>) -> Answer {
    let mut tx = visit.read().await?;
    let site = PublicSite::open(&mut tx, &slug).await?;
    let page = LegalPage::build(&mut tx, &site).await?;
    drop(tx);
    visit.page(&W.page_of_site(W.legal_title(), &site.title), &page)
}

impl LegalPage {
    async fn build(tx: &mut Tx, site: &PublicSite) -> Result<Self> {
        let (editor, academy) = editor(tx, &site.territory()?).await?;
        let identity = identity(tx, academy).await?;
        let director = director::of(tx, site).await?;
        let delegates = delegation::current(tx, site).await?;
        let day = |day: &db::Day| day.date().map(dates::date).unwrap_or_default();
        Ok(Self {
            around: Around::of(tx, site, "mentions-legales").await?,
            editor,
            director: match director.name.as_str() {
                "" => director.quality.clone(),
                name => W.name_and_quality(name, &director.quality),
            },
            delegates: delegates
                .iter()
                .map(|it| W.delegate_line(day(&it.since_on), day(&it.until_on), &it.name))
                .collect(),
            host: lines(if identity.host.trim().is_empty() { W.host_missing() } else { identity.host.as_str() }),
            contact: lines(&site.contact),
            officer: lines(&identity.officer),
            extras: lines(&site.legal),
            report: format!("{}/signalement", site.address()),
        })
    }
}

/// Who hosts, and who protects the data: what the académie wrote, else the région.
pub(super) async fn identity(tx: &mut Tx, academy: Option<String>) -> Result<Identity> {
    let scope = academy.map_or_else(|| "region".to_owned(), |code| format!("academy:{code}"));
    Identity::of(tx, &scope).await
}

/// Who publishes, in lines, and the code of its académie.
pub(super) async fn editor(tx: &mut Tx, territory: &Territory) -> Result<(Vec<String>, Option<String>)> {
    if let Territory::School(id) = territory {
        let school = School::load(tx, *id).await?;
        let named = match &school.town {
            Some(town) => W.editor_school(site::school_title(&school.name), town),
            None => site::school_title(&school.name),
        };
        return Ok((vec![named, W.editor_uai(&school.uai)], Some(school.academy)));
    }
    let academy = schools_in(tx, territory).await?.into_iter().next().map(|school| school.academy);
    let lines = match Authority::of_territory(tx, territory).await? {
        None => vec![web::place_name(tx, territory).await?],
        Some(it) => {
            let town = format!("{} {}", it.postcode, it.town);
            let siret = it.siret.map(|siret| W.editor_siret(siret)).unwrap_or_default();
            let lines = [it.name, it.address, town.trim().to_owned(), siret];
            lines.into_iter().filter(|line| !line.is_empty()).collect()
        }
    };
    Ok((lines, academy))
}
