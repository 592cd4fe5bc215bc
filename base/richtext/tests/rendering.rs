//! One rich example, as the editor sends it, in each of its forms.

#![expect(clippy::unwrap_used, reason = "tests")]

use richtext::{Doc, FileLink, Labels, parse};
use uuid::Uuid;

const OUTING: &str = include_str!("examples/outing.json");

fn files(file: Uuid) -> Option<FileLink> {
    let (url, name, size) = match file.as_u128() {
        1 => ("/fichiers/1?a=1&b=2", "facade.jpg", Some((640, 480))),
        2 => ("/fichiers/2", "chant.mp3", None),
        3 => ("/fichiers/3", "plan.pdf", None),
        _ => return None,
    };
    Some(FileLink {
        url: url.to_owned(),
        name: name.to_owned(),
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
    })
}

#[test]
fn html_is_semantic_and_escaped() {
    let expected = include_str!("examples/outing.html").replace('\n', "");
    let html = parse(OUTING).unwrap().to_html(&files, &Labels::FRENCH);
    assert_eq!(html.replace("><", ">\n<"), expected.replace("><", ">\n<"));
}

#[test]
fn what_was_escaped_is_never_a_tag() {
    let doc = Doc::from_plain("<script>alert(\"1\")</script> & l'autre");
    let html = doc.to_html(&files, &Labels::FRENCH);
    assert_eq!(html, "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; l&#39;autre</p>");
}

#[test]
fn plain_text_reads_as_a_letter() {
    let expected = "\
Sortie au musée

Rendez-vous à 8 h 30 devant l'école <A & B>.
N’oubliez rien

Voir le site (https://musee.example/?a=1&b=2) ou ecole@exemple.fr

- un goûter
- un sac
  3. léger

> Le beau est partout.

———

Il pleuvra.

Groupe | Heures
CP | 9 h |

Le \"musée\"

Bonjour à tous

Le plan

La visite";
    assert_eq!(parse(OUTING).unwrap().to_plain(), expected);
}

#[test]
fn excerpt_is_one_line_without_addresses() {
    let doc = parse(OUTING).unwrap();
    assert_eq!(doc.excerpt(35), "Sortie au musée · Rendez-vous à 8…");
    assert_eq!(doc.excerpt(18), "Sortie au musée…", "no line ends with the sign between blocks");
    assert!(
        doc.excerpt(1000).contains("N’oubliez rien · Voir le site ou ecole@exemple.fr · un goûter · un sac · léger")
    );
}

#[test]
fn files_come_once_each_in_reading_order() {
    let files: Vec<u128> = parse(OUTING).unwrap().files().iter().map(Uuid::as_u128).collect();
    assert_eq!(files, [1, 2, 3, 4]);
}

#[test]
fn canonical_json_drops_what_is_not_in_the_schema() {
    let doc = parse(OUTING).unwrap();
    let json = doc.to_json();
    for dropped in ["textAlign", "target", "colwidth", "null", "\"text\":\"\""] {
        assert!(!json.contains(dropped), "{dropped}");
    }
    assert!(json.contains(r#"{"marks":[{"type":"bold"}],"text":"8 h 30","type":"text"}"#));
    assert_eq!(parse(&json), Ok(doc.clone()));
    assert_eq!(serde_json::from_str::<Doc>(&serde_json::to_string(&doc).unwrap()).unwrap(), doc);
}

#[test]
fn a_document_is_empty_when_nothing_shows() {
    for json in [
        r#"{"type":"doc"}"#,
        r#"{"type":"doc","content":[]}"#,
        r#"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":" \u00a0"},{"type":"hardBreak"}]}]}"#,
        r#"{"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem"}]},{"type":"horizontalRule"}]}"#,
    ] {
        assert!(parse(json).unwrap().is_empty(), "{json}");
    }
    let picture =
        r#"{"type":"doc","content":[{"type":"image","attrs":{"file":"00000000-0000-0000-0000-000000000001"}}]}"#;
    assert!(!parse(picture).unwrap().is_empty());
    assert!(!parse(OUTING).unwrap().is_empty());
}

#[test]
fn the_document_of_an_untouched_editor_is_one_empty_paragraph() {
    assert_eq!(parse(r#"{"type":"doc"}"#), Ok(Doc::default()));
    assert_eq!(Doc { blocks: Vec::new() }.to_json(), Doc::default().to_json());
    assert_eq!(Doc::default().to_html(&files, &Labels::FRENCH), "");
}
