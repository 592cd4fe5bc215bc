//! The imports of an académie: the list of those done, and the form that starts another.

use super::{archive::Sent, run_tables, step::Step};
use crate::{
    W,
    import::{Options, Outcome},
    import_run::{self, Slice},
    launch::{self, Launch},
    running::{Ending, Running, Sight},
    scope::Scope,
};
use askama::Template;
use axum::{
    Extension,
    extract::{Multipart, multipart::MultipartRejection},
};
use commons::House;
use db::{Error, Problems, Result};
use school::AccountId;
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Notice, Opt, Pager, SafeHtml, Table},
    summary,
};

#[derive(Template)]
#[template(path = "imports.html")]
struct ImportsPage {
    /// The import that runs, in the place of the form.
    step: Option<Step>,
    summary: Option<ErrorSummary>,
    archive_error: Option<String>,
    academy: Option<SafeHtml>,
    dry_run: Checkbox,
    accept: Checkbox,
    send: Button,
    /// How the last import started here ended, above the list.
    ended: Option<Ended>,
    runs: Option<Table>,
    pager: Pager,
}

/// How an import ended, and where its report is.
struct Ended {
    notice: Notice,
    report: String,
}

impl Ended {
    fn of(ending: Ending) -> Self {
        let words = W.last_ended(run_tables::outcome(ending.outcome));
        let notice = match ending.outcome {
            Outcome::Applied | Outcome::DryRun => Notice::success(words),
            Outcome::Stopped | Outcome::Refused => Notice::attention(words),
        };
        Self { notice, report: format!("/annuaire/imports/{}", ending.run) }
    }
}

/// What was typed beside the archive, which no page can send back.
#[derive(Debug, Clone, Default)]
struct Typed {
    academy: String,
    dry_run: bool,
    accept: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default = "first_page")]
    page: u32,
    /// « non » keeps the page still while an import runs.
    #[serde(default)]
    suivi: String,
}

fn first_page() -> u32 {
    1
}

/// `GET /annuaire/imports`
pub(crate) async fn list(
    mut visit: SignedIn,
    Extension(running): Extension<Running>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let scope = Scope::of(&visit.viewer)?;
    // Before the list: an import that ends in between is then shown twice rather than not at all.
    let sight = running.seen_by(&scope);
    let mut page = page(&mut visit, &scope, wanted.page, &Typed::default(), &Problems::default()).await?;
    if let Sight::Done(ending) = sight {
        page.ended = Some(Ended::of(ending));
    }
    page.step = step(&mut visit, sight, wanted.suivi != "non").await?;
    visit.set_wide();
    visit.page(W.imports_title(), &page)
}

/// The import that runs, when it is theirs to follow; what else is to be known of it is said above the page.
async fn step(visit: &mut SignedIn, sight: Sight, follows: bool) -> Result<Option<Step>> {
    let (code, progress) = match sight {
        Sight::Theirs(code, progress) => (code, progress),
        Sight::Others => {
            visit.say(Notice::info(W.import_of_others()));
            return Ok(None);
        }
        Sight::Broken => {
            visit.say(Notice::problem(W.import_broken()));
            return Ok(None);
        }
        Sight::Done(_) | Sight::Idle => return Ok(None),
    };
    let academy = match code {
        Some(code) => Some(import_run::academy_name(&mut visit.read().await?, code).await?),
        None => None,
    };
    let step = Step::new(academy, progress, follows);
    if let Some(seconds) = step.every {
        visit.set_refresh(seconds);
    }
    Ok(Some(step))
}

