//! Numbers of documents: `123/KH-UBND`, `21-KH/TU`, `17/2018/NQ-HĐND`, `41.3/2024/NQ-CP`, `01/2023/TTLT-BTC-BNV`.
//!
//! A number is an ordinal, a year where norms carry one, and a symbol; stray spaces that typists and OCR leave around
//! its strokes and dashes are no part of it. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW for the Party.

use std::borrow::Cow;

use crate::text::letters::is_alphanumeric;

/// A number with its symbol.
///
/// ```
/// use kehoach::value::read_document_number;
/// let (number, end) = read_document_number("123 /KH - UBND ngày", 0).unwrap();
/// assert_eq!((number.number().as_str(), number.symbol.as_str(), end), ("123/KH-UBND", "KH-UBND", 14));
/// let (party, _) = read_document_number("21-KH/TU", 0).unwrap();
/// assert_eq!((party.number().as_str(), party.symbol.as_str()), ("21-KH/TU", "KH/TU"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNumber {
    /// `123`, `08`, `30c`, `66.2`.
    pub ordinal: String,
    /// The year of a legal norm.
    pub year: Option<String>,
    /// The stroke or dash after ordinal and year.
    separator: char,
    /// `KH-UBND`, `KH/TU`, `QH15`: the number without its ordinal and year.
    pub symbol: String,
}

impl DocumentNumber {
    /// The whole number, spaces removed.
    pub fn number(&self) -> String {
        let year = self.year.as_ref().map(|y| format!("/{y}")).unwrap_or_default();
        format!("{}{year}{}{}", self.ordinal, self.separator, self.symbol)
    }

    /// The groups of the symbol: `KH`, `UBND`.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.symbol.split(['-', '/'])
    }
}

/// The number line of a masthead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MastheadNumber {
    /// The number; `None` when its ordinal is blank.
    pub number: Option<String>,
    /// The symbol, blank ordinal or not.
    pub symbol: Option<String>,
}

/// Reads a number whose ordinal begins at byte `at`; gives it and where it ends.
///
/// The words are read **as written**: a symbol is told from a word by its capitals.
pub fn read_document_number(plain: &str, at: usize) -> Option<(DocumentNumber, usize)> {
    let mut reader = Reader { text: plain, at };
    let mut ordinal = reader.ordinal()?;
    let mut separator = reader.separator()?;
    let dashed = reader;
    let mut year = reader.year();
    // `19-2016/NQ-CP`: some resolutions bear their year with the ordinal
    if separator == '-' {
        match year.take() {
            Some((with, '/')) => {
                ordinal = format!("{ordinal}-{with}");
                separator = '/';
            }
            _ => reader = dashed,
        }
    }
    let (year, separator) = year.map_or((None, separator), |(year, after)| (Some(year), after));
    let symbol = reader.symbol()?;
    Some((DocumentNumber { ordinal, year, separator, symbol }, reader.at))
}

/// Reads the line of a masthead that begins with `Số`: `Số: 08 - KH/ĐTN`, `Số:      /KH-SLĐTBXH`, `Số …-QĐ/TU`.
///
/// ```
/// use kehoach::value::read_masthead_number;
/// let blank = read_masthead_number("Số: ……/KH-SYT").unwrap();
/// assert_eq!((blank.number, blank.symbol.as_deref()), (None, Some("KH-SYT")));
/// ```
pub fn read_masthead_number(line: &str) -> Option<MastheadNumber> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '|'));
    let rest = ["Số", "SỐ", "số", "Sô", "Só", "Sỗ", "Sớ"].iter().find_map(|w| line.strip_prefix(w))?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | ';'));
    // `KH-CAH (QLHC)`: on its own line the unit belongs to the symbol, whatever stands between
    let rest = if rest.ends_with(')') { Cow::from(rest.replace(" (", "(")) } else { rest.into() };
    let rest = rest.as_ref();
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let (number, _) = read_document_number(rest, 0)?;
        return Some(MastheadNumber { number: Some(number.number()), symbol: Some(number.symbol) });
    }
    // a blank ordinal: dots, strokes of the pen, nothing
    let blank = rest.find(|c: char| !(c.is_whitespace() || matches!(c, '.' | '…' | '_' | '*')))?;
    let mut reader = Reader { text: rest, at: blank };
    let separator = reader.separator()?;
    if separator == '/' {
        let _ = reader.year();
    }
    Some(MastheadNumber { number: None, symbol: Some(reader.symbol()?) })
}

