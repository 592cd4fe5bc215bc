//! The schools a reader has to do with, and who runs something around them.

use db::{Result, Tx, args, id_list};
use school::{AuthorityId, Role, SchoolId, Territory, Viewer, territory::town_key};

/// A school of a reader.
#[derive(Debug, Clone)]
pub struct Served {
    /// The school.
    pub id: SchoolId,
    /// Its name.
    pub name: String,
    /// The scopes of those who run something there: its commune, and whoever pays for it.
    pub scopes: Vec<String>,
    /// The first names of the reader's children there.
    pub children: Vec<String>,
}

impl Served {
    /// What stands above its part of a page: « Zoé · Les Tilleuls ».
    pub fn heading(&self) -> String {
        let parts = self.children.iter().chain([&self.name]);
        parts.map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// The schools of a reader, each once.
///
/// # Errors
/// A fault of the database.
pub async fn schools_of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Served>> {
    let mut schools = seated(viewer);
    let payers: Vec<(SchoolId, AuthorityId)> = tx
        .all(
            "select school_id, authority_id from authority_school \
             where school_id in (select unhex(value) from json_each($1))",
            args![id_list(schools.iter().map(|it| it.id))],
        )
        .await?;
    for school in &mut schools {
        let paying = payers.iter().filter(|row| row.0 == school.id);
        school.scopes.extend(paying.map(|row| Territory::Authority(row.1).to_string()));
    }
    Ok(schools)
}

fn seated(viewer: &Viewer) -> Vec<Served> {
    let mut schools: Vec<Served> = Vec::new();
    // Who only reads with a family eats elsewhere.
    for seat in viewer.seats.iter().filter(|seat| seat.role != Role::Reader) {
        let at = match schools.iter().position(|it| it.id == seat.school) {
            Some(at) => at,
            None => {
                let scopes = town_of(&seat.uai, seat.town.as_deref()).into_iter().collect();
                let name = seat.school_name.clone();
                schools.push(Served { id: seat.school, name, scopes, children: Vec::new() });
                schools.len() - 1
            }
        };
        let Some(child) = &seat.child_first_name else { continue };
        if !schools[at].children.contains(child) {
            schools[at].children.push(child.clone());
        }
    }
    schools
}

fn town_of(uai: &str, town: Option<&str>) -> Option<String> {
    let key = town.map(town_key).filter(|it| !it.is_empty())?;
    Some(Territory::Town(uai.get(..3)?.to_owned(), key).to_string())
}

/// Whether the reader works in one of the schools, or is responsible for a child there: pupils read no notice.
pub fn is_told(viewer: &Viewer) -> bool {
    viewer.seats.iter().any(|seat| seat.role != Role::Pupil)
}

/// The scopes around the schools somebody heads.
///
/// # Errors
/// A fault of the database.
pub async fn scopes_of_head(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let schools = schools_of(tx, viewer).await?;
    let mut scopes: Vec<String> = Vec::new();
    for school in schools.into_iter().filter(|school| viewer.heads(school.id)) {
        for scope in school.scopes {
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
    }
    Ok(scopes)
}

/// A list of texts as one bound value, to be read by `in (select value from json_each($1))`.
pub fn text_list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<&str> = texts.into_iter().collect();
    serde_json::to_string(&texts).unwrap_or_else(|_| "[]".to_owned())
}
