//! Names and cues that a recognizer misread: `Bình đăng giới` is `Bình đẳng giới`, `Phòng Tham muu` is `Phòng Tham mưu`,
//! because no other words that plans are written in have these letters.

use std::{ops::Range, sync::LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::char::decompose_canonical;

use crate::{
    lexicon::{agencies, agency_words, laws, misread::mendable, names, syllables::is_syllable},
    text::{
        fold,
        letters::{is_alphabetic, is_alphanumeric},
    },
};

/// Phrases of names.
struct Phrases {
    /// By the shapes of their letters; `None` where two phrases have the same.
    by_key: FxHashMap<String, Option<Known>>,
    /// The keys of their first two words.
    openings: FxHashSet<String>,
}

/// A phrase as it is printed.
#[derive(PartialEq)]
struct Known {
    words: Vec<String>,
    /// It says who acts, and is mended in any text.
    cue: bool,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let fields = agency_words::fields().iter().map(|f| f.name);
    let spellings = agency_words::spellings().iter().flat_map(|s| s.words.iter().copied());
    let short = agency_words::abbreviations().iter().map(|a| a.words);
    let long = names::abbreviations().iter().map(|a| a.long);
    let all = agencies::all().iter().map(|a| a.name);
    let phrases = mendable().phrases.iter().copied();
    let laws = laws::all().iter().map(|l| l.name);
    let names = fields.chain(spellings).chain(short).chain(long).chain(all).chain(phrases).chain(laws);
    let names = names.map(|name| (name, false));
    let cues = mendable().cues.iter().map(|&cue| (cue, true));
    let mut phrases = Phrases { by_key: FxHashMap::default(), openings: FxHashSet::default() };
    for (phrase, cue) in cues.chain(names) {
        let words: Vec<String> = words(phrase).map(|(_, word)| fold(word)).collect();
        if (2..=LONGEST).contains(&words.len()) {
            let mut key = String::new();
            for (n, word) in words.iter().enumerate() {
                add_key(&mut key, word);
                if n == 1 {
                    phrases.openings.insert(key.clone());
                }
            }
            let entry = phrases.by_key.entry(key).or_insert_with(|| Some(Known { words: words.clone(), cue }));
            if entry.as_ref().is_some_and(|known| known.words != words) {
                *entry = None;
            }
        }
    }
    phrases
});

/// Abbreviations by the shapes of their letters; `None` where two have the same.
static ABBREVIATIONS: LazyLock<FxHashMap<String, Option<&'static str>>> = LazyLock::new(|| {
    let bodies = agency_words::abbreviations().iter().flat_map(|a| a.short);
    let others = names::abbreviations().iter().flat_map(|a| a.short);
    let mut by_key: FxHashMap<String, Option<&str>> = FxHashMap::default();
    for short in bodies.chain(others).copied().filter(|short| is_abbreviation(short)) {
        let mut key = String::new();
        add_key(&mut key, &fold(short));
        let known = by_key.entry(key).or_insert(Some(short));
        if known.is_some_and(|known| known != short) {
            *known = None;
        }
    }
    by_key
});

/// Four capitals or more: shorter ones differ by too little.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() >= 4 && word.chars().all(char::is_uppercase)
}

/// Words in the longest phrase that is looked up.
const LONGEST: usize = 10;

/// How far the words around a phrase vouch for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// All words belong to names: a phrase with the letters of one that is known is that one.
    Names,
    /// In a sentence two words of the language may have the letters of a name by chance.
    Text,
}

/// A word that must have been printed otherwise.
#[derive(Debug)]
pub(super) struct Correction {
    /// The word, in bytes of the passage.
    pub(super) range: Range<usize>,
    /// The word as it must have been printed.
    pub(super) printed: String,
}

/// The name as it must have been printed.
///
/// ```
/// use kehoach::agency::as_printed;
/// assert_eq!(as_printed("Phòng Giáo dục nghề nghiệp - Bình đăng giới"), "Phòng Giáo dục nghề nghiệp - Bình đẳng giới");
/// assert_eq!(as_printed("Sở Nói vụ"), "Sở Nội vụ");
/// assert_eq!(as_printed("Phòng Tham muu"), "Phòng Tham mưu");
/// assert_eq!(as_printed("8ở Xây dựng, IIĐND"), "Sở Xây dựng, HĐND");
/// assert_eq!(as_printed("Trung tâm Sao Mai"), "Trung tâm Sao Mai");
/// ```
pub fn as_printed(name: &str) -> String {
    let mut mended = String::with_capacity(name.len());
    let mut done = 0;
    for word in corrections(name, Among::Names) {
        mended.push_str(&name[done..word.range.start]);
        mended.push_str(&word.printed);
        done = word.range.end;
    }
    mended.push_str(&name[done..]);
    mended
}

