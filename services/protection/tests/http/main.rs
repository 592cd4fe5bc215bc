//! The service protection through HTTP.
