//! Leaves below a heading of agencies (`1. Sở Nội vụ`): one record for each agency and leaf.

use std::ops::Range;

use super::{
    Duty, Leaf, answers,
    cues::{self, Cue},
    groups, partners, passed, reader, shapes, split, subjects,
};
use crate::{
    agency::Reader,
    lexicon::agency_words::Kinds,
    model::Role,
    text::{
        fold,
        words::{Words, words},
    },
};

/// The id of the rule.
pub(super) const ID: &str = "assignments.headed";

/// Does the leaf stand below a heading of agencies?
pub(super) fn takes(leaf: &Leaf) -> bool {
    leaf.context.holders.is_some() && leaf.context.leaf
}

/// One record for each agency of the heading, or of the leaf's own subject, then those that the duty passes on to.
pub(super) fn read(leaf: &Leaf) -> Vec<Duty> {
    let Some(holders) = &leaf.context.holders else {
        return Vec::new();
    };
    let (Some(first), Some(last)) = (leaf.passages.first(), leaf.passages.last()) else {
        return Vec::new();
    };
    let words = leaf.view.text.trim(first.start..last.end);
    if is_entry(leaf, &words) {
        return Vec::new();
    }
    let mut names = holders.names.clone();
    let mut cue = Cue { role: Role::Responsible, explicit: false };
    let mut allies: Vec<String> = Vec::new();
    let mut others: Vec<Duty> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    // `Riêng Sở Xây dựng …` after what all of the heading do: a second duty of one of them
    let mut apart: Vec<Duty> = Vec::new();
    let mut replaced = false;
    for (index, passage) in leaf.passages.iter().enumerate() {
        let reader = reader(leaf.view, passage);
        let mut ends = Vec::new();
        let mut set_apart: Vec<usize> = Vec::new();
        let sentences = split::sentences(&reader);
        let full_ends = split::full_ends(&reader, &sentences);
        for (place, (sentence, full)) in sentences.into_iter().zip(full_ends).enumerate() {
            let opening = index == 0 && place == 0;
            let mut from = sentence.start;
            let own = subjects::own(&reader, &sentence);
            let own = own.filter(|s| !(leads(&names, s) || opening && is_office(&reader, s, &holders.names)));
            let own = own.filter(|s| opening || !groups::each_of(names.iter().map(String::as_str), &s.list));
            let repeated = |sentence: &Range<usize>| leaf.context.asked && asks(&reader, sentence);
            // `Yêu cầu X báo cáo` below a heading: the heading's agency asks, X is told; below `Đề nghị …` another
            // request is the plan's own
            let (own, asked) = match own {
                Some(s)
                    if s.told
                        && !repeated(&sentence)
                        && !names.iter().all(|n| n.ends_with("liên quan"))
                        && !names.iter().any(|n| fold(n) == "các thành viên")
                        && !groups::tells_one_of(&names, &reader, &s.list)
                        && !s.list.agencies.iter().any(|a| names.iter().any(|n| same(n, &a.name))) =>
                {
                    (None, Some(s))
                }
                own => (own, None),
            };
            if let Some(subject) = &asked {
                from = subject.list.range.end;
                ends.push(subject.list.range.end);
                let base = passage.start;
                let task = leaf.view.text.trim(base + subject.list.range.start..base + full);
                let partners = partners::read(&reader, sentence.clone(), &ends);
                // `Giao X chủ trì` as a sentence of its own; who is told inside a duty is responsible
                let alone = reader.capital(subjects::start(&reader, &sentence)) && subject.cue.role == Role::Lead;
                let role = if alone { Role::Lead } else { Role::Responsible };
                for agency in subject.list.names() {
                    told.push(agency.clone());
                    let (task, words, partners) = (task.clone(), task.clone(), partners.clone());
                    others.push(Duty { agency, role, partners, task, words });
                }
            } else if let Some(subject) = own {
                from = subject.list.range.end;
                ends.extend(subject.list.agencies.iter().map(|a| a.range.end));
                ends.push(subject.list.range.end);
                if !opening && reader.word(subjects::start(&reader, &sentence), "riêng").is_some() {
                    set_apart.extend(subject.list.agencies.iter().map(|a| a.range.end));
                }
                if opening {
                    replaced = true;
                    names = one_by_one(leaf, &holders.names, subject.list.names());
                    cue = subject.cue;
                } else {
                    // `Các sở tuyên truyền. Công an tỉnh phối hợp với X`: a subject of its own has the partners that
                    // its own sentences name
                    if replaced && !subject.list.agencies.iter().any(|a| names.contains(&a.name)) {
                        set_apart.push(subject.list.range.end);
                        set_apart.extend(subject.list.agencies.iter().map(|a| a.range.end));
                    }
                    let base = passage.start;
                    let task = base + sentence.start..base + sentence.end;
                    for agency in subject.list.agencies {
                        let partners = partners::read(&reader, sentence.clone(), &ends);
                        let words = leaf.view.text.trim(task.clone());
                        let role = subject.cue.role;
                        let own = names.contains(&agency.name);
                        let duty = Duty { agency: agency.name, role, partners, task: words.clone(), words };
                        if own && reader.word(subjects::start(&reader, &sentence), "riêng").is_some() {
                            apart.push(duty);
                            continue;
                        }
                        // `Sở A, Sở B`: `… Sở B chủ trì nhiệm vụ 1.3`: another part than the heading's
                        if own && (subject.cue.role == cue.role || !subject.cue.explicit) {
                            continue;
                        }
                        others.push(duty);
                    }
                }
            } else if opening {
                // the duty's own first words
                cue = cues::first_cue(&reader, subjects::start(&reader, &sentence));
            }
            // `Sở Y tế chủ trì …, Sở Xây dựng phối hợp`
            for agency in shapes::allies(&reader, &sentence, from).into_iter().flat_map(|l| l.agencies) {
                let words = leaf.view.text.trim(passage.start + sentence.start..passage.start + full);
                let (task, partners) = (words.clone(), Vec::new());
                others.push(Duty { agency: agency.name, role: Role::Coordinate, partners, task, words });
            }
            for next in passed::passed_on(&reader, &sentence, from) {
                let base = passage.start;
                let task = leaf.view.text.trim(base + next.list.range.start..base + full);
                ends.push(next.list.range.end);
                let partners = partners::read(&reader, sentence.clone(), &ends);
                for agency in next.list.agencies {
                    told.push(agency.name.clone());
                    let duty = Duty {
                        agency: agency.name,
                        role: Role::Responsible,
                        partners: partners.clone(),
                        task: task.clone(),
                        words: task.clone(),
                    };
                    others.push(duty);
                }
            }
        }
        // `Riêng Hội Nông dân phối hợp với X`: X is no partner of the others
        ends.retain(|end| !set_apart.contains(end));
        for partner in partners::read(&reader, 0..reader.folded.len(), &ends) {
            if !allies.contains(&partner) {
                allies.push(partner);
            }
        }
    }
    // `phối hợp với Chủ tịch UBND xã; thủ trưởng các ngành`: a partner after a mark is no subject
    others.retain(|d| !allies.contains(&d.agency) || d.role == Role::Responsible && told.contains(&d.agency));
    // a lead-in heading's cue holds for items without one of their own
    if let Some(above) = holders.cue
        && cue.role == Role::Responsible
        && names == holders.names
    {
        cue = above;
        allies.extend(holders.partners.iter().filter(|p| !allies.contains(p)).cloned().collect::<Vec<_>>());
    }
    let mut duties: Vec<Duty> = Vec::new();
    let heads = names.into_iter().map(|agency| Duty {
        agency,
        role: cue.role,
        partners: allies.clone(),
        task: words.clone(),
        words: words.clone(),
    });
    for duty in heads.chain(others) {
        if !duties.iter().any(|d| d.agency == duty.agency && d.role == duty.role) {
            duties.push(duty);
        }
    }
    duties.extend(apart);
    duties
}

