/**
 * The process that solves one integer program for its parent: plain JavaScript, so that the build and the tests run the
 * same file. The solver (HiGHS, as WebAssembly) blocks while it works and keeps its memory; here it does both alone.
 *
 * parent → { columns: { cost, upper, whole }, rows: { lower, upper, starts, indices, values }, start, seconds }
 * child  → { values, best } | { failed }
 */
import loadHighs from 'highs';

async function solve({ columns, rows, start, seconds }) {
  const highs = await loadHighs();
  const finite = (bounds) => bounds.map((bound) => Math.max(-highs.infinity, Math.min(highs.infinity, bound)));
  const model = highs.createModel({
    numCols: columns.cost.length,
    numRows: rows.lower.length,
    colCost: columns.cost,
    colLower: new Float64Array(columns.cost.length),
    colUpper: finite(columns.upper),
    rowLower: finite(rows.lower),
    rowUpper: finite(rows.upper),
    matrix: {
      format: 'csr',
      numRows: rows.lower.length,
      numCols: columns.cost.length,
      starts: rows.starts,
      indices: rows.indices,
      values: rows.values,
    },
    integrality: columns.whole,
  });
  // Prices are whole numbers: what is less than one apart is equal. Looking for reductions takes longer than it saves.
  model.options.set({ output_flag: false, time_limit: seconds, presolve: 'off', mip_rel_gap: 0, mip_abs_gap: 0.99 });
  model.setSolution({ colValue: start });
  model.run();
  const { optimal } = highs.constants.modelStatus;
  return { values: model.getSolution().colValue, best: model.getModelStatus() === optimal };
}

process.once('message', (program) => {
  solve(program)
    .catch((error) => ({ failed: String(error?.message ?? error).slice(0, 200) }))
    .then((reply) => process.send?.(reply, () => process.exit()));
});
process.on('disconnect', () => process.exit());
