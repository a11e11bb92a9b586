//! Lists of those who are invited or attend: nobody in them is told to act.

/// Labels of lists of those who are invited or attend.
const ATTENDANCE: [&str; 12] = [
    "thành phần",
    "thành phần tham dự",
    "thành phần dự",
    "thành phần tham gia",
    "thành phần dự họp",
    "thành phần mời",
    "đại biểu",
    "đại biểu tham dự",
    "đại biểu dự",
    "đại biểu mời",
    "khách mời",
    "thành phần, số lượng",
];

/// Does a heading or a label say that?
pub(super) fn is_attendance(folded: &str) -> bool {
    let label = folded.trim_matches([' ', '-', '+', '*', ':', '.']);
    ATTENDANCE.contains(&label) || label.starts_with("thành phần tham") || label.starts_with("thành phần dự")
}
