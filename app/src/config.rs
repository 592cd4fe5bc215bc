//! The settings: the same for every command, each with a default, from the command line or the environment.

use clap::{ArgMatches, Args, parser::ValueSource};
use commons::{House, file::Files, mail::Mail, passage::Passage};
use db::{Ambient, Db, Error, Result};
use std::{
    fs,
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

/// What every command is told.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// Dossier de la base embarquée, des fichiers et de la boîte aux lettres.
    #[arg(long, global = true, env = "PREAU_DATA", default_value = "./preau-data", value_name = "DIR")]
    pub data: PathBuf,
    /// Base de données : sqlite:CHEMIN ou postgres://… (par défaut, sqlite dans le dossier de données).
    #[arg(long, global = true, env = "PREAU_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// Adresse d’écoute.
    #[arg(long, global = true, env = "PREAU_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: String,
    /// Adresse que l’on tape dans le navigateur (par défaut, http:// et l’adresse d’écoute).
    #[arg(long, global = true, env = "PREAU_ADDRESS", value_name = "URL")]
    pub address: Option<String>,
    /// Un mandataire (proxy) de confiance se tient devant et dit l’adresse des visiteurs (X-Forwarded-For).
    #[arg(long, global = true, env = "PREAU_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Envoi du courrier : smtp://… ou smtps://… (par défaut, un dossier courrier dans le dossier de données).
    #[arg(long, global = true, env = "PREAU_MAIL", value_name = "URL", hide_env_values = true)]
    pub mail: Option<String>,
    /// Expéditeur du courrier.
    #[arg(
        long,
        global = true,
        env = "PREAU_MAIL_FROM",
        default_value = "Préau <ne-pas-repondre@localhost>",
        value_name = "ADRESSE"
    )]
    pub mail_from: String,
}

impl Config {
    /// The address of the database in force.
    pub fn database_url(&self) -> String {
        self.database.clone().unwrap_or_else(|| format!("sqlite:{}", self.data.join("preau.sqlite").display()))
    }

    /// The address people type.
    pub fn address(&self) -> String {
        let given = self.address.clone().unwrap_or_else(|| format!("http://{}", self.listen));
        given.trim_end_matches('/').to_owned()
    }

    /// Opens the house: database, files, mail, secret; brings the schema up to date.
    ///
    /// # Errors
    /// A fault of the machine or of the database.
    pub async fn open(&self, ambient: Ambient) -> Result<House> {
        // Children's names, photographs and letters are for the program alone.
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.data).map_err(crate::command::at(&self.data))?;
        let db = Db::open(&self.database_url(), ambient).await?;
        db::migrate(&db, &crate::services::migrations()).await?;
        let mut tx = db.write().await?;
        commons::holiday::seed(&mut tx).await?;
        tx.commit().await?;
        let files = Files::folder(&self.data.join("fichiers"))?;
        let mail = match &self.mail {
            Some(url) => Mail::smtp(url, &self.mail_from)?,
            None => Mail::folder(&self.data.join("courrier"), &self.mail_from)?,
        };
        let key = secret(&self.data.join("secret"), &db)?;
        let passage = Passage::open(&self.data.join("passage"))?;
        Ok(House::new(db, files, mail, passage, &self.address(), key))
    }

    /// What is in force and where it comes from, a line each; secrets in addresses hidden.
    pub fn print(&self, matches: &ArgMatches) -> String {
        let lines = [
            ("data", self.data.display().to_string()),
            ("database", hide_password(&self.database_url())),
            ("listen", self.listen.clone()),
            ("address", self.address()),
            ("behind_proxy", self.behind_proxy.to_string()),
            ("mail", hide_password(self.mail.as_deref().unwrap_or("dossier courrier"))),
            ("mail_from", self.mail_from.clone()),
        ];
        lines.map(|(name, value)| format!("{name:12} {value}  ({})", origin(matches, name))).join("\n")
    }
}

fn origin(matches: &ArgMatches, name: &str) -> &'static str {
    match matches.value_source(name) {
        Some(ValueSource::CommandLine) => "ligne de commande",
        Some(ValueSource::EnvVariable) => "environnement",
        _ => "valeur par défaut",
    }
}

fn hide_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(start), Some(at)) if at > start => format!("{}…{}", &url[..start + 3], &url[at..]),
        _ => url.to_owned(),
    }
}

/// The key codes are derived from: made once, readable by its owner only. Nodes of one house share the file.
fn secret(path: &Path, db: &Db) -> Result<[u8; 32]> {
    match fs::read(path) {
        Ok(bytes) => bytes
            .try_into()
            .map_err(|bytes: Vec<u8>| Error::fault(format!("{}: {} bytes, not 32", path.display(), bytes.len()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let key = db.dice().bytes::<32>();
            // Whole or not at all: half a key would lock everybody out.
            let draft = path.with_extension("new");
            let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
            file.write_all(&key)?;
            file.sync_all()?;
            fs::rename(draft, path)?;
            Ok(key)
        }
        Err(error) => Err(error.into()),
    }
}
