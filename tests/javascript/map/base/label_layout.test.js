import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxesAround, boxForCity, boxForCountry, boxForPlace, countryStyle, fitsCountry, Frame, namedCities, peopleNeeded, Room,
} from "../../../../dashboard/map/static/base/label_layout.js";

/** @import { Rectangle } from "../../../../dashboard/map/static/base/label_layout.js" */

/** Of 800 by 400 pixels, on a canvas that begins 200 left of it and 100 above. */
const frame = new Frame({ x: 800, y: 400 });

/** @param {...Rectangle} taken */
function room(...taken) {
  const made = new Room();
  for (const box of taken) made.take(box);
  return made;
}

test("the closer the map, the fewer people a city needs", () => {
  const needed = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12].map(peopleNeeded);
  assert.deepEqual(needed, [...needed].sort((a, b) => b - a));
  assert.equal(peopleNeeded(12), 0);
  assert.equal(peopleNeeded(2.75), 9000);
});

test("a capital is named with a fifth of the people", () => {
  const cities = [
    { name: "large", thousands: 1200, isCapital: false }, { name: "capital", thousands: 300, isCapital: true },
    { name: "middling", thousands: 300, isCapital: false }, { name: "small capital", thousands: 100, isCapital: true },
  ];
  assert.deepEqual(namedCities(cities, 5).map(({ name }) => name), ["large", "capital"]);
  assert.equal(namedCities(cities, 1).length, 0);
  assert.equal(namedCities(cities, 10).length, 4);
});

test("a country's name is in capitals once it is close", () => {
  assert.equal(countryStyle("Kenya", 3).text, "Kenya");
  assert.equal(countryStyle("Kenya", 5).text, "KENYA");
});

test("a country is named where its width has room for it, and always close by", () => {
  assert.equal(fitsCountry(60, 1, 4), false);
  assert.equal(fitsCountry(60, 10, 4), true);
  assert.equal(fitsCountry(60, 1, 7), true);
});

test("room that is taken is taken, and its edge too", () => {
  const taken = room([0, 0, 10, 10]);
  assert.equal(taken.isFree([5, 5, 20, 20]), false);
  assert.equal(taken.isFree([10, 0, 20, 10]), false);
  assert.equal(taken.isFree([11, 0, 20, 10]), true);
});

test("a place is named on its right, else on its left, else below, else above", () => {
  const center = { x: 600, y: 300 }, taken = room();
  const [right, left, below, above] = boxesAround(center, 10, 50);
  for (const expected of [right, left, below, above]) {
    const found = boxForPlace(center, 10, 50, taken, frame);
    assert.deepEqual(found, expected);
    if (found) taken.take(found);
  }
});

test("a name keeps clear of its own disc", () => {
  const [x, y, r] = [600, 300, 10];
  for (const box of boxesAround({ x, y }, r, 50)) {
    const near = Math.hypot(Math.max(box[0] - x, 0, x - box[2]), Math.max(box[1] - y, 0, y - box[3]));
    assert.ok(near > r * 0.7, String(box));
  }
});

test("at the frame's right edge a name stands on the left", () => {
  const found = boxForPlace({ x: 980, y: 300 }, 10, 50, room(), frame);
  assert.ok(found);
  assert.ok(found[2] < 980);
});

test("where neither side has room the name below is moved into the frame", () => {
  const found = boxForPlace({ x: 990, y: 300 }, 10, 60, room([900, 290, 979, 310]), frame);
  assert.ok(found);
  assert.ok(frame.isInView(found), String(found));
  assert.ok(found[1] > 300);
});

test("no name lies half in the frame", () => {
  for (let x = 150; x < 1100; x += 7) {
    const found = boxForPlace({ x, y: 300 }, 10, 90, room(), frame);
    assert.ok(!found || frame.isWhole(found), `${x}: ${found}`);
  }
});

test("a place beside the frame is named there, to be dragged in", () => {
  const found = boxForPlace({ x: 1080, y: 300 }, 10, 50, room(), frame);
  assert.ok(found);
  assert.ok(found[0] > frame.right);
});

test("without any room a place has no name", () => {
  assert.equal(boxForPlace({ x: 600, y: 300 }, 10, 50, room([0, 0, 1200, 600]), frame), undefined);
});

test("a country at the edge is named inside it", () => {
  const found = boxForCountry({ x: 210, y: 300 }, 80, room(), frame);
  assert.ok(found);
  assert.ok(frame.isInView(found), String(found));
});

test("a country in the middle is named around its point", () => {
  assert.deepEqual(boxForCountry({ x: 600, y: 300 }, 80, room(), frame), [557, 292, 643, 308]);
});

test("a country whose room is taken is not named", () => {
  assert.equal(boxForCountry({ x: 600, y: 300 }, 80, room([590, 290, 610, 310]), frame), null);
});

test("a city's name is on the right of its dot, else on the left, else nowhere", () => {
  const right = boxForCity({ x: 600, y: 300 }, 40, room(), frame);
  assert.equal(right?.text, 605);
  const left = boxForCity({ x: 600, y: 300 }, 40, room([620, 290, 640, 310]), frame);
  assert.equal(left?.text, 555);
  assert.equal(boxForCity({ x: 600, y: 300 }, 40, room([590, 290, 610, 310]), frame), null);
});

test("what is on the canvas may lie outside the frame", () => {
  assert.equal(frame.isOnCanvas({ x: 50, y: 50 }), true);
  assert.equal(frame.isInView([50, 50, 60, 60]), false);
  assert.equal(frame.isOnCanvas({ x: -1, y: 50 }), false);
});
