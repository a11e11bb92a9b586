//! Organs of a council that is named once: `Thường trực, các Ban, các Tổ đại biểu và đại biểu Hội đồng nhân dân xã`.

use super::{canonical::canonical, list::Agency, reader::Reader};

/// Organs that councils have.
const ORGANS: [&str; 9] = [
    "thường trực",
    "các ban",
    "các tổ",
    "các tổ đại biểu",
    "tổ đại biểu",
    "đại biểu",
    "các đại biểu",
    "các vị đại biểu",
    "lãnh đạo các ban",
];

impl Reader<'_> {
    /// Gives the organs before it the council that the last of them is named with.
    pub(crate) fn share_council(&self, agencies: &mut [Agency]) {
        let mut council: Option<&str> = None;
        for agency in agencies.iter_mut().rev() {
            let words = &self.folded[agency.range.clone()];
            if let Some(at) = words.find("hội đồng nhân dân").or_else(|| words.find("hđnd")) {
                council = (at > 0).then(|| &self.plain[agency.range.start + at..agency.range.end]);
            } else if let Some(council) = council.filter(|_| ORGANS.contains(&words)) {
                agency.name = canonical(&format!("{} {council}", &self.plain[agency.range.clone()]));
            }
        }
    }
}
