//! The interface's words, a line each: Vietnamese and English.

use serde::Serialize;

/// The language of the interface. The documents' own words stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

macro_rules! words {
    ($($key:ident: $vi:literal, $en:literal;)*) => {
        /// All words of the interface in one language.
        #[derive(Debug, Serialize)]
        pub(super) struct Words {
            $(pub(super) $key: &'static str,)*
        }
        static VI: Words = Words { $($key: $vi,)* };
        static EN: Words = Words { $($key: $en,)* };
    };
}

words! {
    language: "vi", "en";
    batch: "Các văn bản", "Documents";
    back: "Tất cả văn bản", "All documents";
    outline: "Mục lục", "Outline";
    text: "Văn bản", "Text";
    facts: "Dữ kiện", "Facts";
    targets: "Chỉ tiêu", "Targets";
    deadlines: "Thời hạn", "Deadlines";
    assignments: "Phân công", "Assignments";
    citations: "Văn bản dẫn chiếu", "Citations";
    metadata: "Thông tin chung", "Metadata";
    diagnostics: "Lưu ý", "Diagnostics";
    pictures: "Hình", "Pictures";
    target: "chỉ tiêu", "target";
    deadline: "thời hạn", "deadline";
    assignment: "phân công", "assignment";
    citation: "dẫn chiếu", "citation";
    no_text: "Bản ghi này không kèm văn bản (--no-text).", "This record came without its text (--no-text).";
    nothing: "Không có.", "None.";
    section: "mục", "section";
    in_title: "trong tiêu đề", "in the title";
    rule: "Quy tắc", "Rule";
    place: "Vị trí", "Place";
    search: "Tìm trong dữ kiện", "Search the facts";
    search_documents: "Tìm văn bản", "Search documents";
    all: "Tất cả", "All";
    unreviewed: "Chưa xem", "Not reviewed";
    right: "Đúng", "Right";
    wrong: "Sai", "Wrong";
    edit: "Sửa", "Edit";
    edited: "Đã sửa", "Edited";
    added: "Đã thêm", "Added";
    save: "Lưu", "Save";
    cancel: "Bỏ", "Cancel";
    add: "Thêm dữ kiện từ đoạn đã chọn:", "Add a fact from the selected words:";
    download: "Tải bản đã soát (gold JSON)", "Download the reviewed record (gold JSON)";
    reviewed: "đã soát", "reviewed";
    keys: "Phím: j/k dữ kiện sau/trước · / tìm · 1–7 thẻ · y đúng · x sai · e sửa", "Keys: j/k next/previous fact · / search · 1–7 tabs · y right · x wrong · e edit";
    lost: "Có chỉnh sửa chưa tải về.", "There are corrections that have not been downloaded.";
    kind: "Loại", "Type";
    number: "Số, ký hiệu", "Number";
    issued_on: "Ngày ban hành", "Date";
    issuer: "Cơ quan ban hành", "Issuer";
    parent_issuer: "Cơ quan cấp trên", "Body above";
    period: "Thời kỳ", "Period";
    title: "Trích yếu", "Title";
    signer: "Người ký", "Signer";
    recipients: "Nơi nhận", "Recipients";
    file: "Tệp", "File";
    date_place: "Địa danh", "Place of issue";
    warnings: "Lưu ý", "Notes";
    failures: "Không đọc được", "Could not be read";
    reason: "Lý do", "Reason";
    totals: "Tổng cộng", "Totals";
    untitled: "(không có trích yếu)", "(no title)";
    missing: "thiếu", "missing";
    only_problems: "Chỉ văn bản có cảnh báo", "Only documents with warnings";
    shown: "đang hiện", "shown";
    timeline: "Thời hạn theo thời gian", "Deadlines over time";
    timeline_undated: "không ghi ngày", "without a date";
    horizons: "Chỉ tiêu theo mốc", "Targets by horizon";
    no_horizon: "không ghi mốc", "no horizon";
    matrix: "Ai làm gì", "Who does what";
    lead: "chủ trì", "lead";
    coordinate: "phối hợp", "cooperate";
    responsible: "thực hiện", "responsible";
    completeness: "Thông tin chung đầy đủ đến đâu", "How complete the metadata are";
    of_documents: "văn bản", "documents";
    eq: "", "";
    gt: "trên", "more than";
    ge: "ít nhất", "at least";
    lt: "dưới", "less than";
    le: "không quá", "at most";
    approx: "khoảng", "about";
    increase: "tăng", "increase";
    decrease: "giảm", "decrease";
    maintain: "duy trì", "maintain";
    by_horizon: "đến", "by";
    compared: "so với", "compared with";
    reference: "số tham chiếu", "reference figure";
    before: "trước", "before";
    by: "chậm nhất", "by";
    on: "vào", "on";
    during: "trong", "during";
    from: "từ", "from";
    recurring: "định kỳ", "recurring";
    within: "trong vòng", "within";
    year: "năm", "";
    month: "tháng", "";
    quarter: "quý", "quarter";
    first_half: "6 tháng đầu năm", "first half of";
    second_half: "6 tháng cuối năm", "second half of";
    until: "đến", "until";
    yearly: "hằng năm", "every year";
    monthly: "hằng tháng", "every month";
    quarterly: "hằng quý", "every quarter";
    half_yearly: "6 tháng một lần", "every six months";
    weekly: "hằng tuần", "every week";
    daily: "hằng ngày", "every day";
    every: "mỗi", "every";
    years: "năm", "years";
    months: "tháng", "months";
    weeks: "tuần", "weeks";
    days: "ngày", "days";
    with: "phối hợp với", "with";
    implements: "thực hiện", "implements";
    basis: "căn cứ", "basis";
    mentions: "nhắc đến", "mentioned";
    dated: "ngày", "of";
    more: "và {} nữa", "and {} more";
}

impl Words {
    /// The words of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Vi => &VI,
            Language::En => &EN,
        }
    }
}
