//! The accounts the house stopped, for those who let them send again.

use crate::W;
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use school::{AccountId, PersonKind, Right, School, SchoolId, Viewer, text_enum};
use web::Task;

id! {
    /// The stop of an account.
    StopId
}

text_enum! {
    /// Why an account was stopped.
    Why {
        /// Many people in a short while.
        Rate = "rate",
        /// The same text to many, one by one.
        Same = "same",
    }
}

impl Why {
    /// The reason in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rate => W.stop_rate(),
            Self::Same => W.stop_same(),
        }
    }
}

/// An account the house stopped.
#[derive(Debug, Clone, FromRow)]
pub struct Stop {
    /// The stop.
    pub id: StopId,
    account_id: AccountId,
    school_id: SchoolId,
    /// The school it happened in.
    pub school_name: String,
    uai: String,
    academy: String,
    /// Why.
    pub reason: Why,
    /// Since when.
    pub since: Moment,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// First name of whose account it is.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl Stop {
    /// The name, as those in charge read it.
    pub fn name(&self) -> String {
        school::person::full(&self.first_name, &self.last_name)
    }

    /// Whether it is the viewer's own account.
    pub fn is_of(&self, viewer: &Viewer) -> bool {
        self.account_id == viewer.account
    }

    fn school(&self) -> School {
        School {
            id: self.school_id,
            academy: self.academy.clone(),
            uai: self.uai.clone(),
            name: self.school_name.clone(),
            town: None,
            district: None,
            hours: None,
        }
    }
}

/// The accounts stopped where the viewer closes messages, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn stops(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Stop>> {
    let headed = id_list(viewer.headed().into_iter().map(|seat| seat.school));
    let granted = crate::territory::granted(viewer, Right::CloseMessages);
    let found: Vec<Stop> = tx.all(STOPS, args![headed, !granted.is_empty()]).await?;
    let is_theirs = |stop: &Stop| viewer.heads(stop.school_id) || granted.iter().any(|it| it.holds(&stop.school()));
    Ok(found.into_iter().filter(is_theirs).collect())
}

const STOPS: &str = "\
select s.id, s.account_id, s.school_id, k.name as school_name, k.uai, k.academy, s.reason, s.since, p.kind, \
    p.first_name, p.last_name from sender_stop s join school k on k.id = s.school_id join person p on p.id = s.person_id \
where s.lifted_at is null and (s.school_id in (select unhex(value) from json_each($1)) or $2) \
order by s.since desc, s.id desc";

/// Lets an account send again. Nobody frees their own.
///
/// # Errors
/// [`Error::NotFound`] when it is none of the viewer's; [`Error::Forbidden`] for one's own; [`Error::Conflict`] when somebody
/// was faster; a fault of the database.
pub async fn lift(tx: &mut Tx, viewer: &Viewer, id: StopId) -> Result<()> {
    let stop = stops(tx, viewer).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    if stop.is_of(viewer) {
        return Err(Error::Forbidden);
    }
    let now = tx.now();
    let lifted = tx
        .changed_rows(
            "update sender_stop set lifted_by = $3, lifted_at = $4 where id = $1 and school_id = $2 and lifted_at is null",
            args![id, stop.school_id, viewer.account, now],
        )
        .await?;
    if lifted == 0 {
        return Err(Error::Conflict);
    }
    // What was counted against the account would stop it again at once.
    tx.change("delete from sender_note where account_id = $1", args![stop.account_id]).await?;
    audit::write(tx, Some(viewer.account), Action::SenderFreed, Some(stop.account_id.to_string()), None).await
}

/// The accounts stopped, as « Aujourd’hui » asks those in charge to look at them.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if !crate::closing::may_close(viewer) {
        return Ok(Vec::new());
    }
    let stops = stops(tx, viewer).await?;
    let task = |stop: Stop| Task {
        title: W.stop_task(stop.name()),
        href: "/messages/fermetures".to_owned(),
        icon: "bouclier",
        about: stop.school_name.clone(),
        child: None,
        act: W.stop_look(),
        due: None,
        since: stop.since,
    };
    Ok(stops.into_iter().filter(|it| !it.is_of(viewer)).map(task).collect())
}
