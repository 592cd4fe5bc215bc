//! The form of a mot: what was typed, and what of it can be kept.

use crate::{
    W,
    child::{Chosen, Guardian, Pupil},
    mot::Mot,
    terms::{Acts, FEWEST_CHOICES, LONGEST_CHOICE, MOST_CHOICES, Reminders, Reply, Terms, Theme, choices_of},
};
use db::{Moment, Problems, Result};
use jiff::civil::Date;
use richtext::{Doc, Refused};
use school::{PersonId, text_enum};

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;
/// The longest reason of an urgent delivery, in characters.
pub const LONGEST_URGENT: usize = 300;

text_enum! {
    /// What a change after the first signature means.
    Revision {
        /// A correction: signatures stay valid, the change shows.
        Correction = "correction",
        /// Everybody is asked again.
        AskAgain = "ask-again",
    }
}

/// A form as it was typed: shown again as it is when something is wrong.
#[derive(Debug, Clone, Default)]
pub struct DraftForm {
    /// The edition of the mot it was filled in from; nothing for a new one.
    pub edition: String,
    /// The title.
    pub title: String,
    /// The text, plain.
    pub body: String,
    /// The document of the editor; empty where scripts do not run.
    pub body_json: String,
    /// The text of a [`Theme`].
    pub theme: String,
    /// The text of a [`Reply`].
    pub reply: String,
    /// The answers offered, a line each.
    pub choices: String,
    /// The text of an [`Acts`].
    pub acts: String,
    /// The last day, `2026-10-09`, or nothing.
    pub due: String,
    /// The text of a [`Reminders`].
    pub reminders: String,
    /// Whether pupils from CE1 on see it.
    pub pupils: bool,
    /// `all`, or `some` for the children chosen.
    pub whole: String,
    /// The children chosen, as identifiers.
    pub children: Vec<String>,
    /// The adult named for each child, as identifiers.
    pub named: Vec<(String, String)>,
    /// Why it is urgent; empty when it is not.
    pub urgent: String,
    /// The text of a [`Revision`], when something was signed already.
    pub revision: String,
}

/// What can be kept of a form.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The edition of the mot it changes; 0, which none is, for a new one.
    pub edition: i64,
    /// The title.
    pub title: String,
    /// The text.
    pub body: Doc,
    /// What is asked.
    pub terms: Terms,
    /// Whether it is for all the children.
    pub whole: bool,
    /// The children it is for now.
    pub children: Vec<Chosen>,
    /// What a change after the first signature means.
    pub revision: Option<Revision>,
}

/// What a form is checked against.
#[derive(Debug)]
pub struct Offered {
    /// The pupils of the circle.
    pub pupils: Vec<Pupil>,
    /// Their adults.
    pub guardians: Vec<Guardian>,
    /// Whether the writer may send outside the hours.
    pub urgent: bool,
}

impl DraftForm {
    /// The form of a mot nobody has begun.
    pub fn blank(terms: &Terms) -> Self {
        Self { whole: "all".to_owned(), ..Self::default() }.with_terms(terms)
    }

    /// The form that would give this mot again.
    pub fn of(mot: &Mot, chosen: &[Chosen]) -> Self {
        let named = chosen.iter().filter_map(|it| Some((it.child.to_string(), it.adult?.to_string())));
        Self {
            edition: mot.edition.to_string(),
            title: mot.thing.title.clone(),
            body: mot.body.to_plain(),
            body_json: mot.body.to_json(),
            whole: if mot.whole { "all" } else { "some" }.to_owned(),
            children: chosen.iter().map(|it| it.child.to_string()).collect(),
            named: named.collect(),
            ..Self::default()
        }
        .with_terms(&mot.terms)
    }

    fn with_terms(self, terms: &Terms) -> Self {
        Self {
            theme: terms.theme.as_str().to_owned(),
            reply: terms.reply.as_str().to_owned(),
            choices: terms.choice_lines(),
            acts: terms.acts.as_str().to_owned(),
            due: terms.due.map(|day| day.to_string()).unwrap_or_default(),
            reminders: terms.reminders.as_str().to_owned(),
            pupils: terms.pupils,
            urgent: terms.urgent.clone().unwrap_or_default(),
            ..self
        }
    }

