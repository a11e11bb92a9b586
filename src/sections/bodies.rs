//! Labels of bodies before a colon: which of them are headings, which are lists.

use std::ops::Range;

use super::{duty::starts_with_duty, headings::words_in};
use crate::{
    lexicon::{
        agencies,
        agency_words::{Kinds, MEANINGS, Meaning},
        head_words::head_words,
        provinces,
    },
    text::{
        fold,
        letters::is_alphanumeric,
        words::{List, Words},
    },
};

/// Does a body or staff open the label: `UBND các xã`, `Giáo viên các lớp`?
pub(super) fn acts_itself(label: &str) -> bool {
    let first = MEANINGS.at_start(label).is_some_and(|(_, m)| m.kinds.any(Kinds::HEAD | Kinds::NOUN | Kinds::POST));
    first || ["giáo viên", "hội "].iter().any(|who| label.starts_with(who))
}

/// `Sở Tài chính tham mưu bố trí kinh phí.`: a body by its name, or several, and what they do: a sentence, no title.
pub(super) fn body_acts(words: &str, folded: &str) -> bool {
    let large = |at: usize| words[at..].trim_start().starts_with(char::is_uppercase);
    let named = folded.starts_with("các ")
        || MEANINGS.at_start(folded).is_some_and(|(end, m)| m.kinds.any(Kinds::HEAD | Kinds::POST) || large(end));
    if !words.ends_with('.') || !named || !begins_body(folded) {
        return false;
    }
    // `Các đơn vị phối hợp.` are told by what they do, `Các đơn vị phối hợp thực hiện.` are to do it
    let acts = |at: &Range<usize>, m: &Meaning| {
        at.start > 0
            && at.end + 1 < folded.len()
            && m.kinds.any(Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::VERB)
            && !m.kinds.any(Kinds::FIELD | Kinds::NAME | Kinds::ACTS | Kinds::BODY)
            && !large(at.start)
            && !folded[..at.start].ends_with("các ")
    };
    folded.contains(" không được ") || MEANINGS.find_iter(folded).any(|(at, m)| acts(&at, m))
}

/// Bodies and nothing that they do: `Đề nghị Hội Nông dân tỉnh và Tỉnh đoàn`, `Hiệu trưởng các trường`.
pub(super) fn only_bodies(label: &str) -> bool {
    const BEFORE: [&str; 6] = ["đề nghị ", "giao ", "đối với ", "riêng đối với ", "về phía ", "riêng "];
    let named = BEFORE.iter().find_map(|asked| label.strip_prefix(asked)).unwrap_or(label).trim();
    let acts = |m: &Meaning| {
        m.kinds.any(Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::VERB)
            && !m.kinds.any(Kinds::FIELD | Kinds::NAME | Kinds::ACTS)
    };
    begins_body(named)
        && !MEANINGS.find_iter(named).any(|(at, m)| at.start > 0 && acts(m) && !named[..at.start].ends_with("các "))
}

/// Does the name of a body begin here, or who they are: `các cơ quan báo chí`?
pub(super) fn begins_body(folded: &str) -> bool {
    let one = folded.strip_prefix("các ").unwrap_or(folded);
    let kinds = Kinds::HEAD | Kinds::NOUN | Kinds::POST | Kinds::OPEN | Kinds::GROUP;
    MEANINGS.at_start(one).is_some_and(|(_, m)| m.kinds.any(kinds))
        || head_words().begins_name(one)
        || ["giáo viên ", "trưởng các "].iter().any(|who| one.starts_with(who))
}

/// Do names go on behind a colon, or does what they do begin there?
fn names_go_on(rest: &str) -> bool {
    let kinds = Kinds::HEAD | Kinds::NOUN | Kinds::POST | Kinds::TERRITORY | Kinds::PLURAL | Kinds::FIELD;
    MEANINGS.at_start(rest).is_some_and(|(_, m)| m.kinds.any(kinds) && !m.kinds.any(Kinds::VERB))
}

/// `Ngân hàng …, Quỹ …: cho vay`: what bodies do, in small letters behind their names.
pub(super) fn bodies_and_duty(label: &str, rest: &str) -> bool {
    // `thủ trưởng cơ quan được phân công phụ trách xã: mỗi tháng …`: which of them
    let which = [" được phân công phụ trách ", " được giao phụ trách ", " phụ trách "]
        .iter()
        .filter_map(|which| label.find(which))
        .min();
    let label = which.map_or(label, |end| &label[..end]);
    let label = ["các đồng chí ", "đồng chí "].iter().find_map(|one| label.strip_prefix(one)).unwrap_or(label);
    only_bodies(label) && (!names_go_on(rest) || ["mỗi ", "từng "].iter().any(|each| often(rest, each)))
}

