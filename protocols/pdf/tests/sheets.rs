//! The documents as a reader program sees them: structure, text, and nothing outside its place.
#![expect(clippy::unwrap_used, reason = "tests")]

mod reader;

use pdf::{Audience, PdfError, Secret, Sheet, cards, connection_sheets};
use reader::{skeleton, text_of, word_edges};

fn adult() -> Sheet {
    Sheet {
        school: "École élémentaire Aimé-Césaire".to_owned(),
        class: "CE1 B".to_owned(),
        audience: Audience::Adult,
        name: "Zoé Lefèvre-Çelik".to_owned(),
        children: vec!["Responsable de Léo M. (CE1)".to_owned(), "Responsable de Noë M. (GS)".to_owned()],
        address_of_service: "https://ent.exemple-academie.fr".to_owned(),
        login: "zoe.lefevre-celik".to_owned(),
        code: Secret::Code("abcd3456".to_owned()),
        activation_url: "https://ent.exemple-academie.fr/activation/jeton".to_owned(),
        valid_until: Some("30 novembre 2026".to_owned()),
        told_by_school: false,
    }
}

fn pupil(name: &str) -> Sheet {
    Sheet { audience: Audience::Pupil, name: name.to_owned(), children: Vec::new(), ..adult() }
}

/// Someone whose every text is as long as directories allow, and a little more.
fn long(audience: Audience) -> Sheet {
    let responsible = "Responsable de Maximilien-Alexandre de La Rochefoucauld-Montmorency (CM2 — double niveau)";
    Sheet {
        school: "Regroupement pédagogique intercommunal de Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson".to_owned(),
        class: "Petite section, moyenne section et grande section de Mme Vandenbroucke-Grandjean".to_owned(),
        audience,
        name: "Marie-Emmanuelle-Joséphine de La Rochefoucauld-Montmorency d’Estissac".to_owned(),
        children: vec![responsible.to_owned(); 4],
        address_of_service: format!("https://{}.ent.exemple-academie.fr/connexion", "tres-long-".repeat(6)),
        login: "marie-emmanuelle-josephine.de-la-rochefoucauld-montmorency2".to_owned(),
        code: Secret::Code("wwwwmmmmwwwwmmmm".to_owned()),
        ..adult()
    }
}

#[test]
fn a_sheet_is_a_tagged_document_in_french() {
    let bytes = connection_sheets("Fiches de connexion", &[adult()]).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let skeleton = skeleton(&bytes);
    for expected in
        ["/StructTreeRoot", "/Lang(fr)", "/MarkInfo<</Markedtrue", "/DisplayDocTitletrue", "/Alt", "pdfuaid"]
    {
        assert!(skeleton.contains(expected), "{expected} is missing");
    }
    for role in ["H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Figure"] {
        assert!(skeleton.contains(&format!("/S/{role}/")), "no {role} in the structure");
    }
}

#[test]
fn an_adult_sheet_says_what_is_needed() {
    let text = text_of(&connection_sheets("Fiches", &[adult()]).unwrap(), &[]);
    for expected in [
        "École élémentaire Aimé-Césaire",
        "CE1 B",
        "Votre accès à l’ENT de l’école",
        "Zoé Lefèvre-Çelik",
        "Responsable de Noë M. (GS)",
        "https://ent.exemple-academie.fr",
        "zoe.lefevre-celik",
        "abcd 3456",
        "30 novembre 2026",
        "ne la partagez pas",
        "une fiche par adulte",
        "En cas de perte",
        "CNIL",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing from\n{text}");
    }
}

#[test]
fn a_sheet_says_where_the_data_come_from() {
    for audience in [Audience::Adult, Audience::Team, Audience::Pupil] {
        for told_by_school in [false, true] {
            let sheet = Sheet { audience, told_by_school, ..adult() };
            let text = text_of(&connection_sheets("Fiches", &[sheet]).unwrap(), &[]);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(text.contains("annuaire de l’Éducation nationale"), !told_by_school, "{text}");
            assert_eq!(text.contains("viennent de la direction de l’école"), told_by_school, "{text}");
        }
    }
}

#[test]
fn a_pupil_is_told_tu_and_cards_come_eight_to_a_page() {
    let pupils: Vec<Sheet> = (1..=9).map(|rank| pupil(&format!("Élève numéro{rank}"))).collect();
    let text = text_of(&cards("Cartes de connexion du CE1 B", &pupils).unwrap(), &[]);
    let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0].matches("zoe.lefevre-celik").count(), 8);
    assert_eq!(pages[1].matches("zoe.lefevre-celik").count(), 1);
    assert!(pages[1].contains("Élève numéro9") && pages[1].contains("Cartes de connexion du CE1 B"));
    assert!(pages[1].replace('\n', " ").contains("Garde cette carte pour toi"));
    assert!(!text.contains("vous"));
}

#[test]
fn a_code_for_home_stays_at_home() {
    let home = Sheet { audience: Audience::PupilAtHome, ..pupil("Zoé M.") };
    let text = text_of(&cards("Codes maison", &[home]).unwrap(), &[]).replace('\n', " ");
    assert!(text.contains("À garder à la maison.") && !text.contains("Garde cette carte pour toi"), "{text}");
}

/// The cards a teacher may have in hand at once, with what each says of itself.
const KINDS: [(Audience, &str, &str); 5] = [
    (Audience::Adult, "Carte de connexion · pour un adulte de la famille", "Gardez cette carte pour vous."),
    (Audience::Team, "Carte de connexion · pour l’équipe de l’école", "Gardez cette carte pour vous."),
    (Audience::Pupil, "Carte de connexion · pour l’élève", "Garde cette carte pour toi."),
    (Audience::PupilInClass, "Badge de la classe · reste en classe", "Il ouvre les tablettes de ta classe."),
    (Audience::PupilAtHome, "Code maison · pour la famille", "À garder à la maison."),
];

