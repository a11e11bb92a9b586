//! Letters that print as Vietnamese ones and are others: `Ð`, `ð` (eth) stand where files of Windows' old code page or a
//! recognizer mean `Đ`, `đ`; `Ƣ`, `ƣ` where old fonts print `Ư`, `ư`. No other language of these documents has them.

use super::Mapped;

const ALIKE: [(char, &str); 5] = [('Ð', "Đ"), ('ð', "đ"), ('Ɖ', "Đ"), ('Ƣ', "Ư"), ('ƣ', "ư")];

pub(super) fn apply(line: &mut Mapped) {
    if !line.as_str().contains(ALIKE.map(|(other, _)| other)) {
        return;
    }
    let text = line.as_str().to_owned();
    let edits: Vec<_> = text
        .char_indices()
        .filter_map(|(at, c)| {
            let (_, ours) = ALIKE.iter().find(|(other, _)| *other == c)?;
            Some((at..at + c.len_utf8(), *ours))
        })
        .collect();
    line.replace(&edits);
}
