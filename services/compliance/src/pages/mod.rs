//! The pages of data protection and accessibility.

pub(crate) mod accessibility;
pub(crate) mod barrier;
pub(crate) mod breach;
pub(crate) mod breach_act;
pub(crate) mod breach_file;
pub(crate) mod breach_form;
pub(crate) mod breach_page;
pub(crate) mod breach_reason;
pub(crate) mod declaration;
pub(crate) mod notice;
pub(crate) mod register;
pub(crate) mod register_entry;
pub(crate) mod register_file;
pub(crate) mod register_form;
pub(crate) mod retention;
pub(crate) mod space;
pub(crate) mod task_held;
