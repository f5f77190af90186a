//! x
use std::io::Read;
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    let r = yaodian::reading::Reading::of(&s);
    for yaodian::document::Explanation { span, kind, body, reasons } in yaodian::document::explain(&r.text) {
        let t: String = span.of(&r.text).chars().take(46).collect();
        let sum: f64 = reasons.iter().map(|r| r.1).sum();
        println!("{}{kind:?}\t{sum:.1}\t{t}\t{reasons:?}", if body { "+" } else { "-" });
    }
    let (d, n) = yaodian::document::read(&r.text);
    println!(
        "H {:?}\nS {:?}\nP {:?}\nB {:?}\nN {:?}",
        d.headline.map(|h| h.text),
        d.source.map(|h| h.text),
        d.published,
        d.bylines,
        n
    );
    for s in yaodian::sentence::split(&r.text, &yaodian::document::read(&r.text).0) {
        println!("| {}", s.span().of(&r.text));
    }
}
