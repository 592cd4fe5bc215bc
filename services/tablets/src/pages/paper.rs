//! Cards to cut out: badges, codes for home.

use crate::{W, badge::Badge, class::Class, home_code::HomeCode};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use commons::House;
use db::{Error, Result};
use pdf::{Audience, Secret, Sheet};
use school::{School, person::Name};
use tokio::task::spawn_blocking;
use web::dates;

/// The card of a pupil's badge. The secret stands after the `#`: browsers keep it to themselves, no server logs it.
pub(super) fn badge(house: &House, school: &School, class: &Class, pupil: &Name, badge: &Badge) -> Sheet {
    let url = format!("{}{}#{}", house.address, web::BADGE, badge.token);
    card(house, school, class, pupil, &badge.code, web::BADGE, url)
}

/// The slip with the code of a family.
pub(super) fn home_code(house: &House, school: &School, class: &Class, pupil: &Name, home: &HomeCode) -> Sheet {
    let url = format!("{}{}", house.address, web::HOME_CODE);
    let last = dates::date(home.until.plus_seconds(-1).day());
    let sheet = card(house, school, class, pupil, &home.code, web::HOME_CODE, url);
    Sheet { audience: Audience::PupilAtHome, valid_until: Some(last), ..sheet }
}

fn card(
    house: &House,
    school: &School,
    class: &Class,
    pupil: &Name,
    code: &str,
    door: &str,
    activation_url: String,
) -> Sheet {
    Sheet {
        school: school.name.clone(),
        class: class.circle.name.clone(),
        audience: Audience::PupilInClass,
        name: pupil.full(),
        children: Vec::new(),
        address_of_service: format!("{}{door}", house.address),
        login: String::new(),
        code: Secret::Code(code.to_owned()),
        activation_url,
        valid_until: None,
        // A card does not say where the data come from.
        told_by_school: false,
    }
}

/// Badges, which stay in class.
///
/// # Errors
/// A fault of the drawing.
pub(super) async fn print_badges(class: &Class, sheets: Vec<Sheet>) -> Result<Response> {
    let title = W.badges_title(&class.circle.name);
    print(title, "attachment; filename=\"badges-de-la-classe.pdf\"", sheets).await
}

/// The badge of one pupil, which stays in class too.
///
/// # Errors
/// A fault of the drawing.
pub(super) async fn print_badge(pupil: &Name, sheet: Sheet) -> Result<Response> {
    let title = W.badge_title(web::of_name(pupil.full()));
    print(title, "attachment; filename=\"badge.pdf\"", vec![sheet]).await
}

/// Codes for home, which go to families.
///
/// # Errors
/// A fault of the drawing.
pub(super) async fn print_home_codes(class: &Class, sheets: Vec<Sheet>) -> Result<Response> {
    let title = W.home_codes_title(&class.circle.name);
    print(title, "attachment; filename=\"codes-maison.pdf\"", sheets).await
}

/// The document, drawn aside. Its name tells nobody's.
async fn print(title: String, name: &'static str, sheets: Vec<Sheet>) -> Result<Response> {
    let drawn = spawn_blocking(move || pdf::cards(&title, &sheets));
    let bytes = drawn.await.map_err(Error::fault)?.map_err(Error::fault)?;
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}
