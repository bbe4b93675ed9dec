import { Button, Card, Group, SimpleGrid, Table, Tabs, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { ExportButton } from '../../components/export-button';
import { Fraction } from '../../components/fraction';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import {
  type PeopleQuestion,
  type StandardsReport,
  useCoursesByYear,
  useSentToTheory,
  useStandardsReport,
} from './api';
import { PeopleDrawer } from './people-drawer';

/** Figures that hold: each with its denominator, its day, and the names behind it. */
export function ReportsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('nav.reports')}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} />}
          onClick={() => {
            window.print();
          }}
        >
          {t('common.print')}
        </Button>
      </PageHeader>
      <Tabs defaultValue="standards" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="standards">{t('reports.standards')}</Tabs.Tab>
          <Tabs.Tab value="courses">{t('reports.courses')}</Tabs.Tab>
          <Tabs.Tab value="sent">{t('reports.sent')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="standards" pt="md">
          <Standards />
        </Tabs.Panel>
        <Tabs.Panel value="courses" pt="md">
          <Courses />
        </Tabs.Panel>
        <Tabs.Panel value="sent" pt="md">
          <Sent />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Standards() {
  const { t } = useTranslation();
  const { ngay } = useSearch({ strict: false }) as { ngay?: string };
  const navigate = useNavigate();
  const report = useStandardsReport(ngay);
  const [question, setQuestion] = useState<PeopleQuestion | null>(null);
  return (
    <>
      <Group mb="md" className="no-print" align="flex-end">
        <DateField
          label={t('reports.asOf')}
          value={ngay ?? today()}
          onChange={(day) => {
            void navigate({ to: '/bao-cao', search: { ngay: day ?? undefined } as never, replace: true });
          }}
        />
        <ExportButton path="/reports/standards/export" query={{ asOf: ngay }} />
      </Group>
      {report.error && <ErrorState error={report.error} retry={() => void report.refetch()} />}
      {report.isPending && <Loading />}
      {report.data && <StandardsTable report={report.data} onAsk={setQuestion} />}
      <PeopleDrawer
        asOf={ngay}
        question={question}
        onClose={() => {
          setQuestion(null);
        }}
      />
    </>
  );
}

function StandardsTable({ report, onAsk }: { report: StandardsReport; onAsk: (question: PeopleQuestion) => void }) {
  const { t } = useTranslation();
  const missing = (standard: PeopleQuestion['standard'], met: number, of: number, unitId?: string) =>
    of > met ? (
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          onAsk({ standard, answer: 'notMet', ...(unitId && { unitId }) });
        }}
      >
        {t('reports.missing', { count: of - met })}
      </Button>
    ) : null;
  if (report.officials === 0) return <EmptyState title={t('reports.nobody')} />;
  return (
    <>
      <Text mb="sm">{t('reports.standardsTitle', { day: writeDate(report.asOf) })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
        <Figure label={t('officials.professional')} part={report.professional} whole={report.officials} />
        <Figure label={t('officials.llct')} part={report.llct} whole={report.officials} />
        <Figure label={t('reports.unitsAllMet')} part={report.unitsAllMet} whole={report.unitsTotal} />
      </SimpleGrid>
      <Card withBorder p={0}>
        <Table className="cards" verticalSpacing="sm" aria-label={t('reports.standards')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('officials.unit')}</Table.Th>
              <Table.Th>{t('officials.professional')}</Table.Th>
              <Table.Th>{t('officials.llct')}</Table.Th>
              {report.managementAsked && <Table.Th>{t('standards.management')}</Table.Th>}
              <Table.Th>{t('reports.both')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.units.map((unit) => (
              <Table.Tr key={unit.unitId}>
                <Table.Td data-label={t('officials.unit')} data-title>
                  {unit.name}
                </Table.Td>
                <Table.Td data-label={t('officials.professional')}>
                  <Fraction part={unit.professional} whole={unit.officials} />
                  {missing('professional', unit.professional, unit.officials, unit.unitId)}
                </Table.Td>
                <Table.Td data-label={t('officials.llct')}>
                  <Fraction part={unit.llct} whole={unit.officials} />
                  {missing('llct', unit.llct, unit.officials, unit.unitId)}
                </Table.Td>
                {report.managementAsked && (
                  <Table.Td data-label={t('standards.management')}>
                    <Fraction part={unit.management} whole={unit.officials} />
                    {missing('management', unit.management, unit.officials, unit.unitId)}
                  </Table.Td>
                )}
                <Table.Td data-label={t('reports.both')}>
                  {unit.both}/{unit.officials} {unit.allMet && <strong>✓</strong>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
    </>
  );
}

function Figure({ label, part, whole }: { label: string; part: number; whole: number }) {
  return (
    <Card withBorder>
      <Text c="#5f5a54">{label}</Text>
      <Title order={3} fz={30}>
        {part}/{whole}
      </Title>
      <Text>
        {whole === 0
          ? '—'
          : `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format((100 * part) / whole)} %`}
      </Text>
    </Card>
  );
}

function YearTable({
  label,
  headings,
  rows,
  totals,
}: {
  label: string;
  headings: string[];
  rows: (string | number)[][];
  totals: (string | number)[];
}) {
  return (
    <Card withBorder p={0} maw={720}>
      <Table verticalSpacing="sm" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading, index) => (
              <Table.Th key={heading} ta={index === 0 ? 'left' : 'right'}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([year, ...figures]) => (
            <Table.Tr key={year}>
              <Table.Th scope="row">{year}</Table.Th>
              {figures.map((figure, index) => (
                <Table.Td key={headings[index + 1]} ta="right">
                  {figure}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            {totals.map((figure, index) => (
              <Table.Th key={headings[index]} ta={index === 0 ? 'left' : 'right'}>
                {figure}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Card>
  );
}

const number = (value: number): string => new Intl.NumberFormat('vi-VN').format(value);

function Courses() {
  const { t } = useTranslation();
  const report = useCoursesByYear();
  if (report.error) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (!report.data) return <Loading />;
  const { items, courses, trainees } = report.data;
  return (
    <>
      <Text mb="sm">{t('reports.turnsNotPersons')}</Text>
      <YearTable
        label={t('reports.courses')}
        headings={[t('reports.year'), t('reports.classes'), t('reports.turns')]}
        rows={items.map((row) => [row.year, row.courses, number(row.trainees)])}
        totals={[t('quotas.total'), courses, number(trainees)]}
      />
    </>
  );
}

function Sent() {
  const { t } = useTranslation();
  const report = useSentToTheory();
  if (report.error) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (!report.data) return <Loading />;
  const { items, advanced, intermediate } = report.data;
  return (
    <>
      <Group mb="sm">
        <ExportButton path="/placements/export" />
      </Group>
      <YearTable
        label={t('reports.sent')}
        headings={[t('reports.year'), t('level.llct.advanced'), t('level.llct.intermediate')]}
        rows={items.map((row) => [row.year, row.advanced, row.intermediate])}
        totals={[t('quotas.total'), advanced, intermediate]}
      />
    </>
  );
}
