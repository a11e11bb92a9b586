//! Verbs behind the names of a label that no name ends with: what the bodies do, not what they are called.

use crate::{
    agency::{Listed, Reader},
    model::Role,
};

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

/// The role of each agency where remarks tell it: `Phòng Kinh tế (chủ trì), Công an xã, Trạm Y tế (phối hợp)`.
pub(super) fn remarks(reader: &Reader, list: &Listed, role: Role) -> Vec<Role> {
    let words = &reader.folded[list.range.clone()];
    // a label that tells the role holds for those without a remark, unless a remark says who leads
    let follow = role == Role::Responsible || words.contains("(chủ trì");
    let mut next = None;
    let mut roles: Vec<Role> = Vec::with_capacity(list.agencies.len());
    for agency in list.agencies.iter().rev() {
        let remark = reader.rest(reader.blanks(agency.range.end)).strip_prefix('(').and_then(|r| r.split(')').next());
        next = match remark.map(str::trim) {
            Some("chủ trì" | "đầu mối" | "cơ quan chủ trì" | "đơn vị chủ trì" | "chủ trì thực hiện") => {
                Some(Role::Lead)
            }
            Some("phối hợp" | "cơ quan phối hợp" | "đơn vị phối hợp" | "phối hợp thực hiện") => {
                Some(Role::Coordinate)
            }
            // without a remark of its own the next one holds, unless the label tells the role
            _ => next.filter(|_| follow),
        };
        roles.push(next.unwrap_or(role));
    }
    roles.reverse();
    roles
}
