use super::*;

/// A level as `numbering.xml` has it: its number, its format, its label, and what else it says.
fn level(n: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{n}"><w:start w:val="1"/>{more}<w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn kind(id: &str, levels: &[String]) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum>"#, levels.concat())
}

fn instance(id: &str, kind: &str, overrides: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/>{overrides}</w:num>"#)
}

fn start_anew(level: usize, start: &str) -> String {
    format!(r#"<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>"#)
}

fn lists(parts: &[String]) -> Lists {
    Lists::read(&format!("<w:numbering>{}</w:numbering>", parts.concat())).expect("numbering")
}

/// The labels of paragraphs, each given as list and level.
fn labels(lists: &Lists, paragraphs: &[(&str, usize)]) -> Vec<String> {
    let mut counters = Counters::default();
    paragraphs.iter().map(|(list, level)| counters.next(lists, list, *level)).collect()
}

/// `I.` > `1.` > `1.1.` > `a)`, as plans have it.
fn outline() -> Vec<String> {
    vec![
        kind(
            "5",
            &[
                level(0, "upperRoman", "%1.", ""),
                level(1, "decimal", "%2.", ""),
                level(2, "decimal", "%2.%3.", ""),
                level(3, "lowerLetter", "%4)", ""),
            ],
        ),
        instance("1", "5", ""),
    ]
}

#[test]
fn levels_count_and_restart_below_those_above() {
    let lists = lists(&outline());
    let paragraphs = [
        ("1", 0),
        ("1", 1),
        ("1", 2),
        ("1", 2),
        ("1", 3),
        ("1", 3),
        ("1", 1),
        ("1", 2),
        ("1", 3),
        ("1", 0),
        ("1", 1),
        ("1", 3),
    ];
    let expected = ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "a)", "II.", "1.", "a)"];
    assert_eq!(labels(&lists, &paragraphs), expected);
}

#[test]
fn a_level_without_one_above_counts_from_its_start() {
    let lists = lists(&outline());
    assert_eq!(labels(&lists, &[("1", 2), ("1", 2), ("1", 1)]), ["1.1.", "1.2.", "1."]);
}

#[test]
fn instances_of_one_kind_count_on_but_for_levels_that_start_anew() {
    let mut parts = outline();
    parts.push(instance("2", "5", ""));
    parts.push(instance("3", "5", &start_anew(1, "1")));
    parts.push(instance("4", "5", &start_anew(1, "7")));
    let lists = lists(&parts);
    let paragraphs =
        [("1", 0), ("1", 1), ("2", 1), ("3", 1), ("3", 1), ("4", 1), ("4", 1), ("3", 1), ("1", 0), ("4", 1)];
    let expected = ["I.", "1.", "2.", "1.", "2.", "7.", "8.", "9.", "II.", "7."];
    assert_eq!(labels(&lists, &paragraphs), expected);
}

#[test]
fn kinds_count_apart() {
    let mut parts = outline();
    parts.push(kind("6", &[level(0, "decimal", "%1/", "")]));
    parts.push(instance("9", "6", ""));
    let lists = lists(&parts);
    assert_eq!(labels(&lists, &[("1", 0), ("9", 0), ("1", 0), ("9", 0)]), ["I.", "1/", "II.", "2/"]);
}

