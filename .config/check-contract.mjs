import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The API's contract is committed, so that every change of it is seen: the built program must say the same. */
const root = path.resolve(import.meta.dirname, '..');
const said = execFileSync('node', ['dist/main.js', 'openapi'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
if (said !== fs.readFileSync(path.join(root, 'src/web/api/openapi.json'), 'utf8')) {
  console.error('The API differs from src/web/api/openapi.json: run "npm run openapi" and commit both files.');
  process.exit(1);
}
