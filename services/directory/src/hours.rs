//! The hours at which a school delivers, as its head sets them (*pause numérique*, domain.md §10).

use commons::{
    audit::{self, Action},
    notification,
    pause::{HolidayRule, Hours, HoursProblem},
};
use db::{Error, Result, Tx};
use school::{School, Viewer};

/// The name of the button that goes back to the national hours.
pub const NATIONAL: &str = "national";

/// What was typed in the form of the hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursForm {
    /// When delivery begins, as typed.
    pub opens: String,
    /// When it ends, as typed.
    pub closes: String,
    /// The days that deliver, Monday first.
    pub days: [bool; 7],
    /// Whether everything waits during the holidays.
    pub wait: bool,
    /// Whether nobody is told outside the digest during the holidays.
    pub digest: bool,
    /// Whether the national hours were asked for instead.
    pub national: bool,
}

impl HoursForm {
    /// What a browser sent: a day is repeated for each box ticked.
    pub fn read(fields: &[(String, String)]) -> Self {
        let text =
            |name: &str| fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str()).to_owned();
        let ticked = |day: usize| fields.iter().any(|(name, value)| name == "jours" && *value == day.to_string());
        Self {
            opens: text("debut"),
            closes: text("fin"),
            days: std::array::from_fn(ticked),
            wait: text("vacances") == "attendre",
            digest: text("vacances") == "resume",
            national: fields.iter().any(|(name, _)| name == NATIONAL),
        }
    }

    /// The form of hours in force.
    pub fn of(hours: &Hours) -> Self {
        Self {
            opens: hours.opens.strftime("%H:%M").to_string(),
            closes: hours.closes.strftime("%H:%M").to_string(),
            days: hours.days,
            wait: hours.holidays == HolidayRule::Wait,
            digest: hours.holidays == HolidayRule::Digest,
            national: false,
        }
    }

    /// The hours typed.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside the field that is wrong.
    pub fn check(&self) -> Result<Hours> {
        if self.national {
            return Ok(Hours::default());
        }
        let holidays = match (self.wait, self.digest) {
            (true, _) => HolidayRule::Wait,
            (false, true) => HolidayRule::Digest,
            (false, false) => HolidayRule::Deliver,
        };
        Hours::check(&self.opens, &self.closes, self.days, holidays)
            .map_err(|problem| Error::invalid(field_of(problem), problem.message()))
    }
}

fn field_of(problem: HoursProblem) -> &'static str {
    match problem {
        HoursProblem::OpensUnreadable => "debut",
        HoursProblem::ClosesUnreadable | HoursProblem::ClosesFirst | HoursProblem::TooShort => "fin",
        HoursProblem::NoDay => "jours",
    }
}

/// Sets the hours of a school, which the notices that wait for its opening follow. For its head.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, viewer: &Viewer, school: &School, hours: &Hours) -> Result<()> {
    let json = serde_json::to_string(hours).map_err(Error::fault)?;
    School::set_hours(tx, school.id, &json).await?;
    notification::move_waiting(tx, school.id).await?;
    let subject = Some(school.id.to_string());
    audit::write(tx, Some(viewer.account), Action::HoursChanged, subject, Some(&json)).await
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> HoursForm {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        HoursForm::read(&fields)
    }

    #[test]
    fn each_ticked_day_delivers() {
        let form =
            sent(&[("debut", "7 h"), ("fin", "19:30"), ("jours", "0"), ("jours", "4"), ("vacances", "attendre")]);
        let hours = form.check().unwrap();
        assert_eq!(hours.days, [true, false, false, false, true, false, false]);
        assert_eq!(hours.holidays, HolidayRule::Wait);
        assert_eq!(HoursForm::of(&hours).closes, "19:30");
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_field() {
        let problems = |form: &HoursForm| match form.check() {
            Err(Error::Invalid(problems)) => problems.all()[0].0,
            other => panic!("{other:?}"),
        };
        assert_eq!(problems(&sent(&[("debut", ""), ("fin", "19:00"), ("jours", "0")])), "debut");
        assert_eq!(problems(&sent(&[("debut", "8:00"), ("fin", "7:00"), ("jours", "0")])), "fin");
        assert_eq!(problems(&sent(&[("debut", "8:00"), ("fin", "17:00")])), "jours");
    }

    #[test]
    fn the_national_hours_are_one_button_away() {
        assert_eq!(sent(&[("debut", ""), (NATIONAL, "oui")]).check().unwrap(), Hours::default());
    }
}
