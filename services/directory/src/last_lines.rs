//! What the last deliveries said of a school that was not taken as it was, as its head reads it.

use crate::{import_run::Slice, record};
use db::{FromRow, Result, Tx, args};
use school::School;

/// A line about a school, with whom it is about when they are there.
#[derive(Debug, Clone, FromRow)]
pub struct LastLine {
    /// The kind of record.
    pub entity: Option<String>,
    /// The identifier of the record in the delivery.
    pub record: Option<i64>,
    /// The attribute.
    pub attribute: Option<String>,
    /// The reason, in French.
    pub message: String,
    /// The value, as delivered: hostile until escaped.
    pub value: Option<String>,
    /// Whether the record was left out.
    pub rejected: bool,
    first_name: Option<String>,
    last_name: Option<String>,
}

impl LastLine {
    /// Whether it is about a member of staff, whom ONDE does not hold.
    pub fn is_of_staff(&self) -> bool {
        self.entity.as_deref().is_some_and(record::is_staff)
    }

    /// « Élève MARTY Zoé », or with the number of the record when nobody there has it.
    pub fn who(&self) -> String {
        let kind = self.entity.as_deref().map(record::word).unwrap_or_default();
        let name = match (&self.last_name, &self.first_name) {
            (Some(last), Some(first)) => format!("{last} {first}"),
            _ => self.record.map(|it| it.to_string()).unwrap_or_default(),
        };
        format!("{kind} {name}").trim().to_owned()
    }
}

/// The lines about a school ($2) since the last full delivery applied in its académie ($1), as they are read and counted.
macro_rules! select_last_lines {
    ($what:literal, $who:literal, $rest:literal) => {
        concat!(
            "select ",
            $what,
            " from import_finding f join import_run r on r.id = f.run_id ",
            $who,
            "where f.uai = $2 and r.academy = $1 and r.outcome = 'applied' and r.finished_at >= ",
            "(select coalesce(max(x.finished_at), 0) from import_run x ",
            "where x.academy = $1 and x.outcome = 'applied' and x.kind = 'Complet')",
            $rest
        )
    };
}

/// The lines about a school since the last full delivery applied in its académie: those about staff last, newest import
/// first.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: &School, slice: Slice) -> Result<Vec<LastLine>> {
    tx.all(
        select_last_lines!(
            "f.entity, f.record, f.attribute, f.message, f.value, f.rejected, p.first_name, p.last_name",
            // Nobody is named to a school they left.
            "left join person p on p.academy = $1 and p.jointure = f.record and p.gone_at is null and exists \
             (select 1 from member m join circle c on c.id = m.circle_id \
                 where m.person_id = p.id and m.until is null and c.school_id = $5) ",
            " order by case when f.entity in ('PersEducNat', 'staff', 'agent') then 1 else 0 end, \
             r.finished_at desc, f.run_id, f.position limit $3 offset $4"
        ),
        args![&school.academy, &school.uai, slice.limit, slice.offset, school.id],
    )
    .await
}

/// How many lines [`of_school`] has in all.
///
/// # Errors
/// A fault of the database.
pub async fn count(tx: &mut Tx, school: &School) -> Result<i64> {
    tx.count(select_last_lines!("count(*) as n", "", ""), args![&school.academy, &school.uai]).await
}

/// How many of them are about staff.
///
/// # Errors
/// A fault of the database.
pub async fn count_of_staff(tx: &mut Tx, school: &School) -> Result<i64> {
    tx.count(
        select_last_lines!("count(*) as n", "", " and f.entity in ('PersEducNat', 'staff', 'agent')"),
        args![&school.academy, &school.uai],
    )
    .await
}
