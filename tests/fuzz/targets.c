/* tests/fuzz/targets.c: the readers: what takes bytes from outside. Reports that are read are coded too, and every offset of the record is
 * held against the text. */
#include "fuzz.h"

#include "base/table.h"
#include "base/utf8.h"
#include "engine/engine.h"
#include "fetch/robots.h"
#include "fetch/tdmrep.h"
#include "report/pdf_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_CODED = 4000 };       /* code points; longer texts are only read */

/* ---- reports -------------------------------------------------------------------------------------------------- */

static void target__check_record(const struct laut_document *document)
{
    const struct laut_report *const report = laut_document_report(document);
    const size_t text = utf8_count(report->text, strlen(report->text)), title = report->title ? utf8_count(report->title, strlen(report->title)) : 0;
    for (size_t i = 0; i < laut_document_sentence_count(document); i++) {
        const struct laut_span *const span = laut_document_sentence(document, i);
        fuzz_check(span->begin < span->end && span->end <= text, "a sentence lies in the text");
    }
    for (size_t i = 0; i < laut_document_event_count(document); i++) {
        const struct laut_event *const event = laut_document_event(document, i);
        const size_t most = strcmp(event->part, "title") == 0 ? title : text;
        fuzz_check(event->evidence.begin < event->evidence.end && event->evidence.end <= most, "evidence lies in its part");
        for (size_t j = 0; j < event->trigger.count; j++)
            fuzz_check(event->trigger.items[j].begin < event->trigger.items[j].end && event->trigger.items[j].end <= most,
                       "a trigger lies in its part");
    }
}

static void target__code(struct laut_document *document)
{
    static const enum laut_format formats[] = {LAUT_FORMAT_JSON, LAUT_FORMAT_CSV, LAUT_FORMAT_LEDGER, LAUT_FORMAT_TIMEML, LAUT_FORMAT_CONLLU};
    struct laut_error error = {.line = 0};
    if (document->document.text_bytes > LONGEST_CODED)
        return;
    fuzz_check(laut_document_code(document, &error), "what is read is coded");
    target__check_record(document);
    char *bytes = NULL;
    size_t length = 0;
    FILE *const stream = open_memstream(&bytes, &length);
    fuzz_check(stream != NULL, "there is memory");
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        fuzz_check(laut_document_write(document, formats[i], NULL, stream, &error), "a record is written");
    (void)fclose(stream);
    fuzz_check(utf8_first_invalid(bytes, length) == length, "what is written is UTF-8");
    free(bytes);
}

static void target__reports(const struct fuzz_context *context, const char *bytes, size_t length, enum laut_input input)
{
    const char *const path = context->path;
    const struct laut_source_options options = {.input = input};
    struct laut_error error = {.line = 0};
    fuzz_write(context, bytes, length);
    struct laut_source *const source = laut_source_open(context->engine, &path, 1, &options, &error);
    fuzz_check(source != NULL, "a source opens");
    struct laut_document *document;
    enum laut_reading reading;
    while ((reading = laut_source_read(source, &document, &error)) != LAUT_READING_END) {
        fuzz_check(reading == LAUT_READING_DONE || (error.file[0] && error.message[0]), "a refusal says where and why");
        if (reading == LAUT_READING_DONE)
            target__code(document);
        laut_document_free(reading == LAUT_READING_DONE ? document : NULL);
    }
    laut_source_free(source);
}

static void target__news(const struct fuzz_context *context, const char *bytes, size_t length)
{
    target__reports(context, bytes, length, LAUT_INPUT_REPORTS);
}

static void target__conllu(const struct fuzz_context *context, const char *bytes, size_t length)
{
    target__reports(context, bytes, length, LAUT_INPUT_CONLLU);
}

static const struct fuzz_seed json_seeds[] = {
    FUZZ_SEED("{\"id\": \"a\", \"title\": \"Öl für Kuba\", \"published\": \"2024-01-05\", \"text\": \"Russland hat Raketen geliefert.\\n\\nDas sagte Kirby.\", "
              "\"uri\": \"https://example.org/a\", \"publisher\": \"Beispiel\"}\n{\"text\": \"Er ging.\", \"title\": null}\n"),
    FUZZ_SEED("{\"id\": 7, \"text\": \"\\u00e4\\ud83d\\ude00 „So“, sagte er.\", \"published\": \"2024-01-05T04:55:00+01:00\"}")};
