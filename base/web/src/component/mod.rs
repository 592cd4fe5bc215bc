//! The parts of a page that must be right every time: each is a Rust type printed in a page by `{{ part }}`.
//!
//! A part owns its words (they arrive already in French) and its accessibility wiring: labels, descriptions,
//! roles, states told by a word and an icon as well as a colour. Pages never write these by hand.

mod attachment_list;
mod audience;
mod avatar;
mod banner;
mod button;
mod checkbox;
mod choice;
mod dialog;
mod empty_state;
mod error_summary;
mod field;
mod file_picker;
mod icon;
mod menu;
mod notice;
mod pager;
mod photo_picker;
mod pictogram;
mod read_aloud;
mod rich_editor;
mod safe_html;
mod status;
mod table;
mod tabs;
mod thing_card;

pub use attachment_list::AttachmentList;
pub use audience::{AudienceChip, SeesWho};
pub use avatar::{Avatar, Size};
pub use banner::Banner;
pub use button::{Button, Chapter, LinkButton};
pub use checkbox::Checkbox;
pub use choice::{Choice, Opt};
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use field::{Field, Hidden};
pub use file_picker::FilePicker;
pub use icon::Icon;
pub use menu::{Menu, MenuItem};
pub use notice::Notice;
pub use pager::Pager;
pub use photo_picker::PhotoPicker;
pub use pictogram::Pictogram;
pub use read_aloud::ReadAloud;
pub use rich_editor::RichEditor;
pub use safe_html::SafeHtml;
pub use status::{Status, StatusKind};
pub use table::{Cell, Column, Table};
pub use tabs::{Tab, Tabs};
pub use thing_card::{Picture, ThingCard};

/// The identifier of the control called `name`; error summaries link to it.
pub fn control_id(name: &str) -> String {
    format!("f-{name}")
}

/// The `aria-describedby` value of a control: its error first, then its hint.
fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    match (error, hint) {
        (true, true) => Some(format!("f-{name}-error f-{name}-hint")),
        (true, false) => Some(format!("f-{name}-error")),
        (false, true) => Some(format!("f-{name}-hint")),
        (false, false) => None,
    }
}
