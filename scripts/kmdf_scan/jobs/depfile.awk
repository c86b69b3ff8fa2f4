# Makes a depfile for ninja, by which TARGET is made of SOURCE and the headers that
# clang's -header-include-file lists, a line each: the path with \ before \ and ".
# TARGET, SOURCE and DIRECTORY, where relative paths start, are in the environment.

BEGIN {
  printf "%s: \\\n  %s", escaped(ENVIRON["TARGET"]), escaped(ENVIRON["SOURCE"])
}

{
  # Declarations that the plugin puts before what lacks them. They are in no file.
  if ($0 == "<guessed>")
    next
  gsub(/\\\\/, "\001")
  gsub(/\\"/, "\"")
  gsub(/\001/, "\\")
  if ($0 !~ /^\//)
    $0 = ENVIRON["DIRECTORY"] "/" $0
  if (!seen[$0]++)
    printf " \\\n  %s", escaped($0)
}

END {
  print ""
}

function escaped(path) {
  # What ninja cannot name is taken for missing, so that all is done again.
  if (path ~ /[\r\n]/)
    path = ENVIRON["TARGET"] ".missing"
  gsub(/[ #\\]/, "\\\\&", path)
  gsub(/\$/, "$$", path)
  return path
}