static const char *const json_words[] = {"{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "\\u0000", "\\ud800", "\"text\"", "\"published\"", "\"title\"",
                                         "2023-02-29", "{\"text\": \"x\"}", NULL};

static const struct fuzz_seed text_seeds[] = {
    FUZZ_SEED("Krieg in der Ukraine\nRussland setzt laut USA Raketen ein\nStand: 05.01.2024 04:55 Uhr\n\nMoskau (dpa) - Russland hat Raketen eingesetzt. "
              "„Das ist wahr“, sagte John Kirby.\n\nSorge vor Abkommen\n\nIm Herbst habe Nordkorea mehr als 1000 Container geliefert, hieß es.\n"),
    FUZZ_SEED("date 2024-01 Gespräche in Genf Keller trifft die Rebellen Stand: 17.08.2021 21:07 Uhr\n\nAm Dienstag kam er. (dpa/AFP)\n"),
    FUZZ_SEED("Veröffentlicht am 5. Jänner 2024 um 16:55 Uhr | Aktualisiert: 06.01.2024, 08:00 Uhr\n14.10 Uhr: Moskau bestreitet den Angriff. Die US-Soldat:innen "
              "gingen am 31. Dezember z.B. nach Kiew.\n")};
static const char *const text_words[] = {"Von Max Muster", "Aktualisiert: 06.01.2024", "Berlin, den 5. März 1990", " (Reuters) - ", "13:55 Uhr", "+++ 14:35 Uhr ",
                                         "Foto: ", "31.02.2024", " | ", "»", "«", "‚", "‘", "z.B.", "3,5 Mio.", "soll geliefert haben", "laut", "dementiert", NULL};

static const struct fuzz_seed timeml_seeds[] = {
    FUZZ_SEED("<?xml version=\"1.0\" encoding=\"UTF-8\"?><TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"1995-04-07\">7.4.</TIMEX3></DCT>"
              "<TITLE>Öl</TITLE><TEXT>Er kam <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1995-04-07\">heute</TIMEX3> &amp; ging.</TEXT></TimeML>")};
static const char *const timeml_words[] = {"<TEXT>", "</TEXT>", "<TIMEX3", "value=\"", "<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&#0;", "&#x10FFFF;",
                                           "<!DOCTYPE a [<!ENTITY x \"y\">]>", "&x;", "<?", "?>", "<TimeML>", NULL};

static const struct fuzz_seed html_seeds[] = {
    FUZZ_SEED("<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>Öl für Kuba | Beispiel</title><meta property=\"og:title\" content=\"Öl für Kuba\">"
              "<link rel=\"canonical\" href=\"https://example.org/2024/01/05/oel\"><script type=\"application/ld+json\">{\"@graph\": [{\"@type\": \"NewsArticle\", "
              "\"headline\": \"Öl\", \"datePublished\": \"2024-01-05T04:55:00Z\", \"author\": [{\"name\": \"Eva\"}]}]}</script></head><body class=\"single-post\">"
              "<nav><a href=\"/\">Start</a></nav><article itemprop=\"articleBody\"><h1><span>Krise</span> Öl für Kuba</h1><time datetime=\"2024-01-05\">5.1.</time>"
              "<p>Venezuela hat am Dienstag Öl nach Kuba geschickt, teilte die <a href=\"/r\">Regierung</a> mit.<br><br>Das war alles.</p><h2>Dann</h2><ul><li>Es kam "
              "nichts mehr.</li></ul></article><div class=\"comments\">Nein.</div></body></html>"),
    FUZZ_SEED("<html><meta charset=iso-8859-1><body style=\"display:none\"><p>f\xFCr Stand: 05.01.2024 04:55 Uhr</p><table><tr><td>Die Waffen wurden geliefert, hie\xDF es.</td></table>")};
