//! Hard wraps: which physical lines are one paragraph.

use std::{cell::LazyCell, collections::BTreeMap};

use super::{
    line::Line,
    line_ends::{
        cuts_symbol, duty_below, ends_open, halves_of_a_name, name_goes_on, names_its_document, numbers_the_last_word,
        only_a_head, opens_ground, opens_with_symbol, quoted_across, range_across, refers,
    },
    open_ends,
    shapes::{floor_back, is_annex, is_capitals, is_type},
};
use crate::{
    ingest::Flow,
    text::{
        fold,
        letters::{is_alphabetic, is_alphanumeric},
    },
    value::marker::{self, Marker},
};

/// How the lines of a document were broken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrap {
    /// The width to which lines were filled, when they were.
    width: Option<usize>,
    /// The smaller width of the first line of items, where a portal breaks it early: `2. Bộ Công an: Chỉ đạo Bộ` /
    /// `Tư lệnh Cảnh sát cơ động …`.
    first: Option<usize>,
    /// The first lines of items are filled like the others, so that one which stops short is a paragraph of its own.
    firsts_filled: bool,
    /// Empty lines part most paragraphs.
    blanks: bool,
    /// An empty line stands above dashed items, but for those below a finished line.
    dashes_apart: bool,
    /// How far lines inside a paragraph are indented, in characters.
    margin: usize,
    /// How many lines small letters go on with: none where a line is a paragraph.
    breaks: usize,
}

