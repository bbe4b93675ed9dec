import { isSound, type OfficialValues, type PlacementValues } from '../../../src/modules/imports/workbooks/index.js';
import { expected, pilotFile, readAll } from '../../support/workbooks.js';

const PROFESSIONAL = ['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'];
const LLCT = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'];
/** The standard the pilot uses; in the product it is data. */
const meetsProfessional = ({ professionalLevel }: OfficialValues): boolean =>
  PROFESSIONAL.indexOf(professionalLevel ?? '') >= 2;
const meetsLlct = ({ llctLevel, category }: OfficialValues): boolean =>
  LLCT.indexOf(llctLevel ?? '') >= (category === 'cadre' ? 2 : 1);

describe("the pilot's workbooks", () => {
  it('hold 243 officials, and in each commune those who meet the standards', async () => {
    const { rows, problems, warnings } = await readAll(pilotFile('can-bo-2019.xlsx'), 'officials');
    expect([problems, warnings]).toEqual([[], []]);
    const people = rows.filter(isSound).map(({ values }) => values);
    expect(people).toHaveLength(expected.officials);
    const perUnit: Record<string, { officials: number; professional: number; llct: number }> = {};
    for (const person of people) {
      const unit = (perUnit[person.unitName] ??= { officials: 0, professional: 0, llct: 0 });
      unit.officials++;
      if (meetsProfessional(person)) unit.professional++;
      if (meetsLlct(person)) unit.llct++;
    }
    expect(perUnit).toEqual(expected.perUnit);
    expect(rows.every(({ unitHeading, values }) => unitHeading === values.unitName)).toBe(true);
  });

  it('read every column of a person, the gender from that of the date of birth', async () => {
    const { rows } = await readAll(pilotFile('can-bo-2019.xlsx'), 'officials');
    expect(rows[0]).toEqual({
      sheet: 'Trích ngang',
      line: 9,
      unitHeading: 'Thị trấn Đình Lập',
      values: {
        fullName: 'Hoàng Ngọc Cường',
        otherName: null,
        gender: 'male',
        bornOn: '1981-01-04',
        birthYear: 1981,
        citizenId: null,
        partyCard: null,
        ethnicGroup: 'Tày',
        homePlace: 'Châu Sơn, Đình Lập, Lạng Sơn',
        post: 'Bí thư Đảng ủy',
        category: 'cadre',
        probationaryOn: '2009-02-26',
        fullMemberOn: '2010-02-26',
        professionalLevel: 'bachelor',
        major: 'Kế toán',
        llctLevel: 'advanced',
        managementLevel: null,
        language: null,
        it: null,
        planningConfirmedOn: null,
        unitName: 'Thị trấn Đình Lập',
        note: null,
        recordId: null,
      },
      problems: [],
      notes: [],
      raw: expect.objectContaining({ fullName: 'Hoàng Ngọc Cường', bornMale: '04/01/1981', category: 'Cán bộ' }),
    });
    expect(rows[1]?.values).toMatchObject({ fullName: 'Lý Thị Hiền', gender: 'female', bornOn: '1978-06-24' });
  });

  it('hold 84 classes and 6,048 trainees, year by year', async () => {
    const { rows, problems, warnings } = await readAll(pilotFile('lop-2015-2019.xlsx'), 'courses');
    expect([problems, warnings]).toEqual([[], []]);
    expect(rows).toHaveLength(expected.classes);
    const courses = rows.filter(isSound).map(({ values }) => values);
    expect(courses.reduce((sum, { trainees }) => sum + trainees, 0)).toBe(expected.trainees);
    const perYear: Record<string, number> = {};
    for (const { year } of courses) perYear[year] = (perYear[year] ?? 0) + 1;
    expect(perYear).toEqual(expected.classesPerYear);
    expect(courses[1]).toEqual({
      code: 'CNKT-2015-01',
      title: 'Bồi dưỡng cập nhật kiến thức mới (khóa 1 năm 2015)',
      programName: 'Bồi dưỡng cập nhật kiến thức mới',
      year: 2015,
      startsOn: '2015-03-12',
      endsOn: '2015-03-16',
      trainees: 97,
      venue: 'Hội trường thị trấn Nông Trường Thái Bình',
      documentNumber: '414-CV/BTCHU',
    });
  });

  it('hold 19 sent for advanced and 230 for intermediate, on two sheets', async () => {
    const { rows, problems, warnings, inspection } = await readAll(
      pilotFile('cu-di-hoc-llct-2015-2019.xlsx'),
      'placements',
    );
    expect([problems, warnings]).toEqual([[], []]);
    expect(inspection.layouts.map(({ sheet, program }) => [sheet, program])).toEqual([
      ['Cao cấp LLCT', 'advanced-llct'],
      ['Trung cấp LLCT', 'intermediate-llct'],
    ]);
    const of = (program: PlacementValues['program']) => rows.filter(({ values }) => values.program === program);
    expect(of('advanced-llct')).toHaveLength(expected.sentAdvanced);
    expect(of('intermediate-llct')).toHaveLength(expected.sentIntermediate);
    expect(of('advanced-llct')[2]?.values).toEqual({
      program: 'advanced-llct',
      fullName: 'Hứa Văn An',
      unitName: 'Thị trấn Nông Trường Thái Bình',
      post: 'Bí thư Đảng ủy',
      mode: 'part-time',
      school: 'Học viện Chính trị khu vực I',
      year: 2018,
      result: 'fair',
      note: null,
      recordId: null,
    });
  });
});
