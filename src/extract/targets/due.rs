//! By when a figure is to be reached, as the words of its passage say.

use std::ops::Range;

use super::{
    acts::{ACTS, closes},
    back,
    breaks::LATER,
    clause::Clause,
    horizon::{self, Time, TimeKind},
    lead, measures,
    predicate::predicate,
    reading::Reading,
    when::NAMES,
};
use crate::text::{
    letters::is_alphabetic,
    words::{Words, words},
};

/// Does a time limit: with a preposition, or by its place?
fn limits(time: &Time) -> bool {
    matches!(time.kind, TimeKind::Limit | TimeKind::Bare)
}

/// A time that opens a clause further back holds no more.
const NEAR: usize = 12;

impl Reading<'_> {
    /// The horizon that the passage gives figure `n`: of its clause, else of the words that open the sentence or the item.
    pub(super) fn by(&self, n: usize) -> Option<String> {
        if let Some(time) = self.limits[n].map(|time| &self.times[time]) {
            return self.all_year(n, time).or_else(|| Some(time.edtf.clone()));
        }
        if self.is_compared(n) {
            return self.year_of_compared(n).map(|time| time.edtf.clone());
        }
        if self.has_no_term(n) {
            return None;
        }
        let clause = &self.clauses[self.clause_of[n]];
        // `… vào năm 2025 (trong đó nữ 30%)`
        if clause.inner
            && n > 0
            && let Some(time) = self.limits[n - 1]
        {
            return Some(self.times[time].edtf.clone());
        }
        if self.only_moves(n)
            && let Some(time) = self.limits[n - 1]
        {
            return Some(self.times[time].edtf.clone());
        }
        if let Some(time) = self.limit_of_whole(n) {
            return Some(self.times[time].edtf.clone());
        }
        let sentence = self.opening(n);
        let opening = |c: &Clause| {
            horizon::within(&self.times, c.range.clone())
                .first()
                .filter(|t| matches!(t.kind, TimeKind::Limit | TimeKind::Bare) && self.opens(c.range.start, t))
                .filter(|t| !self.behind_remark(c, t))
                .map(|t| t.edtf.clone())
        };
        // `đến năm 2026 có …; đến năm 2028 xây mới …; nâng cấp …`: of several the nearest holds
        let nearest = self.clauses.get(self.openings[self.clause_of[n]]..self.clause_of[n]).unwrap_or_default();
        let holds = |c: &&Clause| !c.inner && !self.of_label(c, n);
        nearest
            .iter()
            .rev()
            .take(NEAR)
            .filter(holds)
            .find_map(opening)
            .or_else(|| Some(sentence).filter(holds).and_then(opening))
    }

    /// `Tỷ lệ số hóa: năm 2023 đạt 40%; năm 2024 đạt 50%; tỷ lệ chi sai dưới 1%`: is the clause one year of what the label
    /// measures, and figure `n` of another measure?
    fn of_label(&self, clause: &Clause, n: usize) -> bool {
        let own = &self.clauses[self.clause_of[n]];
        let labelled = self.folded.get(..clause.range.start).unwrap_or_default();
        let labelled = self.heading == Some(clause.range.start) || labelled.trim_end().ends_with([':', ';']);
        if own.range == clause.range || !labelled {
            return false;
        }
        let Some(first) = self.figures.get(self.figures.partition_point(|f| f.range.start < clause.range.start)) else {
            return false;
        };
        let time = horizon::within(&self.times, clause.range.clone()).first();
        let bare = time.is_some_and(|time| {
            let lead = back::cut(self.folded, time.range.end..first.range.start);
            let after = back::cut(self.folded, first.range.end..clause.range.end);
            matches!(lead.trim_matches([' ', ':']), "" | "đạt" | "là" | "còn") && after.trim().is_empty()
        });
        bare && measures::opens(back::cut(self.folded, own.range.clone()))
    }

    /// The horizon that opens the item, for a sentence further on which nothing else gives one: neither its own words nor
    /// a heading above. `Đến năm 2025:` heads all that follows.
    pub(super) fn by_item(&self, n: usize, heads: bool) -> Option<String> {
        if self.limits[n].is_some() || self.is_compared(n) || self.has_no_term(n) {
            return None;
        }
        let item = self.clauses.iter().take(2).find(|c| self.heading.is_none_or(|h| c.range.start >= h))?;
        let time = horizon::within(&self.times, item.range.clone())
            .first()
            .filter(|t| matches!(t.kind, TimeKind::Limit | TimeKind::Bare) && self.opens(item.range.start, t))
            .filter(|_| !self.of_label(item, n))?;
        let rest = back::cut(self.folded, time.range.end..);
        let same = self.clauses[self.clause_of[n]].sentence == item.sentence;
        (!heads || same || rest.trim_start().starts_with(':')).then(|| time.edtf.clone())
    }

    /// The figure before a remark with figures of its own, right behind which the time stands.
    pub(super) fn past_remark(&self, n: usize, clause: usize, time: &Time) -> Option<usize> {
        let start = self.clauses.get(clause)?.range.start;
        let remark = clause.checked_sub(1).filter(|&c| self.clauses[c].inner && self.clauses[c].range.end < start)?;
        let whole = remark.checked_sub(1)?;
        let figure = (0..n).rev().find(|&m| self.clause_of[m] < remark).filter(|&m| self.clause_of[m] == whole)?;
        let right_behind = back::cut(self.folded, start..time.range.start).trim().is_empty()
            && back::cut(self.folded, self.figures[figure].range.end..self.clauses[whole].range.end)
                .trim_matches([' ', '('])
                .is_empty();
        let ends = back::cut(self.folded, time.range.end..).trim_start();
        let ends = ends.is_empty() || ends.starts_with([',', ';', '.']) || back::begins(ends, &["và"]);
        (right_behind && ends && self.clauses[whole].sentence == self.clauses[clause].sentence).then_some(figure)
    }

    /// `xuống 1,5% (tương đương 4.200 em) vào năm 2025; 95% …`: a time right behind a remark opens nothing.
    fn behind_remark(&self, clause: &Clause, time: &Time) -> bool {
        let start = clause.range.start;
        back::cut(self.folded, ..start).ends_with(')')
            && back::cut(self.folded, start..time.range.start).trim_matches([' ', ',']).is_empty()
    }

    /// Do words of keeping stand right before the time?
    pub(super) fn keeps_until(&self, time: &Time) -> bool {
        let words = back::tail(back::cut(self.folded, ..time.range.start), 40);
        back::ends(words, words!["duy trì", "giữ vững", "duy trì ổn định", "tiếp tục duy trì"])
    }

    /// Is figure `n` what is so now, or what is kept afterwards?
    pub(super) fn has_no_term(&self, n: usize) -> bool {
        self.is_now(n) || self.is_later(n)
    }

    /// `… vào năm 2026 và duy trì trên 95% trong các năm sau`: what is kept when the goal has been reached.
    pub(super) fn is_later(&self, n: usize) -> bool {
        let end = self.figures[n].range.end;
        let end = lead::after(self.folded, end).map_or(end, |(_, end)| end);
        // `năm 2026 giảm 1,5%, các năm còn lại mỗi năm 0,8%`
        let ahead = back::tail(back::cut(self.folded, self.floor(n)..self.figures[n].range.start), 80);
        back::begins(back::cut(self.folded, end..), LATER)
            || words![
                "các năm còn lại",
                "những năm còn lại",
                "các năm tiếp theo",
                "những năm tiếp theo",
                "các năm sau",
                "những năm sau"
            ]
            .within(ahead)
    }

    /// `ở mức 72%, phấn đấu nâng lên 75% vào năm 2025`: does figure `m` say what is striven for beyond the figure before?
    pub(super) fn strives_on(&self, m: usize) -> bool {
        let words = back::cut(self.folded, self.floor(m)..self.figures[m].range.start);
        let lead = back::cut(self.folded, self.leads[m].start..self.figures[m].range.start);
        // `tại 30% trạm, tiến tới 60% vào năm 2028`
        back::begins(lead, &["tiến tới", "tiến đến"])
            || words.trim_start().strip_prefix(',').is_some_and(|rest| back::begins(rest, &["phấn đấu"]))
                && self.leads[m].direction.is_some()
    }

    /// The words from `at` on, without a time that opens them.
    pub(super) fn behind_time(&self, at: usize) -> &str {
        let words = back::cut(self.folded, at..);
        let start = at + words.len() - words.trim_start_matches([' ', ',', ':', '-']).len();
        let time = horizon::starting_at(&self.times, start);
        time.map_or(words, |time| back::cut(self.folded, time.range.end..))
    }

    /// `6 tháng đầu năm 2024 đạt 50%, cả năm đạt 95%`: the year of the half before.
    fn all_year(&self, n: usize, time: &Time) -> Option<String> {
        let words = back::cut(self.folded, self.floor(n)..self.figures[n].range.start);
        let half = time.edtf.ends_with("-40") || time.edtf.ends_with("-41");
        (half && time.range.end <= self.floor(n) && words![" cả năm "].within(words)).then(|| time.edtf[..4].to_owned())
    }

    /// `(hiện nay mới đạt khoảng 8%)`: what is so beside a goal has no horizon.
    pub(super) fn is_now(&self, n: usize) -> bool {
        let clause = &self.clauses[self.clause_of[n]];
        let sentence = self.opening(n).range.start..self.figures[n].range.start;
        let now = |range: Range<usize>| back::begins(back::cut(self.folded, range), &["hiện"]);
        let aims = |range: Range<usize>| {
            words!["phấn đấu", "mục tiêu", "lên", "nâng", "hiện đại", "thực hiện"].within(back::cut(self.folded, range))
        };
        if self.states_now(n) {
            return true;
        }
        self.limits[n].is_none()
            && ((clause.inner && now(clause.range.clone())) || (now(sentence.clone()) && !aims(sentence)))
    }

    /// `xuống dưới 2% vào năm 2025, hiện tỷ lệ này là 3%`: how things stand behind the goal.
    pub(super) fn states_now(&self, n: usize) -> bool {
        let lead = &self.leads[n];
        let floor = self.floor(n);
        let behind_goal = n > 0 && lead.link == lead::Link::Binds && self.clause_of[n - 1] == self.clause_of[n];
        let words = if behind_goal { back::cut(self.folded, floor..lead.start.max(floor)) } else { "" };
        let Some(rest) = words.rsplit(", ").next().and_then(|own| back::strip_front_any(own, &["hiện"])) else {
            return false;
        };
        let still = back::strip_front_any(rest, &["nay", "tại", "giờ"]).unwrap_or(rest);
        let told = back::cut(self.folded, lead.start..self.figures[n].range.start);
        words.contains(", ") && measures::opens(still) && !words!["phấn đấu", "lên", "xuống"].within(told)
    }

    /// `… năm 2026 đạt 0,75, trong đó: chỉ số A là 0,81; chỉ số B là 0,93`: the horizon of the figure that is shared out.
    fn limit_of_whole(&self, n: usize) -> Option<usize> {
        const NEAREST: usize = 12;
        let parts = |m: usize| {
            let between = self.figures[m].range.end..self.figures[n].range.start;
            let shared = words!["trong đó", "chia ra", "bao gồm"].within(back::cut(self.folded, between.clone()));
            shared && !horizon::within(&self.times, between).iter().any(limits)
        };
        let whole = (0..n).rev().take(NEAREST).take_while(|&m| self.sentence(m) == self.sentence(n));
        whole.into_iter().filter(|&m| self.limits[m].is_some()).find(|&m| parts(m)).and_then(|m| self.limits[m])
    }

    /// Does nothing but a mark stand between `time` and the words for figure `n`, which has a year behind it?
    pub(super) fn dated_behind(&self, n: usize, time: &Time) -> bool {
        let between = back::cut(self.folded, time.range.end..self.leads[n].start);
        let end = self.figures[n].range.end;
        horizon::joins(between) && horizon::within(&self.times, end..self.ceiling(n)).iter().any(limits)
    }

    /// `đạt 85% năm 2026; tăng 4%`: a clause that is nothing but a move says more of the figure before it.
    fn only_moves(&self, n: usize) -> bool {
        let clause = &self.clauses[self.clause_of[n]];
        let ahead = back::cut(self.folded, clause.range.start..self.leads[n].start.max(clause.range.start));
        let before = n.checked_sub(1).filter(|&m| self.sentence(m) == self.sentence(n));
        before.is_some_and(|m| self.clause_of[m] + 1 == self.clause_of[n] && !self.clauses[self.clause_of[m]].inner)
            && self.leads[n].direction.is_some()
            && ahead.trim().is_empty()
            && back::cut(self.folded, predicate(self, n)).trim().is_empty()
    }

    /// The clause that opens the sentence of figure `n`.
    pub(super) fn opening(&self, n: usize) -> &Clause {
        &self.clauses[self.openings[self.clause_of[n]]]
    }

    /// Does the time open the words from `start` on?
    pub(super) fn opens(&self, start: usize, time: &Time) -> bool {
        let words = back::cut(self.folded, start..time.range.start).trim_matches([' ', ':', '-', ',', '.']);
        words.is_empty() || ["phấn đấu", "mục tiêu", "cụ thể", "chỉ tiêu", "trong đó", "và", "riêng"].contains(&words)
    }
}