#[test]
fn each_card_says_which_it_is_and_who_keeps_it() {
    for (audience, kind, keeper) in KINDS {
        let bytes = cards("Cartes", &[long(audience)]).unwrap();
        let text = text_of(&bytes, &[]).replace('\n', " ");
        assert!(text.contains(kind) && text.contains(keeper), "{kind} {keeper} {text}");
        for (_, other, _) in KINDS.iter().filter(|it| it.0 != audience) {
            assert!(!text.contains(other), "{other} on {kind}");
        }
        for (right, bottom) in word_edges(&bytes) {
            assert!(right <= 28.0 + 269.5 - 11.0 && bottom <= 40.0 + 194.0 - 8.0, "a word ends at {right}, {bottom}");
        }
    }
}

#[test]
fn a_sheet_of_a_page_says_what_it_opens_and_for_whom() {
    for (audience, purpose) in [
        (Audience::Adult, "Cette fiche ouvre votre compte de responsable d’élève."),
        (Audience::Team, "Cette fiche ouvre votre compte professionnel."),
        (Audience::Pupil, "Cette fiche ouvre ton compte, en classe et à la maison."),
    ] {
        let sheet = Sheet { audience, ..adult() };
        let text = text_of(&connection_sheets("Fiches", &[sheet]).unwrap(), &[]).replace('\n', " ");
        assert!(text.contains(purpose), "{text}");
    }
}

#[test]
fn an_active_account_has_no_code_on_its_sheet() {
    let active = Sheet { code: Secret::AlreadyActive, ..adult() };
    let text = text_of(&connection_sheets("Fiches", &[active]).unwrap(), &[]);
    assert!(text.contains("déjà activé"));
    assert!(!text.contains("Code valable"));
    assert!(!text.contains("Code d’activation"));
}

#[test]
fn one_page_per_adult() {
    let text = text_of(&connection_sheets("Fiches", &[adult(), adult(), adult()]).unwrap(), &[]);
    assert_eq!(text.matches('\u{c}').count(), 3);
}

#[test]
fn long_texts_stay_on_their_sheet() {
    let many = Sheet { children: vec!["Responsable de Léo M. (CE1)".to_owned(); 30], ..long(Audience::Adult) };
    let bytes = connection_sheets("Fiches", &[long(Audience::Adult), many]).unwrap();
    let edges = word_edges(&bytes);
    assert!(edges.len() > 200);
    for (right, bottom) in edges {
        assert!(right <= 548.0 && bottom <= 810.0, "a word ends at {right}, {bottom}");
    }
}

#[test]
fn long_texts_stay_on_their_card() {
    let alone = cards("Cartes", &[long(Audience::Pupil)]).unwrap();
    let edges = word_edges(&alone);
    assert!(edges.len() > 20);
    for (right, bottom) in edges {
        assert!(right <= 28.0 + 269.5 - 11.0 && bottom <= 40.0 + 194.0 - 8.0, "a word ends at {right}, {bottom}");
    }
}

#[test]
fn a_card_of_an_adult_says_whose_parent_it_is_for() {
    // Lines break where the width of a card asks for it.
    let text = text_of(&cards("Familles du CE1 B", &[adult()]).unwrap(), &[]).replace('\n', " ");
    assert!(text.contains("Responsable de Léo M. (CE1)") && text.contains("Gardez cette carte pour vous"), "{text}");
    assert!(!text.contains("Garde cette carte pour toi"));
    for (right, bottom) in word_edges(&cards("Familles", &[long(Audience::Adult)]).unwrap()) {
        assert!(right <= 28.0 + 269.5 - 11.0 && bottom <= 40.0 + 194.0 - 8.0, "a word ends at {right}, {bottom}");
    }
}

#[test]
fn letters_the_font_lacks_do_not_stop_a_class() {
    let text = text_of(&cards("Cartes", &[pupil("Nguyễn Thị Ánh"), pupil("Łucja Șerban")]).unwrap(), &[]);
    assert!(text.contains("Nguyên Thi Ánh"));
    assert!(text.contains("Łucja Șerban"));
}

#[test]
fn what_cannot_be_printed_is_refused_with_its_rank() {
    assert_eq!(connection_sheets("Fiches", &[]).unwrap_err(), PdfError::NoSheet);
    assert_eq!(cards("Cartes", &[]).unwrap_err(), PdfError::NoSheet);
    let endless = Sheet { login: "m".repeat(3000), ..adult() };
    assert_eq!(connection_sheets("Fiches", &[adult(), endless]).unwrap_err(), PdfError::TooLong { sheet: 2 });
    let novel = Sheet { activation_url: "x".repeat(5000), ..adult() };
    assert_eq!(cards("Cartes", &[adult(), novel]).unwrap_err(), PdfError::AddressTooLong { sheet: 2 });
}

#[test]
fn a_document_without_title_is_not_accessible() {
    assert!(matches!(connection_sheets("", &[adult()]), Err(PdfError::Invalid(_))));
}

#[test]
#[cfg_attr(debug_assertions, ignore = "measures the release build")]
fn a_whole_school_prints_in_three_seconds() {
    let school: Vec<Sheet> = (0..400).map(|_| adult()).collect();
    let start = std::time::Instant::now();
    connection_sheets("Fiches", &school).unwrap();
    assert!(start.elapsed().as_secs_f32() <= 3.0, "took {:?}", start.elapsed());
}
