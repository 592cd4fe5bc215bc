//! The accounts of a place: how far each person is.

use crate::{
    holder::Holder,
    invitation::Way,
    sheet::{Place, Readers, heads, runs},
};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, Right, SchoolId, Viewer, bearer, text_enum, viewer::or_not_found};
use std::collections::{HashMap, HashSet};

/// Somebody invited for so long who did not come is not reached.
const PATIENCE_DAYS: i64 = 30;

text_enum! {
    /// How far somebody is; the words stand in addresses.
    State {
        /// No account was opened yet, or its code was never handed over.
        Waiting = "jamais",
        /// The sheet was printed, or its letter left.
        Invited = "invites",
        /// A password was chosen.
        Active = "actifs",
        /// Invited long ago and not come, or the letter came back.
        Unreached = "injoignables",
        /// Closed by somebody in charge.
        Blocked = "bloques",
    }
}

/// Somebody of a place, and how far they are.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The person.
    pub(crate) holder: Holder,
    /// How far.
    pub(crate) state: State,
    /// Whether there is an account: the first sheet opens it.
    pub(crate) has_account: bool,
    /// Invited when, if at all.
    pub(crate) invited_at: Option<Moment>,
    /// The last day of use, no closer than that.
    pub(crate) seen: Option<Day>,
    /// The name the account bears, when it is another and the viewer is told.
    pub(crate) bearer: Option<String>,
}

#[derive(FromRow)]
struct Known {
    person_id: PersonId,
    sheet: i64,
    activated_at: Option<Moment>,
    blocked_at: Option<Moment>,
    invited_at: Option<Moment>,
    invited_sheet: Option<i64>,
    way: Option<String>,
    signed_day: Option<Day>,
    seen_at: Option<Moment>,
}

impl Known {
    /// The invitation in force: that of an older sheet invites to nothing any more.
    fn invited_at(&self) -> Option<Moment> {
        self.invited_at.filter(|_| self.invited_sheet == Some(self.sheet))
    }

    fn state(&self, bounced: bool, now: Moment) -> State {
        let returned = bounced && self.way.as_deref() == Some(Way::Letter.as_str());
        match self.invited_at() {
            _ if self.blocked_at.is_some() => State::Blocked,
            _ if self.activated_at.is_some() => State::Active,
            None => State::Waiting,
            Some(at) if returned || at.plus_days(PATIENCE_DAYS) <= now => State::Unreached,
            Some(_) => State::Invited,
        }
    }

    fn seen(&self) -> Option<Day> {
        let used = self.seen_at.map(|at| Day::from(at.day()));
        used.into_iter().chain(self.signed_day.clone()).max()
    }
}

impl Place {
    /// A class whose accounts a viewer looks after.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when the viewer may not.
    pub(crate) async fn accounts_of_class(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let place = Self::class(tx, viewer, id).await?;
        or_not_found(viewer.may_in(Right::RenewAccess, id, place.school.id))?;
        Ok(place)
    }

