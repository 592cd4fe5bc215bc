//! Entering a breach, and writing what is known again.

use super::breach::{PATH, address};
use crate::{
    W, allowed,
    breach::{DataBreach, DataBreachId, Risk, act, form::BreachForm, paper::risk_word},
};
use askama::Template;
use db::{Error, Moment, PARIS, Problems};
use school::AccountId;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Hidden, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "breach_form.html")]
struct FormPage {
    title: &'static str,
    summary: Option<ErrorSummary>,
    address: String,
    draft: String,
    edition: Hidden,
    discovery: [Field; 3],
    natures: [Checkbox; 3],
    natures_error: Option<String>,
    fields: Vec<Field>,
    risk: Choice,
    reason: Option<Field>,
    save: Button,
    back: String,
}

/// `GET /violations/nouvelle`
pub(crate) async fn blank(visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let form = fresh(visit.site.house.db.now());
    let page = page(visit.viewer.account, None, &form, &Problems::default());
    visit.page(page.title, &page)
}

/// The hour it is: whoever enters a breach has most often just heard of it.
fn fresh(now: Moment) -> BreachForm {
    let local = PARIS.to_datetime(now.timestamp());
    BreachForm {
        jour: local.date().to_string(),
        heure: format!("{:02}:{:02}", local.hour(), local.minute()),
        ..BreachForm::default()
    }
}

/// `POST /violations`
pub(crate) async fn create(mut visit: SignedIn, Form(form): Form<BreachForm>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let mut tx = visit.write().await?;
    match form.check(tx.now(), false) {
        Ok(facts) => {
            let id = act::enter(&mut tx, &visit.viewer, &facts).await?;
            tx.commit().await?;
            Ok(visit.done(&address(id), W.breach_entered()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(visit.viewer.account, None, &form, &problems);
            visit.again(page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /violations/{id}/modifier`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    breach.still_open()?;
    let page = page(visit.viewer.account, Some(&breach), &BreachForm::of(&breach), &Problems::default());
    visit.page(page.title, &page)
}

/// `POST /violations/{id}/modifier`
pub(crate) async fn correct(mut visit: SignedIn, Path(id): Path<DataBreachId>, Form(form): Form<BreachForm>) -> Answer {
    let mut tx = visit.write().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    match form.check(tx.now(), true) {
        Ok(facts) => {
            act::correct(&mut tx, &visit.viewer, &breach, form.edition, &facts, &form.motif).await?;
            tx.commit().await?;
            Ok(visit.done(&address(id), W.breach_followed()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(visit.viewer.account, Some(&breach), &form, &problems);
            visit.again(page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(account: AccountId, breach: Option<&DataBreach>, form: &BreachForm, problems: &Problems) -> FormPage {
    let area = |name: &'static str, label: &'static str, rows: u16, value: &str| {
        Field::area(name, label, rows).value(value).error(problems.of(name))
    };
    let number = |name: &'static str, label: &'static str, value: &str| {
        let field = Field::text(name, label).value(value).inputmode("numeric").optional(W.optional());
        field.error(problems.of(name))
    };
    let tick =
        |name: &'static str, label: &'static str, value: &str| Checkbox::new(name, label).checked(!value.is_empty());
    let risk = |it: &Risk| Opt::new(it.as_str(), risk_word(*it)).checked(form.risque == it.as_str());
    FormPage {
        title: if breach.is_some() { W.breach_correct() } else { W.breach_enter() },
        summary: summary(problems),
        address: breach.map_or_else(|| PATH.to_owned(), |it| format!("{}/modifier", address(it.id))),
        draft: format!("violation-{}-{account}", breach.map_or_else(String::new, |it| it.id.to_string())),
        edition: Hidden::new("edition", form.edition.to_string()),
        discovery: [
            Field::date("jour", W.breach_day()).value(&form.jour).error(problems.of("jour")).required(),
            Field::time("heure", W.breach_hour()).value(&form.heure).required(),
            Field::text("survenue", W.breach_happened())
                .value(&form.survenue)
                .optional(W.optional())
                .error(problems.of("survenue")),
        ],
        natures: [
            tick("confidentialite", W.nature_confidentiality(), &form.confidentialite),
            tick("integrite", W.nature_integrity(), &form.integrite),
            tick("disponibilite", W.nature_availability(), &form.disponibilite),
        ],
        natures_error: problems.of("confidentialite"),
        fields: vec![
            area("recit", W.breach_story(), 6, &form.recit).hint(W.breach_story_hint()).required(),
            area("personnes", W.breach_people(), 2, &form.personnes).required(),
            number("nombre", W.breach_people_count(), &form.nombre),
            area("donnees", W.breach_data(), 2, &form.donnees).required(),
            number("enregistrements", W.breach_records_count(), &form.enregistrements),
            area("consequences", W.breach_consequences(), 3, &form.consequences),
            area("mesures", W.breach_measures(), 4, &form.mesures),
        ],
        risk: Choice::radios("risque", W.breach_risk(), Risk::ALL.iter().map(risk).collect())
            .error(problems.of("risque"))
            .required(),
        reason: breach.map(|_| area("motif", W.breach_reason(), 2, &form.motif).required()),
        save: Button::primary(W.breach_save()),
        back: breach.map_or_else(|| PATH.to_owned(), |it| address(it.id)),
    }
}
