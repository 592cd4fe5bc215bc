//! Those who can sign in to the demonstration: people around one family, chosen from the territory.

use super::{desks::DESKS, extractions};
use commons::House;
use db::{Db, Error, FromRow, Result, Tx, args};
use portal::site::PublicSite;
use school::{
    CircleId, PersonId, Profile, SchoolId, Territory, account,
    charter::{self, Audience},
    person::Name,
};

/// The password of everybody in the demonstration.
pub const PASSWORD: &str = "Tulipe-nuage-77!";
/// The sign-in name of the administrator.
pub(super) const ADMINISTRATOR: &str = "admin.academie";

/// One family with children in two classes, and those around it.
#[derive(Debug)]
pub struct People {
    /// The school of the first child.
    pub(crate) school: SchoolId,
    /// The classes of the children, each once.
    pub(crate) classes: Vec<Class>,
    /// The parent of several children.
    pub(crate) parent: PersonId,
    /// The other parent of one of them.
    pub(crate) other: PersonId,
    /// The head of the school.
    pub(crate) head: PersonId,
    /// What each can say of oneself, and who it is.
    roles: Vec<(&'static str, Profile, Name)>,
    /// A parent of the first class who has never come in.
    newcomer: Name,
}

/// The class of a child of the family.
#[derive(Debug, Clone, Copy, FromRow)]
pub(crate) struct Class {
    /// The class.
    pub(crate) id: CircleId,
    /// Its school.
    pub(crate) school: SchoolId,
    /// The child.
    pub(crate) child: PersonId,
    /// Who teaches there.
    pub(crate) teacher: PersonId,
}

/// Somebody as the terminal lists them.
#[derive(Debug)]
pub struct Line {
    /// « Enseignante du CP ».
    pub role: &'static str,
    /// Who.
    pub name: String,
    /// What is typed to sign in.
    pub login: String,
}

// Identifiers are drawn anew at each import, the numbers of the directory follow from the seed: everybody is chosen by these,
// so that the demonstration is the same each time.
//
// Parents first whose children are in most schools, then in most classes. Nobody around them bears the first name of a
// child: who is who must be plain at first sight.
const FAMILY: &str = "\
select g.adult_id from guardianship g join person p on p.id = g.adult_id \
join member m on m.person_id = g.child_id and m.role = 'pupil' and m.until is null \
join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
join member t on t.circle_id = c.id and t.role = 'teacher' and t.until is null \
join guardianship o on o.child_id = g.child_id and o.adult_id <> g.adult_id \
where g.until is null and not exists (select 1 from guardianship k join person child on child.id = k.child_id \
    join guardianship b on b.child_id = k.child_id join person adult on adult.id = b.adult_id \
    where k.adult_id = g.adult_id and adult.first_name = child.first_name) \
group by g.adult_id, p.academy, p.jointure \
order by count(distinct c.school_id) desc, count(distinct c.id) desc, p.academy, p.jointure limit 1";

// Whoever teaches in one class alone first: what a teacher publishes goes to the class of the child.
const CHILDREN: &str = "\
select c.id, c.school_id as school, g.child_id as child, t.person_id as teacher from guardianship g \
join member m on m.person_id = g.child_id and m.role = 'pupil' and m.until is null \
join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
join member t on t.circle_id = c.id and t.role = 'teacher' and t.until is null \
join person child on child.id = g.child_id join person p on p.id = t.person_id \
where g.adult_id = $1 and g.until is null \
order by (select count(*) from member h where h.person_id = t.person_id and h.role = 'head'), \
    (select count(*) from member k join circle o on o.id = k.circle_id and o.kind = 'class' and o.until is null \
     where k.person_id = t.person_id and k.role = 'teacher' and k.until is null), c.key, child.jointure, p.jointure";

// Old enough to write messages: from CE1 (levels of interfaces.md §1.8).
const ELDER: &str = "\
select p.id from guardianship g join person p on p.id = g.child_id \
where g.adult_id = $1 and g.until is null and p.level >= '1122' and p.level <= '1125' order by p.level, p.jointure limit 1";

const HEAD: &str = "\
select m.person_id from circle c join member m on m.circle_id = c.id and m.role = 'head' and m.until is null \
join person p on p.id = m.person_id where c.school_id = $1 and c.kind = 'staff' order by p.jointure limit 1";

// A teacher with no class, of other schools of the same académie; seats by a pass have an end.
const SUBSTITUTE: &str = "\
select p.id from member m join circle c on c.id = m.circle_id and c.kind = 'staff' and c.until is null \
join person p on p.id = m.person_id and p.kind = 'staff' and p.jointure is not null and p.gone_at is null \
where m.role = 'teacher' and m.until is null and p.academy = (select s.academy from school s where s.id = $1) \
and not exists (select 1 from member k join circle o on o.id = k.circle_id and o.until is null \
    where k.person_id = p.id and k.until is null and (o.kind = 'class' or o.school_id = $1)) \
group by p.id, p.jointure order by count(*), p.jointure limit 1";

const OTHER_PARENT: &str = "\
select o.adult_id from guardianship g join guardianship o on o.child_id = g.child_id and o.adult_id <> g.adult_id \
join person p on p.id = o.adult_id \
where g.adult_id = $1 and g.until is null and o.until is null order by o.position, p.jointure limit 1";

const NEWCOMER: &str = "\
select g.adult_id from member m join guardianship g on g.child_id = m.person_id and g.until is null \
join person p on p.id = g.adult_id \
where m.circle_id = $1 and m.role = 'pupil' and m.until is null \
and not exists (select 1 from guardianship k where k.adult_id = g.adult_id and k.child_id = $2) \
and not exists (select 1 from guardianship k join person child on child.id = k.child_id \
    join person adult on adult.id = k.adult_id \
    where k.adult_id = g.adult_id and adult.first_name = child.first_name) \
order by p.jointure limit 1";

impl People {
    /// Finds them; the same each time.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the territory has no such family; a fault of the database.
    pub async fn find(db: &Db) -> Result<Self> {
        let mut tx = db.read().await?;
        let parent: PersonId = tx.one_value(FAMILY, &[]).await?;
        let rows: Vec<Class> = tx.all(CHILDREN, args![parent]).await?;
        let mut classes: Vec<Class> = Vec::new();
        for row in rows {
            if classes.iter().all(|known| known.id != row.id) {
                classes.push(row);
            }
        }
        let first = *classes.first().ok_or(Error::NotFound)?;
        let head: PersonId = tx.one_value(HEAD, args![first.school]).await?;
        let other: PersonId = tx.one_value(OTHER_PARENT, args![parent]).await?;
        let newcomer: PersonId = tx.one_value(NEWCOMER, args![first.id, first.child]).await?;
        let mut roles = Vec::new();
        for (role, profile, person) in [
            ("Parent (plusieurs enfants)", Profile::Guardian, parent),
            ("Autre parent", Profile::Guardian, other),
            ("Élève", Profile::Pupil, first.child),
            ("Enseignant(e)", Profile::Teacher, first.teacher),
            ("Directeur, directrice", Profile::Head, head),
        ] {
            roles.push((role, profile, name(&mut tx, person).await?));
        }
        let substitute: Option<PersonId> = tx.value(SUBSTITUTE, args![first.school]).await?;
        if let Some(substitute) = substitute {
            roles.push(("Remplaçant(e)", Profile::Teacher, name(&mut tx, substitute).await?));
        }
        let elder: Option<PersonId> = tx.value(ELDER, args![parent]).await?;
        if let Some(elder) = elder.filter(|it| *it != first.child) {
            roles.push(("Enfant de CE ou de CM", Profile::Pupil, name(&mut tx, elder).await?));
        }
        let newcomer = name(&mut tx, newcomer).await?;
        Ok(Self { school: first.school, classes, parent, other, head, roles, newcomer })
    }

