//! Days off: the public holidays, computed, and the school holidays, which are rows a région edits.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A zone of the national school calendar. Toulouse and Montpellier are in zone C (domain.md §8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.
    A,
    /// Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.
    B,
    /// Créteil, Montpellier, Paris, Toulouse, Versailles.
    C,
}

impl Zone {
    /// The three of them.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// Its letter.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    /// The zone of a letter.
    pub fn read(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == letter)
    }

    /// The zone of an académie by its code (interfaces.md §6.2); none for Corsica and overseas, whose rectors set their own
    /// calendars.
    pub fn of_academy(code: &str) -> Option<Self> {
        Some(match code.trim_start_matches('0') {
            // Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Lyon, Poitiers, Limoges.
            "3" | "4" | "6" | "7" | "8" | "10" | "13" | "22" => Self::A,
            // Aix-Marseille, Caen, Lille, Nancy-Metz, Rennes, Strasbourg, Nantes, Orléans-Tours, Reims, Amiens, Rouen, Nice,
            // Normandie.
            "2" | "5" | "9" | "12" | "14" | "15" | "17" | "18" | "19" | "20" | "21" | "23" | "70" => Self::B,
            // Paris, Montpellier, Toulouse, Créteil, Versailles.
            "1" | "11" | "16" | "24" | "25" => Self::C,
            _ => return None,
        })
    }
}

/// One school holiday of one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its name, as families read it.
    pub label: String,
    /// The zone it is for.
    pub zone: Zone,
    /// Its first day: the Saturday of the national calendar, even where there is class that morning.
    pub first: Date,
    /// Its last day: the eve of the return to class.
    pub last: Date,
}

impl Period {
    /// Whether this day is one of the holiday, first and last days included.
    pub fn covers(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// The eleven public holidays of metropolitan France (code du travail, L3133-1), in the order of the year.
/// The Gregorian rule holds from 1583 to 9999; other years are brought back to these.
pub fn public_holidays(year: i16) -> Vec<(Date, &'static str)> {
    let year = year.clamp(1583, 9999);
    let easter = easter(year);
    let mut days = vec![
        (date(year, 1, 1), "Jour de l’an"),
        (easter.saturating_add(1.day()), "Lundi de Pâques"),
        (date(year, 5, 1), "Fête du Travail"),
        (date(year, 5, 8), "Victoire de 1945"),
        (easter.saturating_add(39.days()), "Ascension"),
        (easter.saturating_add(50.days()), "Lundi de Pentecôte"),
        (date(year, 7, 14), "Fête nationale"),
        (date(year, 8, 15), "Assomption"),
        (date(year, 11, 1), "Toussaint"),
        (date(year, 11, 11), "Armistice de 1918"),
        (date(year, 12, 25), "Noël"),
    ];
    days.sort_by_key(|(day, _)| *day);
    days
}

/// The school holidays of zone C for 2025-2026 and 2026-2027, with which the table of a région begins.
///
/// 2025-2026 is the national calendar (order of 7 December 2022). The dates of 2026-2027 are those of the draft order
/// put before the Conseil supérieur de l’éducation of 23 September, as reported by Sgen-CFDT
/// (champagne-ardenne.sgen-cfdt.fr/actu/calendrier-scolaire-2026-2027-un-projet-sans-consensus): they are to be
/// compared with the order as published. The end of summer 2027 supposes a return on 1 September.
pub fn zone_c() -> Vec<Period> {
    [
        ("Vacances de la Toussaint", date(2025, 10, 18), date(2025, 11, 2)),
        ("Vacances de Noël", date(2025, 12, 20), date(2026, 1, 4)),
        ("Vacances d’hiver", date(2026, 2, 21), date(2026, 3, 8)),
        ("Vacances de printemps", date(2026, 4, 18), date(2026, 5, 3)),
        ("Pont de l’Ascension", date(2026, 5, 15), date(2026, 5, 16)),
        ("Vacances d’été", date(2026, 7, 4), date(2026, 8, 31)),
        ("Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 1)),
        ("Vacances de Noël", date(2026, 12, 19), date(2027, 1, 3)),
        ("Vacances d’hiver", date(2027, 2, 6), date(2027, 2, 21)),
        ("Vacances de printemps", date(2027, 4, 3), date(2027, 4, 18)),
        ("Pont de l’Ascension", date(2027, 5, 7), date(2027, 5, 8)),
        ("Vacances d’été", date(2027, 7, 3), date(2027, 8, 31)),
    ]
    .into_iter()
    .map(|(label, first, last)| Period { label: label.to_owned(), zone: Zone::C, first, last })
    .collect()
}

/// The holidays of every zone with which the table of a région begins. Zones differ by winter and spring alone; the dates
/// of 2026-2027 are those of the draft, as for [`zone_c`].
pub fn zones() -> Vec<Period> {
    let own = [
        (Zone::A, [(2026, 2, 7), (2026, 2, 22)], [(2026, 4, 4), (2026, 4, 19)]),
        (Zone::B, [(2026, 2, 14), (2026, 3, 1)], [(2026, 4, 11), (2026, 4, 26)]),
        (Zone::A, [(2027, 2, 13), (2027, 2, 28)], [(2027, 4, 10), (2027, 4, 25)]),
        (Zone::B, [(2027, 2, 20), (2027, 3, 7)], [(2027, 4, 17), (2027, 5, 2)]),
    ];
    let day = |(year, month, day): (i16, i8, i8)| date(year, month, day);
    let mut all = zone_c();
    for zone in [Zone::A, Zone::B] {
        let shared = zone_c().into_iter().filter(|it| !matches!(it.first.month(), 2 | 4));
        all.extend(shared.map(|it| Period { zone, ..it }));
    }
    for (zone, winter, spring) in own {
        for (label, [first, last]) in [("Vacances d’hiver", winter), ("Vacances de printemps", spring)] {
            all.push(Period { label: label.to_owned(), zone, first: day(first), last: day(last) });
        }
    }
    all
}

/// Whether this day is a public holiday.
pub(super) fn is_public(day: Date) -> bool {
    public_holidays(day.year()).iter().any(|(holiday, _)| *holiday == day)
}

/// Easter Sunday, by Oudin's form of the Gregorian computus: so many days after 28 March, or before it.
fn easter(civil_year: i16) -> Date {
    let year = i32::from(civil_year);
    let century = year / 100;
    let golden = year % 19;
    let moon_drift = (century - (century - 17) / 25) / 3;
    let moon = (century - century / 4 - moon_drift + 19 * golden + 15) % 30;
    let moon = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    date(civil_year, 3, 28).saturating_add((moon - weekday).days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_it_is_known_to() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), date(year, month, day), "{year}");
        }
    }

