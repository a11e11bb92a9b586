//! Verbs behind the names of a label that no name ends with: what the bodies do, not what they are called.

use crate::agency::Reader;

/// `UBND các xã tổ chức thực hiện`: a verb that no name holds.
pub(super) fn carries_out(reader: &Reader, at: usize) -> bool {
    reader.any(at, &["tổ chức thực hiện", "tổ chức triển khai", "triển khai thực hiện", "thực hiện"]).is_some()
}

/// `Công an xã, Đoàn xã hỗ trợ.`: a verb that ends no name.
pub(super) fn helps(reader: &Reader, at: usize) -> bool {
    let verbs = [
        "hỗ trợ",
        "tham mưu",
        "theo dõi",
        "đôn đốc",
        "tổng hợp",
        "báo cáo",
        "phụ trách",
        "chuẩn bị",
        "giúp",
        "đảm nhận",
    ];
    reader.any(at, &verbs).is_some()
}
