//! The pages of the service.

pub(crate) mod application;
pub(crate) mod contact;
pub(crate) mod device;
pub(crate) mod holiday;
pub(crate) mod preference;
pub(crate) mod reading;
