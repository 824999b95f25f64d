# bash completion for laut
_laut()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "read text parse names explain add find incidents transfers reports actors timeline show stats review sample score export dossier backup log check recode remove forget
                                          serve tables help --help --version" -- "$current"))
        return
    fi
    case $previous in
        -f | --format)
            [ "$command" = export ] && COMPREPLY=($(compgen -W "jsonl csv conflict plover ftm w3c" -- "$current")) && return
            COMPREPLY=($(compgen -W "text jsonl csv timeml" -- "$current"))
            return ;;
        --text) [ "$command" = export ] && COMPREPLY=($(compgen -W "none evidence full" -- "$current")); return ;;
        --by) [ "$command" = sample ] && COMPREPLY=($(compgen -W "type certainty outlet month confidence nothing" -- "$current")) && return
            COMPREPLY=($(compgen -W "day month year" -- "$current")); return ;;
        --color) COMPREPLY=($(compgen -W "always never auto" -- "$current")); return ;;
        -o | --out | -t | --tables | --page | -w | --watch) COMPREPLY=($(compgen -d -- "$current")); return ;;
        -p | --published | -e | --event | -j | --jobs | --min-confidence | --width | --port | --address | \
            -n | --limit) return ;;
    esac
    case $command:$current in
        read:-*) COMPREPLY=($(compgen -W "--json --format --out --published --language --tables --jobs --min-confidence --color --width
                                          --data --help" -- "$current")) ;;
        text:-*) COMPREPLY=($(compgen -W "--json --published --language --tables --jobs --data --help" -- "$current")) ;;
        parse:-*) COMPREPLY=($(compgen -W "--conllu --pretokenized --tables --jobs --data --help" -- "$current")) ;;
        names:-*) COMPREPLY=($(compgen -W "--tsv --pretokenized --tables --jobs --data --help" -- "$current")) ;;
        explain:-*) COMPREPLY=($(compgen -W "--text --event --published --tables --data --help" -- "$current")) ;;
        add:-*) COMPREPLY=($(compgen -W "--archive --records --keep-bytes --published --tables --jobs --verbose --watch --feed --once --interval --follow --user-agent --pause --research --local --data --help" -- "$current")) ;;
        find:-* | incidents:-*) COMPREPLY=($(compgen -W "--archive --json --csv --limit --width --reviewed --oldest-first --help" -- "$current")) ;;
        transfers:-*) COMPREPLY=($(compgen -W "--archive --json --csv --limit --width --reviewed --claims --help" -- "$current")) ;;
        reports:-* | actors:-*) COMPREPLY=($(compgen -W "--archive --json --csv --limit --width --reviewed --help" -- "$current")) ;;
        timeline:-*) COMPREPLY=($(compgen -W "--archive --json --csv --limit --width --reviewed --by --help" -- "$current")) ;;
        review:-*) COMPREPLY=($(compgen -W "--archive --json --csv --limit --width --reviewed --reviewer --reason --revision --batch --propose --least --tables --accept --help" -- "$current")) ;;
        review:*) COMPREPLY=($(compgen -W "confirm correct reject add split join undo list next" -- "$current")) ;;
        sample:-*) COMPREPLY=($(compgen -W "--archive --size --seed --by --json --excel --help" -- "$current")) ;;
        score:-*) COMPREPLY=($(compgen -W "--json --help" -- "$current")) ;;
        log:-*) COMPREPLY=($(compgen -W "--archive --json --csv --limit --width --help" -- "$current")) ;;
        export:-*) COMPREPLY=($(compgen -W "--archive --format --excel --all --codebook --text --reviewed --help" -- "$current")) ;;
        check:-*) COMPREPLY=($(compgen -W "--archive --head --help" -- "$current")) ;;
        dossier:-*) COMPREPLY=($(compgen -W "--archive --out --help" -- "$current")) ;;
        show:-*) COMPREPLY=($(compgen -W "--archive --json --csv --width --help" -- "$current")) ;;
        stats:-*) COMPREPLY=($(compgen -W "--archive --json --csv --help" -- "$current")) ;;
        backup:-* | remove:-* | forget:-*) COMPREPLY=($(compgen -W "--archive --help" -- "$current")) ;;
        recode:-*) COMPREPLY=($(compgen -W "--archive --tables --data --dry-run --json --help" -- "$current")) ;;
        find:* | incidents:* | transfers:* | reports:* | actors:* | timeline:* | export:*)
            COMPREPLY=($(compgen -W "who: whom: party: what: with: origin: when: published: where: source: certainty: outlet: state: review: reviewed:" -- "$current"))
            compopt -o nospace ;;
        serve:*) COMPREPLY=($(compgen -W "--archive --demo --review --reviewer --port --address --page --tables --data --help" -- "$current")) ;;
        tables:-*) COMPREPLY=($(compgen -W "--data --help" -- "$current")) ;;
        tables:*) COMPREPLY=($(compgen -W "check" -- "$current") $(compgen -d -- "$current")) ;;
        help:*) COMPREPLY=($(compgen -W "read text parse names explain add find incidents transfers reports actors timeline show stats review sample score export dossier backup log check recode remove forget serve tables" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
    esac
}
complete -o filenames -F _laut laut
