//! What should be looked at again about an authority. None of it stops anybody.

use jiff::civil::Date;
use school::{Authority, authority::AuthorityKind};

/// Whether the SIREN of a commune is another one than its INSEE code leads to: 21, département, commune (domain.md §1.6). A
/// reason to look again, never to refuse; overseas numbers are made otherwise.
pub fn siren_differs(authority: &Authority) -> bool {
    let (AuthorityKind::Commune, Some(siret)) = (authority.kind, authority.siret.as_deref()) else { return false };
    if !siret.starts_with("21") {
        return true;
    }
    let Some(insee) = authority.insee.as_deref().filter(|it| it.len() == 5 && !it.starts_with("97")) else {
        return false;
    };
    // Corsica is numbered 20 there.
    let department =
        if insee.starts_with("2A") || insee.starts_with("2B") { "20" } else { insee.get(..2).unwrap_or_default() };
    let expected = format!("21{department}0{}", insee.get(2..).unwrap_or_default());
    !siret.starts_with(&expected)
}

/// Whether the mandate of who represents an authority is over.
pub fn mandate_is_over(until: Option<&str>, today: Date) -> bool {
    until.is_some_and(|it| it < today.to_string().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::{Moment, Uuid};

    fn commune(siret: &str, insee: Option<&str>) -> Authority {
        let town = school::Territory::Town("031".to_owned(), "montaubrac".to_owned());
        let id = school::AuthorityId(Uuid::from_u128(1));
        let mut commune = Authority::new(id, "Montaubrac", Some(&town), "031", Moment::DAWN);
        commune.siret = Some(siret.to_owned());
        commune.insee = insee.map(str::to_owned);
        commune
    }

    #[test]
    fn the_siren_of_a_commune_holds_its_insee_code() {
        assert!(!siren_differs(&commune("21310118100013", Some("31118"))));
        assert!(siren_differs(&commune("21310118100013", Some("31119"))));
        assert!(siren_differs(&commune("35600000000048", None)));
        assert!(!siren_differs(&commune("21310118100013", None)));
        assert!(!siren_differs(&commune("21200004600012", Some("2A004"))));
    }
}
