//! What references leave out: `(trừ nhiệm vụ 1.3)`, `, không bao gồm điểm c`.

use super::{labels, number_list};
use crate::value::Cursor;

/// Words before what is left out, and before its numbers.
const EXCEPT: [&str; 6] = ["ngoại trừ", "không bao gồm", "không gồm", "không kể", "không tính", "trừ"];
const COUNTED: [&str; 13] = [
    "các nhiệm vụ",
    "nhiệm vụ",
    "các nội dung",
    "nội dung",
    "các điểm",
    "điểm",
    "các khoản",
    "khoản",
    "các mục",
    "tiểu mục",
    "mục",
    "số",
    "tại",
];

/// Steps past the words that say that something is left out: `trừ`, `ngoại trừ nội dung tại điểm`.
pub(super) fn except(c: &mut Cursor) -> bool {
    let found = c.blanks().any(&EXCEPT).is_some();
    if found {
        counted(c);
    }
    found
}

/// Steps past the words before numbers: `các nhiệm vụ số`.
fn counted(c: &mut Cursor) {
    for _ in 0..4 {
        if c.blanks().any(&COUNTED).is_none() {
            break;
        }
    }
}

/// `(trừ nhiệm vụ 1.3)`, `, không bao gồm điểm 1.2`: what is left out of the places before.
pub(super) fn left_out(c: &mut Cursor) -> Vec<Vec<String>> {
    let mut p = *c;
    let open = p.blanks().literal("(");
    if !open {
        p.literal(",");
    }
    let mut paths = Vec::new();
    if except(&mut p) {
        loop {
            let (tasks, _) = number_list(&mut p);
            if tasks.is_empty() {
                break;
            }
            paths.extend(tasks.into_iter().map(|task| task.path));
            counted(&mut p);
        }
        if paths.is_empty() {
            paths = labels(&mut p).into_iter().map(|label| vec![label]).collect();
        }
    }
    if open && !p.blanks().literal(")") {
        paths.clear();
    }
    if !paths.is_empty() {
        *c = p;
    }
    paths
}

/// How far before a number the word that leaves it out stands, in bytes.
const LEFT_OUT: usize = 60;

/// Is what begins at `at` left out: `(trừ nhiệm vụ 3)`? `phòng trừ` is a duty.
pub(super) fn is_left_out(folded: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(LEFT_OUT);
    while !folded.is_char_boundary(from) {
        from += 1;
    }
    let before = &folded[from..at];
    let clause = before.rfind([';', ')', ':']).map_or(before, |mark| &before[mark + 1..]);
    let of_duty = ["phòng", "diệt", "khấu", "loại", "tiêu"];
    EXCEPT.iter().any(|word| {
        clause.rfind(word).is_some_and(|found| {
            let (ahead, behind) = (clause[..found].trim_end(), &clause[found + word.len()..]);
            behind.starts_with(' ') && !behind.contains(". ") && !of_duty.iter().any(|duty| ahead.ends_with(duty))
        })
    })
}
