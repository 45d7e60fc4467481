-- What clinicians did with a card. Append-only: nothing here is ever updated, and no patient is named.
create table feedback (
  digest              char(64)      primary key,
  service             varchar(100)  not null,
  card                uuid          not null,
  outcome             varchar(20)   not null,
  outcome_at          timestamp(9) with time zone not null,
  accepted            varchar(4000),
  reason_system       varchar(500),
  reason_code         varchar(200),
  reason_display      varchar(500),
  user_comment        varchar(2000),
  received_at         timestamp(9) with time zone not null
);
create index feedback_by_card on feedback (card);
