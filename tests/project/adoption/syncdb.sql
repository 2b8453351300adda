-- What `syncdb` of Django 1.5 has made for an older Cards Against Django with django-allauth 0.15, in PostgreSQL's words,
-- and some rows (old_database.py makes SQLite's words of it). Ids are given out by the database, as they were.

CREATE TABLE "django_content_type" (
    "id" serial NOT NULL PRIMARY KEY,
    "name" varchar(100) NOT NULL,
    "app_label" varchar(100) NOT NULL,
    "model" varchar(100) NOT NULL,
    UNIQUE ("app_label", "model")
);
CREATE TABLE "auth_permission" (
    "id" serial NOT NULL PRIMARY KEY,
    "name" varchar(50) NOT NULL,
    "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED,
    "codename" varchar(100) NOT NULL,
    UNIQUE ("content_type_id", "codename")
);
CREATE TABLE "auth_group" (
    "id" serial NOT NULL PRIMARY KEY,
    "name" varchar(80) NOT NULL UNIQUE
);
CREATE TABLE "auth_group_permissions" (
    "id" serial NOT NULL PRIMARY KEY,
    "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("group_id", "permission_id")
);
CREATE TABLE "auth_user" (
    "id" serial NOT NULL PRIMARY KEY,
    "password" varchar(128) NOT NULL,
    "last_login" timestamp with time zone NOT NULL,
    "is_superuser" boolean NOT NULL,
    "username" varchar(30) NOT NULL UNIQUE,
    "first_name" varchar(30) NOT NULL,
    "last_name" varchar(30) NOT NULL,
    "email" varchar(75) NOT NULL,
    "is_staff" boolean NOT NULL,
    "is_active" boolean NOT NULL,
    "date_joined" timestamp with time zone NOT NULL
);
CREATE TABLE "auth_user_groups" (
    "id" serial NOT NULL PRIMARY KEY,
    "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("user_id", "group_id")
);
CREATE TABLE "auth_user_user_permissions" (
    "id" serial NOT NULL PRIMARY KEY,
    "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("user_id", "permission_id")
);
CREATE INDEX "auth_group_name_like" ON "auth_group" ("name" varchar_pattern_ops);
CREATE INDEX "auth_user_username_like" ON "auth_user" ("username" varchar_pattern_ops);
CREATE TABLE "django_admin_log" (
    "id" serial NOT NULL PRIMARY KEY,
    "action_time" timestamp with time zone NOT NULL,
    "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "content_type_id" integer REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED,
    "object_id" text,
    "object_repr" varchar(200) NOT NULL,
    "action_flag" smallint CHECK ("action_flag" >= 0) NOT NULL,
    "change_message" text NOT NULL
);
CREATE TABLE "django_session" (
    "session_key" varchar(40) NOT NULL PRIMARY KEY,
    "session_data" text NOT NULL,
    "expire_date" timestamp with time zone NOT NULL
);
CREATE INDEX "django_session_session_key_like" ON "django_session" ("session_key" varchar_pattern_ops);
CREATE INDEX "django_session_expire_date" ON "django_session" ("expire_date");
CREATE TABLE "django_site" (
    "id" serial NOT NULL PRIMARY KEY,
    "domain" varchar(100) NOT NULL,
    "name" varchar(50) NOT NULL
);
CREATE TABLE "account_emailaddress" (
    "id" serial NOT NULL PRIMARY KEY,
    "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "email" varchar(75) NOT NULL UNIQUE,
    "verified" boolean NOT NULL,
    "primary" boolean NOT NULL
);
CREATE TABLE "account_emailconfirmation" (
    "id" serial NOT NULL PRIMARY KEY,
    "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED,
    "created" timestamp with time zone NOT NULL,
    "sent" timestamp with time zone,
    "key" varchar(64) NOT NULL UNIQUE
);
CREATE INDEX "account_emailaddress_email_like" ON "account_emailaddress" ("email" varchar_pattern_ops);
CREATE INDEX "account_emailconfirmation_key_like" ON "account_emailconfirmation" ("key" varchar_pattern_ops);
CREATE TABLE "socialaccount_socialapp" (
    "id" serial NOT NULL PRIMARY KEY,
    "provider" varchar(30) NOT NULL,
    "name" varchar(40) NOT NULL,
    "client_id" varchar(100) NOT NULL,
    "key" varchar(100) NOT NULL,
    "secret" varchar(100) NOT NULL
);
CREATE TABLE "socialaccount_socialapp_sites" (
    "id" serial NOT NULL PRIMARY KEY,
    "socialapp_id" integer NOT NULL REFERENCES "socialaccount_socialapp" ("id") DEFERRABLE INITIALLY DEFERRED,
    "site_id" integer NOT NULL REFERENCES "django_site" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("socialapp_id", "site_id")
);
CREATE TABLE "socialaccount_socialaccount" (
    "id" serial NOT NULL PRIMARY KEY,
    "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "provider" varchar(30) NOT NULL,
    "uid" varchar(255) NOT NULL,
    "last_login" timestamp with time zone NOT NULL,
    "date_joined" timestamp with time zone NOT NULL,
    "extra_data" text NOT NULL,
    UNIQUE ("provider", "uid")
);
CREATE TABLE "socialaccount_socialtoken" (
    "id" serial NOT NULL PRIMARY KEY,
    "app_id" integer NOT NULL REFERENCES "socialaccount_socialapp" ("id") DEFERRABLE INITIALLY DEFERRED,
    "account_id" integer NOT NULL REFERENCES "socialaccount_socialaccount" ("id") DEFERRABLE INITIALLY DEFERRED,
    "token" text NOT NULL,
    "token_secret" varchar(200) NOT NULL,
    "expires_at" timestamp with time zone,
    UNIQUE ("app_id", "account_id")
);
CREATE TABLE "cards_blackcard" (
    "id" serial NOT NULL PRIMARY KEY,
    "text" varchar(255) NOT NULL,
    "draw" smallint NOT NULL,
    "pick" smallint NOT NULL,
    "watermark" varchar(100)
);
CREATE TABLE "cards_whitecard" (
    "id" serial NOT NULL PRIMARY KEY,
    "text" varchar(255) NOT NULL,
    "watermark" varchar(100)
);
CREATE TABLE "cards_cardset" (
    "id" serial NOT NULL PRIMARY KEY,
    "name" varchar(255) NOT NULL UNIQUE,
    "description" varchar(255) NOT NULL,
    "active" boolean NOT NULL
);
CREATE TABLE "cards_cardset_black_card" (
    "id" serial NOT NULL PRIMARY KEY,
    "cardset_id" integer NOT NULL REFERENCES "cards_cardset" ("id") DEFERRABLE INITIALLY DEFERRED,
    "blackcard_id" integer NOT NULL REFERENCES "cards_blackcard" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("cardset_id", "blackcard_id")
);
CREATE TABLE "cards_cardset_white_card" (
    "id" serial NOT NULL PRIMARY KEY,
    "cardset_id" integer NOT NULL REFERENCES "cards_cardset" ("id") DEFERRABLE INITIALLY DEFERRED,
    "whitecard_id" integer NOT NULL REFERENCES "cards_whitecard" ("id") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("cardset_id", "whitecard_id")
);
CREATE TABLE "cards_submittedcard" (
    "id" serial NOT NULL PRIMARY KEY,
    "text" varchar(255) NOT NULL,
    "submitter_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED
);

-- Ann looks after the site; Bob and Cat have confirmed the same mailbox; the password is walnut-pudding-7.
INSERT INTO "auth_user" ("password", "last_login", "is_superuser", "username", "first_name", "last_name", "email", "is_staff", "is_active", "date_joined") VALUES
    ('pbkdf2_sha256$10000$oldsalt12345$RxiiqV1DgrW14GHNt+KCiLLRyzr6OE/csiL7TKMFUhg=', '2013-09-01 12:00:00', true, 'ann', '', '', 'Ann@Example.org', true, true, '2013-05-01 12:00:00'),
    ('pbkdf2_sha256$10000$oldsalt12345$RxiiqV1DgrW14GHNt+KCiLLRyzr6OE/csiL7TKMFUhg=', '2013-07-01 12:00:00', false, 'bob', '', '', 'Bob@example.org', false, true, '2013-05-01 12:00:00'),
    ('sha1$oldsalt$0e55503aa4c8fecb48f003787a1b5f8a7e702131', '2013-08-01 12:00:00', false, 'cat', '', '', 'bob@example.org', false, true, '2013-05-01 12:00:00');
INSERT INTO "account_emailaddress" ("user_id", "email", "verified", "primary") VALUES
    (1, 'Ann@Example.org', false, true), (1, 'ann@example.org', true, false),
    (2, 'Bob@example.org', true, true), (3, 'bob@example.org', true, true);
INSERT INTO "account_emailconfirmation" ("email_address_id", "created", "key") VALUES (1, '2013-09-01 12:00:00', 'a-key');
INSERT INTO "auth_group" ("name") VALUES ('Table hosts');
INSERT INTO "auth_user_groups" ("user_id", "group_id") VALUES (2, 1);
INSERT INTO "django_content_type" ("name", "app_label", "model") VALUES ('user', 'auth', 'user'), ('black card', 'cards', 'blackcard');
INSERT INTO "auth_permission" ("name", "content_type_id", "codename") VALUES ('Can change black card', 2, 'change_blackcard');
INSERT INTO "auth_group_permissions" ("group_id", "permission_id") VALUES (1, 1);
INSERT INTO "django_admin_log" ("action_time", "user_id", "content_type_id", "object_id", "object_repr", "action_flag", "change_message") VALUES
    ('2013-09-01 12:00:00', 1, 1, '2', 'bob', 1, '');
INSERT INTO "django_site" ("domain", "name") VALUES ('cards.example.org', 'Cards'), ('cards.example.org', 'Cards again');
INSERT INTO "django_session" VALUES
    ('abcdefabcdefabcdefabcdefabcdef12', 'M2M5MWVhOTk2Nzk1NGZjNTQyMTY0ODdmYjU0MWMyZDQ4NjczMDI3YjqAAn1xAVUNX2F1dGhfdXNlcl9pZHECSwFzLg==', '2099-01-01 12:00:00');
INSERT INTO "socialaccount_socialapp" ("provider", "name", "client_id", "key", "secret") VALUES ('facebook', 'Facebook', 'id', '', 'secret');
INSERT INTO "socialaccount_socialapp_sites" ("socialapp_id", "site_id") VALUES (1, 1);
INSERT INTO "socialaccount_socialaccount" ("user_id", "provider", "uid", "last_login", "date_joined", "extra_data") VALUES
    (2, 'facebook', '1234', '2013-07-01 12:00:00', '2013-05-01 12:00:00', '{"name": "Bob"}');
INSERT INTO "socialaccount_socialtoken" ("app_id", "account_id", "token", "token_secret") VALUES (1, 1, 'token', '');

-- The mark for a blank is U+FFFD. The third white card is in both sets; the last cards are in none; one has no text.
INSERT INTO "cards_blackcard" ("text", "draw", "pick", "watermark") VALUES
    ('Our mascot is �.', 0, 1, 'OP'), ('<b>Why</b> are we late?', 0, 1, NULL), ('� + � = tea', 1, 2, NULL), ('Who hid �?', 0, 1, NULL);
INSERT INTO "cards_whitecard" ("text", "watermark") VALUES
    ('A stapler &amp; its feelings.', 'OP'), ('Free cake', NULL), ('A żółty kettle', NULL), ('  ', NULL), ('The last spoon', NULL);
INSERT INTO "cards_cardset" ("name", "description", "active") VALUES
    ('Office Pack', 'Of the office.', true), ('Tea Pack', '', false), ('Empty Pack', '', true);
INSERT INTO "cards_cardset_black_card" ("cardset_id", "blackcard_id") VALUES (1, 1), (1, 2), (2, 3);
INSERT INTO "cards_cardset_white_card" ("cardset_id", "whitecard_id") VALUES (1, 1), (1, 2), (1, 3), (2, 3), (2, 4);
INSERT INTO "cards_submittedcard" ("text", "submitter_id") VALUES ('A card that somebody sent in', 2);
