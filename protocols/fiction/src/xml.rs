//! Writes one record of an AAF file (grammar in interfaces.md §1.2) straight into a buffer.

/// The four kinds of members of a delivery.
#[derive(Clone, Copy)]
pub(crate) enum Entity {
    /// Schools.
    EtabEducNat,
    /// Pupils.
    Eleve,
    /// Guardians.
    PersRelEleve,
    /// Staff.
    PersEducNat,
}

impl Entity {
    /// All of them, in the order of their discriminants.
    pub(crate) const ALL: [Entity; 4] = [Entity::EtabEducNat, Entity::Eleve, Entity::PersRelEleve, Entity::PersEducNat];

    /// The name in file names and records.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Entity::EtabEducNat => "EtabEducNat",
            Entity::Eleve => "Eleve",
            Entity::PersRelEleve => "PersRelEleve",
            Entity::PersEducNat => "PersEducNat",
        }
    }

    fn category(self) -> &'static str {
        match self {
            Entity::EtabEducNat => "categorieStructure",
            Entity::Eleve | Entity::PersRelEleve | Entity::PersEducNat => "categoriePersonne",
        }
    }
}

/// What a record asks for.
#[derive(Clone, Copy)]
pub(crate) enum Request {
    /// Create or overwrite.
    Add,
    /// Replace the named attributes.
    Modify,
    /// End.
    Delete,
}

impl Request {
    fn name(self) -> &'static str {
        match self {
            Request::Add => "addRequest",
            Request::Modify => "modifyRequest",
            Request::Delete => "deleteRequest",
        }
    }

    // The element around the attributes, and the element of one of them.
    fn body(self) -> Option<(&'static str, &'static str)> {
        match self {
            Request::Add => Some(("attributes", "attr")),
            Request::Modify => Some(("modifications", "modification")),
            Request::Delete => None,
        }
    }
}

/// A record being written; [`Record::close`] ends it.
pub(crate) struct Record<'a> {
    buffer: &'a mut Vec<u8>,
    request: Request,
}

impl<'a> Record<'a> {
    /// Writes the head of a record.
    pub(crate) fn open(buffer: &'a mut Vec<u8>, request: Request, entity: Entity, id: u32) -> Record<'a> {
        let mut record = Record { buffer, request };
        record.put(&["<", request.name(), ">\n<operationalAttributes><attr name=\"", entity.category()]);
        record.put(&["\"><value>", entity.name(), "</value></attr></operationalAttributes>\n"]);
        record.put(&["<identifier><id>", &id.to_string(), "</id></identifier>\n"]);
        if let Some((body, _)) = request.body() {
            record.put(&["<", body, ">\n"]);
        }
        record
    }

    /// An attribute of one value, perhaps empty.
    pub(crate) fn one(&mut self, name: &str, value: &str) {
        self.many(name, &[value]);
    }

    /// An attribute of one whole number.
    pub(crate) fn number(&mut self, name: &str, value: u32) {
        self.one(name, &value.to_string());
    }

    /// An attribute of one boolean, written `O` or `N`.
    pub(crate) fn flag(&mut self, name: &str, value: bool) {
        self.one(name, if value { "O" } else { "N" });
    }

    /// An attribute of several values; none is written as one empty value.
    pub(crate) fn many<S: AsRef<str>>(&mut self, name: &str, values: &[S]) {
        let Some((_, element)) = self.request.body() else {
            return;
        };
        self.put(&["<", element, " name=\"", name]);
        self.put(&[if matches!(self.request, Request::Modify) { "\" operation=\"replace\">" } else { "\">" }]);
        if values.is_empty() {
            self.value("");
        }
        for value in values {
            self.value(value.as_ref());
        }
        self.put(&["</", element, ">\n"]);
    }

    /// Writes the tail of the record.
    pub(crate) fn close(mut self) {
        if let Some((body, _)) = self.request.body() {
            self.put(&["</", body, ">\n"]);
        }
        self.put(&["</", self.request.name(), ">\n"]);
    }

    fn value(&mut self, text: &str) {
        if text.is_empty() {
            return self.put(&["<value/>"]);
        }
        self.put(&["<value>"]);
        self.escape(text);
        self.put(&["</value>"]);
    }

    fn escape(&mut self, text: &str) {
        if !text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>')) {
            return self.put(&[text]);
        }
        for byte in text.bytes() {
            match byte {
                b'&' => self.put(&["&amp;"]),
                b'<' => self.put(&["&lt;"]),
                b'>' => self.put(&["&gt;"]),
                other => self.buffer.push(other),
            }
        }
    }

    fn put(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.buffer.extend_from_slice(piece.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Entity, Record, Request};

    #[test]
    fn values_are_escaped_and_empty_ones_closed() {
        let mut buffer = Vec::new();
        let mut record = Record::open(&mut buffer, Request::Modify, Entity::Eleve, 8);
        record.one("ENTPersonNom", "A & B <C>");
        record.many::<&str>("ENTPersonGroupes", &[]);
        record.close();
        let text = String::from_utf8_lossy(&buffer);
        assert!(text.contains("operation=\"replace\"><value>A &amp; B &lt;C&gt;</value></modification>"));
        assert!(text.contains("\"ENTPersonGroupes\" operation=\"replace\"><value/></modification>"));
        assert!(text.ends_with("</modifications>\n</modifyRequest>\n"));
    }

    #[test]
    fn a_deletion_has_no_body() {
        let mut buffer = Vec::new();
        Record::open(&mut buffer, Request::Delete, Entity::PersRelEleve, 9).close();
        assert!(buffer.ends_with(b"<identifier><id>9</id></identifier>\n</deleteRequest>\n"));
    }
}
