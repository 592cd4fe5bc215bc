//! A temporary password: given by the teacher to a pupil or a parent of the class, shown once, replaced at the first sign-in.
//!
//! Nobody comes in with it: it leads to choosing another, and lives a week. A child below CE2 keeps it: who does not choose a
//! password alone yet has one that somebody can read out again.

use crate::{
    W,
    act::{self, Kind},
    password,
    renewal::{self, Subject},
    sheet::{Place, Readers},
};
use commons::{
    House,
    activation::LETTERS,
    audit::{self, Action},
};
use db::{Dice, Moment, Result, Tx, args};
use school::{
    CircleId, PersonId, Profile, Viewer,
    account::{self, Account},
    session,
    viewer::or_not_found,
};

/// How long it opens anything.
pub(crate) const DAYS: i64 = 7;

/// What is shown, once.
pub(crate) struct Given {
    /// Whose.
    pub(crate) name: String,
    /// The login it goes with.
    pub(crate) login: String,
    /// The password.
    pub(crate) password: String,
    /// Whether another must be chosen at the first sign-in.
    pub(crate) must_change: bool,
}

/// Somebody of a class who came in, and whose password the viewer may replace: a pupil or a parent, never a colleague.
///
/// # Errors
/// As [`renewal::subject`]; [`db::Error::NotFound`] when nobody active has this identifier.
pub(crate) async fn find(tx: &mut Tx, viewer: &Viewer, class: CircleId, person: PersonId) -> Result<(Place, Subject)> {
    let place = Place::accounts_of_class(tx, viewer, class).await?;
    let found = renewal::subject(tx, viewer, &place, &[Readers::Pupils, Readers::Families], person).await?;
    or_not_found(found.holder.active && found.account.blocked_at.is_none())?;
    Ok((place, found))
}

/// Replaces a password: the other sessions end, and its owner hears of it. The caller holds no transaction: hashing takes a while.
///
/// # Errors
/// As [`find`]; a fault of the machine.
pub(crate) async fn give(house: &House, viewer: &Viewer, class: CircleId, person: PersonId) -> Result<Given> {
    let mut tx = house.db.read().await?;
    let (_, found) = find(&mut tx, viewer, class, person).await?;
    drop(tx);
    let must_change = must_change(&found.owner);
    let password = if must_change { in_groups(house.db.dice()) } else { short(house.db.dice()) };
    let hash = password::hash(house.db.dice(), &password).await?;
    let mut tx = house.db.write().await?;
    let (place, found) = find(&mut tx, viewer, class, person).await?;
    let id = found.account.id;
    account::set_password(&mut tx, id, &hash).await?;
    session::end_all(&mut tx, id).await?;
    if must_change {
        keep(&mut tx, &found.account, &hash).await?;
    }
    let detail = found.elsewhere.then_some("opens another school");
    audit::write(&mut tx, Some(viewer.account), Action::PasswordReplaced, Some(person.to_string()), detail).await?;
    act::note(&mut tx, viewer, id, Kind::Replaced, None).await?;
    let day = web::dates::date(tx.now().day());
    let text = W.letter_replaced(&found.account.login, &place.school.name, viewer.name(), day);
    act::write_to(&mut tx, &found.account, &found.holder, W.letter_replaced_subject(), &text).await?;
    tx.commit().await?;
    Ok(Given { name: found.holder.name.full(), login: found.account.login, password, must_change })
}

async fn keep(tx: &mut Tx, account: &Account, hash: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into door_temporary (account_id, password, at) values ($1, $2, $3) \
         on conflict (account_id) do update set password = excluded.password, at = excluded.at",
        args![account.id, hash, now],
    )
    .await
}

/// Since when the password of an account is a temporary one, if it is.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn since(tx: &mut Tx, account: &Account) -> Result<Option<Moment>> {
    tx.value(
        "select at from door_temporary where account_id = $1 and password = $2",
        args![account.id, account.password.as_deref()],
    )
    .await
}

/// Whether a temporary password had its time.
pub(crate) fn is_over(given: Moment, now: Moment) -> bool {
    given.plus_days(DAYS) <= now
}

/// Whether the owner of an account chooses another at the first sign-in: everybody but a child below CE2 (MEFSTAT4,
/// interfaces.md §1.8).
fn must_change(owner: &Viewer) -> bool {
    let below = |level: Option<&str>| matches!(level, Some("1110" | "1111" | "1112" | "1113" | "1121" | "1122"));
    owner.profile() != Profile::Pupil || !owner.people.iter().any(|me| below(me.level.as_deref()))
}

/// Twelve letters and figures in groups of four, as « abcd-3456-efgh »: 57 bits.
fn in_groups(dice: &Dice) -> String {
    let drawn: Vec<char> = drawn(dice, LETTERS, 12);
    let groups: Vec<String> = drawn.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join("-")
}

/// Six letters and two figures a child types: as strong as what is asked of pupils, behind doors that close.
fn short(dice: &Dice) -> String {
    let letters: Vec<u8> = LETTERS.iter().copied().filter(u8::is_ascii_lowercase).collect();
    let figures: Vec<u8> = LETTERS.iter().copied().filter(u8::is_ascii_digit).collect();
    drawn(dice, &letters, 6).into_iter().chain(drawn(dice, &figures, 2)).collect()
}

fn drawn(dice: &Dice, among: &[u8], count: usize) -> Vec<char> {
    let mut number = u128::from_be_bytes(dice.bytes::<16>());
    let size = among.len() as u128;
    let mut letters = Vec::with_capacity(count);
    for _ in 0..count {
        let position = usize::try_from(number % size).unwrap_or(0);
        letters.push(char::from(among[position]));
        number /= size;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::{in_groups, short};
    use crate::strength::{Profile, check};
    use db::Dice;

    #[test]
    fn what_is_given_can_be_read_out_and_is_never_the_same() {
        let dice = Dice::seeded(1);
        let long = in_groups(&dice);
        assert_eq!(long.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4]);
        assert_ne!(long, in_groups(&dice));
        let child = short(&dice);
        assert!(child.len() == 8 && child[6..].bytes().all(|it| it.is_ascii_digit()), "{child}");
        assert_eq!(check(&child, Profile::Pupil, &[]), Ok(()));
    }
}
