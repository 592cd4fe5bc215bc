//! Rows 1, 3 to 9 and 28: the XML around the records.

use aaf::{Entity, Reason, Refusal, Request};

use crate::parcel::{Parcel, attribute, document, envelope, record, valid};

fn with_prolog(prolog: &str, body: &str) -> String {
    format!("{prolog}<ficAlimMENESR>\n{body}</ficAlimMENESR>")
}

#[test]
fn row_01_truncated_in_the_middle_of_a_request() {
    let whole = document(&valid(Entity::Staff));
    let within = whole.find("</addRequest>").unwrap();
    for cut in [within, within + 4, whole.find("ENTPersonPrenom").unwrap(), whole.len() - 4] {
        let refusal = Parcel::full().with(Entity::Staff, &whole[..cut]).read().unwrap_err();
        let Refusal::Truncated(position) = refusal else { panic!("{refusal}") };
        assert!(position.file.contains("PersEducNat"));
        assert!(position.line > 3, "{position}");
    }
}

#[test]
fn row_01_truncated_in_the_middle_of_a_letter() {
    let whole = document(&valid(Entity::Staff));
    let cut = whole.find('É').unwrap() + 1;
    let refusal = Parcel::full().with(Entity::Staff, &whole.as_bytes()[..cut]).read().unwrap_err();
    assert!(matches!(refusal, Refusal::Truncated(_)), "{refusal}");
}

#[test]
fn row_03_empty_member_in_a_full() {
    for empty in ["<ficAlimMENESR/>", "<ficAlimMENESR>\n<!-- degre=\"1D\" -->\n</ficAlimMENESR>"] {
        let refusal = Parcel::full().with(Entity::Pupil, empty).read().unwrap_err();
        assert!(matches!(refusal, Refusal::EmptyEntity(Entity::Pupil)), "{refusal}");
    }
    let outcome = Parcel::delta().with(Entity::Pupil, "<ficAlimMENESR/>").read().unwrap();
    assert!(outcome.requests.is_empty());
}

#[test]
fn row_04_named_and_numeric_characters() {
    let name = attribute("ENTEleveCycle", &["&Eacute;l&egrave;ve d&apos;&#339;uvre &#x26; &amp;amp; &lt;"]);
    let outcome = Parcel::full().with_record(Entity::Pupil, &name).read().unwrap();
    assert_eq!(outcome.pupil().cycle.as_deref(), Some("Élève d'œuvre & &amp; <"));
    assert!(outcome.findings.is_empty());
}

#[test]
fn row_04_unknown_characters_are_kept_as_written() {
    let cycle = attribute("ENTEleveCycle", &["a&inconnu;b &#0; C & D"]);
    let outcome = Parcel::full().with_record(Entity::Pupil, &cycle).read().unwrap();
    assert_eq!(outcome.pupil().cycle.as_deref(), Some("a&inconnu;b &#0; C & D"));
    assert_eq!(outcome.reasons(), [Reason::UnknownReference; 3]);
    assert_eq!(outcome.findings[0].value.as_deref(), Some("&inconnu;"));
    assert_eq!(outcome.findings[0].attribute.as_deref(), Some("ENTEleveCycle"));
}

#[test]
fn row_05_latin_bytes_under_a_utf_8_prolog() {
    let text = document(&valid(Entity::Pupil));
    let bytes: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let refusal = Parcel::full().with(Entity::Pupil, bytes).read().unwrap_err();
    let Refusal::InvalidUtf8(position) = refusal else { panic!("{refusal}") };
    let expected = text[..text.find('É').unwrap()].lines().count() as u64;
    assert_eq!(position.line, expected);
}

#[test]
fn row_05_utf_8_bytes_under_a_latin_prolog() {
    let prolog = "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>";
    let member = with_prolog(prolog, &valid(Entity::Pupil));
    let outcome = Parcel::full().with(Entity::Pupil, member).read().unwrap();
    assert_eq!(outcome.pupil().last_name, "NÉMOZ");
    assert_eq!(outcome.reasons(), [Reason::EncodingContradiction]);
}

