//! Compiles the words.

fn main() {
    words::compile("words/fr.ftl");
}
