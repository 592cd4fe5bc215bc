//! Addresses a text may lead to.

use crate::refused::Reason;

/// The longest link kept, in characters.
const LONGEST_LINK: usize = 2000;

/// An address a text may lead to: `https`, `http` or `mailto`, without credentials, at most 2,000 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href(String);

impl Href {
    /// Checks an address; the scheme is put in lower case, the rest kept as typed.
    ///
    /// Fails with [`Reason::LinkTooLong`] or [`Reason::Link`].
    pub fn new(raw: &str) -> Result<Self, Reason> {
        let address = raw.trim();
        if address.chars().count() > LONGEST_LINK {
            return Err(Reason::LinkTooLong);
        }
        // Browsers drop tabs and new lines and read `\` as `/`: what we check would not be what they open.
        if address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(Reason::Link);
        }
        let (scheme, rest) = address.split_once(':').ok_or(Reason::Link)?;
        let scheme = scheme.to_ascii_lowercase();
        let sound = match scheme.as_str() {
            "https" | "http" => leads_to_a_host(rest),
            "mailto" => leads_to_a_mailbox(rest),
            _ => false,
        };
        if sound { Ok(Self(format!("{scheme}:{rest}"))) } else { Err(Reason::Link) }
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address a person would copy: a mailbox without its `mailto:`.
    pub(crate) fn readable(&self) -> &str {
        self.0.strip_prefix("mailto:").unwrap_or(&self.0)
    }

    /// Whether it opens a page of another site, and not a mail program.
    pub(crate) fn is_web(&self) -> bool {
        self.0.starts_with("http")
    }
}

fn leads_to_a_host(rest: &str) -> bool {
    let Some(after_slashes) = rest.strip_prefix("//") else {
        return false;
    };
    let host = after_slashes.split(['/', '?', '#']).next().unwrap_or_default();
    // `https://ecole.fr@ailleurs.example` shows one site and opens another.
    !host.contains('@') && host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
}

fn leads_to_a_mailbox(rest: &str) -> bool {
    let mailbox = rest.split('?').next().unwrap_or_default();
    mailbox.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Href;
    use crate::refused::Reason;

    #[test]
    fn links_that_people_need_are_kept() {
        for (typed, kept) in [
            ("https://www.education.gouv.fr/a?b=c#d", "https://www.education.gouv.fr/a?b=c#d"),
            (" HTTP://exemple.fr ", "http://exemple.fr"),
            ("https://école.fr/@mairie", "https://école.fr/@mairie"),
            ("https://[2001:db8::1]:8080/", "https://[2001:db8::1]:8080/"),
            ("mailto:ecole@exemple.fr?subject=Bonjour", "mailto:ecole@exemple.fr?subject=Bonjour"),
        ] {
            assert_eq!(Href::new(typed).as_ref().map(Href::as_str), Ok(kept));
        }
    }

    #[test]
    fn other_links_are_refused() {
        for typed in [
            "",
            "exemple.fr",
            "/accueil",
            "//exemple.fr",
            "https:exemple.fr",
            "https://",
            "https:///exemple.fr",
            "https://?exemple.fr",
            "https://ecole.fr@ailleurs.example/",
            "https://nom:secret@exemple.fr/",
            "https://exemple.fr\\@ailleurs.example",
            "https://exemple.fr/deux mots",
            "javascript:alert(1)",
            "JavaScript://exemple.fr/%0aalert(1)",
            "java\tscript:alert(1)",
            "data:text/html,bonjour",
            "ftp://exemple.fr",
            "mailto:",
            "mailto:@exemple.fr",
            "mailto:ecole@",
            "mailto:?to=ecole@exemple.fr",
        ] {
            assert_eq!(Href::new(typed), Err(Reason::Link), "{typed}");
        }
    }

    #[test]
    fn links_have_a_greatest_length() {
        let start = "https://exemple.fr/";
        let longest = format!("{start}{}", "é".repeat(2000 - start.len()));
        assert!(Href::new(&longest).is_ok());
        assert_eq!(Href::new(&format!("{longest}é")), Err(Reason::LinkTooLong));
    }
}
