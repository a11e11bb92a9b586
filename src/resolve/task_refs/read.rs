//! Reads references from the words of a duty: tasks by number, places from the inside out.

mod except;

use std::{ops::Range, sync::LazyLock};

use except::{except, is_left_out, left_out};

use crate::{
    lexicon::Phrases,
    text::letters::{is_alphabetic, is_alphanumeric},
    value::Cursor,
};

/// One task by number, with what is left out of it: `5 (trừ 5.4)`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Task {
    pub(super) path: Vec<String>,
    pub(super) except: Vec<Vec<String>>,
}

/// Names of documents: a reference before one points out of the plan.
const OTHER_DOCUMENTS: [&str; 14] = [
    "nghị quyết",
    "quyết định",
    "luật",
    "nghị định",
    "thông tư",
    "chỉ thị",
    "kết luận",
    "công văn",
    "điều",
    "kế hoạch số",
    "đề án số",
    "chương trình số",
    "bộ luật",
    "thông báo",
];

/// Does the reference that ends at `end` belong to another document?
fn elsewhere(folded: &str, end: usize) -> bool {
    let mut c = Cursor::new(folded, end);
    for _ in 0..3 {
        c.blanks();
        if c.any(&["của", "tại", "trong", "kèm theo", "thuộc", "ban hành"]).is_none() {
            break;
        }
    }
    c.blanks();
    OTHER_DOCUMENTS.iter().any(|d| c.rest().starts_with(d))
}

/// Tasks by number after `nhiệm vụ`.
pub(super) fn tasks(folded: &str) -> Vec<Task> {
    let mut found = Vec::new();
    for (start, anchor) in folded.match_indices("nhiệm vụ") {
        if is_left_out(folded, start) {
            continue;
        }
        let mut c = Cursor::new(folded, start + anchor.len());
        for _ in 0..3 {
            c.blanks();
            for word in
                [",", "giải pháp", "và", "số thứ tự", "số", "thứ", ":", "mục", "nêu tại", "tại", "điểm", "cụ thể"]
            {
                let before = c;
                if c.literal(word) {
                    let at = c.at();
                    // `tại mục II` is a place
                    if folded[at..].trim_start().starts_with(|d: char| d.is_ascii_digit() || ",:".contains(d))
                        || word.len() <= 2
                    {
                        break;
                    }
                    c = if c.rest().starts_with([' ', ':']) { c } else { before };
                    break;
                }
            }
        }
        c.blanks().word("từ");
        let (list, end) = number_list(c.blanks());
        if !list.is_empty() && !elsewhere(folded, end) {
            found.extend(list);
        }
    }
    found
}

/// `1 (1.1, 1.2), 4, 5 (trừ 5.4), 4.1 - 4.5`: the tasks and where the list ends.
fn number_list(c: &mut Cursor) -> (Vec<Task>, usize) {
    let mut tasks: Vec<Task> = Vec::new();
    let mut end = c.at();
    while tasks.len() < 200 {
        let Some(path) = number(c.blanks()) else {
            break;
        };
        end = c.at();
        let mut here = vec![Task { path: path.clone(), except: Vec::new() }];
        // a range: `4.1 - 4.5`, `từ 4.1 đến 4.5`
        let mut r = *c;
        r.blanks();
        if (r.dash() || r.word("đến"))
            && let Some(last) = number(r.blanks())
            && let Some(range) = range(&path, &last)
        {
            *c = r;
            end = c.at();
            here = range.into_iter().map(|path| Task { path, except: Vec::new() }).collect();
        }
        let mut p = *c;
        if p.blanks().literal("(") {
            let except = except(&mut p);
            p.blanks().word("từ");
            let (mut inner, _) = number_list(&mut p);
            // `4 (trừ điểm b)`, `6 (a, c)`
            if inner.is_empty() {
                let below =
                    |label: String| Task { path: path.iter().cloned().chain([label]).collect(), except: Vec::new() };
                inner = labels(&mut p).into_iter().map(below).collect();
            }
            if !inner.is_empty() && p.blanks().literal(")") {
                *c = p;
                end = c.at();
                if except {
                    for task in &mut here {
                        task.except = inner.iter().map(|t| t.path.clone()).collect();
                    }
                } else {
                    here = inner;
                }
            }
        }
        tasks.append(&mut here);
        let before = *c;
        c.blanks();
        let mark = c.literal(",") || c.literal(";");
        let and = c.blanks().word("và") || c.word("từ");
        if !(mark || and) {
            *c = before;
            break;
        }
    }
    (tasks, end)
}

