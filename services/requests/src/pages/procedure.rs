//! A kind of request: added, changed, opened and closed.

use super::{
    Office, at,
    procedure_page::ProcedurePage,
    procedures::{PATH, Wanted},
};
use crate::{
    W,
    procedure::{self, new_slug},
    procedure_form::Typed,
};
use db::{Error, Problems};
use web::{Answer, Form, Path, Query, SignedIn};

/// `GET /demandes/types/nouveau`
pub(crate) async fn blank(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, &wanted.commune, PATH).await?;
    drop(tx);
    let typed = Typed(vec![("active".to_owned(), "on".to_owned()), ("delay".to_owned(), "15".to_owned())]);
    visit.page(W.add_kind(), &ProcedurePage::new(&office, None, &typed, &Problems::default()))
}

/// `GET /demandes/types/{slug}`
pub(crate) async fn edit(mut visit: SignedIn, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, &wanted.commune, PATH).await?;
    let procedure = procedure::one(&mut tx, &office.scope, &slug).await?;
    drop(tx);
    let page = ProcedurePage::new(&office, Some(&procedure), &Typed::of(&procedure), &Problems::default());
    visit.page(&procedure.label, &page)
}

/// `POST /demandes/types`
pub(crate) async fn create(visit: SignedIn, Form(typed): Form<Typed>) -> Answer {
    keep(visit, None, &typed).await
}

/// `POST /demandes/types/{slug}`
pub(crate) async fn save(visit: SignedIn, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    keep(visit, Some(slug), &typed).await
}

async fn keep(mut visit: SignedIn, slug: Option<String>, typed: &Typed) -> Answer {
    let mut tx = visit.write().await?;
    let office = Office::open(&mut tx, &visit.viewer, typed.text("commune"), PATH).await?;
    let known = match &slug {
        Some(slug) => Some(procedure::one(&mut tx, &office.scope, slug).await?),
        None => None,
    };
    let slug = known.as_ref().map_or_else(|| new_slug(&tx), |it| it.slug.clone());
    match typed.check(slug) {
        Ok(procedure) => {
            procedure::save(&mut tx, &office.scope, &procedure).await?;
            tx.commit().await?;
            Ok(visit.done(&at(PATH, &office.scope), W.kind_saved()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let title = known.as_ref().map_or(W.add_kind(), |it| it.label.as_str());
            visit.again(title, &ProcedurePage::new(&office, known.as_ref(), typed, &problems))
        }
        Err(error) => Err(error.into()),
    }
}
