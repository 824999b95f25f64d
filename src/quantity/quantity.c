/* quantity/quantity.c: the stage: every number that stands in no time, with its relation, unit, scope and the noun that it counts (coding guide,
 * section 6). The noun is sought on the surface, over adjectives, then in the tree ("alle 8.000 im Land erzeugten Brennstäbe"). A number that
 * names something ("Artikel 5") counts nothing; the article is a number beside words that make it one ("mindestens eine Rakete"), and
 * before arms that are counted by the piece, which entity/items.c knows.
 */
#include "quantity/quantity.h"

#include "parse/tree.h"
#include "quantity/counting.h"

#include <math.h>
#include <string.h>

enum { WORDS_TO_NOUN = 8, TREE_WORDS_TO_NOUN = 14, WORDS_OF_WHOLE = 6, YEAR_FIRST = 1000, YEAR_LAST = 2100 };

static bool quantity__is_noun(const struct token *token)
{
    return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN;
}

static bool quantity__is_mark(const struct token *token, const char *marks)
{
    return token->upos == UPOS_PUNCT && strstr(marks, token->form) != NULL;
}

/* ---- the words after ------------------------------------------------------------------------------------------- */

/* A unit right after the number, or after adjectives: "40 weitere Tonnen". */
static void quantity__unit_after(const struct quantity_finder *finder, struct counting *counting)
{
    const struct document *const document = finder->document;
    uint32_t words = 0;
    for (uint32_t at = counting->end; at < finder->sentence_end && at < counting->end + 3; at++) {
        counting->unit = quantity_unit_at(finder->knowledge, document, at, &words);
        if (counting->unit && at + words <= finder->sentence_end) {
            counting->end = at + words;
            counting->counted = at + words - 1;
            return;
        }
        counting->unit = NULL;
        if (document->tokens[at].upos != UPOS_ADJ)
            return;
    }
}

/* "$ 500", "EUR 20 Millionen" */
static void quantity__unit_before(const struct quantity_finder *finder, struct counting *counting)
{
    uint32_t words = 0;
    if (counting->first == finder->sentence_first)
        return;
    const struct quantity_unit *const unit = quantity_unit_at(finder->knowledge, finder->document, counting->first - 1, &words);
    const char *const form = finder->document->tokens[counting->first - 1].form;
    const bool is_sign = (unsigned char)form[0] >= 0x80 || form[0] == '$' || (form[0] && form[1] >= 'A' && form[1] <= 'Z');
    if (!unit || unit->kind != UNIT_CURRENCY || words != 1 || !is_sign)
        return;
    counting->unit = unit;
    counting->first--;
    counting->counted = counting->first;
}

/* May a token stand between a number and its noun? */
static bool quantity__may_pass(const struct quantity_finder *finder, uint32_t at)
{
    const struct document *const document = finder->document;
    const struct token *const token = &document->tokens[at];
    const bool before_more = at + 1 < finder->sentence_end;
    switch (token->upos) {
    case UPOS_ADJ:
        return true;
    case UPOS_VERB:
        return token->morphology.verb_form == VERB_FORM_PART_PERF || token->morphology.verb_form == VERB_FORM_PART_PRES;
    case UPOS_ADV:
        return before_more && document->tokens[at + 1].upos == UPOS_ADJ;
    case UPOS_CCONJ:
        return before_more && document->tokens[at - 1].upos == UPOS_ADJ && document->tokens[at + 1].upos == UPOS_ADJ;
    case UPOS_PUNCT:
        return quantity__is_mark(token, "„“”»«\"'‚‘") ||
               (quantity__is_mark(token, ",") && before_more && document->tokens[at - 1].upos == UPOS_ADJ && document->tokens[at + 1].upos == UPOS_ADJ);
    default:
        return false;
    }
}

