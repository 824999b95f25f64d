# fish completion for laut
complete -c laut -f -n __fish_use_subcommand -a read -d 'code reports'
complete -c laut -f -n __fish_use_subcommand -a text -d 'print the text that would be read'
complete -c laut -f -n __fish_use_subcommand -a parse -d 'print words and trees as CoNLL-U'
complete -c laut -f -n __fish_use_subcommand -a names -d 'print names of persons, places, organisations'
complete -c laut -f -n __fish_use_subcommand -a serve -d 'open laut in a browser'
complete -c laut -f -n __fish_use_subcommand -a help -d 'help on a command'
complete -c laut -f -n __fish_use_subcommand -l version -d 'print the version'
complete -c laut -f -n '__fish_seen_subcommand_from help' -a 'read text parse names serve'
complete -c laut -n '__fish_seen_subcommand_from read text' -l json -d 'one JSON object a line'
complete -c laut -n '__fish_seen_subcommand_from read' -s f -l format -x -a 'text jsonl csv timeml' -d 'form of the output'
complete -c laut -n '__fish_seen_subcommand_from read' -s o -l out -x -a '(__fish_complete_directories)' -d 'folder for TimeML files'
complete -c laut -n '__fish_seen_subcommand_from read text' -s p -l published -x -d 'day of publication'
complete -c laut -n '__fish_seen_subcommand_from read' -l min-confidence -x -d 'leave out events below'
complete -c laut -n '__fish_seen_subcommand_from read' -l color -x -a 'always never auto' -d colour
complete -c laut -n '__fish_seen_subcommand_from read' -l width -x -d 'columns of the ledger'
complete -c laut -n '__fish_seen_subcommand_from parse' -l conllu -d 'print CoNLL-U'
complete -c laut -n '__fish_seen_subcommand_from parse' -l pretokenized -d 'the file is CoNLL-U'
complete -c laut -n '__fish_seen_subcommand_from names' -l tsv -d 'print columns'
complete -c laut -n '__fish_seen_subcommand_from names' -l pretokenized -d 'the file has a word a line'
complete -c laut -n '__fish_seen_subcommand_from read text parse names serve' -s t -l tables -x -a '(__fish_complete_directories)' -d 'your own tables'
complete -c laut -n '__fish_seen_subcommand_from read text parse names' -s j -l jobs -x -d threads
complete -c laut -n '__fish_seen_subcommand_from read text parse names serve' -l data -r -d 'image of tables, lexicon and model'
complete -c laut -n '__fish_seen_subcommand_from read text parse names serve' -s h -l help -d help
complete -c laut -f -n '__fish_seen_subcommand_from serve' -s p -l port -x -d port
complete -c laut -f -n '__fish_seen_subcommand_from serve' -l address -x -d 'serve other machines too'
complete -c laut -f -n '__fish_seen_subcommand_from serve' -l page -x -a '(__fish_complete_directories)' -d 'files of the page'
complete -c laut -n '__fish_seen_subcommand_from serve' -s a -l archive -r -d 'the archive'
complete -c laut -f -n '__fish_seen_subcommand_from serve' -l demo -d 'the example reports'
