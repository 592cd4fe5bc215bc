//! The form of a page, drawn: its title, its blocks with what moves them, and what is sent.

use super::kind_word;
use crate::{
    W,
    block::BlockKind,
    block_form::{TypedBlock, field},
    file::{self, Known},
    page::{PageKind, SitePage, State},
    page_form::{CONFIRMED, PageForm},
    site::Desk,
    wrong::Wrong,
};
use askama::Template;
use db::{Result, Tx};
use web::component::{Button, Checkbox, Choice, ErrorSummary, Field, Hidden, Notice, Opt, RichEditor, SafeHtml};

#[derive(Template)]
#[template(path = "form.html")]
pub(super) struct FormPage {
    heading: &'static str,
    summary: Option<ErrorSummary>,
    /// Where the page can be seen as somebody else changed it.
    changed: Option<String>,
    draft_key: String,
    address: String,
    edition: String,
    came_back: bool,
    kind: Choice,
    title: Field,
    event: Vec<Field>,
    blocks: Vec<BlockPart>,
    add: Vec<Button>,
    naming: Option<(Notice, Checkbox)>,
    buttons: Vec<Button>,
    back: String,
    /// What it was made of, to be made again with problems.
    made_of: PageForm,
}

struct BlockPart {
    legend: String,
    kind: Hidden,
    /// The file it shows already.
    file: Option<Hidden>,
    picture: Option<(String, i64, i64)>,
    document: Option<String>,
    /// What it asks, in order.
    controls: Vec<SafeHtml>,
    upload: Option<FileControl>,
    moves: Vec<Button>,
}

/// A file to choose.
struct FileControl {
    name: String,
    label: &'static str,
    accept: &'static str,
    error: Option<String>,
}

impl FormPage {
    /// The form as it stands.
    pub(super) async fn build(tx: &mut Tx, desk: &Desk, page: Option<&SitePage>, form: &PageForm) -> Result<Self> {
        let known = file::known(tx, desk.site.id, &form.files()).await?;
        let right = Wrong::default();
        let base = desk.site.desk();
        let address = page.map_or_else(|| format!("{base}/pages"), SitePage::desk);
        let blocks = form.blocks.iter().enumerate();
        Ok(Self {
            heading: if page.is_some() { W.edit_page() } else { W.new_page() },
            summary: None,
            changed: None,
            draft_key: address.clone(),
            edition: form.edition.clone(),
            came_back: false,
            kind: kinds(form, &right),
            title: title(form, &right),
            event: event(form, &right),
            blocks: blocks.map(|(place, it)| part(desk, form, place, it, &known, &right)).collect(),
            add: BlockKind::ALL.iter().map(|kind| add(*kind)).collect(),
            naming: None,
            buttons: buttons(desk, page),
            back: page.map_or(base, SitePage::desk),
            address,
            made_of: form.clone(),
        })
    }

    /// The form again, with what is wrong in it.
    pub(super) fn with(self, wrong: &Wrong) -> Self {
        let form = &self.made_of;
        let (kind, title, event) = (kinds(form, wrong), title(form, wrong), event(form, wrong));
        let blocks = self.blocks.into_iter().enumerate().map(|(place, it)| match form.blocks.get(place) {
            Some(typed) => it.with(place, typed, wrong),
            None => it,
        });
        let blocks = blocks.collect();
        Self {
            summary: wrong.summary(),
            changed: wrong.of("edition").map(|_| self.address.clone()),
            came_back: true,
            kind,
            title,
            event,
            blocks,
            ..self
        }
    }

    /// The form again, with the names of pupils found in it and a box that says they are meant.
    pub(super) fn naming(self, names: &[String]) -> Self {
        let notice = Notice::attention(W.names_found(names.join(", "))).title(W.names_title());
        Self { came_back: true, naming: Some((notice, Checkbox::new(CONFIRMED, W.names_confirmed()))), ..self }
    }
}

fn kinds(form: &PageForm, wrong: &Wrong) -> Choice {
    let kinds = PageKind::ALL.iter();
    let options = kinds.map(|kind| Opt::new(kind.as_str(), kind_word(*kind)).checked(form.kind == kind.as_str()));
    Choice::radios("kind", W.kind(), options.collect()).hint(W.kind_hint()).error(wrong.of("kind"))
}

fn title(form: &PageForm, wrong: &Wrong) -> Field {
    Field::text("title", W.title()).required().value(&form.title).error(wrong.of("title"))
}

fn event(form: &PageForm, wrong: &Wrong) -> Vec<Field> {
    vec![
        Field::date("starts_on", W.starts_on()).value(&form.starts_on).error(wrong.of("starts_on")),
        Field::time("starts_at", W.starts_at())
            .optional(W.optional())
            .value(&form.starts_at)
            .error(wrong.of("starts_at")),
        Field::date("ends_on", W.ends_on()).optional(W.optional()).value(&form.ends_on).error(wrong.of("ends_on")),
        Field::text("place", W.place()).optional(W.optional()).value(&form.place).error(wrong.of("place")),
    ]
}

