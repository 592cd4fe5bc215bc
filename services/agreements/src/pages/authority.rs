//! An authority: what it is called, who represents it, and the schools it pays for.

use super::{authority_list::kind_word, office_tabs};
use crate::{
    Side, W, authority,
    authority_form::{AuthorityForm, LONGEST, LONGEST_ADDRESS, mandate_is_over, siren_differs},
    charge::{self, Charged},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Authority, AuthorityId, Viewer};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, Notice, Tabs},
    dates, summary,
};

#[derive(Template)]
#[template(path = "authority.html")]
pub(super) struct AuthorityPage {
    name: String,
    about: String,
    tabs: Option<Tabs>,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    address: String,
    /// What the académie alone changes.
    identity: Vec<Field>,
    /// What its officers read of it.
    facts: Vec<(&'static str, String)>,
    post: Vec<Field>,
    person: Vec<Field>,
    contact: Vec<Field>,
    chorus: Vec<Field>,
    save: Button,
    schools: Vec<Line>,
    add: Option<(Field, Button)>,
}

/// A school it pays for.
struct Line {
    label: String,
    source: &'static str,
    remove: Option<(String, Button)>,
}

/// `GET /collectivites/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<AuthorityId>) -> Answer {
    let mut tx = visit.read().await?;
    let (authority, side) = authority::load(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &visit.viewer, &authority, side, &Typed::of(&authority), &Problems::default()).await?;
    drop(tx);
    visit.page(&authority.name, &page)
}

