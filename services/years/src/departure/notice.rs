//! What those who leave are told, by letter: at once, seven days before the account closes, thirty days before all is erased, seven
//! days before; and when it is done, or when it will not be. A child has no letter box: the adults responsible are told. Who cannot
//! be told is shown to the head.

use super::Departure;
use crate::W;
use commons::{
    House,
    mail::{self, Letter},
};
use db::{Day, FromRow, Result, Tx, args, days_later};
use jiff::civil::Date;
use school::{AccountId, PersonKind};
use web::dates;

/// How many accounts are told in one transaction.
const BATCH: i64 = 200;
/// How long before the erasure the last two letters leave, and before the closing the one that says so, in days.
const MONTH: i64 = 30;
const WEEK: i64 = 7;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    First,
    Closing,
    Month,
    Week,
}

/// Tells the next accounts what comes, a batch of one step; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn next(tx: &mut Tx, house: &House) -> Result<usize> {
    let today = tx.now().day();
    for step in [Step::First, Step::Closing, Step::Month, Step::Week] {
        let accounts = due(tx, step, today).await?;
        for account in &accounts {
            tell(tx, house, *account, step).await?;
        }
        if !accounts.is_empty() {
            return Ok(accounts.len());
        }
    }
    Ok(0)
}

async fn due(tx: &mut Tx, step: Step, today: Date) -> Result<Vec<AccountId>> {
    let until = |days: i64| Day::from(days_later(today, days));
    let rows: Vec<AccountId> = match step {
        Step::First => tx.column(FIRST, args![BATCH]).await?,
        Step::Closing => tx.column(BEFORE_CLOSING, args![Day::from(today), until(WEEK), BATCH]).await?,
        Step::Month => tx.column(MONTH_BEFORE, args![until(MONTH), BATCH]).await?,
        Step::Week => tx.column(WEEK_BEFORE, args![until(WEEK), BATCH]).await?,
    };
    Ok(rows)
}

const FIRST: &str = "\
select distinct account_id from departure where account_id is not null and told_at is null limit $1";
// An account of several profiles closes, and is erased, with the last of them: its letters count from that day. One that missed the
// week before it closes is told by the next letter that it is closed.
const BEFORE_CLOSING: &str = "\
select distinct d.account_id from departure d where d.account_id is not null and d.closing_told_at is null \
and d.closed_at is null and d.closes_on >= $1 and d.closes_on <= $2 \
and not exists (select 1 from departure o where o.account_id = d.account_id and o.closes_on > $2) limit $3";
const MONTH_BEFORE: &str = "\
select distinct d.account_id from departure d where d.account_id is not null and d.month_told_at is null and d.erases_on <= $1 \
and not exists (select 1 from departure o where o.account_id = d.account_id and o.erases_on > $1) limit $2";
const WEEK_BEFORE: &str = "\
select distinct d.account_id from departure d where d.account_id is not null and d.week_told_at is null and d.erases_on <= $1 \
and not exists (select 1 from departure o where o.account_id = d.account_id and o.erases_on > $1) limit $2";

/// Tells one account, and notes that it was. The last letter leaves a week before, whatever the nights that were missed.
async fn tell(tx: &mut Tx, house: &House, account: AccountId, step: Step) -> Result<()> {
    let (now, today) = (tx.now(), tx.now().day());
    let week = days_later(today, WEEK);
    let least = Day::from(week);
    tx.change(
        "update departure set erases_on = $2, postponed = true where account_id = $1 and erases_on < $2",
        args![account, least],
    )
    .await?;
    let Some(departure) = Departure::of(tx, account).await? else { return Ok(()) };
    // One letter a night: what is near is said by the one that leaves.
    let (is_month, is_week) = (departure.erases() <= days_later(today, MONTH), departure.erases() <= week);
    let is_closing = step == Step::Closing || departure.closes() <= week;
    let step = if matches!(step, Step::Closing | Step::Month) && is_week { Step::Week } else { step };
    let reached = send(tx, house, account, &departure, step).await?;
    tx.change(NOTED, args![account, now, is_month, is_week, !reached, is_closing]).await
}

const NOTED: &str = "\
update departure set told_at = coalesce(told_at, $2), unreached = $5, \
    month_told_at = case when $3 = true then coalesce(month_told_at, $2) else month_told_at end, \
    week_told_at = case when $4 = true then coalesce(week_told_at, $2) else week_told_at end, \
    closing_told_at = case when $6 = true then coalesce(closing_told_at, $2) else closing_told_at end where account_id = $1";

#[derive(FromRow)]
struct Owner {
    kind: PersonKind,
    first_name: String,
    last_name: String,
    school: Option<String>,
    activated: bool,
    /// Whether somebody of the school said it, and no delivery.
    by_hand: bool,
}

