import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client';

export type Template = Schema<'TemplateView'>;
export type BothTexts = Schema<'BothTextsDto'>;

const TEMPLATES = ['reminders', 'templates'];

/** What each kind of message says. */
export const useTemplates = () =>
  useQuery({ queryKey: TEMPLATES, queryFn: () => answer(api.GET('/api/v1/message-templates')) });

/** A text that is not kept yet, filled with what is true of a class. */
export const useTemplatePreview = (kind: string, courseId: string | null, texts: BothTexts) =>
  useQuery({
    queryKey: [...TEMPLATES, 'preview', kind, courseId, texts],
    enabled: courseId !== null,
    retry: false,
    queryFn: () =>
      answer(
        api.POST('/api/v1/message-templates/{kind}/preview', {
          params: { path: { kind }, query: { courseId: courseId ?? '' } },
          body: texts,
        }),
      ),
  });

/** Keeps a text as the next version; null lets the shipped one count again. */
export function useSaveTemplate({ kind, version }: Template) {
  const queries = useQueryClient();
  const params = { path: { kind }, header: { 'if-match': `"${version}"` } };
  return useMutation({
    mutationFn: (texts: BothTexts | null) =>
      texts === null
        ? answer(api.DELETE('/api/v1/message-templates/{kind}', { params }))
        : answer(api.PUT('/api/v1/message-templates/{kind}', { params, body: texts })),
    onSuccess: () => queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}
