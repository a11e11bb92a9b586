//! Which encoding it is, by what reads as Vietnamese.

use std::borrow::Cow;

use super::{Decoded, Encoding, Notice, decode_tcvn3, decode_vni, mojibake, score::Score, unicode};
use crate::error::Error;

/// A sample tells as much as the whole.
const SAMPLE: usize = 1 << 17;

/// Another reading so close behind leaves a doubt.
const MARGIN: f64 = 0.15;

/// Reads bytes without a byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    if let Some(encoding) = unicode::without_mark(bytes) {
        let text = encoding.decode(bytes);
        return if is_text(&text) { Ok(read(text, encoding)) } else { Err(Error::NotText) };
    }
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if is_text(text) => {
            Ok(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, notices: Vec::new() })
        }
        Ok(_) => Err(Error::NotText),
        Err(_) => old(bytes, None, |text| Cow::Borrowed(text)),
    }
}

/// Reads bytes that are no Unicode by the words that `words_of` finds in them. What the file `declares` is taken, unless
/// another encoding reads far better.
pub(in crate::ingest) fn decode_as_words(
    bytes: &[u8],
    declares: Encoding,
    words_of: fn(&str) -> Cow<'_, str>,
) -> Result<Decoded<'_>, Error> {
    old(bytes, Some(declares), words_of)
}

fn read(text: Cow<str>, encoding: Encoding) -> Decoded {
    let mut decoded = Decoded { text, encoding, notices: Vec::new() };
    decoded.note_replaced();
    decoded
}

/// Bytes that are no UTF-8, or UTF-8 with faults.
fn old(bytes: &[u8], declares: Option<Encoding>, words_of: fn(&str) -> Cow<'_, str>) -> Result<Decoded<'_>, Error> {
    let sample = sample(bytes);
    let mut readings: Vec<(Encoding, Score)> = Encoding::ALL
        .into_iter()
        .filter(|e| !matches!(e, Encoding::Utf16Le | Encoding::Utf16Be))
        .map(|encoding| (encoding, Score::of(&words_of(&encoding.decode(sample)))))
        .collect();
    // a stable sort: the order of ALL decides between equals
    readings.sort_by(|(_, a), (_, b)| b.share().total_cmp(&a.share()));
    let (mut encoding, mut score) = readings[0];
    let mut rival = readings[1];
    let declared = readings.iter().find(|(e, _)| Some(*e) == declares);
    if let Some(&(declared, _)) = declared.filter(|(_, s)| s.share() + MARGIN > score.share()) {
        let text = declared.decode(bytes);
        return if is_text(&text) { Ok(read(text, declared)) } else { Err(Error::NotText) };
    }
    // nothing here is Vietnamese: what most such files are
    if score.share() < 0.5 {
        (encoding, rival) = (Encoding::Windows1252, readings[0]);
        score = readings.iter().find(|(e, _)| *e == encoding).map_or(score, |(_, s)| *s);
    }
    let text = encoding.decode(bytes);
    if !is_text(&text) {
        return Err(Error::NotText);
    }
    let mut decoded = read(text, encoding);
    let close = score.share() - rival.1.share() < MARGIN && encoding.decode(sample) != rival.0.decode(sample);
    if !score.is_sure() || close {
        decoded.notices.push(Notice {
            code: "encoding-uncertain",
            message: format!(
                "read as {}: {} of {} words with marks are Vietnamese so, {} of {} as {}",
                encoding.name(),
                score.read,
                score.marked,
                rival.1.read,
                rival.1.marked,
                rival.0.name()
            ),
        });
    }
    Ok(decoded)
}

/// The part of the bytes to judge by: from the first that are not ASCII on.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
    // the letter before may carry the mark
    let start = first.saturating_sub(64);
    &bytes[start..bytes.len().min(start + SAMPLE)]
}

/// Text whose letters are right as Unicode but were made from bytes by a wrong table.
pub(super) fn mend(decoded: Decoded) -> Decoded {
    if !matches!(decoded.encoding, Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be) {
        return decoded;
    }
    let Decoded { text, encoding, mut notices } = decoded;
    if let Some(repaired) = mojibake::repair(&text) {
        let mut message = "UTF-8 that was read as another encoding and saved again was read back".to_owned();
        if repaired.inferred + repaired.lost > 0 {
            let (told, lost) = (repaired.inferred, repaired.lost);
            message =
                format!("{message}; of letters that were lost, {told} were told by their words, {lost} are U+FFFD");
        }
        notices.retain(|n| n.code != "bytes-replaced");
        notices.push(Notice { code: "encoding-repaired", message });
        return Decoded { text: repaired.text.into(), encoding, notices };
    }
    if let Some((old, whole)) = old_letters(&text) {
        let message = format!("letters of {} that had been taken for Latin letters were read back", old.name());
        notices.push(Notice { code: "encoding-repaired", message });
        return Decoded { text: whole.into(), encoding: old, notices };
    }
    Decoded { text, encoding, notices }
}

/// Unicode text whose letters are those of TCVN3 or VNI taken for Latin ones (`KÕ ho¹ch`), decoded.
///
/// Word and PDF files hold such text where a font printed the old letters. `None` when the text reads as it is.
pub fn old_letters(text: &str) -> Option<(Encoding, String)> {
    if has_vietnamese(text) || text.is_ascii() {
        return None;
    }
    let now = Score::of(text);
    let readings: [(Encoding, String); 2] =
        [(Encoding::Tcvn3, super::capitals::restore(&decode_tcvn3(text))), (Encoding::Vni, decode_vni(text))];
    let best = readings.into_iter().map(|(e, text)| (Score::of(&text), e, text));
    let (score, encoding, text) = best.max_by(|(a, ..), (b, ..)| a.share().total_cmp(&b.share()))?;
    (score.is_sure() && score.share() > now.share() + 0.3).then_some((encoding, text))
}

/// Letters that only Vietnamese has, composed or with marks of their own, soon in the text.
fn has_vietnamese(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(0xe1, 0xcc, bytes).take(64).any(|i| match (bytes[i], bytes.get(i + 1)) {
        (0xe1, Some(0xba | 0xbb)) => true,
        (0xcc, Some(0x80..=0xbf)) => i > 0 && bytes[i - 1].is_ascii_alphabetic(),
        _ => false,
    })
}

/// Which bytes are control characters that text has no use for.
const CONTROLS: [bool; 256] = {
    let mut controls = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        controls[byte as usize] = matches!(byte, 0..=8 | 0xe..=0x1a | 0x1c..=0x1f | 0x7f);
        byte += 1;
    }
    controls
};

/// Text has hardly any control characters.
fn is_text(text: &str) -> bool {
    const LOOK: usize = 1 << 16;
    let look = text.as_bytes();
    let look = &look[..look.len().min(LOOK)];
    let controls: usize = look.iter().map(|&b| usize::from(CONTROLS[usize::from(b)])).sum();
    controls * 50 <= look.len().max(50)
}
