//! The codes of the académies (interfaces.md §6.2), by the name their folder carries in a regional delivery.

/// The code of an académie from its folder name, such as 16 for `TOULOUSE`. Case and the
/// separator (space, hyphen or underscore) do not matter; the former three-letter names are understood.
pub fn academy_code(name: &str) -> Option<u8> {
    let name = name.trim().replace(['-', ' '], "_").to_ascii_uppercase();
    ACADEMIES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

/// A code as comments write it, `009` or `9`.
pub(crate) fn parse_academy_code(text: &str) -> Option<u8> {
    text.trim().parse().ok()
}

const ACADEMIES: &[(&str, u8)] = &[
    ("PARIS", 1),
    ("PAR", 1),
    ("AIX_MARSEILLE", 2),
    ("BESANCON", 3),
    ("BORDEAUX", 4),
    ("CAEN", 5),
    ("CLERMONT_FERRAND", 6),
    ("DIJON", 7),
    ("GRENOBLE", 8),
    ("LILLE", 9),
    ("LYON", 10),
    ("LYO", 10),
    ("MONTPELLIER", 11),
    ("MON", 11),
    ("NANCY_METZ", 12),
    ("POITIERS", 13),
    ("RENNES", 14),
    ("STRASBOURG", 15),
    ("TOULOUSE", 16),
    ("TLS", 16),
    ("NANTES", 17),
    ("ORLEANS_TOURS", 18),
    ("REIMS", 19),
    ("AMIENS", 20),
    ("ROUEN", 21),
    ("LIMOGES", 22),
    ("NICE", 23),
    ("CRETEIL", 24),
    ("VERSAILLES", 25),
    ("ANTILLES_GUYANE", 26),
    ("CORSE", 27),
    ("LA_REUNION", 28),
    ("MARTINIQUE", 31),
    ("GUADELOUPE", 32),
    ("GUYANE", 33),
    ("NOUVELLE_CALEDONIE", 40),
    ("POLYNESIE", 41),
    ("WALLIS_ET_FUTUNA", 42),
    ("MAYOTTE", 43),
    ("ST_PIERRE_ET_MIQUELON", 44),
    ("NORMANDIE", 70),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_or_separator() {
        assert_eq!(academy_code("toulouse"), Some(16));
        assert_eq!(academy_code("Aix-Marseille"), Some(2));
        assert_eq!(academy_code("livraison"), None);
        assert_eq!(parse_academy_code("009"), Some(9));
    }
}
