//! A crash at any moment of an import leaves the state before, and the import can simply be run again.

use crate::house::{House, houses, territory};
use serde_json::Value;
use std::{path::Path, thread, time::Duration};

/// Moments of the kill after the start, in milliseconds: during start, reading, comparison, writing, or after the end.
const MOMENTS: [u64; 8] = [5, 60, 130, 250, 400, 600, 900, 1400];
const SCHOOLS: u32 = 12;

fn kill_after(house: &House, path: &Path, milliseconds: u64) {
    let mut child = house.start(&["import", "aaf", path.to_str().unwrap()]);
    thread::sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A figure of a report, summed over pupils, adults, staff and links.
fn figure(report: &Value, name: &str) -> i64 {
    ["pupils", "guardians", "staff", "links"].iter().map(|kind| report["counts"][kind][name].as_i64().unwrap()).sum()
}

#[test]
fn a_first_import_killed_at_any_moment_is_whole_or_was_not() {
    let full = territory(SCHOOLS, 0);
    for house in houses() {
        let reference = house.like().import(full.path());
        let everybody = figure(&reference[0], "created");
        assert!(everybody > 1000, "{everybody}");
        for moment in MOMENTS {
            let house = house.like();
            kill_after(&house, full.path(), moment);
            let again = &house.import(full.path())[0];
            assert_eq!(again["outcome"], "applied");
            let (created, unchanged) = (figure(again, "created"), figure(again, "unchanged"));
            let whole = (created, unchanged) == (0, everybody) || (created, unchanged) == (everybody, 0);
            assert!(whole, "killed after {moment} ms: {created} created, {unchanged} unchanged of {everybody}");
        }
    }
}

#[test]
fn a_delta_killed_at_any_moment_is_whole_or_was_not() {
    let (full, delta) = (territory(SCHOOLS, 0), territory(SCHOOLS, 1));
    for house in houses() {
        let reference = house.like();
        reference.import(full.path());
        let day = reference.import(delta.path())[0]["counts"].clone();
        for moment in MOMENTS {
            let house = house.like();
            house.import(full.path());
            kill_after(&house, delta.path(), moment);
            let again = &house.import(delta.path())[0];
            match again["outcome"].as_str().unwrap() {
                // The state before: the whole day is still to come.
                "applied" => assert_eq!(again["counts"], day, "killed after {moment} ms"),
                // The state after: the delivery is known.
                "refused" => assert_eq!(house.import(full.path())[0]["outcome"], "stopped"),
                other => panic!("killed after {moment} ms: {other}"),
            }
        }
    }
}
