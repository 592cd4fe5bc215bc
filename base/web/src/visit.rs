//! One request of a visitor: who it is, what transaction it reads in, how its page is shown.

use crate::{
    Answer, Failure, Site, W, care,
    component::{ErrorSummary, Notice},
    cookies::{SESSION_COOKIE, append_cookie, cookie, read_cookie, session_cookie},
    flash,
    form::safe_return,
    guard::{Nonce, Seen},
    layout::{Layout, Skin},
    live, navigation,
    pieces::Asked,
};
use askama::Template;
use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{HeaderMap, Method, StatusCode, request::Parts, uri::PathAndQuery},
    response::{Html, IntoResponse, Redirect, Response},
};
use db::{Problems, Result, Tx, Uuid};
use school::{Profile, Viewer, session, session::Session};
use std::{
    ops::{Deref, DerefMut},
    time::Duration,
};

/// A message for the next page.
const NOTICE_COOKIE: &str = "__Host-avis";
/// The banners this browser closed: remembered by it alone, so that closing one writes nothing in the house.
const CLOSED_COOKIE: &str = "__Host-bandeaux";
/// As many as a browser remembers; the oldest are over by then.
const MOST_CLOSED: usize = 20;
/// How long it does. No banner is shown for longer.
const CLOSED_SECONDS: i64 = 60 * 86_400;

/// A request of anybody.
#[derive(Debug)]
pub struct Visit {
    /// The site visited.
    pub site: Site,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// Their session.
    pub session: Option<Session>,
    /// The path asked for.
    pub path: String,
    nonce: Nonce,
    closed: Vec<Uuid>,
    notices: Vec<Notice>,
    had_notice: bool,
    /// The cookie of a session that goes on: it must outlive the page as long as the session does.
    renewed: Option<String>,
    unread: u64,
    wide: bool,
    refresh: Option<u16>,
    /// Which size and which bytes of a file are asked for.
    pub(crate) asked: Asked,
    tx: Option<Tx>,
}

