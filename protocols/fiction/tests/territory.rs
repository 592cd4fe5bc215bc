//! The territory as its readers see it: files, records, and the situations a demonstration needs.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fiction::{Options, Summary, write};
use tempfile::TempDir;

struct Written {
    summary: Summary,
    files: BTreeMap<String, String>,
}

fn written(options: &Options) -> Written {
    let folder = TempDir::new().unwrap();
    let summary = write(folder.path(), options, &mut |_| ()).unwrap();
    let mut files = BTreeMap::new();
    collect(folder.path(), &mut files);
    Written { summary, files }
}

fn collect(folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
            continue;
        }
        let name = path.iter().rev().take(2).map(|part| part.to_string_lossy()).collect::<Vec<_>>();
        files.insert(format!("{}/{}", name[1], name[0]), fs::read_to_string(&path).unwrap());
    }
}

impl Written {
    /// The members of an academy whose names hold a word, one after the other.
    fn text(&self, academy: &str, word: &str) -> String {
        let wanted = |name: &str| name.starts_with(academy) && name.contains(word);
        self.files.iter().filter(|(name, _)| wanted(name)).map(|(_, text)| text.as_str()).collect()
    }

    fn same_files(&self, other: &Written) -> bool {
        // The root file lies in a folder whose name changes at each run.
        let inner = |written: &Written| -> Vec<(String, String)> {
            let files = written.files.iter().filter(|(name, _)| !name.ends_with(".json"));
            files.map(|(name, text)| (name.clone(), text.clone())).collect()
        };
        inner(self) == inner(other)
    }
}

fn small() -> Options {
    Options { schools: 5, seed: 7, ..Options::default() }
}

/// The records of a text, from one request to its end.
fn records<'a>(text: &'a str, request: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{request}>"), format!("</{request}>"));
    text.split(open.as_str()).skip(1).filter_map(|rest| rest.split(close.as_str()).next()).collect()
}

fn values<'a>(record: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!("name=\"{attribute}\"");
    let Some(rest) = record.split(start.as_str()).nth(1) else {
        return Vec::new();
    };
    let inside = rest.split("</attr>").next().unwrap_or_default();
    inside.split("<value>").skip(1).filter_map(|value| value.split("</value>").next()).collect()
}

fn identifier(record: &str) -> &str {
    record.split("<id>").nth(1).and_then(|rest| rest.split("</id>").next()).unwrap_or_default()
}

