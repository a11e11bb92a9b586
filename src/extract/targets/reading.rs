//! One passage read for its figures: clauses, the words that lead to each figure, times and who owns them.

use std::{cell::OnceCell, ops::Range};

use super::{
    back,
    clause::{self, Clause},
    figure::{Counted, Figure},
    horizon::{self, Time},
    lead::{self, Lead},
    preposition,
    wholes::{exceeds, goes_beyond},
};
use crate::{
    lexicon::units::{self, UnitKind},
    model::{Comparator, Direction},
    text::words::Words,
};

/// A passage with its figures. All ranges count from the start of the passage.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) plain: &'a str,
    pub(super) folded: &'a str,
    pub(super) figures: Vec<Figure>,
    pub(super) leads: Vec<Lead>,
    pub(super) times: Vec<Time>,
    pub(super) clauses: Vec<Clause>,
    /// The clause of each figure.
    pub(super) clause_of: Vec<usize>,
    /// Where a run-in heading ends.
    pub(super) heading: Option<usize>,
    /// Stands in a section about goals.
    pub(super) goals: bool,
    pub(super) issued_year: Option<i32>,
    /// For each figure, the time that limits it in its own clause.
    pub(super) limits: Vec<Option<usize>>,
    pub(super) directions: Vec<Option<Direction>>,
    /// For each clause, the first clause of its sentence.
    pub(super) openings: Vec<usize>,
    /// The words before and after each figure that name what it measures, once they are known.
    pub(super) subjects: Vec<OnceCell<Range<usize>>>,
    pub(super) predicates: Vec<OnceCell<Range<usize>>>,
    /// Whether any word of a rhythm stands in the passage, once that is known.
    pub(super) rhythmic: OnceCell<bool>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        plain: &'a str,
        folded: &'a str,
        figures: Vec<Figure>,
        heading: Option<usize>,
        goals: bool,
        issued_year: Option<i32>,
    ) -> Self {
        let clauses = clause::split(plain, folded, &figures, heading);
        let mut times = horizon::times(folded);
        preposition::outlook(folded, &mut times);
        horizon::compared_with(folded, &mut times, &figures, issued_year);
        let openings = openings(&clauses);
        let mut clause_of = Vec::with_capacity(figures.len());
        let mut leads: Vec<Lead> = Vec::with_capacity(figures.len());
        let mut at = 0;
        for (n, figure) in figures.iter().enumerate() {
            while at + 1 < clauses.len() && clauses[at].range.end <= figure.range.start {
                at += 1;
            }
            let before = if n > 0 && clause_of[n - 1] == at { figures[n - 1].range.end } else { 0 };
            let floor = before.max(clauses[at].range.start).min(figure.range.start);
            clause_of.push(at);
            leads.push(lead::read(plain, folded, floor, figure, &times));
        }
        let mut reading = Self {
            plain,
            folded,
            figures,
            leads,
            times,
            clauses,
            clause_of,
            heading,
            goals,
            issued_year,
            limits: Vec::new(),
            directions: Vec::new(),
            openings,
            subjects: Vec::new(),
            predicates: Vec::new(),
            rhythmic: OnceCell::new(),
        };
        reading.limits = reading.own_limits();
        reading.directions = reading.all_directions();
        // from here on nothing changes what they are worked out from
        reading.subjects = vec![OnceCell::new(); reading.figures.len()];
        reading.predicates = reading.subjects.clone();
        reading
    }

    /// The words of figure `n`: many rules ask for them.
    pub(super) fn once(
        known: &[OnceCell<Range<usize>>],
        n: usize,
        find: impl FnOnce() -> Range<usize>,
    ) -> Range<usize> {
        match known.get(n) {
            Some(words) => words.get_or_init(find).clone(),
            None => find(),
        }
    }

    /// Where the words that may belong to figure `n` begin: after the figure before it, or with the clause.
    pub(super) fn floor(&self, n: usize) -> usize {
        let clause = &self.clauses[self.clause_of[n]];
        let before =
            if n > 0 && self.clause_of[n - 1] == self.clause_of[n] { self.figures[n - 1].range.end } else { 0 };
        before.max(clause.range.start).min(self.figures[n].range.start)
    }

    /// Where the words after figure `n` end: with the clause, or where the words that lead to the next figure begin.
    pub(super) fn ceiling(&self, n: usize) -> usize {
        let clause = &self.clauses[self.clause_of[n]];
        let next = match self.clause_of.get(n + 1) {
            Some(&c) if c == self.clause_of[n] => self.leads[n + 1].start,
            _ => clause.range.end,
        };
        next.max(self.figures[n].range.end)
    }

    pub(super) fn comparator(&self, n: usize) -> Comparator {
        let figure = &self.figures[n];
        if let Some((after, _)) = lead::after(self.folded, figure.range.end) {
            return after;
        }
        // `25 đảng viên trở lên/năm`: the bound before the base
        if self.bounded_later(n).is_some() || back::cut(self.folded, figure.range.clone()).contains(" trở lên/") {
            return Comparator::Ge;
        }
        match self.leads[n].comparator.filter(|_| !(exceeds(self, n) && goes_beyond(self, n))) {
            Some(comparator) => self.negated(n).unwrap_or(comparator),
            None if self.least_ahead(n) => Comparator::Ge,
            // `đạt từ 95%`: the lower bound alone
            None if self.leads[n].from && figure.value_max.is_none() && !self.moves_on(n) && figure.is_rate() => {
                Comparator::Ge
            }
            None => Comparator::Eq,
        }
    }

    /// `Ít nhất mỗi xã có 01 mô hình`: the bound stands before those who are to have so many.
    fn least_ahead(&self, n: usize) -> bool {
        let floor = self.floor(n);
        let words = back::cut(self.folded, floor..self.leads[n].start.max(floor));
        let words = words.trim_start_matches([' ', ',', '-', '+']);
        self.leads[n].link == lead::Link::Opens
            && self.figures[n].value_max.is_none()
            && back::begins(words, &["ít nhất", "tối thiểu"])
            && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ':' | '('))
    }

    /// Where `trở lên` closes the noun phrase of `từ 02 sản phẩm đặc thù trở lên`.
    pub(super) fn bounded_later(&self, n: usize) -> Option<usize> {
        let start = self.figures[n].range.end;
        let words = back::cut(self.folded, start..self.ceiling(n));
        let at = words.find(" trở lên")?;
        // `từ 02 đến 03 sản phẩm OCOP đạt 4 sao trở lên`: the bound of the grade
        let another = words[..at].contains(|c: char| c.is_ascii_digit() || c == '%') || words[..at].contains(" từ ");
        let own = !another && words[..at].split(' ').count() <= 8;
        let told = || self.bounds_members(n, &words[..at], &words[at + " trở lên".len()..]);
        (own && (self.leads[n].from || self.bounds_things(n, &words[..at]) || told())).then_some(start + at)
    }

    /// `90% hộ dân trở lên`: nothing but the name of what the share is of stands before the bound. `cán bộ cấp phòng trở
    /// lên` tells who is counted.
    fn bounds_things(&self, n: usize, words: &str) -> bool {
        const MONEY: &Words =
            &Words::of(&["vốn", "nguồn vốn", "kế hoạch vốn", "tổng vốn", "kế hoạch", "chỉ tiêu", "dân số"]);
        let things = back::strip_front_any(words, &["số", "tổng số", "tổng"]).unwrap_or(words).trim();
        let named = || {
            units::at(things, 0).is_some_and(|(unit, end)| {
                end == things.len() && !matches!(unit.kind, UnitKind::Measure | UnitKind::Time | UnitKind::Age)
            })
        };
        self.figures[n].is_rate() && self.leads[n].comparator.is_none() && (MONEY.contains(&things) || named())
    }

    /// `15 hội viên nòng cốt trở lên`: a word or two that tell the members of a body apart stand before the bound, and
    /// nothing follows it. A grade (`03 cán bộ cấp phòng trở lên`) has a bound of its own.
    fn bounds_members(&self, n: usize, words: &str, rest: &str) -> bool {
        const MEMBERS: &Words =
            &Words::of(&["hội viên", "đảng viên", "đoàn viên", "thành viên", "tổ viên", "đội viên"]);
        const GRADES: &Words =
            &Words::of(&["cấp", "bậc", "hạng", "loại", "trình độ", "đại học", "cao đẳng", "trung cấp"]);
        let member = self.noun(n).is_some_and(|noun| MEMBERS.contains(&crate::text::fold(noun.trim()).as_str()));
        let told = words.trim();
        // `15 huy chương các loại trở lên`
        let kinds = told == "các loại" && self.noun(n).is_some();
        (member || kinds)
            && !told.is_empty()
            && told.split(' ').count() <= 2
            && (kinds || !GRADES.within(told))
            && !told.contains(|c: char| c.is_ascii_digit() || c == ',')
            && rest.trim_matches([' ', '.', ';', ',']).is_empty()
    }

    /// Does another figure of the clause follow, so that `từ` opens a way and no bound?
    pub(super) fn moves_on(&self, n: usize) -> bool {
        self.clause_of.get(n + 1) == Some(&self.clause_of[n])
    }

    pub(super) fn direction(&self, n: usize) -> Option<Direction> {
        self.directions[n]
    }

    /// The time that limits figure `n` within its clause, as an index of `times`.
    pub(super) fn time_of(&self, n: usize) -> Option<usize> {
        self.limits[n]
    }

    /// Is the unit of figure `n` a noun that its words should show?
    pub(super) fn noun(&self, n: usize) -> Option<&'a str> {
        match &self.figures[n].unit {
            Counted::Noun(range, _) => self.plain.get(range.clone()),
            _ => None,
        }
    }
}

/// For each clause, the first clause of its sentence.
fn openings(clauses: &[Clause]) -> Vec<usize> {
    let mut openings: Vec<usize> = Vec::with_capacity(clauses.len());
    for (n, clause) in clauses.iter().enumerate() {
        let same = n > 0 && clauses[n - 1].sentence == clause.sentence;
        openings.push(if same { openings[n - 1] } else { n });
    }
    openings
}
