//! Coupons and proofs as a reader program sees them: structure, text, and nothing outside its place.
#![expect(clippy::unwrap_used, reason = "tests")]

mod reader;

use pdf::{Mot, PdfError, Proof, ProofLine, ProofVersion, Reply, Slip, proof, slips};
use reader::{skeleton, text_of, word_edges};

const SHORT: &str = "Nous irons à la ferme du Rouge-Cloître jeudi. Prévoir un pique-nique et des bottes.";

fn mot(reply: Reply) -> Mot {
    Mot {
        school: "École élémentaire Aimé-Césaire".to_owned(),
        title: "Sortie à la ferme".to_owned(),
        from: "Thomas Roux, le 5 octobre 2026".to_owned(),
        paragraphs: vec![SHORT.to_owned(), "Merci de répondre vite.".to_owned()],
        due: Some("À rendre avant le vendredi 9 octobre".to_owned()),
        reply,
    }
}

fn slip(rank: usize) -> Slip {
    Slip {
        child: format!("Élève{rank} M."),
        class: "CP".to_owned(),
        signers: Vec::new(),
        code: format!("K7M2PQ4X2H{}", char::from(b'A' + u8::try_from(rank % 26).unwrap())),
    }
}

fn pages_of(bytes: &[u8]) -> Vec<String> {
    text_of(bytes, &[]).split_terminator('\u{c}').map(str::to_owned).collect()
}

fn printed(mot: &Mot, count: usize, per_page: usize) -> Vec<String> {
    let all: Vec<Slip> = (1..=count).map(slip).collect();
    pages_of(&slips("Coupons", mot, &all, per_page).unwrap())
}

#[test]
fn coupons_are_a_tagged_document_in_french() {
    let bytes = slips("Coupons", &mot(Reply::Sign), &[slip(1)], 3).unwrap();
    let skeleton = skeleton(&bytes);
    for expected in ["/StructTreeRoot", "/Lang(fr)", "/Alt", "pdfuaid", "/S/H1/", "/S/H2/", "/S/P/", "/S/Figure/"] {
        assert!(skeleton.contains(expected), "{expected} is missing");
    }
}

#[test]
fn coupons_come_three_to_a_page_each_with_its_child_and_its_code() {
    let pages = printed(&mot(Reply::Sign), 7, 3);
    assert_eq!(pages.len(), 3);
    assert_eq!(pages[0].matches("Sortie à la ferme").count(), 3);
    assert_eq!(pages[2].matches("Sortie à la ferme").count(), 1);
    for expected in ["Élève1 M.", "Élève3 M.", "CP · École élémentaire Aimé-Césaire", "Thomas Roux, le 5 octobre 2026"]
    {
        assert!(pages[0].contains(expected), "{expected:?} is missing from\n{}", pages[0]);
    }
    assert!(pages[0].contains("K7M2 PQ4X 2HB") && pages[2].contains("Élève7 M."));
    assert!(pages[0].contains("À rendre avant le vendredi 9 octobre"));
    assert_eq!(printed(&mot(Reply::Sign), 6, 2).len(), 3);
    assert_eq!(printed(&mot(Reply::Nothing), 4, 9).len(), 1, "four at most");
}

#[test]
fn each_way_to_reply_has_its_lines() {
    let choices = vec!["Je viens".to_owned(), "Je ne viens pas".to_owned()];
    for (reply, said, unsaid) in [
        (Reply::Nothing, vec![], vec!["signature", "J’ai lu"]),
        (Reply::Read, vec!["J’ai lu ce mot.", "Date et signature d’un responsable"], vec!["Votre réponse"]),
        (Reply::Sign, vec!["Date et signature d’un responsable"], vec!["J’ai lu", "Cochez"]),
        (Reply::Choice(choices), vec!["Cochez une seule réponse", "Je viens", "Je ne viens pas"], vec!["J’ai lu"]),
        (Reply::Text, vec!["Votre réponse", "Date et signature"], vec!["Cochez"]),
    ] {
        let page = printed(&mot(reply.clone()), 1, 3).concat();
        for words in said {
            assert!(page.contains(words), "{reply:?}: {words:?} is missing from\n{page}");
        }
        for words in unsaid {
            assert!(!page.contains(words), "{reply:?}: {words:?} is there");
        }
    }
}

#[test]
fn each_adult_asked_has_a_line() {
    let asked = Slip { signers: vec!["Claire Fabre".to_owned(), "Paul Marty".to_owned()], ..slip(1) };
    let page = text_of(&slips("Coupons", &mot(Reply::Sign), &[asked], 3).unwrap(), &[]);
    assert!(page.contains("Date et signature : Claire Fabre") && page.contains("Date et signature : Paul Marty"));
    assert!(!page.contains("d’un responsable"));
}

