//! A member as a stream of UTF-8, whatever its encoding (interfaces.md §1.2).

use std::fs::File;
use std::io::{self, BufRead, Read, Seek};

use encoding_rs::{Decoder, Encoding, ISO_8859_15, UTF_8, WINDOWS_1252};

use crate::{Member, Refusal};

const CHUNK: usize = 256 * 1024;
/// How much is looked at to know whether a file says the truth about its encoding.
const SAMPLE: u64 = 1024 * 1024;
/// Chunks one XML event may need. A longer one is an attack on memory.
const CHUNKS_PER_EVENT: u32 = 16;

/// A member being read, in UTF-8. Memory is two chunks.
pub(crate) struct TextSource {
    file: File,
    decoder: Option<Decoder>,
    bytes: Vec<u8>,
    text: Vec<u8>,
    start: usize,
    end: usize,
    bytes_read: u64,
    chunks_since_event: u32,
    /// True when the prolog announces another encoding than the bytes.
    pub(crate) contradicts_prolog: bool,
}

impl TextSource {
    /// Opens a member and decides how to decode it.
    pub(crate) fn open(member: &Member) -> Result<Self, Refusal> {
        let failed = |cause| Refusal::Io { path: member.path.clone(), cause };
        let mut file = File::open(&member.path).map_err(failed)?;
        let mut sample = Vec::new();
        file.by_ref().take(SAMPLE).read_to_end(&mut sample).map_err(failed)?;
        file.rewind().map_err(failed)?;
        let choice =
            choose(&sample).map_err(|encoding| Refusal::UnknownEncoding { file: member.file.clone(), encoding })?;
        let text_capacity = if choice.encoding == UTF_8 { 0 } else { CHUNK * 3 + 16 };
        Ok(Self {
            file,
            decoder: (choice.encoding != UTF_8).then(|| choice.encoding.new_decoder_without_bom_handling()),
            bytes: vec![0; CHUNK],
            text: vec![0; text_capacity],
            start: 0,
            end: 0,
            bytes_read: 0,
            chunks_since_event: 0,
            contradicts_prolog: choice.contradicts_prolog,
        })
    }

    /// Bytes of the file read so far.
    pub(crate) const fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// To be called between two XML events: it gives the next one its share of memory.
    pub(crate) const fn next_event(&mut self) {
        self.chunks_since_event = 0;
    }

    /// True when reading stopped because one event took more than its share.
    pub(crate) const fn is_exhausted(&self) -> bool {
        self.chunks_since_event > CHUNKS_PER_EVENT
    }

    fn refill(&mut self) -> io::Result<()> {
        self.chunks_since_event += 1;
        if self.is_exhausted() {
            return Err(io::Error::other("one XML event is too long"));
        }
        let read = loop {
            match self.file.read(&mut self.bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.bytes_read += read as u64;
        self.start = 0;
        self.end = match &mut self.decoder {
            Some(decoder) => decoder.decode_to_utf8(&self.bytes[..read], &mut self.text, false).2,
            None => read,
        };
        Ok(())
    }
}

impl BufRead for TextSource {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.end {
            self.refill()?;
        }
        let buffer = if self.decoder.is_some() { &self.text } else { &self.bytes };
        Ok(&buffer[self.start..self.end])
    }

    fn consume(&mut self, amount: usize) {
        self.start = (self.start + amount).min(self.end);
    }
}

impl Read for TextSource {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let amount = available.len().min(target.len());
        target[..amount].copy_from_slice(&available[..amount]);
        self.consume(amount);
        Ok(amount)
    }
}

struct Choice {
    encoding: &'static Encoding,
    contradicts_prolog: bool,
}

/// The encoding to read with, from the first bytes. The error is the name of an encoding that is not admitted.
fn choose(sample: &[u8]) -> Result<Choice, String> {
    if sample.starts_with(&[0xFE, 0xFF]) || sample.starts_with(&[0xFF, 0xFE]) || sample.starts_with(b"<\0") {
        return Err("UTF-16".to_owned());
    }
    let without_mark = sample.strip_prefix(b"\xEF\xBB\xBF");
    let declared = match declared_encoding(without_mark.unwrap_or(sample)) {
        Some(label) => Encoding::for_label(label.as_bytes()).ok_or(label)?,
        None => UTF_8,
    };
    if declared == UTF_8 {
        return Ok(Choice { encoding: UTF_8, contradicts_prolog: false });
    }
    if declared != ISO_8859_15 && declared != WINDOWS_1252 {
        return Err(declared.name().to_owned());
    }
    let contradicts_prolog = without_mark.is_some() || is_accented_utf8(sample);
    Ok(Choice { encoding: if contradicts_prolog { UTF_8 } else { declared }, contradicts_prolog })
}

/// The value of `encoding` in the XML declaration.
fn declared_encoding(sample: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&sample[..sample.len().min(1024)]);
    let (declaration, _) = start.trim_start().strip_prefix("<?xml")?.split_once("?>")?;
    let (_, after) = declaration.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split_once(quote).map(|(label, _)| label.to_owned())
}

/// True when the sample holds letters beyond ASCII and all of them are well-formed UTF-8: in ISO-8859 that would be
/// sequences such as « Ã© », which no name contains.
fn is_accented_utf8(sample: &[u8]) -> bool {
    let valid = match std::str::from_utf8(sample) {
        Ok(text) => text,
        // The sample may end in the middle of a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&sample[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !valid.is_ascii()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn chosen(sample: &[u8]) -> (&'static Encoding, bool) {
        let choice = choose(sample).unwrap();
        (choice.encoding, choice.contradicts_prolog)
    }

    #[test]
    fn the_prolog_is_believed_unless_the_bytes_deny_it() {
        assert_eq!(chosen(b"<a/>"), (UTF_8, false));
        assert_eq!(chosen(b"<?xml version='1.0' encoding='ISO-8859-15'?><a>\xE9</a>"), (ISO_8859_15, false));
        assert_eq!(chosen(b"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\xE9</a>"), (WINDOWS_1252, false));
        assert_eq!(chosen("<?xml version='1.0' encoding='ISO-8859-15'?><a>é</a>".as_bytes()), (UTF_8, true));
    }

    #[test]
    fn other_encodings_are_named() {
        assert_eq!(choose(b"\xFF\xFE<\0").err().as_deref(), Some("UTF-16"));
        assert_eq!(choose(b"<?xml version='1.0' encoding='KOI8-R'?>").err().as_deref(), Some("KOI8-R"));
        assert_eq!(choose(b"<?xml version='1.0' encoding='klingon'?>").err().as_deref(), Some("klingon"));
    }
}
