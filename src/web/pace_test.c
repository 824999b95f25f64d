/* web/pace_test.c: bursts and long rates of one address; others are not touched, this machine is not counted. */
#include "web/pace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <netinet/in.h>

static const struct sockaddr *address_of(struct sockaddr_in *four, const char *text)
{
    *four = (struct sockaddr_in){.sin_family = AF_INET};
    assert_int_equal(inet_pton(AF_INET, text, &four->sin_addr), 1);
    return (const struct sockaddr *)four;
}

static unsigned allowed(struct pace *pace, const struct sockaddr *address, int64_t now_ms, unsigned count)
{
    unsigned done = 0;
    for (unsigned i = 0; i < count; i++)
        done += pace_allows(pace, address, now_ms);
    return done;
}

static void test_pace(void **state)
{
    (void)state;
    struct sockaddr_in one, other, own;
    struct pace *const pace = pace_open();
    assert_non_null(pace);
    assert_int_equal(allowed(pace, address_of(&one, "192.0.2.1"), 1000, 1000), PACE_AT_ONCE);
    assert_int_equal(allowed(pace, address_of(&other, "198.51.100.9"), 1000, 10), 10);
    assert_int_equal(allowed(pace, address_of(&own, "127.0.0.1"), 1000, 1000), 1000);
    assert_int_equal(allowed(pace, address_of(&one, "192.0.2.1"), 2000, 1000), PACE_PER_SECOND);
    assert_int_equal(allowed(pace, address_of(&one, "192.0.2.1"), 3600000, 1000), PACE_AT_ONCE);
    pace_free(pace);
}

static void test_pace_six(void **state)
{
    (void)state;
    struct pace *const pace = pace_open();
    assert_non_null(pace);
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    assert_int_equal(inet_pton(AF_INET6, "2001:db8::1", &six.sin6_addr), 1);
    assert_int_equal(allowed(pace, (const struct sockaddr *)&six, 1000, PACE_AT_ONCE), PACE_AT_ONCE);
    assert_int_equal(inet_pton(AF_INET6, "2001:db8::ffff:2", &six.sin6_addr), 1);
    assert_int_equal(allowed(pace, (const struct sockaddr *)&six, 1000, 10), 0);
    assert_int_equal(inet_pton(AF_INET6, "::1", &six.sin6_addr), 1);
    assert_int_equal(allowed(pace, (const struct sockaddr *)&six, 1000, 1000), 1000);
    assert_int_equal(inet_pton(AF_INET6, "::ffff:127.0.0.1", &six.sin6_addr), 1);
    assert_int_equal(allowed(pace, (const struct sockaddr *)&six, 1000, 1000), 1000);
    pace_free(pace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pace), cmocka_unit_test(test_pace_six)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