/* Where the noun is sought: behind the second of two numbers ("zehn beziehungsweise 15 Panzer"). */
static uint32_t quantity__behind_respective(const struct quantity_finder *finder, uint32_t end)
{
    uint32_t words = 0;
    struct amount second;
    if (end >= finder->sentence_end || !quantity_word_at(finder->knowledge, finder->document, end, WORDS_RESPECTIVE, &words) ||
        end + words >= finder->sentence_end ||
        !amount_read(finder->knowledge, finder->document, end + words, finder->sentence_end, &second))
        return end;
    return second.first + second.count;
}

/* "31", "rund 35", "mehr als 30" */
static bool quantity__is_number_soon(const struct quantity_finder *finder, uint32_t token)
{
    const struct token *const tokens = finder->document->tokens;
    for (uint32_t at = token; at < finder->sentence_end && at < token + 3; at++) {
        if (tokens[at].upos == UPOS_NUM)
            return true;
        if (tokens[at].upos != UPOS_ADV && tokens[at].upos != UPOS_CCONJ && tokens[at].relation != RELATION_FIXED)
            return false;
    }
    return false;
}

/* "48 FA-50", "vier M113": letters with a number, which taggers may take for a number. */
static bool quantity__is_designation(const struct token *token)
{
    return token->upos == UPOS_NUM && token->form[0] >= 'A' && token->form[0] <= 'Z' && strpbrk(token->form, "0123456789");
}

static uint32_t quantity__noun(const struct quantity_finder *finder, const struct counting *counting)
{
    const struct document *const document = finder->document;
    const uint32_t first = quantity__behind_respective(finder, counting->end);
    for (uint32_t at = first; at < finder->sentence_end && at < first + WORDS_TO_NOUN; at++) {
        if (finder->in_time[at])
            break;
        if (quantity__is_noun(&document->tokens[at]) || quantity__is_designation(&document->tokens[at]))
            return at;
        if (!quantity__may_pass(finder, at))
            break;
    }
    uint32_t words = 0;
    const uint32_t number = counting->end - 1, head = document->tree ? tree_head(document, number) : DOCUMENT_NONE;
    if (counting->end < finder->sentence_end && quantity_word_at(finder->knowledge, document, counting->end, WORDS_PARTITIVE, &words) &&
        quantity__is_number_soon(finder, counting->end + words))
        return DOCUMENT_NONE;        /* "vier von 13 Flugzeugen", but "14 von Berlin zugesagte Panzer" */
    const bool told = head != DOCUMENT_NONE && document->tokens[number].relation == RELATION_NUMMOD && head > number &&
                      head - number <= TREE_WORDS_TO_NOUN && quantity__is_noun(&document->tokens[head]) && !finder->in_time[head];
    return told ? head : DOCUMENT_NONE;
}

/* May a token stand between "von" and the noun of the whole: "20 von mehr als 35 russischen Drohnen"? */
static bool quantity__is_of_whole(const struct token *token)
{
    return token->upos == UPOS_ADJ || token->upos == UPOS_NUM || token->upos == UPOS_DET || token->upos == UPOS_ADV || token->upos == UPOS_CCONJ ||
           token->relation == RELATION_FIXED;
}

/* "28 der Geräte", "37 davon", "20 von rund 35 Drohnen" */
static void quantity__partitive(const struct quantity_finder *finder, struct counting *counting)
{
    const struct document *const document = finder->document;
    uint32_t words = 0;
    if (!quantity_word_at(finder->knowledge, document, counting->end, WORDS_PARTITIVE, &words))
        return;
    const uint32_t from = counting->end + words;
    const bool number = from < finder->sentence_end && document->tokens[from].upos == UPOS_NUM;      /* "von insgesamt 18 Haubitzen" */
    const bool pronoun = !number && (document->tokens[from - 1].upos == UPOS_ADV || document->tokens[from - 1].upos == UPOS_PRON);
    for (uint32_t at = from; !pronoun && at < finder->sentence_end && at < from + WORDS_OF_WHOLE; at++) {
        const bool several = document->tokens[at].morphology.number != NUMBER_SING || strpbrk(document->tokens[at].form, "0123456789");
        if (quantity__is_noun(&document->tokens[at]) && several) {
            counting->counted = at;
            counting->partitive = true;
            return;
        }
        if (!quantity__is_of_whole(&document->tokens[at]))
            return;
    }
    counting->partitive = pronoun;
}

