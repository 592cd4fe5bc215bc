//! The service messages through HTTP.
