//! What is wrong in a form whose fields are as many as the blocks of a page.

use web::component::ErrorSummary;

/// Problems, each beside a field.
#[derive(Debug, Clone, Default)]
pub struct Wrong(Vec<(String, String)>);

impl Wrong {
    /// Adds a problem.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push((field.into(), message.into()));
    }

    /// Adds a problem when `ok` is false.
    pub fn require(&mut self, ok: bool, field: impl Into<String>, message: impl Into<String>) {
        if !ok {
            self.add(field, message);
        }
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, message)| message.clone())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The summary above the form.
    pub fn summary(&self) -> Option<ErrorSummary> {
        let count = i64::try_from(self.0.len()).unwrap_or(i64::MAX);
        (count > 0).then(|| ErrorSummary::new(web::W.errors_title(count), self.0.clone()))
    }
}

/// A text on one line, its spaces as one.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
