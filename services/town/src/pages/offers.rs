//! The services around the school day, for those who run them.

use super::{Wanted, all_schools, back_to, carried, school_boxes, sides};
use crate::{
    W,
    charge::Office,
    fields::Fields,
    offer::{self, OfferKind},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use jiff::civil::Weekday;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Choice, EmptyState, ErrorSummary, Field, Hidden, Opt, Tabs},
    dates,
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

/// The fields of a service: two pages have them.
#[derive(Template)]
#[template(path = "offer_form.html")]
pub(super) struct OfferForm {
    kind: Choice,
    name: Field,
    hours: Field,
    place: Field,
    contact: Field,
    link: Field,
    weekday: Choice,
    closes: Field,
}

impl askama::filters::HtmlSafe for OfferForm {}

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

impl OfferForm {
    pub(super) fn new(fields: &Fields, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(fields.text(name)).error(problems.of(name));
        let kind = |it: &OfferKind| Opt::new(it.as_str(), it.word()).checked(fields.text("kind") == it.as_str());
        Self {
            kind: Choice::select("kind", W.offer_what(), OfferKind::ALL.iter().map(kind).collect())
                .required()
                .error(problems.of("kind")),
            name: field(Field::text("name", W.offer_name()).hint(W.offer_name_hint()).optional(W.optional()), "name"),
            hours: field(Field::text("hours", W.offer_hours()).hint(W.offer_hours_hint()).required(), "hours"),
            place: field(Field::text("place", W.offer_place()).optional(W.optional()), "place"),
            contact: field(
                Field::text("contact", W.offer_contact()).hint(W.offer_contact_hint()).optional(W.optional()),
                "contact",
            ),
            link: field(
                Field::text("link", W.offer_link()).hint(W.offer_link_hint()).spellcheck_off().optional(W.optional()),
                "link",
            ),
            weekday: weekdays(fields.text("weekday")),
            closes: field(Field::time("closes", W.offer_closes()).optional(W.optional()), "closes"),
        }
    }
}

fn weekdays(typed: &str) -> Choice {
    let none = Opt::new("", W.no_deadline()).checked(typed.is_empty());
    let day = |number: i8| {
        let word = Weekday::from_monday_one_offset(number).map(dates::weekday).unwrap_or_default();
        Opt::new(number.to_string(), word).checked(typed == number.to_string())
    };
    let options = [none].into_iter().chain((1..=7).map(day)).collect();
    Choice::select("weekday", W.offer_weekday(), options).hint(W.offer_weekday_hint())
}
