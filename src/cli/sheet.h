/* cli/sheet.h: filled coding sheets, as laut sample prints them and people save them: CSV with commas, semicolons or tabs, any order of
 * columns, with or without a byte order mark.
 *
 *     id,stratum,weight,…,right_type,…,coder        ->  judged[JUDGED_TYPE] 1 (right), 0 (wrong), -1 (not judged)
 *     c-01…,AID,3.5,…,y,…,Ada
 */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include <stdbool.h>
#include <stddef.h>

enum judged { JUDGED_EVENT, JUDGED_TYPE, JUDGED_ACTORS, JUDGED_RECIPIENTS, JUDGED_ITEMS, JUDGED_WHEN, JUDGED_PLACE, JUDGED_SOURCES, JUDGED_FACTUALITY, JUDGED_FIELDS };
extern const char *const sheet_fields[JUDGED_FIELDS];

struct judgement {
    char *claim, *coder, *stratum;
    double weight;
    signed char judged[JUDGED_FIELDS];
};

struct sheet {
    struct judgement *items;
    size_t count, capacity;
};

/* Appends a file's lines. False: a message was printed. */
bool sheet_read(struct sheet *sheet, const char *path);
void sheet_free(struct sheet *sheet);

#endif
