//! Letters, conventions and registers as a reader program sees them: structure, order, pages, nothing lost.
#![expect(clippy::unwrap_used, reason = "tests")]

mod reader;

use pdf::{Column, Document, Part, PdfError, Signature, Table, document};
use reader::{skeleton, text_of, word_edges};

/// The right and bottom edges of the text, with the margin of rounding.
// Letters are kerned when they are drawn, not when lines are cut: a line may end a hair after its edge, far within the margin.
const RIGHT: f32 = 595.0 - 57.0 + 4.0;
const BOTTOM: f32 = 826.0;

fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn convention() -> Document {
    Document {
        title: "Convention de mise à disposition".to_owned(),
        issuer: texts(&["Académie de Toulouse", "75 rue Saint-Roch", "31400 Toulouse"]),
        recipient: texts(&["Monsieur le maire", "Mairie de Sainte-Foy", "1 place de l’Église", "31570 Sainte-Foy"]),
        about: texts(&["Toulouse, le 27 octobre 2026", "Objet : espace numérique de travail"]),
        footer: "Convention 2026-031-12".to_owned(),
        parts: vec![
            Part::Heading("Article 1".to_owned()),
            Part::Paragraph("Le service est ouvert aux écoles.\nIl est gratuit.".to_owned()),
            Part::Subheading("Ce que fait la commune".to_owned()),
            Part::List(texts(&["Elle équipe les écoles.", "Elle désigne un référent."])),
            Part::Strong("Montant dû en 2026".to_owned()),
            Part::Table(costs(2)),
            Part::Signatures(vec![
                signature("Pour l’académie", Some("Signé le 27 octobre")),
                signature("Pour la commune", None),
            ]),
        ],
    }
}

fn signature(party: &str, signed: Option<&str>) -> Signature {
    Signature { party: party.to_owned(), signatory: texts(&["Jeanne Roques"]), signed: signed.map(str::to_owned) }
}

fn costs(count: usize) -> Table {
    let column = |label: &str, share, numeric| Column { label: label.to_owned(), share, numeric };
    Table {
        caption: "Coûts par école".to_owned(),
        columns: vec![column("École", 3, false), column("Montant", 1, true)],
        rows: (1..=count).map(|rank| vec![format!("École numéro{rank}"), format!("{rank},00 €")]).collect(),
        total: Some(texts(&["Total dû", "9 999,00 €"])),
    }
}

fn only(parts: Vec<Part>) -> Document {
    Document { title: "Essai".to_owned(), parts, ..Document::default() }
}

fn pages_of(document: &Document) -> Vec<String> {
    let bytes = pdf::document(document).unwrap();
    text_of(&bytes, &["-layout"]).split_terminator('\u{c}').map(str::to_owned).collect()
}

fn stays_on_its_pages(bytes: &[u8]) {
    for (right, bottom) in word_edges(bytes) {
        assert!(right <= RIGHT && bottom <= BOTTOM, "a word ends at {right}, {bottom}");
    }
}

