//! Texts of documents: paragraphs, lists and headings marked as one writes them by hand, with variables between braces.
//!
//! `# ` begins a heading, `## ` a smaller one, `- ` an item of a list, `! ` what is in bold letters; a blank line ends a
//! paragraph. A brace that opens nothing is printed as it is: a mistake is told to whoever writes, it breaks no document.

use pdf::Part;

/// What the variables of a text stand for.
#[derive(Debug, Clone, Default)]
pub struct Values(Vec<(&'static str, String)>);

/// What is printed for what nobody knows yet, to be filled in by hand.
pub const BLANK: &str = "……………………";

impl Values {
    /// Adds a variable; what is empty is left to be filled in by hand, and lines are joined.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        let lines: Vec<&str> = value.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let value = if lines.is_empty() { BLANK.to_owned() } else { lines.join(", ") };
        self.0.push((name, value));
        self
    }

    /// What a variable stands for, when it is one of these.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// A text, its variables replaced; what none of them is called stays.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Plain(plain) | Piece::Stray(plain) => filled.push_str(plain),
                Piece::Variable(name) => match self.get(name) {
                    Some(value) => filled.push_str(value),
                    None => filled.extend(["{", name, "}"]),
                },
            }
        }
        typeset(&filled)
    }
}

/// What is wrong with the braces of a text: variables that are none of those known, braces alone.
pub fn mistakes(text: &str, known: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for piece in pieces(text) {
        let told = match piece {
            Piece::Plain(_) => continue,
            Piece::Variable(name) if known.contains(&name) => continue,
            Piece::Variable(name) => format!("{{{name}}}"),
            Piece::Stray(brace) => brace.to_owned(),
        };
        if !wrong.contains(&told) {
            wrong.push(told);
        }
    }
    wrong
}

/// A text as the parts of a document.
pub fn parts(text: &str, values: &Values) -> Vec<Part> {
    let mut blocks = Blocks { values, parts: Vec::new(), paragraph: String::new(), items: Vec::new() };
    for line in text.lines() {
        blocks.take(line);
    }
    blocks.end();
    blocks.parts
}

/// Puts a part where a line of the text says so: `[ecoles]`.
pub fn place(parts: &mut [Part], mark: &str, part: Part) {
    if let Some(found) = parts.iter_mut().find(|it| matches!(it, Part::Paragraph(text) if text == mark)) {
        *found = part;
    }
}

enum Piece<'a> {
    Plain(&'a str),
    Variable(&'a str),
    /// A brace alone.
    Stray(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        pieces.push(Piece::Plain(before));
        let (piece, length) = match variable(from) {
            Some(name) => (Piece::Variable(name), name.len() + 2),
            None => (Piece::Stray(&from[..1]), 1),
        };
        pieces.push(piece);
        rest = &from[length..];
    }
    pieces.push(Piece::Plain(rest));
    pieces
}

/// The name a text that begins with a brace begins with.
fn variable(from: &str) -> Option<&str> {
    let inside = from.strip_prefix('{')?;
    let end = inside.find(['{', '}', '\n'])?;
    inside[end..].starts_with('}').then(|| &inside[..end])
}

/// Spaces no line breaks at, where French has one before a mark.
fn typeset(text: &str) -> String {
    let mut text = text.to_owned();
    for mark in [" ;", " :", " !", " ?", " »", " €", " %"] {
        text = text.replace(mark, &mark.replace(' ', "\u{a0}"));
    }
    text.replace("« ", "«\u{a0}").replace("n° ", "n°\u{a0}")
}

struct Blocks<'a> {
    values: &'a Values,
    parts: Vec<Part>,
    paragraph: String,
    items: Vec<String>,
}

impl Blocks<'_> {
    fn take(&mut self, line: &str) {
        let text = line.trim();
        let marked = ["## ", "# ", "! ", "- "].into_iter().find(|mark| text.starts_with(mark));
        let rest = marked.map_or(text, |mark| text[mark.len()..].trim());
        match marked {
            None if text.is_empty() => self.end(),
            // The rest of an item stands under it, further right.
            None if !self.items.is_empty() && line.starts_with(' ') => self.go_on(text),
            None => self.add(text),
            Some("- ") => {
                self.end_paragraph();
                self.items.push(rest.to_owned());
            }
            Some(mark) => {
                self.end();
                let filled = self.values.fill(rest);
                self.parts.push(match mark {
                    "## " => Part::Subheading(filled),
                    "! " => Part::Strong(filled),
                    _ => Part::Heading(filled),
                });
            }
        }
    }

    fn add(&mut self, text: &str) {
        self.end_list();
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(text);
    }

    fn go_on(&mut self, text: &str) {
        if let Some(item) = self.items.last_mut() {
            item.push(' ');
            item.push_str(text);
        }
    }

    fn end(&mut self) {
        self.end_paragraph();
        self.end_list();
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.is_empty() {
            self.parts.push(Part::Paragraph(self.values.fill(&paragraph)));
        }
    }

    fn end_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            self.parts.push(Part::List(items.iter().map(|item| self.values.fill(item)).collect()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Values, mistakes, parts};
    use pdf::Part;

    #[test]
    fn a_brace_alone_breaks_nothing_and_is_told() {
        let values = Values::default().with("fin", "5 septembre 2027").with("lieu", "");
        for (text, filled, wrong) in [
            ("Fin le {fin}.", "Fin le 5 septembre 2027.", vec![]),
            ("{fin", "{fin", vec!["{"]),
            ("fin}", "fin}", vec!["}"]),
            ("{{fin}}", "{5 septembre 2027}", vec!["{", "}"]),
            ("{fni} et {fni}", "{fni} et {fni}", vec!["{fni}"]),
            ("{é\n}", "{é\n}", vec!["{", "}"]),
            ("À {lieu}", "À ……………………", vec![]),
            ("", "", vec![]),
        ] {
            assert_eq!(values.fill(text), filled, "{text}");
            assert_eq!(mistakes(text, &["fin", "lieu"]), wrong, "{text}");
        }
    }

    #[test]
    fn a_value_is_never_read_as_text() {
        let values = Values::default().with("nom", "{fin}\n- Mairie").with("fin", "x");
        assert_eq!(parts("Par {nom}", &values), [Part::Paragraph("Par {fin}, - Mairie".to_owned())]);
    }

    #[test]
    fn marks_make_headings_lists_and_paragraphs() {
        let text = "# Titre\nUne ligne\nqui continue :\n- un\n  et la suite\n- deux\n\nFin\r\n! Total";
        let expected = [
            Part::Heading("Titre".to_owned()),
            Part::Paragraph("Une ligne qui continue\u{a0}:".to_owned()),
            Part::List(vec!["un et la suite".to_owned(), "deux".to_owned()]),
            Part::Paragraph("Fin".to_owned()),
            Part::Strong("Total".to_owned()),
        ];
        assert_eq!(parts(text, &Values::default()), expected);
    }
}
