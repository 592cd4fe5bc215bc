//! Measures. Each figure is the median of several runs of a process of its own, and stands beside a limit or a peer
//! measured in the same run: these machines are noisy, ratios are not.

pub mod agreements;
pub mod bare;
pub mod child;
pub mod client;
pub mod communication;
pub mod crowd;
pub mod directory;
pub mod http;
pub mod import;
pub mod indicators;
pub mod load;
pub mod machine;
mod page;
pub mod parse;
pub mod waiting;

use crate::config::Config;
use std::path::Path;

/// The house of a bench: the one asked for, else one that goes with the bench.
pub(crate) fn settled(config: &Config, folder: &Path) -> Config {
    let usual = config.database.is_none() && config.data == Path::new("./preau-data");
    let data = if usual { folder.to_owned() } else { config.data.clone() };
    Config { data, ..config.clone() }
}

/// What a line says of its limit.
pub(crate) fn verdict(held: bool) -> &'static str {
    if held { "tenu" } else { "NON TENU" }
}

/// The median; the lower of the two in the middle.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn a_median_is_one_of_the_values() {
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(vec![4.0, 1.0, 2.0, 3.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
    }
}