    /// A school whose accounts a viewer looks after: all of them its head, those of heads left out a deputy.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when the viewer may not.
    pub(crate) async fn accounts_of_school(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<Self> {
        or_not_found(runs(viewer, id, Right::RenewAccess))?;
        Self::team(tx, viewer, id).await
    }

    /// The same for its head alone: who closes accounts.
    ///
    /// # Errors
    /// As [`Place::accounts_of_school`].
    pub(crate) async fn accounts_of_head(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<Self> {
        or_not_found(heads(viewer, id))?;
        Self::accounts_of_school(tx, viewer, id).await
    }

    /// The page of its accounts.
    pub(crate) fn accounts_path(&self) -> String {
        match &self.circle {
            Some(circle) => format!("/classes/{}/comptes", circle.id),
            None => format!("/ecoles/{}/comptes", self.school.id),
        }
    }
}

const KNOWN: &str = "\
select h.person_id, a.sheet, a.activated_at, a.blocked_at, i.at as invited_at, i.sheet as invited_sheet, i.way, \
    d.day as signed_day, (select max(s.seen_at) from session s where s.account_id = a.id) as seen_at \
from account_person h join account a on a.id = h.account_id \
left join door_invitation i on i.account_id = a.id left join door_seen d on d.account_id = a.id \
where h.person_id in (select unhex(value) from json_each($1))";

/// How far each of these people is.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn lines(tx: &mut Tx, holders: Vec<Holder>) -> Result<Vec<Line>> {
    let now = tx.now();
    let list = id_list(holders.iter().map(|it| it.name.id));
    let known: Vec<Known> = tx.all(KNOWN, args![list]).await?;
    let known: HashMap<PersonId, Known> = known.into_iter().map(|it| (it.person_id, it)).collect();
    let bounced = bounced(tx, &holders).await?;
    let line = |holder: Holder| {
        let account = known.get(&holder.name.id);
        let returned = holder.address().is_some_and(|it| bounced.contains(&it));
        Line {
            has_account: account.is_some(),
            state: account.map_or(State::Waiting, |it| it.state(returned, now)),
            invited_at: account.and_then(Known::invited_at),
            seen: account.and_then(Known::seen),
            bearer: None,
            holder,
        }
    };
    Ok(holders.into_iter().map(line).collect())
}

/// Says of these lines whose name the account bears, where it is another's.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn name_bearers(tx: &mut Tx, viewer: &Viewer, lines: &mut [Line]) -> Result<()> {
    let families = lines.iter().filter(|it| it.holder.readers == Readers::Families);
    let people: Vec<PersonId> = families.map(|it| it.holder.name.id).collect();
    let borne = bearer::borne(tx, viewer, &people).await?;
    for line in lines {
        line.bearer = borne.iter().find(|it| it.person == line.holder.name.id).map(|it| it.bearer.clone());
    }
    Ok(())
}

/// The addresses of these people that reach nobody.
async fn bounced(tx: &mut Tx, holders: &[Holder]) -> Result<HashSet<String>> {
    let addresses: Vec<String> = holders.iter().filter_map(Holder::address).collect();
    let list = serde_json::to_string(&addresses).map_err(Error::fault)?;
    let found: Vec<String> = tx
        .column("select email from mail_bounce where email in (select value from json_each($1))", args![list])
        .await?;
    Ok(found.into_iter().collect())
}

/// Notes the day somebody comes in; no hour is kept.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note_seen(tx: &mut Tx, account: school::AccountId) -> Result<()> {
    let day = Day::from(tx.now().day());
    tx.change(
        "insert into door_seen (account_id, day) values ($1, $2) \
         on conflict (account_id) do update set day = excluded.day where door_seen.day < excluded.day",
        args![account, day],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    const NOW: Moment = Moment(1_760_000_000_000);

    fn known() -> Known {
        Known {
            person_id: PersonId(Uuid::from_u128(1)),
            sheet: 3,
            activated_at: None,
            blocked_at: None,
            invited_at: None,
            invited_sheet: None,
            way: None,
            signed_day: None,
            seen_at: None,
        }
    }

    fn invited(days: i64, way: Way) -> Known {
        let at = Some(NOW.plus_days(-days));
        Known { invited_at: at, invited_sheet: Some(3), way: Some(way.as_str().to_owned()), ..known() }
    }

    #[test]
    fn how_far_somebody_is() {
        let older = Known { invited_sheet: Some(2), ..invited(1, Way::Paper) };
        let active = Known { activated_at: Some(NOW), ..invited(90, Way::Letter) };
        let blocked = Known { blocked_at: Some(NOW), activated_at: Some(NOW), ..known() };
        for (account, bounced, state) in [
            (known(), true, State::Waiting),
            (invited(29, Way::Paper), false, State::Invited),
            (invited(30, Way::Paper), false, State::Unreached),
            (invited(1, Way::Letter), true, State::Unreached),
            (invited(1, Way::Paper), true, State::Invited),
            (older, false, State::Waiting),
            (active, true, State::Active),
            (blocked, false, State::Blocked),
        ] {
            assert_eq!(account.state(bounced, NOW), state);
        }
    }

    #[test]
    fn the_last_day_is_the_later_of_two() {
        let (older, later) = (Day::from(NOW.plus_days(-3).day()), Day::from(NOW.day()));
        let both = Known { signed_day: Some(older.clone()), seen_at: Some(NOW), ..known() };
        assert_eq!(both.seen(), Some(later));
        assert_eq!(Known { signed_day: Some(older.clone()), ..known() }.seen(), Some(older));
        assert_eq!(known().seen(), None);
    }
}
