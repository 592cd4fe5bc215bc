//! What a browser says of itself, in words people use.

use crate::W;

/// What stands before the version in the header, and the name people know; the first found wins: many say they are others.
const NAMES: [(&str, &str); 7] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// « Firefox 128 sur Windows »; nothing of what it says besides is kept.
pub fn words(header: &str) -> String {
    let system = SYSTEMS.iter().find(|(mark, _)| header.contains(mark)).map(|(_, name)| *name);
    let name = NAMES.iter().find_map(|(mark, name)| Some((*name, version(header, mark)?)));
    match (name, system) {
        (Some((name, version)), Some(system)) => W.browser_on(name, version, system),
        (Some((name, version)), None) => format!("{name} {version}"),
        (None, Some(system)) => system.to_owned(),
        (None, None) => W.browser_unknown().to_owned(),
    }
}

fn version(header: &str, mark: &str) -> Option<u32> {
    let after = header.split_once(mark)?.1;
    let digits: String = after.chars().take_while(char::is_ascii_digit).take(5).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn browsers_are_named_as_people_know_them() {
        for (header, expected) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Firefox 128 sur Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
                "Safari 17 sur macOS",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
                "Chrome 126 sur Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
                "Edge 126 sur Windows",
            ),
            ("", "navigateur inconnu"),
        ] {
            assert_eq!(words(header), expected);
        }
    }
}
