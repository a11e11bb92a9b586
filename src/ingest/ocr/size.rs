//! How many pixels an image has, by its head: a small file may unfold to any number of them.

use crate::ingest::Format;

/// Width and height; `None` where the head does not say. Of TIFF, whose images have heads of their own, the recognizer's
/// memory is the limit.
pub(super) fn of(bytes: &[u8], format: Format) -> Option<(u64, u64)> {
    match format {
        Format::Png => {
            let side = |at| Some(u64::from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)));
            Some((side(16)?, side(20)?))
        }
        Format::Jpeg => frame(bytes),
        _ => None,
    }
}

/// The sides in the frame of a JPEG: the first segment that begins one.
fn frame(bytes: &[u8]) -> Option<(u64, u64)> {
    let two = |at: usize| Some(u64::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let mut at = 2;
    loop {
        let [0xff, mark] = *bytes.get(at..at + 2)? else { return None };
        match mark {
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Some((two(at + 7)?, two(at + 5)?)),
            // filled up to the next mark
            0xff => at += 1,
            _ => at += 2 + usize::try_from(two(at + 2)?).ok()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_tell_the_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\x01\0\0\0\0\x02\0";
        assert_eq!(of(png, Format::Png), Some((65_536, 512)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x0b\x08\x01\0\x02\0\x01";
        assert_eq!(of(jpeg, Format::Jpeg), Some((512, 256)));
        for bytes in [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe0\0\0", b"\xff\xd8\xff\xe0\xff\xff"] {
            assert_eq!((of(bytes, Format::Png), of(bytes, Format::Jpeg)), (None, None));
        }
    }
}
