//! Heading or text: what a node's first line is.

use std::ops::Range;

use super::{
    SectionKind,
    bodies::{
        addresses, begins_body, bodies_act, bodies_and_duty, body_acts, lists_agencies, names_bodies,
        names_body_and_office, names_provinces, names_several, names_up_to_colon, only_bodies, shares_kind, works_with,
    },
    duty::{acts_by_rhythm, counts_deeds, starts_with_duty},
    inner::labels_sentence,
};
use crate::text::{Text, letters, marks};

/// What is known of a node when its first line is judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) kind: SectionKind,
    /// Other nodes hang on it.
    pub(super) has_children: bool,
    /// Paragraphs follow its first line.
    pub(super) has_more: bool,
}

/// The heading and the words after it, both within `line`.
pub(super) fn split(text: &Text, line: &Range<usize>, around: Around) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let words = text.at(line);
    let folded = text.folded_at(line);
    if words.trim().is_empty() {
        return (None, None);
    }
    // the dots of a blank form
    if !words.chars().any(letters::is_alphanumeric) {
        return (None, Some(line.clone()));
    }
    let whole = || (Some(without_colon(text, line)), None);
    let none = || (None, Some(line.clone()));
    let run_in =
        |at: usize| (Some(text.trim(line.start..line.start + at)), Some(text.trim(line.start + at + 1..line.end)));
    let (follows, count) = (around.has_children || around.has_more, words_in(folded));
    // `Mục tiêu 4: Trong lĩnh vực y tế` over its items, `Các Sở: Nội vụ, Tài chính` over its duties: all of it is the title
    let titled = follows && !ends_sentence(words) && !words.ends_with(':');
    let colon =
        label_colon(words, folded).filter(|&at| !(titled || around.has_children && leads_on(words, folded, at)));
    // `Tỷ lệ …, cụ thể:` still names what its items break down
    let enumerates =
        words.ends_with(':') && !folded.ends_with("cụ thể:") && introduces_list(folded.trim_end_matches(':'));
    match around.kind {
        SectionKind::Part | SectionKind::Chapter | SectionKind::Annex => whole(),
        _ if colon.is_none() && folded.split_once(':').is_some_and(|(label, _)| labels_sentence(label)) => none(),
        SectionKind::Roman | SectionKind::Letter
            if words.starts_with(char::is_uppercase) && is_upper_label(text, line) =>
        {
            // `MỤC TIÊU CỤ THỂ: …`: in capitals it is a title, whatever its last words
            match colon.or_else(|| words.find(':')) {
                Some(at) if !after(words, at).is_empty() && at < 160 => run_in(at),
                _ => whole(),
            }
        }
        // `i) Bộ Y tế: …`: however long, what runs in behind a body's name
        SectionKind::Roman if !follows && count > 40 && !colon.is_some_and(|at| only_bodies(&folded[..at])) => none(),
        SectionKind::Roman | SectionKind::Arabic | SectionKind::Decimal | SectionKind::Article => match colon {
            Some(at)
                if !after(words, at).is_empty()
                    && runs_in(words, folded, at, 60)
                    && !(around.kind == SectionKind::Article && starts_with_duty(folded)) =>
            {
                run_in(at)
            }
            _ if around.has_children => whole(),
            _ if around.kind == SectionKind::Article && ends_sentence(words) => none(),
            _ if around.has_more && (!ends_sentence(words) || count <= 12 || lists_agencies(folded)) => whole(),
            _ if !follows && matches!(around.kind, SectionKind::Roman) && !ends_sentence(words) => whole(),
            _ if !follows && is_short_name(words, folded, count) => whole(),
            _ => none(),
        },
        SectionKind::Letter => match colon {
            Some(at)
                if !after(words, at).is_empty()
                    && runs_in(words, folded, at, 30)
                    && names(folded, at)
                    && !acts_by_rhythm(&folded[..at]) =>
            {
                run_in(at)
            }
            _ if follows
                && count <= 25
                && !ends_sentence_but_colon(words)
                && !(words.ends_with(':') && starts_with_duty(folded))
                && !enumerates =>
            {
                whole()
            }
            // however long: a line without an end over its items names them
            _ if around.has_children && count <= 60 && !ends_sentence(words) && !words.ends_with([':', ',']) => whole(),
            _ if around.has_children && count <= 50 && names_document(folded) && !words.ends_with(':') => whole(),
            Some(_) if words.ends_with(':') && count <= 12 && !starts_with_duty(folded) => whole(),
            _ => none(),
        },
        SectionKind::Dash | SectionKind::Plus | SectionKind::Bullet => match colon {
            Some(at)
                if !after(words, at).is_empty()
                    && (runs_in(words, folded, at, 12)
                        || runs_in(words, folded, at, 40) && names_bodies(&words[..at]))
                    && names(folded, at)
                    && !tells(&folded[..at]) =>
            {
                run_in(at)
            }
            _ if around.has_children && count <= 25 && words.ends_with(':') && !enumerates && !states(folded) => {
                whole()
            }
            _ if around.has_more && count <= 8 && !ends_sentence(words) && !words.ends_with(':') && !states(folded) => {
                whole()
            }
            // `Đối với nội dung …:` above its words
            _ if around.has_more && count <= 25 && words.ends_with(':') && folded.starts_with("đối với ") => {
                whole()
            }
            _ if around.has_children
                && count <= 15
                && !ends_sentence(words)
                && !starts_with_duty(folded)
                && !names_document(folded)
                && !enumerates =>
            {
                whole()
            }
            Some(at)
                if after(words, at).is_empty()
                    && count <= 8
                    && (!starts_with_duty(folded) || around.has_more && names(folded, at)) =>
            {
                whole()
            }
            _ => none(),
        },
        SectionKind::Preamble | SectionKind::Closing | SectionKind::Row => none(),
    }
}

