//! Asking for a municipal profile without an account: reached from the sign-in page.

use super::person_form::PersonForm;
use crate::{
    W,
    fields::Fields,
    profile::Origin,
    profile_asking::{self, Asked},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::Territory;
use web::{
    Answer, Form, Paced, Visit,
    component::{Button, ErrorSummary, Field},
};

/// Where the page is.
const PATH: &str = "/mairie/demande";

#[derive(Template)]
#[template(path = "asking.html")]
struct AskingPage {
    summary: Option<ErrorSummary>,
    siret: Field,
    town: Field,
    department: Field,
    person: PersonForm,
    send: Button,
}

impl AskingPage {
    fn new(fields: &Fields, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(fields.text(name)).error(problems.of(name));
        Self {
            summary: web::summary(problems),
            siret: field(
                Field::text("siret", W.siret()).hint(W.siret_hint()).inputmode("numeric").optional(W.optional()),
                "siret",
            ),
            town: field(Field::text("town", W.town_name()).hint(W.town_hint()), "town"),
            department: field(Field::text("department", W.department()).hint(W.department_hint()), "department"),
            person: PersonForm::new(fields, problems),
            send: Button::primary(W.send_request()).icon("a-envoyer"),
        }
    }
}

/// `GET /mairie/demande`
pub(crate) async fn show(visit: Visit) -> Answer {
    visit.page(W.asking(), &AskingPage::new(&Fields::default(), &Problems::default()))
}

/// `POST /mairie/demande`
pub(crate) async fn ask(_: Paced, mut visit: Visit, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    match checked(&mut tx, &fields).await {
        Ok((scope, asked)) => {
            // The answer is the same whether it was kept or passed over.
            profile_asking::ask(&mut tx, &scope, &asked, Origin::Public, None).await?;
            tx.commit().await?;
            Ok(visit.done(PATH, W.request_sent()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.asking(), &AskingPage::new(&fields, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// The place and the person typed.
pub(crate) async fn checked(tx: &mut Tx, fields: &Fields) -> Result<(Territory, Asked)> {
    let mut problems = Problems::default();
    let scope = profile_asking::place(tx, fields, &mut problems).await?;
    let asked = profile_asking::typed(fields, problems)?;
    // Without a place there was a problem.
    Ok((scope.ok_or(Error::NotFound)?, asked))
}
