/* tools/bench_pages.c: how many web pages a second are read on one core (bytes to title, dates and paragraphs), beside bare parsing of the same pages with libxml2.
 *
 *     bench_pages FILE …        over and over, page by page in turn, until four seconds have passed
 *
 * Speeds hold for a machine and an hour; their ratio, taken in one run, holds for the program.
 */
#include "engine/engine.h"
#include "report/html_report.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LARGEST_PAGE = 64 << 20 };
static const double least_seconds = 4;

struct page {
    char *bytes;
    size_t length;
};

static double bench__now(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec * 1e-9 : 0;
}

static bool bench__load(const char *path, struct page *page)
{
    FILE *const file = fopen(path, "rb");
    const long length = file && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    page->bytes = length >= 0 && length <= LARGEST_PAGE ? malloc((size_t)length + 1) : NULL;
    page->length = (size_t)length;
    const bool done = page->bytes && fseek(file, 0, SEEK_SET) == 0 && fread(page->bytes, 1, page->length, file) == page->length;
    if (file)
        (void)fclose(file);
    if (!done)
        perror(path);
    return done;
}

static void bench__parse(const struct page *page)
{
    xmlFreeDoc(htmlReadMemory(page->bytes, (int)page->length, NULL, NULL, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT));
}

static bool bench__read(const struct laut_engine *engine, const struct page *page, struct laut_error *error)
{
    struct document document = {.arena = arena_open(0, error)};
    /* a page without text is read, too, and refused */
    const bool read = document.arena && html_report_read(&document, engine->report, page->bytes, page->length, NULL, NULL, error);
    arena_free(document.arena);
    return read;
}

int main(int argc, char **argv)
{
    const size_t count = argc > 1 ? (size_t)argc - 1 : 0;
    struct page *const pages = calloc(count + 1, sizeof *pages);
    struct laut_error error = {.line = 0};
    struct laut_engine *const engine = laut_engine_open(NULL, &error);
    bool done = pages && engine && count;
    for (size_t i = 0; done && i < count; i++)
        done = bench__load(argv[i + 1], &pages[i]);
    double parse_s = 0, read_s = 0;
    size_t rounds = 0, texts = 0;
    for (; done && parse_s + read_s < least_seconds; rounds++)
        for (size_t i = 0; i < count; i++) {
            const double begin = bench__now();
            bench__parse(&pages[i]);
            const double between = bench__now();
            texts += bench__read(engine, &pages[i], &error);
            parse_s += between - begin;
            read_s += bench__now() - between;
        }
    if (done)
        (void)printf("pages    %6.0f pages/s (%zu of %zu with a text)\nparsing  %6.0f pages/s (libxml2 alone)\nratio    %6.2f times the time of parsing alone\n",
                     (double)(count * rounds) / read_s, texts / rounds, count, (double)(count * rounds) / parse_s, read_s / parse_s);
    else
        (void)fprintf(stderr, "usage: bench_pages FILE …\n");
    for (size_t i = 0; pages && i < count; i++)
        free(pages[i].bytes);
    free(pages);
    laut_engine_free(engine);
    return done ? 0 : 1;
}