impl Owner {
    /// « Zoé M. »: enough to know which of the accounts of a family it is, in a letter that may be read by others.
    fn name(&self) -> String {
        match self.last_name.chars().next() {
            Some(initial) => format!("{} {initial}.", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

async fn owner(tx: &mut Tx, account: AccountId) -> Result<Option<Owner>> {
    tx.first(
        "select p.kind, p.first_name, p.last_name, s.name as school, a.activated_at is not null as activated, \
             coalesce(d.by_hand, false) as by_hand from account a \
         join account_person l on l.account_id = a.id join person p on p.id = l.person_id \
         left join departure d on d.person_id = p.id left join school s on s.id = d.left_school \
         where a.id = $1 order by case when s.name is null then 1 else 0 end, l.since, p.id limit 1",
        args![account],
    )
    .await
}

/// Sends the letters; tells whether somebody is reached. Of an account nobody ever opened there is nobody to tell anything.
async fn send(tx: &mut Tx, house: &House, account: AccountId, departure: &Departure, step: Step) -> Result<bool> {
    let Some(owner) = owner(tx, account).await?.filter(|it| it.activated) else { return Ok(true) };
    let own = addresses(tx, account).await?;
    let text = text(house, departure, &owner, step, tx.now().day());
    let subject = subject(step, departure);
    let whose = W.letter_account(owner.name());
    for to in &own {
        post(tx, to, &subject, &[&whose, &text]).await?;
    }
    if !own.is_empty() || owner.kind != PersonKind::Pupil {
        return Ok(!own.is_empty());
    }
    let adults: Vec<String> = tx.column(ADULTS, args![account]).await?;
    for to in &adults {
        post(tx, to, &subject, &[&whose, &text]).await?;
    }
    Ok(!adults.is_empty())
}

/// The address of an account, unless its letters come back.
pub(crate) async fn addresses(tx: &mut Tx, account: AccountId) -> Result<Vec<String>> {
    tx.column(
        "select a.email from account a where a.id = $1 and a.email is not null \
         and not exists (select 1 from mail_bounce b where b.email = a.email)",
        args![account],
    )
    .await
}

// The adults responsible for a child, whether they stay or not.
const ADULTS: &str = "\
select distinct a.email from account_person l join person p on p.id = l.person_id and p.kind = 'pupil' \
join guardianship g on g.child_id = p.id join account_person h on h.person_id = g.adult_id \
join account a on a.id = h.account_id and a.email is not null \
where l.account_id = $1 and not exists (select 1 from mail_bounce b where b.email = a.email) order by a.email";

/// No « your »: the letter about a child reaches adults. A day, and no « in a week »: a night may have been missed.
fn subject(step: Step, departure: &Departure) -> String {
    match step {
        Step::First => W.letter_left_subject().to_owned(),
        Step::Closing => W.letter_closing_subject(dates::date(departure.closes())),
        Step::Month | Step::Week => W.letter_soon_subject(dates::date(departure.erases())),
    }
}

fn text(house: &House, departure: &Departure, owner: &Owner, step: Step, today: Date) -> String {
    let (closes, erases) = (dates::date(departure.closes()), dates::date(departure.erases()));
    let link = format!("{}/depart", house.address);
    let first = match (step, &owner.school) {
        (Step::First, Some(school)) if owner.by_hand => W.letter_left_by_school(school),
        (Step::First, Some(school)) => W.letter_left_school(school),
        (Step::First, None) => W.letter_left().to_owned(),
        (Step::Closing, _) => W.letter_closing(&closes),
        (Step::Month | Step::Week, _) => W.letter_soon(&erases),
    };
    match departure.closes() < today {
        true => format!("{first}\n\n{}", W.letter_closed(erases)),
        false => format!("{first}\n\n{}", W.letter_open(closes, link, erases)),
    }
}

async fn post(tx: &mut Tx, to: &str, subject: &str, parts: &[&str]) -> Result<()> {
    let text = web::letter(parts);
    mail::post(tx, &Letter { to: to.to_owned(), subject: subject.to_owned(), text }).await
}

/// Tells the owner of an account that it stays: they are back.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn tell_back(tx: &mut Tx, house: &House, account: AccountId) -> Result<()> {
    for to in addresses(tx, account).await? {
        post(tx, &to, W.letter_back_subject(), &[&W.letter_back(&house.address)]).await?;
    }
    Ok(())
}

/// Tells an address that all was erased: the last letter of the house.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn tell_erased(tx: &mut Tx, to: &str, day: Date) -> Result<()> {
    post(tx, to, W.letter_erased_subject(), &[&W.letter_erased(dates::date(day))]).await
}