impl Visit {
    /// The reading transaction of this request: the one the viewer was loaded in, while it lasts.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(&mut self) -> Result<Tx> {
        match self.tx.take() {
            Some(tx) => Ok(tx),
            None => self.site.house.db.read().await,
        }
    }

    /// A transaction for writing. The reading one is given back first: a request never holds two connections.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn write(&mut self) -> Result<Tx> {
        self.tx = None;
        self.site.house.db.write().await
    }

    /// Says above this page.
    pub fn say(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Goes on to another page of this site; this browser shows a banner no more.
    pub fn closed(&self, to: &str, banner: impl Into<Uuid>) -> Response {
        let mut response = Redirect::to(safe_return(to)).into_response();
        let kept = [banner.into()].into_iter().chain(self.closed.iter().copied()).take(MOST_CLOSED);
        let list: Vec<String> = kept.map(|id| id.simple().to_string()).collect();
        append_cookie(&mut response, &cookie(CLOSED_COOKIE, &list.join("."), CLOSED_SECONDS));
        response
    }

    /// How many new things the badge of the home entry shows.
    pub fn set_unread(&mut self, unread: i64) {
        self.unread = u64::try_from(unread).unwrap_or(0);
    }

    /// Uses the whole width of the screen.
    pub fn set_wide(&mut self) {
        self.wide = true;
    }

    /// Has a browser without script ask for the page again after so many seconds. With script an island does it better:
    /// the rest of the page stays as it is.
    pub fn set_refresh(&mut self, seconds: u16) {
        self.refresh = Some(seconds);
    }

    /// The page, in its layout.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn page(self, title: &str, main: &impl Template) -> Answer {
        self.answer(StatusCode::OK, title, &main.render()?)
    }

    /// The same page again, with what is wrong in the form.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn again(self, title: &str, main: &impl Template) -> Answer {
        self.answer(StatusCode::UNPROCESSABLE_ENTITY, title, &main.render()?)
    }

    fn answer(self, status: StatusCode, title: &str, main: &str) -> Answer {
        // Nobody goes anywhere before they are wholly in.
        let services = if self.is_inside() { self.site.services } else { &[] };
        let header = self.viewer.as_ref().map(|viewer| navigation::header(services, viewer, &self.path, self.unread));
        // Over a form that came back, the page to come back to is no page of its own.
        let back = if status == StatusCode::OK { self.path.as_str() } else { "/" };
        let inside = self.viewer.as_ref().filter(|_| self.is_inside());
        let banners = inside.map(|viewer| flash::banners(&self.site, viewer, &self.closed, back)).unwrap_or_default();
        let layout = Layout {
            title,
            nonce: &self.nonce.0,
            skin: self.skin(),
            header: header.as_ref(),
            banners: &banners,
            notices: &self.notices,
            main,
            wide: self.wide,
            refresh: self.refresh,
            texts: navigation::texts(),
        };
        let mut response = (status, Html(layout.render()?)).into_response();
        if self.had_notice {
            append_cookie(&mut response, &cookie(NOTICE_COOKIE, "", 0));
        }
        if let Some(renewed) = &self.renewed {
            append_cookie(&mut response, renewed);
        }
        Ok(response)
    }

    /// Whether the viewer has done all that is asked before anything else.
    fn is_inside(&self) -> bool {
        self.accepted_charter() && !self.lacks_second_factor()
    }

    /// Whether the viewer accepted the wording of the charter that is theirs, in its version in force.
    pub fn accepted_charter(&self) -> bool {
        let profile = self.viewer.as_ref().map(Viewer::profile);
        profile.zip(self.session.as_ref()).is_some_and(|(profile, session)| session.accepted(profile))
    }

    /// Whether the viewer administers a territory without a second factor.
    fn lacks_second_factor(&self) -> bool {
        let protected = self.session.as_ref().is_some_and(|it| it.second_factor);
        !protected && self.viewer.as_ref().is_some_and(|it| it.profile() == Profile::Administrator)
    }

    /// What the page is drawn for.
    pub fn skin(&self) -> Skin {
        match &self.viewer {
            Some(viewer) if viewer.profile() == Profile::Pupil && navigation::is_first_cycle(viewer) => {
                Skin::PupilCycle1
            }
            Some(viewer) if viewer.profile() == Profile::Pupil => Skin::Pupil,
            _ => Skin::Adult,
        }
    }

    /// Goes on to another page after something was done, saying so there.
    pub fn done(&self, to: &str, message: &str) -> Response {
        go_on(to, DONE, message)
    }

    /// Goes on to another page because something could not be done, saying so there.
    pub fn not_done(&self, to: &str, message: &str) -> Response {
        go_on(to, NOT_DONE, message)
    }
}

/// The tone of a message for the next page, before its text.
const DONE: char = '+';
const NOT_DONE: char = '-';

fn go_on(to: &str, tone: char, message: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    let text = data_encoding::BASE64URL_NOPAD.encode(format!("{tone}{message}").as_bytes());
    append_cookie(&mut response, &cookie(NOTICE_COOKIE, &text, 60));
    response
}

