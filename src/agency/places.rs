//! Bodies of several places that are named with one head.

use super::{canonical::canonical, list::Agency, reader::Reader};
use crate::lexicon::agency_words::Kinds;

impl Reader<'_> {
    /// `UBND thị trấn Tân An, xã Tân Lập`: places of one level, each with a name, have a body each.
    pub(crate) fn of_each_place(&self, agency: Agency) -> Vec<Agency> {
        const LEVELS: [&[&str]; 2] = [&["xã", "phường", "thị trấn", "đặc khu"], &["huyện", "quận", "thị xã"]];
        let range = agency.range.clone();
        let places: Vec<(usize, usize)> = self
            .lexemes_from(range.start)
            .iter()
            .take_while(|l| l.range.end <= range.end)
            .filter(|l| l.is(Kinds::TERRITORY) && self.proper(self.blanks(l.range.end)))
            .filter_map(|l| {
                let level = LEVELS.iter().position(|units| units.contains(&&self.folded[l.range.clone()]))?;
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
