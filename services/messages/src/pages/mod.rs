//! The pages of messages, and what they share.

pub(crate) mod class;
pub(crate) mod closing;
pub(crate) mod communication;
pub(crate) mod compose;
pub(crate) mod compose_page;
pub(crate) mod draft;
pub(crate) mod export;
pub(crate) mod folder;
pub(crate) mod list;
pub(crate) mod list_page;
pub(crate) mod mass;
pub(crate) mod piece;
pub(crate) mod reply;
pub(crate) mod reported;
pub(crate) mod setting;
pub(crate) mod step;
pub(crate) mod suggestion;
pub(crate) mod thread;
pub(crate) mod thread_page;
pub(crate) mod trace;

pub(crate) use web::{is_pupil, voice};
