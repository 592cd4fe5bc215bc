//! The form of a news: what was typed, and what of it can be kept.

use crate::{W, news::News, publics::Publics, rubric::Rubric};
use db::{Error, Moment, PARIS, Problems, Result};
use jiff::{
    ToSpan,
    civil::{Date, Time, time},
};
use richtext::Doc;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;
/// A flash is for a few days: what stays for a season over every first page is read by nobody.
pub const FLASH_DAYS: i64 = 31;

/// A form as it was typed: shown again as it is when something is wrong.
#[derive(Debug, Clone, Default)]
pub struct DraftForm {
    /// The edition of the news it was filled in from; nothing for a new one.
    pub edition: String,
    /// The text of a [`crate::scope::Scope`]; settled once the news is made.
    pub scope: String,
    /// The title.
    pub title: String,
    /// The text, plain.
    pub body: String,
    /// The document of the editor; empty where scripts do not run.
    pub body_json: String,
    /// The texts of the profiles it is for.
    pub publics: Vec<String>,
    /// The text of a [`Rubric`].
    pub rubric: String,
    /// Whether it stands before the others.
    pub front: bool,
    /// Whether it is said over the first page.
    pub flash: bool,
    /// Whether its readers may comment on it.
    pub comments: bool,
    /// The last day it is shown, `2026-10-30`, or nothing.
    pub until: String,
    /// The day wished for, `2026-09-07`, or nothing.
    pub day: String,
    /// The hour wished for, `07:30`, or nothing.
    pub time: String,
    /// Whether those who left read what it said no more.
    pub forgets: bool,
}

/// What can be kept of a form.
#[derive(Debug)]
pub struct Draft {
    /// The edition of the news it changes; 0, which none is, for a new one.
    pub edition: i64,
    /// The title.
    pub title: String,
    /// The text.
    pub body: Doc,
    /// The profiles it is for.
    pub publics: Publics,
    /// What it is about.
    pub rubric: Rubric,
    /// Whether it stands before the others.
    pub front: bool,
    /// Whether it is said over the first page.
    pub flash: bool,
    /// Whether its readers may comment on it; only those of a class or a school.
    pub comments: bool,
    /// The instant it is wished delivered.
    pub publish_at: Option<Moment>,
    /// The instant from which it is shown no more.
    pub expires_at: Option<Moment>,
    /// Whether those who left read what it said no more.
    pub forgets: bool,
}

/// What comes with the typed text of a form.
#[derive(Debug)]
pub struct Brought {
    /// The text, or what is wrong with it.
    pub body: Result<Doc>,
    /// Whether files come with it.
    pub pieces: bool,
}

impl DraftForm {
    /// The form of a news nobody typed anything in.
    pub fn blank() -> Self {
        let publics = vec![school::Public::Families.as_str().to_owned()];
        Self { publics, rubric: Rubric::Life.as_str().to_owned(), ..Self::default() }
    }

    /// The form that would give this news again.
    pub fn of(news: &News, now: Moment) -> Self {
        let wished = news.publish_at.filter(|at| *at > now).map(|at| at.timestamp().to_zoned_datetime(PARIS.clone()));
        Self {
            edition: news.edition.to_string(),
            scope: news.scope.to_string(),
            title: news.thing.title.clone(),
            body: news.body.to_plain(),
            body_json: news.body.to_json(),
            publics: news.publics.0.iter().map(|public| public.as_str().to_owned()).collect(),
            rubric: news.rubric.as_str().to_owned(),
            front: news.front,
            flash: news.flash,
            comments: news.comments,
            until: news.expires_at.map(|at| last_day(at).to_string()).unwrap_or_default(),
            day: wished.as_ref().map(|it| it.date().to_string()).unwrap_or_default(),
            time: wished.as_ref().map(|it| it.time().strftime("%H:%M").to_string()).unwrap_or_default(),
            forgets: false,
        }
    }

    /// What can be kept, or what is wrong.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message for each field; a fault that came with the text.
    pub fn check(&self, now: Moment, brought: Brought) -> Result<Draft> {
        let mut problems = Problems::default();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let body = body(brought, &mut problems)?;
        let publics = Publics::typed(&self.publics);
        problems.require(!publics.0.is_empty(), "publics", W.publics_missing());
        let rubric = Rubric::try_from(self.rubric.clone()).unwrap_or_else(|_| {
            problems.add("rubric", W.rubric_missing());
            Rubric::Other
        });
        let publish_at = self.publish_at(now, &mut problems);
        let expires_at = self.expires_at(publish_at.unwrap_or(now), &mut problems);
        problems.or(Draft {
            edition: self.edition.parse().unwrap_or_default(),
            title,
            body,
            publics,
            rubric,
            front: self.front,
            flash: self.flash,
            comments: self.comments,
            publish_at,
            expires_at,
            forgets: self.forgets,
        })
    }

