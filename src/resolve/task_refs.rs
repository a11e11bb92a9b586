//! Resolves `các nhiệm vụ: 1 (1.1, 1.2), 4, 5 (trừ 5.4)` to sections of the plan.
//!
//! Two ways to refer: tasks by number, whose part is found by trying the parts of the plan, and places named from the
//! inside out (`điểm a khoản 2 mục III`). A reference is linked only when exactly one candidate is left; numbers that
//! belong to another document (`khoản 2 Điều 5 Luật …`) are none.

mod read;

use std::cell::LazyCell;

use read::{Task, annex, dotted, explicit_part, places, tasks};
use rustc_hash::FxHashMap;

use crate::{
    extract::{Finding, View},
    model::AssignmentFact,
    sections::{NodeId, SectionKind},
    text::{fold, letters, words::words},
};

/// The duties with the sections that their words refer to.
pub fn link(view: View, mut duties: Vec<Finding<AssignmentFact>>) -> Vec<Finding<AssignmentFact>> {
    let sections = LazyCell::new(|| Sections::new(view));
    for n in 0..duties.len() {
        // the agencies of a list have one duty
        let (before, rest) = duties.split_at_mut(n);
        let duty = &mut rest[0];
        duty.value.task_refs = match before.last().filter(|last| last.value.task == duty.value.task) {
            Some(last) => last.value.task_refs.clone(),
            None => resolve(&sections, &duty.value.task),
        };
    }
    duties
}

/// Is a figure followed by a full stop and another one?
pub(super) fn shows_number(words: &[u8]) -> bool {
    let figure = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    memchr::memchr_iter(b'.', words).any(|at| figure(words[..at].last()) && figure(words.get(at + 1)))
}

/// The ids of the sections that the words of a duty refer to; empty when it refers to none.
fn resolve<'a>(sections: &LazyCell<Sections<'a>, impl FnOnce() -> Sections<'a>>, duty: &str) -> Vec<String> {
    // a place is told by a roman number, a task by a figure
    let stroke = |byte| matches!(byte, b'i' | b'v' | b'x' | b'I' | b'V' | b'X');
    let roman = letters::words(duty).any(|word| word.bytes().all(stroke));
    let figures = duty.bytes().any(|byte| byte.is_ascii_digit());
    if !roman && !figures {
        return Vec::new();
    }
    let folded_duty = &fold(duty);
    let places = if roman { [places(folded_duty), dotted(folded_duty)].concat() } else { Vec::new() };
    let tasks = if figures { tasks(folded_duty) } else { Vec::new() };
    if places.is_empty() && tasks.is_empty() {
        return Vec::new();
    }
    let mut ids: Vec<String> = Vec::new();
    let mut add = |found: Vec<String>| {
        for id in found {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    };
    if !tasks.is_empty() {
        if let Some(label) = annex(folded_duty) {
            add(sections.of_annex(label, &tasks).into_iter().map(|n| sections.id(n)).collect());
            return ids;
        }
        let part = explicit_part(folded_duty).and_then(|label| sections.only(&[label]));
        if let Some(root) = part.or_else(|| sections.part_of(&tasks)) {
            add(tasks.iter().flat_map(|task| sections.under(root, task)).collect());
            return ids;
        }
    }
    for place in places {
        if let Some(node) = sections.only(&place.path) {
            // `khoản 2 (trừ 2.3)`: the last part of the number tells the child
            let except: Vec<NodeId> = place.except.iter().filter_map(|e| sections.child(node, e.last())).collect();
            add(sections.without(node, &except));
        }
    }
    ids
}

/// The sections of a plan by id.
struct Sections<'a> {
    view: View<'a>,
    by_id: FxHashMap<&'a str, NodeId>,
}

impl<'a> Sections<'a> {
    fn new(view: View<'a>) -> Self {
        let by_id = view.tree.nodes.iter().enumerate().map(|(n, node)| (node.id.as_str(), n)).collect();
        Self { view, by_id }
    }

