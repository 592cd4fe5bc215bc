//! The service writing through HTTP.
