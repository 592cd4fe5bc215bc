//! Rules that hold for every document.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use richtext::{
    Block, Callout, Cell, Color, Doc, FileLink, Href, Inline, Labels, Level, Marks, Media, MediaKind, Text, parse,
    parse_plain,
};
use uuid::Uuid;

/// Any visible text, and often the beginning of an attack.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{1,12}",
        1 => select(vec!["<script>", "</p><script src=x>", "\"><script>", "' onerror='<script", "&lt;script"])
            .prop_map(str::to_owned),
    ]
}

fn href() -> impl Strategy<Value = Href> {
    "(https|http)://[a-z]{1,8}\\.fr/[a-z<>\"'&?=%#]{0,12}|mailto:[a-z]{1,5}@[a-z]{1,5}\\.fr"
        .prop_filter_map("an accepted link", |address| Href::new(&address).ok())
}

fn marks() -> impl Strategy<Value = Marks> {
    let color = option::of(select(Color::ALL.to_vec()));
    (any::<bool>(), any::<bool>(), any::<bool>(), color, option::weighted(0.2, href()))
        .prop_map(|(bold, italic, underline, color, link)| Marks { bold, italic, underline, color, link })
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        1 => Just(Inline::Break),
        4 => (words(), marks()).prop_map(|(text, marks)| Inline::Text(Text { text, marks })),
    ]
}

/// A line as `parse` leaves it: no two neighbours marked alike.
fn line() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 0..5).prop_map(|mut line| {
        line.dedup_by(|next, kept| match (next, kept) {
            (Inline::Text(next), Inline::Text(kept)) => next.marks == kept.marks,
            _ => false,
        });
        line
    })
}

fn media() -> impl Strategy<Value = Media> {
    let text = || prop_oneof![Just(String::new()), words().prop_map(|text| text.trim().to_owned())];
    (select(MediaKind::ALL.to_vec()), any::<u128>(), text(), text()).prop_map(|(kind, file, alt, title)| Media {
        kind,
        file: Uuid::from_u128(file),
        alt,
        title,
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    let level = select(vec![Level::Two, Level::Three, Level::Four]);
    prop_oneof![
        4 => line().prop_map(Block::Paragraph),
        1 => (level, line()).prop_map(|(level, content)| Block::Heading { level, content }),
        1 => Just(Block::Rule),
        1 => media().prop_map(Block::Media),
    ]
}

/// Tables stay within 12 columns: three cells of two, and as many hanging from the row above.
fn table(block: BoxedStrategy<Block>) -> impl Strategy<Value = Block> {
    let cell = (any::<bool>(), 1..=2_u32, 1..=2_u32, vec(block, 1..3))
        .prop_map(|(heading, colspan, rowspan, content)| Cell { heading, colspan, rowspan, content });
    vec(vec(cell, 1..4), 1..4).prop_map(Block::Table)
}

fn block() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(2, 24, 4, |block| {
        let content = || vec(block.clone(), 1..3);
        let items = || vec(vec(block.clone(), 1..3), 1..3);
        prop_oneof![
            items().prop_map(Block::BulletList),
            (0..=999_999_u32, items()).prop_map(|(start, items)| Block::OrderedList { start, items }),
            content().prop_map(Block::Quote),
            (select(Callout::ALL.to_vec()), content()).prop_map(|(tone, content)| Block::Callout { tone, content }),
            table(block.clone()),
        ]
    })
}

fn document() -> impl Strategy<Value = Doc> {
    vec(block(), 1..5).prop_map(|blocks| Doc { blocks })
}

fn hostile_file(file: Uuid) -> Option<FileLink> {
    let name = "\"><script>".to_owned();
    (file.as_bytes()[15] < 128).then(|| FileLink { url: name.clone(), name, width: Some(1), height: None })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(doc in document()) {
        let json = doc.to_json();
        let read = parse(&json);
        prop_assert_eq!(read.as_ref().map(Doc::to_json), Ok(json));
        prop_assert_eq!(read, Ok(doc));
    }

    #[test]
    fn html_only_has_our_own_tags(doc in document()) {
        let html = doc.to_html(&hostile_file, &Labels::FRENCH);
        prop_assert!(!html.contains("<script"));
        let ours = [
            "a", "aside", "audio", "blockquote", "br", "details", "div", "em", "figcaption", "figure", "h2", "h3", "h4",
            "hr", "img", "li", "ol", "p", "span", "strong", "summary", "table", "td", "th", "tr", "u", "ul", "video",
        ];
        for tag in html.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            prop_assert!(ours.contains(&name), "{}", tag);
        }
    }

    #[test]
    fn excerpts_fit(doc in document(), chars in 0..60_usize) {
        let excerpt = doc.excerpt(chars);
        prop_assert!(excerpt.chars().count() <= chars);
        prop_assert!(!excerpt.contains('\n'));
    }

    #[test]
    fn any_typed_text_can_be_stored(text in "(\\PC|[\r\n\t\u{0}]){0,80}") {
        prop_assert_eq!(parse_plain(&text), Ok(Doc::from_plain(&text)));
    }

    #[test]
    fn no_input_panics(json in ".{0,200}") {
        let _ = parse(&json);
    }
}
