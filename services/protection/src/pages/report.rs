//! « Signaler »: the page every service shares. Whoever reads a thing says what is wrong with it.

use super::is_pupil;
use crate::{
    W,
    reason::{self, LONGEST, What},
};
use askama::Template;
use commons::{Thing, ThingId, report};
use db::{Error, Problems, Result, Tx};
use school::{Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, Service, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    title: String,
    explanation: &'static str,
    summary: Option<ErrorSummary>,
    address: String,
    what: Choice,
    words: Field,
    send: Button,
    back: String,
}

/// What was chosen and typed.
#[derive(Default, Deserialize)]
pub(crate) struct ReportForm {
    #[serde(default)]
    what: String,
    #[serde(default)]
    words: String,
}

/// `GET /signaler/{kind}/{id}`
pub(crate) async fn ask(mut visit: SignedIn, Path((kind, id)): Path<(String, ThingId)>) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.read().await?;
    let thing = load(&mut tx, services, &visit.viewer, &kind, id).await?;
    drop(tx);
    let page = ReportPage::new(&visit.viewer, &thing, &ReportForm::default(), &Problems::default());
    visit.page(W.report(), &page)
}

/// `POST /signaler/{kind}/{id}`
pub(crate) async fn send(
    mut visit: SignedIn,
    Path((kind, id)): Path<(String, ThingId)>,
    Form(form): Form<ReportForm>,
) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    let thing = load(&mut tx, services, &visit.viewer, &kind, id).await?;
    match reason::check(&form.what, &form.words) {
        Ok(reason) => {
            report::raise(&mut tx, &visit.viewer, &thing, None, &reason).await?;
            tx.commit().await?;
            let said = if is_pupil(&visit.viewer) { W.reported_to_pupil() } else { W.reported() };
            Ok(visit.done(&thing.path(), said))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = ReportPage::new(&visit.viewer, &thing, &form, &problems);
            visit.again(W.report(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// A thing the viewer reads and may report, whatever service it is of.
async fn load(tx: &mut Tx, services: &[&Service], viewer: &Viewer, kind: &str, id: ThingId) -> Result<Thing> {
    for service in services {
        if let Some(found) = (service.reportable)(tx, viewer, kind, id).await? {
            // Whoever looks at a report of what others read has nothing to report.
            or_not_found(found.look.is_none())?;
            let may = report::may_raise(viewer, &found.thing);
            return if may { Ok(found.thing) } else { Err(Error::Forbidden) };
        }
    }
    Err(Error::NotFound)
}

impl ReportPage {
    fn new(viewer: &Viewer, thing: &Thing, form: &ReportForm, problems: &Problems) -> Self {
        let pupil = is_pupil(viewer);
        let option = |what: &What| {
            let word = if pupil { what.word_to_pupil() } else { what.word() };
            Opt::new(what.as_str(), word).checked(form.what == what.as_str())
        };
        let options = What::ALL.iter().map(option).collect();
        let (question, label) = match pupil {
            true => (W.what_is_wrong_to_pupil(), W.say_more_to_pupil()),
            false => (W.what_is_wrong(), W.say_more()),
        };
        Self {
            title: thing.title.clone(),
            explanation: if pupil { W.report_explained_to_pupil() } else { W.report_explained() },
            summary: summary(problems),
            address: format!("/signaler/{}/{}", thing.kind, thing.id),
            what: Choice::radios("what", question, options).required().error(problems.of("what")),
            words: Field::area("words", label, 4)
                .value(&form.words)
                .maxlength(LONGEST)
                .optional(W.optional())
                .error(problems.of("words")),
            send: Button::primary(W.send_report()).icon("main-levee"),
            back: thing.path(),
        }
    }
}
