//! How far the service conforms to the RGAA: three states, said at the foot of every page.
//!
//! The declaration belongs to a service; each node keeps its state in memory, read again with what is said over every page
//! ([`crate::flash`]), so that a declaration shows everywhere within a minute and costs no page a statement.

use school::text_enum;
use std::sync::{
    Arc,
    atomic::{AtomicU8, Ordering},
};

text_enum! {
    /// A state of conformity, as the law names them. Without a valid audit there is one only (domain.md §7).
    Conformity {
        /// Under one half of the criteria, or no valid audit.
        NotConform = "not-conform",
        /// One half of the criteria at least.
        Partial = "partial",
        /// All of them.
        Total = "total",
    }
}

impl Conformity {
    /// The state that follows from a rate, in tenths of a percent.
    pub const fn of(rate: i64) -> Self {
        match rate {
            1000.. => Self::Total,
            500..1000 => Self::Partial,
            _ => Self::NotConform,
        }
    }
}

/// The state as this node knows it. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Declared(Arc<AtomicU8>);

impl Declared {
    /// The state.
    pub fn get(&self) -> Conformity {
        let kept = usize::from(self.0.load(Ordering::Relaxed));
        Conformity::ALL.get(kept).copied().unwrap_or(Conformity::NotConform)
    }

    /// Keeps what was read.
    pub fn set(&self, state: Conformity) {
        self.0.store(state as u8, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_three_states_and_the_rate_says_which() {
        for (rate, state) in [
            (0, Conformity::NotConform),
            (499, Conformity::NotConform),
            (500, Conformity::Partial),
            (999, Conformity::Partial),
            (1000, Conformity::Total),
        ] {
            assert_eq!(Conformity::of(rate), state, "{rate}");
        }
    }

    #[test]
    fn a_house_that_declared_nothing_does_not_conform() {
        let declared = Declared::default();
        assert_eq!(declared.get(), Conformity::NotConform);
        declared.clone().set(Conformity::Total);
        assert_eq!(declared.get(), Conformity::Total);
    }
}
