//! New codes for many at once, after a leak or the loss of a pile of sheets: passwords and codes handed over before open nothing
//! any more, and everybody hears of it.

use crate::{
    W,
    act::{self, Kind},
    holder::Holder,
    renewal::opens_more,
    sheet::{Place, Readers, heads},
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx, args};
use school::{
    AccountId, Circle, CircleId, CircleKind, Right, School, SchoolId, Territory, Viewer,
    account::{self, Account},
    session,
    viewer::or_not_found,
};
use std::collections::HashSet;

/// The field of the number typed to confirm.
pub(crate) const COUNT: &str = "nombre";

/// Whose codes are renewed.
pub(crate) struct Scope {
    /// The class, or the whole school.
    pub(crate) place: Place,
    /// Pupils, families or the team there.
    pub(crate) readers: Readers,
}

/// What would be done.
pub(crate) struct Plan {
    /// The accounts renewed, each with one of its people.
    pub(crate) renewed: Vec<(Holder, Account)>,
    /// How many are left alone: they open more than the school, or are the viewer's own.
    pub(crate) left: i64,
}

/// A school whose accounts a viewer may renew at once: its head, and who runs accounts over its territory.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or when the viewer may not.
pub(crate) async fn school(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<School> {
    let school = School::load(tx, id).await?;
    let around = Territory::around(&school);
    let is_head = heads(viewer, id) && viewer.may_at(Right::RenewAccess, id);
    or_not_found(is_head || viewer.territories(Right::RenewAccess).any(|it| around.contains(&it)))?;
    Ok(school)
}

impl Scope {
    /// A scope in a school: of one of its classes, or of all of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the school has no such class now.
    pub(crate) async fn of(tx: &mut Tx, school: School, class: Option<CircleId>, readers: Readers) -> Result<Self> {
        let circle = match class {
            Some(id) => Some(Circle::load_current(tx, id).await?),
            None => None,
        };
        let fits = |it: &Circle| it.school_id == school.id && it.kind == CircleKind::Class;
        or_not_found(circle.as_ref().is_none_or(|it| fits(it) && readers != Readers::Team))?;
        Ok(Self { place: Place { school, circle, deputed: false }, readers })
    }

    /// What would be done by a viewer.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn plan(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Plan> {
        let mut plan = Plan { renewed: Vec::new(), left: 0 };
        let mut known: HashSet<AccountId> = HashSet::new();
        for holder in self.place.holders(tx, self.readers).await? {
            let held: Option<AccountId> =
                tx.value("select account_id from account_person where person_id = $1", args![holder.name.id]).await?;
            let Some(id) = held.filter(|it| known.insert(*it)) else { continue };
            let owner = Viewer::load(tx, id).await?;
            if id == viewer.account || opens_more(&owner, &self.place) {
                plan.left += 1;
                continue;
            }
            plan.renewed.push((holder, Account::load(tx, id).await?));
        }
        Ok(plan)
    }

    /// Renews them, once the number of accounts was typed.
    ///
    /// # Errors
    /// [`Error::Invalid`] with what is wrong; a fault of the database.
    pub(crate) async fn renew(&self, tx: &mut Tx, viewer: &Viewer, typed: &str, reason: &str) -> Result<i64> {
        let plan = self.plan(tx, viewer).await?;
        let count = i64::try_from(plan.renewed.len()).unwrap_or(i64::MAX);
        let mut problems = match web::reason::check(reason) {
            Ok(_) => Problems::default(),
            Err(Error::Invalid(problems)) => problems,
            Err(other) => return Err(other),
        };
        problems.require(typed.trim() == count.to_string(), COUNT, W.mass_count_wrong(count));
        problems.require(count > 0, COUNT, W.mass_nobody());
        problems.or(())?;
        let day = web::dates::date(tx.now().day());
        for (holder, account) in &plan.renewed {
            account::reopen(tx, account.id).await?;
            session::end_all(tx, account.id).await?;
            act::note(tx, viewer, account.id, Kind::Renewed, Some(reason.trim())).await?;
            let school = &self.place.school.name;
            let text = W.letter_mass_renewed(&account.login, school, &day, reason.trim());
            act::write_to(tx, account, holder, W.letter_renewed_subject(), &text).await?;
        }
        let detail = format!("{:?} {count} {}", self.readers, reason.trim());
        let subject = Some(self.place.subject());
        audit::write(tx, Some(viewer.account), Action::AccessRenewedForMany, subject, Some(&detail)).await?;
        Ok(count)
    }
}
