//! What tells the pupils of a class apart on the wall: an animal in a colour, the same pair for nobody else of the class.
//!
//! Nothing is stored but the animal that was chosen: the pair follows from who the pupil is, and gives way only where another
//! has it already. So whoever comes or goes changes the pair of nearly nobody, and newcomers come last.

use crate::{W, class::Pupil, picture::ANIMALS};

/// The colours, in the order of the sheet (`colour-0` …).
const COLOURS: [fn() -> &'static str; 10] = [
    || W.colour_red(),
    || W.colour_orange(),
    || W.colour_olive(),
    || W.colour_green(),
    || W.colour_turquoise(),
    || W.colour_blue(),
    || W.colour_indigo(),
    || W.colour_violet(),
    || W.colour_pink(),
    || W.colour_grey(),
];

/// How many pupils of a class can have the same animal.
pub(crate) const MOST_OF_AN_ANIMAL: usize = COLOURS.len();

/// An animal in a colour, by their places in the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Pair {
    animal: usize,
    colour: usize,
}

impl Pair {
    /// The animal's name.
    pub(crate) fn animal(self) -> &'static str {
        ANIMALS[self.animal]
    }

    /// The number of the colour in the sheet.
    pub(crate) fn colour(self) -> usize {
        self.colour
    }

    /// The word for the colour.
    pub(crate) fn colour_word(self) -> &'static str {
        COLOURS[self.colour]()
    }

    /// The pair a pupil has when nobody else does: the animal that was chosen, else one that follows from who it is.
    fn wished(pupil: &Pupil) -> Self {
        let number = pupil.id.0.as_u128();
        let given = usize::try_from(number % ANIMALS.len() as u128).unwrap_or(0);
        Self {
            animal: chosen(pupil).unwrap_or(given),
            colour: usize::try_from(number / 7 % COLOURS.len() as u128).unwrap_or(0),
        }
    }

    fn moved(self, animals: usize, colours: usize) -> Self {
        Self { animal: (self.animal + animals) % ANIMALS.len(), colour: (self.colour + colours) % COLOURS.len() }
    }
}

/// The place of the animal that was chosen.
fn chosen(pupil: &Pupil) -> Option<usize> {
    pupil.animal.as_deref().and_then(|name| ANIMALS.iter().position(|it| *it == name))
}

/// Gives each pupil of a class a pair: first those for whom an animal was chosen, who keep it in whatever colour is left.
pub(crate) fn hand_out(pupils: &mut [Pupil]) {
    let mut order: Vec<usize> = (0..pupils.len()).collect();
    order.sort_by_key(|at| (chosen(&pupils[*at]).is_none(), pupils[*at].id));
    let mut taken: Vec<Pair> = Vec::new();
    for at in order {
        let pair = free(&pupils[at], &taken);
        taken.push(pair);
        pupils[at].pair = pair;
    }
}

fn free(pupil: &Pupil, taken: &[Pair]) -> Pair {
    let wished = Pair::wished(pupil);
    let animals = if chosen(pupil).is_some() { 1 } else { ANIMALS.len() };
    let mut near = (0..animals).flat_map(|animal| (0..COLOURS.len()).map(move |colour| wished.moved(animal, colour)));
    near.find(|pair| !taken.contains(pair)).unwrap_or(wished)
}

/// Whether the colour is needed to know one's animal: two of these pupils have the same.
pub(crate) fn needs_colours(pupils: &[Pupil]) -> bool {
    let seen = |animal: &str| pupils.iter().filter(|pupil| pupil.pair.animal() == animal).count();
    pupils.iter().any(|pupil| seen(pupil.pair.animal()) > 1)
}

#[cfg(test)]
mod tests {
    use super::{Pair, hand_out, needs_colours};
    use crate::class::Pupil;
    use db::Uuid;
    use school::PersonId;

    fn pupil(number: u128, animal: Option<&str>) -> Pupil {
        Pupil {
            id: PersonId(Uuid::from_u128(number)),
            first_name: String::new(),
            last_name: String::new(),
            level: None,
            sort_key: String::new(),
            animal: animal.map(str::to_owned),
            pictures_until: None,
            locked_until: None,
            badge_at: None,
            phrase_at: None,
            pair: Pair::default(),
        }
    }

    fn no_pair_twice(pupils: &[Pupil]) -> bool {
        pupils.iter().enumerate().all(|(at, one)| pupils[..at].iter().all(|other| other.pair != one.pair))
    }

    #[test]
    fn twenty_seven_children_have_twenty_seven_pairs() {
        // Their numbers differ by 840: each wishes for the same animal in the same colour.
        let mut class: Vec<Pupil> = (0..27).map(|number| pupil(5 + 840 * number, None)).collect();
        hand_out(&mut class);
        assert!(no_pair_twice(&class) && needs_colours(&class));
        let before: Vec<Pair> = class.iter().map(|pupil| pupil.pair).collect();
        class.push(pupil(5 + 840 * 27, None));
        hand_out(&mut class);
        assert!(class.iter().zip(before).all(|(pupil, pair)| pupil.pair == pair), "a newcomer takes nobody's");
    }

    #[test]
    fn an_animal_that_was_chosen_stays_in_a_colour_nobody_has() {
        let mut class: Vec<Pupil> =
            (0..27).map(|number| pupil(840 * number, Some("chat").filter(|_| number > 16))).collect();
        hand_out(&mut class);
        assert!(no_pair_twice(&class));
        assert!(class[17..].iter().all(|pupil| pupil.pair.animal() == "chat"));
        assert!(class[..17].iter().all(|pupil| pupil.pair.animal() != "chat"), "its ten colours are taken");
    }

    #[test]
    fn two_pairs_apart_need_no_colour() {
        let mut class = vec![pupil(0, None), pupil(1, None)];
        hand_out(&mut class);
        assert!(!needs_colours(&class));
    }
}
