//! Names that a recognizer misread by a mark: `Bình đăng giới` is `Bình đẳng giới`, because no other words that agencies
//! are named by have these letters.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::char::decompose_canonical;

use crate::{
    lexicon::{agencies, agency_words, names},
    text::{fold, letters::is_alphanumeric},
};

/// Phrases of names.
struct Phrases {
    /// By their letters without marks; `None` where two phrases have the same letters.
    by_key: FxHashMap<String, Option<Vec<String>>>,
    /// The keys of their first two words.
    openings: FxHashSet<String>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let fields = agency_words::fields().iter().map(|f| f.name.as_str());
    let spellings = agency_words::spellings().iter().flat_map(|s| s.words.iter().map(String::as_str));
    let short = agency_words::abbreviations().iter().map(|a| a.words.as_str());
    let long = names::abbreviations().iter().map(|a| a.long.as_str());
    let all = agencies::all().iter().map(|a| a.name);
    let mut phrases = Phrases { by_key: FxHashMap::default(), openings: FxHashSet::default() };
    for phrase in fields.chain(spellings).chain(short).chain(long).chain(all) {
        let words: Vec<String> = words(phrase).map(|(_, word)| fold(word)).collect();
        if (2..=LONGEST).contains(&words.len()) {
            let mut key = String::new();
            for (n, word) in words.iter().enumerate() {
                add_key(&mut key, word);
                if n == 1 {
                    phrases.openings.insert(key.clone());
                }
            }
            let entry = phrases.by_key.entry(key).or_insert_with(|| Some(words.clone()));
            if entry.as_ref().is_some_and(|known| *known != words) {
                *entry = None;
            }
        }
    }
    phrases
});

/// Words in the longest phrase that is looked up.
const LONGEST: usize = 10;

/// The name as it must have been printed.
///
/// ```
/// use kehoach::agency::as_printed;
/// assert_eq!(as_printed("Phòng Giáo dục nghề nghiệp - Bình đăng giới"), "Phòng Giáo dục nghề nghiệp - Bình đẳng giới");
/// assert_eq!(as_printed("Sở Nói vụ"), "Sở Nội vụ");
/// assert_eq!(as_printed("Trung tâm Sao Mai"), "Trung tâm Sao Mai");
/// ```
pub fn as_printed(name: &str) -> String {
    let words: Vec<(usize, &str)> = words(name).collect();
    let folded: Vec<String> = words.iter().map(|(_, word)| fold(word)).collect();
    // the keys of all words, one behind the other
    let (mut keys, mut starts) = (String::new(), Vec::with_capacity(words.len() + 1));
    for word in &folded {
        starts.push(keys.len());
        add_key(&mut keys, word);
    }
    starts.push(keys.len());
    let mut mended = String::with_capacity(name.len());
    let (mut at, mut done) = (0, 0);
    while at < words.len() {
        let opens = at + 2 <= words.len() && PHRASES.openings.contains(&keys[starts[at]..starts[at + 2]]);
        let longest = (2..=LONGEST.min(words.len() - at)).rev().filter(|_| opens).find_map(|len| {
            let known = PHRASES.by_key.get(&keys[starts[at]..starts[at + len]])?.as_ref()?;
            Some((len, known))
        });
        let Some((len, known)) = longest else {
            at += 1;
            continue;
        };
        for i in at..at + len {
            if folded[i] != known[i - at] {
                let (start, word) = words[i];
                mended.push_str(&name[done..start]);
                mended.push_str(&in_case_of(word, &known[i - at]));
                done = start + word.len();
            }
        }
        at += len;
    }
    mended.push_str(&name[done..]);
    mended
}

/// The words of a name, and where each begins.
fn words(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = name.char_indices().filter(|&(at, c)| c.is_alphanumeric() && !name[..at].ends_with(is_alphanumeric));
    starts.map(|(at, _)| (at, name[at..].split(|c: char| !is_alphanumeric(c)).next().unwrap_or_default()))
}

/// Adds a word without marks, `đ` as `d`, and a blank.
fn add_key(key: &mut String, word: &str) {
    for c in word.chars() {
        match c {
            'đ' => key.push('d'),
            c if c.is_ascii() => key.push(c),
            c => decompose_canonical(c, |part| {
                if part.is_alphabetic() {
                    key.push(part);
                }
            }),
        }
    }
    key.push(' ');
}

/// The small letters of `word` in the letter case of another.
fn in_case_of(model: &str, word: &str) -> String {
    if model.chars().count() > 1 && model.chars().all(char::is_uppercase) {
        word.to_uppercase()
    } else if model.starts_with(char::is_uppercase) {
        super::canonical::capital_first(word)
    } else {
        word.to_owned()
    }
}