fn assert_balanced(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    for piece in text.split('<').skip(1) {
        let tag = piece.split('>').next().unwrap_or_default();
        if tag.starts_with(['?', '!']) || tag.ends_with('/') {
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed)),
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_does_not() {
    assert!(written(&small()).same_files(&written(&small())));
    assert!(!written(&small()).same_files(&written(&Options { seed: 8, ..small() })));
    let later = Options { year: 2029, ..small() };
    assert!(written(&later).same_files(&written(&later)));
}

#[test]
fn five_schools_show_every_situation_of_schools_and_staff() {
    let territory = written(&small());
    assert_eq!(territory.summary.academies, ["TOULOUSE"]);
    assert_eq!(territory.summary.schools, 5);
    let schools = territory.text("TOULOUSE", "_EtabEducNat_");
    let shared =
        records(&schools, "addRequest").iter().filter(|school| !values(school, "ENTEcoleRPI").is_empty()).count();
    assert_eq!(shared, 2);
    assert!(schools.contains("<value>E.M.PU$") && schools.contains("<value>E.P.PU$"));

    let staff = territory.text("TOULOUSE", "_PersEducNat_");
    let functions: Vec<Vec<&str>> =
        records(&staff, "addRequest").iter().map(|member| values(member, "ENTPersonFonctions")).collect();
    let holding = |posts: &[&str]| {
        functions.iter().any(|held| posts.iter().all(|post| held.iter().any(|function| function.contains(post))))
    };
    assert!(holding(&["$ENS$", "$DIR$"]), "a head teaches");
    assert!(holding(&["$AES$"]) && holding(&["$PSY$"]) && holding(&["$CPC$"]));
    assert!(functions.iter().any(|held| held.len() >= 2 && held.iter().all(|function| function.contains("$RPL$"))));
    assert!(territory.text("TOULOUSE", "_Eleve_").contains("$CE1-CE2 M"), "a class has two levels");
}

#[test]
fn five_schools_show_every_situation_of_families() {
    let territory = written(&small());
    let pupils = territory.text("TOULOUSE", "_Eleve_");
    let pupils = records(&pupils, "addRequest");
    let guardians = territory.text("TOULOUSE", "_PersRelEleve_");
    let guardians = records(&guardians, "addRequest");

    let twins = pupils.windows(2).any(|pair| {
        ["ENTPersonNom", "ENTPersonDateNaissance", "ENTPersonClasses"]
            .iter()
            .all(|name| values(pair[0], name) == values(pair[1], name) && !values(pair[0], name).is_empty())
    });
    assert!(twins);

    let couple_apart = guardians.windows(2).any(|pair| {
        let same = |name: &str| values(pair[0], name) == values(pair[1], name);
        same("ENTPersRelEleveEleve") && !same("ENTPersonAdresse")
    });
    assert!(couple_apart);

    let mut named: BTreeMap<[Vec<&str>; 3], usize> = BTreeMap::new();
    for guardian in &guardians {
        let attributes = ["ENTPersonNom", "ENTPersonPrenom", "ENTPersonAdresse"];
        *named.entry(attributes.map(|name| values(guardian, name))).or_default() += 1;
    }
    assert!(named.values().any(|count| *count == 2), "a parent is listed twice");

    let homonyms = pupils
        .iter()
        .filter(|pupil| values(pupil, "ENTPersonNom") == ["MARTIN"] && values(pupil, "ENTPersonPrenom") == ["Emma"]);
    assert!(homonyms.count() >= 2);
}

#[test]
fn check_letters_are_right_and_no_school_shares_its_uai() {
    let territory = written(&Options { schools: 60, seed: 3, ..Options::default() });
    assert_eq!(territory.summary.academies, ["TOULOUSE", "MONTPELLIER"]);
    let mut seen = BTreeSet::new();
    for academy in ["TOULOUSE", "MONTPELLIER"] {
        let schools = territory.text(academy, "_EtabEducNat_");
        for school in records(&schools, "addRequest") {
            let uai = values(school, "ENTStructureUAI")[0].to_owned();
            let (digits, letter) = uai.split_at(7);
            let rest = digits.parse::<usize>().unwrap() % 23;
            assert_eq!(letter, &"ABCDEFGHJKLMNPRSTUVWXYZ"[rest..=rest]);
            assert!(seen.insert(uai));
        }
    }
    assert_eq!(seen.len(), 60);
}

#[test]
fn links_name_classes_and_teachers_of_the_delivery() {
    for year in [2026, 2027] {
        assert_links(&written(&Options { year, ..small() }));
    }
}

fn assert_links(territory: &Written) {
    let pupils = territory.text("TOULOUSE", "_Eleve_");
    let staff = territory.text("TOULOUSE", "_PersEducNat_");
    let links = territory.text("TOULOUSE", "liens-enseignants");
    let mut lines = links.lines();
    assert_eq!(lines.next(), Some("uai;classe;enseignant"));
    let mut classes = BTreeSet::new();
    for line in lines {
        let fields: Vec<&str> = line.split(';').collect();
        assert!(pupils.contains(&format!("${}$", fields[1])));
        assert!(staff.contains(&format!("<id>{}</id>", fields[2])));
        classes.insert(fields[1].to_owned());
    }
    assert_eq!(classes.len() as u64, territory.summary.classes);
    assert!(links.lines().count() > classes.len() + 1, "some classes have two teachers");
}

#[test]
fn members_are_cut_in_parts_and_well_formed() {
    let territory = written(&Options { members_per_part: 100, ..small() });
    assert!(territory.files.contains_key("TOULOUSE/ENT1DVA-PREAU_Complet_20260907_Eleve_0001.xml"));
    for (name, text) in territory.files.iter().filter(|(name, _)| name.ends_with(".xml")) {
        assert_balanced(text);
        assert!(records(text, "addRequest").len() <= 100, "{name}");
        assert!(text.contains("<!-- codeAcademieExport=\"16\" -->"));
    }
}

#[test]
fn deltas_speak_of_known_records_and_never_twice_of_the_same() {
    let options = Options { schools: 30, seed: 5, ..Options::default() };
    let full = written(&options);
    let mut requests: BTreeMap<&str, usize> = BTreeMap::new();
    let mut touched = BTreeSet::new();
    for day in 1..=6 {
        let delta = written(&Options { day, ..options.clone() });
        for (name, text) in delta.files.iter().filter(|(name, _)| name.ends_with(".xml")) {
            assert!(name.contains("_Delta_202609"), "{name}");
            assert_balanced(text);
            let entity = name.rsplit('_').nth(1).unwrap();
            let academy = name.split('/').next().unwrap();
            let known = full.text(academy, &format!("_{entity}_"));
            for request in ["addRequest", "modifyRequest", "deleteRequest"] {
                for record in records(text, request) {
                    let id = identifier(record);
                    let exists = known.contains(&format!("<id>{id}</id>"));
                    assert!(exists || request == "addRequest", "{request} {id}");
                    assert!(touched.insert((academy.to_owned(), entity.to_owned(), id.to_owned())), "{day} {id}");
                    *requests.entry(request).or_default() += 1;
                }
            }
        }
    }
    assert_eq!(requests.len(), 3, "{requests:?}");
}

#[test]
fn a_larger_territory_has_the_sizes_of_a_real_one() {
    let folder = TempDir::new().unwrap();
    let options = Options { schools: 200, seed: 11, ..Options::default() };
    let mut passed = Vec::new();
    let summary = write(folder.path(), &options, &mut |schools| passed.push(schools)).unwrap();
    assert_eq!(passed.last(), Some(&200));
    assert_eq!(summary.schools, 200);
    assert!((90..=140).contains(&(summary.pupils / 200)), "{summary:?}");
    assert!((14..=18).contains(&(summary.guardians * 10 / summary.pupils)), "{summary:?}");
    assert!((5..=9).contains(&(summary.staff / 200)), "{summary:?}");
}

#[test]
fn options_out_of_range_are_refused() {
    let folder = TempDir::new().unwrap();
    for options in
        [Options { schools: 0, ..small() }, Options { schools: 6001, ..small() }, Options { day: 301, ..small() }]
    {
        assert!(write(folder.path(), &options, &mut |_| ()).is_err());
    }
    for (year, day) in [(2025, 0), (2036, 0), (2027, 1)] {
        assert!(write(folder.path(), &Options { year, day, ..small() }, &mut |_| ()).is_err(), "{year} {day}");
    }
}

const LEVELS: [&str; 9] = ["1110", "1111", "1112", "1113", "1121", "1122", "1123", "1124", "1125"];

struct Pupil<'a> {
    level: usize,
    class: &'a str,
    adults: Vec<&'a str>,
    /// What no summer changes.
    lasting: [Vec<&'a str>; 4],
}

impl<'a> Pupil<'a> {
    fn of(record: &'a str) -> Self {
        let level = values(record, "ENTEleveNiveau")[0];
        let adults = values(record, "ENTEleveAutoriteParentale").into_iter().filter(|value| !value.is_empty());
        let lasting = ["ENTEleveINE", "ENTPersonNom", "ENTPersonPrenom", "ENTPersonDateNaissance"];
        Pupil {
            level: LEVELS.iter().position(|code| level.starts_with(code)).unwrap(),
            class: values(record, "ENTPersonClasses")[0].split('$').nth(3).unwrap(),
            adults: adults.map(|value| value.split('$').next().unwrap()).collect(),
            lasting: lasting.map(|name| values(record, name)),
        }
    }
}

/// The pupils of a text, by number.
fn pupils(text: &str) -> BTreeMap<&str, Pupil<'_>> {
    records(text, "addRequest").into_iter().map(|record| (identifier(record), Pupil::of(record))).collect()
}

