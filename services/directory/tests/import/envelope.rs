//! Rows 4 to 10 of interfaces.md §1.13: the XML around the records.

use crate::{
    hamlet::{ana, bob, hamlet, teacher},
    house::{applied, created, in_every_house, lines, refused},
    parcel::{DOCTYPE, Parcel},
    record::{GUARDIAN, PUPIL, Record, SCHOOL, STAFF, school},
    see::Academy,
};
use directory::import::Tally;

const NOTHING: [&str; 0] = [];

/// The text of a member in Latin bytes.
fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}

/// The hamlet, an accent in a name.
fn accented() -> Parcel {
    hamlet().replace(ana().named("NÉMOZ"))
}

#[tokio::test]
async fn row_04_named_and_numeric_characters_are_read() {
    in_every_house(async |app| {
        let odd = ana().named("D&apos;ORVAL-N&Eacute;MOZ").with("ENTPersonPrenom", &["Z&#233;lie &#x26; Ana"]);
        let report = applied(app, &hamlet().replace(odd)).await;
        let person = Academy::of(app, "11").person(8001).await;
        assert_eq!((person.last_name.as_str(), person.first_name.as_str()), ("D'ORVAL-NÉMOZ", "Zélie & Ana"));
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_05_latin_bytes_under_a_utf_8_prolog_are_refused_with_their_place() {
    in_every_house(async |app| {
        let bytes = latin(&accented().text(PUPIL));
        let reason = refused(app, &accented().raw(hamlet().member(PUPIL), bytes)).await;
        let file = "« ENT1DVA-PREAU_Complet_20260907_Eleve_0000.xml », ligne ";
        assert!(reason.starts_with(&format!("Livraison refusée : {file}")), "{reason}");
        assert!(reason.ends_with(" n’est pas de l’UTF-8."), "{reason}");
    })
    .await;
}

#[tokio::test]
async fn row_05_utf_8_bytes_under_a_latin_prolog_are_read_as_they_are_and_reported() {
    in_every_house(async |app| {
        let text = accented().text(PUPIL).replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-15\"");
        let report = applied(app, &accented().raw(hamlet().member(PUPIL), text)).await;
        assert_eq!(Academy::of(app, "11").person(8001).await.last_name, "NÉMOZ");
        let said = ["Eleve - -: L’encodage annoncé n’est pas celui du fichier ; il a été lu en UTF-8. <->"];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_05_honest_latin_is_read() {
    in_every_house(async |app| {
        let text = accented().text(PUPIL).replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-15\"");
        let report = applied(app, &accented().raw(hamlet().member(PUPIL), latin(&text))).await;
        assert_eq!(Academy::of(app, "11").person(8001).await.last_name, "NÉMOZ");
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_05_a_zero_byte_is_refused_on_both_databases() {
    in_every_house(async |app| {
        let text = hamlet().text(PUPIL).replace("<value>Ana</value>", "<value>A\0na</value>");
        let reason = refused(app, &hamlet().raw(hamlet().member(PUPIL), text)).await;
        assert!(reason.contains("_Eleve_0000.xml »"), "{reason}");
    })
    .await;
}

#[tokio::test]
async fn row_06_a_byte_order_mark_windows_lines_and_no_prolog_are_accepted() {
    in_every_house(async |app| {
        let marked = ["\u{feff}", &hamlet().text(SCHOOL)].concat();
        let windows = hamlet().text(PUPIL).replace('\n', "\r\n");
        let whole = hamlet().text(GUARDIAN);
        let bare = &whole[whole.find("<ficAlimMENESR>").unwrap()..];
        let odd = hamlet()
            .raw(hamlet().member(SCHOOL), marked)
            .raw(hamlet().member(PUPIL), windows)
            .raw(hamlet().member(GUARDIAN), bare);
        let report = applied(app, &odd).await;
        assert_eq!((report.counts.pupils, report.counts.guardians), (created(2), created(1)));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.circle("class", "880001").await.name, "CP A");
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10))]);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_07_a_declaration_that_fetches_or_grows_is_refused() {
    in_every_house(async |app| {
        for declared in [
            "<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE ficAlimMENESR [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>",
            "<!DOCTYPE ficAlimMENESR SYSTEM \"http://example.org/ficAlimMENESR.dtd\">",
        ] {
            let text = hamlet().text(STAFF).replace(DOCTYPE, declared);
            let reason = refused(app, &hamlet().raw(hamlet().member(STAFF), text)).await;
            assert!(reason.ends_with(" contient une DTD interdite."), "{reason}");
        }
    })
    .await;
}

#[tokio::test]
async fn row_08_an_unknown_attribute_is_ignored_and_reported_once() {
    in_every_house(async |app| {
        let unknown = |record: Record| record.with("ENTNouveau", &["x"]);
        let report = applied(app, &hamlet().replace(unknown(ana())).replace(unknown(bob()))).await;
        assert_eq!(report.counts.pupils, created(2));
        assert_eq!(lines(app, &report).await, ["Eleve 8001 ENTNouveau: Cet attribut est inconnu ; il est ignoré. <->"]);
    })
    .await;
}

#[tokio::test]
async fn row_09_the_values_of_an_attribute_written_twice_are_put_together_and_reported() {
    in_every_house(async |app| {
        let twice = ana().again("ENTPersonStructRattach", &["7002"]);
        let report = applied(app, &hamlet().add(school(7002, "LES VIGNES")).replace(twice)).await;
        let seats = Academy::of(app, "11").seats(8001).await;
        assert_eq!(seats, ["class 880001 pupil", "school 7001 pupil", "school 7002 pupil"]);
        let said = "Eleve 8001 ENTPersonStructRattach: Cet attribut figure deux fois dans la fiche ; \
             ses valeurs sont réunies. <->";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}

#[tokio::test]
async fn row_10_a_record_whose_identifier_is_not_its_jointure_is_rejected() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().replace(ana().with("ENTPersonJointure", &["8009"]))).await;
        assert_eq!(report.counts.pupils, Tally { rejected: 1, ..created(1) });
        let montpellier = Academy::of(app, "11");
        assert_eq!((montpellier.find(8001).await, montpellier.find(8009).await), (None, None));
        let said = "Eleve 8001 ENTPersonJointure: L’identifiant et la jointure de la fiche diffèrent. <8009> rejected";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}

#[tokio::test]
async fn a_record_of_another_category_than_its_file_is_rejected() {
    in_every_house(async |app| {
        let mixed = hamlet().text(PUPIL).replace("</ficAlimMENESR>", &(teacher().xml() + "</ficAlimMENESR>"));
        let report = applied(app, &hamlet().raw(hamlet().member(PUPIL), mixed)).await;
        assert_eq!(report.counts.pupils, Tally { rejected: 1, ..created(2) });
        let said = "Eleve 6001 -: La fiche n’est pas de la catégorie annoncée par le fichier. <PersEducNat> rejected";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}