/// The words of a passage that were misread, in order.
pub(super) fn corrections(passage: &str, among: Among) -> Vec<Correction> {
    let words: Vec<(usize, &str)> = words(passage).collect();
    let folded: Vec<String> = words.iter().map(|(_, word)| fold(word)).collect();
    // the keys of all words, one behind the other
    let (mut keys, mut starts) = (String::new(), Vec::with_capacity(words.len() + 1));
    for word in &folded {
        starts.push(keys.len());
        add_key(&mut keys, word);
    }
    starts.push(keys.len());
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let opens = at + 2 <= words.len() && PHRASES.openings.contains(&keys[starts[at]..starts[at + 2]]);
        let longest = (2..=LONGEST.min(words.len() - at)).rev().filter(|_| opens).find_map(|len| {
            let known = PHRASES.by_key.get(&keys[starts[at]..starts[at + len]])?.as_ref()?;
            let parted = passage[words[at].0..words[at + len - 1].0].contains(['\n', '\t', '.', ':']);
            (!parted && certain(&folded[at..at + len], known, among)).then_some((len, known))
        });
        let Some((len, known)) = longest else {
            let (start, word) = words[at];
            if let Some(printed) = small_word(&folded[at], folded.get(at + 1)) {
                let printed = in_case_of(word, printed);
                found.push(Correction { range: start..start + word.len(), printed });
            } else if let Some(short) = abbreviation(word, &keys[starts[at]..starts[at + 1]]) {
                found.push(Correction { range: start..start + word.len(), printed: short.to_owned() });
            }
            at += 1;
            continue;
        };
        for i in at..at + len {
            if folded[i] != known.words[i - at] {
                let (start, word) = words[i];
                let printed = in_case_of(word, &known.words[i - at]);
                found.push(Correction { range: start..start + word.len(), printed });
            }
        }
        at += len;
    }
    found
}

/// Are the words the phrase beyond doubt? A letter may be another than it looks only in what is no word; in a sentence
/// two words that could be others need a sign of damage.
fn certain(words: &[String], known: &Known, among: Among) -> bool {
    let pairs = || words.iter().zip(&known.words).filter(|(word, printed)| word != printed);
    let looks_alike = pairs().all(|(word, printed)| bare(word) == bare(printed) || !is_syllable(word));
    looks_alike
        && (among == Among::Names || known.cue || words.len() > 2 || pairs().any(|(word, _)| !is_syllable(word)))
}

/// `đế` for `để`, but not in `đế quốc`.
fn small_word(word: &str, next: Option<&String>) -> Option<&'static str> {
    const COMPOUNDS: [&str; 6] = ["quốc", "chế", "vương", "đô", "giày", "hoa"];
    let mut pairs = mendable().words.iter().filter_map(|pair| pair.split_once(' '));
    let printed = pairs.find_map(|(read, printed)| (read == word).then_some(printed))?;
    let compound = next.is_none_or(|next| COMPOUNDS.contains(&next.as_str()));
    (!compound).then_some(printed)
}

/// The one abbreviation that a word of capitals may be: `CNCII` is `CNCH`.
fn abbreviation(word: &str, key: &str) -> Option<&'static str> {
    let short = ABBREVIATIONS.get(key).filter(|_| is_abbreviation(word))?.as_ref()?;
    (*short != word).then_some(short)
}

/// The words of a name, and where each begins.
fn words(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = name.char_indices().filter(|&(at, c)| is_alphanumeric(c) && !name[..at].ends_with(is_alphanumeric));
    starts.map(|(at, _)| (at, name[at..].split(|c: char| !is_alphanumeric(c)).next().unwrap_or_default()))
}

/// Adds the shape of a small word without marks, and a blank: letters and figures that look alike are one.
fn add_key(key: &mut String, word: &str) {
    let bare = bare(word);
    let figures = bare.bytes().all(|b| b.is_ascii_digit());
    let mut letters = bare.chars().peekable();
    while let Some(c) = letters.next() {
        key.push(match c {
            // the strokes of an `H` or an `n`
            'i' if letters.next_if_eq(&'i').is_some() => 'h',
            'y' => 'v',
            'e' => 'c',
            '0' if !figures => 'o',
            '1' if !figures => 'l',
            '8' if !figures => 's',
            c => c,
        });
    }
    key.push(' ');
}

/// The letters of a small word without marks, `đ` as `d`.
fn bare(word: &str) -> String {
    let mut bare = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'đ' | 'ð' => bare.push('d'),
            c if c.is_ascii() => bare.push(c),
            c => decompose_canonical(c, |part| {
                if is_alphabetic(part) {
                    bare.push(part);
                }
            }),
        }
    }
    bare
}

/// The small letters of `word` in the letter case of another.
fn in_case_of(model: &str, word: &str) -> String {
    if model.chars().count() > 1 && model.chars().all(char::is_uppercase) {
        word.to_uppercase()
    } else if model.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        // `8ở`: the figure was a capital
        super::canonical::capital_first(word)
    } else {
        word.to_owned()
    }
}
