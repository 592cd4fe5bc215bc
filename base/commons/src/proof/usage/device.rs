//! What kind of device a page is opened on.

use school::text_enum;

text_enum! {
    /// What kind of device a page was opened on.
    Device {
        /// A computer.
        Computer = "computer",
        /// A telephone.
        Phone = "phone",
        /// A tablet.
        Tablet = "tablet",
        /// Nothing of these, or nothing said.
        Other = "other",
    }
}

impl Device {
    /// The kind of device a browser says it runs on. Nothing finer is read: no version, no system.
    pub fn of(user_agent: &str) -> Self {
        let agent = user_agent.to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| agent.contains(word));
        if says(&["bot", "crawler", "spider", "smart-tv", "smarttv", "playstation", "nintendo", "xbox"]) {
            return Self::Other;
        }
        // A tablet of Android is one that does not say « mobile ».
        if says(&["ipad", "tablet", "kindle", "silk/"]) || (says(&["android"]) && !says(&["mobile"])) {
            return Self::Tablet;
        }
        if says(&["iphone", "ipod", "android", "windows phone", "mobile"]) {
            return Self::Phone;
        }
        if says(&["windows nt", "macintosh", "cros ", "x11", "linux"]) {
            return Self::Computer;
        }
        Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::Device;

    #[test]
    fn a_device_is_told_by_what_its_browser_says() {
        for (agent, device) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
                Device::Computer,
            ),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1.15", Device::Computer),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/126.0 Safari/537.36", Device::Computer),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", Device::Computer),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 Safari/604.1", Device::Phone),
            ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/126.0 Mobile Safari/537.36", Device::Phone),
            ("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/126.0 Safari/537.36", Device::Tablet),
            ("Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) Mobile/15E148 Safari/604.1", Device::Tablet),
            ("Googlebot/2.1 (+http://www.google.com/bot.html)", Device::Other),
            ("", Device::Other),
        ] {
            assert_eq!(Device::of(agent), device, "{agent}");
        }
    }
}
