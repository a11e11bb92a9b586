//! What the headings above a node say: who must act, which label it stands under, whether it is about organisation.

use std::{cell::LazyCell, ops::Range};

use super::{
    attendance::is_attendance,
    beside, council,
    cues::{self, Cue},
    labels::{self, Label},
    organisation::{is_organisation, orders},
    partners,
    peers::{self, Peers},
    reader, results, shapes, staff,
    titles::{OWNED, function, names_from, without_matter},
    told, topics,
};
use crate::{
    agency::{Extent, Listed, Reader, canonical, from_capitals},
    extract::View,
    lexicon::agency_words::Kinds,
    model::Role,
    sections::{Node, NodeId, SectionKind},
    text::words::{Words, words},
};

/// The agencies of a heading, and the part that the heading itself gives them.
#[derive(Debug, Clone)]
pub(super) struct Holders {
    pub(super) names: Vec<String>,
    /// `Sở Y tế chủ trì, phối hợp với Sở Tài chính:` over its items.
    pub(super) cue: Option<Cue>,
    pub(super) partners: Vec<String>,
    /// `Vụ Kế hoạch là cơ quan thường trực, có nhiệm vụ:` says what the body is, a duty beside those of its items.
    stated: bool,
}

impl Holders {
    fn of(names: Vec<String>) -> Self {
        Self { names, cue: None, partners: Vec::new(), stated: false }
    }
}

/// What stands above a node and in its own heading.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent answers about a node")]
pub(super) struct Context {
    pub(super) holders: Option<Holders>,
    pub(super) label: Option<Label>,
    /// The heading itself asks: `Đề nghị Ủy ban MTTQ tỉnh`.
    pub(super) asked: bool,
    /// Sentences with a subject are duties here.
    pub(super) organisation: bool,
    /// The same for the nodes below: an article speaks for itself only.
    below: bool,
    /// The node's own heading is only agencies or a label.
    pub(super) heading_spent: bool,
    pub(super) leaf: bool,
    /// A dash, a plus or a letter: what it is called is no title of a part.
    item: bool,
    /// Who attends is listed here: `Thành phần: …`.
    pub(super) attendance: bool,
}

/// The context of every node.
pub(super) struct Contexts(Vec<Context>);

impl Contexts {
    pub(super) fn new(view: View) -> Self {
        let mut contexts: Vec<Context> = Vec::with_capacity(view.tree.nodes.len());
        let read = |node: &Node| node.heading.as_ref().map(|heading| reader(view, heading));
        let readers: Vec<Option<Reader>> = view.tree.nodes.iter().map(read).collect();
        let peers = Peers::new(view, &readers);
        let mut ordered = false;
        for (id, node) in view.tree.nodes.iter().enumerate() {
            let above = node.parent.and_then(|p| contexts.get(p)).cloned().unwrap_or_default();
            let mut context =
                Context { heading_spent: false, leaf: !node.has_children, organisation: above.below, ..above };
            context.item =
                matches!(node.kind, SectionKind::Dash | SectionKind::Plus | SectionKind::Bullet | SectionKind::Letter);
            context.organisation |= matches!(node.kind, SectionKind::Closing | SectionKind::Article);
            let opens = node.parent.is_none();
            let item = matches!(node.kind, SectionKind::Arabic | SectionKind::Dash);
            if opens && (view.directs && id > 0 || ordered && item) {
                context.organisation = true;
                context.below = true;
            }
            // the recipients of a letter may stand as items before its opening
            if opens && matches!(node.kind, SectionKind::Preamble | SectionKind::Dash) {
                let orders = node.text.last().is_some_and(|last| orders(view.text.folded_at(last)));
                ordered = orders || ordered && node.kind == SectionKind::Dash;
            }
            if node.kind == SectionKind::Row {
                context = Context::default();
            } else if let (Some(heading), Some(reader)) = (&node.heading, &readers[id]) {
                context.attendance |= is_attendance(reader.folded);
                read_heading(view, heading, reader, peers.below(node.parent), &mut context);
                read_text(view, node, &mut context);
            } else if node.has_children && node.text.len() == 1 {
                // a lead-in that the structure took for text
                let text = &node.text[0];
                // `Tổng hợp, báo cáo ở địa phương.` over its sentences
                if text.len() < 160 && is_organisation(view.text.folded_at(text)) {
                    context.organisation = true;
                    context.below = true;
                }
                let reader = LazyCell::new(|| reader(view, text));
                if context.holders.is_none() || context.organisation && text.len() < 300 {
                    read_lead_in(&reader, &mut context);
                }
                if context.holders.is_some() && !context.heading_spent && reader.folded.trim_end().ends_with(':') {
                    carry_cue(&reader, &mut context);
                }
            }
            // `- Thành phần: …` as a text
            context.attendance |= node.text.first().is_some_and(|text| {
                let folded = view.text.folded_at(text);
                folded.split_once(':').is_some_and(|(label, _)| is_attendance(label))
            });
            contexts.push(context);
            debug_assert_eq!(contexts.len(), id + 1);
        }
        Self(contexts)
    }

