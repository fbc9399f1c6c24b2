-- What version 1 of the tables can hold: each table, each kind, and texts that are hard on a database.
insert into learner (id, created_at) values ('11111111-1111-4111-8111-111111111111', '2026-01-02 03:04:05.678+00');
insert into learner (id, created_at) values ('22222222-2222-4222-8222-222222222222', '2026-01-03 23:59:59.999+05:30');
insert into draft (learner, exercise, text, revision, saved_at, editor, sequence) values ('11111111-1111-4111-8111-111111111111', 'zero_pad', 'def zero_pad(X, pad):
	return "é 𝄞 漢 😀 \ ''"', 7, '2026-01-02 04:00:00+00', 'editor-1', 12);
insert into draft (learner, exercise, text, revision, saved_at, editor, sequence) values ('22222222-2222-4222-8222-222222222222', 'zero_pad', '', 1, '2026-01-04 04:00:00+00', '', 0);
insert into other_draft (learner, exercise, editor, sequence, text, saved_at) values ('11111111-1111-4111-8111-111111111111', 'zero_pad', 'editor-2', 3, 'elsewhere', '2026-01-02 04:00:01+00');
insert into history (id, learner, exercise, kind, made_at, text, passed, mistake, mistake_name, summary, verdict, took_millis) values ('aaaaaaaa-0000-4000-8000-000000000001', '11111111-1111-4111-8111-111111111111', 'zero_pad', 'typed', '2026-01-02 03:30:00+00', 'return X', false, 'shape', 'Another shape', '0 of 7', '{"passed":false}', 41);
insert into history (id, learner, exercise, kind, made_at, card, predicted_pass, passed, summary, verdict, took_millis) values ('aaaaaaaa-0000-4000-8000-000000000002', '11111111-1111-4111-8111-111111111111', 'zero_pad', 'card', '2026-01-02 03:20:00+00', 'B', true, true, '21 of 21', '{"passed":true}', 9);
insert into history (id, learner, exercise, kind, made_at, text) values ('aaaaaaaa-0000-4000-8000-000000000003', '22222222-2222-4222-8222-222222222222', 'zero_pad', 'started_over', '2026-01-04 03:20:00+00', 'old');
insert into hint_taken (learner, exercise, hint, taken_at) values ('11111111-1111-4111-8111-111111111111', 'zero_pad', 'axes', '2026-01-02 03:25:00+00');
insert into time_spent (learner, exercise, on_day, millis) values ('11111111-1111-4111-8111-111111111111', 'zero_pad', '2026-01-02', 61000);