impl Reading<'_> {
    /// Does share `m` count documents that are due at `time`, with `words` between? `trước ngày`, `trong quý` are no part
    /// of their names, which a bare `đến năm` may be.
    pub(super) fn counts_documents(&self, m: usize, time: &Time, words: &str) -> bool {
        const THINGS: &Words = &Words::of(&["số", "các", "tổng số", "hồ sơ", "danh mục"]);
        let said = back::cut(self.folded, time.range.clone());
        let exact = back::begins(said, words!["trước", "chậm nhất", "muộn nhất", "trong", "vào", "hết", "đến hết"])
            || (time.edtf.matches('-').count() > 0 && !time.edtf.contains('/'));
        let year = time.edtf.get(..4).and_then(|year| year.parse::<i32>().ok());
        let ahead = year.zip(self.issued_year).is_none_or(|(year, issued)| year >= issued);
        let things = back::strip_front_any(words, THINGS).unwrap_or(words);
        self.figures[m].is_rate()
            && time.kind == TimeKind::Limit
            && exact
            && ahead
            && back::begins(things, NAMES)
            && !words.contains([',', ';', ':', '('])
    }
}

impl Reading<'_> {
    /// `có kế hoạch ứng phó được phê duyệt trước ngày 30/6`: by when the documents are to be there.
    pub(super) fn is_done_by(&self, time: &Time, words: &str) -> bool {
        const DONE: &Words = &Words::of(&[
            "được phê duyệt",
            "được ban hành",
            "được thông qua",
            "được xây dựng",
            "được công bố",
            "được công nhận",
        ]);
        let said = back::cut(self.folded, time.range.clone());
        let year = time.edtf.get(..4).and_then(|year| year.parse::<i32>().ok());
        time.kind == TimeKind::Limit
            && back::begins(said, words!["trước", "chậm nhất", "muộn nhất", "vào", "trong", "đến hết", "vào cuối"])
            && back::ends(words, DONE)
            && year.zip(self.issued_year).is_none_or(|(year, issued)| year >= issued)
    }

    /// `tăng 02 bậc so với năm 2024 (năm 2024 xếp thứ 5)`: a remark that tells of the year.
    pub(super) fn opens_remark(&self, time: &Time) -> bool {
        let rest = back::head(back::cut(self.folded, time.range.end..), 24);
        back::cut(self.folded, ..time.range.start).trim_end().ends_with('(')
            && rest.starts_with(' ')
            && rest.trim_start().starts_with(is_alphabetic)
            && !back::begins(rest, words!["và", "trở đi", "theo", "của", "hoặc", "so với"])
    }

    /// `đạt 31% trong ngành nông nghiệp năm 2026.`: a year behind the place in which share `m` is reached.
    pub(super) fn closes_place(&self, m: usize, time: &Time, words: &str) -> bool {
        const PLACES: &Words = &Words::of(&["trong ngành", "trên địa bàn", "trong toàn", "tại địa bàn", "ở các xã"]);
        let year = time.edtf.parse::<i32>().ok().filter(|_| time.edtf.len() == 4);
        let closed = back::cut(self.folded, time.range.end..).trim_start();
        self.figures[m].is_rate()
            && self.leads[m].link == lead::Link::Binds
            && back::begins(words, PLACES)
            && words.split(' ').count() <= 10
            && !words.contains([',', ':', '('])
            && (closed.is_empty() || closed.starts_with(['.', ';']))
            && year.is_some_and(|year| self.issued_year.is_none_or(|issued| year >= issued))
    }

    /// `Trồng mới 5.000 ha rừng giai đoạn 2021 - 2025`: what is made over the period that closes its clause.
    pub(super) fn is_made_over(&self, m: usize, time: &Time, words: &str) -> bool {
        const LONGEST: usize = 60;
        let closed = back::cut(self.folded, time.range.end..).trim_start();
        let deed = back::cut(self.folded, self.floor(m)..self.figures[m].range.start);
        !self.figures[m].is_rate()
            && time.edtf.contains('/')
            && words.len() < LONGEST
            && !words.contains([',', ':', '('])
            && !words!["vốn", "chuẩn", "sắp xếp", "chính sách"].within(words)
            && (closed.is_empty() || closed.starts_with(['.', ';', ',']))
            && closes(deed)
    }

    /// `năm 2015 gấp 1,8 lần và đến năm 2020 gấp 2,5 lần so với năm 2010`: what both are compared with.
    pub(super) fn compared_with_next(&self, n: usize) -> Option<&Time> {
        let next = n + 1;
        let times = |m: usize| self.noun(m).is_some_and(|noun| noun.trim() == "lần");
        if self.clause_of.get(next) != Some(&self.clause_of[n]) || !times(n) || !times(next) {
            return None;
        }
        let gap = back::cut(self.folded, self.figures[n].range.end..self.figures[next].range.start);
        let end = self.figures[next].range.end;
        let end = lead::after(self.folded, end).map_or(end, |(_, end)| end);
        let compared = horizon::starting_at(&self.times, back::skip_blanks(self.folded, end));
        compared.filter(|time| time.kind == TimeKind::Baseline && words![" và ", ","].within(gap) && !gap.contains(';'))
    }
}