impl Wrap {
    /// Looks at all lines: a text is hard-wrapped when its lines end where the width ends, not where sentences do.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut lengths: Vec<usize> = Vec::new();
        let (mut open, mut ended, mut blanks) = (0, 0, 0);
        let mut indents: BTreeMap<usize, usize> = BTreeMap::new();
        // the lengths of items' first lines that small letters go on with
        let mut firsts: Vec<usize> = Vec::new();
        let mut above: Option<usize> = None;
        let (mut dashes_apart, mut dashes_amid) = (0, 0);
        let mut open_above = false;
        // lines of some length that small letters go on with
        let (mut gone_on, mut long_above) = (0, false);
        let (mut breaks, mut words_above) = (0, "");
        for line in lines {
            let length = line.indent + line.words().chars().count();
            let marker = marker::read(line.words(), 0);
            let item = marker.is_some();
            if marker.is_some_and(|m| !is_numbered(m.style)) {
                dashes_apart += usize::from(line.blank_before);
                dashes_amid += usize::from(!line.blank_before && open_above);
            }
            let goes_on = open_above && !item && !line.blank_before && starts_small(line.words());
            gone_on += usize::from(goes_on && long_above);
            breaks += usize::from(goes_on && !is_capitals(words_above));
            words_above = line.words();
            long_above = length > 40;
            open_above = !ends_sentence(line.words());
            firsts.extend(above.filter(|_| !item && starts_small(line.words())));
            above = (item && open_above).then_some(length);
            if length > 40 {
                ended += usize::from(!open_above);
                open += usize::from(open_above);
                lengths.push(length);
                *indents.entry(line.indent).or_default() += 1;
            }
            blanks += usize::from(line.blank_before);
        }
        if lengths.is_empty() {
            return Self {
                width: None,
                first: None,
                firsts_filled: false,
                blanks: false,
                dashes_apart: false,
                margin: 0,
                breaks,
            };
        }
        lengths.sort_unstable();
        let long = lengths.iter().filter(|&&n| n > 135).count();
        // of a short text so many lines that go on are proof enough
        let shown = gone_on >= 5 && gone_on * 2 > ended;
        let wrapped = long * 20 <= lengths.len() && (open > ended || shown);
        let width = lengths[(lengths.len() - 1) * 9 / 10];
        // the smallest that is more than an exception: first lines are indented further
        let margin = indents.iter().find(|(_, count)| **count * 8 >= open + ended).map_or(0, |(indent, _)| *indent);
        firsts.sort_unstable();
        let widest = firsts.last().copied().filter(|widest| firsts.len() >= 5 && widest * 5 < width * 3);
        let firsts_filled = firsts.len() >= 3 && firsts[firsts.len() / 4] * 10 >= width * 8;
        let width = wrapped.then_some(width);
        Self {
            width,
            first: width.and(widest),
            firsts_filled,
            blanks: blanks * 8 >= open + ended,
            dashes_apart: dashes_apart >= 5 && dashes_amid * 5 <= dashes_apart,
            margin,
            breaks,
        }
    }

    /// Wrapped, and no empty lines part the paragraphs: their ends are marked by words alone.
    fn plain(self) -> bool {
        self.width.is_some() && !self.blanks
    }

    /// A numbered line that stops far from the width, above words that begin anew: `12. Đề nghị Hội Nông dân tỉnh` /
    /// `Theo chức năng, nhiệm vụ, …`.
    fn named(self, a: &str, last: &Line, b: &str, filled: bool) -> bool {
        const FAR: usize = 20;
        let numbered = marker::read(a, 0).filter(|m| is_numbered(m.style));
        let length = last.words().chars().count();
        let short = self.width.is_some_and(|width| length + FAR < width);
        let named = ["Theo chức năng", "Chủ trì", "Phối hợp", "Căn cứ chức năng"].iter().any(|w| b.starts_with(w));
        // lines of a proportional font differ by some letters
        let stops = !filled && self.width.is_some_and(|width| length + width / 8 < width);
        let anew = self.firsts_filled && stops && b.starts_with(char::is_uppercase) && !is_capitals(b);
        // a letter opens a sentence more often than a heading
        numbered.is_some_and(|m| short && named || anew && m.style != marker::Style::LowerLetter)
    }

    /// A dash of the sentence that a full line left at the start of the next one: `… của Công an thành phố` /
    /// `- Thường trực …`. Told only where all items stand apart, and this line does not.
    fn dash_of_the_words(self, a: &str, last: &Line, next: &Line) -> bool {
        let dashed = marker::read(next.words(), 0).is_some_and(|m| m.style == marker::Style::Dash);
        let full = self.width.is_some_and(|width| (last.words().chars().count() + 12) * 10 >= width * 9);
        dashed && self.dashes_apart && !next.blank_before && full && !ends_sentence(a) && !heading_alone(a)
    }

    /// Words without a number of their own that stop short, in a text where every paragraph ends with a mark: `Căn cứ Luật` /
    /// `Giáo dục …`, `… Dịch bệnh` / `SARS …`.
    fn unfinished(self, a: &str, last: &Line, b: &str) -> bool {
        if ends_sentence(a) || all_capitals(a) || is_capitals(b) || is_annex(b) {
            return false;
        }
        let listed = matches!(
            marker::read(a, 0).map(|m| m.style),
            None | Some(marker::Style::Dash | marker::Style::Plus | marker::Style::Bullet)
        );
        // a line of half the width or more, inside a paragraph that has shown to be one
        let long = self.width.is_some_and(|width| last.words().chars().count() * 2 >= width);
        let sentences = long && (a.contains(". ") || a.contains("; ") || a.len() > last.words().len() + 20);
        listed && (opens_ground(a) || sentences)
    }

    /// Does `next` go on with the paragraph whose last physical line is `last`?
    ///
    /// `so_far` is the paragraph up to and with `last`.
    pub(super) fn joins(self, so_far: &str, last: &Line, next: &Line) -> bool {
        let (a, b) = (so_far.trim_end(), next.words());
        let marker = LazyCell::new(|| marker::read(a, 0));
        let filled = match last.flow {
            Flow::Filled | Flow::GoesOn => true,
            Flow::Ends => false,
            Flow::Unknown => {
                let first_word = b.split(' ').next().unwrap_or_default().chars().count();
                let length = last.indent + last.words().chars().count() + 1 + first_word;
                let opens = || a.len() <= last.words().len() && marker.is_some();
                self.width.is_some_and(|width| length + 2 > width)
                    || self.first.is_some_and(|first| length > first) && opens()
            }
        };
        // the blank around a page number parts no paragraph
        let turned = filled && next.opens_page && !ends_sentence(a) && !is_capitals(a);
        let blank_before = next.blank_before && !turned;
        let full = filled && !blank_before;
        let item = starts_item(b, a, full) || blank_before && marker::read(b, 0).is_some_and(|m| is_numbered(m.style));
        let item = item && !self.dash_of_the_words(a, last, next);
        if last.glued && !item || last.flow == Flow::GoesOn {
            return true;
        }
        let grounds = |words: &str| words.starts_with("Căn cứ ");
        if decides(b) && !all_capitals(a) || grounds(a) && grounds(b) {
            return false;
        }
        // `CĂN CỨ XÂY DỰNG` / `KẾ HOẠCH`: the type ends a heading where lines are filled
        let heads = || self.width.is_some() && !blank_before && heading_alone(a) && marker.is_some();
        if item || is_type(b) && !heads() || is_annex(b) && (is_capitals(b) || ends_sentence(a)) {
            return false;
        }
        // `1. Công an tỉnh`, an empty line, `6 tháng, năm tổ chức sơ kết.`
        let titled_above =
            || blank_before && a.len() <= LONGEST_TITLE && marker.as_ref().is_some_and(|m| is_numbered(m.style));
        let below_title = b.starts_with(|c: char| c.is_ascii_digit()) && !ends_open(a) && titled_above();
        if !below_title && goes_on(a, marker.as_ref(), b, blank_before)
            || self.width.is_some() && stops_at_once(a, marker.as_ref())
        {
            return true;
        }
        if last.flow == Flow::Ends {
            return false;
        }
        // an empty line where the page has none, as recognition leaves them
        let broken = self.breaks > 0 && !blank_before;
        if a.ends_with(',') && !opens_ground(b) && !is_capitals(b) && (self.width.is_some() || broken) {
            return true;
        }
        // `III. NỘI` / `DUNG HOẠT ĐỘNG`
        let titled = || {
            use marker::Style::{Chapter, Part, Roman, UpperLetter};
            marker.as_ref().is_some_and(|m| matches!(m.style, Chapter | Part | Roman | UpperLetter))
        };
        if broken
            && !ends_sentence(a)
            && (open_ends::wants(a, marker.as_ref(), b)
                || all_capitals(a) && is_capitals(b) && b.starts_with(is_alphabetic) && titled())
        {
            return true;
        }
        // an indented line begins a paragraph
        if self.width.is_none() && last.flow == Flow::Unknown || blank_before || next.indent >= self.margin + 3 {
            return false;
        }
        if only_a_head(a) || open_ends::names_itself(a, marker.as_ref()) || self.plain() && self.unfinished(a, last, b)
        {
            return true;
        }
        if a.ends_with(';') && opens_ground(b) {
            return false;
        }
        if ends_sentence(a) {
            return full && (self.blanks || starts_small(b) || !a.ends_with(['.', ':']))
                || a.ends_with(';') && starts_small(b);
        }
        if self.blanks && !heading_alone(a) && !self.named(a, last, b, filled) {
            // where empty lines part paragraphs, lines without one between them are one paragraph
            return true;
        }
        if full && duty_below(a, b) {
            return false;
        }
        if full {
            // a heading in capitals is not filled up by the paragraph below it
            return !all_capitals(a) || is_capitals(b) || starts_small(b);
        }
        let heading = marker.is_some();
        a.ends_with([',', '(', '-', '–', '“', '/'])
            || all_capitals(a) && (is_capitals(b) || starts_capitals(b)) && heading
            || !heading_alone(a) && ends_open(a)
            || b.starts_with(['(', '“', '"']) && !heading && !ends_sentence(a)
    }
}

