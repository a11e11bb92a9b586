//! Resolves `các nhiệm vụ: 1 (1.1, 1.2), 4, 5 (trừ 5.4)` to sections of the plan.
//!
//! Two ways to refer: tasks by number, whose part is found by trying the parts of the plan, and places named from the
//! inside out (`điểm a khoản 2 mục III`). A reference is linked only when exactly one candidate is left; numbers that
//! belong to another document (`khoản 2 Điều 5 Luật …`) are none.

mod read;

use std::cell::LazyCell;

use read::{Place, Task, annex, dotted, explicit_part, places, tasks};
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
        let label = explicit_part(folded_duty);
        let part = label.as_ref().and_then(|label| sections.only(std::slice::from_ref(label)));
        if let Some(root) = part.or_else(|| sections.part_of(&tasks)) {
            // `nhiệm vụ 1, 2 Mục II (trừ 1.3)`, `nhiệm vụ tại mục 1 phần II (trừ nội dung 3)`
            let of_part = places.iter().filter(|p| label.is_some() && p.path.first() == label.as_ref());
            let except: Vec<NodeId> = of_part.flat_map(|place| sections.left_out(place)).collect();
            add(tasks.iter().flat_map(|task| sections.under(root, task, &except)).collect());
            return ids;
        }
    }
    for place in places {
        if let Some(node) = sections.only(&place.path) {
            add(sections.without(node, &sections.left_out(&place)));
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

    /// What is left out of a place.
    fn left_out(&self, place: &Place) -> Vec<NodeId> {
        let node = if place.except.is_empty() { None } else { self.only(&place.path) };
        node.into_iter().flat_map(|node| place.except.iter().filter_map(move |e| self.below(node, e))).collect()
    }

    /// What is left out of a section: `khoản 2 (trừ 2.3)` repeats the number of the section, `Mục II (trừ 2.3)` does not.
    fn below(&self, node: NodeId, path: &[String]) -> Option<NodeId> {
        let (last, above) = path.split_last()?;
        let (id, own) = (self.id(node), above.join("."));
        let repeats = id.strip_suffix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        if repeats { self.child(node, [last]) } else { self.child(node, path) }
    }

    /// The task's section, or the only row of its number in the tables of the part.
    fn task(&self, root: NodeId, path: &[String]) -> Option<NodeId> {
        let row = || {
            let (inside, number) = (format!("{}.", self.id(root)), format!(".{}", path.join(".")));
            let nodes = self.view.tree.nodes.iter().enumerate();
            let mut rows = nodes
                .filter(|(_, n)| n.kind == SectionKind::Row && n.id.starts_with(&inside) && n.id.ends_with(&number));
            rows.next().map(|(n, _)| n).filter(|_| rows.next().is_none())
        };
        self.child(root, path).or_else(row)
    }

    /// The task's section, or its children without those that are left out.
    fn under(&self, root: NodeId, task: &Task, except: &[NodeId]) -> Vec<String> {
        let Some(node) = self.task(root, &task.path) else {
            return Vec::new();
        };
        let own = task.except.iter().filter_map(|path| self.child(root, path));
        let except: Vec<NodeId> = own.chain(except.iter().copied()).collect();
        self.without(node, &except)
    }

    /// The section, or its children without those that are left out somewhere below it.
    fn without(&self, node: NodeId, except: &[NodeId]) -> Vec<String> {
        if except.contains(&node) {
            return Vec::new();
        }
        let id = self.id(node);
        let inside = format!("{id}.");
        if !except.iter().any(|&out| self.id(out).starts_with(&inside)) {
            return vec![id];
        }
        self.view.tree.children(node).flat_map(|child| self.without(child, except)).collect()
    }
}