/// The word for a kind of block.
fn block_word(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Text => W.block_text(),
        BlockKind::Heading => W.block_heading(),
        BlockKind::Picture => W.block_picture(),
        BlockKind::Document => W.block_document(),
        BlockKind::Link => W.block_link(),
        BlockKind::Contact => W.block_contact(),
        BlockKind::Agenda => W.block_agenda(),
    }
}

fn add(kind: BlockKind) -> Button {
    Button::secondary(block_word(kind)).icon("ajouter").name_value("etape", format!("ajouter-{}", kind.as_str()))
}

fn part(desk: &Desk, form: &PageForm, place: usize, typed: &TypedBlock, known: &Known, wrong: &Wrong) -> BlockPart {
    let kind = typed.kind.unwrap_or(BlockKind::Text);
    let file = typed.file().filter(|it| known.picture(*it).is_some() || known.has_document(*it));
    let number = place + 1;
    let moved = |word: String, icon: &str, what: &str| {
        Button::secondary(word).icon(icon).name_value("etape", format!("{what}-{place}"))
    };
    let mut moves = Vec::new();
    if place > 0 {
        moves.push(moved(W.move_up(number), "monter", "haut"));
    }
    if number < form.blocks.len() {
        moves.push(moved(W.move_down(number), "descendre", "bas"));
    }
    moves.push(moved(W.remove_block(number), "supprimer", "oter"));
    BlockPart {
        legend: W.block_legend(number, block_word(kind)),
        kind: Hidden::new(field(place, "kind"), kind.as_str()),
        file: file.map(|it| Hidden::new(field(place, "file"), it.to_string())),
        picture: file
            .and_then(|it| known.picture(it))
            .map(|it| (format!("{}/fichiers/{}", desk.site.desk(), it.id), it.width, it.height)),
        document: file.and_then(|it| known.document_name(it)).map(|name| W.document_chosen(name)),
        controls: controls(kind, place, typed, wrong),
        upload: upload(kind, place, wrong),
        moves,
    }
}

impl BlockPart {
    fn with(self, place: usize, typed: &TypedBlock, wrong: &Wrong) -> Self {
        let kind = typed.kind.unwrap_or(BlockKind::Text);
        Self { controls: controls(kind, place, typed, wrong), upload: upload(kind, place, wrong), ..self }
    }
}

fn controls(kind: BlockKind, place: usize, typed: &TypedBlock, wrong: &Wrong) -> Vec<SafeHtml> {
    let line = |name: &str, label: &str, value: &str| {
        let name = field(place, name);
        Field::text(name.clone(), label).value(value).error(wrong.of(&name))
    };
    match kind {
        BlockKind::Text => vec![SafeHtml::of(&editor(place, typed, wrong))],
        BlockKind::Heading => vec![SafeHtml::of(&line("label", W.heading_label(), &typed.label))],
        BlockKind::Picture => {
            vec![SafeHtml::of(&line("label", W.alt_label(), &typed.label).hint(W.alt_hint()))]
        }
        BlockKind::Document => vec![SafeHtml::of(&line("label", W.document_label(), &typed.label))],
        BlockKind::Link => vec![
            SafeHtml::of(&line("label", W.link_label(), &typed.label)),
            SafeHtml::of(&line("address", W.link_address(), &typed.address).hint(W.link_hint()).spellcheck_off()),
        ],
        BlockKind::Contact | BlockKind::Agenda => Vec::new(),
    }
}

fn editor(place: usize, typed: &TypedBlock, wrong: &Wrong) -> RichEditor {
    let name = field(place, "text");
    let editor = RichEditor::new(name.clone(), W.text_label()).value(&typed.text).error(wrong.of(&name));
    if typed.text_json.is_empty() { editor } else { editor.document(&typed.text_json) }
}

fn upload(kind: BlockKind, place: usize, wrong: &Wrong) -> Option<FileControl> {
    let (name, label, accept) = match kind {
        BlockKind::Picture => ("photo", W.choose_picture(), "image/*"),
        BlockKind::Document => ("upload", W.choose_document(), "application/pdf"),
        BlockKind::Text | BlockKind::Heading | BlockKind::Link | BlockKind::Contact | BlockKind::Agenda => return None,
    };
    let name = field(place, name);
    let error = wrong.of(&name);
    Some(FileControl { name, label, accept, error })
}

/// What is sent: for the director the last look before everybody reads, for others the question to the director.
fn buttons(desk: &Desk, page: Option<&SitePage>) -> Vec<Button> {
    let keep = Button::secondary(W.keep_page()).name_value("etape", "garder");
    if desk.access.publishes {
        return vec![Button::primary(W.go_on_to_publish()).name_value("etape", "publier"), keep];
    }
    let waits = page.is_some_and(|page| page.state == State::Proposed);
    match waits {
        true => vec![keep],
        false => vec![Button::primary(W.propose()).name_value("etape", "proposer"), keep],
    }
}
