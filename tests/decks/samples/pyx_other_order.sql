CREATE TABLE black_cards (
    id integer NOT NULL,
    text character varying(255) NOT NULL,
    draw smallint DEFAULT 0,
    pick smallint DEFAULT 1,
    watermark character varying(5)
);
CREATE TABLE card_set (
    id integer NOT NULL,
    active boolean NOT NULL,
    name character varying(255),
    base_deck boolean NOT NULL,
    description character varying(255),
    weight integer DEFAULT 0
);
INSERT INTO black_cards VALUES (1, 'My kettle hums ____ at night.', 0, 1, 'T');
INSERT INTO black_cards VALUES (2, 'Swap ____ for ____.', 0, 2, NULL);
INSERT INTO black_cards VALUES (3, 'One value less.', 0, 2);
INSERT INTO white_cards VALUES (7, 'a sock on the radiator', 'T');
INSERT INTO card_set VALUES (5, true, 'Kettle Pack', false, 'All about kettles.', 1);
INSERT INTO card_set_black_card VALUES (5, 1), (5, 2);
INSERT INTO card_set_white_card VALUES (5, 7);
