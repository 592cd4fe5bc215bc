//! The card of a person: what one viewer may see of somebody.

use crate::{
    details::Details,
    looker::{Looker, Seen, Subject},
    matrix::Sight,
    place::{self, Place},
    shown::{self, Shown},
};
use db::{Error, FromRow, Result, Tx, args};
use school::{PersonId, PersonKind, Profile, Viewer, person};

/// Somebody, as a viewer sees them.
#[derive(Debug, Clone)]
pub struct Card {
    /// The person.
    pub id: PersonId,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// Where the person stands, the nearest places first.
    pub places: Vec<Place>,
    /// What the viewer sees.
    pub seen: Seen,
    /// What the person chose to show.
    pub shown: Shown,
    first_name: String,
    last_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    details: Details,
    /// Whether the viewer is a child: no way to reach an adult is shown to one.
    to_pupil: bool,
}

/// The ways to reach somebody that a viewer may see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Telephone numbers, with what each is when that is known.
    pub phones: Vec<(Option<&'static str>, String)>,
    /// The address of a letter box.
    pub email: Option<String>,
}

impl Contacts {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.email.is_none()
    }
}

#[derive(FromRow)]
struct Row {
    kind: PersonKind,
    first_name: String,
    last_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    details: String,
    academy: Option<String>,
}

impl Card {
    /// Somebody the viewer may see.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever the viewer may not know of; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: PersonId) -> Result<Self> {
        let row: Row = tx
            .one(
                "select kind, first_name, last_name, civility, birth_day, email, details, academy from person \
                 where id = $1 and gone_at is null and merged_into is null",
                args![id],
            )
            .await?;
        let looker = Looker::of(tx, viewer).await?;
        let places = place::of(tx, &[id]).await?.remove(&id).unwrap_or_default();
        let shown = shown::of(tx, &[id]).await?.remove(&id).unwrap_or_default();
        let seen = looker.sees(&Subject {
            id,
            places: &places,
            academy: row.academy.as_deref(),
            listed: shown.listed && row.kind != PersonKind::Pupil,
        });
        if !seen.is_something() {
            return Err(Error::NotFound);
        }
        Ok(Self {
            id,
            kind: row.kind,
            places,
            seen,
            shown,
            first_name: row.first_name,
            last_name: row.last_name,
            civility: row.civility,
            birth_day: row.birth_day,
            email: row.email,
            details: Details::read(&row.details),
            to_pupil: viewer.profile() == Profile::Pupil,
        })
    }

    /// The name as the viewer sees it.
    pub fn name(&self) -> String {
        name(self.seen.sight, &self.first_name, &self.last_name)
    }

    /// First and last name, for those who see the whole name.
    pub fn names(&self) -> (&str, &str) {
        (&self.first_name, &self.last_name)
    }

    /// « Mme », « M. », where it is known.
    pub fn civility(&self) -> Option<&str> {
        self.civility.as_deref()
    }

    /// The day of birth of a pupil, ISO. For those in charge of the class, and those who tell namesakes apart.
    pub fn birth_day(&self) -> Option<&str> {
        self.birth_day.as_deref().filter(|_| self.kind == PersonKind::Pupil)
    }

    /// How the viewer may reach the person: by duty all that is known, else what the person chose to show.
    pub fn contacts(&self) -> Contacts {
        if self.kind == PersonKind::Pupil || self.to_pupil {
            return Contacts::default();
        }
        let given = Some(self.shown.phone.clone()).filter(|it| !it.is_empty()).map(|it| (None, it));
        if self.seen.sight == Sight::Contacts {
            let known = self.details.phones().into_iter().map(|(what, number)| (Some(what), number.to_owned()));
            return Contacts { phones: known.chain(given).collect(), email: self.email.clone() };
        }
        let to = |chosen: shown::To| chosen.reaches(&self.seen.audiences);
        Contacts {
            phones: given.filter(|_| to(self.shown.phone_to)).into_iter().collect(),
            email: self.email.clone().filter(|_| to(self.shown.email_to)),
        }
    }

    /// Whether the face of an adult is shown to the viewer.
    pub fn shows_photo(&self) -> bool {
        self.seen.sight == Sight::Contacts || self.shown.photo_to.reaches(&self.seen.audiences)
    }
}

/// A name, as much of it as is seen.
pub fn name(sight: Sight, first_name: &str, last_name: &str) -> String {
    match sight {
        Sight::Nothing | Sight::IfOpened => String::new(),
        Sight::Initial => person::short(first_name, last_name),
        Sight::IfChosen | Sight::Name | Sight::Contacts => person::full(first_name, last_name),
    }
}
