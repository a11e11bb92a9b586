//! Which way a figure is to move, and how far the verb that says so reaches.

use super::{acts::ACTS, back, cues::COMPOUNDS, lead::Link, measures, reading::Reading};
use crate::{
    model::Direction,
    text::{
        behind,
        letters::is_alphanumeric,
        words::{Keyed, Words, words},
    },
};

impl Reading<'_> {
    /// The direction of each figure. A verb reaches to the end of its clause, but not over a new subject.
    pub(super) fn all_directions(&self) -> Vec<Option<Direction>> {
        let mut directions: Vec<Option<Direction>> = Vec::with_capacity(self.figures.len());
        for n in 0..self.figures.len() {
            let lead = &self.leads[n];
            // what is only compared with moves nowhere
            if self.is_compared(n) || self.is_countrys(n) || (lead.direction.is_none() && self.states_now(n)) {
                directions.push(None);
                continue;
            }
            let words = back::cut(self.folded, self.floor(n)..lead.start.max(self.floor(n)));
            let inherited = n.checked_sub(1).and_then(|m| {
                let outer = self.clauses[self.clause_of[n]].inner
                    && self.clauses[self.clause_of[m]].sentence == self.clauses[self.clause_of[n]].sentence;
                let same = self.clause_of[m] == self.clause_of[n];
                let subject = self.after_own_words(n, words).trim_start_matches([' ', ',', ')']);
                let part = back::begins(subject, &["trong đó", "riêng", "và"]);
                // nothing stands between the mark and the figure: `giảm 10% số vụ, 5% số người chết`
                let none = subject.trim_end().ends_with(',');
                let last = subject.rfind(", ").map_or(subject, |at| &subject[at + 2..]);
                let new_subject = !none
                    && [subject, last]
                        .iter()
                        .any(|s| measures::opens(s) || measures::opens(s.strip_prefix("và ").unwrap_or(s)));
                // `giảm tỷ lệ hộ nghèo xuống 5%, xử lý 100% số vụ`: another verb acts
                let acts = !part && (back::begins(last, ACTS) || back::begins(last, OTHERWISE));
                // `giảm tỷ lệ hộ nghèo xuống 5%, tỷ lệ hộ cận nghèo còn 8%`
                // `tổng lượt khách tăng 5%, trong đó khách trong nước 3 triệu lượt`: a share that is added, and an amount
                let amount = (part || back::begins(last, &["trong đó", "riêng"]))
                    && self.figures[m].is_rate()
                    && !self.figures[n].is_rate()
                    && self.leads[m].direction.is_some()
                    && back::ends(back::cut(self.folded, ..self.figures[m].range.start), GROWS);
                if amount {
                    return None;
                }
                let remains = back::cut(self.folded, lead.start..self.figures[n].range.start);
                if same && back::begins(remains, &["còn", "chỉ còn"]) && directions[m] == Some(Direction::Decrease)
                {
                    return directions[m];
                }
                // `tăng lên 35%, khu vực dịch vụ chiếm 43%`: a subject with a verb of its own
                let own_verb = back::begins(remains, &["chiếm"]) && self.leads[m].direction.is_some();
                if own_verb && !subject.trim_matches([' ', ',']).is_empty() {
                    return None;
                }
                let new_subject = new_subject || acts;
                if outer && self.moves_again(m, n) {
                    return directions[m];
                }
                ((same && (part || !new_subject)) || (outer && part)).then(|| directions[m]).flatten()
            });
            // `từ 23% xuống 18%`: the way is the same from its start on
            let onward = || {
                let range = self.figures[n].value_max.is_some();
                (lead.from && !range && self.moves_on(n) && self.bounded_later(n).is_none())
                    .then(|| self.leads[n + 1].direction)
                    .flatten()
            };
            directions.push(
                lead.direction
                    .or_else(onward)
                    .or_else(|| opening_verb(words))
                    .or_else(|| moved_by_someone(words).map(|(direction, _)| direction))
                    .or_else(|| self.lessens_poverty(n, words))
                    .or_else(|| self.heading_moves(n, words))
                    .or(inherited),
            );
        }
        directions
    }
}

impl Reading<'_> {
    /// `giảm nghèo từ 3 - 4%/năm`: right before a share the name of the work is a verb and what it moves.
    fn lessens_poverty(&self, n: usize, words: &str) -> Option<Direction> {
        let own = back::strip_any(words, &["đa chiều", "bền vững"]).unwrap_or(words);
        let points = self.noun(n).is_some_and(|noun| noun.trim().starts_with("điểm"));
        let by_itself = self.leads[n].link == Link::None;
        ((self.figures[n].is_rate() || points) && by_itself && back::ends(own, &["giảm nghèo"]))
            .then_some(Direction::Decrease)
    }
}

