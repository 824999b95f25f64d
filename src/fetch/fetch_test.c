/* fetch/fetch_test.c: patterns of paths, robots.txt, tdmrep.json, addresses. The rest is tested against a server (tests/cli/feeds). */
#include "fetch/address.h"
#include "fetch/path.h"
#include "fetch/robots.h"
#include "fetch/tdmrep.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_paths(void **state)
{
    static const struct { const char *pattern, *path; bool matches; } cases[] = {
        {"/", "/a", true}, {"/a", "/ab", true}, {"/a$", "/ab", false}, {"/a$", "/a", true}, {"/a*c", "/abbbc/d", true}, {"/a*c$", "/abbbc/d", false},
        {"/*.pdf$", "/x/y.pdf", true}, {"/*.pdf$", "/x/y.pdf?z", false}, {"/*", "/", true}, {"/a**b", "/ab", true}, {"*", "", true}, {"/a*b*c$", "/abcbc", true},
        {"/\xC3\xB6l", "/%C3%B6l", true}, {"/%c3%b6l", "/%C3%B6l", true}, {"/%61", "/a", true}, {"/a%2Fb", "/a/b", false}, {"/a%2fb", "/a%2Fb", true},
        {"/A", "/a", false}, {"$", "", true}, {"$", "/", false}, {"/a*$", "/abc", true}, {"/%", "/%", true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (path_matches(cases[i].pattern, strlen(cases[i].pattern), cases[i].path) != cases[i].matches)
            fail_msg("%s against %s", cases[i].pattern, cases[i].path);
}

static void check_robots(const char *text, const char *agent, const char *path, bool allowed)
{
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    const struct robots *const robots = arena ? robots_read(text, strlen(text), agent, arena, &error) : NULL;
    assert_non_null(robots);
    if (robots_allows(robots, path) != allowed)
        fail_msg("%s for %s of\n%s", path, agent, text);
    arena_free(arena);
}

static void test_robots(void **state)
{
    static const char groups[] = "\xEF\xBB\xBFUser-Agent: andere\nDisallow: /\n\nuser-agent: LAUT/1.0 # wir\nUser-agent: dritte\nDisallow: /closed/ # nicht\r\nAllow: /closed/open\n"
                                 "Sitemap: https://example.org/s\nDisallow:\n\nUser-agent: *\nDisallow: /everyone\nuser-agent: laut\nDisallow: /second\n";
    (void)state;
    check_robots("", "laut", "/a", true);
    check_robots("Disallow: /\n", "laut", "/a", true);                       /* in no group */
    check_robots(groups, "laut", "/a", true);
    check_robots(groups, "laut", "/closed/a", false);
    check_robots(groups, "laut", "/closed/open/a", true);
    check_robots(groups, "laut", "/everyone", true);
    check_robots(groups, "laut", "/second", false);                          /* groups of one name are one */
    check_robots(groups, "dritte", "/closed/a", false);
    check_robots(groups, "andere", "/a", false);
    check_robots(groups, "vierte", "/everyone", false);
    check_robots(groups, "vierte", "/closed/a", true);
    check_robots("user-agent: laute\ndisallow: /\n", "laut", "/a", true);
    check_robots("user-agent: *\rdisallow: /a\r", "laut", "/a", false);
    check_robots("User-agent: *\nDisallow: /a\nAllow: /a\n", "laut", "/a", true);        /* the same length: allowed */
    check_robots("User-agent: *\nAllow: /a\nDisallow: /\n", "laut", "/a", true);
    check_robots("User-agent: *\nAllow: /\nDisallow: /a*b\n", "laut", "/axb", false);
}

static void test_signals(void **state)
{
    static const char text[] = "User-agent: *\nCrawl-delay: 2.5\nContent-Signal: ai-train=no\nContent-Usage: /news train-ai=n\nDisallow: /a\n";
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    const struct robots *const robots = arena ? robots_read(text, sizeof text - 1, "laut", arena, &error) : NULL;
    (void)state;
    assert_non_null(robots);
    assert_int_equal(robots->signal_count, 2);
    assert_string_equal(robots->signals[0].value, "ai-train=no");
    assert_string_equal(robots->signals[1].pattern, "/news");
    assert_true(robots->delay_s > 2.4 && robots->delay_s < 2.6);
    arena_free(arena);
}

static void test_tdmrep(void **state)
{
    static const char text[] = "[{\"location\": \"/\", \"tdm-reservation\": 1, \"tdm-policy\": \"https://example.org/p\"}, {\"location\": \"/free/\", \"tdm-reservation\": 0},"
                               " {\"location\": 7, \"tdm-reservation\": 1}, {\"location\": \"/x\"}, [], \"\", {\"location\": \"/free/\", \"tdm-reservation\": \"0\"}]";
    static const char *const broken[] = {"", "{", "{}", "[", "[1]", "[{\"location\": \"/\"}]", "<html>"};
    struct laut_error error;
    struct arena *const arena = arena_open(0, &error);
    const struct tdmrep *tdmrep = arena ? tdmrep_read(text, sizeof text - 1, arena, &error) : NULL;
    (void)state;
    assert_non_null(tdmrep);
    assert_true(tdmrep_find(tdmrep, "/a")->reserved);
    assert_string_equal(tdmrep_find(tdmrep, "/a")->policy, "https://example.org/p");
    assert_false(tdmrep_find(tdmrep, "/free/a")->reserved);
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        tdmrep = tdmrep_read(broken[i], strlen(broken[i]), arena, &error);
        assert_non_null(tdmrep);
        assert_null(tdmrep_find(tdmrep, "/"));
    }
    arena_free(arena);
}

static bool is_local_4(const char *text)
{
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    assert_int_equal(inet_pton(AF_INET, text, &v4.sin_addr), 1);
    return address_is_local((const struct sockaddr *)&v4);
}

static bool is_local_6(const char *text)
{
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    assert_int_equal(inet_pton(AF_INET6, text, &v6.sin6_addr), 1);
    return address_is_local((const struct sockaddr *)&v6);
}

static void test_local(void **state)
{
    static const char *const local_4[] = {"127.0.0.1", "127.255.0.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                                          "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"},
                      *const public_4[] = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "11.0.0.1", "223.255.255.255", "192.169.0.1"},
                      *const local_6[] = {"::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "2001::1"},
                      *const public_6[] = {"2a00:1450::1", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2001:67c::1"};
    (void)state;
    for (size_t i = 0; i < sizeof local_4 / sizeof local_4[0]; i++)
        if (!is_local_4(local_4[i]))
            fail_msg("%s", local_4[i]);
    for (size_t i = 0; i < sizeof public_4 / sizeof public_4[0]; i++)
        if (is_local_4(public_4[i]))
            fail_msg("%s", public_4[i]);
    for (size_t i = 0; i < sizeof local_6 / sizeof local_6[0]; i++)
        if (!is_local_6(local_6[i]))
            fail_msg("%s", local_6[i]);
    for (size_t i = 0; i < sizeof public_6 / sizeof public_6[0]; i++)
        if (is_local_6(public_6[i]))
            fail_msg("%s", public_6[i]);
    assert_true(address_names_local("localhost"));
    assert_true(address_names_local("router"));
    assert_true(address_names_local("Drucker.Local."));
    assert_false(address_names_local("example.org"));
    assert_false(address_names_local("localhost.example.org"));
}

static void test_addresses(void **state)
{
    static const struct { const char *text, *base, *whole, *origin, *path; } cases[] = {
        {"HTTPS://Example.ORG/a/../b?c#d", NULL, "https://example.org/b?c", "https://example.org:443", "/b?c"},
        {"http://example.org:8080", NULL, "http://example.org:8080/", "http://example.org:8080", "/"},
        {"/rss", "https://example.org/a/b", "https://example.org/rss", "https://example.org:443", "/rss"},
        {"http://2130706433/", NULL, "http://127.0.0.1/", "http://127.0.0.1:80", "/"}};
    static const char *const refused[] = {"file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x", "https://a:b@example.org/", "", "/rss", "https://"};
    struct laut_error error;
    struct curl *const curl = curl_open(&error);
    struct address address;
    (void)state;
    assert_non_null(curl);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_true(address_read(curl, cases[i].text, cases[i].base, &address, &error));
        assert_string_equal(address.whole, cases[i].whole);
        assert_string_equal(address.origin, cases[i].origin);
        assert_string_equal(address.path, cases[i].path);
    }
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (address_read(curl, refused[i], NULL, &address, &error))
            fail_msg("%s", refused[i]);
    curl_close(curl);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_paths), cmocka_unit_test(test_robots), cmocka_unit_test(test_signals), cmocka_unit_test(test_tdmrep),
                                       cmocka_unit_test(test_local), cmocka_unit_test(test_addresses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
