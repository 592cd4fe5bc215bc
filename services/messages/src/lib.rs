//! Messages: written between people of the school, seen through children.
//!
//! A conversation (« fil ») is a [`commons::Thing`] nobody manages: shares and reader rows alone say who reads it. Who may
//! write to whom is one table, [`matrix`], asked again for each message sent. Each message has a row per reader, with the
//! instant it reaches them; that row outlives every change of class.

pub mod absence;
pub mod class_setting;
pub mod conversation;
pub mod draft;
pub mod folder;
pub mod guard;
pub mod keeping;
pub mod listing;
pub mod matrix;
pub mod posting;
pub mod reading;
pub mod recall;
pub mod recipient;
pub mod reply;
pub mod search;
pub mod send;
pub mod setting;
pub mod target;
pub mod suggestion;
pub mod verb;
pub mod waiting;
pub mod wording;

mod pages;
