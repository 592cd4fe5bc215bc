//! Links between the pages of a long list.

use askama::Template;
use askama::filters::HtmlSafe;

/// Numbered links; prints nothing when there is one page only.
#[derive(Clone, Debug, Template)]
#[template(path = "component/pager.html")]
pub struct Pager {
    base_url: String,
    page: u64,
    pages: u64,
    label: String,
    previous: Option<String>,
    next: Option<String>,
}

impl HtmlSafe for Pager {}

/// How many page numbers are shown on each side of the current one.
const NEIGHBOURS: u64 = 2;

impl Pager {
    /// Pages are counted from 1; `label` names the navigation; links are `base_url` with `page=<number>`.
    pub fn new(base_url: impl Into<String>, page: u64, pages: u64, label: impl Into<String>) -> Self {
        Self { base_url: base_url.into(), page, pages, label: label.into(), previous: None, next: None }
    }

    /// Adds links to the page before and the page after, with their words.
    pub fn steps(self, previous: impl Into<String>, next: impl Into<String>) -> Self {
        Self { previous: Some(previous.into()), next: Some(next.into()), ..self }
    }

    fn href(&self, page: &u64) -> String {
        let mark = if self.base_url.contains('?') { '&' } else { '?' };
        format!("{}{mark}page={page}", self.base_url)
    }

    /// The first, the last and those near the current page; `None` stands for a gap.
    fn numbers(&self) -> Vec<Option<u64>> {
        let mut numbers = Vec::new();
        let mut last_shown = 0;
        for number in 1..=self.pages {
            let at_an_end = number == 1 || number == self.pages;
            if !at_an_end && number.abs_diff(self.page) > NEIGHBOURS {
                continue;
            }
            if number > last_shown + 1 {
                numbers.push(None);
            }
            numbers.push(Some(number));
            last_shown = number;
        }
        numbers
    }

    fn before(&self) -> Option<(u64, &str)> {
        let word = self.previous.as_deref()?;
        (self.page > 1).then(|| (self.page - 1, word))
    }

    fn after(&self) -> Option<(u64, &str)> {
        let word = self.next.as_deref()?;
        (self.page < self.pages).then(|| (self.page + 1, word))
    }

    fn has_several(&self) -> bool {
        self.pages > 1
    }

    fn is_current(&self, number: &u64) -> bool {
        *number == self.page
    }
}
