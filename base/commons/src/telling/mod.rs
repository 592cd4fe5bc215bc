//! How people hear of what is new: notices, the badge, pushes and letters, what is said over every page.

pub mod attention;
pub mod flash;
pub mod live;
pub mod mail;
pub mod notification;
pub mod push;
pub mod reading_link;
