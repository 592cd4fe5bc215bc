//! How often one address may knock: once a second, with a store of two minutes, since a school shares one address.

use crate::{Failure, Site};
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use db::Moment;
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{LazyLock, Mutex, PoisonError},
};

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
pub struct Paced;

impl FromRequestParts<Site> for Paced {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        let Some(address) = address(parts, site.behind_proxy) else { return Ok(Self) };
        let mut knocks = KNOCKS.lock().unwrap_or_else(PoisonError::into_inner);
        if knocks.allow(home(address), site.house.db.now()) { Ok(Self) } else { Err(Failure::too_many()) }
    }
}

/// Where a request comes from. Without a connection (a test) there is nobody to slow down.
fn address(parts: &Parts, behind_proxy: bool) -> Option<IpAddr> {
    if behind_proxy {
        return forwarded(&parts.headers);
    }
    parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip())
}

/// The last address is the one our proxy saw; those before it are whatever the visitor pretends.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
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
    fn only_the_last_address_said_by_the_proxy_counts() {
        let headers = |line: &'static str| {
            HeaderMap::from_iter([(
                "x-forwarded-for".parse().ok().unwrap_or(axum::http::header::FORWARDED),
                axum::http::HeaderValue::from_static(line),
            )])
        };
        assert_eq!(forwarded(&headers("198.51.100.7, 192.0.2.1")), Some(IpAddr::from([192, 0, 2, 1])));
        assert_eq!(forwarded(&headers("nobody")), None);
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
