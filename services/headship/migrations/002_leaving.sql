-- Whom a replacement stood for is found again when that person is erased for good.

create index headship_pass_replaced on headship_pass (replaced_id);