#[test]
fn a_long_mot_takes_the_room_it_needs_and_loses_nothing() {
    let sentence = |rank: usize| format!("Phrase {rank} de ce mot bien long, que les familles liront jusqu’au bout. ");
    for (sentences, pages) in [(5, 2), (14, 3), (30, 6), (80, 12)] {
        let text: String = (1..=sentences).map(sentence).collect();
        let mot = Mot { paragraphs: vec![text], ..mot(Reply::Sign) };
        let printed = printed(&mot, 6, 3);
        assert_eq!(printed.len(), pages, "{sentences} sentences");
        let words = printed.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words.matches(&format!("Phrase {sentences} ")).count(), 6);
        assert_eq!(words.matches("Date et signature").count(), 6);
        assert_eq!(words.matches("K7M2 PQ4X").count(), 6);
    }
}

#[test]
fn what_is_printed_stays_on_its_coupon() {
    let long = Slip {
        child: "Maximilien-Alexandre-Barthélemy de La R.".to_owned(),
        class: "Petite section, moyenne section et grande section de Mme Vandenbroucke-Grandjean".to_owned(),
        signers: vec!["Marie-Emmanuelle-Joséphine de La Rochefoucauld-Montmorency d’Estissac".to_owned(); 4],
        ..slip(1)
    };
    let choices = (1..=5).map(|rank| format!("Une réponse {rank} aussi longue que possible ")).map(|it| it.repeat(4));
    let mot = Mot { title: "Un titre sans fin ".repeat(6), ..mot(Reply::Choice(choices.collect())) };
    let bytes = slips("Coupons", &mot, &[long.clone(), long], 3).unwrap();
    let edges = word_edges(&bytes);
    assert!(edges.len() > 60);
    for (right, bottom) in edges {
        assert!(right <= 560.0 && bottom <= 826.0, "a word ends at {right}, {bottom}");
    }
}

#[test]
fn what_cannot_be_printed_is_refused() {
    assert_eq!(slips("Coupons", &mot(Reply::Sign), &[], 3).unwrap_err(), PdfError::NoSheet);
    let endless = Slip { child: "m".repeat(3000), ..slip(1) };
    let refused = slips("Coupons", &mot(Reply::Sign), &[slip(1), endless], 3).unwrap_err();
    assert_eq!(refused, PdfError::TooLong { sheet: 2 });
    assert!(matches!(slips("", &mot(Reply::Sign), &[slip(1)], 3), Err(PdfError::Invalid(_))));
}

fn line(rank: usize) -> ProofLine {
    ProofLine {
        child: format!("Enfant{rank} B."),
        adult: "Karim Benali".to_owned(),
        state: "Signé".to_owned(),
        at: "6 octobre 2026 à 18 h 12".to_owned(),
        channel: "Papier, saisi par Thomas Roux".to_owned(),
        version: "2".to_owned(),
        answer: String::new(),
    }
}

fn whole(count: usize) -> Proof {
    let version = |number: usize, text: &str| ProofVersion {
        heading: format!("Version {number}, 5 octobre 2026 à 8 h, Thomas Roux"),
        paragraphs: vec![text.to_owned()],
    };
    Proof {
        school: "École élémentaire Aimé-Césaire".to_owned(),
        title: "Sortie à la ferme".to_owned(),
        about: vec!["CP".to_owned(), "Signature demandée à un adulte".to_owned()],
        made: "Établi le 7 octobre 2026 à 17 h 05 par Hélène Vidal".to_owned(),
        versions: vec![version(1, SHORT), version(2, "Le car part à 8 h.")],
        summary: vec!["12 familles sur 24 ont signé.".to_owned()],
        lines: (1..=count).map(line).collect(),
    }
}

#[test]
fn a_proof_says_what_was_sent_and_what_came_back() {
    let bytes = proof("Preuve", &whole(2)).unwrap();
    let text = text_of(&bytes, &["-layout"]);
    for expected in [
        "École élémentaire Aimé-Césaire",
        "Preuve des retours : Sortie à la ferme",
        "Établi le 7 octobre 2026 à 17 h 05 par Hélène Vidal",
        "Version 2, 5 octobre 2026 à 8 h, Thomas Roux",
        "Le car part à 8 h.",
        "12 familles sur 24 ont signé.",
        "Enfant2 B.",
        "Karim Benali",
        "Page 1 sur 1",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing from\n{text}");
    }
    let skeleton = skeleton(&bytes);
    for role in ["Table", "THead", "TBody", "TR", "TH", "TD", "H1", "H2", "H3"] {
        assert!(skeleton.contains(&format!("/S/{role}/")), "no {role} in the structure");
    }
}

#[test]
fn a_long_proof_goes_on_with_its_columns_and_its_numbers() {
    let bytes = proof("Preuve", &whole(80)).unwrap();
    let pages = pages_of(&bytes);
    assert!(pages.len() >= 3);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} sur {}", index + 1, pages.len())), "{page}");
    }
    assert!(pages[1].contains("Réponse") && pages.concat().contains("Enfant80 B."));
    for (right, bottom) in word_edges(&bytes) {
        assert!(right <= 560.0 && bottom <= 826.0, "a word ends at {right}, {bottom}");
    }
}
