//! The service through HTTP, with the named world, on both databases.
