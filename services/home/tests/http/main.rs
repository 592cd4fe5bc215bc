//! « Aujourd’hui » through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod audience;
mod badge;
mod children;
mod documents;
mod notices;
mod profiles;
mod steps;
mod strangers;
mod territory;
mod window;

use web::Service;

const SERVICES: &[&Service] = &[&home::SERVICE];
