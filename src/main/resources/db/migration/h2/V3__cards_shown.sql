-- How often cards of one origin were shown on one day; card numbers carry the code. No patient is named.
create table cards_shown (
  origin_code         integer       not null,
  shown_on            date          not null,
  guideline_version   varchar(100)  not null,
  kind                varchar(40)   not null,
  rules               varchar(2000) not null,
  shown               bigint        not null,
  primary key (origin_code, shown_on)
);