    pub(super) fn of(&self, node: NodeId) -> Option<&Context> {
        self.0.get(node)
    }

    /// The paragraphs that hold duties; a heading only where it is all the words there are and names no agencies.
    pub(super) fn passages(&self, view: View, node: NodeId) -> Vec<Range<usize>> {
        let (Some(context), Some(section)) = (self.of(node), view.tree.nodes.get(node)) else {
            return Vec::new();
        };
        match &section.heading {
            Some(heading) if section.text.is_empty() && !context.heading_spent => {
                vec![heading.clone()]
            }
            None if context.heading_spent => Vec::new(),
            _ => section.text.clone(),
        }
    }
}

fn read_heading(view: View, heading: &Range<usize>, reader: &Reader, among_bodies: bool, context: &mut Context) {
    let folded = reader.folded;
    let item = context.leaf && context.item;
    if let Some(label) = labels::whole(folded).or_else(|| labels::deals(folded).filter(|_| item)) {
        context.label = Some(label);
        context.heading_spent = true;
        return;
    }
    if is_organisation(folded) {
        context.organisation = true;
        context.below = true;
        context.label = None;
    }
    // `…, hoàn thành trước 15/8; cơ quan chủ trì: Phòng Kinh tế`
    if let Some(label) = folded.rsplit_once(';').and_then(|(_, last)| labels::whole(last)) {
        context.label = Some(label);
        return;
    }
    if results::found_to_be(folded) {
        return;
    }
    // `TRÁCH NHIỆM CỦA CÁC BỘ TRONG VIỆC …`
    let short = without_matter(reader).map(|short| heading.start..heading.start + short.end);
    let short = short.map(|short| self::reader(view, &short));
    let reader = short.as_ref().unwrap_or(reader);
    let colon = view.text.plain()[heading.end..].trim_start_matches(' ').starts_with(':');
    let opens = if colon { Opening::LeadIn } else { Opening::Title };
    if let Some(holders) = holders(reader, context.organisation, opens)
        .or_else(|| named(reader))
        .or_else(|| {
            let staff = staff::heading(reader, context.organisation).map(Holders::of);
            staff.filter(|_| !(topics::is_charge(reader) && context.holders.is_some()))
        })
        .or_else(|| context.organisation.then(|| place(reader, among_bodies))?)
        .or_else(|| (context.organisation && among_bodies).then(|| unknown(reader))?)
    {
        context.heading_spent = !holders.stated;
        context.holders = Some(holders);
        context.label = None;
        context.asked = reader.any(0, words!["đề nghị", "kính đề nghị", "trân trọng đề nghị", "mời"]).is_some();
    }
}

/// `2. Sở Y tế chủ trì, phối hợp với Sở Tài chính:` or `- Sở Y tế:` over items.
fn read_lead_in(reader: &Reader, context: &mut Context) {
    if let Some(holders) = holders(reader, context.organisation, Opening::Text) {
        context.heading_spent = !holders.stated;
        context.holders = Some(holders);
        context.label = None;
    }
}

