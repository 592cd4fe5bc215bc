//! When two entries are not merged, whatever they look like.

use super::facts::Facts;
use crate::W;
use school::Source;

/// Why two entries stay two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A delivery holds both.
    BothDelivered,
    /// Both accounts are in use.
    BothInUse,
    /// One of them has given its place already.
    Over,
}

impl Refusal {
    /// What is said of it, with what to do.
    pub fn word(self) -> &'static str {
        match self {
            Self::BothDelivered => W.double_both_delivered(),
            Self::BothInUse => W.double_both_in_use(),
            Self::Over => W.double_over(),
        }
    }
}

/// Why these entries are not merged; nothing when they may be.
pub fn of(kept: &Facts, other: &Facts) -> Option<Refusal> {
    let both_there = kept.gone_at.is_none() && other.gone_at.is_none();
    let in_use = |it: &Facts| it.activated_at.is_some();
    if kept.merged_into.is_some() || other.merged_into.is_some() || kept.kind != other.kind {
        Some(Refusal::Over)
    } else if both_there && kept.source == Source::Aaf && other.source == Source::Aaf {
        Some(Refusal::BothDelivered)
    } else if in_use(kept) && in_use(other) && kept.account_id != other.account_id {
        Some(Refusal::BothInUse)
    } else {
        None
    }
}
