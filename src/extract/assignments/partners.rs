//! Agencies named as `phối hợp với …`.

use std::ops::Range;

use super::{beside, cues};
use crate::{
    agency::{Agency, Extent, Listed, Reader, canonical},
    lexicon::agency_words::Kinds,
    text::words::Words,
};

/// What stands between `phối hợp` and the agencies.
const JOINTS: &Words = &Words::of(&[
    "chặt chẽ với",
    "chặt chẽ cùng",
    "chặt chẽ",
    "cùng với",
    "với",
    "cùng",
    "tốt với",
    "thường xuyên với",
    "thống nhất với",
    "đồng bộ với",
    "hiệu quả với",
    "kịp thời với",
]);

/// Words before `phối hợp` that make it a noun: `quy chế phối hợp`. Who it is agreed `với` is a partner all the same.
const NOUNS: [&str; 6] = ["quy chế", "cơ chế", "sự", "công tác", "tinh thần", "chương trình"];

/// The partners in `range`, canonical, in reading order; a `phối hợp` whose subject is another agency than the one
/// that ends at one of `subjects` is that agency's.
pub(super) fn read(reader: &Reader, range: Range<usize>, subjects: &[usize]) -> Vec<String> {
    let mut partners: Vec<String> = Vec::new();
    let mut done = range.start;
    for (found, cue) in reader.folded.get(range.clone()).unwrap_or_default().match_indices("phối hợp") {
        let start = range.start + found;
        if start < done {
            continue;
        }
        let before = reader.folded[..start].trim_end();
        let mut at = reader.blanks(start + cue.len());
        let noun = NOUNS.iter().any(|n| before.ends_with(n)) && reader.any(at, &["với", "cùng"]).is_none();
        if noun || another_subject(reader, start, subjects) {
            continue;
        }
        if let Some(next) = reader.longest(at, JOINTS) {
            at = reader.blanks(next);
            // `phối hợp với: Công an xã, Trạm Y tế`
            at = reader.rest(at).strip_prefix(':').map_or(at, |_| reader.blanks(at + 1));
        }
        let list = agencies(reader, at).or_else(|| people(reader, at)).or_else(|| beside::places(reader, at));
        let Some(list) = list.or_else(|| further_on(reader, at)) else { continue };
        let list = with_people(reader, list);
        let list = one_by_one(reader, list);
        done = list.range.end;
        let mut names = list.names();
        // `phối hợp với các đơn vị chủ trì trong quá trình thực hiện`: what they are
        if let Some(lead) = reader.word(list.range.end, "chủ trì")
            && let Some(last) = names.last_mut().filter(|n| n.starts_with("Các ") || n.starts_with("Cơ quan"))
        {
            let rest = reader.rest(reader.blanks(lead));
            if rest.is_empty()
                || rest.starts_with([',', ';', '.'])
                || reader.any(lead, &["trong", "để", "theo"]).is_some()
            {
                last.push_str(" chủ trì");
            }
        }
        for name in names {
            if !partners.contains(&name) {
                partners.push(name);
            }
        }
    }
    partners
}

/// The agencies at `at`, up to a verb that may be a part of a name: `Báo Đồng Xanh tuyên truyền; Sở Tài chính bố trí kinh
/// phí` are a partner with its duty and the next subject.
fn agencies(reader: &Reader, at: usize) -> Option<Listed> {
    let list = cues::agencies(reader, at)?;
    let parted = list.agencies.windows(2).find_map(|pair| {
        let [one, next] = pair else { return None };
        let mark = reader.folded.get(one.range.end..next.range.start)?.trim_start().starts_with(';');
        let verb = reader.lexeme_before(one.range.end).filter(|_| mark)?.range.start;
        (verb > one.range.start && reader.acts(verb)).then_some(verb)
    });
    let Some(verb) = parted.filter(|_| cues::duty_follows(reader, list.range.end)) else { return Some(list) };
    let brief = reader.list_at(at, Extent::Brief).filter(|brief| reader.blanks(brief.range.end) == verb);
    Some(brief.unwrap_or(list))
}

/// People with whom a body works, whom no list of bodies names.
const PEOPLE: &Words = &Words::of(&[
    "giáo viên",
    "các giáo viên",
    "giảng viên",
    "gia đình",
    "các gia đình",
    "gia đình học sinh",
    "gia đình sinh viên",
    "bố mẹ học sinh",
    "tình nguyện viên",
    "các tình nguyện viên",
    "chức sắc tôn giáo",
    "các chức sắc tôn giáo",
    "y tế thôn bản",
    "y tế trường học",
]);

