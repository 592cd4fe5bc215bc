//! The grammar of interfaces.md §1.2: it follows XML events from place to place and fills the draft of each request.
//! It is closed: an element in the wrong place is a malformed member, so that depth and memory stay bounded.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::Header;
use crate::draft::{Draft, Operation};
use crate::entities::named_character;

const ROOT: &str = "ficAlimMENESR";

/// What one event led to.
pub(crate) enum Step {
    /// Nothing complete yet.
    More,
    /// The draft holds a whole request.
    Request,
    /// The member is over.
    End,
}

/// Why an event cannot be accepted.
pub(crate) enum Problem {
    Truncated,
    Unexpected(String),
    Doctype,
    TooLarge,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Prolog,
    Root,
    Request,
    Section,
    Attribute,
    Value,
    Identifier,
    Id,
    After,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Operational,
    Attributes,
    Modifications,
}

/// Where reading is, and what it has gathered.
pub(crate) struct Grammar {
    place: Place,
    section: Section,
    /// True from the first request on.
    pub(crate) has_request: bool,
    pub(crate) header: Header,
    pub(crate) draft: Draft,
}

impl Grammar {
    pub(crate) fn new() -> Self {
        Self {
            place: Place::Prolog,
            section: Section::Operational,
            has_request: false,
            header: Header::default(),
            draft: Draft::default(),
        }
    }

