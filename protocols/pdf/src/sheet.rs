//! What one person needs to sign in.

/// What one person needs to sign in. Has no `Debug`: a code must not reach a log.
#[derive(Clone)]
pub struct Sheet {
    /// Name of the school, as its door shows it.
    pub school: String,
    /// Name of the class, "CM2 A".
    pub class: String,
    /// Whether the sheet says *vous* or *tu*.
    pub audience: Audience,
    /// The person, "Camille Durand".
    pub name: String,
    /// One line per child, ready to print: "Responsable de Léo M. (CE1)". Empty for pupils and staff.
    pub children: Vec<String>,
    /// Address of the ENT to type in a browser, with `https://`.
    pub address_of_service: String,
    /// The login to type; empty when the code alone opens.
    pub login: String,
    /// The activation code, if the account still waits for it.
    pub code: Secret,
    /// Address the QR code opens.
    pub activation_url: String,
    /// Last day of the code in words, "30 novembre 2026".
    pub valid_until: Option<String>,
    /// Whether the school itself said who this is, and not the national directory: a page tells where the data come from.
    pub told_by_school: bool,
}

/// Who reads the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// An adult of a family, addressed as *vous*.
    Adult,
    /// Somebody who works at the school, addressed as *vous*.
    Team,
    /// Addressed as *tu*.
    Pupil,
    /// A pupil whose badge stays in class, with the teacher.
    PupilInClass,
    /// A pupil whose card stays at home, with the family.
    PupilAtHome,
}

/// What stands where the secret goes.
#[derive(Clone)]
pub enum Secret {
    /// An activation code, as it must be typed.
    Code(String),
    /// The person has chosen a password, which nobody can print.
    AlreadyActive,
}

/// The code in groups an eye can follow: of four, or of three when only that falls right.
///
/// A short code, or one that brings its own separators, stays as it is.
pub(crate) fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    if letters.len() < 6 || !letters.iter().all(char::is_ascii_alphanumeric) {
        return code.to_owned();
    }
    let size = if !letters.len().is_multiple_of(4) && letters.len().is_multiple_of(3) { 3 } else { 4 };
    let groups: Vec<String> = letters.chunks(size).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn codes_are_grouped_unless_they_are_short_or_already_are() {
        assert_eq!(grouped("abcd3456"), "abcd 3456");
        assert_eq!(grouped("abc345"), "abc 345");
        assert_eq!(grouped("abcd34567"), "abc d34 567");
        assert_eq!(grouped("abcd345678"), "abcd 3456 78");
        assert_eq!(grouped("ab34"), "ab34");
        assert_eq!(grouped("abc-345-xyz"), "abc-345-xyz");
    }
}