/* "Von den 78 gestarteten Flugkörpern habe man 59 abgeschossen": a bare object of a sentence that begins with the whole. */
static void quantity__part_of_front(const struct quantity_finder *finder, struct counting *counting)
{
    const struct document *const document = finder->document;
    uint32_t words = 0;
    const enum relation relation = document->tokens[counting->amount.first].relation;
    if (document->tokens[finder->sentence_first].upos != UPOS_ADP || (relation != RELATION_OBJ && relation != RELATION_NSUBJ && relation != RELATION_NSUBJ_PASS) ||
        !quantity_word_at(finder->knowledge, document, finder->sentence_first, WORDS_PARTITIVE, &words))
        return;
    const uint32_t noun = document->tree ? tree_head(document, finder->sentence_first) : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE || noun >= counting->amount.first || !quantity__is_noun(&document->tokens[noun]) ||
        document->tokens[noun].morphology.number == NUMBER_SING)
        return;
    counting->counted = noun;
    counting->partitive = true;
}

/* "Die Zahl der Toten stieg auf 200." */
static void quantity__total(const struct quantity_finder *finder, struct counting *counting)
{
    const struct document *const document = finder->document;
    uint32_t words = 0;
    for (uint32_t at = finder->sentence_first; at < counting->amount.first; at++) {
        const struct quantity_word *const total =
            document->tokens[at].upos == UPOS_NOUN ? quantity_word_at(finder->knowledge, document, at, WORDS_TOTAL, &words) : NULL;
        for (uint32_t noun = at + 1; total && noun < counting->amount.first && noun <= at + 4; noun++)
            if (quantity__is_noun(&document->tokens[noun])) {
                counting->counted = noun;
                counting->cumulative = total;
                return;
            }
    }
}

/* "und mehr", but not "14 Gewehre und mehr als 300 Schuss". */
static const struct quantity_word *quantity__relation_at(const struct quantity_finder *finder, uint32_t token)
{
    uint32_t words = 0, before = 0;
    const struct quantity_word *const relation = quantity_word_at(finder->knowledge, finder->document, token, WORDS_AFTER, &words);
    for (uint32_t at = token; relation && at < token + words; at++)
        if (quantity_word_at(finder->knowledge, finder->document, at, WORDS_BEFORE, &before) && at + before > token + words)
            return NULL;
    return relation;
}

static void quantity__words_after(const struct quantity_finder *finder, struct counting *counting)
{
    const struct document *const document = finder->document;
    uint32_t words = 0;
    const uint32_t noun = counting->counted != DOCUMENT_NONE && counting->counted >= counting->end ? counting->counted : counting->end;
    for (uint32_t at = counting->amount.first + counting->amount.count; at < noun; at++) {
        const struct quantity_word *const word = quantity_word_at(finder->knowledge, document, at, WORDS_ADDITIONAL, &words);
        if (word)
            counting->additional = word;
        if (quantity_word_at(finder->knowledge, document, at, WORDS_SINGLE, &words))
            counting->single = true;
    }
    if (counting->relation)
        return;
    counting->relation = counting->end < finder->sentence_end ? quantity__relation_at(finder, counting->end) : NULL;
    if (!counting->relation && counting->counted != DOCUMENT_NONE && counting->counted + 1 < finder->sentence_end)
        counting->relation = quantity__relation_at(finder, counting->counted + 1);
}

/* A word of the whole ("insgesamt", "bisher", "seit") in the clause of the number. */
static const struct quantity_word *quantity__cumulative(const struct quantity_finder *finder, uint32_t number)
{
    const struct document *const document = finder->document;
    const uint32_t clause = document->tree ? tree_clause(document, number) : DOCUMENT_NONE;
    for (uint32_t at = finder->sentence_first; at < finder->sentence_end; at++) {
        uint32_t words = 0;
        const enum upos upos = document->tokens[at].upos;
        if (upos != UPOS_ADV && upos != UPOS_ADP && upos != UPOS_NOUN && upos != UPOS_ADJ && upos != UPOS_SCONJ)
            continue;
        const struct quantity_word *const word = quantity_word_at(finder->knowledge, document, at, WORDS_CUMULATIVE, &words);
        if (word && (clause == DOCUMENT_NONE || tree_clause(document, at) == clause))
            return word;
    }
    return NULL;
}

