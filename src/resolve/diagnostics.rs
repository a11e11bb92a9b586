//! What a reader of the record should look at.

use super::{Positions, task_refs};
use crate::{
    extract::View,
    ingest::RawDocument,
    layout::{Layout, is_number_column},
    model::{Diagnostic, Plan, SectionKind, Severity, Span},
    text::{
        fold,
        letters::{is_alphabetic, is_alphanumeric},
    },
};

/// A kind of finding: its stable code, how much it matters, what it means.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// Stable name.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it means, for the documentation.
    pub meaning: &'static str,
}

/// All findings of this stage and of layout.
pub const CODES: &[Code] = &[
    Code {
        code: "page-furniture",
        severity: Severity::Info,
        meaning: "rulers, page numbers, running heads or stamps were left out",
    },
    Code {
        code: "web-furniture",
        severity: Severity::Info,
        meaning: "words of a web page around the document were left out",
    },
    Code {
        code: "text-after-signature",
        severity: Severity::Info,
        meaning: "words after the signature belong to no section",
    },
    Code {
        code: "annex-without-mark",
        severity: Severity::Warning,
        meaning: "words after the signature were taken for an annex",
    },
    Code {
        code: "recognized",
        severity: Severity::Info,
        meaning: "words were read from images of pages by a recognizer (OCR)",
    },
    Code {
        code: "weak-words",
        severity: Severity::Warning,
        meaning: "words of which the recognizer was not certain; facts carry the `confidence` of their weakest word",
    },
    Code {
        code: "pages-not-recognized",
        severity: Severity::Warning,
        meaning: "pages that are images were left out because there are too many of them",
    },
    Code {
        code: "words-cut",
        severity: Severity::Warning,
        meaning: "a table is wider than the paper that a browser printed it on: words of its last column are missing",
    },
    Code { code: "no-type-line", severity: Severity::Warning, meaning: "no line names the document's type" },
    Code { code: "no-number", severity: Severity::Warning, meaning: "the masthead shows no number" },
    Code {
        code: "blank-number",
        severity: Severity::Info,
        meaning: "the number's place is blank, its symbol is there",
    },
    Code { code: "no-date", severity: Severity::Warning, meaning: "no date of issue was found" },
    Code { code: "blank-day", severity: Severity::Info, meaning: "the date of issue shows no day" },
    Code { code: "unread-day", severity: Severity::Info, meaning: "the day in the date of issue cannot be read" },
    Code { code: "no-issuer", severity: Severity::Warning, meaning: "no issuing agency was found" },
    Code {
        code: "issuer-inferred",
        severity: Severity::Info,
        meaning: "the issuer comes from the text, not from the masthead",
    },
    Code {
        code: "filled-from-annex",
        severity: Severity::Info,
        meaning: "number or date come from a line `(Kèm theo …)`",
    },
    Code { code: "no-title", severity: Severity::Warning, meaning: "no title was found" },
    Code { code: "no-signer", severity: Severity::Info, meaning: "no signer was found" },
    Code { code: "no-sections", severity: Severity::Warning, meaning: "no numbered node was found" },
    Code { code: "numbering-repeat", severity: Severity::Info, meaning: "a label comes twice within one parent" },
    Code { code: "numbering-gap", severity: Severity::Info, meaning: "a number is missing between two that are there" },
    Code {
        code: "table-misaligned",
        severity: Severity::Warning,
        meaning: "rows of a table do not line up with its header and gave no assignments",
    },
    Code {
        code: "table-unread",
        severity: Severity::Warning,
        meaning: "a table of tasks is printed line by line, and nothing tells its cells apart: no facts were taken from its columns",
    },
    Code { code: "goals-without-figures", severity: Severity::Info, meaning: "a section about goals gave no target" },
    Code {
        code: "organisation-without-agency",
        severity: Severity::Warning,
        meaning: "a section about who does what gave no assignment",
    },
    Code {
        code: "unresolved-reference",
        severity: Severity::Info,
        meaning: "a duty refers to tasks by number that were not found",
    },
    Code {
        code: "encoding-uncertain",
        severity: Severity::Warning,
        meaning: "the bytes read as Vietnamese in no encoding beyond doubt, or in two; `--encoding` decides",
    },
    Code {
        code: "encoding-repaired",
        severity: Severity::Warning,
        meaning: "text that had been read in a wrong encoding and saved again was read back",
    },
    Code {
        code: "line-ends-escaped",
        severity: Severity::Info,
        meaning: "line ends that a program had written as the letters `\\r\\n` were read as line ends",
    },
    Code {
        code: "nesting-cut",
        severity: Severity::Info,
        meaning: "elements of a page that are nested more than 100 deep were read as if they were not there",
    },
    Code {
        code: "bytes-replaced",
        severity: Severity::Warning,
        meaning: "bytes that begin no character of the encoding; U+FFFD stands for them",
    },
    Code {
        code: "old-fonts",
        severity: Severity::Info,
        meaning: "letters of fonts for TCVN3 or VNI (`.VnTime`, `VNI-Times`) were read as what they print",
    },
    Code { code: "hidden-text", severity: Severity::Info, meaning: "words that the file hides were left out" },
    Code {
        code: "tracked-changes",
        severity: Severity::Info,
        meaning: "changes were read as accepted: deletions out, insertions in",
    },
    Code { code: "table-of-contents", severity: Severity::Info, meaning: "a table of contents was left out" },
    Code { code: "pictures", severity: Severity::Info, meaning: "pictures in the file were not read" },
    Code {
        code: "other-format",
        severity: Severity::Info,
        meaning: "the content is of another format than the name says",
    },
    Code {
        code: "damaged-text",
        severity: Severity::Warning,
        meaning: "letters that Vietnamese does not use: OCR damage or a wrong decoding",
    },
];

