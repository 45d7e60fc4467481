-- At which hook the cards were shown; empty for those of before this was counted.
alter table cards_shown add column service varchar(100) default '' not null;
