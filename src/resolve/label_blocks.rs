//! Label lines below a task: `1.1. Xây dựng Kế hoạch …` / `- Cơ quan chủ trì: …` / `- Thời gian hoàn thành: …`. The
//! task is what carries the labels, and they belong together as the cells of a row do.

use std::collections::HashMap;

use crate::{
    extract::{Finding, View},
    lexicon::time_phrases::TIME_PHRASES,
    model::{AssignmentFact, DeadlineFact, Fact, Role, SectionKind},
    sections::NodeId,
    text::floor,
};

/// The rules that read labels.
const LABELS: [&str; 2] = ["assignments.label", "deadlines.label"];

/// No duty before its labels is looked for further.
const LONGEST_DUTY: usize = 300;

/// What says no more than that somebody acts.
const WHO_ACTS: [&str; 6] =
    ["thực hiện", "tổ chức thực hiện", "triển khai thực hiện", "phối hợp thực hiện", "chủ trì", "phối hợp"];

/// The node that carries the label of each finding, where it is one of a label.
pub(super) fn carriers<T>(view: View, findings: &[Finding<T>]) -> Vec<Option<NodeId>> {
    let carried = |f: &Finding<T>| LABELS.contains(&f.rule).then(|| carrier(view, f.node?, f.range.start)).flatten();
    findings.iter().map(carried).collect()
}

/// The node itself where the label is one of its paragraphs or stands behind the duty that it tells of
/// (`- Tổ chức tập huấn. Phụ trách: …; hoàn thành: …`), else the one above.
fn carrier(view: View, label: NodeId, value: usize) -> Option<NodeId> {
    let node = &view.tree.nodes[label];
    let own = || {
        let text = node.text.first().filter(|text| text.start < value)?;
        let words = view.text.folded_at(text);
        let before = &words[..floor(words, LONGEST_DUTY.min(value - text.start))];
        let duty = before.split_once(['.', ';', ':'])?.0.trim();
        // `- Tổ chức thực hiện; cơ quan chủ trì: …` tells who does what stands above
        Some(TIME_PHRASES.begins_with_verb(duty) && !WHO_ACTS.contains(&duty))
    };
    if own() == Some(true) {
        return Some(label);
    }
    let item = matches!(node.kind, SectionKind::Dash | SectionKind::Plus | SectionKind::Bullet | SectionKind::Letter);
    if item { node.parent } else { Some(label) }
}

/// The words of each carrier are the task of its labels.
pub(super) fn name_tasks(view: View, assignments: &mut [Finding<AssignmentFact>], carriers: &[Option<NodeId>]) {
    for (assignment, carrier) in assignments.iter_mut().zip(carriers) {
        let Some(node) = carrier.map(|c| &view.tree.nodes[c]) else { continue };
        if let Some(words) = node.heading.as_ref().or(node.text.first()) {
            view.text.at(words).clone_into(&mut assignment.value.task);
        }
    }
}

/// Who is named and the time that is set below one task tell of each other.
pub(super) fn tie(
    assignments: &mut [Fact<AssignmentFact>],
    of_assignments: &[Option<NodeId>],
    deadlines: &mut [Fact<DeadlineFact>],
    of_deadlines: &[Option<NodeId>],
) {
    let mut named: HashMap<NodeId, Vec<usize>> = HashMap::new();
    for (i, carrier) in of_assignments.iter().enumerate().filter_map(|(i, c)| Some((i, (*c)?))) {
        named.entry(carrier).or_default().push(i);
    }
    for (d, carrier) in deadlines.iter_mut().zip(of_deadlines) {
        let Some(named) = carrier.and_then(|c| named.get(&c)) else { continue };
        for &i in named {
            let a = &mut assignments[i].value;
            if !a.deadlines.contains(&d.place.id) {
                a.deadlines.push(d.place.id.clone());
            }
            if a.role != Role::Coordinate && !d.value.agencies.contains(&a.agency) {
                d.value.agencies.push(a.agency.clone());
            }
        }
    }
}
