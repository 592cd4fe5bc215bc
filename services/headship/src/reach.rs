//! Who opens classes to substitutes, and where.

use db::{Error, Result, Tx, args};
use school::{
    Circle, CircleId, CircleKind, Right, School, SchoolId, Territory, Viewer, schools_in, viewer::or_not_found,
};

/// A class and its school, as somebody sees them.
#[derive(Debug, Clone)]
pub struct Place {
    /// The class.
    pub class: Circle,
    /// Its school.
    pub school: School,
    /// Whether the viewer opens it to substitutes; its teachers only read who comes.
    pub opens: bool,
    /// Whether the viewer sees the class itself; the inspection does not.
    pub sees: bool,
}

impl Place {
    /// A class that is not over, for its teachers, for the head and for the inspection.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else, and for what is no class; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let class = Circle::load_current(tx, id).await?;
        let school = School::load(tx, class.school_id).await?;
        let opens = viewer.may_about(Right::OpenClass, &school);
        let sees = viewer.may_in(Right::SeeClass, id, school.id);
        or_not_found(class.kind == CircleKind::Class && (opens || sees))?;
        Ok(Self { class, school, opens, sees })
    }

    /// The same, to open it.
    ///
    /// # Errors
    /// As [`Place::load`]; [`Error::Forbidden`] for a teacher of the class.
    pub async fn to_open(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let place = Self::load(tx, viewer, id).await?;
        if place.opens { Ok(place) } else { Err(Error::Forbidden) }
    }

    /// Where its replacements are.
    pub fn path(&self) -> String {
        format!("/classes/{}/remplacements", self.class.id)
    }
}

/// A school whose classes the viewer opens.
///
/// # Errors
/// [`Error::NotFound`] to everybody else; a fault of the database.
pub async fn school(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<School> {
    let school = School::load(tx, id).await?;
    or_not_found(viewer.may_about(Right::OpenClass, &school))?;
    Ok(school)
}

/// The schools of the circonscriptions of an inspector; wider territories have too many to be listed.
///
/// # Errors
/// A fault of the database.
pub async fn schools(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<School>> {
    let mut schools = Vec::new();
    for territory in viewer.territories(Right::OpenClass) {
        if matches!(territory, Territory::District(..)) {
            schools.extend(schools_in(tx, &territory).await?);
        }
    }
    Ok(schools)
}

/// The school of a national code, when the viewer opens its classes.
///
/// # Errors
/// A fault of the database.
pub async fn school_of_code(tx: &mut Tx, viewer: &Viewer, uai: &str) -> Result<Option<School>> {
    let uai = uai.trim().to_uppercase();
    let found: Option<SchoolId> =
        tx.value("select id from school where uai = $1 and gone_at is null", args![uai]).await?;
    let Some(id) = found else { return Ok(None) };
    let school = School::load(tx, id).await?;
    Ok(viewer.may_about(Right::OpenClass, &school).then_some(school))
}

/// The circle of the team of a school.
///
/// # Errors
/// [`Error::NotFound`] when it has none; a fault of the database.
pub(crate) async fn team(tx: &mut Tx, school: SchoolId) -> Result<CircleId> {
    tx.one_value("select id from circle where school_id = $1 and kind = 'staff' and until is null", args![school]).await
}
