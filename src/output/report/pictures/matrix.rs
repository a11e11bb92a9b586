//! Who does what: agencies down, sections across; a full disc leads, a ring cooperates, a half disc does.

use std::collections::{BTreeMap, HashMap};

use maud::{Markup, html};

use super::{figure, short};
use crate::{
    model::{Plan, Role},
    output::report::{plain_language, words::Words},
};

const LABEL: f64 = 300.0;
const CELL: f64 = 26.0;
const HEAD: f64 = 170.0;
const MOST_AGENCIES: usize = 60;
const MOST_SECTIONS: usize = 40;

/// How often each agency leads, cooperates and does.
pub(in super::super) type Duties = BTreeMap<String, [usize; 3]>;

/// The column that a role counts in.
pub(in super::super) fn column(role: Role) -> usize {
    match role {
        Role::Lead => 0,
        Role::Responsible => 1,
        Role::Coordinate => 2,
    }
}

/// The agencies of a document over its sections of the first two levels.
pub(super) fn of_document(plan: &Plan, w: &Words) -> Markup {
    let mut agencies: Vec<&str> = Vec::new();
    let mut sections: Vec<String> = Vec::new();
    let mut cells: BTreeMap<(usize, usize), [usize; 3]> = BTreeMap::new();
    for a in &plan.assignments {
        let id = a.place.section.as_deref().unwrap_or("–");
        let top: String = id.split('.').take(2).collect::<Vec<_>>().join(".");
        let mut add = |agency, role| {
            let row = agencies.iter().position(|x| *x == agency).unwrap_or_else(|| {
                agencies.push(agency);
                agencies.len() - 1
            });
            let column_of = sections.iter().position(|s| *s == top).unwrap_or_else(|| {
                sections.push(top.clone());
                sections.len() - 1
            });
            cells.entry((row, column_of)).or_default()[column(role)] += 1;
        };
        add(a.value.agency.as_str(), a.value.role);
        for partner in &a.value.partners {
            add(partner.as_str(), Role::Coordinate);
        }
    }
    if agencies.is_empty() {
        return html! {};
    }
    let headings: HashMap<&str, &str> =
        plan.sections.iter().filter_map(|s| Some((s.id.as_str(), s.heading.as_deref()?))).collect();
    let (rows, columns) = (agencies.len().min(MOST_AGENCIES), sections.len().min(MOST_SECTIONS));
    let x = |column: usize| LABEL + CELL * (column as f64 + 0.5);
    let y = |row: usize| HEAD + CELL * (row as f64 + 0.5);
    let (width, height) = (x(columns) + 130.0, y(rows));
    let drawing = html! {
        @for (c, section) in sections.iter().take(columns).enumerate() {
            @let heading = headings.get(section.as_str()).copied().unwrap_or_default();
            a href=(format!("#s-{section}")) {
                title { (section) " " (heading) }
                text.head transform=(format!("translate({} {}) rotate(-45)", x(c), HEAD - 6.0)) { (short(&name(section, heading, w), 34)) }
            }
            line.grid x1=(x(c)) x2=(x(c)) y1=(HEAD) y2=(y(rows) - CELL / 2.0) {}
        }
        @for (r, agency) in agencies.iter().take(rows).enumerate() {
            text.label x="0" y=(y(r) + 4.0) { title { (agency) } (short(agency, 42)) }
            line.grid x1=(LABEL) x2=(x(columns) - CELL / 2.0) y1=(y(r)) y2=(y(r)) {}
        }
        @for ((r, c), roles) in cells.iter().filter(|((r, c), _)| *r < rows && *c < columns) {
            (sign(x(*c), y(*r), roles, &format!("{} · {}", agencies[*r], sections[*c]), w))
        }
        (legend(w))
    };
    let say = |(&(r, c), roles): (&(usize, usize), &[usize; 3])| {
        format!("{} {}: {}", agencies[r], sections[c], said(roles, w))
    };
    figure(w.matrix, &cells.iter().map(say).collect::<Vec<_>>(), (width, height), &drawing, w)
}

