//! Which time holds for which figure, and what a figure is compared with.

use std::ops::Range;

use super::{
    back, held,
    horizon::{self, Time, TimeKind},
    measures,
    reading::Reading,
    role,
};
use crate::text::{
    behind,
    letters::is_alphabetic,
    words::{Words, words},
};

impl Reading<'_> {
    /// What figure `n` is compared with.
    pub(super) fn baseline(&self, n: usize) -> Option<String> {
        let clause = &self.clauses[self.clause_of[n]];
        let figure = &self.figures[n];
        if self.is_compared(n) {
            return None;
        }
        if self.clause_of.get(n + 1) == Some(&self.clause_of[n]) && self.is_compared(n + 1) {
            return self.year_of_compared(n + 1).map(|time| time.edtf.clone());
        }
        // `giảm từ 23% năm 2023 xuống 18%`: when it starts; beside a year of its own that says no more
        if let Some(first) = n.checked_sub(1).filter(|&m| role::starting_point(self, m)) {
            let end = back::skip_blanks(self.folded, self.figures[first].range.end);
            let end = if self.folded[end..].starts_with('(') { end + 1 } else { end };
            if let Some(time) = horizon::starting_at(&self.times, end)
                && horizon::within(&self.times, time.range.end..self.ceiling(n)).is_empty()
            {
                return Some(time.edtf.clone());
            }
        }
        // `đạt 55%, tăng 13% so với năm 2022`: a figure that moves by itself has its own comparison
        let own_move = self.clause_of.get(n + 1) == Some(&self.clause_of[n]) && self.leads[n + 1].direction.is_some();
        let next = self.figures.get(n + 1).filter(|_| own_move || self.moves_on(n));
        let next = next.map_or(clause.range.end, |f| f.range.start);
        // `đạt 90 tỷ đồng, cao hơn năm 2023 là 8%`: the comparison that leads to a figure is its alone
        let lead_start = self.leads[n].start;
        let mine = move |t: &&Time| {
            let elsewhere = t.range.start < lead_start || t.range.end > figure.range.start;
            !(elsewhere && held::above_or_below(self.folded, t).is_some())
        };
        let compared = |range: Range<usize>| {
            horizon::within(&self.times, range).iter().filter(|t| t.kind == TimeKind::Baseline).filter(mine)
        };
        let own = compared(figure.range.end..next).next();
        // `giảm 10% so với năm 2023, không để …`: what the figure before was compared with
        let past_mark = |t: &&Time| {
            self.floor(n) == clause.range.start || self.directions[n].is_some() || {
                !back::cut(self.folded, t.range.end..).trim_start().starts_with(',')
            }
        };
        // `tăng gấp đôi so với năm 2020, đạt khoảng 90 triệu đồng`: what is reached stands by itself
        let lead = back::cut(self.folded, self.leads[n].start..figure.range.start);
        let reached = n > 0
            && self.floor(n) > clause.range.start
            && self.leads[n].direction.is_none()
            && back::begins(lead, words!["đạt", "là", "bằng", "chiếm", "ước đạt", "tương đương"]);
        // `tăng 2 lần so với năm 2015, tốc độ tăng trưởng đạt 14,7%`: another measure is compared with nothing
        let other = |t: &&Time| {
            // `gấp 2 lần năm 2020` compares nothing but its own figure
            if back::begins(back::cut(self.folded, t.range.clone()), &["năm", "giai đoạn"]) {
                return false;
            }
            let words = back::cut(self.folded, t.range.end..self.leads[n].start);
            let next = words.trim_start().strip_prefix(',').or_else(|| back::strip_front_any(words, &["và"]));
            let clause = &self.clauses[self.clause_of[n]];
            let moved = self.leads[n].direction.is_some() && self.rhythm(n).is_none();
            moved || !next.is_some_and(measures::opens) || self.opens(clause.range.start, t)
        };
        let before = || {
            compared(self.floor(n)..figure.range.start).next_back().filter(|_| !reached).filter(past_mark).filter(other)
        };
        let sentence = self.opening(n);
        // what only stands is compared with nothing
        // `nâng tỷ lệ lên 90%, tăng 1,5 lần so với năm 2020`: nor is the level that a move of its own stands behind
        let level = own_move && back::begins(lead, words!["lên", "lên đến", "lên tới", "xuống", "xuống còn", "còn"]);
        let moves = self.directions[n].is_some() && !reached && !level;
        // `mỗi năm giảm 5% số vụ, đến năm 2030 giảm 50% số vụ so với năm 2020`: what goes on each year is compared with none
        let yearly = || self.ends_rhythm(figure.range.start, clause.range.end) && self.rhythm(n).is_some();
        let whole = || {
            let opens = |t: &&Time| self.opens(sentence.range.start, t);
            compared(clause.range.clone())
                .next()
                .filter(|_| moves && !yearly())
                .filter(other)
                .or_else(|| compared(sentence.range.clone()).next().filter(opens))
        };
        let own = own.or_else(|| self.compared_behind(n));
        let found = own.or_else(before).or_else(whole).or_else(|| self.compared_with_next(n)).map(|t| t.edtf.clone());
        // `… tăng 1,5 lần so với năm 2015 (riêng vùng khó khăn tăng 2 lần)`
        found.or_else(|| (clause.inner && moves).then(|| self.baseline(n.checked_sub(1)?)).flatten())
    }

    /// For each figure, the time that limits it in its own clause.
    pub(super) fn own_limits(&self) -> Vec<Option<usize>> {
        let mut limits: Vec<Option<usize>> = vec![None; self.figures.len()];
        // the time of a clause, and the first figure that it holds for
        let mut of_clause: Vec<Option<(usize, usize)>> = vec![None; self.clauses.len()];
        let mut first_in_clause = vec![true; self.clauses.len()];
        // figures and times both run left to right: one walk gives each time its figure
        let mut n = 0;
        for (t, time) in self.times.iter().enumerate() {
            while n < self.figures.len() && self.figures[n].range.start < time.range.start {
                n += 1;
            }
            let mut clause = self.clauses.partition_point(|c| c.range.end < time.range.end);
            let mut before = n.checked_sub(1).filter(|&m| self.clause_of[m] == clause);
            let after = (n < self.figures.len() && self.clause_of[n] == clause).then_some(n);
            // `xuống 1,5% (tương đương 4.200 em) vào năm 2025`
            if let Some(m) = self.past_remark(n, clause, time).filter(|&m| limits[m].is_none()) {
                (before, clause) = (Some(m), self.clause_of[m]);
            }
            // `vào năm 2025 và duy trì đến năm 2030`: for how long it is kept
            if before.is_some_and(|m| limits[m].is_some()) && self.keeps_until(time) {
                continue;
            }
            if let Some(m) = self.owner(time, clause, before, after) {
                // of several times before one figure the nearest holds
                if limits[m].is_none() || Some(m) == after {
                    limits[m] = Some(t);
                }
                let opens = after == Some(m) && self.opens(self.clauses[clause].range.start, time);
                // `từ 41,8% năm 2020 lên 46,5%`: when it starts says nothing of when it ends
                if role::starting_point(self, m) && !opens {
                    continue;
                }
                if first_in_clause[clause] || opens {
                    // `đạt 65%, đến năm 2030 đạt 75%`: a time before a figure says nothing of those before it, nor does
                    // the period over which a later one grows: `đạt 5.000 tấn, tăng bình quân 4%/năm giai đoạn …`
                    let own = after == Some(m) || self.averaged(m, time) || self.strives_on(m);
                    of_clause[clause] = Some((t, if own { m } else { 0 }));
                } else {
                    // a second time of its own: only one that opens the clause holds for all of it
                    of_clause[clause] = of_clause[clause]
                        .filter(|&(t, _)| self.opens(self.clauses[clause].range.start, &self.times[t]));
                }
                first_in_clause[clause] = false;
            }
        }
        for (n, limit) in limits.iter_mut().enumerate() {
            // `mới có 61%, cần nâng lên 80% trong năm 2024`: what is so now is not due then
            if limit.is_none() && !self.leads[n].only && !self.is_later(n) && !self.states_now(n) {
                *limit = of_clause[self.clause_of[n]].filter(|&(_, first)| n >= first).map(|(t, _)| t);
            }
        }
        // `từ 26% xuống 17% vào năm 2025`: where it starts goes with where it is to end
        for n in 0..limits.len() {
            let end = self.figures[n].range.end;
            let now = back::begins(back::cut(self.folded, end..), words!["hiện", "năm", "(năm", "của năm", "hiện nay"]);
            if limits[n].is_none() && !now && role::starting_point(self, n) {
                limits[n] = limits.get(n + 1).copied().flatten();
            }
        }
        self.limits_in_turn(&mut limits);
        limits
    }

    /// Is figure `m` what is reached on average in the period?
    fn averaged(&self, m: usize, time: &Time) -> bool {
        let lead = back::cut(self.folded, self.leads[m].start..self.figures[m].range.start);
        time.edtf.contains('/') && self.figures[m].is_rate() && words!["bình quân", "trung bình"].within(lead)
    }

    /// Which of the figures around it a time limits; none when it is part of a name.
    fn owner(&self, time: &Time, clause: usize, before: Option<usize>, after: Option<usize>) -> Option<usize> {
        if !matches!(time.kind, TimeKind::Limit | TimeKind::Bare) {
            return None;
        }
        // `trong sổ đăng ký từ năm 1980 đến năm 2005`: a period gone by, of the things that a goal counts
        let gone = |edtf: &str| {
            let last = edtf.split_once('/').and_then(|(_, last)| last.get(..4)?.parse::<i32>().ok());
            last.zip(self.issued_year).is_some_and(|(last, issued)| last < issued)
        };
        if self.goals && !in_lead_of(self, time, after) && before.is_some() && gone(&time.edtf) {
            return None;
        }
        // `các văn bản đang có hiệu lực đến hết ngày 31/5/2025`: as long as what is counted holds
        let in_force = before.is_some_and(|m| {
            let words = back::tail(back::cut(self.folded, self.figures[m].range.end..time.range.start), 60);
            words![" đang có hiệu lực", " còn hiệu lực", " hết hiệu lực", " có hiệu lực thi hành"].within(words)
        });
        if in_force {
            return None;
        }
        let bare_day = time.kind == TimeKind::Bare && time.edtf.matches('-').count() == 2;
        let in_lead = in_lead_of(self, time, after);
        // `hồ sơ phát sinh trước ngày 01/01/2015 được số hóa`: tells the things apart that are counted
        let rest = back::head(back::cut(self.folded, time.range.end..), 24);
        let of_thing =
            before.is_some() && !in_lead && back::begins(rest, words!["được", "đã", "bị", "chưa", "mà", "còn", "đang"]);
        let remark = before.is_some() && after.is_none() && self.opens_remark(time);
        if bare_day || of_thing || remark {
            return None;
        }
        let start =
            before.map_or_else(|| self.clauses.get(clause).map_or(0, |c| c.range.start), |m| self.figures[m].range.end);
        let words = back::cut(self.folded, start.min(time.range.start)..time.range.start);
        let trimmed = words.trim_end();
        // `năm 2025 là 9,2% đến năm 2027 còn 3,1%`: the figure before has a time of its own
        let next_one = || {
            let dated = |m: usize| !horizon::within(&self.times, self.floor(m)..self.figures[m].range.start).is_empty();
            in_lead && time.kind == TimeKind::Limit && before.is_some_and(dated)
        };
        if before.is_some() && trimmed.trim_matches(['(', ' ']).is_empty() && !next_one() {
            return before;
        }
        // `giảm 3% số vụ, đến năm 2029 không còn vụ nghiêm trọng`: a clause of its own, without a figure
        let next = rest.trim_start();
        let own_clause = trimmed.ends_with(',')
            && next.starts_with(is_alphabetic)
            && !back::begins(next, words!["và", "so với", "trở đi", "theo", "của", "tại"]);
        if own_clause && before.is_some() && after.is_none() {
            return None;
        }
        let parted = trimmed.is_empty()
            || trimmed.ends_with([',', ':', '(', '-'])
            || back::ends(trimmed, words!["và", "còn", "đó", "phấn đấu", "riêng", "để", "nhằm"]);
        // `thẩm định 90% đề án trước ngày 30/6/2026`: the documents themselves are counted, and due
        let due = before.is_some_and(|m| self.counts_documents(m, time, words));
        if !due && back::ends(trimmed, NAMES)
            || back::ends(trimmed, words!["luật", "pháp lệnh", "nghị định", "thông tư", "kết luận"])
        {
            return None;
        }
        let stretch = behind(trimmed, b",;:");
        // `Qua kiểm tra năm 2015, có tới 18% …`: when it was found
        if before.is_none() && back::begins(stretch, &["qua", "theo", "kết quả"]) && back::ends(stretch, FINDS) {
            return after;
        }
        let done = || {
            stretch.contains("hoàn thành") || back::ends(stretch, &["xong"]) || due || self.is_done_by(time, stretch)
        };
        let in_name = NAMES.within(stretch) && !done();
        // `theo chuẩn nghèo giai đoạn 2022 - 2025`: a period of a name, wherever it stands
        if in_name && time.kind == TimeKind::Bare && time.edtf.contains('/') {
            return None;
        }
        // `tốc độ tăng trưởng bình quân giai đoạn 2026 - 2030 đạt 7%`: the period over which the measure runs
        if time.kind == TimeKind::Bare && time.edtf.contains('/') && back::ends(trimmed, &["bình quân", "trung bình"])
        {
            return after;
        }
        if in_lead || (parted && after.is_some()) {
            return after;
        }
        // `giảm 10% số ca mắc năm 2025 và 20% vào năm 2030`: each figure has the year behind it
        if !in_name
            && time.kind == TimeKind::Bare
            && !time.edtf.contains('/')
            && after.is_some_and(|n| self.dated_behind(n, time))
        {
            return before;
        }
        if time.kind == TimeKind::Bare || (in_name && !back::cut(self.folded, time.range.clone()).starts_with("vào")) {
            return before.filter(|&m| {
                !in_name && (parted || self.closes_place(m, time, words) || self.is_made_over(m, time, words))
            });
        }
        match (before, after) {
            // `100% trường có học bạ số, trong đó cấp tiểu học hoàn thành trong năm 2025`: the time of a part without a figure
            (Some(_), None) if REST.within(words) || words.contains(", báo cáo ") => None,
            (Some(m), None) => Some(m),
            (None, Some(n)) => Some(n),
            (Some(m), Some(n)) => {
                let rest = back::cut(self.folded, time.range.end.min(self.leads[n].start)..self.leads[n].start);
                let separated = rest.contains(',') || back::begins(rest, &["và"]) || rest.trim().is_empty();
                Some(if separated { m } else { n })
            }
            (None, None) => None,
        }
    }
}

/// Words that open a part, or what is left over.
const REST: &Words = &Words::of(&[", trong đó", ", riêng", ", số còn lại", ", phần còn lại", ", còn lại"]);

/// Ways to find out how things stand.
pub(super) const FINDS: &Words =
    &Words::of(&["kiểm tra", "thanh tra", "khảo sát", "điều tra", "rà soát", "thống kê", "giám sát"]);

fn in_lead_of(reading: &Reading, time: &Time, figure: Option<usize>) -> bool {
    figure.is_some_and(|n| time.range.start >= reading.leads[n].start)
}

/// Names of documents, in which a time is part of the name.
pub(super) const NAMES: &Words = &Words::of(&[
    "chương trình",
    "chiến lược",
    "đề án",
    "kế hoạch",
    "quy hoạch",
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "chuẩn nghèo",
    "tiêu chí",
    "đại hội",
    "dự án",
]);
