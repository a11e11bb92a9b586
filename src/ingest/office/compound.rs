//! The container of Word files before 2007 (compound file): enough of it to tell what it holds, whether a password
//! guards it and whether it is whole. The words themselves are read by another program.

use crate::error::Error;

pub(crate) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Entries of the sector table that name no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
const FREE: u32 = 0xFFFF_FFFF;
/// More entries of the folder than any document has.
const MOST_ENTRIES: usize = 4096;

/// A compound file.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    /// Names of streams with their first sectors.
    entries: Vec<(String, u32)>,
}

impl<'a> Compound<'a> {
    /// Reads the tables of the container.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let shift = half(bytes, 0x1E).filter(|s| matches!(s, 9 | 12)).ok_or_else(cut)?;
        let mut file = Self { bytes, sector: 1 << shift, table: Vec::new(), entries: Vec::new() };
        for i in 0..109 {
            let at = word(bytes, 0x4C + 4 * i).ok_or_else(cut)?;
            if at < NO_SECTOR {
                let sector = file.at(at).ok_or_else(cut)?;
                file.table.extend(sector.chunks_exact(4).map(number));
            }
        }
        let used = file.table.iter().rposition(|&next| next != FREE).unwrap_or_default();
        // the last sector may end early; of a large file the head lists only the first tables
        if bytes.len() <= (used + 1) * file.sector {
            return Err(cut());
        }
        let mut next = word(bytes, 0x30).ok_or_else(cut)?;
        while next < NO_SECTOR && file.entries.len() < MOST_ENTRIES {
            let sector = file.at(next).ok_or_else(cut)?;
            for entry in sector.chunks_exact(128) {
                let len = usize::from(half(entry, 0x40).unwrap_or_default()).clamp(2, 64) - 2;
                let units: Vec<u16> = entry[..len].chunks_exact(2).map(|u| u16::from_le_bytes([u[0], u[1]])).collect();
                file.entries.push((String::from_utf16_lossy(&units), word(entry, 0x74).unwrap_or(FREE)));
            }
            next = file.table.get(next as usize).copied().unwrap_or(FREE);
        }
        Ok(file)
    }

    pub(crate) fn has(&self, stream: &str) -> bool {
        self.entries.iter().any(|(name, _)| name == stream)
    }

    /// A password guards the words.
    pub(crate) fn is_locked(&self) -> bool {
        // a newer file inside, encrypted whole
        if self.has("EncryptedPackage") {
            return true;
        }
        let head = self.entries.iter().find(|(name, _)| name == "WordDocument").and_then(|(_, at)| self.at(*at));
        head.is_some_and(|head| head.starts_with(&[0xEC, 0xA5]) && head.get(0x0B).is_some_and(|flags| flags & 1 != 0))
    }

    fn at(&self, sector: u32) -> Option<&'a [u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        rest.get(..self.sector).or_else(|| (!rest.is_empty()).then_some(rest))
    }
}

fn cut() -> Error {
    Error::Damaged("its tables point beyond its end".into())
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(number(bytes.get(at..at + 4)?))
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |n, &b| n << 8 | u32::from(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of one table sector, one folder sector, and a stream.
    fn file(stream: &str, flags: u8) -> Vec<u8> {
        let mut bytes = vec![0; 4 * 512];
        bytes[..8].copy_from_slice(&SIGNATURE);
        bytes[0x1E] = 9;
        bytes[0x30] = 1;
        bytes[0x4C..0x200].fill(0xFF);
        bytes[0x4C..0x50].fill(0);
        bytes[512..1024].fill(0xFF);
        for sector in 0..3 {
            bytes[512 + 4 * sector] = 0xFE;
        }
        for (i, unit) in stream.encode_utf16().enumerate() {
            bytes[1024 + 2 * i..1026 + 2 * i].copy_from_slice(&unit.to_le_bytes());
        }
        bytes[1024 + 0x40] = u8::try_from(2 * stream.len() + 2).expect("a short name");
        bytes[1024 + 0x74] = 2;
        bytes[1536..1538].copy_from_slice(&[0xEC, 0xA5]);
        bytes[1536 + 0x0B] = flags;
        bytes
    }

    #[test]
    fn streams_passwords_and_cuts_are_told() {
        let locked = |bytes: &[u8]| Compound::open(bytes).map(|file| file.is_locked()).expect("a compound file");
        assert!(!locked(&file("WordDocument", 0)));
        assert!(locked(&file("WordDocument", 1)));
        assert!(locked(&file("EncryptedPackage", 0)));
        assert!(!locked(&file("Workbook", 1)));
        let whole = file("WordDocument", 0);
        assert!(Compound::open(&whole).expect("a compound file").has("WordDocument"));
        for len in [0, 8, 600, 1000, 1500] {
            assert_eq!(Compound::open(&whole[..len]).err().map(|e| e.code()), Some("damaged"), "{len}");
        }
    }
}
