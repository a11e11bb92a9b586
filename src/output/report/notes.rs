//! Diagnostics and failures in Vietnamese, by their codes; records say them in English.

/// What a diagnostic means.
pub(super) fn in_vietnamese(code: &str) -> Option<&'static str> {
    NOTES.iter().find(|(own, _)| *own == code).map(|(_, words)| *words)
}

/// Why a file gave no record.
pub(super) fn failure_in_vietnamese(code: &str) -> Option<&'static str> {
    FAILURES.iter().find(|(own, _)| *own == code).map(|(_, words)| *words)
}

const FAILURES: &[(&str, &str)] = &[
    ("io", "Không đọc được tệp"),
    ("not-found", "Không tìm thấy tệp"),
    ("permission-denied", "Không có quyền đọc"),
    ("not-a-file", "Không phải là tệp"),
    ("unknown-format", "Định dạng chưa đọc được"),
    ("not-text", "Không phải là văn bản"),
    ("empty", "Tệp trống"),
    ("password", "Tệp có mật khẩu"),
    ("truncated", "Tệp bị cắt ngang"),
    ("damaged", "Tệp bị hỏng"),
    ("mismatch", "Nội dung khác với tên tệp"),
    ("archive", "Tệp nén có nhiều văn bản"),
    ("no-text", "Tệp không có chữ"),
    ("tool-missing", "Thiếu chương trình để đọc định dạng này"),
    ("tool-failed", "Chương trình đọc tệp bị lỗi"),
    ("timeout", "Quá thời gian cho phép"),
    ("limit", "Vượt giới hạn an toàn"),
    ("too-large", "Tệp quá lớn"),
    ("name-taken", "Trùng tên với một tệp khác"),
    ("output-name", "Không đặt được tên cho bản ghi"),
    ("symlink-loop", "Liên kết vòng"),
    ("panic", "Lỗi của chương trình, xin báo lại"),
];

const NOTES: &[(&str, &str)] = &[
    ("page-furniture", "Đã bỏ đường kẻ, số trang, đầu trang hoặc dấu in lặp lại"),
    ("web-furniture", "Đã bỏ phần chữ của trang web quanh văn bản"),
    ("text-after-signature", "Phần chữ sau chữ ký không thuộc mục nào"),
    ("annex-without-mark", "Phần chữ sau chữ ký được coi là phụ lục"),
    ("recognized", "Chữ được nhận dạng từ ảnh trang (OCR)"),
    ("weak-words", "Có chữ nhận dạng không chắc chắn"),
    ("pages-not-recognized", "Một số trang ảnh chưa được nhận dạng vì quá nhiều"),
    ("words-cut", "Bảng rộng hơn khổ giấy in: một số chữ ở cột cuối bị mất"),
    ("no-type-line", "Không có dòng ghi tên loại văn bản"),
    ("no-number", "Phần đầu văn bản không ghi số"),
    ("blank-number", "Chỗ ghi số để trống, chỉ có ký hiệu"),
    ("no-date", "Không tìm thấy ngày ban hành"),
    ("blank-day", "Ngày ban hành không ghi ngày"),
    ("unread-day", "Không đọc được ngày trong dòng ngày ban hành"),
    ("no-issuer", "Không tìm thấy cơ quan ban hành"),
    ("issuer-inferred", "Cơ quan ban hành lấy từ nội dung, không phải từ phần đầu văn bản"),
    ("filled-from-annex", "Số hoặc ngày lấy từ dòng “(Kèm theo …)”"),
    ("no-title", "Không tìm thấy trích yếu"),
    ("no-signer", "Không tìm thấy người ký"),
    ("no-sections", "Không tìm thấy mục nào được đánh số"),
    ("numbering-repeat", "Một số mục xuất hiện hai lần trong cùng một mục lớn"),
    ("numbering-gap", "Thiếu một số giữa hai mục liền nhau"),
    ("table-misaligned", "Hàng của bảng không khớp với tiêu đề cột nên không lấy phân công"),
    ("table-unread", "Bảng nhiệm vụ in từng dòng, không phân được ô nên không lấy dữ kiện theo cột"),
    ("goals-without-figures", "Một mục về mục tiêu không có chỉ tiêu nào"),
    ("organisation-without-agency", "Một mục tổ chức thực hiện không có phân công nào"),
    ("unresolved-reference", "Nhiệm vụ được viện dẫn theo số nhưng không tìm thấy"),
    ("encoding-uncertain", "Không chắc chắn về bảng mã của tệp"),
    ("line-ends-escaped", "Dấu xuống dòng bị ghi thành chữ `\\r\\n` đã được khôi phục"),
    ("encoding-repaired", "Chữ bị đọc sai bảng mã đã được khôi phục"),
    ("nesting-cut", "Phần lồng nhau quá sâu được đọc như thể không lồng"),
    ("bytes-replaced", "Có byte không phải chữ của bảng mã, thay bằng U+FFFD"),
    ("old-fonts", "Chữ theo phông TCVN3 hoặc VNI được đọc theo chữ in ra"),
    ("hidden-text", "Đã bỏ phần chữ mà tệp ẩn đi"),
    ("tracked-changes", "Các chỉnh sửa theo dõi được coi là đã chấp nhận"),
    ("table-of-contents", "Đã bỏ mục lục"),
    ("pictures", "Hình trong tệp không được đọc"),
    ("other-format", "Nội dung thuộc định dạng khác với tên tệp"),
    ("damaged-text", "Có chữ không thuộc tiếng Việt: lỗi nhận dạng hoặc sai bảng mã"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::CODES;

    #[test]
    fn each_diagnostic_is_said() {
        for code in CODES {
            assert!(in_vietnamese(code.code).is_some(), "{}", code.code);
        }
        assert_eq!(NOTES.len(), CODES.len());
    }
}
