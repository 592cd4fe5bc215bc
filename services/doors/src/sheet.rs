//! Connection sheets: who gets one, who has come in already, and the paper itself.
//!
//! Printing opens the accounts that are missing. It changes no code that is still good: the same sheet can be printed
//! twice. A code whose time is over is replaced.

use crate::{
    W, code,
    holder::{self, Holder},
    invitation::{self, Way},
};
use commons::{
    House,
    access::{self, Topic},
    activation::activation_code,
    audit::{self, Action},
};
use db::{Error, Result, Tx, args, id_list};
use pdf::{Secret, Sheet};
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, Role, School, SchoolId, Viewer,
    account::{self, Account},
    person::Source,
    rights::carries,
    viewer::or_not_found,
};
use std::collections::HashSet;

/// Whom sheets are printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// The adults responsible for the pupils of a class: a page each.
    Families,
    /// The pupils of a class: cards.
    Pupils,
    /// Whoever works in a school, or comes there for a time: a page each.
    Team,
}

/// How sheets lie on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A page each.
    Pages,
    /// Eight to a page, to cut out.
    Eight,
}

/// Where sheets are printed: a class, or the team of a school.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The school.
    pub(crate) school: School,
    /// The class; none for the team.
    pub(crate) circle: Option<Circle>,
    /// Whether it is held in the name of the head: a deputy reaches no account of a head, and closes none.
    pub(crate) deputed: bool,
}

impl Place {
    /// The class a viewer may print sheets for.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, when it is over, or when the viewer may not.
    pub(crate) async fn class(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let circle = Circle::load_current(tx, id).await?;
        let has_pupils = match circle.kind {
            CircleKind::Class | CircleKind::Level => true,
            CircleKind::Group => is_delivered(tx, id).await?,
            CircleKind::School | CircleKind::Staff | CircleKind::Families | CircleKind::Challenge => false,
        };
        or_not_found(has_pupils && viewer.may_in(Right::PrintSheets, id, circle.school_id))?;
        let school = School::load(tx, circle.school_id).await?;
        Ok(Self { school, circle: Some(circle), deputed: false })
    }

    /// The school whose team a viewer may print sheets for: its head and deputies, not each teacher.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or when the viewer may not.
    pub(crate) async fn team(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<Self> {
        or_not_found(runs(viewer, id, Right::PrintSheets))?;
        Ok(Self { school: School::load(tx, id).await?, circle: None, deputed: !heads(viewer, id) })
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

    /// What the journal names it by.
    pub(crate) fn subject(&self) -> String {
        self.circle.as_ref().map_or(self.school.id.to_string(), |circle| circle.id.to_string())
    }

    /// Everybody of a kind who gets a sheet, by pupil. A parent listed twice in the directory gets two.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn holders(&self, tx: &mut Tx, readers: Readers) -> Result<Vec<Holder>> {
        match &self.circle {
            Some(circle) => holder::of_class(tx, circle.id, readers).await,
            None => {
                let all = holder::of_school(tx, self.school.id, readers).await?;
                if self.deputed { holder::but_heads(tx, all).await } else { Ok(all) }
            }
        }
    }

    /// Everybody of several kinds: pupils with those responsible for them, where both are asked for.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn everybody(&self, tx: &mut Tx, kinds: &[Readers]) -> Result<Vec<Holder>> {
        if kinds.contains(&Readers::Pupils) && kinds.contains(&Readers::Families) {
            let pupils = self.holders(tx, Readers::Pupils).await?;
            let families = self.holders(tx, Readers::Families).await?;
            let team = if kinds.contains(&Readers::Team) { self.holders(tx, Readers::Team).await? } else { Vec::new() };
            return Ok(holder::by_pupil(pupils, families).into_iter().chain(team).collect());
        }
        let mut all = Vec::new();
        for readers in kinds {
            all.extend(self.holders(tx, *readers).await?);
        }
        Ok(all)
    }
}

/// Whether the directory says who is in a group. A teacher makes others, of any pupils, of several schools even: being in one
/// hands nobody's account to who made it.
async fn is_delivered(tx: &mut Tx, group: CircleId) -> Result<bool> {
    let found =
        tx.count("select count(*) as n from circle where id = $1 and key not like 'hand:%'", args![group]).await?;
    Ok(found > 0)
}

/// The sheets of some holders of a place, accounts being opened for those who have none. Kept in the journal, and noted as an
/// invitation to those who have not come in yet.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn prepare(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    place: &Place,
    what: &str,
    holders: &[Holder],
) -> Result<Vec<Sheet>> {
    let mut sheets = Vec::with_capacity(holders.len());
    let by_school = told_by_school(tx, holders).await?;
    for holder in holders {
        let account = account_of(tx, holder).await?;
        invitation::note(tx, Some(viewer.account), &account, Way::Paper).await?;
        let sheet = sheet(house, place, holder, &account);
        sheets.push(Sheet { told_by_school: by_school.contains(&holder.name.id), ..sheet });
    }
    let detail = format!("{what} {}", sheets.len());
    audit::write(tx, Some(viewer.account), Action::SheetsPrinted, Some(place.subject()), Some(&detail)).await?;
    access::note(tx, viewer, holders.iter().map(|holder| holder.name.id), Topic::Sheets, None).await?;
    Ok(sheets)
}

