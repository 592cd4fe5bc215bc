//! Connection sheets: who gets one, who has come in already, and the paper itself.
//!
//! Printing opens the accounts that are missing. It changes no code that is still good: the same sheet can be printed
//! twice. A code whose time is over is replaced.

use crate::{W, code};
use commons::{
    House,
    access::{self, Topic},
    activation::activation_code,
    audit::{self, Action},
};
use db::{FromRow, Moment, Result, Tx, args};
use pdf::{Secret, Sheet};
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, School, SchoolId, Viewer,
    account::{self, Account},
    person::{Name, short},
    viewer::or_not_found,
};

/// Whom sheets are printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// The adults responsible for the pupils of a class: a page each.
    Families,
    /// The pupils of a class: badges.
    Pupils,
    /// Whoever works in a school, or comes there for a time: a page each.
    Team,
}

/// Where sheets are printed: a class, or the team of a school.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The school.
    pub(crate) school: School,
    /// The class; none for the team.
    pub(crate) circle: Option<Circle>,
}

/// Somebody who gets a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Holder {
    /// The person.
    pub(crate) name: Name,
    /// The children of the class the person is responsible for, short names.
    pub(crate) children: Vec<String>,
    /// Whether a password was chosen already.
    pub(crate) active: bool,
}

#[derive(FromRow)]
struct Row {
    id: PersonId,
    first_name: String,
    last_name: String,
    activated_at: Option<Moment>,
    child_first_name: Option<String>,
    child_last_name: Option<String>,
}

const FAMILIES: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, a.activated_at, \
    c.first_name as child_first_name, c.last_name as child_last_name, c.sort_key as child_sort_key \
from member m join person c on c.id = m.person_id \
join guardianship g on g.child_id = c.id and g.until is null \
join person p on p.id = g.adult_id and p.gone_at is null \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id, c.sort_key";

const PUPILS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, a.activated_at, \
    cast(null as text) as child_first_name, cast(null as text) as child_last_name \
from member m join person p on p.id = m.person_id \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id";

// Whoever comes for a time sits in a class or a group, not in the team.
const TEAM: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, a.activated_at, \
    cast(null as text) as child_first_name, cast(null as text) as child_last_name \
from circle c join member m on m.circle_id = c.id join person p on p.id = m.person_id \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where c.school_id = $1 and (c.kind = 'staff' or m.role = 'guest') and c.until is null \
and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key, p.id";

const HEADS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key, a.activated_at, \
    cast(null as text) as child_first_name, cast(null as text) as child_last_name \
from circle c join member m on m.circle_id = c.id join person p on p.id = m.person_id and p.gone_at is null \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where c.school_id = $1 and c.kind = 'staff' and m.role = 'head' and m.since <= $2 and (m.until is null or m.until > $2) \
order by p.sort_key, p.id";

impl Place {
    /// The class a viewer may print sheets for.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or when the viewer may not.
    pub(crate) async fn class(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let circle = Circle::load(tx, id).await?;
        let has_pupils = matches!(circle.kind, CircleKind::Class | CircleKind::Level | CircleKind::Group);
        or_not_found(has_pupils && viewer.may_in(Right::PrintSheets, id, circle.school_id))?;
        let school = School::load(tx, circle.school_id).await?;
        Ok(Self { school, circle: Some(circle) })
    }

    /// The school whose team a viewer may print sheets for: its head, not each teacher.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or when the viewer may not.
    pub(crate) async fn team(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<Self> {
        or_not_found(heads(viewer, id) && viewer.may_at(Right::PrintSheets, id))?;
        Ok(Self { school: School::load(tx, id).await?, circle: None })
    }

    /// What the place is called on a sheet.
    pub(crate) fn name(&self) -> &str {
        self.circle.as_ref().map_or(W.sheets_team(), |circle| circle.name.as_str())
    }

    /// The page of its sheets.
    pub(crate) fn path(&self) -> String {
        match &self.circle {
            Some(circle) => format!("/classes/{}/fiches", circle.id),
            None => format!("/ecoles/{}/fiches", self.school.id),
        }
    }

    /// Everybody who gets a sheet, in the order of names. A parent listed twice in the directory gets two.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn holders(&self, tx: &mut Tx, readers: Readers) -> Result<Vec<Holder>> {
        let now = tx.now();
        let rows: Vec<Row> = match (readers, &self.circle) {
            (Readers::Families, Some(circle)) => tx.all(FAMILIES, args![circle.id, now]).await?,
            (Readers::Pupils, Some(circle)) => tx.all(PUPILS, args![circle.id, now]).await?,
            (Readers::Team, None) => tx.all(TEAM, args![self.school.id, now]).await?,
            (Readers::Families | Readers::Pupils, None) | (Readers::Team, Some(_)) => Vec::new(),
        };
        Ok(gathered(rows))
    }
}

