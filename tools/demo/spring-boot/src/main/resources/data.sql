insert into stock values ('lamp', 3), ('chair', 12);
