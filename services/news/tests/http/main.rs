//! The service news through HTTP.