    /// Takes one event.
    pub(crate) fn take(&mut self, event: &Event<'_>) -> Result<Step, Problem> {
        match event {
            Event::Start(element) => self.start(element)?,
            Event::Empty(element) => {
                self.start(element)?;
                return Ok(self.end());
            }
            Event::End(_) => return Ok(self.end()),
            Event::Text(text) => self.text(text)?,
            Event::CData(text) => self.text(text)?,
            Event::GeneralRef(reference) => self.reference(reference)?,
            Event::Comment(comment) if !self.has_request => self.header.absorb(comment),
            Event::DocType(doctype) if self.place != Place::Prolog || !doctype_is_harmless(doctype) => {
                return Err(Problem::Doctype);
            }
            Event::Eof if self.place == Place::After => return Ok(Step::End),
            Event::Eof => return Err(Problem::Truncated),
            Event::Comment(_) | Event::DocType(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        Ok(Step::More)
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Problem> {
        let name = element.name().0;
        self.place = match (self.place, name) {
            (Place::Attribute, "value") => {
                self.draft.open_value();
                Place::Value
            }
            (Place::Section, "attr") if self.section == Section::Operational => Place::Attribute,
            (Place::Section, "attr") if self.section == Section::Attributes => self.open(element)?,
            (Place::Section, "modification") if self.section == Section::Modifications => self.modification(element)?,
            (Place::Request, "operationalAttributes") => self.open_section(Section::Operational),
            (Place::Request, "attributes") if self.draft.operation == Operation::Add => {
                self.open_section(Section::Attributes)
            }
            (Place::Request, "modifications") if self.draft.operation == Operation::Modify => {
                self.open_section(Section::Modifications)
            }
            (Place::Request, "identifier") => Place::Identifier,
            (Place::Identifier, "id") => Place::Id,
            (Place::Root, "addRequest") => self.begin(Operation::Add),
            (Place::Root, "modifyRequest") => self.begin(Operation::Modify),
            (Place::Root, "deleteRequest") => self.begin(Operation::Delete),
            (Place::Prolog, ROOT) => Place::Root,
            _ => return Err(unexpected_element(name)),
        };
        Ok(())
    }

    fn begin(&mut self, operation: Operation) -> Place {
        self.has_request = true;
        self.draft.begin(operation);
        Place::Request
    }

    const fn open_section(&mut self, section: Section) -> Place {
        self.section = section;
        Place::Section
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Result<Place, Problem> {
        let Some(name) = xml_attribute(element, "name") else {
            return Err(Problem::Unexpected("un attribut sans nom".to_owned()));
        };
        self.draft.open(&name);
        if self.draft.is_too_large() { Err(Problem::TooLarge) } else { Ok(Place::Attribute) }
    }

    fn modification(&mut self, element: &BytesStart<'_>) -> Result<Place, Problem> {
        match xml_attribute(element, "operation") {
            Some(operation) if operation == "replace" => {}
            other => self.draft.refused_operation = Some(other.unwrap_or_default().into_owned()),
        }
        self.open(element)
    }

    fn end(&mut self) -> Step {
        self.place = match self.place {
            Place::Value => {
                if self.section != Section::Operational {
                    self.draft.close_value();
                }
                Place::Attribute
            }
            Place::Attribute => Place::Section,
            Place::Section | Place::Identifier => Place::Request,
            Place::Id => Place::Identifier,
            Place::Request => {
                self.place = Place::Root;
                return Step::Request;
            }
            Place::Root | Place::Prolog | Place::After => Place::After,
        };
        Step::More
    }

    fn text(&mut self, text: &str) -> Result<(), Problem> {
        // No XML holds it, and PostgreSQL keeps no text that does.
        if text.contains('\0') {
            return Err(Problem::Unexpected("un caractère nul".to_owned()));
        }
        match self.place {
            Place::Value if self.section == Section::Operational => self.draft.category.push_str(text),
            Place::Value => self.value_text(text),
            Place::Id => self.draft.id.push_str(text),
            _ if text.bytes().all(|byte| byte.is_ascii_whitespace()) => return Ok(()),
            _ => return Err(Problem::Unexpected("du texte hors d’une valeur".to_owned())),
        }
        if self.draft.is_too_large() { Err(Problem::TooLarge) } else { Ok(()) }
    }

    fn value_text(&mut self, text: &str) {
        // A text starts with an ampersand only when nothing closes the reference.
        if text.starts_with('&') {
            self.draft.note_unknown_reference("&");
        }
        self.draft.push(text);
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Problem> {
        let name: &str = reference;
        let character = match reference.resolve_char_ref() {
            Ok(Some(character)) => Some(character).filter(|character| is_text(*character)),
            Ok(None) => named_character(name),
            Err(_) => None,
        };
        if let Some(character) = character {
            return self.referenced_text(character.encode_utf8(&mut [0; 4]));
        }
        let literal = ["&", name, ";"].concat();
        self.draft.note_unknown_reference(&short(&literal));
        self.referenced_text(&literal)
    }

    fn referenced_text(&mut self, text: &str) -> Result<(), Problem> {
        if self.place != Place::Value || self.section == Section::Operational {
            return Err(Problem::Unexpected("un caractère codé hors d’une valeur".to_owned()));
        }
        self.draft.push(text);
        if self.draft.is_too_large() { Err(Problem::TooLarge) } else { Ok(()) }
    }
}

fn is_text(character: char) -> bool {
    !character.is_control() || matches!(character, '\n' | '\r' | '\t')
}

/// The raw value of an XML attribute. AAF writes one attribute, so that case needs no parsing.
fn xml_attribute<'e>(element: &'e BytesStart<'_>, key: &str) -> Option<Cow<'e, str>> {
    let raw = element.attributes_raw();
    if let Some(value) = raw.strip_prefix(" name=\"").and_then(|rest| rest.strip_suffix('"'))
        && key == "name"
        && !value.contains('"')
    {
        return Some(Cow::Borrowed(value));
    }
    element.try_get_attribute(key).ok().flatten().map(|attribute| attribute.value)
}

/// True for a DTD named by a plain file name, which nobody will open, and without declarations of its own.
fn doctype_is_harmless(doctype: &str) -> bool {
    let Some(rest) = doctype.trim().strip_prefix(ROOT) else {
        return false;
    };
    if rest.is_empty() {
        return true;
    }
    let Some(quoted) = rest.trim_start().strip_prefix("SYSTEM").map(str::trim) else {
        return false;
    };
    let name = ['"', '\''].into_iter().find_map(|quote| quoted.strip_prefix(quote)?.strip_suffix(quote));
    name.is_some_and(|name| !name.contains(['"', '\'', '/', '\\', ':', '[', ']', '<', '>', '%', '&']))
}

fn unexpected_element(name: &str) -> Problem {
    Problem::Unexpected(format!("l’élément <{}>", short(name)))
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_file_name_is_a_harmless_dtd() {
        assert!(doctype_is_harmless("ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\""));
        assert!(doctype_is_harmless("ficAlimMENESR SYSTEM 'ficAlimMENESR.dtd' "));
        assert!(doctype_is_harmless("ficAlimMENESR"));
        for doctype in [
            "ficAlimMENESR SYSTEM \"http://example.org/x.dtd\"",
            "ficAlimMENESR SYSTEM \"../x.dtd\"",
            "ficAlimMENESR SYSTEM \"file:x.dtd\"",
            "ficAlimMENESR PUBLIC \"x\" \"y.dtd\"",
            "ficAlimMENESR [<!ENTITY a \"b\">]",
            "ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\" [<!ENTITY a \"b\">]",
            "autre SYSTEM \"ficAlimMENESR.dtd\"",
        ] {
            assert!(!doctype_is_harmless(doctype), "{doctype}");
        }
    }
}
