//! WordPress from Debian's packages, with a database and a web server of its own, set up from nothing in a folder that goes
//! away. The machine's own services are left alone.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicU32, Ordering},
    },
};

use rustix::process::geteuid;
use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::{Agent, http::Response};

use crate::{
    failure::{Failure, Outcome},
    port,
    process::Process,
    wait,
};

/// Where Debian puts it.
const PACKAGE: &str = "/usr/share/wordpress";
const HINT: &str = "cargo xtask setup --tests";
const NAME: &str = "keeper";
const PASSWORD: &str = "one of the journeys, not a secret";

/// A running WordPress with nothing in it but what it brings, its default theme among it.
#[derive(Debug)]
pub struct WordPress {
    origin: String,
    cookies: String,
    // The web server, which ends first, and the database.
    _programs: Mutex<[Process; 2]>,
    _folder: TempDir,
}

impl WordPress {
    /// The one that is running, or else a new one.
    pub fn shared() -> Outcome<Arc<Self>> {
        static RUNNING: Mutex<Weak<WordPress>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = running.upgrade() {
            return Ok(there);
        }
        let started = Arc::new(Self::start().map_err(|failure| failure.during("starting WordPress"))?);
        *running = Arc::downgrade(&started);
        Ok(started)
    }

    /// Its address without a slash at the end: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        self.origin.clone()
    }

    /// Publishes a page with this HTML in a Custom HTML block, as its owner does; gives the page's address.
    pub fn publish(&self, title: &str, html: &str) -> Outcome<String> {
        // Two pages that are made at the same moment may be given the same address by WordPress itself.
        static PAGES: AtomicU32 = AtomicU32::new(0);
        let slug = format!("page-{}", PAGES.fetch_add(1, Ordering::Relaxed));
        let agent = agent();
        let ask =
            |path: &str| agent.get(format!("{}{path}", self.origin)).header("cookie", &self.cookies).call();
        let nonce = ask("/wp-admin/admin-ajax.php?action=rest-nonce")?.body_mut().read_to_string()?;
        let content = format!("<!-- wp:html -->\n{html}\n<!-- /wp:html -->");
        let made = agent
            .post(format!("{}/?rest_route=/wp/v2/pages", self.origin))
            .header("cookie", &self.cookies)
            .header("x-wp-nonce", &nonce)
            .send_json(json!({ "title": title, "slug": slug, "content": content, "status": "publish" }))?;
        let page: Value = read(made)?.parse()?;
        let link = page.get("link").and_then(Value::as_str).map(str::to_owned);
        link.ok_or_else(|| Failure::new(format!("WordPress made no page: {page}")))
    }

    fn start() -> Outcome<Self> {
        if !Path::new(PACKAGE).is_dir() {
            return Err(Failure::new(format!("WordPress is missing: {HINT}")));
        }
        let folder = tempfile::Builder::new().prefix("wordpress-").tempdir()?;
        let database = start_database(folder.path())?;
        let site = folder.path().join("site");
        copy(&site)?;
        let port = port::free()?;
        let origin = format!("http://127.0.0.1:{port}");
        fs::write(site.join("wp-config.php"), config(&origin, folder.path()))?;
        let web = Process::start(
            Command::new("php")
                .args(["-d", "display_errors=0", "-S", &format!("127.0.0.1:{port}"), "-t"])
                .arg(&site)
                // A page asks for many files at once.
                .env("PHP_CLI_SERVER_WORKERS", "4"),
            &folder.path().join("php.log"),
            HINT,
        )?;
        let cookies = set_up(&origin).map_err(|failure| failure.with(&web.last_words()))?;
        Ok(Self { origin, cookies, _programs: Mutex::new([web, database]), _folder: folder })
    }
}

