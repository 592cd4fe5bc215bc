//! What a delivery said of an adult responsible for a pupil beside the columns: telephones and address.

use crate::W;
use serde::Deserialize;

/// The ways to reach an adult, as the directory kept them. What is not there reads as nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Details {
    home_phone: Option<String>,
    work_phone: Option<String>,
    mobile: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    country: Option<String>,
    address_shown: Option<bool>,
}

/// A postal address, for those who may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// None is known.
    Unknown,
    /// The family does not want it told: it is told to nobody.
    Hidden,
    /// Its lines.
    Lines(Vec<String>),
}

impl Details {
    /// Reads what is kept; nothing where it cannot be read.
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// The telephone numbers with what each is, the mobile first: an outing calls it first.
    pub fn phones(&self) -> Vec<(&'static str, &str)> {
        let all = [(W.mobile(), &self.mobile), (W.home_phone(), &self.home_phone), (W.work_phone(), &self.work_phone)];
        all.into_iter().filter_map(|(what, number)| Some((what, number.as_deref()?))).collect()
    }

    /// The postal address, unless its diffusion was refused.
    pub fn address(&self) -> Address {
        if self.address_shown == Some(false) {
            return Address::Hidden;
        }
        let town = [&self.postcode, &self.city].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let street = self.address.iter().flat_map(|it| it.lines()).map(str::to_owned);
        let rest = [Some(town), self.country.clone()].into_iter().flatten();
        let lines: Vec<String> = street.chain(rest).filter(|line| !line.trim().is_empty()).collect();
        if lines.is_empty() { Address::Unknown } else { Address::Lines(lines) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_unless_its_diffusion_is_refused() {
        let written =
            r#"{"address":"3 rue du Pont\nBât. B","postcode":"31999","city":"MONTAUBRAC","mobile":"0600000001"}"#;
        let details = Details::read(written);
        let lines = ["3 rue du Pont", "Bât. B", "31999 MONTAUBRAC"].map(str::to_owned).to_vec();
        assert_eq!(details.address(), Address::Lines(lines));
        assert_eq!(details.phones(), [(W.mobile(), "0600000001")]);
        let hidden = Details { address_shown: Some(false), ..details };
        assert_eq!(hidden.address(), Address::Hidden);
        assert_eq!(Details::read("{}").address(), Address::Unknown);
        assert_eq!(Details::read("not json"), Details::default());
    }
}
