//! Plain text: read from a form without script, written for letters, search and excerpts.

use crate::inline::{bare_text, without_controls};
use crate::{Block, Cell, Doc, Inline, Marks, Text};

impl Doc {
    /// A document from the text area shown without script: blank lines part paragraphs, other line ends are breaks.
    ///
    /// It does not bound the length; a form uses [`parse_plain`](crate::parse_plain), which does.
    pub fn from_plain(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<String> = text.split('\n').map(|line| without_controls(line).trim_end().to_owned()).collect();
        let blocks: Vec<Block> = lines
            .split(String::is_empty)
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| Block::Paragraph(lines_and_breaks(paragraph)))
            .collect();
        if blocks.is_empty() { Self::default() } else { Self { blocks } }
    }

    /// The document as a letter in plain text: paragraphs parted by blank lines, lists with their signs, the address
    /// of each link after its words, captions or alternatives in place of media.
    pub fn to_plain(&self) -> String {
        letter(&self.blocks, "\n\n")
    }

    /// The first words on one line, at most `chars` characters, with an ellipsis when some are left out. Blocks that end
    /// like no sentence are parted by « · ».
    pub fn excerpt(&self, chars: usize) -> String {
        let mut words = Vec::new();
        for block in &self.blocks {
            collect_words(block, &mut words);
        }
        shorten(&on_one_line(&words), chars)
    }
}

fn lines_and_breaks(lines: &[String]) -> Vec<Inline> {
    let mut content = Vec::new();
    for line in lines {
        if !content.is_empty() {
            content.push(Inline::Break);
        }
        content.push(Inline::Text(Text { text: line.clone(), marks: Marks::default() }));
    }
    content
}

/// Blocks with something to say, parted by `gap`.
fn letter(blocks: &[Block], gap: &str) -> String {
    let parts: Vec<String> = blocks.iter().map(letter_block).filter(|part| !part.is_empty()).collect();
    parts.join(gap)
}

fn letter_block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => letter_line(content),
        Block::BulletList(items) => letter_list(items, |_| "- ".to_owned()),
        Block::OrderedList { start, items } => letter_list(items, |index| format!("{}. ", *start as usize + index)),
        Block::Quote(content) => prefixed(&letter(content, "\n\n"), "> ", "> "),
        Block::Rule => "———".to_owned(),
        Block::Callout { content, .. } => letter(content, "\n\n"),
        Block::Table(rows) => {
            let lines: Vec<String> = rows.iter().map(|row| letter_row(row)).collect();
            lines.join("\n")
        }
        Block::Media(media) => media.words().to_owned(),
    }
}

fn letter_list(items: &[Vec<Block>], sign: impl Fn(usize) -> String) -> String {
    let mut lines = Vec::new();
    for (index, content) in items.iter().enumerate() {
        let sign = sign(index);
        lines.push(prefixed(&letter(content, "\n"), &sign, &" ".repeat(sign.len())));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn letter_row(cells: &[Cell]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| letter(&cell.content, " ").replace('\n', " ")).collect();
    cells.join(" | ").trim_end().to_owned()
}

/// The text, unless empty, with one sign before its first line and another before the next ones.
fn prefixed(text: &str, first: &str, next: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("{first}{}", text.replace('\n', &format!("\n{next}")))
}

fn letter_line(content: &[Inline]) -> String {
    let mut line = String::new();
    for run in content.chunk_by(|one, other| one.link() == other.link()) {
        let words = bare_text(run);
        line.push_str(&words);
        let address = run.first().and_then(Inline::link);
        if let Some(link) = address.filter(|link| ![link.readable(), link.as_str()].contains(&words.trim())) {
            line.push_str(&format!(" ({})", link.readable()));
        }
    }
    line.trim().to_owned()
}

fn collect_words(block: &Block, words: &mut Vec<String>) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => words.push(bare_text(content)),
        Block::Media(media) => words.push(media.words().to_owned()),
        other => other.children().for_each(|child| collect_words(child, words)),
    }
}

fn on_one_line(blocks: &[String]) -> String {
    let mut line = String::new();
    for block in blocks.iter().map(|block| block.trim()).filter(|block| !block.is_empty()) {
        if !line.is_empty() {
            let ends = line.ends_with(['.', '!', '?', '…', ':', ';', ',']);
            line.push_str(if ends { " " } else { " · " });
        }
        line.push_str(block);
    }
    line
}

/// Whether a line may be cut there: not at the spaces that keep « ! » or a thousand with what precedes.
fn may_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

fn shorten(text: &str, chars: usize) -> String {
    let words: Vec<&str> = text.split(may_break).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    if line.chars().count() <= chars {
        return line;
    }
    let Some(room) = chars.checked_sub(1) else {
        return String::new();
    };
    // One more character than fits: a space there means the last word is whole.
    let start: String = line.chars().take(room + 1).collect();
    let kept = match start.rfind(may_break) {
        Some(end) => start[..end].to_owned(),
        None => start.chars().take(room).collect(),
    };
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || c == '·'))
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, shorten};
    use crate::Doc;

    #[test]
    fn plain_text_becomes_paragraphs_and_breaks() {
        let doc = Doc::from_plain("\r\n Bonjour,\r\nla classe\t! \r\n\r\n \r\nÀ demain\u{0}.\r\n");
        assert_eq!(doc.blocks.len(), 2);
        assert_eq!(doc.to_plain(), "Bonjour,\nla classe !\n\nÀ demain.");
    }

    #[test]
    fn nothing_typed_is_an_empty_document() {
        for text in ["", "\n", " \r\n\t\n"] {
            assert_eq!(Doc::from_plain(text), Doc::default());
            assert!(Doc::from_plain(text).is_empty());
        }
        assert!(!Doc::from_plain("a").is_empty());
    }

    #[test]
    fn blocks_that_end_like_no_sentence_are_parted() {
        let blocks = ["À revoir\u{a0}:", "une fenêtre, un jardin", "  ", "Bon courage."].map(str::to_owned);
        assert_eq!(on_one_line(&blocks), "À revoir\u{a0}: une fenêtre, un jardin · Bon courage.");
    }

    #[test]
    fn excerpts_are_cut_between_words() {
        for (chars, expected) in [
            (40, "Sortie au musée\u{a0}! Prévoir un goûter."),
            (36, "Sortie au musée\u{a0}! Prévoir un goûter."),
            (35, "Sortie au musée\u{a0}! Prévoir un…"),
            (29, "Sortie au musée\u{a0}! Prévoir un…"),
            (28, "Sortie au musée\u{a0}! Prévoir…"),
            (16, "Sortie au…"),
            (3, "So…"),
            (1, "…"),
            (0, ""),
        ] {
            let cut = shorten("Sortie au\n musée\u{a0}! Prévoir  un goûter.", chars);
            assert_eq!(cut, expected, "{chars}");
            assert!(cut.chars().count() <= chars);
        }
    }
}
