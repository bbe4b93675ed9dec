import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';

export type Places = Pick<Schema<'QuotaView'>, 'places' | 'passedOn' | 'held' | 'reserved' | 'taken' | 'left'>;

/** The arithmetic of places left, in the order in which it is said: what came in, less each part, is what is left. */
export const PLACE_PARTS = ['places', 'passedOn', 'held', 'reserved', 'taken', 'left'] as const;

/** What is said only where there is any: most units pass nothing on and hold nothing. */
const RARE: ReadonlySet<string> = new Set(['passedOn', 'held']);

/** "giao xuống 1 · giữ chỗ 1 · đang đề cử 2 · đã duyệt 1 · còn 3": where places are, in the same words on every screen. */
export function usePlacesWords() {
  const { t } = useTranslation();
  return (places: Omit<Places, 'places'>): string =>
    PLACE_PARTS.flatMap((part) =>
      part === 'places' || (RARE.has(part) && places[part] === 0)
        ? []
        : [t(`quotas.partOf.${part}`, { count: places[part] })],
    ).join(' · ');
}
