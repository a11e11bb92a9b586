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
    documents: "Văn bản", "Documents";
    back: "Tất cả văn bản", "All documents";
    outline: "Mục lục", "Outline";
    sort: "Sắp xếp", "Sort";
    view: "Phần đang xem", "Part in view";
    text: "Văn bản", "Text";
    facts: "Dữ kiện", "Facts";
    targets: "Chỉ tiêu", "Targets";
    deadlines: "Thời hạn", "Deadlines";
    assignments: "Phân công", "Assignments";
    citations: "Dẫn chiếu", "Citations";
    with_warnings: "Có cảnh báo", "With warnings";
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
    place: "Vị trí trong tệp gốc", "Place in the source";
    preamble: "phần mở đầu", "the preamble";
    closing: "phần kết", "the closing";
    line: "dòng", "line";
    page: "trang", "page";
    paragraph: "đoạn", "paragraph";
    table: "bảng", "table";
    row: "hàng", "row";
    unfound: "Không có gì khớp với điều kiện lọc.", "Nothing fits the filter.";
    search: "Tìm trong dữ kiện", "Search the facts";
    search_documents: "Tìm theo cơ quan, số, trích yếu", "Search issuer, number, title";
    filter: "Lọc", "Filter";
    every_year: "Mọi năm", "All years";
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
    download: "Tải bản đã soát", "Download the reviewed record";
    download_form: "Tệp .gold.json, dùng cho kehoach eval", "A .gold.json file for kehoach eval";
    date_forms: "30/11/2025, 11/2025, 2025, 2021/2025", "2025-11-30, 2025-11, 2025, 2021/2025";
    list_form: "ngăn cách bằng dấu ;", "parted by ;";
    unreadable: "Không đọc được giá trị này.", "This value cannot be read.";
    reviewed: "đã soát", "reviewed";
    keys: "Phím: j/k dữ kiện sau/trước · / tìm · 1–7 thẻ · y đúng · x sai · e sửa · bôi đen chữ để thêm dữ kiện", "Keys: j/k next/previous fact · / search · 1–7 tabs · y right · x wrong · e edit · select words to add a fact";
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
    warnings: "Cảnh báo", "Warnings";
    warning: "Cảnh báo", "Warning";
    info: "Thông tin", "Note";
    failures: "Không đọc được", "Could not be read";
    totals: "Tổng cộng", "Totals";
    untitled: "(không có trích yếu)", "(no title)";
    missing: "thiếu", "missing";
    only_problems: "Chỉ có cảnh báo", "Only documents with warnings";
    shown: "Đang hiện", "Shown:";
    in_words: "Đọc thành chữ", "In words";
    timeline: "Thời hạn theo thời gian", "Deadlines over time";
    timeline_undated: "không ghi ngày", "without a date";
    horizons: "Chỉ tiêu theo mốc", "Targets by horizon";
    no_horizon: "không ghi mốc", "no horizon";
    matrix: "Ai làm gì", "Who does what";
    lead: "chủ trì", "lead";
    coordinate: "phối hợp", "cooperate";
    responsible: "thực hiện", "responsible";
    completeness: "Thông tin chung đầy đủ đến đâu", "How complete the metadata are";
    due: "đến hạn", "due";
    equal: "bằng", "exactly";
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
    day: "ngày", "day";
    months_named: "tháng", "month";
    with: "phối hợp với", "with";
    implements: "thực hiện", "implements";
    basis: "căn cứ", "basis";
    mentions: "nhắc đến", "mentioned";
    dated: "ngày", "of";
    more: "và {} nữa", "and {} more";
    f_value: "Giá trị", "Value";
    f_value_max: "Giá trị trên", "Upper value";
    f_unit: "Đơn vị tính", "Unit";
    f_per: "Tính trên", "Per";
    f_comparator: "So sánh", "Comparison";
    f_direction: "Chiều hướng", "Direction";
    f_by: "Mốc phải đạt", "Horizon";
    f_baseline: "So với mốc", "Baseline";
    f_indicator: "Nội dung đo", "Indicator";
    f_role: "Vai trò", "Role";
    f_section: "Mục", "Section";
    f_relation: "Quan hệ", "Relation";
    f_date: "Ngày", "Date";
    f_recurrence: "Lặp lại (RRULE)", "Recurrence (RRULE)";
    f_within: "Trong vòng (ISO 8601)", "Within (ISO 8601)";
    f_agency: "Cơ quan", "Agency";
    f_partners: "Phối hợp với", "Partners";
    f_task_refs: "Các mục nhiệm vụ", "Sections of tasks";
    f_type: "Loại", "Type";
    f_number: "Số, ký hiệu", "Number";
    f_issuer: "Cơ quan ban hành", "Issuer";
    f_title: "Trích yếu", "Title";
    f_type_name: "Tên loại", "Name of the type";
    f_type_code: "Chữ viết tắt", "Code";
    f_symbol: "Ký hiệu", "Symbol";
    f_issued_on: "Ngày ban hành", "Date of issue";
    f_place: "Địa danh", "Place of issue";
    f_parent_issuer: "Cơ quan cấp trên", "Body above";
    f_signer_authority: "Thẩm quyền ký", "Authority";
    f_signer_title: "Chức vụ", "Post";
    f_signer_name: "Họ tên", "Name";
    f_recipients: "Nơi nhận", "Recipients";
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
