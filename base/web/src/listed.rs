//! Names, days, whatever a sentence lists: « Zoé, Tom et Ana ».

use crate::W;
use std::borrow::Borrow;

/// « Zoé », « Zoé et Tom », « Zoé, Tom et Ana ».
pub fn listed<S: Borrow<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [only] => only.borrow().to_owned(),
        [others @ .., last] => {
            let last: &str = last.borrow();
            W.listed(others.join(", "), last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn the_last_one_comes_after_its_little_word() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["Zoé"]), "Zoé");
        assert_eq!(listed(&["Zoé", "Tom"]), "Zoé et Tom");
        assert_eq!(listed(&["Zoé".to_owned(), "Tom".to_owned(), "Ana".to_owned()]), "Zoé, Tom et Ana");
    }
}
