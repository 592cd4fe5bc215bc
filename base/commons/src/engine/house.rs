//! What every rule, job and page of a running house shares.

use crate::{
    conformity::Declared, erasure::Erasers, file::Files, flash::Flashes, mail::Mail, passage::Passage, push::Push,
    retention::Rules, usage::Usage,
};
use db::Db;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;

/// The running house. Cheap to clone.
#[derive(Clone, Debug)]
pub struct House {
    /// The database.
    pub db: Db,
    /// The files.
    pub files: Files,
    /// The way out for mail.
    pub mail: Mail,
    /// The way out for push.
    pub push: Push,
    /// Where deliveries lie while they are read.
    pub passage: Passage,
    /// What is said over every page.
    pub flashes: Flashes,
    /// The pages opened that wait to be counted.
    pub usage: Usage,
    /// How far the service conforms to the RGAA, as this node knows it.
    pub conformity: Declared,
    /// How long each kind of data is kept: the rules of all services.
    pub rules: Rules,
    /// What each service does when somebody is erased for good.
    pub erasers: Erasers,
    /// The address people type, without a final slash.
    pub address: Arc<str>,
    key: Arc<[u8; 32]>,
}

impl House {
    /// A house over its parts. `key` is the secret codes are derived from; it is the same on every node.
    pub fn new(db: Db, files: Files, mail: Mail, passage: Passage, address: &str, key: [u8; 32]) -> Self {
        // The house signs its pushes with a key derived like its codes: nothing to store, the same on every node.
        let push = Push::real(address, &|words| derive(&key, "push", words));
        let flashes = Flashes::new(db.notices());
        Self {
            db,
            files,
            mail,
            push,
            passage,
            flashes,
            usage: Usage::default(),
            conformity: Declared::default(),
            rules: Rules::default(),
            erasers: Erasers::default(),
            address: address.into(),
            key: Arc::new(key),
        }
    }

    /// Whether the house runs on one's own machine, without TLS: a demonstration.
    pub fn is_local(&self) -> bool {
        self.address.starts_with("http://")
    }

    /// Sixteen bytes only this house can derive from these words: codes need not be stored.
    pub fn derive(&self, purpose: &str, words: &str) -> [u8; 16] {
        derive(&self.key, purpose, words)
    }
}

fn derive(key: &[u8; 32], purpose: &str, words: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    // A key of 32 bytes is always accepted; the zeros of the impossible case would open nothing.
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) {
        mac.update(purpose.as_bytes());
        mac.update(b"\0");
        mac.update(words.as_bytes());
        bytes.copy_from_slice(&mac.finalize().into_bytes()[..16]);
    }
    bytes
}
