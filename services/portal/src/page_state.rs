//! What a page is, and where it stands.

use school::text_enum;

text_enum! {
    /// What a page is.
    PageKind {
        /// A page of the menu.
        Page = "page",
        /// A news, the newest first.
        News = "news",
        /// An event of the agenda.
        Event = "event",
    }
}

text_enum! {
    /// Where what is being written stands. An older version may be on line meanwhile.
    State {
        /// Being written.
        Draft = "draft",
        /// Waits for the director.
        Proposed = "proposed",
        /// As it is on line.
        Published = "published",
        /// Taken off line, with a reason.
        Withdrawn = "withdrawn",
        /// Put away.
        Archived = "archived",
    }
}