/// A short line without a verb of duty and without an end of sentence: a heading when those beside it are.
pub(super) fn may_be_title(text: &Text, line: &Range<usize>) -> bool {
    let words = text.at(line);
    let folded = text.folded_at(line);
    let count = words_in(folded);
    count <= 16
        && !words.ends_with(';')
        && !starts_with_duty(folded)
        && !folded.contains('%')
        && (!words.ends_with('.') || count <= 12 && !folded.starts_with("tổ chức ") && !body_acts(words, folded))
}

/// How many words blanks part.
pub(super) fn words_in(words: &str) -> usize {
    1 + memchr::memchr_iter(b' ', words.as_bytes()).count()
}

fn is_upper_label(text: &Text, line: &Range<usize>) -> bool {
    // `I. MỤC TIÊU`: a heading in capitals, whatever follows its colon
    let words = text.at(line);
    let head = &words[..words.find(':').unwrap_or(words.len())];
    !head.chars().any(letters::is_lowercase) && head.chars().filter(|c| letters::is_alphabetic(*c)).count() > 3
}

fn without_colon(text: &Text, line: &Range<usize>) -> Range<usize> {
    let words = text.at(line);
    text.trim(line.start..line.start + words.trim_end().trim_end_matches(':').len())
}

pub(super) fn after(words: &str, colon: usize) -> &str {
    words[colon + 1..].trim()
}