/// One holder for the rows of one person, which stand together.
fn gathered(rows: Vec<Row>) -> Vec<Holder> {
    let mut holders: Vec<Holder> = Vec::new();
    for row in rows {
        let child = row.child_first_name.zip(row.child_last_name).map(|(first, last)| short(&first, &last));
        match holders.last_mut().filter(|known| known.name.id == row.id) {
            Some(known) => known.children.extend(child),
            None => holders.push(Holder {
                name: Name { id: row.id, first_name: row.first_name, last_name: row.last_name },
                children: child.into_iter().collect(),
                active: row.activated_at.is_some(),
            }),
        }
    }
    holders
}

/// The sheets of a place, accounts being opened for those who have none. Kept in the journal.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn prepare(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    place: &Place,
    readers: Readers,
) -> Result<Vec<Sheet>> {
    let holders = place.holders(tx, readers).await?;
    let mut sheets = Vec::with_capacity(holders.len());
    for holder in &holders {
        let account = account_of(tx, holder).await?;
        sheets.push(sheet(house, place, readers, holder, &account));
    }
    let subject = place.circle.as_ref().map_or(place.school.id.to_string(), |circle| circle.id.to_string());
    let detail = format!("{readers:?} {}", sheets.len());
    audit::write(tx, Some(viewer.account), Action::SheetsPrinted, Some(subject), Some(&detail)).await?;
    access::note(tx, viewer, holders.iter().map(|holder| holder.name.id), Topic::Sheets, None).await?;
    Ok(sheets)
}

/// The sheets of the heads of a school, who print those of everybody else: the first way in after an import. For the
/// terminal only; kept in the journal.
///
/// # Errors
/// [`db::Error::NotFound`] when no school has this UAI; a fault of the database.
pub async fn sheets_of_heads(tx: &mut Tx, house: &House, uai: &str) -> Result<Vec<Sheet>> {
    let (id,): (SchoolId,) =
        tx.one("select id from school where uai = $1 and gone_at is null", args![uai.trim().to_uppercase()]).await?;
    let place = Place { school: School::load(tx, id).await?, circle: None };
    let now = tx.now();
    let holders = gathered(tx.all(HEADS, args![id, now]).await?);
    let mut sheets = Vec::with_capacity(holders.len());
    for holder in &holders {
        let account = account_of(tx, holder).await?;
        sheets.push(sheet(house, &place, Readers::Team, holder, &account));
    }
    audit::write(tx, None, Action::SheetsPrinted, Some(id.to_string()), Some("heads")).await?;
    Ok(sheets)
}

/// The account of a holder, opened when there is none, its code good when it is waited for.
async fn account_of(tx: &mut Tx, holder: &Holder) -> Result<Account> {
    let id = account::open_for(tx, &holder.name).await?;
    let account = Account::load(tx, id).await?;
    if account.activated_at.is_some() || !code::is_over(&account, tx.now()) {
        return Ok(account);
    }
    // Of two who print at once the second prints the code of the first: both papers are good.
    account::next_sheet(tx, &account).await?;
    Account::load(tx, id).await
}

fn sheet(house: &House, place: &Place, readers: Readers, holder: &Holder, account: &Account) -> Sheet {
    let (code, activation_url) = match account.activated_at {
        Some(_) => (Secret::AlreadyActive, format!("{}/connexion", house.address)),
        None => {
            let code = activation_code(house, account.id, account.sheet);
            let url = format!("{}/activation?identifiant={}&code={code}", house.address, account.login);
            (Secret::Code(code), url)
        }
    };
    Sheet {
        school: place.school.name.clone(),
        class: place.name().to_owned(),
        audience: if readers == Readers::Pupils { pdf::Audience::Pupil } else { pdf::Audience::Adult },
        name: holder.name.full(),
        children: holder.children.iter().map(|child| W.responsible_of(child)).collect(),
        address_of_service: house.address.to_string(),
        login: account.login.clone(),
        code,
        activation_url,
        valid_until: Some(web::dates::date(code::last_day(account).day())),
    }
}

/// Whether somebody heads a school.
pub(crate) fn heads(viewer: &Viewer, school: SchoolId) -> bool {
    viewer.heads(school)
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn row(id: u128, child: Option<&str>) -> Row {
        Row {
            id: PersonId(Uuid::from_u128(id)),
            first_name: "Nadia".to_owned(),
            last_name: "Benali".to_owned(),
            activated_at: None,
            child_first_name: child.map(str::to_owned),
            child_last_name: child.map(|_| "Benali".to_owned()),
        }
    }

    #[test]
    fn two_children_stand_on_one_sheet_and_two_entries_on_two() {
        let holders = gathered(vec![row(1, Some("Inès")), row(1, Some("Samir")), row(2, Some("Inès"))]);
        let children: Vec<Vec<String>> = holders.into_iter().map(|it| it.children).collect();
        assert_eq!(children, [vec!["Inès B.", "Samir B."], vec!["Inès B."]]);
    }

    #[test]
    fn a_pupil_has_no_children() {
        assert!(gathered(vec![row(1, None)]).iter().all(|it| it.children.is_empty()));
    }
}
