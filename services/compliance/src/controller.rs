//! Who answers for the processing, who watches over it, who hosts it: as the région wrote it, or that it did not yet.

use crate::W;
use commons::identity::{Identity, REGION};
use db::{Result, Tx};

/// The three, a line each.
#[derive(Debug, Clone)]
pub struct Controller {
    /// The région académique, represented by its rector.
    pub region: Vec<String>,
    /// The data protection officer.
    pub officer: Vec<String>,
    /// The processor who hosts.
    pub host: Vec<String>,
    /// How the région is called, for the head of a document.
    pub name: String,
}

impl Controller {
    /// Reads them.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        Ok(Self::of(&Identity::of(tx, REGION).await?))
    }

    fn of(identity: &Identity) -> Self {
        let name = or(&identity.name, W.controller_region()).to_owned();
        let signatory = match (identity.signatory.trim(), identity.quality.trim()) {
            ("", "") => W.controller_rector().to_owned(),
            (signatory, "") => W.controller_by(signatory),
            ("", quality) => W.controller_by(quality),
            (signatory, quality) => W.controller_by(format!("{signatory}, {quality}")),
        };
        let mut region = vec![name.clone(), signatory];
        region.extend(lines(&identity.address));
        region.extend(lines(&identity.email));
        region.extend(lines(&identity.phone));
        Self {
            region,
            officer: or_one(lines(&identity.officer), W.controller_no_officer()),
            host: or_one(lines(&identity.host), W.controller_no_host()),
            name,
        }
    }
}

fn or<'a>(written: &'a str, otherwise: &'a str) -> &'a str {
    let written = written.trim();
    if written.is_empty() { otherwise } else { written }
}

fn or_one(lines: Vec<String>, otherwise: &str) -> Vec<String> {
    if lines.is_empty() { vec![otherwise.to_owned()] } else { lines }
}

/// The lines of a text that hold something.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_region_did_not_write_is_said() {
        let controller = Controller::of(&Identity::default());
        assert_eq!(controller.region.len(), 2);
        assert_eq!(controller.officer, [W.controller_no_officer()]);
        let identity = Identity { officer: "\nMme Sol\n dpd@ac-example.fr ".to_owned(), ..Identity::default() };
        assert_eq!(Controller::of(&identity).officer, ["Mme Sol", "dpd@ac-example.fr"]);
    }
}