/// The first colon that parts a label from what it names: outside brackets and quotes, not in a time or an address.
fn label_colon(words: &str, folded: &str) -> Option<usize> {
    // most lines have none
    memchr::memchr(b':', words.as_bytes())?;
    let (mut brackets, mut quotes) = (0_i32, 0_i32);
    // where the item of a list begins that a semicolon ends
    let mut item = 0;
    // the last is the first byte of a quotation mark
    let parts = |byte: u8| matches!(byte, b'(' | b'[' | b')' | b']' | b';' | b'.' | b':' | 0xe2);
    for (i, c) in marks(words, parts) {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            '“' => quotes += 1,
            '”' => quotes -= 1,
            // `Phòng Văn hóa; Trung tâm Truyền thông: …`: names, no clauses
            // `Số giường bệnh/vạn dân: 30; Số bác sĩ/vạn dân: 15` gives figures
            ';' if names_follow(&words[i + 1..])
                && !starts_with_duty(folded)
                && !words[..i].ends_with(|c: char| c.is_ascii_digit())
                && !words[item..i].contains('/')
                || begins_body(folded[i + 1..].trim_start()) && only_bodies(&folded[item..i]) =>
            {
                item = i + 1;
            }
            // `… quốc lộ 9. Hoàn thành: 2023`: far from the start a figure ends a sentence, too
            '.' | ';'
                if words[i + 1..].starts_with(' ')
                    && i > 3
                    && (!words[..i].ends_with(|c: char| c.is_ascii_digit())
                        || i > 40 && words[i + 1..].trim_start().starts_with(char::is_uppercase)) =>
            {
                return None;
            }
            ':' if brackets <= 0 && quotes <= 0 => {
                let digits = words[..i].ends_with(|c: char| c.is_ascii_digit())
                    && words[i + 1..].starts_with(|c: char| c.is_ascii_digit());
                if digits || words[i + 1..].starts_with("//") {
                    continue;
                }
                if names_up_to_colon(&folded[..i], after(words, i)) {
                    continue;
                }
                if labels_sentence(&folded[..i]) {
                    return None;
                }
                // `Tựu trường các cấp học: Ngày … . Riêng …`: sentences, no enumeration
                let sentences = after(words, i).starts_with(char::is_uppercase)
                    && after(words, i).contains(". ")
                    && folded[..i].split(' ').count() <= 6;
                let list = introduces_list(&folded[..i]) && !bodies_act(&folded[..i], after(words, i))
                    || shares_kind(&folded[..i], after(words, i))
                    || addresses(&folded[..i])
                    || names_provinces(&folded[..i], after(words, i))
                    || works_with(&folded[..i], after(words, i));
                return (sentences || !list).then_some(i);
            }
            _ => {}
        }
    }
    None
}

