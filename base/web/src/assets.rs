//! The style sheet, scripts, fonts and drawings, built by `build.rs` and kept in the program.
//!
//! Addresses carry a hash of the content: an answer can be cached for ever.

include!(concat!(env!("OUT_DIR"), "/asset_table.rs"));

/// One built file.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Its name without hash, such as `main.css`.
    pub name: &'static str,
    /// Its address, such as `/assets/main.1f2e3d4c.css`.
    pub path: &'static str,
    /// Its MIME type.
    pub mime: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
    /// Its content compressed, where that makes it smaller.
    pub gzip: Option<&'static [u8]>,
}

/// The address of the file called `name`; empty if there is none, which a debug build refuses.
pub fn url(name: &str) -> &'static str {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    debug_assert!(found.is_some(), "no built file named {name}");
    found.map_or("", |asset| asset.path)
}

/// The file at an address such as `/assets/main.1f2e3d4c.css`.
pub fn find(path: &str) -> Option<Asset> {
    ASSETS.iter().find(|asset| asset.path == path).copied()
}

/// Whether the icon sprite has a drawing called `name`.
pub fn has_icon(name: &str) -> bool {
    ICONS.contains(&name)
}

/// Whether the sprite of large drawings has one called `name`.
pub fn has_drawing(name: &str) -> bool {
    DRAWINGS.contains(&name)
}

/// Whether the sprite of the pictures of children has one called `name`.
pub fn has_picture(name: &str) -> bool {
    PICTURES.contains(&name)
}
