//! The canteen of the demonstration: what is eaten this week and the next one, and the beginning of the one after.

use super::{desks, past::Past};
use db::{Result, Tx};
use jiff::civil::Date;
use school::Viewer;
use town::{
    charge::{Charge, Office},
    clock,
    dish::{
        Allergen::{self, *},
        Course::{self, *},
        Dish,
        Label::{self, *},
    },
    menu::Menu,
    menu_change::{self, For},
};

/// A dish: its course, its name, what makes some ill in it, what it may be proud of.
type Plate = (Course, &'static str, &'static [Allergen], &'static [Label]);

const MEALS: [&[Plate]; 7] = [
    &[
        (Starter, "Carottes râpées au citron", &[], &[Organic]),
        (Main, "Lasagnes de légumes", &[Gluten, Eggs, Milk], &[Vegetarian]),
        (Dairy, "Yaourt de brebis", &[Milk], &[Local]),
        (Dessert, "Pomme", &[], &[Local]),
    ],
    &[
        (Starter, "Velouté de potiron", &[Milk, Celery], &[Local]),
        (Main, "Poulet rôti aux herbes", &[], &[]),
        (Side, "Semoule", &[Gluten], &[]),
        (Dairy, "Tomme des Pyrénées", &[Milk], &[Local]),
        (Dessert, "Compote de poires", &[], &[Organic]),
    ],
    &[
        (Starter, "Salade de lentilles", &[Mustard], &[Organic]),
        (Main, "Quiche aux poireaux", &[Gluten, Eggs, Milk], &[Vegetarian]),
        (Dessert, "Clémentines", &[], &[]),
    ],
    &[
        (Starter, "Betteraves en vinaigrette", &[Mustard, Sulphites], &[]),
        (Main, "Filet de colin, sauce citron", &[Fish, Milk], &[]),
        (Side, "Riz et brocolis", &[], &[Organic]),
        (Dessert, "Flan au caramel", &[Eggs, Milk], &[]),
    ],
    &[
        (Starter, "Chou blanc aux pommes", &[Mustard], &[]),
        (Main, "Hachis parmentier", &[Milk], &[Local]),
        (Dairy, "Fromage blanc", &[Milk], &[Organic]),
        (Dessert, "Gâteau aux noix", &[Gluten, Eggs, Nuts], &[]),
    ],
    &[
        (Starter, "Taboulé", &[Gluten], &[]),
        (Main, "Omelette aux herbes", &[Eggs], &[Vegetarian]),
        (Side, "Haricots verts", &[], &[Organic]),
        (Dessert, "Banane", &[], &[]),
    ],
    &[
        (Starter, "Soupe de légumes", &[Celery], &[Local]),
        (Main, "Sauté de veau aux olives", &[Sulphites], &[]),
        (Side, "Pâtes au beurre", &[Gluten, Milk], &[]),
        (Dairy, "Petit-suisse", &[Milk], &[]),
        (Dessert, "Kiwi", &[], &[]),
    ],
];
/// What is said of Wednesdays.
const WEDNESDAY: &str = "Repas servi au centre de loisirs.";

/// Writes the menus of the commune.
pub(super) async fn write(past: &Past) -> Result<()> {
    let mut tx = past.house(3, 30).db.write().await?;
    let viewer = desks::TOWN_PRESS.viewer(&mut tx).await?;
    let charge = Office::open(&mut tx, &viewer, None).await?.charge;
    let this = clock::monday(past.day(0));
    for (rank, week) in [0, 7, 14].into_iter().enumerate() {
        let monday = clock::shifted(this, week);
        let menu = cook(&mut tx, &viewer, &charge, monday, rank * 5).await?;
        // The last one is still worked on.
        if rank < 2 {
            menu_change::set_published(&mut tx, &viewer, &menu, true).await?;
        }
    }
    tx.commit().await
}

/// Writes the menu of a week, from a meal of the list on.
async fn cook(tx: &mut Tx, viewer: &Viewer, charge: &Charge, monday: Date, first: usize) -> Result<Menu> {
    let id = menu_change::begin(tx, viewer, charge, monday, &For::Everywhere).await?;
    let menu = Menu::load(tx, viewer, id).await?;
    for (rank, day) in clock::days(monday).enumerate() {
        let dishes: Vec<Dish> = MEALS[(first + rank) % MEALS.len()].iter().map(dish).collect();
        let note = if rank == 2 { WEDNESDAY } else { "" };
        menu_change::set_day(tx, viewer, &menu, day, &dishes, note).await?;
    }
    Menu::load(tx, viewer, id).await
}

fn dish((course, name, allergens, labels): &Plate) -> Dish {
    Dish { course: *course, name: (*name).to_owned(), allergens: allergens.to_vec(), labels: labels.to_vec() }
}
