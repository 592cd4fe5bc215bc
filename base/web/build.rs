//! Compiles the words, bundles style sheet and islands, draws the icon sprites, and writes the table that
//! `src/assets.rs` includes.
//!
//! Node and npm are needed to build, never to run. Packages are installed in cargo's own output folder, and again
//! only when `islands/package-lock.json` changes; no script of a package is run.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Where the islands are written.
const ISLANDS: &str = "../../islands";
/// What a browser of an old tablet understands.
const TARGETS: &str = "--target=es2020,chrome99,firefox100,safari15.4";

fn main() {
    words::compile("words/fr.ftl");
    if let Err(error) = build() {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
        std::process::exit(1);
    }
}

fn build() -> Outcome {
    for path in ["build.rs", "style", "fonts", "icons"] {
        println!("cargo::rerun-if-changed={path}");
    }
    for path in ["src", "package.json", "package-lock.json"] {
        println!("cargo::rerun-if-changed={ISLANDS}/{path}");
    }
    let out = PathBuf::from(variable("OUT_DIR")?);
    let built = out.join("built");
    fresh_folder(&built)?;
    let islands = out.join("islands");
    copy_islands(&islands)?;
    install_packages(&islands)?;
    bundle(&islands, &built)?;
    copy_files(Path::new("fonts"), &built, "woff2")?;
    copy_files(Path::new("icons/png"), &built, "png")?;
    fs::copy("icons/logo.svg", built.join("logo.svg"))?;
    let icons = sprite(Path::new("icons"), "0 0 24 24", &built.join("icons.svg"))?;
    let drawings = sprite(Path::new("icons/drawings"), "0 0 240 160", &built.join("drawings.svg"))?;
    let pictures = sprite(Path::new("icons/pictures"), "0 0 64 64", &built.join("pictures.svg"))?;
    let table = asset_table(&built)?;
    let names = format!("static ICONS: &[&str] = &{icons:?};\nstatic DRAWINGS: &[&str] = &{drawings:?};\n");
    let names = format!("{names}static PICTURES: &[&str] = &{pictures:?};\n");
    fs::write(out.join("asset_table.rs"), table + &names)?;
    Ok(())
}

fn variable(name: &str) -> Outcome<String> {
    std::env::var(name).map_err(|error| format!("{name}: {error}").into())
}

fn fresh_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(())
}

/// The files of a folder with this extension, in the order of their names.
fn files(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new(extension)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn copy_files(from: &Path, to: &Path, extension: &str) -> Outcome {
    for path in files(from, extension)? {
        fs::copy(&path, to.join(file_name(&path)))?;
    }
    Ok(())
}

fn file_name(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default()
}

/// Cargo forbids writing in the sources, and npm writes beside `package.json`.
fn copy_islands(to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(Path::new(ISLANDS).join(name), to.join(name))?;
    }
    fresh_folder(&to.join("src"))?;
    copy_files(&Path::new(ISLANDS).join("src"), &to.join("src"), "ts")?;
    for folder in folders()? {
        let folder = Path::new("src").join(folder);
        fs::create_dir_all(to.join(&folder))?;
        copy_files(&Path::new(ISLANDS).join(&folder), &to.join(&folder), "ts")?;
    }
    Ok(())
}

/// The folders of the islands, in the order of their names.
fn folders() -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(ISLANDS).join("src"))? {
        let path = entry?.path();
        if path.is_dir() {
            found.push(file_name(&path).to_owned());
        }
    }
    found.sort();
    Ok(found)
}

/// What is bundled: the script of every page, and each folder with an index, which a page fetches when it has a use for it.
fn bundles() -> Outcome<Vec<String>> {
    let mut bundles = vec!["core=src/core.ts".to_owned()];
    for folder in folders()? {
        let index = format!("src/{folder}/index.ts");
        if Path::new(ISLANDS).join(&index).exists() {
            bundles.push(format!("{folder}={index}"));
        }
    }
    Ok(bundles)
}

fn install_packages(islands: &Path) -> Outcome {
    let wanted = fs::read(islands.join("package-lock.json"))?;
    let installed = islands.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    let arguments = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
    run(Command::new("npm").args(arguments).current_dir(islands))?;
    fs::write(installed, wanted)?;
    Ok(())
}

