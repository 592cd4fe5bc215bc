//! What is said of a run in a line: its files, who sent them, what became of them.

use crate::{W, onde::run::Run};
use askama::{Template, filters::HtmlSafe};
use db::Moment;
use web::dates;

/// How many files are named; the others are counted.
const MOST_NAMES: usize = 4;

/// How much of a long name is shown: its beginning, and its end with the extension.
const START: usize = 27;
const END: usize = 12;

/// How many marks one letter bears: more of them run over the lines around it.
const MOST_MARKS: usize = 3;

/// The names of the files of a run in a cell of a table: none is cut at a hyphen.
#[derive(Template)]
#[template(path = "run_names.html")]
pub(super) struct Names {
    names: Vec<String>,
}

impl HtmlSafe for Names {}

impl Names {
    pub(super) fn of(run: &Run) -> Self {
        Self { names: shown(run) }
    }

    /// One of them alone.
    pub(super) fn one(text: &str) -> Self {
        Self { names: vec![name(text)] }
    }
}

/// The names of the files of a run, as they were sent but for what would disturb the page.
pub(super) fn files(run: &Run) -> String {
    shown(run).join(", ")
}

fn shown(run: &Run) -> Vec<String> {
    let mut shown: Vec<String> = run.names.iter().take(MOST_NAMES).map(|it| name(it)).collect();
    let more = run.names.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        shown.push(W.onde_more_files(i64::try_from(more).unwrap_or(i64::MAX)));
    }
    shown
}

/// A name anybody chose: no mark that turns or hides what follows, and of a length a column bears.
pub(super) fn name(text: &str) -> String {
    let mut marks = 0;
    let seen = text.chars().filter(|it| !it.is_control() && !is_invisible(*it));
    let bears = |it: &char| {
        marks = if is_combining(*it) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    };
    let kept: Vec<char> = seen.filter(bears).collect();
    if kept.iter().all(|it| it.is_whitespace()) {
        return W.onde_file_unnamed().to_owned();
    }
    if kept.len() <= START + 1 + END {
        return kept.into_iter().collect();
    }
    let (start, end) = (kept.iter().take(START), kept.iter().skip(kept.len() - END));
    start.chain(std::iter::once(&'…')).chain(end).collect()
}

/// Whether a character is not seen, or leaves a blank, and changes how others are read.
fn is_invisible(it: char) -> bool {
    matches!(
        it,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character is a mark over or under the letter before it.
fn is_combining(it: char) -> bool {
    matches!(
        it,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// When the files were sent, and by whom.
pub(super) fn sent(run: &Run, now: Moment) -> String {
    let when = dates::past(run.made_at, now);
    match &run.sent_name {
        Some(who) => W.onde_given_by(when, who),
        None => W.onde_given(when),
    }
}

/// What became of the files; who did it is named unless it is who sent them, who stands beside. `checks`: the school is only
/// compared.
pub(super) fn state(run: &Run, checks: bool, now: Moment) -> String {
    let other = |name: Option<&String>| name.filter(|it| Some(*it) != run.sent_name.as_ref()).cloned();
    let applied = run.applied_at.map(|at| match other(run.applied_name.as_ref()) {
        Some(who) => W.onde_state_applied_by(dates::past(at, now), who),
        None => W.onde_state_applied(dates::past(at, now)),
    });
    let undone = run.undone_at.map(|at| match other(run.undone_name.as_ref()) {
        Some(who) => W.onde_state_undone_by(dates::past(at, now), who),
        None => W.onde_state_undone(dates::past(at, now)),
    });
    match (applied, undone) {
        (None, None) if checks => W.onde_state_compared().to_owned(),
        (None, None) => W.onde_state_waits().to_owned(),
        (applied, undone) => applied.into_iter().chain(undone).collect::<Vec<_>>().join(" · "),
    }
}
