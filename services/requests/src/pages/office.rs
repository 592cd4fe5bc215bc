//! Whom the viewer answers for, on the pages about one commune or grouping.

use super::at;
use crate::{W, side};
use db::{Error, Result, Tx};
use school::Viewer;
use web::component::{Tab, Tabs};

/// A commune or a grouping the viewer answers for, and tabs to the others on the same page.
pub(crate) struct Office {
    pub(crate) scope: String,
    pub(crate) name: String,
    pub(crate) tabs: Option<Tabs>,
}

impl Office {
    /// What was asked for, else the first the viewer answers for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever answers for none, and for what the viewer does not answer for.
    pub(crate) async fn open(tx: &mut Tx, viewer: &Viewer, wanted: &str, page: &str) -> Result<Self> {
        let offices = side::offices(viewer);
        let first = offices.first().ok_or(Error::NotFound)?;
        let wanted = if wanted.is_empty() { first.to_string() } else { wanted.to_owned() };
        let mut tabs = Vec::new();
        let mut opened: Option<(String, String)> = None;
        for territory in &offices {
            let (scope, name) = (territory.to_string(), web::place_name(tx, territory).await?);
            tabs.push(Tab::new(&name, at(page, &scope), scope == wanted));
            if scope == wanted {
                opened = Some((scope, name));
            }
        }
        let (scope, name) = opened.ok_or(Error::NotFound)?;
        Ok(Self { scope, name, tabs: (tabs.len() > 1).then(|| Tabs::new(W.my_offices(), tabs)) })
    }
}
