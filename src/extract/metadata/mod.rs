//! What the document says of itself: type, number, date, issuer, title, signer, recipients.

mod attached;
mod date;
mod enclosure;
mod issuer;
mod issuing;
mod names;
mod placeless;
mod signer;

use std::{borrow::Cow, ops::Range};

use crate::{
    layout::{Layout, LineKind, LogicalLine},
    lexicon::document_types,
    model::{DocumentType, Signer},
    sections::SectionTree,
    text::{Text, floor, fold, letters::is_alphabetic},
    value::read_masthead_number,
};

/// The rules that the evidence of a field may name: id and what each reads.
pub const RULES: &[(&str, &str)] = &[
    ("metadata.type-line", "the line that names the document's type: `KẾ HOẠCH`"),
    ("metadata.letter", "`V/v …` or `Kính gửi: …` in a head that names no type, that of a công văn"),
    ("metadata.title", "the lines below it, up to the body (trích yếu)"),
    ("metadata.number-line", "`Số: 12/KH-UBND`, also with a blank ordinal"),
    ("metadata.date-line", "`Hà Nội, ngày 05 tháng 3 năm 2024`"),
    ("metadata.masthead", "the agency above the number, and the one above it"),
    ("metadata.masthead-organ", "an organ printed below its body: `ỦY BAN …` / `BAN THƯỜNG TRỰC`"),
    ("metadata.decider", "who decides, in capitals above the articles: `CHỦ TỊCH ỦY BAN NHÂN DÂN …`"),
    ("metadata.preamble", "who issues, in the last words of the preamble, when the masthead does not say"),
    ("metadata.preamble-type", "what they say that it issues, when no line names the type"),
    ("metadata.closing", "the same in the closing words: `Trên đây là Kế hoạch của …`"),
    ("metadata.enclosure", "number and date of the line `(Kèm theo …)`, when the masthead has none"),
    ("metadata.signature", "the signing block: authority, post, name"),
    ("metadata.recipients", "the list below `Nơi nhận:`"),
];

/// The metadata with the words that show each field, in bytes of the text.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// Document type and code.
    pub kind: Option<DocumentType>,
    /// Number and symbol, spaces removed.
    pub number: Option<String>,
    /// The number without ordinal and year.
    pub symbol: Option<String>,
    /// EDTF date of issue.
    pub issued_on: Option<String>,
    /// The place in the date line.
    pub place: Option<String>,
    /// The issuing agency.
    pub issuer: Option<String>,
    /// The agency above it.
    pub parent_issuer: Option<String>,
    /// The words of the title.
    pub title: Option<Range<usize>>,
    /// Who signed.
    pub signer: Option<Signer>,
    /// Who gets the document.
    pub recipients: Vec<String>,
    /// The plans that a decision issues: type line, title, the byte from which their nodes stand.
    pub attached: Vec<AttachedPlan>,
    /// Field, words, rule.
    pub evidence: Vec<(&'static str, Range<usize>, &'static str)>,
}

/// A plan that the document issues.
#[derive(Debug, Clone)]
pub struct AttachedPlan {
    /// Its type.
    pub kind: DocumentType,
    /// Its title.
    pub title: Option<Range<usize>>,
    /// Where its words begin.
    pub from: usize,
}

impl Metadata {
    /// The year of issue, when the date tells it.
    pub fn issued_year(&self) -> Option<i32> {
        self.issued_on.as_deref()?.get(..4)?.parse().ok()
    }

    /// Is it a directive, which tells throughout who must do what?
    pub fn directs(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.name.starts_with("Chỉ thị") || kind.name.starts_with("Công điện"))
    }

    fn show(&mut self, field: &'static str, range: &Range<usize>, rule: &'static str) {
        self.evidence.push((field, range.clone(), rule));
    }
}

