//! Directives for after death (article 85 of the French law): what an adult wishes for what is kept. Written, changed and
//! revoked at any time; the desk reads them only once the death was entered.

use crate::W;
use commons::audit::{self, Action};
use db::{FromRow, Moment, Problems, Result, Tx, args};
use school::{AccountId, Profile, Viewer, text_enum};
use serde::Deserialize;

text_enum! {
    /// What is wished.
    Choice {
        /// Keep what may be kept.
        Keep = "keep",
        /// Erase what no law keeps.
        Erase = "erase",
        /// Give it to somebody.
        Communicate = "communicate",
    }
}

/// The longest text, in characters.
pub const LONGEST: usize = 2000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 120;

/// The directives of an account.
#[derive(Debug, Clone, FromRow)]
pub struct Directive {
    /// What is wished.
    pub choice: Choice,
    /// To whom it is given.
    pub contact_name: String,
    /// Where they live, or how they are reached.
    pub contact_address: String,
    /// More words.
    pub detail: String,
    /// When it was written last.
    pub written_at: Moment,
}

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct DirectiveForm {
    /// What is wished.
    #[serde(default)]
    pub choix: String,
    /// To whom.
    #[serde(default)]
    pub nom: String,
    /// Where.
    #[serde(default)]
    pub adresse: String,
    /// More words.
    #[serde(default)]
    pub texte: String,
}

/// Whether the viewer may leave directives: an adult.
pub fn may_direct(viewer: &Viewer) -> bool {
    viewer.profile() != Profile::Pupil
}

impl DirectiveForm {
    /// What an account wrote before.
    pub fn of(directive: &Directive) -> Self {
        Self {
            choix: directive.choice.as_str().to_owned(),
            nom: directive.contact_name.clone(),
            adresse: directive.contact_address.clone(),
            texte: directive.detail.clone(),
        }
    }

    /// The choice that can be kept.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what is missing.
    pub fn check(&self) -> Result<Choice> {
        let choice = Choice::try_from(self.choix.clone()).ok();
        let given = choice == Some(Choice::Communicate);
        let named = !self.nom.trim().is_empty();
        let mut problems = Problems::default();
        problems.require(choice.is_some(), "choix", W.after_choice_missing());
        problems.require(!given || named, "nom", W.after_name_missing());
        problems.require(self.nom.chars().count() <= LONGEST_NAME, "nom", W.after_name_long());
        problems.require(!given || !self.adresse.trim().is_empty(), "adresse", W.after_address_missing());
        problems.require(self.adresse.chars().count() <= LONGEST, "adresse", W.body_too_long());
        problems.require(self.texte.chars().count() <= LONGEST, "texte", W.body_too_long());
        problems.or(choice)?.ok_or(db::Error::NotFound)
    }
}

/// The directives of an account. For its owner, and for the desk after the death.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Option<Directive>> {
    tx.first(
        "select choice, contact_name, contact_address, detail, written_at from after_death where account_id = $1",
        args![account],
    )
    .await
}

/// Writes the directives of the viewer in place of those before. The journal knows that, not what they say.
///
/// # Errors
/// A fault of the database.
pub async fn save(tx: &mut Tx, viewer: &Viewer, form: &DirectiveForm, choice: Choice) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into after_death (account_id, choice, contact_name, contact_address, detail, written_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (account_id) do update set choice = excluded.choice, \
         contact_name = excluded.contact_name, contact_address = excluded.contact_address, detail = excluded.detail, \
         written_at = excluded.written_at",
        args![viewer.account, choice, form.nom.trim(), form.adresse.trim(), form.texte.trim(), now],
    )
    .await?;
    audit::write(tx, Some(viewer.account), Action::DirectiveChanged, None, Some("written")).await
}

/// Revokes the directives of the viewer: nothing of them is kept.
///
/// # Errors
/// A fault of the database.
pub async fn revoke(tx: &mut Tx, viewer: &Viewer) -> Result<()> {
    tx.change("delete from after_death where account_id = $1", args![viewer.account]).await?;
    audit::write(tx, Some(viewer.account), Action::DirectiveChanged, None, Some("revoked")).await
}
