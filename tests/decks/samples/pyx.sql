-- PostgreSQL database dump
SET client_encoding = 'UTF8';
CREATE TABLE black_cards (id integer NOT NULL, draw integer, pick integer, text character varying(255), watermark character varying(255));

COPY black_cards (id, draw, pick, text, watermark) FROM stdin;
7	0	1	Our mascot is ____.	OP
8	0	1	<i>Breaking</i> news:<br>____ &amp; friends!	OP
9	2	3	Name <b>three</b> things.	\N
\.

COPY public.white_cards (id, text, watermark) FROM stdin;
1	A stapler &amp; its feelings.	OP
2	<span class="x">The <i>office plant</i></span>, I &lt;3 it.	OP
3	Tabs\tand\\backslashes.	\N
4	Lost and never found.	\N
\.

INSERT INTO card_set (id, active, base_deck, description, name, weight) VALUES
  (20, true, false, 'Of tea; it''s hot.', 'Tea Pack', 2),
  (10, true, true, NULL, E'Office\tPack', 1);

COPY card_set_black_card (card_set_id, black_card_id) FROM stdin;
10	7
10	8
20	9
20	7
\.

INSERT INTO card_set_white_card VALUES (10, 1);
INSERT INTO card_set_white_card VALUES (10, 2);
INSERT INTO card_set_white_card VALUES (20, 3), (20, 3);
