//! Who issues, in the words of a paragraph: `…, UBND huyện A ban hành Kế hoạch …`, `…, UBND tỉnh B yêu cầu …`.

use std::ops::Range;

use crate::{
    agency::{Extent, Reader, without_remark},
    lexicon::agency_words::Kinds,
    text::{Text, floor, words::Words},
};

/// Words by which a plan is issued.
const ISSUES: &Words = &Words::of(&[
    "ban hành kế hoạch",
    "xây dựng kế hoạch",
    "ban hành kế",
    "xây dựng và ban hành",
    "xây dựng ban hành",
    "xây dựng, ban hành",
    "lập kế hoạch",
    "ban hành chương trình",
    "xây dựng chương trình",
    "ban hành phương án",
    "xây dựng phương án",
]);
/// Words by which a directive tells.
const DIRECTS: &Words = &Words::of(&["yêu cầu", "chỉ thị"]);
/// What may stand between a body and its verb.
const BETWEEN: &Words = &Words::of(&[
    "đã",
    "vừa",
    "mới",
    "sẽ",
    "thống nhất",
    "tiếp tục",
    "trân trọng",
    "chủ động",
    "phối hợp",
    "tiến hành",
]);
/// The last sentence of a preamble, with the title that it repeats, in bytes.
const REACH: usize = 1500;
/// How many cues are looked at.
const MOST: usize = 4;
/// The longest name of a body, in bytes.
const LONGEST: usize = 240;

/// The body, in the last clause of the paragraph that issues a plan: a document that it cites may be one `về ban hành Kế
/// hoạch …`. Of a directive the first that tells.
pub(super) fn body(text: &Text, paragraph: &Range<usize>, directs: bool) -> Option<Range<usize>> {
    let folded = text.folded_at(paragraph);
    let low = floor(folded, folded.len().saturating_sub(REACH));
    let cues = if directs { DIRECTS } else { ISSUES };
    let mut found = Vec::new();
    let mut end = folded.len();
    while let Some(cue) = cues.last_in(&folded[low..end]).filter(|_| found.len() < MOST) {
        end = low + cue;
        found.push(end);
    }
    if directs {
        found.reverse();
    }
    found.into_iter().find_map(|cue| {
        let before = &folded[low..cue];
        // `Thời gian qua, UBND tỉnh đã yêu cầu …`: what has been told before
        if directs && [" đã", " vừa", " mới"].iter().any(|word| before.trim_end().ends_with(word)) {
            return None;
        }
        let before = without_between(before);
        let start = low + before.rfind([',', ';', '.', '\n']).map_or(0, |i| i + 1);
        let clause = text.trim(paragraph.start + start..paragraph.start + low + before.len());
        named(text, &clause)
    })
}

/// The body that is all a clause holds; of its head the body: `Chủ tịch UBND tỉnh`.
fn named(text: &Text, clause: &Range<usize>) -> Option<Range<usize>> {
    let (plain, folded) = (text.at(clause), text.folded_at(clause));
    if plain.len() > LONGEST {
        return None;
    }
    let reader = Reader::new(plain, folded);
    let list = reader.list_at(0, Extent::Clause)?;
    // a name that the reader does not know whole has no verb in its rest
    let acts =
        |end: usize| reader.lexemes_from(end).iter().any(|l| l.is(Kinds::VERB | Kinds::LEAD | Kinds::COORDINATE));
    let plural = reader.kind(0, Kinds::PLURAL).is_some();
    let whole = list.range.end == folded.len() || list.agencies.len() == 1 && !acts(list.range.end);
    let head = folded.strip_prefix("chủ tịch ").map_or(0, |rest| folded.len() - rest.len());
    (whole && !plural).then_some(clause.start + head..clause.end)
}

/// `UBND huyện A (gọi tắt là UBND huyện) đã`: the words without what stands before the verb.
fn without_between(words: &str) -> &str {
    let mut rest = words.trim_end();
    loop {
        let word = BETWEEN.iter().find_map(|word| rest.strip_suffix(word)).filter(|rest| rest.ends_with(' '));
        let shorter = word.map_or_else(|| without_remark(rest), str::trim_end);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}
