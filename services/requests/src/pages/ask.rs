//! `/demandes/nouvelle`: the school and the kind of request first, then what the kind asks.

use super::{
    CONFIRMED, FILES,
    ask_form::{ChoosePart, FormPart},
    scope_name,
};
use crate::{
    W,
    asking::{self, AskForm, Asking},
    extra::ANSWERS,
    procedure::{self, Procedure},
    request::KIND,
    side,
};
use askama::Template;
use axum::extract::{FromRequest, Request as Incoming};
use commons::ThingId;
use db::{Error, Problems, Result, Tx};
use school::{School, SchoolId, Seat, Viewer};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn, Upload,
    component::{ErrorSummary, Notice},
    summary,
};

#[derive(Template)]
#[template(path = "ask.html")]
struct AskPage {
    summary: Option<ErrorSummary>,
    lead: Option<String>,
    notice: Option<Notice>,
    choose: Option<ChoosePart>,
    form: Option<FormPart>,
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    ecole: String,
    #[serde(default, rename = "type")]
    kind: String,
}

/// The seat of who asks, whom the school asks, and the kinds that are open.
pub(super) struct Desk {
    pub(super) seat: Seat,
    scope: String,
    pub(super) kinds: Vec<Procedure>,
}

/// Whom a school asks, as the scope of a task.
pub(super) async fn scope_of(tx: &mut Tx, school: SchoolId) -> Result<Option<String>> {
    let school = School::load(tx, school).await?;
    Ok(side::competent(tx, &school).await?.map(|territory| territory.to_string()))
}

impl Desk {
    /// The desk of the school that was typed, else of the only one; none where nobody is asked.
    async fn open(tx: &mut Tx, viewer: &Viewer, typed: &str) -> Result<Option<Self>> {
        let seats = side::asking(viewer);
        let seat = match (typed, &seats[..]) {
            (_, []) => return Err(Error::NotFound),
            ("", [only]) => *only,
            ("", _) => return Ok(None),
            (typed, _) => {
                let id: SchoolId = typed.parse().ok().ok_or(Error::NotFound)?;
                seats.iter().copied().find(|seat| seat.school == id).ok_or(Error::NotFound)?
            }
        };
        let Some(scope) = scope_of(tx, seat.school).await? else { return Ok(None) };
        let mut kinds = procedure::of_scope(tx, &scope).await?;
        kinds.retain(|kind| kind.active);
        Ok(Some(Self { seat: seat.clone(), scope, kinds }))
    }

    fn kind(&self, slug: &str) -> Option<&Procedure> {
        self.kinds.iter().find(|kind| kind.slug == slug)
    }
}

/// `GET /demandes/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::open(&mut tx, &visit.viewer, &wanted.ecole).await?;
    let page = match &desk {
        None => AskPage::choosing(&visit.viewer, &wanted, None),
        Some(desk) => match desk.kind(&wanted.kind) {
            None => AskPage::choosing(&visit.viewer, &wanted, Some(desk)),
            Some(kind) => {
                let lead = scope_name(&mut tx, &desk.scope).await?;
                let part =
                    FormPart::new(&visit.viewer, desk, kind, &AskForm::default(), Vec::new(), &Problems::default());
                AskPage::asking(lead, part, &Problems::default())
            }
        },
    };
    drop(tx);
    visit.page(W.ask(), &page)
}

/// `POST /demandes/nouvelle`
pub(crate) async fn send(mut visit: SignedIn, incoming: Incoming) -> Answer {
    // Files are read only from whoever asks for a school.
    if side::asking(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let upload = Upload::from_request(incoming, &visit.site).await?;
    let form = typed(&upload);
    let mut names = Vec::new();
    match keep(&mut visit, &form, &upload, &mut names).await {
        Ok(id) => Ok(visit.done(&KIND.path(id), W.asked())),
        Err(Error::Invalid(problems)) => again(visit, &form, &upload, names, &problems).await,
        Err(error) => Err(error.into()),
    }
}

fn typed(upload: &Upload) -> AskForm {
    AskForm {
        title: upload.text("title").to_owned(),
        body: upload.text("body").to_owned(),
        priority: upload.text("priority").to_owned(),
        answers: ANSWERS.iter().map(|name| upload.text(name).to_owned()).collect(),
        confirmed: upload.has(CONFIRMED),
    }
}

/// The desk and the kind a form is about: what is no kind of whom the school asks is refused.
async fn about<'a>(tx: &mut Tx, viewer: &Viewer, upload: &'a Upload) -> Result<(Desk, &'a str)> {
    let desk = Desk::open(tx, viewer, upload.text("ecole")).await?.ok_or(Error::NotFound)?;
    let slug = upload.text("type");
    match desk.kind(slug) {
        Some(_) => Ok((desk, slug)),
        None => Err(Error::NotFound),
    }
}

async fn keep(visit: &mut SignedIn, form: &AskForm, upload: &Upload, names: &mut Vec<String>) -> Result<ThingId> {
    let papers = web::paper::received(&visit.site, upload, FILES).await;
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let (desk, slug) = about(&mut tx, &visit.viewer, upload).await?;
    let procedure = desk.kind(slug).ok_or(Error::NotFound)?;
    let ask = form.check(procedure)?;
    let papers = papers?;
    *names = asking::named(&mut tx, &desk.seat, form).await?;
    if !names.is_empty() {
        return Err(Error::invalid(CONFIRMED, W.named_problem()));
    }
    let asking = Asking { seat: &desk.seat, scope: &desk.scope, procedure, ask, papers: &papers };
    let id = asking::create(&mut tx, &house, &visit.viewer, asking).await?;
    tx.commit().await?;
    Ok(id)
}

async fn again(
    mut visit: SignedIn,
    form: &AskForm,
    upload: &Upload,
    names: Vec<String>,
    problems: &Problems,
) -> Answer {
    let mut tx = visit.read().await?;
    let (desk, slug) = about(&mut tx, &visit.viewer, upload).await?;
    let lead = scope_name(&mut tx, &desk.scope).await?;
    drop(tx);
    let procedure = desk.kind(slug).ok_or(Error::NotFound)?;
    let part = FormPart::new(&visit.viewer, &desk, procedure, form, names, problems);
    visit.again(W.ask(), &AskPage::asking(lead, part, problems))
}

impl AskPage {
    fn choosing(viewer: &Viewer, wanted: &Wanted, desk: Option<&Desk>) -> Self {
        let seats = side::asking(viewer);
        let nobody = desk.is_none() && (seats.len() == 1 || !wanted.ecole.is_empty());
        Self {
            summary: None,
            lead: None,
            notice: nobody.then(|| Notice::attention(W.nobody_asked())),
            choose: (!nobody).then(|| ChoosePart::new(&seats, desk)),
            form: None,
        }
    }

    fn asking(lead: String, form: FormPart, problems: &Problems) -> Self {
        Self { summary: summary(problems), lead: Some(lead), notice: None, choose: None, form: Some(form) }
    }
}
