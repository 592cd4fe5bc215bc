//! A browser and its system in words somebody recognises: « Firefox sur Android ».

use crate::W;

/// In the order they must be looked for: most browsers also pretend to be another.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The words for a `User-Agent` header; empty when there was none.
pub(crate) fn name(user_agent: &str) -> String {
    match (find(BROWSERS, user_agent), find(SYSTEMS, user_agent)) {
        (Some(browser), Some(system)) => W.device(browser, system),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => W.device_unknown().to_owned(),
    }
}

fn find(list: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    list.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn browsers_are_told_from_those_they_pretend_to_be() {
        for (user_agent, words) in [
            ("Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0", "Firefox sur Android"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 \
                 Safari/537.36 Edg/130.0.0.0",
                "Edge sur Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/17.6 Mobile/15E148 Safari/604.1",
                "Safari sur iPhone",
            ),
            ("", "Appareil inconnu"),
        ] {
            assert_eq!(name(user_agent), words);
        }
    }
}