    fn id(&self, node: NodeId) -> String {
        self.view.tree.nodes.get(node).map(|n| n.id.clone()).unwrap_or_default()
    }

    fn child<'p>(&self, root: NodeId, path: impl IntoIterator<Item = &'p String>) -> Option<NodeId> {
        let path: Vec<&str> = path.into_iter().map(String::as_str).collect();
        self.by_id.get(format!("{}.{}", self.id(root), path.join(".")).as_str()).copied()
    }

    /// The only section whose labels end with `path`, at the top or below a part.
    fn only(&self, path: &[String]) -> Option<NodeId> {
        let tail = path.join(".");
        if let Some(&top) = self.by_id.get(tail.as_str()) {
            return Some(top);
        }
        let below = format!(".{tail}");
        let annex = |id: &str| id.starts_with("PL");
        let mut found = self.by_id.iter().filter(|(id, _)| id.ends_with(&below) && !annex(id)).map(|(_, &n)| n);
        found.next().filter(|_| found.next().is_none())
    }

    /// `nhiệm vụ số 1, 3, 9 tại Phụ lục I`: the rows or sections of the annex that bear the numbers; all of them, or none.
    fn of_annex(&self, label: usize, tasks: &[Task]) -> Vec<NodeId> {
        let nodes = &self.view.tree.nodes;
        let annexes = || nodes.iter().filter(|n| n.kind == SectionKind::Annex);
        // without a number the only annex is meant
        let Some(annex) = annexes().nth(label.max(1) - 1).filter(|_| label > 0 || annexes().count() == 1) else {
            return Vec::new();
        };
        let inside = format!("{}.", annex.id);
        let numbered = |task: &Task| {
            let below = format!(".{}", task.path.join("."));
            let mut found =
                nodes.iter().enumerate().filter(|(_, n)| n.id.starts_with(&inside) && n.id.ends_with(&below));
            found.next().map(|(n, _)| n).filter(|_| found.next().is_none() && task.except.is_empty())
        };
        tasks.iter().map(numbered).collect::<Option<_>>().unwrap_or_default()
    }

    /// The only part that has all the tasks; of several the only one that is about tasks.
    fn part_of(&self, tasks: &[Task]) -> Option<NodeId> {
        let has_all = |root: NodeId| tasks.iter().all(|t| self.child(root, &t.path).is_some());
        let nodes = &self.view.tree.nodes;
        let part = |n: NodeId| {
            matches!(nodes[n].kind, SectionKind::Roman | SectionKind::Part | SectionKind::Chapter | SectionKind::Letter)
        };
        let parts: Vec<NodeId> = (0..nodes.len()).filter(|&n| part(n) && has_all(n)).collect();
        let about = |n: NodeId| {
            let heading = nodes[n].heading.as_ref().map_or("", |h| self.view.text.folded_at(h));
            let tasks = words!["nhiệm vụ", "giải pháp", "nội dung", "hoạt động"].within(heading);
            tasks && !heading.contains("tổ chức thực hiện") && !heading.contains("phân công")
        };
        if let [only] = parts[..] {
            return Some(only);
        }
        let mut tasks = parts.into_iter().filter(|&n| about(n));
        tasks.next().filter(|_| tasks.next().is_none())
    }

    /// The task's section, or its children without those that are left out.
    fn under(&self, root: NodeId, task: &Task) -> Vec<String> {
        let Some(node) = self.child(root, &task.path) else {
            return Vec::new();
        };
        let except: Vec<NodeId> = task.except.iter().filter_map(|path| self.child(root, path)).collect();
        self.without(node, &except)
    }

    /// The section, or its children without those that are left out.
    fn without(&self, node: NodeId, except: &[NodeId]) -> Vec<String> {
        if except.is_empty() {
            return vec![self.id(node)];
        }
        self.view.tree.children(node).filter(|n| !except.contains(n)).map(|n| self.id(n)).collect()
    }
}
