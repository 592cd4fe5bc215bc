//! « Conservation »: how long each kind of data is kept, and the proof that it is executed.

use crate::{
    W, allowed,
    controller::Controller,
    night,
    retention_form::{self, RetentionForm},
    retention_paper::{self, LISTED_DAYS, Proof, day},
    schedule::{self, Schedule, duration},
};
use askama::Template;
use commons::retention::Rule;
use db::{Error, Problems, Result};
use web::{
    Answer, Form, SignedIn,
    component::{Button, Cell, Choice, Column, ErrorSummary, Field, LinkButton, Notice, Opt, Table},
    paper, summary,
};

/// The address.
pub(crate) const PATH: &str = "/conservation";

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionPage {
    summary: Option<ErrorSummary>,
    late: Option<Notice>,
    rules: Table,
    nights: Option<Table>,
    nights_about: String,
    print: LinkButton,
    choosing: Option<Choosing>,
    now: Option<Button>,
    without: [&'static str; 6],
}

/// Where the région chooses a time.
struct Choosing {
    rule: Choice,
    days: Field,
    save: Button,
}

/// `GET /conservation`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let proof = load(&mut visit).await?;
    let page = page(&visit, &proof, &RetentionForm::default(), &Problems::default());
    visit.set_wide();
    visit.page(W.retention_title(), &page)
}

/// `POST /conservation`
pub(crate) async fn save(mut visit: SignedIn, Form(form): Form<RetentionForm>) -> Answer {
    allowed::region_keeper(&visit.viewer)?;
    let rule = *visit.site.house.rules.find(&form.regle).ok_or(Error::NotFound)?;
    match form.check(&rule) {
        Ok(days) => {
            let viewer = visit.viewer.clone();
            let mut tx = visit.write().await?;
            retention_form::choose(&mut tx, &viewer, &rule, days).await?;
            tx.commit().await?;
            Ok(visit.done(PATH, &W.retention_saved((rule.label)(), duration(days))))
        }
        Err(Error::Invalid(problems)) => {
            let proof = load(&mut visit).await?;
            let page = page(&visit, &proof, &form, &problems);
            visit.set_wide();
            visit.again(W.retention_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /conservation/maintenant`: the work of a night, for the day that is over, at once.
pub(crate) async fn run_now(mut visit: SignedIn) -> Answer {
    allowed::region_keeper(&visit.viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let over = tx.now().day().yesterday().map_err(Error::fault)?;
    night::ask(&mut tx, &house, &over.to_string()).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.retention_asked()))
}

/// `GET /conservation.pdf`
pub(crate) async fn print(mut visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let proof = load(&mut visit).await?;
    let mut tx = visit.read().await?;
    let controller = Controller::load(&mut tx).await?;
    drop(tx);
    let bytes = pdf::document(&retention_paper::document(&proof, &controller)).map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", W.retention_file()))
}

async fn load(visit: &mut SignedIn) -> Result<Proof> {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    Proof::load(&mut tx, schedule).await
}

fn page(visit: &SignedIn, proof: &Proof, typed: &RetentionForm, problems: &Problems) -> RetentionPage {
    let late = proof.late();
    RetentionPage {
        summary: summary(problems),
        late: (late > 0).then(|| Notice::attention(W.retention_late(late))),
        rules: rules(proof),
        nights: (!proof.nights.is_empty()).then(|| nights(proof)),
        nights_about: W.retention_nights_about(LISTED_DAYS),
        print: LinkButton::secondary(W.print_pdf(), "/conservation.pdf").icon("imprimer"),
        choosing: allowed::is_of_region(&visit.viewer).then(|| choosing(proof, typed, problems)),
        now: allowed::is_of_region(&visit.viewer).then(|| Button::secondary(W.retention_now())),
        without: schedule::without_term(),
    }
}

fn rules(proof: &Proof) -> Table {
    let columns = vec![
        Column::new(W.retention_data()),
        Column::new(W.retention_time()),
        Column::new(W.retention_why()),
        Column::new(W.retention_last()),
        Column::numeric(W.retention_erased()),
        Column::new(W.retention_state()),
    ];
    let row = |(rule, days): &(Rule, i64)| {
        let last = proof.last_of(rule.topic);
        vec![
            Cell::text((rule.label)()),
            Cell::text(duration(*days)),
            Cell::text((rule.why)()),
            Cell::text(last.map_or_else(String::new, |run| day(&run.day))),
            Cell::text(proof.erased_of(rule.topic).to_string()),
            Cell::text(schedule::words(proof.standing(rule))),
        ]
    };
    Table::new(W.retention_rules(), columns, proof.schedule.rules().iter().map(row).collect())
}

fn nights(proof: &Proof) -> Table {
    let columns = vec![
        Column::new(W.retention_night()),
        Column::new(W.retention_data()),
        Column::numeric(W.retention_erased_night()),
        Column::numeric(W.retention_left()),
    ];
    let rows = proof.nights.iter().map(|run| {
        vec![
            Cell::text(day(&run.day)),
            Cell::text(proof.label(&run.topic)),
            Cell::text(run.erased.to_string()),
            Cell::text(run.left_over.map_or_else(String::new, |left| left.to_string())),
        ]
    });
    Table::new(W.retention_nights(), columns, rows.collect()).caption_hidden()
}

fn choosing(proof: &Proof, typed: &RetentionForm, problems: &Problems) -> Choosing {
    let changeable = proof.schedule.rules().iter().filter(|(rule, _)| rule.least_days < rule.most_days);
    let option = |(rule, _): &(Rule, i64)| {
        let label = W.retention_option((rule.label)(), rule.least_days, rule.most_days);
        Opt::new(rule.topic, label).checked(rule.topic == typed.regle)
    };
    Choosing {
        rule: Choice::select("regle", W.retention_rule(), changeable.map(option).collect()).error(problems.of("regle")),
        days: Field::number("jours", W.retention_days())
            .value(&typed.jours)
            .inputmode("numeric")
            .error(problems.of("jours"))
            .required(),
        save: Button::primary(W.retention_save()),
    }
}

/// In a few words, for the space of the DPO.
pub(crate) fn state(proof: &Proof) -> String {
    W.retention_in_short(proof.late())
}
