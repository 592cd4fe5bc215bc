//! What was done about a breach: the CNIL notified, people told, or why not.

use super::breach::address;
use crate::{
    W,
    breach::{
        DataBreach, DataBreachId, Risk,
        act::{self, ActForm},
        clock,
    },
};
use askama::Template;
use db::{Error, Moment, PARIS, Problems, Result};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "breach_act.html")]
struct ActPage {
    title: &'static str,
    lead: String,
    about: &'static str,
    summary: Option<ErrorSummary>,
    address: String,
    done: Choice,
    fields: [Field; 4],
    save: Button,
    back: String,
}

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Notify,
    Tell,
}

/// `GET /violations/{id}/notification`
pub(crate) async fn ask_notify(visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    ask(visit, id, What::Notify).await
}

/// `GET /violations/{id}/personnes`
pub(crate) async fn ask_tell(visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    ask(visit, id, What::Tell).await
}

/// `POST /violations/{id}/notification`
pub(crate) async fn notify(visit: SignedIn, Path(id): Path<DataBreachId>, Form(form): Form<ActForm>) -> Answer {
    enter(visit, id, What::Notify, form).await
}

/// `POST /violations/{id}/personnes`
pub(crate) async fn tell(visit: SignedIn, Path(id): Path<DataBreachId>, Form(form): Form<ActForm>) -> Answer {
    enter(visit, id, What::Tell, form).await
}

async fn ask(mut visit: SignedIn, id: DataBreachId, what: What) -> Answer {
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    let now = tx.now();
    drop(tx);
    breach.still_open()?;
    let page = page(&breach, what, now, &fresh(now), &Problems::default());
    visit.page(page.title, &page)
}

/// The hour it is: what is noted has most often just been done.
fn fresh(now: Moment) -> ActForm {
    let local = PARIS.to_datetime(now.timestamp());
    ActForm {
        jour: local.date().to_string(),
        heure: format!("{:02}:{:02}", local.hour(), local.minute()),
        ..ActForm::default()
    }
}

async fn enter(mut visit: SignedIn, id: DataBreachId, what: What, form: ActForm) -> Answer {
    let mut tx = visit.write().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    let done: Result<()> = match what {
        What::Notify => act::notify(&mut tx, &visit.viewer, &breach, &form).await,
        What::Tell => act::tell(&mut tx, &visit.viewer, &breach, &form).await,
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&address(id), W.breach_followed()))
        }
        Err(Error::Invalid(problems)) => {
            let now = tx.now();
            drop(tx);
            let page = page(&breach, what, now, &form, &problems);
            visit.again(page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(breach: &DataBreach, what: What, now: Moment, typed: &ActForm, problems: &Problems) -> ActPage {
    let late = now > clock::deadline(breach);
    let (title, about, place) = match what {
        What::Notify if late => (W.notify_title(), W.notify_about_late(), "notification"),
        What::Notify => (W.notify_title(), W.notify_about(), "notification"),
        What::Tell => (W.tell_title(), W.tell_about(), "personnes"),
    };
    let (how, why) = match what {
        What::Notify => (W.notify_reference(), W.notify_why()),
        What::Tell => (W.tell_how(), W.tell_why()),
    };
    ActPage {
        title,
        lead: W.breach_named(breach.number),
        about,
        summary: summary(problems),
        address: format!("{}/{place}", address(breach.id)),
        done: Choice::radios("fait", W.act_question(), options(breach, what, typed))
            .error(problems.of("fait"))
            .required(),
        fields: [
            Field::date("jour", W.act_day()).value(&typed.jour).error(problems.of("jour")),
            Field::time("heure", W.act_hour()).value(&typed.heure),
            Field::text("precision", how).value(&typed.precision).error(problems.of("precision")),
            Field::area("motif", why, 3).value(&typed.motif).error(problems.of("motif")),
        ],
        save: Button::primary(W.act_save()),
        back: address(breach.id),
    }
}

/// Only « no risk » may be reasoned away before the CNIL.
fn options(breach: &DataBreach, what: What, typed: &ActForm) -> Vec<Opt> {
    let option = |value: &str, label: &str| Opt::new(value, label).checked(typed.fait == value);
    match what {
        What::Notify if breach.risk == Risk::Unlikely => {
            vec![option("oui", W.notify_done()), option("non", W.notify_not())]
        }
        What::Notify => vec![option("oui", W.notify_done())],
        What::Tell => vec![option("oui", W.tell_done()), option("non", W.tell_not())],
    }
}
