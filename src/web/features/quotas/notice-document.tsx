import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PartyDocument } from '../../components/party-document';
import { writeDate } from '../../i18n/dates';
import type { QuotaNotice } from './notices-api';

/** The notice as a paper, with its annex. */
export function NoticeDocument({ notice }: { notice: QuotaNotice }) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT('vi');
  const nameOf = new Map(notice.programs.map(({ id, name }) => [id, name]));
  return (
    <PartyDocument
      issuer={notice.unit.name}
      number={notice.documentNumber}
      date={notice.documentDate}
      title={t('quotaNotices.paper.title')}
      about={t('quotaNotices.paper.about', { period: notice.period })}
      signer={notice.signer}
    >
      <Text>
        {t('quotaNotices.paper.body', {
          unit: notice.unit.name,
          period: notice.period,
          programs: notice.programs.map(({ name }) => name).join('; '),
          date: writeDate(notice.deadline),
        })}
      </Text>
      {notice.note !== null && <Text style={{ whiteSpace: 'pre-wrap' }}>{notice.note}</Text>}
      <div style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table className="cards" withTableBorder verticalSpacing="xs" aria-label={t('quotaNotices.paper.annex')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('officials.unit')}</Table.Th>
              <Table.Th>{t('quotaNotices.paper.program')}</Table.Th>
              <Table.Th ta="right">{t('quotaNotices.paper.places')}</Table.Th>
              <Table.Th>{t('quotaNotices.paper.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {notice.lines.map(({ unitId, unit, programId, places, reason }) => (
              <Table.Tr key={`${unitId} ${programId}`}>
                <Table.Td data-title>{unit.name}</Table.Td>
                <Table.Td data-label={t('quotaNotices.paper.program')}>{nameOf.get(programId)}</Table.Td>
                <Table.Td ta="right" data-label={t('quotaNotices.paper.places')}>
                  {places}
                </Table.Td>
                <Table.Td data-label={t('quotaNotices.paper.reason')}>{reason}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr fw={600}>
              <Table.Td data-title colSpan={2}>
                {t('quotas.total')}
              </Table.Td>
              <Table.Td ta="right" data-label={t('quotaNotices.paper.places')}>
                {notice.lines.reduce((sum, { places }) => sum + places, 0)}
              </Table.Td>
              <Table.Td data-label="" />
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </div>
      {notice.lines.length === 0 && <Text>{t('quotaNotices.noLines')}</Text>}
    </PartyDocument>
  );
}
