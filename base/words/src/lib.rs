//! Every string a person reads is a checked word: Fluent files compiled to typed methods.
//!
//! A build script calls [`compile`] on `words/fr.ftl`; the crate includes the result with [`include_words!`] and says
//! `W.sign_in()` or `W.unread(3)`. A missing message or argument does not compile. An argument that chooses a plural is
//! an `i64`; every other is anything that can be displayed.
//!
//! Texts are typed with plain spaces: the one after « and the one before » ? ! ; : % become unbreakable (U+00A0) as the
//! file is read, so no line of a page begins with a mark. Only a number bound to its unit is typed so: `100\u{a0}Mo`.

mod message;
mod typography;

use fluent_syntax::{ast::Entry, parser};
use std::{env, fs, path::Path, process};

/// Includes the compiled words of a crate as `Words` and the constant `W`.
#[macro_export]
macro_rules! include_words {
    () => {
        include!(concat!(env!("OUT_DIR"), "/words.rs"));
    };
}

/// A method of so many lines is one clippy finds long, its documentation and signature counted.
const LONG: usize = 104;

/// Compiles one Fluent file into `OUT_DIR/words.rs`; to be called from a build script. Ends the build on a mistake.
pub fn compile(path: &str) {
    println!("cargo::rerun-if-changed={path}");
    let written =
        fs::read_to_string(path).map_err(|error| error.to_string()).and_then(|text| rust_of(&text)).and_then(|rust| {
            let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
            fs::write(Path::new(&out).join("words.rs"), rust).map_err(|error| error.to_string())
        });
    if let Err(reason) = written {
        println!("cargo::error={path}: {reason}");
        process::exit(1);
    }
}

/// The Rust text of a Fluent file.
///
/// # Errors
/// What is wrong with the file, in words for its author.
pub fn rust_of(fluent: &str) -> Result<String, String> {
    let resource = parser::parse(fluent).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut methods = String::new();
    let mut names = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if names.contains(&message.id.name) {
            return Err(format!("« {} » is written twice", message.id.name));
        }
        names.push(message.id.name);
        let method = message::method(message)?;
        if method.lines().count() > LONG {
            methods.push_str("    #[expect(clippy::too_many_lines, reason = \"a line per variant\")]\n");
        }
        methods.push_str(&method);
    }
    Ok(format!(
        "/// The words of this crate, in French.\n#[derive(Clone, Copy, Debug)]\npub struct Words;\n\n\
         /// The words of this crate.\npub const W: Words = Words;\n\nimpl Words {{\n{methods}}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::rust_of;

    #[test]
    fn a_plain_message_is_a_static_text() {
        let rust = rust_of("sign-in = Se connecter\n");
        assert!(rust.is_ok_and(|it| it.contains("pub fn sign_in(self) -> &'static str {\n        \"Se connecter\"")));
    }

    #[test]
    fn plurals_take_a_number_and_follow_french() {
        let rust = rust_of(
            "unread = { $count ->\n    [0] Aucun message\n    [one] Un message\n   *[other] { $count } messages\n}\n",
        )
        .unwrap_or_default();
        assert!(rust.contains("count: i64"), "{rust}");
        assert!(rust.contains("-1..=1 =>"), "{rust}");
    }

    #[test]
    fn marks_never_begin_a_line() {
        // The Rust text writes the unbreakable space as an escape.
        let rust = |fluent: &str| rust_of(fluent).unwrap_or_default().replace("\\u{a0}", "_").replace('\u{a0}', "_");
        assert!(rust("lost = Mot de passe oublié ?\n").contains("oublié_?"));
        let chosen = rust("told = { $count ->\n    [one] « { $name } » : lu\n   *[other] { $name } : { $count }\n}\n");
        for part in ["«_", "_»_: lu", "_: "] {
            assert!(chosen.contains(part), "{part} in {chosen}");
        }
    }

    #[test]
    fn mistakes_are_told() {
        assert!(rust_of("a = x\na = y\n").is_err());
        assert!(rust_of("a = { NUMBER($x) }\n").is_err());
    }
}
