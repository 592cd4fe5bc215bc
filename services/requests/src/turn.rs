//! The clock of a request: its delay runs from the day it is made, stands still while the school is asked something, and
//! gives way to the day it is planned for.

use crate::{
    clock,
    request::{Request, State},
};
use jiff::civil::Date;

/// The days of a request once it has moved on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The day its delay ends.
    pub due_on: String,
    /// The day it is planned for.
    pub planned_on: Option<String>,
    /// The day it is awaited.
    pub deadline: Option<String>,
    /// Since which day the school is asked something.
    pub waiting_since: Option<String>,
}

impl Turn {
    /// The days of a request that moves on a day to another state, with the day it is planned for when it is.
    pub fn of(request: &Request, to: State, planned: Option<Date>, today: Date) -> Self {
        let planned = planned.map(|day| day.to_string()).or_else(|| request.planned_on.clone());
        let planned_on = if matches!(to, State::Received | State::InProgress) { None } else { planned };
        let (due_on, waiting_since) = match to {
            State::Waiting => {
                let since = request.waiting_since.clone().unwrap_or_else(|| today.to_string());
                (request.due_on.clone(), Some(since))
            }
            State::Received | State::InProgress | State::Planned | State::Done | State::Refused => {
                (resumed(request, today), None)
            }
        };
        let deadline = match to {
            State::Received | State::InProgress => Some(due_on.clone()),
            State::Planned => planned_on.clone(),
            State::Waiting | State::Done | State::Refused => None,
        };
        Self { due_on, planned_on, deadline, waiting_since }
    }
}

/// The end of the delay, later by the days the commune waited for the school; never on a Saturday or a Sunday.
fn resumed(request: &Request, today: Date) -> String {
    let since = request.waiting_since.as_deref().and_then(clock::read);
    match since.zip(clock::read(&request.due_on)) {
        Some((since, due)) => clock::working(clock::shifted(due, clock::days_between(since, today))).to_string(),
        None => request.due_on.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{request::Priority, side::Side};
    use commons::ThingId;
    use db::{Moment, Uuid};
    use jiff::civil::date;
    use school::SchoolId;

    fn request(state: State) -> Request {
        Request {
            id: ThingId(Uuid::nil()),
            school_id: SchoolId(Uuid::nil()),
            school_name: String::new(),
            scope: String::new(),
            label: String::new(),
            title: String::new(),
            body: String::new(),
            answers: "[]".to_owned(),
            priority: Priority::Normal,
            state,
            author: String::new(),
            service: String::new(),
            email: None,
            files: 0,
            due_on: "2026-10-16".to_owned(),
            planned_on: None,
            deadline: Some("2026-10-16".to_owned()),
            waiting_since: None,
            created_at: Moment::DAWN,
            done_at: None,
            side: Side::Town,
        }
    }

    #[test]
    fn the_delay_stands_still_while_the_school_is_asked() {
        let asked = Turn::of(&request(State::Received), State::Waiting, None, date(2026, 10, 5));
        assert_eq!((asked.deadline, asked.waiting_since.as_deref()), (None, Some("2026-10-05")));
        let waiting = Request { waiting_since: Some("2026-10-05".to_owned()), ..request(State::Waiting) };
        let again = Turn::of(&waiting, State::Waiting, None, date(2026, 10, 7));
        assert_eq!(again.waiting_since.as_deref(), Some("2026-10-05"), "asked twice, it waits since the first time");
        let back = Turn::of(&waiting, State::InProgress, None, date(2026, 10, 9));
        assert_eq!((back.due_on.as_str(), back.deadline.as_deref()), ("2026-10-20", Some("2026-10-20")));
        assert_eq!(back.waiting_since, None);
        let sunday = Turn::of(&waiting, State::InProgress, None, date(2026, 10, 7));
        assert_eq!(sunday.due_on, "2026-10-19", "the Monday that follows");
    }

    #[test]
    fn a_planned_day_takes_the_place_of_the_delay() {
        let planned = Turn::of(&request(State::Received), State::Planned, Some(date(2026, 11, 3)), date(2026, 10, 5));
        assert_eq!((planned.due_on.as_str(), planned.deadline.as_deref()), ("2026-10-16", Some("2026-11-03")));
        let taken = Request { planned_on: planned.planned_on, ..request(State::Planned) };
        let taken = Turn::of(&taken, State::InProgress, None, date(2026, 10, 6));
        assert_eq!((taken.planned_on, taken.deadline.as_deref()), (None, Some("2026-10-16")));
    }
}
