//! Making a group of a school, and changing one: its name, what it is for, how its pupils come, its last day.

use super::{list, purpose_word};
use crate::{
    W,
    group::{Desk, Group},
    group_form::{BY_HAND, BY_RULE, GroupForm, MOST_LETTERS, PURPOSES},
    making,
};
use askama::Template;
use db::{Error, Problems};
use school::{CircleId, Right, School, SchoolId, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage {
    title: &'static str,
    about: String,
    address: String,
    back: String,
    summary: Option<ErrorSummary>,
    name: Field,
    purpose: Option<Choice>,
    way: Option<Choice>,
    last: Field,
    send: Button,
}

impl FormPage {
    fn new(place: Where<'_>, form: &GroupForm, problems: &Problems) -> Self {
        let (title, about, address, back, known) = match place {
            Where::School(school) => {
                let address = list::path(school.id);
                (W.new_group(), school.name.clone(), address.clone(), address, None)
            }
            Where::Group(group) => (change_word(group), group.name.clone(), group.path(), group.path(), Some(group)),
        };
        let is_challenge = known.is_some_and(Group::is_challenge);
        Self {
            title,
            about,
            address,
            back,
            summary: summary(problems),
            name: Field::text("name", if is_challenge { W.challenge_name() } else { W.name() })
                .value(&form.name)
                .hint(if is_challenge { W.challenge_name_hint() } else { W.name_hint() })
                .maxlength(MOST_LETTERS)
                .required()
                .error(problems.of("name")),
            purpose: (!is_challenge).then(|| purpose(form, problems)),
            way: known.is_none().then(|| way(form, problems)),
            last: last(&form.last, problems, is_challenge),
            send: Button::primary(if known.is_none() { W.go_on() } else { W.save() }),
        }
    }
}

/// What changing one is called.
fn change_word(group: &Group) -> &'static str {
    if group.is_challenge() { W.change_challenge() } else { W.change_group() }
}

/// What the form is about.
enum Where<'a> {
    School(&'a School),
    Group(&'a Group),
}

fn purpose(form: &GroupForm, problems: &Problems) -> Choice {
    let option =
        |it: &crate::group::Purpose| Opt::new(it.as_str(), purpose_word(*it)).checked(it.as_str() == form.purpose);
    Choice::radios("purpose", W.purpose(), PURPOSES.iter().map(option).collect())
        .required()
        .error(problems.of("purpose"))
}

fn way(form: &GroupForm, problems: &Problems) -> Choice {
    let option = |value: &str, label: &str, hint: &str| Opt::new(value, label).hint(hint).checked(form.way == value);
    let options = vec![option(BY_HAND, W.by_hand(), W.by_hand_hint()), option(BY_RULE, W.by_rule(), W.by_rule_hint())];
    Choice::radios("way", W.way(), options).required().error(problems.of("way"))
}

/// The field of the last day.
pub(super) fn last(typed: &str, problems: &Problems, is_challenge: bool) -> Field {
    let hint = if is_challenge { W.challenge_last_hint() } else { W.last_hint() };
    Field::date("last", W.last()).value(typed).hint(hint).required().error(problems.of("last"))
}

/// `GET /ecoles/{school}/groupes/nouveau`
pub(crate) async fn new(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::MakeGroups, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    drop(tx);
    let page = FormPage::new(Where::School(&school), &GroupForm::default(), &Problems::default());
    visit.page(W.new_group(), &page)
}

/// `POST /ecoles/{school}/groupes`
pub(crate) async fn make(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(form): Form<GroupForm>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::MakeGroups, id))?;
    let mut tx = visit.write().await?;
    let school = School::load(&mut tx, id).await?;
    match form.check(tx.now().day(), None) {
        Ok(wanted) => {
            let group = making::make(&mut tx, &visit.viewer, &school, &wanted).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("/groupes/{group}/ecoles/{id}"), W.group_made()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.new_group(), &FormPage::new(Where::School(&school), &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /groupes/{circle}/modifier`
pub(crate) async fn edit(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_manage(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let form = GroupForm::of(&desk.group);
    visit.page(change_word(&desk.group), &FormPage::new(Where::Group(&desk.group), &form, &Problems::default()))
}

/// `POST /groupes/{circle}`
pub(crate) async fn change(mut visit: SignedIn, Path(id): Path<CircleId>, Form(form): Form<GroupForm>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_manage(&mut tx, &visit.viewer, id).await?;
    match form.check(tx.now().day(), Some(&desk.group)) {
        Ok(wanted) => {
            making::change(&mut tx, &visit.viewer, &desk, &wanted).await?;
            tx.commit().await?;
            let told = if desk.group.is_challenge() { W.challenge_saved() } else { W.group_saved() };
            Ok(visit.done(&desk.group.path(), told))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(change_word(&desk.group), &FormPage::new(Where::Group(&desk.group), &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}
