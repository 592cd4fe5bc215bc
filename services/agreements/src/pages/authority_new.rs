//! Adding an authority: a commune with schools, or a grouping of communes.

use super::office_tabs;
use crate::{W, authority, authority_form::NewForm};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Right, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Hidden, Opt, Tabs},
    summary,
};

#[derive(Template)]
#[template(path = "authority_new.html")]
struct NewPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    department: Choice,
    show: Button,
    chosen: Hidden,
    kind: Choice,
    commune: Choice,
    name: Field,
    save: Button,
}

/// For which département.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    departement: String,
}

/// `GET /collectivites/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let form = NewForm { departement: wanted.departement, sorte: "commune".to_owned(), ..NewForm::default() };
    let page = page(&mut tx, &visit.viewer, form, &Problems::default()).await?;
    drop(tx);
    visit.page(W.authority_add(), &page)
}

/// `POST /collectivites/nouvelle`
pub(crate) async fn create(mut visit: SignedIn, Form(form): Form<NewForm>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.write().await?;
    match form.add(&mut tx, &visit.viewer).await {
        Ok(authority) => {
            tx.commit().await?;
            Ok(visit.done(&format!("/collectivites/{}", authority.id), W.authority_added()))
        }
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &visit.viewer, form, &problems).await?;
            drop(tx);
            visit.again(W.authority_add(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(tx: &mut Tx, viewer: &Viewer, form: NewForm, problems: &Problems) -> Result<NewPage> {
    let departments = authority::departments(tx, viewer).await?;
    let wanted = departments.iter().find(|it| **it == form.departement);
    let chosen = wanted.or_else(|| departments.first()).cloned().unwrap_or_default();
    let towns = authority::towns_without(tx, &chosen).await?;
    let town = |(territory, name): &(school::Territory, String)| {
        let value = territory.to_string();
        let checked = value == form.commune;
        Opt::new(value, crate::commune::written(name)).checked(checked)
    };
    let none = Opt::new("", W.commune_choose()).checked(form.commune.is_empty());
    let kind = |value: &str, label: &str| Opt::new(value, label).checked(form.sorte == value);
    let department = |it: &String| Opt::new(it, it.trim_start_matches('0')).checked(*it == chosen);
    Ok(NewPage {
        tabs: office_tabs(viewer, "/collectivites"),
        summary: summary(problems),
        department: Choice::select("departement", W.office_department(), departments.iter().map(department).collect())
            .error(problems.of("departement")),
        show: Button::secondary(W.office_department_show()),
        kind: Choice::radios(
            "sorte",
            W.office_kind(),
            vec![
                kind("commune", W.office_commune()).hint(W.commune_about()),
                kind("grouping", W.office_grouping()).hint(W.grouping_about()),
            ],
        )
        .error(problems.of("sorte"))
        .required(),
        commune: Choice::select(
            "commune",
            W.office_commune(),
            [none].into_iter().chain(towns.iter().map(town)).collect(),
        )
        .hint(W.commune_hint())
        .error(problems.of("commune")),
        name: Field::text("nom", W.grouping_name()).value(&form.nom).error(problems.of("nom")),
        save: Button::primary(W.authority_add()),
        chosen: Hidden::new("departement", chosen),
    })
}
