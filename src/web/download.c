/* web/download.c: a whole result as CSV or JSON Lines. It may be large: rows are read as the asker takes them, nothing is
 * gathered. If the archive fails in the midst, the connection breaks off, so that half a file is not taken for a whole one. */
#include "web/listing.h"
#include "web/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOWNLOAD_BLOCK = 64 * 1024 };

struct download {
    struct listing listing;
    const struct query_column *columns;
    struct web_server *server;
    struct connection_slot *slot;
    bool begun, ended;
    char *bytes;                     /* rows not yet taken */
    size_t length, taken;
};

static bool download__write(const struct download *download, const char *row, FILE *stream)
{
    if (download->listing.format == LISTING_JSONL)
        return fprintf(stream, "%s\n", row) > 0;
    json_t *const object = row ? json_loads(row, 0, NULL) : NULL;
    if (row && !object)
        return false;
    query_write_csv(download->columns, object, stream);
    json_decref(object);
    return true;
}

/* The next row (or CSV's head) into bytes. False at the end or on failure. */
static bool download__row(struct download *download, bool *failed)
{
    struct laut_error error = {.line = 0};
    const bool head = !download->begun && download->listing.format == LISTING_CSV;
    const char *const row = head ? NULL : laut_answer_read(download->listing.answer, &error);
    download->begun = true;
    free(download->bytes);
    download->bytes = NULL;
    download->length = download->taken = 0;
    if (!head && !row) {
        download->ended = true;
        *failed = error.message[0] != '\0';
        return false;
    }
    FILE *const stream = open_memstream(&download->bytes, &download->length);
    bool written = stream != NULL;
    if (stream)
        written = download__write(download, row, stream);
    if (stream)
        written = fclose(stream) == 0 && written;
    *failed = !written;
    return written;
}

static ssize_t download__read(void *context, uint64_t position, char *buffer, size_t size)
{
    struct download *const download = context;
    size_t count = 0;
    bool failed = false;
    (void)position;
    connections_step(download->server->connections, download->slot, CONNECTION_ANSWER);
    while (count < size && !download->ended) {
        if (download->taken == download->length && !download__row(download, &failed))
            break;
        const size_t rest = download->length - download->taken, part = rest < size - count ? rest : size - count;
        memcpy(buffer + count, download->bytes + download->taken, part);
        download->taken += part;
        count += part;
    }
    if (failed)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    return count > 0 ? (ssize_t)count : MHD_CONTENT_READER_END_OF_STREAM;
}

static void download__free(void *context)
{
    struct download *const download = context;
    struct shelf *const shelf = download->server->shelf;
    laut_answer_free(download->listing.answer);
    shelf_return(shelf, download->listing.archive);
    free(download->bytes);
    free(download);
}

void listing_download(struct listing *listing)
{
    struct exchange *const exchange = listing->exchange;
    const bool csv = listing->format == LISTING_CSV;
    struct download *const download = calloc(1, sizeof *download);
    if (!download) {
        listing_close(listing);
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
        return;
    }
    *download = (struct download){.listing = *listing, .columns = listing->form->columns, .server = exchange->server, .slot = exchange->slot};
    struct MHD_Response *const response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, DOWNLOAD_BLOCK, download__read, download, download__free);
    if (!response) {
        download__free(download);
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
        return;
    }
    reply_stream(exchange, csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8", response);
    (void)snprintf(exchange->reply.file_name, sizeof exchange->reply.file_name, "laut-%s.%s", listing->form->name,
                   csv ? "csv" : "jsonl");
}