/// `Hiệu trưởng: Trưởng ban, chịu trách nhiệm chung`: a bare post before a comma is what the heading's body is.
fn is_office(reader: &Reader, subject: &subjects::Subject, holder: &[String]) -> bool {
    let [office] = subject.list.agencies.as_slice() else { return false };
    let bare = reader.kind(office.range.start, Kinds::POST).is_some_and(|post| post.range == office.range);
    // `Giám đốc: Chủ tịch Hội đồng quản lý chất lượng, chỉ đạo chung`
    let rest = reader.rest(office.range.end);
    let comma = rest.find([',', ';', '.', ':']).filter(|&mark| mark < OFFICE && rest[mark..].starts_with(','));
    let whole = comma.map(|mark| office.range.end + mark + 1);
    let acts =
        whole.is_some_and(|at| reader.any(at, &["chỉ đạo", "phụ trách", "chịu trách nhiệm", "điều hành"]).is_some());
    let seats = words!["chủ tịch hội đồng", "trưởng ban", "phó trưởng ban", "tổ trưởng", "trưởng tiểu ban"];
    if acts && reader.any(office.range.start, seats).is_some() && is_post(holder) {
        return true;
    }
    bare && reader.rest(reader.blanks(office.range.end)).starts_with(',')
}

/// `Đề nghị Mặt trận và các đoàn thể: Hội Nông dân, Hội Phụ nữ vận động …`: behind its own heading a leaf tells the last
/// collective of it one by one, beside the others.
fn one_by_one(leaf: &Leaf, heading: &[String], own: Vec<String>) -> Vec<String> {
    match heading {
        [others @ .., last]
            if leaf.context.heading_spent
                && !others.is_empty()
                && own.len() > 1
                && last.starts_with("Các ")
                && !others.iter().any(|o| own.contains(o)) =>
        {
            [others, own.as_slice()].concat()
        }
        _ => own,
    }
}

