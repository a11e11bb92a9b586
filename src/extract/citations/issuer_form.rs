//! How a record writes an issuer.

use crate::{
    lexicon::issuer_words::{IssuerWords, issuer_words},
    text::fold,
};

/// Abbreviations written out, tone marks on the modern place, names in capitals (of a title) in ordinary letters, the
/// first letter upper case.
pub(super) fn canonical(printed: &str) -> String {
    let words = issuer_words();
    let folded = fold(printed);
    let shouted = !printed.contains(char::is_lowercase);
    let base = if shouted { ordinary(printed, &folded, words) } else { modern(printed, &folded) };
    let mut out = String::with_capacity(printed.len() + 32);
    let mut at = 0;
    for (range, full) in words.abbreviations.find_iter(&folded) {
        // in capitals, `ĐẦU TƯ` is no `Trung ương`
        if !printed[range.clone()].starts_with(char::is_uppercase) || (shouted && &folded[range.clone()] == "tư") {
            continue;
        }
        out.push_str(&base[at..range.start]);
        out.push_str(full);
        at = range.end;
        // `TP.Cần Thơ`
        if base[at..].starts_with('.') {
            at += 1;
            out.push(' ');
        }
    }
    out.push_str(&base[at..]);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = out.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Tone marks on the modern place, letter case kept.
fn modern(printed: &str, folded: &str) -> String {
    let mut out = String::with_capacity(printed.len());
    for (p, f) in printed.chars().zip(folded.chars()) {
        if p.is_uppercase() {
            out.extend(f.to_uppercase());
        } else {
            out.push(f);
        }
    }
    if out.len() == printed.len() { out } else { printed.to_owned() }
}

/// Ordinary letters for a name in capitals: known words as they are written, of a ministry's name the first word, of a
/// place's and others' each.
fn ordinary(printed: &str, folded: &str, words: &IssuerWords) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut proper = true;
    let mut field = false;
    let mut known = words.letters.find_iter(folded).filter(|(r, n)| r.len() == n.len()).peekable();
    let mut start = 0;
    for word in folded.split_inclusive(' ') {
        let at = start;
        start += word.len();
        if at < out.len() {
            continue;
        }
        if let Some((range, name)) = known.next_if(|(r, _)| r.start == at) {
            out.push_str(name);
            out.push_str(&folded[range.end..(range.end + 1).min(folded.len())]);
            let place = words.places.begin(&folded[range.clone()]);
            field = !place && (field || matches!(name.as_str(), "Bộ" | "Sở" | "Ban" | "Bộ trưởng"));
            field |= name == "và";
            proper = true;
            continue;
        }
        let term = out.trim_end().ends_with("khóa") && word.trim_end().bytes().all(|b| b"ivxlc".contains(&b));
        let mut letters = word.chars();
        if term {
            out.push_str(&word.to_uppercase());
        } else if proper && let Some(first) = letters.next() {
            out.extend(first.to_uppercase());
            out.push_str(letters.as_str());
            proper = !field;
        } else {
            out.push_str(word);
        }
    }
    if out.len() == folded.len() { out } else { modern(printed, folded) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        for a in &issuer_words().list {
            assert!(canonical(&a.example).contains(&a.full), "{}", a.example);
        }
    }
}
