import {
  Alert,
  Button,
  Card,
  Code,
  Group,
  SimpleGrid,
  Stack,
  Tabs,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { ClassToTry } from './class-to-try';
import { type BothTexts, type Template, useSaveTemplate, useTemplatePreview } from './templates-api';

const LANGUAGES = ['vi', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const TYPING_MS = 400;

/** Writes one kind of message in both languages, with what it says about a chosen class beside it. */
export function TemplateEditor({ template }: { template: Template }) {
  const { t } = useTranslation();
  const canEdit = useMay('reminders.manage');
  const save = useSaveTemplate(template);
  const [texts, setTexts] = useState<BothTexts>({ vi: template.vi, en: template.en });
  const [language, setLanguage] = useState<Language>('vi');
  const [courseId, setCourseId] = useState<string | null>(null);
  const [typed] = useDebouncedValue(texts, TYPING_MS);
  const preview = useTemplatePreview(template.kind, courseId, typed);
  const refusal = save.error ?? preview.error;
  const keep = (next: BothTexts | null): void => {
    save.mutate(next, {
      onSuccess: () => {
        notifyDone(t('templates.saved'));
      },
      onError: notifyProblem,
    });
  };
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Stack>
        <Alert variant="light" color={template.own ? 'green' : 'blue'}>
          {t(template.own ? 'templates.own' : 'templates.shipped', { version: template.version })}
        </Alert>
        <Text fz="sm">
          {t('templates.variables')}{' '}
          {template.variables.map((name) => (
            <Code key={name} mr={6} style={{ whiteSpace: 'nowrap' }}>{`{{${name}}}`}</Code>
          ))}
        </Text>
        <Tabs
          value={language}
          onChange={(next) => {
            setLanguage(next as Language);
          }}
        >
          <Tabs.List>
            {LANGUAGES.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`templates.language.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Fields
          language={language}
          texts={texts}
          error={refusal}
          disabled={!canEdit}
          onChange={(next) => {
            save.reset();
            setTexts(next);
          }}
        />
        {canEdit && (
          <Group justify="flex-end">
            {template.own && (
              <Button
                variant="default"
                onClick={() => {
                  keep(null);
                }}
              >
                {t('templates.restore')}
              </Button>
            )}
            <Button
              loading={save.isPending}
              onClick={() => {
                keep(texts);
              }}
            >
              {t('common.save')}
            </Button>
          </Group>
        )}
      </Stack>
      <Stack>
        <Preview
          courseId={courseId}
          onChoose={setCourseId}
          preview={preview}
          language={language}
          broken={refusal instanceof ApiProblem && refusal.status === 422}
        />
        <Versions template={template} onTake={canEdit ? setTexts : undefined} />
      </Stack>
    </SimpleGrid>
  );
}

function Fields({
  language,
  texts,
  error,
  disabled,
  onChange,
}: {
  language: Language;
  texts: BothTexts;
  error: unknown;
  disabled: boolean;
  onChange: (texts: BothTexts) => void;
}) {
  const { t } = useTranslation();
  const other = language === 'vi' ? 'en' : 'vi';
  const elsewhere =
    fieldError(error, `${other}.title`) ?? fieldError(error, `${other}.body`) ?? fieldError(error, `${other}.short`);
  const text = texts[language];
  return (
    <>
      <TextInput
        label={t('templates.title')}
        disabled={disabled}
        maxLength={200}
        value={text.title}
        error={fieldError(error, `${language}.title`)}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...texts, [language]: { ...text, title: value } });
        }}
      />
      <Textarea
        label={t('templates.body')}
        description={t('templates.bodyHint')}
        disabled={disabled}
        autosize
        minRows={6}
        maxLength={4000}
        value={text.body}
        error={fieldError(error, `${language}.body`)}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...texts, [language]: { ...text, body: value } });
        }}
      />
      <Textarea
        label={t('templates.short')}
        description={t('templates.shortHint')}
        placeholder={text.title}
        disabled={disabled}
        autosize
        maxLength={480}
        value={text.short ?? ''}
        error={fieldError(error, `${language}.short`)}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...texts, [language]: { ...text, short: value === '' ? null : value } });
        }}
      />
      {elsewhere && <Alert color="orange">{`${t(`templates.language.${other}`)}: ${elsewhere}`}</Alert>}
    </>
  );
}

function Preview({
  courseId,
  onChoose,
  preview,
  language,
  broken,
}: {
  courseId: string | null;
  onChoose: (courseId: string | null) => void;
  preview: ReturnType<typeof useTemplatePreview>;
  language: Language;
  broken: boolean;
}) {
  const { t } = useTranslation();
  const text = preview.data?.[language];
  return (
    <Card withBorder component="section" aria-label={t('templates.preview')}>
      <Stack gap="sm">
        <Title order={3} fz="md">
          {t('templates.preview')}
        </Title>
        <ClassToTry value={courseId} onChange={onChoose} />
        {courseId === null && <Text c="#5f5a54">{t('templates.previewHint')}</Text>}
        {broken && <Alert color="orange">{t('templates.mendFirst')}</Alert>}
        {preview.error && !broken && <ErrorState error={preview.error} />}
        {courseId !== null && preview.isPending && <Loading />}
        {text && !broken && (
          <div aria-live="polite">
            <Text fw={600}>{text.title}</Text>
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text.body}</Text>
            <Text mt="md" fw={600}>
              {t('templates.shortPreview')}
            </Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{text.shortMessage.text}</Text>
            <Text fz="sm" c={text.shortMessage.parts > 1 ? '#8a4b00' : '#5f5a54'}>
              {t(`templates.size.${text.shortMessage.encoding}`, {
                length: text.shortMessage.length,
                parts: text.shortMessage.parts,
              })}
            </Text>
          </div>
        )}
      </Stack>
    </Card>
  );
}

/** What it said before, and who wrote it. */
function Versions({ template, onTake }: { template: Template; onTake: ((texts: BothTexts) => void) | undefined }) {
  const { t } = useTranslation();
  if (template.versions.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('templates.versions')}>
      <Title order={3} fz="md" mb="sm">
        {t('templates.versions')}
      </Title>
      <Stack gap="xs">
        {template.versions.map(({ version, shipped, writtenAt, writtenBy, vi, en }) => (
          <Group key={version} justify="space-between">
            <div>
              <Text fw={500}>{t(shipped ? 'templates.versionShipped' : 'templates.version', { version })}</Text>
              <Text fz="sm" c="#5f5a54">{`${writtenBy} · ${writeInstant(writtenAt)}`}</Text>
            </div>
            {onTake && (
              <Button
                variant="subtle"
                onClick={() => {
                  onTake({ vi, en });
                }}
              >
                {t('templates.take')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