/// How far what a post-holder is in a board reaches before the duty, in bytes.
const OFFICE: usize = 80;

/// Is the heading one post?
fn is_post(holder: &[String]) -> bool {
    let [name] = holder else { return false };
    Reader::new(name, &fold(name)).kind(0, Kinds::POST).is_some()
}

/// Does the sentence open with a request?
fn asks(reader: &Reader, sentence: &Range<usize>) -> bool {
    reader.any(subjects::start(reader, sentence), &["đề nghị", "kính đề nghị"]).is_some()
}

/// Is it one body, also where the heading gives the Front its short name?
fn same(holder: &str, told: &str) -> bool {
    let front = |name: &str| name.to_lowercase().contains("mặt trận tổ quốc");
    holder == told || front(holder) && front(told)
}

/// `Lãnh đạo UBND tỉnh xây dựng …` below a Party body: what it does, not who acts.
fn leads(holders: &[String], subject: &subjects::Subject) -> bool {
    holders.iter().any(|h| answers::is_party(h))
        && subject.list.agencies.first().is_some_and(|a| a.name.starts_with("Lãnh đạo "))
}

/// How long an entry of a list of members is at most, in bytes.
const LONGEST_ENTRY: usize = 80;

/// Is the leaf an entry of a list (`Ông Nguyễn Văn A`, `Thành viên`) rather than a duty?
fn is_entry(leaf: &Leaf, words: &Range<usize>) -> bool {
    let reader = reader(leaf.view, words);
    if consists(&reader) || !leaf.context.organisation && measures(&reader) {
        return true;
    }
    if words.len() >= LONGEST_ENTRY {
        return false;
    }
    if reader.lexemes_from(0).iter().any(|l| l.is(Kinds::DUTY)) {
        return false;
    }
    // `Trông coi kho`: an unknown verb before a small word
    !shapes::unknown_verb(&reader, 0) && !deed(&reader)
}