static const char *const html_words[] = {"<div>", "</div>", "<p>", "<a href=x>", "<br>", "<h1>", "</h1>", "<script>", "<!--", "-->", "<![CDATA[", "&nbsp;", "&#0;", "&#x110000;", "&#38;",
                                         "<meta name=date content=", "\xFF\xFE", "charset=utf-16", "class=\"teaser\"", "<time datetime=", "{\"@type\": \"Article\"", "<article>", "<span class=\"screen-reader-text\">", "</span>", "<h2>3 Kommentare</h2>", "<div id=usercentrics>",
                                         "<h3><a href=y>Wetter</a></h3>", "1704448800", "Fri Jan 05 2024 09:00:00 GMT+0100", "<![CDATA[{", "\\", ",}", NULL};

static const struct fuzz_seed warc_seeds[] = {
    FUZZ_SEED("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2024-01-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
              "Content-Length: 175\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
              "49\r\n<html lang=\"de\"><p>Die Waffen wurden am Dienstag geliefert, hie\xC3\x9F es.</p>\r\n0\r\n\r\n\r\n\r\n"
              "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na: \r\n\r\n")};
static const char *const warc_words[] = {"Content-Encoding: gzip\r\n", "Content-Encoding: deflate\r\n", "\x78\x9c\x03\x00\x00\x00\x00\x01", "TDM-Reservation: 1\r\n", "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: ", "WARC-Type: response\r\n", "HTTP/1.1 200 OK\r\n", "chunked", "text/html", "ffffffff\r\n", "lang=en", NULL};

static const struct fuzz_seed packed_seeds[] = {
    FUZZ_SEED("\037\213\010\000\000\000\000\000\002\003\253V\312LQ\262RPJT\322QP*I\255(\001q\134\213\024\3223\363\322\365\224j"
              "\271\000\207^\005\204 \000\000\000"),
    FUZZ_SEED("PK\003\004\024\000\000\000\010\000\000\000!\000\335-SN\023\000\000\000\021\000\000\000\005\000\000\000a.txts-RH"
              "\317\314K\327S\010\316LU\310N\314\325\003\000PK\001\002\024\003\024\000\000\000\010\000\000\000!\000\335-SN\023"
              "\000\000\000\021\000\000\000\005\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000a.txtPK\005"
              "\006\000\000\000\000\001\000\001\0003\000\000\0006\000\000\000\000\000"),
    FUZZ_SEED("PK\003\004\024\000\000\000\000\000\000\000! N(Z#)\000\000\000)\000\000\000\004\000\000\000a.gz\037\213\010\000\000\000\000\000\002\003\253V*I\255(Q"
              "\262RPr-RH\317\314K\327S\252\345\002\000\220\325{\351\025\000\000\000PK\003\004\024\000\000\000\000\000\000\000! \207\016Fi}\000\000\000}"
              "\000\000\000\005\000\000\000b.zipPK\003\004\024\000\000\000\000\000\000\000! \257\006\323C\021\000\000\000\021\000\000\000\005\000\000\000c.txtEr hat "
              "geliefert.PK\001\002\024\003\024\000\000\000\000\000\000\000! \257\006\323C"
              "\021\000\000\000\021\000\000\000\005\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000c.txtPK"
              "\005\006\000\000\000\000\001\000\001\0003\000\000\0004\000\000\000\000\000PK\001\002\024\003\024\000\000\000\000\000\000\000! N(Z#)\000\000\000)"
              "\000\000\000\004\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000a.gzPK\001\002\024\003\024\000\000\000\000\000\000\000! \207\016Fi"
              "}\000\000\000}\000\000\000\005\000\000\000\000\000\000\000\000\000\000\000\200\001K\000\000\000b.zipPK\005\006\000\000\000\000\002\000\002\000e"
              "\000\000\000\353\000\000\000\000\000")};
static const char *const packed_words[] = {"\x1F\x8B\x08", "PK\x03\x04", "PK\x01\x02", "BZh9", "\xFD" "7zXZ", "\x28\xB5\x2F\xFD", NULL};

