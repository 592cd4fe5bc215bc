//! What was typed about the meal of a day.

use crate::{
    W,
    dish::{Allergen, Course, Dish, Label},
    fields::Fields,
};
use db::{Problems, Result};

/// The longest name of a dish.
pub const LONGEST_DISH: usize = 120;
/// The longest note about a day.
pub const LONGEST_NOTE: usize = 300;

/// What was typed about a day: its dishes in order, and what is said of it. A dish that takes the place of another with the
/// allergens and labels of that one is asked about once: `kept` are the dishes before.
///
/// # Errors
/// [`db::Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields, kept: &[Dish]) -> Result<(Vec<Dish>, String)> {
    let mut problems = Problems::default();
    let mut dishes = Vec::new();
    for course in Course::ALL {
        let name = fields.short(&mut problems, course.as_str(), LONGEST_DISH, W.too_long());
        let dish = Dish {
            course: *course,
            name,
            allergens: ticked(Allergen::ALL, Allergen::as_str, &fields.texts(&allergens_of(*course))),
            labels: ticked(Label::ALL, Label::as_str, &fields.texts(&labels_of(*course))),
        };
        let says_nothing = dish.allergens.is_empty() && dish.labels.is_empty();
        problems.require(!dish.name.is_empty() || says_nothing, course.as_str(), W.dish_missing());
        let is_seen = fields.text(&seen_of(*course)) == dish.name;
        problems.require(says_nothing || is_seen || !has_old_ticks(&dish, kept), course.as_str(), W.dish_changed());
        if !dish.name.is_empty() {
            dishes.push(dish);
        }
    }
    let note = fields.short(&mut problems, "note", LONGEST_NOTE, W.too_long());
    problems.or((dishes, note))
}

/// The name of the boxes of the allergens of a course.
pub fn allergens_of(course: Course) -> String {
    format!("{}-allergenes", course.as_str())
}

/// The name of the boxes of the labels of a course.
pub fn labels_of(course: Course) -> String {
    format!("{}-labels", course.as_str())
}

/// The name of the hidden field that says for which dish the boxes of a course came back to be looked at.
pub fn seen_of(course: Course) -> String {
    format!("{}-relu", course.as_str())
}

/// Whether a dish took the place of another and kept all that was ticked for it.
fn has_old_ticks(dish: &Dish, kept: &[Dish]) -> bool {
    let old = kept.iter().find(|it| it.course == dish.course && !dish.name.is_empty() && it.name != dish.name);
    old.is_some_and(|old| old.allergens == dish.allergens && old.labels == dish.labels)
}

fn ticked<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str, typed: &[&str]) -> Vec<T> {
    all.iter().copied().filter(|it| typed.contains(&word(*it))).collect()
}