/* ---- what counts ----------------------------------------------------------------------------------------------- */

/* Is the number the name of the word before it: "Artikel 5", "Leopard 2 Panzer"? */
static bool quantity__is_name(const struct quantity_finder *finder, const struct counting *counting)
{
    const struct document *const document = finder->document;
    const uint32_t number = counting->amount.first;
    if (counting->unit || counting->relation || counting->partitive || counting->amount.one || number == finder->sentence_first || counting->amount.count > 1)
        return false;
    const struct token *const before = &document->tokens[number - 1];
    if (!quantity__is_noun(before) || finder->in_time[number - 1])
        return false;
    if (counting->counted != DOCUMENT_NONE && strpbrk(document->tokens[counting->counted].form, "0123456789"))
        return false;                /* "lieferten der Ukraine 18 F-16" */
    const uint32_t head = document->tree ? tree_head(document, number - 1) : DOCUMENT_NONE;
    if (counting->counted != DOCUMENT_NONE && document->tokens[number].head == counting->counted && head != counting->counted && head != number &&
        document->tree)
        return false;                /* "bestellte in Deutschland 44 Leopard 2" */
    const bool singular = counting->counted != DOCUMENT_NONE && document->tokens[counting->counted].morphology.number == NUMBER_SING;
    return counting->counted == DOCUMENT_NONE || singular || document->tokens[number].head == number - 1;
}

/* May a number without a noun count something: subject, object, or with words that say so? */
static bool quantity__stands_alone(const struct quantity_finder *finder, const struct counting *counting)
{
    const struct document *const document = finder->document;
    const struct amount *const amount = &counting->amount;
    if (counting->partitive || (counting->relation && strcmp(counting->relation->relation, "=") != 0))
        return amount->figures || counting->partitive || document->tokens[amount->first].upos == UPOS_NUM;
    const bool looks_like_year = amount->figures && amount->count == 1 && amount->value >= YEAR_FIRST && amount->value <= YEAR_LAST &&
                                 !strpbrk(document->tokens[amount->first].form, ".'");
    if (looks_like_year || (amount->first > finder->sentence_first && quantity__is_mark(&document->tokens[amount->first - 1], "([")))
        return false;
    if (amount->vague)
        return true;
    const enum relation relation = document->tokens[amount->first].relation;
    return document->tokens[amount->first].upos == UPOS_NUM &&
           (relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS || relation == RELATION_OBJ);
}

static bool quantity__counts(const struct quantity_finder *finder, struct counting *counting)
{
    const struct document *const document = finder->document;
    if (quantity__is_name(finder, counting))
        return false;
    if (counting->amount.one) {
        const bool holds = counting->end < finder->sentence_end && quantity__is_noun(&document->tokens[counting->end]);
        if (counting->unit && (counting->unit->kind != UNIT_CONTAINER || holds))       /* "eine Tonne Sprengstoff" */
            return true;
        const bool told = counting->relation && strcmp(counting->relation->relation, "=") != 0;
        counting->article = counting->counted != DOCUMENT_NONE && !counting->partitive && !told && !counting->additional && !counting->single;
        return counting->article ? document->tokens[counting->counted].morphology.number != NUMBER_PLUR : counting->counted != DOCUMENT_NONE || counting->partitive;
    }
    if (counting->counted == DOCUMENT_NONE)
        return quantity__stands_alone(finder, counting);
    return counting->amount.figures || counting->amount.value > 0 || document->tokens[counting->amount.first].upos == UPOS_NUM;
}