static const struct fuzz_seed feed_seeds[] = {
    FUZZ_SEED("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Beispiel</title>\n<item><title>Öl für Kuba</title><link>https://example.org/a</link><guid>a"
              "1</guid><pubDate>Fri, 05 Jan 2024 04:55:00 +0100</pubDate>\n<description>Kurz.</description><content:encoded><![CDATA[<p>Venezuela hat am Dienstag Öl nach Kuba geliefert.</p><p>Das sagte ein Sprecher.</p>]]></content:enco"
              "ded></item>\n<item><title>Minister tritt zurück</title><pubDate>Fri, 05 Jan 2024 22:55:00 GMT</pubDate></item><item></item></channel></rss>\n"),
    FUZZ_SEED("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Beispiel</title><entry><title>Öl</title><link rel=\"self\" href=\"https://example.org/s\"/><link href=\"https://example.org/a\"/><id>urn:1</id><updated>2024-"
              "01-05T04:55:00Z</updated><summary type=\"html\">&lt;p&gt;Venezuela liefert &amp;amp; schweigt.&lt;/p&gt;</summary></entry></feed>\n")};
static const char *const feed_words[] = {"<item>", "</item>", "<entry>", "<title>", "<link href=\"x\"/>", "<pubDate>", "<description>", "<![CDATA[", "]]>", "&lt;p&gt;",
                                         "<url><loc>", "<at:deleted-entry ref=\"x\" when=\"2024-01-05T04:55:00Z\"><link href=\"y\"/><comment>z</comment></at:deleted-entry>", "Sat, 31 Feb 2024 25:00:00 +9900", "&#x110000;", NULL};

static const struct fuzz_seed newsml_seeds[] = {
    FUZZ_SEED("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet><packageItem guid=\"p\"/><newsItem guid=\"urn:a\" version=\"2\"><rightsInfo><copyrightHolder><name>Beispiel</name>"
              "</copyrightHolder></rightsInfo><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2024-01-05T10:00:00Z</versionCreated><embargoed>2024-01-05T11:00:00Z</embargoed>"
              "<pubStatus qcode=\"stat:canceled\"/><edNote>Neu</edNote><signal qcode=\"sig:correction\"/></itemMeta><contentMeta><headline>Öl für Kuba</headline></contentMeta><contentSet>"
              "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Venezuela liefert Öl.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"),
    FUZZ_SEED("<nitf><head><docdata management-status=\"embargoed\"><doc-id id-string=\"a\"/><date.issue norm=\"20240105T045500+0100\"/><date.release norm=\"20240106\"/><correction info=\"x\"/>"
              "<du-key version=\"1\"/></docdata></head><body><body.head><hedline><hl1>Öl</hl1></hedline></body.head><body.content><p>Venezuela liefert Öl.</p><hl2>Dann</hl2><media/></body.content></body></nitf>"),
    FUZZ_SEED("<newsItem guid=\"a\"><contentSet><inlineData contenttype=\"text/html\">&lt;p&gt;Er ging.&lt;/p&gt;</inlineData></contentSet></newsItem>")};
static const char *const newsml_words[] = {"<newsItem", "</newsItem>", "<nitf>", "<itemMeta>", "<contentSet>", "<body.content>", "<embargoed/>", "version=\"4294967295\"", "<inlineData>", "<![CDATA[", "]]>",
                                           "&#0;", "<!DOCTYPE a [<!ENTITY x \"y\">]>", "&x;", "norm=\"20240105T\"", NULL};

static const struct fuzz_seed ninjs_seeds[] = {
    FUZZ_SEED("{\n\"uri\": \"https://example.org/a\", \"version\": 2, \"versionCreated\": \"2024-01-05T10:00:00Z\", \"embargoed\": \"2024-01-05T11:00:00Z\", \"pubStatus\": \"usable\", \"headlines\": "
              "[{\"value\": \"Öl\"}],\n\"bodies\": [{\"contentType\": \"text/html\", \"value\": \"<p>Venezuela liefert Öl.</p>\"}], \"infosources\": [{\"name\": \"Beispiel\"}]}\n"),
    FUZZ_SEED("{\"uri\": \"a\", \"pubstatus\": \"canceled\", \"headline\": \"Öl für Kuba\", \"body_text\": \"Venezuela liefert Öl.\", \"version\": \"3\"}\n")};
