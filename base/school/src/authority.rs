//! Authorities (*collectivités*): the communes, and the groupings of communes, that have charge of schools.
//!
//! An authority is known by its SIRET, never by its name: the same commune is written with and without apostrophe
//! (domain.md §1.1). The territory of a commune is the commune; that of a grouping is the list of its schools.

use crate::{Territory, text_enum};
use db::{Error, FromRow, Moment, Result, Tx, args, fold, id};

id! {
    /// An authority.
    AuthorityId
}

text_enum! {
    /// What an authority is.
    AuthorityKind {
        /// A commune.
        Commune = "commune",
        /// A grouping with its own budget: EPCI, SIVU, SIVOM, syndicate of an RPI.
        Grouping = "grouping",
    }
}

/// An authority.
#[derive(Debug, Clone, FromRow)]
pub struct Authority {
    /// The authority.
    pub id: AuthorityId,
    /// What it is.
    pub kind: AuthorityKind,
    /// Its SIRET, 14 digits; none until somebody gave it.
    pub siret: Option<String>,
    /// Its legal name.
    pub name: String,
    /// Its département, as the first three characters of a UAI.
    pub department: String,
    /// Its INSEE code, when it is a commune and it is known.
    pub insee: Option<String>,
    /// Its territory, as the scope of a task: `town:031:montaubrac`, or `authority:…`.
    pub territory: String,
    /// Its postal address, without postcode and town.
    pub address: String,
    /// Its postcode.
    pub postcode: String,
    /// The town of its address.
    pub town: String,
    /// Who represents it by law.
    pub representative: String,
    /// As what: « Maire », « Présidente ».
    pub quality: String,
    /// The first day of the mandate, when it is known.
    pub mandate_since: Option<String>,
    /// The last day of the mandate, when it is known.
    pub mandate_until: Option<String>,
    /// Where letters of the scheme go.
    pub email: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// The service code of Chorus Pro.
    pub chorus_service: Option<String>,
    /// The commitment number of Chorus Pro.
    pub chorus_commitment: Option<String>,
    /// Since when it is known here.
    pub created_at: Moment,
    /// When it was merged into another, or dissolved.
    pub gone_at: Option<Moment>,
}

/// One list of columns for the ways an authority is found.
macro_rules! select_authority {
    ($condition:literal) => {
        concat!(
            "select id, kind, siret, name, department, insee, territory, address, postcode, town, representative, ",
            "quality, mandate_since, mandate_until, email, phone, chorus_service, chorus_commitment, created_at, ",
            "gone_at from authority where ",
            $condition
        )
    };
}

impl Authority {
    /// A new authority with its name and its territory alone; a grouping has a territory of its own.
    pub fn new(id: AuthorityId, name: &str, town: Option<&Territory>, department: &str, now: Moment) -> Self {
        let kind = if town.is_some() { AuthorityKind::Commune } else { AuthorityKind::Grouping };
        let territory = town.cloned().unwrap_or(Territory::Authority(id)).to_string();
        Self {
            id,
            kind,
            siret: None,
            name: name.to_owned(),
            department: department.to_owned(),
            insee: None,
            territory,
            address: String::new(),
            postcode: String::new(),
            town: String::new(),
            representative: String::new(),
            quality: String::new(),
            mandate_since: None,
            mandate_until: None,
            email: None,
            phone: None,
            chorus_service: None,
            chorus_commitment: None,
            created_at: now,
            gone_at: None,
        }
    }

