//! Erasing those who left, on the day they were told. One mechanism: the rule « accounts-gone » of the schedule of retention is
//! executed each night with all others, each service does its part ([`commons::erasure`]), and what was done is proved twice: by a
//! row of the rule, and by counts a day and a service in which nobody is named.

mod due;
pub(crate) mod pages;
pub mod proof;

use crate::{W, departure::grace};
use commons::{
    House,
    audit::{self, Action},
    erasure::{self, Leaver},
    retention::{Rule, Work},
};
use db::{Error, Result, Tx, args, id_list};
use due::Due;
use web::personal;

/// The rule. Its days are the most anybody is kept; a departure says its own from the beginning.
pub(crate) const RULE: Rule = Rule {
    topic: "accounts-gone",
    label: || W.rule_accounts(),
    why: || W.rule_accounts_why(),
    default_days: grace::MOST_DAYS,
    least_days: grace::LEAST_DAYS,
    most_days: grace::MOST_DAYS,
    work: Work::Own { count: |tx, _| Box::pin(due::count(tx)), erase: |house, tx, _| Box::pin(some(house, tx)) },
};

/// How many are erased in one transaction: each has rows in every service, and bytes in the store.
const AT_ONCE: i64 = 100;

/// Erases the next of those whose day has come; tells how many people.
async fn some(house: &House, tx: &mut Tx) -> Result<i64> {
    let mut erased = 0;
    for due in due::next(tx, AT_ONCE).await? {
        erased += one(house, tx, &due).await?;
    }
    Ok(erased)
}

/// Erases somebody: all the persons of an account, or one who has none.
async fn one(house: &House, tx: &mut Tx, due: &Due) -> Result<i64> {
    let leaver =
        Leaver { people: due.people.clone(), account: due.account, contributions_stay: due.stays.unwrap_or(true) };
    let counts = erasure::erase(house, tx, &leaver, personal::former).await?;
    proof::note(tx, due, &counts).await?;
    let today = tx.now().day();
    for to in &due.addresses {
        crate::departure::notice::tell_erased(tx, to, today).await?;
    }
    for person in &due.people {
        audit::write(tx, None, Action::PersonErased, Some(person.to_string()), None).await?;
    }
    for sql in [
        "delete from departure where person_id in (select unhex(value) from json_each($1))",
        "delete from departure_plan where person_id in (select unhex(value) from json_each($1))",
    ] {
        tx.change(sql, args![id_list(due.people.iter().copied())]).await?;
    }
    i64::try_from(due.people.len()).map_err(Error::fault)
}
