import fs from 'node:fs';
import path from 'node:path';
import { RULE_KINDS } from '../../src/modules/eligibility/index.js';
import { ELIGIBILITY_RULES } from '../../src/modules/nominations/rules/eligibility.js';
import { hasMessage } from '../../src/platform/messages/messages.js';
import '../../src/roles/app.module.js';

/** Decorators whose rule is not simply their own name. */
const RULE_OF: Record<string, string> = { IsUUID: 'isUuid', IsISO8601: 'isISO8601', IsNotBlank: 'isNotEmpty' };

/** Whatever the server can say has its sentence in both languages. */
const SOURCES = path.resolve(__dirname, '../../src');

function sources(folder = SOURCES): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    // The web client has texts of its own; what is wrong with a workbook is not yet said to anybody.
    if (entry.isDirectory()) return ['web', 'workbooks'].includes(entry.name) ? [] : sources(file);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') ? [fs.readFileSync(file, 'utf8')] : [];
  });
}

/** The first group of every match in every source file, each once. */
const found = (pattern: RegExp): string[] =>
  [...new Set(sources().flatMap((text) => [...text.matchAll(pattern)].map(([, group]) => group ?? '')))].sort();
const withoutText = (keys: string[]): string[] => keys.filter((key) => !hasMessage(key));

test('every error', () => {
  const codes = found(/readonly code = '([^']+)'/g);
  expect(codes.length).toBeGreaterThan(20);
  expect(withoutText(codes.map((code) => `error.${code}`))).toEqual([]);
  const fallbacks = [
    'broken-json',
    'no-such-route',
    'too-large',
    'unsupported-media-type',
    'unexpected',
    'busy',
    'invalid-input',
  ];
  expect(withoutText(fallbacks.map((code) => `error.${code}`))).toEqual([]);
});

test('every rule that a field can break', () => {
  const rules = found(/rule: '([A-Za-z]+)'/g);
  expect(rules.length).toBeGreaterThan(15);
  expect(withoutText(rules.map((rule) => `rule.${rule}`))).toEqual([]);
});

test('every check of a form', () => {
  const decorators = found(/^\s+@((?:Is|Array|Min|Max|Matches)[A-Za-z0-9]*)\(/gm).filter(
    (name) => !['IsOptional', 'IsOmittable'].includes(name),
  );
  const rules = decorators.map((name) => RULE_OF[name] ?? name.charAt(0).toLowerCase() + name.slice(1));
  expect(rules.length).toBeGreaterThan(12);
  expect(withoutText(rules.map((rule) => `rule.${rule}`))).toEqual([]);
});

test('every answer of every eligibility rule', () => {
  const always = ELIGIBILITY_RULES.flatMap((rule) => [
    `check.${rule}.pass`,
    `check.${rule}.fail`,
    ...(rule === 'seat-free' ? [] : [`mend.${rule}`]),
  ]);
  expect(withoutText(always)).toEqual([]);
  const ofPrograms = RULE_KINDS.flatMap((rule) => [
    `sentence.${rule}`,
    `rule-kind.${rule}`,
    `mend.${rule}.fail`,
    `mend.${rule}.unknown`,
    ...['pass', 'fail', 'unknown'].map((result) => `check.${rule}.${result}`),
  ]);
  expect(withoutText(ofPrograms)).toEqual([]);
});

test('every notice, title and body', () => {
  const stages = ['call', 'before', 'due', 'after', 'escalation', 'own', 'nudge', 'noted', 'digest'].map(
    (what) => `call.${what}`,
  );
  const decisions = ['approved', 'returned', 'rejected', 'promoted'].map((what) => `nomination.${what}`);
  const kinds = [...new Set([...stages, ...decisions, ...found(/kind: '((?:[a-z]+\.)?(?:moreTime|cancelled))'/g)])];
  expect(kinds).toContain('moreTime');
  expect(withoutText(kinds.flatMap((kind) => [`notice.${kind}.title`, `notice.${kind}.body`]))).toEqual([]);
});
