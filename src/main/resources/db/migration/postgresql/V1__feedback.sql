-- What clinicians did with a card. Append-only: nothing here is ever updated, and no patient is named.
create table feedback (
  digest              char(64)      primary key,
  service             varchar(100)  not null,
  card                uuid          not null,
  outcome             varchar(20)   not null,
  outcome_at          timestamp with time zone not null,
  accepted            varchar(4000),
  reason_system       varchar(500),
  reason_code         varchar(200),
  reason_display      varchar(500),
  user_comment        varchar(2000),
  received_at         timestamp with time zone not null
);
create index feedback_by_card on feedback (card);

create function refuse_change() returns trigger as $$
begin
  raise exception 'feedback is append-only';
end
$$ language plpgsql;
create trigger feedback_is_append_only before update or delete on feedback
  for each row execute function refuse_change();
