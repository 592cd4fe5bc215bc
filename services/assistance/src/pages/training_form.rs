//! Planning a session, and changing it.

use crate::{
    W,
    training::{
        PATH, PUBLICS, Session, SessionId,
        form::{self, LONGEST_LINE, SessionForm},
        organises, public_word,
    },
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use db::{Error, Problems, Result, Tx};
use school::{Right, Role, Viewer, viewer::or_not_found};
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field, Hidden, Opt, RichEditor},
    summary,
};

#[derive(Template)]
#[template(path = "training_form.html")]
struct FormPage {
    heading: &'static str,
    summary: Option<ErrorSummary>,
    address: String,
    draft_key: String,
    scope: Option<Choice>,
    kept_scope: Option<Hidden>,
    title: Field,
    body: RichEditor,
    day: Field,
    starts: Field,
    ends: Field,
    place: Field,
    link: Field,
    capacity: Field,
    publics: Choice,
    save: Button,
    back: String,
}

/// `GET /formations/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn) -> Answer {
    or_not_found(organises(&visit.viewer))?;
    let form = SessionForm {
        capacity: "20".to_owned(),
        publics: vec!["teacher".to_owned(), "head".to_owned()],
        ..SessionForm::default()
    };
    let mut tx = visit.read().await?;
    let page = FormPage::build(&mut tx, &visit.viewer, None, &form, &Problems::default()).await?;
    drop(tx);
    visit.page(W.plan(), &page)
}

/// `POST /formations/nouvelle`
pub(crate) async fn create(mut visit: SignedIn, request: Request) -> Answer {
    or_not_found(organises(&visit.viewer))?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload);
    match save_new(&mut visit, &form).await {
        Ok(id) => Ok(visit.done(&format!("{PATH}/{id}"), W.training_planned())),
        Err(Error::Invalid(problems)) => again(visit, None, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn save_new(visit: &mut SignedIn, form: &SessionForm) -> Result<SessionId> {
    let mut tx = visit.write().await?;
    let plan = form.check(&visit.viewer, tx.now().day())?;
    let id = form::create(&mut tx, &visit.viewer, &plan).await?;
    tx.commit().await?;
    Ok(id)
}

/// `GET /formations/{id}/modifier`
pub(crate) async fn edit(mut visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    let mut tx = visit.read().await?;
    let session = Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let form = SessionForm::of(&session)?;
    let page = FormPage::build(&mut tx, &visit.viewer, Some(&session), &form, &Problems::default()).await?;
    drop(tx);
    visit.page(W.edit_training(), &page)
}

/// `POST /formations/{id}/modifier`
pub(crate) async fn update(mut visit: SignedIn, Path(id): Path<SessionId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let session = Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload);
    match save_changes(&mut visit, id, &form).await {
        Ok(()) => Ok(visit.done(&session.path(), W.training_saved())),
        Err(Error::Invalid(problems)) => again(visit, Some(&session), &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn save_changes(visit: &mut SignedIn, id: SessionId, form: &SessionForm) -> Result<()> {
    let mut tx = visit.write().await?;
    let session = Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let plan = form.check(&visit.viewer, tx.now().day())?;
    form::change(&mut tx, &session, &plan).await?;
    tx.commit().await
}

async fn again(mut visit: SignedIn, session: Option<&Session>, form: &SessionForm, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let page = FormPage::build(&mut tx, &visit.viewer, session, form, problems).await?;
    drop(tx);
    visit.again(page.heading, &page)
}

fn typed(upload: &Upload) -> SessionForm {
    let text = |name: &str| upload.text(name).to_owned();
    SessionForm {
        scope: text("scope"),
        title: text("title"),
        body: text("body"),
        body_json: text("body_json"),
        day: text("day"),
        starts: text("starts"),
        ends: text("ends"),
        place: text("place"),
        link: text("link"),
        capacity: text("capacity"),
        publics: upload.texts("publics").into_iter().map(str::to_owned).collect(),
    }
}

impl FormPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        session: Option<&Session>,
        form: &SessionForm,
        problems: &Problems,
    ) -> Result<Self> {
        let subject = session.map_or_else(|| "nouvelle".to_owned(), |it| it.id.to_string());
        let scope = match session {
            Some(_) => None,
            None => Some(scopes(tx, viewer, &form.scope).await?.error(problems.of("scope"))),
        };
        let line = |name: &'static str, label: &'static str, value: &str| {
            Field::text(name, label).value(value).maxlength(LONGEST_LINE).error(problems.of(name))
        };
        let time = |name: &'static str, label: &'static str, value: &str| {
            Field::time(name, label).value(value).error(problems.of(name)).required()
        };
        Ok(Self {
            heading: if session.is_some() { W.edit_training() } else { W.plan() },
            summary: summary(problems),
            address: session.map_or_else(|| format!("{PATH}/nouvelle"), |it| format!("{}/modifier", it.path())),
            draft_key: format!("formation-{subject}-{}", viewer.account),
            scope,
            kept_scope: session.map(|it| Hidden::new("scope", it.scope())),
            title: line("title", W.title(), &form.title).required(),
            body: editor(form).error(problems.of("body")),
            day: Field::date("day", W.training_day()).value(&form.day).error(problems.of("day")).required(),
            starts: time("starts", W.training_starts(), &form.starts),
            ends: time("ends", W.training_ends(), &form.ends),
            place: line("place", W.training_where(), &form.place).hint(W.training_where_hint()),
            link: Field::text("link", W.training_link())
                .value(&form.link)
                .hint(W.training_link_hint())
                .optional(W.optional())
                .spellcheck_off()
                .error(problems.of("link")),
            capacity: Field::number("capacity", W.training_capacity())
                .value(&form.capacity)
                .error(problems.of("capacity"))
                .required(),
            publics: Choice::checkboxes("publics", W.training_publics(), publics(form)).error(problems.of("publics")),
            save: Button::primary(W.save()),
            back: session.map_or_else(|| PATH.to_owned(), Session::path),
        })
    }
}

fn editor(form: &SessionForm) -> RichEditor {
    let editor = RichEditor::new("body", W.training_body()).value(&form.body);
    if form.body_json.is_empty() { editor } else { editor.document(&form.body_json) }
}

fn publics(form: &SessionForm) -> Vec<Opt> {
    let option = |(_, key): &(Role, &'static str)| {
        Opt::new(*key, public_word(key)).checked(form.publics.iter().any(|it| it == key))
    };
    PUBLICS.iter().map(option).collect()
}

async fn scopes(tx: &mut Tx, viewer: &Viewer, chosen: &str) -> Result<Choice> {
    let territories: Vec<_> = viewer.territories(Right::RunTraining).collect();
    let mut options = Vec::new();
    for territory in &territories {
        let scope = territory.to_string();
        let checked = scope == chosen || territories.len() == 1;
        options.push(Opt::new(scope, web::place_name(tx, territory).await?).checked(checked));
    }
    Ok(Choice::radios("scope", W.training_scope(), options).required())
}
