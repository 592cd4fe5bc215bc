//! The form of a post: what was typed, and what of it can be kept.

use crate::{
    W,
    audience::Audience,
    author::Author,
    photo::Received,
    post::{Post, Terms},
};
use db::{Moment, PARIS, Problems, Result};
use jiff::civil::{Date, Time, time};
use richtext::Doc;
use school::PersonId;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;

/// A form as it was typed: shown again as it is when something is wrong.
#[derive(Debug, Clone, Default)]
pub struct DraftForm {
    /// The edition of the post it was filled in from; nothing for a new post.
    pub edition: String,
    /// The title.
    pub title: String,
    /// The text, plain.
    pub body: String,
    /// The document of the editor; empty where scripts do not run.
    pub body_json: String,
    /// The text of an [`Audience`].
    pub audience: String,
    /// The day wished for, `2026-09-07`, or nothing.
    pub day: String,
    /// The hour wished for, `07:30`, or nothing.
    pub time: String,
    /// Whether readers may comment.
    pub comments: bool,
    /// Those who sign with the one who began the post, as identifiers.
    pub authors: Vec<String>,
    /// Whether those who left read what it said no more.
    pub forgets: bool,
}

/// What can be kept of a form.
#[derive(Debug)]
pub struct Draft {
    /// The edition of the post it changes; 0, which none is, for a new post.
    pub edition: i64,
    /// The title.
    pub title: String,
    /// The text.
    pub body: Doc,
    /// What only those who publish decide.
    pub settings: Option<Settings>,
    /// Whether those who left read what it said no more.
    pub forgets: bool,
}

/// What only those who publish decide.
#[derive(Debug)]
pub struct Settings {
    /// To whom, when, answered or not.
    pub terms: Terms,
    /// Those who sign besides the one who began the post.
    pub authors: Vec<PersonId>,
}

impl DraftForm {
    /// The form that would give this post again.
    pub fn of(post: &Post, authors: &[Author], now: Moment) -> Self {
        let wished =
            post.terms.publish_at.filter(|at| *at > now).map(|at| at.timestamp().to_zoned_datetime(PARIS.clone()));
        Self {
            edition: post.edition.to_string(),
            title: post.thing.title.clone(),
            body: post.body.to_plain(),
            body_json: post.body.to_json(),
            audience: post.terms.audience.as_str().to_owned(),
            day: wished.as_ref().map(|it| it.date().to_string()).unwrap_or_default(),
            time: wished.as_ref().map(|it| it.time().strftime("%H:%M").to_string()).unwrap_or_default(),
            comments: post.terms.comments,
            authors: authors.iter().map(|author| author.id.to_string()).collect(),
            forgets: false,
        }
    }

    /// What can be kept, or what is wrong. `manages` says whether the writer decides who reads it and when.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with a message for each field.
    pub fn check(&self, now: Moment, manages: bool, received: &Received) -> Result<Draft> {
        let mut problems = Problems::default();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let body = richtext::written(&self.body, &self.body_json).unwrap_or_else(|refused| {
            problems.add("body", refused.message());
            Doc::default()
        });
        let says_something = !body.is_empty() || received.any() || problems.of("body").is_some();
        problems.require(says_something, "body", W.body_missing());
        received.check(&mut problems);
        let settings = manages.then(|| self.settings(now, &mut problems));
        let edition = self.edition.parse().unwrap_or_default();
        problems.or(Draft { edition, title, body, settings, forgets: self.forgets })
    }

    fn settings(&self, now: Moment, problems: &mut Problems) -> Settings {
        let audience = Audience::try_from(self.audience.clone()).unwrap_or_else(|_| {
            problems.add("audience", W.audience_missing());
            Audience::ClassAndFamilies
        });
        let terms = Terms { audience, comments: self.comments, publish_at: self.publish_at(now, problems) };
        let authors = self.authors.iter().filter_map(|id| id.parse().ok()).collect();
        Settings { terms, authors }
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
}

/// The instant of a day and an hour in France; without an hour, 7 h.
fn instant(day: &str, hour: &str) -> Option<Moment> {
    let day: Date = day.parse().ok()?;
    let hour: Time = if hour.is_empty() { time(7, 0, 0, 0) } else { hour.parse().ok()? };
    PARIS.to_timestamp(day.to_datetime(hour)).ok().map(Moment::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Error;

    const NOW: Moment = Moment(1_788_700_000_000);

    fn form() -> DraftForm {
        DraftForm {
            title: " La  mare ".to_owned(),
            body: "Nous avons vu des têtards.".to_owned(),
            audience: "class".to_owned(),
            ..DraftForm::default()
        }
    }

    fn problem(form: &DraftForm, field: &str) -> Option<String> {
        match form.check(NOW, true, &Received::default()) {
            Err(Error::Invalid(problems)) => problems.of(field),
            _ => None,
        }
    }

    #[test]
    fn a_form_is_cleaned() {
        let draft = form().check(NOW, true, &Received::default());
        assert!(draft.is_ok_and(|it| it.title == "La mare" && it.settings.is_some_and(|it| !it.terms.comments)));
    }

    #[test]
    fn a_pupil_decides_nothing_of_who_reads() {
        let draft = DraftForm { audience: "nobody".to_owned(), ..form() }.check(NOW, false, &Received::default());
        assert!(draft.is_ok_and(|it| it.settings.is_none()));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        assert!(problem(&DraftForm { title: " ".to_owned(), ..form() }, "title").is_some());
        assert!(problem(&DraftForm { title: "a".repeat(121), ..form() }, "title").is_some());
        assert!(problem(&DraftForm { body: String::new(), ..form() }, "body").is_some());
        assert!(problem(&DraftForm { body_json: "{".to_owned(), ..form() }, "body").is_some());
        assert!(problem(&DraftForm { audience: "public".to_owned(), ..form() }, "audience").is_some());
        for (day, hour) in [("demain", ""), ("", "07:00"), ("2001-01-01", "07:00"), ("2099-01-01", "midi")] {
            assert!(problem(&DraftForm { day: day.to_owned(), time: hour.to_owned(), ..form() }, "day").is_some());
        }
    }

    #[test]
    fn a_wish_is_read_in_the_time_of_france() {
        assert_eq!(instant("2026-09-07", "07:30"), Some(Moment(1_788_759_000_000)));
        assert_eq!(instant("2026-09-07", ""), instant("2026-09-07", "07:00"));
    }
}
