//! The profiles a news is for: one share each, however many people that makes.

use crate::W;
use school::Public;
use std::fmt;

/// Some profiles, each once, in the order of [`Public::ALL`]. Stored as words with a space between.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publics(pub Vec<Public>);

impl Publics {
    /// The profiles typed in a form; what is none is left out, for the form offers none of it.
    pub fn typed(texts: &[String]) -> Self {
        Self(Public::ALL.iter().copied().filter(|public| texts.iter().any(|text| text == public.as_str())).collect())
    }

    /// Whether the families are among them.
    pub fn has_families(&self) -> bool {
        self.0.contains(&Public::Families)
    }

    /// « Familles, personnels ».
    pub fn words(&self) -> String {
        self.0.iter().map(|public| word(*public)).collect::<Vec<_>>().join(", ")
    }
}

/// The word for a profile.
pub fn word(public: Public) -> &'static str {
    match public {
        Public::Pupils => W.public_pupils(),
        Public::Families => W.public_families(),
        Public::Staff => W.public_staff(),
        Public::TownAgents => W.public_town_agents(),
    }
}

impl TryFrom<String> for Publics {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let publics: std::result::Result<Vec<Public>, String> =
            text.split_whitespace().map(|word| Public::try_from(word.to_owned())).collect();
        publics.map(Self)
    }
}

impl fmt::Display for Publics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|public| public.as_str()).collect();
        out.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_stored_as_they_are_read() {
        let publics = Publics(vec![Public::Pupils, Public::TownAgents]);
        assert_eq!(publics.to_string(), "pupils town-agents");
        assert_eq!(Publics::try_from("pupils town-agents".to_owned()), Ok(publics));
        assert!(Publics::try_from("pupils mayors".to_owned()).is_err());
    }

    #[test]
    fn typed_twice_is_once_and_what_is_no_profile_is_nothing() {
        let typed = ["staff", "mayors", "pupils", "staff"].map(str::to_owned);
        assert_eq!(Publics::typed(&typed), Publics(vec![Public::Pupils, Public::Staff]));
    }
}
