-- Jobs of $assess-population, so that any replica tells of each. No patient is named; results lie in the operator's folder.
create table population_job (
  id                  char(36)      primary key,
  client              varchar(500)  not null,
  address             varchar(2000) not null,
  server              varchar(2000) not null,
  export_operation    varchar(200)  not null,
  as_of               date          not null,
  replayed            boolean       not null,
  asked_at            timestamp(9) with time zone not null,
  state               varchar(20)   not null,
  replica             varchar(100)  not null,
  attempts            integer       not null,
  beat_at             timestamp(9) with time zone,
  progress            varchar(200)  not null,
  message             varchar(2000) not null,
  ended_at            timestamp(9) with time zone
);