static const char *const ninjs_words[] = {"{", "}", "[", "]", "\"value\": ", "null", "\"body_xhtml\": ", "\"body_text\": ", "\"text\": ", "\"type\": \"picture\"", "\"version\": 1e9", "\n", NULL};

static const struct fuzz_seed office_seeds[] = {
    FUZZ_SEED("PK\003\004\024\000\000\000\000\000\000\000!\000\257;q#\004\000\000\000\004\000\000\000\023\000\000\000[Content_Types].xml<T/>PK"
              "\003\004\024\000\000\000\000\000\000\000!\000\301\224k\245\314\000\000\000\314\000\000\000\021\000\000\000word/document.xml<w:document xmlns:w='w'><w:"
              "body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nein</w:t></w:r><w:r><w:tab/><w:t>Venezuela liefert Kuba am Dienstag Waffen.</w:t><w:br/></w:r><w:del/><"
              "/w:p></w:body></w:document>PK\003\004\024\000\000\000\000\000\000\000!\000\247\327\260\217_\000\000\000_\000\000\000\021\000\000\000docProps/core.xml<"
              "c xmlns:dc='d'><dc:title>Venezuela</dc:title><dc:created>2024-01-05T03:55:00Z</dc:created></c>PK\001\002\024\003\024\000\000\000\000\000\000\000!"
              "\000\257;q#\004\000\000\000\004\000\000\000\023\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000[Content_Types].xmlPK"
              "\001\002\024\003\024\000\000\000\000\000\000\000!\000\301\224k"
              "\245\314\000\000\000\314\000\000\000\021\000\000\000\000\000\000\000\000\000\000\000\200\0015\000\000\000word/document.xmlPK"
              "\001\002\024\003\024\000\000\000\000\000\000\000!\000\247\327\260\217_\000\000\000_"
              "\000\000\000\021\000\000\000\000\000\000\000\000\000\000\000\200\0010\001\000\000docProps/core.xmlPK"
              "\005\006\000\000\000\000\003\000\003\000\277\000\000\000\276\001\000\000\000\000"),
    FUZZ_SEED("PK\003\004\024\000\000\000\000\000\000\000!\000^\3062\014'\000\000\000'\000\000\000\010\000\000\000mimetypeapplication/vnd.oasis.opendocument.textPK"
              "\003\004\024\000\000\000\000\000\000\000!\000\023r\213\351z\000\000\000z\000\000\000\013\000\000\000content.xml<o:c xmlns:o='o' xmlns:t='t'><o:text><t"
              ":h>Waffen</t:h><t:p>Er<t:s/>ging.<t:note><t:p>x</t:p></t:note></t:p></o:text></o:c>PK\001\002\024\003\024\000\000\000\000\000\000\000!\000^\3062\014'"
              "\000\000\000'\000\000\000\010\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000mimetypePK"
              "\001\002\024\003\024\000\000\000\000\000\000\000!\000\023r\213\351z\000\000\000z\000\000\000\013\000\000\000\000\000\000\000\000\000\000\000\200\001M"
              "\000\000\000content.xmlPK\005\006\000\000\000\000\002\000\002\000o\000\000\000\360\000\000\000\000\000")};
static const char *const office_words[] = {"<w:p>", "</w:p>", "<w:t>", "<w:del>", "<mc:Fallback>", "<t:p>", "<t:s/>", "word/document.xml", "content.xml", "meta.xml", "PK\x03\x04", "PK\x01\x02", NULL};

static const struct fuzz_seed rtf_seeds[] = {
    FUZZ_SEED("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\info{\\title Waffen}{\\author Eva}{\\creatim\\yr2024\\mo1\\dy5\\hr4\\min55}}\\pard\\b Waffen\\b0\\par "
              "Venezuela liefert f\\'fcr Kuba \\u8222?Waffen\\u8220?.{\\v nein}\\tab\\line \\bin3 abc\\u-10179?\\u-8704?\\~\\_\\-\\cell\\row}")};