    /// Gives them accounts; all but the newcomer have a password and have accepted the charter.
    pub(crate) async fn let_in(&self, house: &House) -> Result<()> {
        let mut tx = house.db.write().await?;
        for (_, profile, name) in &self.roles {
            let account = account::open_for(&mut tx, name).await?;
            welcome(&mut tx, account, *profile).await?;
        }
        account::open_for(&mut tx, &self.newcomer).await?;
        move_out(&mut tx, self.other).await?;
        doors::create_administrator(&mut tx, house, ADMINISTRATOR, "region").await?;
        let administrator = account::Account::by_login(&mut tx, ADMINISTRATOR).await?.ok_or(Error::NotFound)?;
        welcome(&mut tx, administrator.id, Profile::Administrator).await?;
        tx.commit().await
    }

    /// Whether somebody is of the family, or the one who has never come in.
    pub(super) fn knows(&self, person: PersonId) -> bool {
        [self.parent, self.other, self.newcomer.id].contains(&person)
    }

    /// The hash of the password of everybody, once they have it: a hundred families are not hashed one by one.
    pub(super) async fn password_hash(&self, tx: &mut Tx) -> Result<String> {
        let parent: school::AccountId =
            tx.one_value("select account_id from account_person where person_id = $1", args![self.parent]).await?;
        account::Account::load(tx, parent).await?.password.ok_or(Error::NotFound)
    }

