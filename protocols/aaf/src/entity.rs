//! The four kinds of record and the two kinds of delivery.

/// What a member is about. The order of the variants is the order of processing (interfaces.md §1.11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// `EtabEducNat`.
    #[default]
    School,
    /// `Eleve`.
    Pupil,
    /// `PersRelEleve`.
    Guardian,
    /// `PersEducNat`.
    Staff,
}

impl Entity {
    /// All of them, in the order of processing.
    pub const ALL: [Self; 4] = [Self::School, Self::Pupil, Self::Guardian, Self::Staff];

    /// The name AAF gives to the entity, in member names and in `operationalAttributes`.
    pub const fn aaf_name(self) -> &'static str {
        match self {
            Self::School => "EtabEducNat",
            Self::Pupil => "Eleve",
            Self::Guardian => "PersRelEleve",
            Self::Staff => "PersEducNat",
        }
    }

    /// The plural a French reader expects in a report.
    pub const fn label(self) -> &'static str {
        match self {
            Self::School => "écoles",
            Self::Pupil => "élèves",
            Self::Guardian => "responsables",
            Self::Staff => "personnels",
        }
    }

    /// The attribute that repeats the identifier of the record.
    pub(crate) const fn identifier_attribute(self) -> &'static str {
        match self {
            Self::School => "ENTStructureJointure",
            Self::Pupil | Self::Guardian | Self::Staff => "ENTPersonJointure",
        }
    }
}

/// Whether a delivery says everything or only what changed (interfaces.md §1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `Complet`: who is absent has left.
    Full,
    /// `Delta`: nothing may be concluded from absence.
    Delta,
}

impl Kind {
    /// The word used in member names.
    pub const fn aaf_name(self) -> &'static str {
        match self {
            Self::Full => "Complet",
            Self::Delta => "Delta",
        }
    }
}
