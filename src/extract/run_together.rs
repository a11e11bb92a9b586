//! Words that run together where a page lost its line breaks: `Đào tạochủ trì`, `trướcngày 15/11`, `củaBộ Y tế`.

use std::ops::Range;

use crate::{
    lexicon::syllables::{is_syllable, tones},
    text::Text,
};

/// Shorter words, in bytes, hold no two syllables of which one would be missed.
const SHORTEST: usize = 9;

/// Longer words, in bytes, are no words of a line end.
const LONGEST: usize = 64;

/// Longer words of one syllable there are none, in letters.
const LONGEST_SYLLABLE: usize = 7;

/// Where blanks are missing, in order, and what stands there instead.
pub(super) fn gaps(text: &Text) -> Vec<(Range<usize>, &'static str)> {
    let several = |word: &Range<usize>| word.len() <= LONGEST && holds_several(text.at(word));
    let cuts = |word: Range<usize>| cuts(text.at(&word)).into_iter().map(move |cut| word.start + cut);
    text.words(SHORTEST).filter(several).flat_map(cuts).map(|at| (at..at, " ")).collect()
}

/// Two tones, a capital inside or too many letters tell that several words run together.
fn holds_several(word: &str) -> bool {
    !word.is_ascii()
        && (tones(word) > 1
            || word.chars().count() > LONGEST_SYLLABLE
            || word.char_indices().any(|(at, _)| capital(word, at)))
}

/// Does a word with a capital begin behind small letters?
fn capital(word: &str, at: usize) -> bool {
    word[at..].starts_with(char::is_uppercase) && word[..at].ends_with(char::is_lowercase)
}

/// Where the words end that a run of letters holds, but the last; none where it does not read as words throughout.
fn cuts(word: &str) -> Vec<usize> {
    let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let last = starts.len() - 1;
    // for each letter, from the last on: where the syllable ends that begins there, when all behind it reads
    let mut ends: Vec<Option<usize>> = vec![None; last];
    for from in (0..last).rev() {
        let reach = (from + 1..=last.min(from + LONGEST_SYLLABLE))
            .take_while(|&to| to == from + 1 || !capital(word, starts[to - 1]))
            .filter(|&to| to == last || ends[to].is_some())
            .filter(|&to| is_syllable(&word[starts[from]..starts[to]]));
        ends[from] = reach.last();
    }
    let next = |at: &usize| ends.get(*at).copied().flatten();
    std::iter::successors(next(&0), next).take_while(|&at| at < last).map(|at| starts[at]).collect()
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
            ("chủtrìphốihợpvớiSởTài chính", "chủ trì phối hợp với Sở Tài chính"),
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
