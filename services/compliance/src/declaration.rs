//! The declaration of accessibility (law nº 2005-102, article 47): what an audit found, and when.
//!
//! The state follows from the rate; without an audit, or three years after it, there is one only: « non conforme »
//! (domain.md §7). A declaration is never changed: another takes its place.

use commons::{
    audit::{self, Action},
    conformity::Conformity,
};
use db::{Day, FromRow, Moment, Result, Tx, Uuid, args};
use jiff::{ToSpan, civil::Date};
use school::Viewer;

/// How many years an audit holds.
const YEARS: i64 = 3;

/// A declaration.
#[derive(Debug, Clone, FromRow)]
pub struct Declaration {
    /// The day of the audit.
    pub audited_on: Option<Day>,
    /// The version of the RGAA it followed.
    pub rgaa: String,
    /// Who made it.
    pub auditor: String,
    /// The share of criteria met, in tenths of a percent.
    pub rate: Option<i64>,
    /// What does not conform, an item a line.
    pub gaps: String,
    /// What the law exempts.
    pub exempt: String,
    /// What would be out of proportion.
    pub burden: String,
    /// Where the scheme of several years is read.
    pub scheme: String,
    /// Where the plan of the year is read.
    pub plan: String,
    /// An address to write to besides the form.
    pub contact: String,
    /// When it was written.
    pub written_at: Moment,
}

/// What is declared.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    /// The audit: its day, its version of the RGAA, who made it, its rate in tenths of a percent.
    pub audit: Option<(Day, String, String, i64)>,
    /// What does not conform, what is exempt, what would be out of proportion.
    pub contents: [String; 3],
    /// Where the scheme and the plan are read, an address to write to.
    pub links: [String; 3],
}

impl Declaration {
    /// The declaration in force.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn latest(tx: &mut Tx) -> Result<Option<Self>> {
        tx.first(
            "select audited_on, rgaa, auditor, rate, gaps, exempt, burden, scheme, plan, contact, written_at \
             from accessibility_declaration order by written_at desc, id desc limit 1",
            &[],
        )
        .await
    }

    /// The day after which its audit holds no more.
    pub fn holds_until(&self) -> Option<Date> {
        let day = self.audited_on.as_ref().and_then(Day::date)?;
        Some(day.saturating_add(YEARS.years()))
    }

    /// The state on a day.
    pub fn state(&self, today: Date) -> Conformity {
        let holds = self.holds_until().is_some_and(|last| today <= last);
        match self.rate.filter(|_| holds) {
            Some(rate) => Conformity::of(rate),
            None => Conformity::NotConform,
        }
    }
}

/// The state declared.
///
/// # Errors
/// A fault of the database.
pub async fn conformity(tx: &mut Tx) -> Result<Option<Conformity>> {
    let today = tx.now().day();
    let latest = Declaration::latest(tx).await?;
    Ok(Some(latest.map_or(Conformity::NotConform, |it| it.state(today))))
}

/// Writes a declaration, and tells every node.
///
/// # Errors
/// A fault of the database.
pub async fn write(tx: &mut Tx, viewer: &Viewer, declared: &Declared) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    let [gaps, exempt, burden] = &declared.contents;
    let [scheme, plan, contact] = &declared.links;
    let (day, rgaa, auditor, rate) = match &declared.audit {
        Some((day, rgaa, auditor, rate)) => (Some(day.clone()), rgaa.as_str(), auditor.as_str(), Some(*rate)),
        None => (None, "", "", None),
    };
    tx.change(
        "insert into accessibility_declaration (id, audited_on, rgaa, auditor, rate, gaps, exempt, burden, scheme, \
         plan, contact, written_at, written_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![id, day, rgaa, auditor, rate, gaps, exempt, burden, scheme, plan, contact, now, viewer.account],
    )
    .await?;
    audit::write(tx, Some(viewer.account), Action::AccessibilityDeclared, None, None).await?;
    // The foot of every page is read again with what is said over it.
    commons::flash::changed(tx);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn audited(rate: Option<i64>) -> Declaration {
        Declaration {
            audited_on: Some(Day::from(date(2026, 10, 1))),
            rgaa: String::new(),
            auditor: String::new(),
            rate,
            gaps: String::new(),
            exempt: String::new(),
            burden: String::new(),
            scheme: String::new(),
            plan: String::new(),
            contact: String::new(),
            written_at: Moment::DAWN,
        }
    }

    #[test]
    fn an_audit_holds_for_three_years() {
        let declaration = audited(Some(720));
        assert_eq!(declaration.state(date(2029, 10, 1)), Conformity::Partial);
        assert_eq!(declaration.state(date(2029, 10, 2)), Conformity::NotConform);
        assert_eq!(audited(None).state(date(2026, 10, 2)), Conformity::NotConform);
        let never = Declaration { audited_on: None, ..audited(Some(1000)) };
        assert_eq!(never.state(date(2026, 10, 2)), Conformity::NotConform);
    }
}
