//! Bodies of several places that are named with one head.

use std::ops::Range;

use super::{canonical::canonical, list::Agency, reader::Reader};
use crate::lexicon::agency_words::Kinds;

/// Places of one level.
const LEVELS: [&[&str]; 2] = [&["xã", "phường", "thị trấn", "đặc khu"], &["huyện", "quận", "thị xã"]];

impl Reader<'_> {
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
        let several = self.lexeme_before(self.folded[..kind.range.start].trim_end().len())?;
        if !several.is(Kinds::PLURAL) || several.range.start < range.start {
            return None;
        }
        let head = &self.plain[range.start..several.range.start];
        let mut agencies = Vec::new();
        let mut from = colon + 1;
        while from < range.end {
            let start = self.blanks(from);
            let words = &self.folded[start..range.end];
            let end = start + [words.find(','), words.find(" và ")].into_iter().flatten().min().unwrap_or(words.len());
            // `các huyện: Tân An và thành phố Tân Lập`
            let own = self.kind(start, Kinds::TERRITORY).is_some();
            let kind = if own { "" } else { &self.plain[kind.range.clone()] };
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
