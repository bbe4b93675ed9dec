import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PartyDocument } from '../../components/party-document';
import { writeSpan } from '../../i18n/dates';
import type { DecisionDetail } from './api';

/** The decision as a paper, with its annex. */
export function DecisionDocument({ decision }: { decision: DecisionDetail }) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT('vi');
  const { unit, number, decidedOn, program, people, lines, signer } = decision;
  const notes = ({ ended, replaces }: DecisionDetail['lines'][number]): string =>
    [
      ...(replaces === null ? [] : [t('decisions.paper.replaces', { name: replaces })]),
      ...(ended === null ? [] : [t(`decisions.ended.${ended}`)]),
    ].join('; ');
  return (
    <PartyDocument
      issuer={unit.name}
      number={number}
      date={decidedOn}
      title={t('decisions.paper.title')}
      about={t('decisions.paper.about', { program: program.name })}
      signer={signer}
    >
      <Text>{t('decisions.paper.body', { count: people, program: program.name })}</Text>
      <Text fw={600}>{t('decisions.paper.annex')}</Text>
      <div style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table className="cards" withTableBorder verticalSpacing="xs" aria-label={t('decisions.paper.annex')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('officials.person')}</Table.Th>
              <Table.Th>{t('decisions.paper.born')}</Table.Th>
              <Table.Th>{t('decisions.paper.post')}</Table.Th>
              <Table.Th>{t('courses.class')}</Table.Th>
              <Table.Th>{t('decisions.paper.note')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <Table.Tr key={line.id} td={line.ended === null ? undefined : 'line-through'}>
                <Table.Td data-title>
                  {index + 1}. {line.fullName}
                </Table.Td>
                <Table.Td data-label={t('decisions.paper.born')}>{line.birthYear ?? '—'}</Table.Td>
                <Table.Td data-label={t('decisions.paper.post')}>
                  {[line.post, line.unit.name].filter(Boolean).join(', ')}
                </Table.Td>
                <Table.Td data-label={t('courses.class')}>
                  {line.course.title} ({writeSpan(line.course.startsOn, line.course.endsOn)})
                </Table.Td>
                <Table.Td data-label={t('decisions.paper.note')}>{notes(line)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </PartyDocument>
  );
}
