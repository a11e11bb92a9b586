//! Where the name of a law ends.

use super::{
    date,
    law_attributes::{attributes, bare_year, law_number},
    laws::kind_name,
    look::{starts, window},
};
use crate::{
    lexicon::laws::{self, law_words},
    text::{
        letters::{is_alphabetic, is_alphanumeric},
        words::words,
    },
    value::Cursor,
};

/// The longest name that is read, in bytes.
const LONGEST: usize = 900;

/// Words of names whose last half ends a name where it stands alone.
const INSIDE: [(&str, &str); 7] = [
    ("công", "trình"),
    ("chương", "trình"),
    ("quy", "trình"),
    ("quá", "trình"),
    ("lộ", "trình"),
    ("giáo", "trình"),
    ("dân", "số"),
];

/// Reads names after one word for a law.
pub(super) struct Reader<'a> {
    pub(super) plain: &'a str,
    pub(super) folded: &'a str,
    pub(super) kind: &'static str,
    pub(super) words: &'static str,
}

impl Reader<'_> {
    /// Where the name of the law at `start` ends.
    pub(super) fn name(&self, start: usize) -> Option<usize> {
        let (plain, folded) = (self.plain, self.folded);
        let known = laws::longest(folded, start, "").map(|(_, end)| end);
        let shaped = self.shaped(start);
        let end = match (known, shaped) {
            // a longer name that a number closes is a law that the list lacks
            (Some(known), Some(shaped))
                if shaped > known && law_number(plain, folded, skip_blank(folded, shaped)).is_some() =>
            {
                shaped
            }
            (Some(known), _) => known,
            (None, shaped) => shaped?,
        };
        // a revision is another law
        let mut c = Cursor::new(folded, end);
        c.blanks();
        if c.literal("(sửa đổi)") || c.literal("(thay thế)") || c.literal("(sửa đổi, bổ sung)") {
            return Some(c.at());
        }
        if c.word("sửa đổi") {
            let mut both = c;
            both.literal(",");
            if both.blanks().word("bổ sung") {
                c = both;
            }
            // `Luật Nhà ở sửa đổi, bổ sung năm 2014`
            let after = c.rest().trim_start();
            let dated = date::read(folded, folded.len() - after.len()).is_some()
                || bare_year(folded, folded.len() - after.len(), c.at()).is_some();
            if c.rest().is_empty() || c.rest().starts_with(['.', ';', ',', ')']) || dated {
                return Some(c.at());
            }
        }
        Some(end)
    }

    /// The name by its shape: a capital, then words up to a mark or a word that no name holds.
    fn shaped(&self, start: usize) -> Option<usize> {
        let (plain, folded) = (self.plain, self.folded);
        let words = law_words();
        let from = start + self.words.len() + 1;
        let first = plain.get(from..)?.chars().next()?;
        let shouted = plain[start..from].chars().filter(|c| is_alphabetic(*c)).all(char::is_uppercase);
        let small_type = plain[start..].starts_with(char::is_lowercase);
        if !first.is_uppercase() || small_type {
            return None;
        }
        if words.ends.begin(&folded[from..])
            || words.not_first.begin(&folded[from..])
            || starts(&folded[from..], &["và"])
        {
            return None;
        }
        let limit = window(folded, from, 160).end;
        let mut end = from;
        let mut count = 0;
        let mut at = from;
        while at < limit {
            let rest = &folded[at..limit];
            let start = at + rest.len() - rest.trim_start_matches(' ').len();
            let rest = &folded[start..limit];
            let n = rest.find(|c: char| !is_alphanumeric(c)).unwrap_or(rest.len());
            if n == 0 {
                // a comma inside a name is followed by a small word
                let small = rest.strip_prefix(", ").is_some_and(|r| !words.ends.begin(r))
                    && plain[start..].chars().nth(2).is_some_and(|c| c.is_lowercase() && is_alphabetic(c));
                let next_number = number_before_break(&folded[start..limit]);
                if small && !shouted && next_number {
                    at = start + 2;
                    continue;
                }
                break;
            }
            // `công trình`, `dân số`: the last half of a word is no verb
            let inside = INSIDE
                .iter()
                .any(|(first, last)| rest.starts_with(last) && folded[from..start].trim_end().ends_with(first));
            if count > 0
                && !inside
                && (words.ends.begin(rest) || starts(rest, &["luật", "bộ luật", "nghị định", "nghị quyết"]))
                || count == 22
            {
                break;
            }
            end = start + n;
            at = end;
            count += 1;
        }
        let closed = folded[end..].trim_start().chars().next().is_none_or(|c| !is_alphanumeric(c));
        let name = folded.get(from..end)?.strip_suffix(" và").map_or(end, |n| from + n.len());
        // a single unknown word is a name only when a number or a date says so
        let (number, date, ..) = attributes(plain, folded, name);
        // `Luật PBGDPL` is written by its letters
        let letters =
            plain[from..name].chars().count() > 3 && plain[from..name].chars().all(|c| c.is_uppercase() || c == '&');
        let proven = number.is_some() || date.is_some() || (letters && !shouted && count == 1);
        (proven || count > 1 && count < 9 && (closed || !shouted)).then_some(name)
    }

    /// `sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C` from `at`: where the name ends; a number after the
    /// last amended law that belongs to the amending one, with its end.
    pub(super) fn amending(&self, at: usize) -> Option<(usize, Option<(String, usize)>)> {
        let (plain, folded) = (self.plain, self.folded);
        let rest = folded.get(at..)?;
        if !starts(rest, &["sửa đổi", "bổ sung", "sửa đổi bổ sung"]) {
            return None;
        }
        let head = window(folded, at, 130);
        let inner = ["luật", "pháp lệnh"].iter().find_map(|w| folded[head.clone()].find(w))?;
        let between = &rest[..inner];
        if between.contains([';', '.', ':']) {
            return None;
        }
        let words = if rest[inner..].starts_with("luật") { "luật" } else { "pháp lệnh" };
        let bộ = between.ends_with("bộ ");
        let mut start = at + inner - if bộ { "bộ ".len() } else { 0 };
        let mut end = start;
        let mut numbered: Vec<(usize, String, usize, Option<&laws::Law>)> = Vec::new();
        let mut count = 0;
        let limit = at + LONGEST;
        while start < limit {
            let kind = if folded[start..].starts_with("bộ luật") { "bộ luật" } else { words };
            let reader = Reader { plain, folded, kind: kind_name(kind), words: kind };
            let known = laws::longest(folded, start, "");
            let Some(name) = reader.name(start).or(known.map(|k| k.1)) else {
                break;
            };
            count += 1;
            end = name;
            if let Some((number, after)) = law_number(plain, folded, skip_blank(folded, name)) {
                numbered.push((name, number, after, known.map(|k| k.0)));
                end = after;
            }
            let tail = &folded[end..];
            let gap = [", và ", ", ", " và ", "; ", " và của ", ", của "]
                .iter()
                .find(|g| tail.strip_prefix(**g).is_some_and(|t| starts(t, &["luật", "bộ luật", "pháp lệnh"])));
            // `Luật Thuế xuất khẩu, thuế nhập khẩu; Luật Đầu tư`: a semicolon parts citations, not names
            match gap {
                Some(g) if *g != "; " => start = end + g.len(),
                _ => break,
            }
        }
        if count == 0 {
            // `một số điều của 11 luật có liên quan đến quy hoạch`
            let clause = window(folded, at + inner, 300);
            let words = &folded[clause.clone()];
            let stop = words.find([';', '.', '(', ')', '\t']).unwrap_or(words.len());
            let comma = words[..stop].find(',').unwrap_or(stop);
            // `11 Luật về quân sự, quốc phòng ngày …`: a date right after the comma's words closes the name
            let cue = |from: usize| words![" số ", " ngày ", " năm "].find_in(&words[from..stop]);
            let end = match cue(0) {
                Some(cue) if cue <= comma || (cue < comma + 60 && type_between(&words[comma..cue]).is_none()) => cue,
                _ => comma,
            };
            return Some((clause.start + end, None));
        }
        if let [(name, number, after, known)] = numbered.as_slice()
            && *after == end
            && !known.is_some_and(|l| l.numbers.contains(&number.as_str()))
        {
            return Some((*name, Some((number.clone(), *after))));
        }
        // `… của Luật Đo lường số 70/2025/QH15 và Luật Giá năm 2023`: a number that no edition of the amended law has closes
        // the amending one; what follows is another
        if let [(name, number, after, Some(law))] = numbered.as_slice()
            && !law.numbers.is_empty()
            && !law.numbers.contains(&number.as_str())
        {
            return Some((*name, Some((number.clone(), *after))));
        }
        Some((end, None))
    }
}

/// A word that begins another document.
fn type_between(words: &str) -> Option<&'static str> {
    ["luật", "nghị", "quyết", "thông tư", "chỉ thị", "kế hoạch", "căn cứ"].into_iter().find(|w| words.contains(w))
}

fn skip_blank(folded: &str, at: usize) -> usize {
    let rest = folded.get(at..).unwrap_or_default();
    let rest_trimmed = rest.trim_start_matches([' ', ',']);
    at + rest.len() - rest_trimmed.len()
}

/// Does a law's number come before the clause breaks?
fn number_before_break(clause: &str) -> bool {
    let end = clause.find([';', '.', ')', '\t']).unwrap_or(clause.len());
    clause[..end].find(" số ").is_some_and(|n| clause[n..end].contains("/qh") || clause[n..end].contains("/20"))
}
