/* cli/show_text.h: what laut show and laut stats print for people.
 *
 *     i-0123456789abcdef
 *
 *     when           2024-03-05
 *     who            Russland (RUS)
 *     …
 *     by whose word
 *     stance    source           party      said        outlets  …
 */
#ifndef CLI_SHOW_TEXT_H
#define CLI_SHOW_TEXT_H

#include <jansson.h>

/* One thing whole, as laut_archive_show writes it; width columns wide. */
void show_text(const json_t *thing, unsigned width);
/* The claims of it as CSV. */
void show_csv(const json_t *thing);

/* The numbers of laut_archive_stats, one a line whatever the width. */
void show_stats(const json_t *stats, unsigned width);
void show_stats_csv(const json_t *stats);

#endif
