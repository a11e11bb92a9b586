//! Finds the documents that a plan cites.
//!
//! Two readers look at a passage: one stops at digits and asks whether a document's number begins there, the other at
//! `luật`, `pháp lệnh`, `hiến pháp`. A law inside the title of a numbered document is that title's, not a citation.

mod date;
mod elided;
mod giver;
mod issuer;
mod issuer_form;
mod law_attributes;
mod law_name;
mod laws;
mod longer_name;
mod look;
mod numbered;
mod share;
mod tail;
mod term;
mod title;

use super::{Finding, Passage, Rule, View};
use crate::{
    lexicon::document_types,
    model::{CitationFact, CitationRelation, SectionKind},
    text::{fold, letters::is_alphanumeric},
};

const NUMBERED: &str = "citations.numbered";
const LAW: &str = "citations.law";

/// The rules of the family.
pub const RULES: &[Rule<CitationFact>] = &[
    Rule {
        id: NUMBERED,
        finds: "a document with a number: `Quyết định số 4471/QĐ-UBND ngày 20/01/2020 của UBND tỉnh`",
        apply: numbered_documents,
    },
    Rule { id: LAW, finds: "a law by its name: `Luật Giáo dục năm 2019`", apply: named_laws },
];

/// All citations in reading order, one for each mention.
pub fn find(view: View) -> Vec<Finding<CitationFact>> {
    let notes = view.tree.footnotes.iter().filter(|n| n.node.is_some());
    let notes = notes.map(|n| Passage { view, node: n.node, range: n.text.clone() });
    let passages = view.passages().chain(notes);
    let mut all: Vec<_> = passages.flat_map(|p| read(&p)).collect();
    // the title stands first wherever it is printed; a footnote stands between the paragraphs that it interrupts
    all.sort_by_key(|f| (f.node.is_some(), f.range.start));
    all
}

/// A document cited with a number.
///
/// The number is the anchor. Before it `số` or the type's name; the type is the printed one, else what the code in the
/// number says (`TTr` → `Tờ trình`; no code → `Công văn`). After it, in either order, the date and `của` with the
/// issuer; then the title. Members of a list share what is printed once: `số 1/CĐ-UBND và số 2/CĐ-UBND ngày 5/8/2021
/// của UBND tỉnh`. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.
fn numbered_documents(passage: &Passage) -> Vec<Finding<CitationFact>> {
    let mut findings = read(passage);
    findings.retain(|f| f.rule == NUMBERED);
    findings
}

/// A constitution, code, law or ordinance cited by its name.
///
/// The name ends where the list of laws says, else before a number, a date, a mark or a word that no name holds. A law
/// that amends others carries their names in its own. `Luật` alone, `pháp luật`, `kỷ luật` are none.
fn named_laws(passage: &Passage) -> Vec<Finding<CitationFact>> {
    let mut findings = read(passage);
    findings.retain(|f| f.rule == LAW);
    findings
}

/// Reads one passage: both rules at once, for the words of each tell what the other must leave alone.
fn read(passage: &Passage) -> Vec<Finding<CitationFact>> {
    let laws = laws::read(passage);
    let ranges: Vec<_> = laws.iter().map(|l| l.range.clone()).collect();
    let numbered = numbered::read(passage, &ranges);
    if laws.is_empty() && numbered.is_empty() {
        return Vec::new();
    }
    let (plain, relations) = (passage.plain(), Relations::of(passage));
    let titles: Vec<_> = numbered.iter().filter_map(|n| n.title.clone()).collect();
    let inside = |law: &laws::Law| {
        let at = law.range.start;
        let before = &titles[..titles.partition_point(|t| t.start <= at)];
        let near = before.iter().rev().take_while(|t| t.start + title::LONGEST >= at);
        near.filter(|t| t.contains(&at)).any(|t| !lists(passage.folded(), t.start, at))
    };
    let numbered = numbered.into_iter().map(|one| {
        let fact = CitationFact {
            kind: one.kind,
            number: Some(one.number),
            date: one.date,
            issuer: one.issuer,
            title: one.title.map(|t| plain[t].to_owned()),
            relation: relations.at(one.range.start),
        };
        passage.finding(NUMBERED, one.range, fact)
    });
    let laws = laws.into_iter().filter(|law| !inside(law) && !titles_decree(passage, law.range.start)).map(|law| {
        let fact = CitationFact {
            kind: law.kind.to_owned(),
            number: law.number,
            date: law.date,
            issuer: law.issuer,
            title: law.title,
            relation: relations.at(law.range.start),
        };
        passage.finding(LAW, law.range, fact)
    });
    numbered.chain(laws).collect()
}

