//! A class that is prepared: its name, its levels, who teaches there.

use crate::{
    W,
    turn::{
        Desk, DraftClassId, Turn,
        draft::{self, ClassForm},
        level, listing,
    },
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::SchoolId;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, LinkButton, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "turn_class.html")]
struct ClassPage {
    title: String,
    summary: Option<ErrorSummary>,
    action: String,
    name: Field,
    levels: Choice,
    teachers: Option<Choice>,
    save: Button,
    /// For a class that is there already.
    pupils: Option<LinkButton>,
    removal: Option<(String, Button)>,
    back: String,
}

/// `GET /ecoles/{school}/rentree/classes/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    desk.draft()?;
    let page = page(&mut tx, &desk, None, &ClassForm::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.new_class(), &page)
}

/// `POST /ecoles/{school}/rentree/classes`
pub(crate) async fn create(
    mut visit: SignedIn,
    Path(school): Path<SchoolId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let form = read(&fields);
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    match draft::add_class(&mut tx, desk.draft()?, &form).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(visit.done(&desk.path(), &W.class_added(form.name.trim())))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &desk, None, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// `GET /ecoles/{school}/rentree/classes/{class}`
pub(crate) async fn show(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, DraftClassId)>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let form = known(&mut tx, desk.draft()?, id).await?;
    let page = page(&mut tx, &desk, Some(id), &form, &Problems::default()).await?;
    drop(tx);
    visit.page(&form.name, &page)
}

/// `POST /ecoles/{school}/rentree/classes/{class}`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((school, id)): Path<(SchoolId, DraftClassId)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let form = read(&fields);
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    known(&mut tx, desk.draft()?, id).await?;
    match draft::change_class(&mut tx, desk.draft()?, id, &form).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&desk.path(), &W.class_saved(form.name.trim())))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &desk, Some(id), &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /ecoles/{school}/rentree/classes/{class}/retrait`
pub(crate) async fn remove(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, DraftClassId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let form = known(&mut tx, desk.draft()?, id).await?;
    draft::remove_class(&mut tx, desk.draft()?, id).await?;
    tx.commit().await?;
    Ok(visit.done(&desk.path(), &W.class_removed(form.name)))
}

async fn again(
    visit: SignedIn,
    mut tx: Tx,
    desk: &Desk,
    id: Option<DraftClassId>,
    form: &ClassForm,
    problems: &Problems,
) -> Answer {
    let page = page(&mut tx, desk, id, form, problems).await?;
    drop(tx);
    visit.again(&page.title, &page)
}

async fn known(tx: &mut Tx, turn: &Turn, id: DraftClassId) -> Result<ClassForm> {
    let class = listing::class(tx, turn, id).await?;
    Ok(ClassForm {
        levels: class.levels().into_iter().map(str::to_owned).collect(),
        teachers: class.teachers.iter().map(|it| it.id).collect(),
        name: class.name,
    })
}

fn read(fields: &[(String, String)]) -> ClassForm {
    let all = |name: &str| -> Vec<String> {
        fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect()
    };
    ClassForm {
        name: all("nom").concat(),
        levels: all("niveaux"),
        teachers: all("enseignants").iter().filter_map(|it| it.parse().ok()).collect(),
    }
}

async fn page(
    tx: &mut Tx,
    desk: &Desk,
    id: Option<DraftClassId>,
    form: &ClassForm,
    problems: &Problems,
) -> Result<ClassPage> {
    let levels = level::ORDINARY
        .into_iter()
        .map(|code| Opt::new(code, level::label(code)).checked(form.levels.iter().any(|it| it == code)));
    let team = listing::team(tx, desk.school.id).await?;
    let teachers = team.iter().map(|it| Opt::new(it.id.to_string(), it.full()).checked(form.teachers.contains(&it.id)));
    let path = desk.path();
    let address = id.map(|id| format!("{path}/classes/{id}"));
    Ok(ClassPage {
        title: if id.is_some() { form.name.clone() } else { W.new_class().to_owned() },
        summary: summary(problems),
        action: address.clone().unwrap_or_else(|| format!("{path}/classes")),
        name: Field::text("nom", W.class_name())
            .value(&form.name)
            .hint(W.class_name_hint())
            .required()
            .error(problems.of("nom")),
        levels: Choice::checkboxes("niveaux", W.levels(), levels.collect()),
        teachers: (!team.is_empty()).then(|| Choice::checkboxes("enseignants", W.teachers(), teachers.collect())),
        save: Button::primary(W.save()),
        pupils: id.map(|id| LinkButton::secondary(W.who_goes_there(), format!("{path}/eleves?liste={id}"))),
        removal: address.map(|it| (format!("{it}/retrait"), Button::danger(W.remove_class()).icon("retire"))),
        back: path,
    })
}