#[test]
fn legal_numbers_are_figures_all() {
    let levels = [
        level(0, "upperRoman", "Phần %1", ""),
        level(1, "lowerLetter", "%1.%2", "<w:isLgl/>"),
        level(2, "lowerLetter", "%1.%2.%3", r#"<w:isLgl w:val="0"/>"#),
    ];
    let lists = lists(&[kind("1", &levels), instance("1", "1", "")]);
    let paragraphs = [("1", 0), ("1", 0), ("1", 1), ("1", 1), ("1", 2)];
    assert_eq!(labels(&lists, &paragraphs), ["Phần I", "Phần II", "2.1", "2.2", "II.b.a"]);
}

#[test]
fn a_level_restarts_where_it_says() {
    let levels = |restart: &str| {
        [level(0, "upperRoman", "%1.", ""), level(1, "decimal", "%2.", ""), level(2, "lowerLetter", "%3)", restart)]
    };
    let paragraphs = [("1", 0), ("1", 1), ("1", 2), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("1", 2)];
    for (restart, last) in [
        ("", ["a)", "a)", "a)"]),
        (r#"<w:lvlRestart w:val="0"/>"#, ["a)", "b)", "c)"]),
        (r#"<w:lvlRestart w:val="1"/>"#, ["a)", "b)", "a)"]),
        (r#"<w:lvlRestart w:val="2"/>"#, ["a)", "a)", "a)"]),
    ] {
        let lists = lists(&[kind("1", &levels(restart)), instance("1", "1", "")]);
        let shown = labels(&lists, &paragraphs);
        assert_eq!([&shown[2], &shown[4], &shown[7]], last, "{restart}");
    }
}

#[test]
fn a_list_may_start_at_any_number_or_end_in_figures() {
    let start = |n: &str| {
        format!(
            r#"<w:lvl w:ilvl="0"><w:start w:val="{n}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>"#
        )
    };
    for (n, shown) in [("4", "4."), ("0", "0."), ("-3", "0."), ("99999999999", "1000000."), ("x", "0."), ("1e9", "0.")]
    {
        let lists = lists(&[kind("1", &[start(n)]), instance("1", "1", "")]);
        assert_eq!(labels(&lists, &[("1", 0)]), [shown], "{n}");
    }
}

#[test]
fn letters_of_the_vietnamese_alphabet_come_from_the_file() {
    let order = r#"<w:lvl w:ilvl="0"><w:start w:val="4"/><mc:AlternateContent><mc:Choice Requires="w14">
        <w:numFmt w:val="custom" w:format="a, b, c, d, đ, e, g, h, i, k, ..."/></mc:Choice>
        <mc:Fallback><w:numFmt w:val="lowerLetter"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>"#;
    // the letter that the word processor does not count is a list of its own
    let lone = level(0, "none", "đ)", "");
    let latin = level(0, "lowerLetter", "%1)", "");
    let lists = lists(&[
        kind("1", &[order.to_owned()]),
        kind("2", &[lone]),
        kind("3", &[latin]),
        instance("1", "1", ""),
        instance("2", "2", ""),
        instance("3", "3", ""),
        instance("4", "3", &start_anew(0, "5")),
    ]);
    assert_eq!(labels(&lists, &[("1", 0), ("1", 0), ("1", 0), ("1", 0)]), ["d)", "đ)", "e)", "g)"]);
    let mixed = [("3", 0), ("3", 0), ("2", 0), ("4", 0), ("4", 0)];
    assert_eq!(labels(&lists, &mixed), ["a)", "b)", "đ)", "e)", "f)"]);
}

#[test]
fn bullets_look_as_their_font_makes_them() {
    let bullet = |text: &str, font: &str| {
        format!(
            r#"<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>"#
        )
    };
    for (text, font, shown) in [
        ("-", "Times New Roman", "-"),
        ("–", "Times New Roman", "–"),
        ("+", "Courier New", "+"),
        ("o", "Courier New", "o"),
        ("\u{F0B7}", "Symbol", "•"),
        ("\u{F02D}", "Symbol", "-"),
        ("\u{F02B}", "Symbol", "+"),
        ("\u{F0A7}", "Wingdings", "▪"),
        ("\u{F0D8}", "Wingdings", "➢"),
        ("\u{F076}", "Wingdings", "❖"),
        ("\u{F02D}", "Times New Roman", "-"),
        (" ", "Symbol", "•"),
        ("", "Symbol", ""),
    ] {
        let lists = lists(&[kind("1", &[bullet(text, font)]), instance("1", "1", "")]);
        assert_eq!(labels(&lists, &[("1", 0)]), [shown], "{text:?} {font}");
    }
    let picture =
        r#"<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/><w:lvlPicBulletId w:val="0"/></w:lvl>"#;
    let lists = lists(&[kind("1", &[picture.to_owned()]), instance("1", "1", "")]);
    assert_eq!(labels(&lists, &[("1", 0)]), ["•"]);
}

#[test]
fn an_instance_may_change_a_level() {
    let own = format!(r#"<w:lvlOverride w:ilvl="1">{}</w:lvlOverride>"#, level(1, "lowerLetter", "%2/", ""));
    let mut parts = outline();
    parts.push(instance("2", "5", &own));
    let lists = lists(&parts);
    assert_eq!(labels(&lists, &[("2", 0), ("2", 1), ("2", 1), ("1", 1)]), ["I.", "a/", "b/", "3."]);
}

#[test]
fn lists_may_be_defined_by_list_styles() {
    let real = format!(
        r#"<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="KieuMuc"/>{}</w:abstractNum>"#,
        level(0, "upperRoman", "%1.", "")
    );
    let link = r#"<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="KieuMuc"/></w:abstractNum>"#;
    let lists = lists(&[real, link.to_owned(), instance("1", "8", ""), instance("2", "9", "")]);
    assert_eq!(labels(&lists, &[("1", 0), ("2", 0)]), ["I.", "II."]);
}

#[test]
fn paragraph_styles_stand_for_levels() {
    let lists = lists(&[
        kind(
            "1",
            &[
                level(0, "decimal", "%1.", r#"<w:pStyle w:val="Muc"/>"#),
                level(1, "decimal", "%1.%2.", r#"<w:pStyle w:val="TieuMuc"/>"#),
            ],
        ),
        instance("1", "1", ""),
    ]);
    assert_eq!(lists.level_of_style("1", "TieuMuc"), Some(1));
    assert_eq!(lists.level_of_style("1", "Khac"), None);
}

#[test]
fn labels_in_old_fonts_are_decoded() {
    let old = r#"<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/>
        <w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:lvl>"#;
    let lists = lists(&[kind("1", &[old.to_owned()]), instance("1", "1", "")]);
    assert_eq!(labels(&lists, &[("1", 0)]), ["Điều 3."]);
}

#[test]
fn what_is_not_there_shows_nothing() {
    let lists = lists(&[
        kind("1", &[level(0, "decimal", "100%% %0 %1.%9", "")]),
        instance("1", "1", ""),
        instance("2", "7", ""),
    ]);
    assert_eq!(labels(&lists, &[("1", 0)]), ["100%% %0 1."]);
    assert_eq!(labels(&lists, &[("1", 5), ("1", 99), ("2", 0), ("3", 0)]), [""; 4]);
}
