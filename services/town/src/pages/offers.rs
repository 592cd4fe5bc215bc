//! The services around the school day, for those who run them.

use super::{Wanted, all_schools, back_to, carried, offer_form::OfferForm, school_boxes, sides};
use crate::{W, charge::Office, fields::Fields, offer};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Choice, EmptyState, ErrorSummary, Hidden, Tabs},
};

/// Where the page is.
pub(super) const PATH: &str = "/ma-commune/services";

#[derive(Template)]
#[template(path = "offers.html")]
struct OffersPage {
    place: String,
    tabs: Option<Tabs>,
    sides: Tabs,
    summary: Option<ErrorSummary>,
    parts: Vec<Part>,
    empty: Option<EmptyState>,
    carried: Hidden,
    schools: Choice,
    form: OfferForm,
    add: Button,
}

/// The services of a school.
struct Part {
    school: String,
    lines: Vec<(String, String, String)>,
}

/// `GET /ma-commune/services`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let page = OffersPage::build(&mut tx, &office, &Fields::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.offers(), &page)
}

/// `POST /ma-commune/services`
pub(crate) async fn create(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let office = Office::open(&mut tx, &visit.viewer, Some(fields.text("commune"))).await?;
    match add(&mut tx, &office, &fields).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&back_to(PATH, &office.charge), W.offer_added()))
        }
        Err(Error::Invalid(problems)) => {
            let page = OffersPage::build(&mut tx, &office, &fields, &problems).await?;
            drop(tx);
            visit.again(W.offers(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn add(tx: &mut Tx, office: &Office, fields: &Fields) -> Result<()> {
    let draft = offer::typed(fields)?;
    let schools = office.charge.chosen(&fields.texts("ecoles"));
    offer::create(tx, &office.charge, &schools, &draft).await
}

impl OffersPage {
    async fn build(tx: &mut Tx, office: &Office, fields: &Fields, problems: &Problems) -> Result<Self> {
        let charge = &office.charge;
        let parts = parts(tx, office).await?;
        let all = all_schools(charge);
        let typed = fields.texts("ecoles");
        let ticked: Vec<&str> = match fields.0.is_empty() {
            true => all.iter().map(String::as_str).collect(),
            false => typed,
        };
        Ok(Self {
            place: charge.name.clone(),
            tabs: office.tabs(PATH),
            sides: sides(charge, PATH),
            summary: web::summary(problems),
            empty: parts.is_empty().then(|| EmptyState::new("documents", W.no_offer(), None)),
            parts,
            carried: carried(charge),
            schools: school_boxes(charge, &ticked, problems),
            form: OfferForm::new(fields, problems),
            add: Button::primary(W.add_offer()).icon("ajouter"),
        })
    }
}

async fn parts(tx: &mut Tx, office: &Office) -> Result<Vec<Part>> {
    let offers = offer::of_scope(tx, &office.charge.scope.to_string()).await?;
    let part = |school: &school::School| {
        let there = offers.iter().filter(|offer| offer.school_id == school.id);
        let line = |offer: &offer::Offer| (offer.title(), offer.hours.clone(), format!("{PATH}/{}", offer.id));
        Part { school: school.name.clone(), lines: there.map(line).collect() }
    };
    let parts = office.charge.schools.iter().map(part);
    Ok(parts.filter(|part| !part.lines.is_empty()).collect())
}
