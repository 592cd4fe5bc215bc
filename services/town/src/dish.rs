//! Dishes: a course, a name, and what is said besides.

use crate::W;
use db::{Error, Result};
use school::text_enum;
use serde::{Deserialize, Serialize};

pub use crate::allergen::{Allergen, Label};

text_enum! {
    /// The courses of a meal, in their order.
    Course {
        /// What comes first.
        Starter = "entree",
        /// The main dish.
        Main = "plat",
        /// What goes with it.
        Side = "accompagnement",
        /// Cheese, yoghurt.
        Dairy = "laitage",
        /// What comes last.
        Dessert = "dessert",
    }
}

/// A dish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dish {
    /// When it comes.
    pub course: Course,
    /// What it is.
    pub name: String,
    /// What it holds that makes some ill.
    pub allergens: Vec<Allergen>,
    /// What it may be proud of.
    pub labels: Vec<Label>,
}

/// A dish as its day keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    course: String,
    name: String,
    #[serde(default)]
    allergens: Vec<String>,
    #[serde(default)]
    labels: Vec<String>,
}

/// The dishes of a day as one text.
///
/// # Errors
/// A fault of the writer.
pub fn written(dishes: &[Dish]) -> Result<String> {
    let kept: Vec<Kept> = dishes.iter().map(Kept::of).collect();
    serde_json::to_string(&kept).map_err(Error::fault)
}

/// The dishes of a text; what a later version would know is left out.
///
/// # Errors
/// A fault for a text that is none of ours.
pub fn read(text: &str) -> Result<Vec<Dish>> {
    let kept: Vec<Kept> = serde_json::from_str(text).map_err(Error::fault)?;
    Ok(kept.into_iter().filter_map(Kept::dish).collect())
}

impl Kept {
    fn of(dish: &Dish) -> Self {
        Self {
            course: dish.course.as_str().to_owned(),
            name: dish.name.clone(),
            allergens: dish.allergens.iter().map(|it| it.as_str().to_owned()).collect(),
            labels: dish.labels.iter().map(|it| it.as_str().to_owned()).collect(),
        }
    }

    fn dish(self) -> Option<Dish> {
        let course = Course::try_from(self.course).ok()?;
        let allergens = self.allergens.into_iter().filter_map(|it| Allergen::try_from(it).ok()).collect();
        let labels = self.labels.into_iter().filter_map(|it| Label::try_from(it).ok()).collect();
        Some(Dish { course, name: self.name, allergens, labels })
    }
}

impl Course {
    /// Its word.
    pub fn word(self) -> String {
        W.course(self.as_str())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn dishes_are_read_as_they_are_written() {
        let dish = Dish {
            course: Course::Main,
            name: "Gratin".to_owned(),
            allergens: vec![Allergen::Milk, Allergen::Gluten],
            labels: vec![Label::Organic],
        };
        let text = written(std::slice::from_ref(&dish)).unwrap();
        assert_eq!(read(&text).unwrap(), [dish]);
        assert!(read("[{\"course\":\"apéritif\",\"name\":\"x\"}]").unwrap().is_empty());
        assert!(read("nothing").is_err());
    }
}