/// `POST /collectivites/{id}`
pub(crate) async fn save(mut visit: SignedIn, Path(id): Path<AuthorityId>, Form(form): Form<AuthorityForm>) -> Answer {
    let mut tx = visit.write().await?;
    let (authority, side) = authority::load(&mut tx, &visit.viewer, id).await?;
    match form.save(&mut tx, &visit.viewer, &authority, side).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(visit.done(&format!("/collectivites/{id}"), W.authority_saved()))
        }
        Err(Error::Invalid(problems)) => {
            let typed = Typed { form, schools: String::new() };
            let page = page(&mut tx, &visit.viewer, &authority, side, &typed, &problems).await?;
            drop(tx);
            visit.again(&authority.name, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// What was typed on the page.
pub(super) struct Typed {
    pub(super) form: AuthorityForm,
    /// The codes of schools to add.
    pub(super) schools: String,
}

impl Typed {
    pub(super) fn of(authority: &Authority) -> Self {
        Self { form: AuthorityForm::of(authority), schools: String::new() }
    }
}

pub(super) async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    authority: &Authority,
    side: Side,
    typed: &Typed,
    problems: &Problems,
) -> Result<AuthorityPage> {
    let schools = charge::of(tx, authority.id).await?;
    let place = web::place_name(tx, &school::Territory::Department(authority.department.clone())).await?;
    let today = tx.now().day();
    let manages = side == Side::Academy;
    let address = format!("/collectivites/{}", authority.id);
    let form = &typed.form;
    Ok(AuthorityPage {
        about: format!("{} · {place}", kind_word(authority.kind)),
        tabs: manages.then(|| office_tabs(viewer, "/collectivites")),
        summary: summary(problems),
        notices: notices(authority, today),
        identity: if manages { identity(form, problems) } else { Vec::new() },
        facts: if manages { Vec::new() } else { facts(authority) },
        post: post(form, problems),
        person: person(form, problems),
        contact: contact(form, problems),
        chorus: chorus(form, problems),
        save: Button::primary(W.authority_save()),
        schools: schools.iter().map(|it| line(it, &address, manages)).collect(),
        add: manages.then(|| (added(&typed.schools, problems), Button::secondary(W.charge_add()).icon("ajouter"))),
        name: authority.name.clone(),
        address,
    })
}

/// What should be looked at. None of it stops anybody.
fn notices(authority: &Authority, today: jiff::civil::Date) -> Vec<Notice> {
    let mut notices = Vec::new();
    if mandate_is_over(authority.mandate_until.as_deref(), today) {
        let day = authority.mandate_until.as_deref().and_then(|it| it.parse().ok()).map(dates::date);
        notices.push(Notice::attention(W.office_mandate_over(day.unwrap_or_default())));
    }
    if authority.siret.is_none() {
        notices.push(Notice::info(W.office_siret_missing()));
    }
    if siren_differs(authority) {
        notices.push(Notice::attention(W.office_siren_differs()));
    }
    notices
}

fn facts(authority: &Authority) -> Vec<(&'static str, String)> {
    let siret = authority.siret.clone().unwrap_or_else(|| W.office_siret_to_fill().to_owned());
    vec![(W.authority_name(), authority.name.clone()), (W.office_siret(), siret)]
}

fn identity(form: &AuthorityForm, problems: &Problems) -> Vec<Field> {
    vec![
        Field::text("nom", W.authority_name()).value(&form.nom).maxlength(LONGEST).error(problems.of("nom")).required(),
        Field::text("siret", W.office_siret())
            .hint(W.office_siret_hint())
            .value(&form.siret)
            .inputmode("numeric")
            .spellcheck_off()
            .error(problems.of("siret"))
            .optional(W.office_optional()),
    ]
}

fn post(form: &AuthorityForm, problems: &Problems) -> Vec<Field> {
    vec![
        Field::area("adresse", W.office_address(), 3)
            .value(&form.adresse)
            .maxlength(LONGEST_ADDRESS)
            .error(problems.of("adresse"))
            .optional(W.office_optional()),
        Field::text("code_postal", W.office_postcode())
            .value(&form.code_postal)
            .inputmode("numeric")
            .error(problems.of("code_postal"))
            .optional(W.office_optional()),
        line_of("ville", W.office_town(), &form.ville, problems),
    ]
}

fn person(form: &AuthorityForm, problems: &Problems) -> Vec<Field> {
    let day = |name: &'static str, label: &'static str, value: &String| {
        Field::date(name, label).value(value).error(problems.of(name)).optional(W.office_optional())
    };
    vec![
        line_of("representant", W.office_representative(), &form.representant, problems),
        line_of("qualite", W.office_quality(), &form.qualite, problems).hint(W.office_quality_hint()),
        day("debut", W.office_mandate_since(), &form.debut),
        day("fin", W.office_mandate_until(), &form.fin),
    ]
}

fn contact(form: &AuthorityForm, problems: &Problems) -> Vec<Field> {
    vec![
        Field::email("courriel", W.authority_email())
            .hint(W.authority_email_hint())
            .value(&form.courriel)
            .error(problems.of("courriel"))
            .optional(W.office_optional()),
        line_of("telephone", W.office_phone(), &form.telephone, problems).inputmode("tel"),
    ]
}

fn chorus(form: &AuthorityForm, problems: &Problems) -> Vec<Field> {
    vec![
        line_of("service", W.office_chorus_service(), &form.service, problems).spellcheck_off(),
        line_of("engagement", W.office_chorus_commitment(), &form.engagement, problems).spellcheck_off(),
    ]
}

fn line_of(name: &'static str, label: &'static str, value: &str, problems: &Problems) -> Field {
    Field::text(name, label).value(value).maxlength(LONGEST).error(problems.of(name)).optional(W.office_optional())
}

fn added(typed: &str, problems: &Problems) -> Field {
    Field::area("ecoles", W.charge_field(), 4)
        .hint(W.charge_hint())
        .value(typed)
        .spellcheck_off()
        .error(problems.of("ecoles"))
}

fn line(school: &Charged, address: &str, manages: bool) -> Line {
    let label = school.label();
    let remove = Button::danger(W.charge_remove(&school.uai));
    Line {
        source: if school.by_hand { W.charge_by_hand() } else { W.charge_by_directory() },
        remove: manages.then(|| (format!("{address}/ecoles/{}/retrait", school.school_id), remove)),
        label,
    }
}