static bool quantity__add(struct quantity_finder *finder, const struct counting *counting)
{
    struct document *const document = finder->document;
    struct quantity *const quantity = arena_append(document->arena, &document->quantities, &document->quantity_count, &finder->capacity,
                                                   sizeof *quantity, finder->error);
    if (!quantity)
        return false;
    const struct amount *const amount = &counting->amount;
    const bool range = isfinite(amount->to);
    const char *const relation = counting->relation ? counting->relation->relation : range || amount->vague ? ">=" : "=";
    const char *const why = counting->relation ? counting->relation->id : counting->additional ? counting->additional->id
                            : counting->cumulative ? counting->cumulative->id : counting->unit ? counting->unit->id
                            : amount->range ? amount->range : amount->figures ? "figures" : "number-word";
    *quantity = (struct quantity){
        .span = {document->tokens[counting->first].span.begin_byte, document->tokens[counting->end - 1].span.end_byte},
        .tokens = {counting->first, counting->end - counting->first}, .counted = counting->counted, .value = amount->value, .to = amount->to,
        .relation = range && strcmp(relation, "=") == 0 ? ">=" : relation, .unit = counting->unit ? counting->unit->name : NULL,
        .scope = counting->additional ? SCOPE_ADDITIONAL : counting->cumulative ? SCOPE_CUMULATIVE : SCOPE_SINGLE,
        .partitive = counting->partitive, .article = counting->article, .each = counting->each,
        .ratio = counting->unit && counting->unit->kind == UNIT_RATIO, .money = counting->unit && counting->unit->kind == UNIT_CURRENCY, .why = why};
    return true;
}

/* The number that begins at token, if it counts; *next the token after it. */
static bool quantity__at(struct quantity_finder *finder, uint32_t token, uint32_t *next)
{
    struct counting counting = {.counted = DOCUMENT_NONE, .first = token};
    *next = token + 1;
    uint32_t end = token;
    while (end < finder->sentence_end && !finder->in_time[end])
        end++;
    if (!amount_read(finder->knowledge, finder->document, token, end, &counting.amount))
        return true;
    counting.end = counting.amount.first + counting.amount.count;
    if (counting.end < finder->sentence_end)
        quantity__unit_after(finder, &counting);
    if (!counting.unit)
        quantity__unit_before(finder, &counting);
    if (!counting.unit && counting.end < finder->sentence_end) {
        counting.counted = quantity__noun(finder, &counting);
        if (counting.counted == DOCUMENT_NONE)
            quantity__partitive(finder, &counting);
    }
    if (counting.counted == DOCUMENT_NONE && !counting.partitive && !counting.unit && !counting.amount.one) {
        quantity__total(finder, &counting);
        if (counting.counted == DOCUMENT_NONE)
            quantity__part_of_front(finder, &counting);
    }
    const bool sign_before = counting.first < counting.amount.first;
    if (!sign_before)
        quantity_relation_before(finder, &counting);
    quantity__words_after(finder, &counting);
    if (!quantity__counts(finder, &counting))
        return true;
    if (!counting.cumulative)
        counting.cumulative = quantity__cumulative(finder, counting.amount.first);
    *next = counting.end;
    return quantity__add(finder, &counting);
}

/* "500-Millionen-Euro-Paket": a sum of money inside a word. */
static bool quantity__inside(struct quantity_finder *finder, uint32_t token)
{
    struct document *const document = finder->document;
    const struct quantity_knowledge *const knowledge = finder->knowledge;
    const char *const form = document->tokens[token].form;
    const char *part = form;
    double value = 0;
    for (size_t parts = 0;; parts++) {
        const size_t length = strcspn(part, "-");
        char word[64];
        struct number_reading reading;
        if (!part[length] || length == 0 || length >= sizeof word)
            return true;
        memcpy(word, part, length);
        word[length] = '\0';
        const struct quantity_unit *const unit = parts ? quantity_unit_named(knowledge, word, length) : NULL;
        if (unit) {
            if (unit->kind != UNIT_CURRENCY)
                return true;
            struct counting counting = {.amount = {.first = token, .count = 1, .value = value, .to = (double)NAN}, .first = token, .end = token + 1,
                                        .counted = token, .unit = unit};
            return quantity__add(finder, &counting);
        }
        if (!number_read(knowledge->numbers, word, &reading) || (parts && reading.kind != NUMBER_SCALE))
            return true;
        value = parts ? value * reading.value : reading.value;
        part += length + 1;
    }
}

