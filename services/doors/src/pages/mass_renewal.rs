//! New codes for many at once: whose, how many, why, and the number typed.

use crate::{
    W, email,
    mass_renewal::{self, COUNT, Plan, Scope},
    sheet::{Place, Readers, heads},
    verification::Way,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use school::{CircleId, School, SchoolId, SchoolYear, Viewer, account::Account, circle};
use serde::Deserialize;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, LinkButton},
    dates, reason, summary,
};

/// Whose, in an address or a form.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pour: String,
    #[serde(default)]
    classe: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    nombre: String,
}

/// The words of addresses, in the order of the page.
const READERS: [(&str, Readers); 3] =
    [("eleves", Readers::Pupils), ("familles", Readers::Families), ("equipe", Readers::Team)];

impl Asked {
    /// The scope asked for; none when none is.
    async fn scope(&self, tx: &mut Tx, school: &School) -> Result<Option<Scope>> {
        let Some((_, readers)) = READERS.into_iter().find(|it| it.0 == self.pour) else { return Ok(None) };
        let class: Option<CircleId> = match self.classe.as_str() {
            "" => None,
            typed => Some(typed.parse().ok().ok_or(Error::NotFound)?),
        };
        Scope::of(tx, school.clone(), class, readers).await.map(Some)
    }
}

#[derive(Template)]
#[template(path = "mass_renewal.html")]
struct MassPage {
    lead: String,
    scopes: Vec<(String, String)>,
    chosen: Option<Chosen>,
    back: Option<LinkButton>,
    /// That the proof asked for next will have to wait, and who may act before.
    wait: Option<String>,
}

/// What one scope comes to.
struct Chosen {
    title: String,
    summary: Option<ErrorSummary>,
    count: String,
    left: Option<String>,
    /// None until the viewer has shown being there.
    form: Option<Sending>,
    prove: Option<LinkButton>,
}

struct Sending {
    action: String,
    hidden: [Hidden; 2],
    reason: Field,
    count: Field,
    button: Button,
}

fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/comptes/renouveler")
}

/// The scopes of a school, a line each.
async fn scopes(tx: &mut Tx, school: &School) -> Result<Vec<(String, String)>> {
    let path = path(school.id);
    let mut lines = Vec::new();
    for (word, readers) in READERS {
        lines.push((scope_name(readers, &school.name), format!("{path}?pour={word}")));
    }
    let year = SchoolYear::of(tx.now().day());
    for class in circle::classes(tx, school.id, year.0).await? {
        for (word, readers) in READERS.into_iter().filter(|it| it.1 != Readers::Team) {
            lines.push((scope_name(readers, &class.name), format!("{path}?pour={word}&classe={}", class.id)));
        }
    }
    Ok(lines)
}

fn scope_name(readers: Readers, place: &str) -> String {
    match readers {
        Readers::Pupils => W.mass_pupils(place),
        Readers::Families => W.mass_families(place),
        Readers::Team => W.mass_team(place),
    }
}

impl Chosen {
    fn new(scope: &Scope, plan: &Plan, asked: &Asked, proved: bool, problems: &Problems) -> Self {
        let count = i64::try_from(plan.renewed.len()).unwrap_or(i64::MAX);
        let place = scope.place.circle.as_ref().map_or(&scope.place.school.name, |it| &it.name);
        let here = format!("{}?pour={}&classe={}", path(scope.place.school.id), asked.pour, asked.classe);
        let prove = format!("/verification?retour={}", email::escaped(&here));
        Self {
            title: scope_name(scope.readers, place),
            summary: summary(problems),
            count: W.mass_counted(count),
            left: (plan.left > 0).then(|| W.mass_left(plan.left)),
            form: (proved && count > 0).then(|| Sending::new(&scope.place, asked, count, problems)),
            prove: (!proved).then(|| LinkButton::primary(W.mass_prove(), prove).icon("bouclier")),
        }
    }
}

impl Sending {
    fn new(place: &Place, asked: &Asked, count: i64, problems: &Problems) -> Self {
        Self {
            action: path(place.school.id),
            hidden: [Hidden::new("pour", &asked.pour), Hidden::new("classe", &asked.classe)],
            reason: Field::area("reason", W.mass_reason(), 3)
                .hint(W.mass_reason_hint())
                .value(&asked.reason)
                .maxlength(reason::LONGEST)
                .required()
                .error(problems.of("reason")),
            count: Field::text(COUNT, W.mass_count(count))
                .value(&asked.nombre)
                .inputmode("numeric")
                .autocomplete("off")
                .maxlength(6)
                .required()
                .error(problems.of(COUNT)),
            button: Button::danger(W.mass_renew(count)).icon("cle"),
        }
    }
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    school: &School,
    asked: &Asked,
    proved: bool,
    problems: &Problems,
) -> Result<MassPage> {
    let chosen = match asked.scope(tx, school).await? {
        Some(scope) => {
            let plan = scope.plan(tx, viewer).await?;
            Some(Chosen::new(&scope, &plan, asked, proved, problems))
        }
        None => None,
    };
    let accounts = format!("/ecoles/{}/comptes", school.id);
    Ok(MassPage {
        lead: W.mass_lead(&school.name),
        scopes: scopes(tx, school).await?,
        chosen,
        wait: if proved { None } else { wait(tx, viewer).await? },
        back: heads(viewer, school.id).then(|| LinkButton::secondary(W.accounts_back(), accounts)),
    })
}

/// How long the proof of the viewer's account has to wait, if at all.
async fn wait(tx: &mut Tx, viewer: &Viewer) -> Result<Option<String>> {
    let account = Account::load(tx, viewer.account).await?;
    let now = tx.now();
    Ok(match Way::of(&account, now) {
        Way::Telephone | Way::Letter => None,
        Way::Later(at) => Some(W.mass_later(dates::coming(at, now).unwrap_or_default())),
        Way::None => Some(W.mass_wait().to_owned()),
    })
}

fn is_proved(visit: &SignedIn) -> bool {
    let now = visit.site.house.db.now();
    visit.session.as_ref().is_some_and(|it| it.is_proved(now))
}

/// `GET /ecoles/{school}/comptes/renouveler`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(asked): Query<Asked>) -> Answer {
    let proved = is_proved(&visit);
    let mut tx = visit.read().await?;
    let school = mass_renewal::school(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &visit.viewer, &school, &asked, proved, &Problems::default()).await?;
    drop(tx);
    visit.page(W.mass_title(), &page)
}

/// `POST /ecoles/{school}/comptes/renouveler`
pub(crate) async fn renew(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(asked): Form<Asked>) -> Answer {
    let (viewer, proved) = (visit.viewer.clone(), is_proved(&visit));
    let mut tx = visit.write().await?;
    let school = mass_renewal::school(&mut tx, &viewer, id).await?;
    if !proved {
        return Ok(Redirect::to(&format!("/verification?retour={}", path(id))).into_response());
    }
    let scope = asked.scope(&mut tx, &school).await?.ok_or(Error::NotFound)?;
    match scope.renew(&mut tx, &viewer, &asked.nombre, &asked.reason).await {
        Ok(count) => {
            tx.commit().await?;
            Ok(visit.done(&path(id), &W.mass_done(count)))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let mut tx = visit.read().await?;
            let page = page(&mut tx, &viewer, &school, &asked, proved, &problems).await?;
            drop(tx);
            visit.again(W.mass_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}
