//! Tables as programs print them that keep the layout of pages, and what only looks like one.

use super::*;
use crate::{
    ingest::{Flow, RawKind},
    layout::line,
    normalize::NormalLine,
};

/// The rows of the first table, cells parted by ` | `, and the line that follows it.
fn table(text: &str) -> Option<(Vec<String>, String)> {
    let pages = text.trim_matches('\n').split('\u{c}');
    let raw =
        pages.enumerate().flat_map(|(page, text)| text.lines().enumerate().map(move |(n, l)| (page > 0 && n == 0, l)));
    let normal = raw.enumerate().map(|(n, (opens_page, words))| NormalLine {
        text: Mapped::new(words, n),
        kind: RawKind::Line,
        open_emphasis: false,
        flow: Flow::Unknown,
        opens_page,
        recognized: false,
    });
    let lines = line::lines(normal.collect());
    let (start, (items, taken)) = (0..lines.len()).find_map(|at| Some((at, read(&lines[at..])?)))?;
    let row = |item: &Item| match item {
        Item::Row(cells) => cells
            .iter()
            .map(|c| c.as_str().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join(" | "),
        Item::Line(_) | Item::Break => String::new(),
    };
    let after = lines.get(start + taken).map_or("", Line::words);
    Some((items.iter().map(row).collect(), after.to_owned()))
}

fn assert_table(text: &str, rows: &[&str], after: &str) {
    let found = table(text).unwrap_or_else(|| panic!("no table in\n{text}"));
    assert_eq!(found.0, rows, "{text}");
    assert_eq!(found.1, after, "{text}");
}

#[test]
fn cells_at_the_top_of_their_rows() {
    assert_table(
        "
STT   Nội dung công việc            Đơn vị chủ trì     Đơn vị phối hợp    Thời gian
1     Khảo sát hiện trạng các hồ    Phòng Kinh tế      Các xã             Quý I
      chứa nước
2     Lập hồ sơ nâng cấp            Ban Quản lý dự     Phòng Tài chính    Quý II
                                    án
3     Báo cáo kết quả               Phòng Kinh tế                         Tháng 11

IV. KINH PHÍ
Do ngân sách huyện bảo đảm theo phân cấp hiện hành và các nguồn huy động hợp pháp khác.
",
        &[
            "STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian",
            "1 | Khảo sát hiện trạng các hồ chứa nước | Phòng Kinh tế | Các xã | Quý I",
            "2 | Lập hồ sơ nâng cấp | Ban Quản lý dự án | Phòng Tài chính | Quý II",
            "3 | Báo cáo kết quả | Phòng Kinh tế |  | Tháng 11",
        ],
        "IV. KINH PHÍ",
    );
}

#[test]
fn cells_in_the_middle_of_their_rows() {
    let rows = [
        "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành",
        "1 | Rà soát các hộ dân đang sống ở vùng có nguy cơ sạt lở để lập phương án di dời | Sở Xây dựng | Trước tháng 9",
        "2 | Cắm biển báo ở các ngầm tràn | Ủy ban nhân dân các xã | Tháng 10",
        "3 | Mua sắm áo phao, xuồng và máy phát điện dự phòng cho các đội xung kích | Bộ Chỉ huy quân sự tỉnh | Tháng 11",
    ];
    let tight = "
                                                            Thời gian
 TT           Nhiệm vụ                Cơ quan chủ trì
                                                           hoàn thành
      Rà soát các hộ dân đang
 1    sống ở vùng có nguy cơ sạt        Sở Xây dựng       Trước tháng 9
      lở để lập phương án di dời
      Cắm biển báo ở các ngầm         Ủy ban nhân dân
 2                                                          Tháng 10
      tràn                                 các xã
      Mua sắm áo phao, xuồng và
                                      Bộ Chỉ huy quân
 3    máy phát điện dự phòng cho                            Tháng 11
                                          sự tỉnh
      các đội xung kích
";
    assert_table(tight, &rows, "");
    let parted =
        tight.replace("      Cắm", "\n      Cắm").replace("      Rà", "\n      Rà").replace("      Mua", "\n      Mua");
    assert_table(&parted, &rows, "");
}

#[test]
fn pages() {
    // the row goes on below the page's end, where the columns stand elsewhere
    assert_table(
        "
 STT   Nhiệm vụ                                 Chủ trì              Phối hợp
  I    Truyền thông
  1    Phát sóng chuyên mục hằng tuần về        Đài Phát thanh       Hội Phụ nữ;
       chăm sóc sức khỏe trẻ em ở vùng cao      và Truyền hình       Tỉnh đoàn
       và vùng đông đồng bào dân tộc            tỉnh
\u{c}   thiểu số, phụ đề bằng tiếng địa phương
 STT   Nhiệm vụ                              Chủ trì           Phối hợp
  2    In tờ gấp, áp phích                   Sở Y tế           Sở Văn hóa và
                                                               Thể thao
 II    Tập huấn cho cán bộ thôn, bản và cộng tác viên dân số ở các xã
  3    Mở 05 lớp tập huấn tại các cụm xã     Sở Y tế
",
        &[
            "STT | Nhiệm vụ | Chủ trì | Phối hợp",
            "I | Truyền thông |  | ",
            "1 | Phát sóng chuyên mục hằng tuần về chăm sóc sức khỏe trẻ em ở vùng cao và vùng đông đồng bào dân tộc thiểu số, phụ đề bằng tiếng địa phương | Đài Phát thanh và Truyền hình tỉnh | Hội Phụ nữ; Tỉnh đoàn",
            "2 | In tờ gấp, áp phích | Sở Y tế | Sở Văn hóa và Thể thao",
            "II | Tập huấn cho cán bộ thôn, bản và cộng tác viên dân số ở các xã |  | ",
            "3 | Mở 05 lớp tập huấn tại các cụm xã | Sở Y tế | ",
        ],
        "",
    );
}

#[test]
fn full_cells() {
    // a cell as wide as its column leaves one blank before the next
    assert_table(
        "
TT   Nội dung                            Cơ quan chủ trì   Sản phẩm
1    Xây dựng phần mềm quản lý văn bản   Sở Nội vụ         Phần mềm
     và hồ sơ công việc
2    Đào tạo người dùng                  Trường Chính trị  Chứng chỉ
3    Kiểm tra việc khai thác phần mềm ở Sở Nội vụ, Sở Tài Báo cáo
     các đơn vị                          chính
4    Sơ kết                              Sở Nội vụ         Báo cáo
",
        &[
            "TT | Nội dung | Cơ quan chủ trì | Sản phẩm",
            "1 | Xây dựng phần mềm quản lý văn bản và hồ sơ công việc | Sở Nội vụ | Phần mềm",
            "2 | Đào tạo người dùng | Trường Chính trị | Chứng chỉ",
            "3 | Kiểm tra việc khai thác phần mềm ở các đơn vị | Sở Nội vụ, Sở Tài chính | Báo cáo",
            "4 | Sơ kết | Sở Nội vụ | Báo cáo",
        ],
        "",
    );
}

#[test]
fn stretched_cells() {
    // the words of a narrow cell are drawn apart to fill its lines
    assert_table(
        "
TT   Nội dung                            Cơ     quan     Sản phẩm
                                         phối hợp
1    Xây dựng phần mềm quản lý văn bản   Các       sở,   Phần mềm
     và hồ sơ công việc                  ban, ngành;
                                         các     huyện
2    Đào tạo người dùng                  Trường Chính    Chứng chỉ
                                         trị tỉnh
3    Kiểm tra việc khai thác phần mềm    Thanh tra Sở    Báo cáo
     ở các đơn vị cấp dưới               Nội vụ
",
        &[
            "TT | Nội dung | Cơ quan phối hợp | Sản phẩm",
            "1 | Xây dựng phần mềm quản lý văn bản và hồ sơ công việc | Các sở, ban, ngành; các huyện | Phần mềm",
            "2 | Đào tạo người dùng | Trường Chính trị tỉnh | Chứng chỉ",
            "3 | Kiểm tra việc khai thác phần mềm ở các đơn vị cấp dưới | Thanh tra Sở Nội vụ | Báo cáo",
        ],
        "",
    );
}

#[test]
fn a_heading_below_the_table() {
    assert_table(
        "
TT    Chỉ tiêu                                Đơn vị      Năm     Năm
                                              tính        2018    2019
1     Tỷ lệ dân cư nông thôn được cấp nước    %           74      80
      sạch qua hệ thống tập trung
2     Số điểm giám sát chất lượng nước tự     điểm        12      20
      động trên mạng

      III. NHIỆM VỤ VÀ GIẢI PHÁP
      1. Hoàn thiện cơ chế, chính sách và quy hoạch
      1.1. Rà soát, sửa đổi, bổ sung quy định về quản lý
",
        &[
            "TT | Chỉ tiêu | Đơn vị tính | Năm 2018 | Năm 2019",
            "1 | Tỷ lệ dân cư nông thôn được cấp nước sạch qua hệ thống tập trung | % | 74 | 80",
            "2 | Số điểm giám sát chất lượng nước tự động trên mạng | điểm | 12 | 20",
        ],
        "III. NHIỆM VỤ VÀ GIẢI PHÁP",
    );
}

#[test]
fn what_only_looks_like_a_table() {
    for text in [
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ TÂN LẬP             Độc lập - Tự do - Hạnh phúc\nSố:     /KH-UBND       Tân Lập, ngày    tháng 3 năm 2022\n",
        "Nơi nhận:              TM. ỦY BAN NHÂN DÂN\n- Như trên;                 CHỦ TỊCH\n- Lưu: VT.\n",
        "1.   Mục đích       bảo đảm an toàn\n2.   Yêu cầu        kịp thời, tiết kiệm\n3.   Phạm vi        toàn huyện\n",
        "TT   Tên các xã tham gia\n1    Tân Lập\n2    Tân Hòa\n",
        "STT là số thứ tự của hộ trong danh sách; cột 2 ghi họ và tên chủ hộ.\nCột 3 ghi số nhân khẩu.\n",
    ] {
        assert_eq!(table(text), None, "{text}");
    }
}

#[test]
fn cells_that_left_the_places_below_their_names() {
    assert_table(
        "
TT    Nội dung công việc                Đơn vị chủ trì      Đơn vị phối hợp      Thời hạn
I     Nhóm việc chung
1     Kiểm kê tài liệu lưu trữ của các phòng chuyên môn                Cục Lưu trữ          Vụ Hợp tác quốc tế, Văn phòng           Quý III/2026
2     Tập huấn             Vụ Tổ chức cán bộ       Trường Bồi dưỡng        Trước 30/6/2026

Nơi nhận:
",
        &[
            "TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn",
            "I | Nhóm việc chung |  |  | ",
            "1 | Kiểm kê tài liệu lưu trữ của các phòng chuyên môn | Cục Lưu trữ | Vụ Hợp tác quốc tế, Văn phòng | Quý III/2026",
            "2 | Tập huấn | Vụ Tổ chức cán bộ | Trường Bồi dưỡng | Trước 30/6/2026",
        ],
        "Nơi nhận:",
    );
}