    /// Reads an authority. No personal data of pupils in it: its pages ask who may see them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn load(tx: &mut Tx, id: AuthorityId) -> Result<Self> {
        tx.one(select_authority!("id = $1"), args![id]).await
    }

    /// The authority with a SIRET.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn by_siret(tx: &mut Tx, siret: &str) -> Result<Option<Self>> {
        tx.first(select_authority!("siret = $1"), args![siret]).await
    }

    /// The authority whose territory this is.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of_territory(tx: &mut Tx, territory: &Territory) -> Result<Option<Self>> {
        tx.first(select_authority!("territory = $1"), args![territory.to_string()]).await
    }

    /// The authorities of a département, by name.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn in_department(tx: &mut Tx, department: &str) -> Result<Vec<Self>> {
        tx.all(select_authority!("department = $1 and gone_at is null order by sort_key, id"), args![department]).await
    }

    /// Keeps an authority, new or changed.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another one has its SIRET or its territory.
    pub async fn save(&self, tx: &mut Tx) -> Result<()> {
        let folded = fold(&self.name);
        tx.change(
            "insert into authority (id, kind, siret, name, department, insee, territory, address, postcode, town, \
             representative, quality, mandate_since, mandate_until, email, phone, chorus_service, chorus_commitment, \
             sort_key, search_key, created_at, gone_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19, $20, $21) \
             on conflict (id) do update set siret = excluded.siret, name = excluded.name, insee = excluded.insee, \
             address = excluded.address, postcode = excluded.postcode, town = excluded.town, \
             representative = excluded.representative, quality = excluded.quality, \
             mandate_since = excluded.mandate_since, mandate_until = excluded.mandate_until, email = excluded.email, \
             phone = excluded.phone, chorus_service = excluded.chorus_service, \
             chorus_commitment = excluded.chorus_commitment, sort_key = excluded.sort_key, \
             search_key = excluded.search_key, gone_at = excluded.gone_at",
            args![
                self.id,
                self.kind,
                self.siret.as_deref(),
                &self.name,
                &self.department,
                self.insee.as_deref(),
                &self.territory,
                &self.address,
                &self.postcode,
                &self.town,
                &self.representative,
                &self.quality,
                self.mandate_since.as_deref(),
                self.mandate_until.as_deref(),
                self.email.as_deref(),
                self.phone.as_deref(),
                self.chorus_service.as_deref(),
                self.chorus_commitment.as_deref(),
                &folded,
                self.created_at,
                self.gone_at
            ],
        )
        .await
    }
}

/// Whether a text is a SIRET: 14 digits whose Luhn sum is a multiple of ten. La Poste alone counts otherwise (domain.md §9.2).
pub fn is_siret(text: &str) -> bool {
    if text.len() != 14 || !text.bytes().all(|it| it.is_ascii_digit()) {
        return false;
    }
    let digits = || text.bytes().map(|it| u32::from(it - b'0'));
    if text.starts_with("356000000") && digits().sum::<u32>().is_multiple_of(5) {
        return true;
    }
    luhn(digits())
}

fn luhn(digits: impl DoubleEndedIterator<Item = u32>) -> bool {
    let doubled = digits.rev().enumerate().map(|(rank, digit)| match rank % 2 {
        0 => digit,
        _ => digit * 2 / 10 + digit * 2 % 10,
    });
    doubled.sum::<u32>().is_multiple_of(10)
}

/// Whether a text is a national code of a school: seven digits and the letter that follows from them (domain.md §9.1).
pub fn is_uai(text: &str) -> bool {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    let Some((digits, letter)) = text.split_at_checked(7) else { return false };
    let Ok(number) = digits.parse::<usize>() else { return false };
    digits.bytes().all(|it| it.is_ascii_digit()) && letter.as_bytes() == [LETTERS[number % 23]]
}

/// Says who pays for a school: `source` is `annuaire` for what the open directory said, `hand` for what somebody said,
/// which the directory never undoes.
///
/// # Errors
/// A fault of the database.
pub async fn set_payer(tx: &mut Tx, school: crate::SchoolId, authority: AuthorityId, source: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into authority_school (school_id, authority_id, source, since) values ($1, $2, $3, $4) \
         on conflict (school_id) do update set authority_id = excluded.authority_id, source = excluded.source, \
         since = excluded.since where authority_school.source <> 'hand' or excluded.source = 'hand'",
        args![school, authority, source, now],
    )
    .await
}

/// The authority that pays for a school.
///
/// # Errors
/// [`Error::NotFound`] when nobody said it.
pub async fn payer_of(tx: &mut Tx, school: crate::SchoolId) -> Result<Authority> {
    let found: Option<AuthorityId> =
        tx.value("select authority_id from authority_school where school_id = $1", args![school]).await?;
    Authority::load(tx, found.ok_or(Error::NotFound)?).await
}

#[cfg(test)]
mod tests {
    use super::{is_siret, is_uai};

    #[test]
    fn the_identifiers_of_a_convention_are_checked() {
        for uai in ["0311696A", "0311710R", "0312962B"] {
            assert!(is_uai(uai), "{uai}");
        }
        for uai in ["0311696B", "0311696", "0311696AA", "03I1696A", "0311696a", "é311696A"] {
            assert!(!is_uai(uai), "{uai}");
        }
        assert!(is_siret("21310118100013") && is_siret("35600000000048"));
        assert!(!is_siret("21310118100014") && !is_siret("2131011810001") && !is_siret("2131011810001A"));
    }
}
