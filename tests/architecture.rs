//! Layer rule: a module uses only the layers below it, in one plain form, so that the rule can be read off the text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Lowest first. Modules on one row are siblings: neither may use the other.
const LAYERS: &[&[&str]] = &[
    &["units"],
    &["guidance"],
    &["model"],
    &["costing"],
    &["appraisal"],
    &["findings"],
    &["uncertainty"],
    &["chart"],
    &["report"],
    &["store", "export"],
    &["session"],
    &["gui", "cli"],
];

/// What a layer may not use though it lies lower: a file knows the register, not what follows from it.
const NEVER: &[(&str, &[&str])] = &[(
    "store",
    &[
        "costing",
        "appraisal",
        "findings",
        "uncertainty",
        "chart",
        "report",
    ],
)];

/// Files of `src` itself: the list of layers, and the two programs.
const ROOTS: &[&str] = &["lib.rs", "main.rs", "bin"];

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&layer))
}

#[test]
fn modules_use_only_the_layers_below_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut errors = Vec::new();
    for path in rust_files(&src) {
        let text = fs::read_to_string(&path).unwrap();
        let relative = path.strip_prefix(&src).unwrap();
        let layer = relative.iter().next().unwrap().to_str().unwrap();
        if !text.starts_with("//! ") {
            errors.push(format!(
                "{}: say on line 1 what the file is for",
                relative.display()
            ));
        }
        if ROOTS.contains(&layer) {
            continue;
        }
        errors.extend(faults(layer, &text).map(|fault| format!("{}: {fault}", relative.display())));
    }
    errors.sort();
    assert!(errors.is_empty(), "\n{}", errors.join("\n"));
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            pending.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What a file of `layer` with this text does that it may not.
fn faults(layer: &str, text: &str) -> impl Iterator<Item = String> {
    let mut faults = Vec::new();
    let Some(own) = rank(layer) else {
        return vec![format!(
            "`{layer}` is not a layer; put it in the list, or in one"
        )]
        .into_iter();
    };
    if text.contains("super::super") {
        faults.push("name the module from `crate::`, not by `super::super`".to_owned());
    }
    if text.contains("crate::{") {
        faults.push("one `use crate::module::{…}` for each module, no `crate::{…}`".to_owned());
    }
    for used in modules_used(text) {
        let is_never = NEVER
            .iter()
            .any(|(who, what)| *who == layer && what.contains(&used));
        match rank(used) {
            None => faults.push(format!("`{used}` is not a layer")),
            Some(other) if used != layer && (own <= other || is_never) => {
                faults.push(format!("`{layer}` may not use `{used}`"));
            }
            Some(_) => {}
        }
    }
    for (module, n) in imports(text) {
        if n > 1 {
            faults.push(format!("{n} imports of `{module}`: make them one"));
        }
    }
    faults.dedup();
    faults.into_iter()
}

/// Every `name` of `crate::name`, in code and in links of the documentation.
fn modules_used(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("crate::").filter_map(|(at, prefix)| {
        let is_part =
            text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let rest = &text[at + prefix.len()..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let name = &rest[..end.unwrap_or(rest.len())];
        (!is_part && !name.is_empty()).then_some(name)
    })
}

/// How often each module's items are imported, outside the tests at the end of a file.
fn imports(text: &str) -> BTreeMap<&str, usize> {
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or(text);
    let mut found = BTreeMap::new();
    for line in code.lines().filter(|line| !line.starts_with(' ')) {
        let Some(path) = line.strip_prefix("use crate::") else {
            continue;
        };
        // The module is what stands before the item or the bracket of items; a layer's own modules are items too.
        let module = match path.find('{') {
            Some(bracket) => path[..bracket].trim_end_matches("::"),
            None => path.rsplit_once("::").map_or("", |(module, _)| module),
        };
        *found.entry(module).or_insert(0) += 1;
    }
    found
}

#[test]
fn each_fault_is_found() {
    let check = |layer, text: &str, expected: &str| {
        let found: Vec<_> = faults(layer, text).collect();
        assert_eq!(found.join("; "), expected, "{text}");
    };
    check("costing", "use crate::model::grade::{Grade, Pay};", "");
    check(
        "costing",
        "use crate::units::id::Id;\nuse crate::units::input::Input;",
        "",
    );
    check(
        "units",
        "use crate::model::grade::Grade;",
        "`units` may not use `model`",
    );
    check(
        "store",
        "use crate::export::formats;",
        "`store` may not use `export`",
    );
    check(
        "store",
        "use crate::findings::figure::FigureId;",
        "`store` may not use `findings`",
    );
    check("gui", "crate::cli::run();", "`gui` may not use `cli`");
    check(
        "helpers",
        "",
        "`helpers` is not a layer; put it in the list, or in one",
    );
    check(
        "model",
        "use crate::helpers::x;",
        "`helpers` is not a layer",
    );
    check(
        "model",
        "use crate::units::id::Id;\nuse crate::units::id::Kind;",
        "2 imports of `units::id`: make them one",
    );
    check(
        "model",
        "use crate::{units, guidance};",
        "one `use crate::module::{…}` for each module, no `crate::{…}`",
    );
    check(
        "model",
        "use super::super::units;",
        "name the module from `crate::`, not by `super::super`",
    );
}

/// A quantity that is left out there could not be vouched for, varied or listed among the assumptions.
#[test]
fn every_typed_quantity_is_in_the_list_of_inputs() {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
    let list = fs::read_to_string(model.join("inputs.rs")).unwrap();
    let (_, list) = list.split_once("\ninputs! {").unwrap();
    let (list, _) = list.split_once("\n}").unwrap();
    let of = |record: &str| {
        let entries = list.split(',').map(str::trim);
        let mut entry = entries.filter_map(|it| it.strip_prefix(record)?.strip_prefix(':'));
        let entry = entry.next().unwrap_or_default().split(';').next();
        entry
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut n = 0;
    for path in rust_files(&model) {
        let text = fs::read_to_string(&path).unwrap();
        let mut record = String::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("pub struct ") {
                name.trim_end_matches(" {").clone_into(&mut record);
            }
            let Some((field, _)) = line
                .strip_prefix("    pub ")
                .and_then(|it| it.split_once(": Input<"))
            else {
                continue;
            };
            assert!(
                of(&record).iter().any(|it| it == field),
                "{record}: {field}"
            );
            n += 1;
        }
    }
    assert!(n > 50, "only {n} were found");
}
