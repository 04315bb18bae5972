#!/usr/bin/env python3
"""Follows a feed and counts its events by type and region, in SQLite.

Usage: feed_consumer.py <feed> <database> [--follow]; the token is in YOUTH_TOKEN. Needs nothing but Python.
"""
import json, os, re, sqlite3, sys, time
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

feed, database, follows = sys.argv[1].rstrip("/"), sys.argv[2], "--follow" in sys.argv
db = sqlite3.connect(database)
db.executescript("""
    CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), after INTEGER NOT NULL);
    INSERT OR IGNORE INTO place VALUES (1, 0);
    CREATE TABLE IF NOT EXISTS counts (type TEXT, region TEXT, events INTEGER NOT NULL, PRIMARY KEY (type, region));
""")


def read_page(after):
    """The events after a position, and where to go on."""
    request = Request(
        f"{feed}/events?after={after}&limit=1000&wait={30 if follows else 0}",
        headers={"Authorization": "Bearer " + os.environ["YOUTH_TOKEN"]})
    while True:
        try:
            with urlopen(request, timeout=120) as answer:
                # With filters the next place lies behind what they left out, so it is taken from the answer.
                return json.load(answer), int(re.search(r"[?&]after=(\d+)", answer.headers["Link"])[1])
        except HTTPError as error:
            if error.code != 429 and error.code < 500:
                raise
            time.sleep(1)
        except URLError:
            time.sleep(1)


while True:
    (after,) = db.execute("SELECT after FROM place").fetchone()
    events, following = read_page(after)
    # What is made of the events and the place after them commit together: nothing is lost or counted twice.
    with db:
        for event in events:
            db.execute(
                "INSERT INTO counts VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET events = events + 1",
                (event["type"], event["region"]))
        db.execute("UPDATE place SET after = ?", (following,))
    if not events and not follows:
        break

for type_, region, count in db.execute("SELECT type, region, events FROM counts ORDER BY type, region"):
    print(f"{type_} {region} {count}")
