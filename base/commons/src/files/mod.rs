//! Files: on their way, judged, kept by their bytes, and removed when nothing holds them.

pub mod deposit;
pub mod file;
pub mod file_name;
pub mod hold;
pub mod paper;
pub mod passage;
pub mod photo;
pub mod sniff;
