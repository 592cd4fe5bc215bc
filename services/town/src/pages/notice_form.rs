//! Writing a notice to families.

use super::{Wanted, all_schools, carried, charge_of, notices::PATH, school_boxes};
use crate::{
    W,
    charge::{self, Charge, Office},
    fields::Fields,
    notice::{KIND, NoticeKind},
    notice_send::{self, LONGEST_BODY, LONGEST_REASON, LONGEST_TITLE},
    offer::OfferKind,
};
use askama::Template;
use commons::ThingId;
use db::{Error, Moment, Problems, Result, Tx};
use school::{School, Viewer};
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Hidden, Notice, Opt},
    dates,
};

#[derive(Template)]
#[template(path = "notice_form.html")]
struct FormPage {
    place: String,
    summary: Option<ErrorSummary>,
    draft_key: String,
    carried: Hidden,
    when: Notice,
    kind: Choice,
    schools: Choice,
    offers: Choice,
    title: Field,
    body: Field,
    first: Field,
    last: Field,
    urgent: Option<(Checkbox, Field)>,
    send: Button,
    back: String,
}

/// `GET /ma-commune/avis/nouveau`
pub(crate) async fn blank(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let charge = office.charge;
    let page = FormPage::build(&mut tx, &visit.viewer, &charge, &Fields::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.write_notice(), &page)
}

/// `POST /ma-commune/avis`
pub(crate) async fn send(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let charge = charge_of(&mut tx, &visit.viewer, &fields).await?;
    match kept(&mut tx, &visit.viewer, &charge, &fields).await {
        Ok((id, at)) => {
            let now = tx.now();
            tx.commit().await?;
            Ok(visit.done(&KIND.path(id), &sent(at, now)))
        }
        Err(Error::Invalid(problems)) => {
            // Nothing of what was begun is kept.
            drop(tx);
            let mut tx = visit.read().await?;
            let page = FormPage::build(&mut tx, &visit.viewer, &charge, &fields, &problems).await?;
            drop(tx);
            visit.again(W.write_notice(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn kept(tx: &mut Tx, viewer: &Viewer, charge: &Charge, fields: &Fields) -> Result<(ThingId, Moment)> {
    let schools: Vec<&School> = charge.chosen(&fields.texts("ecoles"));
    let draft = match (notice_send::typed(fields, tx.now()), schools.is_empty()) {
        (Err(Error::Invalid(mut problems)), true) => {
            problems.add("ecoles", W.choose_school());
            return Err(Error::Invalid(problems));
        }
        (draft, _) => draft?,
    };
    notice_send::send(tx, viewer, charge, &schools, &draft, None).await
}

impl FormPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        charge: &Charge,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let schools: Vec<&School> = charge.schools.iter().collect();
        let at = notice_send::instant(tx, &schools, false).await?;
        let all = all_schools(charge);
        let ticked: Vec<&str> = match fields.0.is_empty() {
            true => all.iter().map(String::as_str).collect(),
            false => fields.texts("ecoles"),
        };
        let hurries = at > now && notice_send::may_hurry(viewer, charge);
        Ok(Self {
            place: charge.name.clone(),
            summary: web::summary(problems),
            draft_key: format!("avis-nouveau-{}-{}", viewer.account, charge.scope),
            carried: carried(charge),
            when: Notice::info(W.notice_when()).title(dates::delivery(at, now)),
            kind: kinds(fields).error(problems.of("kind")),
            schools: school_boxes(charge, &ticked, problems),
            offers: offers(fields),
            title: text(Field::text("title", W.notice_title()).maxlength(LONGEST_TITLE), "title", fields, problems),
            body: text(Field::area("body", W.notice_body(), 8).maxlength(LONGEST_BODY), "body", fields, problems),
            first: text(Field::date("first", W.first_day()), "first", fields, problems),
            last: Field::date("last", W.last_day())
                .hint(W.last_day_hint())
                .value(fields.text("last"))
                .error(problems.of("last"))
                .optional(W.optional()),
            urgent: hurries.then(|| urgent(fields, problems)),
            send: Button::primary(W.send_notice()).icon("a-envoyer"),
            back: charge::at(PATH, &charge.scope.to_string()),
        })
    }
}

fn text(field: Field, name: &str, fields: &Fields, problems: &Problems) -> Field {
    field.value(fields.text(name)).error(problems.of(name)).required()
}

fn kinds(fields: &Fields) -> Choice {
    let option = |it: &NoticeKind| Opt::new(it.as_str(), it.word()).checked(fields.text("kind") == it.as_str());
    Choice::radios("kind", W.notice_what(), NoticeKind::ALL.iter().map(option).collect()).required()
}

fn offers(fields: &Fields) -> Choice {
    let typed = fields.texts("offers");
    let option = |it: &OfferKind| Opt::new(it.as_str(), it.word()).checked(typed.contains(&it.as_str()));
    let options = OfferKind::ALL.iter().map(option).collect();
    Choice::checkboxes("offers", W.notice_offers(), options).optional(W.optional())
}

/// What is said once it is sent: when families read it.
pub(super) fn sent(at: Moment, now: Moment) -> String {
    dates::coming(at, now).map_or_else(|| W.told_now().to_owned(), |_| dates::delivery(at, now))
}

/// A box, and why.
pub(super) fn urgent(fields: &Fields, problems: &Problems) -> (Checkbox, Field) {
    let now = Checkbox::new("urgent", W.urgent()).checked(fields.has("urgent")).hint(W.urgent_hint());
    let why = Field::text("reason", W.urgent_reason()).maxlength(LONGEST_REASON).value(fields.text("reason"));
    (now, why.error(problems.of("reason")))
}
