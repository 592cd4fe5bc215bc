//! The service liaison through HTTP.
