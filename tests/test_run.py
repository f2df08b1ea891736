"""The launcher: what it asks of the system, how it makes its environment, and what it says."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAUNCHER = ROOT / "run.py"

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages are a matter of Linux")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The launcher as a module, with two homes for environments of its own and no environment yet."""
    spec = importlib.util.spec_from_file_location("run", LAUNCHER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "argv", ["run.py"])
    spec.loader.exec_module(module)
    homes = (tmp_path / "beside", tmp_path / "own" / "environments")
    monkeypatch.setattr(module, "_homes", lambda: homes)
    monkeypatch.delenv("HRDESK_PACKAGES_INSTALLED", raising=False)
    return module


@pytest.fixture
def debian(run, monkeypatch):
    """A Debian where no library and no ensurepip is there, met by a plain user."""
    monkeypatch.setattr(run, "_is_there", lambda need: False)
    monkeypatch.setattr(run, "_has_module", lambda name: False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("platform.libc_ver", lambda: ("glibc", "2.36"))
    return run


@pytest.fixture
def quick_pip(run, monkeypatch):
    """Environments without pip: what would be installed is recorded, and takes no time."""
    asked = []

    class NoVenv:
        def __init__(self, **options):
            pass

        def create(self, folder):
            (folder / "bin").mkdir(parents=True)
            (folder / "bin" / "python").write_text("")
            (folder / "Scripts").mkdir()
            (folder / "Scripts" / "python.exe").write_text("")

    def pip(command, **options):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr("venv.EnvBuilder", NoVenv)
    monkeypatch.setattr("subprocess.run", pip)
    return asked


def test_the_launcher_uses_the_standard_library_alone():
    imported = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").partition(".")[0]
        for node in ast.walk(ast.parse(LAUNCHER.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported <= sys.stdlib_module_names


def test_an_older_python_can_read_the_launcher_and_is_told_one_sentence(run, monkeypatch, capsys):
    ast.parse(LAUNCHER.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert run.main([]) == 1
    assert re.fullmatch(r"hrdesk needs Python 3\.11 or newer and this is .+\.\n", capsys.readouterr().err)


def test_a_second_start_loads_nothing_that_costs_time():
    heavy = "{'subprocess', 'venv', 'ctypes', 'shutil', 'hashlib', 'platform', 'importlib.util'}"
    code = f"import run, sys; run.ready_environment(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_command_is_wrong_usage(run, capsys):
    assert run.main(["tset"]) == 2
    assert "'tset'" in capsys.readouterr().err


@linux_only
def test_a_plain_user_is_told_every_missing_package_in_one_line(debian, capsys):
    with pytest.raises(SystemExit) as stop:
        debian.provide(debian.QT_X11)
    assert stop.value.code == 1
    venv = f"python3.{sys.version_info[1]}-venv"
    assert capsys.readouterr().err == (
        "Install what is missing, then start again: sudo apt-get install libdbus-1-3 libegl1 libfontconfig1 libgl1 "
        "libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libxkbcommon0 "
        f"{venv}\n"
    )


@linux_only
@pytest.mark.parametrize(
    ("glibc", "package"), [("2.36", "libglib2.0-0"), ("2.39", "libglib2.0-0t64"), ("2.41", "libglib2.0-0t64")]
)
def test_glib_is_named_as_the_release_names_it(debian, monkeypatch, capsys, glibc, package):
    monkeypatch.setattr("platform.libc_ver", lambda: ("glibc", glibc))
    with pytest.raises(SystemExit):
        debian.provide(debian.QT_OFFSCREEN)
    assert package in capsys.readouterr().err.split()


@linux_only
def test_on_another_linux_the_libraries_are_named_themselves(debian, monkeypatch, capsys):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(SystemExit) as stop:
        debian.provide(debian.QT_OFFSCREEN)
    assert stop.value.code == 1
    assert "libGL.so.1, libEGL.so.1" in capsys.readouterr().err


@linux_only
def test_root_on_debian_installs_what_is_missing_and_starts_anew(debian, monkeypatch):
    steps, again = [], []
    monkeypatch.setattr("os.geteuid", lambda: 0)

    def note(step, env, **options):
        steps.append((step[:2], env["DEBIAN_FRONTEND"]))
        return subprocess.CompletedProcess(step, 0, "", "")

    def restart(program, arguments, environ):
        again.append(environ["HRDESK_PACKAGES_INSTALLED"])
        raise SystemExit

    monkeypatch.setattr("subprocess.run", note)
    monkeypatch.setattr("os.execve", restart)
    with pytest.raises(SystemExit):
        debian.provide(debian.QT_OFFSCREEN)
    assert steps == [(["apt-get", "update"], "noninteractive"), (["apt-get", "install"], "noninteractive")]
    assert "libgl1" in again[0]


@linux_only
def test_packages_that_do_not_help_are_not_installed_for_ever(debian, monkeypatch, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setenv("HRDESK_PACKAGES_INSTALLED", f"libgl1 python3.{sys.version_info[1]}-venv")
    with pytest.raises(SystemExit) as stop:
        debian.provide(debian.QT_OFFSCREEN[:1])
    assert stop.value.code == 1
    assert "still do not answer: libgl1" in capsys.readouterr().err


@linux_only
def test_nothing_is_probed_for_work_without_a_window(debian, monkeypatch):
    monkeypatch.setattr(debian, "_has_module", lambda name: True)
    debian.provide(())


@linux_only
def test_a_library_is_there_when_it_can_be_loaded(run):
    assert run._is_there(run.Need("libc.so.6", "libc6"))
    assert not run._is_there(run.Need("libnowhere.so.1", "nowhere"))
    assert run._is_there(run.Need("sh", "dash"))
    assert not run._is_there(run.Need("no-such-program", "nowhere"))


@linux_only
@pytest.mark.parametrize(
    ("variables", "screen"),
    [
        ({}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":4711"}, False),
        ({"DISPLAY": "elsewhere:10.0"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
def test_a_screen_is_seen_before_qt_could_abort(run, monkeypatch, variables, screen):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run.has_screen() is screen


def test_without_a_screen_the_main_job_runs_headless(run, monkeypatch, tmp_path, capsys):
    calls = []

    def note(place, *arguments, folder=None):
        calls.append(arguments)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "has_screen", lambda: False)
    monkeypatch.setattr(run, "provide", lambda needs, tests=False: calls.append(needs))
    monkeypatch.setattr(run, "environment", lambda tests=False: tmp_path)
    monkeypatch.setattr(run, "call", note)
    assert run.main([]) == 0
    assert calls == [(), ("-m", "hrdesk", "demo", str(tmp_path / "hrdesk-demo"))]
    said = capsys.readouterr()
    assert "no screen" in said.err
    assert str(tmp_path / "hrdesk-demo") in said.out


def test_a_second_demonstration_leaves_the_first_one_alone(run, tmp_path):
    wanted = tmp_path / "hrdesk-demo"
    assert run._free_folder(wanted) == wanted
    wanted.mkdir()
    (tmp_path / "hrdesk-demo-2").mkdir()
    assert run._free_folder(wanted) == tmp_path / "hrdesk-demo-3"


def test_a_window_without_a_screen_is_refused_in_a_sentence(run, monkeypatch, capsys):
    monkeypatch.setattr(run, "has_screen", lambda: False)
    assert run.main(["hrdesk", "geneva.hrdesk"]) == 1
    assert "no screen" in capsys.readouterr().err


def test_a_failing_check_does_not_hide_the_others(run, monkeypatch, tmp_path, capsys):
    seen = []

    def check(place, *arguments, folder=None):
        seen.append(arguments[1])
        return int(arguments[1] == "mypy")

    monkeypatch.setattr(run, "provide", lambda needs, tests=False: None)
    monkeypatch.setattr(run, "environment", lambda tests=False: tmp_path)
    monkeypatch.setattr(run, "call", check)
    assert run.main(["test", "-x"]) == 1
    assert seen == ["ruff", "ruff", "mypy", "pytest"]
    assert capsys.readouterr().err.endswith("Failed: mypy.\n")


def test_an_environment_is_made_once_and_found_again(run, quick_pip):
    place = run.environment()
    assert place == run._homes()[0] / run._key(False)
    assert (place / "ready").is_file()
    assert run.environment() == place
    assert len(quick_pip) == 1
    assert {"--require-hashes", "--no-deps"} <= set(quick_pip[0])


def test_the_tests_environment_serves_a_plain_start_too(run, quick_pip):
    place = run.environment(tests=True)
    assert run.environment() == place
    assert run.ready_environment(tests=False) == place


def test_other_requirements_make_another_environment(run, quick_pip, tmp_path, monkeypatch):
    before = run.environment()
    changed = tmp_path / "requirements.txt"
    changed.write_text("newer==2\n" + run.REQUIREMENTS.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(run, "REQUIREMENTS", changed)
    assert run.environment() != before


def test_an_interrupted_environment_is_made_anew(run, quick_pip):
    left_over = run._homes()[0] / f"{run._key(False)}.4711.making"
    left_over.mkdir(parents=True)
    (left_over / "half").write_text("")
    place = run.environment()
    assert not left_over.exists()
    assert not (place / "half").exists()


def test_an_environment_whose_python_is_gone_is_made_anew(run, quick_pip):
    place = run.environment()
    for program in (place / "bin" / "python", place / "Scripts" / "python.exe"):
        program.unlink()
    assert run.ready_environment() is None
    assert run.environment() == place
    assert len(quick_pip) == 2


def test_without_venv_the_libraries_go_into_a_folder(run, quick_pip, monkeypatch):
    monkeypatch.setattr(run, "_has_module", lambda name: name == "pip")
    place = run.environment()
    assert quick_pip[0][0] == sys.executable
    assert "--target" in quick_pip[0]
    assert run._python(place)[0] == sys.executable
    assert run._paths(place)["PYTHONPATH"].split(os.pathsep) == [str(ROOT), str(place / "packages")]


def test_two_starts_at_once_make_one_environment(run, quick_pip, monkeypatch):
    made = run._make

    def slowly(home, tests):
        time.sleep(0.3)
        return made(home, tests)

    monkeypatch.setattr(run, "_make", slowly)
    starts = [threading.Thread(target=run.environment) for _ in range(2)]
    for start in starts:
        start.start()
    for start in starts:
        start.join(timeout=20)
    assert len(quick_pip) == 1


def test_a_folder_that_cannot_be_written_gives_way_to_the_persons_own(run, quick_pip):
    beside, own = run._homes()
    beside.write_text("a file stands where the folder would be made")
    assert run.environment().parent == own


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (
            "WARNING: Retrying ... NewConnectionError(...)\nERROR: No matching distribution found for babel",
            "network once",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH"),
        ("", "no reason"),
    ],
)
def test_a_failed_installation_leaves_nothing_and_says_what_to_do(
    run, quick_pip, monkeypatch, capsys, output, sentence
):
    monkeypatch.setattr(
        "subprocess.run", lambda command, **options: subprocess.CompletedProcess(command, 1, "", output)
    )
    with pytest.raises(SystemExit) as stop:
        run.environment()
    assert stop.value.code == 1
    assert sentence in capsys.readouterr().err
    assert [path.name for path in run._homes()[0].iterdir()] == ["lock"]


def test_every_requirement_is_pinned_and_hashed_and_comes_from_nowhere_in_particular(run):
    text = run._requirements(True)
    logical = [line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
    assert len(logical) > 30
    for line in logical:
        assert re.match(r"[a-z0-9-]+==[\w.]+(\s+;[^-]+)?(\s+--hash=sha256:[0-9a-f]{64})+\s*$", line), line
    assert "://" not in text


def test_a_plain_start_installs_no_tools(run):
    program, everything = run._requirements(False), run._requirements(True)
    assert everything.startswith(program)
    assert "pyside6-essentials==6.11.3 " in program
    for tool in ("pytest", "mypy", "ruff", "pyinstaller"):
        assert f"\n{tool}==" in everything
        assert f"\n{tool}==" not in program


def test_ci_runs_exactly_what_a_person_runs():
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec python3 run.py test"
    assert os.name == "nt" or os.access(script, os.X_OK)