fn names_follow(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// A colon before an enumeration makes no heading: `như:`, `gồm:`, `cụ thể:`, `các nhiệm vụ:`, `trong các lĩnh vực:`.
fn introduces_list(label: &str) -> bool {
    const LAST: [&str; 22] = [
        "như",
        "gồm",
        "bao gồm",
        "gồm có",
        "là",
        "như sau",
        "sau",
        "sau đây",
        "trong đó",
        "các sở",
        "các sở, ngành",
        "các sở, ban, ngành",
        "các sở, ban ngành",
        "các bộ",
        "với",
        "của",
        "và",
        "về",
        "để",
        "với mục tiêu",
        "theo tiến độ",
        "theo lộ trình",
    ];
    let label = label.trim_end_matches([' ', ',']);
    let ends = |word: &str| label.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', ',']));
    if label.ends_with("cụ thể") || LAST.iter().any(|w| ends(w)) || tells_how_many(label) || names_motto(label) {
        return true;
    }
    // `… các lĩnh vực`, `… những nội dung sau`
    let words: Vec<&str> = label.rsplit(' ').take(4).collect();
    words.len() > 3 && words.iter().skip(1).take(2).any(|w| matches!(*w, "các" | "những"))
}

/// `Tính đến ngày 30/6/2022 toàn tỉnh có: 203 …`, `Trong 6 tháng đầu năm, toàn tỉnh đã xử lý: …`: a clause whose figures follow.
fn tells_how_many(label: &str) -> bool {
    const OPENS: [&str; 8] = ["tính đến ", "ước ", "trong ", "toàn ", "đến hết ", "đến cuối ", "đến năm ", "năm "];
    const VERBS: [&str; 5] = [" có", " hiện có", " đạt", " thành lập mới", " đón"];
    let told =
        || label.contains(" đã ") || label.contains("phấn đấu ") || VERBS.iter().any(|verb| label.ends_with(verb));
    OPENS.iter().any(|opens| label.starts_with(opens)) && told()
}

/// `Thực hiện tốt phương châm “4 tại chỗ”: chỉ huy tại chỗ, …`: what the figure counts is told behind the colon.
fn names_motto(label: &str) -> bool {
    let Some(quoted) = label.strip_suffix(['”', '"']) else { return false };
    let Some((before, motto)) = quoted.rsplit_once(['“', '"']) else { return false };
    motto.trim_start().starts_with(|c: char| c.is_ascii_digit()) && before.trim().contains(' ')
}

/// The colon closes a heading that runs into its text.
fn runs_in(words: &str, folded: &str, colon: usize, most: usize) -> bool {
    let count = folded[..colon].split(' ').count();
    let large = after(words, colon)
        .trim_start_matches(['“', '"', '('])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let rest = folded[colon + 1..].trim_start();
    let acts = || bodies_and_duty(&folded[..colon], rest) || names_several(&words[..colon]) && starts_with_duty(rest);
    count <= most && (large || count <= 10 || names_body_and_office(&words[..colon]) || count <= 25 && acts())
}

/// A short name follows the colon and a colon ends the line over its items: `Vận hành trang: vidu.vn:`
fn leads_on(words: &str, folded: &str, colon: usize) -> bool {
    let rest = after(words, colon);
    let folded_rest = folded.get(colon + 1..).unwrap_or_default().trim();
    // `Tổng kinh phí: 78.500 triệu đồng, phân theo nguồn:` says what the label asks for
    let says = rest.contains(',') || rest.starts_with(|c: char| c.is_ascii_digit());
    rest.len() > 1 && rest.ends_with(':') && rest.split(' ').count() <= 6 && !says && !starts_with_duty(folded_rest)
}

/// Begins with the kind of a document that the items below plan.
fn names_document(folded: &str) -> bool {
    ["nghị định ", "thông tư ", "đề án ", "dự án ", "quy chế ", "nghị quyết "].iter().any(|d| folded.starts_with(d))
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', ';'])
}

fn ends_sentence_but_colon(words: &str) -> bool {
    ends_sentence(words)
}

/// A few words that name something, without a verb, a figure or an end: `2. Kinh phí thực hiện`.
fn is_short_name(words: &str, folded: &str, count: usize) -> bool {
    count <= 8
        && !words.ends_with(['.', ';', ':', ','])
        && !words.contains("……")
        && !words.contains("....")
        && !states(folded)
}

/// A sentence rather than a name: a verb first, or a figure inside.
fn states(folded: &str) -> bool {
    starts_with_duty(folded)
        || folded.starts_with("có ")
        || folded.starts_with("tổ chức ")
        || folded.contains(" để ")
        || folded.contains(|c: char| c.is_ascii_digit())
}

/// `Giảm tỷ lệ …: năm 2025 còn 5%`, `Báo cáo … về Sở: …`, `03 huyện: A, B …`: the first words of a sentence.
fn tells(label: &str) -> bool {
    const ACTS: [&str; 10] = [
        "giảm tỷ lệ ",
        "tăng tỷ lệ ",
        "nâng tỷ lệ ",
        "giảm số ",
        "tăng số ",
        "nâng số ",
        "mở lớp ",
        "mở các lớp ",
        "mở thêm ",
        "đạt ",
    ];
    const TIMES: [&str; 7] = ["tháng", "ngày", "giờ", "năm", "tuần", "quý", "phút"];
    let (number, counted) = label.split_once(' ').unwrap_or((label, ""));
    let counts = !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit())
        && counted.starts_with(letters::is_alphabetic)
        && !TIMES.iter().any(|time| counted.starts_with(time));
    let reports = label.starts_with("báo cáo ") && [" về ", " gửi ", " lên "].iter().any(|to| label.contains(to));
    counts || reports || ACTS.iter().any(|act| label.starts_with(act)) || acts_by_rhythm(label) || counts_deeds(label)
}

/// The label before the colon names something: no verb of duty, or one that is a noun in a short label (`Hỗ trợ từ
/// ngân sách Trung ương: …`, `Tổ chức thực hiện: …`).
fn names(folded: &str, colon: usize) -> bool {
    const NOUNS: [&str; 13] = [
        "phân công",
        "hỗ trợ",
        "tổ chức",
        "đầu tư",
        "kiểm tra",
        "tuyên truyền",
        "quản lý",
        "theo dõi",
        "giám sát",
        "phối hợp",
        "chủ trì",
        "thực hiện",
        "chỉ đạo",
    ];
    let label = &folded[..colon];
    // `Ông: …` only addresses whom it names
    if ["ông", "bà", "ông (bà)", "ông/bà", "đồng chí", "đ/c", "anh", "chị"].contains(&label.trim()) {
        return false;
    }
    if label == "hoàn thành" {
        return true;
    }
    let noun = NOUNS.iter().any(|n| label.starts_with(n)) && label.split(' ').count() <= 7;
    !starts_with_duty(label) || noun
}
