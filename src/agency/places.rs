//! Bodies of several places that are named with one head.

use std::ops::Range;

use super::{
    canonical::canonical,
    list::Agency,
    reader::{Lexeme, Reader},
};
use crate::lexicon::{agency_words::Kinds, provinces};

/// Places of one level.
const LEVELS: [&[&str]; 2] = [&["xã", "phường", "thị trấn", "đặc khu"], &["huyện", "quận", "thị xã"]];

/// Bodies that all places of a level have.
const BODIES: [&str; 16] = [
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "chủ tịch",
    "phó chủ tịch",
    "trung tâm ",
    "phòng ",
    "công an",
    "trạm y tế",
    "ban chỉ huy",
    "tòa án",
    "viện kiểm sát",
    "ủy ban m",
    "hạt ",
    "bảo hiểm xã hội",
];

impl Reader<'_> {
    /// `UBND thành phố Tân An và các huyện`: the places after the body of one place have such a body each.
    pub(crate) fn share_head(&self, agencies: &mut [Agency]) {
        for n in 1..agencies.len() {
            let (body, places) = (agencies[n - 1].range.clone(), agencies[n].range.clone());
            if self.folded.get(body.end..places.start).is_some_and(|gap| gap.trim() == "và")
                && self.only_places(&places)
                && let Some(head) = self.head_of_place(&body)
            {
                let places = self.plain[places].replacen("Các", "các", 1);
                agencies[n].name = canonical(&format!("{head}{places}"));
            }
        }
    }

    /// `thành phố Hà Nội`: a place by its kind and its name; the end.
    pub(crate) fn named_place(&self, at: usize) -> Option<usize> {
        let at = self.blanks(at);
        let known =
            ["tỉnh", "thành phố", "tp", "tp.", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];
        let unit = self.kind(at, Kinds::TERRITORY).filter(|kind| known.contains(&&self.folded[kind.range.clone()]));
        let kind = unit.map(|kind| kind.range.end).or_else(|| self.word(at, "thủ đô"))?;
        self.proper(self.blanks(kind)).then(|| self.places(kind)).filter(|&end| end > kind)
    }

    /// The words before the one place that a body is named with.
    fn head_of_place(&self, body: &Range<usize>) -> Option<&str> {
        let words = &self.folded[body.clone()];
        let mut known = self.lexemes_from(body.start).iter().take_while(|l| l.range.end <= body.end);
        let place = known.find(|l| l.is(Kinds::TERRITORY))?;
        let named = self.proper(self.blanks(place.range.end)) && !words.contains("các ") && !words.contains(',');
        let level = &self.folded[place.range.clone()] != "tỉnh" && BODIES.iter().any(|b| words.starts_with(b));
        (named && level).then(|| &self.plain[body.start..place.range.start])
    }

    /// `các quận, huyện`: nothing but kinds of places.
    fn only_places(&self, range: &Range<usize>) -> bool {
        let mut known = self.lexemes_from(range.start).iter().take_while(|l| l.range.end <= range.end);
        // verbs and nouns with a capital are parts of places' names
        let place = |l: &Lexeme| {
            l.is(Kinds::TERRITORY) && !l.is(Kinds::HEAD) || self.proper(l.range.start) && !l.is(Kinds::BODY)
        };
        known.next().is_some_and(|l| l.is(Kinds::PLURAL))
            && known.all(place)
            && self.kind(self.blanks(range.start + "các".len()), Kinds::TERRITORY).is_some()
    }

    /// Is it a body of several places: `Hội Nông dân các xã`, `UBND 06 huyện`?
    pub(crate) fn of_places(&self, range: &Range<usize>) -> bool {
        let mut kinds = self.lexemes_from(range.start).iter().take_while(|l| l.range.end <= range.end);
        kinds.any(|kind| {
            let before = self.folded[range.start..kind.range.start].trim_end();
            let several = before.ends_with("các") || before.ends_with(|c: char| c.is_ascii_digit());
            kind.is(Kinds::TERRITORY) && several
        })
    }

    /// `UBND các huyện: Tân An, Tân Lập`: after a colon each place has a body.
    fn behind_colon(&self, agency: &Agency) -> Option<Vec<Agency>> {
        let range = agency.range.clone();
        let colon = range.start + self.folded[range.clone()].find(':')?;
        let kind = self.lexeme_before(self.folded[..colon].trim_end().len()).filter(|k| k.is(Kinds::TERRITORY))?;
        let before = |at: usize| self.lexeme_before(self.folded[..at].trim_end_matches([' ', ',']).len());
        let mut several = before(kind.range.start)?;
        // `UBND các tỉnh, thành phố: Hà Nội, Quảng Ninh`: each is of the one kind or the other
        let kinds = several.is(Kinds::TERRITORY);
        while several.is(Kinds::TERRITORY) && several.range.start > range.start {
            several = before(several.range.start)?;
        }
        if !several.is(Kinds::PLURAL) || several.range.start < range.start {
            return None;
        }
        let head = &self.plain[range.start..several.range.start];
        let of_province = |name: &str| {
            provinces::lookup(name.trim()).map(|province| match province.kind {
                provinces::Kind::City => "thành phố",
                provinces::Kind::Province => "tỉnh",
            })
        };
        let mut agencies = Vec::new();
        let mut from = colon + 1;
        while from < range.end {
            let start = self.blanks(from);
            let words = &self.folded[start..range.end];
            let end = start + [words.find(','), words.find(" và ")].into_iter().flatten().min().unwrap_or(words.len());
            // `các huyện: Tân An và thành phố Tân Lập`
            let own = self.kind(start, Kinds::TERRITORY).is_some();
            let kind = match (own, kinds) {
                (true, _) => "",
                (_, true) => of_province(&self.plain[start..end])?,
                _ => &self.plain[kind.range.clone()],
            };
            let name = canonical(&format!("{head}{kind} {}", self.plain[start..end].trim_end()));
            agencies.push(Agency { name, range: if agencies.is_empty() { range.start..end } else { start..end } });
            from = self.separator(end).filter(|&next| next > end).unwrap_or(range.end);
        }
        (agencies.len() > 1).then_some(agencies)
    }

    /// `UBND thị trấn Tân An, xã Tân Lập`: places of one level, each with a name, have a body each.
    pub(crate) fn of_each_place(&self, agency: Agency) -> Vec<Agency> {
        if let Some(agencies) = self.behind_colon(&agency) {
            return agencies;
        }
        let range = agency.range.clone();
        let places: Vec<(usize, usize)> = self
            .lexemes_from(range.start)
            .iter()
            .take_while(|l| l.range.end <= range.end)
            .filter(|l| l.is(Kinds::TERRITORY) && self.proper(self.blanks(l.range.end)))
            .enumerate()
            .filter_map(|(n, l)| {
                let unit = &self.folded[l.range.clone()];
                // a city that stands before districts is one of them: `UBND thành phố Tân An, huyện Tân Lập`
                let level = LEVELS
                    .iter()
                    .position(|units| units.contains(&unit))
                    .or_else(|| (n == 0 && unit == "thành phố").then_some(1))?;
                Some((l.range.start, level))
            })
            .collect();
        let apart = |w: &[(usize, usize)]| {
            let before = self.folded[w[0].0..w[1].0].trim_end();
            w[0].1 == w[1].1 && (before.ends_with(',') || before.ends_with(" và"))
        };
        let Some(&(first, _)) = places.first().filter(|_| places.len() > 1 && places.windows(2).all(apart)) else {
            return vec![agency];
        };
        let head = &self.plain[range.start..first];
        let ends = places[1..].iter().map(|p| p.0).chain([range.end]);
        places
            .iter()
            .zip(ends)
            .enumerate()
            .map(|(n, (&(start, _), end))| {
                let words = self.plain[start..end].trim_end();
                let words = words.strip_suffix(" và").unwrap_or(words).trim_end_matches([',', ' ']);
                let from = if n == 0 { range.start } else { start };
                Agency { name: canonical(&format!("{head}{words}")), range: from..start + words.len() }
            })
            .collect()
    }
}
