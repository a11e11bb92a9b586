use super::*;

fn paths(folded: &str) -> String {
    let tasks = tasks(folded);
    let show = |p: &Vec<String>| p.join(".");
    tasks
        .iter()
        .map(|t| {
            if t.except.is_empty() {
                return show(&t.path);
            }
            format!("{}-{}", show(&t.path), t.except.iter().map(show).collect::<Vec<_>>().join("-"))
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn tasks_by_number() {
    for (duty, expected) in [
        ("chủ trì các nhiệm vụ: 1 (1.1, 1.2), 4, 5 (5.3) kế hoạch này", "1.1 1.2 4 5.3"),
        ("thực hiện các nhiệm vụ: 1, 2 (trừ 2.3), 6 của kế hoạch", "1 2-2.3 6"),
        ("thực hiện nhiệm vụ 6.2, 6.7 của kế hoạch", "6.2 6.7"),
        ("chủ trì nhiệm vụ 3", "3"),
        ("các nhiệm vụ số 1, 2 và 3", "1 2 3"),
        ("các nhiệm vụ 4.1 - 4.4 mục ii", "4.1 4.2 4.3 4.4"),
        ("các nhiệm vụ từ 2.1 đến 2.3", "2.1 2.2 2.3"),
        ("các nhiệm vụ, giải pháp 1, 3", "1 3"),
        ("nhiệm vụ: 1.5, 1.7; 4.1, 4.6", "1.5 1.7 4.1 4.6"),
        ("các nhiệm vụ: 1 (1.a, 1.c), 2, 6 (a, đ) mục iii", "1.a 1.c 2 6.a 6.đ"),
        ("nhiệm vụ 1.b và 3.3 mục iii", "1.b 3.3"),
        ("nhiệm vụ 2. tham mưu ban hành", "2"),
        ("các nhiệm vụ: 1, 2 (ngoại trừ nội dung 2.3)", "1 2-2.3"),
        ("nhiệm vụ tại số thứ tự 1, 4 mục ii", "1 4"),
        ("thực hiện các nhiệm vụ tại phần ii (trừ nhiệm vụ 3)", ""),
        ("các nhiệm vụ tại khoản 1 mục ii, không bao gồm nhiệm vụ 1.2", ""),
        ("phòng trừ sâu bệnh theo nhiệm vụ 3", "3"),
        ("nhiệm vụ 6 tháng cuối năm", ""),
        ("nhiệm vụ năm 2024", ""),
        ("nhiệm vụ 5 năm 2021 - 2025", ""),
        ("nhiệm vụ 2 nghị quyết số 01/nq-cp", ""),
        ("thực hiện 03 nhiệm vụ trọng tâm", ""),
    ] {
        assert_eq!(paths(duty), expected, "{duty}");
    }
}

#[test]
fn places_from_the_inside_out() {
    for (duty, expected) in [
        ("nội dung tại điểm a khoản 2 mục iii kế hoạch này", "III.2.a"),
        ("nêu tại khoản 1, 2 mục ii", "II.1 II.2"),
        ("theo mục ii.3 của kế hoạch", "II.3"),
        ("tại mục 2 phần ii", "II.2"),
        ("nhiệm vụ tại mục iii", "III"),
        ("khoản 1, khoản 3 mục ii", "II.1 II.3"),
        ("tiểu mục 2.3, mục 2, phần ii kế hoạch này", "II.2.3"),
        ("điểm 2.1 khoản 2 mục ii", "II.2.1"),
        ("điểm 2.1, điểm 2.3 khoản 2 và khoản 4 mục ii", "II.2.1 II.2.3 II.4"),
        ("các nhiệm vụ ở mục 2 (ngoại trừ 2.1) phần ii", "II.2-2.1"),
        ("các nhiệm vụ tại khoản 1 mục ii (trừ nhiệm vụ 1.3)", "II.1-1.3"),
        ("các nhiệm vụ tại khoản 1 mục ii, trừ điểm 1.3, 1.4", "II.1-1.3-1.4"),
        ("khoản 2 mục ii, không bao gồm nội dung tại điểm c", "II.2-c"),
        ("tại mục ii trừ nhiệm vụ số 3 và nhiệm vụ 1.2", "II-3-1.2"),
        ("tại khoản 1 mục ii, phòng trừ sâu bệnh", "II.1"),
        ("điểm a, điểm b khoản 1 và khoản 2 mục iii nghị quyết số 05", ""),
        ("quy định tại khoản 2 điều 5 luật đầu tư", ""),
        ("tại mục iii nghị quyết số 12", ""),
        ("các nhiệm vụ thuộc nhóm 3 và nhóm 4 mục iii", "III.3 III.4"),
        ("nhóm nhiệm vụ mục iii", "III"),
        ("mục tiêu, điểm cầu, phần mềm", ""),
    ] {
        let show =
            |p: &Place| [vec![p.path.join(".")], p.except.iter().map(|e| e.join(".")).collect()].concat().join("-");
        let found: Vec<String> = places(duty).iter().map(show).collect();
        assert_eq!(found.join(" "), expected, "{duty}");
    }
}

#[test]
fn annexes_of_tasks() {
    for (duty, expected) in [
        ("chủ trì các nhiệm vụ số 1, 3, 9 tại phụ lục i", Some(1)),
        ("thực hiện nhiệm vụ 2 phụ lục 02 kế hoạch này", Some(2)),
        ("thực hiện các nhiệm vụ 1, 2 tại phụ lục kèm theo", Some(0)),
        ("chủ trì các nhiệm vụ: 1, 2; báo cáo theo mẫu tại phụ lục ii", None),
        ("thực hiện nhiệm vụ 1. báo cáo theo phụ lục ii", None),
        ("báo cáo theo phụ lục ii", None),
    ] {
        assert_eq!(annex(duty), expected, "{duty}");
    }
}
