//! Facts in their context, with their fields in plain words.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::{Options, Part, context, outline, plain};
use crate::{
    model::{
        AssignmentFact, CitationFact, CitationRelation, Comparator, DeadlineFact, DeadlineRelation, Direction, Fact,
        Plan, Role, TargetFact, TargetRole,
    },
    validate::Words,
};

pub(super) const STRONG: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();
const TITLE: Style = AnsiColor::Cyan.on_default().bold();

/// Writes what `options` choose of a record, with colours; a plain sink strips them.
pub fn render(plan: &Plan, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let words = plan.text.as_deref().map(Words::new);
    let words = words.as_ref();
    writeln!(out, "{TITLE}{}{TITLE:#}", plan.source.path)?;
    if options.shows(Part::Metadata) {
        title("document", None, out)?;
        outline::metadata(&plan.document, words, out)?;
    }
    if options.shows(Part::Sections) {
        title("sections", None, out)?;
        outline::sections(plan, options, out)?;
    }
    let mut shower = Shower { options, words, out };
    shower.facts(Part::Targets, "targets", &plan.targets, target)?;
    shower.facts(Part::Deadlines, "deadlines", &plan.deadlines, deadline)?;
    shower.facts(Part::Assignments, "assignments", &plan.assignments, assignment)?;
    shower.facts(Part::Citations, "citations", &plan.citations, citation)?;
    if options.shows(Part::Diagnostics) && !plan.diagnostics.is_empty() {
        title("diagnostics", Some(plan.diagnostics.len()), out)?;
        for d in &plan.diagnostics {
            writeln!(out, "  {STRONG}{}{STRONG:#}  {}", d.code, d.message)?;
        }
    }
    Ok(())
}

fn title(name: &str, count: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let count = count.map_or(String::new(), |n| format!(" ({n})"));
    writeln!(out, "\n{TITLE}{name}{count}{TITLE:#}")
}

struct Shower<'a, W> {
    options: &'a Options,
    words: Option<&'a Words<'a>>,
    out: &'a mut W,
}

impl<W: Write> Shower<'_, W> {
    fn facts<T>(
        &mut self,
        part: Part,
        name: &str,
        facts: &[Fact<T>],
        in_words: impl Fn(&T) -> Vec<String>,
    ) -> io::Result<()> {
        if !self.options.shows(part) {
            return Ok(());
        }
        let held = |f: &&Fact<T>| self.options.holds(f.place.section.as_deref());
        let shown: Vec<&Fact<T>> = facts.iter().filter(held).collect();
        title(name, Some(shown.len()), self.out)?;
        for Fact { place, value } in shown {
            let section = place.section.as_deref().unwrap_or("title");
            let line = place.locator.line.map_or(String::new(), |n| format!("  line {n}"));
            let (id, rule) = (&place.id, &place.rule);
            writeln!(self.out, "  {STRONG}{id}{STRONG:#}  {section}{DIM}{line}  {rule}{DIM:#}")?;
            writeln!(self.out, "      {}", context::in_context(self.words, place.span, &place.text))?;
            for line in in_words(value) {
                writeln!(self.out, "      {line}")?;
            }
        }
        Ok(())
    }
}

fn target(t: &TargetFact) -> Vec<String> {
    let comparator = match t.comparator {
        Comparator::Eq => "",
        Comparator::Gt => "more than ",
        Comparator::Ge => "at least ",
        Comparator::Lt => "less than ",
        Comparator::Le => "at most ",
        Comparator::Approx => "about ",
    };
    let direction = t.direction.map(|d| match d {
        Direction::Increase => ", rising",
        Direction::Decrease => ", falling",
        Direction::Maintain => ", kept",
    });
    let horizon = |by: &str| {
        let preposition = if by.contains('/') { "in" } else { "by" };
        format!(", {preposition} {}", plain::date(by))
    };
    let reference = (t.role == TargetRole::Reference).then_some(", no goal of this plan");
    let says = [
        Some(format!("{comparator}{}", t.value)),
        t.value_max.map(|max| format!(" to {max}")),
        t.unit.as_ref().map(|unit| format!(" {unit}")),
        t.per.as_ref().map(|per| format!(" per {per}")),
        direction.map(str::to_owned),
        t.by.as_deref().map(horizon),
        t.baseline.as_deref().map(|b| format!(", compared with {}", plain::date(b))),
        reference.map(str::to_owned),
    ];
    vec![says.into_iter().flatten().collect(), format!("measures: {}", t.indicator)]
}

fn deadline(d: &DeadlineFact) -> Vec<String> {
    let relation = match d.relation {
        DeadlineRelation::Before => "before ",
        DeadlineRelation::By => "by ",
        DeadlineRelation::On => "on ",
        DeadlineRelation::During => "during ",
        DeadlineRelation::From => "from ",
        DeadlineRelation::Recurring => "",
    };
    let date = d.date.as_deref().map(plain::date);
    let recurrence = d.recurrence.as_deref().map(plain::recurrence);
    let within = d.within.as_deref().map(|w| match &d.recurrence {
        Some(_) => format!("for {}", plain::duration(w)),
        None => format!("within {} of its occasion", plain::duration(w)),
    });
    let when: Vec<String> = date.into_iter().chain(recurrence).chain(within).collect();
    let says = match d.relation {
        _ if when.is_empty() && d.relation == DeadlineRelation::Recurring => "again and again".to_owned(),
        _ if when.is_empty() => format!("{relation}a time that the words do not date"),
        _ if d.date.is_none() && d.recurrence.is_none() => when.join(", "),
        _ => format!("{relation}{}", when.join(", ")),
    };
    let mut lines = vec![says];
    if !d.agencies.is_empty() {
        lines.push(format!("for: {}", d.agencies.join("; ")));
    }
    lines
}

fn assignment(a: &AssignmentFact) -> Vec<String> {
    let role = match a.role {
        Role::Lead => "leads",
        Role::Coordinate => "takes part",
        Role::Responsible => "is responsible",
    };
    let mut lines = vec![format!("{} {role}", a.agency)];
    if !a.partners.is_empty() {
        lines.push(format!("with: {}", a.partners.join("; ")));
    }
    lines.push(format!("task: {}", context::one_line(&a.task, 200)));
    if !a.deadlines.is_empty() {
        lines.push(format!("deadlines: {}", a.deadlines.join(", ")));
    }
    if !a.task_refs.is_empty() {
        lines.push(format!("refers to: {}", a.task_refs.join(", ")));
    }
    lines
}

fn citation(c: &CitationFact) -> Vec<String> {
    let relation = match c.relation {
        CitationRelation::Implements => "this plan carries it out",
        CitationRelation::Basis => "a ground of this plan",
        CitationRelation::Mentions => "mentioned",
    };
    let number = c.number.as_ref().map(|n| format!(" {n}")).unwrap_or_default();
    let date = c.date.as_ref().map(|d| format!(", {}", plain::date(d))).unwrap_or_default();
    let issuer = c.issuer.as_ref().map(|i| format!(", {i}")).unwrap_or_default();
    let mut lines = vec![format!("{}{number}{date}{issuer}: {relation}", c.kind)];
    lines.extend(c.title.as_ref().map(|t| format!("title: {}", context::one_line(t, 200))));
    lines
}
