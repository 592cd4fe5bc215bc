//! What the form of returns sends: a few fields for each child.

use crate::child::Aimed;

/// The list of children, in problems.
pub const SLIPS: &str = "coupons";
/// The codes typed, in problems.
pub const CODES: &str = "codes";

/// What the form of returns sends, whatever the children.
#[derive(Debug, Clone, Default)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The first value of a field; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// All the values of a field.
    pub fn texts<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the coupon of a child was ticked.
    pub fn is_ticked(&self, child: &Aimed) -> bool {
        !self.text(&ticked(child)).is_empty()
    }
}

/// The field that says that the coupon of a child came back.
pub fn ticked(child: &Aimed) -> String {
    format!("rendu-{}", child.code)
}

/// The field that holds the whole code of that coupon.
pub fn code_field(child: &Aimed) -> String {
    format!("code-{}", child.code)
}

/// The field that says who signed it.
pub fn signer_field(child: &Aimed) -> String {
    format!("signataire-{}", child.code)
}

/// The field that holds its answer.
pub fn answer_field(child: &Aimed) -> String {
    format!("reponse-{}", child.code)
}
