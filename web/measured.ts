/** The figures of bench/results.md that the page shows beside what laut codes. */
export interface Figure {
  precision: number;
  right: number;
  given: number;
}

export interface Measured {
  /** acts that are acts as people code them; all fields of a claim; acts by whose word */
  event: Figure;
  record: Figure;
  attributed: Figure;
  /** percent of found acts whose source and certainty are right */
  source: number;
  factuality: number;
  /** percent of people's acts that are found */
  recall: number;
  /** the commit that was measured */
  commit: string;
}

const number = String.raw`(\d+(?:\.\d+)?)`;

function figure(cells: string, name: string): Figure & { recall: number } {
  const found = new RegExp(`${name}: P ${number} R ${number} F1 ${number} \\((\\d+) of \\d+, (\\d+) given\\)`).exec(cells);
  if (!found) throw new Error(`bench/results.md has no figure '${name}'`);
  return { precision: Number(found[1]), recall: Number(found[2]), right: Number(found[4]), given: Number(found[5]) };
}

function percent(cells: string, name: string): number {
  const found = new RegExp(`${name}: ${number} %`).exec(cells);
  if (!found) throw new Error(`bench/results.md has no figure '${name}'`);
  return Number(found[1]);
}

/** Takes the reports nobody looked at while the rules were written: row "events held out". */
export function measuredFigures(results: string): Measured {
  const row = results.split('\n').find((line) => line.startsWith('| events held out |'));
  if (!row) throw new Error("bench/results.md has no row 'events held out'");
  const [, , cells = '', , commit = ''] = row.split('|');
  const { recall, ...event } = figure(cells, 'event');
  const { recall: _, ...record } = figure(cells, 'record');
  const { recall: __, ...attributed } = figure(cells, 'attributed');
  return {
    event, record, attributed, recall,
    source: percent(cells, 'source'), factuality: percent(cells, 'factuality'),
    commit: commit.trim(),
  };
}
