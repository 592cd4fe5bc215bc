//! Photographs to send, each with its description.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;

/// The words the picker needs while photographs are chosen.
#[derive(Clone, Debug)]
pub struct PhotoWords {
    /// « Description de la photo ».
    pub description: Cow<'static, str>,
    /// « Retirer la photo ».
    pub remove: Cow<'static, str>,
    /// « Avancer la photo ».
    pub earlier: Cow<'static, str>,
    /// « Reculer la photo ».
    pub later: Cow<'static, str>,
    /// « Préparation des photos… ».
    pub preparing: Cow<'static, str>,
    /// « 20 photos au plus : les suivantes n’ont pas été prises. ».
    pub too_many: Cow<'static, str>,
}

/// A file control named `photos`; where scripts run, photographs are made smaller before they leave the device,
/// previewed, put in order, and each has a text named `alt`, in the same order.
#[derive(Clone, Debug, Template)]
#[template(path = "component/photo_picker.html")]
pub struct PhotoPicker {
    label: String,
    hint: Option<String>,
    error: Option<String>,
    words: PhotoWords,
}

impl HtmlSafe for PhotoPicker {}

impl PhotoPicker {
    /// A picker with nothing chosen.
    pub fn new(label: impl Into<String>, words: PhotoWords) -> Self {
        Self { label: label.into(), hint: None, error: None, words }
    }

    /// A sentence that helps, read with the label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// What is wrong with the photographs, if anything.
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// What blurs a part of a photograph, fetched by whoever wants it.
    fn script(&self) -> &'static str {
        assets::url("blur.js")
    }

    fn described_by(&self) -> Option<String> {
        super::described_by("photos", self.hint.is_some(), self.error.is_some())
    }
}
