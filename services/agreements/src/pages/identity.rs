//! « Identité »: what the région académique and its académies are called, who signs for them, where they are.

use super::office_tabs;
use crate::{
    W,
    identity_form::{IdentityForm, scopes},
};
use askama::Template;
use commons::identity::{Identity, REGION};
use db::{Error, Problems, Result, Tx};
use school::{Right, Territory, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, Tab, Tabs},
    summary,
};

const PATH: &str = "/conventions/identite";

#[derive(Template)]
#[template(path = "identity.html")]
struct IdentityPage {
    tabs: Tabs,
    scopes: Option<Tabs>,
    name: String,
    about: &'static str,
    summary: Option<ErrorSummary>,
    scope: Hidden,
    fields: Vec<Field>,
    save: Button,
}

/// Whose identity.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    portee: String,
}

/// `GET /conventions/identite`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::SetIdentity))?;
    let mut tx = visit.read().await?;
    let scopes = scopes(&mut tx, &visit.viewer).await?;
    let asked = scopes.iter().find(|it| **it == wanted.portee);
    or_not_found(asked.is_some() || wanted.portee.is_empty())?;
    let scope = asked.or_else(|| scopes.first()).ok_or(Error::NotFound)?;
    let form = IdentityForm::of(scope, Identity::written(&mut tx, scope).await?);
    let page = page(&mut tx, &visit.viewer, &scopes, &form, &Problems::default()).await?;
    drop(tx);
    visit.page(W.identity_title(), &page)
}

/// `POST /conventions/identite`
pub(crate) async fn save(mut visit: SignedIn, Form(form): Form<IdentityForm>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::SetIdentity))?;
    let mut tx = visit.write().await?;
    let scopes = scopes(&mut tx, &visit.viewer).await?;
    or_not_found(scopes.contains(&form.portee))?;
    match form.save(&mut tx, &visit.viewer).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&address(&form.portee), W.identity_saved()))
        }
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &visit.viewer, &scopes, &form, &problems).await?;
            drop(tx);
            visit.again(W.identity_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

fn address(scope: &str) -> String {
    format!("{PATH}?portee={scope}")
}

async fn name_of(tx: &mut Tx, scope: &str) -> Result<String> {
    web::place_name(tx, &Territory::of(scope).ok_or(Error::NotFound)?).await
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    scopes: &[String],
    form: &IdentityForm,
    problems: &Problems,
) -> Result<IdentityPage> {
    let mut tabs = Vec::new();
    for scope in scopes {
        tabs.push(Tab::new(name_of(tx, scope).await?, address(scope), *scope == form.portee));
    }
    // What an académie leaves empty is what the région says: that is shown under the field.
    let region = match form.portee.as_str() {
        REGION => Identity::default(),
        _ => Identity::of(tx, REGION).await?,
    };
    Ok(IdentityPage {
        tabs: office_tabs(viewer, PATH),
        scopes: (tabs.len() > 1).then(|| Tabs::new(W.identity_scopes(), tabs)),
        name: name_of(tx, &form.portee).await?,
        about: if form.portee == REGION { W.identity_about() } else { W.identity_about_academy() },
        summary: summary(problems),
        scope: Hidden::new("portee", &form.portee),
        fields: fields(form, &region, problems),
        save: Button::primary(W.identity_save()),
    })
}

fn fields(form: &IdentityForm, region: &Identity, problems: &Problems) -> Vec<Field> {
    let kept = |field: Field, name: &str, value: &str, wider: &str| {
        let field = field.value(value).error(problems.of(name));
        match wider.trim() {
            "" => field,
            wider => field.hint(W.identity_wider(wider)),
        }
    };
    let text = |name: &'static str, label: &'static str, value: &str, wider: &str| {
        kept(Field::text(name, label), name, value, wider)
    };
    let area = |name: &'static str, label: &'static str, value: &str, wider: &str| {
        kept(Field::area(name, label, 3), name, value, wider)
    };
    vec![
        text("nom", W.identity_name(), &form.nom, &region.name),
        area("adresse", W.identity_address(), &form.adresse, &region.address),
        text("signataire", W.identity_signatory(), &form.signataire, &region.signatory),
        text("qualite", W.identity_quality(), &form.qualite, &region.quality),
        area("delegation", W.identity_delegation(), &form.delegation, &region.delegation),
        text("courriel", W.identity_email(), &form.courriel, &region.email),
        text("telephone", W.identity_phone(), &form.telephone, &region.phone),
        area("hebergeur", W.identity_host(), &form.hebergeur, &region.host),
        area("delegue", W.identity_officer(), &form.delegue, &region.officer),
        text("tribunal", W.identity_court(), &form.tribunal, &region.court),
    ]
}