static const char *const rtf_words[] = {"{", "}", "\\", "\\par ", "\\'", "\\u8222?", "\\u-10179", "\\uc99 ", "\\bin99999999999 ", "\\*", "\\ansicpg932 ", "\\ansicpg65001 ", "\\info", "{\\title ", "\\yr-1", NULL};

/* What pdftotext makes of a file is read by us; whether it reads the file at all is its own affair. */
static void target__printed(const struct fuzz_context *context, const char *bytes, size_t length)
{
    struct laut_error error = {.line = 0};
    struct document document = {.arena = arena_open(0, &error)};
    fuzz_check(document.arena != NULL, "there is memory");
    document.report.input = "fuzz.pdf";
    if (pdf_report_read_printed(&document, context->engine->report, bytes, length, NULL, &error)) {
        fuzz_check(utf8_first_invalid(document.text, document.text_bytes) == document.text_bytes, "the text is UTF-8");
        for (size_t i = 0; i < document.paragraph_count; i++)
            fuzz_check(document.paragraphs[i].span.end_byte <= document.text_bytes, "a paragraph lies in the text");
    } else {
        fuzz_check(error.message[0], "a refusal says why");
    }
    arena_free(document.arena);
}

static const struct fuzz_seed pdf_seeds[] = {
    FUZZ_SEED("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]"
              "/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n5 0 obj<</Length 50>>stream\n"
              "BT /F 9 Tf 9 99 Td (Er hat Waffen geliefert.) Tj ET\nendstream endobj\n6 0 obj<</Title(Waffen)/CreationDate(D:20240105045500+01'00')>>endobj\n"
              "trailer<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n")};
static const char *const pdf_words[] = {"%PDF-1.7", "endobj", "stream\n", "/Length 999999999", "<</Encrypt 7 0 R>>", "Tj", "trailer", "/Kids[2 0 R]", "(\xFE\xFF\x01\x02)", NULL};
static const struct fuzz_seed printed_seeds[] = {
    FUZZ_SEED("<html><head><title>Waffen f\xC3\xBCr Kuba</title>\n<meta name=\"Author\" content=\"Eva\"/>\n<meta name=\"CreationDate\" content=\"2024-01-05T04:55:00+01\"/>\n"
              "<meta name=\"ModDate\" content=\"\"/>\n</head>\n<body>\n<pre>\nWaffen f\xC3\xBCr Kuba\n\nDie Waffen wurden nach Angaben des Ministers am Dienstag auf\nein Schiff geladen, "
              "das nach Havanna f\xC3\xA4hrt. Das sagte er,\nals er\n\n- 2 -\n\x0C" "in Bern ankam. Danach schwieg er.\n\x0C</pre>\n</body>\n</html>\n")};
static const char *const printed_words[] = {"<pre>", "</pre>", "<title>", "<meta name=\"Title\" content=\"", "\x0C", "\n\n", "&amp;", "&#0;", "- 1 -\n", "</html>", "(unspecified)", NULL};

static const struct fuzz_seed conllu_seeds[] = {
    FUZZ_SEED("# newpar\n# text = Im US-Heer.\n1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIn\tin\tADP\t_\t_\t3\tcase\t_\t_\n2\tdem\tder\tDET\t_\t_\t3\tdet\t_\t_\n"
              "3\tUS\tUS\tPROPN\t_\t_\t0\troot\t_\tSpaceAfter=No\n4\t-\t-\tPUNCT\t_\t_\t3\tpunct\t_\tSpaceAfter=No\n5\tHeer\tHeer\tNOUN\t_\t_\t3\tflat\t_\tSpaceAfter=No\n"
              "6\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n1\tEr\t_\t_\t_\t_\t_\t_\t_\t_\n\n")};
static const char *const conllu_words[] = {"\t_", "1-2\t", "1.1\t", "SpaceAfter=No", "# newdoc\n", "\n\n", "3\tUS\t_\t_\t_\t_\t_\t_\t_\t_\n", "-", NULL};

/* ---- tables and the image ------------------------------------------------------------------------------------- */

static const char *const image_columns[] = {"id", "word", "source", "checked"};