/// `mỗi tháng ít nhất 01 lần …`: how often.
fn often(rest: &str, each: &str) -> bool {
    const TIMES: [&str; 6] = ["ngày", "tuần", "tháng", "quý", "năm", "kỳ"];
    rest.strip_prefix(each).is_some_and(|time| TIMES.iter().any(|t| time.starts_with(t)))
}

/// Does what bodies do open the words behind their colon, or by when, how often, on what ground: `Định kỳ 6 tháng báo
/// cáo …`, `Trước ngày 15/11 gửi …`? Names of fields and of places do not: `Xây dựng, Tài chính`, `Giao Thủy, Năm Căn`.
fn opens_duty(rest: &str) -> bool {
    const GROUNDS: &Words = &Words::of(&[
        "trước",
        "sau",
        "ngay sau",
        "trong",
        "vào",
        "đến",
        "khi",
        "nếu",
        "theo",
        "trên cơ sở",
        "tùy",
        "từ ngày",
        "từ tháng",
        "từ năm",
        "từ quý",
        "từ nay",
        "cuối năm",
        "cuối quý",
        "cuối tháng",
        "đầu năm",
        "mỗi năm",
        "mỗi quý",
        "mỗi tháng",
    ]);
    const TIMES: [&str; 4] = ["năm ", "quý ", "tháng ", "ngày "];
    let mut end = rest.len().min(OPENING);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let rest = &rest[..end];
    let folded = fold(rest);
    let timed = TIMES.iter().find_map(|time| folded.strip_prefix(time));
    if timed.is_some_and(|time| time.starts_with(|c: char| c.is_ascii_digit()) || starts_with_quarter(time)) {
        return true;
    }
    if GROUNDS.fronts(&folded).any(|(_, ground)| !folded[ground.len()..].starts_with(is_alphanumeric)) {
        return true;
    }
    let Some((end, m)) = MEANINGS.at_start(&folded) else { return starts_with_duty(&folded) };
    let next = folded[end..].trim_start();
    if !m.kinds.any(Kinds::DUTY) || rest[rest.len() - next.len()..].starts_with(char::is_uppercase) {
        return false;
    }
    let closed = next.is_empty()
        || next.starts_with([',', ';', '-', '–', ':', '/', '&'])
        || next.starts_with("và ")
        || MEANINGS.at_start(next).is_some_and(|(_, m)| m.kinds.any(Kinds::DUTY));
    !(closed && m.kinds.any(Kinds::FIELD))
}

/// How many bytes tell what opens.
const OPENING: usize = 80;

/// `i/2026`, `iv năm 2026`: a quarter in roman numerals.
fn starts_with_quarter(time: &str) -> bool {
    let number = time.split(|c: char| !is_alphanumeric(c)).next().unwrap_or_default();
    matches!(number, "i" | "ii" | "iii" | "iv")
}

/// A name has fewer words, hardly ever a subject with what it is to do.
const FEWEST_OF_A_DUTY: usize = 9;

/// A task has more words than the field that a body is named after.
const FEWEST_OF_A_TASK: usize = 4;

/// `Sở Y tế; Đài Phát thanh và Truyền hình tỉnh; Báo Bình Phú`: several bodies, whatever their names hold.
pub(super) fn names_bodies(label: &str) -> bool {
    let body = |name: &str| agencies::lookup(name).is_some() || agencies::classify(name).is_some();
    label.contains(';') && label.split(';').all(|name| body(name.trim()))
}

/// `Đề nghị Ủy ban Mặt trận Tổ quốc huyện, các đoàn thể: Huyện đoàn tổ chức …; Hội Nông dân …`: what each is to do.
pub(super) fn bodies_act(label: &str, rest: &str) -> bool {
    const BODIES: [&str; 6] = ["các đoàn thể", "các tổ chức", "các cơ quan", "các đơn vị", "các ban, ngành", "các hội"];
    // `UBND các xã, phường: Xây dựng kế hoạch`
    const PLACES: [&str; 12] =
        ["xã", "phường", "thị trấn", "quận", "huyện", "thị xã", "thành phố", "tỉnh", "lớp", "thôn", "trường", "khoa"];
    // `các đơn vị như sau: …` goes through them
    const JOINTS: [&str; 8] = ["sau", "gồm", "như", "là", "với", "của", "đó", "thể"];
    let joint = label.rsplit(' ').next().is_some_and(|last| JOINTS.contains(&last));
    // `Các sở, ngành: Định kỳ 6 tháng báo cáo …`
    if !joint && only_bodies(label) && opens_duty(rest) {
        return true;
    }
    let of_places = PLACES.iter().any(|place| label.ends_with(place));
    let duty = || starts_with_duty(&fold(rest));
    if of_places && acts_itself(label) && duty() {
        return true;
    }
    // `Các sở: Xây dựng, Tài chính` has names behind its colon
    if words_in(rest.split([',', ';', '.']).next().unwrap_or_default()) >= FEWEST_OF_A_TASK
        && only_bodies(label)
        && duty()
    {
        return true;
    }
    let first = rest.split([',', ';']).next().unwrap_or_default();
    BODIES.iter().any(|bodies| label.ends_with(bodies))
        && first.starts_with(char::is_uppercase)
        && words_in(first) >= FEWEST_OF_A_DUTY
}

