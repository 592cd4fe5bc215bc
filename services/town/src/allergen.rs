//! What is said of a dish besides its name: the allergens the law names, labels.

use crate::W;
use school::text_enum;

text_enum! {
    /// The fourteen allergens of the European regulation 1169/2011, annex II, in its order.
    Allergen {
        /// Cereals with gluten.
        Gluten = "gluten",
        /// Crustaceans.
        Crustaceans = "crustaces",
        /// Eggs.
        Eggs = "oeufs",
        /// Fish.
        Fish = "poissons",
        /// Peanuts.
        Peanuts = "arachides",
        /// Soybeans.
        Soybeans = "soja",
        /// Milk.
        Milk = "lait",
        /// Nuts.
        Nuts = "fruits-a-coque",
        /// Celery.
        Celery = "celeri",
        /// Mustard.
        Mustard = "moutarde",
        /// Sesame.
        Sesame = "sesame",
        /// Sulphites.
        Sulphites = "sulfites",
        /// Lupin.
        Lupin = "lupin",
        /// Molluscs.
        Molluscs = "mollusques",
    }
}

text_enum! {
    /// What a dish may be proud of.
    Label {
        /// Of organic farming.
        Organic = "bio",
        /// Made nearby.
        Local = "local",
        /// Without meat or fish.
        Vegetarian = "vegetarien",
    }
}

impl Allergen {
    /// Its word.
    pub fn word(self) -> String {
        W.allergen(self.as_str())
    }

    /// The drawing of it, for those who do not read yet; the word stands beside it.
    pub fn icon(self) -> String {
        format!("allergene-{}", self.as_str())
    }
}

impl Label {
    /// Its word.
    pub fn word(self) -> String {
        W.label(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_allergen_has_a_word_of_its_own_and_a_drawing_in_the_house() {
        assert_eq!(Allergen::ALL.len(), 14);
        for (rank, allergen) in Allergen::ALL.iter().enumerate() {
            let before = &Allergen::ALL[..rank];
            assert!(before.iter().all(|it| it.word() != allergen.word()));
            // A name without a drawing stops here.
            let _ = web::component::Icon::new(allergen.icon());
        }
    }
}
