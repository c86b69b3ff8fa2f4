# Prints what bash completes the last word of LINE to: completion.bash PROJECT LINE
PATH=$1/scripts:$PATH
source "$1/packaging/completion/kmdf-scan.bash"
read -r -a COMP_WORDS <<<"$2"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_kmdf_scan
printf '%s\n' "${COMPREPLY[@]}" | sed '/^$/d'
