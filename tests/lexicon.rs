//! Data that tests itself: each entry is found by each of its forms, each example names its entry, periods are sane,
//! no form stands for two.

use std::collections::{HashMap, HashSet};

use kehoach::{
    lexicon::{
        agencies::{self, Level, Setting, identify},
        names, provinces,
    },
    text::fold,
};

/// `2025-03-01`, `2025-03` or `2025`, on the calendar.
fn is_day(day: &str) -> bool {
    let whole = match day.len() {
        10 => day.to_owned(),
        7 => format!("{day}-01"),
        4 => format!("{day}-01-01"),
        _ => return false,
    };
    whole.parse::<jiff::civil::Date>().is_ok()
}

#[test]
fn ids_are_unique_and_plain() {
    let ids = agencies::all().iter().map(|a| a.id).chain(provinces::all().iter().map(|p| p.id));
    let mut seen = HashSet::new();
    for id in ids.chain(agencies::classes().iter().map(|c| c.id)) {
        assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{id}");
        assert!(seen.insert(id), "{id} twice");
    }
}

#[test]
fn periods_begin_before_they_end() {
    let agencies = agencies::all().iter().map(|a| (a.id, a.valid_from, a.valid_to));
    let provinces = provinces::all().iter().map(|p| (p.id, p.valid_from, p.valid_to));
    for (id, from, to) in agencies.chain(provinces) {
        assert!(from.is_none_or(is_day) && to.is_none_or(is_day), "{id}");
        if let (Some(from), Some(to)) = (from, to) {
            let exact = from.len().min(to.len());
            assert!(from[..exact] <= to[..exact] && from != to, "{id}: {from} to {to}");
        }
    }
}

#[test]
fn successors_exist_and_the_line_ends() {
    for agency in agencies::all() {
        for id in agency.successors {
            let next = agencies::by_id(id).unwrap_or_else(|| panic!("{}: no agency {id}", agency.id));
            assert!(agency.valid_to.is_some(), "{} has a successor and no end", agency.id);
            assert!(next.valid_to.is_none_or(|to| agency.valid_to < Some(to)), "{} ends after {id}", agency.id);
        }
    }
}

#[test]
fn provinces_are_63_until_june_2025_and_34_since() {
    let on = |day| provinces::all().iter().filter(|p| p.exists_on(day)).count();
    assert_eq!(on("2024-06-30"), 63);
    assert_eq!(on("2025-06-30"), 63);
    assert_eq!(on("2025-07-01"), 34);
    assert_eq!(provinces::all().iter().filter(|p| p.code_2025.is_some()).count(), 34);
    let today: HashSet<_> = provinces::all().iter().map(|p| p.today().id).collect();
    assert_eq!(today.len(), 34);
}

#[test]
fn mergers_tell_one_story() {
    let mut codes = HashMap::new();
    for province in provinces::all() {
        assert_eq!(province.valid_to.is_some(), province.successor.is_some(), "{}", province.id);
        for id in province.formed_from {
            let part = provinces::by_id(id).unwrap_or_else(|| panic!("{}: no province {id}", province.id));
            assert!(part.id == province.id || part.successor == Some(province.id), "{id}");
        }
        if province.valid_to == Some("2025-06-30") {
            assert!(province.today().formed_from.contains(&province.id), "{}", province.id);
        }
        for (code, era) in [(&province.code, 2004), (&province.code_2025, 2025)] {
            if let Some(code) = code {
                assert_eq!(code.len(), 2, "{}", province.id);
                // Huế took over the code of the province that it was the seat of
                let other = codes.insert((code, era), province.id);
                assert!(other.is_none(), "{code} of {} and {other:?}", province.id);
            }
        }
    }
}

#[test]
fn provinces_are_found_by_every_spelling() {
    for province in provinces::all() {
        for form in [&province.name].into_iter().chain(province.spellings) {
            assert_eq!(provinces::lookup(form).map(|p| &p.id), Some(&province.id), "{form}");
            assert_eq!(provinces::lookup(&form.to_uppercase()).map(|p| &p.id), Some(&province.id), "{form}");
        }
        assert_eq!(provinces::find_in(&fold(province.example)).map(|p| &p.id), Some(&province.id), "{}", province.id);
    }
}

/// A printed form with a place where the name only marks it.
fn placed(agency: &agencies::Agency, form: &str) -> String {
    match agency.level {
        Level::Province => form.replace("cấp tỉnh", "tỉnh"),
        Level::District => form.replace("cấp huyện", "huyện"),
        Level::Commune => form.replace("cấp xã", "xã"),
        Level::Central => form.to_owned(),
    }
}

#[test]
fn agencies_are_found_by_every_form() {
    for agency in agencies::all() {
        let on = agency.valid_to.or(agency.valid_from);
        for form in [agency.name].into_iter().chain(agency.aliases.iter().copied()) {
            // a bare `thành phố` is decided by the document's home
            let home = form.ends_with("thành phố").then(|| provinces::by_id("da-nang")).flatten();
            for printed in [form.to_owned(), placed(agency, form), form.to_uppercase(), form.replace(" - ", "-")] {
                let found = identify(&printed, &Setting { home, on });
                assert_eq!(found.map(|f| f.agency.id), Some(agency.id), "{printed}");
            }
        }
    }
}

#[test]
fn every_example_names_its_agency() {
    for agency in agencies::all() {
        let words: Vec<&str> = agency.example.split(' ').collect();
        let on = agency.valid_to.or(agency.valid_from);
        let home = agency.example.contains("hành phố").then(|| provinces::by_id("da-nang")).flatten();
        let setting = Setting { home, on };
        let named = (0..words.len()).any(|from| {
            (from + 1..=words.len())
                .filter_map(|to| identify(&words[from..to].join(" "), &setting))
                .any(|found| found.agency.id == agency.id)
        });
        assert!(named, "{}: {}", agency.id, agency.example);
    }
}

#[test]
fn every_class_fits_its_example() {
    for class in agencies::classes() {
        assert_eq!(agencies::classify(class.example).map(|c| &c.id), Some(&class.id), "{}", class.example);
        for head in class.heads {
            let name = format!("{head} Thống Nhất");
            assert_eq!(agencies::classify(&name).map(|c| &c.id), Some(&class.id), "{name}");
        }
    }
}

#[test]
fn every_abbreviation_is_written_out() {
    let mut seen = HashSet::new();
    for entry in names::abbreviations() {
        let used = entry.short.iter().any(|short| {
            let capitals: String = short.chars().filter(|c| c.is_uppercase()).collect();
            assert!(capitals.chars().count() > 1, "{short} could be a word");
            assert_eq!(names::expand(short), Some(entry.long), "{short}");
            assert!(seen.insert(fold(short)), "{short} twice");
            entry.example.replace([' ', '-', '.'], "").contains(&short.replace([' ', '-', '.'], ""))
                || entry.example.replace(" &", " và ").contains(short)
        });
        assert!(used, "{}: {}", entry.long, entry.example);
    }
}