#[test]
fn a_convention_is_a_tagged_document_in_french() {
    let bytes = document(&convention()).unwrap();
    let skeleton = skeleton(&bytes);
    for expected in ["/StructTreeRoot", "/Lang(fr)", "pdfuaid", "/Outlines", "/Scope/Column", "/Scope/Row"] {
        assert!(skeleton.contains(expected), "{expected} is missing");
    }
    for role in
        ["H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "THead", "TBody", "TFoot", "TH", "TD"]
    {
        assert!(skeleton.contains(&format!("/S/{role}/")), "no {role} in the structure");
    }
    stays_on_its_pages(&bytes);
}

#[test]
fn everything_is_read_in_its_order() {
    let text = text_of(&document(&convention()).unwrap(), &["-raw"]);
    let mut from = 0;
    for expected in [
        "Académie de Toulouse",
        "31400 Toulouse",
        "Monsieur le maire",
        "31570 Sainte-Foy",
        "Objet : espace",
        "Convention de mise à disposition",
        "Article 1",
        "Le service est ouvert aux écoles.",
        "Il est gratuit.",
        "Ce que fait la commune",
        "Elle désigne un référent.",
        "Montant dû",
        "Coûts par école",
        "École numéro2",
        "Total dû",
        "Pour l’académie",
        "Signé le 27 octobre",
        "Pour la commune",
        "Convention 2026-031-12",
        "Page 1 sur 1",
    ] {
        let found = text[from..].find(expected);
        assert!(found.is_some(), "{expected:?} is missing, or too early, in\n{text}");
        from += found.unwrap();
    }
}

#[test]
fn a_recipient_stands_in_the_window_of_the_envelope() {
    let boxes = text_of(&document(&convention()).unwrap(), &["-bbox"]);
    let place = boxes.lines().find(|line| line.contains(">Monsieur<")).unwrap();
    let edge = |name: &str| -> f32 {
        let (_, rest) = place.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    assert!((300.0..330.0).contains(&edge("xMin")) && (135.0..160.0).contains(&edge("yMin")), "{place}");
}

#[test]
fn a_table_goes_on_with_its_head_and_ends_with_its_total() {
    let document = only(vec![Part::Table(costs(120))]);
    let pages = pages_of(&document);
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains("École ") && page.contains("Montant"), "no head on\n{page}");
        assert!(page.contains(&format!("Page {} sur {}", index + 1, pages.len())), "no number on\n{page}");
    }
    let all = pages.concat();
    for rank in 1..=120 {
        assert!(all.contains(&format!("École numéro{rank} ")), "row {rank} is lost");
    }
    assert_eq!(all.matches("Coûts par école").count(), 1);
    assert_eq!(all.matches("Total dû").count(), 1);
    let last = pages.last().unwrap();
    assert!(last.contains("Total dû") && last.contains("École numéro120"), "a total has a row above it");
}

#[test]
fn rows_stay_whole_unless_no_page_holds_them() {
    let lines = |name: &str, count: usize| -> String {
        (1..=count).map(|rank| format!("{name}{rank}.")).collect::<Vec<_>>().join("\n")
    };
    let rows = vec![vec![lines("a", 30)], vec![lines("b", 40)], vec![lines("c", 150)], vec![lines("d", 3)]];
    let columns = vec![Column { label: "Détail".to_owned(), share: 1, numeric: false }];
    let table = Table { columns, rows, ..Table::default() };
    let pages = pages_of(&only(vec![Part::Table(table)]));
    let page_of = |word: &str| pages.iter().position(|page| page.split_whitespace().any(|it| it == word));
    assert_eq!(page_of("a1."), page_of("a30."));
    assert_eq!(page_of("b1."), page_of("b40."));
    assert!(page_of("a1.") < page_of("b1."));
    for rank in 1..=150 {
        assert!(page_of(&format!("c{rank}.")).is_some(), "line {rank} is lost");
    }
    assert!(page_of("d3.") >= page_of("c150."));
}

#[test]
fn headings_stay_with_what_follows_and_places_to_sign_stay_together() {
    for count in 34..54 {
        let mut parts = vec![Part::Paragraph("ligne\n".repeat(count) + "ligne")];
        parts.push(Part::Heading("Grand titre".to_owned()));
        parts.push(Part::Subheading("Petit titre".to_owned()));
        parts.push(Part::Paragraph("suite du texte".to_owned()));
        parts.push(Part::Signatures(vec![
            signature("Pour l’une", Some("le 1er juin")),
            signature("Pour l’autre", None),
        ]));
        let pages = pages_of(&only(parts));
        let page_of = |words: &str| pages.iter().position(|page| page.contains(words)).unwrap();
        assert_eq!(page_of("Grand titre"), page_of("suite du texte"), "after {count} lines");
        assert_eq!(page_of("Petit titre"), page_of("suite du texte"), "after {count} lines");
        assert_eq!(page_of("Pour l’une"), page_of("Pour l’autre"), "after {count} lines");
        assert_eq!(page_of("Pour l’une"), page_of("le 1er juin"), "after {count} lines");
    }
}

