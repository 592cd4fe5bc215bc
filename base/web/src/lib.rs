//! What every page stands on: the visit, the layout, the components, the words, and one answer for each error.
//!
//! A handler takes a [`SignedIn`] (or a [`Visit`] where anybody may come), opens a transaction on it, calls a rule and
//! shows a page: `visit.page(title, &page)`. Pages are askama structs containing their `<main>` only. Around every
//! answer, `guard` adds the security headers and draws the failures.

mod ask;
pub mod assets;
pub mod calendar;
pub mod care;
pub mod component;
mod cookies;
pub mod dates;
mod departure;
pub mod economy;
mod failure;
mod flash;
mod form;
mod guard;
mod layout;
mod letter;
mod listed;
mod live;
mod measure;
mod multipart;
mod name;
mod navigation;
mod pace;
pub mod paper;
mod passerby;
pub mod personal;
pub mod pieces;
mod place_name;
pub mod reason;
mod service;
pub mod sheet;
mod site;
mod visit;

::words::include_words!();

pub use ask::AskPage;
pub use cookies::{DEVICE_COOKIE, SESSION_COOKIE, append_cookie, cookie, session_cookie};
pub use departure::{DEPARTURE, FORGET_TEXT, doc_of_before, empty_by_departure, forgetting_box, notices_of_departures};
pub use failure::{Answer, Failure};
pub use form::{Form, Path, Query, safe_return, summary};
pub use layout::{Entry, Skin};
pub use letter::{letter, letter_to};
pub use listed::listed;
pub use multipart::{Upload, Uploaded, written};
pub use name::of_name;
pub use navigation::{
    HELP, MY_DATA, NOTIFICATIONS, PAST_YEARS, Place, conformity_words, is_pupil, profile_word, voice,
};
pub use pace::Paced;
pub use passerby::{Passerby, unlisted};
pub use place_name::place_name;
pub use service::{Bearer, Fact, Reading, Reportable, Review, Service, Soon, Task, may_be_closed, untold_to};
pub use site::{Site, router};
pub use visit::{BADGE, GIVE_BACK, HOME_CODE, MY_WORK, SECOND_FACTOR, SignedIn, Visit, WALL, note};
