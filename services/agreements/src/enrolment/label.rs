//! How a school is listed in a convention and its annex.

use super::Enrolled;

/// « 0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS »: a school as the annex of a convention lists it.
pub fn label(school: &Enrolled) -> String {
    line(&school.uai, school.town.as_deref(), school.kind.as_deref(), &school.name)
}

/// The same, from its parts. A kind that is no code of domain.md §9.3 is left out.
pub fn line(uai: &str, town: Option<&str>, kind: Option<&str>, name: &str) -> String {
    let kind = kind.map(str::trim).filter(|it| it.contains('.') && !it.contains(' '));
    let name = kind.map_or_else(|| name.to_uppercase(), |kind| format!("{kind} {}", name.to_uppercase()));
    let town = town.map(str::to_uppercase);
    let parts = [Some(uai), town.as_deref(), uai.get(..3), Some(name.as_str())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" - ")
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_school_is_listed_as_in_a_convention() {
        assert_eq!(
            line("0311696A", Some("Toulouse"), Some("E.E.PU"), "Les Tilleuls"),
            "0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS"
        );
        let bare = line("0311710R", None, Some("ECOLE DE NIVEAU ELEMENTAIRE"), "Jean Moulin");
        assert_eq!(bare, "0311710R - 031 - JEAN MOULIN");
    }
}
