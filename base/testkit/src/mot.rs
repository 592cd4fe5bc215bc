//! The mot of the carnet de liaison many stories begin with.

/// What is typed in its form: it is for a whole class, and one adult of each child signs.
pub const MOT: [(&str, &str); 7] = [
    ("title", "Sortie à la ferme"),
    ("body", "Nous irons à la ferme."),
    ("theme", "outing"),
    ("reply", "sign"),
    ("acts", "one"),
    ("reminders", "none"),
    ("whole", "all"),
];
