//! The pages the law asks for, open to everybody.

use crate::W;
use askama::Template;
use web::{Answer, Visit};

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage;

#[derive(Template)]
#[template(path = "data_protection.html")]
struct DataProtectionPage;

#[derive(Template)]
#[template(path = "legal.html")]
struct LegalPage;

/// `GET /accessibilite`
pub(crate) async fn accessibility(visit: Visit) -> Answer {
    visit.page(W.accessibility_title(), &AccessibilityPage)
}

/// `GET /protection-des-donnees`
pub(crate) async fn data_protection(visit: Visit) -> Answer {
    visit.page(W.data_title(), &DataProtectionPage)
}

/// `GET /mentions-legales`
pub(crate) async fn legal(visit: Visit) -> Answer {
    visit.page(W.legal_title(), &LegalPage)
}
