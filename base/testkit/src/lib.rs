//! What tests stand on: the application in this process, on both databases, with one small world that is always the same.
//!
//! A test is a story told to [`on_both`]. It acts as the people of the `world` through HTTP, at the hour it chooses:
//! `app.by(Thomas).get("/").await`. What is not named in the world does not exist; everybody of the second school is a
//! stranger to the first, and must never see anything of it.

mod app;
mod chess;
mod client;
mod database;
mod mot;
mod page;
pub mod people;
pub mod photograph;
mod stranger;
mod world;

pub use app::{App, on_both};
pub use chess::chess;
pub use client::Client;
pub use mot::{MOT, mot_form, mot_to_zoe_and_lina};
pub use page::{Page, plain_spaced};
pub use people::{Classroom, Place, Who};
pub use stranger::strangers_find_nothing;
