//! One request of a visitor: who it is, what transaction it reads in, how its page is shown.

mod arrival;
mod banner;
mod opening;
mod parting_word;
mod signed_in;
mod way_out;

use crate::{
    Answer, Site,
    component::Notice,
    cookies::append_cookie,
    flash,
    guard::Nonce,
    layout::{Layout, Skin},
    measure, navigation,
    pieces::Asked,
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use db::{Result, Tx, Uuid};
use school::{Door, Profile, Viewer, session::Session};

pub use opening::note;
pub use signed_in::{SECOND_FACTOR, SignedIn};
pub use way_out::{BADGE, GIVE_BACK, HOME_CODE, MY_WORK, WALL};

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
    had_parting_word: bool,
    /// The cookie of a session that goes on: it must outlive the page as long as the session does.
    renewed: Option<String>,
    look: Look,
    /// What the cookie of a device of a class holds.
    device: Option<String>,
    /// Whether the browser holds the cookie of a session that has ended.
    session_over: bool,
    /// The door this browser came in by last, once its session has ended.
    last_door: Door,
    /// Whether the page is fetched in advance: nobody has opened it yet.
    in_advance: bool,
    /// Which size and which bytes of a file are asked for.
    pub(crate) asked: Asked,
    /// What is counted once the page is shown.
    counted: Option<measure::Opened>,
    tx: Option<Tx>,
}

/// What a page chose of how it is shown.
#[derive(Debug, Default)]
struct Look {
    unread: u64,
    wide: bool,
    refresh: Option<u16>,
    /// For whom it is drawn, when that is not who is signed in.
    skin: Option<Skin>,
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

    /// How many new things the badge of the home entry shows.
    pub fn set_unread(&mut self, unread: i64) {
        self.look.unread = u64::try_from(unread).unwrap_or(0);
    }

    /// Uses the whole width of the screen.
    pub fn set_wide(&mut self) {
        self.look.wide = true;
    }

    /// Has a browser without script ask for the page again after so many seconds. With script an island does it better:
    /// the rest of the page stays as it is.
    pub fn set_refresh(&mut self, seconds: u16) {
        self.look.refresh = Some(seconds);
    }

    /// Draws the page for somebody who is not signed in yet: a child before the wall.
    pub fn set_skin(&mut self, skin: Skin) {
        self.look.skin = Some(skin);
    }

    /// The page, in its layout.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn page(&self, title: &str, main: &impl Template) -> Answer {
        self.answer(StatusCode::OK, title, &main.render()?)
    }

    /// The same page again, with what is wrong in the form.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn again(&self, title: &str, main: &impl Template) -> Answer {
        self.answer(StatusCode::UNPROCESSABLE_ENTITY, title, &main.render()?)
    }

    fn answer(&self, status: StatusCode, title: &str, main: &str) -> Answer {
        // Nobody goes anywhere before they are wholly in.
        let services = if self.is_inside() { self.site.services } else { &[] };
        let header =
            self.viewer.as_ref().map(|viewer| navigation::header(services, viewer, &self.path, self.look.unread));
        // Over a form that came back, the page to come back to is no page of its own.
        let back = if status == StatusCode::OK { self.path.as_str() } else { "/" };
        let inside = self.viewer.as_ref().filter(|_| self.is_inside());
        let banners = inside.map(|viewer| flash::banners(&self.site, viewer, &self.closed, back)).unwrap_or_default();
        let layout = Layout {
            title,
            nonce: Some(&self.nonce.0),
            skin: self.skin(),
            header: header.as_ref(),
            banners: &banners,
            notices: &self.notices,
            main,
            wide: self.look.wide,
            refresh: self.look.refresh,
            idle: self.idle(),
            conformity: self.site.house.conformity.get(),
        };
        let mut response = (status, Html(layout.render()?)).into_response();
        if self.had_parting_word {
            append_cookie(&mut response, &parting_word::read());
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
        self.viewer.as_ref().zip(self.session.as_ref()).is_some_and(|(viewer, session)| session.accepted(viewer))
    }

    /// Whether the viewer has a task over a territory without a second factor.
    fn lacks_second_factor(&self) -> bool {
        let protected = self.session.as_ref().is_some_and(|it| it.second_factor);
        !protected && self.viewer.as_ref().is_some_and(|it| it.profile() >= Profile::Town)
    }

    /// What the page is drawn for.
    pub fn skin(&self) -> Skin {
        if let Some(skin) = self.look.skin {
            return skin;
        }
        match &self.viewer {
            Some(viewer) if viewer.is_of_first_cycle() => Skin::PupilCycle1,
            Some(viewer) if viewer.profile() == Profile::Pupil => Skin::Pupil,
            _ => Skin::Adult,
        }
    }

    /// Goes on to another page after something was done, saying so there.
    pub fn done(&self, to: &str, message: &str) -> Response {
        parting_word::go_on(to, parting_word::DONE, message)
    }

    /// Goes on to another page because something could not be done, saying so there.
    pub fn not_done(&self, to: &str, message: &str) -> Response {
        parting_word::go_on(to, parting_word::NOT_DONE, message)
    }
}
