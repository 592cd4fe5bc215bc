//! What stopped a command, as the terminal says it.

use db::{Error, Problems};
use std::{io, path::Path};

/// What stopped a command, in French. Whoever runs the program reads the cause of a fault too: it is theirs to put right.
pub fn told(error: &Error) -> String {
    match error {
        Error::Invalid(problems) => sentences(problems),
        Error::NotFound => "ce qui est demandé n’existe pas ici".to_owned(),
        Error::Forbidden => "ce n’est pas permis".to_owned(),
        Error::Conflict => "quelqu’un d’autre écrit au même endroit : recommencez".to_owned(),
        Error::Fault(cause) => match cause.downcast_ref::<io::Error>() {
            Some(cause) => aaf::said_of(cause),
            None => cause.to_string(),
        },
    }
}

/// What the system says of a file or a folder, with its name.
pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |cause| Error::fault(format!("{} : {}", path.display(), aaf::said_of(&cause)))
}

/// What is wrong, a line each.
fn sentences(problems: &Problems) -> String {
    problems.all().iter().map(|(_, message)| message.as_str()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_in_french_and_without_the_name_of_its_kind() {
        assert_eq!(told(&Error::fault("cet identifiant est déjà pris")), "cet identifiant est déjà pris");
        assert_eq!(told(&Error::invalid("x", "Précisez l’académie.")), "Précisez l’académie.");
        let absent = io::Error::from(io::ErrorKind::NotFound);
        assert_eq!(told(&at(Path::new("liens.csv"))(absent)), "liens.csv : fichier ou dossier introuvable");
        assert_eq!(told(&io::Error::from(io::ErrorKind::PermissionDenied).into()), "accès refusé par le système");
    }
}