/// What stands between two lines of a paragraph: nothing where the page's margin cut a word at its own hyphen (`12/KH-` /
/// `UBND`).
pub(super) fn between(last: &Line, next: &Line) -> &'static str {
    let hyphen = last.words().strip_suffix('-').is_some_and(|w| w.ends_with(is_alphanumeric));
    let symbol = || cuts_symbol(last.words()) && opens_with_symbol(next.words());
    if hyphen && (matches!(last.flow, Flow::Filled | Flow::GoesOn) || symbol()) { "" } else { " " }
}

/// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:` below the grounds: a line of its own.
fn decides(b: &str) -> bool {
    b.strip_suffix(':').is_some_and(|words| {
        words.len() <= 40
            && is_capitals(words)
            && matches!(fold(words).trim(), "quyết định" | "quyết nghị" | "nghị quyết")
    })
}

/// The words so far cannot end here, and the next ones do not begin anything: true in any text, wrapped or not.
fn goes_on(a: &str, marker: Option<&Marker>, b: &str, apart: bool) -> bool {
    // `Điều 1.`, `1.` or `-` alone on its line: its words stand on the next
    let bare_marker = marker.is_some_and(|m| a[m.end..].trim().is_empty());
    if bare_marker {
        return true;
    }
    // `phối hợp với các Sở:` / `Tài chính, Xây dựng …`
    let shared = ["các Sở:", "các sở:", "các Bộ:", "các bộ:", "các Vụ:", "các Cục:"];
    if marker::read(b, 0).is_none() && b.contains(',') && shared.iter().any(|head| a.ends_with(head)) {
        return true;
    }
    if ends_sentence(a) || a.is_empty() {
        return false;
    }
    // `số 2358/QĐ-` / `BGDĐT`
    if cuts_symbol(a) && b.starts_with(char::is_uppercase) {
        return true;
    }
    let behind_dash = b.strip_prefix(['-', '–']).map(str::trim_start);
    if behind_dash.is_some_and(|rest| halves_of_a_name(a, rest) || range_across(a, rest)) {
        return true;
    }
    // `KẾT QUẢ NĂM` / `2011 - 2012`, `giai đoạn 2013` / `- 2015: …`
    let period = b.trim_start_matches(['-', '–', ' ']).bytes().take_while(u8::is_ascii_digit).count() == 4;
    let opens_period = || {
        let tail = fold(&a[floor_back(a, 24)..]);
        [" năm", " giai đoạn", " nhiệm kỳ", " năm học"].iter().any(|w| tail.ends_with(w))
            || b.starts_with(['-', '–']) && tail.bytes().rev().take_while(u8::is_ascii_digit).count() == 4
    };
    if period && opens_period() {
        return true;
    }
    let continues = starts_small(b)
        || b.starts_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | ',' | ';' | '.' | '”' | '%'));
    (continues || ends_open(a) || name_goes_on(a, marker, b, apart)) && !heading_alone(a)
}

