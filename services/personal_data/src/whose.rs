//! Whose data somebody may see here: their own, and that of the children they are responsible for.

use db::{Error, Result, Tx, args, id_list};
use school::{
    AccountId, PersonId, PersonKind, Viewer,
    person::{Name, full},
};
use web::personal::Subject;

/// Somebody's data, and who reads it.
#[derive(Clone, Debug)]
pub struct Whose {
    /// The persons it is about.
    pub people: Vec<PersonId>,
    /// Their account, when they have one.
    pub account: Option<AccountId>,
    /// Their name.
    pub name: String,
    /// The adults whose answers and signatures are read: of what several did about a child, each reads their own part.
    pub adults: Vec<PersonId>,
    /// Whether only what is about a child is read.
    pub about_child: bool,
    /// Whether they read it themselves.
    pub own: bool,
}

impl Whose {
    /// The viewer's own.
    pub fn own(viewer: &Viewer) -> Self {
        let people: Vec<PersonId> = viewer.people.iter().map(|me| me.id).collect();
        let (account, name) = (Some(viewer.account), viewer.name());
        Self { adults: people.clone(), people, account, name, about_child: false, own: true }
    }

    /// That of a child the viewer is responsible for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for any other child; a fault of the database.
    pub async fn child(tx: &mut Tx, viewer: &Viewer, child: PersonId) -> Result<Self> {
        let found = children(tx, viewer).await?.into_iter().find(|it| it.id == child).ok_or(Error::NotFound)?;
        let account = account_of(tx, child).await?;
        let adults = viewer.people.iter().map(|me| me.id).collect();
        Ok(Self { people: vec![child], account, name: found.full(), adults, about_child: true, own: false })
    }

    /// That of a person, as the desk that answers gathers it: nothing of what others did about a child.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person; a fault of the database.
    pub async fn at_desk(tx: &mut Tx, person: PersonId) -> Result<Self> {
        let (kind, first_name, last_name): (String, String, String) =
            tx.one("select kind, first_name, last_name from person where id = $1", args![person]).await?;
        let account = account_of(tx, person).await?;
        // Somebody the directory lists twice is one.
        let people = match account {
            Some(account) => persons_of(tx, account).await?,
            None => vec![person],
        };
        let about_child = kind == PersonKind::Pupil.as_str();
        let adults = if about_child { Vec::new() } else { people.clone() };
        Ok(Self { people, account, name: full(&first_name, &last_name), adults, about_child, own: false })
    }

    /// What services are asked about.
    pub fn subject(&self) -> Subject {
        let (people, account, own, by_guardian) = (self.people.clone(), self.account, self.own, self.is_by_guardian());
        Subject { people, account, own, by_guardian }
    }

    /// Whether somebody responsible for the child reads: neither the child nor the desk.
    pub fn is_by_guardian(&self) -> bool {
        self.about_child && !self.adults.is_empty()
    }

    /// The persons, as one bound value.
    pub(crate) fn list(&self) -> String {
        id_list(self.people.iter().copied())
    }

    /// The adults whose acts are read, as one bound value.
    pub(crate) fn adult_list(&self) -> String {
        id_list(self.adults.iter().copied())
    }
}

/// The children the viewer is responsible for.
///
/// # Errors
/// A fault of the database.
pub async fn children(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Name>> {
    let adults = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from guardianship g \
         join person a on a.id = g.adult_id and a.gone_at is null join person p on p.id = g.child_id \
         where g.adult_id in (select unhex(value) from json_each($1)) and g.until is null order by p.sort_key, p.id",
        args![adults],
    )
    .await
}

/// The account that holds a person.
pub(crate) async fn account_of(tx: &mut Tx, person: PersonId) -> Result<Option<AccountId>> {
    tx.value("select account_id from account_person where person_id = $1", args![person]).await
}

/// The persons an account holds.
pub(crate) async fn persons_of(tx: &mut Tx, account: AccountId) -> Result<Vec<PersonId>> {
    tx.column("select person_id from account_person where account_id = $1 order by since, person_id", args![account])
        .await
}
