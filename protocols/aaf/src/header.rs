//! What the comments at the start of a member say about the delivery (interfaces.md §1.2).

use crate::Refusal;
use crate::academies::parse_academy_code;

/// Values of the comments that follow the start of the root element. All may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// `versionAF`, such as `AAF-VE2607`.
    pub format: Option<String>,
    /// `versionSDET`.
    pub scheme: Option<String>,
    /// `codeAcademieExport`, as written.
    pub academy_code: Option<String>,
    /// `degre`: `1D`.
    pub degree: Option<String>,
    /// `dateGenerationExport`, as written.
    pub generated: Option<String>,
}

impl Header {
    /// Checks that a delivery comes from the académie of this code, when it says where it comes from.
    ///
    /// # Errors
    /// [`Refusal::WrongAcademy`].
    pub fn expect_academy(&self, expected: u8) -> Result<(), Refusal> {
        match &self.academy_code {
            Some(found) if parse_academy_code(found) != Some(expected) => {
                Err(Refusal::WrongAcademy { expected: expected.to_string(), found: found.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Adds what another member says to what the members before it said.
    pub(crate) fn agree(&mut self, other: Self) -> Result<(), Refusal> {
        if let Some(degree) = other.degree.as_ref().filter(|degree| !degree.eq_ignore_ascii_case("1D")) {
            return Err(Refusal::WrongDegree(degree.clone()));
        }
        if let (Some(one), Some(two)) = (&self.academy_code, &other.academy_code)
            && parse_academy_code(one) != parse_academy_code(two)
        {
            return Err(Refusal::MixedAcademies(one.clone(), two.clone()));
        }
        self.format = self.format.take().or(other.format);
        self.scheme = self.scheme.take().or(other.scheme);
        self.academy_code = self.academy_code.take().or(other.academy_code);
        self.degree = self.degree.take().or(other.degree);
        self.generated = self.generated.take().or(other.generated);
        Ok(())
    }

    /// Takes in the `name="value"` pairs of one comment.
    pub(crate) fn absorb(&mut self, comment: &str) {
        let mut rest = comment;
        while let Some((before, after)) = rest.split_once("=\"") {
            let Some((value, next)) = after.split_once('"') else {
                return;
            };
            let name = before.split_whitespace().next_back().unwrap_or_default();
            if let Some(place) = self.place(name) {
                place.get_or_insert_with(|| value.trim().chars().take(80).collect());
            }
            rest = next;
        }
    }

    fn place(&mut self, name: &str) -> Option<&mut Option<String>> {
        match name {
            "versionAF" => Some(&mut self.format),
            "versionSDET" => Some(&mut self.scheme),
            "codeAcademieExport" => Some(&mut self.academy_code),
            "degre" => Some(&mut self.degree),
            "dateGenerationExport" => Some(&mut self.generated),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_pairs_in_one_comment_are_read() {
        let mut header = Header::default();
        header.absorb(" versionAF=\"AAF-VE2607\" codeAcademieExport=\"16\" autre=\"x\" ");
        header.absorb(" degre=\"1D ");
        assert_eq!(header.format.as_deref(), Some("AAF-VE2607"));
        assert_eq!(header.academy_code.as_deref(), Some("16"));
        assert_eq!(header.degree, None);
    }
}
