//! Quarters and halves of a year: `quý IV`, `quý 4`, `6 tháng đầu năm`.

use super::{Cursor, year::read_year};
use crate::text::{letters::is_alphanumeric, words::words};

/// The number of a quarter, Roman or Arabic; `l` and `1` stand for a misread `I`, `H` for two of them.
pub fn read_quarter(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    let token: String = c.rest().chars().take_while(|d| is_alphanumeric(*d)).take(4).collect();
    let quarter = match token.as_str() {
        "01" => Some(1),
        "2" | "02" => Some(2),
        "3" | "03" => Some(3),
        // `tv` and `fv` are what recognizers make of `IV`
        "4" | "04" | "tv" | "fv" => Some(4),
        _ if token.len() > 3 => None,
        _ => match token.replace(['l', '1', '|'], "i").replace('h', "ii").as_str() {
            "i" => Some(1),
            "ii" => Some(2),
            "iii" => Some(3),
            "iv" => Some(4),
            _ => None,
        },
    };
    match quarter {
        Some(_) => c.seek(start + token.len()),
        None => c.seek(start),
    }
    quarter
}

/// A Roman number up to IV.
pub fn roman(c: &mut Cursor) -> Option<u32> {
    c.any(words!["iv", "iii", "ii", "i"]).and_then(|n| u32::try_from(4 - n).ok())
}

/// `6 tháng đầu năm`, `06 tháng cuối năm`, `nửa đầu năm`; the year's figure is left to the caller.
pub fn read_half(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    let months = c.any(words!["6 tháng", "06 tháng", "sáu tháng", "nửa"]).is_some();
    let side = months.then(|| c.blanks().any(&["đầu", "cuối"])).flatten();
    // `nửa đầu tháng 4` is a part of the month
    let month = {
        let mut next = *c;
        next.blanks().word("tháng") || next.word("quý")
    };
    let Some(side) = side.filter(|_| !month) else {
        c.seek(start);
        return None;
    };
    // the word `năm` belongs to the half even where no figure follows
    let end = c.at();
    let mut tail = *c;
    if tail.blanks().word("của năm") || tail.word("năm") {
        let after = tail.at();
        if read_year(tail.blanks()).is_some() {
            c.seek(end);
        } else {
            c.seek(after);
        }
    }
    u32::try_from(side + 1).ok()
}