/// `1`, `1.2`, `4.1.3`, `6.a`, at most two digits a part; no year, no amount, no period.
fn number(c: &mut Cursor) -> Option<Vec<String>> {
    let start = *c;
    let read = |c: &mut Cursor| c.number(2).filter(|n| *n > 0).map(|n| n.to_string());
    let mut path = vec![read(c)?];
    loop {
        let before = *c;
        let next = if c.literal(".") { read(c).or_else(|| letter(c)) } else { None };
        let Some(next) = next else {
            *c = before;
            break;
        };
        path.push(next);
    }
    let mut after = *c;
    let amount = after.literal("%")
        || after.literal("/")
        || after
            .blanks()
            .any(&["tháng", "năm", "ngày", "người", "tỷ", "triệu", "nhóm", "lớp", "tuần", "quý", "nội dung"])
            .is_some();
    if amount {
        *c = start;
        return None;
    }
    Some(path)
}

/// The letter after the full stop of `6.a`.
fn letter(c: &mut Cursor) -> Option<String> {
    let mut letters = c.rest().chars();
    let letter = letters.next().filter(|l| is_alphabetic(*l))?;
    if letters.next().is_some_and(is_alphanumeric) {
        return None;
    }
    c.seek(c.at() + letter.len_utf8());
    Some(letter.to_string())
}

/// The numbers from `first` to `last` under one parent.
fn range(first: &[String], last: &[String]) -> Option<Vec<Vec<String>>> {
    let (a, above) = first.split_last()?;
    let (b, below) = last.split_last()?;
    let (a, b): (u32, u32) = (a.parse().ok()?, b.parse().ok()?);
    (above == below && a < b && b - a < 60)
        .then(|| (a..=b).map(|n| above.iter().cloned().chain([n.to_string()]).collect()).collect())
}

/// `mục II`, `phần III` after numbers of tasks.
pub(super) fn explicit_part(folded: &str) -> Option<String> {
    ["mục ", "phần "].iter().find_map(|word| {
        folded.match_indices(word).find_map(|(at, w)| {
            let label = label(&mut Cursor::new(folded, at + w.len()))?;
            label.bytes().all(|b| b"IVX".contains(&b)).then_some(label)
        })
    })
}

/// `tại Phụ lục II`, `Phụ lục 02`, `Phụ lục kèm theo` after numbers of tasks: which annex, 0 for one without a number.
pub(super) fn annex(folded: &str) -> Option<usize> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let tasks = folded.find("nhiệm vụ")?;
    let rest = &folded[tasks..];
    let (before, after) = rest.split_once(" phụ lục")?;
    if before.contains(';') || before.contains(". ") {
        return None;
    }
    let mut c = Cursor::new(after, 0);
    c.blanks().any(&["số", "biểu"]);
    let word = c.blanks().rest().split(|d: char| !is_alphanumeric(d)).next().unwrap_or_default();
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    Some(ROMAN.iter().position(|r| *r == word).map_or(0, |n| n + 1))
}

/// A place in the plan: labels from the outside in, with what is left out below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) path: Vec<String>,
    pub(super) except: Vec<Vec<String>>,
}

/// Words that name a place, from the inside out.
const LEVELS: [&str; 9] = ["ý", "tiết", "điểm", "tiểu mục", "khoản", GROUPED, NUMBERED, "mục", "phần"];

/// `nội dung 1, 2 Mục III`: a word of places only before figures.
const NUMBERED: &str = "nội dung";
const GROUPED: &str = "nhóm";

/// The same, to be found in a text.
static WORDS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(LEVELS.map(|level| (level, ()))));

/// One word of a place with its labels: `khoản 1, 2 (trừ 2.3)`.
struct Level {
    rank: usize,
    labels: Vec<String>,
    except: Vec<Vec<String>>,
}

/// `điểm a khoản 2 mục III` → `III`, `2`, `a`; `khoản 1, khoản 3 mục II` → two places.
pub(super) fn places(folded: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let mut done = 0;
    for (Range { start, .. }, ()) in WORDS.find_iter(folded) {
        if start < done {
            continue;
        }
        let mut c = Cursor::new(folded, start);
        let levels = levels(&mut c);
        if levels.is_empty() {
            continue;
        }
        done = c.at();
        let roman = levels.last().and_then(|l| l.labels.first()).is_some_and(|l| l.starts_with(['I', 'V', 'X']));
        if !roman || elsewhere(folded, c.at()) {
            continue;
        }
        for (index, level) in levels.iter().enumerate() {
            // what a smaller word stands before is only where that one is
            if index > 0 && levels[index - 1].rank < level.rank {
                continue;
            }
            let mut above = Vec::new();
            let mut rank = level.rank;
            for outer in &levels[index + 1..] {
                if outer.rank > rank {
                    rank = outer.rank;
                    above.extend(outer.labels.first().cloned());
                }
            }
            above.reverse();
            for label in &level.labels {
                let mut path = above.clone();
                // `điểm 2.1 khoản 2`: the label holds the one above it
                if path.last().is_some_and(|last| label.split('.').next() == Some(last.as_str()) && label.contains('.'))
                {
                    path.pop();
                }
                path.extend(label.split('.').map(str::to_owned));
                found.push(Place { path, except: level.except.clone() });
            }
        }
    }
    found
}

