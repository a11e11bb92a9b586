//! Phases and steps of a plan: `giai đoạn 2022 - 2023 thí điểm …`, `năm 2022 thí điểm …, năm 2023 nhân rộng …`.

use super::context::Context;
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    value::{Cursor, Date, Period, year::read_year},
};

/// No phase of a plan is longer: five years are a plan's own horizon.
const LONGEST: i32 = 3;

/// Is the span a part of the plan's time: short, still to come, and not the one that its title names?
pub(super) fn is_phase(c: &Context) -> bool {
    let Some(Period::Span(from, to)) = &c.expression.period else { return false };
    let (Some(from), Some(to)) = (from.year(), to.year()) else { return false };
    to > from && to - from <= LONGEST && c.issued.is_none_or(|issued| from >= issued) && !c.titled(from, to)
}

impl Context<'_> {
    /// Does it stand right behind what is tried out or spread in phases?
    pub(super) fn follows_trial(&self) -> bool {
        ["thí điểm", "nhân rộng", "mở rộng"].iter().any(|verb| self.before.trim_end().ends_with(verb))
    }

    /// `Phấn đấu năm 2026 hoàn thành …`: does it stand behind the striving that opens its clause?
    pub(super) fn opens_striving(&self) -> bool {
        let opens = |rest: &str| rest.trim_end().is_empty() || rest.trim_end().ends_with([',', ':', ';', '-', '+']);
        self.before.trim_end().strip_suffix("phấn đấu").is_some_and(opens)
    }
}

/// Do the words begin with what is done, or is not done any more: `thí điểm`, `không cấp phép`, `sẽ dừng`?
pub(super) fn begins_with_deed(words: &str) -> bool {
    let will = ["sẽ ", "chỉ "].iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
    let not = ["không được ", "không "].iter().find_map(|w| will.strip_prefix(w)).unwrap_or(will);
    TIME_PHRASES.begins_with_verb(not)
}

/// `Năm 2022 thí điểm tại 02 huyện, năm 2023 nhân rộng …`: one of several years in a row, each before what is done in it.
pub(super) fn is_step(c: &Context) -> bool {
    let year = matches!(c.expression.period, Some(Period::One(Date::Year(_))));
    let steps = |words: &str| {
        words.match_indices("năm ").any(|(at, word)| {
            let begins = words[..at].trim_end().is_empty() || words[..at].trim_end().ends_with([',', ':', '-', '–']);
            let mut cursor = Cursor::new(words, at + word.len());
            begins && read_year(&mut cursor).is_some() && begins_with_deed(cursor.blanks().rest())
        })
    };
    year && c.opens_clause() && begins_with_deed(c.after.trim_start()) && (steps(c.before) || steps(c.after))
}

/// `Lộ trình: năm 2022 là 1.200 ha; năm 2023: 1.500 ha`: how much falls to a year.
pub(super) fn is_share_of_year(c: &Context) -> bool {
    let year = matches!(c.expression.period, Some(Period::One(Date::Year(_))));
    let after = c.after.trim_start();
    let amount = after.strip_prefix("là ").or_else(|| after.strip_prefix(':')).map(str::trim_start);
    year && amount.is_some_and(|amount| amount.starts_with(|d: char| d.is_ascii_digit()))
}

/// `danh sách học viên được quản lý trên phần mềm`, `hồ sơ phải ký số`: the first clause says what is to be done with
/// something.
pub(super) fn obliged(after: &str) -> bool {
    let clause = after.split([',', ';', '.']).next().unwrap_or_default();
    let passive = |(at, word): (usize, &str)| TIME_PHRASES.begins_with_verb(&clause[at + word.len()..]);
    let must = [" phải ", " chấm dứt ", " không được "];
    must.iter().any(|w| clause.contains(w)) || clause.match_indices(" được ").any(passive)
}

/// An event of the plan's own calendar, after its time: `năm 2015 tổng kết`.
pub(super) fn milestone(after: &str) -> bool {
    let after = ["tiến hành ", "tổ chức ", "sẽ "].iter().find_map(|w| after.strip_prefix(w)).unwrap_or(after);
    let event = ["sơ kết", "tổng kết", "sơ, tổng kết", "khởi công", "nghiệm thu", "bế giảng", "khai giảng"];
    event.iter().any(|e| crate::text::begins(after, e))
}
