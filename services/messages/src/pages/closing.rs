//! « Fermer les messages »: what is closed, the accounts stopped, and the form that closes.

use crate::{
    W,
    anomaly::{self, Stop, StopId},
    closing::{self, Closing, ClosingId, Offer, Party},
    closing_form::{ClosingForm, LONGEST_REASON, ONE_SCHOOL},
};
use askama::Template;
use db::{Error, Moment, Problems, Tx};
use school::{Right, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    dates, summary,
};

const PATH: &str = "/messages/fermetures";

#[derive(Template)]
#[template(path = "closing.html")]
struct ClosingPage {
    summary: Option<ErrorSummary>,
    closings: Vec<Line>,
    stops: Vec<Line>,
    scope: Choice,
    uai: Option<Field>,
    parties: Choice,
    reason: Field,
    day: Field,
    hour: Field,
    close: Button,
}

/// Something in force, and what ends it.
struct Line {
    title: String,
    about: String,
    end: Option<(String, Button)>,
    /// Why the viewer does not end it.
    kept: Option<&'static str>,
}

impl ClosingPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        offers: &[Offer],
        form: &ClosingForm,
        problems: &Problems,
    ) -> db::Result<Self> {
        let now = tx.now();
        let mut closings = Vec::new();
        for closing in closing::in_force(tx, viewer).await? {
            let may_open = closing::may_open(tx, viewer, &closing).await?;
            closings.push(closing_line(&closing, offers, may_open, now));
        }
        let stops = anomaly::stops(tx, viewer).await?;
        let for_academy = viewer.may_over(Right::CloseMessages);
        Ok(Self {
            summary: summary(problems),
            closings,
            stops: stops.iter().map(|stop| stop_line(stop, viewer, now)).collect(),
            scope: scope_choice(offers, for_academy, form, problems),
            uai: for_academy.then(|| uai_field(form, problems)),
            parties: party_choice(form, problems),
            reason: Field::area("raison", W.closing_reason(), 2)
                .value(&form.reason)
                .hint(W.closing_reason_hint())
                .required()
                .maxlength(LONGEST_REASON)
                .error(problems.of("raison")),
            day: Field::date("jour", W.closing_day())
                .value(&form.day)
                .hint(W.closing_day_hint())
                .optional(W.closing_optional())
                .error(problems.of("jour")),
            hour: Field::time("heure", W.closing_hour()).value(&form.hour).optional(W.closing_optional()),
            close: Button::danger(W.closing_close()).icon("cadenas"),
        })
    }
}

fn closing_line(closing: &Closing, offers: &[Offer], may_open: bool, now: Moment) -> Line {
    let territory = closing::territory_name(closing, offers);
    let since = dates::past(closing.closed_at, now);
    let button = || Button::secondary(W.closing_open(closing.profile.word(), &territory));
    Line {
        title: W.closing_line(&territory, closing.profile.word()),
        about: W.closing_about(&closing.reason, since, closing.end(now)),
        end: may_open.then(|| (format!("{PATH}/{}/fin", closing.id), button())),
        kept: (!may_open).then(|| W.closing_by_academy()),
    }
}

fn stop_line(stop: &Stop, viewer: &Viewer, now: Moment) -> Line {
    let own = stop.is_of(viewer);
    let since = dates::past(stop.since, now);
    Line {
        title: stop.name(),
        about: W.stop_about(stop.reason.word(), since, &stop.school_name),
        end: (!own).then(|| {
            (format!("/messages/arrets/{}/fin", stop.id), Button::secondary(W.stop_lift(web::of_name(stop.name()))))
        }),
        kept: own.then(|| W.stop_own()),
    }
}

fn scope_choice(offers: &[Offer], for_academy: bool, form: &ClosingForm, problems: &Problems) -> Choice {
    let only = offers.len() == 1 && !for_academy;
    let mut options: Vec<Opt> = offers
        .iter()
        .map(|offer| {
            let value = offer.territory.stored();
            let chosen = only || value == form.scope;
            Opt::new(value, &offer.name).checked(chosen)
        })
        .collect();
    if for_academy {
        options.push(Opt::new(ONE_SCHOOL, W.closing_one_school()).checked(form.scope == ONE_SCHOOL));
    }
    Choice::select("portee", W.closing_scope(), options).required().error(problems.of("portee"))
}

fn uai_field(form: &ClosingForm, problems: &Problems) -> Field {
    Field::text("uai", W.closing_uai())
        .value(&form.uai)
        .hint(W.closing_uai_hint())
        .maxlength(8)
        .spellcheck_off()
        .optional(W.closing_optional())
        .error(problems.of("uai"))
}

fn party_choice(form: &ClosingForm, problems: &Problems) -> Choice {
    let option = |party: &Party| {
        let chosen = form.parties.iter().any(|it| it == party.as_str());
        Opt::new(party.as_str(), party.word()).checked(chosen)
    };
    Choice::checkboxes("profils", W.closing_parties(), Party::ALL.iter().map(option).collect())
        .error(problems.of("profils"))
}

/// `GET /messages/fermetures`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(closing::may_close(&visit.viewer))?;
    let mut tx = visit.read().await?;
    let offers = closing::offers(&mut tx, &visit.viewer).await?;
    let (form, problems) = (ClosingForm::default(), Problems::default());
    let page = ClosingPage::build(&mut tx, &visit.viewer, &offers, &form, &problems).await?;
    drop(tx);
    visit.page(W.closing_page(), &page)
}

/// `POST /messages/fermetures`
pub(crate) async fn close(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    or_not_found(closing::may_close(&visit.viewer))?;
    let form = ClosingForm::read(&fields);
    let mut tx = visit.write().await?;
    let offers = closing::offers(&mut tx, &visit.viewer).await?;
    match form.check(&mut tx, &visit.viewer, &offers).await {
        Ok(order) => {
            closing::close(&mut tx, &visit.viewer, &order).await?;
            let place = closing::ordered_name(&mut tx, &order, &offers).await?;
            tx.commit().await?;
            let parties: Vec<&str> = order.parties.iter().map(|party| party.word()).collect();
            Ok(visit.done(PATH, &W.closing_done(place, web::listed(&parties))))
        }
        Err(Error::Invalid(problems)) => {
            let page = ClosingPage::build(&mut tx, &visit.viewer, &offers, &form, &problems).await?;
            drop(tx);
            visit.again(W.closing_page(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /messages/fermetures/{id}/fin`
pub(crate) async fn open(mut visit: SignedIn, Path(id): Path<ClosingId>) -> Answer {
    or_not_found(closing::may_close(&visit.viewer))?;
    let mut tx = visit.write().await?;
    closing::open(&mut tx, &visit.viewer, id).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.closing_opened()))
}

/// `POST /messages/arrets/{id}/fin`
pub(crate) async fn lift(mut visit: SignedIn, Path(id): Path<StopId>) -> Answer {
    or_not_found(closing::may_close(&visit.viewer))?;
    let mut tx = visit.write().await?;
    anomaly::lift(&mut tx, &visit.viewer, id).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.stop_lifted()))
}
