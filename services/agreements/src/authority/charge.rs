//! The schools an authority pays for.

use crate::{
    W,
    agreement::manages,
    commune::is_private,
    enrolment,
    school_line::{self, SchoolLine},
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Problems, Result, Tx, args};
use school::{
    Authority, AuthorityId, SchoolId, Territory, Viewer,
    authority::{AuthorityKind, set_payer},
    territory::town_key,
    viewer::or_not_found,
};

/// A school, and who pays for it.
#[derive(Debug, Clone, FromRow)]
pub struct Charged {
    /// The school.
    pub school_id: SchoolId,
    /// Code of its académie.
    pub academy: String,
    /// Its national code.
    pub uai: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: Option<String>,
    /// Its kind, as the directory says it.
    pub kind: Option<String>,
    /// Who pays for it.
    pub payer: Option<AuthorityId>,
    /// Whether somebody said so, rather than the directory.
    pub by_hand: bool,
}

impl Charged {
    /// « 0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS »
    pub fn label(&self) -> String {
        enrolment::line(&self.uai, self.town.as_deref(), self.kind.as_deref(), &self.name)
    }
}

/// One list of columns for the ways schools are found.
macro_rules! select_charged {
    ($condition:literal) => {
        concat!(
            "select s.id as school_id, s.academy, s.uai, s.name, s.town, s.kind, l.authority_id as payer, ",
            "coalesce(l.source = 'hand', false) as by_hand from school s ",
            "left join authority_school l on l.school_id = s.id where s.gone_at is null and ",
            $condition
        )
    };
}

/// The schools an authority pays for, by national code. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, authority: AuthorityId) -> Result<Vec<Charged>> {
    tx.all(select_charged!("l.authority_id = $1 order by s.uai"), args![authority]).await
}

/// The public schools of a commune nobody pays for yet, by national code. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn unclaimed(tx: &mut Tx, authority: &Authority) -> Result<Vec<Charged>> {
    let (AuthorityKind::Commune, Some(Territory::Town(department, key))) =
        (authority.kind, Territory::of(&authority.territory))
    else {
        return Ok(Vec::new());
    };
    let mut schools: Vec<Charged> = tx
        .all(
            select_charged!("s.uai >= $1 and s.uai < $2 and l.authority_id is null order by s.uai"),
            args![&department, format!("{department}~")],
        )
        .await?;
    schools.retain(|it| !is_private(it.kind.as_deref()) && it.town.as_deref().is_some_and(|it| town_key(it) == key));
    Ok(schools)
}

/// The school with a national code.
///
/// # Errors
/// A fault of the database.
pub async fn by_uai(tx: &mut Tx, uai: &str) -> Result<Option<Charged>> {
    tx.first(select_charged!("s.uai = $1"), args![uai]).await
}

/// Has an authority pay for the schools whose codes were typed, a line each; tells how many. For those who manage it.
///
/// # Errors
/// [`Error::Invalid`] beside `ecoles`, with the first line that cannot be; a fault of the database.
pub async fn add(tx: &mut Tx, viewer: &Viewer, authority: &Authority, text: &str) -> Result<i64> {
    let lines = school_line::lines(text);
    if lines.is_empty() {
        return Err(Error::invalid("ecoles", W.charge_none()));
    }
    for line in &lines {
        let school = managed(tx, viewer, line).await?;
        set_payer(tx, school.school_id, authority.id, "hand").await?;
        note(tx, viewer, authority.id, &format!("+ {}", school.uai)).await?;
    }
    Ok(i64::try_from(lines.len()).unwrap_or(i64::MAX))
}

async fn managed(tx: &mut Tx, viewer: &Viewer, line: &SchoolLine) -> Result<Charged> {
    let wrong = |words: String| Err(Error::Invalid(Problems::one("ecoles", words)));
    let Some(uai) = &line.uai else { return wrong(W.charge_line_no_code(&line.typed)) };
    match by_uai(tx, uai).await? {
        Some(school) if manages(viewer, &school.academy) => Ok(school),
        _ => wrong(W.charge_line_unknown(uai)),
    }
}

/// Has an authority pay for a school no more. For those who manage it.
///
/// # Errors
/// [`Error::NotFound`] when it did not; a fault of the database.
pub async fn remove(tx: &mut Tx, viewer: &Viewer, authority: AuthorityId, school: SchoolId) -> Result<()> {
    let removed = tx
        .changed_rows(
            "delete from authority_school where school_id = $1 and authority_id = $2",
            args![school, authority],
        )
        .await?;
    or_not_found(removed == 1)?;
    note(tx, viewer, authority, &format!("- {school}")).await
}

async fn note(tx: &mut Tx, viewer: &Viewer, authority: AuthorityId, detail: &str) -> Result<()> {
    let subject = Some(authority.to_string());
    audit::write(tx, Some(viewer.account), Action::AuthorityChanged, subject, Some(detail)).await
}
