//! Writing the declaration of accessibility.

use super::accessibility::PATH;
use crate::{
    W,
    declaration::{self, Declaration},
    declaration_form::DeclarationForm,
};
use askama::Template;
use db::{Error, Problems};
use school::{AccountId, Right, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, SignedIn,
    component::{Button, ErrorSummary, Field},
    summary,
};

#[derive(Template)]
#[template(path = "declaration.html")]
struct DeclarationPage {
    summary: Option<ErrorSummary>,
    draft: String,
    audit: [Field; 4],
    fields: [Field; 6],
    save: Button,
}

/// Whoever keeps data protection, or says what the région is called.
fn may_declare(viewer: &Viewer) -> db::Result<()> {
    or_not_found(viewer.may_over(Right::ManageData) || viewer.may_over(Right::SetIdentity))
}

/// `GET /accessibilite/declaration`
pub(crate) async fn ask(mut visit: SignedIn) -> Answer {
    may_declare(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let latest = Declaration::latest(&mut tx).await?;
    drop(tx);
    let form = latest.as_ref().map_or_else(fresh, DeclarationForm::of);
    let page = page(visit.viewer.account, &form, &Problems::default());
    visit.page(W.declaration_title(), &page)
}

fn fresh() -> DeclarationForm {
    DeclarationForm { version: W.declaration_version_now().to_owned(), ..DeclarationForm::default() }
}

/// `POST /accessibilite/declaration`
pub(crate) async fn save(mut visit: SignedIn, Form(form): Form<DeclarationForm>) -> Answer {
    may_declare(&visit.viewer)?;
    let mut tx = visit.write().await?;
    match form.check(tx.now().day()) {
        Ok(declared) => {
            declaration::write(&mut tx, &visit.viewer, &declared).await?;
            tx.commit().await?;
            Ok(visit.done(PATH, W.declaration_saved()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(visit.viewer.account, &form, &problems);
            visit.again(W.declaration_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(account: AccountId, form: &DeclarationForm, problems: &Problems) -> DeclarationPage {
    let text = |name: &'static str, label: &'static str, value: &str| {
        Field::text(name, label).value(value).error(problems.of(name))
    };
    let area = |name: &'static str, label: &'static str, value: &str| {
        Field::area(name, label, 5).value(value).hint(W.register_a_line()).error(problems.of(name))
    };
    DeclarationPage {
        summary: summary(problems),
        draft: format!("declaration-{account}"),
        audit: [
            Field::date("jour", W.declaration_day()).value(&form.jour).error(problems.of("jour")),
            text("version", W.declaration_version(), &form.version),
            text("auditeur", W.declaration_auditor(), &form.auditeur),
            text("taux", W.declaration_rate(), &form.taux).hint(W.declaration_rate_hint()).inputmode("decimal"),
        ],
        fields: [
            area("ecarts", W.accessibility_gaps_group(), &form.ecarts),
            area("exemptions", W.accessibility_exempt_group(), &form.exemptions),
            area("charges", W.accessibility_burden_group(), &form.charges),
            text("schema", W.declaration_scheme(), &form.schema).inputmode("url"),
            text("plan", W.declaration_plan(), &form.plan).inputmode("url"),
            Field::email("contact", W.declaration_contact()).value(&form.contact).error(problems.of("contact")),
        ],
        save: Button::primary(W.declaration_save()),
    }
}
