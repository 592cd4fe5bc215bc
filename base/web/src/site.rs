//! The site all services make together, and its routes behind their guards.

use crate::{Service, assets, guard, live};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderMap, header},
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use commons::{House, ThingId};
use db::{Error, Result, Tx};
use school::Viewer;
use std::any::Any;
use tokio::sync::watch;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
};

/// The longest form without files. Forms with files allow themselves more, once they know who sends them.
const MOST_BYTES_SENT: usize = 512 * 1024;

/// The running site: the house, its services, and the signal that it is closing.
#[derive(Clone, Debug)]
pub struct Site {
    /// Database, files, mail.
    pub house: House,
    /// The services, in the order of the navigation.
    pub services: &'static [&'static Service],
    /// Whether a proxy of ours stands before the program and says whom it speaks for (`X-Forwarded-For`).
    pub behind_proxy: bool,
    /// Becomes true when the program is asked to stop: live channels end then.
    pub closing: watch::Receiver<bool>,
}

impl Site {
    /// The service a pattern of addresses belongs to.
    pub(crate) fn service_of(&self, pattern: &str) -> Option<&'static Service> {
        let answers = |known: &&str| known.split_once(' ').is_some_and(|(_, path)| path == pattern);
        self.services.iter().copied().find(|service| service.paths.iter().any(&answers))
    }

    /// The services that open to a viewer.
    pub fn open_to<'a>(&self, viewer: &'a Viewer) -> impl Iterator<Item = &'static Service> + use<'a> {
        self.services.iter().copied().filter(|service| service.admits(viewer))
    }

    /// Whether a service open to the viewer shows the viewer a thing: behind a door for children, what the others hold is not
    /// even named.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn shows(&self, tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<bool> {
        let open: Vec<&'static Service> = self.open_to(viewer).collect();
        for service in open {
            match (service.reportable)(tx, &service.within(viewer), kind, id).await {
                Ok(Some(_)) => return Ok(true),
                Ok(None) | Err(Error::NotFound | Error::Forbidden) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(false)
    }
}

/// All routes of a site behind its guards.
pub fn router(site: Site) -> Router {
    site.house.rules.declare(site.services.iter().flat_map(|service| service.retention).copied().collect());
    site.house.erasers.declare(site.services.iter().map(|service| service.eraser()).collect());
    let mut router = Router::new().route(live::PATH, get(live::stream)).route("/assets/{file}", get(asset));
    for service in site.services {
        router = router.merge((service.routes)());
    }
    router
        .fallback(|| async { crate::Failure::from(db::Error::NotFound) })
        .method_not_allowed_fallback(|| async { crate::Failure::method() })
        .layer(DefaultBodyLimit::max(MOST_BYTES_SENT))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(guard::in_time))
        .layer(CompressionLayer::new().gzip(true).compress_when(worth_compressing()))
        .layer(middleware::from_fn_with_state(site.clone(), guard::dress))
        .with_state(site)
}

/// Sounds and films are compressed already, and a player asks for ranges of their true bytes.
fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("audio/")).and(NotForContentType::const_new("video/"))
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    // The hook of the program has written where; here the visitor gets a number.
    crate::Failure::from(db::Error::fault("a handler panicked")).into_response()
}

async fn asset(headers: HeaderMap, request: Request) -> Response {
    let Some(asset) = assets::find(request.uri().path()) else {
        return crate::Failure::from(db::Error::NotFound).into_response();
    };
    let accepts_gzip =
        headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).is_some_and(|it| it.contains("gzip"));
    let common = [(header::CONTENT_TYPE, asset.mime), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    match asset.gzip.filter(|_| accepts_gzip) {
        Some(gzip) => {
            (common, [(header::CONTENT_ENCODING, "gzip"), (header::VARY, "Accept-Encoding")], gzip).into_response()
        }
        None => (common, asset.bytes).into_response(),
    }
}
