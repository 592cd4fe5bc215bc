//! The national table of links between a pupil and a person in charge (interfaces.md §1.8).

/// The French words for a relation code, today's or that of old data.
pub const fn relation_label(code: i64) -> Option<&'static str> {
    match code {
        2 | 10 => Some("mère"),
        1 | 20 => Some("père"),
        37 => Some("frère ou sœur"),
        38 => Some("ascendant"),
        4 | 39 => Some("autre membre de la famille"),
        41 => Some("éducateur"),
        42 => Some("assistant familial"),
        43 => Some("garde d’enfant"),
        3 | 50 => Some("tuteur"),
        5 | 51 => Some("aide sociale à l’enfance"),
        7 | 70 => Some("élève lui-même"),
        6 | 90 => Some("autre lien"),
        _ => None,
    }
}