/// Longer, in bytes, is no title of a body.
const LONGEST_TITLE: usize = 80;

/// A marker and one syllable, which names nothing where lines are filled: `b) Trình` / `Thủ tướng Chính phủ …`.
fn stops_at_once(a: &str, marker: Option<&Marker>) -> bool {
    marker.is_some_and(|m| {
        let word = a[m.end..].trim();
        word.chars().count() > 1 && word.chars().all(is_alphabetic) && word.chars().any(char::is_lowercase)
    })
}

/// Are the words so far in capitals? Longer ones are no heading, and a paragraph of many lines is not read again for each.
fn all_capitals(so_far: &str) -> bool {
    const LONGEST: usize = 4_000;
    so_far.len() < LONGEST && (is_capitals(so_far) || titled_part(so_far).is_some_and(is_capitals))
}

/// The title behind `Phần I`, `Chương II`, whose own letters are small.
fn titled_part(words: &str) -> Option<&str> {
    use marker::Style::{Chapter, Item, Part};
    let marker = words.starts_with(['P', 'C', 'M']).then(|| marker::read(words, 0))??;
    matches!(marker.style, Part | Chapter | Item).then(|| &words[marker.end..])
}

/// A line in capitals is a heading: small letters below it begin something else.
fn heading_alone(a: &str) -> bool {
    all_capitals(a) && a.chars().filter(|c| is_alphabetic(*c)).count() > 6
}