/* "ihr einziges Flugabwehrsystem": one, though no number says so. */
static bool quantity__only(struct quantity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    uint32_t words = 0;
    const bool told = token > finder->sentence_first && document->tokens[token].upos == UPOS_ADJ && document->tokens[token - 1].upos == UPOS_DET &&
                      quantity_word_at(finder->knowledge, document, token, WORDS_SINGLE, &words);
    struct counting counting = {.amount = {.first = token, .count = 1, .value = 1, .to = (double)NAN, .one = true}, .first = token, .end = token + 1,
                                .counted = DOCUMENT_NONE, .single = true};
    struct amount article;
    if (!told || amount_read(finder->knowledge, document, token - 1, token, &article))       /* "eine einzige Rakete" */
        return true;
    counting.counted = quantity__noun(finder, &counting);
    return counting.counted == DOCUMENT_NONE || document->tokens[counting.counted].morphology.number != NUMBER_SING || quantity__add(finder, &counting);
}

/* A quick look: can a number begin here at all? */
static bool quantity__may_begin(const struct quantity_finder *finder, uint32_t token)
{
    const struct token *const at = &finder->document->tokens[token];
    if (at->upos == UPOS_NUM || (at->form[0] >= '0' && at->form[0] <= '9'))
        return true;
    if (at->upos != UPOS_NOUN && at->upos != UPOS_PROPN && at->upos != UPOS_ADJ && at->upos != UPOS_DET && at->upos != UPOS_PRON && at->upos != UPOS_ADP)
        return false;
    uint32_t words = 0;
    const char lower[2] = {(char)(at->form[0] >= 'A' && at->form[0] <= 'Z' ? at->form[0] - 'A' + 'a' : at->form[0]), '\0'};
    return number_may_begin(finder->knowledge->numbers, at->form) || number_may_begin(finder->knowledge->numbers, lower) ||
           quantity_word_at(finder->knowledge, finder->document, token, WORDS_HALF, &words) ||
           (at->upos == UPOS_ADP && quantity_word_at(finder->knowledge, finder->document, token, WORDS_BETWEEN, &words));
}

static bool quantity__sentence(struct quantity_finder *finder, uint32_t sentence)
{
    const struct document *const document = finder->document;
    finder->sentence_first = document->sentences[sentence].tokens.first;
    finder->sentence_end = finder->sentence_first + document->sentences[sentence].tokens.count;
    for (uint32_t token = finder->sentence_first, next; token < finder->sentence_end; token = next) {
        next = token + 1;
        if (finder->in_time[token])
            continue;
        if (!quantity__only(finder, token))
            return false;
        if (!quantity__may_begin(finder, token))
            continue;
        const size_t before = document->quantity_count;
        if (!quantity__at(finder, token, &next))
            return false;
        if (document->quantity_count == before && strchr(document->tokens[token].form, '-') && !quantity__inside(finder, token))
            return false;
    }
    return true;
}

bool quantity_find(struct document *document, const struct quantity_knowledge *knowledge, struct laut_error *error)
{
    struct quantity_finder finder = {.document = document, .knowledge = knowledge, .error = error};
    finder.in_time = arena_take(document->arena, document->token_count + 1, sizeof *finder.in_time, error);
    document->quantities = NULL;
    document->quantity_count = 0;
    if (!finder.in_time)
        return false;
    for (size_t i = 0; i < document->time_count; i++)
        for (uint32_t k = 0; k < document->times[i].tokens.count; k++)
            finder.in_time[document->times[i].tokens.first + k] = true;
    for (size_t i = 0; i < document->sentence_count; i++)
        if (document->sentences[i].kind != PARAGRAPH_MARK && !quantity__sentence(&finder, (uint32_t)i))
            return false;
    return true;
}
