import { discreet } from './discreet.js';

it.each([
  ['550 5.1.1 <nguyen.van-an@xa.dinhlap.example>: User unknown', '550 5.1.1 <…@xa.dinhlap.example>: User unknown'],
  ['connect ECONNREFUSED smtp://user:geheim@mail.example:587', 'connect ECONNREFUSED smtp://…@mail.example:587'],
  ['no Zalo for +84912345678', 'no Zalo for …'],
  ['no Zalo for 0912 345 678.', 'no Zalo for ….'],
  ['citizen 001203000001 is unknown', 'citizen … is unknown'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
  ['token=abc123 refused', 'token=… refused'],
  [`at /thu/1.abc.${'a'.repeat(32)}.${'B'.repeat(43)}`, `at /thu/1.abc.${'a'.repeat(32)}.…`],
])('%s', (words, shown) => {
  expect(discreet(words)).toBe(shown);
});

it.each([
  'connect ECONNREFUSED 127.0.0.1:25',
  'deadlock detected',
  'timeout of 15000 ms',
  '192.168.100.100:25',
  'since 2026-03-16 09:00:00',
  '0193f6a2-1111-7000-8000-000000000001',
])('leaves %s as it is', (words) => {
  expect(discreet(words)).toBe(words);
});
