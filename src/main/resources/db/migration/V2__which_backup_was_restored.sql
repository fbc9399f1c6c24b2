-- The backup that was restored last: tells after a crash whether the secret that waits beside the old one is to take its place.
create table if not exists restored (
    id uuid primary key,
    restored_at timestamp with time zone not null
);