/// Deeds that open with the letters of a body, or that are the words of a name elsewhere.
const DEEDS: &Words = &Words::of(&[
    "phòng chống",
    "phòng, chống",
    "phòng ngừa",
    "phòng trừ",
    "phòng cháy",
    "phổ biến",
    "giáo dục pháp luật",
    "hội thảo",
    "hội nghị",
    "hội nhập",
    "hội chẩn",
    "trung tâm hóa",
    "cục bộ hóa",
    "đài thọ",
    "viện trợ",
    "bảo vệ môi trường",
    "bảo vệ rừng",
    "bảo vệ và phát triển",
    "bảo vệ trẻ em",
    "bảo vệ chăm sóc",
    "bảo vệ, chăm sóc",
    "bảo vệ người tiêu dùng",
    "bảo vệ quyền lợi",
]);

/// `Phòng chống dịch bệnh.`, `Bảo vệ môi trường.`: what is done, though its words name bodies elsewhere.
fn deed(reader: &Reader) -> bool {
    reader.any(0, DEEDS).is_some()
}

/// `tỷ lệ hộ nghèo giảm 3 - 4%/năm`: what is to be reached there, not what those of the heading do.
fn measures(reader: &Reader) -> bool {
    let words = reader.folded.trim_start();
    let figures = words.contains(|c: char| c.is_ascii_digit());
    // `Phấn đấu 90% hộ gia đình …`, `Có ít nhất 80% đoàn viên …`
    let strives = words.strip_prefix("phấn đấu ").map(str::trim_start);
    let words =
        ["có ", "đạt "].iter().find_map(|has| strives.unwrap_or(words).strip_prefix(has)).or(strives).unwrap_or(words);
    // `100% có trình độ đại học`, `9 - 15 đồng chí`
    let bounds = ["trên ", "dưới ", "ít nhất ", "tối thiểu ", "tối đa ", "khoảng "];
    let share = bounds.iter().find_map(|bound| words.strip_prefix(bound)).unwrap_or(words);
    share.starts_with(|c: char| c.is_ascii_digit()) && (strives.is_some() || !share.contains("tổ chức"))
        || only_time(reader)
        || words!["tỷ lệ ", "tỉ lệ ", "mức ", "số "].iter().any(|w| words.starts_with(w)) && figures
}

/// `Bắt đầu từ tháng 3/2025`: when it is done, not what.
fn only_time(reader: &Reader) -> bool {
    let times =
        words!["bắt đầu từ", "từ tháng", "từ ngày", "trong tháng", "hoàn thành trước", "xong trước", "trước ngày"];
    let of_time = ["bắt", "bắt đầu", "hoàn thành", "kết thúc", "xong trước"];
    let acts = Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::VERB;
    let known = reader.lexemes_from(0);
    reader.folded.len() < LONGEST_ENTRY
        && reader.any(0, times).is_some()
        && known.iter().all(|l| !l.is(acts) || of_time.contains(&&reader.folded[l.range.clone()]))
}

/// `Ban Chỉ đạo gồm 21 thành viên, do Hiệu trưởng làm Trưởng ban`: whom a body consists of, not what it does.
fn consists(reader: &Reader) -> bool {
    let Some(of) = reader.folded.find(" gồm ").filter(|&at| at < LONGEST_ENTRY) else { return false };
    let body = &reader.folded[..of];
    let members = words!["thành viên", "ủy viên", "trưởng ban", "tổ trưởng"].within(&reader.folded[of..]);
    let acts = reader.lexemes_from(0).iter().take_while(|l| l.range.start < of);
    members
        && reader.begins(reader.blanks(0))
        && !body.contains([',', ';', ':', '.'])
        && acts.into_iter().all(|l| !l.is(Kinds::DUTY) || reader.capital(l.range.start))
}
