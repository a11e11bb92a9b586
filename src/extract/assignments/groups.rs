//! A heading of a group, and sentences below it that single out its members.

use crate::{
    agency::{Listed, Reader},
    lexicon::agency_words::Kinds,
    text::fold,
};

/// `Giao Vụ Pháp chế thẩm định` below `Các đơn vị thuộc Bộ`, `Giao Phòng Kế toán …` below `Các phòng, ban`: who issues the
/// plan tells one of the group, which has no duty there. `Giao Phòng Y tế …` below `UBND các huyện` is what these do.
pub(super) fn tells_one_of(names: &[String], reader: &Reader, told: &Listed) -> bool {
    let named = |start: usize| reader.name_begins(start) && reader.kind(start, Kinds::POST).is_none();
    if !told.agencies.iter().all(|a| named(a.range.start)) {
        return false;
    }
    let Some(first) = told.agencies.first() else { return false };
    let start = first.range.start;
    let head = &reader.folded[start..reader.word_end(start)];
    // `Chi bộ`, `Văn phòng`
    let whole = reader.lexeme(start).map_or(head, |head| &reader.folded[head.range.clone()]);
    names.iter().any(|name| {
        let name = fold(name);
        let Some(kinds) = name.strip_prefix("các ") else { return false };
        ANY.iter().any(|any| of_issuer(kinds, any)) || of_issuer(kinds, head) || of_issuer(kinds, whole)
    })
}

/// Kinds of body that any body may be.
const ANY: [&str; 3] = ["đơn vị", "cơ quan", "tổ chức"];

/// Is `kind` one of those that `các` opens, and are they those of the issuer, `thuộc Bộ`, rather than of places or fields?
fn of_issuer(kinds: &str, kind: &str) -> bool {
    let belongs = [
        "thuộc",
        "trực thuộc",
        "liên quan",
        "có liên quan",
        "được giao",
        "được phân công",
        "chức năng",
        "chuyên môn",
        "nghiệp vụ",
        "tham mưu",
        "xây dựng đảng",
    ];
    kinds.split(", ").any(|one| {
        let rest = one.strip_prefix(kind).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || belongs.iter().any(|b| rest.starts_with(b)))
    })
}

/// `mỗi tổ chức đăng ký 01 mô hình` behind what the bodies named before do: each of them, no other body. Behind what
/// `Sở Y tế` does, `mỗi hội` is one of those that it has never named.
pub(super) fn each_of<'n>(mut names: impl Iterator<Item = &'n str>, list: &Listed) -> bool {
    const ANY_BODY: [&str; 12] = [
        "tổ chức",
        "đoàn thể",
        "hội",
        "đơn vị",
        "cơ quan",
        "ngành",
        "chi hội",
        "chi đoàn",
        "chi bộ",
        "cơ sở hội",
        "cơ sở đoàn",
        "địa phương",
    ];
    let [one] = list.agencies.as_slice() else { return false };
    // most are a body of their own
    let Some(kind) = ["Mỗi ", "Từng ", "mỗi ", "từng "].iter().find_map(|each| one.name.strip_prefix(each))
    else {
        return false;
    };
    let kind = fold(kind);
    let any = ANY_BODY.contains(&kind.as_str());
    let mut first = None;
    names.any(|name| {
        let other = *first.get_or_insert(name) != name;
        let folded = fold(name);
        let several = || folded.starts_with("các ") || folded.starts_with("những ") || folded.contains(" các ");
        any && (other || several()) || folded.split([' ', ',']).any(|word| word == kind)
    })
}