/// The summary above a form with problems; nothing when all is well.
pub fn summary(problems: &Problems) -> Option<ErrorSummary> {
    // A text to read again is no mistake: its page says so otherwise.
    let shown = problems.all().iter().filter(|(name, _)| *name != care::READ_AGAIN);
    let shown: Vec<(&'static str, String)> = shown.cloned().collect();
    let count = i64::try_from(shown.len()).unwrap_or(i64::MAX);
    (count > 0).then(|| ErrorSummary::new(W.errors_title(count), shown))
}

fn notice_of(headers: &HeaderMap) -> Option<Notice> {
    let text = read_cookie(headers, NOTICE_COOKIE).filter(|it| !it.is_empty())?;
    let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let message = text.get(1..)?;
    Some(if text.starts_with(NOT_DONE) { Notice::attention(message) } else { Notice::success(message) })
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> std::result::Result<Self, Failure> {
        let flashes = site.house.flashes.turn(site.house.db.now());
        let mut tx = site.house.db.read().await?;
        if let Some(turn) = flashes {
            flash::read_again(&mut tx, site, turn).await;
        }
        let token = read_cookie(&parts.headers, SESSION_COOKIE);
        let session = match token {
            Some(token) => session::find(&mut tx, token).await?,
            None => None,
        };
        let viewer = match &session {
            Some(session) => Some(Viewer::load(&mut tx, session.account_id).await?),
            None => None,
        };
        // An open page listens by itself, all night if it may: nobody's use of the session.
        let listens = parts.uri.path() == live::PATH;
        let stale = session.as_ref().filter(|it| !listens && it.is_stale(tx.now()));
        let renewed = stale.zip(token).map(|(session, token)| session_cookie(token, session.stay));
        // A body may take an hour to arrive: what brings one holds no connection meanwhile.
        let reads = matches!(parts.method, Method::GET | Method::HEAD);
        let tx = (reads && stale.is_none()).then_some(tx);
        if let Some(stale) = stale {
            note(touch(site, stale)).await;
        }
        let nonce = parts.extensions.get::<Nonce>().cloned().unwrap_or_else(|| Nonce("".into()));
        let path = match parts.extensions.get::<OriginalUri>() {
            Some(OriginalUri(uri)) => uri.path().to_owned(),
            None => parts.uri.path().to_owned(),
        };
        let notice = notice_of(&parts.headers);
        let had_notice = notice.is_some();
        let notices = notice.into_iter().collect();
        let closed = read_cookie(&parts.headers, CLOSED_COOKIE).unwrap_or_default();
        let closed = closed.split('.').filter_map(|id| id.parse().ok()).take(MOST_CLOSED).collect();
        let visit = Self {
            site: site.clone(),
            viewer,
            session,
            path,
            nonce,
            closed,
            notices,
            had_notice,
            renewed,
            unread: 0,
            wide: false,
            refresh: None,
            asked: Asked::of(parts),
            tx,
        };
        if let Some(seen) = parts.extensions.get::<Seen>() {
            seen.note(visit.skin());
        }
        Ok(visit)
    }
}

/// Longer than a write ever waits but behind an import.
const PATIENCE: Duration = Duration::from_secs(1);

/// Writes something a page can do without: that somebody came, or looked. A page never fails for it.
pub async fn note(writing: impl Future<Output = Result<()>>) {
    match tokio::time::timeout(PATIENCE, writing).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "a note was not written"),
        Err(_) => tracing::warn!("a note was not written in time"),
    }
}

async fn touch(site: &Site, session: &Session) -> Result<()> {
    let mut tx = site.house.db.write().await?;
    session.touch(&mut tx).await?;
    tx.commit().await
}

/// A request of somebody signed in who accepted the charter. Others are sent to sign in, or to read it.
#[derive(Debug)]
pub struct SignedIn {
    visit: Visit,
    /// Who it is.
    pub viewer: Viewer,
}

impl Deref for SignedIn {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl DerefMut for SignedIn {
    fn deref_mut(&mut self) -> &mut Visit {
        &mut self.visit
    }
}

impl SignedIn {
    /// The page, in its layout.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn page(self, title: &str, main: &impl Template) -> Answer {
        self.visit.page(title, main)
    }

    /// The same page again, with what is wrong in the form.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn again(self, title: &str, main: &impl Template) -> Answer {
        self.visit.again(title, main)
    }
}

/// Where whoever administers a territory sets the second factor, before anything else.
pub const SECOND_FACTOR: &str = "/compte/second-facteur";

impl FromRequestParts<Site> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> std::result::Result<Self, Response> {
        // After a form, the page to come back to is the one that had it: its own address answers nothing.
        let back = parts.uri.path_and_query().filter(|_| parts.method == Method::GET);
        let here = back.map_or("/", PathAndQuery::as_str).to_owned();
        let visit = Visit::from_request_parts(parts, site).await.map_err(IntoResponse::into_response)?;
        let Some(viewer) = visit.viewer.clone() else {
            let wanted = percent_encoding::utf8_percent_encode(&here, percent_encoding::NON_ALPHANUMERIC);
            return Err(Redirect::to(&format!("/connexion?suite={wanted}")).into_response());
        };
        if !visit.accepted_charter() {
            return Err(Redirect::to("/charte").into_response());
        }
        if visit.lacks_second_factor() && visit.path != SECOND_FACTOR {
            return Err(Redirect::to(SECOND_FACTOR).into_response());
        }
        Ok(Self { visit, viewer })
    }
}
