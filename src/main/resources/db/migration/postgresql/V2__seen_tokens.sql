-- Which tokens were used, so that none is used twice. A digest, kept no longer than the token would be accepted.
create table seen_token (
  digest              char(64)      primary key,
  forgettable_at      timestamp with time zone not null
);
create index seen_token_by_time on seen_token (forgettable_at);
