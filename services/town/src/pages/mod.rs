//! The pages of a commune, of the families of its schools, and of the académie that grants its profiles.

pub(crate) mod asking;
pub(crate) mod canteen;
mod canteen_parts;
pub(crate) mod day;
mod grant_form;
pub(crate) mod home;
pub(crate) mod menus;
mod menus_page;
pub(crate) mod network;
pub(crate) mod network_table;
pub(crate) mod notice_form;
pub(crate) mod notice_page;
pub(crate) mod notice_withdrawal;
pub(crate) mod notices;
mod offer_form;
pub(crate) mod offer_page;
pub(crate) mod offers;
pub(crate) mod papers;
pub(crate) mod person_form;
pub(crate) mod profile_page;
pub(crate) mod profiles;
mod strike_board;
pub(crate) mod strike_page;
pub(crate) mod strike_tell;
pub(crate) mod strikes;
pub(crate) mod team;
pub(crate) mod town_papers;

use crate::{
    W,
    charge::{self, Charge},
    fields::Fields,
};
use db::{Problems, Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::component::{Choice, Hidden, Opt, Tab, Tabs};

/// What an address asks for: which commune, which week.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    pub(crate) commune: Option<String>,
    pub(crate) semaine: Option<String>,
}

/// What a form is about, carried along.
pub(crate) fn carried(charge: &Charge) -> Hidden {
    Hidden::new("commune", charge.scope.to_string())
}

/// The charge a form is about, when the viewer runs it.
pub(crate) async fn charge_of(tx: &mut Tx, viewer: &Viewer, fields: &Fields) -> Result<Charge> {
    Charge::run_by(tx, viewer, fields.text("commune")).await
}

/// A page about the charge of a form.
pub(crate) fn back_to(page: &str, charge: &Charge) -> String {
    charge::at(page, &charge.scope.to_string())
}

/// The schools of a charge, to be ticked.
pub(crate) fn school_boxes(charge: &Charge, ticked: &[&str], problems: &Problems) -> Choice {
    let option = |school: &school::School| {
        let id = school.id.to_string();
        let checked = ticked.contains(&id.as_str());
        Opt::new(id, &school.name).checked(checked)
    };
    let options = charge.schools.iter().map(option).collect();
    Choice::checkboxes("ecoles", W.schools(), options).error(problems.of("ecoles"))
}

/// Every school of a charge, as its boxes are ticked at first.
pub(crate) fn all_schools(charge: &Charge) -> Vec<String> {
    charge.schools.iter().map(|school| school.id.to_string()).collect()
}

/// The sides of « Cantine et périscolaire ».
pub(crate) fn sides(charge: &Charge, current: &str) -> Tabs {
    let side = |label: &'static str, page: &'static str| Tab::new(label, back_to(page, charge), page == current);
    let sides = vec![
        side(W.menus(), "/ma-commune/cantine"),
        side(W.offers(), "/ma-commune/services"),
        side(W.notices(), "/ma-commune/avis"),
        side(W.strikes(), "/ma-commune/greves"),
    ];
    Tabs::new(W.canteen_place(), sides)
}