/// Adds what the stages noticed and what the finished lists show.
pub(super) fn add(plan: &mut Plan, raw: &RawDocument, layout: &Layout, view: View, positions: &mut Positions) {
    let mut found: Vec<Diagnostic> = layout
        .notices
        .iter()
        .map(|n| Diagnostic {
            severity: n.severity,
            code: n.code.into(),
            message: n.message.clone(),
            span: n.range.as_ref().map(|r| positions.span(r)),
        })
        .collect();
    let mut say = |code: &str, message: String, span| {
        let severity = CODES.iter().find(|c| c.code == code).map_or(Severity::Info, |c| c.severity);
        found.push(Diagnostic { severity, code: code.into(), message, span });
    };
    for notice in &raw.notices {
        say(notice.code, notice.message.clone(), None);
    }
    metadata(plan, &mut say);
    numbering(plan, &mut say);
    tables(plan, view, &mut say);
    unread_tables(view.text.plain(), &mut say);
    silence(plan, &mut say);
    damage(view, &mut say);
    plan.diagnostics = found;
}

type Say<'a> = dyn FnMut(&str, String, Option<crate::model::Span>) + 'a;

fn metadata(plan: &Plan, say: &mut Say) {
    let d = &plan.document;
    match (&d.number, &d.symbol) {
        (None, Some(symbol)) => {
            say("blank-number", format!("the number before {symbol} is blank"), evidence(plan, "symbol"));
        }
        (None, None) => say("no-number", "no number was found".into(), None),
        _ => {}
    }
    match d.issued_on.as_deref() {
        None => say("no-date", "no date of issue was found".into(), None),
        Some(date) if date.len() < 10 => {
            let printed = plan.document.evidence.get("issued_on").map(|e| fold(&e.text));
            let code = if printed.is_some_and(|date| shows_day(&date)) { "unread-day" } else { "blank-day" };
            say(code, format!("the date of issue is only {date}"), evidence(plan, "issued_on"));
        }
        Some(_) => {}
    }
    if d.issuer.is_none() {
        say("no-issuer", "no issuing agency was found".into(), None);
    }
    for (field, rule) in d.evidence.iter().map(|(field, e)| (field, e.rule.as_str())) {
        match rule {
            "metadata.preamble" | "metadata.closing" | "metadata.decider" => {
                say("issuer-inferred", format!("the issuer was read by {rule}"), evidence(plan, field));
            }
            "metadata.enclosure" => {
                say("filled-from-annex", format!("{field} comes from an annex"), evidence(plan, field));
            }
            _ => {}
        }
    }
    if d.title.is_none() {
        say("no-title", "no title was found".into(), None);
    }
    if d.signer.as_ref().is_none_or(|s| s.name.is_none()) {
        say("no-signer", "no signer's name was found".into(), None);
    }
}

/// Do letters or figures stand where a date has its day: `ngày g1 tháng 3 năm 2018`?
fn shows_day(date: &str) -> bool {
    let day = ["ngày", "ngay"].iter().find_map(|word| date.split_once(word)).map(|(_, behind)| behind);
    day.is_some_and(|behind| {
        let month = ["tháng", "thang", "/"].iter().filter_map(|mark| behind.find(mark)).min();
        month.is_some_and(|month| behind[..month].contains(is_alphanumeric))
    })
}

fn evidence(plan: &Plan, field: &str) -> Option<crate::model::Span> {
    plan.document.evidence.get(field).map(|e| e.span)
}

fn numbering(plan: &Plan, say: &mut Say) {
    if !plan.sections.iter().any(|s| s.marker.is_some()) {
        say("no-sections", "no numbered node was found".into(), None);
    }
    let mut last: std::collections::HashMap<(&Option<String>, SectionKind), u32> = std::collections::HashMap::new();
    for s in &plan.sections {
        let label = s.id.rsplit('.').next().unwrap_or(&s.id);
        if label.contains('~') && s.marker.is_some() {
            say("numbering-repeat", format!("{} comes twice", s.marker.as_deref().unwrap_or(label)), Some(s.span));
            continue;
        }
        let number = match s.kind {
            SectionKind::Arabic | SectionKind::Decimal => label.parse().ok(),
            SectionKind::Roman => crate::value::marker::roman_value(label),
            _ => None,
        };
        let Some(number) = number else { continue };
        if let Some(before) = last.insert((&s.parent, s.kind), number)
            && number > before + 1
        {
            say("numbering-gap", format!("{} follows {before}", s.marker.as_deref().unwrap_or(label)), Some(s.span));
        }
    }
}

