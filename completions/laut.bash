# bash completion for laut
_laut()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "read text parse names explain serve help --help --version" -- "$current"))
        return
    fi
    case $previous in
        -f | --format) COMPREPLY=($(compgen -W "text jsonl csv timeml" -- "$current")); return ;;
        --color) COMPREPLY=($(compgen -W "always never auto" -- "$current")); return ;;
        -o | --out | -t | --tables | --page) COMPREPLY=($(compgen -d -- "$current")); return ;;
        -p | --published | -e | --event | -j | --jobs | --min-confidence | --width | --port | --address) return ;;
    esac
    case $command:$current in
        read:-*) COMPREPLY=($(compgen -W "--json --format --out --published --language --tables --jobs --min-confidence --color --width
                                          --data --help" -- "$current")) ;;
        text:-*) COMPREPLY=($(compgen -W "--json --published --language --tables --jobs --data --help" -- "$current")) ;;
        parse:-*) COMPREPLY=($(compgen -W "--conllu --pretokenized --tables --jobs --data --help" -- "$current")) ;;
        names:-*) COMPREPLY=($(compgen -W "--tsv --pretokenized --tables --jobs --data --help" -- "$current")) ;;
        explain:-*) COMPREPLY=($(compgen -W "--text --event --published --tables --data --help" -- "$current")) ;;
        serve:*) COMPREPLY=($(compgen -W "--archive --demo --port --address --page --tables --data --help" -- "$current")) ;;
        help:*) COMPREPLY=($(compgen -W "read text parse names explain serve" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
    esac
}
complete -o filenames -F _laut laut
