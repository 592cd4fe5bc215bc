//! The page of a decision that needs words: giving a page back, taking it off line.

use crate::{
    W,
    page::{SitePage, State},
    publication::LONGEST,
};
use askama::Template;
use db::Problems;
use web::component::{Button, ErrorSummary, Field};

/// What is decided with words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    GiveBack,
    Withdraw,
}

#[derive(Template)]
#[template(path = "decision.html")]
pub(super) struct DecisionPage {
    heading: &'static str,
    title: String,
    explanation: &'static str,
    summary: Option<ErrorSummary>,
    address: String,
    word: Field,
    decide: Button,
    back: String,
}

impl DecisionPage {
    pub(super) fn new(decision: Decision, page: &SitePage, typed: &str, problems: &Problems) -> Self {
        let word = Field::area("word", decision.label(), 4).maxlength(LONGEST).required();
        Self {
            heading: decision.heading(),
            title: page.title.clone(),
            explanation: decision.explanation(),
            summary: web::summary(problems),
            address: format!("{}/{}", page.desk(), decision.noun()),
            word: word.value(typed).error(problems.of("word")),
            decide: decision.button(),
            back: page.desk(),
        }
    }
}

impl Decision {
    /// Whether it can be taken now.
    pub(super) fn is_open(self, page: &SitePage) -> bool {
        match self {
            Self::GiveBack => page.state == State::Proposed,
            Self::Withdraw => page.is_on_line(),
        }
    }

    fn noun(self) -> &'static str {
        match self {
            Self::GiveBack => "retour",
            Self::Withdraw => "retrait",
        }
    }

    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::GiveBack => W.give_back(),
            Self::Withdraw => W.withdraw(),
        }
    }

    fn explanation(self) -> &'static str {
        match self {
            Self::GiveBack => W.give_back_explained(),
            Self::Withdraw => W.withdraw_explained(),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::GiveBack => W.give_back_label(),
            Self::Withdraw => W.withdraw_label(),
        }
    }

    fn button(self) -> Button {
        match self {
            Self::GiveBack => Button::primary(W.give_back()),
            Self::Withdraw => Button::danger(W.withdraw()).icon("retire"),
        }
    }

    pub(super) fn said(self) -> &'static str {
        match self {
            Self::GiveBack => W.given_back(),
            Self::Withdraw => W.withdrawn(),
        }
    }
}
