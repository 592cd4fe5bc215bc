//! The desks somebody answers at.

use crate::level::Level;
use db::{Result, Tx, args};
use school::{CircleKind, Right, SchoolId, Territory, Viewer};

/// The desks of a viewer.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    keys: Vec<String>,
}

impl Desk {
    /// The desks of a viewer: by tasks over territories, by the headship of a school, by being named in one.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let mut desk = Self::default();
        for grant in viewer.grants.iter().filter(|it| school::rights::carries(it.role, Right::AnswerHelp)) {
            let Some(territory) = Territory::of(&grant.scope) else { continue };
            if let Some(level) = Level::of(grant.role, &territory) {
                desk.sit(level, &territory);
            }
        }
        for school in answered_schools(tx, viewer).await? {
            desk.sit(Level::School, &Territory::School(school));
        }
        Ok(desk)
    }

    fn sit(&mut self, level: Level, territory: &Territory) {
        self.keys.push(level.key(territory));
    }

    /// Whether the viewer answers nowhere.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Its keys as one bound value.
    pub fn list(&self) -> String {
        json_list(&self.keys)
    }
}

/// The schools whose families the viewer answers.
async fn answered_schools(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<SchoolId>> {
    let seated: Vec<SchoolId> =
        viewer.seats.iter().filter(|seat| seat.kind == CircleKind::Staff).map(|seat| seat.school).collect();
    let mut schools: Vec<SchoolId> = Vec::new();
    if seated.is_empty() {
        return Ok(schools);
    }
    let named: Vec<String> =
        tx.column("select place from help_named where account_id = $1", args![viewer.account]).await?;
    for school in seated {
        // Whoever left the team answers no more, whatever was said of them before.
        let is_named = || named.contains(&Territory::School(school).to_string());
        if !schools.contains(&school) && (viewer.may_at(Right::AnswerHelp, school) || is_named()) {
            schools.push(school);
        }
    }
    Ok(schools)
}

/// Texts as one bound value. They hold no quotation mark: keys of desks, scopes.
pub(crate) fn json_list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
    format!("[{}]", quoted.join(","))
}
