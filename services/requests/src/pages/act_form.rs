//! The forms by which the commune plans a request, ends it, gives it to another service.

use super::request_form::Typed;
use crate::{W, procedure_form::LONGEST_SERVICE, request::Request};
use db::Problems;
use web::component::{Button, Field};

pub(super) struct PlanPart {
    pub(super) open: bool,
    pub(super) day: Field,
    pub(super) word: Field,
    pub(super) plan: Button,
}

pub(super) struct FinishPart {
    pub(super) open: bool,
    pub(super) word: Field,
    pub(super) finish: Button,
}

pub(super) struct AssignPart {
    pub(super) open: bool,
    pub(super) service: Field,
    pub(super) email: Field,
    pub(super) assign: Button,
}

pub(super) fn plan(request: &Request, typed: &Typed, problems: &Problems) -> PlanPart {
    let day = if typed.day.is_empty() { request.planned_on.as_deref().unwrap_or_default() } else { &typed.day };
    PlanPart {
        open: problems.of("day").is_some() || problems.of("plan_word").is_some(),
        day: Field::date("day", W.plan_day()).value(day).error(problems.of("day")).required(),
        word: word("plan_word", &typed.plan_word, problems),
        plan: Button::secondary(W.plan()).icon("agenda"),
    }
}

pub(super) fn finish(typed: &Typed, problems: &Problems) -> FinishPart {
    FinishPart {
        open: problems.of("finish_word").is_some(),
        word: word("finish_word", &typed.finish_word, problems),
        finish: Button::secondary(W.finish()).icon("fait"),
    }
}

fn word(name: &'static str, typed: &str, problems: &Problems) -> Field {
    Field::area(name, W.word_to_school(), 3).value(typed).optional(W.optional()).error(problems.of(name))
}

pub(super) fn assign(request: &Request, typed: &Typed, problems: &Problems) -> AssignPart {
    let kept = || (request.service.clone(), request.email.clone().unwrap_or_default());
    let (service, email) = typed.service.clone().unwrap_or_else(kept);
    AssignPart {
        open: problems.of("service").is_some() || problems.of("email").is_some(),
        service: Field::text("service", W.service())
            .value(service)
            .maxlength(LONGEST_SERVICE)
            .error(problems.of("service"))
            .required(),
        email: Field::email("email", W.email()).value(email).optional(W.optional()).error(problems.of("email")),
        assign: Button::secondary(W.assign()).icon("personnes"),
    }
}