/// Reads the parts of a number from left to right.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        let skipped = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        self.at += skipped;
    }

    /// At most six digits, a decimal part (`66.2`) or a letter (`30c`).
    fn ordinal(&mut self) -> Option<String> {
        let start = self.at;
        if let Some(ordinal) = self.misread_ordinal() {
            return Some(ordinal);
        }
        let digits = digits(self.rest());
        if digits == 0 || digits > 6 {
            return None;
        }
        self.at += digits;
        if let Some(part) = self.rest().strip_prefix('.') {
            match self::digits(part) {
                0 => {}
                n @ 1..=2 => self.at += 1 + n,
                _ => return None,
            }
        } else if let Some(letter) = self.rest().chars().next().filter(char::is_ascii_alphabetic) {
            let after = self.rest().get(letter.len_utf8()..).unwrap_or_default();
            if after.starts_with(is_alphanumeric) {
                return None;
            }
            self.at += letter.len_utf8();
        }
        Some(self.text[start..self.at].to_owned())
    }

    /// `83l`, `2l4`, `1O`: what a recognizer makes of figures, right before the stroke or dash.
    fn misread_ordinal(&mut self) -> Option<String> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'O')))?;
        let token = &rest[..end];
        let begins = token.starts_with(|c: char| c.is_ascii_digit());
        let fits = begins && token.len() <= 6 && digits(token) < token.len();
        if !fits || !rest[end..].trim_start().starts_with(['/', '-', '–']) {
            return None;
        }
        let figures = token.replace(['l', 'I'], "1").replace('O', "0");
        self.at += end;
        Some(figures)
    }

    /// A stroke or a dash with stray blanks.
    fn separator(&mut self) -> Option<char> {
        let start = self.at;
        self.blanks();
        let found = match self.rest().chars().next() {
            Some('/') => Some('/'),
            Some('-' | '–' | '—' | '‑' | '−') => Some('-'),
            _ => None,
        };
        let Some(separator) = found else {
            self.at = start;
            return None;
        };
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        // `/-` and `//` are slips of the pen
        while self.rest().starts_with(['/', '-']) {
            self.at += 1;
        }
        self.blanks();
        Some(separator)
    }

    /// A year and the separator after it.
    fn year(&mut self) -> Option<(String, char)> {
        let start = self.at;
        if digits(self.rest()) == 4 {
            let year = self.rest().get(..4)?.to_owned();
            self.at += 4;
            if let Some(separator) = self.separator()
                && year.parse().is_ok_and(|y: u32| (1945..=2050).contains(&y))
            {
                return Some((year, separator));
            }
        }
        self.at = start;
        None
    }

    /// Groups of capitals joined by dashes and strokes.
    fn symbol(&mut self) -> Option<String> {
        let first = group(self.rest());
        if first == 0 {
            return None;
        }
        let mut symbol = self.rest().get(..first)?.to_owned();
        self.at += first;
        // `43/2013/QH 13`: the term of the National Assembly
        if symbol == "QH"
            && let Some(term) = self.rest().strip_prefix(' ')
            && matches!(digits(term), 1 | 2)
        {
            symbol.push_str(&term[..digits(term)]);
            self.at += 1 + digits(term);
        }
        let mut groups = 1;
        while groups < 8 {
            let before = self.at;
            let spaced_before = self.rest().starts_with(' ');
            let Some(separator) = self.separator() else {
                break;
            };
            let spaced_after = self.text[..self.at].ends_with(' ');
            let n = group(self.rest());
            let next = self.rest().get(..n).unwrap_or_default();
            // ` - ` also parts clauses: only right after the type's code, and only before capitals
            let loose = spaced_before && spaced_after && separator == '-';
            if n == 0 || (loose && (groups > 1 || next.chars().count() < 2 || next.chars().any(char::is_lowercase))) {
                self.at = before;
                break;
            }
            symbol.push(separator);
            symbol.push_str(next);
            self.at += n;
            groups += 1;
        }
        // `KH-CAH(QLHC)`: the unit that drew it up
        let unit = self.rest().strip_prefix('(').and_then(|rest| Some((rest, rest.find(')')?)));
        if let Some((rest, close)) = unit
            && (2..=16).contains(&close)
            && rest[..close].chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '&'))
        {
            symbol.push_str(&self.rest()[..close + 2]);
            self.at += close + 2;
        }
        Some(symbol)
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Byte length of the group of a symbol at the start of `text`; 0 when there is none.
///
/// Capitals, digits and `&`, with the few small letters of codes (`TTg`, `CTr`, `QyĐ`); a word of small letters is none.
fn group(text: &str) -> usize {
    let n = text.find(|c: char| !(is_alphanumeric(c) || matches!(c, '&' | '.'))).unwrap_or(text.len());
    let word = text[..n].trim_end_matches('.');
    // `70-TB/TWngày 06 …`: a lost blank
    let word = word.strip_suffix("ngày").unwrap_or(word);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    let odd = word.chars().any(|c| c.is_lowercase() && !c.is_ascii() && c != 'đ');
    let fits = word.chars().count() <= 24
        && word.starts_with(char::is_uppercase)
        && capitals >= small
        && !odd
        && !word.contains("..");
    if fits { word.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_printed() {
        for (printed, number, symbol) in [
            ("123/KH-UBND", "123/KH-UBND", "KH-UBND"),
            ("123 /KH - UBND", "123/KH-UBND", "KH-UBND"),
            ("08 - KH/ĐTN", "08-KH/ĐTN", "KH/ĐTN"),
            ("83l/KH-UBND", "831/KH-UBND", "KH-UBND"),
            ("2l4/KH-UBND", "214/KH-UBND", "KH-UBND"),
            ("1O/KH-UBND", "10/KH-UBND", "KH-UBND"),
            ("24/2008/QH 12", "24/2008/QH12", "QH12"),
            ("21-KH/TU", "21-KH/TU", "KH/TU"),
            ("49-CT /TW", "49-CT/TW", "CT/TW"),
            ("49- NQ/TW", "49-NQ/TW", "NQ/TW"),
            ("512-KH/ĐUQH", "512-KH/ĐUQH", "KH/ĐUQH"),
            ("17/2018/NQ-HĐND", "17/2018/NQ-HĐND", "NQ-HĐND"),
            ("78/2021/NĐ -CP", "78/2021/NĐ-CP", "NĐ-CP"),
            ("92/2009/TT- BTC", "92/2009/TT-BTC", "TT-BTC"),
            ("364/TTr-BNG- NVVH", "364/TTr-BNG-NVVH", "TTr-BNG-NVVH"),
            ("01/2023/TTLT-BTC-BNV", "01/2023/TTLT-BTC-BNV", "TTLT-BTC-BNV"),
            ("41.3/2024/NQ-CP", "41.3/2024/NQ-CP", "NQ-CP"),
            ("30c/NQ-CP", "30c/NQ-CP", "NQ-CP"),
            ("118/2024/QH15", "118/2024/QH15", "QH15"),
            ("26/2005/PL-UBTVQH11", "26/2005/PL-UBTVQH11", "PL-UBTVQH11"),
            ("14/C-Tr-UBND", "14/C-Tr-UBND", "C-Tr-UBND"),
            ("73/KH-BCĐQG862", "73/KH-BCĐQG862", "KH-BCĐQG862"),
            ("4716/BNV-TCPC&QLH", "4716/BNV-TCPC&QLH", "BNV-TCPC&QLH"),
            ("49/QCPH-UBND-UBMT-HCTĐ", "49/QCPH-UBND-UBMT-HCTĐ", "QCPH-UBND-UBMT-HCTĐ"),
            ("35/QĐ-TTg", "35/QĐ-TTg", "QĐ-TTg"),
            ("37-QĐ/TW", "37-QĐ/TW", "QĐ/TW"),
            ("17/QyĐ-UBND", "17/QyĐ-UBND", "QyĐ-UBND"),
            ("5–KL/TU", "5-KL/TU", "KL/TU"),
            (
                "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
                "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
                "NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
            ),
        ] {
            for tail in ["", " ngày", ", ngày", ";", ".", ")", " của UBND tỉnh", " - sau đây"] {
                let text = format!("{printed}{tail}");
                let (read, end) = read_document_number(&text, 0).expect(printed);
                assert_eq!(
                    (read.number().as_str(), read.symbol.as_str(), end),
                    (number, symbol, printed.len()),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "15/5/2013",
            "30 - 35%",
            "2021-2025",
            "2021 - 2030",
            "3/4 số xã",
            "05 tuổi",
            "12",
            "12/",
            "1.000.000/KH",
            "05/tháng",
            "24/24 giờ",
            "10-12 Ủy viên",
            "100/xã",
            "1/2 Đại biểu",
            "7 - Sở Nội vụ",
            "1234567/KH-UBND",
        ] {
            assert_eq!(read_document_number(text, 0), None, "{text}");
        }
    }

    #[test]
    fn mastheads() {
        let some = |s: &str| Some(s.to_owned());
        for (line, number, symbol) in [
            ("Số: 123 /KH - UBND", some("123/KH-UBND"), "KH-UBND"),
            ("Số:      /KH-SLĐTBXH", None, "KH-SLĐTBXH"),
            ("Số 21-KH/TU", some("21-KH/TU"), "KH/TU"),
            ("Số: 08 - KH/ĐTN", some("08-KH/ĐTN"), "KH/ĐTN"),
            ("**Số: 17/2018/NQ-HĐND**", some("17/2018/NQ-HĐND"), "NQ-HĐND"),
            ("Số: 3125 /KH-STC Đắk Lắk, ngày 5 tháng 6 năm 2019", some("3125/KH-STC"), "KH-STC"),
            ("Số:……/KH-UBND", None, "KH-UBND"),
            ("Số ....-QĐ/TU", None, "QĐ/TU"),
            ("Số:    /2024/QĐ-UBND", None, "QĐ-UBND"),
            ("SỐ: 45/QĐ-BYT", some("45/QĐ-BYT"), "QĐ-BYT"),
            ("Sô: 7/BC-HĐND", some("7/BC-HĐND"), "BC-HĐND"),
        ] {
            let expected = MastheadNumber { number, symbol: some(symbol) };
            assert_eq!(read_masthead_number(line), Some(expected), "{line}");
        }
        for line in ["Số lượng: 12", "Sở Nội vụ", "", "Số", "Số:", "Số: 12", "Nghị quyết số 12-NQ/TU"]
        {
            assert_eq!(read_masthead_number(line), None, "{line}");
        }
    }
}
