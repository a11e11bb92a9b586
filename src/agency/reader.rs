//! The words of a passage, looked up once, and small steps over them.

use std::{
    cell::{Cell, OnceCell},
    ops::Range,
};

use crate::{
    lexicon::agency_words::{Kinds, MEANINGS, Meaning},
    text::{Text, begins, floor, letters, words::List},
};

/// How far names reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// In a sentence: a name ends where the words of names end.
    Clause,
    /// The same, but a name ends also before a verb that may be a part of it: `Chi cục Thủy sản` before `tuyên truyền`.
    Brief,
    /// In a heading, a cell or after a label: all words belong to names.
    Whole,
}

/// The longest stretch that one list is read over, in bytes: keeps reading linear.
const LONGEST_LIST: usize = 6_000;

/// More bytes than a verb of duty has.
const LONGEST_VERB: usize = 80;

/// How deep names may stand in names: `Thủ trưởng cơ quan thuộc UBND tỉnh`.
const DEEPEST: u8 = 12;

/// A known word in its place.
#[derive(Debug, Clone)]
pub(crate) struct Lexeme {
    pub(crate) range: Range<usize>,
    pub(crate) meaning: Meaning,
}

impl Lexeme {
    pub(crate) fn is(&self, kinds: Kinds) -> bool {
        self.meaning.kinds.any(kinds)
    }
}

/// The known words of a passage.
fn lexemes<'f, F: Iterator<Item = (Range<usize>, &'f Meaning)>>(
    plain: &str,
    folded: &str,
    known_from: impl Fn(usize) -> F,
) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut from = 0;
    'passage: loop {
        for (range, &meaning) in known_from(from) {
            let range = range.start + from..range.end + from;
            let last = || last_kind(plain, folded, &range, &lexemes);
            if let Some(shorter) = shorter(&plain[range.start..], &folded[range.clone()]).or_else(last) {
                let meaning = MEANINGS.find_iter(shorter).next();
                let own = range.start..range.start + shorter.len();
                lexemes.extend(meaning.map(|(_, &meaning)| Lexeme { range: own.clone(), meaning }));
                from = own.end;
                continue 'passage;
            }
            lexemes.push(Lexeme { range, meaning });
        }
        return lexemes;
    }
}

/// Phrases of which only the first word is meant before certain words: `Giao Ban Dân vận`, `các cấp ủy`.
const SHORTER: [(&str, &str, &[&str]); 7] = [
    ("giao ban", "giao", &["Ban "]),
    // `Chủ tịch UBND tỉnh ủy quyền Giám đốc Sở`
    ("tỉnh ủy", "tỉnh", &["quyền"]),
    ("huyện ủy", "huyện", &["quyền"]),
    // `các cơ quan báo cáo`
    ("cơ quan báo", "cơ quan", &["cáo"]),
    // `phối hợp cùng cấp ủy`
    ("cùng cấp", "cùng", &["ủy", "uỷ", "Ủy", "Uỷ", "hội", "Hội"]),
    // `Trưởng ban chỉ đạo chung`: what the head of a board does
    (
        "trưởng ban chỉ đạo",
        "trưởng ban",
        &["chung", "toàn diện", "toàn bộ", "mọi ", "các hoạt động", "công tác", "trực tiếp"],
    ),
    (
        "các cấp",
        "các",
        &["chính quyền", "ủy", "uỷ", "Ủy", "Uỷ", "hội", "Hội", "bộ Đoàn", "bộ đoàn", "công đoàn", "Công đoàn", "CĐ"],
    ),
];

/// `các phòng, ban tổ chức thu quỹ`, `các cơ quan, ban chỉ đạo các thôn`: the last kind of several, and what they do.
fn last_kind(plain: &str, folded: &str, phrase: &Range<usize>, before: &[Lexeme]) -> Option<&'static str> {
    const BOARDS: [&str; 2] = ["ban tổ chức", "ban chỉ đạo"];
    const KINDS: [&str; 3] = ["phòng", "sở", "cơ quan"];
    let large = plain.get(phrase.start..)?.starts_with(char::is_uppercase);
    if large || !BOARDS.contains(&folded.get(phrase.clone())?) {
        return None;
    }
    let [.., several, kind] = before else { return None };
    let listed = KINDS.contains(&folded.get(kind.range.clone())?)
        && several.is(Kinds::PLURAL)
        && folded.get(several.range.end..kind.range.start)? == " "
        && matches!(folded.get(kind.range.end..phrase.start)?.trim(), "," | "/");
    // `các phòng, ban chỉ đạo cấp huyện rà soát`: a board with its level
    let object = folded.get(phrase.end..)?.strip_prefix(' ').is_some_and(|next| {
        next.starts_with(letters::is_alphabetic)
            && !["cấp ", "huyện ", "xã ", "tỉnh "].iter().any(|l| next.starts_with(l))
    });
    (listed && object).then_some("ban")
}

