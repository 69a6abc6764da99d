create table stock (item varchar primary key, pieces int not null);
