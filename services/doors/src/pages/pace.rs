//! How often one address may knock: once a second, with a store of two minutes, since a school shares one address.

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};
use db::Moment;
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{LazyLock, Mutex, PoisonError},
};
use web::{Failure, Site};

const BETWEEN_MILLIS: i64 = 1000;
const MOST_STORED: i64 = 120;
/// Beyond so many addresses, those that have rested are forgotten.
const MOST_ADDRESSES: usize = 10_000;

static KNOCKS: LazyLock<Mutex<Knocks>> = LazyLock::new(Mutex::default);

/// When each address will have rested completely: one number says it all (the « generic cell rate » rule).
#[derive(Debug, Default)]
struct Knocks(HashMap<IpAddr, i64>);

impl Knocks {
    fn allow(&mut self, address: IpAddr, now: Moment) -> bool {
        if self.0.len() > MOST_ADDRESSES {
            self.0.retain(|_, rested| *rested > now.0);
        }
        let rested = self.0.entry(address).or_insert(now.0);
        let next = (*rested).max(now.0) + BETWEEN_MILLIS;
        let allowed = next - now.0 <= MOST_STORED * BETWEEN_MILLIS;
        if allowed {
            *rested = next;
        }
        allowed
    }
}

/// Somebody who does not knock too often. To be asked for before anything that costs.
#[derive(Debug)]
pub(crate) struct Paced;

impl FromRequestParts<Site> for Paced {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        // Without a connection (a test) there is nobody to slow down.
        let Some(ConnectInfo(peer)) = parts.extensions.get::<ConnectInfo<SocketAddr>>() else { return Ok(Self) };
        let mut knocks = KNOCKS.lock().unwrap_or_else(PoisonError::into_inner);
        if knocks.allow(home(peer.ip()), site.house.db.now()) { Ok(Self) } else { Err(Failure::too_many()) }
    }
}

/// A home has 2⁶⁴ addresses of version 6: they count as one.
fn home(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [one, two, three, four, ..] = address.segments();
            Ipv6Addr::new(one, two, three, four, 0, 0, 0, 0).into()
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_knocks_often_then_once_a_second() {
        let mut knocks = Knocks::default();
        let school = IpAddr::from([192, 0, 2, 1]);
        let now = Moment(1_000_000);
        for _ in 0..MOST_STORED {
            assert!(knocks.allow(school, now));
        }
        assert!(!knocks.allow(school, now));
        assert!(knocks.allow(IpAddr::from([192, 0, 2, 2]), now));
        assert!(knocks.allow(school, now.plus_seconds(1)));
        assert!(!knocks.allow(school, now.plus_seconds(1)));
    }

    #[test]
    fn a_home_counts_once() {
        let one = IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, 1]);
        let two = IpAddr::from([0x2001, 0xdb8, 0, 1, 9, 9, 9, 9]);
        let other = IpAddr::from([0x2001, 0xdb8, 0, 2, 0, 0, 0, 1]);
        assert_eq!(home(one), home(two));
        assert_ne!(home(one), home(other));
    }
}
