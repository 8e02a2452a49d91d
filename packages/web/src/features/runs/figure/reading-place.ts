// Where on a chart a reading lies, found by asking which reading is nearest to each place.
import type { Readings } from '@mixmodel/report/charts';

/** Places asked across and down: fine enough for a box that stands beside its point. */
const across = 160;
const down = 12;

/** The middle of all places whose nearest reading is `index`. */
export function placeOf(readings: Readings, index: number, width: number, height: number) {
  let [x, y, found] = [0, 0, 0];
  for (let column = 0; column < across; column++) {
    for (let row = 0; row < down; row++) {
      const [px, py] = [((column + 0.5) * width) / across, ((row + 0.5) * height) / down];
      if (readings.nearest(px, width, py) !== index) continue;
      x += px;
      y += py;
      found += 1;
    }
  }
  return found === 0 ? { x: width / 2, y: height / 2 } : { x: x / found, y: y / found };
}