    fn publish_at(&self, now: Moment, problems: &mut Problems) -> Option<Moment> {
        let (day, time) = (self.day.trim(), self.time.trim());
        if day.is_empty() && time.is_empty() {
            return None;
        }
        let at = instant(day, time);
        problems.require(at.is_some(), "day", W.day_unreadable());
        problems.require(at.is_none_or(|at| at > now), "day", W.day_past());
        at
    }

    fn expires_at(&self, from: Moment, problems: &mut Problems) -> Option<Moment> {
        let typed = self.until.trim();
        let at = match typed.is_empty() {
            true => None,
            false => typed.parse().ok().and_then(day_after),
        };
        problems.require(typed.is_empty() || at.is_some(), "until", W.until_unreadable());
        problems.require(at.is_none_or(|at| at > from), "until", W.until_past());
        if self.flash {
            problems.require(!typed.is_empty(), "until", W.flash_without_end());
            problems.require(at.is_none_or(|at| at <= from.plus_days(FLASH_DAYS + 1)), "until", W.flash_too_long());
        }
        at
    }
}

/// What is wrong with a text goes with the rest of what is wrong.
fn body(brought: Brought, problems: &mut Problems) -> Result<Doc> {
    match brought.body {
        Ok(body) => {
            problems.require(!body.is_empty() || brought.pieces, "body", W.body_missing());
            Ok(body)
        }
        Err(Error::Invalid(wrong)) => {
            wrong.all().iter().for_each(|(field, message)| problems.add(field, message.clone()));
            Ok(Doc::default())
        }
        Err(error) => Err(error),
    }
}

/// The instant of a day and an hour in France; without an hour, 7 h.
fn instant(day: &str, hour: &str) -> Option<Moment> {
    let day: Date = day.parse().ok()?;
    let hour: Time = if hour.is_empty() { time(7, 0, 0, 0) } else { hour.parse().ok()? };
    PARIS.to_timestamp(day.to_datetime(hour)).ok().map(Moment::from)
}

/// The end of a day in France.
fn day_after(day: Date) -> Option<Moment> {
    let next = day.checked_add(1.day()).ok()?;
    PARIS.to_timestamp(next.to_datetime(Time::midnight())).ok().map(Moment::from)
}

/// The last day before an instant: what [`day_after`] was made from.
pub(crate) fn last_day(expires_at: Moment) -> Date {
    expires_at.plus_seconds(-1).day()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sunday 6 September 2026, at 15 h 06 in France.
    const NOW: Moment = Moment(1_788_700_000_000);

    fn form() -> DraftForm {
        DraftForm { title: " Fête  de l’école ".to_owned(), ..DraftForm::blank() }
    }

    fn brought(text: &str) -> Brought {
        Brought { body: Ok(Doc::from_plain(text)), pieces: false }
    }

    fn problem(form: &DraftForm, field: &str) -> Option<String> {
        match form.check(NOW, brought("Samedi à 10 h.")) {
            Err(Error::Invalid(problems)) => problems.of(field),
            _ => None,
        }
    }

    #[test]
    fn a_form_is_cleaned() {
        let draft = form().check(NOW, brought("Samedi à 10 h."));
        assert!(draft.is_ok_and(|it| it.title == "Fête de l’école" && it.expires_at.is_none()));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        for (wrong, field) in [
            (DraftForm { title: " ".to_owned(), ..form() }, "title"),
            (DraftForm { title: "a".repeat(121), ..form() }, "title"),
            (DraftForm { publics: vec!["mayors".to_owned()], ..form() }, "publics"),
            (DraftForm { rubric: "sport".to_owned(), ..form() }, "rubric"),
            (DraftForm { day: "demain".to_owned(), ..form() }, "day"),
            (DraftForm { day: "2026-09-05".to_owned(), ..form() }, "day"),
            (DraftForm { until: "bientôt".to_owned(), ..form() }, "until"),
            (DraftForm { until: "2026-09-05".to_owned(), ..form() }, "until"),
            (DraftForm { flash: true, ..form() }, "until"),
            (DraftForm { flash: true, until: "2026-10-30".to_owned(), ..form() }, "until"),
            (DraftForm { day: "2026-09-20".to_owned(), until: "2026-09-19".to_owned(), ..form() }, "until"),
        ] {
            assert!(problem(&wrong, field).is_some(), "{field} of {wrong:?}");
        }
        assert!(form().check(NOW, brought(" ")).is_err());
        let refused = Brought { body: Err(Error::invalid("body", "Illisible.")), pieces: false };
        assert!(form().check(NOW, refused).is_err());
    }

    #[test]
    fn the_last_day_is_shown_to_its_end() {
        let until = DraftForm { flash: true, until: "2026-09-06".to_owned(), ..form() };
        let expires_at = until.check(NOW, brought("Samedi.")).ok().and_then(|draft| draft.expires_at);
        assert_eq!(expires_at, instant("2026-09-07", "00:00"));
        assert_eq!(expires_at.map(|at| last_day(at).to_string()).as_deref(), Some("2026-09-06"));
    }
}
