import fc from 'fast-check';
import { fillTemplate, templateFaults } from './template-text.js';

const VARIABLES = ['unit', 'title', 'note'];
const faults = (text: string) =>
  templateFaults(text, VARIABLES).map(({ rule, facts }) => [rule, facts.line, facts.column, facts.name]);

describe('a text of a message', () => {
  it('is sound with variables that there are, and choices between them', () => {
    const text = 'Kính gửi {{unit}}:\n{% if note %}{{ note | upcase }}{% else %}{{title}}{% endif %} a } b {';
    expect(templateFaults(text, VARIABLES)).toEqual([]);
    expect(fillTemplate(text, VARIABLES, { unit: 'Xã A', title: 'Lớp B', note: '' })).toBe(
      'Kính gửi Xã A:\nLớp B a } b {',
    );
    expect(fillTemplate(text, VARIABLES, { unit: 'Xã A', note: 'gấp' })).toContain('GẤP');
  });

  it('is refused with what is wrong and where', () => {
    expect(faults('Gửi {{unit}},\nvề {{lop}}')).toEqual([['templateUnknownVariable', 2, 6, 'lop']]);
    expect(faults('a\n {{unit')[0]?.slice(0, 2)).toEqual(['templateUnclosed', 2]);
    expect(faults('{% if note %}x')[0]?.[0]).toBe('templateUnclosed');
    expect(faults('{% include "/etc/passwd" %}')[0]?.[0]).toBe('templateUnknownTag');
    expect(faults('{% for a in unit %}{% endfor %}')[0]?.[0]).toBe('templateUnknownTag');
    expect(faults('{{ unit | where: "a" }}')[0]?.[0]).toBe('templateBroken');
    expect(faults('{{ unit.constructor }}')).toEqual([['templateUnknownVariable', 1, 4, 'unit.constructor']]);
    expect(faults('{{ }}')[0]?.[0]).toBe('templateBroken');
  });

  it('whatever is typed: it is refused, or it can be filled', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'unit',
      'x',
      ' ',
      '|',
      'if',
      'endif',
      '.',
      '"',
      'note',
      '\n',
      'case',
      'when',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        if (templateFaults(text, VARIABLES).length === 0)
          expect(typeof fillTemplate(text, VARIABLES, { unit: 'a' })).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });
});
