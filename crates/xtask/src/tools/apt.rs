//! Browsers, drivers and fonts from Debian's packages, for the journeys only; the programs that open what the app makes: QR
//! codes, workbooks, printed pages; and the web sites that it is put into: WordPress, MkDocs. None of these packages starts a
//! service.

use crate::fault::{Fault, Outcome};
use crate::process::{Run, find};
use crate::say;

/// Each package and a programme by which it is known to be there; some have none.
const WANTED: [(&str, &str); 18] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
    ("locales", ""),
    ("zbar-tools", "zbarimg"),
    ("qrencode", "qrencode"),
    ("libreoffice-calc-nogui", "soffice"),
    ("poppler-utils", "pdftotext"),
    ("npm", "npm"),
    ("fonts-noto-cjk", ""),
    ("wordpress", ""),
    ("php-cli", "php"),
    ("php-mysql", ""),
    // The database without its service.
    ("mariadb-server-core", ""),
    // WordPress wants a web server; the smallest one never runs by itself. The journeys use PHP's own.
    ("micro-httpd", ""),
    ("mkdocs", "mkdocs"),
];

/// Installs what is missing, as root or through sudo.
pub(super) fn ensure() -> Outcome {
    let missing: Vec<_> =
        WANTED.into_iter().filter(|(package, program)| !is_there(package, program)).map(|(p, _)| p).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("apt-get install --no-install-recommends {}", missing.join(" "));
    if find("apt-get", &[]).is_none() {
        return Err(Fault::new("the journeys need programmes that are not on this machine")
            .hint(format!("install what Debian calls: {}", missing.join(" "))));
    }
    let sudo: &[&str] = match (rustix::process::geteuid().is_root(), find("sudo", &[])) {
        (true, _) => &[],
        (false, Some(_)) => &["sudo"],
        (false, None) => {
            return Err(Fault::new("the journeys need programmes, and only root may install them")
                .hint(format!("as root: {by_hand}")));
        }
    };
    let apt = |args: &[&str]| {
        let words: Vec<_> =
            sudo.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]).collect();
        let (program, rest) = words.split_first().map_or(("env", &[][..]), |(first, rest)| (**first, rest));
        Run::new(program).args(rest).args(args).show()
    };
    say::step(&format!("install {} from apt", missing.join(" ")), || {
        let installed = apt(&["update"]).and_then(|()| {
            let theme = default_theme(&missing)?;
            let all = missing.iter().copied().chain(theme.as_deref());
            apt(&["install", "--yes", "--no-install-recommends"].into_iter().chain(all).collect::<Vec<_>>())
        });
        installed.map_err(|fault| {
            Fault::new(format!("the programmes could not be installed: {fault}"))
                .hint(format!("connect to the network and run this again, or, as root: {by_hand}"))
        })
    })
}

/// WordPress only recommends its default theme, which has another name each year.
fn default_theme(missing: &[&str]) -> Outcome<Option<String>> {
    if !missing.contains(&"wordpress") {
        return Ok(None);
    }
    let said = Run::new("apt-cache").args(["depends", "wordpress"]).read()?;
    let mut names = said.split_whitespace().filter(|word| word.starts_with("wordpress-theme-"));
    Ok(names.next_back().map(str::to_owned))
}

fn is_there(package: &str, program: &str) -> bool {
    if !program.is_empty() {
        return find(program, &[]).is_some();
    }
    let status = Run::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).read();
    status.is_ok_and(|status| status == "installed")
}
