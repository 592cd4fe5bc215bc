//! Where a push service answers. The address comes from a browser: it must not make the house call its own neighbours.

use hyper::Uri;
use std::net::IpAddr;

/// The longest address kept.
const LONGEST: usize = 1000;

/// The address of a device at a push service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Endpoint {
    pub(super) host: String,
    pub(super) port: u16,
    /// Whether it is reached by TLS; all are, but those of this machine.
    pub(super) secure: bool,
    /// Path and query.
    pub(super) path: String,
}

impl Endpoint {
    /// Reads an address: `https`, a public name, the usual port. `local` accepts `http://127.0.0.1:PORT` besides.
    pub(super) fn read(text: &str, local: bool) -> Option<Self> {
        if text.len() > LONGEST || !text.is_ascii() {
            return None;
        }
        let uri: Uri = text.parse().ok()?;
        // No name and password before the host.
        if uri.authority()?.as_str().contains('@') {
            return None;
        }
        let (scheme, host, port) = (uri.scheme_str()?, uri.host()?.to_ascii_lowercase(), uri.port_u16());
        let path = uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        if local && scheme == "http" && host == "127.0.0.1" {
            return Some(Self { host, port: port.unwrap_or(80), secure: false, path });
        }
        let usual = port.is_none_or(|it| it == 443);
        (scheme == "https" && usual && is_public_name(&host)).then_some(Self { host, port: 443, secure: true, path })
    }

    /// `https://fcm.googleapis.com`, what a signature is for.
    pub(super) fn origin(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{}", self.authority())
    }

    /// The host, with its port where it is not the usual one.
    pub(super) fn authority(&self) -> String {
        match self.secure {
            true => self.host.clone(),
            false => format!("{}:{}", self.host, self.port),
        }
    }
}

/// A name of the public tree: no address in figures, no name of a machine alone, no domain kept for private use.
fn is_public_name(host: &str) -> bool {
    let letters = host.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'.');
    let top = host.rsplit('.').next().unwrap_or_default();
    let private = ["local", "localhost", "internal", "lan", "home", "corp", "intranet", "private", "arpa", "onion"];
    letters
        && host.contains('.')
        && !host.starts_with('.')
        && top.bytes().all(|it| it.is_ascii_alphabetic())
        && !top.is_empty()
        && !private.contains(&top)
}

/// Whether an address belongs to the public internet.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(it) => {
            let [first, second, ..] = it.octets();
            let shared = first == 100 && (64..128).contains(&second);
            let kept = first == 0 || first >= 224 || (first == 198 && (18..20).contains(&second));
            let other = it.is_private() || it.is_loopback() || it.is_link_local() || it.is_documentation();
            !(shared || kept || other || it.octets().starts_with(&[192, 0, 0]))
        }
        IpAddr::V6(it) => match it.to_ipv4_mapped() {
            Some(inner) => is_public(IpAddr::V4(inner)),
            // 2000::/3 is all that is given out; documentation and tunnels are within it.
            None => {
                let [first, second, ..] = it.segments();
                let kept = first == 0x2001 && (second == 0x0db8 || second == 0);
                (0x2000..0x4000).contains(&first) && !kept && first != 0x2002
            }
        },
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_public_push_services_are_called() {
        for (text, accepted) in [
            ("https://fcm.googleapis.com/fcm/send/abc:def", true),
            ("https://updates.push.services.mozilla.com/wpush/v2/gAAAA", true),
            ("https://web.push.apple.com:443/QGP", true),
            ("http://fcm.googleapis.com/fcm/send/abc", false),
            ("https://fcm.googleapis.com:8443/abc", false),
            ("https://127.0.0.1/abc", false),
            ("https://[::1]/abc", false),
            ("https://2130706433/abc", false),
            ("https://0x7f.1/abc", false),
            ("https://localhost/abc", false),
            ("https://postgres/abc", false),
            ("https://base.internal/abc", false),
            ("https://moi:secret@fcm.googleapis.com/abc", false),
            ("file:///etc/passwd", false),
            ("", false),
        ] {
            assert_eq!(Endpoint::read(text, false).is_some(), accepted, "{text}");
        }
        assert!(Endpoint::read("http://127.0.0.1:4000/abc", false).is_none());
        let local = Endpoint::read("http://127.0.0.1:4000/abc", true).unwrap();
        assert_eq!((local.origin().as_str(), local.path.as_str()), ("http://127.0.0.1:4000", "/abc"));
        let long = format!("https://fcm.googleapis.com/{}", "a".repeat(LONGEST));
        assert!(Endpoint::read(&long, false).is_none());
    }

    #[test]
    fn a_public_name_that_leads_inside_is_not_followed() {
        for (address, public) in [
            ("142.250.75.234", true),
            ("2a00:1450:4007:80e::200a", true),
            ("127.0.0.1", false),
            ("10.0.0.5", false),
            ("172.16.3.1", false),
            ("192.168.1.1", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("224.0.0.1", false),
            ("::1", false),
            ("::ffff:127.0.0.1", false),
            ("fd00::1", false),
            ("fe80::1", false),
        ] {
            assert_eq!(is_public(address.parse().unwrap()), public, "{address}");
        }
    }
}
