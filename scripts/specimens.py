"""News that never happened, from places that are there: what fills a library for a screenshot.

`python scripts/specimens.py 60 | dateline library add --jsonl` stores sixty of them.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

SEED = 11
LAST = date(2026, 3, 31)
DAYS = 90
OUTLETS = (
    "Harbour Post", "North Wire", "The Meridian", "Evening Ledger", "Delta Observer",
    "Continental Review",
)  # fmt: skip
TOWNS = {
    "Ukraine": ("Kyiv", "Kharkiv", "Odesa"), "Germany": ("Berlin", "Hamburg"),
    "France": ("Paris", "Marseille"), "Kenya": ("Nairobi", "Mombasa"),
    "India": ("Mumbai", "Chennai", "Kolkata"), "China": ("Harbin", "Wuhan", "Chengdu"),
    "Brazil": ("Manaus", "Recife", "Porto Alegre"),
    "United States": ("Houston", "Denver", "Baltimore"), "Poland": ("Warsaw", "Gdańsk"),
    "Spain": ("Madrid", "Valencia"), "Italy": ("Rome", "Naples"), "Greece": ("Athens", "Patras"),
    "Norway": ("Oslo", "Bergen"), "Finland": ("Helsinki", "Tampere"),
    "Latvia": ("Riga", "Daugavpils"), "Romania": ("Bucharest", "Timișoara"),
    "Portugal": ("Lisbon", "Porto"), "Turkey": ("Istanbul", "Izmir"), "Egypt": ("Cairo", "Aswan"),
    "Tunisia": ("Tunis", "Sfax"), "Nigeria": ("Lagos", "Kano"), "Uganda": ("Kampala", "Gulu"),
    "Ethiopia": ("Addis Ababa", "Mekelle"), "Sudan": ("Khartoum", "Port Sudan"),
    "Senegal": ("Dakar", "Saint-Louis"), "Ghana": ("Accra", "Kumasi"),
    "South Africa": ("Durban", "Bloemfontein"), "Zambia": ("Lusaka", "Ndola"),
    "Mozambique": ("Maputo", "Beira"), "Pakistan": ("Karachi", "Quetta"),
    "Bangladesh": ("Dhaka", "Khulna"), "Nepal": ("Kathmandu", "Pokhara"),
    "Japan": ("Osaka", "Sendai"), "South Korea": ("Seoul", "Busan"),
    "Vietnam": ("Hanoi", "Da Nang"), "Philippines": ("Manila", "Cebu City"),
    "Indonesia": ("Jakarta", "Surabaya"), "Thailand": ("Bangkok", "Chiang Mai"),
    "Myanmar": ("Yangon", "Mandalay"), "Kazakhstan": ("Almaty", "Aktobe"),
    "Uzbekistan": ("Tashkent", "Nukus"), "Iraq": ("Baghdad", "Basra"),
    "Iran": ("Tehran", "Bushehr"), "Australia": ("Perth", "Darwin", "Brisbane"),
    "New Zealand": ("Auckland", "Dunedin"), "Peru": ("Lima", "Arequipa"),
    "Ecuador": ("Quito", "Guayaquil"), "Colombia": ("Bogotá", "Medellín"),
    "Venezuela": ("Caracas", "Maracaibo"), "Argentina": ("Rosario", "Mendoza"),
    "Chile": ("Valparaíso", "Antofagasta"), "Bolivia": ("La Paz", "Sucre"),
    "Mexico": ("Oaxaca", "Monterrey"), "Canada": ("Toronto", "Halifax"),
}  # fmt: skip
MOST_NAMED = 8
"""So many countries, the first, are in the news more than the others."""
STORIES = (
    ("Floods close the old port of {town}",
     ("Two days of rain put the lower streets of {town} under water. Pumps came from {near} and "
     "boats from {far}. The government of {land} promised money before the week was out.")),
    ("{town} counts the cost of a dry spring",
     ("Reservoirs around {town} stand at a third of what they held last year. Farmers drove to "
     "{near} to ask for seed. In {land} the price of bread has doubled since January.")),
    ("Dockers in {town} walk out for a second week",
     ("Cranes stood still in {town} on Tuesday. Ships bound for {far} were turned round at {near}. "
     "{land} has asked both sides to talk, and a mediator from Geneva is on the way.")),
    ("A railway from {town} to {near} at last",
     ("The first train left {town} at dawn and reached {near} before lunch. Engineers from {far} "
     "had laid the last rails in the rain. {land} wants to build on to the border.")),
    ("Doctors from {far} open a clinic in {town}",
     ("The ward in {town} has forty beds. Patients walk in from as far as {near}. The health "
     "ministry of {land} pays the nurses, and a charity in {far} pays for the rest.")),
    ("{land} votes, and {town} waits",
     ("Queues formed early in {town}. Observers from {far} saw nothing amiss there, though in "
     "{near} two polling stations opened late. {land} will have its count by Sunday.")),
    ("Talks between {land} and {other} end early",
     ("Ministers met in {town} for less than a day. {other} wants its fishing boats back, which "
     "lie in {near}. A further round in {far} is possible, a spokesman for {land} said.")),
    ("Quake shakes {town}, no one is hurt",
     ("Plates fell from the shelves in {town} shortly after four. The tremor was felt in {near}. "
     "Seismologists in {far} put it at 5.1. Schools in {land} stay open.")),
)  # fmt: skip


def records(number: int) -> Iterator[dict[str, Any]]:
    """So many articles as records of `dateline library add --jsonl`, the same each time.

    Every third is in some way about the few places that are in the news most.
    """
    draw = random.Random(SEED)  # noqa: S311 - no secret
    lands = list(TOWNS)
    for nth in range(number):
        land = draw.choice(lands[:MOST_NAMED] if nth % 3 == 0 else lands)
        other = draw.choice([one for one in lands if one != land])
        town, near = draw.sample(TOWNS[land], 2)
        far = draw.choice(TOWNS[other])
        title, text = draw.choice(STORIES)
        names = {"town": town, "land": land, "near": near, "far": far, "other": other}
        yield {
            "id": f"specimen-{nth}",
            "title": title.format(**names),
            "text": text.format(**names),
            "outlet": draw.choice(OUTLETS),
            "published": (LAST - timedelta(days=draw.randrange(DAYS))).isoformat(),
        }


if __name__ == "__main__":
    for record in records(int(sys.argv[1]) if len(sys.argv) > 1 else 60):
        print(json.dumps(record, ensure_ascii=False))
