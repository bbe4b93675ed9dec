import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a promise is about, in words; its bare name where a newer program promised it. */
export function Work({ topic }: { topic: string }) {
  const { t, i18n } = useTranslation();
  const text = `failures.topics.${topic.replaceAll('.', '-')}`;
  return i18n.exists(text) ? t(text) : <Code>{topic}</Code>;
}
