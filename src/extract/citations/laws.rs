//! Laws cited by name: `Luật Giáo dục năm 2019`, `Bộ luật Lao động`, `Luật sửa đổi, bổ sung một số điều của Luật Đầu tư`.

use std::{ops::Range, sync::LazyLock};

use super::{
    law_attributes::{attributes, law_number},
    law_name::Reader,
};
use crate::{
    extract::Passage,
    lexicon::{
        Phrases,
        laws::{self, law_words},
    },
    text::letters::is_alphanumeric,
    value::Cursor,
};

/// A law at one place.
#[derive(Debug, Clone)]
pub(super) struct Law {
    /// From the type to the end of name, number and date.
    pub(super) range: Range<usize>,
    pub(super) kind: &'static str,
    pub(super) title: Option<String>,
    pub(super) number: Option<String>,
    pub(super) date: Option<String>,
    pub(super) issuer: Option<String>,
}

/// All laws of a passage, in reading order, not overlapping.
pub(super) fn read(passage: &Passage) -> Vec<Law> {
    let (plain, folded) = (passage.plain(), passage.folded());
    let mut found: Vec<Law> = Vec::new();
    let mut at = 0;
    for (start, kind) in type_words(passage) {
        // an amending law holds the names of others
        if start < at {
            continue;
        }
        let read = match kind {
            "hiến pháp" => constitution(plain, folded, start),
            _ => Reader { plain, folded, kind: kind_name(kind), words: kind }.laws(start),
        };
        if let Some(last) = read.last() {
            at = last.range.end;
        }
        found.extend(read);
    }
    found
}

pub(super) fn kind_name(words: &str) -> &'static str {
    match words {
        "bộ luật" => "Bộ luật",
        "pháp lệnh" => "Pháp lệnh",
        "hiến pháp" => "Hiến pháp",
        _ => "Luật",
    }
}