/// `POST /annuaire/imports`
pub(crate) async fn start(
    visit: SignedIn,
    Extension(running): Extension<Running>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Answer {
    let scope = Scope::of(&visit.viewer)?;
    let Ok(form) = form else {
        let problems = Problems::one("archive", W.archive_missing());
        return again(visit, &scope, &Typed::default(), &problems).await;
    };
    let (house, account) = (visit.site.house.clone(), visit.viewer.account);
    let mut typed = Typed::default();
    let outcome = receive(house, account, &scope, form, &mut typed, &running).await;
    match outcome {
        Ok(Launch::Begun) => Ok(visit.done("/annuaire/imports", W.import_begun())),
        Ok(Launch::Ended(reports)) => match reports.last() {
            Some(report) => Ok(visit.done(&format!("/annuaire/imports/{}", report.id.simple()), W.import_ended())),
            None => Ok(visit.done("/annuaire/imports", W.import_ended())),
        },
        Err(Error::Invalid(problems)) => again(visit, &scope, &typed, &problems).await,
        Err(Error::Conflict) => again(visit, &scope, &typed, &Problems::one("archive", W.import_running())).await,
        Err(error) => Err(error.into()),
    }
}

/// Reads the form and starts its import; `typed` is filled even when something is wrong.
async fn receive(
    house: House,
    account: AccountId,
    scope: &Scope,
    form: Multipart,
    typed: &mut Typed,
    running: &Running,
) -> Result<Launch> {
    let mut sent = Sent::receive(&house.passage, form).await?;
    typed.academy = sent.text("academie").to_owned();
    typed.dry_run = sent.has("essai");
    typed.accept = sent.has("accepter");
    let options = Options {
        dry_run: typed.dry_run,
        keep_trial: true,
        accept_doubts: typed.accept,
        academy: scope.expected(&typed.academy)?,
        account: Some(account),
        ..Options::default()
    };
    launch::launch(house, sent.take_archive()?, options, running).await
}

async fn again(mut visit: SignedIn, scope: &Scope, typed: &Typed, problems: &Problems) -> Answer {
    let page = page(&mut visit, scope, 1, typed, problems).await?;
    visit.set_wide();
    visit.again(W.imports_title(), &page)
}

async fn page(
    visit: &mut SignedIn,
    scope: &Scope,
    number: u32,
    typed: &Typed,
    problems: &Problems,
) -> Result<ImportsPage> {
    let mut tx = visit.read().await?;
    let runs = import_run::all(&mut tx, scope, Slice::page(number)).await?;
    let pages = Slice::pages(import_run::count(&mut tx, scope).await?);
    let now = tx.now();
    drop(tx);
    Ok(ImportsPage {
        step: None,
        ended: None,
        summary: summary(problems),
        archive_error: problems.of("archive"),
        academy: academy_control(scope, typed, problems),
        dry_run: Checkbox::new("essai", W.dry_run()).hint(W.dry_run_hint()).checked(typed.dry_run),
        accept: Checkbox::new("accepter", W.accept_doubts()).hint(W.accept_doubts_hint()).checked(typed.accept),
        send: Button::primary(W.start_import()).icon("importer"),
        runs: (!runs.is_empty()).then(|| run_tables::runs(&runs, now)),
        pager: Pager::new("/annuaire/imports", u64::from(number.max(1)), pages, W.pages_of_imports())
            .steps(W.previous_page(), W.next_page()),
    })
}

/// Nothing to choose for one académie; a list for several; a code for the région, which may leave it out.
fn academy_control(scope: &Scope, typed: &Typed, problems: &Problems) -> Option<SafeHtml> {
    let error = problems.of("academie");
    match scope {
        Scope::Academies(codes) if codes.len() == 1 => None,
        Scope::Academies(codes) => {
            let options = codes.iter().map(|code| Opt::new(code, code).checked(*code == typed.academy)).collect();
            let choice = Choice::select("academie", W.academy_of_delivery(), options).error(error);
            Some(SafeHtml::of(&choice))
        }
        Scope::Region => {
            let field = Field::text("academie", W.academy_of_delivery()).hint(W.academy_hint()).optional(W.optional());
            let field = field.inputmode("numeric").maxlength(2).value(&typed.academy).error(error);
            Some(SafeHtml::of(&field))
        }
    }
}