/// `II. TỔ CHỨC THỰC HIỆN` / `Các chủ đầu tư:` over dashes: who acts stands below the heading.
fn read_text(view: View, node: &Node, context: &mut Context) {
    if let [text] = node.text.as_slice()
        && node.has_children
        && context.organisation
        && context.holders.is_none()
        && view.text.folded_at(text).trim_end().ends_with(':')
    {
        let reader = reader(view, text);
        let holders = holders(&reader, true, Opening::Text).filter(|h| h.cue.is_none() && !h.stated);
        context.holders = holders;
    }
}

/// `h) Chủ trì thực hiện các dự án sau:` below a heading of agencies: its cue holds for its items.
fn carry_cue(reader: &Reader, context: &mut Context) {
    let cue = cues::first_cue(reader, 0);
    if let Some(holders) = &mut context.holders
        && cue.role != Role::Responsible
    {
        holders.cue = Some(cue);
        holders.partners = partners::read(reader, 0..reader.folded.len(), &[]);
    }
}

/// How the words stand over what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// A heading without a colon.
    Title,
    /// A heading before a colon.
    LeadIn,
    /// A text.
    Text,
}

/// `Trách nhiệm của chủ đầu tư`: whoever is named there must act, though the lexicon does not know them.
fn named(reader: &Reader) -> Option<Holders> {
    let at = reader.any(0, OWNED)?;
    let name = reader.plain.get(at..)?.split(['(', ':']).next()?.trim();
    let short = !name.is_empty() && name.len() < 120;
    let spelled = |name: &str| if reader.shouting { from_capitals(&name.to_uppercase()) } else { canonical(name) };
    short.then(|| Holders::of(vec![spelled(name)]))
}

/// Verbs that no name holds: the heading is a sentence.
const SENTENCE: &Words = &Words::of(&[
    "trao đổi",
    "họp",
    "tập trung",
    "chủ động",
    "tiếp tục",
    "tích cực",
    "tổ chức thực hiện",
    "triển khai",
    "tăng cường",
    "chỉ đạo",
    "có trách nhiệm",
    "nghiêm túc",
    "kịp thời",
    "thường xuyên",
    "căn cứ",
    "phải",
]);

/// The agencies of a heading are all its words, unless it goes on with a verb.
fn list(reader: &Reader, start: usize, opening: Opening) -> Option<Listed> {
    let clause = reader.list_at(start, Extent::Clause);
    if opening == Opening::Text {
        return clause;
    }
    // `Mời Mặt trận tỉnh và đề nghị các hội`
    if let Some(list) = &clause {
        let asked = told::with_asked(reader, list.clone(), &(0..reader.folded.len()));
        if asked.agencies.len() > list.agencies.len() || council::says(reader, list) {
            return Some(asked);
        }
    }
    let sentence = clause.as_ref().is_some_and(|l| {
        let after = reader.blanks(l.range.end);
        !reader.capital(after) && reader.any(after, SENTENCE).is_some() || function(reader, after)
    });
    if sentence { clause } else { reader.list_at(start, Extent::Whole) }
}

/// `Đối với thành phố Hà Nội`, among headings of bodies also `Tỉnh Thanh Hóa`: a place that acts by its bodies.
fn place(reader: &Reader, among_bodies: bool) -> Option<Holders> {
    let start = names_from(reader);
    let places = beside::places(reader, start).filter(|_| start > 0 || among_bodies)?;
    let whole = reader.rest(places.range.end).trim_matches([' ', '.', ':', ';']).is_empty();
    whole.then(|| Holders::of(names(reader, &places)))
}

/// A heading of names that the lexicon does not know.
fn unknown(reader: &Reader) -> Option<Holders> {
    let names = peers::unknown(reader, names_from(reader))?;
    Some(Holders::of(names))
}

