//! The directory.

pub mod import;

::words::include_words!();