/// Is the time part of the name of a plan or a budget, and no limit?
pub(super) fn of_name(reading: &Reading, time: &Time) -> bool {
    let limits = reading.limits.iter().flatten().any(|&t| reading.times[t].range == time.range);
    let before = back::tail(back::cut(reading.folded, ..time.range.start), 60);
    !limits && words!["kế hoạch vốn", "dự toán", "kế hoạch đầu tư"].within(before)
}

/// `số điểm nguy hiểm đã thống kê năm 2022`: when that was done tells the things apart.
pub(super) fn gone_by(reading: &Reading, start: usize, time: &Time) -> bool {
    let year = time.edtf.get(..4).and_then(|year| year.parse::<i32>().ok());
    let done = back::tail(back::cut(reading.folded, start..time.range.start), 48).contains(" đã ");
    done && year.zip(reading.issued_year).is_some_and(|(year, issued)| year < issued)
}

/// `có thẻ bảo hiểm y tế trong năm 2025, hướng dẫn thanh toán …`: what is done next stands behind the time and a comma.
pub(super) fn told_next(time: &Time, after: &str) -> bool {
    let next = after.strip_prefix(", ").filter(|_| time.kind == TimeKind::Limit);
    next.is_some_and(|next| {
        back::begins(next, ACTS) || back::begins(next, &["hướng dẫn", "đồng thời", "tiếp tục", "chia sẻ"])
    })
}
