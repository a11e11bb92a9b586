//! What reads as Vietnamese (`data/syllables.toml`).

use unicode_normalization::UnicodeNormalization;

use super::list;
use crate::text::letters::is_alphabetic;

/// Each list in the order of its words.
struct Syllables {
    onsets: &'static [&'static str],
    rimes: &'static [&'static str],
    lost: &'static [&'static str],
}

static SYLLABLES: Syllables = list!("syllables");

fn holds(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

/// Longer is no syllable: `nghiêng`.
const LONGEST: usize = 7;

/// Is `word` built as a Vietnamese syllable, in any letter case, with the tone mark on whatever vowel?
///
/// ```
/// use kehoach::lexicon::syllables::is_syllable;
/// assert!(["Kế", "HOẠCH", "thủy", "thuỷ", "người"].iter().all(|word| is_syllable(word)));
/// assert!(["KÕ", "hoà¡ch", "tieáng", "cạch", "việc"].iter().filter(|word| is_syllable(word)).eq(&["cạch", "việc"]));
/// ```
pub fn is_syllable(word: &str) -> bool {
    let mut letters = String::with_capacity(word.len());
    let mut tone = None;
    for (count, c) in word.chars().flat_map(char::to_lowercase).enumerate() {
        let (letter, mark) = without_tone(c);
        if !is_alphabetic(letter) || tone.is_some() && mark.is_some() || count == LONGEST {
            return false;
        }
        tone = tone.or(mark);
        letters.push(letter);
    }
    // a stop allows two tones; without a mark it is a word of another language or an abbreviation
    let stopped = letters.ends_with(['c', 'p', 't']) || letters.ends_with("ch");
    if stopped && !matches!(tone, Some(ACUTE | DOT)) {
        return false;
    }
    let fits = |onset: &str, rime: &str| {
        (onset.is_empty() || holds(SYLLABLES.onsets, onset)) && holds(SYLLABLES.rimes, rime) && spelled(onset, rime)
    };
    letters.char_indices().take(4).any(|(cut, _)| fits(&letters[..cut], &letters[cut..]))
}

/// How many letters of a word bear a tone.
pub fn tones(word: &str) -> usize {
    const LATIN: &str = "àáãèéìíòóõùúýĩũÀÁÃÈÉÌÍÒÓÕÙÚÝĨŨ";
    word.chars().filter(|&c| matches!(c, '\u{1ea0}'..='\u{1ef9}') || !c.is_ascii() && LATIN.contains(c)).count()
}

/// `k`, `gh` and `ngh` stand before `e`, `ê`, `i`, `y`, and `c`, `g`, `ng` before other vowels; `gì` is spelled so.
fn spelled(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        "g" => !front || rime.starts_with('i'),
        "gi" => !rime.starts_with(['i', 'y']),
        _ => true,
    }
}

/// Is this a word, or a pair of words, that damaged text is completed to when several readings would be syllables?
pub fn completes_lost(words: &str) -> bool {
    holds(SYLLABLES.lost, &crate::text::fold(words))
}

const ACUTE: char = '\u{301}';
const DOT: char = '\u{323}';

/// A letter without its tone, and the tone.
fn without_tone(c: char) -> (char, Option<char>) {
    if c.is_ascii() {
        return (c, None);
    }
    let mut tone = None;
    let rest: String = std::iter::once(c)
        .nfd()
        .filter(|&mark| {
            let is_tone = matches!(mark, '\u{300}' | ACUTE | '\u{303}' | '\u{309}' | DOT);
            tone = if is_tone { Some(mark) } else { tone };
            !is_tone
        })
        .nfc()
        .collect();
    let mut letters = rest.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => (letter, tone),
        _ => (c, None),
    }
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn words_of_plans_are_syllables() {
        let words = "kế hoạch thực hiện nghị quyết của ủy ban nhân dân tỉnh về việc phát triển nguồn lực giai đoạn \
                     những giếng gì quý khuyến khuỷu ngoằn nghiêng xoong thuở uỷ yếu Điều Đảng LUẬT huyện sỹ tuýt nghề kỳ";
        for word in words.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn bytes_read_wrongly_are_none() {
        for word in
            ["hoïp", "ho¹ch", "quyÕt", "Nghò", "ñoàn", "thöïc", "hiÖn", "nguoàn", "cuûa", "Ä‘", "thã¹c", "pêng", "càc"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
