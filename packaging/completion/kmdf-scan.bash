# Completes kmdf-scan's command line in bash. The options are those that
# `kmdf-scan --help` lists.

_kmdf_scan() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local help metavar='' command=''
  COMPREPLY=()
  compopt -o filenames 2>/dev/null

  [[ ${COMP_WORDS[1]-} == prepare && COMP_CWORD -gt 1 ]] && command=prepare
  help=$("${COMP_WORDS[0]/#\~/$HOME}" $command --help 2>/dev/null) || return
  if [[ $previous == --?* ]]; then
    # What stands after the option in the help says what it takes.
    metavar=$(sed -n "s/^ *\(-[a-z], \)\{0,1\}$previous \([A-Z|]\{1,\}\).*/\2/p" <<<"$help")
  fi

  case $metavar in
    DIR) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    FILE) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    ?*) ;;
    *)
      if [[ $word == -* ]]; then
        compopt +o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -W \
          "$(grep -o -E '^ +(-[a-z], )?--[a-z-]+' <<<"$help" | grep -o -E -e '--[a-z-]+')" \
          -- "$word")
      else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        if [[ $COMP_CWORD == 1 && -n $word && prepare == "$word"* ]]; then
          COMPREPLY+=(prepare)
        fi
      fi
      ;;
  esac
}

complete -F _kmdf_scan kmdf-scan