/// What is built by a duty: `Vụ Đầu tư` before `xây dựng kế hoạch`.
const DRAWN_UP: [&str; 8] =
    ["kế hoạch", "chương trình", "phương án", "đề án", "dự thảo", "văn bản", "quy chế", "và ban hành"];

/// The first word of a phrase that stands in another sense here.
fn shorter<'p>(plain: &str, phrase: &'p str) -> Option<&'p str> {
    if let Some(before) = phrase.strip_suffix(" xây dựng") {
        let next = plain.get(phrase.len()..).unwrap_or_default().trim_start();
        return DRAWN_UP.iter().any(|d| next.starts_with(d)).then_some(before);
    }
    // `Phó Giám đốc phụ trách xe đưa đón`: what is in a deputy's charge, where `Phó Giám đốc phụ trách` alone is a post
    if let Some(before) = phrase.strip_suffix(" phụ trách").filter(|post| post.starts_with("phó ")) {
        let next = plain.get(phrase.len()..).unwrap_or_default().trim_start();
        let names = Kinds::NAME | Kinds::FIELD;
        let verb = |m: &Meaning| m.kinds.any(Kinds::STOP) && !m.kinds.any(names);
        let acts = MEANINGS.at_start(&next[..floor(next, LONGEST_VERB)]).is_some_and(|(_, m)| verb(m));
        return (next.starts_with(letters::is_lowercase) && !acts).then_some(before);
    }
    let (_, first, before) = SHORTER.iter().find(|(p, _, _)| *p == phrase)?;
    let second = plain.get(phrase.len()..).unwrap_or_default().trim_start();
    // `Ban` is a part of the phrase itself, `ủy` follows it
    let inside = plain.get(first.len()..).unwrap_or_default().trim_start();
    before.iter().any(|b| second.starts_with(b) || b.ends_with(' ') && inside.starts_with(b)).then_some(*first)
}

/// A passage with its known words.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(crate) plain: &'a str,
    pub(crate) folded: &'a str,
    /// The known words, once they were asked for.
    lexemes: OnceCell<Vec<Lexeme>>,
    /// The text and the range that the words are of, where its words are found already.
    within: Option<(&'a Text, Range<usize>)>,
    /// No small letters: capitals tell nothing.
    pub(crate) shouting: bool,
    depth: Cell<u8>,
}

impl<'a> Reader<'a> {
    /// Reads a passage; `folded` is the folded twin of `plain`.
    pub fn new(plain: &'a str, folded: &'a str) -> Self {
        let shouting = !plain.chars().any(letters::is_lowercase);
        Self { plain, folded, lexemes: OnceCell::new(), within: None, shouting, depth: Cell::new(0) }
    }

    /// Reads a range of a text.
    pub fn of(text: &'a Text, range: &Range<usize>) -> Self {
        Self { within: Some((text, range.clone())), ..Self::new(text.at(range), text.folded_at(range)) }
    }

    /// The known words, looked up when they are first asked for.
    fn lexemes(&self) -> &[Lexeme] {
        let (plain, folded) = (self.plain, self.folded);
        self.lexemes.get_or_init(|| match &self.within {
            Some((text, range)) => {
                lexemes(plain, folded, |from| MEANINGS.find_in(text, &(range.start + from..range.end)))
            }
            None => lexemes(plain, folded, |from| MEANINGS.find_iter(&folded[from..])),
        })
    }

    /// Reads a name inside a name, unless too many are open.
    pub(crate) fn inside<T>(&self, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let found = read();
        self.depth.set(depth);
        found
    }

    /// Known words from byte `from` on.
    pub(crate) fn lexemes_from(&self, from: usize) -> &[Lexeme] {
        let lexemes = self.lexemes();
        let first = lexemes.partition_point(|l| l.range.start < from);
        lexemes.get(first..).unwrap_or_default()
    }

    /// The known word that begins at byte `at`.
    pub(crate) fn lexeme(&self, at: usize) -> Option<&Lexeme> {
        let lexemes = self.lexemes();
        let index = lexemes.binary_search_by_key(&at, |l| l.range.start).ok()?;
        lexemes.get(index)
    }

