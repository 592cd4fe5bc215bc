//! A death, entered by the desk with its paper: the account is closed, its sessions ended, the directives shown.

pub mod after;

use crate::{
    W,
    request::desk,
    whose::{account_of, persons_of},
};
use commons::{
    House,
    audit::{self, Action},
    paper::{self, Judged},
};
use db::{Day, Error, FromRow, Moment, Problems, Result, Tx, args, id};
use jiff::civil::Date;
use school::{AccountId, PersonId, Viewer, account, session};

id! {
    /// A death.
    DeathId
}

/// A death that was entered.
#[derive(Debug, Clone, FromRow)]
pub struct Death {
    /// The death.
    pub id: DeathId,
    /// Whose account.
    pub account_id: AccountId,
    /// The person.
    pub person_id: PersonId,
    /// The name.
    pub name: String,
    scope: String,
    /// The day.
    pub died_on: Day,
    /// When it was entered.
    pub entered_at: Moment,
}

/// One list of columns for the ways deaths are found.
macro_rules! select_deaths {
    ($condition:literal) => {
        concat!("select id, account_id, person_id, name, scope, died_on, entered_at from death where ", $condition)
    };
}

/// What the topic of its paper is called.
pub const ACT: &str = "acte";

impl Death {
    /// A death of the territory of the viewer, who answers there.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those of others.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: DeathId) -> Result<Self> {
        let found: Self = tx.one(select_deaths!("id = $1"), args![id]).await?;
        if desk::covers(viewer, &found.scope) { Ok(found) } else { Err(Error::NotFound) }
    }

    /// The deaths of the territory of the viewer, the latest entered first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn all(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut found: Vec<Self> =
            tx.all(select_deaths!("entered_at > 0 order by entered_at desc, id limit 200"), &[]).await?;
        found.retain(|it| desk::covers(viewer, &it.scope));
        Ok(found)
    }

    /// Where it is read.
    pub fn path(&self) -> String {
        path(self.id)
    }
}

/// Where a death is read.
pub fn path(id: DeathId) -> String {
    format!("{}/deces/{id}", desk::PATH)
}

/// Enters a death: nobody signs in with the account any more.
///
/// # Errors
/// [`Error::NotFound`] for a person of another territory; [`Error::Invalid`] beside what is missing, when the person has no
/// account, when it was entered; a fault of the database.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, person: PersonId, day: &str, act: &[Judged]) -> Result<DeathId> {
    let found = desk::person(tx, viewer, person).await?;
    let today = tx.now().day();
    let day = day.parse::<Date>().ok().filter(|it| *it <= today);
    let account = account_of(tx, person).await?;
    let mut problems = Problems::default();
    problems.require(day.is_some(), "date", W.death_day_wrong());
    problems.require(!act.is_empty(), ACT, W.death_act_missing());
    problems.require(account.is_some_and(|it| it != viewer.account), "personne", W.death_no_account());
    if let Some(account) = account {
        let known = tx.count("select count(*) as n from death where account_id = $1", args![account]).await?;
        problems.require(known == 0, "personne", W.death_known());
    }
    let (account, day) = problems.or(account.zip(day))?.ok_or(Error::NotFound)?;
    let (id, now): (DeathId, Moment) = (tx.id(), tx.now());
    let scope = desk::scope_of_person(tx, person).await?;
    tx.change(
        "insert into death (id, account_id, person_id, name, scope, died_on, entered_at, entered_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, account, person, found.name(), scope, Day::from(day), now, viewer.account],
    )
    .await?;
    for judged in act {
        paper::keep(tx, id.0, ACT, judged, Some(viewer.account)).await?;
    }
    account::block(tx, account).await?;
    session::end_all(tx, account).await?;
    for person in persons_of(tx, account).await? {
        audit::write(tx, Some(viewer.account), Action::DeathEntered, Some(person.to_string()), None).await?;
    }
    Ok(id)
}

/// Takes back a death entered by mistake, with a reason: the account opens again, and its paper goes.
///
/// # Errors
/// [`Error::Conflict`] when somebody was faster; a fault of the database.
pub async fn take_back(tx: &mut Tx, house: &House, viewer: &Viewer, death: &Death, reason: &str) -> Result<()> {
    if tx.changed_rows("delete from death where id = $1", args![death.id]).await? == 0 {
        return Err(Error::Conflict);
    }
    paper::erase_about(house, tx, death.id.0).await?;
    account::unblock(tx, death.account_id).await?;
    let said = format!("taken back: {reason}");
    audit::write(tx, Some(viewer.account), Action::DeathEntered, Some(death.person_id.to_string()), Some(&said)).await
}
