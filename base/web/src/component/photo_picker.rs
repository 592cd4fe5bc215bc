//! Photographs to send, each with its description.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;

/// A file control named `photos`; where scripts run, photographs are made smaller before they leave the device,
/// previewed, put in order, and each has a text named `alt`, in the same order.
#[derive(Clone, Debug, Template)]
#[template(path = "component/photo_picker.html")]
pub struct PhotoPicker {
    label: String,
    hint: Option<String>,
    error: Option<String>,
}

impl HtmlSafe for PhotoPicker {}

impl PhotoPicker {
    /// A picker with nothing chosen.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), hint: None, error: None }
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
