//! What somebody sets for their own messages: a signature, an absence.

use crate::W;
use db::{Day, FromRow, Problems, Result, Tx, args};
use jiff::civil::Date;
use school::AccountId;

/// The longest signature or absence, in characters.
pub const LONGEST: usize = 600;

/// The settings of an account.
#[derive(Debug, Clone, Default, FromRow)]
pub struct Setting {
    /// What ends each message, plain.
    pub signature: String,
    /// What an absence answers, plain.
    pub absence: String,
    /// The first day of the absence.
    pub absent_from: Option<Day>,
    /// Its last day.
    pub absent_until: Option<Day>,
}

/// The settings as they were typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct SettingForm {
    /// What ends each message.
    pub signature: String,
    /// What an absence answers.
    pub absence: String,
    /// The first day of the absence.
    pub from: String,
    /// Its last day.
    pub until: String,
}

impl SettingForm {
    /// What is set, as the form shows it.
    pub fn of(setting: &Setting) -> Self {
        let day = |day: &Option<Day>| day.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default();
        Self {
            signature: setting.signature.clone(),
            absence: setting.absence.clone(),
            from: day(&setting.absent_from),
            until: day(&setting.absent_until),
        }
    }

    /// The settings, or what is wrong with them.
    ///
    /// # Errors
    /// [`db::Error::Invalid`].
    pub fn check(&self) -> Result<Setting> {
        let mut problems = Problems::default();
        problems.require(self.signature.chars().count() <= LONGEST, "signature", W.setting_too_long());
        problems.require(self.absence.chars().count() <= LONGEST, "absence", W.setting_too_long());
        let (from, until): (Option<Date>, Option<Date>) = (self.from.parse().ok(), self.until.parse().ok());
        let is_none = self.from.is_empty() && self.until.is_empty();
        problems.require(is_none || from.is_some(), "from", W.absent_from_missing());
        problems.require(is_none || until.is_some(), "until", W.absent_until_missing());
        if let (Some(from), Some(until)) = (from, until) {
            problems.require(from <= until, "until", W.absent_until_before());
        }
        problems.or(Setting {
            signature: self.signature.trim().to_owned(),
            absence: self.absence.trim().to_owned(),
            absent_from: from.map(Day::from),
            absent_until: until.map(Day::from),
        })
    }
}

/// The settings of an account; empty ones until something is set.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Setting> {
    let found = tx
        .first(
            "select signature, absence, absent_from, absent_until from message_setting where account_id = $1",
            args![account],
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// Keeps the settings of an account.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, account: AccountId, setting: &Setting) -> Result<()> {
    tx.change(
        "insert into message_setting (account_id, signature, absence, absent_from, absent_until) \
         values ($1, $2, $3, $4, $5) on conflict (account_id) do update set signature = excluded.signature, \
             absence = excluded.absence, absent_from = excluded.absent_from, absent_until = excluded.absent_until",
        args![account, &setting.signature, &setting.absence, setting.absent_from.clone(), setting.absent_until.clone()],
    )
    .await
}
