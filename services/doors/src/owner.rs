//! The owner of an account, as the doors know somebody who has not come in yet.

use crate::strength;
use db::{Result, Tx};
use school::{Profile, Viewer, account::Account};

/// An account with the people it holds.
#[derive(Clone, Debug)]
pub(crate) struct Owner {
    /// The account.
    pub(crate) account: Account,
    /// Its people and their seats.
    pub(crate) viewer: Viewer,
}

impl Owner {
    /// Gathers what is known of an account's owner.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn load(tx: &mut Tx, account: Account) -> Result<Self> {
        let viewer = Viewer::load(tx, account.id).await?;
        Ok(Self { account, viewer })
    }

    /// What is asked of the owner's password.
    pub(crate) fn strength(&self) -> strength::Profile {
        match self.viewer.profile() {
            Profile::Pupil => strength::Profile::Pupil,
            Profile::Town | Profile::Administrator => strength::Profile::Administrator,
            Profile::Guardian | Profile::Staff | Profile::Teacher | Profile::Head => strength::Profile::Adult,
        }
    }

    /// Whether the owner is a child.
    pub(crate) fn is_pupil(&self) -> bool {
        self.viewer.profile() == Profile::Pupil
    }

    /// The first name, or the login of somebody who is in no directory.
    pub(crate) fn first_name(&self) -> &str {
        self.viewer.people.first().map_or(self.account.login.as_str(), |me| me.first_name.as_str())
    }

    /// What a password must not be made of.
    pub(crate) fn identity(&self) -> Vec<&str> {
        let names = self.viewer.people.iter().flat_map(|me| [me.first_name.as_str(), me.last_name.as_str()]);
        names.chain([self.account.login.as_str()]).collect()
    }
}

/// How somebody is spoken to: the argument `who` of the words that differ.
pub(crate) fn voice(profile: Profile) -> &'static str {
    if profile == Profile::Pupil { "tu" } else { "vous" }
}