    #[test]
    fn a_year_has_its_eleven_public_holidays_in_order() {
        let days: Vec<Date> = public_holidays(2026).into_iter().map(|(day, _)| day).collect();
        let expected = [
            date(2026, 1, 1),
            date(2026, 4, 6),
            date(2026, 5, 1),
            date(2026, 5, 8),
            date(2026, 5, 14),
            date(2026, 5, 25),
            date(2026, 7, 14),
            date(2026, 8, 15),
            date(2026, 11, 1),
            date(2026, 11, 11),
            date(2026, 12, 25),
        ];
        assert_eq!(days, expected);
        assert!(public_holidays(2008).is_sorted_by_key(|(day, _)| *day), "Ascension came before 8 May in 2008");
    }

    #[test]
    fn years_out_of_bounds_are_brought_back() {
        assert_eq!(public_holidays(i16::MAX), public_holidays(9999));
        assert_eq!(public_holidays(i16::MIN), public_holidays(1583));
    }

    #[test]
    fn every_zone_has_its_two_years() {
        for zone in Zone::ALL {
            let mut periods: Vec<Period> = zones().into_iter().filter(|it| it.zone == zone).collect();
            periods.sort_by_key(|it| it.first);
            assert_eq!(periods.len(), 12, "{zone:?}");
            assert!(periods.windows(2).all(|pair| pair[0].last < pair[1].first), "{zone:?}");
        }
        assert_eq!(Zone::of_academy("16"), Some(Zone::C));
        assert_eq!(Zone::of_academy("08"), Some(Zone::A));
        assert_eq!(Zone::of_academy("27"), None);
    }

    #[test]
    fn the_first_table_is_in_order_and_without_overlap() {
        let periods = zone_c();
        assert!(periods.iter().all(|period| period.zone == Zone::C && period.first <= period.last));
        assert!(periods.windows(2).all(|pair| pair[0].last < pair[1].first));
    }
}