/// `Xã A duy trì tỷ lệ hộ nghèo dưới 2%`, `Toàn tỉnh giảm tỷ lệ hộ nghèo 1%/năm`: who moves a measure may stand before the
/// verb. Gives where the measure begins, too.
pub(super) fn moved_by_someone(words: &str) -> Option<(Direction, usize)> {
    const VERBS: &Keyed<Direction> = &Keyed::of(&[
        ("duy trì ổn định", Direction::Maintain),
        ("duy trì", Direction::Maintain),
        ("giữ vững", Direction::Maintain),
        ("giữ ổn định", Direction::Maintain),
        ("giữ", Direction::Maintain),
        ("kéo giảm", Direction::Decrease),
        ("giảm", Direction::Decrease),
        ("nâng", Direction::Increase),
        ("tăng", Direction::Increase),
    ]);
    const MOST_WORDS: usize = 9;
    let clause = behind(words, b",;:(");
    let start = words.len() - clause.len();
    let moves = |(at, _): (usize, &str)| {
        let rest = &clause[at + 1..];
        let (verb, direction) = VERBS.fronts(rest).max_by_key(|(verb, _)| verb.len())?;
        let object = rest[verb.len()..].strip_prefix(' ')?;
        let who = clause[..at].trim();
        let moved = !who.is_empty() && who.split(' ').count() <= MOST_WORDS && !NO_MOVER.within(who);
        let measured = moved && !names_measure(who) && measures::opens(object) && !compound(verb, object);
        measured.then(|| (*direction, start + clause.len() - object.len()))
    };
    clause.match_indices(' ').take(MOST_WORDS + 1).find_map(moves)
}

/// Does any word of these begin the name of a measure: `tỷ lệ hộ nghèo` in `Năm 2025, tỷ lệ hộ nghèo`?
fn names_measure(words: &str) -> bool {
    measures::opens(words) || words.match_indices(' ').any(|(at, _)| measures::opens(&words[at + 1..]))
}

/// Words that make the verb behind them a noun, or deny it.
const NO_MOVER: &Words = &Words::of(&["tốc độ", "mức", "tỷ lệ", "không"]);

/// Words right before a share that is added or taken away.
const GROWS: &Words =
    &Words::of(&["tăng", "giảm", "tăng trưởng", "tăng thêm", "tăng khoảng", "tăng trên", "giảm khoảng", "giảm trên"]);

/// Verbs that begin a goal of another kind.
const OTHERWISE: &Words =
    &Words::of(&["xử lý", "giải quyết", "bảo đảm", "đảm bảo", "phấn đấu", "xóa", "không để", "chấm dứt"]);

impl Reading<'_> {
    /// `Tốc độ tăng trưởng: 8%`: the noun of a run-in heading says which way its figure moves, as it does in a sentence.
    fn heading_moves(&self, n: usize, words: &str) -> Option<Direction> {
        const NOUNS: &Words =
            &Words::of(&["tốc độ tăng", "tốc độ giảm", "tỷ lệ tăng", "tỷ lệ giảm", "mức tăng", "mức giảm"]);
        let label = self.heading.and_then(|end| self.folded.get(..end))?;
        let bare = words.trim_matches([' ', ':', '.']).is_empty();
        let label = label.trim_start_matches([' ', '-', '+']);
        // `Giảm tỷ lệ hộ nghèo: 1,2%`
        let moves = || {
            let own = words.trim_start_matches([' ', ':', ',']);
            moves_measure(label).is_some() && self.sentence(n) == self.sentence(0) && !measures::opens(own)
        };
        // `Kim ngạch xuất khẩu tăng bình quân: 12%/năm`
        let closing = || closing_verb(label).filter(|_| n == 0 && bare).map(|(_, direction)| direction);
        opening_verb(label).filter(|_| n == 0 && bare && back::begins(label, NOUNS) || moves()).or_else(closing)
    }

    /// `tăng 12 xã (15%)`, `tăng 04 doanh nghiệp (0,7 lần)`: does figure `n` say in parentheses how far figure `m` moves?
    fn moves_again(&self, m: usize, n: usize) -> bool {
        let clause = &self.clauses[self.clause_of[n]].range;
        let alone =
            back::cut(self.folded, clause.start..self.figures[n].range.start).trim_matches([' ', '=']).is_empty()
                && back::cut(self.folded, self.figures[n].range.end..clause.end).trim().is_empty();
        let close = back::cut(self.folded, self.figures[m].range.end..clause.start).trim() == "(";
        let times = self.noun(n).is_some_and(|noun| noun.trim() == "lần");
        alone
            && close
            && self.leads[m].direction.is_some()
            && !self.figures[m].is_rate()
            && (self.figures[n].is_rate() || times)
    }

    /// `words` before figure `n` without those that tell what the figure before counts: `giảm 15% lượng phát thải năm
    /// 2025 và 30% …`.
    fn after_own_words<'w>(&self, n: usize, words: &'w str) -> &'w str {
        let Some(before) = n.checked_sub(1) else { return words };
        let no_subject = || {
            back::cut(self.folded, self.floor(before)..self.leads[before].start)
                .trim_matches([' ', ',', ':', '-'])
                .is_empty()
        };
        if !words.starts_with(' ') || (self.leads[before].link == Link::Binds && !no_subject()) {
            return words;
        }
        let mark = [", ", " và "].iter().filter_map(|m| words.rfind(m).map(|at| at + m.len())).max();
        &words[mark.unwrap_or(words.len())..]
    }
}

