//! One member, read from its first byte to its last.

use std::ops::ControlFlow;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::encoding::EncodingError;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};

use crate::assembler::Assembler;
use crate::encoding::TextSource;
use crate::grammar::{Grammar, Problem, Step};
use crate::{Header, Item, Kind, Member, Origin, Position, Refusal, Request};

/// Bytes between two reports of progress.
const PROGRESS_STEP: u64 = 1024 * 1024;

/// What the start of a member says.
pub(crate) struct Opening {
    pub(crate) header: Header,
    /// True when the member holds no request at all.
    pub(crate) is_empty: bool,
}

/// Reads a member up to its first request.
pub(crate) fn read_opening(member: &Member) -> Result<Opening, Refusal> {
    let mut events = Events::open(member)?;
    loop {
        let is_over = matches!(events.step()?, Step::End);
        if is_over || events.grammar.has_request {
            return Ok(Opening { header: events.grammar.header, is_empty: !events.grammar.has_request });
        }
    }
}

/// Hands over all items of a member. `bytes_before` is the size of the members read before it.
pub(crate) fn read_member(
    member: &Member,
    kind: Kind,
    date: &str,
    bytes_before: u64,
    visit: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Refusal> {
    let origin = Origin { file: Arc::from(member.file.as_str()), date: date.to_owned() };
    let mut assembler = Assembler::new(member.entity, kind, Arc::new(origin));
    let mut events = Events::open(member)?;
    if events.source().contradicts_prolog {
        assembler.report_encoding();
    }
    let mut next_progress = PROGRESS_STEP;
    loop {
        let (request, is_over) = match events.step()? {
            Step::More => continue,
            Step::Request => (assembler.request(&mut events.grammar.draft), false),
            Step::End => (None, true),
        };
        if hand_over(&mut assembler, request, visit).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        let bytes_read = events.source().bytes_read();
        if is_over || bytes_read >= next_progress {
            next_progress = bytes_read + PROGRESS_STEP;
            if visit(Item::Progress { bytes: bytes_before + bytes_read }).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        if is_over {
            return Ok(ControlFlow::Continue(()));
        }
    }
}

/// Findings first, so that the caller knows them when the record comes.
fn hand_over(
    assembler: &mut Assembler,
    request: Option<Request>,
    visit: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for finding in assembler.findings.drain(..) {
        visit(Item::Finding(finding))?;
    }
    match request {
        Some(request) => visit(Item::Request(request)),
        None => ControlFlow::Continue(()),
    }
}

/// XML events of a member, taken in by the grammar.
struct Events<'m> {
    member: &'m Member,
    reader: Reader<TextSource>,
    buffer: Vec<u8>,
    grammar: Grammar,
}

impl<'m> Events<'m> {
    fn open(member: &'m Member) -> Result<Self, Refusal> {
        let mut reader = Reader::from_reader(TextSource::open(member)?);
        reader.config_mut().allow_dangling_amp = true;
        Ok(Self { member, reader, buffer: Vec::with_capacity(4096), grammar: Grammar::new() })
    }

    const fn source(&self) -> &TextSource {
        self.reader.get_ref()
    }

    fn step(&mut self) -> Result<Step, Refusal> {
        self.buffer.clear();
        self.reader.get_mut().next_event();
        let taken = self.reader.read_event_into(&mut self.buffer).map(|event| self.grammar.take(&event));
        match taken {
            Ok(Ok(step)) => Ok(step),
            Ok(Err(problem)) => Err(self.refuse_problem(problem)),
            Err(error) => Err(self.refuse_error(&error)),
        }
    }

    fn refuse_problem(&self, problem: Problem) -> Refusal {
        let position = self.position();
        match problem {
            Problem::Truncated => Refusal::Truncated(position),
            Problem::Unexpected(detail) => Refusal::Malformed { position, detail },
            Problem::Doctype => Refusal::ForbiddenDoctype(position),
            Problem::TooLarge => Refusal::RecordTooLarge(position),
        }
    }

    fn refuse_error(&self, error: &Error) -> Refusal {
        let position = self.position();
        match error {
            Error::Io(_) if self.source().is_exhausted() => Refusal::RecordTooLarge(position),
            Error::Io(cause) => {
                let cause = std::io::Error::new(cause.kind(), cause.to_string());
                Refusal::Io { path: self.member.path.clone(), cause }
            }
            Error::Encoding(EncodingError::Utf8(cause)) if cause.error_len().is_none() && self.is_at_end() => {
                Refusal::Truncated(position)
            }
            Error::Encoding(_) => Refusal::InvalidUtf8(position),
            Error::Syntax(SyntaxError::InvalidBangMarkup) => Refusal::Malformed { position, detail: xml_detail(error) },
            // Every other syntax error of the tokenizer is markup that the end of the file leaves open.
            Error::Syntax(_) => Refusal::Truncated(position),
            _ => Refusal::Malformed { position, detail: xml_detail(error) },
        }
    }

    /// True when nothing follows; the byte order mark is not in the reader's count.
    fn is_at_end(&self) -> bool {
        self.reader.buffer_position() + 3 >= self.member.bytes
    }

    fn position(&self) -> Position {
        let offset = self.reader.buffer_position();
        Position { file: self.member.file.clone(), line: line_of(self.member, offset).unwrap_or(0), offset }
    }
}

/// French words for what the tokenizer says, without the content of the file.
fn xml_detail(error: &Error) -> String {
    match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, .. }) => {
            format!("l’élément <{expected}> n’est pas fermé à sa place")
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(_)) => "une balise fermante est de trop".to_owned(),
        Error::Syntax(_) => "une balise est inconnue".to_owned(),
        _ => "ce n’est pas du XML".to_owned(),
    }
}

/// The line of an offset, counted by reading the member again: only a refusal pays for it.
fn line_of(member: &Member, offset: u64) -> Option<u64> {
    use std::io::BufRead;

    let mut source = TextSource::open(member).ok()?;
    let mut line = 1;
    let mut left = offset;
    loop {
        source.next_event();
        let available = source.fill_buf().ok()?;
        let taken = available.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        line += available[..taken].iter().filter(|byte| **byte == b'\n').count() as u64;
        left -= taken as u64;
        source.consume(taken);
        if taken == 0 {
            return Some(line);
        }
    }
}