static void target__look_up(const struct table *table)
{
    size_t bytes = 0;
    for (size_t row = 0; table && row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++)
            bytes += strlen(table_cell(table, row, column));
    fuzz_check(bytes < SIZE_MAX, "cells end");
}

/* A table as tools/pack prepares it. */
static void target__table(const struct fuzz_context *context, const char *bytes, size_t length)
{
    struct laut_error error = {.line = 0};
    struct arena *const arena = arena_open(0, &error);
    (void)context;
    fuzz_check(arena != NULL, "there is memory");
    size_t prepared_length = 0;
    const void *const prepared = table_prepare(arena, "words.tsv", bytes, length, &prepared_length, &error);
    fuzz_check(prepared || error.message[0], "a bad table says why");
    arena_free(arena);
}

/* An image with one table. Its cells are not looked up: an image that is opened is taken as tools/pack made it. */
static void target__image(const struct fuzz_context *context, const char *bytes, size_t length)
{
    struct laut_error error = {.line = 0};
    struct arena *const arena = arena_open(0, &error);
    fuzz_check(arena != NULL, "there is memory");
    fuzz_write(context, bytes, length);
    struct image *const image = image_open(context->path, &error);
    fuzz_check(image || error.message[0], "a bad image says why");
    char hex[65];
    if (image) {
        const struct table_set set = {arena, image, NULL};
        const struct table *const table = table_open(&set, "room/words.tsv", image_columns, 4, &error);
        fuzz_check(table || error.message[0], "a bad table says why");
        (void)!image_sections_sha256(image, true, hex, &error);
        (void)!image_sections_sha256(image, false, hex, &error);
    }
    image_free(image);
    arena_free(arena);
}

/* A user's table over the shipped one. */
static void target__overlay(const struct fuzz_context *context, const char *bytes, size_t length)
{
    struct laut_error error = {.line = 0};
    char room[128], path[160];
    (void)snprintf(room, sizeof room, "%s/text", context->folder);
    (void)snprintf(path, sizeof path, "%s/abbreviations.tsv", room);
    fuzz_check(mkdir(room, 0700) == 0, "there is a folder");
    FILE *const file = fopen(path, "wb");
    fuzz_check(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0, "a file is written");
    static const char *const columns[] = {"id", "form", "position", "source", "checked"};
    struct arena *const arena = arena_open(0, &error);
    fuzz_check(arena != NULL, "there is memory");
    const struct table_set set = {arena, context->engine->image, context->folder};
    const struct table *const table = table_open(&set, "text/abbreviations.tsv", columns, 5, &error);
    fuzz_check(table || (error.file[0] && error.message[0]), "a bad table says where and why");
    target__look_up(table);
    arena_free(arena);
    (void)unlink(path);
    (void)rmdir(room);
}

static const struct fuzz_seed tsv_seeds[] = {
    FUZZ_SEED("# words\nid\tword\tsource\tchecked\na\teins\ts\t2026-11-27\nb\t-\ts\t2026-11-27\n\nc\tä\ts\t2026-11-27\n")};
static const struct fuzz_seed overlay_seeds[] = {
    FUZZ_SEED("id\tform\tposition\tsource\tchecked\nAbb.\tAbb.\teither\tmine\t2026-11-27\nAbg.\t!\nneu.\tneu.\tinside\tmine\t2026-11-27\n")};
static const char *const tsv_words[] = {"\t", "\t-", "\n", "#", "id\t", "\t!", "\tsource", "\tchecked", NULL};

/* One section, room/words.tsv, with the columns of image_columns and one row. */
static const struct fuzz_seed image_seeds[] = {
    FUZZ_SEED("LAUTIMG1\001\000\000\000\000\000\000\000room/words.tsv\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
              "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\200\000\000\000\000\000\000\000Z\000"
              "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
              "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000LAUTTAB"
              "1\004\000\000\000\001\000\000\000\001\000\000\000\000\000\000\000\003\000\000\000\010\000\000\000\017\000\000\000"
              "\027\000\000\000\031\000\000\000\036\000\000\000 \000\000\000\002\000\000\000id\000word\000source\000checked\000"
              "a\000eins\000s\000d\000")};
