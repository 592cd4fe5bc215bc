//! The code of a child for the family: shown as often as it is asked, renewed by any of the adults responsible.

use crate::{W, home_code, home_code::HomeCode};
use askama::Template;
use commons::House;
use db::Error;
use school::{Child, PersonId, Viewer};
use web::{
    Answer, HOME_CODE, Path, SignedIn,
    component::{Button, LinkButton},
    dates, of_name,
};

#[derive(Template)]
#[template(path = "family.html")]
struct FamilyPage {
    title: String,
    known: Option<Known>,
    action: String,
    button: Button,
    back: LinkButton,
}

struct Known {
    code: String,
    about: String,
    how: String,
}

impl FamilyPage {
    fn new(house: &House, child: &Child, code: Option<HomeCode>) -> Self {
        let button = match code {
            Some(_) => Button::secondary(W.home_code_renew()).icon("cle"),
            None => Button::primary(W.home_code_make()).icon("cle"),
        };
        let known = code.map(|it| Known {
            about: W.home_code_about(dates::date(it.since.day()), dates::date(it.until.plus_seconds(-1).day())),
            code: spaced(&it.code),
            how: W.home_code_how(format!("{}{HOME_CODE}", house.address)),
        });
        Self {
            title: W.home_code_of(of_name(&child.first_name)),
            known,
            action: path_of(child.id),
            button,
            back: LinkButton::secondary(W.back_to_child(of_name(&child.first_name)), format!("/enfants/{}", child.id))
                .icon("gauche"),
        }
    }
}

/// In two halves an eye can follow.
fn spaced(code: &str) -> String {
    let (first, second) = code.split_at_checked(5).unwrap_or((code, ""));
    format!("{first} {second}")
}

fn path_of(child: PersonId) -> String {
    format!("/enfants/{child}/code-maison")
}

fn child_of(viewer: &Viewer, id: PersonId) -> db::Result<Child> {
    viewer.children().into_iter().find(|child| child.id == id).ok_or(Error::NotFound)
}

/// The code in force.
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<PersonId>) -> Answer {
    let child = child_of(&visit.viewer, id)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let code = home_code::of(&mut tx, &house, id).await?;
    drop(tx);
    let page = FamilyPage::new(&house, &child, code);
    visit.page(W.home_code(), &page)
}

/// Another code.
pub(crate) async fn renew(mut visit: SignedIn, Path(id): Path<PersonId>) -> Answer {
    child_of(&visit.viewer, id)?;
    let (house, account) = (visit.site.house.clone(), visit.viewer.account);
    let mut tx = visit.write().await?;
    let child = home_code::name_of(&mut tx, id).await?;
    let first = home_code::of(&mut tx, &house, id).await?.is_none();
    home_code::renew(&mut tx, &house, &child, account).await?;
    tx.commit().await?;
    Ok(visit.done(&path_of(id), if first { W.home_code_made() } else { W.home_code_renewed() }))
}