    /// What can be kept, or what is wrong.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with a message for each field.
    pub fn check(&self, now: Moment, offered: &Offered) -> Result<Draft> {
        let mut problems = Problems::default();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let body = self.document().unwrap_or_else(|refused| {
            problems.add("body", refused.message());
            Doc::default()
        });
        problems.require(!body.is_empty() || problems.of("body").is_some(), "body", W.body_missing());
        let terms = self.terms(now, offered, &mut problems);
        let whole = self.whole != "some";
        let children = self.chosen(whole, &terms, offered);
        problems.require(!children.is_empty(), "children", W.nobody_aimed());
        let revision = Revision::try_from(self.revision.clone()).ok();
        let edition = self.edition.parse().unwrap_or_default();
        problems.or(Draft { edition, title, body, terms, whole, children, revision })
    }

    fn document(&self) -> std::result::Result<Doc, Refused> {
        match self.body_json.trim() {
            "" => richtext::parse_plain(&self.body),
            json => richtext::parse(json),
        }
    }

    fn terms(&self, now: Moment, offered: &Offered, problems: &mut Problems) -> Terms {
        let reply = Reply::try_from(self.reply.clone());
        problems.require(reply.is_ok(), "reply", W.reply_missing());
        let reply = reply.unwrap_or(Reply::None);
        let acts = Acts::try_from(self.acts.clone());
        problems.require(acts.is_ok() || !reply.asks(), "acts", W.acts_missing());
        let choices = if reply == Reply::Choose { choices_of(&self.choices) } else { Vec::new() };
        check_choices(reply, &choices, problems);
        let due = self.due(now, problems);
        let reminders = Reminders::try_from(self.reminders.clone()).unwrap_or(Reminders::None);
        // Said where the day is typed: models come with reminders, and only the day is missing.
        let dated = reminders == Reminders::None || !self.due.trim().is_empty();
        problems.require(dated, "due", W.reminders_need_a_day());
        let urgent = Some(self.urgent.trim().to_owned()).filter(|it| !it.is_empty() && offered.urgent);
        let fits = urgent.as_ref().is_none_or(|it| it.chars().count() <= LONGEST_URGENT);
        problems.require(fits, "urgent", W.urgent_too_long());
        Terms {
            theme: Theme::try_from(self.theme.clone()).unwrap_or(Theme::Other),
            reply,
            choices,
            acts: acts.unwrap_or(Acts::One),
            due,
            reminders,
            pupils: self.pupils,
            urgent,
        }
    }

    fn due(&self, now: Moment, problems: &mut Problems) -> Option<Date> {
        let typed = self.due.trim();
        if typed.is_empty() {
            return None;
        }
        let day: Option<Date> = typed.parse().ok();
        problems.require(day.is_some(), "due", W.due_unreadable());
        // A change after the last day keeps it; a new mot has nothing to ask for a day gone by.
        let gone = !self.edition.is_empty() || day.is_none_or(|day| day >= now.day());
        problems.require(gone, "due", W.due_past());
        day
    }

    /// The children chosen among those offered, each with the adult named when one is.
    fn chosen(&self, whole: bool, terms: &Terms, offered: &Offered) -> Vec<Chosen> {
        let ticked = |pupil: &&Pupil| whole || self.children.contains(&pupil.id.to_string());
        let chosen = offered.pupils.iter().filter(ticked);
        chosen.map(|pupil| Chosen { child: pupil.id, adult: self.named(pupil.id, terms, offered) }).collect()
    }

    fn named(&self, child: PersonId, terms: &Terms, offered: &Offered) -> Option<PersonId> {
        if terms.acts != Acts::Named {
            return None;
        }
        let typed = self.named.iter().find(|(of, _)| *of == child.to_string());
        let adult: PersonId = typed?.1.parse().ok()?;
        offered.guardians.iter().find(|it| it.child_id == child && it.adult_id == adult).map(|it| it.adult_id)
    }
}

fn check_choices(reply: Reply, choices: &[String], problems: &mut Problems) {
    if reply != Reply::Choose {
        return;
    }
    let enough = (FEWEST_CHOICES..=MOST_CHOICES).contains(&choices.len());
    problems.require(enough, "choices", W.choices_count());
    let short = choices.iter().all(|it| it.chars().count() <= LONGEST_CHOICE);
    problems.require(short, "choices", W.choice_too_long());
    let different = choices.iter().enumerate().all(|(rank, it)| !choices[..rank].contains(it));
    problems.require(different, "choices", W.choices_repeated());
}

#[cfg(test)]
mod tests;
