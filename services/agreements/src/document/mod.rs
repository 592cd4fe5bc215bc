//! What is printed about a convention: the convention itself, its annex, what a council needs to decide, the letter.
//!
//! [`Facts`] are read once; each document is then made of them alone, so that a bench or a preview can make one too.

pub mod annex;
mod article;
pub mod convention;
pub mod decision_draft;
mod facts;
pub mod letter;
pub mod note;
pub mod template;
pub mod text;
mod unbroken;
mod wording;

pub use facts::Facts;
pub use unbroken::unbroken;
