# Prints what zsh shows when TAB is pressed behind LINE, in a terminal of its own:
# completion.zsh PROJECT LINE. It has shown all when what --wdk does is there.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "fpath=(${(q)1}/packaging/completion \$fpath)"
zpty -w shell 'autoload -U compinit; compinit -u -D; stty cols 200; bindkey "^I" complete-word'
zpty -w shell 'PS1=; print READ''Y'
zpty -r -m shell ready '*READY*'
zpty -w -n shell "$2"$'\t\t'
zpty -r -m shell shown '*a Windows Driver Kit*'
print -r -- $shown
zpty -d shell