fn identifiers(text: &str) -> BTreeSet<&str> {
    records(text, "addRequest").into_iter().map(identifier).collect()
}

/// A territory of one academy and the same a September later.
fn two_septembers() -> [Written; 2] {
    let options = Options { schools: 12, seed: 7, ..Options::default() };
    [written(&options), written(&Options { year: 2027, ..options })]
}

#[test]
fn a_september_later_whoever_stays_is_a_level_up_in_another_class() {
    let [first, next] = two_septembers();
    let texts = [&first, &next].map(|territory| territory.text("TOULOUSE", "_Eleve_"));
    let (before, after) = (pupils(&texts[0]), pupils(&texts[1]));
    for (id, pupil) in &before {
        // After CM2 comes no level: nobody of it is there any more.
        assert_eq!(after.contains_key(id), LEVELS[pupil.level] != "1125", "{id}");
        if let Some(later) = after.get(id) {
            assert_eq!((later.level, &later.lasting), (pupil.level + 1, &pupil.lasting), "{id}");
        }
    }
    let classes = [&before, &after].map(|pupils| pupils.values().map(|it| it.class).collect::<BTreeSet<_>>());
    assert!(classes[0].is_disjoint(&classes[1]));
    assert_eq!(classes[1].len() as u64, next.summary.classes);
    assert_eq!(first.summary.classes, next.summary.classes);
    let beginners: Vec<&Pupil<'_>> =
        after.iter().filter(|(id, _)| !before.contains_key(*id)).map(|(_, pupil)| pupil).collect();
    assert!(!beginners.is_empty() && beginners.iter().all(|pupil| pupil.level <= 1));
    let difference = first.summary.pupils.abs_diff(next.summary.pupils);
    assert!(difference * 10 < first.summary.pupils, "{difference} of {}", first.summary.pupils);
}