/// `CỤ THỂ: Chi tiết tại …`: the last words of a heading in capitals, and what runs in behind its colon.
fn starts_capitals(b: &str) -> bool {
    b.split_once(':').is_some_and(|(head, _)| is_capitals(head) && head.chars().all(|c| !c.is_lowercase()))
}

pub(super) fn ends_sentence(a: &str) -> bool {
    a.trim_end_matches(['”', '"', ')', '’', ']', '*', ' ']).ends_with(['.', ';', ':', '!', '?', '…'])
        && !a.ends_with("TP.")
        && !a.ends_with("tp.")
}

fn starts_small(b: &str) -> bool {
    b.trim_start_matches(['“', '"', '(', '‘']).chars().next().is_some_and(char::is_lowercase)
}

/// Does the line begin an item, a heading or a paragraph of its own? A dash or a figure that only stands at the line's
/// start because a full line broke there does not.
fn starts_item(b: &str, before: &str, full: bool) -> bool {
    let Some(m) = marker::read(b, 0) else { return false };
    let rest = b[m.end..].trim_start();
    if ends_sentence(before) || before.is_empty() {
        return true;
    }
    let small = rest.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    match m.style {
        // `2021` / `- 2025`, `kinh tế` / `- xã hội`
        marker::Style::Dash | marker::Style::Plus => {
            let year = |digits: usize| digits == 4;
            let halves = year(before.bytes().rev().take_while(u8::is_ascii_digit).count())
                && year(rest.bytes().take_while(u8::is_ascii_digit).count());
            let open = before.ends_with(|c: char| is_alphanumeric(c) || c == ',' || c == ')');
            !(halves
                || open && range_across(before, rest)
                || open && (full && small || halves_of_a_name(before, rest) || full && quoted_across(before, rest)))
        }
        // `II. PHẠM` / `VI, ĐỐI TƯỢNG`
        marker::Style::Roman if b[m.range.clone()].ends_with(',') && all_capitals(before) && is_capitals(b) => false,
        // `khu vực I, II,` / `III, IV kiểm tra`
        marker::Style::Roman if b[m.range.clone()].ends_with(',') && before.ends_with(',') => false,
        // `trên Quốc lộ` / `14, Quốc lộ 20.`: only a misread mark is a comma, and that below a line that stops
        marker::Style::Arabic if full && b[m.range.clone()].ends_with(',') => false,
        marker::Style::Roman if numbers_the_last_word(before, &m.label, small) => false,
        // the hundredth of a list stands below a sentence; else it is a number where a line broke
        marker::Style::Arabic if m.label.len() > 2 => false,
        marker::Style::Arabic | marker::Style::Decimal | marker::Style::Roman => {
            // `… theo khoản` / `2. …`, `… tháng` / `12.`
            !(refers(before) || full && small && before.ends_with(','))
        }
        marker::Style::LowerLetter => !refers(before),
        marker::Style::Part | marker::Style::Chapter | marker::Style::Item | marker::Style::Article => {
            b[..m.end].trim_end().ends_with(['.', ':']) || !names_its_document(rest)
        }
        _ => true,
    }
}

pub(super) fn is_numbered(style: marker::Style) -> bool {
    !matches!(style, marker::Style::Dash | marker::Style::Plus | marker::Style::Bullet)
}
