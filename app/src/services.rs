//! The services of the product, in one list. To add one is to add its line here.

use db::Migration;
use web::Service;

/// Every service.
pub const SERVICES: &[&Service] = &[
    &home::SERVICE,
    &doors::SERVICE,
    &liaison::SERVICE,
    &journal::SERVICE,
    &news::SERVICE,
    &messages::SERVICE,
    &attention::SERVICE,
    &protection::SERVICE,
    &writing::SERVICE,
    &directory::SERVICE,
    &agreements::SERVICE,
    &town::SERVICE,
    &requests::SERVICE,
    &portal::SERVICE,
    &indicators::SERVICE,
    &assistance::SERVICE,
    &personal_data::SERVICE,
    &compliance::SERVICE,
    &supply::SERVICE,
    &headship::SERVICE,
    &groups::SERVICE,
    &people::SERVICE,
    &family::SERVICE,
    &tablets::SERVICE,
    &years::SERVICE,
];

/// The whole schema, in the order it is applied.
pub fn migrations() -> Vec<Migration> {
    let base = school::MIGRATIONS.iter().chain(commons::MIGRATIONS);
    base.chain(SERVICES.iter().flat_map(|service| service.migrations)).copied().collect()
}

/// Every job of the house.
pub fn jobs() -> Vec<commons::job::JobKind> {
    commons::JOBS
        .iter()
        .chain(SERVICES.iter().flat_map(|service| service.jobs.iter().chain(service.nightly)))
        .copied()
        .collect()
}

/// What is done each night.
pub fn nightly() -> Vec<commons::job::JobKind> {
    SERVICES.iter().flat_map(|service| service.nightly).copied().collect()
}