/// Does the law at `at` stand in the title of a document without a number: `Nghị định quy định chi tiết một số điều của
/// Luật …`? `các nghị định hướng dẫn Luật …` are no document.
fn titles_decree(passage: &Passage, at: usize) -> bool {
    let before = &passage.folded()[look::window(passage.folded(), at.saturating_sub(200), at.min(200)).start..at];
    let clause = before.rsplit(['.', ';', ':', '(', ',']).next().unwrap_or_default();
    let found = ["nghị định", "thông tư"].iter().filter_map(|w| clause.rfind(w).map(|n| (n, w.len()))).max();
    found.is_some_and(|(n, length)| {
        let plural = ["các", "những", "và", "hoặc"].iter().any(|w| clause[..n].trim_end().ends_with(w));
        let titled = ["quy định", "hướng dẫn", "sửa đổi"];
        !plural && titled.iter().any(|t| clause[n + length..].trim_start().starts_with(t))
    })
}

/// Does a law after a comma go on with a list of documents rather than with the title before it?
fn lists(folded: &str, title: usize, law: usize) -> bool {
    let before = folded[title..law].trim_end();
    before.ends_with(',') && !before.contains("luật") && !before.contains("pháp lệnh") && !before.contains("điều của")
}

/// Words that open a line of grounds.
const GROUNDS: &[&str] = &[
    "căn cứ",
    "thực hiện",
    "triển khai",
    "theo",
    "xét",
    "hưởng ứng",
    "tiếp tục",
    "để",
    "nhằm",
    "trên cơ sở",
    "thi hành",
    "chấp hành",
    "quán triệt",
    "tiếp theo",
    "cụ thể hóa",
    "phúc đáp",
    "sau khi",
    "qua",
    "tổ chức",
    "thông qua",
    "dựa",
];

/// How a plan stands to the documents of one passage.
struct Relations {
    /// The relation from byte `from` on; before it, documents are mentioned.
    relation: CitationRelation,
    from: usize,
}

impl Relations {
    fn of(passage: &Passage) -> Self {
        let Some(node) = passage.node else {
            return Self { relation: CitationRelation::Implements, from: 0 };
        };
        let tree = passage.view.tree;
        if !tree.path(node).any(|n| n.kind == SectionKind::Preamble) {
            return Self { relation: CitationRelation::Mentions, from: 0 };
        }
        let folded = passage.folded();
        let words = folded.trim_start_matches(|c: char| !is_alphanumeric(c));
        // a footnote to a line of grounds names grounds
        let own = |r: &std::ops::Range<usize>| r.contains(&passage.range.start);
        let node_words = passage.section().is_some_and(|n| n.heading.iter().chain(&n.text).any(own));
        let opens = look::starts(words, GROUNDS) || is_listed(words) || tree.path(node).count() > 1 || !node_words;
        let cue = |g: &&str| folded.find(*g);
        let inside = GROUNDS.iter().take(4).chain(&["ban hành kế hoạch", "xây dựng kế hoạch"]).filter_map(cue).min();
        let from = if opens { 0 } else { inside.unwrap_or(usize::MAX) };
        Self { relation: CitationRelation::Basis, from }
    }

    fn at(&self, at: usize) -> CitationRelation {
        if at >= self.from { self.relation } else { CitationRelation::Mentions }
    }
}

/// A line that is a document and nothing more, among other grounds: `Quyết định số 12/QĐ-UBND ngày … ban hành …;`
fn is_listed(words: &str) -> bool {
    words.trim_end().ends_with(';') && document_types::names().at_start(words).is_some()
}

/// What two mentions of one number share: letters and digits only (`886/NQ-TU`, `886-NQ/TU`, `914/C-Tr-UBND`).
pub fn number_key(number: &str) -> String {
    fold(number).chars().filter(|c| is_alphanumeric(*c) || *c == '.').collect()
}
