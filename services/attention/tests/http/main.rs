//! The service attention through HTTP.
