-- name: transfer_claim_insert
insert or ignore into transfer_claim (supplier, recipient, class, event, state, via, designation, item)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
-- name: transfer_lines
select t.supplier, t.recipient, t.class, t.designation, t.event, t.state, e.factuality, e.current from transfer_claim t cross join event e on e.id = t.event
 where e.current between 1 and ?2 and e.views & ?1 order by t.supplier, t.recipient, t.class, t.designation, t.event;
-- name: transfer_claims
select t.event, t.state, t.item, t.via from transfer_claim t cross join event e on e.id = t.event
 where t.supplier = ?1 and t.recipient = ?2 and t.class = ?3 and t.designation = ?4 and t.event between ?5 and ?6 and e.current and e.views & ?7
 order by t.event, t.item;
