# The suite's configuration: what the tests' RUN lines may use.

import os
import shutil
import subprocess

import lit.formats

project = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The folder of lit and FileCheck; the clang that is tested may be another's.
llvm = lit_config.params.get("llvm", "/usr/lib/llvm-22")
version = lit_config.params.get("version", "22")
tested = f"/usr/lib/llvm-{version}"
whole = os.path.join(project, "build")
build = whole if version == "22" else os.path.join(whole, f"llvm-{version}")
corpus = os.path.join(os.path.dirname(project), "shared", "corpus")
mingw = "/usr/share/mingw-w64/include"

config.name = "KMDF checkers"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
# The host that the random programs run in is a part of their scripts, not a test.
config.excludes = ["Inputs", "native_host.c"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_exec_root = os.path.join(build, "test")

config.environment["PATH"] = os.pathsep.join(
    [os.path.join(tested, "bin"), os.path.join(llvm, "bin"), os.environ["PATH"]])
config.environment["PYTHONPATH"] = os.pathsep.join(
    os.path.join(project, folder) for folder in ("scripts", "test"))
config.environment["LC_ALL"] = "C.UTF-8"
# What scans keep for the next one is the suite's own.
config.environment["XDG_CACHE_HOME"] = os.path.join(build, "test", "cache")

plugin = os.path.join(build, "lib", "KmdfCheckers.so")
windows = ("-triple x86_64-pc-windows-msvc -fms-extensions -fms-compatibility "
           "-fms-compatibility-version=19.38")
include = " ".join(f"-internal-isystem {os.path.join(project, 'include', part)}"
                   for part in ("wdf", "km", "shared", "um"))
clang = os.path.join(tested, "bin", "clang")
resource = subprocess.run([clang, "-print-resource-dir"], capture_output=True, text=True,
                          check=True).stdout.strip()

# A driver's source with the project's headers, which stand before clang's own as
# they do for the driver of the compiler.
bare_cc1 = f"{clang} -cc1 -resource-dir {resource} {windows}"
model_headers = f"{include} -internal-isystem {resource}/include"
cc1 = f"{bare_cc1} {model_headers} -w"
analyze = f"{cc1} -load {plugin} -analyze"
config.substitutions += [
    # Without headers; a test adds %model_headers, or what %wdk_flags prints.
    ("%bare_cc1", bare_cc1),
    ("%model_headers", model_headers),
    ("%wdk_flags", f"python3 {os.path.join(project, 'test', 'wdk_flags.py')} {corpus} {mingw} "
                   f"{resource}/include"),
    # With all rules; what they say is compared with the source's expected-...
    ("%verify_kmdf", f"{analyze} -analyzer-checker=kmdf -verify"),
    ("%analyze", analyze),
    ("%cc1", cc1),
    ("%windows", windows),
    ("%plugin", plugin),
    ("%kmdf-scan", os.path.join(project, "scripts", "kmdf-scan") if version == "22" else
     os.path.join(build, "installed", "bin", "kmdf-scan")),
    ("%llvm", tested),
    ("%tools", llvm),
    ("%version", version),
    ("%project", project),
    ("%build", build),
    # The rules with sanitizers, which need no LLVM.
    ("%sanitized", os.path.join(whole, "sanitize")),
    ("%corpus", corpus),
    ("%mingw", mingw),
    ("%again", f"python3 {os.path.join(project, 'test', 'scan', 'again.py')}"),
    ("%exit_code", f"python3 {os.path.join(project, 'test', 'exit_code.py')}"),
    ("%facts", f"python3 {os.path.join(project, 'test', 'facts.py')}"),
]

# Tests that need what is not everywhere say REQUIRES.
config.available_features.add(f"llvm-{version}")
if os.path.isdir(corpus) and os.path.isdir(os.path.join(mingw, "ddk")):
    config.available_features.add("corpus")
else:
    lit_config.note(f"tests of real drivers are skipped: they need {corpus} and {mingw}/ddk")
if shutil.which("scan-build-22") and shutil.which("make"):
    config.available_features.add("scan-build")
if shutil.which("parallel"):
    config.available_features.add("parallel")
# A kernel may not let users have name spaces of their own, in which they mount.
if shutil.which("unshare") and subprocess.run(
        ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/proc"],
        capture_output=True, check=False).returncode == 0:
    config.available_features.add("unshare")
else:
    lit_config.note("tests that mount are skipped: they need unshare, and the kernel's leave")
for program, feature in (("dpkg-shlibdeps", "dpkg"), ("mandoc", "mandoc"), ("zsh", "zsh")):
    if shutil.which(program):
        config.available_features.add(feature)
# Microsoft's validator of SARIF, which is a program of .NET's in a package of npm's.
multitool = os.path.join(build, "sarif-multitool", "node_modules", "@microsoft",
                         "sarif-multitool-linux", "Sarif.Multitool")
if os.access(multitool, os.X_OK):
    config.available_features.add("sarif-multitool")
    # It needs no data on languages.
    config.substitutions.append(
        ("%sarif-multitool", f"env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 {multitool}"))
else:
    lit_config.note("the test by Microsoft's validator of SARIF is skipped: it needs npm, by which "
                    "scripts/test installs it")
if shutil.which("chromedriver"):
    config.available_features.add("chromium")
else:
    lit_config.note("tests that look at pages in a browser are skipped: they need Debian's package "
                    "chromium-driver")
