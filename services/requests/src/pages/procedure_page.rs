//! The form of a kind of request.

use super::{Office, at, procedures::PATH};
use crate::{
    W,
    extra::ExtraKind,
    procedure::Procedure,
    procedure_form::{LONGEST_LABEL, LONGEST_SERVICE, ROWS, RowNames, Typed},
};
use askama::Template;
use db::Problems;
use web::{
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Hidden, Opt},
    summary,
};

/// How many empty rows are offered after those that are filled in.
const SPARE: usize = 3;

#[derive(Template)]
#[template(path = "procedure.html")]
pub(super) struct ProcedurePage {
    summary: Option<ErrorSummary>,
    heading: String,
    place: String,
    address: String,
    carried: Hidden,
    label: Field,
    service: Field,
    email: Field,
    delay: Field,
    active: Checkbox,
    rows: Vec<RowPart>,
    save: Button,
    back: String,
}

struct RowPart {
    legend: String,
    label: Field,
    kind: Choice,
    options: Field,
    required: Checkbox,
}

impl ProcedurePage {
    pub(super) fn new(office: &Office, known: Option<&Procedure>, typed: &Typed, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(typed.text(name)).error(problems.of(name));
        let used = ROWS.iter().rposition(|names| is_used(names, typed)).map_or(0, |rank| rank + 1);
        let shown = ROWS.iter().take(used + SPARE).enumerate();
        Self {
            summary: summary(problems),
            heading: known.map_or_else(|| W.add_kind().to_owned(), |it| it.label.clone()),
            place: office.name.clone(),
            address: known.map_or_else(|| PATH.to_owned(), |it| format!("{PATH}/{}", it.slug)),
            carried: Hidden::new("commune", &office.scope),
            label: field(Field::text("label", W.kind_label()).maxlength(LONGEST_LABEL).required(), "label"),
            service: field(
                Field::text("service", W.service())
                    .hint(W.service_hint())
                    .maxlength(LONGEST_SERVICE)
                    .optional(W.optional()),
                "service",
            ),
            email: field(Field::email("email", W.email()).hint(W.email_hint()).optional(W.optional()), "email"),
            delay: field(Field::number("delay", W.delay_days()).hint(W.delay_hint()).required(), "delay"),
            active: Checkbox::new("active", W.kind_active()).checked(!typed.text("active").is_empty()),
            rows: shown.map(|(rank, names)| RowPart::new(rank, *names, typed, problems)).collect(),
            save: Button::primary(W.save()).icon("fait"),
            back: at(PATH, &office.scope),
        }
    }
}

fn is_used(names: &RowNames, typed: &Typed) -> bool {
    !typed.text(names.label).is_empty() || !typed.text(names.options).is_empty()
}

impl RowPart {
    fn new(rank: usize, names: RowNames, typed: &Typed, problems: &Problems) -> Self {
        let chosen = typed.text(names.kind);
        let option = |kind: &ExtraKind| Opt::new(kind.as_str(), kind.word()).checked(kind.as_str() == chosen);
        Self {
            legend: W.extra((rank + 1).to_string()),
            label: Field::text(names.label, W.extra_label())
                .value(typed.text(names.label))
                .maxlength(LONGEST_LABEL)
                .optional(W.optional())
                .error(problems.of(names.label)),
            kind: Choice::select(names.kind, W.extra_kind(), ExtraKind::ALL.iter().map(option).collect()),
            options: Field::text(names.options, W.extra_options())
                .value(typed.text(names.options))
                .hint(W.extra_options_hint())
                .optional(W.optional())
                .error(problems.of(names.options)),
            required: Checkbox::new(names.required, W.extra_required()).checked(!typed.text(names.required).is_empty()),
        }
    }
}
