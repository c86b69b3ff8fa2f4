"""Compares what conditions and property functions amount to with a table."""

import sys

from kmdf_scan.msbuild import conditions
from kmdf_scan.msbuild.expressions import Expander

PROPERTIES = {
    "name": "Value", "config": "Win10 Release", "on": "on", "hex": "0xA00", "ten": "10",
    "empty": "", "list": "a;b;c", "path": "..\\inc\\x.h", "version": "10.0.19041.0",
}

CONDITIONS = {
    "true": [
        "'$(Name)'=='value'", " '$(name)' != 'other' ", "'a'=='a' and 'b'=='b'",
        "'a'=='b' or 'b'=='b'", "'a'=='b' and 'b'=='c' or 'c'=='c'", "!('a'=='b')",
        "('a'=='b' Or 'b'=='b') And ('c'=='c')", "$(Hex) == 2560", "$(Hex) > 0x0602", "3 < $(Ten)",
        "'9' < '10'", "10.0 >= '10'", "$(On) == true", "'$(On)'=='TRUE'", "'!false' == 'yes'",
        "'$(Version)' > '10.0.9999'", "$(On)", "true", "!false", "Exists('here')",
        "exists('$(Missing)here')", "!exists('$(Missing)')", "!Exists('there')",
        "HasTrailingSlash('a\\')", "HasTrailingSlash('a/')", "!HasTrailingSlash('a')",
        "$(Config.EndsWith('Release'))", "'$(Config.Replace(' ',''))' == 'Win10Release'",
        "'$(Missing)' == ''", "'a%3Bb' == 'a;b'", "'@(Files)' == 'one.c;two.c'",
        "'x(y' == 'x(y'", "'or' == 'OR'",
    ],
    "false": [
        "'a'=='b'", "'a'=='a' and 'b'=='c'", "!('a'=='a')", "$(Missing)", "'$(Empty)'",
        "$(Missing) < $(Hex)", "'abc' < 'abd'", "'$(Name)' > 5", "exists('')", "'1_0' == '10'",
        "'nan' != 'nan'", "off", "'$([Unheard]::Of('x'))' == 'x'",
    ],
    "malformed": [
        "'a'=='b", "'a'==", "=='a'", "('a'=='a'", "'a'=='a')", "'a'=='a' and", "a b",
        "Unheard('x')", "exists('x'", "'a' === 'a'", "$(Name", "(" * 100 + "true" + ")" * 100,
    ],
}

EXPANSIONS = {
    "": "",
    "$(Name)-$(Missing)-$(NAME)": "Value--Value",
    "100% $ @ $(Name": "100% $ @ $(Name",
    "$( Name )": "Value",
    "$(Name.ToUpper())$(Name.ToLower())": "VALUEvalue",
    "$(Name.Substring(1, 3))$(Name.Substring(4))": "alue",
    "$(Name.Substring(9))": "",
    "$(Name.Length)": "5",
    "$(Name.Contains('al'))": "True",
    "$(Name.StartsWith(`V`)).$(Name.IndexOf('u'))": "True.3",
    "$(Config.Replace(' ', '').Replace('Win10', \"W\"))": "WRelease",
    "$(List.Split(';')[1])": "b",
    "$(List.Split(';')[7])": "",
    "$(Config.Split(' ')[1].ToUpper())": "RELEASE",
    "$(Name.Trim('V').TrimEnd('e'))": "alu",
    "$([System.String]::Format('{0}/{1}', $(Name), 'x'))": "Value/x",
    "$([System.IO.Path]::GetFileName('$(Path)'))": "x.h",
    "$([System.IO.Path]::GetFileNameWithoutExtension('$(Path)'))": "x",
    "$([System.IO.Path]::Combine('$(Name)', 'x', 'y'))": "Value/x/y",
    "$([System.IO.Path]::Combine('a', '/b'))": "/b",
    "$([MSBuild]::Add($(Ten), 1))": "11",
    "$([MSBuild]::Divide(1, 0))": "",
    "$([MSBuild]::ValueOrDefault('$(Missing)', 'other'))": "other",
    "$([MSBuild]::EnsureTrailingSlash('$(Name)'))": "Value/",
    "$([MSBuild]::VersionGreaterThan('$(Version)', '10.0'))": "True",
    "$([MSBuild]::GetDirectoryNameOfFileAbove('here', 'Directory.Build.props'))": "/above",
    "$([System.Environment]::GetEnvironmentVariable('PATH'))": "",
    "$(Registry:HKEY_LOCAL_MACHINE\\Software@Value)": "",
    "$(Name.Unheard())$(Name.ToUpper(1))$(Name.)": "",
    "@(Files);%(Meta);%(Kind.Meta)": "one.c;two.c;M;KM",
    "@(Files->'%(Filename).obj')": "one.c;two.c",
}


class Files:
    """A disk with little on it."""

    def full_path(self, name):
        return "/full/" + name

    def exists(self, name):
        return name == "here"

    def folder_above(self, folder, name):
        return "/above" if name == "Directory.Build.props" else None


def expander():
    return Expander(lambda name: PROPERTIES.get(name.lower(), ""), Files(),
                    lambda name: ["one.c", "two.c"] if name == "Files" else [],
                    {"Meta": "M", "Kind.Meta": "KM"}.get)


def judge(condition):
    try:
        holds = conditions.holds(condition, expander().expand, Files().exists)
    except conditions.Malformed:
        return "malformed"
    return "true" if holds else "false"


wrong = [f"{text}: {judge(text)}, not {expected}" for expected, texts in CONDITIONS.items()
         for text in texts if judge(text) != expected]
wrong += [f"{text}: '{expander().expand(text)}', not '{expected}'"
          for text, expected in EXPANSIONS.items() if expander().expand(text) != expected]
print("\n".join(wrong) or "all as expected")
sys.exit(bool(wrong))
