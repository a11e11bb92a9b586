//! What a page puts around the document: menus, headers, footers, lists of other pages, what is not shown.

use ego_tree::NodeRef;
use scraper::{Html, Node, node::Element};

use super::measure::{Measure, Measures};

/// Is an element, with all it holds, no part of the document?
pub(super) fn is_furniture(element: &Element, holds: Measure) -> bool {
    if is_hidden(element) {
        return true;
    }
    match element.name() {
        "head" | "nav" | "aside" | "button" | "input" | "datalist" | "dialog" | "audio" | "video" | "canvas"
        | "del" | "label" => true,
        "footer" | "header" => holds.marks == 0,
        "html" | "body" | "main" | "article" => false,
        _ if holds.marks > 0 => false,
        _ => is_role(element) || is_running_head(element) || is_list_of_links(element.name(), holds),
    }
}

fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_whitespace().collect();
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
        || element.attr("hidden").is_some()
}

fn is_role(element: &Element) -> bool {
    const ROLES: [&str; 7] = ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"];
    const CLASSES: [&str; 14] = [
        "menu",
        "navbar",
        "nav",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "footer",
        "pagination",
        "paging",
        "share",
        "social",
        "comments",
        "toolbar",
        "login",
    ];
    let named = |value: &str| {
        value
            .split(|c: char| c.is_whitespace() || c == '-' || c == '_')
            .any(|part| CLASSES.iter().any(|class| class.eq_ignore_ascii_case(part)))
    };
    element.attr("role").is_some_and(|role| ROLES.contains(&role))
        || [element.attr("class"), element.attr("id")].into_iter().flatten().any(named)
}

/// LibreOffice writes a page's header and footer so.
fn is_running_head(element: &Element) -> bool {
    element.name() == "div" && matches!(element.attr("title"), Some("header" | "footer"))
}

/// Mostly short links to other pages. A paragraph may cite many documents by links; a menu is a list or a box.
fn is_list_of_links(name: &str, holds: Measure) -> bool {
    const FEWEST: usize = 3;
    const LONGEST: usize = 90;
    matches!(name, "ul" | "ol" | "div" | "td" | "table" | "section" | "dl" | "tr" | "tbody")
        && holds.links >= FEWEST
        && holds.linked * 10 >= holds.chars * 7
        && holds.linked <= holds.links * LONGEST
}

/// The element that holds the document: the body, or the one below it with nearly all words and all marks of a document.
pub(super) fn root<'a>(page: &'a Html, measures: &Measures) -> NodeRef<'a, Node> {
    let html = page.root_element();
    let body = html.children().find(|c| c.value().as_element().is_some_and(|e| e.name() == "body"));
    let mut root = body.unwrap_or(*html);
    loop {
        let holds = measures.get(root);
        let words = |m: Measure| m.chars - m.linked.min(m.chars);
        let child = root
            .children()
            .filter(|c| c.value().is_element())
            .map(|c| (measures.get(c), c))
            .filter(|(m, _)| !m.furniture && m.marks > 0 && m.marks == holds.marks)
            .find(|(m, _)| words(*m) * 10 >= words(holds) * 8);
        match child {
            Some((_, child)) if !matches!(child.value().as_element().map(Element::name), Some("p" | "span" | "tr")) => {
                root = child;
            }
            _ => return root,
        }
    }
}
