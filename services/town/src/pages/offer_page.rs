//! One service around the school day, to be changed or ended.

use super::{offer_form::OfferForm, offers::PATH};
use crate::{
    W, charge,
    fields::Fields,
    offer::{self, Offer, OfferId},
};
use askama::Template;
use db::{Error, Problems};
use school::School;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary},
};

#[derive(Template)]
#[template(path = "offer.html")]
struct OfferPage {
    title: String,
    school: String,
    summary: Option<ErrorSummary>,
    address: String,
    form: OfferForm,
    save: Button,
    end: Button,
    back: String,
}

/// `GET /ma-commune/services/{offer}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<OfferId>) -> Answer {
    let mut tx = visit.read().await?;
    let offer = Offer::load(&mut tx, &visit.viewer, id).await?;
    let school = School::load(&mut tx, offer.school_id).await?;
    drop(tx);
    let page = OfferPage::new(&offer, &school, &kept(&offer), &Problems::default());
    visit.page(W.offer_title(), &page)
}

/// `POST /ma-commune/services/{offer}`
pub(crate) async fn save(mut visit: SignedIn, Path(id): Path<OfferId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let offer = Offer::load(&mut tx, &visit.viewer, id).await?;
    match offer::typed(&fields) {
        Ok(draft) => {
            offer::change(&mut tx, &offer, &draft).await?;
            tx.commit().await?;
            Ok(visit.done(&charge::at(PATH, &offer.scope), W.offer_saved()))
        }
        Err(Error::Invalid(problems)) => {
            let school = School::load(&mut tx, offer.school_id).await?;
            drop(tx);
            visit.again(W.offer_title(), &OfferPage::new(&offer, &school, &fields, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ma-commune/services/{offer}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path(id): Path<OfferId>) -> Answer {
    let mut tx = visit.write().await?;
    let offer = Offer::load(&mut tx, &visit.viewer, id).await?;
    offer::end(&mut tx, &offer).await?;
    tx.commit().await?;
    Ok(visit.done(&charge::at(PATH, &offer.scope), W.offer_ended()))
}

/// The form that would give this service again.
fn kept(offer: &Offer) -> Fields {
    let weekday = offer.weekday.map(|it| it.to_string()).unwrap_or_default();
    let closes = offer.closes_at.clone().unwrap_or_default();
    let pairs = [
        ("kind", offer.kind.as_str().to_owned()),
        ("name", offer.name.clone()),
        ("hours", offer.hours.clone()),
        ("place", offer.place.clone()),
        ("contact", offer.contact.clone()),
        ("link", offer.link.clone()),
        ("weekday", weekday),
        ("closes", closes),
    ];
    Fields(pairs.into_iter().map(|(name, text)| (name.to_owned(), text)).collect())
}

impl OfferPage {
    fn new(offer: &Offer, school: &School, fields: &Fields, problems: &Problems) -> Self {
        Self {
            title: offer.title(),
            school: school.name.clone(),
            summary: web::summary(problems),
            address: format!("{PATH}/{}", offer.id),
            form: OfferForm::new(fields, problems),
            save: Button::primary(W.save()).icon("fait"),
            end: Button::danger(W.end_offer()).icon("retire"),
            back: charge::at(PATH, &offer.scope),
        }
    }
}
