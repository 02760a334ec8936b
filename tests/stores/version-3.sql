BEGIN TRANSACTION;
CREATE TABLE answers (address TEXT PRIMARY KEY, digest TEXT NOT NULL, date TEXT NOT NULL, content TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "answers" VALUES('https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=2','sha1:A','2026-02-01T03:00:00+00:00','Titre 2');
INSERT INTO "answers" VALUES('https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=1','sha1:A','2026-02-05T03:00:00+00:00','Titre neuf');
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "facts" VALUES('site','example.org');
CREATE TABLE history (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, run TEXT NOT NULL, day TEXT NOT NULL,
    cause TEXT NOT NULL, change TEXT NOT NULL, field TEXT, before TEXT, after TEXT) STRICT;
INSERT INTO "history" VALUES(1,1,'20260201T030000Z','2026-02-01','site','added',NULL,NULL,NULL);
INSERT INTO "history" VALUES(2,2,'20260201T030000Z','2026-02-01','site','added',NULL,NULL,NULL);
INSERT INTO "history" VALUES(3,1,'20260203T030000Z','2026-02-03','site','changed','title','"Titre 1"','"Autre titre"');
INSERT INTO "history" VALUES(4,1,'20260203T030000Z','2026-02-03','site','changed','provenance','{"retrieved_at": "2026-02-01T03:00:00Z", "source": null, "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "rendition": "html", "parser_version": "0.1.0"}','{"retrieved_at": "2026-02-03T03:00:00Z", "source": null, "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "rendition": "html", "parser_version": "0.1.0"}');
INSERT INTO "history" VALUES(5,2,'20260204T030000Z','2026-02-04','site','gone',NULL,NULL,NULL);
CREATE TABLE numbers (project_id INTEGER PRIMARY KEY, asked_at TEXT NOT NULL) STRICT;
INSERT INTO "numbers" VALUES(3,'2026-02-01T03:00:00+00:00');
CREATE TABLE pages (project_id INTEGER PRIMARY KEY, record TEXT, digest TEXT, parser_version TEXT, etag TEXT,
    last_modified TEXT, first_seen TEXT, last_seen TEXT, last_change TEXT, failures INTEGER NOT NULL DEFAULT 0,
    last_failure TEXT, stale INTEGER NOT NULL DEFAULT 0, missing_days INTEGER NOT NULL DEFAULT 0, last_missing TEXT,
    gone INTEGER NOT NULL DEFAULT 0, run TEXT, asked_at TEXT, gone_on TEXT, gone_asks INTEGER NOT NULL DEFAULT 0, frame TEXT) STRICT;
INSERT INTO "pages" VALUES(1,'{"project_id":1,"source_url":"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=1","title":"Autre titre","convention_year":null,"start_year":null,"status":null,"status_label":null,"end_date":null,"theme":null,"other_themes":[],"sdgs":[],"post":null,"context":[],"history":[],"context_and_history":[],"objective":[],"description":[],"form":null,"foreign_partners":[],"foreign_contacts":[],"french_authorities":[],"triennial":null,"funding":[],"volunteers":[],"unread":[],"issues":[],"provenance":{"retrieved_at":"2026-02-03T03:00:00Z","source":null,"sha256":"0000000000000000000000000000000000000000000000000000000000000000","rendition":"html","parser_version":"0.1.0"}}','Autre titre','0.1.0',NULL,NULL,'2026-02-01T03:00:00+00:00','2026-02-04T03:00:00+00:00','2026-02-03T03:00:00+00:00',0,NULL,0,0,NULL,0,'20260203T030000Z','2026-02-04T03:00:00+00:00',NULL,0,'["Atlas", "Mentions légales"]');
INSERT INTO "pages" VALUES(2,'{"project_id":2,"source_url":"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=2","title":"Titre 2","convention_year":null,"start_year":null,"status":null,"status_label":null,"end_date":null,"theme":null,"other_themes":[],"sdgs":[],"post":null,"context":[],"history":[],"context_and_history":[],"objective":[],"description":[],"form":null,"foreign_partners":[],"foreign_contacts":[],"french_authorities":[],"triennial":null,"funding":[],"volunteers":[],"unread":[],"issues":[],"provenance":{"retrieved_at":"2026-02-01T03:00:00Z","source":null,"sha256":"0000000000000000000000000000000000000000000000000000000000000000","rendition":"html","parser_version":"0.1.0"}}','Titre 2','0.1.0','"e"',NULL,'2026-02-01T03:00:00+00:00','2026-02-01T03:00:00+00:00','2026-02-01T03:00:00+00:00',0,NULL,0,3,'2026-02-04',1,'20260201T030000Z','2026-02-04T03:00:00+00:00','2026-02-04',0,'["Atlas", "Mentions légales"]');
INSERT INTO "pages" VALUES(4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'2026-02-04T03:00:00+00:00 time-out',1,0,NULL,0,NULL,'2026-02-04T03:00:00+00:00',NULL,0,NULL);
CREATE TABLE queue (run TEXT, place INTEGER, project_id INTEGER, PRIMARY KEY (run, place)) STRICT;
INSERT INTO "queue" VALUES('20260205T030000Z',0,1);
INSERT INTO "queue" VALUES('20260205T030000Z',1,2);
CREATE TABLE runs (run TEXT PRIMARY KEY, plan TEXT NOT NULL, started TEXT NOT NULL, base TEXT, tail INTEGER,
    archive_end INTEGER, outcome TEXT, report TEXT, settled INTEGER NOT NULL DEFAULT 0, known TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO "runs" VALUES('20260201T030000Z','plan','2026-02-01T03:00:00+00:00',NULL,21,NULL,'published','{"run": "20260201T030000Z", "outcome": "published"}',1,'[]');
INSERT INTO "runs" VALUES('20260202T030000Z','plan','2026-02-02T03:00:00+00:00',NULL,21,NULL,'published','{"run": "20260202T030000Z", "outcome": "published"}',1,'[]');
INSERT INTO "runs" VALUES('20260203T030000Z','plan','2026-02-03T03:00:00+00:00',NULL,21,NULL,'published','{"run": "20260203T030000Z", "outcome": "published"}',1,'[]');
INSERT INTO "runs" VALUES('20260204T030000Z','plan','2026-02-04T03:00:00+00:00',NULL,21,NULL,'published','{"run": "20260204T030000Z", "outcome": "published"}',1,'[]');
INSERT INTO "runs" VALUES('20260205T030000Z','plan','2026-02-05T03:00:00+00:00','20260204T030000Z',NULL,512,NULL,NULL,0,'[1]');
CREATE TABLE visits (run TEXT, project_id INTEGER, outcome TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL,
    was_known INTEGER NOT NULL, again INTEGER NOT NULL, at TEXT NOT NULL DEFAULT '', record TEXT, digest TEXT NOT NULL DEFAULT '', etag TEXT, last_modified TEXT, frame TEXT, PRIMARY KEY (run, project_id)) STRICT;
INSERT INTO "visits" VALUES('20260205T030000Z',1,'changed','','',1,0,'2026-02-05T03:00:00+00:00','{"project_id":1,"source_url":"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=1","title":"Titre neuf","convention_year":null,"start_year":null,"status":null,"status_label":null,"end_date":null,"theme":null,"other_themes":[],"sdgs":[],"post":null,"context":[],"history":[],"context_and_history":[],"objective":[],"description":[],"form":null,"foreign_partners":[],"foreign_contacts":[],"french_authorities":[],"triennial":null,"funding":[],"volunteers":[],"unread":[],"issues":[],"provenance":{"retrieved_at":"2026-02-05T03:00:00Z","source":null,"sha256":"0000000000000000000000000000000000000000000000000000000000000000","rendition":"html","parser_version":"0.1.0"}}','Titre neuf','"e"',NULL,'["Atlas", "Mentions légales"]');
CREATE INDEX history_by_project ON history (project_id, id);
PRAGMA user_version=3;
COMMIT;