/// The document. Cards, eight to a page, hold what is needed and no more; a whole page explains.
///
/// # Errors
/// A fault when it cannot be drawn.
pub(crate) fn draw(title: &str, layout: Layout, sheets: &[Sheet]) -> Result<Vec<u8>> {
    let drawn = match layout {
        Layout::Pages => pdf::connection_sheets(title, sheets),
        Layout::Eight => pdf::cards(title, sheets),
    };
    drawn.map_err(Error::fault)
}

/// The sheets of the heads of a school, who print those of everybody else: the first way in after an import. For the
/// terminal only; kept in the journal.
///
/// # Errors
/// [`db::Error::NotFound`] when no school has this UAI; a fault of the database.
pub async fn sheets_of_heads(tx: &mut Tx, house: &House, uai: &str) -> Result<Vec<Sheet>> {
    let id: SchoolId = tx
        .one_value("select id from school where uai = $1 and gone_at is null", args![uai.trim().to_uppercase()])
        .await?;
    let place = Place { school: School::load(tx, id).await?, circle: None, deputed: false };
    let holders = holder::heads_of(tx, id).await?;
    let mut sheets = Vec::with_capacity(holders.len());
    let by_school = told_by_school(tx, &holders).await?;
    for holder in &holders {
        let account = account_of(tx, holder).await?;
        invitation::note(tx, None, &account, Way::Paper).await?;
        let sheet = sheet(house, &place, holder, &account);
        sheets.push(Sheet { told_by_school: by_school.contains(&holder.name.id), ..sheet });
    }
    audit::write(tx, None, Action::SheetsPrinted, Some(id.to_string()), Some("heads")).await?;
    Ok(sheets)
}

/// The account of a holder, opened when there is none, its code good when it is waited for.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn account_of(tx: &mut Tx, holder: &Holder) -> Result<Account> {
    let id = account::open_for(tx, &holder.name).await?;
    let account = Account::load(tx, id).await?;
    if account.activated_at.is_some() || !code::is_over(&account, tx.now()) {
        return Ok(account);
    }
    // Of two who print at once the second prints the code of the first: both papers are good.
    account::next_sheet(tx, &account).await?;
    Account::load(tx, id).await
}

/// What fills the form of activation, after a `#`: no server and no journal on the way sees it.
pub(crate) fn activation_link(house: &House, account: &Account, code: &str) -> String {
    format!("{}/activation#identifiant={}&code={code}", house.address, account.login)
}

fn sheet(house: &House, place: &Place, holder: &Holder, account: &Account) -> Sheet {
    let (code, activation_url) = match account.activated_at {
        Some(_) => (Secret::AlreadyActive, format!("{}/connexion", house.address)),
        None => {
            let code = activation_code(house, account.id, account.sheet);
            let link = activation_link(house, account, &code);
            (Secret::Code(code), link)
        }
    };
    Sheet {
        school: place.school.name.clone(),
        class: holder.class.clone().unwrap_or_else(|| place.name().to_owned()),
        audience: match holder.readers {
            Readers::Pupils => pdf::Audience::Pupil,
            Readers::Families => pdf::Audience::Adult,
            Readers::Team => pdf::Audience::Team,
        },
        name: holder.name.full(),
        children: holder.children.iter().map(|child| W.responsible_of(child)).collect(),
        address_of_service: house.address.to_string(),
        login: account.login.clone(),
        code,
        activation_url,
        valid_until: Some(web::dates::date(code::last_day(account).day())),
        told_by_school: false,
    }
}

/// Those of some holders whom the school entered, by hand or from ONDE: the national directory did not tell of them.
async fn told_by_school(tx: &mut Tx, holders: &[Holder]) -> Result<HashSet<PersonId>> {
    let told: Vec<PersonId> = tx
        .column(
            "select id from person where id in (select unhex(value) from json_each($1)) and source <> $2",
            args![id_list(holders.iter().map(|holder| holder.name.id)), Source::Aaf],
        )
        .await?;
    Ok(told.into_iter().collect())
}

/// Whether somebody heads a school.
pub(crate) fn heads(viewer: &Viewer, school: SchoolId) -> bool {
    viewer.heads(school)
}

/// Whether somebody heads a school, or is named deputy there, with a right.
pub(crate) fn runs(viewer: &Viewer, school: SchoolId, right: Right) -> bool {
    let may = |role: Role| matches!(role, Role::Head | Role::Deputy) && carries(role, right);
    viewer.seats.iter().any(|seat| seat.school == school && may(seat.role))
}
