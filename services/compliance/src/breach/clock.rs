//! The 72 hours that run from the discovery of a breach.

use super::DataBreach;
use db::Moment;

/// How long the CNIL may be notified without a reason for being late, in hours.
pub const HOURS: i64 = 72;
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// Where the clock of a breach stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// It runs: hours and minutes are left.
    Running {
        /// Whole hours left.
        hours: i64,
        /// Minutes left besides.
        minutes: i64,
    },
    /// It ran out so many whole hours ago.
    Over(i64),
    /// The CNIL was notified, or it was said why not.
    Settled,
}

/// Until when the CNIL may be notified.
pub fn deadline(breach: &DataBreach) -> Moment {
    breach.discovered_at.plus_seconds(HOURS * 3600)
}

impl Clock {
    /// The clock of a breach at an instant.
    pub fn of(breach: &DataBreach, now: Moment) -> Self {
        match breach.is_notification_settled() {
            true => Self::Settled,
            false => Self::between(now, deadline(breach)),
        }
    }

    fn between(now: Moment, deadline: Moment) -> Self {
        let left = deadline.0 - now.0;
        match left >= 0 {
            true => Self::Running { hours: left / HOUR, minutes: left % HOUR / MINUTE },
            false => Self::Over(-left / HOUR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_down_and_then_up() {
        let deadline = Moment(1_000_000_000_000);
        for (seconds, clock) in [
            (-72 * 3600, Clock::Running { hours: 72, minutes: 0 }),
            (-3661, Clock::Running { hours: 1, minutes: 1 }),
            (0, Clock::Running { hours: 0, minutes: 0 }),
            (1800, Clock::Over(0)),
            (7200, Clock::Over(2)),
        ] {
            assert_eq!(Clock::between(deadline.plus_seconds(seconds), deadline), clock, "{seconds}");
        }
    }
}
