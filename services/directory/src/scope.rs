//! Which académies somebody runs imports for.

use crate::W;
use db::{Error, Result};
use school::{Right, Viewer, rights::carries};

/// The territory of a grant over everything.
const REGION: &str = "region";
/// What the territory of a grant over one académie begins with.
const ACADEMY: &str = "academy:";

/// The académies somebody runs imports for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Region,
    /// These codes, two digits each.
    Academies(Vec<String>),
}

impl Scope {
    /// The scope of a viewer's grants.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer runs no import.
    pub fn of(viewer: &Viewer) -> Result<Self> {
        let grants = viewer.grants.iter().filter(|grant| carries(grant.role, Right::RunImports));
        let scopes: Vec<&str> = grants.map(|grant| grant.scope.as_str()).collect();
        if scopes.contains(&REGION) {
            return Ok(Self::Region);
        }
        let codes: Vec<String> =
            scopes.iter().filter_map(|scope| scope.strip_prefix(ACADEMY)).map(str::to_owned).collect();
        if codes.is_empty() { Err(Error::NotFound) } else { Ok(Self::Academies(codes)) }
    }

    /// Whether it covers everything: the first value of a statement.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(self, Self::Region)
    }

    /// Whether the imports of an académie are theirs; none is one that is not known yet.
    pub(crate) fn covers(&self, academy: Option<&str>) -> bool {
        match self {
            Self::Region => true,
            Self::Academies(codes) => academy.is_some_and(|code| codes.iter().any(|it| it == code)),
        }
    }

    /// The codes as one value of a statement.
    pub(crate) fn list(&self) -> Result<String> {
        let codes: &[String] = match self {
            Self::Region => &[],
            Self::Academies(codes) => codes,
        };
        serde_json::to_string(codes).map_err(Error::fault)
    }

    /// The code an import is started for: the one named in the form, or the only one there is. None lets the
    /// delivery say it, which only somebody of the whole région may.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the code named is not one of these.
    pub fn expected(&self, named: &str) -> Result<Option<String>> {
        let named = named.trim();
        match self {
            Self::Region if named.is_empty() => Ok(None),
            Self::Region => two_digits(named).map(Some),
            Self::Academies(codes) => match codes.as_slice() {
                [only] => Ok(Some(only.clone())),
                several => several.iter().find(|code| *code == named).cloned().map(Some).ok_or_else(unknown),
            },
        }
    }
}

fn two_digits(code: &str) -> Result<String> {
    let Ok(number) = code.parse::<u8>() else {
        return Err(unknown());
    };
    Ok(format!("{number:02}"))
}

fn unknown() -> Error {
    Error::invalid("academie", W.academy_to_name())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn an_academy_imports_for_itself_whatever_the_form_says() {
        let scope = Scope::Academies(vec!["16".to_owned()]);
        assert_eq!(scope.expected("11").unwrap(), Some("16".to_owned()));
        assert_eq!(scope.list().unwrap(), r#"["16"]"#);
        assert!(!scope.is_whole());
    }

    #[test]
    fn two_academies_must_be_told_apart() {
        let scope = Scope::Academies(vec!["11".to_owned(), "16".to_owned()]);
        assert_eq!(scope.expected("11").unwrap(), Some("11".to_owned()));
        assert!(scope.expected("").is_err());
        assert!(scope.expected("02").is_err());
    }

    #[test]
    fn the_region_may_let_the_delivery_say() {
        assert_eq!(Scope::Region.expected(" ").unwrap(), None);
        assert_eq!(Scope::Region.expected("9").unwrap(), Some("09".to_owned()));
        assert!(Scope::Region.expected("Toulouse").is_err());
    }
}