    /// Who can sign in.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn lines(&self, house: &House) -> Result<Vec<Line>> {
        let mut tx = house.db.read().await?;
        let mut lines = Vec::new();
        for (role, _, name) in &self.roles {
            // A house prepared by an earlier version lacks the newest of them.
            if let Some(login) = login(&mut tx, name.id).await? {
                lines.push(Line { role, name: name.full(), login });
            }
        }
        if let Some((name, login)) = extractions::head(&mut tx).await? {
            lines.push(Line { role: extractions::ROLE, name, login });
        }
        lines.push(Line { role: "Administration", name: String::new(), login: ADMINISTRATOR.to_owned() });
        for desk in &DESKS {
            if account::Account::by_login(&mut tx, desk.login).await?.is_some() {
                lines.push(Line { role: desk.role, name: desk.name.to_owned(), login: desk.login.to_owned() });
            }
        }
        Ok(lines)
    }

    /// The address everybody reads the site of the school at, once it is open.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn site(&self, house: &House) -> Result<Option<String>> {
        let mut tx = house.db.read().await?;
        let site = PublicSite::of_scope(&mut tx, &Territory::School(self.school).to_string()).await?;
        Ok(site.filter(|it| it.opened_at.is_some()).map(|it| format!("{}{}", house.address, it.address())))
    }

    /// The name, the sign-in name and the activation code of somebody who has never come in; none once they have.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn newcomer(&self, house: &House) -> Result<Option<(String, String, String)>> {
        let mut tx = house.db.read().await?;
        let Some(login) = login(&mut tx, self.newcomer.id).await? else { return Ok(None) };
        let Some(account) = account::Account::by_login(&mut tx, &login).await? else { return Ok(None) };
        let code = doors::activation_code(house, account.id, account.sheet);
        Ok(account.activated_at.is_none().then(|| (self.newcomer.full(), login, code)))
    }
}

async fn welcome(tx: &mut Tx, account: school::AccountId, profile: Profile) -> Result<()> {
    doors::set_password(tx, account, PASSWORD).await?;
    charter::accept(tx, account, Audience::of(profile)).await
}

/// Gives somebody a home of their own: the two parents live apart, and each can try what the other reads of it.
async fn move_out(tx: &mut Tx, person: PersonId) -> Result<()> {
    let kept: String = tx.one_value("select details from person where id = $1", args![person]).await?;
    let mut details: serde_json::Value = serde_json::from_str(&kept).map_err(Error::fault)?;
    if let Some(details) = details.as_object_mut() {
        details.insert("address".to_owned(), "27 RUE DES HIRONDELLES".into());
    }
    tx.change("update person set details = $2 where id = $1", args![person, details.to_string()]).await
}

async fn name(tx: &mut Tx, person: PersonId) -> Result<Name> {
    tx.one("select id, first_name, last_name from person where id = $1", args![person]).await
}

async fn login(tx: &mut Tx, person: PersonId) -> Result<Option<String>> {
    tx.value(
        "select a.login from account_person h join account a on a.id = h.account_id where h.person_id = $1",
        args![person],
    )
    .await
}