fn bundle(islands: &Path, built: &Path) -> Outcome {
    let style = fs::canonicalize("style/main.css")?;
    run(Command::new("node")
        .arg("node_modules/esbuild/bin/esbuild")
        .args(bundles()?)
        .arg(format!("main={}", style.display()))
        .args(["--bundle", "--minify", "--format=esm", "--charset=utf8", "--log-level=warning", TARGETS])
        .args(["--external:/assets/*", "--legal-comments=none"])
        .arg(format!("--outdir={}", built.display()))
        .current_dir(islands))
}

fn run(command: &mut Command) -> Outcome {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| {
        format!(
            "{program} cannot be started ({error}): building the pages needs Node 20 or later, with npm, in the PATH"
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{program} failed:\n{}", String::from_utf8_lossy(&output.stderr)).into())
}

/// Puts the drawings of a folder in one file, each a `<symbol>` named after its file; returns the names.
fn sprite(folder: &Path, view_box: &str, to: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    let mut symbols = String::new();
    for path in files(folder, "svg")? {
        let name = file_name(&path).trim_end_matches(".svg").to_owned();
        if name == "logo" {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let drawing = inside_svg(&text).ok_or_else(|| format!("{} is not one <svg> element", path.display()))?;
        symbols.push_str(&format!(r#"<symbol id="{name}" viewBox="{view_box}">{drawing}</symbol>"#));
        names.push(name);
    }
    fs::write(to, format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>"#))?;
    Ok(names)
}

/// What is between `<svg …>` and `</svg>`, on one line.
fn inside_svg(text: &str) -> Option<String> {
    let (_, after) = text.split_once("<svg")?;
    let (_, inside) = after.split_once('>')?;
    let (inside, _) = inside.rsplit_once("</svg>")?;
    Some(inside.lines().map(str::trim).collect())
}

/// One line of the table per built file; the style sheet comes last because it names the fonts' addresses.
fn asset_table(built: &Path) -> Outcome<String> {
    let mut rows = String::new();
    let mut addresses: Vec<(String, String)> = Vec::new();
    for (extension, mime) in [
        ("woff2", "font/woff2"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
        ("js", "text/javascript; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
    ] {
        for path in files(built, extension)? {
            let name = file_name(&path).to_owned();
            if extension == "css" {
                replace_addresses(&path, &addresses)?;
            }
            let address = hashed_address(&name, &fs::read(&path)?);
            rows.push_str(&row(&path, &name, &address, mime)?);
            addresses.push((name, address));
        }
    }
    Ok(format!("static ASSETS: &[Asset] = &[\n{rows}];\n"))
}

fn replace_addresses(style: &Path, addresses: &[(String, String)]) -> Outcome {
    let mut text = fs::read_to_string(style)?;
    for (name, address) in addresses {
        text = text.replace(&format!("/assets/{name}"), address);
    }
    fs::write(style, text)?;
    Ok(())
}

/// `main.css` becomes `/assets/main.1f2e3d4c.css`.
fn hashed_address(name: &str, content: &[u8]) -> String {
    let hash = blake3::hash(content).to_hex();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}.{}.{extension}", &hash[..8])
}

fn row(path: &Path, name: &str, address: &str, mime: &str) -> Outcome<String> {
    let packed = if mime.starts_with("font/") || mime == "image/png" { None } else { Some(compress(path)?) };
    let gzip = match packed {
        Some(packed) => format!("Some(include_bytes!({packed:?}).as_slice())"),
        None => "None".to_owned(),
    };
    Ok(format!(
        "    Asset {{ name: {name:?}, path: {address:?}, mime: {mime:?}, bytes: include_bytes!({path:?}), gzip: {gzip} }},\n"
    ))
}

fn compress(path: &Path) -> Outcome<PathBuf> {
    let packed = path.with_file_name(format!("{}.gz", file_name(path)));
    let mut encoder = flate2::write::GzEncoder::new(fs::File::create(&packed)?, flate2::Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    encoder.finish()?;
    Ok(packed)
}