/// Rows without a number in a numbered table whose cells leave gaps before the last.
fn tables(plan: &Plan, view: View, say: &mut Say) {
    for (table, node) in plan.tables.iter().zip(&view.tree.tables) {
        let uneven =
            node.rows.iter().filter(|r| r.cells.len() != table.columns.len() && !table.columns.is_empty()).count();
        if uneven > 0 {
            say(
                "table-misaligned",
                format!("{uneven} of {} rows do not have the header's {} cells", table.rows.len(), table.columns.len()),
                Some(table.span),
            );
        }
    }
}

/// How many lines the names of a table's columns may take when each is printed word by word.
const HEADER_LINES: usize = 14;

/// `TT` alone on its line above the names of columns for who leads: rows that were read stand on one line each.
fn unread_tables(text: &str, say: &mut Say) {
    const WHO: [&str; 4] = ["chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "phân công"];
    let lines: Vec<&str> = text.lines().collect();
    let mut start = 0;
    for (n, line) in lines.iter().enumerate() {
        let length = line.chars().count();
        if is_number_column(line) {
            let names = lines[n + 1..].iter().take(HEADER_LINES).take_while(|l| l.chars().count() < 60);
            let names = crate::text::fold(&names.copied().collect::<Vec<_>>().join(" "));
            if WHO.iter().any(|who| names.contains(who)) {
                let span = Span { start, end: start + length };
                say("table-unread", "the cells below this header could not be told apart".into(), Some(span));
            }
        }
        start += length + 1;
    }
}

fn silence(plan: &Plan, say: &mut Say) {
    let heading = |s: &crate::model::Section| s.heading.as_deref().map(crate::text::fold).unwrap_or_default();
    let within = |section: &Option<String>, top: &str| {
        section.as_deref().is_some_and(|id| id == top || id.strip_prefix(top).is_some_and(|rest| rest.starts_with('.')))
    };
    for s in plan.sections.iter().filter(|s| s.level <= 2 && s.kind != SectionKind::Row) {
        let heading = heading(s);
        if heading.contains("chỉ tiêu") && !plan.targets.iter().any(|t| within(&t.place.section, &s.id)) {
            say("goals-without-figures", format!("no target was found in {}", s.id), Some(s.span));
        }
        if heading.contains("tổ chức thực hiện") && !plan.assignments.iter().any(|a| within(&a.place.section, &s.id))
        {
            say("organisation-without-agency", format!("no assignment was found in {}", s.id), Some(s.span));
        }
    }
    for a in &plan.assignments {
        let numbered = || task_refs::shows_number(a.value.task.as_bytes());
        if a.value.task_refs.is_empty() && numbered() && refers(&crate::text::fold(&a.value.task)) {
            say(
                "unresolved-reference",
                format!("{} refers to tasks that were not found", a.place.id),
                Some(a.place.span),
            );
        }
    }
}

/// `thực hiện các nhiệm vụ: 1.1, 2 …`
fn refers(task: &str) -> bool {
    task.match_indices("nhiệm vụ").any(|(i, w)| {
        let rest = task[i + w.len()..].trim_start_matches([':', ' ']);
        rest.split([',', ' ', ';']).next().is_some_and(|n| {
            n.contains('.') && n.split('.').all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
        })
    })
}

/// Letters outside the Vietnamese alphabet and its neighbours, one in three hundred or more.
fn damage(view: View, say: &mut Say) {
    let known = |c: char| {
        matches!(c, 'À'..='ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1ea0}'..='\u{1ef9}' | '¹' | 'º' | 'ª')
            && !matches!(c, 'Ä'..='Ç' | 'Ë' | 'Î'..='Ñ' | 'Ö'..='Ø' | 'Û' | 'Ü' | 'Þ' | 'ß' | 'ä'..='ç' | 'ë' | 'î'..='ñ' | 'ö'..='ø' | 'û' | 'ü')
    };
    let letter = |c: &char| is_alphabetic(*c) || *c == '\u{fffd}';
    let text = view.text.plain();
    let common = |c: char| matches!(c, '\0'..='\x7F' | '\u{1ea0}'..='\u{1ef9}');
    let odd = text.chars().filter(|&c| !common(c) && !known(c) && letter(&c)).count();
    if odd == 0 {
        return;
    }
    let letters = text.chars().filter(letter).count();
    if odd * 300 >= letters {
        say("damaged-text", format!("{odd} of {letters} letters are none of Vietnamese"), None);
    }
}
