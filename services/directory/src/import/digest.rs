//! A hash of all a record says, links included: two readings of the same record have the same.

use aaf::{ClassRef, Guardian, Pupil, Staff};

/// Feeds values into a hash, each with its length so that no two lists look alike.
struct Feed(blake3::Hasher);

impl Feed {
    fn text(&mut self, text: &str) -> &mut Self {
        self.0.update(&(text.len() as u32).to_le_bytes());
        self.0.update(text.as_bytes());
        self
    }

    fn option(&mut self, text: Option<&str>) -> &mut Self {
        self.text(text.unwrap_or("\0"))
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.0.update(&number.to_le_bytes());
        self
    }

    fn classes(&mut self, classes: &[ClassRef]) {
        self.number(classes.len() as i64);
        for class in classes {
            self.number(class.school).text(&class.id).text(&class.name);
        }
    }

    fn finish(&self) -> i64 {
        let mut first = [0; 8];
        first.copy_from_slice(&self.0.finalize().as_bytes()[..8]);
        i64::from_le_bytes(first)
    }
}

/// The texts of a person followed by the rest as JSON (`details`), hashed; for a pupil with the school year, because the
/// same class is another circle each year.
pub(super) fn of_pupil(pupil: &Pupil, details: &str, year: i64) -> i64 {
    let mut feed = Feed(blake3::Hasher::new());
    feed.number(year);
    feed.text("pupil").text(&pupil.last_name).text(&pupil.first_name).option(pupil.civility.as_deref());
    feed.option(pupil.birth_day.as_deref()).option(pupil.email.as_deref()).option(pupil.ine.as_deref());
    feed.option(pupil.level.as_ref().and_then(|level| level.code.as_deref())).text(details);
    for authority in &pupil.authorities {
        feed.number(authority.guardian).number(authority.relation.unwrap_or(-1));
    }
    feed.number(pupil.schools.len() as i64);
    for school in &pupil.schools {
        feed.number(*school);
    }
    feed.classes(&pupil.classes);
    feed.classes(&pupil.groups);
    feed.finish()
}

pub(super) fn of_guardian(guardian: &Guardian, details: &str) -> i64 {
    let mut feed = Feed(blake3::Hasher::new());
    feed.text("guardian").text(&guardian.last_name).text(&guardian.first_name).option(guardian.civility.as_deref());
    feed.option(guardian.birth_day.as_deref()).option(guardian.email.as_deref()).text(details);
    feed.finish()
}

pub(super) fn of_staff(staff: &Staff, details: &str) -> i64 {
    let mut feed = Feed(blake3::Hasher::new());
    feed.text("staff").text(&staff.last_name).text(&staff.first_name).option(staff.civility.as_deref());
    feed.option(staff.birth_day.as_deref()).option(staff.email.as_deref()).text(details);
    feed.finish()
}

/// The texts of a school, hashed.
pub(super) fn of_texts(texts: &[&str]) -> i64 {
    let mut feed = Feed(blake3::Hasher::new());
    for text in texts {
        feed.text(text);
    }
    feed.finish()
}
