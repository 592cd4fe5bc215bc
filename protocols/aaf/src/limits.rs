//! How much a delivery may weigh.

use std::path::PathBuf;

/// Sizes beyond which a delivery is refused, and where archives are unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one member.
    pub member_bytes: u64,
    /// Bytes of all that one archive or one delivery holds.
    pub total_bytes: u64,
    /// Entries of one archive.
    pub entries: usize,
    /// Folder in which the private folder of an archive is made; the system's temporary folder when absent.
    pub unpack_in: Option<PathBuf>,
}

impl Default for Limits {
    /// 8 GiB per member, 40 GiB in all, ten thousand entries: several times the largest académie.
    fn default() -> Self {
        const GIBIBYTE: u64 = 1 << 30;
        Self { member_bytes: 8 * GIBIBYTE, total_bytes: 40 * GIBIBYTE, entries: 10_000, unpack_in: None }
    }
}