/// `Các Vụ: Kế hoạch, Tài chính phối hợp …`: names that share their kind, no heading over what its bodies do.
pub(super) fn shares_kind(label: &str, rest: &str) -> bool {
    const KINDS: [&str; 18] = [
        "vụ",
        "cục",
        "phòng",
        "ban",
        "hội",
        "đoàn thể",
        "trung tâm",
        "viện",
        "trường",
        "tổng cục",
        "chi cục",
        "huyện",
        "quận",
        "xã",
        "phường",
        "tỉnh",
        "khoa",
        "tổ",
    ];
    // `Các cơ quan: Văn phòng Bộ; Vụ Pháp chế chịu trách nhiệm …`
    let bodies = ["các cơ quan", "các đơn vị", "các cơ quan, đơn vị"].contains(&label.trim());
    if bodies && rest.contains([',', ';']) {
        let first = rest.split([',', ';', '.']).next().unwrap_or_default();
        return words_in(first) <= LONGEST_SHARED && !holds_duty(first) && begins_body(&fold(first));
    }
    let kind = label.trim_start_matches("giao ").strip_prefix("các ").is_some_and(|kind| KINDS.contains(&kind.trim()));
    let mut names = rest.split(',').map(str::trim);
    let short = names.next().is_some_and(|name| name.starts_with(char::is_uppercase) && name.split(' ').count() <= 9);
    kind && short && names.next().is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// `Các Sở: Tài chính, Y tế: Hằng năm báo cáo …`, `Các Vụ: Pháp chế, Kế hoạch; Thanh tra Bộ: …`, `Các Sở: Nội vụ, Y tế và
/// các sở, ngành còn lại: …`: names that share their kind stand before the colon of the duty, others beside them.
pub(super) fn names_up_to_colon(label: &str, rest: &str) -> bool {
    let Some((names, duty)) = rest.split_once(':') else { return false };
    let beside = Kinds::HEAD | Kinds::NOUN | Kinds::POST | Kinds::OPEN | Kinds::GROUP | Kinds::TERRITORY;
    let name = |name: &str| {
        let name = name.trim();
        let small = || {
            let folded = fold(name);
            let other = begins_body(&folded) || MEANINGS.at_start(&folded).is_some_and(|(_, m)| m.kinds.any(beside));
            other && !starts_with_duty(&folded)
        };
        let longest = if name.contains(" và ") || names.contains(';') { LONGEST_JOINED } else { LONGEST_SHARED };
        words_in(name) <= longest && !holds_duty(name) && (name.starts_with(char::is_uppercase) || small())
    };
    only_bodies(label)
        && label.split(' ').count() <= 6
        && names.len() < LONGEST_NAMES
        && names.starts_with(char::is_uppercase)
        && names.contains([',', ';'])
        && !names.contains(['.', '('])
        && !begins_task(names)
        && names.split([',', ';']).all(name)
        && opens_duty(duty.trim_start())
}

/// `Tổ chức ký cam kết, các trường: …`: what is to be done, no name.
fn begins_task(names: &str) -> bool {
    let first = names.split([',', ';']).next().unwrap_or_default();
    words_in(first) >= FEWEST_OF_A_TASK && opens_duty(first)
}

/// `Tài chính tham mưu UBND tỉnh bố trí`: does a verb of duty stand among the words, which no name holds?
fn holds_duty(name: &str) -> bool {
    let acts = Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::VERB;
    let named = Kinds::FIELD | Kinds::NAME | Kinds::ACTS | Kinds::BODY | Kinds::QUALIFIER;
    let small = |at: usize| name.get(at..).is_some_and(|n| !n.starts_with(char::is_uppercase));
    MEANINGS
        .find_iter(&fold(name))
        .any(|(at, m)| at.start > 0 && m.kinds.any(acts) && !m.kinds.any(named) && small(at.start))
}

/// Words of a name at most.
const LONGEST_SHARED: usize = 9;

/// And with another that `và` joins to it: `Chính sách - Pháp luật và Ủy ban Kiểm tra`.
const LONGEST_JOINED: usize = 14;

/// Bytes that such names take at most.
const LONGEST_NAMES: usize = 800;

/// `UBND các tỉnh, thành phố: Hà Nội, Hải Phòng …`: which places are meant.
pub(super) fn names_provinces(label: &str, rest: &str) -> bool {
    let kinds = ["các tỉnh", "các thành phố", "các tỉnh, thành phố", "các tỉnh, thành"];
    kinds.iter().any(|kind| label.ends_with(kind))
        && rest.split([',', ';', '.']).next().is_some_and(|first| provinces::lookup(first.trim()).is_some())
}

/// More letters than the first name behind a colon needs to be known.
const LONGEST_NAME: usize = 60;

/// `Bộ Nội vụ chủ trì, phối hợp với các bộ, cơ quan: Tài chính, Tư pháp …`: whom they work with is named, nothing is titled.
pub(super) fn works_with(label: &str, rest: &str) -> bool {
    const WITH: [&str; 4] = ["phối hợp với ", "phối hợp cùng với ", "phối hợp cùng ", "phối hợp chặt chẽ với "];
    let Some(with) = label.rfind("phối hợp ").map(|at| &label[at..]) else { return false };
    let Some(bodies) = WITH.iter().find_map(|joint| with.strip_prefix(joint)) else { return false };
    let kinds = Kinds::HEAD | Kinds::NOUN | Kinds::POST | Kinds::PLURAL | Kinds::FIELD;
    let rest = fold(rest.char_indices().nth(LONGEST_NAME).map_or(rest, |(end, _)| &rest[..end]));
    only_bodies(bodies)
        && MEANINGS.at_start(&rest).is_some_and(|(end, m)| {
            // `Xây dựng, Tài chính` are fields, `Xây dựng kế hoạch` is a duty
            let field = m.kinds.any(Kinds::FIELD) && (rest[end..].starts_with(',') || rest[end..].starts_with(" và "));
            m.kinds.any(kinds) && (field || !m.kinds.any(Kinds::VERB))
        })
}

/// `Các ông (bà): Chánh Văn phòng; …`: those who follow are named, nothing is titled.
pub(super) fn addresses(label: &str) -> bool {
    let bare: String = label.replace('/', " ").chars().filter(|c| !"(),".contains(*c)).collect();
    let bare = bare.strip_prefix("các ").unwrap_or(&bare);
    matches!(bare.trim(), "ông" | "bà" | "ông bà" | "ông và bà" | "đồng chí")
}

/// `Cục Công nghệ thông tin (cơ quan thường trực Ban Chỉ đạo): …`: a body and what it is.
pub(super) fn names_body_and_office(label: &str) -> bool {
    let label = ["Giao ", "Đề nghị ", "Yêu cầu "].iter().find_map(|told| label.strip_prefix(told)).unwrap_or(label);
    let name = label.strip_suffix(')').and_then(|words| words.split_once(" (")).map(|(name, _)| name.trim());
    let body = |name: &str| agencies::lookup(name.trim()).is_some() || agencies::classify(name.trim()).is_some();
    // `Công chức Văn hóa - Xã hội (phụ trách thông tin)`
    let holder = |name: &str| begins_body(&fold(name)) && label.contains(" (phụ trách ");
    name.is_some_and(|name| body(name) || holder(name) || name.split(", ").all(body))
}

/// `Văn phòng Bộ, Cục Công nghệ thông tin, Báo Giáo dục`: several names, the first of them one of a body.
pub(super) fn names_several(label: &str) -> bool {
    let names: Vec<&str> = label.split(", ").collect();
    let folded = fold(label);
    let acts = |m: &Meaning| m.kinds.any(Kinds::LEAD | Kinds::COORDINATE);
    names.len() > 1
        && names.iter().all(|name| name.starts_with(char::is_uppercase))
        && begins_body(&folded)
        && !MEANINGS.find_iter(&folded).any(|(_, m)| acts(m))
}

/// Agencies and nothing that they do: a heading even with a full stop.
pub(super) fn lists_agencies(folded: &str) -> bool {
    const HEADS: [&str; 10] = [
        "các sở",
        "các bộ",
        "các ban",
        "các tổ chức",
        "các cơ quan",
        "các hội",
        "các doanh nghiệp",
        "các đoàn thể",
        "sở ",
        "ủy ban",
    ];
    const DOES: &Words = &Words::of(&[
        " thực hiện",
        " phối hợp",
        " chủ trì",
        " trách nhiệm",
        " căn cứ",
        " xây dựng",
        " tham mưu",
        " báo cáo",
        " triển khai",
        " chỉ đạo",
        " hướng dẫn",
        " có ",
        " chủ động",
        " bố trí",
        " tổ chức triển",
        " theo ",
    ]);
    HEADS.iter().any(|h| folded.starts_with(h)) && !DOES.within(folded) && folded.split(' ').count() <= 40
}
