//! Other families of the classes, some of which have come in: nobody is alone in a living school.

use super::People;
use commons::House;
use db::Result;
use liaison::child;
use school::{
    CircleId, PersonId, Profile, account,
    charter::{self, Audience},
    person::Name,
};

/// How many of them in each class.
const IN_A_CLASS: usize = 7;

/// An adult of another family, for a child of the class.
#[derive(Debug, Clone, Copy)]
pub(super) struct Family {
    pub(super) class: CircleId,
    pub(super) child: PersonId,
    pub(super) adult: PersonId,
}

/// Gives an account to an adult of some families of each class, with the password of everybody.
pub(super) async fn let_in(house: &House, people: &People) -> Result<Vec<Family>> {
    let mut tx = house.db.write().await?;
    let password = people.password_hash(&mut tx).await?;
    let mut families = Vec::new();
    for class in &people.classes {
        let guardians = child::guardians(&mut tx, class.id).await?;
        let each = guardians.chunk_by(|one, other| one.child_id == other.child_id);
        let others = each.filter(|adults| adults.iter().all(|adult| !people.knows(adult.adult_id)));
        for adult in others.filter_map(|adults| adults.first()).take(IN_A_CLASS) {
            let name =
                Name { id: adult.adult_id, first_name: adult.first_name.clone(), last_name: adult.last_name.clone() };
            let account = account::open_for(&mut tx, &name).await?;
            account::set_password(&mut tx, account, &password).await?;
            charter::accept(&mut tx, account, Audience::of(Profile::Guardian)).await?;
            families.push(Family { class: class.id, child: adult.child_id, adult: adult.adult_id });
        }
    }
    tx.commit().await?;
    Ok(families)
}