static const char *const image_words[] = {"LAUTIMG1", "LAUTTAB1", "room/words.tsv", "digests", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", NULL};

/* ---- what sites say of their rights -------------------------------------------------------------------------------- */

static struct arena *target__arena(void)
{
    struct laut_error error = {.line = 0};
    struct arena *const arena = arena_open(0, &error);
    fuzz_check(arena != NULL, "there is memory");
    return arena;
}

static void target__robots(const struct fuzz_context *context, const char *bytes, size_t length)
{
    static const char *const paths[] = {"/", "/a/b?c", "/%C3%B6l/", "/robots.txt"};
    struct arena *const arena = target__arena();
    const struct robots *const robots = robots_read(bytes, length, "laut", arena, NULL);
    (void)context;
    fuzz_check(robots != NULL, "whatever it is, it has rules or none");
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        (void)robots_allows(robots, paths[i]);
    for (size_t i = 0; i < robots->rule_count; i++)
        fuzz_check(strlen(robots->rules[i].pattern) <= robots->rules[i].length, "a pattern is whole");
    arena_free(arena);
}

static void target__tdmrep(const struct fuzz_context *context, const char *bytes, size_t length)
{
    struct arena *const arena = target__arena();
    const struct tdmrep *const tdmrep = tdmrep_read(bytes, length, arena, NULL);
    (void)context;
    fuzz_check(tdmrep != NULL, "whatever it is, it has rules or none");
    (void)tdmrep_find(tdmrep, "/news/a");
    arena_free(arena);
}

static const struct fuzz_seed robots_seeds[] = {
    FUZZ_SEED("User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 2\n\nuser-agent: laut # wir\nDisallow: /%C3%B6l\nContent-Signal: ai-train=no\nContent-Usage: /n train-ai=n\n")};
static const char *const robots_words[] = {"User-agent:", "*", "$", "Disallow:", "Allow:", "laut", "%", "%2F", "#", "\r", "Crawl-delay: 1e999", "\xEF\xBB\xBF", NULL};
static const struct fuzz_seed tdmrep_seeds[] = {
    FUZZ_SEED("[{\"location\": \"/news/*\", \"tdm-reservation\": 1, \"tdm-policy\": \"https://example.org/p\"}, {\"location\": \"/\", \"tdm-reservation\": 0}]")};
static const char *const tdmrep_words[] = {"[", "{", "\"location\":", "\"tdm-reservation\":", "\"tdm-policy\":", "null", "*", "$", "%", NULL};

#define SEEDS(list) list, sizeof list / sizeof list[0]

const struct fuzz_target fuzz_targets[] = {
    {"json-lines", target__news, SEEDS(json_seeds), json_words},
    {"plain-text", target__news, SEEDS(text_seeds), text_words},
    {"html", target__news, SEEDS(html_seeds), html_words},
    {"feed", target__news, SEEDS(feed_seeds), feed_words},
    {"newsml", target__news, SEEDS(newsml_seeds), newsml_words},
    {"ninjs", target__news, SEEDS(ninjs_seeds), ninjs_words},
    {"office", target__news, SEEDS(office_seeds), office_words},
    {"rtf", target__news, SEEDS(rtf_seeds), rtf_words},
    {"pdf", target__news, SEEDS(pdf_seeds), pdf_words},
    {"pdf-printed", target__printed, SEEDS(printed_seeds), printed_words},
    {"warc", target__news, SEEDS(warc_seeds), warc_words},
    {"packed", target__news, SEEDS(packed_seeds), packed_words},
    {"timeml", target__news, SEEDS(timeml_seeds), timeml_words},
    {"conllu", target__conllu, SEEDS(conllu_seeds), conllu_words},
    {"robots", target__robots, SEEDS(robots_seeds), robots_words},
    {"tdmrep", target__tdmrep, SEEDS(tdmrep_seeds), tdmrep_words},
    {"table", target__table, SEEDS(tsv_seeds), tsv_words},
    {"overlay", target__overlay, SEEDS(overlay_seeds), tsv_words},
    {"image", target__image, SEEDS(image_seeds), image_words},
};
const size_t fuzz_target_count = sizeof fuzz_targets / sizeof fuzz_targets[0];
