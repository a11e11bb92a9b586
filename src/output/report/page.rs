//! The shell of a page: one file with its style and script inside, and a policy that lets nothing else in.

use base64::{Engine, engine::general_purpose::STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::words::Words;

const STYLE: &str = include_str!("report.css");

/// A page's script, which its policy knows by its hash, and the kind of the page.
pub(super) struct Script(&'static str, &'static str);

pub(super) const DOCUMENT: Script = Script(
    concat!(
        include_str!("scripts/common.js"),
        include_str!("scripts/saying.js"),
        include_str!("scripts/document.js"),
        include_str!("scripts/review.js"),
    ),
    "document",
);
pub(super) const BATCH: Script =
    Script(concat!(include_str!("scripts/common.js"), include_str!("scripts/batch.js")), "batch");

/// Only this very style and this very script run; nothing is fetched, sent or framed.
fn policy(script: &Script) -> String {
    let hash = |code: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(code)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(script.0)
    )
}

/// A whole page.
pub(super) fn page(title: &str, body: &Markup, data: &serde_json::Value, script: &Script, w: &Words) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(w.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body.(script.1) {
                (body)
                script type="application/json" id="data" { (PreEscaped(quoted(data))) }
                script { (PreEscaped(script.0)) }
            }
        }
    };
    page.into_string()
}

/// JSON that cannot end the element it stands in, whatever its strings hold.
fn quoted(data: &serde_json::Value) -> String {
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_string_ends_the_data() {
        let data = serde_json::json!({ "text": "</script><script>alert(1)</script><!-- &amp;" });
        let quoted = quoted(&data);
        assert!(!quoted.contains(['<', '>', '&']));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&quoted).expect("still JSON"), data);
    }

    #[test]
    fn what_is_embedded_is_what_the_policy_names() {
        for script in [&DOCUMENT, &BATCH] {
            // a `<` that the parser of the page could take for an end would change the hash
            assert!(!script.0.contains("</script") && !script.0.contains("<!--"));
        }
        assert!(!STYLE.contains("</style"));
    }
}