#[test]
fn a_september_later_every_adult_has_a_child_and_some_children_an_elder() {
    let [first, next] = two_septembers();
    let texts = [&first, &next].map(|territory| territory.text("TOULOUSE", "_Eleve_"));
    let (before, after) = (pupils(&texts[0]), pupils(&texts[1]));
    let adults = [&first, &next].map(|territory| territory.text("TOULOUSE", "_PersRelEleve_"));
    let adults = [identifiers(&adults[0]), identifiers(&adults[1])];
    let named: BTreeSet<&str> = after.values().flat_map(|pupil| pupil.adults.iter().copied()).collect();
    assert_eq!(adults[1], named);
    let beginners = after.iter().filter(|(id, _)| !before.contains_key(*id));
    let joined = beginners.filter(|(_, pupil)| pupil.adults.iter().any(|adult| adults[0].contains(adult)));
    assert!(joined.count() > 0);
}

#[test]
fn a_september_later_some_of_the_staff_are_others() {
    let texts = two_septembers().map(|territory| territory.text("TOULOUSE", "_PersEducNat_"));
    let (before, after) = (identifiers(&texts[0]), identifiers(&texts[1]));
    assert_eq!(before.len(), after.len());
    let new = after.difference(&before).count();
    assert!((1..=before.len() / 3).contains(&new), "{new} of {}", before.len());
}

#[test]
fn ten_septembers_follow_each_other() {
    let first = written(&small()).summary.pupils;
    for year in 2027..=2035 {
        let territory = written(&Options { year, ..small() });
        assert!(territory.files.contains_key(&format!("TOULOUSE/ENT1DVA-PREAU_Complet_{year}0907_Eleve_0000.xml")));
        territory.files.iter().filter(|(name, _)| name.ends_with(".xml")).for_each(|(_, text)| assert_balanced(text));
        let count = territory.summary.pupils;
        assert!((first / 2..=first * 3 / 2).contains(&count), "{year}: {count} of {first}");
        let text = territory.text("TOULOUSE", "_Eleve_");
        assert_eq!(pupils(&text).len() as u64, count, "{year}: no number comes twice");
    }
}
