//! What happened to many conventions at once.

use crate::{AgreementId, step::Verb};
use db::{Result, Rows, Tx, Uuid};
use school::AccountId;

/// Steps of many conventions, written together.
pub(crate) struct Steps(Rows);

impl Steps {
    pub(crate) fn begin(tx: &Tx) -> Self {
        Self(tx.rows("agreement_step", &["id", "agreement_id", "verb", "detail", "at", "account_id"]))
    }

    pub(crate) fn note(&mut self, tx: &Tx, agreement: AgreementId, verb: Verb, detail: &str, by: Option<AccountId>) {
        self.0.begin();
        self.0.uuid(Some(tx.id()));
        self.0.uuid(Some(agreement.into()));
        self.0.text(Some(verb.as_str()));
        self.0.text(Some(detail));
        self.0.int(Some(tx.now().0));
        self.0.uuid(by.map(Uuid::from));
    }

    pub(crate) async fn write(mut self, tx: &mut Tx) -> Result<()> {
        tx.load(&mut self.0).await
    }
}
