//! Before the door of the family: the code of a child is typed at home.

use super::{Typed, come_in, end_session};
use crate::{
    W,
    entry::{self, Way},
    home_code,
};
use askama::Template;
use commons::audit::{self, Action};
use db::{Error, Problems};
use school::{Door, session::Stay};
use web::{
    Answer, Form, Paced, Skin, Visit,
    component::{Button, ErrorSummary, Field, LinkButton},
    summary,
};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    summary: Option<ErrorSummary>,
    code: Field,
    button: Button,
    /// For an adult who takes the device over.
    adults: LinkButton,
}

impl HomePage {
    fn new(typed: &str, problems: &Problems) -> Self {
        Self {
            summary: summary(problems),
            code: Field::text("code", W.my_home_code())
                .value(typed)
                .hint(W.my_home_code_hint())
                .autocomplete("off")
                .maxlength(20)
                .spellcheck_off()
                .required()
                .error(problems.of("code")),
            button: Button::primary(W.enter()).icon("entrer"),
            adults: super::wall::with_an_account(),
        }
    }
}

/// The page of the door.
pub(crate) async fn show(mut visit: Visit) -> Answer {
    visit.set_skin(Skin::Pupil);
    visit.page(W.home_door(), &HomePage::new("", &Problems::default()))
}

/// Tries a code.
pub(crate) async fn enter(_: Paced, mut visit: Visit, Form(form): Form<Typed>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let Some(child) = home_code::child_of(&mut tx, &house, &form.code).await? else {
        audit::write(&mut tx, None, Action::SignInRefused, None, Some(Door::Home.as_str())).await?;
        tx.commit().await?;
        return refused(visit, &form.code);
    };
    drop(tx);
    end_session(&mut visit).await?;
    let way = Way { door: Door::Home, stay: Stay::Pupil, device: None, name: W.at_home() };
    let mut tx = visit.write().await?;
    match entry::let_in(&mut tx, &child, &way).await {
        Ok(token) => {
            tx.commit().await?;
            Ok(come_in(&token, Stay::Pupil, web::MY_WORK))
        }
        Err(Error::Forbidden) => refused(visit, &form.code),
        Err(other) => Err(other.into()),
    }
}

fn refused(mut visit: Visit, typed: &str) -> Answer {
    visit.set_skin(Skin::Pupil);
    visit.again(W.home_door(), &HomePage::new(typed, &Problems::one("code", W.home_code_wrong())))
}