/// Reads the metadata of a laid-out document.
pub fn read(layout: &Layout, tree: &SectionTree) -> Metadata {
    let text = &layout.text;
    let mut meta = Metadata::default();
    let own_end = attached::begins(&layout.lines);
    let own = &layout.lines[..own_end];
    let find = |kind: LineKind| own.iter().find(|l| l.kind == kind);

    if let Some(line) = find(LineKind::Type) {
        meta.kind = Some(document_type(text.folded_at(&line.range)));
        meta.show("type", &line.range, "metadata.type-line");
    }
    if let Some(line) = find(LineKind::Title) {
        meta.title = Some(line.range.clone());
        meta.show("title", &line.range, "metadata.title");
    }
    if let Some(line) = find(LineKind::Number) {
        if let Some(printed) = read_masthead_number(text.at(&line.range)) {
            meta.show(if printed.number.is_some() { "number" } else { "symbol" }, &line.range, "metadata.number-line");
            meta.number = printed.number;
            meta.symbol = printed.symbol;
        } else if let Some((number, symbol)) = damaged_number(text.at(&line.range)) {
            meta.show("number", &line.range, "metadata.number-damaged");
            meta.number = Some(number);
            meta.symbol = Some(symbol);
        }
    }
    by_symbol(&mut meta);
    letter(text, own, &mut meta);
    date::read(text, own, &mut meta);
    enclosure::fill(text, &layout.lines, &mut meta);
    signer::read(text, own, &mut meta);
    issuer::read(text, own, tree, &mut meta);
    issued_type(text, &mut meta);
    meta.attached = attached::read(text, layout, own_end);
    recipients(text, own, &mut meta);
    office(&mut meta);
    meta
}

/// The type in the words that tell who issues, where nothing else does: `Ủy ban nhân dân xã A ban hành Kế hoạch … như sau`.
fn issued_type(text: &Text, meta: &mut Metadata) {
    const NEAR: usize = 64;
    let told = |(field, _, rule): &&(&str, Range<usize>, &str)| *field == "issuer" && *rule == "metadata.preamble";
    let Some(from) = meta.evidence.iter().find(told).map(|(_, range, _)| range.end) else { return };
    let words = &text.folded()[from..];
    let words = &words[..floor(words, NEAR)];
    let Some(at) = ["ban hành ", "xây dựng ", "lập "].iter().find_map(|verb| Some(words.find(verb)? + verb.len()))
    else {
        return;
    };
    if meta.kind.is_none()
        && let Some((end, kind)) = document_types::names().at_start(&words[at..])
    {
        meta.kind = Some(of_list(kind));
        meta.show("type", &(from + at..from + at + end), "metadata.preamble-type");
    }
}

/// `445-KL/TƯ` of a province's committee: the sign of its office is `TU`.
fn office(meta: &mut Metadata) {
    let committee =
        meta.issuer.as_deref().map(fold).is_some_and(|i| i.starts_with("tỉnh ủy") || i.starts_with("thành ủy"));
    for sign in [&mut meta.number, &mut meta.symbol] {
        if committee && let Some(head) = sign.as_deref().and_then(|s| s.strip_suffix("/TƯ")) {
            *sign = Some(format!("{head}/TU"));
        }
    }
}

/// What the symbol says of the type: all of it where no line names one, else which of two codes.
fn by_symbol(meta: &mut Metadata) {
    let Some(known) = meta.symbol.as_deref().and_then(document_types::by_symbol) else { return };
    match &mut meta.kind {
        None => meta.kind = Some(of_list(known)),
        // a programme of action is numbered as a programme
        Some(kind) if kind.name != known.name && kind.name.starts_with(known.name) => {
            kind.code = of_list(known).code;
        }
        Some(_) => {}
    }
}

/// A head that names no type, but what a letter is about or whom it addresses, is that of a công văn.
fn letter(text: &Text, lines: &[LogicalLine], meta: &mut Metadata) {
    let mut head = lines.iter().take_while(|l| !matches!(l.kind, LineKind::Paragraph | LineKind::Row | LineKind::Type));
    let shows = |line: &&LogicalLine| match line.kind {
        LineKind::Title => ["v/v", "(v/v", "về việc "].iter().any(|w| text.folded_at(&line.range).starts_with(w)),
        LineKind::Aside => text.folded_at(&line.range).starts_with("kính g"),
        _ => false,
    };
    if meta.kind.is_none()
        && let Some(line) = head.find(shows)
    {
        meta.kind = document_types::by_name("Công văn").map(of_list);
        meta.show("type", &line.range, "metadata.letter");
    }
}

