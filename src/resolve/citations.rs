//! Merges the mentions of one document into one citation.
//!
//! The first mention gives the place and the words; each field takes the value that most mentions print. Two dates of
//! one number are two documents; a mention without a date joins the only one that its number has.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::{
    extract::{Finding, View, citations::number_key},
    lexicon::laws,
    model::{CitationFact, CitationRelation},
    text::fold,
};

/// Mentions of one type and ordinal, each with the parts of its number.
type Same = Vec<(usize, Vec<String>)>;

/// Mentions of one document.
struct Group {
    mentions: Vec<usize>,
    date: Option<String>,
    /// Of a law: its number, which parts those that amend one law.
    number: Option<String>,
}

/// One finding for each cited document, at its first mention.
pub fn merge(view: View, mut mentions: Vec<Finding<CitationFact>>) -> Vec<Finding<CitationFact>> {
    if view.recognized {
        for number in mentions.iter_mut().filter_map(|m| m.value.number.as_mut()) {
            *number = without_tones(number);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    let keys: Vec<String> = mentions.iter().map(|m| key(&m.value)).collect();
    let numbers = law_names(&mentions);
    let mut short = short_forms(&mentions, &keys);
    short.extend(short_laws(&mentions, &keys));
    short.extend(cut_symbols(&mentions, &keys));
    // dated mentions first: they part the documents that the others join
    let dated = (0..mentions.len()).filter(|n| mentions[*n].value.date.is_some());
    let others = (0..mentions.len()).filter(|n| mentions[*n].value.date.is_none());
    for n in dated.chain(others) {
        let fact = &mentions[n].value;
        let key = numbers.get(&n).or(short.get(&n)).unwrap_or(&keys[n]);
        let same = by_key.entry(key.clone()).or_default();
        let number = fact.number.as_deref().filter(|_| is_law(&fact.kind)).map(number_key);
        let fits = |g: &&usize| {
            let one = groups[**g].number.as_ref().zip(number.as_ref()).is_none_or(|(a, b)| a == b);
            one && match (&groups[**g].date, &fact.date) {
                (Some(a), Some(b)) => a.starts_with(b.as_str()) || b.starts_with(a.as_str()),
                _ => true,
            }
        };
        if let Some(&group) = same.iter().find(fits) {
            let group = &mut groups[group];
            group.mentions.push(n);
            group.number = group.number.take().or(number);
            let longer = |d: &&String| group.date.as_ref().is_none_or(|g| d.len() > g.len());
            if let Some(date) = fact.date.as_ref().filter(longer) {
                group.date = Some(date.clone());
            }
        } else {
            same.push(groups.len());
            groups.push(Group { mentions: vec![n], date: fact.date.clone(), number });
        }
    }
    for group in &mut groups {
        group.mentions.sort_unstable();
    }
    groups.sort_by_key(|g| g.mentions.first().copied());
    groups.into_iter().filter_map(|g| one(&mentions, g)).collect()
}

/// `14-NQ/TỦ` is `14-NQ/TU`: no letter of a symbol has a tone, so one that was read is a speck.
fn without_tones(number: &str) -> String {
    const TONES: [char; 6] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}', '\u{308}'];
    number.nfd().filter(|c| !TONES.contains(c)).nfc().collect()
}

/// Drops the document's own number, which covers and annexes repeat.
pub fn without_own(citations: Vec<Finding<CitationFact>>, own: &str) -> Vec<Finding<CitationFact>> {
    let own = number_key(own);
    citations.into_iter().filter(|c| c.value.number.as_ref().is_none_or(|n| number_key(n) != own)).collect()
}

fn is_law(kind: &str) -> bool {
    matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
}

/// What the mentions of one document share.
fn key(fact: &CitationFact) -> String {
    match (&fact.number, &fact.title) {
        (_, Some(title)) if is_law(&fact.kind) => laws::key(title),
        (Some(number), _) => {
            // `Chương trình` and `Chương trình hành động` with one number are one
            let kind = fold(&fact.kind);
            let kind: String = kind.split(' ').take(2).collect::<Vec<_>>().join(" ");
            format!("{kind} {}", number_key(number))
        }
        (None, title) => format!("{} {}", fold(&fact.kind), fold(title.as_deref().unwrap_or_default())),
    }
}

/// The key of the name for laws that are cited by number alone, where another mention prints both.
fn law_names(mentions: &[Finding<CitationFact>]) -> HashMap<usize, String> {
    let mut named: HashMap<String, String> = HashMap::new();
    for fact in mentions.iter().map(|m| &m.value).filter(|f| is_law(&f.kind)) {
        if let (Some(number), Some(title)) = (&fact.number, &fact.title) {
            named.entry(number_key(number)).or_insert_with(|| laws::key(title));
        }
    }
    let nameless = |f: &CitationFact| is_law(&f.kind) && f.title.is_none();
    let key = |f: &CitationFact| f.number.as_ref().and_then(|n| named.get(&number_key(n)).cloned());
    let all = mentions.iter().enumerate();
    all.filter(|(_, m)| nameless(&m.value)).filter_map(|(n, m)| key(&m.value).map(|k| (n, k))).collect()
}

/// The full key for bare numbers (`Nghị quyết 57`), where exactly one full number of that type has the ordinal.
fn short_forms(mentions: &[Finding<CitationFact>], keys: &[String]) -> HashMap<usize, String> {
    let ordinal = |number: &str| number.split(['/', '-']).next().unwrap_or_default().trim_start_matches('0').to_owned();
    let bare = |number: &str| !number.contains(['/', '-']);
    let mut full: HashMap<(String, String), Vec<&String>> = HashMap::new();
    for (m, key) in mentions.iter().zip(keys) {
        if let Some(number) = m.value.number.as_deref().filter(|n| !bare(n)) {
            let all = full.entry((fold(&m.value.kind), ordinal(number))).or_default();
            if !all.contains(&key) {
                all.push(key);
            }
        }
    }
    let target = |f: &CitationFact| {
        let number = f.number.as_deref().filter(|n| bare(n))?;
        match full.get(&(fold(&f.kind), ordinal(number)))?.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    };
    mentions.iter().enumerate().filter_map(|(n, m)| target(&m.value).map(|k| (n, k))).collect()
}

/// The full key for laws by a short name (`Luật Thủy lợi` beside one `Luật Thủy lợi và …`): its words begin exactly one
/// other name of the same kind. Names that the lexicon knows, and names with a number or a date of their own, are whole.
fn short_laws(mentions: &[Finding<CitationFact>], keys: &[String]) -> HashMap<usize, String> {
    let named = |f: &CitationFact| is_law(&f.kind) && f.title.is_some();
    let of_laws = || mentions.iter().zip(keys).filter(|(m, _)| named(&m.value));
    let bare = |f: &CitationFact| f.number.is_none() && f.date.is_none();
    let whole: HashSet<&String> = of_laws().filter(|(m, _)| !bare(&m.value)).map(|(_, k)| k).collect();
    let all_keys: BTreeSet<&String> = of_laws().map(|(_, k)| k).collect();
    let known = |title: &str| {
        let folded = fold(title);
        laws::longest(&folded, 0, "").is_some_and(|(_, end)| folded[end..].trim().is_empty())
    };
    let full = |short: &String| {
        let start = format!("{short} ");
        let mut longer = all_keys.range(start.clone()..).take_while(|k| k.starts_with(&start));
        let only = longer.next()?;
        longer.next().is_none().then(|| (*only).clone())
    };
    let all = mentions.iter().zip(keys).enumerate();
    all.filter(|(_, (m, key))| named(&m.value) && bare(&m.value) && !whole.contains(key))
        .filter(|(_, (m, _))| m.value.title.as_deref().is_some_and(|t| !known(t)))
        .filter_map(|(n, (_, key))| full(key).map(|k| (n, k)))
        .collect()
}

/// The full key for numbers whose symbol was cut short (`Kế hoạch số 71/KH` beside one `71/KH-UBND`): same kind,
/// ordinal and year of date, and the symbol's parts begin exactly one other symbol.
fn cut_symbols(mentions: &[Finding<CitationFact>], keys: &[String]) -> HashMap<usize, String> {
    let parts = |number: &str| -> Vec<String> {
        let folded = fold(number);
        let mut parts: Vec<String> = folded.split(['/', '-', '–']).map(|p| p.trim().to_owned()).collect();
        if let Some(ordinal) = parts.first_mut() {
            *ordinal = ordinal.trim_start_matches('0').to_owned();
        }
        parts
    };
    let mut by_ordinal: HashMap<(String, String), Same> = HashMap::new();
    for (n, m) in mentions.iter().enumerate() {
        let Some(number) = m.value.number.as_deref().filter(|n| n.contains(['/', '-'])) else { continue };
        let parts = parts(number);
        by_ordinal.entry((fold(&m.value.kind), parts[0].clone())).or_default().push((n, parts));
    }
    let year = |n: usize| mentions[n].value.date.as_deref().and_then(|d| d.get(..4));
    let mut cut = HashMap::new();
    for same in by_ordinal.values().filter(|same| same.len() > 1) {
        let mut seen: Vec<&(usize, Vec<String>)> = Vec::new();
        for mention in same {
            if !seen.iter().any(|(n, _)| keys[*n] == keys[mention.0]) {
                seen.push(mention);
            }
        }
        for (n, short) in same {
            let years = |other: usize| year(*n).is_none() || year(other).is_none() || year(*n) == year(other);
            let longer = |(other, parts): &&&(usize, Vec<String>)| {
                parts.len() > short.len() && parts.starts_with(short) && years(*other)
            };
            let mut full = seen.iter().filter(longer);
            if let (Some((only, _)), None) = (full.next(), full.next()) {
                cut.insert(*n, keys[*only].clone());
            }
        }
    }
    cut
}

/// One citation from the mentions of its document.
fn one(mentions: &[Finding<CitationFact>], group: Group) -> Option<Finding<CitationFact>> {
    let facts: Vec<&Finding<CitationFact>> = group.mentions.iter().filter_map(|n| mentions.get(*n)).collect();
    let first = *facts.first()?;
    // what the title prints in capitals, later words print in ordinary letters
    let most = |of: fn(&CitationFact) -> Option<&String>| -> Option<String> {
        let mut counts: Vec<(&String, usize, bool)> = Vec::new();
        for m in &facts {
            let Some(value) = of(&m.value) else { continue };
            let body = m.node.is_some();
            match counts.iter_mut().find(|(v, ..)| fold(v) == fold(value)) {
                Some(seen) => {
                    seen.1 += 1;
                    if body && !seen.2 {
                        (seen.0, seen.2) = (value, true);
                    }
                }
                None => counts.push((value, 1, body)),
            }
        }
        let best = counts.iter().map(|(_, n, body)| (*n, *body)).max()?;
        counts.into_iter().find(|(_, n, body)| (*n, *body) == best).map(|(v, ..)| v.clone())
    };
    let number = most(|f| f.number.as_ref().filter(|n| n.contains(['/', '-']))).or_else(|| first.value.number.clone());
    // the whole symbol, not one cut short
    let number = number.map(|most| {
        let start = number_key(&most);
        let printed = facts.iter().filter_map(|m| m.value.number.as_ref());
        printed
            .filter(|n| number_key(n).starts_with(&start))
            .fold(most, |a, n| if number_key(n).len() > number_key(&a).len() { n.clone() } else { a })
    });
    // a title in capitals is the second choice
    let titles = || facts.iter().filter_map(|m| m.value.title.as_ref());
    let title = titles().find(|t| t.chars().any(char::is_lowercase)).or_else(|| titles().next()).cloned();
    let relation = facts.iter().map(|m| m.value.relation).min_by_key(|r| match r {
        CitationRelation::Implements => 0,
        CitationRelation::Basis => 1,
        CitationRelation::Mentions => 2,
    })?;
    // the first mention often prints more of the name than later ones: `Bộ Chính trị khóa XIII`
    let issuer = most(|f| f.issuer.as_ref()).map(|most| match &first.value.issuer {
        Some(fuller) if first.node.is_some() && fold(fuller).starts_with(&format!("{} ", fold(&most))) => {
            fuller.clone()
        }
        _ => most,
    });
    let value = CitationFact { kind: first.value.kind.clone(), number, date: group.date, issuer, title, relation };
    Some(Finding { node: first.node, range: first.range.clone(), rule: first.rule, value })
}
