//! The nodes of a text with the bytes that they take, and how they are put together.

use std::ops::Range;

use indexmap::IndexMap;
use indexmap::map::Entry;

use crate::diagnostic::Target;
use crate::document::Pointer;

/// A node, by its index.
pub(super) type NodeId = usize;

/// The nodes of a text.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    duplicates: Vec<Duplicate>,
}

/// A key that an object has more than once, with the bytes of two of the keys.
#[derive(Clone, Debug)]
pub(super) struct Duplicate {
    pub(super) pointer: Pointer,
    pub(super) first: Range<usize>,
    pub(super) second: Range<usize>,
}

#[derive(Debug)]
struct Node {
    key: Option<Range<usize>>,
    value: Range<usize>,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Items(Vec<NodeId>),
    Members(IndexMap<String, NodeId>),
    /// An alias of YAML: those of another node.
    Of(NodeId),
}

impl Tree {
    /// The child of a node under a token, looking through aliases and merged objects of YAML.
    pub(super) fn child(&self, node: NodeId, token: &str) -> Option<NodeId> {
        match &self.target(node)?.children {
            Children::Items(items) => items.get(token.parse::<usize>().ok()?).copied(),
            Children::Members(members) => members
                .get(token)
                .copied()
                .or_else(|| self.merged_child(*members.get("<<")?, token)),
            Children::None | Children::Of(_) => None,
        }
    }

    /// The bytes of a node, or of its key.
    pub(super) fn bytes(&self, node: NodeId, target: Target) -> Range<usize> {
        let Some(node) = self.nodes.get(node) else {
            return 0..0;
        };
        match (target, &node.key) {
            (Target::Key, Some(key)) => key.clone(),
            _ => node.value.clone(),
        }
    }

    pub(super) fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }

    /// What is merged is an object or a list of objects; what those merge in turn is not looked at.
    fn merged_child(&self, merged: NodeId, token: &str) -> Option<NodeId> {
        match &self.target(merged)?.children {
            Children::Members(members) => members.get(token).copied(),
            Children::Items(items) => {
                items
                    .iter()
                    .find_map(|item| match &self.target(*item)?.children {
                        Children::Members(members) => members.get(token).copied(),
                        _ => None,
                    })
            }
            _ => None,
        }
    }

    /// The node itself, or the one that it is an alias of. An alias names an earlier node, which is not an alias.
    fn target(&self, node: NodeId) -> Option<&Node> {
        let node = self.nodes.get(node)?;
        match node.children {
            Children::Of(other) => self.nodes.get(other),
            _ => Some(node),
        }
    }
}

/// Puts a tree together from what a scanner comes across, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Builder {
    tree: Tree,
    open: Vec<Open>,
}

/// An object or list whose end has not been seen.
#[derive(Debug)]
struct Open {
    node: NodeId,
    key: Option<(String, Range<usize>)>,
}

impl Builder {
    /// A scalar.
    pub(super) fn scalar(&mut self, bytes: Range<usize>) -> NodeId {
        self.add(bytes, Children::None)
    }

    /// A reference to a node that was seen before.
    pub(super) fn alias(&mut self, bytes: Range<usize>, node: NodeId) {
        self.add(bytes, Children::Of(node));
    }

    /// The start of a list.
    pub(super) fn list(&mut self, start: usize) -> NodeId {
        let node = self.add(start..start, Children::Items(Vec::new()));
        self.open.push(Open { node, key: None });
        node
    }

    /// The start of an object.
    pub(super) fn object(&mut self, start: usize) -> NodeId {
        let node = self.add(start..start, Children::Members(IndexMap::new()));
        self.open.push(Open { node, key: None });
        node
    }

    /// The key of the member that comes next.
    pub(super) fn key(&mut self, key: String, bytes: Range<usize>) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, bytes));
        }
    }

    /// The end of the innermost list or object.
    pub(super) fn end(&mut self, end: usize) {
        if let Some(open) = self.open.pop()
            && let Some(node) = self.tree.nodes.get_mut(open.node)
        {
            node.value.end = end;
        }
    }

    /// Whether the next thing is the key of a member.
    pub(super) fn expects_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.key.is_none() && self.is_object(open.node))
    }

    pub(super) fn finish(self) -> Tree {
        self.tree
    }

    fn is_object(&self, node: NodeId) -> bool {
        self.tree
            .nodes
            .get(node)
            .is_some_and(|node| matches!(node.children, Children::Members(_)))
    }

    fn add(&mut self, value: Range<usize>, children: Children) -> NodeId {
        let node = self.tree.nodes.len();
        let key = self.open.last_mut().and_then(|open| open.key.take());
        self.tree.nodes.push(Node {
            key: key.as_ref().map(|(_, bytes)| bytes.clone()),
            value,
            children,
        });
        self.attach(node, key);
        node
    }

    /// Hangs a node into the innermost list or object. Of members with the same key, the first stays.
    fn attach(&mut self, node: NodeId, key: Option<(String, Range<usize>)>) {
        let Some(parent) = self.open.last().map(|open| open.node) else {
            return;
        };
        let Some(parent) = self.tree.nodes.get_mut(parent) else {
            return;
        };
        match (&mut parent.children, key) {
            (Children::Items(items), _) => items.push(node),
            (Children::Members(members), Some((key, bytes))) => match members.entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert(node);
                }
                Entry::Occupied(entry) if entry.key() != "<<" => {
                    let (first, key) = (*entry.get(), entry.key().clone());
                    self.duplicate(first, &key, bytes);
                }
                Entry::Occupied(_) => {}
            },
            _ => {}
        }
    }

    fn duplicate(&mut self, first: NodeId, key: &str, second: Range<usize>) {
        let first = self.tree.bytes(first, Target::Key);
        let pointer = self.pointer().child(key);
        self.tree.duplicates.push(Duplicate {
            pointer,
            first,
            second,
        });
    }

    /// The place of the innermost list or object.
    fn pointer(&self) -> Pointer {
        let parents = self.open.iter().zip(self.open.iter().skip(1));
        parents.fold(Pointer::root(), |pointer, (parent, child)| {
            match self.tree.nodes.get(parent.node).map(|node| &node.children) {
                Some(Children::Items(items)) => pointer.child(items.len().saturating_sub(1)),
                Some(Children::Members(members)) => {
                    let token = members.iter().rev().find(|(_, node)| **node == child.node);
                    token.map_or_else(|| pointer.clone(), |(key, _)| pointer.child(key))
                }
                _ => pointer,
            }
        })
    }
}
