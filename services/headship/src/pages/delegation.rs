//! `/ecoles/{school}/delegations`: who was named to run the school, or a part of it, until when.

use crate::{
    W, days,
    delegation::{self, Delegation, DelegationId, Desk},
    delegation_form::DelegationForm,
};
use askama::Template;
use db::{Error, Problems, Tx};
use jiff::civil::Date;
use school::{Role, SchoolId, Viewer, person::Name};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt, Status, StatusKind},
    summary,
};

#[derive(Template)]
#[template(path = "delegations.html")]
struct DelegationsPage {
    school: String,
    address: String,
    back: Option<String>,
    lead: &'static str,
    summary: Option<ErrorSummary>,
    rows: Vec<Row>,
    form: Option<Naming>,
}

/// A delegation, and what the viewer does with it.
struct Row {
    name: String,
    status: Status,
    about: String,
    act: Option<(String, Button)>,
}

/// The form that names somebody.
struct Naming {
    title: &'static str,
    people: Choice,
    last: Field,
    send: Button,
}

impl DelegationsPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        desk: &Desk,
        form: &DelegationForm,
        problems: &Problems,
    ) -> db::Result<Self> {
        let address = address(desk.school.id);
        let today = tx.now().day();
        let naming = match desk.names {
            Some(role) => {
                let people = delegation::candidates(tx, desk.school.id, role).await?;
                Some(Naming::new(role, &people, form, problems))
            }
            None => None,
        };
        Ok(Self {
            school: desk.school.name.clone(),
            back: (desk.names == Some(Role::Deputy)).then(|| format!("/ecoles/{}/reglages", desk.school.id)),
            lead: match desk.names {
                Some(Role::Head) => W.acting_lead(),
                Some(_) => W.delegations_lead(),
                None => W.delegation_own_lead(),
            },
            summary: summary(problems),
            rows: desk.delegations.iter().map(|it| Row::new(it, desk, viewer, today, &address)).collect(),
            form: naming,
            address,
        })
    }
}

impl Row {
    fn new(delegation: &Delegation, desk: &Desk, viewer: &Viewer, today: Date, address: &str) -> Self {
        let holds = delegation.holds(today);
        let (kind, word) = match (holds, delegation.ended_at) {
            (true, _) => (StatusKind::Published, W.delegation_holds()),
            (false, Some(_)) => (StatusKind::Withdrawn, W.delegation_ended()),
            (false, None) => (StatusKind::Archived, W.delegation_over()),
        };
        let role = if delegation.role == Role::Head { W.acting_head() } else { W.deputy() };
        let until = match delegation.ended_at {
            Some(at) => W.ended_on(web::dates::date(at.day())),
            None => W.until_day(days::words(&delegation.last_on)),
        };
        Self {
            name: delegation.name(),
            status: Status::new(kind, word),
            about: format!("{role} · {until}"),
            act: holds.then(|| act(delegation, desk, viewer, address)).flatten(),
        }
    }
}

/// Ending it for whoever named, knowing it for whoever was named.
fn act(delegation: &Delegation, desk: &Desk, viewer: &Viewer, address: &str) -> Option<(String, Button)> {
    let place = format!("{address}/{}", delegation.id);
    if desk.names == Some(delegation.role) {
        let button = Button::danger(W.delegation_end(delegation.name())).icon("retire");
        return Some((format!("{place}/fin"), button));
    }
    let own = viewer.people.iter().any(|me| me.id == delegation.person_id);
    let knows = || (format!("{place}/lecture"), Button::primary(W.delegation_know()).icon("fait"));
    (own && delegation.seen_at.is_none()).then(knows)
}

impl Naming {
    fn new(role: Role, people: &[Name], form: &DelegationForm, problems: &Problems) -> Self {
        let first = Opt::new("", W.choose());
        let option = |name: &Name| {
            let value = name.id.to_string();
            let chosen = value == form.person;
            Opt::new(value, name.full()).checked(chosen)
        };
        let options = std::iter::once(first).chain(people.iter().map(option)).collect();
        let (title, send) = if role == Role::Head {
            (W.name_acting(), W.name_acting_now())
        } else {
            (W.name_deputy(), W.name_deputy_now())
        };
        Self {
            title,
            people: Choice::select("person", W.person(), options).required().error(problems.of("person")),
            last: Field::date("last", W.last())
                .value(&form.last)
                .hint(W.last_hint())
                .required()
                .error(problems.of("last")),
            send: Button::primary(send),
        }
    }
}

fn address(school: SchoolId) -> String {
    format!("/ecoles/{school}/delegations")
}

/// `GET /ecoles/{school}/delegations`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = delegation::desk(&mut tx, &visit.viewer, id).await?;
    let (form, problems) = (DelegationForm::default(), Problems::default());
    let page = DelegationsPage::build(&mut tx, &visit.viewer, &desk, &form, &problems).await?;
    drop(tx);
    visit.page(W.delegations(), &page)
}

/// `POST /ecoles/{school}/delegations`
pub(crate) async fn give(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(form): Form<DelegationForm>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let desk = delegation::desk(&mut tx, &visit.viewer, id).await?;
    if desk.names.is_none() {
        return Err(Error::Forbidden.into());
    }
    match form.check(tx.now().day()) {
        Ok((person, last)) => {
            delegation::give(&mut tx, &house, &visit.viewer, &desk, person, last).await?;
            tx.commit().await?;
            Ok(visit.done(&address(id), W.delegation_given()))
        }
        Err(Error::Invalid(problems)) => {
            let page = DelegationsPage::build(&mut tx, &visit.viewer, &desk, &form, &problems).await?;
            drop(tx);
            visit.again(W.delegations(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ecoles/{school}/delegations/{delegation}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path((id, delegation)): Path<(SchoolId, DelegationId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = delegation::desk(&mut tx, &visit.viewer, id).await?;
    match delegation::end(&mut tx, &visit.viewer, &desk, delegation).await {
        Ok(name) => {
            tx.commit().await?;
            Ok(visit.done(&address(id), &W.delegation_end_done(name)))
        }
        // Pressed twice, or from a page of before.
        Err(Error::Conflict) => Ok(visit.not_done(&address(id), W.delegation_end_already())),
        Err(error) => Err(error.into()),
    }
}

/// `POST /ecoles/{school}/delegations/{delegation}/lecture`
pub(crate) async fn note_seen(mut visit: SignedIn, Path((id, delegation)): Path<(SchoolId, DelegationId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = delegation::desk(&mut tx, &visit.viewer, id).await?;
    delegation::note_seen(&mut tx, &visit.viewer, &desk, delegation).await?;
    tx.commit().await?;
    Ok(visit.done(&address(id), W.delegation_known()))
}