/// `phối hợp với giáo viên, tổ chuyên môn`: the people at `at`, and who is named beside them.
fn people(reader: &Reader, at: usize) -> Option<Listed> {
    let end = reader.longest(at, PEOPLE)?;
    let one = Agency { name: canonical(reader.plain.get(at..end)?), range: at..end };
    let mut list = Listed { agencies: vec![one], range: at..end };
    if let Some(more) = reader.separator(end).and_then(|next| cues::agencies(reader, next)) {
        list.range.end = more.range.end;
        list.agencies.extend(more.agencies);
    }
    Some(list)
}

/// `phối hợp với phụ huynh và giáo viên`: the list with the people whom `và` joins to it.
fn with_people(reader: &Reader, mut list: Listed) -> Listed {
    let joined = reader.word(list.range.end, "và").map(|and| reader.blanks(and));
    if let Some(more) = joined.and_then(|at| people(reader, at)) {
        list.range.end = more.range.end;
        list.agencies.extend(more.agencies);
    }
    list
}

/// How far from `phối hợp` its `với` may stand, in bytes.
const REACH: usize = 64;

/// `phối hợp chặt chẽ, thường xuyên với X`, `phối hợp thực hiện nhiệm vụ với X`.
fn further_on(reader: &Reader, at: usize) -> Option<Listed> {
    const OTHERS: [&str; 7] = ["đối", "gắn", "so", "phù hợp", "đi đôi", "song song", "kết hợp"];
    // what systems do with each other: `kết nối, chia sẻ dữ liệu với Trung tâm dữ liệu`
    const OF_SYSTEMS: [&str; 4] = ["kết nối", "chia sẻ", "tích hợp", "đồng bộ dữ liệu"];
    let rest = reader.rest(at);
    let mut reach = rest.len().min(REACH);
    while !rest.is_char_boundary(reach) {
        reach -= 1;
    }
    let window = &rest[..reach];
    let clause = &window[..window.find([';', '.', ':', '(', '\n']).unwrap_or(reach)];
    let with = clause.find(" với ").filter(|&w| !OTHERS.iter().any(|o| clause[..w].ends_with(o)))?;
    if OF_SYSTEMS.iter().any(|o| clause[..with].contains(o)) {
        return None;
    }
    cues::agencies(reader, at + with + " với ".len())
}

/// Words before a body that does not act: whose word is followed, who is told of something.
const OBJECTS: [&str; 12] =
    ["ý kiến", "của", "với", "cùng", "từ", "tham mưu", "báo cáo", "trình", "gửi", "giúp", "về", "qua"];

/// `phối hợp với các cơ quan, đơn vị: Văn phòng Chính phủ, Bộ Tư pháp`: the colon tells the last collective one by one.
fn one_by_one(reader: &Reader, mut list: Listed) -> Listed {
    let colon = reader.blanks(list.range.end);
    let several = list.agencies.last().is_some_and(|last| reader.kind(last.range.start, Kinds::PLURAL).is_some());
    if !several || !reader.rest(colon).starts_with(':') {
        return list;
    }
    let at = reader.blanks(colon + 1);
    let named = cues::agencies(reader, at).filter(|_| reader.begins(at)).or_else(|| beside::places(reader, at));
    if let Some(named) = named {
        list.agencies.pop();
        list.agencies.extend(named.agencies);
        list.range.end = named.range.end;
    }
    list
}

/// Does an agency that is not the subject end right before the cue: `đề nghị Bộ Y tế phối hợp với …`?
fn another_subject(reader: &Reader, cue: usize, subjects: &[usize]) -> bool {
    // far enough for a long list of agencies
    let mut from = cue.saturating_sub(400);
    while !reader.folded.is_char_boundary(from) {
        from += 1;
    }
    let before = &reader.folded[from..cue];
    from += before.rfind(['.', ';', ':', '\n']).map_or(0, |i| i + 1);
    let mut done = from;
    for lexeme in reader.lexemes_from(from).iter().take_while(|l| l.range.start < cue) {
        let at = lexeme.range.start;
        if at < done || !reader.begins(at) {
            continue;
        }
        if let Some(list) = cues::agencies(reader, at) {
            done = list.range.end;
            let gap = reader.folded.get(list.range.end..cue).unwrap_or_default().trim();
            // `tiếp thu ý kiến Sở Y tế, phối hợp với …`, `theo chỉ đạo của UBND tỉnh, phối hợp với …`: no subject
            let heard = reader.folded[..list.range.start].trim_end();
            if gap.starts_with(',')
                && OBJECTS.iter().any(|o| heard.strip_suffix(o).is_some_and(|b| b.is_empty() || b.ends_with(' ')))
            {
                continue;
            }
            // `lãnh đạo Sở Y tế chủ trì, phối hợp với …`
            let gap = gap.trim_end_matches(',').trim_start_matches("chủ trì").trim();
            let adverb = ["", "chủ động", "tích cực", "tăng cường", "kịp thời", "thường xuyên"].contains(&gap);
            if adverb && !subjects.contains(&list.range.end) {
                return true;
            }
        }
    }
    false
}
