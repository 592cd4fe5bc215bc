//! The structure of a text that goes on over pages: a paragraph, a table begun on one page receives more on the next.

use krilla::tagging::{Tag, TagGroup, TagKind};

/// A place in the structure.
#[derive(Clone, Copy)]
pub(crate) struct Branch(usize);

impl Branch {
    /// The whole.
    pub(crate) const ROOT: Self = Self(0);
}

/// A structure that grows while the pages are laid out, and receives what is drawn afterwards.
pub(super) struct Structure {
    /// Each after the one that holds it.
    nodes: Vec<Node>,
}

struct Node {
    parent: usize,
    group: TagGroup,
    /// The nodes it holds, the last one first.
    below: Vec<TagGroup>,
}

impl Structure {
    pub(super) fn new() -> Self {
        let whole = Node { parent: 0, group: TagGroup::new(Tag::Part), below: Vec::new() };
        Self { nodes: vec![whole] }
    }

    /// A new branch, after those its parent has.
    pub(super) fn add(&mut self, parent: Branch, tag: impl Into<TagKind>) -> Branch {
        self.nodes.push(Node { parent: parent.0, group: TagGroup::new(tag), below: Vec::new() });
        Branch(self.nodes.len() - 1)
    }

    /// Where what is drawn goes. A branch that holds others receives nothing itself.
    pub(super) fn group(&mut self, branch: Branch) -> Option<&mut TagGroup> {
        self.nodes.get_mut(branch.0).map(|node| &mut node.group)
    }

    /// Everything, each branch in the one that holds it.
    pub(super) fn whole(mut self) -> TagGroup {
        let mut whole = TagGroup::new(Tag::Part);
        while let Some(Node { parent, mut group, below }) = self.nodes.pop() {
            for child in below.into_iter().rev() {
                group.push(child);
            }
            match self.nodes.get_mut(parent) {
                Some(holder) => holder.below.push(group),
                None => whole = group,
            }
        }
        whole
    }
}