/// The words of places in a row.
fn levels(c: &mut Cursor) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    while levels.len() < 12 {
        let before = *c;
        c.blanks();
        if !levels.is_empty() {
            c.joint();
            c.blanks().any(&["của", "thuộc", "tại", "trong"]);
        }
        let rank = c.blanks().any(&LEVELS);
        let labels = if rank.is_some() { labels(c.blanks()) } else { Vec::new() };
        let figures = || labels.iter().all(|l| l.starts_with(|c: char| c.is_ascii_digit()));
        let Some(rank) =
            rank.filter(|&r| !labels.is_empty() && (!matches!(LEVELS[r], NUMBERED | GROUPED) || figures()))
        else {
            *c = before;
            break;
        };
        let except = left_out(c);
        levels.push(Level { rank, labels, except });
    }
    // `khoản 1 Mục II (trừ 1.3)`: left out of the innermost
    for outer in (1..levels.len()).rev() {
        if levels[outer - 1].rank < levels[outer].rank {
            let except = std::mem::take(&mut levels[outer].except);
            levels[outer - 1].except.extend(except);
        }
    }
    levels
}

/// `nội dung (II.1, II.3)`, `nhiệm vụ II.2.1`: places by their whole number without a word before them.
pub(super) fn dotted(folded: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let bytes = folded.as_bytes();
    let numeral = |at: usize| bytes[..at].last().is_some_and(|byte| b"ivx".contains(byte));
    let opens = |at: usize| bytes.get(at + 1).is_some_and(|&byte| byte != b' ');
    if !memchr::memchr_iter(b'.', bytes).any(|at| numeral(at) && opens(at)) {
        return found;
    }
    for (start, anchor) in
        ["nhiệm vụ", "nội dung", "hoạt động", "giải pháp"].iter().flat_map(|a| folded.match_indices(a))
    {
        let mut c = Cursor::new(folded, start + anchor.len());
        c.blanks().any(&["số", "tại"]);
        let _ = c.blanks().literal("(") || c.literal(":");
        let labels = labels(c.blanks());
        let whole = labels.iter().all(|l| l.contains('.') && l.starts_with(['I', 'V', 'X']));
        if whole && !elsewhere(folded, c.at()) {
            let path = |l: &String| l.split('.').map(str::to_owned).collect();
            found.extend(labels.iter().map(|l| Place { path: path(l), except: Vec::new() }));
        }
    }
    found
}

/// One or more labels: `1, 2 và 3`, `II`, `a, b`.
fn labels(c: &mut Cursor) -> Vec<String> {
    let mut labels = Vec::new();
    while labels.len() < 40 {
        let before = *c;
        let Some(found) = label(c.blanks()) else {
            *c = before;
            break;
        };
        labels.push(found);
        let mut next = *c;
        next.blanks();
        if next.literal(",") || next.literal(";") || next.word("và") {
            let mut probe = next;
            if label(probe.blanks()).is_some() {
                *c = next;
                continue;
            }
        }
        break;
    }
    labels
}

/// A label: a roman number (in capitals here), figures with dots, one letter.
fn label(c: &mut Cursor) -> Option<String> {
    let rest = c.rest();
    let end = rest.find(|ch: char| !(is_alphanumeric(ch) || ch == '.')).unwrap_or(rest.len());
    let word = rest.get(..end)?.trim_end_matches('.');
    let head = word.split('.').next()?;
    let roman = !head.is_empty() && head.len() <= 5 && head.bytes().all(|b| b"ivx".contains(&b));
    let figures = word.split('.').all(|p| !p.is_empty() && p.len() <= 2 && p.bytes().all(|b| b.is_ascii_digit()));
    let tail = word.split('.').skip(1).all(|p| p.len() <= 2 && p.chars().all(is_alphanumeric));
    let letter = word.chars().count() == 1 && word.chars().all(is_alphabetic);
    if !(roman && tail || figures || letter) {
        return None;
    }
    c.seek(c.at() + word.len());
    Some(if roman { format!("{}{}", head.to_uppercase(), &word[head.len()..]) } else { word.to_owned() })
}

#[cfg(test)]
mod tests;