/// What a column is called.
fn name(section: &str, heading: &str, w: &Words) -> String {
    match section.split('~').next() {
        Some("0") => w.preamble.to_owned(),
        Some("end") => w.closing.to_owned(),
        _ => format!("{section} {heading}"),
    }
}

fn said(roles: &[usize; 3], w: &Words) -> String {
    let names = [w.lead, w.responsible, w.coordinate];
    let parts = roles.iter().zip(names).filter(|(n, _)| **n > 0).map(|(n, name)| format!("{name} {n}"));
    parts.collect::<Vec<_>>().join(", ")
}

/// The strongest role of a cell.
fn sign(x: f64, y: f64, roles: &[usize; 3], what: &str, w: &Words) -> Markup {
    let strongest = roles.iter().position(|n| *n > 0).unwrap_or(2);
    html! { g { title { (what) ": " (said(roles, w)) } (disc(strongest, x, y, 8.0)) } }
}

/// Full for who leads, half for who does, a ring for who cooperates.
fn disc(column: usize, x: f64, y: f64, r: f64) -> Markup {
    html! {
        @if column == 0 { circle.lead cx=(x) cy=(y) r=(r) {} } @else { circle.ring cx=(x) cy=(y) r=(r) {} }
        @if column == 1 { path.lead d=(format!("M {x} {} a {r} {r} 0 0 0 0 {} z", y - r, 2.0 * r)) {} }
    }
}

/// In the corner above the agencies.
fn legend(w: &Words) -> Markup {
    let signs = [([1, 0, 0], Role::Lead), ([0, 1, 0], Role::Responsible), ([0, 0, 1], Role::Coordinate)];
    html! {
        @for (i, (roles, role)) in signs.iter().enumerate() {
            @let y = 24.0 + 26.0 * i as f64;
            (sign(10.0, y, roles, "", w))
            text.label x="28" y=(y + 4.0) { (plain_language::role(*role, w)) }
        }
    }
}

/// The agencies of a batch with most duties, and how often each leads, does and cooperates.
pub(in super::super) fn over_batch(duties: &Duties, w: &Words) -> Markup {
    const MOST: usize = 30;
    let mut agencies: Vec<(&String, &[usize; 3])> = duties.iter().collect();
    agencies.sort_by_key(|(_, roles)| std::cmp::Reverse(roles.iter().sum::<usize>()));
    agencies.truncate(MOST);
    let Some(most) = agencies.iter().flat_map(|(_, roles)| roles.iter()).max().copied().filter(|&n| n > 0) else {
        return html! {};
    };
    // the signs stand first, so that a narrow screen shows them beside the beginnings of the names
    let x = |column: usize| 24.0 + 84.0 * column as f64;
    let y = |row: usize| 50.0 + 30.0 * row as f64;
    let drawing = html! {
        @for (c, name) in [w.lead, w.responsible, w.coordinate].iter().enumerate() {
            text.tick x=(x(c)) y="20" { (name) }
        }
        @for (r, (agency, roles)) in agencies.iter().enumerate() {
            text.label x="264" y=(y(r) + 4.0) { title { (agency) } (short(agency, 56)) }
            @for (c, count) in roles.iter().enumerate().filter(|(_, n)| **n > 0) {
                @let size = 3.0 + 9.0 * (*count as f64 / most as f64).sqrt();
                g { title { (agency) ": " (count) } (disc(c, x(c), y(r), size)) }
                text.label x=(x(c) + 20.0) y=(y(r) + 4.0) { (count) }
            }
        }
    };
    let say = |(agency, roles): &(&String, &[usize; 3])| format!("{agency}: {}", said(roles, w));
    let said: Vec<String> = agencies.iter().map(say).collect();
    figure(w.matrix, &said, (640.0, y(agencies.len())), &drawing, w)
}
