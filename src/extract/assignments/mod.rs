//! Finds assignments: who must do what.
//!
//! Structure decides which rule reads a leaf: a table's row its columns, a label line (`Đơn vị chủ trì: …`) its list,
//! a leaf below a heading of agencies its duty, any other node its sentences with a subject of their own.

mod agent;
mod answers;
mod attendance;
mod beside;
mod context;
mod council;
mod cues;
mod fronted;
mod groups;
mod headed;
mod label_ends;
mod labels;
mod lost;
mod organisation;
mod partners;
mod passed;
mod peers;
mod results;
mod rows;
mod sentences;
mod shapes;
mod split;
mod staff;
mod subjects;
mod taking_part;
mod titles;
mod told;
mod topics;

use std::ops::Range;

use super::{Finding, View};
use crate::{
    model::{AssignmentFact, Role},
    sections::{NodeId, SectionKind},
};
use context::{Context, Contexts};

/// A node whose words are read, with what stands above it.
struct Leaf<'a> {
    view: View<'a>,
    context: &'a Context,
    /// The node's paragraphs without a heading that only names agencies.
    passages: Vec<Range<usize>>,
}

/// A rule reads the leaves that it is for.
struct LeafRule {
    /// Stable, `family.name`.
    id: &'static str,
    /// One line for the list of rules in the documentation.
    finds: &'static str,
    /// Is the leaf this rule's? The first rule of the list that takes a leaf reads it.
    takes: fn(&Leaf) -> bool,
    /// Reads the leaf.
    apply: fn(&Leaf) -> Vec<Duty>,
}

/// The rules of the family; rows of tables are read by [`rows`].
const RULES: [LeafRule; 3] = [
    LeafRule {
        id: labels::ID,
        finds: "label lines: `Đơn vị chủ trì: …`, `Cơ quan thực hiện: X chủ trì, phối hợp với Y`",
        takes: labels::takes,
        apply: labels::read,
    },
    LeafRule { id: headed::ID, finds: "leaves below a heading of agencies", takes: headed::takes, apply: headed::read },
    LeafRule {
        id: sentences::ID,
        finds: "sentences with a subject of their own",
        takes: |_| true,
        apply: sentences::read,
    },
];

/// The rules of the family: id and what each finds.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = (rows::ID, "rows of tables with columns for lead and cooperating units");
    RULES.iter().map(|r| (r.id, r.finds)).chain([rows])
}

/// One agency's part in one duty.
#[derive(Debug, Clone)]
struct Duty {
    agency: String,
    role: Role,
    partners: Vec<String>,
    /// The words of the duty.
    task: Range<usize>,
    /// The words that show the assignment.
    words: Range<usize>,
}

/// A duty and where its words stand.
struct Found {
    finding: Finding<AssignmentFact>,
    task: Range<usize>,
}

/// All assignments in reading order; `words` gives the words of a duty as the record shows them.
pub fn find(view: View, words: impl Fn(&Range<usize>) -> String) -> Vec<Finding<AssignmentFact>> {
    let told = |found: Found| {
        let mut finding = found.finding;
        finding.value.task = words(&found.task);
        finding
    };
    read(view).into_iter().map(told).collect()
}

fn read(view: View) -> Vec<Found> {
    let contexts = Contexts::new(view);
    let mut rows = rows::read(view);
    let mut found = Vec::new();
    for (node, section) in view.tree.nodes.iter().enumerate() {
        if section.kind == SectionKind::Row {
            let duties = rows.remove(&node).unwrap_or_default();
            found.extend(duties.into_iter().map(|d| fact(node, rows::ID, d)));
            continue;
        }
        let Some(context) = contexts.of(node) else {
            continue;
        };
        let leaf = Leaf { view, context, passages: contexts.passages(view, node) };
        if context.attendance {
            continue;
        }
        if let Some(rule) = RULES.iter().find(|r| (r.takes)(&leaf)) {
            found.extend((rule.apply)(&leaf).into_iter().map(|d| fact(node, rule.id, d)));
        }
    }
    found.retain(|f| !bare(&f.finding.value.agency));
    found
}

/// A head without its name is what a cut cell leaves of an agency.
fn bare(name: &str) -> bool {
    matches!(
        name,
        "Bộ" | "Sở"
            | "Ban"
            | "Ngành"
            | "Hội"
            | "Phòng"
            | "Phòng, ban"
            | "Tổ chức"
            | "Thành phần"
            | "Hệ thống"
            | "Các"
            | "Cơ quan"
            | "Nhân viên"
            | "Thành viên"
            | "Thường trực"
    )
}

fn fact(node: NodeId, rule: &'static str, duty: Duty) -> Found {
    let value = AssignmentFact {
        agency: duty.agency,
        agency_id: None,
        level: None,
        province: None,
        role: duty.role,
        partners: duty.partners,
        task: String::new(),
        deadlines: Vec::new(),
        // `resolve` knows what the numbers point at
        task_refs: Vec::new(),
    };
    Found { finding: Finding { node: Some(node), range: duty.words, rule, value }, task: duty.task }
}

/// A passage of the leaf with its words looked up.
fn reader<'a>(view: View<'a>, range: &Range<usize>) -> crate::agency::Reader<'a> {
    crate::agency::Reader::of(view.text, range)
}