/// The name of what is moved behind the verb that opens a label: `tỷ lệ hộ nghèo` in `Giảm tỷ lệ hộ nghèo`.
pub(super) fn moves_measure(label: &str) -> Option<&str> {
    const VERBS: &Words = &Words::of(&["giảm", "kéo giảm", "cắt giảm", "tăng", "nâng", "nâng cao", "hạ", "duy trì"]);
    let thing = back::strip_longest_front(label, VERBS)?.trim_start();
    measures::opens(thing).then_some(thing)
}

/// The verb that closes a label, and the name of what it moves: `Tỷ lệ hộ nghèo` in `Tỷ lệ hộ nghèo giảm bình quân/năm`.
pub(super) fn closing_verb(label: &str) -> Option<(&str, Direction)> {
    const VERBS: &Keyed<Direction> = &Keyed::of(&[
        ("tăng", Direction::Increase),
        ("tăng thêm", Direction::Increase),
        ("giảm", Direction::Decrease),
        ("giảm thêm", Direction::Decrease),
        ("giảm còn", Direction::Decrease),
        ("tăng lên", Direction::Increase),
    ]);
    const NOUNS: &Words = &Words::of(&["gia tăng", "giá trị tăng thêm", "phần tăng thêm", "cắt giảm", "suy giảm"]);
    let words = label.trim_end_matches([' ', ':']);
    let words = ["/năm", "/ năm"].iter().find_map(|base| words.strip_suffix(base)).unwrap_or(words);
    let words = back::strip_any(words, words!["hằng năm", "hàng năm", "mỗi năm"]).unwrap_or(words);
    let words = back::strip_any(words, &["bình quân", "trung bình"]).unwrap_or(words).trim_end();
    let ends = |(verb, _): &&(&str, Direction)| back::without_end(words, verb).is_some();
    let (verb, direction) = VERBS.backs(words).filter(ends).max_by_key(|(verb, _)| verb.len())?;
    let thing = words[..words.len() - verb.len()].trim_end();
    // `Thuế giá trị gia tăng: 300 tỷ đồng`
    let compound = back::ends(words, NOUNS) || back::ends(words, COMPOUNDS);
    (thing.contains(' ') && !back::ends(thing, NO_MOVER) && !compound).then_some((thing, *direction))
}

/// Where a new subject begins behind one that has moved: `Số thuê bao tăng nhanh, tỷ lệ phủ sóng đạt 97%`.
pub(super) fn past_move(words: &str) -> Option<usize> {
    const MOVED: &Words = &Words::of(&[
        " tăng nhanh, ",
        " tăng mạnh, ",
        " tăng cao, ",
        " tăng đều, ",
        " tăng dần, ",
        " tăng đáng kể, ",
        " giảm nhanh, ",
        " giảm mạnh, ",
        " giảm sâu, ",
        " giảm đều, ",
        " giảm dần, ",
        " giảm đáng kể, ",
    ]);
    // `tăng dần, từng bước chiếm 30%`, `giảm nhanh, mỗi xã còn dưới 2%`: no other subject
    const SUBJECTS: &Words =
        &Words::of(&["kinh phí", "chi phí", "nguồn vốn", "nguồn thu", "nguồn kinh phí", "ngân sách"]);
    let at = MOVED.last_in(words)?;
    let next = words[at..].find(", ").map(|mark| at + mark + ", ".len())?;
    let own = words[next..].trim();
    (own.contains(' ') && (measures::opens(own) || back::begins(own, SUBJECTS))).then_some(next)
}

