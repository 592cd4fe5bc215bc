//! What the coupons of a mot, and the proof of what came back, are made of.

/// A mot, the same on all its coupons.
#[derive(Clone, Debug)]
pub struct Mot {
    /// Name of the school.
    pub school: String,
    /// Its title.
    pub title: String,
    /// Who wrote it and when, "Thomas Roux, le 5 octobre 2026".
    pub from: String,
    /// Its text, a paragraph each.
    pub paragraphs: Vec<String>,
    /// The last day in words, "À rendre avant le vendredi 9 octobre".
    pub due: Option<String>,
    /// What is asked.
    pub reply: Reply,
}

/// What a mot asks of families.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Nothing: it is to be read.
    Nothing,
    /// A box that says it was read, and a signature.
    Read,
    /// A signature.
    Sign,
    /// One box of several, and a signature.
    Choice(Vec<String>),
    /// A few words, and a signature.
    Text,
}

/// The coupon of one child.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The child, "Zoé M.".
    pub child: String,
    /// The class, "CP".
    pub class: String,
    /// A line to sign for each of these adults; none for any responsible adult.
    pub signers: Vec<String>,
    /// The code of the coupon: it stands for mot, child and version, and names nobody.
    pub code: String,
}

impl Slip {
    /// What comes before the code in the QR code, so that no other code is taken for one of ours.
    pub const PREFIX: &'static str = "PREAU1:";
}

/// What a mot said, to whom, and what came back.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Name of the school.
    pub school: String,
    /// The title of the mot.
    pub title: String,
    /// What was asked, of whom, for when: a line each.
    pub about: Vec<String>,
    /// Who made the document and when, "Établi le 7 octobre 2026 à 17 h 05 par Thomas Roux".
    pub made: String,
    /// Every version of the mot, the first one first.
    pub versions: Vec<ProofVersion>,
    /// What came back in figures: a line each.
    pub summary: Vec<String>,
    /// A line per child and adult.
    pub lines: Vec<ProofLine>,
}

/// What a version of a mot said.
#[derive(Clone, Debug)]
pub struct ProofVersion {
    /// Its number, its date, its author, "Version 2, 6 octobre 2026 à 8 h, Thomas Roux".
    pub heading: String,
    /// Its text, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// What one adult did for one child.
#[derive(Clone, Debug, Default)]
pub struct ProofLine {
    /// The child.
    pub child: String,
    /// The adult.
    pub adult: String,
    /// « Signé », « Lu », « Non lu ».
    pub state: String,
    /// When.
    pub at: String,
    /// How: application, letter, paper and by whom it was entered.
    pub channel: String,
    /// The version it is about.
    pub version: String,
    /// The answer given.
    pub answer: String,
}
