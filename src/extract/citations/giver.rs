//! Who is named before a document: `Theo đề nghị của Sở Nội vụ tại Tờ trình số …`, `UBND tỉnh đã ban hành Quyết định số …`.

use super::{date, issuer, issuer_form, look};
use crate::{
    agency::{Lexeme, Reader, without_remark},
    lexicon::agency_words::Kinds,
};

/// How far before the document its giver begins, in bytes.
const REACH: usize = 200;

/// The body that hands in or issues what is named next, and the day before it: `Ngày 18/7/2025, UBND xã ban hành …`.
#[derive(Debug, Default)]
pub(super) struct Giver {
    pub(super) issuer: Option<String>,
    pub(super) date: Option<String>,
}

impl Giver {
    /// Reads the words before byte `first`.
    pub(super) fn read(plain: &str, folded: &str, first: usize) -> Self {
        let before = folded[..first].trim_end();
        let before = before.strip_suffix(" các").unwrap_or(before);
        let issues =
            || ["ký ban hành", "ban hành"].iter().find_map(|verb| before.strip_suffix(verb)).map(without_adverb);
        let Some((before, acts)) =
            before.strip_suffix(" tại").map(|b| (b, false)).or_else(|| issues().map(|b| (b, true)))
        else {
            return Self::default();
        };
        let low = look::window(before, before.len().saturating_sub(REACH), 0).start;
        let before = &before[..low + without_remark(before[low..].trim_end()).len()];
        let near = &before[low..];
        // `của Bộ Tài chính tại Công văn số …, Bộ Công an tại Công văn số …`: each hands in its own
        let marks = ["của ", ", ", " và "].map(|mark| near.rfind(mark).map(|n| n + mark.len()));
        // `Ngày 18 tháng 7 năm 2025 UBND xã đã ban hành …`: who issues opens the sentence, or follows its day
        let sentence = near
            .rfind([';', '\n'])
            .map_or(0, |n| n + 1)
            .max(near.rfind(". ").filter(|n| ends(near, *n)).map_or(0, |n| n + 1));
        let opens = near.len() - near[sentence..].trim_start_matches([' ', '-', '+']).len();
        let dated = date::read(folded, low + opens).filter(|_| near[opens..].starts_with("ngày "));
        let own = dated.as_ref().map_or(low + opens, |(_, end)| *end);
        let own = own + folded[own..].len() - folded[own..].trim_start_matches([' ', ',']).len();
        let starts = marks.into_iter().take(if acts { 0 } else { 3 }).flatten().map(|n| low + n);
        let comma = near.rfind(", ").filter(|_| acts).map(|n| low + n + ", ".len());
        let found = starts.chain(comma).chain(acts.then_some(own)).find_map(|at| {
            let end = issuer::end(plain, folded, at)?;
            let whole = folded.get(end..before.len())?.trim_matches([' ', ',']).is_empty();
            (whole && (!acts || is_one(&plain[at..end], &folded[at..end])))
                .then(|| (at, issuer_form::canonical(&plain[at..end])))
        });
        let Some((at, issuer)) = found else { return Self::default() };
        let date = dated.map(|(date, _)| date).filter(|_| acts && at == own);
        Self { issuer: Some(issuer), date }
    }
}

/// `UBND tỉnh đã` before `ban hành`
fn without_adverb(words: &str) -> &str {
    let words = words.trim_end();
    [" đã", " vừa", " mới"].iter().find_map(|adverb| words.strip_suffix(adverb)).unwrap_or(words)
}

/// `Sở Nội vụ tham mưu UBND tỉnh ban hành …`: who hands it to whom is no issuer.
fn is_one(plain: &str, folded: &str) -> bool {
    let reader = Reader::new(plain, folded);
    let acts = |l: &Lexeme| l.is(Kinds::VERB | Kinds::LEAD | Kinds::COORDINATE) && !l.is(Kinds::NAME | Kinds::NOUN);
    !reader.lexemes_from(0).iter().any(|l| acts(l) && !reader.capital(l.range.start))
}

/// Does the stop at `at` end a sentence? That of `TP. Thủ Đức`, `TX. Kỳ Anh` does not.
fn ends(words: &str, at: usize) -> bool {
    const SHORT: [&str; 7] = ["tp", "tx", "tt", "p", "q", "h", "x"];
    let word = words[..at].rsplit(' ').next().unwrap_or_default();
    !SHORT.contains(&word)
}