/// Does a mark or `và` stand after the names at `end`?
fn rest_opens_name(reader: &Reader, end: usize) -> bool {
    let mark = reader.blanks(end);
    reader.rest(mark).starts_with([',', ';', '/']) || reader.word(mark, "và").is_some()
}

/// The names of the list; those of a heading in capitals as they are written elsewhere.
fn names(reader: &Reader, list: &Listed) -> Vec<String> {
    let mut names = list.names();
    if reader.shouting {
        for name in &mut names {
            *name = from_capitals(&name.to_uppercase());
        }
    }
    names
}

fn holders(reader: &Reader, organisation: bool, opening: Opening) -> Option<Holders> {
    let start = names_from(reader);
    let list = list(reader, start, opening)?;
    if council::says(reader, &list) {
        return None;
    }
    // `Đối với thôn có dưới 50 hộ`: a case, nobody who is told
    if reader.folded.starts_with("đối với")
        && reader.folded.contains(" có ")
        && reader.folded.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    // `Cơ sở xếp loại A: kiểm tra 01 lần/năm`: a class of those who are looked after
    if reader.kind(start, Kinds::OPEN | Kinds::GROUP).is_some()
        && words!["xếp loại ", "loại ", "hạng "].within(reader.folded)
    {
        return None;
    }
    // `CƠ SỞ XÂY DỰNG KẾ HOẠCH`: in capitals any word seems to bear a name
    if !organisation && reader.shouting && reader.kind(start, Kinds::OPEN | Kinds::GROUP).is_some() {
        return None;
    }
    if topics::is_topic(reader, start, organisation) {
        return None;
    }
    // `Đối với các cấp Hội` outside organisation tells whom a matter concerns
    if !organisation && reader.folded.starts_with("đối với") && !reader.name_begins(start) {
        return None;
    }
    // a kind of body without `các` or a capital name heads duties only where duties are: `Doanh nghiệp`
    if !(organisation || reader.name_begins(start) || reader.begins(start)) {
        return None;
    }
    let rest = reader.rest(list.range.end).trim_matches([' ', '.', ':', ';', ',', '-', '*']);
    let functions = || function(reader, list.range.end) && !cues::duty_follows(reader, list.range.end);
    if rest.is_empty() || rest.starts_with('(') || opening != Opening::Text && functions() {
        return Some(Holders::of(names(reader, &list)));
    }
    // `Các sở, ngành chủ trì, quản lý các dự án` as a title names one group by what it does
    let one = reader.kind(start, Kinds::PLURAL).is_some() && list.agencies.len() == 1;
    if opening == Opening::Title && one && !function(reader, list.range.end) {
        let title = reader.plain[start..].split(" (").next().unwrap_or_default();
        return Some(Holders::of(vec![canonical(title)]));
    }
    // `Sở Y tế, Đội Thông tin lưu động`: what follows a name that is known is a name too
    if organisation
        && opening != Opening::Text
        && rest_opens_name(reader, list.range.end)
        && let Some(names) = peers::unknown(reader, start)
    {
        return Some(Holders::of(names));
    }
    // a lead-in sentence with its cue: its items are the duty
    let ends_open = reader.folded.trim_end().ends_with(':') || opening != Opening::Text;
    if ends_open && shapes::states_office(reader, list.range.end) {
        return Some(Holders { stated: true, ..Holders::of(names(reader, &list)) });
    }
    if ends_open && cues::duty_follows(reader, list.range.end) {
        // `Sở Y tế là cơ quan đầu mối …; tổ chức thực hiện các nhiệm vụ sau:`: the items are what the last clause says
        let last = reader.folded.rfind(';').filter(|at| *at > list.range.end).map(|at| at + 1);
        let cue = cues::first_cue(reader, last.unwrap_or(list.range.end));
        let partners = partners::read(reader, list.range.end..reader.folded.len(), &[list.range.end]);
        return Some(Holders { cue: Some(cue), partners, ..Holders::of(names(reader, &list)) });
    }
    None
}
