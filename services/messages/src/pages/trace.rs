//! « Suivre un message »: the form of an inquiry, what it found, and that the journal knows.

use crate::{
    W,
    trace::{self, LONGEST_REASON, MOST_READERS, TraceForm, Traced, TracedReader},
};
use askama::Template;
use db::{Error, Moment, Problems};
use school::viewer::or_not_found;
use web::{
    Answer, Form, SignedIn,
    component::{Button, Cell, Checkbox, Column, ErrorSummary, Field, Hidden, Notice, Table},
    dates, summary,
};

#[derive(Template)]
#[template(path = "trace.html")]
struct TracePage {
    summary: Option<ErrorSummary>,
    /// What was looked for and not found.
    nothing: Option<Notice>,
    one: Option<Found>,
    several: Vec<Line>,
    reference: Field,
    uai: Field,
    day: Field,
    sender: Field,
    reason: Field,
    text: Checkbox,
    look: Button,
}

/// One message, whole.
struct Found {
    reference: String,
    facts: Vec<String>,
    readers: Table,
    text: Option<Vec<String>>,
}

/// One of several messages, and the form that opens it.
struct Line {
    title: String,
    about: String,
    fields: [Hidden; 2],
    open: Button,
}

impl TracePage {
    fn new(form: &TraceForm, problems: &Problems) -> Self {
        Self {
            summary: summary(problems),
            nothing: None,
            one: None,
            several: Vec::new(),
            reference: Field::text("reference", W.trace_reference())
                .value(&form.reference)
                .hint(W.trace_reference_hint())
                .maxlength(20)
                .spellcheck_off()
                .error(problems.of("reference")),
            uai: Field::text("uai", W.closing_uai())
                .value(&form.uai)
                .maxlength(8)
                .spellcheck_off()
                .error(problems.of("uai")),
            day: Field::date("jour", W.trace_day()).value(&form.jour).error(problems.of("jour")),
            sender: Field::text("expediteur", W.trace_sender())
                .value(&form.expediteur)
                .maxlength(100)
                .spellcheck_off()
                .error(problems.of("expediteur")),
            reason: Field::area("motif", W.trace_reason(), 2)
                .value(&form.motif)
                .hint(W.trace_reason_hint())
                .required()
                .maxlength(LONGEST_REASON)
                .error(problems.of("motif")),
            text: Checkbox::new("texte", W.trace_text()).checked(form.with_text()).hint(W.trace_text_hint()),
            look: Button::primary(W.trace_look()).icon("chercher"),
        }
    }
}

/// `GET /messages/tracage`: the form, and nothing else.
pub(crate) async fn show(visit: SignedIn) -> Answer {
    or_not_found(trace::may_trace(&visit.viewer))?;
    visit.page(W.trace_title(), &TracePage::new(&TraceForm::default(), &Problems::default()))
}

/// `POST /messages/tracage`: looks, and writes that it was done.
pub(crate) async fn look(mut visit: SignedIn, Form(form): Form<TraceForm>) -> Answer {
    or_not_found(trace::may_trace(&visit.viewer))?;
    let (sought, reason) = match form.check() {
        Ok(sought) => sought,
        Err(Error::Invalid(problems)) => return visit.again(W.trace_title(), &TracePage::new(&form, &problems)),
        Err(other) => return Err(other.into()),
    };
    let mut tx = visit.write().await?;
    let found = trace::look(&mut tx, &visit.viewer, &sought, &reason, form.with_text()).await?;
    let now = tx.now();
    let mut page = TracePage::new(&form, &Problems::default());
    match found.as_slice() {
        [] => page.nothing = Some(Notice::info(W.trace_nothing())),
        [one] => {
            let readers = trace::readers(&mut tx, one).await?;
            page.one = Some(Found::new(one, &readers, form.with_text(), now)?);
        }
        several => page.several = several.iter().map(|it| Line::new(it, &reason, now)).collect(),
    }
    // What is shown was written in the journal, or is not shown.
    tx.commit().await?;
    visit.page(W.trace_title(), &page)
}

impl Found {
    fn new(traced: &Traced, readers: &[TracedReader], with_text: bool, now: Moment) -> db::Result<Self> {
        let mut facts = vec![
            W.trace_fact_sender(traced.author(), traced.login.as_deref().unwrap_or_default()),
            W.trace_fact_school(&traced.school_name),
            W.trace_fact_sent(dates::past(traced.sent_at, now)),
            W.trace_fact_subject(&traced.title),
        ];
        facts.extend(traced.recalled_at.map(|at| W.trace_fact_recalled(dates::past(at, now))));
        if traced.readers > MOST_READERS {
            facts.push(W.trace_fact_many(traced.readers, MOST_READERS));
        }
        let text = match with_text {
            true => Some(traced.doc()?.to_plain().lines().map(str::to_owned).collect()),
            false => None,
        };
        Ok(Self { reference: trace::reference(traced.id), facts, readers: table(traced, readers, now), text })
    }
}

fn table(traced: &Traced, readers: &[TracedReader], now: Moment) -> Table {
    let columns = vec![Column::new(W.trace_reader()), Column::new(W.trace_delivered()), Column::new(W.trace_opened())];
    let row = |reader: &TracedReader| {
        let opened = match (reader.recalled_at, reader.opened_at) {
            (Some(_), _) => W.trace_taken_back().to_owned(),
            (None, Some(at)) => dates::past(at, now),
            (None, None) => W.trace_not_opened().to_owned(),
        };
        let delivered = dates::coming(reader.visible_from, now);
        let delivered = delivered.unwrap_or_else(|| dates::past(reader.visible_from, now));
        vec![Cell::text(reader.name()), Cell::text(delivered), Cell::text(opened)]
    };
    Table::new(W.trace_readers(traced.readers), columns, readers.iter().map(row).collect())
}

impl Line {
    fn new(traced: &Traced, reason: &str, now: Moment) -> Self {
        let reference = trace::reference(traced.id);
        Self {
            title: W.trace_line(traced.author(), dates::past(traced.sent_at, now)),
            about: W.trace_line_about(&reference, W.trace_readers(traced.readers)),
            open: Button::secondary(W.trace_open(&reference)),
            fields: [Hidden::new("reference", reference), Hidden::new("motif", reason)],
        }
    }
}
