//! What a mot asks: which answer, of whom, until when, with which reminders.

use jiff::civil::Date;
use school::text_enum;

text_enum! {
    /// What a mot is about: decides its pictogram and what is proposed at first.
    Theme {
        /// Anything else.
        Other = "other",
        /// A day out.
        Outing = "outing",
        /// A journey with at least a night.
        Journey = "journey",
        /// A meeting, an appointment.
        Meeting = "meeting",
        /// Health, hygiene.
        Health = "health",
        /// The canteen, the hours around school.
        Meals = "meals",
        /// The class photograph, pictures of children.
        Picture = "picture",
        /// Life at school: material, clothes, rules.
        SchoolLife = "school-life",
        /// An absence of a teacher, a strike, a closed school.
        Closure = "closure",
    }
}

text_enum! {
    /// What is asked of the adults.
    Reply {
        /// Nothing.
        None = "none",
        /// To say that it was read.
        Read = "read",
        /// To sign.
        Sign = "sign",
        /// To choose among two to five answers.
        Choose = "choose",
        /// A few words.
        Text = "text",
    }
}

text_enum! {
    /// Who must act for each child.
    Acts {
        /// One adult is enough.
        One = "one",
        /// Each adult with parental authority.
        Each = "each",
        /// An adult named for each child.
        Named = "named",
    }
}

text_enum! {
    /// When those who have not answered are reminded.
    Reminders {
        /// Never.
        None = "none",
        /// Two days before the last day.
        Before = "d2",
        /// On the last day.
        DueDay = "d0",
        /// Both.
        Both = "both",
    }
}

/// The fewest and the most answers to choose among.
pub const FEWEST_CHOICES: usize = 2;
/// See [`FEWEST_CHOICES`].
pub const MOST_CHOICES: usize = 5;
/// The longest answer offered, in characters.
pub const LONGEST_CHOICE: usize = 60;
/// The longest answer in words, in characters.
pub const LONGEST_ANSWER: usize = 300;

/// What a mot asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What it is about.
    pub theme: Theme,
    /// Which answer.
    pub reply: Reply,
    /// The answers to choose among; empty for other replies.
    pub choices: Vec<String>,
    /// Who must act.
    pub acts: Acts,
    /// The last day.
    pub due: Option<Date>,
    /// The reminders.
    pub reminders: Reminders,
    /// Whether pupils, from CE1 on, see it too.
    pub pupils: bool,
    /// Why it is delivered at once, outside the hours.
    pub urgent: Option<String>,
}

impl Theme {
    /// The name of its drawing.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Other => "carnet",
            Self::Outing => "soleil",
            Self::Journey => "bus",
            Self::Meeting => "personnes",
            Self::Health => "thermometre",
            Self::Meals => "cantine",
            Self::Picture => "photo",
            Self::SchoolLife => "ecole",
            Self::Closure => "attention",
        }
    }

    /// Who must act unless the author says otherwise: both parents for what has a night, one for all the rest
    /// (product.md §3.1).
    pub fn acts(self) -> Acts {
        match self {
            Self::Journey => Acts::Each,
            Self::Other
            | Self::Outing
            | Self::Meeting
            | Self::Health
            | Self::Meals
            | Self::Picture
            | Self::SchoolLife
            | Self::Closure => Acts::One,
        }
    }
}

impl Reply {
    /// Whether something is awaited from the adults.
    pub fn asks(self) -> bool {
        self != Self::None
    }
}

impl Reminders {
    /// Whether adults are reminded two days before.
    pub fn has_before(self) -> bool {
        matches!(self, Self::Before | Self::Both)
    }

    /// Whether adults are reminded on the last day.
    pub fn has_due_day(self) -> bool {
        matches!(self, Self::DueDay | Self::Both)
    }
}

impl Terms {
    /// The terms proposed for a theme.
    pub fn proposed(theme: Theme, reply: Reply) -> Self {
        Self {
            theme,
            reply,
            choices: Vec::new(),
            acts: theme.acts(),
            due: None,
            reminders: Reminders::None,
            pupils: false,
            urgent: None,
        }
    }

    /// Whether both ask the same: whoever answered one has answered the other.
    pub fn ask_the_same(&self, other: &Self) -> bool {
        (self.reply, self.acts, &self.choices) == (other.reply, other.acts, &other.choices)
    }

    /// The answers as the database keeps them, a line each.
    pub fn choice_lines(&self) -> String {
        self.choices.join("\n")
    }
}

/// Answers typed or kept a line each, cleaned.
pub fn choices_of(lines: &str) -> Vec<String> {
    let clean = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    clean.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_asks_each_adult_and_an_outing_one() {
        assert_eq!(Theme::Journey.acts(), Acts::Each);
        assert_eq!(Theme::Outing.acts(), Acts::One);
    }

    #[test]
    fn answers_are_a_line_each() {
        assert_eq!(choices_of(" Oui \r\n\n Non,  merci\n"), ["Oui", "Non, merci"]);
        let terms = Terms { choices: choices_of("Oui\nNon"), ..Terms::proposed(Theme::Other, Reply::Choose) };
        assert_eq!(choices_of(&terms.choice_lines()), terms.choices);
    }
}
