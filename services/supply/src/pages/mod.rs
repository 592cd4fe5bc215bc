//! The pages of what a school gives the directory.

pub(crate) mod corrections;
pub(crate) mod onde_files;
pub(crate) mod onde_run;
mod run_page;