/// `Số: 4Ï /KH-UBND`: an ordinal that OCR damaged, as printed, and the symbol behind it.
fn damaged_number(words: &str) -> Option<(String, String)> {
    let (label, rest) = words.split_once(':')?;
    let (ordinal, rest) = rest.split_once('/')?;
    let ordinal: String = ordinal.split_whitespace().collect();
    let symbol = read_masthead_number(&format!("Số: /{}", rest.trim_start()))?.symbol?;
    (label.chars().count() <= 3 && (1..=6).contains(&ordinal.chars().count()))
        .then(|| (format!("{ordinal}/{symbol}"), symbol))
}

/// `KẾ HOẠCH` → Kế hoạch, KH. OCR may have damaged the capitals.
fn document_type(folded: &str) -> DocumentType {
    // `KẾ HOẠCH, NHIỆM VỤ`, `KẾ HOẠCH VÀ DỰ TOÁN`
    let first = folded.split_once(',').or_else(|| folded.split_once(" và ")).map(|(first, _)| first.trim());
    let known = document_types::by_name(folded)
        .or_else(|| document_types::by_damaged_name(folded))
        .or_else(|| document_types::by_name(first?));
    match known {
        Some(known) => general_code(of_list(known)),
        None => DocumentType { name: capitalized(folded), code: None },
    }
}

/// A `Chương trình hành động` is a `Chương trình` among the types of Nghị định 30/2020/NĐ-CP; what several bodies issue
/// together has codes of its own.
fn general_code(kind: DocumentType) -> DocumentType {
    let general = kind.name.match_indices(' ').nth(1).map(|(end, _)| &kind.name[..end]);
    let general = general.filter(|_| !kind.name.contains("liên tịch")).and_then(document_types::by_name);
    let code = general.and_then(|general| general.codes.first()).map(|&code| code.to_owned()).or(kind.code);
    DocumentType { code, ..kind }
}

fn of_list(known: &document_types::DocumentType) -> DocumentType {
    DocumentType { name: known.name.to_owned(), code: known.codes.first().map(|&code| code.to_owned()) }
}

fn capitalized(folded: &str) -> String {
    let mut letters = folded.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn recipients(text: &Text, lines: &[LogicalLine], meta: &mut Metadata) {
    let mut shown: Option<Range<usize>> = None;
    for line in lines.iter().filter(|l| l.kind == LineKind::Recipient) {
        let words = text.at(&line.range);
        let item = words
            .trim_start_matches(['-', '+', '–', '¬', '~', '*', '•', ' '])
            .trim_end_matches([';', '.', ',', ':', ' '])
            .trim();
        let item = without_brace(item).map_or_else(|| Cow::Borrowed(without_specks(item)), Cow::Owned);
        if item.is_empty() || fold(&item).starts_with("nơi nhận") {
            continue;
        }
        // `- VPUB: + CVP, các PCVP;` / `+ Cổng TTĐT;`: parts of one item
        match meta.recipients.last_mut() {
            Some(last)
                if words.starts_with('+')
                    && (last.contains(": + ") || last.ends_with(':') || last.contains("; + ")) =>
            {
                last.push_str("; + ");
                last.push_str(&item);
            }
            _ => meta.recipients.push(item.into_owned()),
        }
        shown = Some(shown.map_or(line.range.clone(), |s| s.start..line.range.end));
    }
    if let Some(range) = shown {
        meta.show("recipients", &range, "metadata.recipients");
    }
}

/// `Các đơn vị; “¬=` → `Các đơn vị`: what OCR made of a stamp or a signature behind the item; `Báo A; "=Z yăn Thé Hùng`: of
/// the name that stands beside it.
fn without_specks(item: &str) -> &str {
    let Some((words, rest)) = item.rsplit_once(';') else { return item };
    let speck = rest.split(' ').all(|w| w.chars().filter(|c| is_alphabetic(*c)).count() <= 1);
    let beside = || rest.trim_start().starts_with(['"', '“', '=', '<', '>', '|', '\\', '~', '«', '»', '_', '#']);
    if speck || beside() { words.trim_end_matches([' ', ';']) } else { item }
}

/// `Thường trực HĐND;| (để b/c)`: what OCR made of the brace between some items and their remark.
fn without_brace(item: &str) -> Option<String> {
    let (words, rest) = item.split_once(';')?;
    let remark = rest.trim_start_matches([' ', '|', '}', ']', '!', ';']);
    let brace = rest[..rest.len() - remark.len()].contains(['|', '}', ']', '!']);
    (brace && remark.starts_with('(')).then(|| format!("{words} {remark}"))
}
