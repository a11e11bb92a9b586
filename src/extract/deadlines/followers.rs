//! What follows a time expression: a body and its duty, the next duty, what the verb before it acts on, a count.

use super::context::{Context, FIRST_WORDS, Governor, clause_of, first_words, governor};
use crate::{
    lexicon::{
        agency_words::{Kinds, MEANINGS},
        time_phrases::{Governing, TIME_PHRASES},
    },
    text::words::words,
};

impl Context<'_> {
    /// Does a share stand before the end of the action: `đến năm 2025, trên 90% chi bộ hoàn thành …`? The time is the
    /// share's.
    pub(super) fn share_completes(&self) -> bool {
        let completion = TIME_PHRASES.completion.find_iter(self.after).next();
        completion.is_some_and(|(range, ())| self.after[..range.start].contains('%'))
    }

    /// Does a body that can act stand after the comma: `Trong năm 2024, Sở Y tế …`, `…, các xã …`?
    pub(super) fn body_follows(&self) -> bool {
        self.after.trim_start().strip_prefix(',').is_some_and(begins_with_body)
    }

    /// Does a body begin the words right after it, and then its duty: `…, hằng tháng các xã rà soát`?
    pub(super) fn body_acts(&self) -> bool {
        let after = self.after.trim_start();
        let near = &self.after[..first_words(self.after, FIRST_WORDS)];
        let first = TIME_PHRASES.governors.find_iter(near).next();
        begins_with_body(after.strip_prefix(',').unwrap_or(after))
            && first.is_some_and(|(_, kind)| *kind != Governing::Noun)
    }

    /// Does the next clause begin with a duty verb (`sơ kết trong năm 2023, tổng kết …`)?
    pub(super) fn next_duty(&self) -> bool {
        let after = self.after.trim_start();
        let next = after.strip_prefix(',').or_else(|| after.strip_prefix("và "));
        next.is_some_and(|next| TIME_PHRASES.begins_with_verb(next.trim_start()))
    }

    /// Does what the verb before it acts on come behind it: `tổng kết vào năm 2030 việc thực hiện Kế hoạch`?
    pub(super) fn object_follows(&self) -> bool {
        let after = self.after.trim_start();
        words!["việc ", "kết quả ", "tình hình ", "công tác ", "về ", "theo ", "để ", "nhằm "]
            .iter()
            .any(|w| after.starts_with(w))
    }

    /// Does a duty follow, with its subject or without?
    pub(super) fn duty_follows(&self) -> bool {
        governor(&self.after[..first_words(self.after, FIRST_WORDS)]) == Governor::Verb
    }

    /// Does the clause after it say how many, in its first words: `mỗi tuần phát ít nhất 02 tin, bài`?
    pub(super) fn counts_soon(&self) -> bool {
        let near = clause_of(&self.after[..first_words(self.after, 6)]);
        let least = words!["ít nhất", "tối thiểu", "không quá", "không ít hơn"].within(near);
        self.words.starts_with("mỗi ") && (least || near.contains(|c: char| c.is_ascii_digit()))
    }
}

/// Do the words begin with a body that can act?
pub(super) fn begins_with_body(after: &str) -> bool {
    let after = after.trim_start();
    let body = |words: &str| MEANINGS.at_start(words).map(|(end, meaning)| (end, meaning.kinds));
    match body(after) {
        Some((end, kinds)) if kinds.any(Kinds::PLURAL) => {
            body(after[end..].trim_start()).is_some_and(|(_, kinds)| kinds.any(Kinds::BODY | Kinds::HEAD))
        }
        Some((_, kinds)) => kinds.any(Kinds::HEAD | Kinds::NOUN | Kinds::POST) && !kinds.any(Kinds::VERB),
        None => false,
    }
}