/// The verb that opens the words and reaches to their end: `giảm tỷ lệ …`, `phấn đấu nâng số …`.
fn opening_verb(words: &str) -> Option<Direction> {
    const VERBS: &Keyed<Direction> = &Keyed::of(&[
        ("nâng cao", Direction::Increase),
        ("nâng", Direction::Increase),
        ("tăng thêm", Direction::Increase),
        ("tăng", Direction::Increase),
        ("gia tăng", Direction::Increase),
        ("mở rộng", Direction::Increase),
        ("tốc độ tăng", Direction::Increase),
        ("kéo giảm", Direction::Decrease),
        ("cắt giảm", Direction::Decrease),
        ("giảm thiểu", Direction::Decrease),
        ("giảm", Direction::Decrease),
        ("hạ", Direction::Decrease),
        ("rút ngắn", Direction::Decrease),
        ("tốc độ giảm", Direction::Decrease),
        ("tỷ lệ giảm", Direction::Decrease),
        ("mức giảm", Direction::Decrease),
        ("duy trì", Direction::Maintain),
        ("tiếp tục duy trì", Direction::Maintain),
        ("giữ vững", Direction::Maintain),
        ("giữ ổn định", Direction::Maintain),
        ("giữ nguyên", Direction::Maintain),
        ("giữ", Direction::Maintain),
        ("mức tăng", Direction::Increase),
    ]);
    let words = past_move(words).map_or(words, |at| &words[at..]);
    let mut found = None;
    let mut phrase_start = true;
    for (at, c) in words.char_indices() {
        let word_start = is_alphanumeric(c) && !words[..at].ends_with(is_alphanumeric);
        if !word_start {
            phrase_start |= matches!(c, ',' | ':' | '(' | '-');
            continue;
        }
        let rest = back::head(&words[at..], 80);
        let whole = |(v, _): &&(&str, Direction)| back::without_start(rest, v).is_some();
        let verb = VERBS.fronts(rest).filter(whole).max_by_key(|(v, _)| v.len());
        if let Some((verb, direction)) = verb {
            let noun = verb.starts_with("tốc độ") || verb.starts_with("tỷ lệ") || verb.starts_with("mức");
            let object = rest[verb.len()..].trim_start();
            let measured = back::begins(
                object,
                words![
                    "cả",
                    "bình quân",
                    "thêm",
                    "dần",
                    "mạnh",
                    "nhanh",
                    "đều",
                    "sâu",
                    "ít nhất",
                    "qua các năm",
                    "hằng năm",
                    "hàng năm",
                ],
            );
            // `duy trì tốc độ tăng trưởng`: what is kept is a growth
            let kept = noun && found == Some(Direction::Maintain);
            if (phrase_start || noun || measured) && !kept && !compound(verb, object) {
                found = Some(*direction);
            }
        }
        phrase_start = back::begins(
            rest,
            words![
                "phấn đấu",
                "đấu",
                "để",
                "nhằm",
                "tiếp tục",
                "tục",
                "và",
                "góp phần",
                "phần",
                "từng bước",
                "bước",
                "cơ bản",
                "năm",
                "bảo đảm",
                "đảm",
                "đó",
            ],
        ) || (phrase_start && c.is_ascii_digit());
    }
    found
}

/// `tăng cường`, `giảm nghèo`, `nâng cao chất lượng` move no figure.
pub(super) fn compound(verb: &str, object: &str) -> bool {
    match verb {
        "tăng" => back::begins(object, words!["cường", "trưởng", "tốc", "ni", "huyết áp", "nhãn áp", "động"]),
        "giảm" => back::begins(object, words!["nghèo", "nhẹ", "thiểu", "sát"]),
        "nâng" => back::begins(object, &["cấp", "tầm"]),
        "nâng cao" | "mở rộng" | "giảm thiểu" => !measures::opens(object),
        "hạ" => back::begins(object, &["tầng", "lưu", "du"]),
        "giữ" => back::begins(object, &["gìn", "vai trò", "chân"]),
        "đưa" => back::begins(object, &["vào vận hành", "vào sử dụng", "vào hoạt động", "vào khai thác"]),
        _ => false,
    }
}
