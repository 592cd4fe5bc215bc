//! The identifiers of circles without rows.

use crate::{AuthorityId, SchoolId, circle};
use db::Uuid;
use sha2::{Digest, Sha256};

/// A territory borrowed from where it is known: a seat is in up to six, worked out on every request.
#[derive(Clone, Copy)]
pub(super) enum Key<'a> {
    Region,
    Academy(&'a str),
    Department(&'a str),
    District(&'a str, [u8; 8]),
    Town(&'a str, &'a str),
    Authority(AuthorityId),
    School(SchoolId),
}

impl Key<'_> {
    /// An identifier that follows from the territory and those it is for: the same everywhere, without any row.
    pub(super) fn identifier(self, public: &str) -> Uuid {
        let mut hash = Sha256::new();
        for part in self.parts().into_iter().chain([public.as_bytes()]) {
            hash.update(part);
            hash.update(b"\0");
        }
        let digest = hash.finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        circle::hashed(bytes)
    }

    fn parts(&self) -> [&[u8]; 3] {
        match self {
            Self::Region => [b"region", b"", b""],
            Self::Academy(code) => [b"academy", code.as_bytes(), b""],
            Self::Department(code) => [b"department", code.as_bytes(), b""],
            Self::District(academy, number) => [b"district", academy.as_bytes(), number],
            Self::Town(department, name) => [b"town", department.as_bytes(), name.as_bytes()],
            Self::Authority(id) => [b"authority", id.0.as_bytes(), b""],
            Self::School(id) => [b"school", id.0.as_bytes(), b""],
        }
    }
}