/// An empty database that only this folder's socket reaches.
fn start_database(folder: &Path) -> Outcome<Process> {
    let data = folder.join("database");
    let mut install = Command::new("mariadb-install-db");
    install.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"]);
    install.arg(format!("--datadir={}", data.display()));
    let mut serve = Command::new("mariadbd");
    serve.args(["--no-defaults", "--skip-networking", "--innodb-flush-log-at-trx-commit=0"]);
    serve.arg(format!("--datadir={}", data.display()));
    serve.arg(format!("--socket={}", socket(folder)));
    if geteuid().is_root() {
        // It refuses to be root's unless it is told to.
        install.arg("--user=root");
        serve.arg("--user=root");
    }
    let first = folder.join("first.sql");
    fs::write(&first, "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;\n")?;
    serve.arg(format!("--init-file={}", first.display()));
    run(&mut install)?;
    // Debian keeps it where only root looks for programs.
    let path = std::env::var("PATH").unwrap_or_default();
    serve.env("PATH", format!("{path}:/usr/sbin"));
    let process = Process::start(&mut serve, &folder.join("database.log"), HINT)?;
    let socket = socket(folder);
    wait::until("the database answers", wait::PATIENCE, || {
        Ok(std::os::unix::net::UnixStream::connect(&socket).is_ok().then_some(()))
    })
    .map_err(|failure| failure.with(&process.last_words()))?;
    Ok(process)
}

fn socket(folder: &Path) -> String {
    folder.join("sql.sock").display().to_string()
}

/// A copy with everything in it that Debian's package only points to.
fn copy(site: &Path) -> Outcome {
    run(Command::new("cp").args(["--recursive", "--dereference", PACKAGE]).arg(site))
}

fn run(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let output =
        command.output().map_err(|error| Failure::from(error).during(&format!("{name} ({HINT})")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(Failure::new(format!("{name} failed: {}", String::from_utf8_lossy(&said))))
}

/// Its configuration: nothing is asked of other hosts, nothing happens by itself.
fn config(origin: &str, folder: &Path) -> String {
    let mut config = String::from("<?php\n");
    let texts = [
        ("DB_NAME", "wordpress".to_owned()),
        ("DB_USER", "root".to_owned()),
        ("DB_PASSWORD", String::new()),
        ("DB_HOST", format!("localhost:{}", socket(folder))),
        ("DB_CHARSET", "utf8mb4".to_owned()),
        ("WP_HOME", origin.to_owned()),
        ("WP_SITEURL", origin.to_owned()),
    ];
    for (name, value) in texts {
        let _infallible = writeln!(config, "define('{name}', '{value}');");
    }
    for name in ["WP_HTTP_BLOCK_EXTERNAL", "DISABLE_WP_CRON", "AUTOMATIC_UPDATER_DISABLED"] {
        let _infallible = writeln!(config, "define('{name}', true);");
    }
    config
        + "$table_prefix = 'wp_';\ndefined('ABSPATH') || define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n"
}

/// Goes through the installer's form, and in by the door; gives the cookies of whoever is in.
fn set_up(origin: &str) -> Outcome<String> {
    let agent = agent();
    wait::until("its installer comes", wait::PATIENCE, || {
        let mut page = agent.get(format!("{origin}/wp-admin/install.php")).call()?;
        Ok(page.body_mut().read_to_string()?.contains("weblog_title").then_some(()))
    })?;
    let form = [
        ("weblog_title", "みどり市役所"),
        ("user_name", NAME),
        ("admin_password", PASSWORD),
        ("admin_password2", PASSWORD),
        ("admin_email", "keeper@city.example.lg.jp"),
        ("blog_public", "0"),
        ("language", ""),
    ];
    let done = read(agent.post(format!("{origin}/wp-admin/install.php?step=2")).send_form(form)?)?;
    if !done.contains("wp-login.php") {
        return Err(Failure::new(format!("its installer does not end well: {done}")));
    }
    let door = [("log", NAME), ("pwd", PASSWORD), ("testcookie", "1")];
    let way = agent
        .post(format!("{origin}/wp-login.php"))
        .header("cookie", "wordpress_test_cookie=WP%20Cookie%20check");
    let inside = way.send_form(door)?;
    let cookies = inside.headers().get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
    if cookies.iter().any(|cookie| cookie.starts_with("wordpress_logged_in_")) {
        Ok(cookies.join("; "))
    } else {
        Err(Failure::new(format!("nobody gets in: {}", read(inside)?)))
    }
}

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn read(mut answer: Response<ureq::Body>) -> Outcome<String> {
    Ok(answer.body_mut().read_to_string()?)
}
