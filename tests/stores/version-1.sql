BEGIN TRANSACTION;
CREATE TABLE answers (address TEXT PRIMARY KEY, digest TEXT NOT NULL, date TEXT NOT NULL) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "facts" VALUES('swept to','8');
CREATE TABLE pages (project_id INTEGER PRIMARY KEY, record TEXT, digest TEXT, parser_version TEXT, etag TEXT,
    last_modified TEXT, first_seen TEXT, last_seen TEXT, last_change TEXT, failures INTEGER NOT NULL DEFAULT 0,
    last_failure TEXT, stale INTEGER NOT NULL DEFAULT 0, missing_days INTEGER NOT NULL DEFAULT 0, last_missing TEXT,
    gone INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "pages" VALUES(1,'{"project_id":1,"source_url":"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=1","title":"Titre 1","convention_year":null,"start_year":null,"status":null,"status_label":null,"end_date":null,"theme":null,"other_themes":[],"sdgs":[],"post":null,"context":[],"history":[],"context_and_history":[],"objective":[],"description":[],"form":null,"foreign_partners":[],"foreign_contacts":[],"french_authorities":[],"triennial":null,"funding":[],"volunteers":[],"unread":[],"issues":[],"provenance":{"retrieved_at":"2026-01-01T03:00:00Z","sha256":"0000000000000000000000000000000000000000000000000000000000000000","rendition":"html","parser_version":"0.1.0"}}','d1','0.1.0',NULL,NULL,'2026-01-01T03:00:00+00:00','2026-01-04T03:00:00+00:00','2026-01-01T03:00:00+00:00',0,NULL,0,0,NULL,0);
INSERT INTO "pages" VALUES(2,'{"project_id":2,"source_url":"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=2","title":"Titre 2","convention_year":null,"start_year":null,"status":null,"status_label":null,"end_date":null,"theme":null,"other_themes":[],"sdgs":[],"post":null,"context":[],"history":[],"context_and_history":[],"objective":[],"description":[],"form":null,"foreign_partners":[],"foreign_contacts":[],"french_authorities":[],"triennial":null,"funding":[],"volunteers":[],"unread":[],"issues":[],"provenance":{"retrieved_at":"2026-01-01T03:00:00Z","sha256":"0000000000000000000000000000000000000000000000000000000000000000","rendition":"html","parser_version":"0.1.0"}}','d2','0.1.0',NULL,NULL,'2026-01-01T03:00:00+00:00','2026-01-01T03:00:00+00:00','2026-01-01T03:00:00+00:00',0,NULL,0,3,'2026-01-04',1);
INSERT INTO "pages" VALUES(4,'{"project_id":4,"source_url":"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=4","title":"Titre 4","convention_year":null,"start_year":null,"status":null,"status_label":null,"end_date":null,"theme":null,"other_themes":[],"sdgs":[],"post":null,"context":[],"history":[],"context_and_history":[],"objective":[],"description":[],"form":null,"foreign_partners":[],"foreign_contacts":[],"french_authorities":[],"triennial":null,"funding":[],"volunteers":[],"unread":[],"issues":[],"provenance":{"retrieved_at":"2026-01-01T03:00:00Z","sha256":"0000000000000000000000000000000000000000000000000000000000000000","rendition":"html","parser_version":"0.1.0"}}','d4','0.1.0',NULL,NULL,'2026-01-01T03:00:00+00:00','2026-01-01T03:00:00+00:00','2026-01-01T03:00:00+00:00',0,NULL,0,0,NULL,0);
INSERT INTO "pages" VALUES(5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'2026-01-01T03:00:00+00:00 time-out',1,0,NULL,0);
CREATE TABLE queue (run TEXT, place INTEGER, project_id INTEGER, PRIMARY KEY (run, place)) STRICT;
INSERT INTO "queue" VALUES('20260104T030000Z',0,1);
INSERT INTO "queue" VALUES('20260104T030000Z',1,2);
CREATE TABLE runs (run TEXT PRIMARY KEY, plan TEXT NOT NULL, started TEXT NOT NULL, base TEXT, tail INTEGER,
    archive_end INTEGER, outcome TEXT, report TEXT) STRICT;
INSERT INTO "runs" VALUES('20260101T030000Z','plan','2026-01-01T03:00:00+00:00',NULL,21,NULL,'published','{"run": "20260101T030000Z", "outcome": "published"}');
INSERT INTO "runs" VALUES('20260102T030000Z','plan','2026-01-02T03:00:00+00:00',NULL,NULL,NULL,'unhealthy','{"run": "20260102T030000Z", "outcome": "unhealthy"}');
INSERT INTO "runs" VALUES('20260103T030000Z','plan','2026-01-03T03:00:00+00:00',NULL,NULL,NULL,'unhealthy','{"run": "20260103T030000Z", "outcome": "unhealthy"}');
INSERT INTO "runs" VALUES('20260104T030000Z','plan','2026-01-04T03:00:00+00:00',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE visits (run TEXT, project_id INTEGER, outcome TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL,
    was_known INTEGER NOT NULL, again INTEGER NOT NULL, PRIMARY KEY (run, project_id)) STRICT;
INSERT INTO "visits" VALUES('20260101T030000Z',1,'new','','',0,0);
INSERT INTO "visits" VALUES('20260101T030000Z',2,'new','','',0,0);
INSERT INTO "visits" VALUES('20260101T030000Z',4,'new','','',0,0);
INSERT INTO "visits" VALUES('20260101T030000Z',5,'failed','time-out','no answer',0,0);
INSERT INTO "visits" VALUES('20260102T030000Z',1,'unchanged','','',1,0);
INSERT INTO "visits" VALUES('20260102T030000Z',2,'missing','','',1,0);
INSERT INTO "visits" VALUES('20260103T030000Z',1,'unchanged','','',1,0);
INSERT INTO "visits" VALUES('20260103T030000Z',2,'missing','','',1,0);
INSERT INTO "visits" VALUES('20260104T030000Z',1,'unchanged','','',1,0);
INSERT INTO "visits" VALUES('20260104T030000Z',2,'missing','','',1,0);
COMMIT;
PRAGMA user_version=1;