#[test]
fn row_05_honest_latin_is_read_without_remark() {
    let member = with_prolog("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n", &valid(Entity::Pupil));
    let bytes: Vec<u8> = member
        .replace("Zélie", "Zélie Œ€")
        .chars()
        .map(|letter| match letter {
            'Œ' => 0xBC,
            '€' => 0xA4,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect();
    let outcome = Parcel::full().with(Entity::Pupil, bytes).read().unwrap();
    assert_eq!(outcome.pupil().last_name, "NÉMOZ");
    assert_eq!(outcome.pupil().first_name, "Zélie Œ€");
    assert!(outcome.findings.is_empty());
}

#[test]
fn row_05_other_encodings_are_refused() {
    let member = with_prolog("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", &valid(Entity::Pupil));
    let refusal = Parcel::full().with(Entity::Pupil, member).read().unwrap_err();
    assert!(matches!(refusal, Refusal::UnknownEncoding { .. }), "{refusal}");
}

#[test]
fn row_06_byte_order_mark_line_ends_and_no_prolog() {
    let marked = ["\u{feff}", &document(&valid(Entity::School))].concat();
    let windows = document(&valid(Entity::Pupil)).replace('\n', "\r\n");
    let bare = with_prolog("", &valid(Entity::Guardian));
    let outcome = Parcel::full()
        .with(Entity::School, marked)
        .with(Entity::Pupil, windows)
        .with(Entity::Guardian, bare)
        .read()
        .unwrap();
    assert_eq!(outcome.requests.len(), 4);
    assert_eq!(outcome.pupil().last_name, "NÉMOZ");
    assert!(outcome.findings.is_empty());
}

#[test]
fn row_07_dtd_that_declares_or_fetches() {
    for doctype in [
        "<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE ficAlimMENESR [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
        "<!DOCTYPE ficAlimMENESR SYSTEM \"http://example.org/ficAlimMENESR.dtd\">",
        "<!DOCTYPE ficAlimMENESR PUBLIC \"-//X\" \"ficAlimMENESR.dtd\">",
    ] {
        let refusal = Parcel::full().with(Entity::Staff, with_prolog(doctype, &valid(Entity::Staff))).read();
        assert!(matches!(refusal, Err(Refusal::ForbiddenDoctype(_))), "{doctype}");
    }
}

#[test]
fn row_07_nothing_grows_without_end() {
    let huge = attribute("ENTEleveCycle", &[&"a".repeat(9 * 1024 * 1024)]);
    let refusal = Parcel::full().with_record(Entity::Pupil, &huge).read().unwrap_err();
    assert!(matches!(refusal, Refusal::RecordTooLarge(_)), "{refusal}");
    let many = attribute("ENTEleveCycle", &["a"]).repeat(501);
    let refusal = Parcel::full().with_record(Entity::Pupil, &many).read().unwrap_err();
    assert!(matches!(refusal, Refusal::RecordTooLarge(_)), "{refusal}");
    let deep = with_prolog("", &"<a>".repeat(100));
    let refusal = Parcel::full().with(Entity::Pupil, deep).read().unwrap_err();
    assert!(matches!(refusal, Refusal::Malformed { .. }), "{refusal}");
}

#[test]
fn row_08_unknown_attribute_is_said_once() {
    let unknown = attribute("ENTNouveau", &["x"]);
    let body = [1, 2].map(|id| {
        let attributes = [attribute("ENTPersonNom", &["A"]), attribute("ENTPersonPrenom", &["B"]), unknown.clone()];
        record(Entity::Pupil, id, &attributes.concat())
    });
    let outcome = Parcel::full().with(Entity::Pupil, document(&body.concat())).read().unwrap();
    assert_eq!(outcome.reasons(), [Reason::UnknownAttribute]);
    assert_eq!(outcome.findings[0].record, Some(1));
    assert_eq!(outcome.summary.of(Entity::Pupil).added, 2);
}

#[test]
fn row_09_repeated_attribute() {
    let schools = attribute("ENTPersonStructRattach", &["1"])
        + &attribute("ENTEleveCycle", &["cycle 2"])
        + &attribute("ENTPersonStructRattach", &["2", "3"]);
    let outcome = Parcel::full().with_record(Entity::Pupil, &schools).read().unwrap();
    assert_eq!(outcome.pupil().schools, [1, 2, 3]);
    assert_eq!(outcome.pupil().cycle.as_deref(), Some("cycle 2"));
    assert_eq!(outcome.pupil().first_name, "Zélie");
    assert_eq!(outcome.reasons(), [Reason::RepeatedAttribute]);
}

#[test]
fn row_10_identifier_and_jointure_differ() {
    let jointure = |value| attribute("ENTPersonJointure", &[value]);
    let outcome = Parcel::full().with_record(Entity::Staff, &jointure("2")).read().unwrap();
    assert_eq!(outcome.rejected(), [Reason::IdentifierMismatch]);
    assert_eq!(outcome.summary.of(Entity::Staff).added, 0);
    let outcome = Parcel::full().with_record(Entity::Staff, &jointure("1")).read().unwrap();
    assert!(outcome.findings.is_empty());
}

#[test]
fn row_28_only_replacement_is_possible() {
    let modification = |operation: &str| {
        document(&format!(
            "<modifyRequest>{}<modifications><modification name=\"ENTPersonMail\" operation=\"{operation}\">\
             <value/></modification></modifications></modifyRequest>",
            envelope(Entity::Pupil, 1)
        ))
    };
    let outcome = Parcel::delta().with(Entity::Pupil, modification("add")).read().unwrap();
    assert_eq!(outcome.rejected(), [Reason::UnsupportedOperation]);
    assert!(outcome.requests.is_empty());
    let outcome = Parcel::delta().with(Entity::Pupil, modification("replace")).read().unwrap();
    let [Request::Modify(change)] = outcome.requests.as_slice() else { panic!("{outcome:?}") };
    assert_eq!(change.changes, [("ENTPersonMail".to_owned(), Vec::<String>::new())]);
}

#[test]
fn a_full_delivery_neither_changes_nor_deletes() {
    let deletion = format!("<deleteRequest>{}</deleteRequest>", envelope(Entity::Pupil, 2));
    let body = [valid(Entity::Pupil), deletion].concat();
    let outcome = Parcel::full().with(Entity::Pupil, document(&body)).read().unwrap();
    assert_eq!(outcome.rejected(), [Reason::UnexpectedRequest]);
}

#[test]
fn a_record_of_another_category_is_rejected() {
    let body = [valid(Entity::Pupil), valid(Entity::Staff)].concat();
    let outcome = Parcel::full().with(Entity::Pupil, document(&body)).read().unwrap();
    assert_eq!(outcome.rejected(), [Reason::WrongCategory]);
    assert_eq!(outcome.summary.of(Entity::Pupil).rejected, 1);
}
