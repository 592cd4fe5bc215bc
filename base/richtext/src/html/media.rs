//! Pictures, sounds, videos and files.

use super::{FileLink, Html};
use crate::{Media, MediaKind};

impl Html<'_> {
    pub(super) fn media(&mut self, media: &Media) {
        let Some(file) = (self.files)(media.file) else {
            self.missing(media);
            return;
        };
        match media.kind {
            MediaKind::Image => self.image(media, &file),
            MediaKind::Audio => self.player("audio", media, &file),
            MediaKind::Video => self.player("video", media, &file),
            MediaKind::File => self.file(media, &file),
        }
    }

    /// A picture; its figure takes the name of its caption, as RGAA 1.9 asks.
    fn image(&mut self, media: &Media, file: &FileLink) {
        self.raw(&["<figure"]);
        if !media.title.is_empty() {
            self.raw(&[" role=\"figure\""]);
            self.attribute("aria-label", &media.title);
        }
        self.raw(&["><img"]);
        self.attribute("alt", &media.alt);
        self.raw(&[" loading=\"lazy\""]);
        self.size(file);
        self.attribute("src", &file.url);
        self.raw(&[">"]);
        self.caption(&media.title);
        self.raw(&["</figure>"]);
    }

    /// A sound or video: nothing is fetched before it is played, and its transcript, if any, unfolds below.
    fn player(&mut self, tag: &str, media: &Media, file: &FileLink) {
        let title = shown_title(media, file);
        self.raw(&["<figure><", tag, " controls preload=\"none\""]);
        self.attribute("aria-label", title);
        self.size(file);
        self.attribute("src", &file.url);
        self.raw(&["></", tag, ">"]);
        self.caption(title);
        self.raw(&["</figure>"]);
        self.transcript(&media.alt);
    }

    fn transcript(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.raw(&["<details><summary>"]);
        self.text(self.labels.transcript);
        self.raw(&["</summary><p>"]);
        self.text(words);
        self.raw(&["</p></details>"]);
    }

    fn file(&mut self, media: &Media, file: &FileLink) {
        self.raw(&["<p class=\"file\"><a"]);
        self.attribute("href", &file.url);
        self.raw(&[" download>"]);
        self.text(shown_title(media, file));
        self.raw(&["</a></p>"]);
    }

    fn missing(&mut self, media: &Media) {
        self.raw(&["<p class=\"missing-file\">"]);
        self.text(self.labels.missing_file);
        if !media.words().is_empty() {
            self.raw(&[" ("]);
            self.text(media.words());
            self.raw(&[")"]);
        }
        self.raw(&["</p>"]);
    }

    fn size(&mut self, file: &FileLink) {
        for (name, pixels) in [("width", file.width), ("height", file.height)] {
            if let Some(pixels) = pixels {
                self.attribute(name, &pixels.to_string());
            }
        }
    }

    fn caption(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.raw(&["<figcaption>"]);
        self.text(words);
        self.raw(&["</figcaption>"]);
    }
}

/// The title its author gave, or else the file's name.
fn shown_title<'a>(media: &'a Media, file: &'a FileLink) -> &'a str {
    if media.title.is_empty() { &file.name } else { &media.title }
}
