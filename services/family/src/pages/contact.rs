//! `/foyer/coordonnees`: what the school says of how a parent is reached, beside what the parent gives.

use super::HOUSEHOLD;
use crate::{
    W,
    contact::{self, Shown},
    contact_form::ContactForm,
    household,
    invitation_form::LONGEST_EMAIL,
    language::LANGUAGES,
    onde::Said,
};
use askama::Template;
use db::{Error, Problems};
use school::person::phone_shown;
use web::{
    Answer, Form, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, LinkButton, Opt},
    summary,
};

/// The longest telephone, spaces included.
const LONGEST_PHONE: usize = 30;

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    summary: Option<ErrorSummary>,
    said: Vec<(&'static str, String)>,
    report: LinkButton,
    phone: Field,
    other_phone: Field,
    email: Field,
    language: Choice,
    shown: Choice,
    button: Button,
}

impl ContactPage {
    fn new(said: &Said, form: &ContactForm, problems: &Problems) -> Self {
        let line =
            |field: Field, value: &str, name: &str| field.value(value).optional(W.optional()).error(problems.of(name));
        let phone = |name: &'static str, label: &'static str, value: &str| {
            line(Field::text(name, label).inputmode("tel").maxlength(LONGEST_PHONE), value, name)
        };
        let language = |(code, name): &(&str, &str)| Opt::new(*code, *name).checked(*code == form.langue);
        let shown = |it: &Shown| Opt::new(it.as_str(), it.word()).checked(it.as_str() == form.montre);
        Self {
            summary: summary(problems),
            said: lines(said),
            report: LinkButton::secondary(W.said_wrong(), format!("{}/demandes", web::MY_DATA)).icon("signaler"),
            phone: phone("telephone", W.phone(), &form.telephone).autocomplete("tel"),
            other_phone: phone("autre", W.other_phone(), &form.autre),
            email: line(Field::email("courriel", W.email_for_school()), &form.courriel, "courriel")
                .autocomplete("email")
                .maxlength(LONGEST_EMAIL),
            language: Choice::select("langue", W.language(), LANGUAGES.iter().map(language).collect())
                .hint(W.language_hint())
                .error(problems.of("langue")),
            shown: Choice::radios("montre", W.shown_to(), Shown::ALL.iter().map(shown).collect())
                .hint(W.shown_hint())
                .required()
                .error(problems.of("montre")),
            button: Button::primary(W.contact_save()),
        }
    }
}

/// What ONDE says, a line for each thing it says.
fn lines(said: &Said) -> Vec<(&'static str, String)> {
    let phones: Vec<String> = said.phones.iter().map(|it| phone_shown(it)).collect();
    let all = [(W.said_phones(), &phones), (W.said_emails(), &said.emails), (W.said_addresses(), &said.addresses)];
    let some = all.into_iter().filter(|(_, values)| !values.is_empty());
    some.map(|(label, values)| (label, values.join(" · "))).collect()
}

/// `GET /foyer/coordonnees`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let said = Said::of(&mut tx, &visit.viewer).await?;
    let form = ContactForm::of(contact::of(&mut tx, &visit.viewer).await?);
    drop(tx);
    visit.page(W.contact(), &ContactPage::new(&said, &form, &Problems::default()))
}

/// `POST /foyer/coordonnees`
pub(crate) async fn keep(mut visit: SignedIn, Form(form): Form<ContactForm>) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.write().await?;
    let said = Said::of(&mut tx, &visit.viewer).await?;
    match form.check(&said) {
        Ok(contact) => {
            contact::keep(&mut tx, &visit.viewer, &contact).await?;
            tx.commit().await?;
            Ok(visit.done(HOUSEHOLD, W.contact_saved()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.contact(), &ContactPage::new(&said, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
