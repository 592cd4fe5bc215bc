//! Who sends: a push service accepts what the key a browser subscribed with has signed (RFC 8292).

use data_encoding::BASE64URL_NOPAD;
use db::Moment;
use p256::{
    SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer},
    elliptic_curve::sec1::ToEncodedPoint,
};
use std::fmt;

/// A signature is good for half a day; a service refuses more than a day.
const GOOD_SECONDS: i64 = 12 * 3600;

/// The key of a house.
pub(super) struct Key(Option<SecretKey>);

// Never in a log.
impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key")
    }
}

impl Key {
    /// The key made of what only this house derives. Of 256 tries the first is good, but once in four billion houses.
    pub(super) fn derived(derive: &dyn Fn(&str) -> [u8; 16]) -> Self {
        let attempt = |number: u8| {
            let mut bytes = [0; 32];
            bytes[..16].copy_from_slice(&derive(&format!("one {number}")));
            bytes[16..].copy_from_slice(&derive(&format!("two {number}")));
            SecretKey::from_slice(&bytes).ok()
        };
        Self((0..=u8::MAX).find_map(attempt))
    }

    /// The public key, as browsers take it.
    pub(super) fn public_text(&self) -> String {
        let Some(key) = &self.0 else { return String::new() };
        BASE64URL_NOPAD.encode(key.public_key().to_encoded_point(false).as_bytes())
    }

    /// The header that says who sends, for a push service.
    pub(super) fn authorization(&self, origin: &str, contact: &str, now: Moment) -> Option<String> {
        let key = self.0.as_ref()?;
        let claims = serde_json::json!({ "aud": origin, "exp": now.0 / 1000 + GOOD_SECONDS, "sub": contact });
        let head = BASE64URL_NOPAD.encode(br#"{"typ":"JWT","alg":"ES256"}"#);
        let signed = format!("{head}.{}", BASE64URL_NOPAD.encode(claims.to_string().as_bytes()));
        let signature: Signature = SigningKey::from(key).sign(signed.as_bytes());
        let signature = BASE64URL_NOPAD.encode(&signature.to_bytes());
        Some(format!("vapid t={signed}.{signature}, k={}", self.public_text()))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use p256::ecdsa::{VerifyingKey, signature::Verifier};

    fn key(seed: u8) -> Key {
        Key::derived(&|words| {
            *blake3::hash(&[&[seed][..], words.as_bytes()].concat()).as_bytes().first_chunk().unwrap()
        })
    }

    #[test]
    fn a_house_has_one_key_and_signs_with_it() {
        assert_eq!(key(1).public_text(), key(1).public_text());
        assert_ne!(key(1).public_text(), key(2).public_text());
        let header = key(1).authorization("https://push.example.net", "https://ent.example", Moment(1000)).unwrap();
        let (token, public) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let claims = BASE64URL_NOPAD.decode(signed.split_once('.').unwrap().1.as_bytes()).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.example.net");
        assert_eq!(claims["exp"], 43201);
        let public = BASE64URL_NOPAD.decode(public.as_bytes()).unwrap();
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
        let verifier = VerifyingKey::from_sec1_bytes(&public).unwrap();
        assert!(verifier.verify(signed.as_bytes(), &Signature::from_slice(&signature).unwrap()).is_ok());
    }
}
