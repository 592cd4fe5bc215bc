//! The built files: found at their addresses, naming one another, light.

#![expect(clippy::unwrap_used, reason = "tests")]

use web::assets;

#[test]
fn every_built_file_is_found_at_its_address() {
    for name in [
        "main.css",
        "core.js",
        "editor.js",
        "pieces.js",
        "reading.js",
        "blur.js",
        "icons.svg",
        "drawings.svg",
        "logo.svg",
        "icon-192.png",
        "andika-400.woff2",
    ] {
        let asset = assets::find(assets::url(name)).unwrap();
        assert_eq!(asset.name, name);
        assert!(asset.gzip.is_none_or(|packed| packed.len() < asset.bytes.len()), "{name}");
    }
    assert!(assets::find("/assets/main.css").is_none());
}

#[test]
fn the_style_sheet_names_the_fonts_by_their_addresses() {
    let style = String::from_utf8_lossy(assets::find(assets::url("main.css")).unwrap().bytes);
    assert!(style.contains(assets::url("atkinson-400.woff2")));
    assert!(style.contains(assets::url("andika-ext-700.woff2")));
}

/// design.md §4: at most 100 kB on a first visit; 15 kB are left to the page and 10 kB to icons.
#[test]
fn a_first_visit_is_light() {
    let weight = |name| {
        let asset = assets::find(assets::url(name)).unwrap();
        asset.gzip.unwrap_or(asset.bytes).len()
    };
    assert!(weight("core.js") <= 32_000);
    assert!(weight("main.css") <= 12_000);
    assert!(weight("icons.svg") <= 10_000);
    assert!(weight("atkinson-400.woff2") + weight("atkinson-700.woff2") <= 30_000);
}
