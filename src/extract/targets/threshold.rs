//! Thresholds and conditions: figures that say for whom a rule is, not what is to be reached.

use super::{
    back, horizon, inside,
    lead::{self, Link},
    measures,
    reading::Reading,
    subject::subject,
};
use crate::{
    model::Comparator,
    text::{
        behind,
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// Words about a vote, without which `số phiếu` are forms.
const VOTES: &Words = &Words::of(&["bầu", "thuận", "tán thành", "đồng ý", "hợp lệ", "tín nhiệm", "biểu quyết"]);

/// `Đối với xã có tỷ lệ dưới 30% thì …`, `khuyết tật từ 61% trở lên`: whom a rule is for.
pub(super) fn threshold(reading: &Reading, n: usize, before: &str, after: &str) -> bool {
    let (opening, before) = (back::head(before, 60), back::tail(before, 300));
    let conditional =
        back::begins(opening, words!["đối với", "nếu", "trường hợp", "những nơi", "nơi có", "nơi nào", "khi"])
            || words![", đối với ", ", nếu ", ", trường hợp ", ", những nơi ", ", nơi có ", ", nơi nào ", ", khi "]
                .within(before);
    let consequence = words![" thì ", " có thể ", " được ", " phải ", " không được ", " chưa "].within(after);
    let bounded = reading.comparator(n) != Comparator::Eq;
    let injury =
        words!["suy giảm khả năng lao động", "tổn thương cơ thể", "thương tật", "mất sức lao động", "khuyết tật"]
            .within(back::tail(before, 60));
    // `riêng người khuyết tật từ 50% trở lên`: a part of those that a goal is for
    let apart = back::begins(opening, &["riêng", "trong đó"])
        && lead::after(reading.folded, reading.figures[n].range.end)
            .is_none_or(|(_, end)| !back::cut(reading.folded, end..).trim_start().starts_with(is_alphabetic));
    let injury = injury && !apart;
    // `ít nhất 60% tổng số đại biểu có mặt`, `không đạt tín nhiệm trên 40%`: a quorum, a condition
    let quorum = ["tổng số", "số"].iter().any(|w| back::begins(after, &[w]))
        && (words!["có mặt", "cử tri", "triệu tập", "biểu quyết", "bỏ phiếu"].within(after)
            || (after.contains("số phiếu") && VOTES.iter().any(|w| after.contains(w) || before.contains(w))));
    let failed = words!["không đạt tín nhiệm", "không đạt tỷ lệ", "chưa đạt tỷ lệ"].within(back::tail(before, 60))
        || unfinished(reading, n);
    // `Theo quy định, doanh nghiệp … phải bố trí tối thiểu 3%`
    let legal = bounded && back::begins(opening, &["theo quy định"]) && before.contains(',');
    // `không để xảy ra vụ cháy làm chết từ 02 người trở lên`: how grave a case counts
    let grave = !reading.figures[n].is_rate()
        && back::ends(back::tail(back::cut(reading.folded, ..reading.leads[n].start), 40), HARMS)
        && words!["không có", "không để", "không xảy ra", "hạn chế"].within(back::tail(before, 120))
        && words![" vụ ", " sự cố "].within(back::tail(before, 90));
    // `Phạt 0,03%/ngày`
    let daily = reading.figures[n].per.as_ref().is_some_and(|per| back::cut(reading.folded, per.clone()) == "ngày");
    let fine = daily && words!["phạt", "chậm nộp"].within(back::tail(before, 60));
    // `cơ quan có từ 2% số cán bộ vi phạm thì không được xét`
    let condition =
        bounded && reading.figures[n].is_rate() && words![" thì không ", " thì bị ", " thì phải "].within(after);
    legal
        || fine
        || condition
        || (bounded && chosen(before))
        || inside::bounded(reading, n).is_some()
        || (bounded && grave)
        || (bounded && held_to_account(reading, n))
        || (bounded && (sanctioned(reading, n) || whom_for(reading, n) || picked_out(reading, n, before)))
        || (conditional && bounded && consequence)
        || ((injury || quorum || failed) && bounded)
}

/// `ưu tiên 88 xã có tỷ lệ suy dinh dưỡng trên 30%`: which are to be looked after first.
fn chosen(before: &str) -> bool {
    let own = behind(before, b";:(").trim_start_matches([' ', ',', '-']);
    let first =
        back::strip_front_any(own, words!["ưu tiên cho", "ưu tiên", "tập trung cho", "tập trung vào", "hỗ trợ cho"]);
    first.is_some_and(|rest| {
        let at = words![" có tỷ lệ ", " có tỉ lệ ", " có mức "].find_in(rest);
        at.is_some_and(|at| !rest[at..].contains(','))
    })
}

/// What a case does.
const HARMS: &Words = &Words::of(&[
    "làm chết",
    "chết",
    "làm bị thương",
    "gây thiệt hại",
    "thiệt hại",
    "thiệt hại về tài sản",
    "thiệt hại tài sản",
]);

/// `xác minh đối với số liệu biến động trên 20%`: outside goals, what is done is done where the bound is passed.
fn whom_for(reading: &Reading, n: usize) -> bool {
    let words = subject(reading, n);
    // `kiểm tra tại các xã có tỷ lệ tảo hôn trên 3%`
    let ahead = back::tail(back::cut(reading.folded, ..words.start), 60);
    let own = behind(ahead, b",;:");
    let there = back::ends(own, &["có"])
        && words![" tại các ", " tại những ", " ở các ", " ở những ", " đối với các ", " cho các "].within(own)
        && measures::opens(back::cut(reading.folded, words.clone()));
    if there && !reading.goals && reading.figures[n].is_rate() {
        return true;
    }
    !reading.goals
        && reading.leads[n].link == Link::None
        && measures::opens(back::cut(reading.folded, words.clone()))
        && back::ends(back::tail(back::cut(reading.folded, ..words.start), 24), &["đối với"])
}

/// `công khai danh sách cửa hàng có trên 4% số mẫu không đạt`: outside goals, who is dealt with for passing the bound.
fn picked_out(reading: &Reading, n: usize, before: &str) -> bool {
    const DEALS: &Words = &Words::of(&[
        "danh sách",
        "đình chỉ",
        "thu hồi",
        "xử lý",
        "xử phạt",
        "phê bình",
        "nhắc nhở",
        "cảnh báo",
        "kiểm điểm",
        "công khai",
    ]);
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let near = back::tail(before, 90);
    let own = behind(near, b",;:");
    !reading.goals && reading.figures[n].is_rate() && back::begins(lead, &["có"]) && DEALS.within(own)
}

/// `Thôn có tỷ lệ thu phiếu dưới 50% phải …`: whoever is there must act or is held to account.
fn sanctioned(reading: &Reading, n: usize) -> bool {
    if !reading.figures[n].is_rate() {
        return false;
    }
    let end = back::skip_blanks(reading.folded, reading.figures[n].range.end);
    // `tính đến ngày 10/02/2026`
    let counted = back::strip_front_any(back::cut(reading.folded, end..), &["tính"]);
    let since = counted.map_or(end, |rest| back::skip_blanks(reading.folded, reading.folded.len() - rest.len()));
    let time = [end, since].into_iter().find_map(|at| horizon::starting_at(&reading.times, at));
    let at = time.map_or(end, |time| time.range.end);
    let after = back::head(back::cut(reading.folded, at..), 24);
    back::begins(
        after,
        words!["phải", "bị", "thì", "được ưu tiên", "kiểm điểm", "giải trình", "làm rõ", "chịu trách nhiệm"],
    ) && !subject(reading, n).is_empty()
}

/// `Xử lý nghiêm đơn vị để hồ sơ quá hạn trên 5%`: what one is held to account for.
fn held_to_account(reading: &Reading, n: usize) -> bool {
    // `xử lý nghiêm cơ sở có vi phạm, bảo đảm tỷ lệ cơ sở đạt chuẩn trên 95%`: a goal follows
    const GOALS: &Words = &Words::of(&[
        ", phấn đấu",
        ", bảo đảm",
        ", đảm bảo",
        ", nâng",
        ", duy trì",
        ", giữ",
        ", giảm",
        ", kéo giảm",
        ", góp phần",
        " nhằm ",
        " góp phần ",
    ]);
    const HOLDS: &Words = &Words::of(&[
        "xử lý nghiêm",
        "xử lý trách nhiệm",
        "xử lý kỷ luật",
        "xem xét trách nhiệm",
        "kiểm điểm",
        "kiểm điểm trách nhiệm",
        "phê bình",
        "nhắc nhở",
        "không xét thi đua",
        "không xét khen thưởng",
        "kỷ luật",
        "xem xét, xử lý",
        "xem xét, kiểm điểm",
    ]);
    let ahead = back::tail(back::cut(reading.folded, ..reading.leads[n].start), 240);
    let own = behind(ahead, b";.:");
    let Some(at) = HOLDS.last_in(own) else { return false };
    let who = &own[at..];
    let Some(rest) = back::strip_longest_front(who, HOLDS) else { return false };
    // the verb opens its clause
    let opens = own[..at].trim_end_matches([' ', '-', '+']);
    let opens =
        opens.is_empty() || opens.ends_with(',') || back::ends(opens, words!["và", "xem xét", "thì", "yêu cầu"]);
    reading.figures[n].is_rate() && opens && !GOALS.within(who) && blamed(rest)
}

/// Do the words behind a verb of blame name who is blamed, and for what? `xã để hồ sơ quá hạn`, `đơn vị giải ngân`.
fn blamed(words: &str) -> bool {
    const FAULTS: &Words = &Words::of(&[
        "quá hạn",
        "trễ hạn",
        "quá hẹn",
        "trễ hẹn",
        "chậm",
        "vi phạm",
        "tồn đọng",
        "sai",
        "sai sót",
        "nợ",
        "kéo dài",
        "không",
        "chưa",
    ]);
    // `người đứng đầu cơ quan, đơn vị để hồ sơ quá hạn`: a list of who is blamed
    const BODIES: &Words = &Words::of(&[
        "đơn vị",
        "cơ quan",
        "tổ chức",
        "cá nhân",
        "tập thể",
        "địa phương",
        "phòng",
        "ban",
        "ngành",
        "xã",
        "phường",
        "cán bộ",
        "công chức",
        "viên chức",
    ]);
    // `xử lý nghiêm, không để tỷ lệ vi phạm …`, `nhắc nhở các xã chậm, để đến cuối năm giải ngân …`: what is to come of it
    let body = |at: usize| {
        let body = words[..at].trim();
        !body.is_empty()
            && body.split(", ").skip(1).all(|more| back::begins(more, BODIES))
            && !body.ends_with(',')
            && !back::ends(body, &["không", "và", "nhằm"])
    };
    let lets = " để ";
    if let Some(at) = words.find(lets) {
        let what = &words[at + lets.len()..];
        let goal = words![" đạt", " giải ngân", " hoàn thành"].within(what);
        return body(at) && FAULTS.within(what) && !goal;
    }
    words![" có ", " đạt ", " giải ngân ", " không hoàn thành "].find_in(words).is_some_and(body)
}

/// `đơn vị không hoàn thành trên 80% chỉ tiêu`
fn unfinished(reading: &Reading, n: usize) -> bool {
    let start = reading.leads[n].start;
    back::ends(back::tail(back::cut(reading.folded, ..start), 24), &["không", "chưa"])
        && back::begins(back::cut(reading.folded, start..), &["hoàn thành", "đạt"])
}
