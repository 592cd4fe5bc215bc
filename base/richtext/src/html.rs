//! Rendering to accessible HTML.
//!
//! Every text and address passes through [`Html::text`]; the rest of the output is the constant tags below.

mod media;

use uuid::Uuid;

use crate::{Block, Callout, Cell, Doc, Href, Inline, Text};

/// A file as this reader may open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLink {
    /// Where the browser fetches it.
    pub url: String,
    /// Its name for people.
    pub name: String,
    /// The width of a picture or video, in pixels, so that the page does not jump.
    pub width: Option<u32>,
    /// Its height, in pixels.
    pub height: Option<u32>,
}

/// The words the HTML adds to those of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    /// Read after a link that leaves the site, its leading space included.
    pub external_link: &'static str,
    /// The name of a region that scrolls because of its table.
    pub table: &'static str,
    /// The name of an informative remark.
    pub info: &'static str,
    /// The name of a warning.
    pub attention: &'static str,
    /// The name of a suggestion.
    pub idea: &'static str,
    /// Opens the transcript of a sound or video.
    pub transcript: &'static str,
    /// Stands for a file this reader may not open, or that is gone.
    pub missing_file: &'static str,
}

impl Labels {
    /// The French words.
    pub const FRENCH: Self = Self {
        external_link: " (lien externe)",
        table: "Tableau",
        info: "Information",
        attention: "Attention",
        idea: "Idée",
        transcript: "Transcription",
        missing_file: "Fichier indisponible",
    };

    fn callout(&self, tone: Callout) -> &'static str {
        match tone {
            Callout::Info => self.info,
            Callout::Attention => self.attention,
            Callout::Idea => self.idea,
        }
    }
}

impl Doc {
    /// The document as HTML, to stand below the page's `<h1>`.
    ///
    /// `files` tells where this reader opens each file; a file it does not give is said to be unavailable.
    pub fn to_html(&self, files: &dyn Fn(Uuid) -> Option<FileLink>, labels: &Labels) -> String {
        let mut html = Html { out: String::new(), files, labels };
        html.blocks(&self.blocks);
        html.out
    }
}

/// The page being written.
struct Html<'a> {
    out: String,
    files: &'a dyn Fn(Uuid) -> Option<FileLink>,
    labels: &'a Labels,
}

impl Html<'_> {
    /// Writes tags as they are: constants and names of our own enums only.
    fn raw(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
    }

    /// Writes a text so that it can neither end an attribute nor open a tag.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                other => self.out.push(other),
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(&[" ", name, "=\""]);
        self.text(value);
        self.raw(&["\""]);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            // An empty heading misleads a screen reader; the space between paragraphs belongs to the style sheet.
            Block::Paragraph(_) | Block::Heading { .. } if block.is_blank() => {}
            Block::Paragraph(content) => self.line("p", content),
            Block::Heading { level, content } => self.line(&format!("h{}", level.number()), content),
            Block::BulletList(items) => self.list("<ul>", items, "</ul>"),
            Block::OrderedList { start: 1, items } => self.list("<ol>", items, "</ol>"),
            Block::OrderedList { start, items } => self.list(&format!("<ol start=\"{start}\">"), items, "</ol>"),
            Block::Quote(content) => {
                self.raw(&["<blockquote>"]);
                self.blocks(content);
                self.raw(&["</blockquote>"]);
            }
            Block::Rule => self.raw(&["<hr>"]),
            Block::Callout { tone, content } => self.callout(*tone, content),
            Block::Table(rows) => self.table(rows),
            Block::Media(media) => self.media(media),
        }
    }

    fn line(&mut self, tag: &str, content: &[Inline]) {
        self.raw(&["<", tag, ">"]);
        self.inlines(content);
        self.raw(&["</", tag, ">"]);
    }

    fn list(&mut self, open: &str, items: &[Vec<Block>], close: &str) {
        self.raw(&[open]);
        for content in items {
            self.raw(&["<li>"]);
            self.tight(content);
            self.raw(&["</li>"]);
        }
        self.raw(&[close]);
    }

    /// The content of an item or cell: a lone paragraph needs no tag of its own.
    fn tight(&mut self, content: &[Block]) {
        match content {
            [Block::Paragraph(line)] => self.inlines(line),
            several => self.blocks(several),
        }
    }

    fn callout(&mut self, tone: Callout, content: &[Block]) {
        self.raw(&["<aside class=\"callout callout-", tone.name(), "\" role=\"note\""]);
        // The tone is otherwise told by colour alone.
        self.attribute("aria-label", self.labels.callout(tone));
        self.raw(&[">"]);
        self.blocks(content);
        self.raw(&["</aside>"]);
    }

    /// A table wider than the screen scrolls by itself, from the keyboard too: hence a focusable, named region.
    fn table(&mut self, rows: &[Vec<Cell>]) {
        self.raw(&["<div class=\"table-scroll\" role=\"region\" tabindex=\"0\""]);
        self.attribute("aria-label", self.labels.table);
        self.raw(&["><table>"]);
        for row in rows {
            // Headings side by side name columns; one heading before plain cells names its row.
            let scope = if row.iter().all(|cell| cell.heading) { "col" } else { "row" };
            self.raw(&["<tr>"]);
            for cell in row {
                self.cell(cell, scope);
            }
            self.raw(&["</tr>"]);
        }
        self.raw(&["</table></div>"]);
    }

    fn cell(&mut self, cell: &Cell, scope: &str) {
        let tag = if cell.heading { "th" } else { "td" };
        self.raw(&["<", tag]);
        if cell.heading {
            self.attribute("scope", scope);
        }
        for (name, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            if span > 1 {
                self.attribute(name, &span.to_string());
            }
        }
        self.raw(&[">"]);
        self.tight(&cell.content);
        self.raw(&["</", tag, ">"]);
    }

    /// A link whose words are marked in several ways is still one link.
    fn inlines(&mut self, content: &[Inline]) {
        for run in content.chunk_by(|one, other| one.link() == other.link()) {
            match run.first().and_then(Inline::link) {
                Some(link) => self.link(link, run),
                None => self.run(run),
            }
        }
    }

    fn link(&mut self, link: &Href, run: &[Inline]) {
        self.raw(&["<a"]);
        self.attribute("href", link.as_str());
        self.raw(&[" rel=\"noopener noreferrer nofollow\""]);
        if link.is_web() {
            self.raw(&[" class=\"external\""]);
        }
        self.raw(&[">"]);
        self.run(run);
        if link.is_web() {
            self.raw(&["<span class=\"visually-hidden\">"]);
            self.text(self.labels.external_link);
            self.raw(&["</span>"]);
        }
        self.raw(&["</a>"]);
    }

    fn run(&mut self, run: &[Inline]) {
        for inline in run {
            match inline {
                Inline::Text(text) => self.marked(text),
                Inline::Break => self.raw(&["<br>"]),
            }
        }
    }

    fn marked(&mut self, text: &Text) {
        let marks = &text.marks;
        let tags = [(marks.bold, "strong"), (marks.italic, "em"), (marks.underline, "u")];
        for &(_, tag) in tags.iter().filter(|(set, _)| *set) {
            self.raw(&["<", tag, ">"]);
        }
        if let Some(color) = marks.color {
            self.raw(&["<span class=\"ink-", color.name(), "\">"]);
        }
        self.text(&text.text);
        if marks.color.is_some() {
            self.raw(&["</span>"]);
        }
        for &(_, tag) in tags.iter().rev().filter(|(set, _)| *set) {
            self.raw(&["</", tag, ">"]);
        }
    }
}
