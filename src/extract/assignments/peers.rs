//! Headings that name who acts though the lexicon does not know them: `Học sinh`, `Kế toán, thủ quỹ`, `Tiểu đoàn 5`.
//!
//! What shows it is their neighbours: where most headings of a part name bodies, a short heading without a verb does too.

use std::collections::{HashMap, HashSet};

use crate::{
    agency::{Extent, Reader, canonical},
    extract::View,
    lexicon::agency_words::Kinds,
    sections::NodeId,
    text::words::Words,
};

/// Parts most of whose headings name bodies.
pub(super) struct Peers(HashSet<NodeId>);

impl Peers {
    /// `readers` are those of the headings, where a node has one.
    pub(super) fn new(view: View, readers: &[Option<Reader>]) -> Self {
        let mut counts: HashMap<NodeId, (usize, usize)> = HashMap::new();
        for (node, heading) in view.tree.nodes.iter().zip(readers) {
            let (Some(parent), Some(heading)) = (node.parent, heading) else { continue };
            let (bodies, all) = counts.entry(parent).or_default();
            *bodies += usize::from(is_body(heading));
            *all += 1;
        }
        let most = |(bodies, all): (usize, usize)| bodies >= 2 && bodies * 2 > all;
        Self(counts.into_iter().filter(|&(_, count)| most(count)).map(|(parent, _)| parent).collect())
    }

    /// Do the headings below `parent` name bodies?
    pub(super) fn below(&self, parent: Option<NodeId>) -> bool {
        parent.is_some_and(|p| self.0.contains(&p))
    }
}

/// Is the heading a list of bodies and nothing else?
fn is_body(reader: &Reader) -> bool {
    let list = reader.list_at(0, Extent::Whole);
    list.is_some_and(|l| {
        let rest = reader.rest(l.range.end).trim_matches([' ', '.', ':', ';', ',']);
        reader.begins(reader.blanks(0)) && (rest.is_empty() || rest.starts_with('('))
    })
}

/// Longer headings are sentences.
const LONGEST: usize = 260;

/// Words that open headings about something else.
const MATTERS: &Words = &Words::of(&[
    "chế độ",
    "kinh phí",
    "thời gian",
    "thời hạn",
    "công tác",
    "nội dung",
    "nhiệm vụ",
    "giải pháp",
    "thông tin",
    "khen thưởng",
    "kỷ luật",
    "thi đua",
    "yêu cầu",
    "mục",
    "về",
    "trong",
    "lưu ý",
    "ghi chú",
    "cơ chế",
    "chính sách",
    "phương pháp",
    "quy trình",
    "hồ sơ",
    "việc",
    "tiến độ",
    "lộ trình",
    "địa điểm",
    "thành phần",
    "hình thức",
    "đối tượng",
    "căn cứ",
    "quy định",
    "trách nhiệm",
    "nguồn",
    "kết quả",
    "phạm vi",
    "chỉ tiêu",
    "số",
    "chương trình",
    "các nội dung",
    "các nhiệm vụ",
    "các công việc",
    "một số",
    "công việc",
]);

/// What tells which duties a heading means, and names nobody: `Nhiệm vụ cụ thể`, `Phân công công việc`.
const WHICH: &Words = &Words::of(&[
    "cụ thể",
    "chung",
    "khác",
    "riêng",
    "trọng tâm",
    "chủ yếu",
    "cơ bản",
    "chuyên môn",
    "thường xuyên",
    "đột xuất",
    "trước mắt",
    "lâu dài",
    "liên quan",
    "nhân sự",
    "nhân lực",
    "tiếp theo",
    "năm",
    "quý",
    "tháng",
    "tuần",
]);

/// The names in a heading without a verb, from byte `start` on.
pub(super) fn unknown(reader: &Reader, start: usize) -> Option<Vec<String>> {
    let words = reader.folded.get(start..)?.trim_end_matches([' ', ':', '.', ';']);
    let plain = reader.plain.get(start..start + words.len())?;
    let other = words.is_empty()
        || words.len() > LONGEST
        || words.contains([':', '“', '"', '%'])
        || reader.any(start, MATTERS).is_some()
        || start > 0 && reader.any(start, WHICH).is_some()
        || reader.shouting;
    // a verb or a link in small letters makes a sentence
    let sentence = reader.lexemes_from(start).iter().any(|l| {
        let begins = l.range.start == start;
        l.is(Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::VERB)
            && !l.is(Kinds::NAME | Kinds::QUALIFIER | Kinds::BODY)
            && (begins || !reader.capital(l.range.start))
    });
    (!other && !sentence).then(|| pieces(reader, start, plain))
}

/// People after a comma are others than the body before it.
const STAFF: &Words = &Words::of(&["cán bộ", "công chức", "chuyên viên", "giáo viên", "người dân"]);

/// Split at `;`, and at a comma or `và` before what opens a name; a collective is split before another body only.
fn pieces(reader: &Reader, start: usize, plain: &str) -> Vec<String> {
    let plain = plain.split(" (").next().unwrap_or(plain);
    let mut names = Vec::new();
    let mut from = 0;
    for (at, mark) in plain.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | ' ')) {
        let joint = if mark == ' ' { " và " } else { "" };
        let next = at + if mark == ' ' { joint.len() } else { 1 };
        if !plain[at..].starts_with(joint) || at < from || !plain.is_char_boundary(next) {
            continue;
        }
        let next = next + plain[next..].len() - plain[next..].trim_start().len();
        let several = reader.kind(start + from, Kinds::PLURAL).is_some();
        let opens = reader.begins(start + next) || !several && mark == ',' && reader.capital(start + next);
        let staff = !several && reader.any(start + next, STAFF).is_some();
        if mark == ';' || opens || staff {
            names.push(canonical(&plain[from..at]));
            from = next;
        }
    }
    names.push(canonical(&plain[from..]));
    names.retain(|n| !n.is_empty());
    names
}
