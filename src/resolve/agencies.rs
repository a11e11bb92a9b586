//! Which agency of the lexicon a name means; who must meet a deadline.

use rustc_hash::FxHashMap;

use crate::{
    agency::as_printed,
    lexicon::{
        agencies::{Identified, Setting, identify},
        provinces::{self, Province},
    },
    model::{AssignmentFact, DeadlineFact, Document, Fact, Role},
};

/// Fills the issuer's id, level and province; gives the province that the document comes from.
pub(super) fn issuer(document: &mut Document) -> Option<&'static Province> {
    let name = document.issuer.as_deref()?;
    let place = document.place.as_deref().and_then(provinces::lookup);
    let on = document.issued_on.as_deref();
    let found = identify(name, &Setting { home: None, on }).or_else(|| identify(name, &Setting { home: place, on }));
    let named = crate::text::fold(name);
    let above = || document.parent_issuer.as_deref().and_then(|above| provinces::find_in(&crate::text::fold(above)));
    let province = found.and_then(|f| f.province).or_else(|| provinces::find_in(&named)).or_else(above);
    if let Some(found) = found {
        document.issuer_id = found.organ.is_none().then(|| found.agency.id.to_owned());
        document.level = Some(found.agency.level.as_str().to_owned());
    }
    document.province = province.map(|p| p.name.to_owned());
    // a central body has no home province, though it stands in Hà Nội
    let central = document.level.as_deref() == Some("central");
    province.or(if central { None } else { place })
}

/// Names of agencies, recipients and posts as they must have been printed, where their words were read from images.
pub(super) fn mend(
    document: &mut Document,
    assignments: &mut [Fact<AssignmentFact>],
    deadlines: &mut [Fact<DeadlineFact>],
) {
    for line in document.signer.iter_mut().flat_map(|signer| &mut signer.authority) {
        // `KT: CHỦ TỊCH`
        if let Some((sign, post)) = line.split_once(": ").filter(|(sign, _)| sign.len() <= 3) {
            *line = format!("{sign}. {post}");
        }
    }
    let signed = document.signer.iter_mut().flat_map(|s| s.authority.iter_mut().chain(&mut s.title));
    let issuers = document.issuer.iter_mut().chain(&mut document.parent_issuer).chain(signed);
    let acting = assignments.iter_mut().flat_map(|a| std::iter::once(&mut a.value.agency).chain(&mut a.value.partners));
    let bound = deadlines.iter_mut().flat_map(|d| &mut d.value.agencies);
    let mut known: FxHashMap<String, String> = FxHashMap::default();
    for name in issuers.chain(&mut document.recipients).chain(acting).chain(bound) {
        if let Some(printed) = known.get(name) {
            name.clone_from(printed);
        } else {
            let printed = as_printed(name);
            known.insert(std::mem::replace(name, printed.clone()), printed);
        }
    }
}

/// Fills the ids, levels and provinces of those who must act.
pub(super) fn assignments(assignments: &mut [Fact<AssignmentFact>], home: Option<&'static Province>, on: Option<&str>) {
    // a plan names the same few agencies over and over
    let mut known: FxHashMap<String, Option<Identified>> = FxHashMap::default();
    for a in assignments {
        let found = if let Some(found) = known.get(&a.value.agency) {
            *found
        } else {
            let found = identify(&a.value.agency, &Setting { home, on });
            known.insert(a.value.agency.clone(), found);
            found
        };
        let Some(found) = found else { continue };
        // an organ or a post of the agency is not the agency
        a.value.agency_id = found.organ.is_none().then(|| found.agency.id.to_owned());
        a.value.level = Some(found.agency.level.as_str().to_owned());
        a.value.province = found.province.map(|p| p.name.to_owned());
    }
}

/// A duty names the deadlines inside its words, a deadline those whose duty it is.
pub(super) fn link(assignments: &mut [Fact<AssignmentFact>], deadlines: &mut [Fact<DeadlineFact>]) {
    // both stand in reading order of their sections, so each section's deadlines are one run
    let mut by_section: FxHashMap<Option<String>, Vec<usize>> = FxHashMap::default();
    for (i, d) in deadlines.iter().enumerate() {
        by_section.entry(d.place.section.clone()).or_default().push(i);
    }
    let mut parts = Vec::new();
    for a in assignments {
        let Some(here) = by_section.get(&a.place.section) else { continue };
        let row = a.place.rule.contains("row");
        for &i in here {
            let d = &mut deadlines[i];
            let inside = d.place.span.start >= a.place.span.start && d.place.span.end <= a.place.span.end;
            if inside || row {
                a.value.deadlines.push(d.place.id.clone());
                if a.value.role == Role::Coordinate {
                    parts.extend((!row).then(|| (a.value.agency.clone(), i)));
                } else if !d.value.agencies.contains(&a.value.agency) {
                    d.value.agencies.push(a.value.agency.clone());
                }
            }
        }
    }
    // `Phối hợp với Sở Tài chính … trước ngày 30/11`: whose part it is, where nobody else has the duty
    for (agency, i) in parts {
        let agencies = &mut deadlines[i].value.agencies;
        if agencies.is_empty() {
            agencies.push(agency);
        }
    }
}
