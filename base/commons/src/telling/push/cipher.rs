//! The message is for the browser alone: the push service carries what it cannot read (RFC 8291, RFC 8188).

use data_encoding::BASE64URL_NOPAD;
use db::Dice;
use hmac::{Hmac, KeyInit, Mac};
use p256::{PublicKey, SecretKey, ecdh::diffie_hellman, elliptic_curve::sec1::ToEncodedPoint};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;

/// The size of a record, of which there is one.
const RECORD: u32 = 4096;

/// What a browser gave: its public key and its secret.
pub(super) struct Keys {
    public: PublicKey,
    auth: [u8; 16],
}

impl Keys {
    /// Reads both from base64url, with or without its padding.
    pub(super) fn read(p256dh: &str, auth: &str) -> Option<Self> {
        let bytes = |text: &str| BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes()).ok();
        let public = PublicKey::from_sec1_bytes(&bytes(p256dh)?).ok()?;
        Some(Self { public, auth: bytes(auth)?.try_into().ok()? })
    }

    /// A message only this browser reads. None when chance gave no key, which it does not.
    pub(super) fn seal(&self, text: &[u8], dice: &Dice) -> Option<Vec<u8>> {
        let once = (0..8).find_map(|_| SecretKey::from_slice(&dice.bytes::<32>()).ok())?;
        self.seal_with(text, &once, dice.bytes())
    }

    fn seal_with(&self, text: &[u8], once: &SecretKey, salt: [u8; 16]) -> Option<Vec<u8>> {
        let ours = once.public_key().to_encoded_point(false);
        let theirs = self.public.to_encoded_point(false);
        let shared = diffie_hellman(once.to_nonzero_scalar(), self.public.as_affine());
        let info = [&b"WebPush: info\0"[..], theirs.as_bytes(), ours.as_bytes(), b"\x01"].concat();
        let input = mac(&mac(&self.auth, shared.raw_secret_bytes())?, &info)?;
        let secret = mac(&salt, &input)?;
        let key = mac(&secret, b"Content-Encoding: aes128gcm\0\x01")?;
        let nonce = mac(&secret, b"Content-Encoding: nonce\0\x01")?;
        // The byte 2 ends the last record.
        let mut sealed = [text, &[2]].concat();
        let cipher = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key[..16]).ok()?);
        let nonce = Nonce::try_assume_unique_for_key(&nonce[..12]).ok()?;
        cipher.seal_in_place_append_tag(nonce, Aad::empty(), &mut sealed).ok()?;
        let length = [u8::try_from(ours.as_bytes().len()).ok()?];
        Some([&salt[..], &RECORD.to_be_bytes(), &length, ours.as_bytes(), &sealed].concat())
    }
}

/// One step of HKDF: keys and nonces are shorter than a hash, so that one is enough (RFC 5869).
fn mac(key: &[u8], text: &[u8]) -> Option<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(text);
    Some(mac.finalize().into_bytes().into())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// RFC 8291, appendix A.
    #[test]
    fn a_message_is_sealed_as_the_standard_shows() {
        let bytes = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        let keys = Keys::read(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg",
        );
        let once = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let sealed = keys.unwrap().seal_with(b"When I grow up, I want to be a watermelon", &once, salt).unwrap();
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz\
            AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(BASE64URL_NOPAD.encode(&sealed), expected);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let good = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
        assert!(Keys::read(good, "BTBZMqHH6r4Tts7J_aSIgg==").is_some());
        for (p256dh, auth) in
            [("", ""), (good, "BTBZMqHH6r4Tts7J"), (&good[..20], "BTBZMqHH6r4Tts7J_aSIgg"), (good, "é")]
        {
            assert!(Keys::read(p256dh, auth).is_none(), "{p256dh} {auth}");
        }
    }
}
