//! Being absent: who writes is told so before sending, and once a day by an answer.

use crate::{
    W,
    posting::{self, Posting},
    recipient::Recipient,
    target::Target,
};
use db::{Day, FromRow, Result, Tx, args, id_list};
use jiff::civil::Date;
use richtext::Doc;
use school::{PersonId, PersonKind, person};
use web::dates;

/// Somebody who is absent today.
#[derive(Debug, Clone, FromRow)]
pub struct Absent {
    /// Who.
    pub person_id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The words left.
    pub absence: String,
    /// The last day.
    pub absent_until: Day,
}

impl Absent {
    /// « M. Roux est absent jusqu’au 12 octobre », without gender: we do not know how people are called.
    pub fn sentence(&self, today: Date) -> String {
        let until = self.absent_until.date().map(|day| dates::day_from(day, today)).unwrap_or_default();
        W.is_absent(person::full(&self.first_name, &self.last_name), until)
    }

    fn answer(&self, today: Date) -> Doc {
        let words = if self.absence.trim().is_empty() { String::new() } else { format!("\n\n{}", self.absence) };
        Doc::from_plain(&format!("{}{words}", self.sentence(today)))
    }
}

/// Those of some persons who are absent today.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Absent>> {
    let today = Day::from(tx.now().day());
    tx.all(
        "select a.person_id, p.first_name, p.last_name, s.absence, s.absent_until \
         from account_person a join message_setting s on s.account_id = a.account_id join person p on p.id = a.person_id \
         where a.person_id in (select unhex(value) from json_each($1)) and s.absent_from <= $2 and s.absent_until >= $2 \
         order by p.sort_key, p.id",
        args![id_list(people.iter().copied()), today],
    )
    .await
}

/// Those who are absent among persons chosen by name.
///
/// # Errors
/// A fault of the database.
pub async fn of_targets(tx: &mut Tx, targets: &[Target]) -> Result<Vec<Absent>> {
    let people: Vec<PersonId> = targets
        .iter()
        .filter_map(|target| match target {
            Target::Person(person) => Some(*person),
            Target::Family(_) | Target::Families(_) | Target::Pupils(_) | Target::Team(_) | Target::Staff(_) => None,
        })
        .collect();
    of(tx, &people).await
}

/// Answers in the place of those who are absent, to whoever wrote, once a day.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn answer(tx: &mut Tx, written: &Posting<'_>, recipients: &[Recipient]) -> Result<()> {
    let people: Vec<PersonId> = recipients.iter().map(|it| it.person).collect();
    for absent in of(tx, &people).await? {
        if is_first_of_day(tx, &absent, written.author).await? {
            let body = absent.answer(tx.now().day());
            let posting = Posting {
                author: absent.person_id,
                child: None,
                body: &body,
                pieces: &[],
                urgent: None,
                automatic: true,
                ..written.clone()
            };
            let to = Recipient { person: written.author, child: written.child, kind: PersonKind::Guardian };
            posting::post(tx, None, &posting, &[to]).await?;
        }
    }
    Ok(())
}

async fn is_first_of_day(tx: &mut Tx, absent: &Absent, sender: PersonId) -> Result<bool> {
    let today = Day::from(tx.now().day());
    let written = tx
        .changed_rows(
            "insert into message_absence (person_id, sender_id, day) values ($1, $2, $3) \
             on conflict (person_id, sender_id, day) do nothing",
            args![absent.person_id, sender, today],
        )
        .await?;
    Ok(written == 1)
}
