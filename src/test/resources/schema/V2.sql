-- Version 2 adds what only restores write.
insert into restored (id, restored_at) values ('bbbbbbbb-0000-4000-8000-000000000001', '2026-02-01 12:00:00+00');
