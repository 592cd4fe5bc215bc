//! The lines of what is due, a school each: their total is their sum, kept nowhere.

use db::FromRow;
use std::collections::BTreeMap;

/// A line: what is due for a school.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct SumLine {
    /// The national code of the school.
    pub uai: String,
    /// The line of the annex: « 0310001H - MONTAUBRAC - 31 - E.P.PU LES TILLEULS ».
    pub label: String,
    /// What is due for it, in cents.
    pub amount_cents: i64,
}

/// What lines come to, in cents.
pub fn total(lines: &[SumLine]) -> i64 {
    lines.iter().map(|line| line.amount_cents).sum()
}

/// A line per school, each once, by national code: `(uai, label)`.
pub fn lines_for(schools: impl IntoIterator<Item = (String, String)>, price_cents: i64) -> Vec<SumLine> {
    let once: BTreeMap<String, String> = schools.into_iter().collect();
    once.into_iter().map(|(uai, label)| SumLine { uai, label, amount_cents: price_cents }).collect()
}

#[cfg(test)]
mod tests {
    use super::{lines_for, total};
    use proptest::prelude::*;

    fn any_schools() -> impl Strategy<Value = Vec<(String, String)>> {
        prop::collection::vec(("[0-9]{7}[A-Z]", "[A-Z .'-]{0,40}"), 0..60)
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_the_lines_and_as_many_times_the_price(schools in any_schools(), price in 0_i64..100_000) {
            let lines = lines_for(schools.clone(), price);
            let mut codes: Vec<&str> = schools.iter().map(|it| it.0.as_str()).collect();
            codes.sort_unstable();
            codes.dedup();
            prop_assert_eq!(lines.iter().map(|it| it.uai.as_str()).collect::<Vec<_>>(), codes, "each school once, by code");
            prop_assert_eq!(total(&lines), price * i64::try_from(lines.len()).unwrap_or(0));
        }
    }
}