#[test]
fn long_texts_stay_on_their_pages_and_lose_nothing() {
    let word = "q".repeat(9_000);
    let paragraph: String = (1..=2_000).map(|rank| format!("mot{rank} ")).collect();
    let parts = vec![
        Part::Paragraph(word.clone()),
        Part::Heading("titre ".repeat(300)),
        Part::List(vec![paragraph, word.clone()]),
        Part::Table(Table { caption: word.clone(), total: Some(vec![word.clone(), word.clone()]), ..costs(1) }),
        Part::Signatures(vec![Signature { party: word.clone(), ..signature("", None) }]),
        Part::NewPage,
        Part::NewPage,
    ];
    let addresses = vec!["rue ".repeat(60); 60];
    let document = Document { issuer: addresses.clone(), recipient: addresses, footer: word, ..only(parts) };
    let bytes = pdf::document(&document).unwrap();
    stays_on_its_pages(&bytes);
    let text = text_of(&bytes, &["-raw"]);
    let letters = text.matches('q').count();
    assert!(letters >= 6 * 9_000, "{letters} letters");
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!((1..=2_000).all(|rank| words.contains(&format!("mot{rank}").as_str())));
    assert_eq!(words.iter().filter(|word| **word == "titre").count(), 300);
}

#[test]
fn a_new_page_is_never_empty() {
    let text = |words: &str| Part::Paragraph(words.to_owned());
    let parts = vec![text("une"), Part::NewPage, Part::NewPage, text("deux"), Part::NewPage];
    let pages = pages_of(&only(parts));
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("une") && pages[1].contains("deux"));
}

#[test]
fn hostile_letters_do_not_stop_a_document() {
    let hostile = "Nguyễn \u{0}\u{7}\u{202e}\u{feff}😀 مدرسة <b>&amp; \u{fffe}\u{e000}(\\)\u{2028}fin";
    let parts = vec![
        Part::Subheading(hostile.to_owned()),
        Part::Heading("\u{200b}".to_owned()),
        Part::Paragraph(hostile.to_owned()),
        Part::List(vec![hostile.to_owned(), String::new()]),
        Part::Table(Table { caption: hostile.to_owned(), ..costs(1) }),
        Part::Table(Table::default()),
        Part::Signatures(Vec::new()),
        Part::Signatures(vec![signature(hostile, Some(hostile)); 3]),
    ];
    let document = Document { title: hostile.to_owned(), footer: hostile.to_owned(), ..only(parts) };
    let bytes = pdf::document(&document).unwrap();
    let text = text_of(&bytes, &[]);
    assert!(text.contains("Nguyên") && text.contains("fin"), "{text}");
    assert!(!skeleton(&bytes).contains("/S/H3/"), "a level was skipped");
}

#[test]
fn what_cannot_be_made_is_refused() {
    for title in ["", " \n", "\u{200b}"] {
        let untitled = Document { title: title.to_owned(), ..convention() };
        assert!(matches!(document(&untitled), Err(PdfError::Invalid(_))), "{title:?}");
    }
    let mut wide = costs(1);
    wide.rows.push(texts(&["un", "deux", "trois"]));
    assert!(matches!(document(&only(vec![Part::Table(wide)])), Err(PdfError::Invalid(_))));
}

#[test]
#[cfg_attr(debug_assertions, ignore = "measures the release build")]
fn fifty_documents_of_four_pages_take_less_than_six_seconds() {
    let long = Part::Paragraph("Une phrase d’une convention, comme on en lit partout. ".repeat(40));
    let mut document = convention();
    document.parts.extend([long.clone(), long.clone(), long.clone(), long, Part::Table(costs(60))]);
    let start = std::time::Instant::now();
    for _ in 0..50 {
        pdf::document(&document).unwrap();
    }
    assert!(start.elapsed().as_secs_f32() <= 6.0, "took {:?}", start.elapsed());
}
