//! Documents lead somewhere.

use crate::tree::{files, read, short};

#[test]
fn links_between_documents_lead_to_files() {
    let mut dead = Vec::new();
    for path in files("", "md") {
        let text = read(&path);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next()) {
            let outside = target.is_empty() || target.contains("://") || target.starts_with("mailto:");
            if !outside && !path.parent().unwrap().join(target).exists() {
                dead.push(format!("{} → {target}", short(&path)));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn documents_name_only_paths_that_exist() {
    let mut dead = Vec::new();
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = read(&crate::tree::top().join(name));
        for path in text.split('`').skip(1).step_by(2) {
            let is_path = ["app/", "base/", "protocols/", "services/", "islands/", "browser/", "bin/", "docs/"]
                .iter()
                .any(|it| path.starts_with(it));
            let plain = path.chars().all(|it| it.is_alphanumeric() || "/._-".contains(it));
            if is_path && plain && !crate::tree::top().join(path).exists() {
                dead.push(format!("{name}: {path}"));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}
