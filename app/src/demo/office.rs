//! The office of the scheme in the demonstration: who pays for the schools of the académie, the campaigns of two years.

use super::{People, desks, past::Past};
use agreements::{
    Campaign,
    campaign::PRICE_CENTS,
    charge::{self, Charged},
    commune,
};
use db::{Result, Tx};
use jiff::civil::{Date, date};
use school::{Authority, School, Viewer};

/// Those who represent communes. Nobody of this name is known.
const MAYORS: [(&str, &str); 8] = [
    ("Solange Peyrabelle", "Maire"),
    ("Gaspard Montaulhan", "Maire"),
    ("Yvette Laupouze", "Maire"),
    ("Firmin Corsègues", "Maire"),
    ("Aurore Mirazergues", "Maire"),
    ("Célestin Belvrac", "Maire"),
    ("Noémie Fontrac", "Maire"),
    ("Barnabé Riouzouls", "Maire"),
];
/// Two small communes share their schools.
const GROUPING: &str = "Syndicat intercommunal scolaire des Deux Clochers";
/// No commune of France has such an INSEE code.
const FIRST_CODE: usize = 900;
/// Municipal councils are elected for six years: in March 2026, in March 2032.
const ELECTED: i64 = 2026;
const TERM: i64 = 6;

/// The desk of the académie, and the year of the demonstration.
pub(super) struct Office<'a> {
    /// The days that were.
    pub(super) past: &'a Past,
    /// The code of the académie.
    pub(super) academy: String,
    /// The territory of the commune of the demonstration.
    pub(super) own: String,
    /// The year the school year begins in.
    pub(super) year: i64,
    department: String,
}

impl<'a> Office<'a> {
    /// The office around the school of the demonstration.
    pub(super) async fn of(past: &'a Past, people: &People, year: i64) -> Result<Self> {
        let mut tx = past.on(past.day(-1))?.db.read().await?;
        let school = School::load(&mut tx, people.school).await?;
        let own = desks::TOWN_OFFICE.territory(&school)?.to_string();
        Ok(Self { past, own, year, department: school.department().to_owned(), academy: school.academy })
    }

    /// A transaction on a day, and who works at the desk.
    pub(super) async fn open(&self, day: Date) -> Result<(Tx, Viewer)> {
        let mut tx = self.past.on(day)?.db.write().await?;
        let viewer = desks::ACADEMY.viewer(&mut tx).await?;
        Ok((tx, viewer))
    }

    /// A day of a year; yesterday where it has not come yet.
    pub(super) fn day(&self, year: i64, month: i8, day: i8) -> Date {
        self.planned(year, month, day).min(self.past.day(-1))
    }

    /// A day of a year, past or to come.
    pub(super) fn planned(&self, year: i64, month: i8, day: i8) -> Date {
        i16::try_from(year).map_or(Date::MIN, |year| date(year, month, day))
    }
}

/// Founds the communes and a grouping, says who they are, opens the campaigns of the year before and of this one.
pub(super) async fn write(office: &Office<'_>) -> Result<()> {
    let (mut tx, viewer) = office.open(office.day(office.year - 1, 3, 2)).await?;
    commune::found_communes(&mut tx, &office.academy).await?;
    let communes = Authority::in_department(&mut tx, &office.department).await?;
    group(&mut tx, office, &viewer, &communes).await?;
    for (rank, commune) in communes.into_iter().enumerate() {
        described(office, commune, rank).save(&mut tx).await?;
    }
    tx.commit().await?;
    for year in [office.year - 1, office.year] {
        let (mut tx, viewer) = office.open(office.day(year, 3, 1)).await?;
        let (first, last) = (office.planned(year, 3, 1), office.planned(year + 1, 5, 31));
        let campaign =
            Campaign { year, price_cents: PRICE_CENTS, opens_on: first.to_string(), closes_on: last.to_string() };
        campaign.save(&mut tx, viewer.account).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Two communes with one school each have a grouping pay for both.
async fn group(tx: &mut Tx, office: &Office<'_>, viewer: &Viewer, communes: &[Authority]) -> Result<()> {
    let mut alone: Vec<Charged> = Vec::new();
    for commune in communes.iter().filter(|it| it.territory != office.own) {
        if let [only] = charge::of(tx, commune.id).await?.as_slice() {
            alone.push(only.clone());
        }
    }
    // Neighbours have codes that follow one another.
    alone.sort_by(|one, other| one.uai.cmp(&other.uai));
    let [first, second, _, ..] = alone.as_slice() else { return Ok(()) };
    let town = commune::written(first.town.as_deref().unwrap_or_default());
    let grouping = Authority {
        siret: Some(siret("25310099", "0001")),
        address: "4 chemin des Deux Clochers".to_owned(),
        postcode: "31999".to_owned(),
        town,
        representative: "Léontine Serbrac".to_owned(),
        quality: "Présidente".to_owned(),
        email: Some("syndicat@deux-clochers.example".to_owned()),
        ..Authority::new(tx.id(), GROUPING, None, &office.department, tx.now())
    };
    grouping.save(tx).await?;
    charge::add(tx, viewer, &grouping, &format!("{}\n{}", first.uai, second.uai)).await.map(drop)
}

/// What a convention says of a commune.
fn described(office: &Office<'_>, commune: Authority, rank: usize) -> Authority {
    let (representative, quality) = MAYORS[rank % MAYORS.len()];
    let code = FIRST_CODE + rank;
    let number = office.department.get(1..).unwrap_or_default();
    let elected = ELECTED + (office.year - ELECTED) / TERM * TERM;
    let key = commune.territory.rsplit(':').next().unwrap_or_default();
    Authority {
        siret: Some(siret(&format!("21{number}0{code}"), "0001")),
        insee: Some(format!("{number}{code}")),
        address: format!("{} place de la Mairie", 2 * rank + 1),
        postcode: format!("{number}999"),
        representative: representative.to_owned(),
        quality: quality.to_owned(),
        mandate_since: Some(office.planned(elected, 3, 28).to_string()),
        mandate_until: Some(office.planned(elected + TERM, 3, 20).to_string()),
        email: Some(format!("mairie@{key}.example")),
        phone: Some(format!("05 36 49 30 {:02}", rank + 10)),
        ..commune
    }
}

/// The SIRET of the first eight digits of a SIREN and of an establishment: each ends with the key of Luhn.
fn siret(siren: &str, establishment: &str) -> String {
    let siren = keyed(siren);
    keyed(&format!("{siren}{establishment}"))
}

fn keyed(digits: &str) -> String {
    let doubled = |(rank, digit): (usize, u32)| match rank % 2 {
        0 => digit * 2 / 10 + digit * 2 % 10,
        _ => digit,
    };
    let sum: u32 = digits.chars().rev().filter_map(|it| it.to_digit(10)).enumerate().map(doubled).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::siret;

    #[test]
    fn fictive_authorities_have_a_siret_that_is_one() {
        for (siren, number) in [("21310901", "0001"), ("25310099", "0001"), ("21310118", "0001")] {
            assert!(school::authority::is_siret(&siret(siren, number)), "{siren}");
        }
        assert_eq!(siret("21310118", "0001"), "21310118100013");
    }
}
