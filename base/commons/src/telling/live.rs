//! The live channel: after a commit, nodes are told which circles were touched; pages in them ask for their badge again.

use db::Tx;
use school::CircleId;

/// Says that something changed for some circles. Nothing but their identifiers travels.
pub fn touched(tx: &mut Tx, circles: impl IntoIterator<Item = CircleId>) {
    let list: Vec<String> = circles.into_iter().map(|it| it.to_string()).collect();
    // PostgreSQL carries at most 8,000 bytes a notice.
    for part in list.chunks(200) {
        tx.notify(format!("circles {}", part.join(" ")));
    }
}

/// Whether a word heard concerns one of these circles, as `Viewer::circle_list` writes them.
pub fn concerns(word: &str, circles: &str) -> bool {
    word.strip_prefix("circles ").is_some_and(|list| list.split(' ').any(|id| circles.contains(id)))
}