    /// The known word at `at`, if it is of these kinds.
    pub(crate) fn kind(&self, at: usize, kinds: Kinds) -> Option<&Lexeme> {
        self.lexeme(at).filter(|l| l.is(kinds))
    }

    /// The known word that ends at byte `end`.
    pub(crate) fn lexeme_before(&self, end: usize) -> Option<&Lexeme> {
        let lexemes = self.lexemes();
        let next = lexemes.partition_point(|l| l.range.end <= end);
        lexemes.get(next.checked_sub(1)?).filter(|l| l.range.end == end)
    }

    /// A place at most `reach` bytes before `at`.
    pub(crate) fn near(&self, at: usize, reach: usize) -> usize {
        let mut near = at.saturating_sub(reach);
        while !self.folded.is_char_boundary(near) {
            near += 1;
        }
        near
    }

    pub(crate) fn rest(&self, at: usize) -> &'a str {
        self.folded.get(at..).unwrap_or_default()
    }

    /// The words from `at` on, no further than `reach` bytes.
    pub(crate) fn ahead(&self, at: usize, reach: usize) -> &'a str {
        let rest = self.rest(at);
        &rest[..floor(rest, reach)]
    }

    /// Steps over blanks.
    pub(crate) fn blanks(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.bytes().take_while(|&b| b == b' ').count()
    }

    /// Takes a word or words after blanks.
    pub(crate) fn word(&self, at: usize, word: &str) -> Option<usize> {
        let at = self.blanks(at);
        let rest = self.rest(at);
        let there = begins(rest, word) && !rest[word.len()..].starts_with(letters::is_alphanumeric);
        there.then_some(at + word.len())
    }

    /// Takes the first of `words` that is there after blanks.
    pub(crate) fn any(&self, at: usize, words: &(impl List + ?Sized)) -> Option<usize> {
        self.each(at, words).next()
    }

    /// Takes the longest of `words` that is there after blanks.
    pub(crate) fn longest(&self, at: usize, words: &(impl List + ?Sized)) -> Option<usize> {
        self.each(at, words).max()
    }

    /// The end of each of `words` that is there after blanks.
    pub(crate) fn each<'t>(&'t self, at: usize, words: &'t (impl List + ?Sized)) -> impl Iterator<Item = usize> + 't {
        let at = self.blanks(at);
        let rest = self.rest(at);
        let whole = move |word: &&str| !rest[word.len()..].starts_with(letters::is_alphanumeric);
        words.fronts(rest).map(|(_, word)| word).filter(whole).map(move |word| at + word.len())
    }

    /// The end of the run of letters and digits at `at`; `TT&TT`, `HIV/AIDS` are not one run.
    pub(crate) fn word_end(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.find(|c: char| !(letters::is_alphanumeric(c) || c == '’')).unwrap_or(rest.len())
    }

    /// Does a capital letter (or, in a passage of capitals, any letter) stand at `at`?
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.plain.get(at..).is_some_and(|p| p.starts_with(char::is_uppercase))
    }

    /// May a name go on with the word at `at` as one of its own: a capital, or anything in capitals' absence.
    pub(crate) fn proper(&self, at: usize) -> bool {
        self.capital(at) && !self.shouting
    }

    /// Does the word at `at` end a name: a verb of duty or a link in small letters?
    pub(crate) fn stops(&self, at: usize) -> bool {
        self.kind(at, Kinds::STOP).is_some() && (self.shouting || !self.capital(at))
    }

    /// Is the word of names at `at` a verb in small letters: `bảo vệ rừng` after `Hạt Kiểm lâm`?
    pub(crate) fn acts(&self, at: usize) -> bool {
        self.kind(at, Kinds::ACTS).is_some() && !self.capital(at) && !self.fights(at)
    }

    /// The end of the stretch that a list at `at` may cover.
    pub(crate) fn horizon(&self, at: usize) -> usize {
        let mut end = self.folded.len().min(at.saturating_add(LONGEST_LIST));
        while !self.folded.is_char_boundary(end) {
            end -= 1;
        }
        end
    }

    /// A dash that joins words: its end. A dash that opens a list item is none.
    pub(crate) fn dash(&self, at: usize) -> Option<usize> {
        let at = self.blanks(at);
        let rest = self.rest(at);
        let dash = rest.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '‑' | '−'))?;
        Some(self.blanks(at + dash.len_utf8()))
    }
}
