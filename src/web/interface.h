/* web/interface.h: what the archive answers, by way of the interface.
 *
 *     GET /api/v1/incidents?q=who:RUS&limit=30  ->  {"items": [{…}, …], "next": "0k3.7"}
 *     GET /api/v1/incidents/i-17                ->  {"id": "i-17", …}
 */
#ifndef WEB_INTERFACE_H
#define WEB_INTERFACE_H

#include "web/exchange.h"

/* Which laut this is; how much the archive holds. */
void interface_about(struct exchange *exchange);
void interface_stats(struct exchange *exchange);

/* Lists: q, limit, cursor, format. */
void interface_events(struct exchange *exchange);
void interface_incidents(struct exchange *exchange);
void interface_transfers(struct exchange *exchange);
void interface_reports(struct exchange *exchange);
void interface_actors(struct exchange *exchange);
void interface_reviews(struct exchange *exchange);

/* What people say goes in: POST, and only where the server was started for it. */
void interface_review(struct exchange *exchange);
void interface_queue(struct exchange *exchange);

/* A coding sheet: q, n, seed, by, format. */
void interface_sample(struct exchange *exchange);

/* Sums: q, by. */
void interface_timeline(struct exchange *exchange);
void interface_facets(struct exchange *exchange);
void interface_places(struct exchange *exchange);
void interface_flows(struct exchange *exchange);

/* One thing by its public id; the kind must be that of the address. */
void interface_event(struct exchange *exchange);
void interface_incident(struct exchange *exchange);
void interface_transfer(struct exchange *exchange);
void interface_report(struct exchange *exchange);
void interface_actor(struct exchange *exchange);

/* The newest claims of a search as an Atom feed (RFC 4287): q. */
void interface_feed(struct exchange *exchange);

#endif
