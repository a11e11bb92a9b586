//! Words that run together where a page lost its line breaks: `Đào tạochủ trì`, `trướcngày 15/11`, `củaBộ Y tế`.

use std::ops::Range;

use crate::{
    lexicon::syllables::{is_syllable, tones},
    text::Text,
};

/// Shorter words, in bytes, hold no two syllables of which one would be missed.
const SHORTEST: usize = 9;

/// Longer words of one syllable there are none, in letters.
const LONGEST_SYLLABLE: usize = 7;

/// Where blanks are missing, in order, and what stands there instead.
pub(super) fn gaps(text: &Text) -> Vec<(Range<usize>, &'static str)> {
    let mut gaps = Vec::new();
    for word in text.words(SHORTEST) {
        let mut start = word.start;
        while let Some(cut) = cut(text.at(&(start..word.end))) {
            start += cut;
            gaps.push((start..start, " "));
        }
    }
    gaps
}

/// Where the first word of several that run together ends. Two tones, a capital inside or too many letters tell that
/// there are several.
fn cut(word: &str) -> Option<usize> {
    if word.len() < SHORTEST || word.is_ascii() {
        return None;
    }
    let capital = |at: usize| word[at..].starts_with(char::is_uppercase) && word[..at].ends_with(char::is_lowercase);
    let cuts = || word.char_indices().map(|(at, _)| at).skip(1);
    let inner = cuts().find(|&at| capital(at));
    if inner.is_none() && tones(word) < 2 && word.chars().count() <= LONGEST_SYLLABLE {
        return None;
    }
    let reads = |at: usize| is_syllable(&word[..at]) && (is_syllable(&word[at..]) || cut(&word[at..]).is_some());
    match inner {
        Some(at) => reads(at).then_some(at),
        None => cuts().filter(|&at| reads(at)).last(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_run_together_are_parted() {
        for (read, printed) in [
            ("Sở Giáo dục và Đào tạochủ trì", "Sở Giáo dục và Đào tạo chủ trì"),
            ("trướcngày 15/11", "trước ngày 15/11"),
            ("theo quy định củaBộ Y tế", "theo quy định của Bộ Y tế"),
            ("UBND huyện, thịxã", "UBND huyện, thịxã"),
            ("là cơ quanthường trực", "là cơ quan thường trực"),
            ("Sở Lao động - Thươngbinh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
            ("phối hợp vớiSở Tài chính", "phối hợp với Sở Tài chính"),
            ("phường, trường, nghiêng, thưởng, Krôngpắk", "phường, trường, nghiêng, thưởng, Krôngpắk"),
            ("international, LibreOffice, TPHCM", "international, LibreOffice, TPHCM"),
        ] {
            let mut text = read.to_owned();
            for (gap, blank) in gaps(&Text::new(read.to_owned())).into_iter().rev() {
                text.replace_range(gap, blank);
            }
            assert_eq!(text, printed);
        }
    }
}