/// The words for laws in a folded text: where each begins, and the word.
fn type_words<'a>(passage: &Passage<'a>) -> impl Iterator<Item = (usize, &'static str)> + use<'a> {
    static WORDS: LazyLock<Phrases<&'static str>> =
        LazyLock::new(|| Phrases::new(["luật", "bộ luật", "pháp lệnh", "hiến pháp"].map(|w| (w, w))));
    let folded = passage.folded();
    WORDS.find_in(passage.view.text, &passage.range).filter_map(move |(range, word)| {
        let before = folded[..range.start].strip_suffix(' ');
        let previous = before.map(|b| b.rsplit(|c: char| !is_alphanumeric(c)).next().unwrap_or_default());
        // `(sau đây gọi tắt là Luật BVMT)`: a short name is no other law
        let named = before
            .is_some_and(|b| ["gọi tắt là", "gọi là", "viết tắt là", "gọi chung là"].iter().any(|w| b.ends_with(w)));
        let other = named || *word == "luật" && previous.is_some_and(|p| law_words().not_after.contains(&p));
        (!other).then_some((range.start, *word))
    })
}

/// `Hiến pháp năm 2013`, `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam`; the bare word is a figure of speech.
fn constitution(plain: &str, folded: &str, start: usize) -> Vec<Law> {
    let mut end = start + "hiến pháp".len();
    let mut sure = false;
    let mut c = Cursor::new(folded, end);
    if c.blanks().word("nước cộng hòa xã hội chủ nghĩa việt nam")
        || c.word("nước chxhcn việt nam")
        || c.word("việt nam")
    {
        end = c.at();
        sure = true;
    }
    let (number, date, _, tail) = attributes(plain, folded, end);
    if !sure && date.is_none() && number.is_none() {
        return Vec::new();
    }
    let title = Some(plain[start..start + "hiến pháp".len()].to_owned());
    vec![Law { range: start..tail, kind: "Hiến pháp", title, number, date, issuer: None }]
}

impl Reader<'_> {
    fn laws(&self, start: usize) -> Vec<Law> {
        let (plain, folded) = (self.plain, self.folded);
        let after = start + self.words.len();
        let mut c = Cursor::new(folded, after);
        c.blanks();
        let many = folded[..start].trim_end().ends_with("các") || folded[..start].trim_end().ends_with("những");
        if many && (c.literal(":") || laws::longest(folded, c.at(), self.words).is_some()) {
            let list = self.list(start, c.blanks().at());
            if !list.is_empty() {
                return list;
            }
        }
        // `Luật số 03/2022/QH15 sửa đổi, bổ sung …`
        if let Some((number, end)) = law_number(plain, folded, c.at()) {
            let (_, date, issuer, mut end) = attributes(plain, folded, end);
            let mut title = None;
            let name = folded[end..].len() - folded[end..].trim_start_matches([' ', ',']).len() + end;
            let mut about = Cursor::new(folded, name);
            let _ = about.any(&["về việc", "về"]);
            let name = about.blanks().at();
            if let Some((name_end, _)) = self.amending(name) {
                title = Some(format!("{} {}", self.kind, &plain[name..name_end]));
                end = name_end;
            }
            return vec![Law { range: start..end, kind: self.kind, title, number: Some(number), date, issuer }];
        }
        if let Some((name_end, inner)) = self.amending(c.at()) {
            let mut law = self.law(start, name_end, inner);
            if self.is_year_of_amended(start..name_end, law.date.as_deref()) {
                law.date = None;
            }
            return vec![law];
        }
        if folded.as_bytes().get(after) != Some(&b' ') {
            return Vec::new();
        }
        match self.name(start) {
            Some(end) => {
                let mut found = vec![self.law(start, end, None)];
                self.followers(&mut found);
                found
            }
            None => Vec::new(),
        }
    }

    /// `… của Luật Giá và Bộ luật Hình sự năm 2015`: the year in which the last of the amended laws was passed says nothing
    /// of the amending one.
    fn is_year_of_amended(&self, name: Range<usize>, date: Option<&str>) -> bool {
        let Some(year) = date.filter(|date| date.len() == 4) else { return false };
        let words = &self.folded[name.clone()];
        let last = ["luật ", "pháp lệnh "].iter().filter_map(|kind| words.rfind(kind)).max();
        let last = last.map(|at| name.start + if words[..at].ends_with("bộ ") { at - "bộ ".len() } else { at });
        let known = last.and_then(|at| laws::longest(self.folded, at, ""));
        known.is_some_and(|(law, end)| {
            end == name.end && law.numbers.iter().any(|number| number.split('/').nth(1) == Some(year))
        })
    }

    /// A law whose name ends at `end`; `inner` is a number that an amended law's name carries and that is the law's own.
    fn law(&self, start: usize, end: usize, inner: Option<(String, usize)>) -> Law {
        let title = Some(self.plain[start..end].to_owned());
        let from = inner.as_ref().map_or(end, |(_, e)| *e);
        let (number, date, issuer, tail) = attributes(self.plain, self.folded, from);
        let number = inner.map(|(n, _)| n).or(number);
        Law { range: start..tail, kind: self.kind, title, number, date, issuer }
    }

    /// `Luật Đất đai, Nhà ở, Kinh doanh bất động sản`: known names after one `Luật`, each ended by a mark, a year or the
    /// next of them.
    fn followers(&self, found: &mut Vec<Law>) {
        while let Some(last) = found.last() {
            let rest = &self.folded[last.range.end..];
            let Some(gap) = [", ", " và "].iter().find(|g| rest.starts_with(**g)) else { return };
            let at = last.range.end + gap.len();
            let Some((_, end)) = laws::longest(self.folded, at, self.words) else { return };
            let next = self.folded[end..].trim_start();
            let closed = next.is_empty()
                || next.starts_with([',', ';', '.', ')', ':'])
                || ["năm 1", "năm 2", "số ", "ngày ", "và "].iter().any(|w| next.starts_with(w));
            if !closed || !self.plain[at..].starts_with(char::is_uppercase) {
                return;
            }
            let (number, date, issuer, tail) = attributes(self.plain, self.folded, end);
            let title = Some(format!("{} {}", self.kind, &self.plain[at..end]));
            found.push(Law { range: at..tail, kind: self.kind, title, number, date, issuer });
        }
    }

    /// `các Luật: Đất đai, Nhà ở và Kinh doanh bất động sản` from `at`.
    fn list(&self, head: usize, mut at: usize) -> Vec<Law> {
        let mut found = Vec::new();
        while let Some((_, end)) = laws::longest(self.folded, at, self.words) {
            let start = if found.is_empty() && !self.folded[head..at].contains(':') { head } else { at };
            let (number, date, issuer, tail) = attributes(self.plain, self.folded, end);
            let title = Some(format!("{} {}", self.kind, &self.plain[at..end]));
            found.push(Law { range: start..tail, kind: self.kind, title, number, date, issuer });
            let rest = &self.folded[tail..];
            let Some(gap) = [", và ", ", ", "; ", " và "].iter().find(|g| rest.starts_with(**g)) else {
                break;
            };
            at = tail + gap.len();
        }
        found
    }
}
